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

from kg.claims.basis import Basis
from kg.claims.schema import RULES, STANDINGS, connect
from kg.errors import WorldError


class Lent(NamedTuple):
    """The date of an event as another claim has it; ``known`` and ``until`` as of ``Basis``."""

    claim: str
    begins: str | None = None
    ends: str | None = None
    known: str = ""
    until: str | None = None


class Edge(NamedTuple):
    """One tie that one claim makes.

    ``relation`` is an event type or a property, ``via`` the event, agreement or property itself, and ``thing`` what one
    vote is cast on: the project of a milestone, the agreement of a signing, else ``via``. All names are CURIEs.
    ``needs`` are claims without which the edge would not be, and ``basis`` what they are worth; ``dated_by`` claims
    date its event in its stead.
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
    needs: tuple[str, ...] = ()
    dated_by: tuple[Lent, ...] = ()
    basis: Basis = Basis()

    @property
    def tie(self) -> tuple[object, ...]:
        """What is the same for all ways to know of it."""
        return (*self[:12], self.dated_by)


class Voice(NamedTuple):
    """Of a claim: who says it, how, and where. Several speakers or domains are joined by spaces."""

    claim: str
    stance: str
    speaker: str
    document: str
    basis: Basis


#: A row as it is read, in the order of ``_COLUMNS``: claim, its n-th tie; stance, speaker, document, source, and target
#: as numbers of ``Ties.names``; rule, relation (a number), thing, via (None: the thing), sign, weight, value, begins,
#: ends, domain (a number), needs, and dated_by as JSON. Plain: a million of them are read at a time.
Row = tuple[
    str, int, int, int, int, int, int, int, int, str, str | None, int, float | None, float | None, str | None,
    str | None, int, str | None, str | None,
]  # fmt: skip

_COLUMNS = (
    "claim, n, stance, speaker, document, source, target, rule, relation, thing, via, sign, weight, value, begins, "
    "ends, domain, needs, dated_by"
)
_TABLES = ("relations", "links")


class Ties:
    """The ties of a claims index or, without one, of claims that are only in memory."""

    def __init__(self, db: sqlite3.Connection | None = None) -> None:
        self._db = db or connect(":memory:")
        self._ids: dict[str, int] | None = None

    def put(self, claims: Iterable[tuple[Voice, Iterable[Edge]]]) -> None:
        """Add the edges of claims that have none here; ways to one tie stand together, the best first."""
        rows: dict[str, list[tuple[object, ...]]] = {table: [] for table in _TABLES}
        for voice, edges in claims:
            n, way, last = 0, 0, None
            for e in edges:
                n, way = (n, way + 1) if e.tie == last else (n + 1, 1)
                last = e.tie
                rows["links" if e.rule == "link" else "relations"].append(self._row(voice, n, way, e))
        for table, some in rows.items():
            self._db.executemany(f"INSERT INTO {table} VALUES ({'?,' * 22}?)", some)

    def _row(self, voice: Voice, n: int, way: int, e: Edge) -> tuple[object, ...]:
        basis, number = voice.basis.meet(e.basis), self._id
        return (
            *(voice.claim, n, way, basis.standing, number(voice.stance), number(voice.speaker), number(voice.document)),
            *(number(e.source), number(e.target), RULES.index(e.rule), number(e.relation), e.thing),
            *(None if e.via == e.thing else e.via, e.sign, e.weight, e.value, e.begins, e.ends, number(e.domain)),
            *(" ".join(e.needs) or None, to_text(e.dated_by), basis.known, basis.until),
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

    def rows(
        self, table: str = "relations", standings: Iterable[str] = ("asserted",), known_at: str | None = None
    ) -> Iterator[Row]:
        """The ties with one of the standings, ordered by claim; ``names`` tells what their numbers mean.

        Of the ways to know of a tie the best that passes. ``known_at``: only what was known on a day and not yet
        superseded. Raises WorldError when the file is damaged.
        """
        wanted = ",".join(str(STANDINGS.index(s)) for s in standings)
        stands = "until IS NULL" if known_at is None else "known <= ?1 AND (until IS NULL OR until > ?1)"
        query = f"SELECT {_COLUMNS} FROM {table} WHERE standing IN ({wanted}) AND {stands} ORDER BY claim, n, way"
        last: tuple[str, int] | None = None
        try:
            for row in self._db.execute(query, () if known_at is None else (known_at,)):
                if row[:2] != last:
                    last = row[:2]
                    yield row
        except sqlite3.Error as error:
            raise WorldError(f"The claims index cannot be read: {error}.", "Run kg build --fresh.") from error

    @property
    def names(self) -> dict[int, str]:
        """Number → name: one text object for all rows that have it."""
        return {i: text for text, i in self._known().items()}


def lent(text: str | None) -> list[Lent]:
    """``dated_by`` of a row as values."""
    return [Lent(*entry) for entry in json.loads(text)] if text else []


def to_text(borrowed: Sequence[Lent]) -> str | None:
    """The other way."""
    return json.dumps(borrowed) if borrowed else None
