"""Coded events: who did what to whom and when, as ICEWS, GDELT and POLECAT publish them.

Acts go by CAMEO code or name, or by PLOVER's event and mode. ``cameo.tsv`` holds the codes, Goldstein's scores and the
PLOVER event of each. A score in the source is not taken: it follows from the code.
"""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import NamedTuple

from kg.errors import WrongCall
from kg.importers.job import Job, Taken
from kg.tables.lines import Problem
from kg.tables.table import Sheet, ending, faulty, read_table
from kg.text.dates import parse_date
from kg.text.records import Record

#: What a column may be called, by what it means; the first that is there counts.
_ROLES = {
    "date": ("date", "event date", "event_date", "sqldate", "day"),
    "source": ("source", "source name", "source_name", "actor name", "actor1name", "actor1", "actor"),
    "source country": ("source country", "source_country", "actor country", "actor1countrycode"),
    "act": ("cameo code", "cameo_code", "eventcode", "event code", "cameo", "relation", "event text", "event type",
            "event_type", "plover"),
    "mode": ("event mode", "event_mode"),
    "target": ("target", "target name", "target_name", "recipient name", "actor2name", "actor2", "recipient"),
    "target country": ("target country", "target_country", "recipient country", "actor2countrycode"),
    "source sector": ("source sectors", "source_sectors", "actor sector", "actor_sector", "actor1type1code"),
    "target sector": ("target sectors", "target_sectors", "recipient sector", "recipient_sector", "actor2type1code"),
    "source code": ("actor1code",),
    "target code": ("actor2code",),
    "id": ("event id", "event_id", "globaleventid", "id"),
    "address": ("sourceurl", "source url", "source_url", "url"),
}  # fmt: skip
_NEEDED = ("date", "source", "act", "target")
#: Columns that these sources have and that say nothing of their own here.
_KNOWN = frozenset(
    """split|event text|intensity|source sectors|target sectors|story id|sentence number|publisher|city|
district|province|country|latitude|longitude|monthyear|year|fractiondate|isrootevent|eventbasecode|eventrootcode|
quadclass|quad code|goldsteinscale|nummentions|numsources|numarticles|avgtone|dateadded|contexts|
actor title|recipient title|actor name raw|recipient name raw|wikipedia actor name|wikipedia recipient name|
actor cow|recipient cow|actor country|recipient country|placename|geonames id|raw placename|feature type|language|
version|actor sector|recipient sector|actor sector detail""".replace("\n", "").split("|")
)
_GDELT_ACTOR = (
    "Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code"
)
_GDELT_PLACE = "Type FullName CountryCode ADM1Code{} Lat Long FeatureID"
#: CAMEO writes who somebody is as three letters behind another: RUSGOVMIL.
_AGENT = re.compile("[A-Z]{3}")
_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:[ T]\d\d:\d\d.*)?", re.A)


def _gdelt(columns: int) -> list[str]:
    """The columns of GDELT's events, whose files have no head: 57 to March 2013, then 58, or 61 in version 2."""
    second = " ADM2Code" if columns == 61 else ""
    place = _GDELT_PLACE.format(second).split()
    return [
        *["GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"],
        *(f"Actor{n}{c}" for n in "12" for c in _GDELT_ACTOR.split()),
        *["IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale"],
        *["NumMentions", "NumSources", "NumArticles", "AvgTone"],
        *(f"{who}Geo_{c}" for who in ("Actor1", "Actor2", "Action") for c in place),
        *["DATEADDED", "SOURCEURL"][: 1 if columns == 57 else 2],
    ]


#: What is looked for; see ``kg import events --help``.
KEYS = {
    "Columns, by the names that count": {
        role + (" (needed)" if role in _NEEDED else ""): ", ".join(names) for role, names in _ROLES.items()
    }
}


class Act(NamedTuple):
    """A CAMEO code with its name, Goldstein's score and its PLOVER event."""

    code: str
    name: str
    goldstein: str
    plover: str


class Acts:
    """The codes of CAMEO and PLOVER, and those that this import has met."""

    def __init__(self, job: Job) -> None:
        with open(os.path.join(os.path.dirname(__file__), "cameo.tsv"), encoding="utf-8", newline="") as file:
            rows = [
                Act(r["code"], r["name"], r["goldstein"], r["plover_event"])
                for r in csv.DictReader(file, delimiter="\t")
            ]
        self._by_code = {a.code: a for a in rows}
        # where a root and its unspecified act share a name, the act is meant
        self._by_name = {a.name.casefold(): a for a in sorted(rows, key=lambda a: len(a.code))}
        self._actors = job.actors
        self._met: dict[str, str | None] = {}

    def find(self, text: str) -> str | None:
        """The CURIE of an act by code or name; None for an unknown one."""
        if text not in self._met:
            self._met[text] = self._find(text.strip())
        return self._met[text]

    def _find(self, text: str) -> str | None:
        scheme, colon, rest = text.partition(":")
        text = rest if colon and scheme in ("cameo", "plover") else text
        act = self._by_code.get(text) or self._by_code.get(f"0{text}") or self._by_name.get(text.casefold())
        plover = f"plover:{text.upper()}"
        # “Accuse” is an act of CAMEO, “ACCUSE” a category of PLOVER
        if self._actors.check(plover) and (scheme == "plover" or (text.isupper() and scheme != "cameo") or act is None):
            return plover
        if act is None:
            return None
        name = f"cameo:{act.code}"
        if not self._actors.check(name) and self._actors.is_new(name):
            tell = self._actors.tell
            tell(name, "a", "skos:Concept")
            tell(name, "rdfs:label", act.name[:1].lower() + act.name[1:].lower(), "en")
            tell(name, "br:goldstein", act.goldstein)
            if act.plover:
                tell(name, "skos:broadMatch", f"plover:{act.plover}")
        return name


