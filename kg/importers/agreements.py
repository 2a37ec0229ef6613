"""Treaties as manytreaties collects them: tables of agreements and of their parties, from sources that disagree.

Each file is what one source says, so each source is a claimant: a title, the days of signature, of entry into force and
of end, and who the parties are. Files belong together by ``treatyID``. Dates are "messy dates", read as EDTF. A source
that dates nearly everything 1 January knows the years only; its dates go in as years.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

from kg.importers.job import Job, Taken
from kg.tables.lines import Problem
from kg.tables.row import Row
from kg.tables.table import Sheet, columns_of, faulty, read_table, stem
from kg.text.periods import parse_edtf
from kg.text.records import Record

#: Column → property of the agreement that it dates.
_DATES = {"Signature": "br:signedOn", "Force": "br:inForceOn", "End": "br:endedOn"}
#: Columns that date what a party does; the first that is filled counts.
_JOINED = ("StateSignature", "stateSignature", "Signature")
_KNOWN = frozenset(
    """treatyID|manyID|stateID|StateName|Title|TitleAlt|Begin|End|Signature|Force|Term|Grounds|StateSignature|
stateSignature|StateRatification|Rat|StateForce|StateEnd|TypeDomain|TypeAgree|TypeAmbit|TypeGeo|TypeSubject|TypeRegion|
Location|Depository|Published|Secretariat|Website|Language|Languages|Text|TextURL|Coder|Comments|Source|Lineage|Auspices|
Version|AgreementType|DocType|GeogArea|Infrastructure|Hydropower|Irrigation|Groundwater|Equity_Sustainability|LocalNeeds|
Navigation|Fishing|BorderIssues|TerritorialIssues|NonWater_Embed|PredictionModel|JointMgmt|TechCoop|InfoExchange|
Monitoring|AgreeFinance|Consultations|National_Prog_Law|People_Interests|AmendMech""".replace("\n", "").split("|")
)
_NEW_YEAR = re.compile(r"\d{4}-01-01", re.A)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.A)
#: Share of days that are 1 January above which they stand for years, and days needed to tell.
_ALL, _ENOUGH = 0.95, 20


#: What is looked for; see ``kg import agreements --help``.
KEYS = {
    "Columns": {
        "treatyID": "which treaty (needed)",
        "Title": "its title",
        **{column: f"when: {relation}" for column, relation in _DATES.items()},
        "stateID, StateName": "a party, in files of parties",
        ", ".join(_JOINED): "when the party signed",
    }
}


def read(job: Job) -> Iterator[Taken]:
    """Rows of agreements and parties as records. Raises WrongCall when a needed column is missing."""
    for path in job.source.files:
        sheet = job.table(path)
        at = columns_of(sheet, ["treatyID"], path)
        for column in sheet.columns:
            if column not in _KNOWN and not column.endswith("ID"):
                job.remark(f"{os.path.basename(path)}: the column ‘{column}’ is not known and is left out.")
        yield from _Reader(job, path, sheet, at).taken()


def source_of(path: str) -> str:
    """The source that a file is from: ``GGO`` of ``agreements_GGO.csv.gz``."""
    return stem(path).rpartition("_")[2]


class _Reader:
    """Makes records of the rows of one source."""

    def __init__(self, job: Job, path: str, sheet: Sheet, at: dict[str, int]) -> None:
        self._job, self._path, self._sheet, self._at = job, path, sheet, at
        self._file, self._source = os.path.basename(path), source_of(path)
        self._speaker = job.actors.make(self._source, self._source, "br:Organization")
        self._years = {c for c in _DATES if c in at and _only_years(path, job.source.sheet, c)}
        for column in sorted(self._years):
            job.remark(f"{self._file}: every day in ‘{column}’ is 1 January; they are taken as years.")

    def taken(self) -> Iterator[Taken]:
        """What becomes of each row."""
        make = self._party if "stateID" in self._at else self._agreement
        width = len(self._sheet.columns)
        for number, cells in self._job.rows(self._path, self._sheet.rows):
            place = f"{self._file}:{number}"
            problem = cells if isinstance(cells, Problem) else faulty(cells, width)
            yield Taken(place, problem or make(place, Row(number, cells)))

    def _cell(self, cells: list[str], column: str) -> str:
        found = cells[self._at[column]].strip() if column in self._at else ""
        return "" if found == "NA" else found

    def _treaty(self, cells: list[str]) -> str:
        name, title = self._cell(cells, "treatyID"), self._cell(cells, "Title")
        return self._job.actors.make(name, title or name, "br:Agreement") if name else ""

    def _agreement(self, place: str, row: Row[list[str]]) -> list[Record] | Problem:
        cells = row.cells
        assert not isinstance(cells, Problem)
        treaty = self._treaty(cells)
        if not treaty:
            return Problem("no treatyID", "the row does not say which treaty it is about")
        name = f"{self._source}-{row.number}"
        found = []
        if title := self._cell(cells, "Title"):
            found.append(Record(f"{name}-title", treaty, "dcterms:title", value=title, speaker=self._speaker))
        for column, relation in _DATES.items():
            date = self._date(place, column, self._cell(cells, column))
            if date:
                record = Record(f"{name}-{column.lower()}", treaty, relation, date=date, speaker=self._speaker)
                found.append(record)
        return found or Problem("nothing said", "there is neither a title nor a date")

    def _party(self, place: str, row: Row[list[str]]) -> list[Record] | Problem:
        cells = row.cells
        assert not isinstance(cells, Problem)
        treaty, code = self._treaty(cells), self._cell(cells, "stateID")
        if not treaty or not code:
            return Problem("no treatyID" if not treaty else "no stateID", "the row does not say who is party to what")
        actors = self._job.actors
        date = next((d for c in _JOINED if (d := self._date(place, c, self._cell(cells, c)))), "")
        years = [int(date[:4])] if date[:4].isdecimal() else []
        state = actors.any_code(code, years) or actors.actor(self._cell(cells, "StateName") or code)
        name = f"{self._source}-party-{row.number}"
        return [Record(name, treaty, "br:signatory", state, date=date, speaker=self._speaker)]

    def _date(self, place: str, column: str, text: str) -> str:
        """A messy date as EDTF; one that cannot be read is told and left out."""
        if not text:
            return ""
        if column in self._years and _NEW_YEAR.fullmatch(text):
            return text[:4]
        edtf = text.replace("..", "/")
        try:
            parse_edtf(edtf)
        except ValueError as error:
            self._job.flaw(place, Problem("date left out", f"{column} “{text}”: {error}"))
            return ""
        return edtf


def _only_years(path: str, name: str, column: str) -> bool:
    """Whether a source writes 1 January for want of a day. ``name``: of the sheet."""
    sheet = read_table(path, sheet=name)
    at = columns_of(sheet, [column], path)[column]
    days = [c[at] for _, c in sheet.rows if not isinstance(c, Problem) and len(c) > at and _DAY.fullmatch(c[at])]
    return len(days) >= _ENOUGH and sum(d.endswith("-01-01") for d in days) >= _ALL * len(days)
