"""A dyad in figures: its agreements, projects, meetings and trade, and how cooperation runs over time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import fsum
from typing import Any, NamedTuple

import networkx as nx

from kg.network.project import Tie, counted, sum_up
from kg.network.scale import published
from kg.text.dates import period_text
from kg.text.terms import CLAIM

#: Sections by the class of the thing, or the PLOVER category of the act; the first that fits.
SECTIONS = {
    "agreements": {"Agreement"},
    "projects": {"Project"},
    "meetings": {"Meeting", "CONSULT"},
    "phases": {"RelationPhase"},
    "memberships": {"Organization"},
}
PERIODS = {"year": 4, "month": 7}


class Thing(NamedTuple):
    """What one vote is cast on (of figures: the figure itself), with the claims behind it.

    ``dates`` are all that the claims give; they may differ. ``published``: whether the weight is a published score;
    ``dated_by``: claims that give the dates in place of those.
    """

    thing: str
    relation: str
    dates: tuple[str, ...]
    weight: float | None
    value: float | None
    claims: tuple[str, ...]
    published: bool = True
    dated_by: tuple[str, ...] = ()


class Period(NamedTuple):
    """Cooperation score of one period: things dated in it, sum and mean of their weights."""

    period: str
    things: int
    total: float
    mean: float
    claims: tuple[str, ...]


def between(network: nx.MultiDiGraph[str], a: str, b: str) -> list[Tie]:
    """The edges between two, either way."""
    return [(x, data) for x, y in ((a, b), (b, a)) if network.has_edge(x, y) for data in network[x][y].values()]


def things(network: nx.MultiDiGraph[str], a: str, b: str, kinds: Callable[[str], set[str]]) -> dict[str, list[Thing]]:
    """What ties the two, by section: agreements, projects, meetings, phases, figures, acts.

    ``kinds`` gives the names of a thing's classes and an act's category. One entry a thing; the weight is its vote
    (see ``project.dyads``), without direction. Figures stay one entry each: sources may differ.
    """
    found: dict[str, list[Thing]] = {name: [] for name in (*SECTIONS, "figures", "acts")}
    by_thing: dict[str, list[Tie]] = {}
    edges = between(network, a, b)
    seen = set[str]()
    for _, data in edges:
        if data["rule"] == "figure" and (data.get("via") or data["claim"]) not in seen:
            # one of a data set has no node but its record; what holds both ways is one figure
            seen.add(data.get("via") or data["claim"])
            thing, claims = data.get("via") or CLAIM + data["claim"], (data["claim"],)
            found["figures"].append(Thing(thing, data["relation"], _dates([data]), None, data.get("value"), claims))
    for source, data in counted(edges):
        if data["rule"] not in ("figure", "link", "acts-for"):
            by_thing.setdefault(data["thing"], []).append((source, data))
    for thing, votes in sorted(by_thing.items()):
        vote = sum_up(votes)
        acts = sorted({d["relation"] for _, d in votes}, key=lambda r: (r.startswith("br:"), r))
        is_a = kinds(thing) | {k for act in acts for k in kinds(act)}
        section = next((name for name, fits in SECTIONS.items() if fits & is_a), "acts")
        claims = tuple(vote["claims"].split(" "))
        weight = vote["weight"] if any("weight" in d for _, d in votes) else None
        scored = all("quad" in d for _, d in votes if "weight" in d)
        lent = tuple(sorted({x for _, d in votes for x in d.get("dated_by", "").split()} - {*claims}))
        dates = _dates(d for _, d in votes)
        found[section].append(Thing(thing, acts[0], dates, weight, None, claims, scored, lent))
    return {name: sorted(entries, key=_when) for name, entries in found.items() if entries}


def _dates(edges: Iterable[dict[str, Any]]) -> tuple[str, ...]:
    return tuple(sorted({period_text(d.get("begins"), d.get("ends")) for d in edges} - {""}))


def _when(entry: Thing) -> tuple[str, str, tuple[str, ...]]:
    return min(entry.dates, default="9999"), entry.thing, entry.claims


def period_of(data: dict[str, Any], digits: int) -> str | None:
    """The year (4 digits) or month (7) that holds the whole date of an edge; None when it has none so fine."""
    begins, ends = data.get("begins", "")[:digits], data.get("ends", "")[:digits]
    return begins if begins and begins == ends else None


def scores(network: nx.MultiDiGraph[str], a: str, b: str, per: str = "year") -> tuple[list[Period], int]:
    """Published scores by year or month, and the number of things with one whose date is not that fine.

    A thing counts in the period that holds its whole date; total = Σ votes, mean = total / things.
    Periods without things are absent: nothing known is not nought.
    """
    digits = PERIODS[per]
    by_thing: dict[str, list[Tie]] = {}
    for source, data in published(between(network, a, b)):
        by_thing.setdefault(data["thing"], []).append((source, data))
    periods: dict[str, list[tuple[float, str, int]]] = {}
    coarse = 0
    for edges in by_thing.values():
        exact = {period for _, d in edges if (period := period_of(d, digits))}
        if exact:
            vote = sum_up(edges)
            periods.setdefault(min(exact), []).append((vote["weight"], vote["claims"], vote["things"]))
        else:
            coarse += 1
    found = []
    for name, votes in sorted(periods.items()):
        total, things = fsum(w for w, *_ in votes), sum(n for *_, n in votes)
        claims = tuple(sorted({c for _, text, _ in votes for c in text.split(" ")}))
        found.append(Period(name, things, total, total / things, claims))
    return found, coarse
