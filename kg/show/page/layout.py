"""Where things stand. Computed here, so that the picture is the same on every machine and needs no physics.

A relation of two hangs on two poles: they stand inside the picture, what both share between them, what is one's on its
outer side, third parties above. Each thing has a slot of its own, so labels cannot meet; slots are dealt so that
relations are short, cross little and do not run through others. The first picture, of a few things, has slots of its
own. Large scenes are laid out freely.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.values.scene import Node, Relation, Scene

Point = tuple[float, float]

_COLUMN, _ROW, _GAP = 150.0, 108.0, 0.35
#: So many things one look takes in.
FIRST = 22
#: Up to this many things slots are dealt; beyond, the picture is too large for one look anyway.
SMALL = 120
#: How much further from the middle than their columns the poles of a first picture stand.
_NEAR = 0.1
#: The first picture has room: labels stand beside each other whole.
_WIDE, _HIGH = 1.36, 1.06
_SHORTER, _BETTER = 24_000, 1_500
#: What a crossing, and a relation that runs through a thing or its label, costs in lengths of a relation.
_CROSSING, _THROUGH, _LABEL = 0.9, 2.4, 0.9


def place(scene: Scene) -> dict[str, Point]:
    """A point for each node of a scene. Equal scenes give equal points."""
    if not scene.nodes:
        return {}
    return _Slots(scene.nodes, scene).dealt() if len(scene.nodes) <= SMALL else _free(scene)


def place_first(scene: Scene) -> dict[str, Point]:
    """A point for each thing of the first picture: the first few in the scene's order."""
    few = set(scene.order[:FIRST])
    nodes = tuple(n for n in scene.nodes if n.id in few)
    dealt = _First(nodes, scene).dealt() if nodes else {}
    return {name: (round(x * _WIDE, 1), round(y * _HIGH, 1)) for name, (x, y) in dealt.items()}


@dataclass
class _Region:
    """The slots of one side."""

    slots: list[int]


