"""What a claim says, read from the words that somebody gives for it: about what, what of it, and which value.

    about "tumen bridge"   what length          value "850 m"      a figure: an indicator of the thing
    about "defence pact"   what "signed on"     value "19 June 2024"
    about Russia           what supplies        value fuel         a property, and what it leads to
    about "PRK, RUS"       what meet            on "June 2024"     an event: an act with those who do it
    about bridge           what shows           value "closer ties"  an effect
    about "Silk bridge"    what structure                          that it is one

One word may name several terms; the one counts for which the value can be read, and if that leaves several, it is
asked. Nothing is guessed from the passage.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from kg.author.day import read_date
from kg.author.figure import Figure, Units, decimal, read_figure
from kg.author.naming import Naming
from kg.errors import Unclear, UnknownName, WrongCall
from kg.text.names import fold
from kg.text.periods import parse_edtf
from kg.text.points import POINT, read_point
from kg.text.terms import ID, NS, RDF, RDFS, SKOS, TYPE, VOCAB, XSD, br, curie, expand, local
from kg.values.claims import Literal, Node, finite

Triple = tuple[str, str, Node]
#: A name that only this claim has, until the claim has one: ``kg.author.claim`` makes an IRI of it.
BLANK = "_:"
_EDTF = br("EDTF")
_NUMBERS = {XSD + "decimal", XSD + "integer"}
_TRUE, _FALSE = ("true", "yes", "1", "да", "예"), ("false", "no", "0", "нет", "아니오")
#: What a thing named as the value of an event is to it, by its class; the first that fits counts.
_ROLES = (
    ("Agreement", "signs"),
    ("Project", "milestoneOf"),
    ("Resolution", "onResolution"),
    ("Commodity", "item"),
    ("Actor", "recipient"),
    ("Place", "location"),
)
#: Which class an event is that has such a property.
_CLASS_OF = {"signs": "Signing", "milestoneOf": "ProjectMilestone", "onResolution": "Vote"}


#: Events that take two at least, as their shapes have it.
_OF_SEVERAL = ("Meeting", "Visit")


class Asked(NamedTuple):
    """The words for what a claim says. ``more``: further properties of the same thing, each with its value."""

    about: tuple[str, ...]
    what: str
    value: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    on: str = ""
    unit: str = ""
    more: tuple[tuple[str, str], ...] = ()
    #: The name or id of the event, figure or effect, where other claims are to speak of it too.
    called: str = ""


class Statement(NamedTuple):
    """Triples, a summary in our own words, and remarks on what the words did not tell.

    ``said``: what the words tell of the claim itself, such as from when it holds. ``figure``: the one that it gives.
    """

    content: tuple[Triple, ...]
    summary: str
    remarks: tuple[str, ...] = ()
    said: tuple[tuple[str, Node], ...] = ()
    figure: Figure | None = None


class Statements:
    """Reads statements with the terms of an ontology. ``lang``: of the texts that people write."""

    def __init__(self, naming: Naming, lang: str = "en") -> None:
        self._naming, self._terms, self._lang = naming, naming.vocabulary, lang

    @cached_property
    def units(self) -> Units:
        """The units of the ontology by their words."""
        return Units(self._terms.quads)

    def read(self, asked: Asked) -> Statement:
        """The triples that the words stand for. Raises Unclear."""
        if not asked.what:
            raise Unclear(
                "What is said of it? --what is missing.", "A property, an indicator or an act: kg terms.", "what"
            )
        if not asked.about:
            raise Unclear("What is the claim about? --about is missing.", "The name of a thing.", "about")
        fitting = [(term, reader) for term in self._candidates(asked.what) if (reader := self._reader_of(term))]
        failed: list[Unclear] = []
        read: list[tuple[str, Statement]] = []
        for term, reader in fitting:
            try:
                read.append((term, reader(term, asked)))
            except Unclear as error:
                failed.append(error)
        if not read:
            raise failed[0] if len(failed) == 1 else self._none_fits(asked, fitting, failed)
        best = [r for r in read if local(r[0]) == asked.what] or read
        if len(best) > 1:
            raise self._several("what", asked.what, [t for t, _ in best])
        return best[0][1]

    # ------------------------------------------------------------------ which term

    def _candidates(self, what: str) -> list[str]:
        found = _own([t for t in self._terms.called(what) if not self._terms.deprecated(t)])
        if found:
            return found
        near = [t for t in self._terms.find(what) if not self._terms.deprecated(t) and self._reader_of(t)]
        choices = [(curie(t), self._terms.ref(t).label) for t in near[:8]]
        names = ", ".join(f"{label} ({iri})" for iri, label in choices[:5])
        hint = f"Did you mean {names}?" if names else "kg terms WORD looks for one; br:describedAs takes any words."
        raise Unclear(f"No term is called ‘{what}’.", hint, "what", what, choices)

    def _reader_of(self, term: str) -> Callable[[str, Asked], Statement] | None:
        """How a term is read; None for one that says nothing of a thing."""
        kind = self._terms.kinds[term]
        if kind == "concept":
            scheme = next((local(str(o)) for o in self._terms.quads.objects(term, SKOS + "inScheme")), "")
            return {"indicator": self._figure, "event": self._event, "effect": self._effect}.get(scheme)
        return {"property": self._property, "class": self._class}.get(kind)

    def _none_fits(self, asked: Asked, fitting: Iterable[tuple[str, object]], failed: list[Unclear]) -> Unclear:
        terms = [t for t, _ in fitting]
        if not terms:
            return Unclear(
                f"‘{asked.what}’ is no property, indicator, act or class.", "kg terms lists them.", "what", asked.what
            )
        unknown = sorted(failed, key=lambda f: not isinstance(f, UnknownName))  # a name is nearer than another term
        first = next((f for f in unknown if f.part != "value"), unknown[0])
        if first.hint:
            return first
        names = " or ".join(f"{self._terms.ref(t).label} ({curie(t)})" for t in terms)
        return Unclear(first.message, f"‘{asked.what}’ was read as {names}.", first.part, first.text, first.choices)

    def _several(self, part: str, text: str, terms: Iterable[str]) -> Unclear:
        choices = [(curie(t), self._terms.ref(t).label) for t in terms]
        names = ", ".join(f"{label} ({iri})" for iri, label in choices)
        return Unclear(f"‘{text}’ may be one of several: {names}.", "Use the id in brackets.", part, text, choices)

    # ------------------------------------------------------------------ figures, events, effects, classes, properties

    def _figure(self, term: str, asked: Asked) -> Statement:
        if not asked.value:
            raise Unclear(f"How much? --value is missing for {self._name(term)}.", "Such as --value '850 m'.", "value")
        text = " ".join(asked.value)
        figure = read_figure(text, self.units)
        if figure is None:
            raise Unclear(
                f"‘{text}’ is not read as one figure.", "Such as 850 m, nearly 300 a day, 2–3 %.", "value", text
            )
        if asked.unit:
            unit = self.units.named(asked.unit) or (expand(asked.unit) or "")
            if not unit:
                raise Unclear(
                    f"‘{asked.unit}’ is no unit known here.", "Such as m, km, %, USD, year.", "unit", asked.unit
                )
            figure = figure._replace(unit=unit)
        about = self._naming.several("about", asked.about)
        content, summaries = list[Triple](), list[str]()
        for thing in about:
            node = self._node(asked.called, f"{local(thing)}-{local(term)}", "Measure")
            content += [(node, TYPE, br("Measure")), (node, br("measureOf"), thing), (node, br("indicator"), term)]
            content += figure.triples(node, self._lang)
            content += [(node, br("counterpart"), t) for t in self._naming.several("to", asked.to)]
            content += self._dated(node, asked)
            content += self._more(node, asked)
            summaries.append(f"{self._naming.label(thing)}: {self._name(term)} {self._shown(figure)}")
        left = figure.rest and fold(figure.rest) not in {fold(w) for w in (self._name(term), local(term))}
        remarks = (f"‘{figure.rest}’ behind the number is not part of the claim.",) if left else ()
        partners = dict.fromkeys(str(o) for _, p, o in content if p == br("counterpart"))
        beside = ", ".join(map(self._naming.label, partners))
        summary = "; ".join(summaries) + (f", with {beside}" if beside else "")
        return Statement(tuple(content), self._whole(summary, asked), remarks, figure=figure)

    def _shown(self, figure: Figure) -> str:
        unit = self._terms.ref(figure.unit).label
        notation = self._terms.quads.text(figure.unit, SKOS + "notation")
        unit = notation if notation is not None else unit
        comparator = local(figure.comparator)
        number = figure.value or figure.vague
        if figure.at_least and figure.at_most:
            number = f"{figure.at_least} to {figure.at_most}"
        elif figure.at_least or figure.at_most:
            number = f"at least {figure.at_least}" if figure.at_least else f"at most {figure.at_most}"
        bound = f"{comparator} " if comparator in ("about", "nearly", "over") and figure.value else ""
        counted = f" {self._terms.ref(figure.counts).label}" if figure.counts else ""
        per = f" per {self._terms.ref(figure.per).label}" if figure.per else ""
        return f"{bound}{number}{' ' + unit if unit else ''}{counted}{per}"

    def _event(self, term: str, asked: Asked) -> Statement:
        actors = self._naming.several("about", asked.about)
        found: dict[str, list[str]] = {}
        for thing in self._naming.several("value", asked.value):
            found.setdefault(self._role(thing), []).append(thing)
        for thing in self._naming.several("to", asked.to):
            found.setdefault("recipient", []).append(thing)
        kind = next((c for p, c in _CLASS_OF.items() if p in found), "") or self._class_of(term)
        if kind in _OF_SEVERAL and len(actors) + len(found.get("recipient", ())) < 2:
            kind = "Event"  # a source may name only one of those who met
        node = self._node(asked.called, local(term), kind)
        content: list[Triple] = [(node, TYPE, br(kind)), (node, br("eventType"), term)]
        content += [(node, br("actor"), a) for a in actors]
        content += [(node, br(p), thing) for p, things in found.items() for thing in things]
        signed = found.get("signs", ()) if local(term) == "sign-agreement" else ()
        parties = [a for a in actors if br("Person") not in self._naming.kinds(a)]  # who signs for a state is no party
        content += [(agreement, br("signatory"), a) for agreement in signed for a in parties]
        content += self._dated(node, asked)
        content += self._more(node, asked)
        names = ", ".join(map(self._naming.label, actors))
        others = ", ".join(self._naming.label(t) for things in found.values() for t in things)
        summary = f"{names}: {self._name(term)}" + (f" – {others}" if others else "")
        return Statement(tuple(content), self._whole(summary, asked))

    def _role(self, thing: str) -> str:
        kinds = set(map(local, self._naming.kinds(thing)))
        return next((prop for kind, prop in _ROLES if kind in kinds), "topic")

    def _class_of(self, term: str) -> str:
        """The class that events of a type have in examples and facts: that of the same name, else the most general."""
        classes = [k for k in self._terms.kinds if k != br("Event") and br("Event") in self._terms.up(k)]
        using = [k for k in classes if term in self._terms.usage.values(br("eventType"), k)]
        named = [k for k in using if self._terms.ref(k).label == self._terms.ref(term).label]  # a visit is a Visit
        fitting = min(named or using, key=lambda k: (len(self._terms.up(k)), k), default=br("Event"))
        return local(fitting)

    def _effect(self, term: str, asked: Asked) -> Statement:
        if not asked.value:
            raise Unclear(f"{self._name(term)}: what? --value is missing.", "A thing, or words for it.", "value")
        causes = self._naming.several("about", asked.about)
        node = self._node(asked.called, f"{local(causes[0])}-{local(term)}", "Effect")
        content: list[Triple] = [(node, TYPE, br("Effect")), (node, br("effectType"), term)]
        content += [(node, br("cause"), c) for c in causes]
        told = []
        for text in asked.value:
            try:
                thing = self._naming.one("value", text)
                content.append((node, br("affects"), thing))
                told.append(self._naming.label(thing))
            except Unclear:
                content.append((node, br("aspect"), Literal(text, self._lang)))
                told.append(text)
        for thing in self._naming.several("to", asked.to):
            content.append((node, br("affects"), thing))
            told.append(self._naming.label(thing))
        content += self._more(node, asked)
        summary = f"{', '.join(map(self._naming.label, causes))}: {self._name(term)} {', '.join(told)}"
        return Statement(tuple(content), self._whole(summary, asked))

    def _class(self, term: str, asked: Asked) -> Statement:
        if asked.value:
            raise Unclear(f"{self._name(term)} is a class: it takes no value.", "Leave --value out.", "value")
        content: list[Triple] = []
        things = self._naming.several("about", asked.about)
        for thing in things:
            content += [(thing, TYPE, term), *self._dated(thing, asked), *self._more(thing, asked)]
        names = ", ".join(map(self._naming.label, things))
        return Statement(tuple(content), self._whole(f"{names}: {self._name(term)}", asked))

    def _property(self, term: str, asked: Asked) -> Statement:
        given = [*asked.value, *asked.to]
        if term in (br("date"),) and not given and asked.on:
            given = [asked.on]
        if not given:
            raise Unclear(f"{self._name(term)}: what? --value is missing.", self._expects(term), "value")
        if asked.more and br("relatedTo") in self._above(term):
            raise Unclear(
                f"{self._name(term)} joins two and has no {asked.more[0][0]} of its own.",
                "Say it as an act, which has parts: kg terms event.", "and", asked.more[0][0],
            )  # fmt: skip
        things = self._naming.several("about", asked.about)
        values = list(self._values("value", term, given))
        content: list[Triple] = [(s, term, v) for s in things for v in values if s != v]
        if not content:
            raise Unclear(
                f"{self._name(term)} joins two; both are {self._naming.label(things[0])}.", "", "value", given[0]
            )
        for thing in things:
            content += self._more(thing, asked)
        shown = ", ".join(v.value if isinstance(v, Literal) else self._naming.label(v) for v in values)
        names = ", ".join(map(self._naming.label, things))
        said = self._holding(asked.on) if asked.on and term != br("date") else ()
        return Statement(tuple(content), self._whole(f"{names}: {self._name(term)} {shown}", asked), said=said)

    def _holding(self, on: str) -> tuple[tuple[str, Node], ...]:
        """From when to when a relation holds: of a date the first and the last day."""
        period = parse_edtf(self._date("on", on))
        days = (("validFrom", period.begins), ("validUntil", period.ends))
        return tuple((br(name), Literal(day)) for name, day in days if day)

    def _values(self, part: str, term: str, given: Iterable[str]) -> Iterator[Node]:
        """Texts as values of a property: of its type, of its list, or things. Raises Unclear."""
        ranges = {str(o) for p in self._above(term) for o in self._terms.quads.objects(p, RDFS + "range")}
        concepts = self._terms.values(term)
        for text in given:
            if _EDTF in ranges:
                yield Literal(self._date(part, text))
            elif POINT in ranges:
                yield Literal(self._point(part, text))
            elif XSD + "boolean" in ranges:
                yield self._truth(part, text)
            elif ranges & _NUMBERS:
                yield self._number(part, text, ranges)
            elif RDF + "langString" in ranges or term == br("describedAs"):
                yield Literal(text, self._lang)
            elif any(r.startswith(XSD) for r in ranges):
                yield Literal(text)
            elif concepts:
                yield self._concept(part, term, text, concepts)
            elif self._takes_things(term):
                yield from self._naming.several(part, [text])
            else:
                yield Literal(text, self._lang)

    def _above(self, term: str) -> list[str]:
        return self._terms.up(term, RDFS + "subPropertyOf")

    def _takes_things(self, term: str) -> bool:
        kinds = {str(o) for p in self._above(term) for o in self._terms.quads.objects(p, TYPE)}
        return any(k.endswith("ObjectProperty") for k in kinds)

    def _concept(self, part: str, term: str, text: str, concepts: list[str]) -> str:
        named = [c for c in self._terms.called(text) if c in concepts]
        if len(named) == 1:
            return named[0]
        choices = [(curie(c), self._terms.ref(c).label) for c in named or concepts]
        names = ", ".join(f"{label} ({iri})" for iri, label in choices[:12])
        raise Unclear(
            f"{self._name(term)}: ‘{text}’ is none of its values.", f"There are {names}.", part, text, choices
        )

    def _date(self, part: str, text: str) -> str:
        try:
            return read_date(text)
        except WrongCall as error:
            raise Unclear(error.message, error.hint, part, text) from error

    def _point(self, part: str, text: str) -> str:
        try:
            return read_point(text)
        except ValueError as error:
            raise Unclear(f"‘{text}’: {error}.", "Write latitude, longitude: 42.42, 130.64.", part, text) from error

    def _truth(self, part: str, text: str) -> Literal:
        word = text.strip().lower()
        if word not in _TRUE + _FALSE:
            raise Unclear(f"‘{text}’ is neither true nor false.", "Write true or false.", part, text)
        return Literal("true" if word in _TRUE else "false", None, XSD + "boolean")

    def _number(self, part: str, text: str, ranges: set[str]) -> Literal:
        plain = str(decimal(text.strip())) if re.fullmatch(r"-?[\d.,\s’']*\d", text.strip()) else text
        if finite(plain) is None or (XSD + "decimal" not in ranges and not plain.lstrip("-").isdigit()):
            raise Unclear(f"‘{text}’ is not read as a number.", "Write it in figures, such as 1.2.", part, text)
        return Literal(plain, None, XSD + ("integer" if plain.lstrip("-").isdigit() else "decimal"))

    # ------------------------------------------------------------------ parts of them

    def _node(self, called: str, stem: str, kind: str) -> str:
        """The event, figure or effect itself: one that has a name, else one that only this claim has."""
        if not called:
            return BLANK + stem
        iri = expand(called)
        return iri if iri and iri.startswith(ID) else self._naming.of_kind("as", called, kind)

    def _dated(self, node: str, asked: Asked) -> Iterator[Triple]:
        if asked.on:
            yield node, br("date"), Literal(self._date("on", asked.on))

    def _more(self, node: str, asked: Asked) -> Iterator[Triple]:
        for name, text in asked.more:
            found = _own([t for t in self._terms.called(name) if self._terms.kinds[t] == "property"])
            spelt = [t for t in found if local(t) == name] or found
            if len(spelt) != 1:
                near = found or [t for t in self._terms.find(name) if self._terms.kinds[t] == "property"]
                raise (
                    self._several("and", name, near)
                    if near
                    else Unclear(f"No property is called ‘{name}’.", "kg terms lists them.", "and", name)
                )
            self._check_bearer(node, spelt[0])
            yield from ((node, spelt[0], v) for v in self._values("and", spelt[0], [text]))

    def _check_bearer(self, node: str, term: str) -> None:
        """That a property is said of such a thing. Raises Unclear: an item is that of a transfer, not of a state."""
        domain = {str(o) for p in self._above(term) for o in self._terms.quads.objects(p, RDFS + "domain")}
        domain = {d for d in domain if d.startswith(NS)}
        kinds = self._naming.kinds(node) if not node.startswith(BLANK) else set()
        if kinds and domain and not domain & kinds:
            of = ", ".join(self._terms.ref(d).label for d in domain)
            raise Unclear(
                f"{self._name(term)} is said of {of}, not of {self._naming.label(node)}.",
                "Make it a claim of its own, or say the whole as an act (kg terms event).", "and", local(term),
            )  # fmt: skip

    def _expects(self, term: str) -> str:
        concepts = self._terms.values(term)
        if concepts:
            return "One of " + ", ".join(self._terms.ref(c).label for c in concepts[:12]) + "."
        return "A name, a date or words, as the property asks: kg terms " + curie(term)

    def _name(self, term: str) -> str:
        return self._terms.ref(term).label

    def _whole(self, summary: str, asked: Asked) -> str:
        """A summary with all else that the claim says."""
        more = [f"{name} {value}" for name, value in asked.more] + ([asked.on] if asked.on else [])
        return ", ".join([summary, *more])


def _own(terms: list[str]) -> list[str]:
    """Our own terms, or a workspace's, before those of other vocabularies that they are matched with."""
    own = [t for t in terms if t.startswith((NS, VOCAB))]
    return own or terms
