"""Where states and those who act for them stand: what unfolding shows is laid out beside what is there without it.

Actors stand above and below their state. States of a large set stand together by communities.
"""

from __future__ import annotations

import math
from dataclasses import replace

from kg.show.page.layout import Point, place, place_first
from kg.values.scene import Scene

#: Half the way between two states with nothing but acts between them, and from one actor to the next.
_HALF, _STEP = 430.0, 118.0


def stand(scene: Scene) -> dict[str, Point]:
    """A point for each node of a scene. Equal scenes give equal points."""
    if scene.states:
        return _by_community(scene)
    folded = _folded(scene)
    kept = {n.id for n in folded.nodes}
    points = place(folded)
    if kept == set(scene.poles) and len(kept) == 2:
        points = dict(zip(scene.poles, ((-_HALF, 0.0), (_HALF, 0.0)), strict=True))
    return points | _beside(scene, kept, points)


def stand_first(scene: Scene) -> dict[str, Point]:
    """A point for each thing of the first picture; states of a large set are one picture from the start."""
    return {} if scene.states else place_first(_folded(scene))


def _folded(scene: Scene) -> Scene:
    """The scene without those who act for states alone; all of it where nothing else is there."""
    named = {band.id for band in scene.bands if band.named}
    rest = [r for r in scene.relations if r.id not in named]
    kept = {x for r in rest for x in (r.source, r.target)}
    if not named or not kept:
        return scene
    return replace(scene, nodes=tuple(n for n in scene.nodes if n.id in kept), relations=tuple(rest))


def _beside(scene: Scene, kept: set[str], points: dict[str, Point]) -> dict[str, Point]:
    """The actors of each side in a column through its pole, those of no side in one between."""
    found: dict[str, Point] = {}
    for side, nth in (("a", 0), ("b", 1), ("", 2)):
        actors = [n.id for n in scene.nodes if n.id not in kept and _column(n.side) == side]
        pole = scene.poles[nth] if nth < len(scene.poles) else ""
        x, y = points.get(pole, (0.0, 0.0))
        for i, name in enumerate(actors):
            row = (i // 2 + 1) * (1 if i % 2 else -1)
            found[name] = (x, y + row * _STEP)
    return found


def _column(side: str) -> str:
    return side if side in ("a", "b") else ""


def _by_community(scene: Scene) -> dict[str, Point]:
    """Communities around a middle, the states of each around its own; what is in none lies outside of all."""
    groups = [list(group) for group in scene.states.communities] if scene.states else []
    ids = {n.id for n in scene.nodes}
    groups = [g for g in ([v for v in group if v in ids] for group in groups) if g]
    known = {v for group in groups for v in group}
    found: dict[str, Point] = {}
    sizes = [_radius(len(group)) for group in groups]
    ring = max(sum(sizes) * 2.3 / (2 * math.pi), max(sizes, default=0.0) * 1.5) if len(groups) > 1 else 0.0
    turn = -math.pi / 2
    for group, size in zip(groups, sizes, strict=True):
        share = math.pi * size / (sum(sizes) or 1)
        turn += share
        middle = (1.45 * ring * math.cos(turn), ring * math.sin(turn))
        turn += share
        for i, name in enumerate(group):
            far, angle = (0.0, 0.0) if len(group) == 1 else (size * math.sqrt((i + 0.35) / len(group)), i * 2.399963)
            found[name] = (round(middle[0] + 1.2 * far * math.cos(angle)), round(middle[1] + far * math.sin(angle)))
    others = [n.id for n in scene.nodes if n.id not in known]
    if others:
        left = replace(scene, nodes=tuple(n for n in scene.nodes if n.id in set(others)), relations=(), states=None)
        low = max((y for _, y in found.values()), default=0.0) + 4 * _STEP
        found |= {v: (x, y + low) for v, (x, y) in place(left).items()}
    return found


def _radius(count: int) -> float:
    """The room that so many states take."""
    return 95.0 * math.sqrt(count)
