"""The edge table: who is tied to whom by which claim, kept beside the store of a generation.

The build derives it (``kg.compile.edges``), the networks are read from it (``kg.network.project``): walking a million
named graphs takes the engine over a minute, reading a million rows a few seconds. One SQLite file; rows are ordered by
claim, so that a store built in steps gives the same networks as one built at once.

Two tables of one shape. ``relations`` holds what ties actors, with a sign; ``links`` every other mention that joins two
named things, for paths.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kg.errors import WorldError

#: By which rule a row came about; see ``kg.compile.edges``.
RULES = ("direct", "event", "lifted", "joint", "figure", "acts-for", "link")
#: What a claim counts for: a view, or why it is in none.
STANDINGS = ("asserted", "outlook", "analysis", "denied", "absent", "superseded")


class Lent(NamedTuple):
    """What an edge borrows from another claim: a role, or the date of its event."""

    claim: str
    document: str
    begins: str | None = None
    ends: str | None = None


class Edge(NamedTuple):
    """One tie that one claim makes.

    ``relation`` is an event type or a property, ``via`` the event, agreement or property itself, and ``thing`` what one
    vote is cast on: the project of a milestone, the agreement of a signing, else ``via``. All names are CURIEs.
    ``needs`` are claims without which the edge would not be, ``dated_by`` claims that date its event in its stead.
    """

    source: str
    target: str
    rule: str
    relation: str
    thing: str
    via: str
    sign: int
    weight: float | None
    value: float | None
    begins: str | None
    ends: str | None
    domain: str
    needs: tuple[Lent, ...] = ()
    dated_by: tuple[Lent, ...] = ()


class Voice(NamedTuple):
    """Of a claim: who says it, how, and where. Several speakers or domains are joined by spaces."""

    claim: str
    standing: str
    stance: str
    speaker: str
    document: str


#: A row as it is read, in the order of ``_COLUMNS``: claim, its n-th tie, standing; stance, speaker, document, source,
#: and target as numbers of ``EdgeTable.names``; rule, relation (a number), thing, via (None: the thing), sign, weight,
#: value, begins, ends, domain (a number), needs and dated_by as JSON. Plain: a million of them are read at a time.
Row = tuple[
    str, int, int, int, int, int, int, int, int, int, str, str | None, int, float | None, float | None, str | None,
    str | None, int, str | None, str | None,
]  # fmt: skip

_COLUMNS = (
    "claim, n, standing, stance, speaker, document, source, target, rule, relation, thing, via, sign, weight, value, "
    "begins, ends, domain, needs, dated_by"
)
_TABLES = ("relations", "links")
_SCHEMA = "CREATE TABLE names (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);" + "".join(
    f"CREATE TABLE {table} ({_COLUMNS}, PRIMARY KEY (claim, n)) WITHOUT ROWID;" for table in _TABLES
)


class EdgeTable:
    """One edge table on disk or, without a path, in memory."""

    def __init__(self, path: str = ":memory:", *, write: bool = False) -> None:
        """Open for reading, or with ``write`` make it where it is missing. Raises WorldError."""
        address = path if path == ":memory:" else f"file:{_quoted(path)}?mode={'rwc' if write else 'ro'}"
        try:
            self._db = sqlite3.connect(address, uri=path != ":memory:", isolation_level=None, check_same_thread=False)
        except sqlite3.Error as error:
            raise _unusable(path, error) from error
        try:
            if write or path == ":memory:":
                self._db.execute("PRAGMA synchronous = OFF")  # a generation counts only once it is published
                self._db.execute("BEGIN")
                if not self._db.execute("SELECT 1 FROM sqlite_master").fetchone():
                    for statement in filter(None, _SCHEMA.split(";")):
                        self._db.execute(statement)
            self._ids: dict[str, int] = {name: i for i, name in self._db.execute("SELECT id, name FROM names")}
        except sqlite3.Error as error:
            self._db.close()
            raise _unusable(path, error) from error

    @classmethod
    def copy(cls, source: str, target: str) -> EdgeTable:
        """A copy of a finished table, open for writing. Raises WorldError when the source is not whole."""
        with cls(source) as whole:  # a file without tables cannot be opened for reading
            try:
                (verdict,) = whole._db.execute("PRAGMA quick_check(1)").fetchone()
            except sqlite3.Error as error:
                verdict = str(error)
        if verdict != "ok":
            raise WorldError(f"The edge table {source} is damaged: {verdict}.", "Run kg build --fresh.")
        shutil.copyfile(source, target)
        return cls(target, write=True)

    def put(self, voice: Voice, edges: Iterable[Edge]) -> None:
        """Add the edges of a claim that has none here."""
        for n, e in enumerate(edges, 1):
            table = "links" if e.rule == "link" else "relations"
            self._db.execute(
                f"INSERT INTO {table} VALUES ({'?,' * 19}?)",
                (
                    voice.claim,
                    n,
                    STANDINGS.index(voice.standing),
                    *map(self._id, (voice.stance, voice.speaker, voice.document, e.source, e.target)),
                    RULES.index(e.rule),
                    self._id(e.relation),
                    e.thing,
                    None if e.via == e.thing else e.via,
                    e.sign,
                    e.weight,
                    e.value,
                    e.begins,
                    e.ends,
                    self._id(e.domain),
                    to_text(e.needs),
                    to_text(e.dated_by),
                ),
            )

    def remove(self, claim: str) -> None:
        """Take out the edges of a claim."""
        for table in _TABLES:
            self._db.execute(f"DELETE FROM {table} WHERE claim = ?", (claim,))

    def _id(self, name: str) -> int:
        if name not in self._ids:
            self._ids[name] = len(self._ids) + 1
            self._db.execute("INSERT INTO names VALUES (?, ?)", (self._ids[name], name))
        return self._ids[name]

    def finish(self) -> None:
        """Bring everything to disk and close."""
        self._db.execute("COMMIT")
        self._db.close()

    def close(self) -> None:
        """Let go of the file; what was not finished is lost."""
        self._db.close()

    def __enter__(self) -> EdgeTable:
        return self

    def __exit__(self, *stop: object) -> None:
        self.close()

    def rows(self, table: str = "relations", standings: Iterable[str] = ("asserted",)) -> Iterator[Row]:
        """The rows of claims with one of the standings, ordered by claim; ``names`` tells what their numbers mean.

        Raises WorldError when the file is damaged.
        """
        wanted = ",".join(str(STANDINGS.index(s)) for s in standings)
        query = f"SELECT {_COLUMNS} FROM {table} WHERE standing IN ({wanted}) ORDER BY claim, n"
        try:
            yield from self._db.execute(query)
        except sqlite3.Error as error:
            raise WorldError(f"The edge table cannot be read: {error}.", "Run kg build --fresh.") from error

    @property
    def names(self) -> dict[int, str]:
        """Number → name: one text object for all rows that have it."""
        return {i: text for text, i in self._ids.items()}


def lent(text: str | None) -> list[Lent]:
    """``needs`` or ``dated_by`` of a row as values."""
    return [Lent(*entry) for entry in json.loads(text)] if text else []


def to_text(borrowed: Sequence[Lent]) -> str | None:
    """The other way."""
    return json.dumps(borrowed) if borrowed else None


def _quoted(path: str) -> str:
    """A path for a file: address, where %, ? and # have a meaning of their own."""
    return path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")


def _unusable(path: str, error: sqlite3.Error) -> WorldError:
    return WorldError(f"The edge table {path} cannot be opened: {error}.", "Run kg build --fresh.")