class _Slots:
    """Simulated annealing over slots: first for short relations, which is cheap, then for a clean picture."""

    def __init__(self, nodes: Sequence[Node], scene: Scene) -> None:
        self._ids = [n.id for n in nodes]
        self._edges = _pairs(self._ids, scene.relations)
        self._around: list[list[int]] = [[] for _ in self._ids]  # edges at each node
        for e, (s, t) in enumerate(self._edges):
            self._around[s].append(e)
            self._around[t].append(e)
        self._side = [n.side for n in nodes]
        self._kind = [n.kind for n in nodes]
        self._random = random.Random(7)
        self._points: list[Point] = []
        self._pole_slots: dict[str, int] = {}
        sides = {n.id: n.side for n in nodes}
        self._poles = {p for p, side in zip(scene.poles, "ab", strict=False) if sides.get(p) == side}
        self._regions = self._make_slots()
        self._slot: list[int] = [0] * len(self._ids)
        self._holder: list[int | None] = [None] * len(self._points)
        for side, region in self._regions.items():
            free = region.slots[:]
            self._random.shuffle(free)
            for i in (i for i, s in enumerate(self._side) if s == side and not self._is_fixed(i)):
                self._slot[i] = free.pop()
                self._holder[self._slot[i]] = i
        for i in filter(self._is_fixed, range(len(self._ids))):
            self._slot[i] = self._pole_slots[self._side[i]]
            self._holder[self._slot[i]] = i
        self._at: list[Point] = [self._points[s] for s in self._slot]

    def _is_fixed(self, i: int) -> bool:
        """Poles have a place of their own, on the inner edge of their side."""
        return self._ids[i] in self._poles

    def _keep_for_pole(self, side: str, slots: list[int]) -> None:
        """Take the middle slot of a column out of those that are dealt."""
        self._pole_slots[side] = slots.pop(len(slots) // 2)

    def _make_slots(self) -> dict[str, _Region]:
        counts = {s: self._side.count(s) for s in ("a", "joint", "b")}
        self._rows = 7 if sum(counts.values()) <= 40 else 8 if sum(counts.values()) <= 60 else 9
        columns = {s: max(1 if n <= 3 else 2, math.ceil((n + 2) / self._rows)) if n else 0 for s, n in counts.items()}
        width = (sum(columns.values()) - 1 + 2 * _GAP) * _COLUMN
        x, regions = -width / 2, {}
        for side, n in columns.items():
            slots = []
            for c in range(n):
                column = self._column(x, self._rows, 0.25 if c % 2 else -0.25)
                if c == {"a": n - 1, "b": 0}.get(side) and side in self._pole_sides():
                    self._keep_for_pole(side, column)
                slots += column
                x += _COLUMN
            x += _GAP * _COLUMN
            regions[side] = _Region(slots)
        edge = (self._rows - 1) / 2 * _ROW + 1.7 * _ROW
        regions["third"] = self._strip(self._side.count("third"), width, -edge, -_ROW)
        regions["none"] = self._strip(self._side.count("none"), width, edge, _ROW)
        return regions

    def _pole_sides(self) -> set[str]:
        return {side for name, side in zip(self._ids, self._side, strict=True) if name in self._poles}

    def _column(self, x: float, rows: int, shift: float) -> list[int]:
        """A column of slots around the middle, shifted by a part of a row."""
        first = len(self._points)
        self._points += [(x, (r - (rows - 1) / 2 + shift) * _ROW) for r in range(rows)]
        return list(range(first, len(self._points)))

    def _strip(self, count: int, width: float, y: float, step: float) -> _Region:
        """Rows of slots above or below the poles."""
        across = max(6, min(count + 2, round(width / _COLUMN) + 1))
        slots = []
        for r in range(math.ceil((count + 1) / across) if count else 0):
            for c in range(across):
                slots.append(len(self._points))
                drop = _ROW * (0.18 if c % 2 else -0.18)
                self._points.append((-width / 2 + c * width / (across - 1), y + r * step + drop))
        return _Region(slots)

    def dealt(self) -> dict[str, Point]:
        """Deal the slots and give each node its point."""
        free = [i for i in range(len(self._ids)) if not self._is_fixed(i)]
        movable = [i for i in free if len(self._regions[self._side[i]].slots) > 1]
        if movable and self._edges:
            self._anneal(movable, _SHORTER, 3.0, clean=False)
            self._anneal(movable, _BETTER, 0.4, clean=True)
        return {v: (round(x, 1), round(y, 1)) for v, (x, y) in zip(self._ids, self._at, strict=True)}

    def _anneal(self, movable: Sequence[int], steps: int, heat: float, *, clean: bool) -> None:
        for step in range(steps):
            warmth = heat * (0.01 / heat) ** (step / steps)
            i = self._random.choice(movable)
            old, new = self._slot[i], self._random.choice(self._regions[self._side[i]].slots)
            if old == new:
                continue
            j = self._holder[new]
            moved = [i] if j is None else [i, j]
            before = self._cost(moved, clean)
            self._put(i, new)
            if j is not None:
                self._put(j, old)
            else:
                self._holder[old] = None
            gain = before - self._cost(moved, clean)
            if gain < 0 and self._random.random() >= math.exp(gain / warmth):
                self._put(i, old)
                if j is not None:
                    self._put(j, new)
                else:
                    self._holder[new] = None

    def _put(self, i: int, slot: int) -> None:
        self._slot[i], self._holder[slot], self._at[i] = slot, i, self._points[slot]

    def _cost(self, moved: Sequence[int], clean: bool) -> float:
        """What the relations of some nodes cost, and what they themselves are in the way of."""
        total = sum(self._wish(i) for i in moved)
        edges = {e for i in moved for e in self._around[i]}
        for e in edges:
            s, t = self._edges[e]
            (x1, y1), (x2, y2) = self._at[s], self._at[t]
            length = math.hypot(x2 - x1, y2 - y1)
            total += length / 118 + (length / 420) ** 2
            if clean:
                total += _CROSSING * self._crossings(e, s, t) + self._run_through(s, t, range(len(self._ids)))
        if clean:
            for e, (s, t) in enumerate(self._edges):
                if e not in edges:
                    total += self._run_through(s, t, moved)
        return total

    def _wish(self, i: int) -> float:
        """States stand high, places low."""
        y = self._at[i][1]
        if self._kind[i] == "state" and self._side[i] != "third":
            return 0.012 * abs(y + _ROW)
        return 0.006 * abs(y - 2.4 * _ROW) if self._kind[i] == "place" and self._side[i] != "third" else 0.0

    def _crossings(self, e: int, s: int, t: int) -> int:
        (x1, y1), (x2, y2) = self._at[s], self._at[t]
        left, right, low, high = min(x1, x2), max(x1, x2), min(y1, y2), max(y1, y2)
        dx, dy, count = x2 - x1, y2 - y1, 0
        for f, (u, v) in enumerate(self._edges):
            if f == e or u in (s, t) or v in (s, t):
                continue
            (x3, y3), (x4, y4) = self._at[u], self._at[v]
            if (x3 < left and x4 < left) or (x3 > right and x4 > right):
                continue
            if (y3 < low and y4 < low) or (y3 > high and y4 > high):
                continue
            one = dx * (y3 - y1) - dy * (x3 - x1)
            two = dx * (y4 - y1) - dy * (x4 - x1)
            if one * two < 0:
                ex, ey = x4 - x3, y4 - y3
                count += (ex * (y1 - y3) - ey * (x1 - x3)) * (ex * (y2 - y3) - ey * (x2 - x3)) < 0
        return count

    def _run_through(self, s: int, t: int, nodes: Sequence[int]) -> float:
        """The price of nodes, and of labels below them, that a relation runs through."""
        (x1, y1), (x2, y2) = self._at[s], self._at[t]
        left, right, low, high = min(x1, x2) - 26, max(x1, x2) + 26, min(y1, y2) - 52, max(y1, y2) + 26
        dx, dy = x2 - x1, y2 - y1
        square = dx * dx + dy * dy
        total = 0.0
        if not square:
            return total
        length = math.sqrt(square)
        for v in nodes:
            x, y = self._at[v]
            if x < left or x > right or y < low or y > high or v in (s, t):
                continue
            along = ((x - x1) * dx + (y - y1) * dy) / square
            if 0.05 < along < 0.95:
                off = (x - x1) * dy - (y - y1) * dx
                if abs(off) < 25 * length:
                    total += _THROUGH
                elif abs((x - x1) * dy - (y + 28 - y1) * dx) < 18 * length:
                    total += _LABEL
        return total


class _First(_Slots):
    """A few things: what joins the poles stands between them, people and the rest of a side beyond its pole."""

    def _make_slots(self) -> dict[str, _Region]:
        beside = {s: self._side.count(s) - (s in self._pole_sides()) for s in "ab"}
        between = self._side.count("joint")
        self._rows = max(3, min(5, math.ceil((between + 1) / 3)), *((n + 2) // 2 for n in beside.values()))
        columns = max(1, math.ceil((between + 1) / self._rows))
        inner = (columns + 1) / 2 * _COLUMN
        shifts = [0.22 if c % 2 else -0.22 for c in range(columns)]
        joint = [
            slot
            for c, shift in enumerate(shifts)
            for slot in self._column((c - (columns - 1) / 2) * _COLUMN, self._rows, shift)
        ]
        regions = {"joint": _Region(joint)}
        for side, sign in (("a", -1), ("b", 1)):
            pole = self._column(sign * (inner + _NEAR * _COLUMN), self._rows | 1, 0)
            self._keep_for_pole(side, pole)
            outer = self._column(sign * (inner + (1 + _NEAR) * _COLUMN), self._rows, 0.22)
            regions[side] = _Region(outer if beside[side] < self._rows else outer + pole)
        wide = 2 * inner + (2 + 2 * _NEAR if any(beside.values()) else 2 * _NEAR) * _COLUMN
        edge = (self._rows - 1) / 2 * _ROW + 1.25 * _ROW
        regions["third"] = self._strip(self._side.count("third"), wide, -edge, -_ROW)
        regions["none"] = self._strip(self._side.count("none"), wide, edge, _ROW)
        return regions


def _pairs(ids: Sequence[str], relations: Iterable[Relation]) -> list[tuple[int, int]]:
    """Which of the things are joined, by their numbers, each pair once."""
    index = {v: i for i, v in enumerate(ids)}
    ends = ((index[r.source], index[r.target]) for r in relations if r.source in index and r.target in index)
    return sorted({(min(s, t), max(s, t)) for s, t in ends if s != t})


def _free(scene: Scene) -> dict[str, Point]:
    """Force-directed points for large scenes: igraph where it is installed, else rings around the most connected."""
    ids = [n.id for n in scene.nodes]
    index = {v: i for i, v in enumerate(ids)}
    pairs = sorted({tuple(sorted((index[r.source], index[r.target]))) for r in scene.relations})
    spread = 60.0 * math.sqrt(len(ids))
    try:
        import igraph
    except ImportError:
        points = _rings(len(ids), pairs)
    else:
        igraph.set_random_number_generator(random.Random(7))
        try:
            graph = igraph.Graph(len(ids), pairs)
            start = _rings(len(ids), pairs)
            points = graph.layout_fruchterman_reingold(
                niter=120 if len(ids) < 20_000 else 40, seed=start, grid=len(ids) > 2_000
            ).coords
        finally:
            igraph.set_random_number_generator(random)
    far = sorted(max(abs(x), abs(y)) for x, y in points)[int(len(points) * 0.98) - 1] or 1.0
    return {v: (round(x * spread / far), round(y * spread / far)) for v, (x, y) in zip(ids, points, strict=True)}


def _rings(count: int, pairs: Sequence[tuple[int, ...]]) -> list[Point]:
    """The most connected in the middle, the others around them on a spiral."""
    degree = [0] * count
    for s, t in pairs:
        degree[s] += 1
        degree[t] += 1
    points: list[Point] = [(0.0, 0.0)] * count
    for rank, i in enumerate(sorted(range(count), key=lambda i: (-degree[i], i))):
        angle, far = rank * 2.399963, 30.0 * math.sqrt(rank)
        points[i] = (far * math.cos(angle), far * math.sin(angle))
    return points
