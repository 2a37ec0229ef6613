"""From claims that people write to rows of the index: what a filter asks of each, whom it touches, when it holds."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence

from kg.claims.quads import Quads
from kg.claims.statements import FIGURE, range_of
from kg.compile.background import Background
from kg.compile.sides import Sides
from kg.text.terms import DERIVED, NS, SUBCLASS, TYPE, br, local
from kg.values.claims import Literal, Node, Quad, finite

_DATES = tuple(map(br, ("date", "begins", "ends")))
_PEOPLE = frozenset(map(br, ("holder", "organOf", "nationalOf", "memberOf", "officialCounterpartOf", "echoes")))
_VIEWS = frozenset(map(br, ("Effect", "Aim")))
_PACTS = frozenset(map(br, ("Agreement", "Signing", "TreatyAct")))
#: Tables with rows of a claim besides its own.
_PARTS = ("touches", "sides", "moments", "bounds")
#: Gives a node the number that it has in ``terms``.
Number = Callable[[Node], int]


class ClaimRows:
    """Writes the rows of claims, and remembers what many share."""

    def __init__(self, view: Quads, db: sqlite3.Connection, number: Number, known: Background, sides: Sides) -> None:
        self._view, self._db, self._number, self._known, self._sides = view, db, number, known, sides
        self._events = self._below("Event")
        self._things = self._below("Structure") | self._below("Connection") | self._below("Project")
        self._happenings = self._events | {br("RelationPhase"), br("Agreement")}

    def remove(self, claims: Iterable[str]) -> None:
        """Take out the rows of claims."""
        for claim in claims:
            for (number,) in self._db.execute("SELECT id FROM claims WHERE claim = ?", (claim,)).fetchall():
                for table in _PARTS:
                    self._db.execute(f"DELETE FROM {table} WHERE claim = ?", (number,))
                self._db.execute("DELETE FROM claims WHERE id = ?", (number,))

    def fill(self, claims: Iterable[str]) -> None:
        """Write the rows of claims that have none."""
        (last,) = self._db.execute("SELECT coalesce(max(id), 0) FROM claims").fetchone()
        rows: dict[str, list[tuple[object, ...]]] = {table: [] for table in ("claims", *_PARTS)}
        for row, claim in enumerate(sorted(claims), last + 1):
            content, number = self._view.quads(g=claim), self._number
            touched = {number(x) for s, _, o, _ in content for x in (s, o) if isinstance(x, str)}
            sides = self._sides.of_claim(claim)
            rows["claims"].append((row, *self._columns(claim, content)))
            rows["touches"] += ((thing, row) for thing in touched)
            rows["sides"] += ((number(side), row, *basis) for side, ways in sides.items() for basis, _ in ways)
            rows["moments"] += self._moments(row, claim, content)
            rows["bounds"] += self._bounds(row, claim, content)
        rows["touches"].sort()  # in the order of the table
        for table, some in rows.items():
            if some:
                self._db.executemany(f"INSERT INTO {table} VALUES ({','.join('?' * len(some[0]))})", some)

    def _columns(self, claim: str, content: Sequence[Quad]) -> tuple[object, ...]:
        view = self._view
        stance, document = view.text(claim, br("stance")) or "", view.text(claim, br("inDocument")) or ""
        speakers = " ".join(sorted(map(str, view.objects(claim, br("statedBy")))))
        people = any(p in _PEOPLE for _, p, *_ in content)
        actors = sorted({str(o) for _, p, o, _ in content if p in (br("actor"), br("measureOf"))})
        said = (claim, stance, *self._known.basis(claim), speakers, document, int(not view.has(claim, br("salience"))))
        return (*said, self._section(content, people), int(people), " ".join(actors))

    def _section(self, content: Sequence[Quad], people: bool) -> str:
        """The first part of a brief that a claim fits in."""
        kinds = {str(o) for _, p, o, _ in content if p == TYPE}
        spoken_of = {str(k) for s in {q[0] for q in content} for k in self._view.objects(s, TYPE)}
        if br("Measure") in kinds:
            return "figures"
        if people:
            return "people"
        if kinds & _VIEWS or any(p in (br("describedAs"), br("aimsAt")) for _, p, *_ in content):
            return "views"
        if kinds & _PACTS:
            return "agreements"
        if br("Project") in kinds or (spoken_of and spoken_of <= self._things):
            return "projects"
        return "events" if kinds & self._events or spoken_of & self._events else "relations"

    def _moments(self, row: int, claim: str, content: Sequence[Quad]) -> Iterator[tuple[object, ...]]:
        """When what a claim says holds: by each thing that it dates or that happens, else by the claim itself."""
        dated = {s for s, p, _, _ in content if p in _DATES}
        placed = {
            s for s, p, o, _ in content if (p == TYPE and o in self._happenings) or p in (br("after"), br("dateNote"))
        }
        whole = self._validity(claim)
        for node in sorted(dated | placed):
            yield row, self._number(node), int(node in dated), *(self._own(claim, node, content) or whole)
        if not dated:
            yield row, None, 1, *whole

    def _own(self, claim: str, node: str, content: Sequence[Quad]) -> tuple[str, str | None, str | None] | None:
        said = {p: o.value for s, p, o, _ in reversed(content) if s == node and p in _DATES and isinstance(o, Literal)}
        if not said:
            return None
        begins, ends = (said.get(br(n)) or self._view.text(node, br(n), claim + DERIVED) for n in ("begins", "ends"))
        return said.get(br("date")) or f"{begins or ''}/{ends or '..'}", begins, ends

    def _bounds(self, row: int, claim: str, content: Sequence[Quad]) -> Iterator[tuple[object, ...]]:
        """Between which bounds figures and dates lie; those of one thing that share nothing contradict each other."""
        for node in sorted({s for s, p, o, _ in content if p == TYPE and o == br("Measure")}):
            said = {p: self._view.text(node, br(p), claim) for p in (*FIGURE, "value", "comparator", "approximate")}
            value = finite(said["value"] or "")
            if value is not None:
                about = said["comparator"] or ("about" if said["approximate"] in ("true", "1") else "exact")
                yield "\t".join(said[p] or "" for p in FIGURE), row, self._number(node), *range_of(value, local(about))
        for node in sorted({s for s, p, o, _ in content if p == br("date") and isinstance(o, Literal)}):
            _, begins, ends = self._own(claim, node, content) or ("", None, None)
            yield node, row, self._number(node), begins or "", ends or "9999"

    def _validity(self, claim: str) -> tuple[str | None, str | None, str | None]:
        begins, ends = self._known.validity(claim)
        return f"{begins or ''}/{ends or '..'}" if begins or ends else None, begins, ends

    def _below(self, name: str) -> set[str]:
        """A class of the ontology and all its subclasses."""
        found, todo = set[str](), [br(name)]
        while todo:
            kind = todo.pop()
            if kind not in found:
                found.add(kind)
                todo += self._view.subjects(SUBCLASS, kind, NS.removesuffix("#"))
        return found
