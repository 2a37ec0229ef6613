"""From the names of a source to things of the graph. What the graph does not know keeps its name and is listed."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable

from kg.base.states import State, States
from kg.claims.quads import Quads
from kg.engine.nodes import is_iri
from kg.importers.identity import id_of, name_of
from kg.importers.sectors import acts_for_state
from kg.text.names import fold
from kg.text.records import Thing, from_line, own_name
from kg.text.terms import BASE_REFERENCE, ID, NAMES, REFERENCE, SKOS, SUBCLASS, TYPE, br, curie, expand
from kg.values.claims import Literal
from kg.workspace import IMPORTS

#: Systems of letters that a code may be of when it is not ISO's.
_ALPHA = ("cowc", "gwc", "ioc", "wb")
#: What a name may stand for: a state or whatever the graph knows by it, a state alone, or nothing known; a state only
#: where the kind of thing that is meant may be one.
MATCHES = ("name", "state", "none")
_BRACKETS = re.compile(r"(.+?)\s*\(([^()]+)\)")
_NOT_IN_IDS = re.compile(r"[^\w]+", re.A)


class Actors:
    """Matches names and codes for one data set, and collects what it adds to the graph.

    Ids decide first (``kg.importers.identity``, codes of states), then names, where the importer lets them: that of a
    state in any language, or one that the graph knows exactly once, of a thing of the kind that is meant. States are
    named by the id of ``kg.base.states``, which is the ISO code of those that have one. Everything else becomes a thing
    of the data set's own, under the source's name. All that was matched is counted in ``matched``, the rest in
    ``unmatched``. A name such as ``Military (Russia)`` belongs to the state in brackets.
    """

    def __init__(
        self, dataset: str, view: Quads, states: States, refuse: Callable[[str, str], None] = lambda name, hint: None
    ) -> None:
        """``refuse`` raises WrongCall for the name of what people have defined, and a hint what to do."""
        self._dataset, self._view, self._states, self._refuse = dataset, view, states, refuse
        #: The data set itself, where nobody else speaks in it.
        self.speaker = f"e:{own_name(dataset, 'source')}"
        self._ids: dict[tuple[str, str, str], str] = {}
        self._kinds: dict[str, frozenset[str]] = {}
        self._own = {self.speaker: ""}
        self._checked: dict[str, bool] = {}
        self._told: set[str] = set()
        self._owned: set[tuple[str, str]] = set()
        #: The first name of things with ids, and their others.
        self._labels: dict[str, str] = {}
        self._aliases: set[tuple[str, str]] = set()
        self._coded: dict[tuple[str, str, tuple[int, ...]], str | None] = {}
        #: Names and how often they came that stand for things of the data set's own.
        self.unmatched: Counter[str] = Counter()
        #: What was taken for something that others know: what stood there, what it is, by what; and how often.
        self.matched: Counter[tuple[str, str, str]] = Counter()
        self._how: dict[tuple[str, str], str] = {}
        #: States that the graph lacks.
        self.new_states: dict[str, State] = {}
        #: What the data set says of its own things, since it was last taken away.
        self.things: list[Thing] = []
        #: Names that were given to things of its own, and for what, since they were last taken away.
        self.given: list[tuple[str, str]] = []
        self._names_here, self._here = self._known_states()

    def _known_states(self) -> tuple[dict[str, str], set[str]]:
        """States of the graph by their id in the list, and those that other texts than imports describe.

        They are known by ISO code; those that never had one by their name, which is the id.
        """
        found, elsewhere = dict[str, str](), set[str]()
        coded = [(o.value, s, g) for s, _, o, g in self._view.quads(None, br("iso3")) if isinstance(o, Literal)]
        named = [(curie(s).removeprefix("e:"), s, g) for s, _, _, g in self._view.quads(None, TYPE, br("State"))]
        for own, s, g in [*coded, *((own, s, g) for own, s, g in named if own in self._states.without_iso)]:
            found[own] = curie(s)
            if g.startswith(REFERENCE) and g != BASE_REFERENCE and not g.startswith(f"{REFERENCE}{IMPORTS}/"):
                elsewhere.add(own)
        return found, elsewhere

    def state(self, code: str, system: str = "iso3", years: Iterable[int] = ()) -> str | None:
        """The state with a code in a system of ``kg.base.states.SYSTEMS``; in all of the years, where some are."""
        return self._noted(code, self._coded_state(code, system, years), system)

    def _coded_state(self, code: str, system: str, years: Iterable[int]) -> str | None:
        key = (code, system, tuple(years))
        if key not in self._coded:
            met = {self._states.by_code(code, system, year) for year in key[2] or (None,)}
            own = met.pop() if len(met) == 1 else None
            if own is None and system == "iso3" and code in self._names_here:
                own = code
            self._coded[key] = self.bring(own) if own else None
        return self._coded[key]

    def _noted(self, text: str, found: str | None, how: str) -> str | None:
        """What a text was taken for; counted."""
        if found:
            self._how.setdefault((text, found), how)
            self.again(text, found)
        return found

    def of_id(self, scheme: str, text: str, label: str, kind: str) -> str | None:
        """The thing that an id of ``identity.SCHEMES`` names; None where the text is no such id.

        What the graph says is ``skos:exactMatch`` of it is that; else it is the same thing in every data set.
        """
        own = id_of(scheme, text)
        if own is None:
            return None
        name = name_of(scheme, own)
        known = [s for s in self._view.subjects(SKOS + "exactMatch", expand(name) or name) if s.startswith(ID)]
        if len(known) == 1:
            return self._noted(own, curie(known[0]), scheme)
        if self.check(name):
            return self._noted(own, name, scheme)
        if name not in self._own:
            self._own[name] = own
            self.given.append((name, own))
            if self.is_new(name):
                self.tell(name, "a", kind)
                self.tell(name, "rdfs:label", label or f"{scheme.upper()} {own}")
        self._called(name, label or f"{scheme.upper()} {own}")
        self.again(label or own, name)
        return name

    def of_own_id(self, text: str, label: str, kind: str) -> str:
        """The thing that an id names which the data set alone knows."""
        found = self.make(text, label or text, kind)
        self._called(found, label or text)
        self.again(label or text, found)
        return found

    def _called(self, thing: str, label: str) -> None:
        """Note what a thing of the data set's own is called, once more: what differs is another name of it."""
        if self._labels.setdefault(thing, label) != label and (thing, label) not in self._aliases:
            self._aliases.add((thing, label))
            self.tell(thing, "skos:altLabel", label)

    def holders(self, code: str, system: str) -> list[str]:
        """All states that a code may stand for, in words: ``RUS 1918-1922,1992-``."""
        return [f"{h.id} {h.years}".strip() for h in self._states.holders(code, system)]

    def any_code(self, code: str, years: Iterable[int] = ()) -> str | None:
        """The state with an ISO code or, where it is none, with one on which all other systems that know it agree."""
        found = self._coded_state(code, "iso3", ())
        knowing = [system for system in _ALPHA if not found and self._states.holders(code, system)]
        others = {self._coded_state(code, system, years) for system in knowing}
        return self._noted(code, found or (others.pop() if len(others) == 1 else None), "code of a state")

    def bring(self, own: str) -> str | None:
        """A state by its id in the list or in the graph; where the graph lacks it, the data set will describe it."""
        known = self._states.get(own)
        if own not in self._here and known and own not in self.new_states:
            if own not in self._names_here:
                said = f'br:iso3 "{own}"' if known.iso3 else "a br:State"
                self._refuse(f"e:{own}", f"If it is that state, say so there: {said}; else name it otherwise.")
            self.new_states[own] = known
        return self._names_here.get(own, f"e:{own}" if known else None)

    def named_state(self, name: str, years: Iterable[int] = ()) -> str | None:
        """The state of that name; ``X, Republic of`` is understood, and ``X (Y)`` where both are names of one state."""
        return self._noted(name, self._state_named(name, years), "name of a state")

    def _state_named(self, name: str, years: Iterable[int] = ()) -> str | None:
        met = {self._named(name, year) for year in tuple(years) or (None,)}
        own = met.pop() if len(met) == 1 else None
        return self.bring(own) if own else None

    def _named(self, name: str, year: int | None) -> str | None:
        last, comma, first = name.partition(", ")
        found = self._states.by_name(name, year) or (self._states.by_name(f"{first} {last}", year) if comma else None)
        inside = _BRACKETS.fullmatch(name) if not found else None
        both = {self._states.by_name(part, year) for part in inside.groups()} if inside else {found}
        return both.pop() if len(both) == 1 else None

    def actor(
        self, name: str, kind: str = "br:Actor", state: str | None = None, sectors: str = "", match: str = "name"
    ) -> str:
        """The thing that a name stands for, made where there is none.

        ``state``: whose it is, by the source; ``sectors``: what the source says of it, see ``kg.importers.sectors``;
        ``match``: a way of ``MATCHES``.
        """
        key = (name, kind, match)
        found = self._ids.get(key)
        if found is None:
            met = self._state_named(name) if match != "none" and self._is_state(kind) else None
            met = met or (self._in_graph(name, kind) if match == "name" else None)
            found = met or self._mint(name, kind, state, sectors, match == "name")
            self._ids[key] = found
            if met:
                self._noted(name, met, "name of a state" if self._states.get(met[2:]) else "name in the graph")
        else:
            self.again(name, found)
        return found

    def again(self, name: str, found: str, label: str = "") -> None:
        """Note that a text came once more, and what it stands for; ``label``: what a thing of its own is listed by."""
        if found in self._own:
            self.unmatched[label or name] += 1
        elif how := self._how.get((name, found)):
            self.matched[name, found, how] += 1

    def _in_graph(self, name: str, kind: str) -> str | None:
        """The one thing of a kind, or of any, that the graph knows by a name."""
        key = fold(name)
        if not key:
            return None
        things = [s for s in self._view.subjects(br("nameKey"), Literal(key), NAMES) if s.startswith(ID)]
        met = curie(things[0]) if len(things) == 1 else None
        meant = expand(kind) or kind
        kinds = {k for t in self._view.objects(things[0], TYPE) for k in self._above(str(t))} if met else ()
        return met if not kind or meant in kinds else None

    def _is_state(self, kind: str) -> bool:
        """Whether a thing of that kind may be a state. A person called Chad and a ship called Syria are none."""
        return (expand(kind) or kind) in self._above(br("State"))

    def _above(self, kind: str) -> frozenset[str]:
        """A class with all that it is a subclass of."""
        if kind not in self._kinds:
            found, todo = set[str](), [kind]
            while todo:
                one = todo.pop()
                if one not in found:
                    found.add(one)
                    todo += [str(o) for o in self._view.objects(one, SUBCLASS)]
            self._kinds[kind] = frozenset(found)
        return self._kinds[kind]

    def _mint(self, name: str, kind: str, state: str | None, sectors: str, known: bool) -> str:
        new = self.is_new(self.named(name))
        found = self.make(name, name, kind)
        self.unmatched[name] += 1
        inside = _BRACKETS.fullmatch(name)
        state = state or (self._state_named(inside[2]) if inside and known else None)
        if state and new:
            tie = "br:organOf" if acts_for_state(name, sectors) else "br:nationalOf"
            self.things.append(Thing(found, tie, state))
        return found

    def make(self, key: str, label: str, kind: str) -> str:
        """A thing of the data set's own; ``key`` tells it from others."""
        found = self.named(key)
        if self.is_new(found):
            self._told.add(found)
            self.things += [Thing(found, "a", kind), Thing(found, "rdfs:label", label)]
        return found

    def named(self, key: str) -> str:
        """The name of a thing of the data set's own, of which may be told later."""
        slug = self._slug(key)
        name, code, found = slug if key.isascii() else "", key, ""
        while not name or self._own.get(found := f"e:{own_name(self._dataset, name)}", key) != key:
            code = hashlib.sha256(code.encode("utf-8", "surrogatepass")).hexdigest()[:16]
            name = f"{slug}-{code}" if slug else code
        if found not in self._own:
            self._own[found] = key
            self.given.append((found, key))
        return found

    @staticmethod
    def _slug(key: str) -> str:
        return _NOT_IN_IDS.sub("-", key).strip("-").lower()[:80]

    def is_new(self, name: str) -> bool:
        """Whether nothing has been told of a thing so far, by an earlier run of this import either."""
        return name not in self._told

    def tell(self, subject: str, prop: str, value: str, lang: str = "") -> None:
        """Add something that the data set says of a thing."""
        self._told.add(subject)
        self.things.append(Thing(subject, prop, value, lang))

    def belongs(self, thing: str, state: str) -> None:
        """Say whose a thing of the data set is."""
        if (thing, state) not in self._owned:
            self._owned.add((thing, state))
            self.things.append(Thing(thing, "br:nationalOf", state))

    def namesakes(self) -> dict[str, str]:
        """Names that stand for things of the data set's own, and what else is called so."""
        found = dict[str, str]()
        for name in self.unmatched:
            own = self._named(name, None)
            other = self._names_here.get(own, f"e:{own}") if own else self._in_graph(name, "")
            if other:
                found[name] = other
        return found

    def remember(
        self,
        given: Iterable[tuple[str, str]],
        told: Iterable[Thing],
        unmatched: dict[str, int],
        matched: dict[str, int],
    ) -> None:
        """Take up where an interrupted import stood. ``told``: what was said of things."""
        for key, count in matched.items():
            text, found, how = from_line(key)
            self._how[text, found] = how
            self.matched[text, found, how] = count
        self._own.update(given)
        for thing in told:
            if thing.property == "rdfs:label":
                self._told.add(thing.subject)
                self._labels.setdefault(thing.subject, thing.value)
            elif thing.property == "skos:altLabel":
                self._aliases.add((thing.subject, thing.value))
        self.unmatched.update(unmatched)

    def check(self, name: str) -> bool:
        """Whether a CURIE or IRI names something that the graph knows."""
        if name not in self._checked:
            iri = expand(name)
            self._checked[name] = bool(iri and is_iri(iri) and self._view.has(iri))
        return self._checked[name]
