"""The facts of an entity: each a value with the claims behind it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kg.ask.claims import Reader
from kg.ask.filters import Filter, Sieve
from kg.ask.values import Wording
from kg.model import Claim, Fact, Literal, Node, Period, Quantity, Ref
from kg.names import fold, words
from kg.terms import DERIVED, OWL, TYPE, br, curie, local


#: Marks the value of a claim that says the thing is absent.
_NOT = {"en": "not", "ru": "нет", "ko": "아님"}


class _Found(NamedTuple):
    property: Ref
    value: str
    object: str | None
    node: str | None
    quantity: Quantity | None
    claim: str


class Answer(NamedTuple):
    """Facts, what else the entity has when a property was asked for, and notes on what was left out."""

    facts: list[Fact]
    other_properties: list[Ref]
    notes: list[str]


def facts_of(reader: Reader, entity: str, wanted: str | None = None, rules: Filter | None = None) -> Answer:
    """The facts of an entity, or those of the properties that best match ``wanted`` (a word in any language)."""
    found = list(_Scan(reader, entity).all())
    properties = list(dict.fromkeys(f.property for f in found))
    chosen = _match(reader, properties, wanted) if wanted else set(properties)
    sieve = Sieve(reader, rules or Filter())
    groups: dict[tuple[Ref, str], list[tuple[_Found, Claim, Period | None]]] = {}
    for f in found:
        if f.property not in chosen:
            continue
        claim = reader.claim(f.claim)
        if sieve.keeps(claim):
            period = reader.period_of(f.node or f.object or entity, f.claim)
            if sieve.holds(period, claim):
                groups.setdefault((f.property, f.value if not claim.negated else f"{_NOT[reader.lang]}: {f.value}"), []).append((f, claim, period))
    subject = reader.ref(entity)
    facts = []
    for (prop, value), members in groups.items():
        claims = {c.iri: c for _, c, _ in members}
        first, _, period = members[0]
        facts.append(
            Fact(subject, prop, value, tuple(claims[k] for k in sorted(claims)), reader.ref(first.object) if first.object else None, period, first.quantity)
        )
    facts.sort(key=_order)
    return Answer(facts, sorted(set(properties) - chosen, key=lambda r: r.label), sieve.notes())


def _order(fact: Fact) -> tuple[bool, str, bool, str, str]:
    core = any(c.salience is None for c in fact.claims)
    return fact.property.label.startswith("← "), fact.property.label.removeprefix("← ").casefold(), not core, fact.value.casefold(), fact.claims[0].id


class _Scan:
    def __init__(self, reader: Reader, entity: str) -> None:
        self._reader, self._view, self._entity = reader, reader.view, entity
        self._wording = Wording(reader)

    def all(self) -> Iterator[_Found]:
        """Every mention of the entity in the content of a claim."""
        seen: set[tuple[str, str, Node]] = set()
        for s, p, o, g in self._view.quads(self._entity):
            if p != TYPE and self._content(g):
                yield self._outward(p, o, g)
        for s, p, o, g in self._view.quads(None, None, self._entity):
            if self._content(g) and (s, p, g) not in seen:
                seen.add((s, p, g))
                found = self._inward(s, p, g)
                if found:
                    yield found

    def _content(self, graph: str) -> bool:
        return not graph.endswith(DERIVED) and self._reader.is_claim(graph)

    def _outward(self, p: str, o: Node, g: str) -> _Found:
        node = o if isinstance(o, str) else None
        return _Found(self._reader.ref(p), self._dated(self._wording.node(o, g), node, g), node, None, None, g)

    def _inward(self, s: str, p: str, g: str) -> _Found | None:
        wording, ref = self._wording, self._reader.ref
        kind = wording.kind(s)
        if kind == "Measure":
            if p not in (br("measureOf"), br("counterpart"), br("whole"), br("alsoGivenFor")):
                return None
            text, quantity = wording.measure(s, g)
            indicator = wording.indicator(s, g)
            if p != br("measureOf"):
                bearer = ", ".join(self._reader.label(str(o)) for o in self._view.objects(s, br("measureOf"), g))
                indicator, text = Ref(indicator.id, f"← {indicator.label}"), f"{bearer}: {text}"
            return _Found(indicator, text, None, s, quantity, g)
        if kind == "Effect":
            effect = ref(self._view.text(s, br("effectType"), g) or br("affects"))
            if p == br("cause"):
                return _Found(effect, wording.effect(s, g, full=False), None, s, None, g)
            return _Found(Ref(effect.id, f"← {effect.label}"), wording.effect(s, g), None, s, None, g)
        if kind == "Aim":
            if p == br("aimOf"):
                return _Found(Ref("br:Aim", self._reader.label(br("Aim"))), wording.aim(s, g, full=False), None, s, None, g)
            return _Found(Ref("br:Aim", f"← {self._reader.label(br('Aim'))}"), wording.aim(s, g), None, s, None, g)
        if kind == "TermOfOffice":
            other = "office" if p == br("holder") else "holder"
            value = ", ".join(self._reader.label(str(o)) for o in self._view.objects(s, br(other), g))
            return _Found(ref(br(other)), value, None, s, None, g)
        symmetric = self._view.has(p, TYPE, OWL + "SymmetricProperty")
        label = self._reader.label(p)
        return _Found(Ref(curie(p), label if symmetric else f"← {label}"), self._dated(self._reader.label(s), s, g), s, None, None, g)

    def _dated(self, text: str, node: str | None, g: str) -> str:
        date = self._view.text(node, br("date"), g) if node else None
        return f"{text} ({date})" if date else text


def _match(reader: Reader, properties: list[Ref], wanted: str) -> set[Ref]:
    """The properties whose name fits best: the very name, else one with all its words, else one that contains it."""
    key, parts = fold(wanted), words(wanted)
    ranked: dict[Ref, int] = {}
    for prop in properties:
        names = [prop.label.removeprefix("← "), local(prop.id).split(":")[-1], prop.id]
        iri = _iri(prop)
        exact = any(fold(n) == key for n in names) or reader.same_name(key, iri)
        arrow = prop.label.startswith("← ")
        if exact:
            ranked[prop] = 6 if not arrow else 5
        elif parts and any(set(parts) <= set(words(n)) for n in names):
            ranked[prop] = 4 if not arrow else 3
        elif key and any(key in fold(n) for n in names):
            ranked[prop] = 2
    best = max(ranked.values(), default=0)
    return {p for p, rank in ranked.items() if rank == best or (best >= 5 and rank >= 5)}


def _iri(prop: Ref) -> str:
    from kg.terms import expand

    return expand(prop.id) or prop.id


def content_of(reader: Reader, claim: str) -> list[tuple[str, str, str]]:
    """The facts of one claim as (subject, property, value) in words, in a fixed order."""
    wording = Wording(reader)
    rows = []
    for s, p, o, _ in reader.view.quads(g=claim):
        if p == TYPE:
            continue
        value = reader.label(o) if isinstance(o, str) and wording.kind(o) is None else wording.node(o, claim)
        kind = wording.kind(s)
        name = reader.label(s) if kind is None else f"[{reader.label(br(kind))}]"
        rows.append((name, reader.label(p), value if not isinstance(o, Literal) else wording.node(o, claim)))
    return sorted(rows)
