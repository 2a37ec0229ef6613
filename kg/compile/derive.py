"""What follows from the texts, computed claim by claim so that each derived triple still knows its claim.

* ``<claim>#derived``: inverse and symmetric links, super-properties, bounds of EDTF dates; the graph
  ``derivations`` says which claim each of them was derived from.
* views: each triple of the current claims in the first of base, asserted, outlook and analysis that it belongs to.
* names: folded names of everything that has one.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.claims.names import NAME_PROPERTIES
from kg.claims.quads import Draft, Quads
from kg.claims.sides import UP
from kg.text.names import fold
from kg.text.periods import parse_edtf
from kg.text.terms import (
    BASE_VIEW,
    CLAIM,
    DCT,
    DERIVED,
    DOC,
    GRAPH,
    NAMES,
    NS,
    ONTOLOGY_GRAPH,
    OWL,
    RANGE,
    REFERENCE,
    REGISTER,
    SKOS,
    STANCE_DRAFT,
    SUBPROPERTY,
    TYPE,
    VIEWS,
    VOCAB,
    VOCAB_GRAPH,
    XSD,
    br,
    curie,
    local,
)
from kg.values.claims import Literal, Node, Period, Quad
from kg.values.findings import Finding

CODES = (br("iso3"), SKOS + "exactMatch", SKOS + "notation")
ISSUED = DCT + "issued"
#: What claims say nothing about as a thing of the world; documents have as many claims as a hub.
_NO_THINGS = (CLAIM, DOC, NS, VOCAB, GRAPH)
_HELD = (br("heldBy"), br("agreedBy"))
_CLAIM_LINKS = ("corroborates", "contradicts")


class Deriver:
    """Brings the computed graphs of a store in step with its texts."""

    def __init__(self, store: Quads) -> None:
        self._store = store
        self._symmetric = set(store.subjects(TYPE, OWL + "SymmetricProperty", ONTOLOGY_GRAPH))
        self._inverse: dict[str, list[str]] = {}
        for s, _, o, _ in store.quads(None, OWL + "inverseOf", None, ONTOLOGY_GRAPH):
            self._inverse.setdefault(s, []).append(str(o))
            self._inverse.setdefault(str(o), []).append(s)
        self._supers = self._closure(SUBPROPERTY)
        self._views = {
            s: store.text(s, br("view"))
            for s in store.subjects(SKOS + "inScheme", "https://w3id.org/bilateral/vocab/stance")
        }
        self._dated = set(store.subjects(RANGE, br("EDTF"), ONTOLOGY_GRAPH)) - {br("date"), ISSUED}
        self._starts, self._ends = (
            {s for s, *_ in store.quads(None, br(p), None, ONTOLOGY_GRAPH)} for p in ("spanStart", "spanEnd")
        )
        #: Each with the property that it is about; file and line are filled in by the checker.
        self.findings: list[tuple[Finding, str]] = []

    def _closure(self, predicate: str) -> dict[str, set[str]]:
        direct: dict[str, set[str]] = {}
        for s, _, o, _ in self._store.quads(None, predicate, None, ONTOLOGY_GRAPH):
            direct.setdefault(s, set()).add(str(o))
        full: dict[str, set[str]] = {}
        for start in direct:
            todo, seen = list(direct[start]), set[str]()
            while todo:
                node = todo.pop()
                if node not in seen:
                    seen.add(node)
                    todo += direct.get(node, ())
            full[start] = {p for p in seen if p.startswith(br(""))}
        return full

    def derived(self, claim: str) -> set[Quad]:
        """The triples of ``<claim>#derived`` that follow from the claim's graph."""
        graph, new = claim + DERIVED, set[Quad]()
        content = list(self._store.quads(g=claim))
        for s, p, o, _ in content:
            new.update((*triple, graph) for triple in self.implied(s, p, o))
            if p == br("date") and isinstance(o, Literal):
                new.update(self._bounds(s, o.value, claim, graph))
        self.read_dates(content)
        written = {q[:3] for q in content}
        return {q for q in new if q[:3] not in written}

    def read_dates(self, quads: Iterable[Quad]) -> None:
        """Findings on texts that are no dates, and on spans that end before they begin; ``br:date`` is read apart."""
        starts: dict[str, list[tuple[str, str]]] = {}
        ends: list[tuple[str, str, str, str]] = []
        for s, p, o, g in quads:
            if p not in self._dated or not isinstance(o, Literal):
                continue
            period = self._period(s, o.value, g, p)
            if period and p in self._starts and period.begins:
                starts.setdefault(s, []).append((period.begins, f"{curie(p)} “{o.value}”"))
            elif period and p in self._ends and period.ends:
                ends.append((s, period.ends, p, g))
        for s, last, p, g in ends:
            for first, said in starts.get(s, ()):
                if last < first:
                    message = f"It ends on {last} ({curie(p)}), before {said}."
                    self._find("error", message, "Exchange the two dates, or correct the wrong one.", s, g, p)

    def implied(self, s: str, p: str, o: Node) -> Iterable[tuple[str, str, Node]]:
        """What follows from one triple by super-properties, symmetric and inverse ones."""
        for higher in {p, *self._supers.get(p, ())}:
            if higher != p:
                yield s, higher, o
            if isinstance(o, str):
                if higher in self._symmetric:
                    yield o, higher, s
                for inverse in self._inverse.get(higher, ()):
                    yield o, inverse, s

    def _bounds(self, s: str, text: str, home: str, graph: str, path: str = br("date")) -> Iterable[Quad]:
        """``begins`` and ``ends`` of a date text; a text that is no date, or bounds that differ, give a finding."""
        period = self._period(s, text, home, path)
        if period is None:
            return
        for name, day in (("begins", period.begins), ("ends", period.ends)):
            if day is None:
                continue
            given = [o.value for o in self._store.objects(s, br(name), home) if isinstance(o, Literal)]
            if not given:
                yield s, br(name), Literal(day, None, XSD + "date"), graph
            elif day not in given:
                message = f"br:{name} says {given[0]}, but br:date “{text}” means {day}."
                hint = f"Leave br:{name} out: it follows from br:date."
                self._find("warning", message, hint, s, home, br(name))

    def _period(self, s: str, text: str, home: str, path: str) -> Period | None:
        """What a date text means; a text that is none gives a finding."""
        try:
            return parse_edtf(text)
        except ValueError as error:
            example = "Write 2024, 2024-06, 2024-06-19, 2024-02/.. or 1991~."
            self._find("error", f"“{text}” cannot be read as a date: {error}.", example, s, home, path)
            return None

    def _find(self, severity: str, message: str, hint: str, s: str, home: str, path: str) -> None:
        self.findings.append((Finding("", 0, 0, severity, "date", message, hint, s, home), path))

    def derived_links(self, graph: str) -> set[Quad]:
        """Of a register graph: the other direction of symmetric claim links, and the bounds of publication dates."""
        target = graph + DERIVED
        new: set[Quad] = {
            (str(o), br(p), s, target)
            for p in _CLAIM_LINKS
            for s, _, o, _ in self._store.quads(None, br(p), None, graph)
            if isinstance(o, str) and not self._is_draft(s)
        }
        for s, _, o, _ in self._store.quads(None, ISSUED, None, graph):
            if isinstance(o, Literal):
                new.update(self._bounds(s, o.value, graph, target, ISSUED))
        return new

    def level(self, claim: str) -> str | None:
        """The view that a claim's content shows in; None for denied, negated, superseded, retracted ones and drafts."""
        stance = self._store.value(claim, br("stance"))
        view = self._views.get(str(stance))
        negated = any(
            o == "true" or (isinstance(o, Literal) and o.value in ("true", "1"))
            for o in self._store.objects(claim, br("negated"))
        )
        if view not in VIEWS or negated or self._is_retracted(claim):
            return None
        later = self._store.subjects(br("supersedes"), claim)
        return view if all(self._is_draft(c) or self._is_retracted(c) for c in later) else None

    def _is_retracted(self, claim: str) -> bool:
        """Whether whoever wrote a claim down has taken it back: then it supersedes nothing either."""
        return self._store.has(claim, br("retractedOn"))

    def _is_draft(self, claim: str) -> bool:
        """Whether nobody has reviewed a claim yet: then it changes nothing for others."""
        return self._store.has(claim, br("stance"), STANCE_DRAFT)

    def settle(self, draft: Draft, triples: Iterable[tuple[str, str, Node]]) -> None:
        """Put each triple into the one view graph it belongs to, and out of the others."""
        order = [BASE_VIEW, *VIEWS.values()]
        places: dict[str, int] = {}
        add, remove = [], []
        for (s, p, o), graphs in self._store.graphs(triples):
            best, now = len(order), []
            for graph in graphs:
                if graph in order:
                    now.append(graph)
                    continue
                if graph not in places:
                    view = self._view_of(graph)
                    places[graph] = order.index(view) if view else len(order)
                best = min(best, places[graph])
            view = order[best] if best < len(order) else None
            remove += [(s, p, o, g) for g in now if g != view]
            if view and view not in now:
                add.append((s, p, o, view))
        draft.remove(remove)
        draft.add(add)

    def _view_of(self, graph: str) -> str | None:
        """The graph of the view that what stands in a graph belongs to."""
        if graph.startswith(REFERENCE) or graph in (ONTOLOGY_GRAPH, VOCAB_GRAPH):
            return BASE_VIEW
        claim = graph.removesuffix(DERIVED)
        if graph.startswith(REGISTER) or not self._store.has(claim, TYPE, br("Claim")):
            return None
        view = self.level(claim)
        return VIEWS[view] if view else None

    def affected_by(self, things: Iterable[str]) -> set[str]:
        """Claims that touch any of the things, or anything that leads up to them."""
        seen, todo = set[str](), list(things)
        claims: set[str] = set()
        while todo:
            thing = todo.pop()
            if thing in seen or thing.startswith(_NO_THINGS):
                continue
            seen.add(thing)
            for s, p, o, g in list(self._store.quads(None, None, thing)) + list(self._store.quads(thing)):
                graph = g.removesuffix(DERIVED)
                if self._store.has(graph, TYPE, br("Claim")):
                    claims.add(graph)
                if o == thing and p in _HELD:  # whose view a claim reports is a side of it
                    claims.add(s)
                if o == thing and p in UP:
                    todo.append(s)
                if s == thing and p == br("holder"):
                    todo.append(str(o))
        return claims

    def names(self, thing: str) -> set[Quad]:
        """The folded names of a thing: labels, codes and the last part of its IRI."""
        keys = {fold(o.value) for p in NAME_PROPERTIES for o in self._store.objects(thing, p) if isinstance(o, Literal)}
        keys |= {
            fold(o.value if isinstance(o, Literal) else local(o)) for p in CODES for o in self._store.objects(thing, p)
        }
        if keys:
            keys.add(fold(local(thing)))
        return {(thing, br("nameKey"), Literal(k), NAMES) for k in keys if k}
