"""Any table, with a mapping that says what the columns mean (``kg.importers.mapping``)."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from kg.base.states import SYSTEMS
from kg.engine.nodes import is_iri
from kg.errors import WorldError, WrongCall
from kg.importers import recipes
from kg.importers.dates import Dates
from kg.importers.events import Acts
from kg.importers.identity import OWN, SCHEMES
from kg.importers.job import Importer, Job, Taken
from kg.importers.mapping import SECTIONS, Mapping
from kg.importers.rule import DATES, NAMED, OWNED, POINT, ROLES, SAYING, Rule
from kg.tables.lines import Problem
from kg.tables.table import columns_of, faulty
from kg.text.escapes import json
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
    "Kinds of ids": {
        **{name: scheme.what for name, scheme in SCHEMES.items()},
        OWN: "anything that only this data set knows",
    },
    "Example": {
        "[columns]": 'subject = "exporter"', "": 'object = "importer"', " ": 'value = "usd"', "  ": 'date = "year"',
        "[constants]": 'relation = "ind:trade-value"', "[states]": 'subject = "iso3"', "   ": 'object = "iso3"',
    },
}  # fmt: skip


def importer_of(path: str | None, recipe: str | None = None) -> tuple[Importer, tuple[str, ...], dict[str, str]]:
    """The importer for a mapping file or a recipe, what its records depend on, and what the mapping says of the set.

    Raises WrongCall, WorldError.
    """
    if path and recipe:
        raise WrongCall("A recipe is a mapping: there are two.", "Leave out --recipe or --mapping.")
    if recipe:
        path, text = f"recipe {recipe}", recipes.text_of(recipe)
    elif path:
        text = _read(path)
    else:
        raise WrongCall(
            "A table needs a mapping: what its columns mean.",
            "kg import table --suggest FILE > mapping.toml; kg import --recipes lists those for known data sets.",
        )
    mapping = Mapping(text, path)

    def read(job: Job) -> Iterator[Taken]:
        for file in job.source.files:
            yield from _Reader(job, mapping, file).taken()

    return read, (hashlib.sha256(text.encode()).hexdigest(),), mapping.about


def _read(path: str) -> str:
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except (OSError, UnicodeDecodeError) as error:
        raise WorldError(f"{path} cannot be read: {error}.") from error


class _Reader:
    """Makes records of the rows of one table."""

    def __init__(self, job: Job, mapping: Mapping, path: str) -> None:
        self._job, self._path = job, path
        self._sheet = job.table(path, mapping.head or None, mapping.table)
        self._file = os.path.basename(path)
        places, acts = columns_of(self._sheet, mapping.used, path), Acts(job)
        self._makers = [
            _Maker(job, rule, places, acts, name, mapping.own[name]) for name, rule in mapping.rules.items()
        ]
        left = [column for column in self._sheet.columns if column not in places]
        if left:
            named = ", ".join(left)
            job.remark(f"{self._file}: {len(left)} columns are not in the mapping and are left out: {named}.")

    def taken(self) -> Iterator[Taken]:
        """What becomes of each row."""
        width = len(self._sheet.columns)
        for number, cells in self._job.rows(self._path, self._sheet.rows):
            problem = cells if isinstance(cells, Problem) else faulty(cells, width)
            place = f"{self._file}:{number}"
            yield Taken(place, problem or self._records(place, number, cells))  # type: ignore[arg-type]

    def _records(self, place: str, number: int, cells: list[str]) -> list[Record] | Problem:
        """The records of a row; what is wrong with one of several is told, and is the row's fate where none is left."""
        default = self._job.record_id(self._path, number)
        found, problems, left = list[Record](), list[Problem](), list[Problem]()
        for maker in self._makers:
            wanted = maker.left_out(cells)
            if wanted:
                left.append(wanted)
                continue
            made = maker.records(default, number, cells)
            if isinstance(made, Problem):
                problems.append(made)
            else:
                found += made
        if not found:
            return (problems or left or [Problem("nothing said", "the row has nothing that the mapping asks for")])[0]
        for problem in problems:
            self._job.flaw(place, problem)
        return found


