"""From the names of a source to things of the graph. What the graph does not know keeps its name and is listed."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable

from kg.base.states import State, States
from kg.claims.quads import Quads
from kg.engine.nodes import is_iri
from kg.importers.sectors import acts_for_state
from kg.text.names import fold
from kg.text.records import Thing, own_name
from kg.text.terms import BASE_REFERENCE, ID, NAMES, REFERENCE, TYPE, br, curie, expand
from kg.values.claims import Literal
from kg.workspace import IMPORTS

#: Systems of letters that a code may be of when it is not ISO's.
_ALPHA = ("cowc", "gwc", "ioc", "wb")
_BRACKETS = re.compile(r"(.+?)\s*\(([^()]+)\)")
#: Kinds of things that a state is. A person called Chad and a ship called Syria are none.
_STATES = ("br:Actor", "br:State", "br:Place")
_NOT_IN_IDS = re.compile(r"[^\w]+", re.A)


class Actors:
    """Matches names and codes for one data set, and collects what it adds to the graph.

    States go by code, or by name in any language, and are named by the id of ``kg.base.states``, which is the ISO
    code of those that have one; others by a name that the graph knows exactly once. Everything else becomes a thing of
    the data set's own, under the source's name, and is counted in ``unmatched``. A name such as ``Military (Russia)``
    belongs to the state in brackets.
    """

    def __init__(
        self, dataset: str, view: Quads, states: States, refuse: Callable[[str, str], None] = lambda name, hint: None
    ) -> None:
        """``refuse`` raises WrongCall for the name of what people have defined, and a hint what to do."""
        self._dataset, self._view, self._states, self._refuse = dataset, view, states, refuse
        #: The data set itself, where nobody else speaks in it.
        self.speaker = f"e:{own_name(dataset, 'source')}"
        self._ids: dict[tuple[str, bool], str] = {}
        self._own = {self.speaker: ""}
        self._checked: dict[str, bool] = {}
        self._told: set[str] = set()
        self._coded: dict[tuple[str, str, tuple[int, ...]], str | None] = {}
        #: Names and how often they came that neither the graph nor the list of states knows.
        self.unmatched: Counter[str] = Counter()
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
        key = (code, system, tuple(years))
        if key not in self._coded:
            met = {self._states.by_code(code, system, year) for year in key[2] or (None,)}
            own = met.pop() if len(met) == 1 else None
            if own is None and system == "iso3" and code in self._names_here:
                own = code
            self._coded[key] = self.bring(own) if own else None
        return self._coded[key]

    def holders(self, code: str, system: str) -> list[str]:
        """All states that a code may stand for, in words: ``RUS 1918-1922,1992-``."""
        return [f"{h.id} {h.years}".strip() for h in self._states.holders(code, system)]

    def any_code(self, code: str, years: Iterable[int] = ()) -> str | None:
        """The state with an ISO code or, where it is none, with one on which all other systems that know it agree."""
        found = self.state(code)
        knowing = [system for system in _ALPHA if not found and self._states.holders(code, system)]
        others = {self.state(code, system, years) for system in knowing}
        return found or (others.pop() if len(others) == 1 else None)

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
        met = {self._named(name, year) for year in tuple(years) or (None,)}
        own = met.pop() if len(met) == 1 else None
        return self.bring(own) if own else None

    def _named(self, name: str, year: int | None) -> str | None:
        last, comma, first = name.partition(", ")
        found = self._states.by_name(name, year) or (self._states.by_name(f"{first} {last}", year) if comma else None)
        inside = _BRACKETS.fullmatch(name) if not found else None
        both = {self._states.by_name(part, year) for part in inside.groups()} if inside else {found}
        return both.pop() if len(both) == 1 else None

    def actor(self, name: str, kind: str = "br:Actor", state: str | None = None, sectors: str = "") -> str:
        """The thing that a name stands for, made where there is none.

        ``state``: whose it is, by the source; ``sectors``: what the source says of it, see ``kg.importers.sectors``.
        """
        maybe = kind in _STATES
        found = self._ids.get((name, maybe))
        if found is None:
            known = (self.named_state(name) if maybe else None) or self._in_graph(name, maybe)
            found = self._ids[name, maybe] = known or self._mint(name, kind, state, sectors)
        else:
            self.again(name, found)
        return found

    def again(self, name: str, found: str) -> None:
        """Note that a name came once more that stands for something of the data set's own."""
        if found in self._own:
            self.unmatched[name] += 1

    def _in_graph(self, name: str, states: bool) -> str | None:
        """The one thing that the graph knows by a name. ``states``: whether it may be a state."""
        key = fold(name)
        if not key:
            return None
        things = [s for s in self._view.subjects(br("nameKey"), Literal(key), NAMES) if s.startswith(ID)]
        found = curie(things[0]) if len(things) == 1 else None
        return found if states or found not in self._names_here.values() else None

    def _mint(self, name: str, kind: str, state: str | None, sectors: str) -> str:
        new = self.is_new(self.named(name))
        found = self.make(name, name, kind)
        self.unmatched[name] += 1
        inside = _BRACKETS.fullmatch(name)
        state = state or (self.named_state(inside[2]) if inside else None)
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
        slug = _NOT_IN_IDS.sub("-", key).strip("-").lower()[:80]
        name, code, found = slug if key.isascii() else "", key, ""
        while not name or self._own.get(found := f"e:{own_name(self._dataset, name)}", key) != key:
            code = hashlib.sha256(code.encode("utf-8", "surrogatepass")).hexdigest()[:16]
            name = f"{slug}-{code}" if slug else code
        if found not in self._own:
            self._own[found] = key
            self.given.append((found, key))
        return found

    def is_new(self, name: str) -> bool:
        """Whether nothing has been told of a thing so far, by an earlier run of this import either."""
        return name not in self._told

    def tell(self, subject: str, prop: str, value: str, lang: str = "") -> None:
        """Add something that the data set says of a thing."""
        self._told.add(subject)
        self.things.append(Thing(subject, prop, value, lang))

    def remember(self, given: Iterable[tuple[str, str]], told: Iterable[str], unmatched: dict[str, int]) -> None:
        """Take up where an interrupted import stood."""
        self._own.update(given)
        self._told.update(told)
        self.unmatched.update(unmatched)

    def check(self, name: str) -> bool:
        """Whether a CURIE or IRI names something that the graph knows."""
        if name not in self._checked:
            iri = expand(name)
            self._checked[name] = bool(iri and is_iri(iri) and self._view.has(iri))
        return self._checked[name]
