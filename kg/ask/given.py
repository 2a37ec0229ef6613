"""What compared claims give one thing: the value of each in words, and its bounds where it can be drawn on a scale."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kg.ask.claims import Reader
from kg.ask.records import entry_of, value_of
from kg.ask.values import Wording
from kg.claims.statements import FIGURE
from kg.text.terms import TYPE, br, expand, to_iri
from kg.values.answers import Dispute
from kg.values.claims import Claim, Literal, Node, finite

#: Bounds that no claim sets, as the index writes them.
_OPEN = ("", "9999", float("-inf"), float("inf"))
_Width = tuple[float | str | None, float | str | None]


class Value(NamedTuple):
    """What a claim gives, and between which bounds it lies: numbers, days, or None for what is open."""

    node: Node
    low: float | str | None = None
    high: float | str | None = None


class Given(NamedTuple):
    """What claims give one thing: the property, the unit of the bounds, and the values by the claim's IRI."""

    thing: str
    property: str
    unit: str
    values: dict[str, list[Value]]


def given(reader: Reader, dispute: Dispute) -> Given | None:
    """What the claims of a dispute give the same thing: each one value, and not all the same; None without such.

    Where values were compared the dispute itself says which; a claim may then give several.
    """
    said = dict[tuple[str, ...], dict[str, list[Value]]]()
    for claim in dispute.claims:
        for key, value in _content(reader, claim):
            said.setdefault(key, {}).setdefault(claim.iri, []).append(value)
    asked = dispute.thing and dispute.property and (to_iri(dispute.thing.id), to_iri(dispute.property.id))
    telling = [
        key
        for key, by in sorted(said.items())
        if (key[:2] == asked if asked else all(len(_readable(reader, values)) == 1 for values in by.values()))
        and len(by) == len(dispute.claims)
        and len({tuple(words(reader, iri, by[iri])) for iri in by}) > 1
    ]
    if not telling:
        return None
    best = max(telling, key=len)  # figures before names
    return Given(best[0], best[1], best[2] if len(best) > 2 else "", said[best])


def words(reader: Reader, iri: str, values: list[Value]) -> list[str]:
    """What a claim gives, in the language of the reader."""
    wording = Wording(reader)
    return list(dict.fromkeys(wording.node(node, iri) for node in _readable(reader, values)))


def _readable(reader: Reader, values: list[Value]) -> list[Node]:
    """The values without the same in other languages."""
    return reader.readable([value.node for value in values])


def _content(reader: Reader, claim: Claim) -> Iterator[tuple[tuple[str, ...], Value]]:
    """What a claim says: values by thing and property; figures by all that figures must share."""
    quads = reader.view.quads(g=claim.iri)
    entry = entry_of(reader.index, claim.id) if reader.index is not None and not quads else None
    if entry:
        r = entry.record
        number = finite(r.value) if entry.kind == "figure" else None
        width: _Width = (number, number) if entry.kind == "figure" else (None, None)
        if not r.object and not r.value:
            width = entry.begins, entry.ends
        same = (expand(r.subject) or r.subject, expand(r.relation) or r.relation)
        yield (*same, r.unit, r.object), Value(Literal(value_of(reader, entry)), *width)
    figures = {s for s, p, o, _ in quads if p == TYPE and o == br("Measure")}
    widths = reader.claims.statements.bounds(claim.iri)
    for s, p, o, _ in quads:
        if p != TYPE and s not in figures:
            yield (s, p), Value(o, *_width(widths.get((s, f"{s}\t{p}"))))
    for node in sorted(figures):
        shared = "\t".join(reader.view.text(node, br(p), claim.iri) or "" for p in FIGURE)
        what = next((w for n, w in widths if n == node and w.count("\t") == shared.count("\t")), shared)
        yield tuple(what.split("\t")), Value(node, *_width(widths.get((node, what))))


def _width(bounds: tuple[float | str, float | str] | None) -> _Width:
    low, high = bounds or (None, None)
    return None if low in _OPEN else low, None if high in _OPEN else high
