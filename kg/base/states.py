"""States by any code or name: ISO 3166, Correlates of War, Gleditsch and Ward, and names in seven languages.

The facts stand in ``ontology/base/states.tsv``, which says how to read them, from where they are, and may be corrected
there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from kg.base.entry import LANGUAGES, Entry, rows
from kg.text.names import fold
from kg.text.terms import ID, XSD, br
from kg.values.claims import Literal

#: How a data set may code states: the column of the table, and the place of the code in its cell.
SYSTEMS = {
    "iso3": ("iso", 1), "iso2": ("iso", 0), "ison": ("iso", 2), "iso4": ("iso4", 0), "cown": ("cow", 0),
    "cowc": ("cow", 1), "gwn": ("gw", 0), "gwc": ("gw", 1), "ioc": ("ioc", 0), "fips": ("fips", 0), "wb": ("wb", 0),
}  # fmt: skip
_YEARS = re.compile(r"(.*\S) ((?:\d{4}-(?:\d{4})?,?)+)", re.S)
#: Articles say nothing of a name, and the tables of the United Nations put them before it or behind it in brackets.
_ARTICLE = re.compile(
    r"\bthe\b|^(?:la|le|les|los|las|el(?!\s+salvador))\s+|^l['’]\s*|\s*\((?:la|le|les|los|las|el|l['’])\)\s*$", re.I
)


class State(NamedTuple):
    """A state, as the table has it. ``id`` names it in the graph; ``iso3``, ``cow`` and ``gw`` may be empty."""

    id: str
    iso3: str
    cow: str
    gw: str
    #: When it was a state of the interstate system, for example 1918-1939,1945-1992.
    years: str
    labels: dict[str, str]
    #: What else it is called, whatever the year.
    names: tuple[str, ...] = ()
    #: Its adjective and its people, as they are called: Portuguese, португальский.
    demonyms: tuple[str, ...] = ()
    #: What stands for its government in a text: Lisbon.
    seats: tuple[str, ...] = ()

    def entry(self) -> Entry:
        """What the facts would say of it."""
        labels = tuple(Literal(self.labels[lang], lang) for lang in LANGUAGES)
        codes = [(br("iso3"), Literal(self.iso3))] if self.iso3 else []
        for prop, code in (("cowCode", self.cow), ("gwCode", self.gw)):
            if code:
                codes.append((br(prop), Literal(code, datatype=XSD + "integer")))
        return Entry(ID + self.id, br("State"), labels, self.names, tuple(codes))


class Holder(NamedTuple):
    """Whose a code or a name is, and in which years; in all where ``years`` is empty."""

    id: str
    years: str

    def holds(self, year: int) -> bool:
        """Whether that year is one of them."""
        for span in self.years.split(","):
            first, _, last = span.partition("-")
            if int(first) <= year <= int(last or year):
                return True
        return False


class States:
    """Finds states; a code or name that may be two of them is nobody's, unless the year decides."""

    def __init__(self) -> None:
        self._states: dict[str, State] = {}
        self._codes: dict[tuple[str, str], list[Holder]] = {}
        self._names: dict[str, list[Holder]] = {}
        called = {row["id"]: row for row in rows("demonyms.tsv")}
        for row in rows("states.tsv"):
            self._take(row, called.get(row["id"], {}))

    def _take(self, row: dict[str, str], called: dict[str, str]) -> None:
        own, labels = row["id"], {lang: row[lang] for lang in LANGUAGES}
        for system, (column, place) in SYSTEMS.items():
            for codes, years in _entries(row[column]):
                code = codes.split()[place]
                if code != "-":
                    _note(self._codes, (system, _code(code)), Holder(own, years))
        for name, years in [*((label, "") for label in labels.values()), *_entries(row["names"])]:
            _note(self._names, _key(name), Holder(own, years))
        iso3 = own if own.isupper() else ""
        cow, gw = (row[column].partition(" ")[0] for column in ("cow", "gw"))
        names = tuple(name for name, years in _entries(row["names"]) if not years)
        self._states[own] = State(own, iso3, cow, gw, row["years"], labels, names,
                                  _parts(called, "en", "ru"), _parts(called, "seats"))  # fmt: skip

    @property
    def without_iso(self) -> set[str]:
        """The ids of the states that never had an ISO code."""
        return {state.id for state in self._states.values() if not state.iso3}

    def all(self) -> Iterable[State]:
        """Every state and territory, in the order of the table."""
        return self._states.values()

    def get(self, own: str) -> State | None:
        """A state by its id."""
        return self._states.get(own)

    def holders(self, code: str, system: str) -> list[Holder]:
        """All states that a code of a system of ``SYSTEMS`` may stand for, with the years in which it does."""
        return self._codes.get((system, _code(code.strip())), [])

    def by_code(self, code: str, system: str, year: int | None = None) -> str | None:
        """The id of the state with a code in a system of ``SYSTEMS``.

        Where only one state ever had the code, it is that state's in any year: data sets use codes beyond the years of
        membership, such as COW's of Ukraine before 1991.
        """
        holders = self.holders(code, system)
        return _only(holders) or (_only(h for h in holders if h.holds(year)) if year is not None else None)

    def by_name(self, name: str, year: int | None = None) -> str | None:
        """The id of the state of that name in any language; spelling must agree but for case, accents and articles."""
        holders = self._names.get(_key(name), [])
        dated = [h for h in holders if h.years and year is not None and h.holds(year)]
        return _only(dated or [h for h in holders if not h.years])


def _parts(row: dict[str, str], *columns: str) -> tuple[str, ...]:
    return tuple(part for column in columns for part in row.get(column, "").split("|") if part)


def _entries(cell: str) -> Iterator[tuple[str, str]]:
    """What a cell lists, each with its years or "" for all."""
    for entry in filter(None, cell.split("|")):
        found = _YEARS.fullmatch(entry)
        yield (found[1], found[2]) if found else (entry, "")


def _note(index: dict[Any, list[Holder]], key: Any, holder: Holder) -> None:
    holders = index.setdefault(key, [])
    if holder not in holders:
        holders.append(holder)


def _only(holders: Iterable[Holder]) -> str | None:
    """The state that holds something alone."""
    found = {h.id for h in holders}
    return found.pop() if len(found) == 1 else None


def _code(text: str) -> str:
    """A code as it is kept: in capitals, a number without noughts before it."""
    return (text.lstrip("0") or text) if text.isdigit() else text.upper()


def _key(name: str) -> str:
    return fold(_ARTICLE.sub("", name.strip()))
