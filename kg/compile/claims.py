"""From claims that people write to rows of the index: what a filter asks of each, whom it touches, when it holds."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import product

from kg.claims.quads import Quads
from kg.claims.sides import Sides
from kg.claims.statements import FIGURE, NAME, TERM, range_of
from kg.compile.background import SIGNED, SIGNS, Background, Content, content_of
from kg.compile.dating import Step, Window
from kg.text.names import fold
from kg.text.terms import NS, OWL, SUBCLASS, TYPE, br, curie, local
from kg.values.claims import Literal, Node, Quad, finite

_DATE = "br:date"
_PLACED = frozenset((br("after"), br("dateNote")))
#: What bounds a figure, besides what it is of.
_VALUES = ("value", "comparator", "approximate", "atLeast", "atMost")
#: Nodes that a claim makes for what it says: by any other name they say the same.
_SAID = frozenset(map(br, ("Measure", "Effect", "Aim", "TermOfOffice")))
_QUDT = "http://qudt.org/schema/qudt/"
_PEOPLE = frozenset(map(br, ("holder", "organOf", "nationalOf", "memberOf", "officialCounterpartOf", "echoes")))
_VIEWS = frozenset(map(br, ("Effect", "Aim")))
_PACTS = frozenset(map(br, ("Agreement", "Signing", "TreatyAct")))
#: Tables with rows of a claim besides its own.
_PARTS = ("touches", "sides", "moments", "bounds")
#: Gives a node the number that it has in ``terms``.
Number = Callable[[Node], int]
#: The dates that a claim gives each of its things, and when each holds (``Background.when``).
Dates = dict[str, tuple[dict[str, Window], list[Step]]]


class ClaimRows:
    """Writes the rows of claims, and remembers what many share."""

    def __init__(self, view: Quads, db: sqlite3.Connection, number: Number, known: Background, sides: Sides) -> None:
        self._view, self._db, self._number, self._known, self._sides = view, db, number, known, sides
        self._events = self._below("Event")
        self._things = self._below("Structure") | self._below("Connection") | self._below("Project")
        self._happenings = self._events | {br("RelationPhase"), br("Agreement")}
        single = {s for s, *_ in view.quads(None, br("oneValue"))} | set(
            view.subjects(TYPE, OWL + "FunctionalProperty")
        )
        self._single = single - known.date_properties
        self._units = _units(view)

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
            by_subject = content_of(claim, content)
            touched = {number(x) for s, _, o, _ in content for x in (s, o) if isinstance(x, str)}
            sides, direct = self._sides.of_claim(claim), self._sides.directly(claim)
            rows["claims"].append((row, *self._columns(claim, content)))
            rows["touches"] += ((thing, row) for thing in touched)
            rows["sides"] += (
                (number(side), row, int(side in direct), *basis) for side, ways in sides.items() for basis, _ in ways
            )
            dates = {node: self._known.when(by_subject, node) for node in by_subject.by}
            rows["moments"] += self._moments(row, by_subject, dates)
            rows["bounds"] += self._bounds(row, by_subject, dates)
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
        retracted = view.text(claim, br("retractedOn"))
        said = (
            claim,
            stance,
            *self._known.basis(claim),
            retracted,
            speakers,
            document,
            int(not view.has(claim, br("salience"))),
        )
        return (*said, self._section(content, people), int(people), " ".join(actors), *digests(content))

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

    def _moments(self, row: int, content: Content, dates: Dates) -> Iterator[tuple[object, ...]]:
        """When what a claim says holds: by each thing that it dates or that happens, else by the claim itself.

        A row for each date that it gives, as a timeline shows them, and the rows that a filter asks (``dated``): when
        the thing holds, with what others say of it, from the day on which that was known.
        """
        began, ended = self._known.validity(content.claim)
        whole = (f"{began or ''}/{ended or '..'}" if began or ended else None, began, began, ended, ended, "", None)
        held = False
        for node, properties in sorted(content.by.items()):
            number = self._number(node)
            said, steps = dates[node]
            alone = len(steps) == len(said) == 1 and steps[0].window in said.values()
            for p, window in said.items():
                yield row, number, curie(p), int(alone), *window, "", None
            for s in steps if not alone else ():
                yield row, number, None, 1, *(s.window or (None,) * 5), s.known, s.until
            held = held or bool(steps)
            if not said and (self._happens(properties) or not properties.keys().isdisjoint(_PLACED)):
                yield row, number, _DATE, 0, *whole
        if not held:
            yield row, None, None, 1, *whole

    def _happens(self, properties: dict[str, list[Node]]) -> bool:
        return not self._happenings.isdisjoint(properties.get(TYPE, ()))

    def _bounds(self, row: int, content: Content, dates: Dates) -> Iterator[tuple[object, ...]]:
        """Between which bounds figures, dates and other values lie of which a thing has one.

        Those of one thing and property that share nothing exclude each other.
        """
        for node, properties in sorted(content.by.items()):
            number = self._number(node)
            if br("Measure") in properties.get(TYPE, ()):
                yield from ((what, row, number, *bounds) for what, bounds in self._figure(properties))
            said, _ = dates[node]
            for p, w in said.items():
                yield f"{node}\t{p}", row, number, w.begins or "", w.ends or "9999"
                if p == br("date"):  # who dates the signing dates what is signed
                    signed = sorted({x for act in SIGNS for x in content.ids(node, act)} - content.by.keys())
                    yield from ((f"{x}\t{SIGNED}", row, number, w.begins or "", w.ends or "9999") for x in signed)
                if "/" in w.text:  # intervals that overlap may still begin or end at different times
                    bounds = (("begins", w.begins, w.begun), ("ends", w.ending, w.ends))
                    yield from ((f"{node}\t{p}\t{n}", row, number, x, y) for n, x, y in bounds if x and y)
            by_office = {br("holder")} if br("office") in properties else set()  # who holds one is compared by it
            for p in sorted(properties.keys() & self._single - by_office):
                for o in properties[p]:
                    value, kind = (o, NAME) if isinstance(o, str) else (fold(o.value), f"@{o.lang or ''}")
                    yield f"{node}\t{p}\t{kind}", row, number, value, value
            for office, holder in product(content.ids(node, br("office")), content.ids(node, br("holder"))):
                yield f"{office}\t{br('holder')}\t{TERM}", row, number, holder, holder

    def _figure(self, properties: dict[str, list[Node]]) -> Iterator[tuple[str, tuple[float, float]]]:
        """What a figure is of, in the base unit of its own, and between which bounds it lies."""
        said = {p: next((value_of(o) for o in properties.get(br(p), ())), "") for p in (*FIGURE, *_VALUES)}
        base, factor = self._units.get(said["unit"], (said["unit"], 1.0))
        low, high = finite(said["atLeast"]), finite(said["atMost"])
        value = finite(said["value"])
        if value is not None:
            about = said["comparator"] or ("about" if said["approximate"] in ("true", "1") else "exact")
            low, high = range_of(value, local(about))
        elif low is None and high is None:
            return
        lowest, highest = float("-inf") if low is None else low, float("inf") if high is None else high
        what = "\t".join(base if p == "unit" else said[p] for p in FIGURE)
        # factors such as a twelfth are rounded; so are the products
        yield what, (round(lowest * factor, 9), round(highest * factor, 9))

    def _below(self, name: str) -> set[str]:
        """A class of the ontology and all its subclasses."""
        found, todo = set[str](), [br(name)]
        while todo:
            kind = todo.pop()
            if kind not in found:
                found.add(kind)
                todo += self._view.subjects(SUBCLASS, kind, NS.removesuffix("#"))
        return found


def digests(content: Sequence[Quad]) -> tuple[str, str]:
    """Hex digits that two claims share when they say the same, whatever they call nodes of their own; and the like
    without the kinds of things, for a denial need not repeat them."""
    own = {s for s, p, o, _ in content if p == TYPE and o in _SAID}
    by: dict[str, list[tuple[str, Node]]] = {}
    for s, p, o, _ in content:
        by.setdefault(s, []).append((p, o))

    def name(node: Node, depth: int = 3) -> str:
        if isinstance(node, Literal):
            return f'"{node.value}"@{node.lang}^^{node.datatype}'
        if node not in own:
            return node
        return _hash(f"{p} {name(o, depth - 1)}" for p, o in by[node]) if depth else "own"

    lines = [(p, f"{name(s)} {p} {name(o)}") for s, p, o, _ in content]
    gist = [line for p, line in lines if p != TYPE]
    return _hash(line for _, line in lines), _hash(gist or (line for _, line in lines))


def _hash(lines: Iterable[str]) -> str:
    return hashlib.blake2b("\n".join(sorted(lines)).encode(), digest_size=8).hexdigest()


def value_of(node: Node) -> str:
    """The text of a literal, or the name."""
    return node.value if isinstance(node, Literal) else node


def _units(view: Quads) -> dict[str, tuple[str, float]]:
    """Units that are so many of another."""
    factors = {
        s: finite(o.value) for s, _, o, _ in view.quads(None, _QUDT + "conversionMultiplier") if isinstance(o, Literal)
    }
    return {s: (str(o), factors[s] or 1.0) for s, _, o, _ in view.quads(None, _QUDT + "scalingOf") if s in factors}
