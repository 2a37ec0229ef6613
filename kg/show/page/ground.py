"""The ground of a page's map: which outlines it needs, and how finely.

What lies around places is drawn as finely as can be, what lies around the poles as finely as fits, so that no page
carries many more than ``_MOST`` points, and the rest of the world coarsely.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Any

from kg.base.outlines import LEVELS, SOURCE, Arc, Outlines, Point, Ring, outlines
from kg.values.scene import Scene

#: Points of all lines of one page.
_MOST = 15_000
_COARSE = len(LEVELS) - 1
#: Degrees from the middle: what is nearer is drawn finely, at least and at most; what is farther is not drawn at all.
_NEAR, _FAR, _EDGE = 12.0, 70.0, 165.0
#: Degrees around a place that show all there is, and for how many places.
_CLOSE, _PLACES = 8.0, 60

#: A direction from the middle of the earth.
Direction = tuple[float, float, float]


def ground_of(scene: Scene) -> dict[str, Any] | None:
    """The outlines that a scene's map needs; None where nothing of it could stand on a map."""
    codes = {node.outline for node in scene.nodes if node.outline}
    spots = [(spot.longitude * 100, spot.latitude * 100) for node in scene.nodes for spot in node.spots]
    if not codes and not spots:
        return None
    found = outlines()
    codes &= {ring.state for ring in found.rings}
    poles = {node.outline for node in scene.nodes if node.id in scene.poles} & codes
    ends = _corners(found, poles if poles or spots else codes)
    if not spots and not ends:
        return None
    middle = _mean(map(_direction, spots or ends))  # what is in the middle is drawn upright
    near = min(_FAR, max(_NEAR, *(1.2 * _angle(middle, _direction(end)) for end in (*spots, *ends))))
    arcs, rings = _chosen(found, codes, middle, (near, list(map(_direction, spots))))
    return {
        "source": SOURCE,
        "middle": _degrees(middle),
        "arcs": [_steps(points) for points in arcs],
        "rings": rings,
        "areas": [_steps(points) for points in _within(found.areas, middle, near)],
        "borders": [_steps(points) for points in _within(found.borders, middle, near)],
    }


def _corners(found: Outlines, codes: set[str]) -> list[Point]:
    """The ends of states: of each the points of its largest outline that the coarsest map has."""
    seen, corners = set[str](), list[Point]()
    for ring in found.rings:
        if ring.state in codes and ring.state not in seen:
            seen.add(ring.state)
            corners += _line(ring, [arc.at(_COARSE) for arc in found.arcs])
    return corners


def _chosen(
    found: Outlines, codes: set[str], middle: Direction, reach: tuple[float, list[Direction]]
) -> tuple[list[list[Point]], dict[str, list[list[int]]]]:
    """Lines, and rings made of them by state: as fine as ``_MOST`` allows."""
    coarse = [arc.at(_COARSE) for arc in found.arcs]
    near, spots = reach
    lines_near = [[_direction(p) for p in points] for points in coarse]
    close = [any(_angle(middle, p) <= near for p in line) for line in lines_near]
    full = [any(_angle(spot, p) <= _CLOSE for spot in spots[:_PLACES] for p in line) for line in lines_near]
    largest = {ring.state: at for at, ring in reversed(list(enumerate(found.rings)))}
    drawn = [ring for ring in found.rings if _drawable(_line(ring, coarse), middle)]
    for level in range(_COARSE + 1):
        lines = [
            arc.at(0 if fully else level if by else _COARSE)
            for arc, by, fully in zip(found.arcs, close, full, strict=True)
        ]
        kept = [
            ring for ring in drawn
            if ring.area >= LEVELS[level if any(close[_number(a)] for a in ring.arcs) else _COARSE]
            or (ring.state in codes and found.rings[largest[ring.state]] is ring)
        ]  # fmt: skip
        used = {number: at for at, number in enumerate(dict.fromkeys(_number(a) for ring in kept for a in ring.arcs))}
        if sum(len(lines[number]) for number in used) <= _MOST:
            break
    rings: dict[str, list[list[int]]] = {}
    for ring in kept:
        new = [used[a] if a >= 0 else ~used[~a] for a in ring.arcs]
        rings.setdefault(ring.state if ring.state in codes else "-", []).append(new)
    return [lines[number] for number in used], rings


def _number(arc: int) -> int:
    return arc if arc >= 0 else ~arc


def _line(ring: Ring, lines: Sequence[list[Point]]) -> list[Point]:
    return [p for a in ring.arcs for p in (lines[a] if a >= 0 else lines[~a][::-1])]


def _within(arcs: Iterable[Arc], middle: Direction, near: float) -> list[list[Point]]:
    """Lines near the middle, of middling detail."""
    return [arc.at(1) for arc in arcs if any(_angle(middle, _direction(p)) <= near for p in arc.at(_COARSE))]


def _drawable(points: list[Point], middle: Direction) -> bool:
    """Whether an outline can be drawn around the middle: what holds the other end of the world would be inside out."""
    if any(_angle(middle, _direction(p)) > _EDGE for p in points):
        return False
    longitude, latitude = _degrees((-middle[0], -middle[1], -middle[2]))
    x, y, inside = longitude * 100, latitude * 100, False
    for (x1, y1), (x2, y2) in zip(points, points[1:] + points[:1], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return not inside


# ---------------------------------------------------------------------- on the globe


def _direction(point: tuple[float, float]) -> Direction:
    longitude, latitude = math.radians(point[0] / 100), math.radians(point[1] / 100)
    return (
        math.cos(latitude) * math.cos(longitude),
        math.cos(latitude) * math.sin(longitude),
        math.sin(latitude),
    )


def _mean(directions: Iterable[Direction]) -> Direction:
    """The middle of the smallest box around them, which many points at one end do not draw to it."""
    x, y, z = ((min(axis) + max(axis)) / 2 for axis in zip(*directions, strict=True))
    length = math.hypot(x, y, z) or 1.0
    return (x / length, y / length, z / length)


def _angle(one: Direction, other: Direction) -> float:
    return math.degrees(math.acos(max(-1.0, min(1.0, sum(a * b for a, b in zip(one, other, strict=True))))))


def _degrees(direction: Direction) -> tuple[float, float]:
    x, y, z = direction
    return (round(math.degrees(math.atan2(y, x)), 2), round(math.degrees(math.asin(max(-1.0, min(1.0, z)))), 2))


def _steps(points: list[Point]) -> list[int]:
    """Longitudes and latitudes, each after the first as a difference: small numbers pack well."""
    found, x, y = list[int](), 0, 0
    for right, up in points:
        found += (right - x, up - y)
        x, y = right, up
    return found
