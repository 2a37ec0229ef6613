"""What a network loses with one of its things, documents or speakers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

import networkx as nx

from kg.network.paths import Acts

#: Whether the edge of two rests on what is taken away.
Rests = Callable[[str, str, dict[str, Any]], bool]


class Loss(NamedTuple):
    """What goes: edges by their ends and keys, the dyads that lose their last tie, and what is cut off.

    ``alone``: things without any tie left; ``apart``: groups that hang together, but no longer with most of the rest.
    ``parts``: into how many parts the network falls before and after.
    """

    edges: list[tuple[str, str, str]]
    dyads: list[tuple[str, str]]
    alone: list[str]
    apart: list[list[str]]
    parts: tuple[int, int]


def resting_on(network: nx.MultiDiGraph[str], name: str) -> Rests:
    """Whether an edge ends at a thing, goes through it, or has no other document or speaker."""
    home = {d["claim"]: d["document"] for *_, d in network.edges(data=True)}
    document = name.removeprefix("d:") if name.startswith("d:") else None

    def rests(a: str, b: str, data: dict[str, Any]) -> bool:
        documents = {data["document"], *(home.get(c) for c in data.get("needs", "").split())}
        through = name in (a, b, data["thing"], data.get("via"))
        return through or document in documents or data["speaker"].split(" ") == [name]

    return rests


def parts(network: nx.MultiDiGraph[str], acts: Iterable[Acts] = ()) -> list[list[str]]:
    """The parts of a network between which there is no tie, largest first; ``acts`` add to it."""
    return _parts(_joined(network, ((a, b) for a, b, *_ in acts)))


def loss(network: nx.MultiDiGraph[str], name: str, acts: Iterable[Acts] = ()) -> Loss:
    """What goes with a thing, a document (``d:…``) or a speaker."""
    rests, acts = resting_on(network, name), list(acts)
    gone = [(a, b, k) for a, b, k, d in network.edges(keys=True, data=True) if rests(a, b, d)]
    kept: nx.MultiDiGraph[str] = network.copy()
    kept.remove_edges_from(gone)
    document = name.removeprefix("d:") if name.startswith("d:") else None
    before = _joined(network, ((a, b) for a, b, *_ in acts))
    after = _joined(kept, ((a, b) for a, b, names, _ in acts if name not in (a, b) and names != document))
    dyads = sorted({(a, b) for a, b in map(sorted, before.edges) if name not in (a, b) and not after.has_edge(a, b)})
    alone = sorted(v for v in before if v != name and before.degree(v) and not after.degree(v))
    after.remove_nodes_from([name, *alone])
    apart = []
    for part in _parts(before):
        left = _parts(after.subgraph(part))
        apart += [group for group in left[1:] if len(group) > 1]
    return Loss(sorted(gone), dyads, alone, apart, (len(_parts(before)), len(_parts(after)) + len(alone)))


def _joined(network: nx.MultiDiGraph[str], more: Iterable[tuple[str, str]]) -> nx.Graph[str]:
    plain: nx.Graph[str] = nx.Graph()
    plain.add_nodes_from(sorted(network))
    plain.add_edges_from(sorted((a, b) for a, b in {*network.edges(), *more} if a != b))
    return plain


def _parts(plain: nx.Graph[str]) -> list[list[str]]:
    return sorted((sorted(part) for part in nx.connected_components(plain)), key=lambda part: (-len(part), part))
