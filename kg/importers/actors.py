"""From the names of a source to things of the graph. What the graph does not know keeps its name and is listed."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable

from kg.claims.quads import Quads
from kg.engine.nodes import is_iri
from kg.importers.states import State, States
from kg.model import Literal
from kg.names import fold
from kg.records import Thing, own_name
from kg.terms import ID, NAMES, REFERENCE, br, curie, expand
from kg.workspace import IMPORTS

#: Systems of letters that a code may be of when it is not ISO's.
_ALPHA = ("cowc", "gwc", "ioc", "wb")
_BRACKETS = re.compile(r"(.+?)\s*\(([^()]+)\)")
_ARTICLES = re.compile(r"\bthe\b|\(.*?\)", re.I)
_NOT_IN_IDS = re.compile(r"[^\w]+", re.A)


class Actors:
    """Matches names and codes for one data set, and collects what it adds to the graph.

    States go by code, or by name in any language; others by a name that the graph knows exactly once. Everything else
    becomes a thing of the data set's own, under the source's name, and is counted in ``unmatched``. A name such as
    ``Military (Russia)`` belongs to the state in brackets.
    """

    def __init__(
        self, dataset: str, view: Quads, states: States, refuse: Callable[[str, str], None] = lambda name, hint: None
    ) -> None:
        """``refuse`` raises WrongCall for the name of what people have defined, and a hint what to do."""
        self._dataset, self._view, self._states, self._refuse = dataset, view, states, refuse
        #: The data set itself, where nobody else speaks in it.
        self.speaker = f"e:{own_name(dataset, 'source')}"
        self._ids: dict[str, str] = {}
        self._own = {self.speaker: ""}
        self._checked: dict[str, bool] = {}
        self._told: set[str] = set()
        self._coded: dict[tuple[str, str], str | None] = {}
        #: Names and how often they came that neither the graph nor the list of states knows.
        self.unmatched: Counter[str] = Counter()
        #: States that the graph lacks.
        self.new_states: dict[str, State] = {}
        #: What the data set says of its own things, since it was last taken away.
        self.things: list[Thing] = []
        #: Names that were given to things of its own, and for what, since they were last taken away.
        self.given: list[tuple[str, str]] = []
        self._by_iso, self._here = self._known_states()

    def _known_states(self) -> tuple[dict[str, str], set[str]]:
        """States of the graph by ISO code, and those that other imports alone describe."""
        found, elsewhere = {}, set()
        for s, _, o, g in self._view.quads(None, br("iso3")):
            if isinstance(o, Literal):
                found[o.value] = curie(s)
                if g.startswith(REFERENCE) and not g.startswith(f"{REFERENCE}{IMPORTS}/"):
                    elsewhere.add(o.value)
        return found, elsewhere

    def state(self, code: str, system: str = "iso3") -> str | None:
        """The state with a code in a system of ``kg.importers.states.SYSTEMS``."""
        key = (code, system)
        if key not in self._coded:
            iso3 = self._states.by_code(code, system)
            if iso3 is None and system == "iso3" and code in self._by_iso:
                iso3 = code
            self._coded[key] = self._state(iso3) if iso3 else None
        return self._coded[key]

    def any_code(self, code: str) -> str | None:
        """The state with an ISO code or, where it is none, with one on which all other systems that know it agree."""
        found = self.state(code)
        others = {s for system in _ALPHA if (s := self.state(code, system))} if not found else set()
        return found or (others.pop() if len(others) == 1 else None)

    def _state(self, iso3: str) -> str:
        known = self._states.get(iso3)
        if iso3 not in self._here and known and iso3 not in self.new_states:
            if iso3 not in self._by_iso:
                self._refuse(
                    f"e:{iso3}", f'If it is that state, say so there: br:iso3 "{iso3}"; else name it otherwise.'
                )
            self.new_states[iso3] = known
        return self._by_iso.get(iso3, f"e:{iso3}")

    def named_state(self, name: str) -> str | None:
        """The state of that name; ``X, Republic of`` and articles are understood."""
        last, comma, first = name.partition(", ")
        for text in (name, f"{first} {last}" if comma else name):
            for spelt in (text, _ARTICLES.sub("", text)):
                iso3 = self._states.by_name(spelt)
                if iso3:
                    return self._state(iso3)
        return None

    def actor(self, name: str, kind: str = "br:Actor", state: str | None = None) -> str:
        """The thing that a name stands for, made where there is none. ``state``: whom it acts for, by the source."""
        found = self._ids.get(name)
        if found is None:
            found = self._ids[name] = self.named_state(name) or self._in_graph(name) or self._mint(name, kind, state)
        else:
            self.again(name, found)
        return found

    def again(self, name: str, found: str) -> None:
        """Note that a name came once more that stands for something of the data set's own."""
        if found in self._own:
            self.unmatched[name] += 1

    def _in_graph(self, name: str) -> str | None:
        key = fold(name)
        if not key:
            return None
        things = [s for s in self._view.subjects(br("nameKey"), Literal(key), NAMES) if s.startswith(ID)]
        return curie(things[0]) if len(things) == 1 else None

    def _mint(self, name: str, kind: str, state: str | None) -> str:
        new = self.is_new(self.named(name))
        found = self.make(name, name, kind)
        self.unmatched[name] += 1
        inside = _BRACKETS.fullmatch(name)
        state = state or (self.named_state(inside[2]) if inside else None)
        if state and new:
            self.things.append(Thing(found, "br:belongsTo", state))
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
