"""A scene in the making: from a network to entities, relations and claims, and whose each of them is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from kg.ask.claims import Reader
from kg.ask.compare import disputes, set_against
from kg.ask.entity import kinds_of
from kg.ask.facts import content_of, facts_of
from kg.ask.filters import Sieve
from kg.ask.origins import origin
from kg.ask.scope import claims_about_all
from kg.claims.cut import Cut
from kg.claims.quads import Quads
from kg.claims.schema import STANDINGS
from kg.graph.charts import Charts, charts_of
from kg.graph.disputes import Disputed, disputed
from kg.graph.flows import Exchange
from kg.graph.lead import lead_of
from kg.graph.lens import Lens
from kg.graph.order import order
from kg.graph.remainder import Asked, Remainder
from kg.graph.sentences import Sentences
from kg.graph.spots import spots_of
from kg.graph.voices import Voices
from kg.show.cite import cite
from kg.show.text import place, qualifiers, summary, truth, value
from kg.show.words import word
from kg.text.records import kind_of
from kg.text.terms import CLAIM, DCT, LANGUAGES, RDFS, SKOS, SUBPROPERTY, TYPE, br, curie, expand, local, to_iri
from kg.values.claims import Claim, Literal
from kg.values.notes import Note
from kg.values.scene import KINDS, Bond, Detail, Lead, Mention, Node, Relation, Scene, Source, Statement, Telling, Texts

if TYPE_CHECKING:
    from kg.graph.bands import Bands
    from kg.network.project import Network

#: In scenes up to this size every thing shows what is said of it alone.
_DETAILED = 400
#: Up to so many claims come to a few lines.
_LED = 5_000
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
    """One scene in the making: a network, what was asked for, and the claims to tell besides those of its edges."""

    def __init__(
        self,
        lens: Lens,
        network: Network,
        entities: Sequence[str],
        asked: Asked,
        title: Texts | None = None,
        matter: Sequence[str] | None = None,
        bands: Bands | None = None,
    ) -> None:
        """``matter``: what the disputes of the page are about, as IRIs; None for those of the claims it shows."""
        self._lens, self._network, self._asked, self._title, self._matter = lens, network, asked, title, matter
        self._bands = bands
        self._reader, self._view, self._rules = lens.reader, lens.reader.view, asked.part.rules
        self._readers = {lang: lens.reader.in_language(lang) for lang in LANGUAGES}
        self._acting = Counter(x for r in (bands.relations if bands else ()) for x in (r.source, r.target))
        self._kinds = {v: self._kind(v) for v in sorted({*network, *self._acting})}
        self._named = entities
        self._poles = self._find_poles(entities)
        self._voices = Voices(self._reader, self._poles, self._rules)

    def scene(self) -> Scene:
        """Everything a page needs, in a fixed order. Its notes in words are its caller's."""
        relations = [*self._relations(), *(self._bands.relations if self._bands else ())]
        shown = {x for r in relations for x in (r.source, r.target)} | ({*self._poles} if relations else set())
        told, details = self._told(relations, shown)
        found = self._disputes(told)
        told |= found.claims
        lead = self._lead(told)
        told |= lead.claims
        self._preload(told)
        self._claims = claims = [self._lens.claim(c) for c in sorted(told)]
        against = self._against({c.id for c in claims})
        speakers = sorted({s.id for c in claims for s in c.speakers})
        documents = {c.document.id: c.document for c in claims}
        heard = {*self._poles, *speakers}
        self._remainder = Remainder(self._lens, self._asked, told)
        statements = tuple(self._statement(c, against.get(c.id, ())) for c in claims)
        nodes = tuple(self._node(v, self._voices.side(v), details.get(v, ())) for v in sorted(shown))
        return Scene(
            title=self._titles(),
            subtitle={},
            poles=self._poles,
            nodes=nodes,
            relations=tuple(relations),
            statements=statements,
            sources=tuple(
                Source(
                    d.id,
                    d.title,
                    ", ".join(r.label for r in d.creators or d.publishers),
                    d.issued,
                    d.address,
                    d.language or "",
                )
                for d in (documents[i] for i in sorted(documents))
            ),
            speakers={s: self._texts(to_iri(s)) for s in speakers},
            stances={local(to_iri(s)): self._texts(to_iri(s)) for s in sorted({c.stance.id for c in claims})},
            families={f: {} for f in sorted({r.family for r in relations})},
            charts=self._figures.charts,
            speaks_for={s: self._voices.principals(s, heard) for s in speakers},
            voices=tuple(self._remainder.voices(self._voices, heard)),
            disputes=found.disputes,
            dispute_kinds=found.kinds,
            more_disputes=found.more,
            lead=lead,
            order=self._order(nodes, relations, statements, lead),
            flows=self._flows,
            **self._acts(),
        )

    def _disputes(self, told: Collection[str]) -> Disputed:
        among = {self._lens.claim(c).iri for c in told} if self._matter is None else None
        readers = {lang: self._others.get(lang, self._reader) for lang in LANGUAGES}
        return disputed(readers, self._reader, self._matter or (), self._rules, among, self._asked.invented)

    def _lead(self, told: set[str]) -> Lead:
        """What the page comes to, of claims that it tells; of a path, of many things and of a large graph nothing."""
        two = len(self._named) == 2 and all(is_side(self._view, to_iri(x)) for x in self._named)
        if self._asked.bare or len(told) > _LED or not (two or len(self._named) < 2):
            return Lead()
        readers = {lang: self._others.get(lang, self._reader) for lang in LANGUAGES}
        named = [to_iri(x) for x in self._named]
        return lead_of(readers, self._reader.lang, named, self._rules, lambda c: c.id in told or c.tally is not None)

    def _order(
        self, nodes: Sequence[Node], relations: Sequence[Relation], statements: Sequence[Statement], lead: Lead
    ) -> tuple[str, ...]:
        """How a first picture takes things in: who acts for states comes last, and states are one picture at once."""
        found = self._bands.bands if self._bands else ()
        aside = {band.id for band in found if band.named}
        shown = [r for r in relations if r.id not in aside]
        apart = self._bands is not None and self._bands.states is not None
        return () if apart else order(nodes, shown, statements, self._poles, self._named, lead)

    def _acts(self) -> dict[str, Any]:
        """What data sets record, where the page shows it as bands."""
        found = self._bands
        if found is None:
            return {}
        return {
            "bands": found.bands, "kinds": found.kinds, "kind_families": found.families, "actors": found.actors,
            "months": found.months, "states": found.states, "apart": found.apart,
        }  # fmt: skip

    def notes(self) -> list[Note]:
        """What the scene leaves out of the graph."""
        alone = [Note("figures-alone", {"figures": self._figures.alone})] if self._figures.alone else []
        return [*self._remainder.notes(), *self._remainder.records(self._counted()), *alone]

    def _counted(self) -> list[Claim]:
        """The claims of the page, those left out that tell the acts of a band once more, actor by actor."""
        again = self._bands.again if self._bands else frozenset()
        return [c for c in self._claims if c.id not in again]

    def _titles(self) -> Texts:
        """The names of what was asked for; of a whole graph what it is."""
        if self._title or not self._named:
            return self._title or {lang: word("whole graph", lang) for lang in LANGUAGES}
        return {lang: " – ".join(r.label(to_iri(p)) for p in self._named) for lang, r in self._readers.items()}

    def _told(self, relations: Sequence[Relation], shown: set[str]) -> tuple[set[str], dict[str, tuple[Detail, ...]]]:
        """The claims of a page: of relations, on what was asked for, of one thing alone, and what is said against."""
        told, detailed = {m.claim for r in relations for m in r.mentions}, len(shown) <= _DETAILED
        self._preload(told)
        if self._asked.part.cut.domains:  # which only what joins two things has
            self._passing &= {self._lens.claim(c).iri for c in told}
        elif self._asked.on is not None or detailed:
            told |= self._asked.kept({curie(iri).removeprefix("c:") for iri in self._passing})
        details = {v: self._details(v) for v in shown} if detailed else {}
        told |= {c for found in details.values() for d in found for c in d.claims}
        self._spots = spots_of(self._reader, shown, self._rules)
        told |= {c for found in self._spots.values() for spot in found for c in spot.claims}
        self._flows = Exchange(self._readers, self._lens.reader, self._network, self._poles, self._rules).flows(
            self._voices.side, lambda claim: claim in told or self._passes(self._lens.claim(claim))
        )
        told |= {c for f in self._flows for c in (*f.claims, *(x for a in f.amounts for x in a.claims))}
        told |= {x for others in self._against(told).values() for x in others if self._passes(self._lens.claim(x))}
        self._figures = self._charts(told)
        return told | {bar.claim for chart in self._figures.charts for bar in chart.bars}, details

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
        given = [a for a in asked if a in self._kinds and is_side(self._view, to_iri(a))]
        if len(given) == 2:
            return tuple(given)
        states = [v for v, kind in self._kinds.items() if kind == "state" and v not in given]
        degree = {v: self._acting[v] + (self._network.degree(v) if v in self._network else 0) for v in states}
        states.sort(key=lambda v: (-degree[v], v))
        return tuple([*given, *states][:2])

    @cached_property
    def _passing(self) -> set[str]:
        sieve, asked = Sieve(self._reader, self._rules), self._asked.part.cut
        views = [i for i, name in enumerate(STANDINGS) if name in (*asked.standings, "denied", "absent")]
        passing = sieve.current(sieve.in_time(sieve.cut(Cut()))).among("c.standing", views)
        return self._reader.claims.statements.iris(passing) - {CLAIM + name for name in self._asked.invented}

    def _passes(self, claim: Claim) -> bool:
        """Whether a claim that no edge brought along passes the filters: no slice may leak what it leaves out."""
        return claim.iri in self._passing or not self._view.has(g=claim.iri)

    def _details(self, name: str) -> tuple[Detail, ...]:
        """Figures, statuses and descriptions of an entity, in all languages; what joins it to others is a relation."""
        found: dict[tuple[str, tuple[str, ...], int], tuple[Texts, Texts]] = {}
        for lang, reader in self._readers.items():
            seen = Counter[tuple[str, tuple[str, ...]]]()
            for fact in facts_of(reader, to_iri(name), None, self._rules, acts=False).facts:
                if fact.property.label.startswith("← ") or (fact.object and fact.object.id in self._network):
                    continue
                key = (fact.property.id, tuple(c.id for c in fact.claims if self._passes(c)))
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
        outline = (self._view.text(iri, br("iso3")) or local(name)) if self._kinds[name] == "state" else ""
        named = (self._texts(iri), sort, tuple(sorted(set(others))))
        return Node(name, self._kinds[name], side, *named, details, outline, self._spots.get(name, ()))

    # ------------------------------------------------------------------ relations

    def _relations(self) -> list[Relation]:
        """One relation for each pair and property, parallel ones kept; a mutual one once."""
        found: dict[tuple[str, str, str], dict[Mention, int]] = {}
        said: dict[tuple[str, str, str], Texts] = {}
        sentences = Sentences(self._readers)
        for a, b, data in self._network.edges(data=True):
            via = data.get("via", data["thing"])
            if (
                data["rule"] in _OF_EVENTS
                and (data["rule"] == "lifted" or via in self._network)
                and "count" not in data
            ):
                continue
            mention = Mention(data["claim"], data.get("begins"), data.get("ends"))
            key = (a, b, data["relation"])
            found.setdefault(key, {})[mention] = data["sign"]
            said.setdefault(key, sentences.of(data["relation"], b, data["thing"]))
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
                    max(mentions.values(), key=abs), ordered, said[a, b, name],
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
        document = claim.document
        known = self._view.text(document.iri, br("ends")) if document.issued else document.recorded_on
        own = self._telling(self._reader, claim)
        others = {lang: self._telling(r, r.claim(claim.iri)) for lang, r in self._others.items()}
        return Statement(
            id=claim.id,
            text=own.text,
            stance=local(to_iri(claim.stance.id)),
            view=self._view.text(to_iri(claim.stance.id), br("view")) or "",
            speakers=tuple(s.id for s in claim.speakers),
            group=self._voices.of_claim(claim),
            document=document.id,
            known=known,
            place=own.place,
            limits=self._limits(claim),
            denied=claim.negated or local(to_iri(claim.stance.id)) == "denied",
            against=tuple(sorted(against)),
            links=tuple(Bond(link.relation, link.claim) for link in claim.links),
            facts=own.facts,
            citation=own.citation,
            told={lang: telling for lang, telling in others.items() if telling != own},
            records=claim.tally.acts if claim.tally else 0,
            origin=" ".join([origin(self._reader, claim)[0], *sorted(origin(self._reader, claim)[1])]),
            language=own.language,
        )

    @cached_property
    def _others(self) -> dict[str, Reader]:
        """Readers in the other languages, which a series tells only of the records that pass."""
        return {lang: r.within(self._reader.passing) for lang, r in self._readers.items() if lang != self._reader.lang}

    @staticmethod
    def _telling(reader: Reader, claim: Claim) -> Telling:
        facts = (f"{s} — {p}: {truth(v, reader.lang)}" for s, p, v in content_of(reader, claim.iri, _LISTED))
        where = "; ".join(place(p, reader.lang) for p in claim.passages)
        written = reader.view.objects(claim.iri, DCT + "description")
        tags = {text.value: text.lang or "" for text in written if isinstance(text, Literal)}
        text = summary(claim, reader.lang)
        language = reader.lang if claim.tally else tags.get(text, "")
        return Telling(text, where, tuple(facts), cite(claim, "footnote", reader.lang).strip(), language)

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

    def _charts(self, told: Iterable[str]) -> Charts:
        """Figures that can be compared, of these claims and of the poles."""
        about = {c for pole in self._poles for c in claims_about_all(self._reader, [to_iri(pole)])}
        iris = about | {self._lens.claim(name).iri for name in told}
        return charts_of(self._readers, self._reader.lang, {x for x in iris if x in self._passing})


def is_side(view: Quads, iri: str) -> bool:
    """Whether claims concern an entity as one of the two: a state, or a group where there is no state."""
    return view.has(None, br("concerns"), iri) or view.has(iri, TYPE, br("State"))
