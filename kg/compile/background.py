"""What claims say about the things of other claims: offices and belonging, roles and dates of events, scores, names.

The edge rules borrow from it; whatever is borrowed keeps the id of the claim that lends it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from kg.claims.basis import DRAFT, OWN, Basis, Way, best, both
from kg.claims.basis import LENDING as LENDS
from kg.claims.quads import Quads
from kg.claims.schema import STANDINGS
from kg.claims.ties import Lent, Voice
from kg.compile.dating import Dating, Lender, Step, Window
from kg.text.terms import DCT, DERIVED, ID, REFERENCE, SKOS, STANCE_DRAFT, TYPE, br, curie, is_claim_graph
from kg.values.claims import Literal, Node, Quad

ISSUED = DCT + "issued"
#: A day after all others.
NEVER = "9999-12-32"
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
    *("actor", "participant", "host", "recipient", "against", "eventType"),
    *("cooperationDomain", "organOf", "holder", "office", "officeOf", "milestoneOf", "partOf", "signs", "concludes"),
)))  # fmt: skip
_ROOTS = tuple(map(br, ("milestoneOf", "partOf", "signs", "concludes")))
#: From an act to the agreement that it brings about, and what its date is to that.
SIGNS, SIGNED = tuple(map(br, ("signs", "concludes"))), br("signedOn")
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


def content_of(claim: str, quads: Iterable[Quad]) -> Content:
    """The content of a claim."""
    by: dict[str, dict[str, list[Node]]] = {}
    for s, p, o, _ in quads:
        by.setdefault(s, {}).setdefault(p, []).append(o)
    return Content(claim, by)


#: Who is in a role, and the ways to know it.
Roles = dict[str, dict[str, list[Way]]]


class _Given(NamedTuple):
    """What claims say about an event: who is in which role, and from which day one of them says it all."""

    roles: Roles
    whole_from: str | None


class Background:
    """Answers what the rules ask about a store, and remembers it: many claims share the same things."""

    def __init__(self, view: Quads) -> None:
        self._view = view
        self._last: tuple[str, dict[str, list[Node]]] = ("", {})
        self._stances: dict[str, str] = {}
        self._scores: dict[str, float | None] = {}
        self._named: dict[str, bool] = {}
        self._states: dict[str, bool] = {}
        self._bases: dict[str, Basis] = {}
        self._days: dict[str, str] = {}
        self._offices: dict[str, list[tuple[str, str | None, str | None, list[Way]]]] = {}
        self._dating = Dating(view)
        self._dates: dict[str, list[tuple[str, Lender]]] = {}
        self._roles: dict[str, _Given] = {}

    def voice(self, claim: str) -> Voice:
        """Who says a claim, how and where, and what it counts for."""
        known = self._register(claim)
        speakers = sorted(curie(str(o)) for o in known.get(br("statedBy"), ()))
        said = curie(str(next(iter(known.get(br("stance"), ())), ""))).partition(":")[2]
        document = document_id(str(next(iter(known.get(br("inDocument"), ())), "")))
        return Voice(claim_id(claim), said, " ".join(speakers), document, self.basis(claim))

    def known_from(self, document: str) -> str:
        """The day from which a document is known: its last possible one, or when it was entered; else never."""
        if document not in self._days:
            issued = self._view.has(document, ISSUED)
            day = self._view.text(document, br("ends")) if issued else self._view.text(document, br("recordedOn"))
            self._days[document] = day or NEVER
        return self._days[document]

    def _stands_until(self, claim: str) -> str | None:
        """The day from which a claim is known to be superseded, or retracted; None while it is neither.

        What is a draft, or retracted itself, takes no other's place.
        """
        later = [c for c in self._view.subjects(br("supersedes"), claim) if not self._view.has(c, br("retractedOn"))]
        days = [b.known for b in map(self.basis, later) if b.standing != DRAFT]
        retracted = self._view.text(claim, br("retractedOn"))
        return min([*days, *([retracted] if retracted else [])], default=None)

    def basis(self, claim: str) -> Basis:
        """What a claim is worth, also to others that rest on it."""
        if claim not in self._bases:
            self._bases[claim] = Basis()  # claims that supersede each other in a circle are superseded for ever
            document = str(next(iter(self._register(claim).get(br("inDocument"), ())), ""))
            standing = STANDINGS.index(self._standing(claim))
            self._bases[claim] = Basis(standing, self.known_from(document), self._stands_until(claim))
        return self._bases[claim]

    def _standing(self, claim: str) -> str:
        known = self._register(claim)
        if STANCE_DRAFT in known.get(br("stance"), ()):  # before what it would deny
            return "draft"
        if any(isinstance(o, Literal) and o.value in ("true", "1") for o in known.get(br("negated"), ())):
            return "absent"
        stance = str(next(iter(known.get(br("stance"), ())), ""))
        if stance not in self._stances:
            self._stances[stance] = self._view.text(stance, br("view")) or "analysis"
        return self._stances[stance]

    def _register(self, claim: str) -> dict[str, list[Node]]:
        """What is known about a claim, by property. The last one asked for is kept: its rules ask in a row."""
        if self._last[0] != claim:
            found: dict[str, list[Node]] = {}
            for _, p, o, _ in self._view.quads(claim):
                found.setdefault(p, []).append(o)
            self._last = (claim, found)
        return self._last[1]

    def complete(self, event: str, own: dict[str, list[str]]) -> tuple[Roles, str | None]:
        """The roles that a claim gives, those that it leaves open from others, and the day from which one says more.

        From then on (None for never) the vaguer claim ties nobody.
        """
        full: Roles = {role: dict.fromkeys(actors, OWN) for role, actors in own.items()}
        if own["A"] and (own["R"] or own["X"]):
            return full, None
        given = self._given(event)
        if not own["A"]:
            return full | {"A": given.roles["A"]}, None
        return full | {"R": given.roles["R"], "X": given.roles["X"]}, given.whole_from

    def _given(self, event: str) -> _Given:
        if event not in self._roles:
            self._roles[event] = self._read_roles(event)
        return self._roles[event]

    def _read_roles(self, event: str) -> _Given:
        roles: dict[str, dict[str, list[Way]]] = {"A": {}, "R": {}, "X": {}}
        said: dict[str, set[str]] = {}
        for _, p, o, g in self._view.content(event):
            if p in ROLES and isinstance(o, str) and self._counts(g):
                roles[ROLES[p]].setdefault(o, []).append((self.basis(g), frozenset([g])))
                said.setdefault(g, set()).add(ROLES[p])
        found = {role: {o: best(ways) for o, ways in sorted(actors.items())} for role, actors in roles.items()}
        whole = (self.basis(g).known for g, r in said.items() if "A" in r and len(r) > 1)
        return _Given(found, min(whole, default=None))

    def dates(self, content: Content, node: str) -> tuple[str | None, str | None, tuple[Lent, ...]]:
        """Bounds that the claim itself gives a node, or its own validity; else what other claims lend."""
        own, steps = self.when(content, node)
        if len(steps) > 1 or (steps and steps[0].lenders):
            return None, None, tuple(_lent(s) for s in steps if s.window)
        if steps and steps[0].window:
            return steps[0].window.begins, steps[0].window.ends, ()
        begins, ends = self.validity(content.claim)
        if begins or ends or own:
            return begins, ends, ()
        return (
            None,
            None,
            tuple(
                Lent(x.claim, w.begins, w.ends, x.known, x.until)
                for x in self._lenders(content.claim, node)
                for w in x.by.values()
            ),
        )

    def when(self, content: Content, node: str) -> tuple[dict[str, Window], list[Step]]:
        """The dates that a claim gives a node, by property, and when it holds; no step where the claim does not tell.

        What holds from one date until another is dated by the claims of others too.
        """
        dating = self._dating
        by = content.by.get(node, {})
        given = [(p, o) for p in by.keys() & dating.properties for o in by[p]]
        for properties in content.by.values():  # who dates the signing dates what is signed
            if any(node in properties.get(p, ()) for p in SIGNS):
                given += [(SIGNED, o) for o in properties.get(br("date"), ())]
        own = dating.said(given)
        lenders = self._lenders(content.claim, node)
        spans = any(dating.span & said.keys() for said in (own, *(x.by for x in lenders)))
        return own, dating.steps(own, lenders, spans=spans) if own or spans else []

    def _lenders(self, claim: str, node: str) -> list[Lender]:
        """What other claims say about the dates of a node, of those that are at least as certain."""
        if node not in self._dates:
            said: dict[str, list[tuple[str, Node]]] = {}
            for p in self._dating.properties:
                for *_, o, g in self._view.quads(node, p):
                    if is_claim_graph(g) and self._counts(g):
                        said.setdefault(g, []).append((p, o))
            for act in {s for p in SIGNS for s, *_ in self._view.content(None, p, node)}:
                for *_, o, g in self._view.quads(act, br("date")):
                    if is_claim_graph(g) and self._counts(g):
                        said.setdefault(g, []).append((SIGNED, o))
            self._dates[node] = [
                (g, Lender(claim_id(g), self._dating.said(triples), *self.basis(g)[1:]))
                for g, triples in sorted(said.items())
            ]
        standing = self.basis(claim).standing
        return [x for g, x in self._dates[node] if g != claim and x.by and self.basis(g).standing <= standing]

    @property
    def date_properties(self) -> frozenset[str]:
        """The properties that give a thing a date."""
        return self._dating.properties

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

    def lift(self, roles: Roles, begins: str | None, ends: str | None) -> Roles:
        """The roles with everybody replaced by the states they act for then."""
        lifted: Roles = {}
        for role, actors in roles.items():
            found: dict[str, list[Way]] = {}
            for actor, ways in actors.items():
                for state, more in self._states_of(actor, begins, ends) or [(actor, OWN)]:
                    found[state] = best([*found.get(state, ()), *both(ways, more)])
            lifted[role] = found
        return lifted

    def _states_of(self, actor: str, begins: str | None, ends: str | None) -> list[tuple[str, list[Way]]]:
        """The states that an actor leads up to by belonging and by offices held at the time; itself when it is one."""
        found: dict[str, list[Way]] = {actor: OWN}
        todo = [(actor, OWN)]
        while todo:
            node, ways = todo.pop()
            if self._is_state(node):
                continue
            for boss, since, until, lent in self._bosses(node):
                if (since and ends and since > ends) or (until and begins and until < begins):
                    continue
                known = found.get(boss, [])
                found[boss] = best([*known, *both(ways, lent)])
                if found[boss] != known:
                    todo.append((boss, found[boss]))
        return sorted((node, ways) for node, ways in found.items() if self._is_state(node))

    def state_of(self, actor: str) -> tuple[str, Basis] | None:
        """The first state that an actor acts for by what is asserted, at whatever time, and how that is known."""
        for state, ways in self._states_of(actor, None, None):
            for basis, _ in ways:
                if basis.standing == 0 and basis.until is None:
                    return state, basis
        return None

    def _bosses(self, actor: str) -> list[tuple[str, str | None, str | None, list[Way]]]:
        """Whom an actor acts for: since, until, and by which claims (none for reference data)."""
        if actor not in self._offices:
            found: dict[tuple[str, str | None, str | None], list[Way]] = {}
            for _, _, boss, g in self._view.quads(actor, br("organOf")):
                if not is_claim_graph(g):
                    if g.startswith(REFERENCE):
                        found.setdefault((str(boss), None, None), []).extend(OWN)
                elif self._counts(g):
                    found.setdefault((str(boss), *self.validity(g)), []).append((self.basis(g), frozenset([g])))
            for term, _, _, g in self._view.content(None, br("holder"), actor):
                if self._counts(g):
                    for office in self._view.objects(term, br("office")):
                        for boss in self._view.objects(str(office), br("officeOf")):
                            way = (self.basis(g), frozenset([g]))
                            found.setdefault((str(boss), *self._bounds(term, g)), []).append(way)
            self._offices[actor] = [(*key, best(ways)) for key, ways in sorted(found.items(), key=repr)]
        return self._offices[actor]

    def _counts(self, claim: str) -> bool:
        """Whether other claims may borrow from a claim: not when it denies or negates."""
        return self.basis(claim).standing < LENDS

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

    def lenders(self, claims: Iterable[str]) -> tuple[str, ...]:
        """The ids of claims, in order."""
        return tuple(sorted(map(claim_id, claims)))


def _lent(step: Step) -> Lent:
    window = step.window
    begins, ends = (window.begins, window.ends) if window else (None, None)
    return Lent(" ".join(step.lenders), begins, ends, step.known, step.until)


def document_id(iri: str) -> str:
    """``essay`` for the document of that name."""
    return curie(iri).removeprefix("d:")


def claim_id(claim: str) -> str:
    """``essay-001`` for the claim of that name; a claim of another namespace keeps its CURIE or IRI."""
    return curie(claim).removeprefix("c:")
