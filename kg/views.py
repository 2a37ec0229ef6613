"""From the graph to a scene: which entities, relations and claims one page shows, and whose they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from kg.ask.claims import Reader
from kg.errors import WorldError, WrongCall
from kg.evidence import Evidence
from kg.model import Claim
from kg.scene import KINDS, Chart, Mention, Node, Relation, Scene, Source, Statement, Texts
from kg.terms import LANGUAGES, OWL, RDFS, SKOS, SUBPROPERTY, TYPE, br, curie, expand, local

if TYPE_CHECKING:
    from typing import Unpack

    import networkx as nx

    from kg.networks import Where

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


class Views(Evidence):
    """Scenes for pages. ``Graph`` has them."""

    def scene(
        self, *entities: str, path: bool = False, everything: bool = False, k: int = 5, **where: Unpack[Where]
    ) -> Scene:
        """What a page of some entities shows.

        Two states or groups: claims that touch both. One entity, or several: their surroundings. With ``path``: the k
        strongest paths from the first to the second. None: the whole graph. Claims of lesser salience are left out of
        the relation of two, unless ``everything``. Plans and judgements are shown, marked by their stance.
        """
        resolved = [self.resolve(e) for e in entities]
        where["among"] = "all"
        if not where.get("view") and not where.get("stance"):
            where["view"] = "analysis"
        network = self.network(**where)
        cut = self._cut_of(where)
        denials = self._project(cut._replace(standings=("denied", "absent")), "all")  # shown as what speaks against
        network.add_edges_from(
            (a, b, f"{key}~", {**d, "no": True}) for a, b, key, d in denials.edges(keys=True, data=True)
        )
        ids = [curie(r) for r in resolved]
        if path:
            network = self._along(network, entities, k, where)
        elif len(ids) == 2 and all(self._is_side(r) for r in resolved):
            network = self._between(network, resolved, everything)
        elif ids:
            near = {v for i in ids if i in network for v in (i, *network.successors(i), *network.predecessors(i))}
            network = network.subgraph(near).copy()
        return _Staging(self, network, ids).scene()

    def page(
        self,
        *entities: str,
        path: bool = False,
        everything: bool = False,
        k: int = 5,
        story: str | None = None,
        **where: Unpack[Where],
    ) -> str | None:
        """The scene as one offline HTML page; None when nothing passes the filters. ``story``: a file of steps."""
        from dataclasses import replace

        from kg.show.page.page import render

        scene = self.scene(*entities, path=path, everything=everything, k=k, **where)
        if story:
            scene = replace(scene, story=read_story(story))
        return render(scene, self.lang) if scene.nodes else None

    def _is_side(self, iri: str) -> bool:
        return self.view.has(None, br("concerns"), iri)

    def _along(self, network: nx.MultiDiGraph, ends: Sequence[str], k: int, where: Where) -> nx.MultiDiGraph:
        filters: Any = {name: value for name, value in where.items() if name != "among"}
        steps = {
            frozenset((hop.source.id, hop.target.id)) for p in self.why(*ends[:2], k=k, **filters) for hop in p.hops
        }
        keep = [(a, b, key) for a, b, key in network.edges(keys=True) if frozenset((a, b)) in steps]
        return network.edge_subgraph(keep).copy()

    def _between(self, network: nx.MultiDiGraph, sides: Sequence[str], everything: bool) -> nx.MultiDiGraph:
        from kg.ask.scope import claims_about_all

        touching = {curie(c).removeprefix("c:") for c in claims_about_all(self.reader, sides)}
        if not everything:
            touching = {c for c in touching if self._claim(c).salience is None}
        keep = [(a, b, key) for a, b, key, d in network.edges(keys=True, data=True) if d["claim"] in touching]
        return network.edge_subgraph(keep).copy()


def read_story(path: str) -> tuple[dict[str, str], ...]:
    """Steps of a story: a line each, the sentence, a tab, the view (what stands behind # in the page's address).

    Empty lines and those that begin with # are skipped. Raises WorldError, or WrongCall with the line.
    """
    try:
        with open(path, encoding="utf-8-sig") as file:
            lines = file.read().splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise WorldError(f"{path} cannot be read: {error}.") from error
    steps = []
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        text, tab, view = line.partition("\t")
        if not tab or not text.strip():
            raise WrongCall(
                f"{path}:{number}: a step is a sentence, a tab and a view.",
                "The bridge is planned.\tnode=e:tumen-bridge",
            )
        steps.append({"text": text.strip(), "view": view.strip().lstrip("#")})
    return tuple(steps)


class _Staging:
    """One scene in the making."""

    def __init__(self, graph: Views, network: nx.MultiDiGraph, asked: Sequence[str]) -> None:
        self._graph, self._network = graph, network
        self._readers = {lang: graph.reader if lang == graph.lang else Reader(graph.view, lang) for lang in LANGUAGES}
        self._kinds = {v: self._kind(v) for v in network}
        self._poles = self._find_poles(asked)
        self._voices: dict[str, str] = {}

    def scene(self) -> Scene:
        """Everything a page needs, in a fixed order."""
        relations = self._relations()
        claims = [self._graph._claim(c) for c in sorted({m.claim for r in relations for m in r.mentions})]
        against = self._against({c.id for c in claims})
        shown = {x for r in relations for x in (r.source, r.target)}
        sides = self._sides(shown, relations)
        speakers = sorted({s.id for c in claims for s in c.speakers})
        documents = {c.document.id: c.document for c in claims}
        title = {lang: " – ".join(r.label(_iri(p)) for p in self._poles) for lang, r in self._readers.items()}
        families = sorted({r.family for r in relations})
        stances = sorted({c.stance.id for c in claims})
        return Scene(
            title=title,
            subtitle={},
            poles=self._poles,
            nodes=tuple(self._node(v, sides[v]) for v in sorted(shown)),
            relations=tuple(relations),
            statements=tuple(self._statement(c, against.get(c.id, ())) for c in claims),
            sources=tuple(
                Source(d.id, d.title, ", ".join(r.label for r in d.creators or d.publishers), d.issued, d.address)
                for d in (documents[i] for i in sorted(documents))
            ),
            speakers={s: self._texts(_iri(s)) for s in speakers},
            stances={local(_iri(s)): self._texts(_iri(s)) for s in stances},
            families={f: {} for f in families},
            charts=self._charts(claims),
        )

    # ------------------------------------------------------------------ entities

    def _texts(self, iri: str) -> Texts:
        return {lang: reader.label(iri) for lang, reader in self._readers.items()}

    def _kind(self, name: str) -> str:
        from kg.ask.entity import kinds_of

        found = kinds_of(self._graph.reader, _iri(name))
        return next((kind for kind, cls in KINDS.items() if not cls or cls in found), "topic")

    def _find_poles(self, asked: Sequence[str]) -> tuple[str, ...]:
        """The entities asked for, when they are sides; else the states with most ties."""
        given = [a for a in asked if a in self._network and self._graph._is_side(_iri(a))]
        if len(given) == 2:
            return tuple(given)
        states = [v for v, kind in self._kinds.items() if kind == "state" and v not in given]
        states.sort(key=lambda v: (-self._network.degree(v), v))
        return tuple([*given, *states][:2])

    def _group(self, actor: str) -> str:
        """Which pole an actor is or speaks for: a, b, or third for neither or both."""
        if actor not in self._voices:
            from kg.ask.filters import principals

            above = {curie(p) for p in principals(self._graph.reader, _iri(actor))}
            found = [side for side, pole in zip("ab", self._poles, strict=False) if pole in above]
            self._voices[actor] = found[0] if len(found) == 1 else "third"
        return self._voices[actor]

    def _sides(self, shown: Iterable[str], relations: Sequence[Relation]) -> dict[str, str]:
        """Whose each thing is: actors by whom they act for, the rest by what they hang together with."""
        acting = {v: self._group(v) for v in shown if self._kinds[v] in ("state", "person", "org")}
        near: dict[str, Counter[str]] = {v: Counter() for v in shown}
        around: dict[str, set[str]] = {v: set() for v in shown}
        for r in relations:
            around[r.source].add(r.target)
            around[r.target].add(r.source)
        sides = dict(acting)
        for _ in range(3):
            for v in near:
                if v not in acting:
                    near[v] = Counter(sides[w] for w in around[v] if w in sides)
            for v, seen in near.items():
                if v not in acting and seen:
                    both = seen["a"] and seen["b"]
                    alone = next((s for s in ("a", "b") if seen[s]), "third" if set(seen) == {"third"} else "joint")
                    sides[v] = "joint" if both or seen["joint"] > seen[alone] else alone
        return {v: sides.get(v, "joint") for v in shown}

    def _node(self, name: str, side: str) -> Node:
        reader, iri = self._graph.reader, _iri(name)
        others = [
            o[0]
            for p in (SKOS + "altLabel", SKOS + "hiddenLabel")
            for o in reader.view.objects(iri, p)
            if not isinstance(o, str)
        ]
        kinds = sorted(str(o) for o in reader.view.objects(iri, TYPE))
        sort = self._texts(kinds[0]) if kinds else {}
        return Node(name, self._kinds[name], side, self._texts(iri), sort, tuple(sorted(set(others))))

    # ------------------------------------------------------------------ relations

    def _relations(self) -> list[Relation]:
        """One relation for each pair and property, parallel ones kept; a mutual one once."""
        found: dict[tuple[str, str, str], dict[Mention, int]] = {}
        for a, b, data in self._network.edges(data=True):
            via = data.get("via", data["thing"])
            if data["rule"] in _OF_EVENTS and (data["rule"] == "lifted" or via in self._network):
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
                    f"r{len(result)}", a, b, name, self._family(name, a), self._texts(_iri(name)), mutual,
                    max(mentions.values(), key=abs), ordered,
                )
            )  # fmt: skip
        return result

    def _family(self, name: str, source: str) -> str:
        view, todo, seen = self._graph.view, [_iri(name)], set[str]()
        scheme = view.text(_iri(name), SKOS + "inScheme")
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
            if OWL in prop:
                break
        return _BY_SOURCE.get(self._kinds.get(source, ""), "other")

    # ------------------------------------------------------------------ claims

    def _statement(self, claim: Claim, against: Iterable[str]) -> Statement:
        from kg.ask.cite import cite
        from kg.ask.facts import content_of
        from kg.show.text import qualifiers

        groups = {self._group(s.id) for s in claim.speakers}
        document = claim.document
        known = self._graph.view.text(document.iri, br("ends")) if document.issued else document.recorded_on
        return Statement(
            id=claim.id,
            text=claim.summary,
            stance=local(_iri(claim.stance.id)),
            view=self._graph.view.text(_iri(claim.stance.id), br("view")) or "",
            speakers=tuple(s.id for s in claim.speakers),
            group=groups.pop() if len(groups) == 1 else "third",
            document=document.id,
            known=known,
            place="; ".join(p.place() for p in claim.passages),
            limits={lang: ", ".join(qualifiers(r.claim(claim.iri), lang)) for lang, r in self._readers.items()},
            denied=claim.negated or local(_iri(claim.stance.id)) == "denied",
            against=tuple(sorted(against)),
            links=tuple((link.relation, link.claim) for link in claim.links),
            facts=tuple(f"{s} — {p}: {v}" for s, p, v in content_of(self._graph.reader, claim.iri)),
            citation=cite(claim, "footnote").strip(),
        )

    def _against(self, shown: set[str]) -> dict[str, set[str]]:
        from kg.ask.compare import disputes

        found: dict[str, set[str]] = {}
        for dispute in disputes(self._graph.reader, (), ("contradicts",))[0]:
            ids = {c.id for c in dispute.claims}
            for claim in ids & shown:
                found.setdefault(claim, set()).update(ids - {claim})
        return found

    def _charts(self, claims: Sequence[Claim]) -> tuple[Chart, ...]:
        """Figures of one indicator and unit that have two bars or more to compare."""
        from kg.ask.values import Wording

        view, bars = self._graph.view, dict[tuple[str, str], list[tuple[Texts, float, str]]]()
        for claim in claims:
            for node in sorted({s for s, p, o, _ in view.quads(g=claim.iri) if p == TYPE and o == br("Measure")}):
                value = Wording(self._graph.reader).measure(node, claim.iri)[1].value
                if value is None:
                    continue
                indicator = view.text(node, br("indicator"), claim.iri) or ""
                unit = view.text(node, br("unit"), claim.iri) or ""
                about = (
                    view.text(node, br("counterpart"), claim.iri) or view.text(node, br("measureOf"), claim.iri) or ""
                )
                bars.setdefault((indicator, unit), []).append((self._texts(about), value, claim.id))
        return tuple(
            Chart(self._texts(indicator), view.text(unit, SKOS + "notation") or local(unit), tuple(found))
            for (indicator, unit), found in sorted(bars.items())
            if len(found) > 1
        )


def _iri(name: str) -> str:
    return expand(name) or name
