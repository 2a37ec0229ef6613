"""The tables of the record index, and writing them.

Records are in the store too, for SPARQL; everything else reads them here. Measured for 468,558 events and the pair
USA → CHN: counting its months takes 0.19 s of CPU in the store, 0.02 s here; opening costs 1 ms. DuckDB over Parquet
scans ten times faster, but its import alone takes longer than a look-up may.

One SQLite file beside the store. Names stand once, in ``names``; ``side`` is the state that a thing is or acts for.
A record's ``a`` and ``b`` are the sides of its subject and object.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterable
from typing import Any, NamedTuple, Self

from kg.errors import WorldError

#: What a record amounts to: an act, a figure, a signed relation, another relation, a text or date about one thing.
KINDS = ("event", "figure", "direct", "link", "value")
#: What a record counts for, by its stance; the place in the list is ``kg.edges.STANDINGS``'s.
STANDINGS = ("asserted", "outlook", "analysis", "denied")

_SCHEMA = """
CREATE TABLE names (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, side INTEGER, known INTEGER NOT NULL DEFAULT 0);
CREATE TABLE files (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, dataset INTEGER NOT NULL);
CREATE TABLE datasets (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE records (
  id INTEGER PRIMARY KEY, file INTEGER NOT NULL, dataset INTEGER NOT NULL, record TEXT NOT NULL, kind INTEGER NOT NULL,
  subject INTEGER NOT NULL, relation INTEGER NOT NULL, object INTEGER, value TEXT, unit TEXT, date TEXT, begins TEXT,
  ends TEXT, speaker INTEGER, stance INTEGER NOT NULL, standing INTEGER NOT NULL, weight REAL, a INTEGER, b INTEGER);
CREATE TABLE things (
  id INTEGER PRIMARY KEY, file INTEGER NOT NULL, subject INTEGER NOT NULL, property TEXT NOT NULL, value TEXT NOT NULL,
  lang TEXT NOT NULL, key TEXT);
CREATE TABLE conflicts (subject INTEGER NOT NULL, relation INTEGER NOT NULL, object INTEGER, unit TEXT, date TEXT);
CREATE VIRTUAL TABLE words USING fts5(text, content='', tokenize='unicode61 remove_diacritics 0');
CREATE VIRTUAL TABLE grams USING fts5(key, content='', detail='none', tokenize='trigram');
"""
#: Made once the rows are in: filling a table that has them costs several times as much.
_BY_NAME = "CREATE INDEX IF NOT EXISTS record_name ON records (record, dataset)"
_INDEXES = """
CREATE INDEX IF NOT EXISTS record_sides ON records (a, b, begins) WHERE a IS NOT NULL AND b IS NOT NULL;
CREATE INDEX IF NOT EXISTS record_subject ON records (subject, relation);
CREATE INDEX IF NOT EXISTS record_object ON records (object, relation) WHERE object IS NOT NULL;
CREATE INDEX IF NOT EXISTS thing_subject ON things (subject);
CREATE INDEX IF NOT EXISTS thing_key ON things (key) WHERE key IS NOT NULL;
"""
_RECORD = (
    "file, dataset, record, kind, subject, relation, object, value, unit, date, begins, ends, speaker, stance, "
    "standing, weight, a, b"
)


class Name(NamedTuple):
    """A row of ``names``."""

    id: int
    side: int | None
    known: bool


class Table:
    """One record index, for reading or writing; closed when the block ends."""

    def __init__(self, path: str, *, write: bool = False) -> None:
        """Open for reading, or with ``write`` make it where it is missing. Raises WorldError."""
        address = f"file:{path.replace('%', '%25').replace('?', '%3f').replace('#', '%23')}"
        try:
            self.db = sqlite3.connect(
                f"{address}?mode={'rwc' if write else 'ro'}", uri=True, isolation_level=None, check_same_thread=False
            )
            if write:
                # a generation counts only once it is published, so nothing here needs to survive a crash
                self.db.executescript(
                    "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;"
                    "PRAGMA temp_store = MEMORY"
                )
                if not self.db.execute("SELECT 1 FROM sqlite_master").fetchone():
                    self.db.executescript(_SCHEMA)
                self.db.execute("BEGIN")
            else:
                self.db.execute("SELECT 1 FROM names LIMIT 1")
        except sqlite3.Error as error:
            raise unusable(path, error) from error

    def close(self) -> None:
        """Let go of the file; what was not finished is lost."""
        self.db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *stop: object) -> None:
        self.close()


class IndexWriter(Table):
    """An index under construction."""

    def __init__(self, path: str) -> None:
        super().__init__(path, write=True)
        rows = self.db.execute("SELECT id, name, side, known FROM names")
        #: By name: the number, the side, whether the everyday graph knows it. Kept in memory: every row asks.
        self.names: dict[str, Name] = {name: Name(i, side, bool(known)) for i, name, side, known in rows}

    @classmethod
    def copy(cls, source: str, target: str) -> IndexWriter:
        """A copy of a finished index, open for writing. Raises WorldError when the source cannot be read."""
        with Table(source):
            pass
        shutil.copyfile(source, target)
        return cls(target)

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

    def finish(self) -> None:
        """Bring everything to disk and close."""
        for statement in filter(str.strip, _INDEXES.split(";")):
            self.db.execute(statement)
        self.db.execute("COMMIT")
        self.close()


def unusable(path: str, error: Exception) -> WorldError:
    """The error for an index that cannot be read."""
    return WorldError(f"The record index {path} cannot be read: {error}.", "Run kg build --fresh.")
