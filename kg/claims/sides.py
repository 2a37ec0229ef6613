"""Whom a claim touches: the states, else the groups, that what it mentions leads up to, and how that is known."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable

from kg.claims.basis import LENDING, OWN, Basis, Way, best, both
from kg.claims.quads import Quads
from kg.text.terms import DERIVED, ID, REFERENCE, TYPE, br, is_claim_graph

# fmt: off
_UPWARD = (
    "actor", "aimOf", "appliesTo", "belligerent", "between", "carriesTradeOf", "cause", "centrepieceOf", "concludes",
    "connects", "counterpart", "crosses", "exporter", "formsBorderBetween", "holder", "host", "importer",
    "inConflict", "leg", "measureOf", "member", "memberIn", "milestoneOf", "nationalOf", "ofAgreement", "ofOrder",
    "ofRegime", "office", "officeOf", "organOf", "partOf", "participant", "party", "phaseOf", "receiver", "recipient",
    "sender", "separates", "signatory", "signs", "spanOf", "topic", "undertakenBy", "within",
)
# fmt: on
#: From a thing to what it is a part, an act or an aspect of: the way from a mention up to the sides of a relation.
UP = frozenset(map(br, _UPWARD))
_GROUPS = {br("ActorGroup"), br("InternationalOrganization")}
_CAUSE, _BENEFICIARY = br("cause"), br("beneficiary")
_ASIDE = (TYPE, _BENEFICIARY)  # to profit does not make one a party
#: From a claim to whose view or plan it reports.
_HELD = (br("heldBy"), br("agreedBy"))

#: Things, and the ways to each.
Ways = dict[str, list[Way]]


class Sides:
    """Finds the sides of claims, and remembers those of things: many claims share them."""

    def __init__(self, view: Quads, basis: Callable[[str], Basis]) -> None:
        """``basis``: what a claim is worth to others."""
        self._view, self._basis = view, basis
        self._claims: dict[str, Ways] = {}
        self._found: dict[str, Ways] = {}
        self._kinds: dict[str, str] = {}

    def of_claim(self, claim: str) -> Ways:
        """The sides that a claim touches. What it says itself is among what it mentions, and need not be lent."""
        if claim not in self._claims:
            self._claims[claim] = self._together(self._mentions(claim, directly=False))
        return self._claims[claim]

    def directly(self, claim: str) -> set[str]:
        """Those of the sides that it is about, and not only what it names as a cause; all where there are no others."""
        return set(self._together(self._mentions(claim, directly=True)) or self.of_claim(claim))

    def _mentions(self, claim: str, *, directly: bool) -> set[str]:
        """What a claim mentions, and whose view or agreement it reports."""
        found = {str(o) for p in _HELD for o in self._view.objects(claim, p)}
        for s, p, o, _ in self._view.quads(g=claim):
            if p == _CAUSE and directly:
                found.discard(s)
                continue
            if p in _ASIDE and not (directly and p == _BENEFICIARY):
                continue
            effect = directly and self._view.has(s, _CAUSE)
            found.update(x for x in ((o,) if effect else (s, o)) if isinstance(x, str))
        return {x for x in found if x.startswith(ID)}

    def _together(self, mentions: Iterable[str]) -> Ways:
        found: Ways = {}
        for mention in sorted(mentions):
            for side, ways in self.of_thing(mention).items():
                if found.get(side) is not OWN:
                    found[side] = best([*found.get(side, ()), *ways])
        return found

    def of_thing(self, thing: str) -> Ways:
        """The states that a thing leads up to by the links of ``UP``; where there are none, the groups."""
        if thing not in self._found:
            self._find(thing)
        found = self._found[thing]
        return {side: ways for side, ways in found.items() if self._kinds[side] == "State"} or found

    def _find(self, thing: str) -> None:
        """The states and groups above a thing, and above everything on the way to them, each worked out once.

        Things that lead to each other, as people and their terms of office do, are gone through until nothing changes.
        """
        above, below = self._ascent(thing)
        queue = deque(reversed(above))  # what is above comes first
        waiting = set(queue)
        while queue:
            node = queue.popleft()
            waiting.remove(node)
            found: Ways = {node: OWN} if self._kinds[node] else {}
            for boss, lent in above[node].items():
                for side, ways in self._found.get(boss, {}).items():
                    if found.get(side) is not OWN:
                        found[side] = best([*found.get(side, ()), *both(ways, lent)])
            if found != self._found.get(node):
                self._found[node] = found
                more = [x for x in below.get(node, ()) if x not in waiting]
                queue += more
                waiting.update(more)

    def _ascent(self, thing: str) -> tuple[dict[str, Ways], dict[str, list[str]]]:
        """What nothing is known of yet on the way up from a thing: whom each leads to, and who leads to each."""
        above: dict[str, Ways] = {}
        below: dict[str, list[str]] = {}
        todo = [thing]
        while todo:
            node = todo.pop()
            if node not in above and node not in self._found:
                above[node] = self._above(node)
                todo += above[node]
                for boss in above[node]:
                    below.setdefault(boss, []).append(node)
        return above, below

    def _above(self, node: str) -> Ways:
        """The things one step up; none for a state, where the way ends."""
        kinds = {str(o) for o in self._view.objects(node, TYPE)}
        self._kinds[node] = "State" if br("State") in kinds else "Group" if kinds & _GROUPS else ""
        if self._kinds[node] == "State":
            return {}
        links = [(str(o), g) for _, p, o, g in self._view.quads(node) if p in UP and isinstance(o, str)]
        links += [(s, g) for s, _, _, g in self._view.quads(None, br("holder"), node)]  # a person leads to offices held
        above: dict[str, set[Way]] = {}
        for boss, graph in links:
            above.setdefault(boss, set()).update(self._lent(graph))
        return {boss: best(ways) for boss, ways in above.items() if ways}

    def _lent(self, graph: str) -> list[Way]:
        """What a link in a graph is worth to others; nothing where a claim denies it, or where it is a copy."""
        if graph.startswith(REFERENCE):
            return OWN
        claim = graph.removesuffix(DERIVED)
        if not is_claim_graph(claim):
            return []
        basis = self._basis(claim)
        return [(basis, frozenset())] if basis.standing < LENDING else []
