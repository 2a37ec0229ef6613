"""A workspace may build on facts of others, which are read beside its own and never copied: its own win by name.

A thing, document or claim that an own file describes is not read from those files at all. So when an own file begins
or ceases to describe something that stands there too, the file where it stands is read again.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from kg.claims.quads import Draft
from kg.compile.read import Part, reference_graph, register_graph
from kg.settings import ARTICLES
from kg.text.terms import GRAPH, TYPE, br

Read = Callable[[str], Part]


def is_extended(name: str) -> bool:
    """Whether a source belongs to what a workspace builds on."""
    return name.startswith(f"{ARTICLES}/")


def give_way(quads: Draft, parts: list[Part], names: Collection[str], extended: list[str], read: Read) -> list[Part]:
    """The parts of changed files, and of those that must be read again, without what own files describe.

    ``names``: the changed files; ``extended``: all that the workspace builds on, which ``read`` reads.
    """
    own = {s for part in parts if not is_extended(part.name) for s in _described(part)}
    before = {s for name in names if not is_extended(name) for s in _described_before(quads, name)}
    there = {part.name for part in parts}
    again = [n for n in extended if n not in there]
    shadowed = {s for s in own - before if _homes(quads, s) & set(again)} if again else set[str]()
    bared = {s for s in before - own if not _homes(quads, s) - set(names)} if again else set[str]()
    more = [read(n) for n in again if bared or n in {h for s in shadowed for h in _homes(quads, s)}]
    parts = [*parts, *(part for part in more if (shadowed | bared) & _described(part))]
    for part in parts:
        if is_extended(part.name):
            _strip(part, {s for s in _described(part) if s in own or _own_homes(quads, s, names)})
    return parts


def _described(part: Part) -> set[str]:
    """What a file describes: things of its reference data, its documents and claims."""
    graphs = (register_graph(part.name), reference_graph(part.name))
    return {s for s, p, _, g in part.quads if p == TYPE and g in graphs and not s.startswith(GRAPH)}


def _described_before(quads: Draft, name: str) -> set[str]:
    """The same of a file as it was when it was last read."""
    graphs = (register_graph(name), reference_graph(name))
    return {s for g in graphs for s, *_ in quads.quads(None, TYPE, None, g) if not s.startswith(GRAPH)}


def _homes(quads: Draft, thing: str) -> set[str]:
    """The files that describe a thing."""
    graphs = {q[3] for q in quads.quads(thing, TYPE) if q[3].startswith(GRAPH)}
    return {file for g in graphs if (file := quads.text(g, br("inFile")))}


def _own_homes(quads: Draft, thing: str, changed: Collection[str]) -> set[str]:
    return {file for file in _homes(quads, thing) if not is_extended(file) and file not in changed}


def _strip(part: Part, own: set[str]) -> None:
    """Take out what own files describe, with the passages and the content of claims."""
    part.quads = [q for q in part.quads if own.isdisjoint((q[0], q[0].partition("#")[0], q[3]))]
