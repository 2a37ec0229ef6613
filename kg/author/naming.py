"""Names that somebody types or a sheet holds, as things of the graph: what was meant is kept, doubt is an error.

A thing is taken where a text is its id or its very name, or where the text's words are in the name of one thing alone;
then that is said. Spelling alone decides nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import NamedTuple

from kg.ask.claims import Reader
from kg.ask.vocabulary import Vocabulary
from kg.author.known import Match, known, sure
from kg.author.trig import name_of
from kg.base.catalogue import catalogue
from kg.errors import Unclear, UnknownName
from kg.text.names import fold, words
from kg.text.terms import ID, br, curie, expand, local
from kg.values.candidate import Thing
from kg.values.claims import Literal, Node

#: Where an actor stands to its state, by its class; the first that is at or above the class counts.
_SIDE_OF = (
    ("Office", "officeOf"),
    ("MediaOutlet", "nationalOf"),
    ("InternationalOrganization", "member"),
    ("EducationalInstitution", "nationalOf"),
    ("GovernmentBody", "organOf"),
    ("ArmedForce", "organOf"),
    ("ActorGroup", "organOf"),
    ("Person", "nationalOf"),
    ("Organization", "nationalOf"),
    ("Place", "location"),
)
_LIST = re.compile(r"\s*(?:;|,|\band\b|\bи\b|\b및\b)\s*")


class New(NamedTuple):
    """What an unknown name is to become: a class by its name, and the state that it stands to."""

    kind: str
    side: str = ""
    #: The property that ties it to its state; by its class where it is empty.
    tie: str = ""
    #: Other names that it goes by.
    also: tuple[str, ...] = ()


class Meant(NamedTuple):
    """What a text was taken for."""

    text: str
    iri: str
    label: str
    #: id, name, words, told, or new
    how: str


class Naming:
    """Reads names, and remembers which were taken for what."""

    def __init__(
        self,
        reader: Reader | None,
        vocabulary: Vocabulary,
        new: Mapping[str, New] | None = None,
        lang: str = "en",
        taken: Callable[[str], bool] = lambda iri: False,
        strict: bool = False,
    ) -> None:
        """``new``: what names that nothing answers to become; that of "" holds for all others.

        ``taken``: whether an IRI is in use already, besides those that ``reader`` knows. ``strict``: words of a name
        are no name, because nobody looks at each of many.
        """
        self._reader, self.vocabulary, self._new = reader, vocabulary, dict(new or {})
        self._lang, self._taken, self._strict = lang, taken, strict
        self._cache: dict[str, Meant] = {}
        self._known: dict[str, list[Match]] = {}
        #: Texts that were read as names since somebody emptied it.
        self.asked: set[str] = set()
        self.things: dict[str, Thing] = {}
        self.meant: list[Meant] = []

    def one(self, part: str, text: str) -> str:
        """The thing that a text names. Raises Unclear, which says what may be meant."""
        text = " ".join(text.split())
        if not text:
            raise Unclear(f"--{part} is empty.", "", part)
        self.asked.add(text)
        if text not in self._cache:
            self._cache[text] = self._find(part, text)
        found = self._cache[text]
        if found not in self.meant:
            self.meant.append(found)
        return found.iri

    def settle(self, text: str, meant: str | New, part: str = "about") -> None:
        """Have a text mean a thing from here on: one that an id or name names, or a new one. Raises Unclear."""
        text = " ".join(text.split())
        if isinstance(meant, New):
            self._new[text] = meant
            self._cache.pop(text, None)
            return
        found = self._find(part, " ".join(meant.split()))
        self._cache[text] = Meant(text, found.iri, found.label, "told")

    def unlisted(self, new: New | None) -> None:
        """What names become from here on that nothing answers to and nothing was said of."""
        self._new.pop("", None)
        if new:
            self._new[""] = new

    def meaning(self, text: str) -> Meant | None:
        """What a text was taken for."""
        return self._cache.get(text)

    def several(self, part: str, texts: Iterable[str]) -> list[str]:
        """The things of some texts, each of which may be a list: fuel, food and machinery."""
        return list(dict.fromkeys(iri for text in texts for iri in self._listed(part, text)))

    def _listed(self, part: str, text: str) -> list[str]:
        """One thing, or those of a list: a list is one only where the whole is no name, and its parts are."""
        parts = [p for p in _LIST.split(text) if p]
        if len(parts) < 2 or text in self._new or sure(self._matches(text)):
            return [self.one(part, text)]
        if all(p in self._new or self._is_known(p) for p in parts) or re.search("[,;]", text):
            return [self.one(part, p) for p in parts]
        return [self.one(part, text)]

    def _is_known(self, text: str) -> bool:
        return text in self._cache or sure(self._matches(text)) is not None

    def _matches(self, text: str) -> list[Match]:
        """What the graph and the base know by a text, searched for once."""
        if text not in self._known:
            self._known[text] = known(self._reader, text)
        return self._known[text]

    def of_kind(self, part: str, text: str, kind: str) -> str:
        """The same, but what is not known is made, as a thing of a class: an event that other claims speak of too."""
        if not self._matches(text) or text in self._cache:
            self._new.setdefault(text, New(kind))
        return self.one(part, text)

    def _find(self, part: str, text: str) -> Meant:
        here = [t for t in self.things.values() if fold(text) in map(fold, _names(t))]
        if len(here) == 1:
            return Meant(text, here[0].iri, here[0].label.value, "name")
        matches = self._matches(text)
        found = sure(matches)
        if found:
            return _meant(text, found)
        worded = [m for m in matches if not self._strict and m.how == "words" and _says_enough(text, m.name)]
        if len(worded) == 1 and text not in self._new:
            return _meant(text, worded[0])
        wanted = self._new.get(text) or (self._new.get("") if not any(m.how == "name" for m in matches) else None)
        if wanted:
            return self._make(text, wanted)
        raise self._unclear(part, text, matches)

    def _unclear(self, part: str, text: str, matches: Collection[Match]) -> UnknownName:
        choices = [(m.id, f"{m.label} ({self.vocabulary.ref(m.kind).label if m.kind else 'no kind'})") for m in matches]
        exact = [m for m in matches if m.how in ("id", "name", "words")]
        names = ", ".join(f"{label.rpartition(' (')[0]} ({iri})" for iri, label in choices[:4])
        if len(exact) > 1:
            message, hint = f"‘{text}’ may be one of several: {names}.", "Use the id in brackets."
        elif matches:
            message = f"Nothing here is called ‘{text}’."
            hint = f"Nearest: {names}. If it is new: --new 'KIND' with --side STATE (person, organisation, place …)."
        else:
            message = f"Nothing here is called ‘{text}’, nor anything like it."
            hint = "If it is new: --new KIND with --side STATE, such as --new person --side PRK."
        return UnknownName(message, hint, part, text, choices)

    # ------------------------------------------------------------------ new things

    def _make(self, text: str, wanted: New) -> Meant:
        """A new thing of that name, with an IRI made of it that nothing has yet."""
        kind = self.kind(wanted.kind)
        iri = self._free(ID + (name_of(text) or name_of(wanted.kind) or "thing"))
        said: list[tuple[str, Node]] = []
        if wanted.side:
            said.append(self.side(kind, wanted.side, wanted.tie))
        also = tuple(Literal(name, self._lang) for name in wanted.also)
        thing = Thing(iri, kind, Literal(text, self._lang), also, tuple(said))
        self.things[iri] = thing
        return Meant(text, iri, text, "new")

    def kind(self, name: str) -> str:
        """The class that a word names. Raises Unclear."""
        found = [t for t in self.vocabulary.called(name) if self.vocabulary.kinds[t] == "class"]
        if len(found) == 1:
            return found[0]
        near = [t for t in found or self.vocabulary.find(name) if self.vocabulary.kinds[t] == "class"]
        choices = [(curie(t), self.vocabulary.ref(t).label) for t in near]
        names = ", ".join(f"{label} ({iri})" for iri, label in choices[:4])
        raise Unclear(
            f"No one class is called ‘{name}’.",
            f"Did you mean {names}?" if names else "kg terms lists them; person, organisation, place, structure …",
            "new", name, choices,
        )  # fmt: skip

    @property
    def reader(self) -> Reader | None:
        """What is known in the workspace."""
        return self._reader

    def kind_of(self, iri: str) -> str:
        """The class of a thing, as its entry has it. Raises Unclear for one that nobody has described."""
        kinds = self._reader.kinds(iri) if self._reader else []
        if not kinds:
            raise Unclear(f"Nothing says what {curie(iri)} is.", "kg add --new describes new things.", "side")
        return kinds[0]

    def side(self, kind: str, state: str, tie: str = "") -> tuple[str, Node]:
        """How a thing of a class stands to a state: the property and the state. Raises Unclear."""
        return self._tie(kind, tie), self.one("side", state)

    def _tie(self, kind: str, wanted: str) -> str:
        if wanted:
            return expand(wanted) or br(wanted)
        above = set(map(local, self.vocabulary.up(kind)))
        found = next((prop for name, prop in _SIDE_OF if name in above), None)
        if found == "member":
            raise Unclear("An international organisation has members, not a side.", "Leave --side out.", "side")
        if found is None:
            raise Unclear(f"A {self.vocabulary.ref(kind).label} has no side of its own.", "Leave --side out.", "side")
        return br(found)

    def _free(self, iri: str) -> str:
        tried, number = iri, 1
        while tried in self.things or self._taken(tried) or (self._reader and self._reader.view.has(tried)):
            number += 1
            tried = f"{iri}-{number}"
        return tried

    # ------------------------------------------------------------------ what is known of things

    def label(self, node: str) -> str:
        """The name of a thing or term in the language of the reader."""
        if node in self.things:
            return self.things[node].label.value
        meant = next((m for m in self.meant if m.iri == node), None)
        if meant and meant.how != "new":
            return meant.label
        if self._reader and self._reader.view.has(node):
            return self._reader.label(node)
        return self.vocabulary.ref(node).label

    def kinds(self, iri: str) -> set[str]:
        """The classes of a thing, and all above them."""
        if iri in self.things:
            own = [self.things[iri].kind]
        else:
            own = self._reader.kinds(iri) if self._reader else []
            own = own or [m.kind for m in known(self._reader, curie(iri)) if m.iri == iri]
        return {k for kind in own for k in self.vocabulary.up(kind)}


def _meant(text: str, match: Match) -> Meant:
    return Meant(text, match.iri, match.label, match.how)


def _names(thing: Thing) -> list[str]:
    return [thing.label.value, *(a.value for a in thing.also)]


def _says_enough(text: str, name: str) -> bool:
    """Whether a text has the words of a name but for some that tell no state: “transport minister” is no country's."""
    asked, own = set(words(text)), set(words(name))
    return asked <= own and not any(e.kind == br("State") for w in own - asked for e in catalogue().listed(w))
