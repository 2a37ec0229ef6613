"""The data sets of a workspace follow their texts: into the claims index, and the store for SPARQL.

In that store their quads lie in graphs of their own, beside what people wrote, so a query finds everything in one
place. Checks run over what people can correct. Of a file that changed only the lines that differ are taken out and
put in.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from itertools import islice
from typing import Any, TypeVar

from kg.claims.fill import RecordWriter
from kg.claims.quads import Draft, Quads
from kg.claims.schema import connect
from kg.compile.doubles import dataset_of, doubles, misnamed
from kg.compile.line import BadRecord
from kg.compile.rdf import Rdf
from kg.compile.records import RecordRules, found_by
from kg.findings import Finding
from kg.garbage import uncollected
from kg.records import Record, Thing, from_line
from kg.terms import BASE_VIEW, EVERYTHING, VIEWS, curie, expand
from kg.workspace import IMPORTS, Source

Say = Callable[[str], None]
Line = TypeVar("Line", Record, Thing)
#: Files that go to the store in one go: a million records. The bulk loader then takes 1.8 GB at its peak, hardly more
#: than for half of them, and each further go costs CPU and room on disk, since what it writes must be merged.
_TOGETHER = 20
#: Rows that go to the index in one go.
_ROWS = 10_000


#: What the graph of everything has of the everyday store.
_ASSERTED = (BASE_VIEW, VIEWS["asserted"])


def is_records(name: str) -> bool:
    """Whether a source is a file of a data set."""
    return name.startswith(IMPORTS) and name.endswith(".tsv")


def _tells(name: str) -> bool:
    """Whether a file says what things are, and not what happened."""
    return name.endswith("/things.tsv")


class Bulk:
    """One build of the data sets of a workspace."""

    def __init__(self, written: Draft, db: sqlite3.Connection, rdf: Rdf, say: Say) -> None:
        """``written``: what people wrote; ``db``: the index that gets the records; ``rdf``: the store for SPARQL."""
        self._written, self._say = written, say
        self._index, self._store, self.whole = RecordWriter(db), rdf.writer, rdf.whole
        if self.whole:
            self._index.clear()
        self._rules = RecordRules(written, self._index)
        self.findings: list[Finding] = []
        self._loaded = 0
        self._compared: set[str] = set()
        self._fresh: set[tuple[str, str]] = set()

    def run(self, sources: dict[str, Source], changed: list[str], moved: set[str]) -> None:
        """Bring index and store in step.

        ``changed``: names of files that are new or different. ``moved``: IRIs of which people now say something else.
        """
        with uncollected():
            self._run(sources, changed, moved)

    def _run(self, sources: dict[str, Source], changed: list[str], moved: set[str]) -> None:
        if self.whole:
            changed = [n for n in sources if is_records(n)]
            self._store.add((*q[:3], EVERYTHING) for g in _ASSERTED for q in self._written.quads(g=g))
        else:
            self._renew({q[:3] for q in self._written.added | self._written.removed if q[3] in _ASSERTED})
            self._resettle({curie(m) for m in moved})
        changed.sort(key=lambda n: not _tells(n))  # records rest on what is said about their things
        new = [n for n in changed if n in sources and (self.whole or not self._index.holds(n))]
        for first in range(0, len(new), _TOGETHER):
            names = new[first : first + _TOGETHER]
            self._store.load(line for n in names for line in self._load(n, sources[n], len(new)))
        for name in changed:
            if name not in new:
                (self._update_things if _tells(name) else self._update_records)(name, sources[name])
        if changed:
            self._index.compare(self._rules.single, None if new else self._compared)
        self.findings += find_doubles(self._index, self._written, sources, None if new else self._fresh)

    def _resettle(self, moved: set[str]) -> None:
        for name in moved & self._index.names.keys():
            side, known = self._rules.side(name)
            self._index.set_side(name, side, known)

    # ------------------------------------------------------------------ files

    def _read(self, name: str, source: Source, make: type[Line]) -> Iterator[tuple[int, Line]]:
        return read_file(name, source, make, self.findings)

    def _bad(self, name: str, number: int, message: str) -> None:
        self.findings.append(_finding(name, number, message))

    def _load(self, name: str, source: Source, files: int) -> Iterator[str]:
        """The quads of a file; its rows go to the index meanwhile."""
        self._loaded += 1
        self._say(f"loading {name} ({self._loaded} of {files})")
        dataset = dataset_of(name)
        number = self._index.dataset(dataset)
        file = self._index.file(name, number)
        if not _tells(name):
            yield from self._fill(name, source, dataset, number, file)
            return
        yield from self._told(self._read(name, source, Thing), name, file)
        self._resettle(self._rules.late())

    def _update_records(self, name: str, source: Source) -> None:
        self._say(f"reading {name}")
        dataset = dataset_of(name)
        number = self._index.dataset(dataset)
        file = self._index.file(name, number)
        old, new = self._old_records(file), dict[Record, int]()
        twice = []
        for at, record in self._read(name, source, Record):
            if new.setdefault(record, at) != at:
                twice.append((at, record))  # word for word: goes in as well, and is told with all that is doubled
        gone = [r for r in old if r not in new]
        self._store.remove_lines(self._rules.quads(r, dataset) for r in gone)
        self._index.remove_records(old[r] for r in gone)
        fresh = [(at, r) for r, at in new.items() if r not in old] + twice
        lines = list(self._filled(fresh, name, dataset, number, file))
        self._store.load(lines)
        self._restore({n for r in gone for n in (r.subject, r.object) if n and r.kind == "property"})
        self._fresh |= {(dataset, r.id) for _, r in fresh}
        self._compared |= {r.subject for r in (*gone, *(r for _, r in fresh))}

    def _fill(self, name: str, source: Source, dataset: str, number: int, file: int) -> Iterator[str]:
        lines = self._read(name, source, Record)
        while batch := list(islice(lines, _ROWS)):
            yield from self._filled(batch, name, dataset, number, file)

    def _filled(
        self, records: Iterable[tuple[int, Record]], name: str, dataset: str, number: int, file: int
    ) -> Iterator[str]:
        """Put records into the index, and give their quads."""
        rows, rules = [], self._rules
        for at, record in records:
            try:
                row, quads = rules.row(record, number, file), rules.quads(record, dataset)
            except BadRecord as error:
                self._bad(name, at, f"{error}.")
                continue
            rows.append(row)
            yield quads
        self._index.add_records(rows)

    def _old_records(self, file: int) -> dict[Record, int]:
        return {Record(*row[1:]): row[0] for row in self._index.db.execute(f"{_AS_WRITTEN} WHERE file = ?", (file,))}

    def _renew(self, triples: set[Any]) -> None:
        """Bring the graph of everything in step with what people assert or no longer do."""
        self._store.remove((*t, EVERYTHING) for t in triples)
        self._store.add(
            (*t, EVERYTHING) for t in triples if any(self._written.has(t[0], t[1], t[2], g) for g in _ASSERTED)
        )
        self._restore({curie(x) for s, _, o in triples for x in (s, o) if isinstance(x, str)})

    def _restore(self, names: set[str]) -> None:
        """Put back what others say of some things: one triple may follow from several records, or from a claim."""
        datasets = dict(self._index.db.execute("SELECT id, name FROM datasets"))
        lines = []
        for name in names:
            iri = expand(name) or name
            self._store.add((*q[:3], EVERYTHING) for g in _ASSERTED for q in self._written.quads(iri, g=g))
            if name in self._index.names:
                number = self._index.names[name].id
                either = (
                    f"{_AS_WRITTEN.replace('r.id,', 'r.dataset,', 1)} WHERE (subject = ? OR object = ?) AND kind > 1"
                )
                for row in self._index.db.execute(either, (number, number)):
                    lines.append(self._rules.quads(Record(*row[1:]), datasets[row[0]]))
                told = self._index.db.execute("SELECT property, value, lang FROM things WHERE subject = ?", (number,))
                lines += [self._rules.thing_quads(Thing(name, *row)) for row in told]
        self._store.load(lines)

    def _update_things(self, name: str, source: Source) -> None:
        file = self._index.file(name, self._index.dataset(dataset_of(name)))
        query = (
            "SELECT things.id, n.name, property, value, lang FROM things JOIN names n ON n.id = subject WHERE file = ?"
        )
        old = {Thing(*row[1:]): row[0] for row in self._index.db.execute(query, (file,))}
        new = {t: at for at, t in self._read(name, source, Thing)}
        gone = [t for t in old if t not in new]
        self._store.remove_lines(map(self._rules.thing_quads, gone))
        self._index.remove_things((old[t], *found_by(t)) for t in gone)
        fresh = {t: at for t, at in new.items() if t not in old}
        self._store.load(list(self._told(((at, t) for t, at in fresh.items()), name, file)))
        self._restore({t.subject for t in gone})
        self._resettle({t.subject for t in {*gone, *fresh}})

    def _told(self, things: Iterator[tuple[int, Thing]], name: str, file: int) -> Iterator[str]:
        rows = []
        for at, thing in things:
            try:
                rows.append((thing, self._rules.thing_quads(thing)))
                self._rules.hear(thing)
            except BadRecord as error:
                self._bad(name, at, f"{error}.")
            if len(rows) >= _ROWS:
                yield from self._put(rows, file)
                rows = []
        yield from self._put(rows, file)

    def _put(self, rows: list[tuple[Thing, str]], file: int) -> Iterator[str]:
        self._index.add_things(self._rules.thing_row(t, file) for t, _ in rows)
        yield from (quads for _, quads in rows)


def read_file(name: str, source: Source, make: type[Line], findings: list[Finding]) -> Iterator[tuple[int, Line]]:
    """The lines of a file as values; what is none of them gives a finding."""
    columns, wrong = list(make._fields), misnamed(name)
    if wrong:
        findings.append(wrong)
        return
    try:
        with open(source.path, encoding="utf-8", newline="\n") as file:
            if from_line(file.readline()) != columns:
                findings.append(_finding(name, 1, f"The first line must name the columns {', '.join(columns)}."))
                return
            for number, line in enumerate(file, 2):
                cells = from_line(line)
                if len(cells) == len(columns):
                    yield number, make(*cells)
                else:
                    findings.append(
                        _finding(name, number, f"There are {len(cells)} columns instead of {len(columns)}.")
                    )
    except (OSError, UnicodeDecodeError) as error:
        findings.append(_finding(name, 1, f"The file cannot be read: {error}."))


def check_records(written: Quads, sources: dict[str, Source], say: Say) -> list[Finding]:
    """What is wrong with the lines of data sets; nothing is written."""
    findings: list[Finding] = []
    with closing(connect(":memory:")) as db:
        index = RecordWriter(db)
        rules = RecordRules(written, index)
        for name in sorted(filter(is_records, sources), key=lambda n: (not _tells(n), n)):
            say(f"checking {name}")
            source = sources[name]
            things = read_file(name, source, Thing, findings)
            records = read_file(name, source, Record, findings)
            for number, line in things if _tells(name) else records:
                try:
                    if isinstance(line, Thing):
                        rules.thing_quads(line)
                        rules.hear(line)
                    else:
                        rules.quads(line, dataset_of(name))
                        index.add_records([rules.row(line, index.dataset(dataset_of(name)), 0)])
                except BadRecord as error:
                    findings.append(_finding(name, number, f"{error}."))
        return findings + find_doubles(index, written, sources, None)


def find_doubles(
    index: RecordWriter, written: Quads, sources: dict[str, Source], fresh: Iterable[tuple[str, str]] | None
) -> list[Finding]:
    """Ids of records that are given twice. ``fresh``: the data sets and ids that were added; None for all."""
    files = [n for n in sources if is_records(n) and not _tells(n)]
    return doubles(index, written, files, lambda name: read_file(name, sources[name], Record, []), fresh)


def _finding(name: str, number: int, message: str) -> Finding:
    return Finding(name, number, 1, "error", "record", message, "Correct the line, or run kg import again.")


_AS_WRITTEN = (
    "SELECT r.id, r.record, s.name, p.name, coalesce(o.name, ''), coalesce(r.value, ''), coalesce(r.unit, ''), "
    "coalesce(r.date, ''), coalesce(w.name, ''), t.name FROM records r JOIN names s ON s.id = r.subject "
    "JOIN names p ON p.id = r.relation LEFT JOIN names o ON o.id = r.object LEFT JOIN names w ON w.id = r.speaker "
    "JOIN names t ON t.id = r.stance"
)
