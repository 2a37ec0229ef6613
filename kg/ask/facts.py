"""The facts of an entity: each a value with the claims behind it."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from kg.ask.asked import match
from kg.ask.claims import Reader
from kg.ask.values import Wording
from kg.text.terms import DCT, ID, OWL, TYPE, br, curie, local
from kg.values.claims import NOT, Claim, Fact, Node, Period, Quantity, Ref
from kg.values.notes import Note, together

if TYPE_CHECKING:
    from kg.ask.bulk import Property
    from kg.ask.filters import Filter, Sieve

#: Properties by which a nameless node points at a thing; only these are worth asking for its kind.
_ROLES = {
    br(p)
    for p in (
        *("measureOf", "counterpart", "whole", "alsoGivenFor", "cause", "affects", "beneficiary", "region"),
        *("aimOf", "means", "target", "goal", "holder", "office", "indicator", "unit"),
    )
}


#: Neighbours that are offered after a miss, and looked at for that.
_NEAR, _LOOKED_AT = 3, 100


class _Found(NamedTuple):
    """A mention of the entity. The wording is made on demand: most mentions are not of the property wanted."""

    property: Ref
    wording: Callable[[], tuple[str, Quantity | None]]
    object: str | None
    node: str | None
    claim: str


class Answer(NamedTuple):
    """Facts of an entity, what else it has when a property was asked for, and notes on what was left out.

    ``asked``: the property, as the question was read.
    """

    entity: Ref
    asked: str | None
    facts: list[Fact]
    other_properties: list[Ref]
    notes: list[Note]


def facts_of(
    reader: Reader, entity: str, wanted: str | None = None, rules: Filter | None = None, *, acts: bool = True
) -> Answer:
    """The facts of an entity, or those of the properties that best match ``wanted`` (a word in any language).

    ``acts``: those that data sets record too.
    """
    found = list(_Scan(reader, entity).all())
    recorded = [p for p in _recorded(reader, entity, rules) if acts or not p.is_act]
    properties = list(dict.fromkeys([*(f.property for f in found), *(p.ref for p in recorded)]))
    chosen, read = match(reader, properties, wanted) if wanted else (set(properties), [])
    sieve = _sieve(reader, rules)
    groups: dict[tuple[Ref, str, bool], list[tuple[_Found, Claim, Period | None, Quantity | None]]] = {}
    found = [f for f in found if f.property in chosen]
    reader.preload(dict.fromkeys(f.claim for f in found))
    for f in found:
        if sieve is None or sieve.keeps(f.claim):
            period = reader.period_of(f.claim, f.node, f.object, entity)
            if sieve is None or sieve.holds_of(f.claim, f.node, f.object, entity):
                claim = sieve.claim(f.claim) if sieve else reader.claim(f.claim)
                value, quantity = f.wording()
                groups.setdefault((f.property, value, claim.negated), []).append((f, claim, period, quantity))
    subject = reader.ref(entity)
    facts = []
    for (prop, value, negated), members in groups.items():
        claims = {c.iri: c for _, c, _, _ in members}
        first, _, period, quantity = members[0]
        facts.append(
            Fact(
                subject,
                prop,
                NOT + value if negated else value,
                tuple(claims[k] for k in sorted(claims)),
                reader.ref(first.object) if first.object else None,
                period,
                quantity,
                negated,
            )
        )
    if sieve:  # what is shown for one of its facts is not left out
        sieve.undated -= {c.iri for fact in facts for c in fact.claims}
    notes = sieve.notes() if sieve else []
    if reader.index is not None:
        from kg.ask import bulk

        asked = [p for p in recorded if p.ref in chosen]
        more, said = bulk.facts(reader, entity, asked, rules, closely=bool(wanted))
        facts += more
        notes += bulk.left_out_of(reader, entity, rules, asked if wanted or not acts else None) + said
    facts.sort(key=_order)
    others = sorted(set(properties) - chosen, key=lambda r: r.label)
    if wanted and not chosen:
        facts, read = _told(reader, entity, wanted, sieve)
        read += _nearby(reader, entity, wanted)
    return Answer(subject, wanted, facts, others, [*read, *together(notes)])


def _told(reader: Reader, entity: str, wanted: str, sieve: Sieve | None) -> tuple[list[Fact], list[Note]]:
    """Where no property of a thing is called so: the claims about it that say the word."""
    from kg.ask.scope import claims_about_all
    from kg.ask.synonyms import read

    readings = read(reader, wanted)
    held = {h.iri for h in reader.claims.texts.holding([r.every for r in readings])}
    subject, says = reader.ref(entity), reader.ref(DCT + "description")
    facts = []
    for iri in sorted(held & claims_about_all(reader, [entity])) if held else ():
        period = reader.period_of(iri)
        if sieve is None or (sieve.keeps(iri) and sieve.holds(period, iri)):
            claim = sieve.claim(iri) if sieve else reader.claim(iri)
            facts.append(Fact(subject, says, claim.summary, (claim,), None, period))
    notes = [Note("said-of-it", {"word": (wanted,), "names": (subject.label,)})] if facts else []
    notes += [Note("read-too", {"word": (r.word,), "names": r.shown}) for r in readings if facts and r.others]
    return facts, notes


def _nearby(reader: Reader, entity: str, wanted: str) -> list[Note]:
    """The things that claims join to this one and that have a property of that name: at most three."""
    found: dict[str, Note] = {}
    for near, relation in _joined(reader, entity):
        properties = list(dict.fromkeys(f.property for f in _Scan(reader, near).all()))
        held = sorted(match(reader, properties, wanted)[0])
        if held and len(found) < _NEAR:
            ref = reader.ref(near)
            said = {"names": (ref.label,), "relation": (relation,), "property": (held[0].label,)}
            found[near] = Note("held-nearby", {**said, "id": (local(near),), "word": (shlex.quote(wanted),)})
    return list(found.values())


def _joined(reader: Reader, entity: str) -> list[tuple[str, str]]:
    """The things that claims join to this one, each with the first relation; of a hub only the first."""
    found: dict[str, str] = {}
    for f in _Scan(reader, entity).all():
        if f.object and f.object != entity and f.object.startswith(ID) and f.property.id.startswith("br:"):
            found.setdefault(f.object, f.property.label)
        if len(found) == _LOOKED_AT:
            break
    return list(found.items())


def _recorded(reader: Reader, entity: str, rules: Filter | None) -> list[Property]:
    """What data sets say; asked only where there are any."""
    if reader.index is None:
        return []
    from kg.ask.bulk import properties

    return properties(reader, entity, rules)


def _sieve(reader: Reader, rules: Filter | None) -> Sieve | None:
    statements = reader.claims.statements
    if rules is None and not statements.drafts and not statements.retracted:
        return None
    from kg.ask.filters import Filter, Sieve

    return Sieve(reader, rules or Filter())


def _order(fact: Fact) -> tuple[bool, str, bool, bool, bool, str, str]:
    core = any(c.salience is None for c in fact.claims)
    return (
        fact.property.label.startswith("← "),
        fact.property.label.removeprefix("← ").casefold(),
        not core,
        fact.negated,
        not fact.value,
        fact.value.casefold(),
        fact.claims[0].id,
    )


class _Scan:
    def __init__(self, reader: Reader, entity: str) -> None:
        self._reader, self._view, self._entity = reader, reader.view, entity
        self._wording = Wording(reader)
        self._both_ways: dict[str, bool] = {}

    def all(self) -> Iterator[_Found]:
        """Every mention of the entity in the content of a claim."""
        seen: set[tuple[str, str, Node]] = set()
        said: dict[tuple[str, str], list[Node]] = {}
        for _, p, o, g in self._view.content(self._entity):
            if p != TYPE:
                said.setdefault((p, g), []).append(o)
        for (p, g), values in said.items():
            yield from (self._outward(p, o, g) for o in self._reader.readable(values))
        for s, p, _, g in self._view.content(None, None, self._entity):
            if (s, p, g) not in seen:
                seen.add((s, p, g))
                found = self._inward(s, p, g)
                if found:
                    yield found
        yield from self._offices()

    def _offices(self) -> Iterator[_Found]:
        """Who holds the offices of a state: to a reader, the office is the property."""
        for office in self._view.subjects(br("officeOf"), self._entity):
            for s, _, _, g in self._view.content(None, br("office"), office):
                for holder in self._view.objects(s, br("holder"), g):
                    yield self._held(office, str(holder), s, g)

    def _held(self, office: str, holder: str, term: str, g: str) -> _Found:
        return _Found(self._reader.ref(office), lambda: (self._reader.label(holder), None), holder, term, g)

    def _outward(self, p: str, o: Node, g: str) -> _Found:
        node = o if isinstance(o, str) else None
        return _Found(
            self._reader.ref(p), lambda: (self._dated(self._wording.node(o, g), node, g), None), node, None, g
        )

    def _inward(self, s: str, p: str, g: str) -> _Found | None:
        wording, ref, label = self._wording, self._reader.ref, self._reader.label
        kind = wording.kind(s) if p in _ROLES else None
        if kind == "Measure":
            return self._figure(s, p, g)
        if kind == "Effect":
            effect = ref(self._view.text(s, br("effectType"), g) or br("affects"))
            own = p == br("cause")
            return _Found(
                effect if own else Ref(effect.id, f"← {effect.label}"),
                lambda: (wording.effect(s, g, full=not own), None),
                None,
                s,
                g,
            )
        if kind == "Aim":
            own = p == br("aimOf")
            return _Found(
                Ref("br:Aim", f"{'' if own else '← '}{label(br('Aim'))}"),
                lambda: (wording.aim(s, g, full=not own), None),
                None,
                s,
                g,
            )
        if kind == "TermOfOffice":
            other = br("office" if p == br("holder") else "holder")
            return _Found(
                ref(other),
                lambda: (self._dated(", ".join(label(str(o)) for o in self._view.objects(s, other, g)), s, g), None),
                None,
                s,
                g,
            )
        arrow = "" if self._symmetric(p) else "← "
        return _Found(Ref(curie(p), f"{arrow}{label(p)}"), lambda: (self._dated(label(s), s, g), None), s, None, g)

    def _symmetric(self, p: str) -> bool:
        if p not in self._both_ways:
            self._both_ways[p] = self._view.has(p, TYPE, OWL + "SymmetricProperty")
        return self._both_ways[p]

    def _figure(self, s: str, p: str, g: str) -> _Found | None:
        wording = self._wording
        indicator = wording.indicator(s, g)
        if p == br("measureOf"):
            return _Found(indicator, lambda: wording.measure(s, g), None, s, g)
        if p not in (br("counterpart"), br("whole"), br("alsoGivenFor")):
            return None

        def words_() -> tuple[str, Quantity]:
            text, quantity = wording.measure(s, g)
            return (
                f"{', '.join(self._reader.label(str(o)) for o in self._view.objects(s, br('measureOf'), g))}: {text}",
                quantity,
            )

        return _Found(Ref(indicator.id, f"← {indicator.label}"), words_, None, s, g)

    def _dated(self, text: str, node: str | None, g: str) -> str:
        date = self._view.text(node, br("date"), g) if node else None
        return f"{text} ({date})" if date else text


def content_of(reader: Reader, claim: str, limit: int = 100) -> list[tuple[str, str, str]]:
    """The facts of one claim as (subject, property, value) in words, in order; of a series at most ``limit``."""
    if reader.index is not None and not reader.view.has(g=claim):
        from kg.ask.records import content_of as recorded

        return recorded(reader, claim, limit)
    wording, label = Wording(reader), reader.label
    rows = set()

    def names(node: str, p: str) -> str:
        return ", ".join(sorted(label(str(o)) for o in reader.view.objects(node, br(p), claim)))

    said: dict[tuple[str, str], list[Node]] = {}
    for s, p, o, _ in reader.view.quads(g=claim):
        said.setdefault((s, p), []).append(o)
    for s, p, o in ((s, p, o) for (s, p), values in said.items() for o in reader.readable(values)):
        kind = wording.kind(s)
        if kind == "Measure":
            rows.add((names(s, "measureOf"), wording.indicator(s, claim).label, wording.measure(s, claim)[0]))
        elif kind == "Effect":
            rows.add((names(s, "cause"), names(s, "effectType"), wording.effect(s, claim, full=False)))
        elif kind == "Aim" and p != br("alignsWith"):
            rows.add((names(s, "aimOf"), label(br("Aim")), wording.aim(s, claim, full=False)))
        elif kind == "TermOfOffice":
            date = reader.view.text(s, br("date"), claim)
            rows.add((names(s, "holder"), label(br("office")), names(s, "office") + (f" ({date})" if date else "")))
        elif p != TYPE:
            rows.add((wording.node(s, claim) if kind else label(s), label(p), wording.node(o, claim)))
    return sorted(rows)
