"""The lines of files of data sets: as values, and how they differ from what the index has of a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, TypeVar

from kg.claims.renamed import Renamed
from kg.compile.doubles import misnamed
from kg.compile.line import is_text
from kg.text.records import PLAIN, Record, Thing, from_line, widened
from kg.text.terms import curie
from kg.values.findings import Finding
from kg.workspace import Source

Line = TypeVar("Line", Record, Thing)
#: Columns that hold names; the value of a thing does too, unless it is a text.
_NAMES = {Record: ("subject", "relation", "object", "unit", "speaker"), Thing: ("subject", "property", "value")}


class Difference(NamedTuple):
    """What has gone from a file, by the number of its row, and what has come, by the number of its line."""

    name: str
    gone: list[tuple[int, str]]
    fresh: list[tuple[int, str]]

    @classmethod
    def of(cls, name: str, lines: Iterable[tuple[int, str]], rows: Iterable[tuple[int, str]]) -> Difference:
        """``rows``: what the index has. Lines are compared as texts: only the few that differ are taken apart."""
        gone: dict[str, list[int]] = {}
        for number, line in rows:
            gone.setdefault(line, []).append(number)
        fresh = []
        for number, line in lines:
            same = gone.get(line)
            if same:
                same.pop()
            else:
                fresh.append((number, line))
        return cls(name, [(number, line) for line, numbers in gone.items() for number in numbers], fresh)

    def counts(self) -> tuple[int, int, int]:
        """Lines that have gone, that have come, and those of the latter with the id of one that has gone."""
        ids = {line.partition("\t")[0] for _, line in self.gone}
        return len(self.gone), len(self.fresh), sum(line.partition("\t")[0] in ids for _, line in self.fresh)


def numbered(
    name: str, source: Source, make: type[Record | Thing], findings: list[Finding], renamed: Renamed
) -> Iterator[tuple[int, str]]:
    """The lines of a file behind the first, which names the columns; a file that is none of ours gives a finding.

    What bears a name that the ontology has given up stands in them by its new one.
    """
    old = {text: curie(new) for iri, new in renamed.now.items() for text in (iri, curie(iri))}
    met = set[str]()
    columns, wrong = list(make._fields), misnamed(name)
    if wrong:
        findings.append(wrong)
        return
    try:
        with open(source.path, encoding="utf-8", newline="\n") as file:
            head = from_line(file.readline())
            if head != columns and not (make is Record and tuple(head) == PLAIN):
                findings.append(bad_line(name, 1, f"The first line must name the columns {', '.join(columns)}."))
                return
            for number, line in enumerate(file, 2):
                line = widened(line.rstrip("\n"), head)
                if not old.keys().isdisjoint(line.split("\t")):
                    line, gone = _with_new_names(line, make, old)
                    findings += [_old_name(name, number, x, old[x]) for x in dict.fromkeys(gone) if x not in met]
                    met.update(gone)
                yield number, line
    except (OSError, UnicodeDecodeError) as error:
        findings.append(bad_line(name, 1, f"The file cannot be read: {error}."))


def _with_new_names(line: str, make: type[Record | Thing], old: Mapping[str, str]) -> tuple[str, list[str]]:
    """A line by the names that the ontology has now, and the old ones in it; as it was where it is none of ours."""
    cells, columns = line.split("\t"), make._fields
    if len(cells) != len(columns):
        return line, []
    thing = Thing(*cells) if make is Thing else None
    at = [columns.index(c) for c in _NAMES[make] if not (c == "value" and thing and is_text(thing))]
    gone = [cells[i] for i in at if cells[i] in old]
    return "\t".join(old.get(x, x) if i in at else x for i, x in enumerate(cells)), gone


def _old_name(name: str, number: int, old: str, new: str) -> Finding:
    message = f"{curie(old)} is called {new} now, and is read so, here and in the lines below."
    return Finding(name, number, 1, "warning", "old-name", message, "kg import writes the file anew.")


def parsed(
    name: str, lines: Iterable[tuple[int, str]], make: type[Line], findings: list[Finding]
) -> Iterator[tuple[int, Line]]:
    """Lines as values; what is none of them gives a finding."""
    width = len(make._fields)
    meant = f"{len(PLAIN)} or {width}" if make is Record else width
    for number, line in lines:
        cells = from_line(line)
        if len(cells) == width:
            yield number, make(*cells)
        else:
            findings.append(bad_line(name, number, f"There are {len(cells)} columns instead of {meant}."))


def read_file(
    name: str, source: Source, make: type[Line], findings: list[Finding], renamed: Renamed
) -> Iterator[tuple[int, Line]]:
    """The lines of a file as values."""
    return parsed(name, numbered(name, source, make, findings, renamed), make, findings)


def bad_line(name: str, number: int, message: str) -> Finding:
    """What is wrong with a line."""
    return Finding(name, number, 1, "error", "record", message, "Correct the line, or run kg import again.")