def read(job: Job) -> Iterator[Taken]:
    """Rows of coded events as records. Raises WrongCall when a needed column is missing."""
    for path in job.source.files:
        sheet = _sheet(path, job)
        at = _columns(sheet, path, job)
        yield from _Reader(job, sheet, at, path).taken()


def _sheet(path: str, job: Job) -> Sheet:
    if ending(path) in (".csv", ".tsv", ".tab", ".txt"):
        first = read_table(path, ["?"])  # a look, before it is known what the first row is
        head = next(first.rows, None)
        if head and not isinstance(head.cells, Problem) and len(head.cells) in (57, 58, 61) and head.cells[0].isdigit():
            return job.table(path, _gdelt(len(head.cells)))
    return job.table(path)


def _columns(sheet: Sheet, path: str, job: Job) -> dict[str, int]:
    places = {c.casefold(): i for i, c in enumerate(sheet.columns)}
    found = {role: next((places[n] for n in names if n in places), -1) for role, names in _ROLES.items()}
    missing = [role for role in _NEEDED if found[role] < 0]
    if missing:
        raise WrongCall(
            f"{path} has no column for the {missing[0]} of an event.",
            f"It may be called {', '.join(_ROLES[missing[0]])}; there are {', '.join(sheet.columns)}. "
            "For other columns write a mapping: kg import table --suggest FILE.",
        )
    named = {n for names in _ROLES.values() for n in names} | _KNOWN
    for column in sheet.columns:
        name = column.casefold()
        if name not in named and not re.fullmatch(r"(actor[12]|action)geo_.*|actor[12].*code", name):
            job.remark(f"The column ‘{column}’ is not known and is left out.")
    return {role: i for role, i in found.items() if i >= 0}


class _Reader:
    """Makes records of the rows of one file."""

    def __init__(self, job: Job, sheet: Sheet, at: dict[str, int], path: str) -> None:
        self._job, self._sheet, self._at = job, sheet, at
        self._acts = Acts(job)
        self._file = os.path.basename(path)
        self._path = path
        self._days: dict[str, str | None] = {}

    def taken(self) -> Iterator[Taken]:
        """What becomes of each row."""
        width = len(self._sheet.columns)
        for number, cells in self._job.rows(self._path, self._sheet.rows):
            problem = cells if isinstance(cells, Problem) else faulty(cells, width)
            yield Taken(f"{self._file}:{number}", problem or self._event(number, cells))  # type: ignore[arg-type]

    def _event(self, number: int, cells: list[str]) -> list[Record] | Problem:
        at = self._at
        day = self._day(cells[at["date"]])
        if day is None:
            return Problem("date", f"“{cells[at['date']]}” is not a day")
        act = self._act(cells)
        if act is None:
            return Problem("unknown act", f"“{cells[at['act']]}” is neither a CAMEO nor a PLOVER code or name")
        source, target = self._actor("source", cells), self._actor("target", cells)
        if not source or not target:
            return Problem(f"no {'target' if source else 'source'}", "nobody is named on one side")
        name = (cells[at["id"]].strip() if "id" in at else "") or self._job.record_id(self._path, number)
        told = cells[at["address"]].strip() if "address" in at else ""
        return [Record(name, source, act, target, date=day, address=told)]

    def _act(self, cells: list[str]) -> str | None:
        return self._acts.find(cells[self._at["act"]])

    def _actor(self, role: str, cells: list[str]) -> str:
        roles = (role, f"{role} country", f"{role} sector")
        name, country, sectors = (cells[self._at[r]].strip() if r in self._at else "" for r in roles)
        actors = self._job.actors
        state = (actors.state(country) or actors.named_state(country)) if country else None
        code = cells[self._at[f"{role} code"]].strip() if f"{role} code" in self._at else ""
        if code and state and code == country:
            return state
        sectors = sectors or ";".join(_AGENT.findall(code.removeprefix(country)))
        return actors.actor(name, state=state, sectors=sectors) if name else state or ""

    def _day(self, text: str) -> str | None:
        if text not in self._days:
            found = _DAY.fullmatch(text.strip())
            self._days[text] = None
            if found:
                day = "-".join(found.groups()[:3])
                with suppress(WrongCall):
                    self._days[text] = parse_date(day).begins
        return self._days[text]