class _Maker:
    """Makes the records of a rule."""

    def __init__(
        self, job: Job, rule: Rule, places: dict[str, int], acts: Acts, name: str, own: frozenset[str]
    ) -> None:
        """``name``: what stands behind the id of the row; ``own``: the roles that must say something."""
        self._job, self._rule, self._acts, self._name = job, rule, acts, name
        self._places = {column: places[column] for column in rule.used}
        self._needed = [group for group in (own.intersection(some) for some in SAYING) if group]
        self._relations: dict[str, str | None] = {}
        self._things: dict[tuple[str, ...], str | Problem] = {}
        self._dates = Dates(rule.dates.get("format", ""))
        for role, kind in [*rule.kinds.items(), *((json(word), kind) for word, kind in rule.classes.items())]:
            if not job.actors.check(kind):
                hint = 'For example "br:Person".'
                raise WrongCall(f"{rule.name}: ‘{kind}’, said of {role}, is no kind of thing.", hint)

    def left_out(self, cells: Sequence[str]) -> Problem | None:
        """Why the mapping does not ask for this record of a row."""
        rule, places = self._rule, self._places
        for column, reasons in rule.skip.items():
            found = cells[places[column]].strip()
            if found in reasons:
                return Problem(reasons[found] or f"{column} is “{found}”", f"{column} is “{found}”")
        for column, some in rule.only.items():
            found = cells[places[column]].strip()
            if found not in some:
                return Problem(f"another {column}", f"{column} is “{found}”")
        return None

    def records(self, default: str, number: int, cells: Sequence[str]) -> list[Record] | Problem:
        """The records of a row; none where what they would say is not there."""
        row = self._row(number, cells)
        if any(not any(row.get(role) for role in group) for group in self._needed):
            return []
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
        stance = self._rule.stances.get(said, said) or "reported"
        issued = self._dates.iso(get("issued", ""))
        told = (get("text", ""), get("quote", ""), get("source", ""), issued, get("note", ""))
        name = (get("id", "") or default) + (f"-{self._name}" if self._name else "")
        found = [
            Record(name, subject, relation, other, *figure, date, speaker, stance, *told)
            for subject, other, speaker in product(*several)
        ]
        return found if len(found) == 1 else [r._replace(id=f"{name}-{i}") for i, r in enumerate(found, 1)]

    def _row(self, number: int, cells: Sequence[str]) -> dict[str, str]:
        """What the row says, by role."""
        rule, nothing = self._rule, self._rule.missing.get("any", frozenset())
        plain = {column: cells[place].strip() for column, place in self._places.items()}
        plain = {column: "" if text in nothing else text for column, text in plain.items()}
        row = {**rule.constants, **{role: plain[column] for role, column in rule.columns.items()}}
        row |= {role: self._dates.joined([plain[c] for c in some]) for role, some in rule.parts.items()}
        row |= {role: rule.filled(role, {"row": str(number), **plain}) for role in rule.templates}
        for role, texts in rule.missing.items():
            if row.get(role) in texts and role not in rule.constants:
                row[role] = ""
        if "date" in rule.lists and row.get("date"):
            row["date"] = self._dates.span(row["date"], rule.lists["date"])
        return row

    # ------------------------------------------------------------------ what is said

    def _relation(self, said: str) -> str | Problem:
        if said not in self._relations:
            meant = self._rule.relations.get(said, said)
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
        if not unit and self._rule.units:
            behind, before = _BEHIND.fullmatch(value), _BEFORE.fullmatch(value)
            if behind or before:
                value, unit = (behind[1], behind[2]) if behind else (before[2], before[1])  # type: ignore[index]
        if _GROUPED.fullmatch(value) and (unit or self._rule.units):
            value = value.replace(",", "")
        unit = self._rule.units.get(unit.strip(), unit.strip())
        if unit and not self._job.actors.check(unit) and ":" not in unit:
            return Problem("unknown unit", f"“{unit}” is no unit: write unit:USD or an IRI, or explain it in [units]")
        return value, unit

    # ------------------------------------------------------------------ who

    def _several(self, role: str, row: dict[str, str], date: str) -> list[str] | Problem:
        """What a cell names: one thing, none (""), or several in a list."""
        text, own, lists = row.get(role, ""), row.get(f"{role}_id", ""), self._rule.lists
        pairs = [(text, own)]
        if mark := lists.get(role):
            pairs = [(part.strip(), "") for part in text.split(mark)]
        elif own and (mark := lists.get(f"{role}_id")) and mark in own:
            pairs = [("", part.strip()) for part in own.split(mark)]
        found = []
        for pair in filter(any, pairs) if len(pairs) > 1 else pairs:
            thing = self._thing(*pair, role, row, date)
            if isinstance(thing, Problem):
                return thing
            found.append(thing)
        return list(dict.fromkeys(found)) or [""]

    def _thing(self, text: str, own: str, role: str, row: dict[str, str], date: str) -> str | Problem:
        owner, kind = row.get(f"{role}_of", ""), row.get(f"{role}_kind", "")
        if not text and not own:
            return ""
        states, ids = self._rule.states, self._rule.ids
        coded = role in states or f"{role}_of" in states or ids.get(f"{role}_id") in SYSTEMS
        years = _YEAR.findall(date.partition("/")[0] if "decides" in self._rule.dates else date) if coded else ()
        key = (role, text, own, owner, kind, *years)
        found = self._things.get(key)
        if found is None:
            if len(self._things) > _REMEMBERED:
                self._things.clear()
            found = self._things[key] = self._owned(text, own, owner, kind, role, sorted(set(map(int, years))))
        elif isinstance(found, str):
            self._job.actors.again(own or text, found, text)
        return found

    def _owned(self, text: str, own: str, owner: str, said: str, role: str, years: Iterable[int]) -> str | Problem:
        """A thing, with what it belongs to. ``said``: what the row says of its kind."""
        kind = self._kind(said, role)
        found = kind if isinstance(kind, Problem) else self._match(text, own, kind, role, years)
        if not isinstance(found, Problem) and owner and f"{role}_of" in OWNED:
            state = self._state(owner, f"{role}_of", years)
            if isinstance(state, Problem):
                return state
            if state != found:
                self._job.actors.belongs(found, state)
        return found

    def _kind(self, said: str, role: str) -> str | Problem:
        """What kind of thing a role is."""
        if not said:
            return self._rule.kinds.get(role, "br:Actor")
        found = self._rule.classes.get(said, said)
        return found if self._job.actors.check(found) else Problem("unknown kind", f"“{said}” is not in [classes]")

    def _match(self, text: str, own: str, kind: str, role: str, years: Iterable[int]) -> str | Problem:
        actors = self._job.actors
        if own:
            scheme = self._rule.ids[f"{role}_id"]
            if scheme == OWN:
                return actors.of_own_id(own, text, kind)
            if scheme in SYSTEMS:
                return actors.state(own, scheme, years) or self._no_code(own, scheme)
            known = actors.of_id(scheme, own, text, kind)
            return known or Problem(f"no {scheme}", f"“{own}” is no id of {SCHEMES[scheme].what} ({scheme})")
        if role in self._rule.states:
            return self._state(text, role, years)
        if text.startswith(("e:", "http://", "https://")) or _CURIE.fullmatch(text):
            return self._named(text)
        return actors.actor(text, kind, match=self._rule.match.get(role, "state"))

    def _state(self, text: str, role: str, years: Iterable[int]) -> str | Problem:
        actors, system = self._job.actors, self._rule.states.get(role, "name")
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
