"""Where claims say that things are: the points of a map. What no claim gives a point has none."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from kg.ask.claims import Reader
from kg.ask.filters import Filter, Sieve
from kg.ask.records import claim_of, cut_of
from kg.text.points import COORDINATES, parse_point
from kg.text.terms import curie, is_claim_graph
from kg.values.claims import Claim, Literal
from kg.values.scene import Spot

#: Numbers of names that one question to the index holds.
_PORTION = 500


def spots_of(reader: Reader, things: Collection[str], rules: Filter) -> dict[str, tuple[Spot, ...]]:
    """The points of some things, by CURIE, with the claims that give each; those first that most claims give."""
    found: dict[str, dict[str, list[str]]] = {}
    for thing, text, claim in (*_written(reader, set(things), rules), *_recorded(reader, sorted(things), rules)):
        if not (claim.negated or claim.superseded or claim.retraction):
            found.setdefault(thing, {}).setdefault(text, []).append(claim.id)
    return {
        thing: tuple(
            Spot(*parse_point(text), tuple(sorted(claims)))
            for text, claims in sorted(points.items(), key=lambda p: (-len(p[1]), p[0]))
        )
        for thing, points in found.items()
    }


def _written(reader: Reader, things: set[str], rules: Filter) -> Iterator[tuple[str, str, Claim]]:
    sieve = Sieve(reader, rules)
    for s, _, o, g in sorted(reader.view.quads(None, COORDINATES), key=str):
        known = curie(s) in things and isinstance(o, Literal) and is_claim_graph(g)
        if known and sieve.keeps(g) and sieve.holds_of(g, s):
            yield curie(s), o[0], sieve.claim(g)


def _recorded(reader: Reader, things: list[str], rules: Filter) -> Iterator[tuple[str, str, Claim]]:
    """The points that data sets give."""
    index = reader.index
    relation = index.number(curie(COORDINATES)) if index else None
    if index is None or relation is None:
        return
    cut = cut_of(reader, rules).also("r.relation = ?", relation)
    for first in range(0, len(things), _PORTION):
        numbers = [n for thing in things[first : first + _PORTION] if (n := index.number(thing)) is not None]
        for entry in index.entries(cut.among("r.subject", numbers)):
            yield entry.record.subject, entry.record.value, claim_of(reader, entry)
