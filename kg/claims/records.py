"""The records of data sets in the claims index: names, single ones, and their sums by pair, relation and period."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import combinations
from typing import Any, NamedTuple

from kg.claims.cut import Cut
from kg.claims.schema import KINDS, STANDINGS, kinds
from kg.errors import WorldError
from kg.text.records import Record

_ACTS = f"kind IN {kinds('event', 'direct')}"
_FIGURE = f"kind = {KINDS.index('figure')}"
_WRITTEN = (
    "SELECT r.id, d.name, r.kind, r.record, s.name, p.name, coalesce(o.name, ''), coalesce(r.value, ''), "
    "coalesce(r.unit, ''), coalesce(r.date, ''), coalesce(w.name, ''), t.name, coalesce(r.text, ''), "
    "coalesce(r.quote, ''), coalesce(r.address, ''), coalesce(r.issued, ''), coalesce(r.note, ''), "
    "r.begins, r.ends, r.weight, r.standing "
    "FROM records r JOIN datasets d ON d.id = r.dataset JOIN names s ON s.id = r.subject "
    "JOIN names p ON p.id = r.relation LEFT JOIN names o ON o.id = r.object LEFT JOIN names w ON w.id = r.speaker "
    "JOIN names t ON t.id = r.stance"
)


class Entry(NamedTuple):
    """A record with what the build made of it."""

    number: int
    dataset: str
    kind: str
    record: Record
    begins: str | None
    ends: str | None
    weight: float | None
    standing: str

    def period(self, digits: int) -> str:
        """The year (4 digits) or month (7) that holds its whole date; "" for none."""
        whole = (self.begins or "")[:digits]
        return whole if whole == (self.ends or "")[:digits] else ""


class Sum(NamedTuple):
    """Acts of one pair under one relation, by one source: how many, their score, first and last day, first record."""

    subject: str
    object: str
    relation: str
    dataset: str
    stance: str
    speaker: str
    standing: str
    period: str
    n: int
    weight: float | None
    begins: str | None
    ends: str | None
    first: str


class Amount(NamedTuple):
    """Figures of one pair under one indicator, in one unit, by one source, added up: how many, their sum, the largest,
    first and last day, first record."""

    subject: str
    object: str
    relation: str
    unit: str
    dataset: str
    stance: str
    speaker: str
    standing: str
    period: str
    n: int
    total: float
    most: float
    begins: str | None
    ends: str | None
    first: str

    @property
    def mixed(self) -> bool:
        """Whether one of the figures looks like the total of the others: a sum would then count everything twice."""
        return self.n > 2 and abs(2 * self.most - self.total) <= 1e-9 * abs(self.total)


def sides_known(cut: Cut, day: str) -> Cut:
    """Of the records that pass those whose ``a`` and ``b`` were known on a day: some claims lend them."""
    later = "(SELECT id FROM names WHERE since > '' AND since > ?)"
    return cut.also(f"r.subject NOT IN {later} AND coalesce(r.object, 0) NOT IN {later}", day, day)


def nationals_of(cut: Cut, column: str, state: str, number: int | None) -> Cut:
    """Of the records that pass those with somebody of a state, who does not act for it, at one end: ``a`` or ``b``."""
    end = "subject" if column == "a" else "object"
    home = "SELECT subject FROM things WHERE property = 'br:nationalOf' AND value = ?"
    return cut.also(f"r.{end} IN ({home}) AND r.{column} IS NOT ?", state, number)


class Records:
    """The records of a claims index. All names are CURIEs."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db

    def _all(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        try:
            return self.db.execute(query, values).fetchall()
        except sqlite3.Error as error:
            raise WorldError(f"The claims index cannot be read: {error}.", "Run kg build --fresh.") from error

    # ------------------------------------------------------------------ names

    def number(self, name: str) -> int | None:
        """The number of a name, or None."""
        return next((row[0] for row in self._all("SELECT id FROM names WHERE name = ?", name)), None)

    def statements(self, name: str) -> list[tuple[str, str, str]]:
        """Property, value and language of all that data sets say a thing is."""
        query = "SELECT property, value, lang FROM things JOIN names n ON n.id = subject WHERE n.name = ?"
        return self._all(f"{query} ORDER BY things.id", name)

    def keyed(self, key: str) -> list[str]:
        """The things with a folded name."""
        return [
            n
            for (n,) in self._all("SELECT DISTINCT name FROM things JOIN names n ON n.id = subject WHERE key = ?", key)
        ]

    def worded(self, words: Sequence[str], limit: int) -> list[tuple[str, str]]:
        """Things and names with all of the words, the last of which may be unfinished; shortest names first."""
        query = " ".join(f'"{w}"' for w in words) + " *" if words else ""
        return self._named("words", query, limit)

    def resembling(self, key: str, limit: int) -> list[tuple[str, str]]:
        """Things and names that share groups of three letters with a folded name: two thirds of it, or one.

        A typing error spoils neighbouring groups only.
        """
        groups = list(dict.fromkeys(key[i : i + 3] for i in range(len(key) - 2)))
        size = max(1, (len(groups) + 2) // 3)
        thirds = [groups[i : i + size] for i in range(0, len(groups), size)]
        found: dict[tuple[str, str], None] = {}
        for some in (*combinations(thirds, 2), *((t,) for t in thirds)):
            if len(found) < limit:
                query = " AND ".join(f'"{g}"' for third in some for g in third)
                found |= dict.fromkeys(self._named("grams", query, limit))
        return list(found)

    def _named(self, table: str, query: str, limit: int) -> list[tuple[str, str]]:
        if not query:
            return []
        return self._all(
            "SELECT n.name, value FROM things JOIN names n ON n.id = subject WHERE things.id IN "
            f"(SELECT rowid FROM {table} WHERE {table} MATCH ? LIMIT ?) ORDER BY length(value), value",
            query,
            limit,
        )

    @cached_property
    def datasets(self) -> dict[str, int]:
        """The data sets with their number of records."""
        query = "SELECT d.name, (SELECT count(*) FROM records WHERE dataset = d.id) FROM datasets d ORDER BY d.name"
        return dict(self._all(query))

    @cached_property
    def names_of_datasets(self) -> list[str]:
        """The data sets; quicker than ``datasets``."""
        return [n for (n,) in self._all("SELECT name FROM datasets ORDER BY name")]

    def speakers(self) -> list[tuple[str, str]]:
        """The data sets with their speakers; an empty one is the data set itself."""
        query = (
            "SELECT DISTINCT d.name, coalesce(n.name, '') FROM (SELECT DISTINCT dataset, speaker FROM records) r "
            "JOIN datasets d ON d.id = r.dataset LEFT JOIN names n ON n.id = r.speaker"
        )
        return self._all(query)

    # ------------------------------------------------------------------ records

    def entries(
        self, cut: Cut, limit: int | None = None, order: str = "r.begins IS NULL, r.begins, r.id"
    ) -> Iterator[Entry]:
        """Records that pass, in order of their dates."""
        query = f"{_WRITTEN} WHERE {cut.where} ORDER BY {order}" + (f" LIMIT {limit}" if limit is not None else "")
        try:
            for row in self.db.execute(query, cut.values):  # there may be millions
                begins, ends, weight, standing = row[17:]
                record = Record(*row[3:17])
                yield Entry(row[0], row[1], KINDS[row[2]], record, begins, ends, weight, STANDINGS[standing])
        except sqlite3.Error as error:
            raise WorldError(f"The claims index cannot be read: {error}.", "Run kg build --fresh.") from error

    def entry(self, dataset: str, record: str) -> Entry | None:
        """One record by its id in its data set."""
        cut = Cut("r.record = ? AND r.dataset = (SELECT id FROM datasets WHERE name = ?)", (record, dataset))
        return next(self.entries(cut), None)

    def count(self, cut: Cut) -> int:
        """How many records pass."""
        return int(self._all(f"SELECT count(*) FROM records r WHERE {cut.where}", *cut.values)[0][0])

    def distinct(self, what: str, cut: Cut) -> int:
        """How many values a column of the records that pass has."""
        return int(self._all(f"SELECT count(DISTINCT {what}) FROM records r WHERE {cut.where}", *cut.values)[0][0])

    def spread(self, column: str, over: str, cut: Cut) -> dict[str, int]:
        """By the names in one column of the records that pass, how many names another has."""
        query = (
            f"SELECT n.name, x.n FROM (SELECT r.{column} AS thing, count(DISTINCT r.{over}) AS n FROM records r "
            f"WHERE {cut.where} GROUP BY 1) x JOIN names n ON n.id = x.thing"
        )
        return dict(self._all(query, *cut.values))

    @cached_property
    def has_votes(self) -> bool:
        """Whether any record says how somebody voted."""
        ballots = "SELECT id FROM names WHERE name IN ('ballot:yes', 'ballot:no', 'ballot:abstain', 'ballot:absent')"
        return bool(self._all(ballots))

    def scored(self) -> list[tuple[str, int, float | None]]:
        """The relations of records, each with its kind and the score of its records."""
        query = (
            "SELECT p.name, r.kind, r.weight FROM (SELECT DISTINCT relation, kind, weight FROM records "
            f"WHERE kind = {KINDS.index('link')}) r JOIN names p ON p.id = r.relation"
        )
        return self._all(query)

    def ballots(self, cut: Cut) -> list[tuple[Any, ...]]:
        """Data set, stance, speaker, standing, number of the resolution, ballot, first and last day, id of votes."""
        query = (
            "SELECT d.name, t.name, coalesce(w.name, ''), r.standing, r.object, p.name, r.begins, r.ends, r.record "
            "FROM records r JOIN datasets d ON d.id = r.dataset JOIN names t ON t.id = r.stance "
            f"JOIN names p ON p.id = r.relation LEFT JOIN names w ON w.id = r.speaker WHERE {cut.where}"
        )
        return self._all(query, *cut.values)

    def amounts(self, cut: Cut, indicators: Iterable[str], digits: int = 0) -> Iterator[Amount]:
        """Figures of pairs under some indicators, added up by unit, source and period; ``digits`` as in ``sums``."""
        names = sorted(indicators)
        cut = cut.also(f"r.relation IN (SELECT id FROM names WHERE name IN ({', '.join('?' * len(names))}))", *names)
        whole = f"substr(r.begins, 1, {digits})"
        period = f"iif({whole} = substr(r.ends, 1, {digits}), {whole}, '')" if digits else "''"
        query = (
            "SELECT s.name, o.name, p.name, coalesce(x.unit, ''), d.name, t.name, coalesce(w.name, ''), x.standing, "
            "x.period, x.n, x.total, x.most, x.begins, x.ends, f.record FROM (SELECT r.subject AS s, r.object AS o, "
            f"r.relation AS p, unit, dataset, stance, speaker, standing, {period} AS period, count(*) AS n, "
            "sum(CAST(value AS REAL)) AS total, max(CAST(value AS REAL)) AS most, min(begins) AS begins, "
            f"max(ends) AS ends, min(id) AS first FROM records r WHERE {_FIGURE} AND r.object IS NOT NULL "
            f"AND {cut.where} GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9) x JOIN names s ON s.id = x.s "
            "JOIN names o ON o.id = x.o JOIN names p ON p.id = x.p JOIN datasets d ON d.id = x.dataset "
            "JOIN names t ON t.id = x.stance LEFT JOIN names w ON w.id = x.speaker "
            "JOIN records f ON f.id = x.first ORDER BY x.period, 1, 2, 3, 4, 5, 6, 7"
        )
        for row in self._all(query, *cut.values):
            yield Amount._make((*row[:7], STANDINGS[row[7]], *row[8:]))

    def by_nationals(self, cut: Cut, a: str, b: str) -> int:
        """How many acts between two states, either way, somebody took part in who is of one but does not act for it."""
        return sum(self.count(c) for *_, c in self.of_nationals(cut, a, b))

    def of_nationals(self, cut: Cut, a: str, b: str) -> Iterator[tuple[str, str, str, Cut]]:
        """The acts of ``by_nationals``, one way after another: who acts on whom, at which ends it is nationals
        (columns, "a" or "b" or both), and the records."""
        acts = cut.also(_ACTS)
        for x, y in ((a, b), (b, a)):
            m, n = (self.number(state) or 0 for state in (x, y))  # 0, which nothing has, where no record names it
            yield x, y, "a", nationals_of(acts, "a", x, m).also("r.b IS ?", n)
            yield x, y, "b", nationals_of(acts, "b", y, n).also("r.a IS ?", m)
            yield x, y, "ab", nationals_of(nationals_of(acts, "a", x, m), "b", y, n)

    def sums(self, cut: Cut, *, sides: bool = False, relation: bool = True, digits: int = 0) -> Iterator[Sum]:
        """Acts summed up by pair and source.

        ``sides``: of the states that subject and object act for. ``relation``: each apart. ``digits``: of the date, 4
        for years, 7 for months; 0 for all time.
        """
        if sides and cut.day:
            cut = sides_known(cut, cut.day)
        a, b = ("r.a", "r.b") if sides else ("r.subject", "r.object")
        named = len(cut.period) > digits
        period = f"'{cut.period}'" if named else f"substr(r.begins, 1, {digits})" if digits else "''"
        what = "r.relation" if relation else "NULL"
        query = (
            "SELECT s.name, o.name, coalesce(p.name, ''), d.name, t.name, coalesce(w.name, ''), x.standing, x.period, "
            "x.n, x.weight, x.begins, x.ends, f.record FROM ("
            f"SELECT {a} AS s, {b} AS o, {what} AS p, dataset, stance, speaker, standing, {period} AS period, "
            "count(*) AS n, sum(weight) AS weight, min(begins) AS begins, max(ends) AS ends, min(id) AS first "
            f"FROM records r WHERE {_ACTS} AND {cut.where} GROUP BY 1, 2, 3, 4, 5, 6, 7, 8) x "
            "JOIN names s ON s.id = x.s JOIN names o ON o.id = x.o LEFT JOIN names p ON p.id = x.p "
            "JOIN datasets d ON d.id = x.dataset JOIN names t ON t.id = x.stance LEFT JOIN names w ON w.id = x.speaker "
            "JOIN records f ON f.id = x.first"
        )
        for row in self._all(query, *cut.values):
            yield Sum._make((*row[:6], STANDINGS[row[6]], *row[7:]))

    def joined(self, cut: Cut, standings: Iterable[str]) -> Iterator[tuple[str, str, str, int]]:
        """Pairs that acts join, either way: both, the data sets joined by spaces, and how many sums there are.

        As ``sums`` has them for themselves and for the states they act for, without reading each: ICEWS has 280,000.
        """
        lifted = sides_known(cut, cut.day) if cut.day else cut
        kept = f"{_ACTS} AND standing IN ({','.join(str(STANDINGS.index(s)) for s in standings)})"
        said = "relation, dataset, stance, speaker FROM records r WHERE"
        query = (
            "SELECT s.name, o.name, x.sets, x.n FROM (SELECT min(a, b) AS a, max(a, b) AS b, "
            "group_concat(DISTINCT (SELECT name FROM datasets WHERE id = dataset)) AS sets, count(*) AS n FROM ("
            f"SELECT DISTINCT subject AS a, object AS b, {said} {kept} AND subject <> object AND {cut.where} UNION ALL "
            f"SELECT DISTINCT r.a, r.b, {said} {kept} AND r.a <> r.b AND NOT (subject = r.a AND object = r.b) "
            f"AND {lifted.where}) GROUP BY 1, 2) x JOIN names s ON s.id = x.a JOIN names o ON o.id = x.b"
        )
        for a, b, datasets, n in self._all(query, *cut.values, *lifted.values):
            yield a, b, datasets.replace(",", " "), n

    def of_domains(self, cut: Cut, domains: Collection[str]) -> Cut:
        """Of the records that pass those about things that other records put into one of some domains (local names)."""
        names = [f"dom:{d}" for d in sorted(domains)]
        numbered = f"SELECT id FROM names WHERE name IN ({', '.join('?' * len(names))})"
        within = f"SELECT subject FROM records WHERE relation = ? AND object IN ({numbered})"
        return cut.also(f"r.subject IN ({within})", self.number("br:cooperationDomain"), *names)

    def voices(self, cut: Cut) -> list[tuple[str, str, str]]:
        """Data set, stance and speaker of the records that pass; the speaker is empty where it is the data set."""
        query = (
            "SELECT d.name, t.name, coalesce(w.name, '') FROM "
            f"(SELECT DISTINCT dataset, stance, speaker FROM records r WHERE {cut.where}) x "
            "JOIN datasets d ON d.id = x.dataset JOIN names t ON t.id = x.stance LEFT JOIN names w ON w.id = x.speaker "
            "ORDER BY 1, 2, 3"
        )
        return self._all(query, *cut.values)

    def relations_of(self, name: str, cut: Cut) -> list[tuple[str, bool, int, int]]:
        """What records say about a thing: relation, whether it is the subject, kind, and how many."""
        number = self.number(name)
        if number is None:
            return []
        query = " UNION ALL ".join(
            f"SELECT relation, {int(here)} AS here, min(kind) AS kind, count(*) AS n FROM records r "
            f"WHERE r.{column} = ? AND {cut.where} GROUP BY relation"
            for column, here in (("subject", True), ("object", False))
        )
        query = (
            f"SELECT p.name, here, kind, n FROM ({query}) JOIN names p ON p.id = relation ORDER BY here DESC, n DESC"
        )
        return [
            (p, bool(here), kind, n) for p, here, kind, n in self._all(query, number, *cut.values, number, *cut.values)
        ]

    def conflicts(self) -> list[tuple[int, int, int | None, str | None, str | None]]:
        """Subject, relation, counterpart, unit and date of values that exclude each other, as numbers and texts."""
        return self._all("SELECT subject, relation, object, unit, date FROM conflicts ORDER BY subject, relation")
