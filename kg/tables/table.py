"""Tables of others as rows: CSV, TSV, Excel, Parquet. A row that cannot be read comes back as a ``Problem``."""

from __future__ import annotations

import csv
import io
import os
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple
from xml.etree.ElementTree import ParseError

from kg.errors import WorldError, WrongCall
from kg.tables.lines import DAMAGE, RATIO, Problem, Tail, damaged, is_bomb, read_lines, size_of
from kg.tables.objects import OBJECTS, read_objects
from kg.tables.row import Row, cell_of
from kg.tables.statistics import STATISTICS, read_statistics

#: Lines of one quoted cell, before the quote counts as never closed.
_CELL_LINES = 500
#: Largest workbook, unpacked, that is searched for merged cells.
_GROWN = 256 << 20
_FORMULA = re.compile(r"=\S|[@+-]\s*[A-Za-z][\w.]*[(|!]")
#: What reading a damaged workbook may raise.
_SPOILT = (*DAMAGE, ParseError, KeyError, ValueError, TypeError, AttributeError, IndexError)
#: Endings of tables as text, and of all that can be read.
_TEXTS = (".csv", ".tsv", ".tab", ".txt")
TABLES = (*_TEXTS, ".xlsx", ".parquet", *OBJECTS, *STATISTICS)
_NOTHING: Mapping[str, str] = {}


class Sheet(NamedTuple):
    """A table: the names of its columns, its rows, and the other sheets of its file, which are not read."""

    columns: list[str]
    rows: Iterator[Row[list[str]]]
    others: tuple[str, ...] = ()
    #: Lines above the head row.
    above: int = 0


def stem(path: str) -> str:
    """The name of a file without its folder and endings."""
    return os.path.basename(os.path.normpath(path)).split(".")[0]


def ending(path: str) -> str:
    """The ending that says what a file holds: ``.csv`` of ``events.csv.gz``."""
    name = os.path.basename(path).lower()
    for packed in (".gz", ".bz2", ".xz", ".zip"):
        name = name.removesuffix(packed)
    return os.path.splitext(name)[1]


def text_rows(text: str, delimiter: str) -> Iterator[Row[list[str]]]:
    """The rows of a text that is a table."""
    return _cells(enumerate(io.StringIO(text, newline="").readlines(), 1), delimiter)


def read_table(
    path: str, columns: list[str] | None = None, tail: Tail | None = None, sheet: str = "",
    layout: Mapping[str, str] = _NOTHING,
) -> Sheet:  # fmt: skip
    """The table in a file. ``columns``: for files whose first row is data already; ``sheet``: of a workbook;
    ``layout``: encoding, delimiter, a name in the head row where other lines stand above it, and where in JSON the
    records are, for what the file does not tell. A column without a name is called by its place: ``column 4``.

    Raises WrongCall for a kind of file that is no table, WorldError for one that cannot be opened.
    """
    kind, others = ending(path), tuple[str, ...]()
    if kind == ".xlsx":
        rows, others = workbook_rows(path, sheet)
    elif kind == ".parquet":
        return _parquet(path)
    elif kind in OBJECTS:
        return Sheet(*read_objects(path, tail, layout.get("records", "")))
    elif kind in STATISTICS:
        return Sheet(*read_statistics(path))
    elif kind in TABLES:
        code = layout.get("encoding", "")
        rows = _cells(read_lines(path, tail, encoding=code), layout.get("delimiter") or _delimiter(path, code))
    else:
        raise WrongCall(
            f"{path} is not a table that kg can read.", f"Tables end in {', '.join(TABLES)} (.gz and so on)."
        )
    if columns:
        return Sheet(columns, rows, others)
    return _headed(path, rows, others, layout.get("head", ""))


def _headed(path: str, rows: Iterator[Row[list[str]]], others: tuple[str, ...], name: str) -> Sheet:
    """A table from its rows with their head, which is the first row or the first with that name."""
    head = next((r for r in rows if not name or (not isinstance(r.cells, Problem) and _has(r.cells, name))), None)
    if head is None or isinstance(head.cells, Problem):
        why = head.cells.message if head and isinstance(head.cells, Problem) else "it is empty"
        if name and head is None:
            raise WrongCall(f"{path} has no row with ‘{name}’, which its head row should have.", "Is it that file?")
        raise WrongCall(f"{path} has no head row: {why}.", "The first row names the columns.")
    columns = [c.strip() or f"column {i}" for i, c in enumerate(head.cells, 1)]
    return Sheet(columns, rows, others, head.number - 1 if name else 0)


def _has(cells: list[str], name: str) -> bool:
    return any(cell.strip() == name for cell in cells)


# ---------------------------------------------------------------------- tables


def _delimiter(path: str, encoding: str) -> str:
    first = next((t for _, t in read_lines(path, encoding=encoding) if isinstance(t, str) and t.strip()), "")
    counts = {d: first.count(d) for d in "\t;,|"}
    return max(counts, key=lambda d: (counts[d], d == ",")) if any(counts.values()) else ","


def _cells(lines: Iterable[tuple[int, str | Problem]], delimiter: str) -> Iterator[Row[list[str]]]:
    """Lines as rows. In tab-separated text a quotation mark is a letter like any other."""
    if delimiter == "\t":
        for number, text in lines:
            yield Row(number, text if isinstance(text, Problem) else text.rstrip("\r\n").split("\t"))
        return
    for number, text in _whole(lines):
        if isinstance(text, Problem):
            yield Row(number, text)
            continue
        if '"' not in text:
            yield Row(number, text.rstrip("\r\n").split(delimiter))
            continue
        try:
            cells = next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True), [])
        except csv.Error as error:
            yield Row(number, Problem("quoting", f"the row cannot be split into cells: {error}"))
            continue
        yield Row(number, cells)


