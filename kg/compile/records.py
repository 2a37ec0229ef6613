"""From the records of data sets to quads and rows.

A record becomes one node, named by the IRI of its claim, in one graph for all records that count alike
(``g:view/everything``, with the asserted view). Why not a named graph a record, as claims written by people have?
Measured with 468,558 events (pyoxigraph 0.5, bulk load, CPU seconds and MB on disk; then a count by month of all acts
of one actor):

    one graph for all, 8 quads a record                      36 s    474 MB   0.19 s
    a graph a record, its register beside it, 11 quads       54 s    823 MB   0.28 s
    the same, with its content in the view graph, 18 quads   82 s  1,086 MB   0.31 s

The first costs less than half and loses nothing: a record has one author and one document, so both hang on its node.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from heapq import heappop, heappush
from itertools import chain
from typing import Any

from kg.claims.fill import Name, RecordWriter
from kg.claims.quads import Quads
from kg.claims.schema import KINDS, STANDINGS
from kg.compile.background import NEVER, Background
from kg.compile.derive import Deriver
from kg.compile.line import LABELS, MATCH, SCALE, BadRecord, bounds, check_record, check_thing, is_text, to_iri
from kg.engine.nodes import quoted
from kg.text.names import fold, words
from kg.text.records import PLAIN, Record, Thing, claim_iri, kind_of
from kg.text.terms import (
    COMMENT,
    DCT,
    DOC,
    EVERYTHING,
    NS,
    OA,
    OWL,
    RDF,
    RECORDS,
    SKOS,
    TYPE,
    VOCAB,
    XSD,
    br,
    curie,
    expand,
)
from kg.values.claims import Literal

_A, _DATE = f"<{TYPE}>", f"^^<{XSD}date>"
_EVENT, _FIGURE, _DIRECT, _LINK, _VALUE, _VOTE = range(len(KINDS))
_NOBODY = Name(0, None, False)
#: That somebody acts for somebody.
ORGAN = curie(br("organOf"))
#: What data sets say of their things and records rest on: scores, and who acts for whom.
RESTED_ON = (SCALE, MATCH, ORGAN)


class RecordRules:
    """What records amount to, given what the everyday graph knows."""

    def __init__(self, written: Quads, index: RecordWriter) -> None:
        self._written, self._index = written, index
        self._known, self._deriver = Background(written), Deriver(written)
        numbers = written.quads(None, br("edgeWeight"))
        self._weight = {curie(s): float(o.value) for s, _, o, _ in numbers if isinstance(o, Literal)}
        self._signed = {curie(s) for s, *_ in written.quads(None, br("edgeSign"))}
        self._joint = {curie(s): curie(str(o)) for s, _, o, _ in written.quads(None, br("jointAct"))}
        #: Properties that have one value, by the ontology.
        self.single = {curie(s) for s in written.subjects(TYPE, OWL + "FunctionalProperty")}
        self.single |= {curie(s) for s, *_ in written.quads(None, br("oneValue"))}
        self._views = {s: written.text(s, br("view")) for s in written.subjects(SKOS + "inScheme", VOCAB + "stance")}
        self._scores: dict[str, float | None] = {}
        self._told: dict[str, list[tuple[str, str, str]]] = {}
        self._states: dict[str, tuple[str, str] | None] = {}
        self._tails: dict[tuple[str, str, str], tuple[str, str]] = {}
        self._kinds: dict[str, str] = {}
        self._standings: dict[str, tuple[int, int]] = {}
        self._acts: dict[tuple[str, str], str] = {}

    # ------------------------------------------------------------------ what data sets say that records rest on

    def hear(self, thing: Thing, dataset: str) -> None:
        """Remember a statement that is on its way to the index."""
        if thing.property in RESTED_ON:
            self._told.setdefault(thing.subject, []).append((thing.property, thing.value, dataset))

    def forget(self) -> None:
        """Ask the index anew: statements have gone."""
        self._told.clear()
        self._scores.clear()

    def _heard(self, name: str, prop: str) -> dict[str, str]:
        """The values that data sets give a thing, in order, each with the day from which that is known."""
        told = self._told.get(name)
        if told is None:
            told = self._told[name] = [] if self._index.bare else self._index.told(name, RESTED_ON)
        found: dict[str, str] = {}
        for _, value, dataset in sorted(t for t in told if t[0] == prop):
            day = self._known.known_from(DOC + dataset)
            found[value] = min(day, found.get(value, day))
        return found

    # ------------------------------------------------------------------ names

    def name(self, name: str) -> Name:
        """The row of a name in the index, made where it is missing."""
        found = self._index.names.get(name)
        return found or self._index.names.add(name, *self.side(name))

    def side(self, name: str) -> tuple[int | None, bool, str]:
        """The number of the state that a thing acts for (0 when it is one), whether people wrote about it, and the day
        from which its state is known."""
        known = self._written.has(expand(name) or name)
        found = self._state_of(name)
        if found is None:
            return None, known, ""
        state, since = found
        return (0 if state == name else self.name(state).id), known, since

    def _state_of(self, name: str) -> tuple[str, str] | None:
        """The first state that a thing acts for, and the day from which that is known.

        What people wrote decides; for what they did not write about, what data sets say, up to somebody whom they know.
        """
        todo, seen, found = [("", name)], set[str](), dict[str, str]()
        while todo:
            day, node = heappop(todo)
            if node in seen:
                continue
            seen.add(node)
            if not self._written.has(expand(node) or node):
                for boss, since in self._heard(node, ORGAN).items():
                    heappush(todo, (max(day, since), boss))
            elif lent := self._lent(node):
                state, since = lent
                found[state] = min(max(day, since), found.get(state, NEVER))
        return min(found.items(), default=None)

    def _lent(self, node: str) -> tuple[str, str] | None:
        """The state of somebody whom people wrote about, by what they wrote."""
        if node not in self._states:
            found = self._known.state_of(expand(node) or node)
            self._states[node] = (curie(found[0]), found[1].known) if found else None
        return self._states[node]

    def newly_known(self, name: str) -> bool:
        """Whether people began or ceased to write about a name of the index."""
        found = self._index.names.get(name)
        return found is not None and found.known != self._written.has(expand(name) or name)

    def settle(self, names: Iterable[str]) -> None:
        """Bring the sides of names, and of their records, in step with who acts for whom now."""
        for name in names:
            if self._index.names.get(name):
                self._index.set_side(name, *self.side(name))

    def rescore(self) -> None:
        """Bring the scores of all records in step."""
        self._scores.clear()
        for relation, kind, weight in self._index.weights():
            score = self._weight_of(relation, kind)
            if score != weight:
                self._index.set_weight(relation, kind, score)

    def score(self, relation: str) -> float | None:
        """−10 conflict to 10 cooperation, of an event type: PLOVER's score first, then Goldstein's."""
        if relation not in self._scores:
            steps = [relation, *self._heard(relation, MATCH)]
            scores = (self._known.score(expand(step) or step) for step in steps)
            own = (float(value) for value in self._heard(relation, SCALE))
            self._scores[relation] = next((s for s in chain(scores, own) if s is not None), None)
        return self._scores[relation]

    def view(self, stance: str) -> str:
        """The view that a stance counts in. Raises BadRecord."""
        view = self._views.get(f"{VOCAB}stance/{stance}")
        if view is None:
            raise BadRecord("unknown stance", f"“{stance}” is not a stance")
        return view

    # ------------------------------------------------------------------ rows and quads

    def row(self, r: Record, dataset: int, file: int) -> tuple[Any, ...]:
        """A record as a row of the index. Raises BadRecord."""
        check_record(r)
        begins, ends = bounds(r.date)
        subject, relation = self.name(r.subject), self.name(r.relation)
        target = self.name(r.object) if r.object else _NOBODY
        kind = self._kind(r)
        speaker = self.name(r.speaker).id if r.speaker else None
        if r.stance not in self._standings:
            self._standings[r.stance] = (self.name(r.stance).id, STANDINGS.index(self.view(r.stance)))
        return (
            file, dataset, r.id, kind, subject.id, relation.id, target.id or None, r.value or None, r.unit or None,
            r.date, begins, ends, speaker, *self._standings[r.stance], self._weight_of(r.relation, kind), subject.side,
            target.side, *(cell or None for cell in r[len(PLAIN) :]),
        )  # fmt: skip

    def _kind(self, r: Record) -> int:
        if r.relation not in self._kinds:
            self._kinds[r.relation] = kind_of(r.relation)
        kind = self._kinds[r.relation]
        if kind == "event":
            return _EVENT
        if kind in ("figure", "vote"):
            return _FIGURE if kind == "figure" else _VOTE
        if r.object:
            return _DIRECT if r.relation in self._signed else _LINK
        return _VALUE

    def _weight_of(self, relation: str, kind: int) -> float | None:
        if kind == _EVENT:
            return self.score(relation)
        if kind == _DIRECT:
            return self._weight.get(relation)
        return self.score(self._joint[relation]) if kind == _LINK and relation in self._joint else None

    def quads(self, r: Record, dataset: str) -> str:
        """A record as N-Quads. Raises BadRecord."""
        c = f"<{claim_iri(dataset, r.id)}>"
        g, ending = self._ending(dataset, r.stance, r.speaker)
        s, kind = to_iri(r.subject), self._kind(r)
        if kind == _EVENT:
            lines = [self._acting(r.relation, g), f" <{NS}actor> {s}{g}", f" <{NS}recipient> {to_iri(r.object)}{g}"]
        elif kind == _FIGURE:
            lines = [
                f" {_A} <{NS}Measure>{g}",
                f" <{NS}measureOf> {s}{g}",
                f" <{NS}indicator> {to_iri(r.relation)}{g}",
            ]
            lines.append(f" <{NS}value> {quoted(r.value)}^^<{XSD}decimal>{g}")
            lines += [f" <{NS}unit> {to_iri(r.unit)}{g}"] if r.unit else []
            lines += [f" <{NS}counterpart> {to_iri(r.object)}{g}"] if r.object else []
        elif kind == _VOTE:
            lines = [f" {_A} <{NS}Vote>{g}", f" <{NS}actor> {s}{g}", f" <{NS}onResolution> {to_iri(r.object)}{g}"]
            lines.append(f" <{NS}ballot> {to_iri(r.relation)}{g}")
        else:
            return self._statement(r, c, s, g) + _lines(c, [*_dated(r.date, g), *_told(r, g), ending])
        return _lines(c, [*lines, *_dated(r.date, g), *_told(r, g), ending])

    def _acting(self, relation: str, g: str) -> str:
        """That a record is an event of some type: two lines, \\0 standing for the record in the second."""
        key = (relation, g)
        if key not in self._acts:
            self._acts[key] = f" {_A} <{NS}Event>{g}\0 <{NS}eventType> {to_iri(relation)}{g}"
        return self._acts[key]

    def _statement(self, r: Record, c: str, s: str, g: str) -> str:
        p, o = to_iri(r.relation), to_iri(r.object) if r.object else quoted(r.value or r.date)
        text = f"{s} {p} {o}{g}{c} {_A} <{RDF}Statement>{g}{c} <{RDF}subject> {s}{g}{c} <{RDF}predicate> {p}{g}"
        text += f"{c} <{RDF}object> {o}{g}"
        if r.object:
            for x, q, y in self._deriver.implied(s[1:-1], p[1:-1], o[1:-1]):
                text += f"<{x}> <{q}> <{y}>{g}"
        return text

    def _ending(self, dataset: str, stance: str, speaker: str) -> tuple[str, str]:
        """The end of each line, and the lines that all records of one source share; \\0 stands for the record."""
        key = (dataset, stance, speaker)
        if key not in self._tails:
            view = self.view(stance)
            g = f" <{EVERYTHING if view == 'asserted' else RECORDS + view}> .\n"
            tail = f" <{NS}inDocument> <{DOC}{dataset}>{g}"
            if speaker:
                tail += f"\0 <{NS}statedBy> {to_iri(speaker)}{g}"
            if stance != "reported":
                tail += f"\0 <{NS}stance> <{VOCAB}stance/{stance}>{g}"
            self._tails[key] = g, tail
        return self._tails[key]

    def thing_row(self, t: Thing, file: int) -> tuple[int, int, str, str, str, str | None, str]:
        """A statement about a thing as a row of the index, with the words that it can be found by."""
        return (file, self.name(t.subject).id, t.property, t.value, t.lang, *found_by(t))

    def thing_quads(self, t: Thing) -> str:
        """The same as N-Quads. Raises BadRecord."""
        check_thing(t)
        p = _A if t.property == "a" else to_iri(t.property)
        if t.property == SCALE:
            value = f"{quoted(t.value)}^^<{XSD}decimal>"
        elif is_text(t):
            value = quoted(t.value) + (f"@{t.lang}" if t.lang else "")
        else:
            value = to_iri(t.value)
        return f"{to_iri(t.subject)} {p} {value} <{EVERYTHING}> .\n"


def found_by(t: Thing) -> tuple[str | None, str]:
    """The key and the words that a name can be found by; None and "" for what is no name."""
    key = fold(t.value) if t.property in LABELS else ""
    return (key, " ".join(words(t.value))) if key else (None, "")


def to_each(quads: str) -> list[str]:
    """Quads as single lines, without their ends."""
    return quads.rstrip("\n").split("\n")


def _lines(c: str, ends: list[str]) -> str:
    """Lines that begin with the same node; \\0 stands for it where an end holds several lines."""
    return (c + c.join(ends)).replace("\0", c)


#: What few records tell, by the property that says it.
_DETAILS = {
    "text": f"{DCT}description", "quote": f"{OA}exact", "address": f"{DCT}identifier", "issued": f"{NS}statedOn",
    "note": COMMENT,
}  # fmt: skip


def _told(r: Record, g: str) -> list[str]:
    if not any(r[len(PLAIN) :]):
        return []
    return [f" <{p}> {quoted(getattr(r, name))}{g}" for name, p in _DETAILS.items() if getattr(r, name)]


@lru_cache(maxsize=65_536)
def _dated(date: str, g: str) -> tuple[str, ...]:
    if not date:
        return ()
    lines = [f" <{NS}date> {quoted(date)}{g}"]
    for name, day in zip(("begins", "ends"), bounds(date), strict=True):
        if day:
            lines.append(f' <{NS}{name}> "{day}"{_DATE}{g}')
    return tuple(lines)
