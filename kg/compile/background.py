"""What claims say about the things of other claims: offices and belonging, roles and dates of events, scores, names.

The edge rules borrow from it; whatever is borrowed keeps the id of the claim that lends it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from kg.claims.quads import Quads
from kg.claims.ties import Lent, Voice
from kg.model import Literal, Node
from kg.terms import DERIVED, ID, SKOS, TYPE, br, curie, is_claim_graph

#: Actor, recipient, and those it goes against.
ROLES = {
    br("actor"): "A",
    br("participant"): "A",
    br("host"): "A",
    br("recipient"): "R",
    br("against"): "X",
}
#: What one claim says about a thing and the edges of others may rest on.
LENDING = frozenset(map(br, (
    *("actor", "participant", "host", "recipient", "against", "eventType", "date", "begins", "ends"),
    *("cooperationDomain", "belongsTo", "holder", "office", "officeOf", "milestoneOf", "partOf", "signs", "concludes"),
)))  # fmt: skip
_ROOTS = tuple(map(br, ("milestoneOf", "partOf", "signs", "concludes")))
_SCALES = (br("ploverScore"), br("goldstein"))
_MATCHES = tuple(SKOS + m for m in ("broadMatch", "exactMatch", "closeMatch"))
_STATE = br("State")


class Content(NamedTuple):
    """The triples of one claim, by subject and property."""

    claim: str
    by: dict[str, dict[str, list[Node]]]

    def ids(self, s: str, p: str) -> list[str]:
        return [o for o in self.by.get(s, {}).get(p, ()) if isinstance(o, str)]

    def texts(self, s: str, p: str) -> list[str]:
        return [o.value for o in self.by.get(s, {}).get(p, ()) if isinstance(o, Literal)]


class _Given(NamedTuple):
    """What all current claims say about an event: who is in which role by which claims, and whether one says it all."""

    roles: dict[str, dict[str, set[str]]]
    whole: bool


class Background:
    """Answers what the rules ask about a store, and remembers it: many claims share the same things."""

    def __init__(self, view: Quads) -> None:
        self._view = view
        self._last: tuple[str, dict[str, list[Node]]] = ("", {})
        self._stances: dict[str, str] = {}
        self._scores: dict[str, float | None] = {}
        self._named: dict[str, bool] = {}
        self._states: dict[str, bool] = {}
        self._dead: dict[str, bool] = {}
        self._offices: dict[str, list[tuple[str, str | None, str | None, tuple[str, ...]]]] = {}

    def voice(self, claim: str) -> Voice:
        """Who says a claim, how and where, and what it counts for."""
        known = self._register(claim)
        stance = str(next(iter(known.get(br("stance"), ())), ""))
        if stance not in self._stances:
            self._stances[stance] = self._view.text(stance, br("view")) or "analysis"
        standing = self._stances[stance]
        if any(isinstance(o, Literal) and o.value in ("true", "1") for o in known.get(br("negated"), ())):
            standing = "absent"
        if self._view.has(None, br("supersedes"), claim):
            standing = "superseded"
        speakers = sorted(curie(str(o)) for o in known.get(br("statedBy"), ()))
        said = curie(stance).partition(":")[2]
        return Voice(claim_id(claim), standing, said, " ".join(speakers), self._document(claim))

    def _register(self, claim: str) -> dict[str, list[Node]]:
        """What is known about a claim, by property. The last one asked for is kept: its rules ask in a row."""
        if self._last[0] != claim:
            found: dict[str, list[Node]] = {}
            for _, p, o, _ in self._view.quads(claim):
                found.setdefault(p, []).append(o)
            self._last = (claim, found)
        return self._last[1]

    def complete(
        self, event: str, own: dict[str, list[str]], claim: str
    ) -> tuple[dict[str, list[str]], tuple[Lent, ...]]:
        """Roles that the claim leaves open, taken from others when no claim says more, and who lent them."""
        directed = own["R"] or own["X"]
        if own["A"] and directed:
            return own, ()
        given = self._given(event)
        if own["A"]:
            missing: tuple[str, ...] = ("R", "X")
            if given.whole and (given.roles["R"] or given.roles["X"]):
                return {"A": own["A"][:1], "R": [], "X": []}, ()  # said more closely elsewhere
        else:
            missing = ("A",)
        lenders: set[str] = set()
        full = dict(own)
        for role in missing:
            full[role] = sorted(given.roles[role])
            lenders |= {c for claims in given.roles[role].values() for c in claims}
        return full, self.lenders(lenders - {claim})

    def _given(self, event: str) -> _Given:
        roles: dict[str, dict[str, set[str]]] = {"A": {}, "R": {}, "X": {}}
        said: dict[str, set[str]] = {}
        for _, p, o, g in self._view.content(event):
            if p in ROLES and isinstance(o, str) and self._counts(g):
                roles[ROLES[p]].setdefault(o, set()).add(g)
                said.setdefault(g, set()).add(ROLES[p])
        return _Given(roles, any("A" in r and len(r) > 1 for r in said.values()))

    def dates(self, content: Content, node: str) -> tuple[str | None, str | None, tuple[Lent, ...]]:
        """Bounds that the claim itself gives a node, or its own validity; else what other claims lend."""
        begins, ends = self._own(content, node)
        if not (begins or ends):
            begins, ends = self.validity(content.claim)
        if begins or ends:
            return begins, ends, ()
        others: dict[str, list[str | None]] = {}
        for i, name in enumerate(("begins", "ends")):
            for *_, o, g in self._view.quads(node, br(name)):
                claim = g.removesuffix(DERIVED)
                if isinstance(o, Literal) and claim != content.claim and is_claim_graph(claim) and self._counts(claim):
                    others.setdefault(claim, [None, None])[i] = o.value
        dated_by = [Lent(claim_id(c), self._document(c), b, e) for c, (b, e) in sorted(others.items())]
        return None, None, tuple(dated_by)

    def _own(self, content: Content, node: str) -> tuple[str | None, str | None]:
        begins, ends = (next(iter(content.texts(node, br(name))), None) for name in ("begins", "ends"))
        if not (begins and ends) and content.texts(node, br("date")):  # then the bounds were derived
            derived = self._bounds(node, content.claim)
            return begins or derived[0], ends or derived[1]
        return begins, ends

    def _bounds(self, node: str, claim: str) -> tuple[str | None, str | None]:
        found = [
            self._view.text(node, br(name), claim) or self._view.text(node, br(name), claim + DERIVED)
            for name in ("begins", "ends")
        ]
        return found[0], found[1]

    def validity(self, claim: str) -> tuple[str | None, str | None]:
        """The days on which the plain triples of a claim hold."""
        known = self._register(claim)
        first, last = (
            next((o.value for o in known.get(br(p), ()) if isinstance(o, Literal)), None)
            for p in ("validFrom", "validUntil")
        )
        return first, last

    def lift(
        self, roles: dict[str, list[str]], begins: str | None, ends: str | None
    ) -> tuple[dict[str, list[str]], tuple[Lent, ...]]:
        """The roles with everybody replaced by the states they act for then, and the claims that say so."""
        claims: set[str] = set()
        lifted: dict[str, list[str]] = {}
        for role, actors in roles.items():
            lifted[role] = []
            for actor in actors:
                states = self._states_of(actor, begins, ends)
                for state, said_by in states:
                    lifted[role].append(state)
                    claims |= said_by
                if not states:
                    lifted[role].append(actor)
        return {r: list(dict.fromkeys(found)) for r, found in lifted.items()}, self.lenders(claims)

    def _states_of(self, actor: str, begins: str | None, ends: str | None) -> list[tuple[str, set[str]]]:
        """The states that an actor leads up to by belonging and by offices held at the time; itself when it is one."""
        found: dict[str, set[str]] = {}
        todo: list[tuple[str, frozenset[str]]] = [(actor, frozenset())]
        seen: set[str] = set()
        while todo:
            node, path = todo.pop()
            if node in seen:
                continue
            seen.add(node)
            if self._is_state(node):
                found[node] = set(path)
                continue
            for boss, since, until, said_by in self._bosses(node):
                if not (since and ends and since > ends) and not (until and begins and until < begins):
                    todo.append((boss, path | frozenset(said_by[:1])))
        return sorted(found.items())

    def _bosses(self, actor: str) -> list[tuple[str, str | None, str | None, tuple[str, ...]]]:
        """Whom an actor acts for: since, until, and the claims that say so (none for reference data)."""
        if actor not in self._offices:
            found: dict[tuple[str, str | None, str | None], set[str]] = {}
            for _, _, boss, g in self._view.quads(actor, br("belongsTo")):
                if not is_claim_graph(g):
                    if not g.endswith(DERIVED):
                        found.setdefault((str(boss), None, None), set())
                elif self._counts(g):
                    found.setdefault((str(boss), *self.validity(g)), set()).add(g)
            for term, _, _, g in self._view.content(None, br("holder"), actor):
                if self._counts(g):
                    for office in self._view.objects(term, br("office")):
                        for boss in self._view.objects(str(office), br("officeOf")):
                            found.setdefault((str(boss), *self._bounds(term, g)), set()).add(g)
            self._offices[actor] = [(*key, tuple(sorted(claims))) for key, claims in sorted(found.items(), key=repr)]
        return self._offices[actor]

    def _counts(self, claim: str) -> bool:
        """Whether other claims may borrow from a claim: not when it denies, negates or is superseded."""
        if claim not in self._dead:
            self._dead[claim] = self.voice(claim).standing in ("denied", "absent", "superseded")
        return not self._dead[claim]

    def first(self, content: Content, node: str, p: str) -> str | None:
        """A value that the claim gives, else the first that a current one gives."""
        own = content.ids(node, p)
        if own:
            return min(own)
        others = [str(o) for _, _, o, g in self._view.quads(node, p) if not is_claim_graph(g) or self._counts(g)]
        return min(others, default=None)

    def kind(self, content: Content, node: str) -> str | None:
        return self.first(content, node, TYPE)

    def domains(self, content: Content, node: str) -> str:
        """Fields of cooperation, joined by spaces: of the node in the claim, of anything in the claim, of the node."""
        p = br("cooperationDomain")
        found = content.ids(node, p) or [d for s in content.by for d in content.ids(s, p)]
        found = found or [str(o) for o in self._view.objects(node, p)]
        return " ".join(sorted({curie(d).partition(":")[2] for d in found}))

    def about(self, content: Content, node: str) -> str:
        """The word for a nameless node: its indicator, kind of effect, goal or class."""
        for p in ("indicator", "effectType", "goal", "eventType"):
            if found := content.ids(node, br(p)):
                return curie(min(found))
        return curie(self.kind(content, node) or br("relatedTo"))

    def score(self, act: str) -> float | None:
        """Conflict to cooperation of an event type or climate, −10 to 10: PLOVER's score first, then Goldstein's."""
        if act not in self._scores:
            steps = [act, *(str(o) for m in _MATCHES for o in self._view.objects(act, m))]
            texts = (self._view.text(x, scale) for scale in _SCALES for x in steps)
            self._scores[act] = next((float(t) for t in texts if t is not None), None)
        return self._scores[act]

    def root(self, node: str) -> str:
        """What a vote is cast on: the agreement of a signing, the project of a milestone."""
        seen = {node}
        while True:
            above = next((str(o) for p in _ROOTS for o in self._view.objects(node, p)), None)
            if above is None or above in seen:
                return node
            seen.add(above)
            node = above

    def is_named(self, node: str) -> bool:
        if node not in self._named:
            self._named[node] = node.startswith(ID) and self._view.has(node, br("nameKey"))
        return self._named[node]

    def _is_state(self, node: str) -> bool:
        if node not in self._states:
            self._states[node] = self._view.has(node, TYPE, _STATE)
        return self._states[node]

    def _document(self, claim: str) -> str:
        known = self._register(claim).get(br("inDocument"), [])
        return curie(str(next(iter(known), ""))).removeprefix("d:")

    def lenders(self, claims: Iterable[str]) -> tuple[Lent, ...]:
        return tuple(Lent(claim_id(c), self._document(c)) for c in sorted(claims))


def claim_id(claim: str) -> str:
    """``essay-001`` for the claim of that name; a claim of another namespace keeps its CURIE or IRI."""
    return curie(claim).removeprefix("c:")
