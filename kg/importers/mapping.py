"""What the columns of a table mean: a mapping, in TOML."""

from __future__ import annotations

import datetime
import math
import tomllib
from collections.abc import Mapping as AnyMapping
from difflib import get_close_matches
from typing import Any

from kg.base.states import SYSTEMS
from kg.compile.line import STANCES
from kg.errors import WrongCall
from kg.importers.actors import MATCHES
from kg.importers.identity import SCHEMES
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
    "text": "the row in its own words",
    "quote": "the words of its source",
    "source": "where those words stand: a URL or a shelf mark",
    "issued": "when they were published: a day, month or year",
    "note": "a remark",
}  # fmt: skip
#: Roles whose cells name something, and those of a state that something belongs to.
NAMED, OWNED = ("subject", "object", "speaker"), ("subject_of", "object_of")
DATES = ("date", "begins", "ends")
#: What makes a value together: a point.
POINT = ("latitude", "longitude")
SECTIONS = {
    "columns": "what each column means",
    "constants": "what is the same in every row",
    "states": f"roles whose cells are states, and how they name them: name, {', '.join(SYSTEMS)}",
    "match": "roles, and what their names may stand for: name (whatever the graph knows by it), state (the default: a "
    "state, where the kind may be one), none",
    "kinds": "roles, and what their cells name: br:Person, br:Organization, br:Goods …; default: br:Actor",
    "ids": f"subject_id, object_id: the scheme of the id: {', '.join(SCHEMES)}",
    "relations": "words of the relation column, and what they mean",
    "stances": 'words of the stance column, and the stance they mean: alleged = "speculative"',
    "units": 'words for units, and the unit they mean: t = "unit:TONNE"',
    "dates": 'format = "%d.%m.%Y": how dates are written, if not as 2024-06-19 or 20240619',
    "lists": 'roles whose cells list several, and what parts them: object = ";"',
    "table": "encoding, delimiter: where they cannot be told from the file; records: where in a JSON file the rows are",
}
#: What the same value for every row may be.
_PLAIN = (str, int, float, datetime.date)


class Mapping:
    """What the columns of a table mean. Raises WrongCall, with the nearest word, for what is not understood."""

    def __init__(self, text: str, name: str) -> None:
        try:
            found = tomllib.loads(text)
        except (ValueError, RecursionError) as error:  # the library passes on what int() and nesting raise
            raise WrongCall(
                f"{name}: this is not TOML: {error}.", "kg import table --suggest FILE writes one."
            ) from error
        self.name = name
        self._known(found, SECTIONS, "section")
        self.columns, self.parts = self._columns(found)
        self.constants = self._section(found, "constants", ROLES, _PLAIN)
        self.states = self._section(found, "states", (*NAMED, *OWNED))
        self.kinds = self._section(found, "kinds", NAMED)
        self.match = self._section(found, "match", NAMED)
        self.ids = self._section(found, "ids", ("subject_id", "object_id"))
        self.relations = self._section(found, "relations")
        self.stances = self._section(found, "stances")
        self.units = self._section(found, "units")
        self.dates = self._section(found, "dates", ("format",))
        self.lists = self._section(found, "lists", NAMED)
        self.table = self._section(found, "table", ("encoding", "delimiter", "records"))
        self._fits()

    def _columns(self, found: dict[str, Any]) -> tuple[dict[str, str], dict[str, list[str]]]:
        """The column of each role, and the columns of dates that stand in several."""
        section = found.get("columns", {})
        parts = dict[str, list[str]]()
        if isinstance(section, dict):
            for role in DATES:
                some = section.get(role)
                if isinstance(some, list):
                    if not 1 <= len(some) <= 3 or not all(isinstance(c, str) and c for c in some):
                        hint = f'{role} = ["year", "month", "day"]'
                        raise WrongCall(f"{self.name}: {role} in [columns] names up to three columns.", hint)
                    parts[role] = some
            section = {k: v for k, v in section.items() if k not in parts}
        return self._section({"columns": section}, "columns", ROLES), parts

    def _fits(self) -> None:
        for role, system in self.states.items():
            if system != "name":
                self._known({system: ""}, SYSTEMS, f"way to code states (for {role})")
        both = self.columns.keys() | self.constants.keys() | self.parts.keys()
        for role in ("subject", "relation"):
            if both.isdisjoint((role, f"{role}_id")):
                raise WrongCall(f"{self.name}: nothing says what the {role} of a row is.", f'[columns] {role} = "…"')
        if not both & {"object", "object_id", "value", "latitude", "date", "begins"}:
            raise WrongCall(f"{self.name}: a row needs an object, a value or a date.", '[columns] object = "…"')
        for role, other in (POINT, POINT[::-1]):
            if role in both and (other not in both or "value" in both):
                hint = "kg makes the value of br:coordinates of both."
                raise WrongCall(f"{self.name}: a point has a latitude and a longitude, and no other value.", hint)
        for role, way in self.match.items():
            self._known({way: ""}, MATCHES, f"way to match (for {role})")
            if role in self.states:
                hint = f"[states] says that every {role} is a state."
                raise WrongCall(f"{self.name}: {role} stands in [states] and in [match].", hint)
        for role in both & {"subject_id", "object_id"}:
            if role not in self.ids:
                raise WrongCall(f"{self.name}: nothing says what kind of id {role} is.", f'[ids] {role} = "qid"')
        for role, scheme in self.ids.items():
            if both.isdisjoint((role, f"{role}_id")):
                raise WrongCall(f"{self.name}: no column holds the {role} of [ids].", f'[columns] {role} = "…"')
            self._known({scheme: ""}, SCHEMES, f"kind of id (for {role})")
        for word, stance in self.stances.items():
            self._known({stance: ""}, STANCES, f"stance (for {json(word)})")
        for role in self.lists:
            if f"{role}_id" in both:
                raise WrongCall(f"{self.name}: of several in one cell no single id is known ({role}).")

    def _section(
        self, found: dict[str, Any], section: str, keys: AnyMapping[str, str] | tuple[str, ...] = (),
        kinds: tuple[type, ...] = (str,),
    ) -> dict[str, str]:  # fmt: skip
        """The entries of a section as texts. ``keys``: what may stand there, if not anything; ``kinds``: of values."""
        entries = found.get(section, {})
        if not isinstance(entries, dict):
            raise WrongCall(f"{self.name}: [{section}] must be a section.", f'[{section}], then lines such as a = "b"')
        if keys:
            self._known(entries, keys, f"entry of [{section}]")
        for key, value in entries.items():
            if type(value) not in kinds or value != value or value in ("", math.inf, -math.inf):
                raise WrongCall(f"{self.name}: {key} in [{section}] must be a text.", f'{key} = "…"')
        return {k: str(v) for k, v in entries.items()}

    def _known(self, given: AnyMapping[str, Any], known: Any, what: str) -> None:
        for name in given:
            if name not in known:
                near = get_close_matches(name, list(known), 1)
                hint = f"Did you mean {near[0]}?" if near else f"There are {', '.join(known)}."
                raise WrongCall(f"{self.name}: ‘{name}’ is no {what}.", hint)
