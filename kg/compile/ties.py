"""From claims to edges: which actors, and which named things, a claim ties together.

direct    a triple between two named things whose property has a br:edgeSign; both ways when the property is symmetric
event     actors × recipients, signed by the event type: PLOVER score first, then Goldstein; actors × those it goes
          against, always conflictual; an act without recipient joins its actors pairwise, both ways
joint     values of a property with a br:jointAct (signatories, undertakers), scored as that act; parties of a phase,
          scored by its climate; pairwise, both ways
lifted    event and joint again, each person or organ replaced by the state it acts for at that time
figure    a figure with a counterpart: counterpart → bearer, unsigned
acts-for  what a claim says about belonging or holding office, unsigned
link      any other mention of two named things in one triple, or around one nameless node: for paths only

The sign belongs to the pair: troops that are sent are + for one and − for another. Roles, dates and offices that other
claims give are borrowed, and the edge says from which. After ``edges.py`` of the design; PLOVER 0.8; Goldstein (1992),
"A Conflict-Cooperation Scale for WEIS Events Data", Journal of Conflict Resolution 36 (2).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import permutations, product

from kg.claims.quads import Quads
from kg.claims.ties import Edge, Lent, Ties
from kg.compile.background import ROLES, Background, Content
from kg.model import Literal, Node, finite
from kg.terms import NS, OWL, TYPE, br, curie

#: Nameless nodes: from what they are about to what they involve.
_BEARERS = frozenset(map(br, ("measureOf", "cause", "aimOf", "holder", "actor", "participant")))
_ADVERSE = -5.5  # PLOVER's score of mobilising, for an act against a third party that has no conflictual score


class TieRules:
    """Applies the rules to claims, and remembers what many claims share."""

    def __init__(self, view: Quads) -> None:
        self._view = view
        self._known = Background(view)
        self._sign = {s: int(o.value) for s, _, o, _ in view.quads(None, br("edgeSign")) if isinstance(o, Literal)}
        self._weight = {
            s: float(o.value) for s, _, o, _ in view.quads(None, br("edgeWeight")) if isinstance(o, Literal)
        }
        self._symmetric = set(view.subjects(TYPE, OWL + "SymmetricProperty", NS.removesuffix("#")))
        self._joint = {s: str(o) for s, _, o, _ in view.quads(None, br("jointAct"))}

    def fill(self, table: Ties, claims: Iterable[str]) -> None:
        """Write the edges of claims into a table, in place of those they had."""
        for claim in sorted(claims):
            voice = self._known.voice(claim)
            table.remove(voice.claim)
            table.put(voice, self.edges(claim))

    def edges(self, claim: str) -> list[Edge]:
        """All edges of a claim, in a fixed order."""
        by: dict[str, dict[str, list[Node]]] = {}
        for s, p, o, _ in self._view.quads(g=claim):
            by.setdefault(s, {}).setdefault(p, []).append(o)
        content = Content(claim, by)
        found = [*self._direct(content), *self._events(content), *self._joints(content), *self._figures(content)]
        found += self._acting(content)
        tied = {frozenset(e[:2]) for e in found}
        found += [e for e in self._links(content) if frozenset(e[:2]) not in tied]
        return sorted({e for e in found if e.source != e.target}, key=repr)

    # ------------------------------------------------------------------ the rules

    def _direct(self, content: Content) -> Iterator[Edge]:
        begins, ends = self._known.validity(content.claim)
        for s, properties in content.by.items():
            for p in properties.keys() & self._sign.keys():
                for o in content.ids(s, p):
                    name = curie(p)
                    row = (name, name, name, self._sign[p], self._weight.get(p), None, begins, ends, "")
                    yield Edge(curie(s), curie(o), "direct", *row)
                    if p in self._symmetric:
                        yield Edge(curie(o), curie(s), "direct", *row)

    def _events(self, content: Content) -> Iterator[Edge]:
        for event, properties in content.by.items():
            if not properties.keys() & ROLES.keys():
                continue
            own: dict[str, list[str]] = {role: [] for role in "ARX"}
            for p, role in ROLES.items():
                own[role] += content.ids(event, p)
            roles, needs = self._known.complete(event, own, content.claim)
            act = self._known.first(content, event, br("eventType"))
            score = self._known.score(act) if act else None
            begins, ends, dated_by = self._known.dates(content, event)
            domain = self._known.domains(content, event)
            relation = curie(act or self._known.kind(content, event) or br("Event"))
            common = (relation, curie(self._known.root(event)), curie(event))
            plain = set(_dyads(roles, score))
            for pair in plain:
                yield _tie(pair, "event", common, begins, ends, domain, needs, dated_by)
            earliest = begins or min((x.begins for x in dated_by if x.begins), default=None)
            latest = ends or max((x.ends for x in dated_by if x.ends), default=None)
            lifted, terms = self._known.lift(roles, earliest, latest)
            for pair in set(_dyads(lifted, score)) - plain:
                yield _tie(pair, "lifted", common, begins, ends, domain, _merge(needs, terms), dated_by)

    def _joints(self, content: Content) -> Iterator[Edge]:
        for node, properties in content.by.items():
            for p in properties.keys() & {*self._joint, br("party")}:
                if p in self._joint:
                    score = self._known.score(self._joint[p])
                else:
                    climate = content.ids(node, br("climate"))
                    score = self._known.score(climate[0]) if climate else None
                begins, ends, dated_by = self._known.dates(content, node)
                domain = self._known.domains(content, node)
                # a phase is a thing of its own: the era that it is part of has others, of another climate
                thing = node if p == br("party") else self._known.root(node)
                common = (curie(p), curie(thing), curie(node))
                parties = content.ids(node, p)
                plain = set(_pairs(parties, score))
                for pair in plain:
                    yield _tie(pair, "joint", common, begins, ends, domain, (), dated_by)
                lifted, terms = self._known.lift({"A": parties}, begins, ends)
                for pair in set(_pairs(lifted["A"], score)) - plain:
                    yield _tie(pair, "lifted", common, begins, ends, domain, terms, dated_by)

    def _figures(self, content: Content) -> Iterator[Edge]:
        for node in content.by:
            for partner, bearer in product(content.ids(node, br("counterpart")), content.ids(node, br("measureOf"))):
                indicator = curie((content.ids(node, br("indicator")) or [br("Measure")])[0])
                values = content.texts(node, br("value"))
                begins, ends, dated_by = self._known.dates(content, node)
                yield Edge(
                    *(curie(partner), curie(bearer), "figure", indicator, indicator, curie(node)),
                    *(0, None, finite(values[0]) if values else None, begins, ends, ""),
                    dated_by=dated_by,
                )

    def _acting(self, content: Content) -> Iterator[Edge]:
        for s in content.by:
            begins, ends, dated_by = self._known.dates(content, s)
            for boss in content.ids(s, br("belongsTo")):
                tied = (curie(s), curie(boss), 0, None)
                yield _tie(tied, "acts-for", ("br:belongsTo",) * 3, begins, ends, "", (), dated_by)
            for holder, office in product(content.ids(s, br("holder")), content.ids(s, br("office"))):
                for state in self._view.objects(office, br("officeOf")):
                    common = ("br:office", curie(office), curie(office))
                    tied = (curie(holder), curie(str(state)), 0, None)
                    yield _tie(tied, "acts-for", common, begins, ends, "", (), dated_by)

    def _links(self, content: Content) -> Iterator[Edge]:
        for s, properties in content.by.items():
            named = self._known.is_named(s)
            around: list[tuple[str, str]] = []
            for p, objects in properties.items():
                if p == TYPE:
                    continue
                around += [(p, o) for o in objects if isinstance(o, str) and o != s and self._known.is_named(o)]
            if len(around) < (1 if named else 2):
                continue
            begins, ends, dated_by = self._known.dates(content, s)
            row = (0, None, None, begins, ends, self._known.domains(content, s), (), dated_by)
            if named:
                for p, o in around:
                    yield Edge(curie(s), curie(o), "link", curie(p), curie(p), curie(p), *row)
                continue
            about = self._known.about(content, s)
            bearers = [o for p, o in around if p in _BEARERS] or [o for _, o in around[:1]]
            for a, b in product(bearers, [o for p, o in around if p not in _BEARERS]):
                if a != b:
                    yield Edge(curie(a), curie(b), "link", about, about, about, *row)


def _dyads(roles: dict[str, list[str]], score: float | None) -> Iterator[tuple[str, str, int, float | None]]:
    """The ordered pairs of an event with their signs and weights."""
    actors, recipients, adverse = ([curie(x) for x in dict.fromkeys(roles[r])] for r in "ARX")
    for a, r in product(actors, recipients):
        if a != r:
            yield a, r, _sign(score), score
    for a, x in product(actors, adverse):
        if a != x:
            yield a, x, -1, score if score and score < 0 else _ADVERSE
    if not recipients and not adverse:
        yield from _pairs([*roles["A"]], score)


def _pairs(actors: list[str], score: float | None) -> Iterator[tuple[str, str, int, float | None]]:
    """All ordered pairs. In a large meeting each tie weighs less: the ties of one party share the weight of one."""
    names = [curie(a) for a in dict.fromkeys(actors)]
    share = 1 / (len(names) - 1) if len(names) > 2 else 1
    for a, b in permutations(names, 2):
        yield a, b, _sign(score), None if score is None else score * share


def _sign(score: float | None) -> int:
    return (score > 0) - (score < 0) if score else 0


def _tie(
    pair: tuple[str, str, int, float | None],
    rule: str,
    common: tuple[str, str, str],
    begins: str | None,
    ends: str | None,
    domain: str,
    needs: tuple[Lent, ...],
    dated_by: tuple[Lent, ...],
) -> Edge:
    a, b, sign, weight = pair
    return Edge(a, b, rule, *common, sign, weight, None, begins, ends, domain, needs, dated_by)


def _merge(some: tuple[Lent, ...], more: tuple[Lent, ...]) -> tuple[Lent, ...]:
    return tuple(sorted({*some, *more}))
