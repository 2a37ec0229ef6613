"""Structural balance: which triangles of friends and foes fit together, and which dyad or claim does not.

A triangle is balanced when the product of its signs is positive: the friend of a friend is a friend, the enemy of an
enemy is a friend. Heider (1946), Journal of Psychology 21; Cartwright & Harary (1956), Psychological Review 63.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from heapq import heapify, heappop, heappush
from itertools import combinations
from typing import NamedTuple

import networkx as nx

from kg.network.project import Tie, counted, ties

#: Triangles by the number of their negative sides.
KINDS = ("+++", "++-", "+--", "---")
#: Steps of the exact search in one block before it settles for the best camps found so far.
_PATIENCE = 2_000_000

Pair = tuple[str, str]


class Census(NamedTuple):
    """Triangles by kind; ``balanced`` is the share of balanced ones, None where there is no triangle."""

    counts: dict[str, int]
    balanced: float | None


class Camps(NamedTuple):
    """Two camps that leave the fewest dyads frustrated, and those dyads.

    ``frustrated`` are friends across the camps and foes within one. ``exact``: no division leaves fewer; otherwise
    there may be one. Their number is the line index of balance, or frustration index: Harary (1959), Behavioral
    Science 4; Abelson & Rosenberg (1958), Behavioral Science 3.
    """

    first: frozenset[str]
    second: frozenset[str]
    frustrated: tuple[Pair, ...]
    exact: bool


def signed(network: nx.Graph[str]) -> nx.Graph[str]:
    """The dyads of a summed network without direction that have a sign; attribute ``sign`` is 1 or −1."""
    plain: nx.Graph[str] = nx.Graph()
    plain.add_nodes_from(sorted(network))
    signs = ((*sorted((a, b)), d.get("sign", 0)) for a, b, d in network.edges(data=True) if a != b)
    plain.add_weighted_edges_from(sorted(x for x in signs if x[2]), weight="sign")
    return plain


def triangles(network: nx.Graph[str]) -> Iterator[tuple[str, str, str, int]]:
    """Every triangle of a signed network once, corners in order, with the number of negative sides."""
    order = {v: i for i, v in enumerate(sorted(network))}
    after = {v: {w for w in network[v] if order[w] > order[v]} for v in network}
    sign = {v: {w: d["sign"] for w, d in network[v].items()} for v in network}
    for a in order:
        for b in sorted(after[a], key=order.__getitem__):
            for c in sorted(after[a] & after[b], key=order.__getitem__):
                yield a, b, c, (sign[a][b] < 0) + (sign[a][c] < 0) + (sign[b][c] < 0)


def census(network: nx.Graph[str]) -> Census:
    """Triangles of a signed network by kind, and T = balanced / all."""
    counts = dict.fromkeys(KINDS, 0)
    for *_, negative in triangles(network):
        counts[KINDS[negative]] += 1
    total = sum(counts.values())
    return Census(counts, (counts["+++"] + counts["+--"]) / total if total else None)


def unbalanced(network: nx.Graph[str]) -> list[tuple[str, str, str]]:
    """Triangles that do not fit, in order."""
    return [(a, b, c) for a, b, c, negative in triangles(network) if negative % 2]


def camps(network: nx.Graph[str]) -> Camps:
    """The division of a signed network into two camps that leaves the fewest dyads frustrated.

    Searched block by block (a dyad that lies on no cycle is never frustrated), exactly while a block is small enough.
    """
    side: dict[str, int] = {}
    exact = True
    frustrated: list[Pair] = []
    flips: nx.Graph[str] = nx.Graph()  # block-wise sides are joined along the cut nodes
    flips.add_nodes_from(network)
    blocks: Iterator[set[str]] = nx.biconnected_components(network)  # type: ignore[assignment]  # not lists of sets
    for block in blocks:
        part = network.subgraph(block)
        best, done = _divide(part)
        exact &= done
        root = min(block)
        for v in block:
            if v != root:
                flips.add_edge(root, v, same=best[v] == best[root])
        frustrated += [_pair(a, b) for a, b, d in part.edges(data=True) if (best[a] == best[b]) != (d["sign"] > 0)]
    for component in nx.connected_components(flips):
        start = min(component)
        if not network.degree(start):  # no friend, no foe: in no camp
            continue
        side[start] = 0
        for a, b in nx.bfs_edges(flips, start):
            side[b] = side[a] if flips[a][b]["same"] else 1 - side[a]
    first, second = (frozenset(v for v in side if side[v] == i) for i in (0, 1))
    return Camps(first, second, tuple(sorted(frustrated)), exact)


def _divide(block: nx.Graph[str]) -> tuple[dict[str, int], bool]:
    """Sides (0, 1) of the nodes of one block with the fewest frustrated dyads, and whether that is certain.

    Branch and bound: nodes in the order of most ties to those already placed, each on its better side first; a branch
    ends when it frustrates as many dyads as the best division known.
    """
    order = _order(block)
    rank = {v: i for i, v in enumerate(order)}
    earlier = [[(rank[w], block[v][w]["sign"]) for w in block[v] if rank[w] < i] for i, v in enumerate(order)]
    best = _descend(block, order)
    fewest = _cost(block, best)
    place = [0] * len(order)
    costs = [0] * (len(order) + 1)
    tried = [0] * len(order)  # bit mask of the sides tried at each depth
    depth, steps = 1, 0
    tried[0] = 3  # the first node may stand anywhere
    while depth > 0 and fewest and steps < _PATIENCE:
        steps += 1
        if depth == len(order):
            if costs[depth] < fewest:
                fewest, best = costs[depth], dict(zip(order, place, strict=True))
            depth -= 1
            continue
        if tried[depth] == 3:
            tried[depth] = 0
            depth -= 1
            continue
        against = [sum((place[j] == s) != (sign > 0) for j, sign in earlier[depth]) for s in (0, 1)]
        choice = (against[1] < against[0]) ^ (tried[depth] != 0)
        if tried[depth]:
            choice = tried[depth] == 1
        tried[depth] |= 1 << choice
        if costs[depth] + against[choice] < fewest:
            place[depth], costs[depth + 1] = int(choice), costs[depth] + against[choice]
            depth += 1
            if depth < len(order):
                tried[depth] = 0
    return best, steps < _PATIENCE or not fewest


def _order(block: nx.Graph[str]) -> list[str]:
    """The nodes by most ties to those already placed, then by most ties, then by name."""
    reach, order = dict.fromkeys(block, 0), dict[str, None]()
    heap = [(0, -block.degree(v), v) for v in block]
    heapify(heap)
    while heap:
        ties_, _, following = heappop(heap)
        if following in order or -ties_ < reach[following]:  # an older entry of it
            continue
        order[following] = None
        for w in block[following]:
            if w not in order:
                reach[w] += 1
                heappush(heap, (-reach[w], -block.degree(w), w))
    return list(order)


def _descend(block: nx.Graph[str], order: list[str]) -> dict[str, int]:
    """A good division: place each node by its placed friends and foes, then move single nodes while that helps."""
    side: dict[str, int] = {}
    for v in order:
        pull = sum(d["sign"] * (1 if side[w] else -1) for w, d in block[v].items() if w in side)
        side[v] = int(pull > 0)
    moved = True
    while moved:
        moved = False
        for v in order:
            against = sum((side[w] == side[v]) != (d["sign"] > 0) for w, d in block[v].items())
            if 2 * against > len(block[v]):
                side[v], moved = 1 - side[v], True
    return side


def _cost(block: nx.Graph[str], side: dict[str, int]) -> int:
    return sum((side[a] == side[b]) != (d["sign"] > 0) for a, b, d in block.edges(data=True))


def _pair(a: str, b: str) -> Pair:
    return (a, b) if a < b else (b, a)


def restoring(multi: nx.MultiDiGraph[str]) -> list[tuple[str, int, tuple[Pair, ...]]]:
    """Claims without which fewer triangles were unbalanced: (claim, how many fewer, the dyads that change).

    Only claims on a dyad of an unbalanced triangle are tried, each alone. Most telling first.
    """
    summed = ties(multi)
    before = signed(summed)
    bad = unbalanced(before)
    suspects = {_pair(a, b) for corners in bad for a, b in combinations(corners, 2)}
    by_claim: dict[str, set[Pair]] = {}
    for a, b in suspects:
        for claim in summed[a][b]["claims"].split(" "):
            by_claim.setdefault(claim, set()).add((a, b))
    votes = {pair: _Votes(_edges(multi, *pair)) for pair in suspects}
    found = []
    for claim, pairs in sorted(by_claim.items()):
        signs = {pair: votes[pair].sign_without(claim) for pair in pairs}
        changed = {(a, b): sign for (a, b), sign in signs.items() if sign != before[a][b]["sign"]}
        fewer = _fewer(before, changed)
        if fewer > 0:
            found.append((claim, fewer, tuple(sorted(changed))))
    return sorted(found, key=lambda x: (-x[1], x[0]))


def _edges(multi: nx.MultiDiGraph[str], a: str, b: str) -> list[Tie]:
    return [(u, data) for u, v in ((a, b), (b, a)) if multi.has_edge(u, v) for data in multi[u][v].values()]


def _fewer(before: nx.Graph[str], changed: dict[Pair, int]) -> int:
    """How many triangles fewer are unbalanced when some dyads have another sign, or none: only theirs can change."""
    affected = {tuple(sorted((a, b, c))) for a, b in changed for c in before[a].keys() & before[b].keys()}

    def was(a: str, b: str) -> int:
        return int(before[a][b]["sign"])

    def sign(a: str, b: str) -> int:
        return changed[a, b] if (a, b) in changed else was(a, b)

    then = sum(was(a, b) * was(a, c) * was(b, c) < 0 for a, b, c in affected)
    return then - sum(sign(a, b) * sign(a, c) * sign(b, c) < 0 for a, b, c in affected)


class _Votes:
    """The votes of a dyad, as ``project.sum_up`` counts them, to take out one claim without counting the rest again."""

    def __init__(self, edges: Iterable[Tie]) -> None:
        self._said: dict[Pair, list[Tie]] = {}  # by claim and direction
        self._of: dict[str, set[Pair]] = {}  # a claim → where it counts, or is needed
        self._strongest: dict[tuple[str, bool], list[tuple[float, Pair]]] = {}  # of each thing, for and against
        for source, data in edges:
            key = (data["claim"], source)
            self._said.setdefault(key, []).append((source, data))
            for claim in (data["claim"], *data.get("needs", "").split()):
                self._of.setdefault(claim, set()).add(key)
        for key, said in self._said.items():
            for thing, weight in _weights(said):
                self._strongest.setdefault((thing, weight < 0), []).append((abs(weight), key))
        for votes in self._strongest.values():
            votes.sort(reverse=True)
        self._total = sum((_towards(*side, votes[0][0]) for side, votes in self._strongest.items()), Fraction())

    def sign_without(self, claim: str) -> int:
        """The sign of the dyad without what a claim says, and what rests on it. Exact, as ``sum_up`` is."""
        touched = self._of.get(claim, set())
        kept: dict[tuple[str, bool], float] = {}  # the strongest of what is left of those places
        sides = set[tuple[str, bool]]()
        for key in touched:
            sides.update((thing, weight < 0) for thing, weight in _weights(self._said[key]))
            left = [t for t in self._said[key] if claim not in (t[1]["claim"], *t[1].get("needs", "").split())]
            for thing, weight in _weights(left):
                side = (thing, weight < 0)
                kept[side] = max(kept.get(side, 0.0), abs(weight))
        total = self._total
        for side in sides | kept.keys():
            votes = self._strongest.get(side, [])
            others = next((weight for weight, key in votes if key not in touched), 0.0)
            total += _towards(*side, max(others, kept.get(side, 0.0)))
            total -= _towards(*side, votes[0][0] if votes else 0.0)
        return (total > 0) - (total < 0)


def _weights(said: Iterable[Tie]) -> list[tuple[str, float]]:
    return [(data["thing"], data.get("weight", 0.0)) for _, data in counted(said)]


def _towards(thing: str, against: bool, weight: float) -> Fraction:
    return -Fraction(weight) if against else Fraction(weight)
