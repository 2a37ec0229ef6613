"""A claim that stands twice in the same words is one claim: two people have added it, and git has put both together.

It is read where it stands first, by the names of the files, and a warning tells of the other places; so each of them
can go or change without the claim being lost. Where they say different things nobody knows which is meant: an error.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from kg.claims.quads import Draft
from kg.compile.read import Part, register_graph
from kg.compile.trig import Chunk, Locator
from kg.text.terms import DCT, GRAPH, TYPE, br, curie
from kg.values.claims import Literal, Quad
from kg.values.findings import Finding

_IN_FILE, _CLAIM = br("inFile"), br("Claim")
#: In what two claims of one name may differ, and what to do then; the first that fits is told.
_HOW = (
    (br("inDocument"), "of another document: rename one of them"),
    (br("statedBy"), "of another speaker: rename one of them"),
    (br("stance"), "with another stance: keep the right one"),
    (DCT + "description", "with another summary: keep one of them, or rename one"),
)
_CONTENT = "saying something else: keep the right one, or rename one of them"
_ELSE = "with another {}: keep the right one"


class _Told(NamedTuple):
    """What one file says of a claim: its content, what is known about it, and whether it is said to be one."""

    content: frozenset[Quad]
    about: frozenset[Quad]
    named: bool


def beside(quads: Draft, names: Collection[str], parts: Sequence[Part]) -> set[str]:
    """The files that did not change, but hold a claim that a changed one holds or held: they must be read again."""
    claims = {claim for part in parts for claim in _claims(part)}
    for name in names:
        register = register_graph(name)
        claims |= {s for s in quads.subjects(_IN_FILE, Literal(name), register) if not s.startswith(GRAPH)}
    return {home for claim in claims for home in _homes(quads, claim)}.difference(names)


def _claims(part: Part) -> set[str]:
    found = {g for _, _, _, g in part.quads if not g.startswith(GRAPH)}
    return found | {s for s, p, o, _ in part.quads if p == TYPE and o == _CLAIM}


def _homes(quads: Draft, claim: str) -> set[str]:
    homes = {o.value for o in quads.objects(claim, _IN_FILE) if isinstance(o, Literal)}
    registers = (g for *_, g in quads.quads(claim, TYPE, _CLAIM))
    return homes | {file for g in registers if (file := quads.text(g, _IN_FILE))}


def once_each(part: Part, text: Callable[[], str], read: Callable[[str], Part]) -> Part:
    """The part of a file in which no claim stands twice, with a finding for each that did.

    ``text``: that of the file; ``read`` gives the part of another text in its place.
    """
    named = Counter(s for s, p, o, _ in part.quads if p == TYPE and o == _CLAIM)
    twice = sorted(claim for claim, times in named.items() if times > 1)
    if not twice:
        return part
    whole = left = text()
    locator = Locator(whole)
    for claim in twice:
        blocks, about = locator.of(claim)
        if len(blocks) < 2 or len(about) < 2:
            continue  # one claim, of which more is said further down
        first, *others = [(b, about[0]) for b in blocks] + [(blocks[0], a) for a in about[1:]]
        one = _told_in(read, whole, locator, first, claim)
        how = next((h for o in others if (h := _difference(one, _told_in(read, whole, locator, o, claim)))), "")
        line = locator.position(blocks[0].start)[0]
        place = locator.position(blocks[1].start)
        part.findings.append(_finding(claim, f"{part.name}:{line}", part.name, place, how))
        for chunk in (*blocks[1:], *about[1:]) if not how else ():
            gap = re.sub(r"[^\n]", " ", left[chunk.start : chunk.end])  # all else stays where it is
            left = left[: chunk.start] + gap + left[chunk.end :]
    part.quads = read(left).quads if left != whole else part.quads
    return part


def _told_in(read: Callable[[str], Part], text: str, locator: Locator, chunks: Sequence[Chunk], claim: str) -> _Told:
    """What a block, and a statement about it, say of a claim."""
    some = "\n".join(text[c.start : c.end] for c in (*locator.directives, *chunks))
    return _told(read(some), {claim})[claim]


def told_once(parts: Sequence[Part], read_text: Callable[[str], str]) -> list[Finding]:
    """Take out of the parts what stands in an earlier one; a finding for each place. ``read_text``: of a file."""
    homes: dict[str, list[Part]] = {}
    for part in sorted(parts, key=lambda part: part.name):
        for claim in _claims(part):
            homes.setdefault(claim, []).append(part)
    several = {claim: holding for claim, holding in homes.items() if len(holding) > 1}
    locators: dict[str, Locator] = {}

    def place(part: Part, claim: str) -> tuple[int, int]:
        if part.name not in locators:
            locators[part.name] = Locator(read_text(part.name))
        at = locators[part.name].find(None, graph=claim)
        return at if at != (1, 1) else locators[part.name].find(claim, TYPE, _CLAIM)

    said = {part.name: _told(part, several) for holding in several.values() for part in holding}
    found = list[Finding]()
    for claim, holding in sorted(several.items()):
        told = [said[part.name][claim] for part in holding]
        if not any(t.named and (t.content or not any(other.content for other in told)) for t in told):
            continue  # its content stands in one file, what is known about it in the other
        first, where = holding[0], place(holding[0], claim)
        for part, other in zip(holding[1:], told[1:], strict=True):
            how = _difference(told[0], other)
            finding = _finding(claim, f"{first.name}:{where[0]}", part.name, place(part, claim), how)
            found.append(finding)
        if all(t == told[0] for t in told):
            for part in holding:
                where_it_is = (claim, _IN_FILE, Literal(part.name), register_graph(part.name))
                if part is not first:
                    part.quads = [q for q in part.quads if claim not in (q[0].partition("#")[0], q[3])]
                part.quads += [where_it_is] if where_it_is not in part.quads else []
    return found


def _told(part: Part, claims: Collection[str]) -> dict[str, _Told]:
    content: dict[str, set[Quad]] = {}
    about: dict[str, set[Quad]] = {}
    for s, p, o, g in part.quads:
        if g in claims:
            content.setdefault(g, set()).add((s, p, o, ""))
        elif (claim := s.partition("#")[0]) in claims and p != _IN_FILE:
            about.setdefault(claim, set()).add((s, p, o, ""))
    return {
        claim: _Told(
            frozenset(content.get(claim, ())),
            frozenset(about.get(claim, ())),
            (claim, TYPE, _CLAIM, "") in about.get(claim, ()),
        )
        for claim in claims
    }


def _difference(one: _Told, other: _Told) -> str:
    """In what two that bear one name differ; "" for nothing."""
    if one == other:
        return ""
    apart = {p for _, p, _, _ in one.about ^ other.about}
    if how := next((how for p, how in _HOW if p in apart), ""):
        return how
    if one.content != other.content:
        return _CONTENT
    on_passages = any("#" in s for s, *_ in one.about ^ other.about)
    return _ELSE.format("passage" if on_passages or not apart else curie(min(apart)))


def _finding(claim: str, first: str, file: str, place: tuple[int, int], how: str) -> Finding:
    name = curie(claim)
    if how:
        message = f"{name} is defined in {first} and again in {file}, {how}."
        return Finding(file, *place, "error", "11-claim-defined-twice", message, "", name, claim)
    message = f"{name} stands in {first} too, word for word."
    hint = "Remove one of them: a claim that two have added is one claim."
    return Finding(file, *place, "warning", "repeated", message, hint, name, claim)
