"""Writing the records of data sets into the claims index.

Measured for 468,558 events and the pair USA → CHN: counting its months takes 0.19 s of CPU in the engine's store,
0.02 s here; opening costs 1 ms. DuckDB over Parquet scans ten times faster, but its import alone takes longer than a
look-up may.

Names stand once, in ``names``; ``side`` is the state that a thing is or acts for. A record's ``a`` and ``b`` are the
sides of its subject and object.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Any, NamedTuple

from kg.claims.schema import KINDS, OF_RECORDS, STANDINGS

#: Asked for before the others are made, since ids that are given twice are looked for first.
_BY_NAME = "CREATE INDEX IF NOT EXISTS record_name ON records (record, dataset)"
_RECORD = (
    "file, dataset, record, kind, subject, relation, object, value, unit, date, begins, ends, speaker, stance, "
    "standing, weight, a, b"
)


class Name(NamedTuple):
    """A row of ``names``."""

    id: int
    side: int | None
    known: bool


class RecordWriter:
    """The records of a claims index under construction."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        rows = self.db.execute("SELECT id, name, side, known FROM names")
        #: By name: the number, the side, whether people wrote about it. Kept in memory: every row asks.
        self.names: dict[str, Name] = {name: Name(i, side, bool(known)) for i, name, side, known in rows}

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

    def add_name(self, name: str, side: int | None, known: bool) -> Name:
        """A name that is not here yet. ``side`` 0 stands for itself."""
        number = len(self.names) + 1
        found = self.names[name] = Name(number, side if side != 0 else number, known)
        self.db.execute("INSERT INTO names VALUES (?, ?, ?, ?)", (number, name, found.side, known))
        return found

    def set_side(self, name: str, side: int | None, known: bool) -> None:
        """What a name acts for has changed: its records follow."""
        old = self.names[name]
        number = old.id
        found = self.names[name] = Name(number, side if side != 0 else number, known)
        if found == old:
            return
        self.db.execute("UPDATE names SET side = ?, known = ? WHERE id = ?", (found.side, known, number))
        self.db.execute("UPDATE records SET a = ? WHERE subject = ?", (found.side, number))
        self.db.execute("UPDATE records SET b = ? WHERE object = ?", (found.side, number))

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

    def add_records(self, rows: Iterable[tuple[Any, ...]]) -> None:
        """Rows in the order of ``records``, without the id."""
        self.db.executemany(f"INSERT INTO records ({_RECORD}) VALUES ({'?,' * 17}?)", rows)

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
            self.db.executemany("INSERT OR IGNORE INTO touched VALUES (?)", ((self.names[s].id,) for s in subjects))
            about = "subject IN (SELECT id FROM touched)"
        numbers = ",".join(str(self.names[n].id) for n in single if n in self.names)
        counted = f"{about} AND kind <> {KINDS.index('event')} AND standing < {STANDINGS.index('denied')}"
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
