"""How much a ranking hangs on one document, one speaker or one contested claim: it is run again without each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

import networkx as nx

from kg.network.measure import MEASURES, measure, ranked
from kg.network.project import only
from kg.values.said import Said

#: What can be left out, one at a time.
LEAVING = ("document", "speaker", "contested")


class Range(NamedTuple):
    """Ranks of a node over all re-runs; ``worst`` None: it drops out. ``rests_on``: what is missing at the worst."""

    best: int
    worst: int | None
    rests_on: tuple[str, ...]


def left_out(
    network: nx.MultiDiGraph[str], leaving: str, contested: Iterable[str] = ()
) -> dict[str, Callable[[dict[str, str]], bool]]:
    """What is left out one at a time, by its id, with a test of whether an edge's data rests on it."""

    home = {d["claim"]: d["document"] for *_, d in network.edges(data=True)}

    def claims(data: dict[str, str]) -> list[str]:
        return [data["claim"], *data.get("needs", "").split()]

    def documents(data: dict[str, str]) -> set[str]:
        return {data["document"], *(home[c] for c in claims(data) if c in home)}

    edges = [d for *_, d in network.edges(data=True)]
    if leaving == "contested":
        names = {c for d in edges for c in claims(d)}.intersection(contested)
        return {x: lambda d, x=x: x in claims(d) for x in sorted(names)}  # type: ignore[misc]
    if leaving == "document":
        return {x: lambda d, x=x: x in documents(d) for x in sorted({d["document"] for d in edges})}  # type: ignore[misc]
    # what two speakers say together stands while one of them is left
    names = {x for d in edges for x in d["speaker"].split(" ")}
    return {x: lambda d, x=x: d["speaker"].split(" ") == [x] for x in sorted(names)}  # type: ignore[misc]


def ranges(
    network: nx.MultiDiGraph[str],
    by: str,
    leaving: str = "document",
    contested: Iterable[str] = (),
    backend: str | None = None,
    say: Callable[[str], None] = lambda text: None,
) -> tuple[dict[str, Range], tuple[str, ...]]:
    """The range of every node's rank by one measure, and the ids of what was left out.

    Nodes that only lose their last tie drop out: without evidence they are not in the network.
    """
    low = MEASURES[by].low_is_first
    start = ranked(measure(network, [by], backend)[by], low)
    seen: dict[str, list[tuple[int | None, str]]] = {v: [(rank, "")] for v, rank in start.items()}
    without = left_out(network, leaving, contested)
    for number, (name, rests) in enumerate(without.items(), 1):
        say(Said("without {name} ({number} of {count})", name=name, number=number, count=len(without)))
        kept = only(network, ((a, b, k) for a, b, k, d in network.edges(keys=True, data=True) if not rests(d)))
        again = ranked(measure(kept, [by], backend)[by], low) if len(kept) else {}
        for v, ranks in seen.items():
            ranks.append((again.get(v), name))
    found = {}
    for v, ranks in seen.items():
        known = [r for r, _ in ranks if r is not None]
        worst = None if any(r is None for r, _ in ranks) else max(known)
        moved = worst is None or worst > start[v]
        found[v] = Range(min(known), worst, tuple(n for r, n in ranks if n and r == worst) if moved else ())
    return found, tuple(without)
