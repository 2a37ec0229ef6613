"""Writing the records of data sets into the claims index.

Measured for 468,558 events and the pair USA → CHN: counting its months takes 0.19 s of CPU in the engine's store,
0.02 s here; opening costs 1 ms. DuckDB over Parquet scans ten times faster, but its import alone takes longer than a
look-up may.

Names stand once, in ``names``; ``side`` is the state that a thing is or acts for, ``since`` the day from which that is
known, "" for ever. A record's ``a`` and ``b`` are the sides of its subject and object.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from kg.claims.schema import KINDS, OF_RECORDS, STANDINGS, kinds
from kg.text.records import Record, Thing

#: Asked for before the others are made, since ids that are given twice are looked for first.
_BY_NAME = "CREATE INDEX IF NOT EXISTS record_name ON records (record, dataset)"
_RECORD = (
    "file, dataset, record, kind, subject, relation, object, value, unit, date, begins, ends, speaker, stance, "
    "standing, weight, a, b, text, quote, address, issued, note"
)


def _line(*cells: str) -> str:
    """Cells of a row as the line that ``kg.text.records.to_line`` makes of them, in SQL."""
    return " || char(9) || ".join(f"coalesce({c}, '')" for c in cells)


def _escaped(cell: str) -> str:
    for letter, written in ((r"'\'", r"\\"), ("char(9)", r"\t"), ("char(10)", r"\n"), ("char(13)", r"\r")):
        cell = f"replace({cell}, {letter}, '{written}')"
    return cell


#: Of a file of records or things: the number of each row, and its line. Names, dates and stances need no escaping.
_CELLS = (
    *(_escaped("r.record"), "s.name", "p.name", "o.name"),
    *(_escaped("r.value"), "r.unit", "r.date", "w.name", "t.name"),
    *map(_escaped, ("r.text", "r.quote", "r.address", "r.issued", "r.note")),
)
_RECORD_LINES = (
    f"SELECT r.id, {_line(*_CELLS)} FROM records r JOIN names s ON s.id = r.subject JOIN names p ON p.id = r.relation "
    "LEFT JOIN names o ON o.id = r.object LEFT JOIN names w ON w.id = r.speaker JOIN names t ON t.id = r.stance "
    "WHERE r.file = ?"
)
_THING_LINES = (
    f"SELECT t.id, {_line('n.name', 't.property', _escaped('t.value'), 't.lang')} "
    "FROM things t JOIN names n ON n.id = t.subject WHERE t.file = ?"
)


class Name(NamedTuple):
    """A row of ``names``; ``known``: whether people wrote about it."""

    id: int
    side: int | None
    known: bool
    since: str = ""


class Names:
    """The rows of ``names``. What was asked for once is kept in memory: every row of a data set asks."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._read: dict[str, Name] = {}
        (self._last,) = db.execute("SELECT coalesce(max(id), 0) FROM names").fetchone()
        self._whole = not self._last

    def __bool__(self) -> bool:
        return bool(self._last)

    def get(self, name: str) -> Name | None:
        """The row of a name; None where it has none."""
        found = self._read.get(name)
        if found is None and not self._whole:
            row = self._db.execute("SELECT id, side, known, since FROM names WHERE name = ?", (name,)).fetchone()
            if row:
                found = self._read[name] = Name(row[0], row[1], bool(row[2]), row[3])
        return found

    def add(self, name: str, side: int | None, known: bool, since: str) -> Name:
        """A row for a name that has none. ``side`` 0 stands for itself."""
        self._last += 1
        found = self._read[name] = Name(self._last, side if side != 0 else self._last, known, since)
        row = (found.id, name, found.side, known, since)
        self._db.execute("INSERT INTO names (id, name, side, known, since) VALUES (?, ?, ?, ?, ?)", row)
        return found

    def change(self, name: str, found: Name) -> None:
        """Another side."""
        self._read[name] = found
        self._db.execute("UPDATE names SET side = ?, known = ?, since = ? WHERE id = ?", (*found[1:], found.id))

    def clear(self) -> None:
        """None, after the table was emptied."""
        self._read.clear()
        self._last, self._whole = 0, True


