"""What one record of a row is: the part of a mapping that says which column means what."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Mapping as AnyMapping
from difflib import get_close_matches
from typing import Any

from kg.base.states import SYSTEMS
from kg.compile.line import STANCES
from kg.errors import WrongCall
from kg.importers.actors import MATCHES
from kg.importers.identity import OWN, SCHEMES
from kg.text.escapes import json

#: What a column can mean.
ROLES = {
    "id": "the row's own id",
    "subject": "who acts, whom a figure is of, what a property is said of",
    "relation": "what the row says: an act, an indicator or a property",
    "object": "whom it is done to; the counterpart of a figure; what a property says",
    "value": "a figure or a text; with its unit, where the cell has both: 5 t",
    "unit": "the unit of the figure",
    "latitude": "of a point",
    "longitude": "of a point",
    "date": "when; one column, or up to three: [\"year\", \"month\", \"day\"]",
    "begins": "from when, like date",
    "ends": "until when, like date",
    "speaker": "who says so",
    "stance": "how it is meant",
    "subject_id": "an id by which the subject is known elsewhere; see [ids]",
    "object_id": "the same of the object",
    "subject_of": "the state that the subject belongs to",
    "object_of": "the state that the object belongs to",
    "subject_kind": "what the subject is; see [classes]",
    "object_kind": "the same of the object",
    "text": "the row in its own words",
    "quote": "the words of its source",
    "source": "where those words stand: a URL or a shelf mark",
    "issued": "when they were published: a day, month or year",
    "note": "a remark",
}  # fmt: skip
#: Roles whose cells name something, those of its id, of a state that it belongs to, and of what it is.
NAMED, IDS, OWNED = ("subject", "object", "speaker"), ("subject_id", "object_id"), ("subject_of", "object_of")
DATES = ("date", "begins", "ends")
#: What makes a value together: a point.
POINT = ("latitude", "longitude")
#: What a record says something by. Of each group that a further record names itself, one cell must be filled.
SAYING = (("subject", "subject_id"), ("relation",), ("object", "object_id"), ("value",), *((p,) for p in POINT), DATES)
#: Where the text of a role may come from; what comes first counts least.
ORIGINS = ("constants", "columns", "templates")
#: All ways to tell by an id what is meant.
ID_SCHEMES = (*SCHEMES, OWN, *SYSTEMS)
SECTIONS = {
    "columns": "what each column means",
    "constants": "what is the same in every row",
    "templates": 'roles made of several columns: text = "{buyer} ordered {number}"; {row} is the number of the row',
    "states": f"roles whose cells are states, and how they name them: name, {', '.join(SYSTEMS)}",
    "match": "roles, and what their names may stand for: name (whatever the graph knows by it), state (the default: a "
    "state, where the kind may be one), none",
    "kinds": "roles, and what their cells name: br:Person, br:Organization, br:Goods …; default: br:Actor",
    "classes": 'words of the columns subject_kind and object_kind, and the kind they mean: vessel = "br:Goods"',
    "ids": f"subject_id, object_id: the scheme of the id: {', '.join(SCHEMES)}; {OWN}: known in this data set alone; "
    "or the way in which it codes states. Where there is no id, the name counts",
    "relations": "words of the relation column, and what they mean",
    "stances": 'words of the stance column, and the stance they mean: alleged = "speculative"',
    "units": 'words for units, and the unit they mean: t = "unit:TON_Metric"',
    "dates": 'format = "%d.%m.%Y": how dates are written, if not as 2024-06-19 or 20240619; decides = "begins": whose '
    "a code of states is, is told by the beginning alone: of a treaty that outlived the Soviet Union",
    "lists": 'roles whose cells list several, and what parts them: object = ";"; a list of dates is the time from the '
    "first to the last",
    "missing": 'what stands in a cell for nothing: any = ["-9", "NA"]; of one role: value = ["-1"]',
    "skip": 'rows that are left out, by column, and why: vote = { 9 = "not a member" }',
    "only": 'rows that alone are taken, by column: flowCode = ["X", "M"]',
}
#: What the same value for every row may be.
_PLAIN = (str, int, float, datetime.date)
_COLUMN = re.compile(r"\{([^{}]+)\}")


class Rule:
    """What a record of a row is. Raises WrongCall, with the nearest word, for what is not understood."""

    def __init__(self, found: dict[str, Any], name: str) -> None:
        self.name = name
        known(name, found, SECTIONS, "section")
        self.columns, self.parts = self._columns(found)
        self.constants = section(name, found, "constants", ROLES, _PLAIN)
        self.templates = section(name, found, "templates", ROLES)
        self.states = section(name, found, "states", (*NAMED, *OWNED))
        self.match = section(name, found, "match", NAMED)
        self.kinds = section(name, found, "kinds", NAMED)
        self.classes = section(name, found, "classes")
        self.ids = section(name, found, "ids", IDS)
        self.relations = section(name, found, "relations")
        self.stances = section(name, found, "stances")
        self.units = section(name, found, "units")
        self.dates = section(name, found, "dates", ("format", "decides"))
        self.lists = section(name, found, "lists", (*NAMED, *IDS, "date"))
        self.missing = {k: _texts(name, "missing", k, v) for k, v in _table(name, found, "missing").items()}
        known(name, self.missing, ("any", *ROLES), "entry of [missing]")
        self.skip = {
            column: section(name, {"skip": reasons}, "skip", empty=True)
            for column, reasons in _table(name, found, "skip").items()
        }
        self.only = {k: _texts(name, "only", k, v) for k, v in _table(name, found, "only").items()}
        self._fits()

    @property
    def used(self) -> list[str]:
        """The columns that it names; those of templates are among them, but for the number of the row."""
        named = [*self.columns.values(), *(c for some in self.parts.values() for c in some), *self.skip, *self.only]
        made = (c for role in self.templates for c in self.columns_of(role))
        return list(dict.fromkeys((*named, *made)))

    def columns_of(self, role: str) -> list[str]:
        """The columns that stand in a template."""
        return [c for c in _COLUMN.findall(self.templates[role]) if c != "row"]

    def filled(self, role: str, cells: AnyMapping[str, str]) -> str:
        """A template with the cells of a row, by column; "" where none of them says anything."""
        columns = self.columns_of(role)
        if columns and not any(cells[c] for c in columns):
            return ""
        return " ".join(_COLUMN.sub(lambda found: cells[found[1]], self.templates[role]).split())

    def _columns(self, found: dict[str, Any]) -> tuple[dict[str, str], dict[str, list[str]]]:
        """The column of each role, and the columns of dates that stand in several."""
        columns = found.get("columns", {})
        parts = dict[str, list[str]]()
        if isinstance(columns, dict):
            for role in DATES:
                some = columns.get(role)
                if isinstance(some, list):
                    if not 1 <= len(some) <= 3 or not all(isinstance(c, str) and c for c in some):
                        hint = f'{role} = ["year", "month", "day"]'
                        raise WrongCall(f"{self.name}: {role} in [columns] names up to three columns.", hint)
                    parts[role] = some
            columns = {k: v for k, v in columns.items() if k not in parts}
        return section(self.name, {"columns": columns}, "columns", ROLES), parts

    def _fits(self) -> None:
        for role, system in self.states.items():
            if system != "name":
                known(self.name, {system: ""}, SYSTEMS, f"way to code states (for {role})")
        both = self.columns.keys() | self.constants.keys() | self.parts.keys() | self.templates.keys()
        for role in ("subject", "relation"):
            if role not in both and f"{role}_id" not in both:
                raise WrongCall(f"{self.name}: nothing says what the {role} of a row is.", f'[columns] {role} = "…"')
        if not both & {"object", "object_id", "value", "latitude", "date", "begins"}:
            raise WrongCall(f"{self.name}: a row needs an object, a value or a date.", '[columns] object = "…"')
        for role, other in (POINT, POINT[::-1]):
            if role in both and (other not in both or "value" in both):
                hint = "kg makes the value of br:coordinates of both."
                raise WrongCall(f"{self.name}: a point has a latitude and a longitude, and no other value.", hint)
        for role, way in self.match.items():
            known(self.name, {way: ""}, MATCHES, f"way to match (for {role})")
            if role in self.states:
                hint = f"[states] says that every {role} is a state."
                raise WrongCall(f"{self.name}: {role} stands in [states] and in [match].", hint)
        self._ids_fit(both)
        if decides := self.dates.get("decides"):
            known(self.name, {decides: ""}, ("begins",), "way to tell whose a code is")
        for word, stance in self.stances.items():
            known(self.name, {stance: ""}, STANCES, f"stance (for {json(word)})")

    def _ids_fit(self, both: set[str]) -> None:
        for role in both & set(IDS):
            if role not in self.ids:
                raise WrongCall(f"{self.name}: nothing says what kind of id {role} is.", f'[ids] {role} = "qid"')
        for role, scheme in self.ids.items():
            if role not in both:
                raise WrongCall(f"{self.name}: no column holds the {role} of [ids].", f'[columns] {role} = "…"')
            known(self.name, {scheme: ""}, ID_SCHEMES, f"kind of id (for {role})")
        for role in self.lists:
            if f"{role}_id" in both:
                raise WrongCall(f"{self.name}: of several in one cell no single id is known ({role}).")


def section(
    name: str, found: dict[str, Any], entry: str, keys: AnyMapping[str, str] | tuple[str, ...] = (),
    kinds: tuple[type, ...] = (str,), empty: bool = False,
) -> dict[str, str]:  # fmt: skip
    """The entries of a section of the mapping ``name`` as texts.

    ``keys``: what may stand there, if not anything; ``kinds``: of values; ``empty``: whether a value may say nothing.
    """
    entries = _table(name, found, entry)
    if keys:
        known(name, entries, keys, f"entry of [{entry}]")
    for key, value in entries.items():
        nothing = value != value or value in (math.inf, -math.inf) or (value == "" and not empty)
        if type(value) not in kinds or nothing:
            raise WrongCall(f"{name}: {key} in [{entry}] must be a text.", f'{key} = "…"')
    return {k: str(v) for k, v in entries.items()}


def known(name: str, given: AnyMapping[str, Any], words: Any, what: str) -> None:
    """Raises WrongCall, with the nearest word, where the mapping ``name`` has one that is none of ``words``."""
    for word in given:
        if word not in words:
            near = get_close_matches(word, list(words), 1)
            hint = f"Did you mean {near[0]}?" if near else f"There are {', '.join(words)}."
            raise WrongCall(f"{name}: ‘{word}’ is no {what}.", hint)


def _table(name: str, found: dict[str, Any], entry: str) -> dict[str, Any]:
    entries = found.get(entry, {})
    if not isinstance(entries, dict):
        raise WrongCall(f"{name}: [{entry}] must be a section.", f'[{entry}], then lines such as a = "b"')
    return entries


def _texts(name: str, entry: str, key: str, value: Any) -> frozenset[str]:
    if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
        raise WrongCall(f"{name}: {key} in [{entry}] must be a list of texts.", f'{key} = ["…"]')
    return frozenset(value)
