"""A scene in the making: from a network to entities, relations and claims, and whose each of them is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from kg.ask.compare import disputes, set_against
from kg.ask.entity import kinds_of
from kg.ask.facts import content_of, facts_of
from kg.ask.filters import Filter, Sieve, principals
from kg.ask.scope import claims_about_all
from kg.ask.values import Wording
from kg.claims.cut import Cut
from kg.claims.quads import Quads
from kg.claims.sides import Sides
from kg.graph.lens import Lens
from kg.show.cite import cite
from kg.show.text import place, qualifiers, summary, value
from kg.text.records import kind_of
from kg.text.terms import CLAIM, LANGUAGES, RDFS, SKOS, SUBPROPERTY, TYPE, br, curie, expand, local, to_iri
from kg.values.claims import Claim
from kg.values.scene import KINDS, Bar, Bond, Chart, Detail, Mention, Node, Relation, Scene, Source, Statement, Texts

if TYPE_CHECKING:
    from kg.network.project import Network

_EVERYTHING = Filter()
#: In scenes up to this size every thing shows what is said of it alone.
_DETAILED = 400
#: Acts of a series that its statement lists.
_LISTED = 12
#: Kinds of relation by the scheme of their concept, or by the domain of their property or one above it.
_FAMILIES = {
    "effect": "effects", "goal": "effects", "indicator": "figures", "event": "acts",
    "Effect": "effects", "Aim": "effects", "Measure": "figures", "TradeFlow": "trade", "Transfer": "trade",
    "Exchange": "trade", "Agreement": "agreements", "Signing": "agreements", "Project": "projects",
    "ProjectMilestone": "projects", "Structure": "places", "Place": "places", "Connection": "places",
    "Person": "people", "Actor": "people", "TermOfOffice": "people", "Office": "people", "Event": "acts",
}  # fmt: skip
_BY_SOURCE = {
    "agreement": "agreements",
    "event": "acts",
    "project": "projects",
    "structure": "places",
    "place": "places",
}
_DIRECT = {"relatedTo": "relations"}
#: Event types stand for their event only where it has no name of its own.
_OF_EVENTS = ("event", "joint", "lifted")


class Staging:
    """One scene in the making: a network, and the entities that were asked for."""

    def __init__(self, lens: Lens, network: Network, asked: Sequence[str], rules: Filter = _EVERYTHING) -> None:
        self._lens, self._network, self._rules, self._asked = lens, network, rules, asked
        self._reader, self._view = lens.reader, lens.reader.view
        self._readers = {lang: lens.reader.in_language(lang) for lang in LANGUAGES}
        self._kinds = {v: self._kind(v) for v in network}
        self._poles = self._find_poles(asked)
        self._voices: dict[str, str] = {}
        self._sides = Sides(self._view, lens.reader.claims.statements.basis)

    def scene(self) -> Scene:
        """Everything a page needs, in a fixed order."""
        relations = self._relations()
        told = {m.claim for r in relations for m in r.mentions}
        self._preload(told)
        charts = self._charts(told)
        told |= {bar.claim for chart in charts for bar in chart.bars}
        shown = {x for r in relations for x in (r.source, r.target)}
        details = {v: self._details(v) for v in shown} if len(shown) <= _DETAILED else {}
        told |= {c for found in details.values() for d in found for c in d.claims}
        told |= {x for others in self._against(told).values() for x in others if self._passes(self._lens.claim(x))}
        self._preload(told)
        claims = [self._lens.claim(c) for c in sorted(told)]
        against = self._against({c.id for c in claims})
        speakers = sorted({s.id for c in claims for s in c.speakers})
        documents = {c.document.id: c.document for c in claims}
        named = self._asked or self._poles
        title = {lang: " – ".join(r.label(to_iri(p)) for p in named) for lang, r in self._readers.items()}
        families = sorted({r.family for r in relations})
        stances = sorted({c.stance.id for c in claims})
        return Scene(
            title=title,
            subtitle={},
            poles=self._poles,
            nodes=tuple(self._node(v, self._side(v), details.get(v, ())) for v in sorted(shown)),
            relations=tuple(relations),
            statements=tuple(self._statement(c, against.get(c.id, ())) for c in claims),
            sources=tuple(
                Source(d.id, d.title, ", ".join(r.label for r in d.creators or d.publishers), d.issued, d.address)
                for d in (documents[i] for i in sorted(documents))
            ),
            speakers={s: self._texts(to_iri(s)) for s in speakers},
            stances={local(to_iri(s)): self._texts(to_iri(s)) for s in stances},
            families={f: {} for f in families},
            charts=charts,
            speaks_for={s: self._speaks_for(s, {*self._poles, *speakers}) for s in speakers},
        )

    def _preload(self, claims: Iterable[str]) -> None:
        """Read claims, and what they speak of, in one go."""
        names = [expand(c) or CLAIM + c for c in claims]
        self._reader.preload(names)
        self._view.preload(names, "g")
        self._view.preload(x for n in names for q in self._view.quads(g=n) for x in (q[0], q[2]) if isinstance(x, str))

    # ------------------------------------------------------------------ entities

    def _texts(self, iri: str) -> Texts:
        return {lang: reader.label(iri) for lang, reader in self._readers.items()}

    def _kind(self, name: str) -> str:
        found = kinds_of(self._reader, to_iri(name))
        return next((kind for kind, cls in KINDS.items() if not cls or cls in found), "topic")

    def _find_poles(self, asked: Sequence[str]) -> tuple[str, ...]:
        """The entities asked for, when they are sides; else the states with most ties."""
        given = [a for a in asked if a in self._network and is_side(self._view, to_iri(a))]
        if len(given) == 2:
            return tuple(given)
        states = [v for v, kind in self._kinds.items() if kind == "state" and v not in given]
        states.sort(key=lambda v: (-self._network.degree(v), v))
        return tuple([*given, *states][:2])

    @cached_property
    def _passing(self) -> set[str]:
        sieve = Sieve(self._reader, self._rules)
        return self._reader.claims.statements.iris(sieve.in_time(sieve.cut(Cut())))

    def _passes(self, claim: Claim) -> bool:
        """Whether a claim that no edge brought along passes the filters: no slice may leak what it leaves out."""
        return claim.iri in self._passing or not self._view.has(g=claim.iri)

    def _group(self, actor: str) -> str:
        """Which pole an actor is or speaks for: a, b, or third for neither or both."""
        if actor not in self._voices:
            above = {curie(p) for p in principals(self._reader, to_iri(actor))}
            found = [side for side, pole in zip("ab", self._poles, strict=False) if pole in above]
            self._voices[actor] = found[0] if len(found) == 1 else "third"
        return self._voices[actor]

    def _speaks_for(self, speaker: str, heard: set[str]) -> tuple[str, ...]:
        """Whom an actor speaks for, of those whose voice the reader can choose."""
        above = {curie(p) for p in principals(self._reader, to_iri(speaker))}
        return tuple(sorted((above & heard) - {speaker}))

    def _side(self, name: str) -> str:
        """Whose a thing is, by what the graph says of it: a pole's, of both (joint), of others, or of nobody."""
        found = {curie(side) for side in self._sides.of_thing(to_iri(name))}
        poles = [side for side, pole in zip("ab", self._poles, strict=False) if pole in found]
        return "joint" if len(poles) == 2 else poles[0] if poles else "third" if found else "none"

    def _details(self, name: str) -> tuple[Detail, ...]:
        """Figures, statuses and descriptions of an entity, in all languages; what joins it to others is a relation."""
        found: dict[tuple[str, tuple[str, ...], int], tuple[Texts, Texts]] = {}
        for lang, reader in self._readers.items():
            seen = Counter[tuple[str, tuple[str, ...]]]()
            for fact in facts_of(reader, to_iri(name), None, self._rules, acts=False).facts:
                if fact.property.label.startswith("← ") or (fact.object and fact.object.id in self._network):
                    continue
                key = (fact.property.id, tuple(c.id for c in fact.claims if not c.superseded))
                if key[1]:
                    seen[key] += 1
                    words = found.setdefault((*key, seen[key]), ({}, {}))
                    words[0][lang], words[1][lang] = fact.property.label, value(fact, lang)
        return tuple(Detail(*words, claims) for (_, claims, _), words in sorted(found.items()))

    def _node(self, name: str, side: str, details: tuple[Detail, ...]) -> Node:
        reader, iri = self._reader, to_iri(name)
        others = [
            o[0]
            for p in (SKOS + "altLabel", SKOS + "hiddenLabel")
            for o in reader.view.objects(iri, p)
            if not isinstance(o, str)
        ]
        kinds = sorted(reader.kinds(iri))
        sort = self._texts(kinds[0]) if kinds else {}
        return Node(name, self._kinds[name], side, self._texts(iri), sort, tuple(sorted(set(others))), details)

    # ------------------------------------------------------------------ relations

    def _relations(self) -> list[Relation]:
        """One relation for each pair and property, parallel ones kept; a mutual one once."""
        found: dict[tuple[str, str, str], dict[Mention, int]] = {}
        for a, b, data in self._network.edges(data=True):
            via = data.get("via", data["thing"])
            if (
                data["rule"] in _OF_EVENTS
                and (data["rule"] == "lifted" or via in self._network)
                and "count" not in data
            ):
                continue
            mention = Mention(data["claim"], data.get("begins"), data.get("ends"))
            found.setdefault((a, b, data["relation"]), {})[mention] = data["sign"]
        result: list[Relation] = []
        for (a, b, name), mentions in sorted(found.items()):
            back = found.get((b, a, name))
            mutual = back is not None and set(back) == set(mentions)
            if mutual and b < a:
                continue
            ordered = tuple(sorted(mentions, key=lambda m: (m.claim, m.begins or "", m.ends or "")))
            result.append(
                Relation(
                    a, b, name, self._family(name, a), self._texts(to_iri(name)), mutual,
                    max(mentions.values(), key=abs), ordered,
                )
            )  # fmt: skip
        return result

    def _family(self, name: str, source: str) -> str:
        view, todo, seen = self._view, [to_iri(name)], set[str]()
        scheme = view.text(to_iri(name), SKOS + "inScheme")
        if not scheme and kind_of(name) == "event":
            return "acts"
        if scheme:
            return _FAMILIES.get(local(scheme), "other")
        while todo:
            prop = todo.pop()
            if prop in seen:
                continue
            seen.add(prop)
            if local(prop) in _DIRECT:
                return _DIRECT[local(prop)]
            for domain in view.objects(prop, RDFS + "domain"):
                if local(str(domain)) in _FAMILIES:
                    return _FAMILIES[local(str(domain))]
            todo += [str(o) for o in view.objects(prop, SUBPROPERTY)]
        return _BY_SOURCE.get(self._kinds.get(source, ""), "other")

    # ------------------------------------------------------------------ claims

    def _statement(self, claim: Claim, against: Iterable[str]) -> Statement:
        groups = {self._group(s.id) for s in claim.speakers}
        document = claim.document
        known = self._view.text(document.iri, br("ends")) if document.issued else document.recorded_on
        return Statement(
            id=claim.id,
            text=summary(claim, self._reader.lang),
            stance=local(to_iri(claim.stance.id)),
            view=self._view.text(to_iri(claim.stance.id), br("view")) or "",
            speakers=tuple(s.id for s in claim.speakers),
            group=groups.pop() if len(groups) == 1 else "third",
            document=document.id,
            known=known,
            place="; ".join(place(p, self._reader.lang) for p in claim.passages),
            limits=self._limits(claim),
            denied=claim.negated or local(to_iri(claim.stance.id)) == "denied",
            against=tuple(sorted(against)),
            links=tuple(Bond(link.relation, link.claim) for link in claim.links),
            facts=tuple(f"{s} — {p}: {v}" for s, p, v in content_of(self._reader, claim.iri, _LISTED)),
            citation=cite(claim, "footnote", self._reader.lang).strip(),
        )

    def _limits(self, claim: Claim) -> Texts:
        if not qualifiers(claim):  # as most: reading it in each language would find nothing more
            return dict.fromkeys(self._readers, "")
        return {lang: ", ".join(qualifiers(r.claim(claim.iri), lang)) for lang, r in self._readers.items()}

    def _against(self, shown: set[str]) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for dispute in disputes(self._reader, (), ("contradicts",))[0]:
            for claim, others in set_against(dispute).items():
                if claim in shown:
                    found.setdefault(claim, set()).update(others)
        return found

    def _charts(self, told: Iterable[str]) -> tuple[Chart, ...]:
        """Figures of one indicator and unit that have two bars or more: of these claims, and of the poles."""
        view, bars = self._view, dict[tuple[str, ...], list[Bar]]()
        about = {c for pole in self._poles for c in claims_about_all(self._reader, [to_iri(pole)])}
        measured = {g for *_, g in view.quads(None, TYPE, br("Measure"))}
        for iri in sorted(measured & (about | {self._lens.claim(name).iri for name in told})):
            claim = self._reader.claim(iri)
            if claim.superseded or claim.retraction or claim.negated or not self._passes(claim):
                continue
            for node in sorted({s for s, p, o, _ in view.quads(g=iri) if p == TYPE and o == br("Measure")}):
                value = Wording(self._reader).measure(node, iri)[1].value
                kind = tuple(view.text(node, br(p), iri) or "" for p in ("indicator", "unit", "counts"))
                whose = next(filter(None, (view.text(node, br(p), iri) for p in ("counterpart", "measureOf"))), "")
                if value is not None:
                    bars.setdefault(kind, []).append(Bar(self._texts(whose), value, claim.id))
        return tuple(
            Chart(self._texts(indicator), self._unit(unit), tuple(found))
            for (indicator, unit, _), found in sorted(bars.items())
            if len(found) > 1
        )

    def _unit(self, unit: str) -> str:
        sign = self._view.text(unit, SKOS + "notation") if unit else ""
        return local(unit) if sign is None else sign


def is_side(view: Quads, iri: str) -> bool:
    """Whether claims concern an entity as one of the two: a state, or a group where there is no state."""
    return view.has(None, br("concerns"), iri) or view.has(iri, TYPE, br("State"))