class RecordWriter:
    """The records of a claims index under construction."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        self.names = Names(db)
        #: Whether it began with nothing: what makes rows quick to find is then made in the end.
        self.bare = not self.names

    def clear(self) -> None:
        """Take everything out, and what would make filling them anew slow."""
        marks = ",".join("?" * len(OF_RECORDS))
        own = f"SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ({marks})"
        for (name,) in self.db.execute(own, OF_RECORDS).fetchall():
            self.db.execute(f"DROP INDEX {name}")
        for table in OF_RECORDS:
            contentless = table in ("words", "grams")
            self.db.execute(
                f"INSERT INTO {table} ({table}) VALUES ('delete-all')" if contentless else f"DELETE FROM {table}"
            )
        self.names.clear()
        self.bare = True

    # ------------------------------------------------------------------ sides and scores

    def set_side(self, name: str, side: int | None, known: bool, since: str) -> None:
        """What a name acts for may have changed: its records follow."""
        old = self.names.get(name)
        if old is None:
            return
        found = Name(old.id, side if side != 0 else old.id, known, since)
        if found == old:
            return
        self.names.change(name, found)
        if found.side != old.side:
            self.db.execute("UPDATE records SET a = ? WHERE subject = ?", (found.side, old.id))
            self.db.execute("UPDATE records SET b = ? WHERE object = ?", (found.side, old.id))

    def attached(self, link: str) -> list[str]:
        """Names that may act for others: those that people wrote about, or that data sets say ``link`` of."""
        query = (
            "SELECT name FROM names WHERE known OR id IN (SELECT subject FROM things WHERE property = ?) ORDER BY id"
        )
        return [name for (name,) in self.db.execute(query, (link,)).fetchall()]

    def told(self, name: str, properties: tuple[str, ...]) -> list[tuple[str, str, str]]:
        """Property, value and data set of what data sets say of a thing."""
        query = (
            "SELECT t.property, t.value, d.name FROM things t JOIN files f ON f.id = t.file JOIN datasets d "
            f"ON d.id = f.dataset WHERE t.subject = ? AND t.property IN ({','.join('?' * len(properties))})"
        )
        found = self.names.get(name)
        return self.db.execute(query, (found.id, *properties)).fetchall() if found else []

    def weights(self) -> list[tuple[str, int, float | None]]:
        """The relations that records have, each with its kind and the score of its records."""
        query = (
            "SELECT p.name, r.kind, r.weight FROM (SELECT DISTINCT relation, kind, weight FROM records) r "
            "JOIN names p ON p.id = r.relation"
        )
        return self.db.execute(query).fetchall()

    def set_weight(self, relation: str, kind: int, weight: float | None) -> None:
        """Another score for the records of a relation."""
        query = "UPDATE records SET weight = ? WHERE kind = ? AND relation = (SELECT id FROM names WHERE name = ?)"
        self.db.execute(query, (weight, kind, relation))

    # ------------------------------------------------------------------ files and rows

    def dataset(self, name: str) -> int:
        """The number of a data set."""
        self.db.execute("INSERT OR IGNORE INTO datasets (name) VALUES (?)", (name,))
        return int(self.db.execute("SELECT id FROM datasets WHERE name = ?", (name,)).fetchone()[0])

    def file(self, name: str, dataset: int) -> int:
        """The number of a file of records."""
        self.db.execute("INSERT OR IGNORE INTO files (name, dataset) VALUES (?, ?)", (name, dataset))
        return int(self.db.execute("SELECT id FROM files WHERE name = ?", (name,)).fetchone()[0])

    def holds(self, name: str) -> bool:
        """Whether a file has been read already."""
        return self.db.execute("SELECT 1 FROM files WHERE name = ?", (name,)).fetchone() is not None

    def size(self) -> int:
        """How many records and statements about things there are."""
        return int(
            self.db.execute("SELECT (SELECT count(*) FROM records) + (SELECT count(*) FROM things)").fetchone()[0]
        )

    def lines(self, file: int, *, things: bool) -> Iterator[tuple[int, str]]:
        """The rows of a file, each with its number and as the line that it came from."""
        return self.db.execute(_THING_LINES if things else _RECORD_LINES, (file,))

    def add_records(self, rows: Iterable[tuple[Any, ...]]) -> None:
        """Rows in the order of ``records``, without the id."""
        self.db.executemany(f"INSERT INTO records ({_RECORD}) VALUES ({'?,' * 22}?)", rows)

    def add_things(self, rows: Iterable[tuple[int, int, str, str, str, str | None, str]]) -> None:
        """Rows of file, subject, property, value, language, and for names the key and its words."""
        insert = "INSERT INTO things (file, subject, property, value, lang, key) VALUES (?, ?, ?, ?, ?, ?)"
        for *row, words in rows:
            number = self.db.execute(insert, row).lastrowid
            if row[5]:
                self.db.execute("INSERT INTO words (rowid, text) VALUES (?, ?)", (number, words))
                self.db.execute("INSERT INTO grams (rowid, key) VALUES (?, ?)", (number, row[5]))

    def remove_records(self, numbers: Iterable[int]) -> None:
        """Take records out."""
        self.db.executemany("DELETE FROM records WHERE id = ?", ((n,) for n in numbers))

    def remove_things(self, rows: Iterable[tuple[int, str | None, str]]) -> None:
        """Take statements about things out: their number, and the key and words that names can be found by."""
        for number, key, words in rows:
            if key:  # a table without content must be told what it forgets
                self.db.execute("INSERT INTO words (words, rowid, text) VALUES ('delete', ?, ?)", (number, words))
                self.db.execute("INSERT INTO grams (grams, rowid, key) VALUES ('delete', ?, ?)", (number, key))
            self.db.execute("DELETE FROM things WHERE id = ?", (number,))

    def said_of(self, pairs: Iterable[tuple[int, int]]) -> tuple[list[Record], list[Thing]]:
        """What data sets say of some subjects and objects, 0 standing for all texts; ids are left out.

        Their number is bounded by that of all records, however often a few subjects come: each is asked for once.
        """
        self.db.execute(
            "CREATE TEMP TABLE IF NOT EXISTS pairs (s INTEGER, o INTEGER, PRIMARY KEY (s, o)) WITHOUT ROWID"
        )
        self.db.execute("DELETE FROM pairs")
        self.db.executemany("INSERT OR IGNORE INTO pairs VALUES (?, ?)", pairs)
        records = self.db.execute(
            "SELECT s.name, p.name, coalesce(o.name, ''), coalesce(x.value, ''), coalesce(x.date, ''), t.name FROM ("
            "SELECT DISTINCT subject, relation, object, iif(object IS NULL, value, NULL) AS value, "
            "iif(object IS NULL, date, NULL) AS date, stance FROM (SELECT DISTINCT s FROM pairs) CROSS JOIN records "
            f"ON subject = s WHERE kind IN {kinds('direct', 'link', 'value')} AND EXISTS "
            "(SELECT 1 FROM pairs q WHERE q.s = subject AND q.o = coalesce(object, 0))) x "
            "JOIN names s ON s.id = x.subject JOIN names p ON p.id = x.relation LEFT JOIN names o ON o.id = x.object "
            "JOIN names t ON t.id = x.stance"
        )
        found = [Record("", s, p, o, value, "", date, "", stance) for s, p, o, value, date, stance in records]
        things = self.db.execute(
            "SELECT n.name, property, value, lang FROM (SELECT DISTINCT s FROM pairs) CROSS JOIN things ON subject = s "
            "JOIN names n ON n.id = subject"
        )
        return found, [Thing(*row) for row in things]

    def doubled(self, among: Iterable[tuple[str, str]] | None = None) -> list[tuple[str, str]]:
        """Data sets and ids that more than one record has. ``among``: only these can be such."""
        self.db.execute(_BY_NAME)
        if among is not None:
            return [named for named in among if self.count(*named) > 1]
        query = (
            "SELECT d.name, r.record FROM (SELECT record, dataset FROM records GROUP BY record, dataset "
            "HAVING count(*) > 1) r JOIN datasets d ON d.id = r.dataset ORDER BY 1, 2"
        )
        return self.db.execute(query).fetchall()

    def count(self, dataset: str, record: str) -> int:
        """How many records have that id."""
        query = "SELECT count(*) FROM records WHERE record = ? AND dataset = (SELECT id FROM datasets WHERE name = ?)"
        return int(self.db.execute(query, (record, dataset)).fetchone()[0])

    def compare(self, single: Iterable[str], subjects: Iterable[str] | None = None) -> None:
        """Note where values exclude each other: figures, and dates of properties (``single``) that have one value.

        Two dates exclude each other when they share no day; a year and a day in it do not. ``subjects``: only theirs
        have changed.
        """
        about = "1"
        if subjects is not None:
            self.db.execute("CREATE TEMP TABLE IF NOT EXISTS touched (id INTEGER PRIMARY KEY)")
            self.db.executemany(
                "INSERT OR IGNORE INTO touched VALUES (?)", ((n.id,) for s in subjects if (n := self.names.get(s)))
            )
            about = "subject IN (SELECT id FROM touched)"
        numbers = ",".join(str(found.id) for n in single if (found := self.names.get(n)))
        counted = f"{about} AND kind NOT IN {kinds('event', 'vote')} AND standing < {STANDINGS.index('denied')}"
        self.db.execute(f"DELETE FROM conflicts WHERE {about}")
        self.db.execute(
            f"INSERT INTO conflicts SELECT subject, relation, NULL, NULL, NULL FROM records WHERE {counted} "
            f"AND relation IN ({numbers}) AND date <> '' GROUP BY subject, relation "
            "HAVING max(begins) > min(coalesce(ends, '9999'))"
        )
        self.db.execute(
            f"INSERT INTO conflicts SELECT subject, relation, object, unit, date FROM records WHERE {counted} "
            f"AND kind = {KINDS.index('figure')} GROUP BY subject, relation, object, unit, date "
            "HAVING count(*) > 1 AND max(CAST(value AS REAL)) > min(CAST(value AS REAL))"
        )
