"""The data sets of a workspace follow their texts: into the claims index, and the store for SPARQL.

In that store their quads lie in graphs of their own, beside what people wrote, so a query finds everything in one
place. Checks run over what people can correct. Of files that changed only the lines that differ are taken out and put
in, unless loading everything is quicker.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import closing
from itertools import islice

from kg.claims.fill import RecordWriter
from kg.claims.garbage import uncollected
from kg.claims.quads import Draft
from kg.claims.renamed import Renamed
from kg.claims.schema import connect
from kg.compile.belonging import moves_scores, moves_sides
from kg.compile.difference import Difference, bad_line, numbered, parsed, read_file
from kg.compile.doubles import dataset_of, doubles
from kg.compile.line import MATCH, SCALE, BadRecord
from kg.compile.lost import ASSERTED, Lost
from kg.compile.ontology import text_of
from kg.compile.rdf import Rdf
from kg.compile.records import ORGAN, RecordRules, found_by, to_each
from kg.engine.nodes import to_lines
from kg.text.records import Record, Thing, claim_iri, from_line
from kg.text.terms import EVERYTHING, curie
from kg.values.findings import Finding
from kg.values.said import Said
from kg.workspace import IMPORTS, Source

Say = Callable[[str], None]
#: Files that go to the store in one go: a million records. The bulk loader then takes 1.8 GB at its peak, hardly more
#: than for half of them, and each further go costs CPU and room on disk, since what it writes must be merged.
_TOGETHER = 20
#: Rows that go to the index in one go.
_ROWS = 10_000
#: What a line costs that goes, that says something else under its id, and that comes, beside one that is loaded anew.
#: Measured with 100,000 events, properties and figures, as shares of the CPU of a fresh build: with 10 % of the lines
#: changed 0.24, 0.34, 0.21, with 30 % 0.50, 0.72, 0.42, with 60 % 0.93, 1.26, 0.92; with 10 % gone 0.29, 0.47, 0.32,
#: with 30 % 0.93, 0.85, 0.99, where a fresh build of the rest costs 0.7. Taking a quad out costs 20 to 40 µs,
#: loading one among many 5 µs.
_TAKEN, _CHANGED, _PUT = 3.0, 2.0, 1.5


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
        self._written, self._rdf, self._say = written, rdf, say
        self._index, self._renamed = RecordWriter(db), Renamed.of(written)
        self.findings: list[Finding] = []
        self._begin()

    def _begin(self) -> None:
        if self._rdf.whole:
            self._index.clear()
        self.findings.clear()
        self._rules = RecordRules(self._written, self._index)
        self._lost = Lost(self._written, self._index, self._rules)
        self._store = self._rdf.writer
        self._loaded = 0
        #: Properties by which data sets say other things by now, and the things of which they say less.
        self._moved: set[str] = set()
        self._less: set[str] = set()
        #: Subjects whose records changed, and records that came.
        self._compared: set[str] = set()
        self._fresh: set[tuple[str, str]] = set()

    def run(self, sources: dict[str, Source], changed: list[str]) -> None:
        """Bring index and store in step. ``changed``: names of files that are new or different."""
        with uncollected():
            if not self._rdf.whole:
                known = [n for n in changed if self._index.holds(n)]
                new = [n for n in changed if n not in known]
                differences = self._differences({n: sources[n] for n in known}, {n: sources[n] for n in new})
                if differences is None:
                    self._say(Said("loading everything anew: it is quicker"))
                    self._rdf.begin_anew()
                    self._begin()
                else:
                    self._renew()
                    self._follow(sources, differences, new)
            if self._rdf.whole:
                self._store.add((*q[:3], EVERYTHING) for g in ASSERTED for q in self._written.quads(g=g))
                self._follow(sources, [], [n for n in sources if is_records(n)])

    def _differences(self, known: dict[str, Source], new: dict[str, Source]) -> list[Difference] | None:
        """How files differ from the index; None when so much does that loading everything is quicker."""
        found: list[Difference] = []
        cost, size = _PUT * sum(map(_count, new.values())), self._index.size()
        for name, source in known.items():
            self._say(Said("reading {name}", name=name))
            make = Thing if _tells(name) else Record
            rows = self._index.lines(self._file(name)[1], things=make is Thing)
            lines = numbered(name, source, make, self.findings, self._renamed)
            found.append(Difference.of(name, lines, rows))
            gone, fresh, same = found[-1].counts()
            cost += _TAKEN * (gone - same) + _CHANGED * same + _PUT * (fresh - same)
            size += fresh - gone
            if cost > max(size, _ROWS):
                return None
        return found

    def _follow(self, sources: dict[str, Source], differences: list[Difference], new: list[str]) -> None:
        """Take what has gone out of index and store, and put in what has come: first what is said about things."""
        for d in differences:
            if _tells(d.name):
                self._retell(d)
        self._load({n: sources[n] for n in new if _tells(n)}, len(new))
        self._settle()
        records, more = [d for d in differences if not _tells(d.name)], [n for n in new if not _tells(n)]
        if any(d.gone for d in records):  # what has gone from one file may have come in a new one
            come = {n: numbered(n, sources[n], Record, self.findings, self._renamed) for n in more}
            self._replace(records, come)
        else:
            self._replace(records, {})
            self._load({n: sources[n] for n in more}, len(new))
        self._store.remove(self._lost.quads())
        every = self._rdf.whole or bool(new)
        self._index.compare(self._rules.single, None if every else self._compared)
        self.findings += find_doubles(self._index, self._written, sources, None if every else self._fresh)

    def _renew(self) -> None:
        """Bring the graph of everything in step with what people assert or no longer do."""
        moved = {q[:3] for q in self._written.added | self._written.removed if q[3] in ASSERTED}
        now = {t for t in moved if any(self._written.has(*t, g) for g in ASSERTED)}
        self._store.add((*t, EVERYTHING) for t in now)
        self._lost.add(x for line in to_lines((*t, EVERYTHING) for t in moved - now) for x in to_each(line))

    def _settle(self) -> None:
        """Bring sides and scores in step with what people and data sets say now: records rest on it."""
        if not self._rdf.whole:
            self._rules.forget()
        names = {curie(s) for s, *_ in self._written.added | self._written.removed} | self._less
        if ORGAN in self._moved or moves_sides(self._written) or any(map(self._rules.newly_known, names)):
            names.update(self._index.attached(ORGAN))
        self._rules.settle(sorted(names))
        if not self._rdf.whole and (not self._moved.isdisjoint((SCALE, MATCH)) or moves_scores(self._written)):
            self._rules.rescore()

    # ------------------------------------------------------------------ files

    def _file(self, name: str) -> tuple[int, int]:
        """The numbers of the data set of a file, and of the file."""
        number = self._index.dataset(dataset_of(name))
        return number, self._index.file(name, number)

    def _load(self, new: dict[str, Source], files: int) -> None:
        """Put in files that the index has nothing of."""
        names = list(new)
        for first in range(0, len(names), _TOGETHER):
            some = names[first : first + _TOGETHER]
            self._store.load(line for n in some for line in self._loading(n, new[n], files))

    def _loading(self, name: str, source: Source, files: int) -> Iterator[str]:
        """The quads of a file; its rows go to the index meanwhile."""
        self._loaded += 1
        self._say(Said("loading {name} ({number} of {count})", name=name, number=self._loaded, count=files))
        self._file(name)  # known from now on, even when it holds nothing
        if _tells(name):
            yield from self._told(read_file(name, source, Thing, self.findings, self._renamed), name)
        else:
            lines = read_file(name, source, Record, self.findings, self._renamed)
            while batch := list(islice(lines, _ROWS)):
                yield from self._filled(batch, name)

    def _retell(self, d: Difference) -> None:
        """Statements about things that have gone, and those that have come."""
        gone = [(number, Thing(*from_line(line))) for number, line in d.gone]
        self._moved.update(t.property for _, t in gone)
        self._less.update(t.subject for _, t in gone)
        self._index.remove_things((number, *found_by(t)) for number, t in gone)
        self._lost.add(x for _, t in gone for x in to_each(self._rules.thing_quads(t)))
        self._store.put(list(self._told(parsed(d.name, d.fresh, Thing, self.findings), d.name)))

    def _told(self, things: Iterable[tuple[int, Thing]], name: str) -> Iterator[str]:
        """Put statements about things into the index, and give their quads."""
        dataset, (_, file) = dataset_of(name), self._file(name)
        lines = iter(things)
        while batch := list(islice(lines, _ROWS)):
            rows = []
            for at, thing in batch:
                try:
                    yield self._rules.thing_quads(thing)
                except BadRecord as error:
                    self.findings.append(bad_line(name, at, f"{error}."))
                    continue
                self._rules.hear(thing, dataset)
                self._moved.add(thing.property)
                rows.append(thing)
            self._index.add_things(self._rules.thing_row(t, file) for t in rows)

    def _replace(self, differences: list[Difference], more: Mapping[str, Iterable[tuple[int, str]]]) -> None:
        """Records that have gone, and those that have come, wherever: under the same id, in another file.

        ``more``: the lines of new files.
        """
        gone = {(dataset_of(d.name), r.id): r for d in differences for r in (Record(*from_line(x)) for _, x in d.gone)}
        self._compared.update(r.subject for r in gone.values())
        self._index.remove_records(number for d in differences for number, _ in d.gone)
        for name, fresh in ({d.name: d.fresh for d in differences} | dict(more)).items():
            dataset, lines = dataset_of(name), parsed(name, fresh, Record, self.findings)
            while batch := list(islice(lines, _ROWS)):
                keys = [(dataset, r.id) for _, r in batch]
                self._swap({k: gone.pop(k) for k in keys if k in gone}, list(self._filled(batch, name)))
                self._fresh.update(keys)
                self._compared.update(r.subject for _, r in batch)
        rest = iter(gone.items())
        while some := dict(islice(rest, _ROWS)):
            self._swap(some, [])

    def _swap(self, gone: dict[tuple[str, str], Record], fresh: list[str]) -> None:
        """Bring the store from some records to others. Of a record that changed most quads stay: none is touched."""
        put = {line for text in fresh for line in to_each(text)}
        take = []
        for (dataset, name), record in gone.items():
            claim = claim_iri(dataset, name)
            own, alone = f"<{claim}> ", not self._written.has(claim)
            for line in to_each(self._rules.quads(record, dataset)):
                if line in put:
                    put.discard(line)
                elif alone and line.startswith(own):
                    take.append(line)
                else:
                    self._lost.add((line,))
        self._store.remove_lines(take)
        self._store.put(put)

    def _filled(self, records: Iterable[tuple[int, Record]], name: str) -> Iterator[str]:
        """Put records into the index, and give their quads."""
        rows, rules, dataset, (number, file) = [], self._rules, dataset_of(name), self._file(name)
        for at, record in records:
            try:
                row, quads = rules.row(record, number, file), rules.quads(record, dataset)
            except BadRecord as error:
                self.findings.append(bad_line(name, at, f"{error}."))
                continue
            rows.append(row)
            yield quads
        self._index.add_records(rows)


def _count(source: Source) -> int:
    """The lines of a file."""
    try:
        with open(source.path, "rb") as file:
            return sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b""))
    except OSError:  # reading it will say so
        return 0


def check_records(written: Draft, sources: dict[str, Source], say: Say) -> list[Finding]:
    """What is wrong with the lines of data sets; nothing is written."""
    findings, renamed = list[Finding](), Renamed.of(written)
    with closing(connect(":memory:")) as db:
        index = RecordWriter(db)
        rules = RecordRules(written, index)
        for name in sorted(filter(is_records, sources), key=lambda n: (not _tells(n), n)):
            say(Said("checking {name}", name=name))
            source = sources[name]
            things = read_file(name, source, Thing, findings, renamed)
            records = read_file(name, source, Record, findings, renamed)
            for number, line in things if _tells(name) else records:
                try:
                    if isinstance(line, Thing):
                        rules.thing_quads(line)
                        rules.hear(line, dataset_of(name))
                    else:
                        rules.quads(line, dataset_of(name))
                        index.add_records([rules.row(line, index.dataset(dataset_of(name)), 0)])
                except BadRecord as error:
                    findings.append(bad_line(name, number, f"{error}."))
        return findings + find_doubles(index, written, sources, None)


def find_doubles(
    index: RecordWriter, written: Draft, sources: dict[str, Source], fresh: Collection[tuple[str, str]] | None
) -> list[Finding]:
    """Ids of records that are given twice. ``fresh``: the data sets and ids that were added; None for all."""
    files = [n for n in sources if is_records(n) and not _tells(n)]
    renamed = Renamed.of(written)

    def lines(name: str) -> Iterable[tuple[int, Record]]:
        return read_file(name, sources[name], Record, [], renamed)

    return doubles(index, written, files, lines, fresh, lambda name: text_of(sources[name]))
