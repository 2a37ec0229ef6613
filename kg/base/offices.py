"""Offices and bodies that nearly every state has: its head, its ministries, its forces; see ``offices.tsv``.

They are made when somebody asks for them: ``e:foreign-ministry-of-FIN``. By name they are found as texts have them, a
word for the office before or behind a name of the state, in any case or as an adjective that is made of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from kg.base.entry import LANGUAGES, Entry, rows, several
from kg.base.states import State, States
from kg.text.stems import stems
from kg.text.terms import ID, br
from kg.values.claims import Literal

_BETWEEN = "-of-"
#: Names of states that English gives an article: those that begin or end so, and these.
_STARTS, _ENDS = ("United ", "Soviet "), (" Islands", " Republic", " Empire", " States", " State")
_ARTICLES = {"Bahamas", "Comoros", "Gambia", "Maldives", "Netherlands", "Philippines", "Two Sicilies"}
#: Words between an office and its state, by their stems.
_FILL = {"of", "the", "s"}
#: How many letters an adjective adds to a name.
_ENDING = 3


class Offices:
    """Finds offices of states by id and by name."""

    def __init__(self, states: States) -> None:
        self._states = states
        self._rows = {row["id"]: row for row in rows("offices.tsv")}

    def get(self, own: str) -> Entry | None:
        """An office by its id, ``head-of-state-of-FIN``; only states of the interstate system have them."""
        role, _, state = own.rpartition(_BETWEEN)
        row, of = self._rows.get(role), self._states.get(state)
        return _made(row, of) if row and of and of.years else None

    def named(self, name: str) -> Entry | None:
        """The office that a name stands for."""
        for role, rest in self._apart(stems(name)):
            state = self._state([word for word in rest if word not in _FILL])
            found = self.get(f"{role}{_BETWEEN}{state}") if state else None
            if found:
                return found
        return None

    def _apart(self, asked: list[str]) -> Iterator[tuple[str, list[str]]]:
        """An office, by the longest word for it, and what else a name says."""
        for key, role in self._roles.items():
            size = len(key)
            if tuple(asked[:size]) == key:
                yield role, asked[size:]
            if tuple(asked[-size:]) == key:
                yield role, asked[:-size]

    @cached_property
    def _roles(self) -> dict[tuple[str, ...], str]:
        """The words for offices by their stems, longest first."""
        found = {
            tuple(stems(name)): row["id"]
            for row in self._rows.values()
            for name in (*(row[lang] for lang in LANGUAGES), *several(row["names"]))
        }
        return dict(sorted(found.items(), key=lambda item: -len(item[0])))

    def _state(self, parts: list[str]) -> str | None:
        """The state of a name by its stems; “korean” is of Korea."""
        text = " ".join(parts)
        tries = (text[: len(text) - cut] for cut in range(_ENDING + 1) if len(text) - cut > _ENDING)
        return self._stemmed.get(text) or next(filter(None, map(self._states.by_name, tries)), None)

    @cached_property
    def _stemmed(self) -> dict[str, str]:
        """States by the stems of their names; what two share is nobody's."""
        found: dict[str, str] = {}
        for state in self._states.all():
            for name in {*state.labels.values(), *state.names}:
                key = " ".join(word for word in stems(name) if word not in _FILL)
                found[key] = state.id if found.get(key, state.id) == state.id else ""
        return found


def _made(row: dict[str, str], state: State) -> Entry:
    """One office of one state."""
    en, ru, ko = (row[lang] for lang in LANGUAGES)
    name = state.labels["en"]
    the = "the " if name.startswith(_STARTS) or name.endswith(_ENDS) or name in _ARTICLES else ""
    labels = (
        Literal(f"{en[0].upper()}{en[1:]} of {the}{name}", "en"),
        Literal(f"{ru[0].upper()}{ru[1:]} ({state.labels['ru']})", "ru"),
        Literal(f"{state.labels['ko']} {ko}", "ko"),
    )
    iri, said = f"{ID}{row['id']}{_BETWEEN}{state.id}", ((br(row["tie"]), ID + state.id),)
    return Entry(iri, br(row["kind"]), labels, (f"{name} {en}",), said)
