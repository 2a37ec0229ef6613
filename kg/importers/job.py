"""What an importer works with, and the account of what it did."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from kg.importers.actors import Actors
from kg.importers.lines import Problem, Tail
from kg.importers.source import Row
from kg.records import Record


class Taken(NamedTuple):
    """What became of one row: its records, or why it has none."""

    place: str
    made: list[Record] | Problem


@dataclass(frozen=True)
class Account:
    """What an import did with every row. ``told``: the first problems of each reason; ``report`` has all of them."""

    dataset: str
    read: int
    imported: int
    skipped: dict[str, int]
    flaws: dict[str, int]
    records: int
    unmatched: dict[str, int]
    states: tuple[str, ...]
    told: tuple[str, ...]
    remarks: tuple[str, ...]
    report: str
    unchanged: bool = False


@dataclass(frozen=True)
class Source:
    """What is known about the data set as a document."""

    files: tuple[str, ...]
    dataset: str
    title: str
    speaker: str = ""
    issued: str = ""
    #: Whatever else the records depend on.
    options: tuple[str, ...] = ()


class Job:
    """What an importer works with: matching, remarks, and its rows less those that an earlier run did."""

    def __init__(self, source: Source, actors: Actors, done: int = 0) -> None:
        self.source, self.actors = source, actors
        self.tail = Tail()
        self.remarks: list[str] = []
        #: What was left out of rows that went in all the same.
        self.flaws: list[tuple[str, Problem]] = []
        self._done, self._met = done, 0

    def rows(self, rows: Iterable[Row]) -> Iterator[Row]:
        """The rows that are still to be done."""
        for row in rows:
            self._met += 1
            if self._met > self._done:
                yield row

    def remark(self, text: str) -> None:
        """Something to say once about the whole."""
        if text not in self.remarks:
            self.remarks.append(text)

    def flaw(self, place: str, problem: Problem) -> None:
        """Something of a row that cannot go in, while the rest of the row does."""
        self.flaws.append((place, problem))


Importer = Callable[[Job], Iterator[Taken]]
