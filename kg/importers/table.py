"""Any table, with a mapping: a TOML file that says what the columns mean. ``suggest`` writes a first one."""

from __future__ import annotations

import datetime
import hashlib
import math
import os
import re
import tomllib
from collections.abc import Iterator
from difflib import get_close_matches
from itertools import islice
from typing import Any

from kg.base.states import SYSTEMS, States
from kg.engine.nodes import is_iri
from kg.errors import WorldError, WrongCall
from kg.importers.events import Acts
from kg.importers.job import Importer, Job, Taken
from kg.tables.lines import Problem
from kg.tables.table import columns_of, faulty, read_table
from kg.text import escapes
from kg.text.dates import parse_date
from kg.text.points import write_point
from kg.text.records import Record
from kg.text.terms import expand

#: What a column can mean.
ROLES = (
    *("id", "subject", "relation", "object", "value", "latitude", "longitude", "unit"),
    *("date", "begins", "ends", "speaker", "stance"),
)
#: What makes a value together: a point.
_POINT = ("latitude", "longitude")
#: What the same value for every row may be.
_PLAIN = (str, int, float, datetime.date)
_SECTIONS = ("columns", "constants", "states", "relations", "kinds")
_NAMED = ("subject", "object", "speaker")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)", re.A)
_DAY = re.compile(r"(\d{4})(\d\d)(\d\d)|(\d{4}-\d\d-\d\d)[ T]\d\d:\d\d.*", re.A)
#: Things that are kept by the text that stands for them.
_REMEMBERED = 200_000
#: Words in the names of columns, by what they hint at.
_HINTS = {
    "id": ("id", "recordid", "rowid", "eventid", "key", "nr", "no"),
    "subject": ("subject", "source", "exporter", "reporter", "actor1", "actor", "from", "sender", "statea", "state1",
                "ccode1", "iso1", "donor", "country", "state"),
    "object": ("object", "target", "importer", "partner", "actor2", "to", "recipient", "receiver", "stateb", "state2",
               "ccode2", "iso2"),
    "relation": ("relation", "type", "act", "event", "predicate", "eventtype", "relationtype"),
    "value": ("value", "amount", "usd", "total", "count", "figure", "number", "tradevalue", "volume"),
    "latitude": ("latitude", "lat"),
    "longitude": ("longitude", "lon", "long", "lng"),
    "unit": ("unit", "currency"),
    "date": ("date", "year", "day", "month", "when", "period"),
    "begins": ("begin", "begins", "start", "startdate", "startyear", "from date", "styear"),
    "ends": ("end", "ends", "enddate", "endyear"),
    "speaker": ("speaker", "according to", "claimant", "reportedby", "saidby"),
    "stance": ("stance",),
}  # fmt: skip


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
        self._known(found, _SECTIONS, "section")
        self.columns = self._section(found, "columns", ROLES)
        self.constants = self._section(found, "constants", ROLES, _PLAIN)
        self.states = self._section(found, "states", _NAMED)
        self.kinds = self._section(found, "kinds", _NAMED)
        self.relations = self._section(found, "relations")
        for role, system in self.states.items():
            if system != "name":
                self._known({system: ""}, SYSTEMS, f"way to code states (for {role})")
        both = self.columns.keys() | self.constants.keys()
        for role in ("subject", "relation"):
            if role not in both:
                raise WrongCall(f"{name}: nothing says what the {role} of a row is.", f'[columns] {role} = "…"')
        if not both & {"object", "value", "latitude", "date", "begins"}:
            raise WrongCall(f"{name}: a row needs an object, a value or a date.", '[columns] object = "…"')
        for role, other in (_POINT, _POINT[::-1]):
            if role in both and (other not in both or "value" in both):
                hint = "kg makes the value of br:coordinates of both."
                raise WrongCall(f"{name}: a point has a latitude and a longitude, and no other value.", hint)

    def _section(
        self, found: dict[str, Any], section: str, keys: tuple[str, ...] = (), kinds: tuple[type, ...] = (str,)
    ) -> dict[str, str]:
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

    def _known(self, given: dict[str, Any], known: Any, what: str) -> None:
        for name in given:
            if name not in known:
                near = get_close_matches(name, list(known), 1)
                hint = f"Did you mean {near[0]}?" if near else f"There are {', '.join(known)}."
                raise WrongCall(f"{self.name}: ‘{name}’ is no {what}.", hint)


