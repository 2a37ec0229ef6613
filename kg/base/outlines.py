"""Outlines of states and territories, from ``ontology/base/outlines.tsv``, which says where they are from."""

from __future__ import annotations

from typing import NamedTuple

from kg.base.entry import rows

#: Whose the outlines are: said wherever they are drawn.
SOURCE = "Natural Earth 4.0"
#: What makes less of a difference than so many km² is left out at each level of detail.
LEVELS = (10, 60, 400, 4000)

#: Longitude and latitude in hundredths of a degree.
Point = tuple[int, int]


class Arc(NamedTuple):
    """A line, and for each of its points the coarsest level of detail that has it."""

    points: tuple[Point, ...]
    levels: tuple[int, ...]

    def at(self, level: int) -> list[Point]:
        """What is left of it at a level of detail."""
        return [point for point, last in zip(self.points, self.levels, strict=True) if last >= level]


class Ring(NamedTuple):
    """An outline, or a lake or enclave in one. ``state``: whose, "-" for nobody that the base knows."""

    state: str
    arcs: tuple[int, ...]
    area: int


class Outlines(NamedTuple):
    """All of them; the largest ring of a state is its first. ``areas`` and ``borders``: what is disputed."""

    arcs: tuple[Arc, ...]
    rings: tuple[Ring, ...]
    areas: tuple[Arc, ...]
    borders: tuple[Arc, ...]


def outlines() -> Outlines:
    """The table, read anew: a process that draws a map draws one."""
    arcs: dict[str, list[Arc]] = {"arc": [], "area": [], "line": []}
    rings = []
    for row in rows("outlines.tsv"):
        numbers = [int(number) for number in row["shape"].split()]
        if row["what"] == "ring":
            rings.append(Ring(row["id"], tuple(numbers), int(row["levels"])))
        else:
            arcs[row["what"]].append(Arc(_points(numbers), tuple(map(int, row["levels"]))))
    return Outlines(tuple(arcs["arc"]), tuple(rings), tuple(arcs["area"]), tuple(arcs["line"]))


def _points(steps: list[int]) -> tuple[Point, ...]:
    x = y = 0
    found = []
    for right, up in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + right, y + up
        found.append((x, y))
    return tuple(found)
