"""Sheets of claims as files: an empty one, one with the sentences of a text, one read with what became of its rows.

A workbook has lists to choose from and tabs for names and terms; CSV has the columns alone.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from kg.author.batch import Batch
from kg.author.column import BY_PART, COLUMNS, EXAMPLE, letter
from kg.author.sheet import LISTS, NAMES, TERMS
from kg.errors import WorldError, WrongCall
from kg.tables.table import ending
from kg.text import escapes

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_NAME_COLUMNS = ("text", "id", "kind", "side", "also", "row", "what kg says")
_TERM_COLUMNS = ("text", "id", "row", "what kg says")
_WIDE = {"words": 60, "list": 28, "pairs": 28, "text": 20, "number": 10, "truth": 10}
#: Rows that have lists to choose from.
_ROWS = 5000

Cells = Mapping[str, str]


class Form(NamedTuple):
    """What a sheet is to hold: rows by parts of a claim, rows of its tabs, and what its lists offer by part."""

    rows: Sequence[Cells]
    choices: Mapping[str, Sequence[str]]
    names: Sequence[Sequence[str]] = ()
    terms: Sequence[Sequence[str]] = ()
    results: Sequence[str] = ()


def example() -> dict[str, str]:
    """The row that shows how, which is never read."""
    return {c.part: c.example for c in COLUMNS if c.example}


def read_back(batch: Batch, choices: Mapping[str, Sequence[str]], written: bool) -> Form:
    """The rows of a sheet with the claims that they became, why others did not, and the names and terms to explain."""
    cells, results = list[Cells](), list[str]()
    for line, outcome in zip(batch.lines, batch.outcomes, strict=True):
        is_claim = outcome.state == "there" or (written and outcome.state in ("written", "changed"))
        cells.append({**line.cells, "id": outcome.claim} if is_claim else line.cells)
        refused = f"refused: {outcome.reason} {outcome.hint}".strip()
        results.append(outcome.state if is_claim else "" if outcome.state != "refused" else refused)
    names = [[t, s.get("id", ""), s.get("kind", ""), s.get("side", ""), s.get("also", ""), "", ""]
             for t, s in batch.names.items()]  # fmt: skip
    doubtful = batch.doubtful("name").items()
    names += [[t, "", "", "", "", str(o.row), f"{o.reason} {o.hint}"] for t, o in doubtful]
    terms = [[t, name, "", ""] for t, name in batch.term_answers.items()]
    terms += [[t, "", str(o.row), f"{o.reason} {o.hint}"] for t, o in batch.doubtful("term").items()]
    return Form(cells, choices, names, terms, results)


def form_bytes(path: str, form: Form) -> bytes:
    """A form as a file of the kind that its name says. Raises WrongCall for another, WorldError without openpyxl."""
    kind = ending(path)
    if kind == ".csv":
        return _csv(form)
    if kind == ".xlsx":
        return _workbook(form)
    raise WrongCall(f"{path} cannot be written as a sheet.", "Name it .xlsx or .csv.")


def _cells(form: Form) -> list[list[str]]:
    results = [*form.results, *[""] * (len(form.rows) - len(form.results))]
    return [
        [r.get(c.part, "") if c.part else result for c in COLUMNS] for r, result in zip(form.rows, results, strict=True)
    ]


def _csv(form: Form) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([c.name for c in COLUMNS])
    writer.writerows([[escapes.cell(c) for c in row] for row in _cells(form)])
    return b"\xef\xbb\xbf" + out.getvalue().encode()  # the mark by which Excel knows UTF-8


def _workbook(form: Form) -> bytes:
    try:
        from openpyxl import Workbook
    except ImportError as error:
        raise WorldError("Excel files need openpyxl.", "pip install 'bilateral-kg[import]'") from error
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "claims"
    _fill(sheet, [c.name for c in COLUMNS], _cells(form), [_WIDE[c.kind] for c in COLUMNS])
    _explain(sheet)
    _fill(book.create_sheet(NAMES), _NAME_COLUMNS, form.names, (28, 24, 18, 12, 28, 8, 80))
    _fill(book.create_sheet(TERMS), _TERM_COLUMNS, form.terms, (28, 24, 8, 80))
    lists = book.create_sheet(LISTS)
    lists.sheet_state = "hidden"
    for i, (part, values) in enumerate(form.choices.items()):
        _offer(sheet, lists, i, part, values)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _fill(sheet: Worksheet, head: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[int]) -> None:
    """A head that stays in view, and rows of texts; none of them is a formula, whatever it begins with."""
    from openpyxl.styles import Alignment, Font

    for number, row in enumerate([head, *rows], 1):
        for column, value in enumerate(row, 1):
            if value:
                cell = sheet.cell(number, column, value)
                cell.data_type = "s"
                cell.alignment = Alignment(wrap_text=True, vertical="top")
                cell.font = Font(bold=number == 1, italic=row[0] == EXAMPLE)
    sheet.freeze_panes = "A2"
    for i, width in enumerate(widths):
        sheet.column_dimensions[letter(i)].width = width


def _explain(sheet: Worksheet) -> None:
    """What each column takes, as the note on its head."""
    from openpyxl.comments import Comment

    for i, column in enumerate(COLUMNS, 1):
        sheet.cell(1, i).comment = Comment(column.note, "kg")


def _offer(sheet: Worksheet, lists: Worksheet, place: int, part: str, values: Sequence[str]) -> None:
    """A list to choose from in a column; whatever else is typed there is taken as well."""
    from openpyxl.worksheet.datavalidation import DataValidation

    if not values:
        return
    lists.cell(1, place + 1, BY_PART[part].name)
    for row, value in enumerate(values, 2):
        lists.cell(row, place + 1, value).data_type = "s"
    at = letter(place)
    offer = DataValidation("list", f"{LISTS}!${at}$2:${at}${len(values) + 1}", allow_blank=True, showErrorMessage=False)
    sheet.add_data_validation(offer)
    column = letter(COLUMNS.index(BY_PART[part]))
    offer.add(f"{column}2:{column}{_ROWS}")
