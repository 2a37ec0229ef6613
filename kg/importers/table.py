"""Any table, with a mapping that says what the columns mean (``kg.importers.mapping``)."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from itertools import product

from kg.engine.nodes import is_iri
from kg.errors import WorldError, WrongCall
from kg.importers.dates import Dates
from kg.importers.events import Acts
from kg.importers.identity import SCHEMES
from kg.importers.job import Importer, Job, Taken
from kg.importers.mapping import DATES, NAMED, OWNED, POINT, ROLES, SECTIONS, Mapping
from kg.tables.lines import Problem
from kg.tables.table import columns_of, faulty
from kg.text.points import write_point
from kg.text.records import Record
from kg.text.terms import expand

_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)", re.A)
#: A figure with its unit behind or before it in one cell.
_BEHIND = re.compile(r"([+-]?\d[\d,]*(?:\.\d+)?)\s*([^\d\s].*)", re.A | re.S)
_BEFORE = re.compile(r"([^\d\s+-][^\d]*?)\s*([+-]?\d[\d,]*(?:\.\d+)?)", re.A | re.S)
_GROUPED = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?", re.A)
#: What a CURIE looks like: a prefix of small letters, and nothing that a name in a text has.
_CURIE = re.compile(r"[a-z][\w-]*:[^\s/]\S*", re.A)
#: Things that are kept by the text that stands for them.
_REMEMBERED = 200_000


#: What a mapping may say, by section; see ``kg import table --help``.
KEYS = {
    "Sections of a mapping": {f"[{name}]": words for name, words in SECTIONS.items()},
    "Columns": ROLES,
    "Kinds of ids": {name: scheme.what for name, scheme in SCHEMES.items()},
    "Example": {
        "[columns]": 'subject = "exporter"', "": 'object = "importer"', " ": 'value = "usd"', "  ": 'date = "year"',
        "[constants]": 'relation = "ind:exports"', "[states]": 'subject = "iso3"', "   ": 'object = "iso3"',
    },
}  # fmt: skip


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
        self._sheet = job.table(path, layout=mapping.table)
        used = [*mapping.columns.values(), *(c for some in mapping.parts.values() for c in some)]
        places = columns_of(self._sheet, used, path)
        self._at = {role: places[column] for role, column in mapping.columns.items()}
        self._parts = {role: [places[c] for c in some] for role, some in mapping.parts.items()}
        self._relations: dict[str, str | None] = {}
        self._things: dict[tuple[str, ...], str | Problem] = {}
        self._dates = Dates(mapping.dates.get("format", ""))
        self._acts = Acts(job)
        self._file = os.path.basename(path)
        for role, kind in mapping.kinds.items():
            if not job.actors.check(kind):
                raise WrongCall(
                    f"{mapping.name}: ‘{kind}’, in [kinds] for {role}, is no kind of thing.", 'For example "br:Person".'
                )
        for column in self._sheet.columns:
            if column not in used:
                job.remark(f"The column ‘{column}’ is not in the mapping and is left out.")

    def taken(self) -> Iterator[Taken]:
        """What becomes of each row."""
        width = len(self._sheet.columns)
        for number, cells in self._job.rows(self._path, self._sheet.rows):
            problem = cells if isinstance(cells, Problem) else faulty(cells, width)
            default = self._job.record_id(self._path, number)
            made = problem or self._records(default, cells)  # type: ignore[arg-type]
            yield Taken(f"{self._file}:{number}", made)

    def _records(self, default: str, cells: list[str]) -> list[Record] | Problem:
        row = {**self._mapping.constants, **{role: cells[place].strip() for role, place in self._at.items()}}
        row |= {role: self._dates.joined([cells[i] for i in places]) for role, places in self._parts.items()}
        get = row.get
        relation = self._relation(get("relation", ""))
        if isinstance(relation, Problem):
            return relation
        date = self._dates.period(*(get(role, "") for role in DATES))
        several = list[list[str]]()
        for role in NAMED:
            some = self._several(role, row, date)
            if isinstance(some, Problem):
                return some
            several.append(some)
        figure = self._figure(row)
        if isinstance(figure, Problem):
            return figure
        said = get("stance", "")
        stance = self._mapping.stances.get(said, said) or "reported"
        told = (
            get("text", ""),
            get("quote", ""),
            get("source", ""),
            self._dates.iso(get("issued", "")),
            get("note", ""),
        )
        name = get("id", "") or default
        found = [
            Record(name, subject, relation, other, *figure, date, speaker, stance, *told)
            for subject, other, speaker in product(*several)
        ]
        return found if len(found) == 1 else [r._replace(id=f"{name}-{i}") for i, r in enumerate(found, 1)]

    # ------------------------------------------------------------------ what is said

    def _relation(self, said: str) -> str | Problem:
        if said not in self._relations:
            meant = self._mapping.relations.get(said, said)
            # codes of acts first: one that the graph has not met yet brings its name and score
            known = self._acts.find(meant) or (meant if self._job.actors.check(meant) else None)
            if known is None and said != meant and is_iri(expand(meant) or "") and ":" in meant:
                known = meant
            self._relations[said] = known
        found = self._relations[said]
        if found is None:
            return Problem("unknown relation", f"“{said}” is no property, indicator or event type; see [relations]")
        return found

    def _figure(self, row: dict[str, str]) -> tuple[str, str] | Problem:
        """Value and unit of a row."""
        if "latitude" in row:
            try:
                return write_point(*(row.get(role, "") for role in POINT)), ""
            except ValueError as error:
                return Problem("coordinates", str(error))
        value, unit = row.get("value", ""), row.get("unit", "")
        if not unit and self._mapping.units:
            behind, before = _BEHIND.fullmatch(value), _BEFORE.fullmatch(value)
            if behind or before:
                value, unit = (behind[1], behind[2]) if behind else (before[2], before[1])  # type: ignore[index]
        if _GROUPED.fullmatch(value) and (unit or self._mapping.units):
            value = value.replace(",", "")
        unit = self._mapping.units.get(unit.strip(), unit.strip())
        if unit and not self._job.actors.check(unit) and ":" not in unit:
            return Problem("unknown unit", f"“{unit}” is no unit: write unit:USD or an IRI, or explain it in [units]")
        return value, unit

    # ------------------------------------------------------------------ who

    def _several(self, role: str, row: dict[str, str], date: str) -> list[str] | Problem:
        """What a cell names: one thing, none (""), or several in a list."""
        text, mark = row.get(role, ""), self._mapping.lists.get(role)
        parts = [part.strip() for part in text.split(mark)] if mark and text else [text]
        found = []
        for part in filter(None, parts) if len(parts) > 1 else parts:
            thing = self._thing(part, role, row, date)
            if isinstance(thing, Problem):
                return thing
            found.append(thing)
        return list(dict.fromkeys(found)) or [""]

    def _thing(self, text: str, role: str, row: dict[str, str], date: str) -> str | Problem:
        own, owner = row.get(f"{role}_id", ""), row.get(f"{role}_of", "")
        if not text and not own:
            return ""
        coded = role in self._mapping.states or f"{role}_of" in self._mapping.states
        years = _YEAR.findall(date) if coded else ()
        key = (role, text, own, owner, *years)
        found = self._things.get(key)
        if found is None:
            if len(self._things) > _REMEMBERED:
                self._things.clear()
            found = self._things[key] = self._owned(text, own, owner, role, sorted(set(map(int, years))))
        elif isinstance(found, str):
            self._job.actors.again(own or text, found)
        return found

    def _owned(self, text: str, own: str, owner: str, role: str, years: Iterable[int]) -> str | Problem:
        """A thing, with what it belongs to."""
        found = self._match(text, own, role, years)
        if isinstance(found, str) and owner and f"{role}_of" in OWNED:
            state = self._state(owner, f"{role}_of", years)
            if isinstance(state, Problem):
                return state
            if state != found:
                self._job.actors.belongs(found, state)
        return found

    def _match(self, text: str, own: str, role: str, years: Iterable[int]) -> str | Problem:
        actors, kind = self._job.actors, self._mapping.kinds.get(role, "br:Actor")
        if own:
            scheme = self._mapping.ids[f"{role}_id"]
            known = actors.of_id(scheme, own, text, kind)
            return known or Problem(f"no {scheme}", f"“{own}” is no id of {SCHEMES[scheme].what} ({scheme})")
        if role in self._mapping.states:
            return self._state(text, role, years)
        if text.startswith(("e:", "http://", "https://")) or _CURIE.fullmatch(text):
            return self._named(text)
        return actors.actor(text, kind, match=self._mapping.match.get(role, "state"))

    def _state(self, text: str, role: str, years: Iterable[int]) -> str | Problem:
        actors, system = self._job.actors, self._mapping.states.get(role, "name")
        if system != "name":
            return actors.state(text, system, years) or self._no_code(text, system)
        known = actors.named_state(text, years)
        return known or Problem("unknown state", f"“{text}” is no state, or may be several")

    def _named(self, text: str) -> str | Problem:
        """What stands there as a name of the graph: it stands for itself, and for nothing new."""
        actors = self._job.actors
        if actors.check(text) or (is_iri(expand(text) or "") and not text.startswith("e:")):
            return text
        brought = actors.bring(text[2:]) if text.startswith("e:") else None
        return brought or Problem("unknown name", f"the graph knows no {text}")

    def _no_code(self, text: str, system: str) -> Problem:
        """What is wrong with a code that is nobody's: no state has it, or several and the row's date does not tell."""
        holders = self._job.actors.holders(text, system)
        if not holders:
            return Problem(f"unknown {system} code", f"“{text}” is no {system} code of a state")
        reason = f"{system} code of several states"
        return Problem(reason, f"“{text}” is the {reason} ({'; '.join(holders)}); the date of the row does not decide")
