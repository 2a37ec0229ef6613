"""Who is tied to whom by which claim, as rows of the claims index.

The build derives them (``kg.compile.ties``), the networks are read from them (``kg.network.project``): walking a
million named graphs takes an engine over a minute, reading a million rows a few seconds. Rows are ordered by claim, so
that an index built in steps gives the same networks as one built at once.

Two tables of one shape. ``relations`` holds what ties actors, with a sign; ``links`` every other mention that joins two
named things, for paths.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kg.claims.schema import RULES, STANDINGS, connect
from kg.errors import WorldError


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
#: and target as numbers of ``Ties.names``; rule, relation (a number), thing, via (None: the thing), sign, weight,
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


class Ties:
    """The ties of a claims index or, without one, of claims that are only in memory."""

    def __init__(self, db: sqlite3.Connection | None = None) -> None:
        self._db = db or connect(":memory:")
        self._ids: dict[str, int] | None = None

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
        known = self._known()
        if name not in known:
            known[name] = len(known) + 1
            self._db.execute("INSERT INTO tie_names VALUES (?, ?)", (known[name], name))
        return known[name]

    def _known(self) -> dict[str, int]:
        if self._ids is None:
            self._ids = {name: i for i, name in self._db.execute("SELECT id, name FROM tie_names")}
        return self._ids

    def rows(self, table: str = "relations", standings: Iterable[str] = ("asserted",)) -> Iterator[Row]:
        """The rows of claims with one of the standings, ordered by claim; ``names`` tells what their numbers mean.

        Raises WorldError when the file is damaged.
        """
        wanted = ",".join(str(STANDINGS.index(s)) for s in standings)
        query = f"SELECT {_COLUMNS} FROM {table} WHERE standing IN ({wanted}) ORDER BY claim, n"
        try:
            yield from self._db.execute(query)
        except sqlite3.Error as error:
            raise WorldError(f"The claims index cannot be read: {error}.", "Run kg build --fresh.") from error

    @property
    def names(self) -> dict[int, str]:
        """Number → name: one text object for all rows that have it."""
        return {i: text for text, i in self._known().items()}


def lent(text: str | None) -> list[Lent]:
    """``needs`` or ``dated_by`` of a row as values."""
    return [Lent(*entry) for entry in json.loads(text)] if text else []


def to_text(borrowed: Sequence[Lent]) -> str | None:
    """The other way."""
    return json.dumps(borrowed) if borrowed else None