def importer_of(path: str | None) -> tuple[Importer, tuple[str, ...]]:
    """The importer for a mapping file, and what its records depend on. Raises WrongCall, WorldError."""
    if not path:
        raise WrongCall(
            "A table needs a mapping: what its columns mean.", "kg import table --suggest FILE > mapping.toml"
        )
    try:
        with open(path, encoding="utf-8") as file:
            text = file.read()
    except (OSError, UnicodeDecodeError) as error:
        raise WorldError(f"{path} cannot be read: {error}.") from error
    mapping = Mapping(text, path)

    def read(job: Job) -> Iterator[Taken]:
        for file in job.source.files:
            yield from _Reader(job, mapping, file).taken()

    return read, (hashlib.sha256(text.encode()).hexdigest(),)


class _Reader:
    """Makes records of the rows of one table."""

    def __init__(self, job: Job, mapping: Mapping, path: str) -> None:
        self._job, self._mapping, self._path = job, mapping, path
        self._sheet = job.table(path)
        places = columns_of(self._sheet, mapping.columns.values(), path)
        self._at = {role: places[column] for role, column in mapping.columns.items()}
        self._constants = mapping.constants
        self._relations: dict[str, str | None] = {}
        self._things: dict[tuple[str, str, tuple[int, ...]], str | Problem] = {}
        self._dates: dict[tuple[str, ...], str] = {}
        self._acts = Acts(job)
        self._file = os.path.basename(path)
        for role, kind in mapping.kinds.items():
            if not job.actors.check(kind):
                raise WrongCall(
                    f"{mapping.name}: ‘{kind}’, in [kinds] for {role}, is no kind of thing.", 'For example "br:Person".'
                )
        used = set(mapping.columns.values())
        for column in self._sheet.columns:
            if column not in used:
                job.remark(f"The column ‘{column}’ is not in the mapping and is left out.")

    def taken(self) -> Iterator[Taken]:
        """What becomes of each row."""
        width = len(self._sheet.columns)
        for number, cells in self._job.rows(self._path, self._sheet.rows):
            problem = cells if isinstance(cells, Problem) else faulty(cells, width)
            default = self._job.record_id(self._path, number)
            made = problem or self._record(default, cells)  # type: ignore[arg-type]
            yield Taken(f"{self._file}:{number}", made)

    def _record(self, default: str, cells: list[str]) -> list[Record] | Problem:
        row = {**self._constants, **{role: cells[place].strip() for role, place in self._at.items()}}
        get = row.get
        said = get("relation", "")
        if said not in self._relations:
            known = said if self._job.actors.check(said) else self._acts.find(said)
            self._relations[said] = self._mapping.relations.get(said) or known
        relation = self._relations[said]
        if not relation:
            return Problem("unknown relation", f"“{said}” is no property, indicator or event type; see [relations]")
        date = self._date(get("date", ""), get("begins", ""), get("ends", ""))
        subject, other, speaker = (self._thing(get(role, ""), role, date) for role in _NAMED)
        for found in (subject, other, speaker):
            if isinstance(found, Problem):
                return found
        unit = get("unit", "")
        if unit and not self._job.actors.check(unit) and ":" not in unit:
            return Problem("unknown unit", f"“{unit}” is no unit: write unit:USD or an IRI")
        value = get("value", "")
        if "latitude" in row:
            try:
                value = write_point(*(get(role, "") for role in _POINT))
            except ValueError as error:
                return Problem("coordinates", str(error))
        names = (str(subject), relation, str(other))
        how = (value, unit, date, str(speaker), get("stance", "") or "reported")
        return [Record(get("id", "") or default, *names, *how)]

    def _thing(self, text: str, role: str, date: str) -> str | Problem:
        if not text:
            return ""
        years = tuple(sorted(set(map(int, _YEAR.findall(date))))) if role in self._mapping.states else ()
        found = self._things.get((role, text, years))
        if found is None:
            if len(self._things) > _REMEMBERED:
                self._things.clear()
            found = self._things[role, text, years] = self._match(text, role, years)
        elif isinstance(found, str):
            self._job.actors.again(text, found)
        return found

    def _match(self, text: str, role: str, years: tuple[int, ...]) -> str | Problem:
        actors, system = self._job.actors, self._mapping.states.get(role)
        if system and system != "name":
            return actors.state(text, system, years) or self._no_code(text, system)
        if system == "name":
            return actors.named_state(text, years) or Problem(
                "unknown state", f"“{text}” is no state, or may be several"
            )
        if ":" in text and is_iri(expand(text) or ""):  # a name already: it stands for itself, and for nothing new
            if actors.check(text) or not text.startswith("e:"):
                return text
            return actors.bring(text[2:]) or Problem("unknown name", f"the graph knows no {text}")
        return actors.actor(text, self._mapping.kinds.get(role, "br:Actor"))

    def _no_code(self, text: str, system: str) -> Problem:
        """What is wrong with a code that is nobody's: no state has it, or several and the row's date does not tell."""
        holders = self._job.actors.holders(text, system)
        if not holders:
            return Problem(f"unknown {system} code", f"“{text}” is no {system} code of a state")
        reason = f"{system} code of several states"
        return Problem(reason, f"“{text}” is the {reason} ({'; '.join(holders)}); the date of the row does not decide")

    def _date(self, *given: str) -> str:
        if given not in self._dates:
            self._dates[given] = _period(*map(_iso, given))
        return self._dates[given]


