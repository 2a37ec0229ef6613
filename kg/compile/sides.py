"""Whom a claim touches: the states, else the groups, that what it mentions leads up to, and how that is known."""

from __future__ import annotations

from kg.claims.basis import LENDING, OWN, Way, best, both
from kg.claims.quads import Quads
from kg.compile.background import Background
from kg.text.terms import DERIVED, ID, REFERENCE, TYPE, br, is_claim_graph

# fmt: off
_UPWARD = (
    "actor", "aimOf", "appliesTo", "belongsTo", "between", "carriesTradeOf", "cause", "centrepieceOf",
    "concludes", "connects", "counterpart", "crosses", "exporter", "formsBorderBetween", "holder", "host",
    "importer", "leg", "measureOf", "milestoneOf", "office", "officeOf", "partOf", "participant", "party",
    "phaseOf", "recipient", "separates", "signatory", "signs", "topic", "undertakenBy", "within",
)
# fmt: on
#: From a thing to what it is a part, an act or an aspect of: the way from a mention up to the sides of a relation.
UP = frozenset(map(br, _UPWARD))
_DEPTH = 6
_GROUPS = {br("ActorGroup"), br("InternationalOrganization")}
_ASIDE = (TYPE, br("beneficiary"))  # to profit does not make one a party

#: Things, and the ways to each.
Ways = dict[str, list[Way]]


class Sides:
    """Finds the sides of claims, and remembers those of things: many claims share them."""

    def __init__(self, view: Quads, known: Background) -> None:
        self._view, self._known = view, known
        self._sides: dict[str, Ways] = {}
        self._claims: dict[str, Ways] = {}
        self._steps: dict[str, tuple[str, Ways]] = {}

    def of_claim(self, claim: str) -> Ways:
        """The sides that a claim touches. What it says itself is among what it mentions, and need not be lent."""
        if claim in self._claims:
            return self._claims[claim]
        mentions = {
            x
            for s, p, o, _ in self._view.quads(g=claim)
            if p not in _ASIDE
            for x in (s, o)
            if isinstance(x, str) and x.startswith(ID)
        }
        found: Ways = {}
        for mention in sorted(mentions):
            for side, ways in self.of_thing(mention).items():
                if found.get(side) is not OWN:
                    found[side] = best([*found.get(side, ()), *ways])
        self._claims[claim] = found
        return found

    def of_thing(self, thing: str) -> Ways:
        """The states that a thing leads up to by the links of ``UP``; where there are none, the groups."""
        if thing not in self._sides:
            found: Ways = {thing: OWN}
            front, states, groups = {thing: OWN}, Ways(), Ways()
            for _ in range(_DEPTH):
                following: Ways = {}
                for node, ways in front.items():
                    kind, above = self._above(node)
                    if kind == "State":
                        states[node] = found[node]
                        continue
                    if kind == "Group":
                        groups[node] = found[node]
                    for boss, lent in above.items():
                        if found.get(boss) is OWN:
                            continue
                        better = best([*found.get(boss, ()), *both(ways, lent)])
                        if better != found.get(boss):
                            found[boss] = following[boss] = better
                front = following
            self._sides[thing] = states or groups
        return self._sides[thing]

    def _above(self, node: str) -> tuple[str, Ways]:
        """State, Group or neither (""), and the things one step up. Read once: hubs are large."""
        if node not in self._steps:
            kinds = {str(o) for o in self._view.objects(node, TYPE)}
            kind = "State" if br("State") in kinds else "Group" if kinds & _GROUPS else ""
            above: dict[str, set[Way]] = {}
            if kind != "State":
                links = [(str(o), g) for _, p, o, g in self._view.quads(node) if p in UP and isinstance(o, str)]
                # a person leads up to the offices held
                links += [(s, g) for s, _, _, g in self._view.quads(None, br("holder"), node)]
                for boss, graph in links:
                    above.setdefault(boss, set()).update(self._lent(graph))
            self._steps[node] = (kind, {boss: best(ways) for boss, ways in above.items() if ways})
        return self._steps[node]

    def _lent(self, graph: str) -> list[Way]:
        """What a link in a graph is worth to others; nothing where a claim denies it, or where it is a copy."""
        if graph.startswith(REFERENCE):
            return OWN
        claim = graph.removesuffix(DERIVED)
        if not is_claim_graph(claim):
            return []
        basis = self._known.basis(claim)
        return [(basis, frozenset())] if basis.standing < LENDING else []
