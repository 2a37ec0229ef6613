"""Why two are connected: the strongest chains of evidence between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice, pairwise, product
from math import log2
from typing import NamedTuple

import networkx as nx

#: What a doubling of partners adds to the cost of passing through a node.
_HUB = 0.15
#: Paths longer than the shortest by more than this say nothing.
_DETOUR = 3
#: Combinations tried around one stop.
_ENOUGH = 64


_NOTHING: tuple[set[str], set[str]] = (set(), set())

#: Two that acts join, their documents joined by spaces, and how many claims they are.
Acts = tuple[str, str, str, int]


class Route(NamedTuple):
    """Nodes in order, and the cost: lower is stronger."""

    nodes: tuple[str, ...]
    cost: float


def evidence(network: nx.MultiDiGraph[str], acts: Iterable[Acts] = ()) -> nx.Graph[str]:
    """The network without direction, each dyad with its cost as a hop. ``acts`` add to what is in the network.

    cost = 1 + 1/(1 + documents) + 1/(1 + claims) + h/2 · (log₂ deg a + log₂ deg b) with h = 0.15: one more document
    makes a hop stronger, one more claim a little too, passing through a hub makes it weaker. Half of the price of a
    node stands on either side of it; what stands at the two ends is the same for all paths.
    """
    seen: dict[tuple[str, str], tuple[set[str], set[str]]] = {}
    for a, b, data in network.edges(data=True):
        if a != b:
            documents, claims = seen.setdefault((a, b) if a < b else (b, a), (set(), set()))
            documents.add(data["document"])
            claims.add(data["claim"])
    summed = {pair: (len(documents), len(claims)) for pair, (documents, claims) in seen.items()}
    for a, b, names, count in acts:
        pair, found = (a, b) if a < b else (b, a), set(names.split(" "))
        written, said = seen.get(pair, _NOTHING)
        summed[pair] = len(written | found), len(said) + count
    plain: nx.Graph[str] = nx.Graph()
    plain.add_nodes_from(sorted(network))
    plain.add_edges_from(sorted(summed))
    price = {v: _HUB / 2 * log2(k) if k else 0.0 for v, k in plain.degree()}
    for (a, b), (sources, times) in summed.items():
        plain[a][b]["cost"] = 1 + 1 / (1 + sources) + 1 / (1 + times) + price[a] + price[b]
    return plain


def routes(
    network: nx.MultiDiGraph[str],
    a: str,
    b: str,
    k: int = 3,
    via: Iterable[str] = (),
    avoid: Iterable[str] = (),
    acts: Iterable[Acts] = (),
) -> list[Route]:
    """The k cheapest simple paths from a to b, through all of ``via`` in their order and none of ``avoid``.

    ``acts``: of data sets, summed up by pair, where they are not in the network.

    Empty when there is none. Yen (1971), Management Science 17 (11), by networkx.
    """
    plain = evidence(network, acts)
    plain.remove_nodes_from(set(avoid) - {a, b})
    stops = [a, *via, b]
    if any(stop not in plain for stop in stops):
        return []
    legs = [list(islice(_simple(plain, x, y), k if len(stops) == 2 else _ENOUGH)) for x, y in pairwise(stops)]
    found = []
    for combination in islice(product(*legs), _ENOUGH**2):
        nodes = [combination[0][0], *(v for leg in combination for v in leg[1:])]
        if len(set(nodes)) == len(nodes):
            cost = sum(plain[x][y]["cost"] for x, y in pairwise(nodes))
            found.append(Route(tuple(nodes), cost))
    return sorted(found, key=lambda r: (r.cost, r.nodes))[:k]


def partners(network: nx.MultiDiGraph[str], name: str, acts: Iterable[Acts] = ()) -> set[str]:
    """All that a thing is joined to, either way."""
    found = {b if a == name else a for a, b, *_ in acts if name in (a, b)}
    if name in network:
        found |= {*network.successors(name), *network.predecessors(name)}
    return found - {name}


def _simple(plain: nx.Graph[str], a: str, b: str) -> Iterator[list[str]]:
    """Simple paths by cost, none much longer than the first."""
    shortest = None
    try:
        for nodes in nx.shortest_simple_paths(plain, a, b, weight="cost"):
            shortest = shortest or len(nodes)
            if len(nodes) > shortest + _DETOUR:
                return
            yield nodes
    except nx.NetworkXNoPath:
        return
