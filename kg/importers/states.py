"""States by any code or name: ISO 3166, Correlates of War, Gleditsch and Ward, and names in many languages.

The codes and names are those of ``countrycode``, the field's crosswalk, with the names of Unicode's CLDR and of the
United Nations. It is under the GPL and so an extra. Without it ``iso3166.tsv`` serves: ISO codes, and names in the six
languages of the United Nations (Open Knowledge Foundation, "country-codes", in the public domain by PDDL).
"""

from __future__ import annotations

import os
import pickle
from itertools import zip_longest
from typing import Any, NamedTuple

from kg.names import fold

#: How a data set may code states, and the columns of the crosswalk.
SYSTEMS = {
    "iso3": "iso3c", "iso2": "iso2c", "ison": "iso3n", "cown": "cown", "cowc": "cowc", "gwn": "gwn", "gwc": "gwc",
    "ioc": "ioc", "fips": "fips", "wb": "wb",
}  # fmt: skip
_NAMES = ("country.name", "iso.name", "un.name", "cow.name", "cldr.name", "cldr.short", "cldr.variant")
_LANGUAGES = {"en": "country.name.en", "ru": "cldr.name.ru", "ko": "cldr.name.ko"}


class State(NamedTuple):
    """A state: its ISO code, COW code where it has one, and its names in the languages of the graph."""

    iso3: str
    cow: str
    labels: dict[str, str]


class States:
    """Finds states; a code or name that may be two of them is nobody's."""

    def __init__(self) -> None:
        table = _crosswalk()
        #: Whether the crosswalk is there, with codes of Correlates of War and names in many languages.
        self.complete = table is not None
        self._states: dict[str, State] = {}
        self._codes: dict[str, dict[str, str]] = {system: {} for system in SYSTEMS}
        self._names: dict[str, str | None] = {}
        self._read(table or _shipped())

    def _read(self, table: dict[str, list[Any]]) -> None:
        names = [c for c in table if c.startswith(_NAMES) and not c.endswith(".regex")]
        for i, iso3 in enumerate(table["iso3c"]):
            if not iso3:
                continue
            labels = {lang: str(table[c][i]) for lang, c in _LANGUAGES.items() if table.get(c) and table[c][i]}
            self._states[iso3] = State(iso3, _code(table["cown"][i]), labels)
            for system, column in SYSTEMS.items():
                code = _code(table[column][i])
                if code:
                    self._codes[system][code.upper()] = iso3
            for name in {table[column][i] for column in names}:  # many languages share a spelling
                key = fold(name) if isinstance(name, str) else ""
                if key:
                    self._names[key] = iso3 if self._names.get(key, iso3) == iso3 else None

    def get(self, iso3: str) -> State | None:
        """A state by its ISO code."""
        return self._states.get(iso3)

    def by_code(self, code: str, system: str) -> str | None:
        """The ISO code of a state from its code in a system of ``SYSTEMS``."""
        text = code.strip().upper()
        return self._codes[system].get(text.lstrip("0") or text if text.isdigit() else text)

    def by_name(self, name: str) -> str | None:
        """The ISO code of the state of that name in any language; spelling must agree but for case and accents."""
        return self._names.get(fold(name))


def _shipped() -> dict[str, list[Any]]:
    """The table that ships, in the shape of the crosswalk."""
    with open(os.path.join(os.path.dirname(__file__), "iso3166.tsv"), encoding="utf-8") as file:
        _, *rows = (line.rstrip("\n").split("\t") for line in file)
    iso3, iso2, number, ioc, en, ru, names = (list(column) for column in zip(*rows, strict=True))
    found: dict[str, list[Any]] = {"iso3c": iso3, "iso2c": iso2, "iso3n": number, "ioc": ioc}
    found |= {"country.name.en": en, "cldr.name.ru": ru}
    found |= {column: [None] * len(iso3) for column in SYSTEMS.values() if column not in found}
    for i, spelt in enumerate(zip_longest(*(n.split("|") for n in names))):
        found[f"un.name.{i}"] = list(spelt)
    return found


def _code(value: Any) -> str:
    """Codes of the crosswalk as text: numbers come as 731.0."""
    if value is None or value != value:
        return ""
    return str(int(value)) if isinstance(value, float) else str(value)


def _crosswalk() -> dict[str, list[Any]] | None:
    from importlib.util import find_spec

    found = find_spec("countrycode")  # its module would load a data frame library
    if found is None or not found.origin:
        return None
    with open(os.path.join(os.path.dirname(found.origin), "data", "codelist.pickle"), "rb") as file:
        table: dict[str, list[Any]] = pickle.load(file)
    return table