def _whole(lines: Iterable[tuple[int, str | Problem]]) -> Iterator[tuple[int, str | Problem]]:
    """Lines joined where a quoted cell runs over several. A quote that never closes spoils its own line only."""
    waiting: list[tuple[int, str | Problem]] = []
    source: Iterator[tuple[int, str | Problem]] = iter(lines)
    while True:
        number, text = waiting.pop(0) if waiting else next(source, (0, ""))
        if not number:
            return
        if isinstance(text, Problem) or text.count('"') % 2 == 0:
            yield number, text
            continue
        joined, taken = [text], list[tuple[int, str | Problem]]()
        while len(taken) < _CELL_LINES:
            following = waiting.pop(0) if waiting else next(source, None)
            if following is None:
                break
            taken.append(following)
            if isinstance(following[1], Problem):
                break
            joined.append(following[1])
            if following[1].count('"') % 2 == 1:
                break
        if sum(t.count('"') for t in joined) % 2 == 0:
            yield number, "".join(joined)
        else:
            yield number, Problem("quoting", "a quotation mark is never closed")
            waiting = taken + waiting


def workbook_rows(path: str, name: str = "") -> tuple[Iterator[Row[list[str]]], tuple[str, ...]]:
    """The rows of one sheet of a workbook, the first by default, and the names of the others that are not empty."""
    try:
        from openpyxl import load_workbook
        from openpyxl.utils.exceptions import InvalidFileException
    except ImportError as error:
        raise WorldError("Excel files need openpyxl.", "pip install 'bilateral-kg[import]'") from error
    try:
        with zipfile.ZipFile(path) as archive:
            unpacked = sum(m.file_size for m in archive.infolist())
            merged = unpacked < _GROWN and any(
                b"<mergeCell " in archive.read(m) for m in archive.namelist() if m.startswith("xl/worksheets/sheet")
            )
        if is_bomb(size_of(path), unpacked):
            raise WorldError(f"{path} unpacks to more than {RATIO} times its size.", "Save it as CSV.")
        book = load_workbook(path, read_only=not merged, data_only=False)
    except (*_SPOILT, InvalidFileException) as error:
        raise WorldError(f"{path} cannot be read as an Excel file: {error}.") from error
    sheets = {s.title: s for s in book.worksheets}
    for sheet in book.worksheets if merged else ():
        _fill_merged(sheet)
    if not sheets or (name and name not in sheets):
        raise WrongCall(f"{path} has no sheet ‘{name}’.", f"Its sheets are {', '.join(sheets) or 'none'}.")
    chosen = sheets[name] if name else book.worksheets[0]
    others = tuple(title for title, sheet in sheets.items() if sheet is not chosen and _filled(sheet))

    def rows() -> Iterator[Row[list[str]]]:
        number = 0
        try:
            for number, row in enumerate(chosen.iter_rows(values_only=True), 1):
                yield Row(number, [cell_of(value) for value in row])
        except _SPOILT as error:
            yield Row(number + 1, damaged(error))

    return rows(), others


def _fill_merged(sheet: Any) -> None:
    """Have each cell of those that are shown as one hold what that one shows: it is of all their rows."""
    for area in list(sheet.merged_cells.ranges):
        value = sheet.cell(area.min_row, area.min_col).value
        sheet.unmerge_cells(str(area))
        for row in range(area.min_row, area.max_row + 1):
            for column in range(area.min_col, area.max_col + 1):
                sheet.cell(row, column).value = value


def _filled(sheet: Any) -> bool:
    """Whether a sheet holds anything; one that cannot be read may."""
    try:
        return any(value is not None for row in sheet.iter_rows(values_only=True) for value in row)
    except _SPOILT:
        return True


def _parquet(path: str) -> Sheet:
    try:
        import duckdb
    except ImportError as error:
        raise WorldError("Parquet files need DuckDB.", "pip install 'bilateral-kg[parquet]'") from error
    size_of(path)
    try:
        found = duckdb.connect().execute("SELECT * FROM read_parquet(?)", [path])
    except duckdb.Error as error:
        raise WorldError(f"{path} cannot be read as Parquet: {error}") from error

    def rows() -> Iterator[Row[list[str]]]:
        number = 0
        try:
            while some := found.fetchmany(10_000):
                for values in some:
                    number += 1
                    yield Row(number, [cell_of(v) for v in values])
        except duckdb.Error as error:
            yield Row(number + 1, damaged(error))

    return Sheet([d[0] for d in found.description or ()], rows())


def columns_of(sheet: Sheet, needed: Iterable[str], path: str) -> dict[str, int]:
    """Where the columns are. Raises WrongCall for one that is missing, or there twice."""
    found = {name: i for i, name in enumerate(sheet.columns)}
    needed = list(needed)
    twice = next((n for n in needed if sheet.columns.count(n) > 1), None)
    if twice:
        raise WrongCall(f"{path} has more than one column ‘{twice}’.", "Give each a name of its own.")
    missing = [n for n in needed if n not in found]
    if missing:
        raise WrongCall(
            f"{path} has no column ‘{missing[0]}’.", f"Its columns are {', '.join(sheet.columns) or 'none'}."
        )
    return found


def faulty(cells: list[str], width: int) -> Problem | None:
    """What keeps a row from being taken as it is: too few or too many cells, or a formula in one."""
    if len(cells) != width:
        return Problem("number of cells", f"there are {len(cells)} cells instead of {width}")
    for cell in cells:
        if cell and cell[0] in "=@+-" and _FORMULA.match(cell):
            return Problem("formula", f"“{cell[:40]}” is a formula, not a value")
    return None
