"""What the facts name and nowhere describe comes from the base, with what it rests on: ``e:PRK`` needs no entry.

A thing that any text gives a kind is that text's, whole. So what comes from the base is told by the texts alone, and is
the same whether they are read at once or one by one; where everything is described, no table of the base is read.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.base.catalogue import catalogue
from kg.claims.quads import Draft, FileQuads, MemoryQuads
from kg.compile.change import Touched
from kg.text.terms import BASE_REFERENCE, ID, SETTLED, TYPE
from kg.values.claims import Node, Quad

#: Graphs that are made of the texts, or come from the base itself: what stands there nobody wrote.
_MADE = SETTLED | {BASE_REFERENCE}


def fill_in(quads: Draft, touched: Touched) -> None:
    """Bring what comes from the base in step with the texts; ``touched`` learns what that changes."""
    there = set(quads.quads(g=BASE_REFERENCE))
    named = _named(quads.all if isinstance(quads, MemoryQuads) else touched.moved)
    wanted = _entries(quads, {s for s, *_ in there} | named)
    gone, new = there - wanted, wanted - there
    quads.remove(gone)
    quads.add(new)
    moved = {q[:3] for q in gone | new}
    touched.moved ^= moved
    touched.triples |= moved
    if moved:
        touched.references.add(BASE_REFERENCE)


def _named(triples: Iterable[tuple[str, str, Node] | Quad]) -> set[str]:
    """The things that triples speak of."""
    return {x for s, _, o, *_ in triples for x in (s, o) if isinstance(x, str) and x.startswith(ID)}


def _entries(quads: Draft, things: Iterable[str]) -> set[Quad]:
    """What the base says of those of some things that are named and not described, and of what they rest on."""
    todo = [x for x in things if not _is_described(quads, x) and _is_named(quads, x)]
    found, seen = set[Quad](), set[str]()
    while todo:
        thing = todo.pop()
        entry = None if thing in seen else catalogue().get(thing)
        seen.add(thing)
        if entry:
            found.update((*triple, BASE_REFERENCE) for triple in entry.triples())
            todo += [x for x in entry.rests_on() if not _is_described(quads, x)]
    return found


def _is_described(quads: Draft, thing: str) -> bool:
    """Whether a text says what kind of thing it is."""
    return any(q[3] not in _MADE for q in quads.quads(thing, TYPE))


def _is_named(quads: Draft, thing: str) -> bool:
    """Whether a text says anything of it; in a fresh build it is asked of nothing else."""
    if not isinstance(quads, FileQuads):
        return True
    return bool(quads.uses(thing, _MADE)) or any(q[3] not in _MADE for q in quads.quads(thing))
