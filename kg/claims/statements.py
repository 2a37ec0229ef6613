"""What people wrote, a row a claim: which claims touch what, and pass a filter."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable
from functools import cached_property
from typing import Any, NamedTuple

from kg.claims.basis import DRAFT, LENDING, Basis
from kg.claims.cut import Cut
from kg.claims.quads import FileQuads
from kg.claims.schema import STANDINGS
from kg.errors import WorldError
from kg.values.claims import Period

#: What figures must share to be about one thing.
FIGURE = ("measureOf", "indicator", "unit", "counterpart", "whole", "per", "counts", "priceYear", "date")
#: What ends the key of values that are names, and of those who hold an office.
NAME, TERM = "name", "term"
#: So many claims are named in a condition; of more everything is asked.
_MANY = 500
#: How far a rounded figure may be off before two figures exclude each other.
_ABOUT = 0.1
_COLUMNS = "c.id, c.claim, c.stance, c.speakers, c.document, c.until, c.core, c.section, c.people, c.actors, c.content"


class Statement(NamedTuple):
    """A claim as a filter and a brief see it; ``speakers`` and ``actors`` are IRIs, joined by spaces.

    ``content`` is the same for claims that say the same.
    """

    number: int
    iri: str
    stance: str
    speakers: str
    document: str
    until: str | None
    core: int
    section: str
    people: int
    actors: str
    content: str


class Bounds(NamedTuple):
    """Between which bounds a figure or a date lies that a claim gives a thing; figures are numbers, dates days."""

    iri: str
    node: str
    low: float | str
    high: float | str


class Moment(NamedTuple):
    """That a claim dates a thing, by a property, or says that it happens."""

    iri: str
    node: str
    property: str
    period: Period | None
    standing: int


class Statements:
    """The claims of an index that people wrote. A ``Cut`` is about ``claims c``."""

    def __init__(self, db: sqlite3.Connection, quads: FileQuads) -> None:
        self._db, self._quads = db, quads
        self._lending: dict[tuple[str, str | None], bool] = {}

    def _all(self, query: str, values: Iterable[Any] = ()) -> list[tuple[Any, ...]]:
        try:
            return self._db.execute(query, tuple(values)).fetchall()
        except sqlite3.Error as error:
            raise WorldError(f"The claims index cannot be read: {error}.", "Run kg build --fresh.") from error

    def about(self, thing: str, known_at: str | None = None) -> Cut:
        """Claims that mention a thing, or that lead up to it when it is a state or a group.

        ``known_at``: as far as that was known on a day.
        """
        number = self._quads.known_number(thing)
        stands, values = ("until IS NULL", ()) if known_at is None else (_STOOD, (known_at, known_at))
        either = f"SELECT claim FROM touches WHERE thing = ? UNION SELECT claim FROM sides WHERE side = ? AND {stands}"
        return Cut(f"c.id IN ({either})", (number, number, *values))

    def select(self, cut: Cut) -> list[Statement]:
        """The claims that pass, in order of their names."""
        query = f"SELECT {_COLUMNS} FROM claims c WHERE {cut.where} ORDER BY c.claim"
        return [Statement._make(row) for row in self._all(query, cut.values)]

    def iris(self, cut: Cut) -> set[str]:
        """The IRIs of the claims that pass."""
        return {iri for (iri,) in self._all(f"SELECT c.claim FROM claims c WHERE {cut.where}", cut.values)}

    def count(self, cut: Cut) -> int:
        """How many claims pass."""
        return int(self._all(f"SELECT count(*) FROM claims c WHERE {cut.where}", cut.values)[0][0])

    def directly(self, cut: Cut, ends: Iterable[str], known_at: str | None = None) -> Cut:
        """Of the claims that pass those that are about all of some things, and do not only name one in a cause."""
        stands, values = ("s.until IS NULL", ()) if known_at is None else (_STOOD_TOO, (known_at, known_at))
        for end in ends:
            number = self._quads.known_number(end)
            aside = f"SELECT 1 FROM sides s WHERE s.claim = c.id AND s.side = ? AND {stands} AND NOT s.direct"
            cut = cut.also(f"NOT EXISTS ({aside})", number, *values)
        return cut

    def mentioning(self, cut: Cut, things: Iterable[str]) -> Cut:
        """Of the claims that pass those that mention one of some things."""
        numbers = [n for n in map(self._quads.known_number, things) if n is not None]
        return cut.also(
            f"c.id IN (SELECT claim FROM touches WHERE thing IN ({', '.join('?' * len(numbers))}))", *numbers
        )

    def sides(self, cut: Cut, known_at: str | None = None) -> dict[str, set[str]]:
        """Of the claims that pass: the states and groups that each is about, as far as that was known on a day."""
        stands, values = ("s.until IS NULL", ()) if known_at is None else (_STOOD_TOO, (known_at, known_at))
        query = (
            f"SELECT c.claim, t.value FROM claims c JOIN sides s ON s.claim = c.id JOIN terms t ON t.id = s.side "
            f"WHERE {cut.where} AND s.direct AND {stands}"
        )
        found: dict[str, set[str]] = {}
        for iri, side in self._all(query, (*cut.values, *values)):
            found.setdefault(iri, set()).add(side)
        return found

    def sideless(self, cut: Cut, known_at: str | None = None) -> Cut:
        """Of the claims that pass those that lead to no state and no group, as far as that was known on a day."""
        stands, values = ("s.until IS NULL", ()) if known_at is None else (_STOOD_TOO, (known_at, known_at))
        return cut.also(f"NOT EXISTS (SELECT 1 FROM sides s WHERE s.claim = c.id AND {stands})", *values)

    def moments(self, cut: Cut) -> list[Moment]:
        """What the claims that pass date or let happen."""
        query = (
            "SELECT c.claim, t.value, m.what, c.standing, m.text, m.begins, m.ends FROM claims c "
            "JOIN moments m ON m.claim = c.id "
            f"JOIN terms t ON t.id = m.node WHERE {cut.where} AND m.what IS NOT NULL ORDER BY c.claim, t.value, m.what"
        )
        return [
            Moment(c, n, p, Period(text, *ends) if text else None, standing)
            for c, n, p, standing, text, *ends in self._all(query, cut.values)
        ]

    def held(self, iri: str, known_at: str | None = None) -> dict[str | None, tuple[str | None, ...]]:
        """When a claim holds, by the things that it dates (None: itself), as far as that was known on a day.

        Text, first and last day on which it may begin, and on which it may end; Nones for what has no date. Of what has
        no end a claim tells no further than the day on which it is known.
        """
        stands, values = ("m.until IS NULL", ()) if known_at is None else (_STOOD_THEN, (known_at, known_at))
        query = (
            "SELECT t.value, m.text, m.begins, m.begun, coalesce(m.ending, c.known), m.ends FROM claims c "
            "JOIN moments m ON m.claim = c.id LEFT JOIN terms t ON t.id = m.node "
            f"WHERE c.claim = ? AND m.dated AND {stands}"
        )
        return {node: tuple(window) for node, *window in self._all(query, (iri, *values))}

    def terms(self, what: str, known_at: str | None = None) -> dict[tuple[str, str | None], tuple[str | None, ...]]:
        """When each claim that gives a value, and what it dates, hold: as ``held`` for all of them at once.

        Of what has no end a claim tells no further than the day on which it is known.
        """
        stands, values = ("m.until IS NULL", ()) if known_at is None else (_STOOD_THEN, (known_at, known_at))
        query = (
            "SELECT c.claim, t.value, m.text, m.begins, m.begun, "
            "coalesce(m.ending, nullif(c.known, '9999-12-32')), m.ends FROM claims c "
            "JOIN moments m ON m.claim = c.id LEFT JOIN terms t ON t.id = m.node "
            f"WHERE m.dated AND {stands} AND c.id IN (SELECT b.claim FROM bounds b WHERE b.what = ?)"
        )
        return {(iri, node): tuple(window) for iri, node, *window in self._all(query, (*values, what))}

    @cached_property
    def speakers(self) -> list[tuple[str, str]]:
        """All who speak and the documents they speak in; those who speak together are joined by spaces."""
        return self._all("SELECT DISTINCT speakers, document FROM claims ORDER BY 1, 2")

    def known(self, iri: str, known_at: str) -> bool:
        """Whether a claim was known on a day."""
        return bool(self._all("SELECT 1 FROM claims WHERE claim = ? AND known <= ?", (iri, known_at)))

    def opposed(self, cut: Cut, among: Collection[str] | None = None) -> dict[str, list[Bounds]]:
        """Of the claims that pass the values of which some share nothing: by what they are about.

        ``among``: only on what one of some claims gives a value itself.
        """
        passing = f"FROM bounds b JOIN claims c ON c.id = b.claim WHERE {cut.where}"
        values = cut.values
        if among is not None and len(among) <= _MANY:
            own = f"SELECT o.what FROM bounds o JOIN claims x ON x.id = o.claim WHERE x.claim IN ({_marks(among)})"
            passing, values = f"{passing} AND b.what IN ({own})", (*values, *sorted(among))
        query = (
            "SELECT b.what, c.claim, t.value, b.low, b.high FROM bounds b JOIN claims c ON c.id = b.claim "
            f"JOIN terms t ON t.id = b.node WHERE {cut.where} AND b.what IN "
            f"(SELECT b.what {passing} GROUP BY b.what HAVING max(b.low) > min(b.high)) "
            "ORDER BY b.what, c.claim, t.value"
        )
        found: dict[str, list[Bounds]] = {}
        for what, *row in self._all(query, (*cut.values, *values)):
            found.setdefault(what, []).append(Bounds._make(row))
        return found

    def bounds(self, iri: str) -> dict[tuple[str, str], tuple[float | str, float | str]]:
        """Between which bounds the values of a claim lie, by its node and what they are about."""
        query = (
            "SELECT t.value, b.what, b.low, b.high FROM bounds b JOIN claims c ON c.id = b.claim "
            "JOIN terms t ON t.id = b.node WHERE c.claim = ?"
        )
        return {(node, what): (low, high) for node, what, low, high in self._all(query, (iri,))}

    def denials(self, cut: Cut, among: Collection[str] | None = None) -> list[tuple[list[str], list[str]]]:
        """Of the claims that pass: those which say that something is so, and those which say that it is not."""
        cut = cut.also(_REVIEWED)
        own, some = "1", tuple[str, ...]()
        if among is not None and len(among) <= _MANY:
            own, some = f"c.gist IN (SELECT x.gist FROM claims x WHERE x.claim IN ({_marks(among)}))", (*sorted(among),)
        query = (
            f"SELECT c.gist, c.standing >= {LENDING}, c.claim FROM claims c WHERE {cut.where} AND {own} AND c.gist IN "
            f"(SELECT c.gist FROM claims c WHERE c.standing >= {LENDING} AND {cut.where}) ORDER BY c.claim"
        )
        found: dict[str, tuple[list[str], list[str]]] = {}
        for gist, denied, iri in self._all(query, (*cut.values, *some, *cut.values)):
            found.setdefault(gist, ([], []))[denied].append(iri)
        return [(said, denied) for said, denied in found.values() if said and denied]

    def denying(self, cut: Cut, among: Collection[str] | None = None) -> list[str]:
        """The claims that pass and say that something is not so; with ``among`` those that mention what these do."""
        cut = cut.also(_REVIEWED)
        own, some = "1", tuple[str, ...]()
        if among is not None and len(among) <= _MANY:
            things = f"SELECT t.thing FROM touches t JOIN claims x ON x.id = t.claim WHERE x.claim IN ({_marks(among)})"
            own, some = f"c.id IN (SELECT t.claim FROM touches t WHERE t.thing IN ({things}))", (*sorted(among),)
        query = f"SELECT c.claim FROM claims c WHERE c.standing >= {LENDING} AND {cut.where} AND {own} ORDER BY c.claim"
        return [iri for (iri,) in self._all(query, (*cut.values, *some))]

    @cached_property
    def drafts(self) -> set[str]:
        """The claims that nobody has reviewed."""
        return self.iris(Cut(f"c.standing = {DRAFT}"))

    @cached_property
    def retracted(self) -> dict[str, str]:
        """The claims that whoever wrote them down has taken back, each with the day."""
        return dict(self._all("SELECT claim, retracted FROM claims WHERE retracted IS NOT NULL"))

    @cached_property
    def replaced(self) -> set[str]:
        """The claims that are superseded by now."""
        return self.iris(Cut(_REPLACED))

    def superseded(self, iri: str, known_at: str) -> bool:
        """Whether it was known on a day that a claim is superseded."""
        return bool(
            self._all(f"SELECT 1 FROM claims c WHERE claim = ? AND {_REPLACED} AND until <= ?", (iri, known_at))
        )

    def basis(self, iri: str) -> Basis:
        """What a claim is worth to others."""
        found = self._all("SELECT standing, known, until FROM claims WHERE claim = ?", (iri,))
        return Basis(*found[0]) if found else Basis(len(STANDINGS))

    def lends(self, iri: str, known_at: str | None = None) -> bool:
        """Whether what a claim says may count for others: not denied, and neither superseded nor unknown on a day."""
        stands, values = ("until IS NULL", ()) if known_at is None else (_STOOD, (known_at, known_at))
        query = f"SELECT 1 FROM claims WHERE claim = ? AND standing < {LENDING} AND {stands}"
        key = (iri, known_at)
        if key not in self._lending:
            self._lending[key] = bool(self._all(query, (iri, *values)))
        return self._lending[key]


def _marks(some: Collection[str]) -> str:
    return ", ".join("?" * len(some))


def range_of(value: float, comparator: str) -> tuple[float, float]:
    """The bounds of a figure: one that is rounded, or only bounded, excludes fewer others."""
    slack = abs(value) * _ABOUT
    return {
        "about": (value - slack, value + slack),
        "nearly": (value - slack, value),
        "over": (value, float("inf")),
    }.get(comparator, (value, value))


_REPLACED = "c.until IS NOT NULL AND (c.retracted IS NULL OR c.until < c.retracted)"
_REVIEWED = f"c.standing < {DRAFT}"
_STOOD = "known <= ? AND (until IS NULL OR until > ?)"
_STOOD_THEN = "m.known <= ? AND (m.until IS NULL OR m.until > ?)"
_STOOD_TOO = "s.known <= ? AND (s.until IS NULL OR s.until > ?)"
