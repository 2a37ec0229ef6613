"""From claims to edges: which actors, and which named things, a claim ties together.

direct    a triple between two named things whose property has a br:edgeSign; both ways when the property is symmetric
event     actors × recipients, signed by the event type: PLOVER score first, then Goldstein; actors × those it goes
          against, always conflictual; an act without recipient joins its actors pairwise, both ways
joint     values of a property with a br:jointAct (signatories, undertakers), scored as that act; parties of a phase,
          scored by its climate only where a workspace gives climates a score: ours bear none; pairwise, both ways
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

from kg.claims.basis import OWN, Basis, Way, best, both
from kg.claims.quads import Quads
from kg.claims.ties import Edge, Lent, Ties
from kg.compile.background import ROLES, Background, Content, Roles, content_of
from kg.text.terms import NS, OWL, TYPE, br, curie
from kg.values.claims import Literal, finite

#: Nameless nodes: from what they are about to what they involve.
_BEARERS = frozenset(map(br, ("measureOf", "cause", "aimOf", "holder", "actor", "participant")))
_ADVERSE = -5.5  # PLOVER's score of mobilising, for an act against a third party that has no conflictual score


class TieRules:
    """Applies the rules to claims, and remembers what many claims share."""

    def __init__(self, view: Quads, known: Background) -> None:
        self._view, self._known = view, known
        self._sign = {s: int(o.value) for s, _, o, _ in view.quads(None, br("edgeSign")) if isinstance(o, Literal)}
        self._weight = {
            s: float(o.value) for s, _, o, _ in view.quads(None, br("edgeWeight")) if isinstance(o, Literal)
        }
        self._symmetric = set(view.subjects(TYPE, OWL + "SymmetricProperty", NS.removesuffix("#")))
        self._joint = {s: str(o) for s, _, o, _ in view.quads(None, br("jointAct"))}

    def fill(self, table: Ties, claims: Iterable[str]) -> None:
        """Write the edges of claims into a table that has none of theirs."""
        table.put((self._known.voice(claim), self.edges(claim)) for claim in sorted(claims))

    def edges(self, claim: str) -> list[Edge]:
        """All edges of a claim, in a fixed order."""
        content = content_of(claim, self._view.quads(g=claim))
        found = [*self._direct(content), *self._events(content), *self._joints(content), *self._figures(content)]
        found += self._acting(content)
        tied = {frozenset(e[:2]) for e in found}
        found += [e for e in self._links(content) if frozenset(e[:2]) not in tied]
        return sorted({e for e in found if e.source != e.target}, key=_order)

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
            roles, closer = self._known.complete(event, own)
            act = self._known.first(content, event, br("eventType"))
            score = self._known.score(act) if act else None
            begins, ends, dated_by = self._known.dates(content, event)
            domain = self._known.domains(content, event)
            relation = curie(act or self._known.kind(content, event) or br("Event"))
            common = (relation, curie(self._known.root(event)), curie(event))
            plain = _dyads(roles, score)
            earliest = begins or min((x.begins for x in dated_by if x.begins), default=None)
            latest = ends or max((x.ends for x in dated_by if x.ends), default=None)
            lifted = _dyads(self._known.lift(roles, earliest, latest), score)
            if dated_by:  # until the first date is known, any time will do
                anytime = _until(_dyads(self._known.lift(roles, None, None), score), min(x.known for x in dated_by))
                lifted = {p: best([*lifted.get(p, ()), *anytime.get(p, ())]) for p in {**lifted, **anytime}}
            if closer is not None:
                plain, lifted = _until(plain, closer), _until(lifted, closer)
            for rule, pairs in (("event", plain), ("lifted", _without(lifted, plain))):
                for pair, ways in pairs.items():
                    yield from self._ways(_tie(pair, rule, common, begins, ends, domain, dated_by), ways)

    def _ways(self, edge: Edge, ways: Iterable[Way]) -> Iterator[Edge]:
        """An edge once for each way to know of it."""
        for basis, claims in ways:
            yield edge._replace(needs=self._known.lenders(claims), basis=basis)

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
                roles: Roles = {"A": dict.fromkeys(parties, OWN)}
                plain = _pairs(roles["A"], score)
                lifted = _pairs(self._known.lift(roles, begins, ends)["A"], score)
                for rule, pairs in (("joint", plain), ("lifted", _without(lifted, plain))):
                    for pair, ways in pairs.items():
                        yield from self._ways(_tie(pair, rule, common, begins, ends, domain, dated_by), ways)

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
            for boss in content.ids(s, br("organOf")):
                tied = (curie(s), curie(boss), 0, None)
                yield _tie(tied, "acts-for", ("br:organOf",) * 3, begins, ends, "", dated_by)
            for holder, office in product(content.ids(s, br("holder")), content.ids(s, br("office"))):
                for state in self._view.objects(office, br("officeOf")):
                    common = ("br:office", curie(office), curie(office))
                    tied = (curie(holder), curie(str(state)), 0, None)
                    yield _tie(tied, "acts-for", common, begins, ends, "", dated_by)

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


def _order(edge: Edge) -> tuple[str, int, str, tuple[str, ...]]:
    return repr(edge.tie), edge.basis.standing, edge.basis.known, edge.needs


#: Source, target, sign and weight of a tie.
Pair = tuple[str, str, int, float | None]


def _dyads(roles: Roles, score: float | None) -> dict[Pair, list[Way]]:
    """The ordered pairs of an event with their signs and weights, and the ways to know of each."""
    actors, recipients, adverse = roles["A"], roles["R"], roles["X"]
    if not recipients and not adverse:
        return _pairs(actors, score)
    found: dict[Pair, list[Way]] = {}
    against = score if score and score < 0 else _ADVERSE
    for others, sign, weight in ((recipients, _sign(score), score), (adverse, -1, against)):
        for a, b in product(actors, others):
            if a != b:
                pair = (curie(a), curie(b), sign, weight)
                found[pair] = best([*found.get(pair, ()), *both(actors[a], others[b])])
    return found


def _pairs(actors: dict[str, list[Way]], score: float | None) -> dict[Pair, list[Way]]:
    """All ordered pairs. In a large meeting each tie weighs less: the ties of one party share the weight of one."""
    share = 1 / (len(actors) - 1) if len(actors) > 2 else 1
    weight = None if score is None else score * share
    return {(curie(a), curie(b), _sign(score), weight): both(actors[a], actors[b]) for a, b in permutations(actors, 2)}


def _until(pairs: dict[Pair, list[Way]], day: str) -> dict[Pair, list[Way]]:
    """The same, but only until a day on which more gets known."""
    limit = Basis(until=day)
    return {pair: best((basis.meet(limit), claims) for basis, claims in ways) for pair, ways in pairs.items()}


def _without(lifted: dict[Pair, list[Way]], plain: dict[Pair, list[Way]]) -> dict[Pair, list[Way]]:
    """Those ways of lifted ties that the tie itself does not spare; it may be known only later, or less surely."""
    found = {}
    for pair, ways in lifted.items():
        needed = [w for w in ways if not any(own.beats(w[0]) for own, _ in plain.get(pair, ()))]
        if needed:
            found[pair] = needed
    return found


def _sign(score: float | None) -> int:
    return (score > 0) - (score < 0) if score else 0


def _tie(
    pair: Pair,
    rule: str,
    common: tuple[str, str, str],
    begins: str | None,
    ends: str | None,
    domain: str,
    dated_by: tuple[Lent, ...],
) -> Edge:
    a, b, sign, weight = pair
    return Edge(a, b, rule, *common, sign, weight, None, begins, ends, domain, (), dated_by)