def _period(date: str, begins: str, ends: str) -> str:
    """One EDTF text from a date, or from a beginning and an end."""
    return date or (f"{begins or '..'}/{ends or '..'}" if begins or ends else "")


def _iso(text: str) -> str:
    """A day in one of the ways of writing it that leave no doubt, as EDTF."""
    found = _DAY.fullmatch(text)
    return text if not found else found[4] or f"{found[1]}-{found[2]}-{found[3]}"


# ---------------------------------------------------------------------- a first mapping


def suggest(path: str, name: str = "") -> str:
    """A mapping for a table, guessed from the names of its columns and its first rows: to be read and corrected."""
    sheet = read_table(path, sheet=name)
    rows = [c for _, c in islice(sheet.rows, 500) if not isinstance(c, Problem) and len(c) == len(sheet.columns)]
    values = {name: [r[i].strip() for r in rows if r[i].strip()] for i, name in enumerate(sheet.columns)}
    roles = _roles(sheet.columns, values)
    states = States()
    lines = [
        f"# What the columns of {escapes.line(os.path.basename(path))} mean; a guess to be read and corrected.",
        "# kg import table FILE --mapping THIS --dry-run accounts for every row without writing anything.",
        "", "[columns]",
    ]  # fmt: skip
    lines += [f"{role} = {escapes.json(column)}" for role, column in roles.items()]
    for column in sheet.columns:
        if column not in roles.values():
            sample = escapes.line(", ".join(dict.fromkeys(values[column][:3])))[:60]
            lines.append(f"# {escapes.json(column)[1:-1]}: not used ({sample})")
    lines += ["", "[constants]  # the same for every row"]
    if "relation" not in roles:
        example = '"ind:trade-share"' if "value" in roles else '"br:relatedTo"'
        if "latitude" in roles:
            example = '"br:coordinates"'
        lines.append(
            f"relation = {example}  # a property (br:), an indicator (ind:) or an event type (cameo:, plover:, ev:)"
        )
    lines += ['stance = "reported"', "", "[states]  # how columns name states: name, " + ", ".join(SYSTEMS)]
    for role in ("subject", "object"):
        system = _system(values.get(roles.get(role, ""), []), states)
        if system:
            lines.append(f'{role} = "{system}"')
    words = sorted({v for v in values.get(roles.get("relation", ""), []) if ":" not in v})[:20]
    if words:
        lines += ["", "[relations]  # words of the relation column that are neither names of the graph nor CAMEO"]
        lines += [f'# {escapes.json(w)} = "br:…"' for w in words]
    return "\n".join(lines) + "\n"


def _roles(columns: list[str], values: dict[str, list[str]]) -> dict[str, str]:
    plain = {c: re.sub(r"[^a-z0-9]", "", c.lower()) for c in columns}
    found: dict[str, str] = {}
    for role, hints in _HINTS.items():
        for hint in hints:
            column = next((c for c in columns if plain[c] == hint.replace(" ", "") and c not in found.values()), None)
            if column:
                found[role] = column
                break
    if "date" not in found and "begins" not in found:
        dated = next(
            (c for c in columns if values[c] and all(map(_is_date, values[c])) and c not in found.values()), None
        )
        if dated:
            found["date"] = dated
    if not found.keys() >= set(_POINT) or found.keys() & {"relation", "object", "value"}:
        found = {role: column for role, column in found.items() if role not in _POINT}
    return {role: found[role] for role in ROLES if role in found}


def _is_date(text: str) -> bool:
    try:
        return bool(parse_date(_iso(text)).begins)
    except WrongCall:
        return False


def _system(values: list[str], states: States) -> str | None:
    """The system of codes, or names, that knows most of the values."""
    if not values:
        return None
    known = {s: sum(bool(states.holders(v, s)) for v in values) for s in SYSTEMS}
    best = max(known, key=lambda s: known[s])
    if known[best] >= 0.75 * len(values):
        return best
    return "name" if all(states.by_name(v) for v in values) else None
