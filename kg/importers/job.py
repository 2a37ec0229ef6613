"""What an importer works with, and the account of what it did."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kg.importers.actors import Actors
from kg.tables.lines import Problem, Tail
from kg.tables.row import Cells, Row
from kg.tables.table import Sheet, read_table, stem
from kg.text.records import Record


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
    #: What was taken for something that others know: what stood there, what it is and by what, parted by tabs.
    matched: dict[str, int]
    #: Names that stand for things of the data set's own, and what is called so too.
    namesakes: dict[str, str]
    #: What of the source was passed over: sheets, folders, links.
    left_out: tuple[str, ...]
    #: Files that could not be read to their end.
    broken_off: tuple[str, ...]
    states: tuple[str, ...]
    told: tuple[str, ...]
    remarks: tuple[str, ...]
    report: str
    unchanged: bool = False
    #: Nothing could be imported, and the data set that was here stays.
    kept: bool = False


@dataclass(frozen=True)
class Source:
    """What is known about the data set as a document."""

    files: tuple[str, ...]
    dataset: str
    title: str
    speaker: str = ""
    issued: str = ""
    #: Whether somebody gave it that name; else it is its file's.
    named: bool = False
    #: Under which licence it is, and how its makers want it cited.
    licence: str = ""
    citation: str = ""
    #: Where readers find it.
    home: str = ""
    #: Whatever else the records depend on.
    options: tuple[str, ...] = ()
    #: What of a folder is passed over.
    left_out: tuple[str, ...] = ()
    #: The sheet of a workbook that is read; the first where it is "".
    sheet: str = ""


class Job:
    """What an importer works with: matching, remarks, and its rows less those that an earlier run did."""

    def __init__(self, source: Source, actors: Actors, done: int = 0) -> None:
        self.source, self.actors = source, actors
        self.tail = Tail()
        self.remarks: list[str] = []
        #: What of the source is passed over, and files that could not be read to their end.
        self.left_out, self.broken_off = list(source.left_out), list[str]()
        #: What was left out of rows that went in all the same.
        self.flaws: list[tuple[str, Problem]] = []
        self._done, self._met = done, 0

        self._labels = dict(zip(source.files, _labels(source.files), strict=True))

    def table(self, path: str, columns: list[str] | None = None, layout: Mapping[str, str] | None = None) -> Sheet:
        """The table in a file of the source; sheets that are not read are noted. Arguments and errors are those of
        ``read_table``."""
        sheet = read_table(path, columns, self.tail, self.source.sheet, layout or {})
        if sheet.above:
            self.left_out.append(f"{os.path.basename(path)}: {sheet.above} lines above the head row")
        for other in sheet.others:
            self.left_out.append(f"{os.path.basename(path)}: the sheet ‘{other}’ (--sheet reads it)")
        return sheet

    def rows(self, path: str, rows: Iterable[Row[Cells]]) -> Iterator[Row[Cells]]:
        """The rows of a file that are still to be done."""
        for row in rows:
            self._met += 1
            if isinstance(row.cells, Problem) and row.cells.ends:
                self.broken_off.append(f"{os.path.basename(path)}:{row.number}: {row.cells.message}")
            if self._met > self._done:
                yield row

    def record_id(self, path: str, number: int) -> str:
        """The id of the record that a row makes: its number, behind the name of its file where there are several."""
        return f"{self._labels[path]}-{number}" if len(self._labels) > 1 else str(number)

    def remark(self, text: str) -> None:
        """Something to say once about the whole."""
        if text not in self.remarks:
            self.remarks.append(text)

    def flaw(self, place: str, problem: Problem) -> None:
        """Something of a row that cannot go in, while the rest of the row does."""
        self.flaws.append((place, problem))


def _labels(paths: Sequence[str]) -> list[str]:
    """Short names of files that tell them apart."""
    each = ([stem(p) for p in paths], [os.path.basename(p) for p in paths], list(paths))
    return next((names for names in each if len(set(names)) == len(paths)), list(paths))


Importer = Callable[[Job], Iterator[Taken]]
