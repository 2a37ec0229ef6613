"""Files of others as rows: CSV, TSV, Excel, Parquet, JSON lines, plain or compressed, whatever is wrong with them.

Everything streams. A row that cannot be read comes back as a ``Problem`` with its number, and the next row follows.
"""

from __future__ import annotations

import bz2
import csv
import gzip
import io
import lzma
import os
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import IO, Any, NamedTuple, cast

from kg.errors import WorldError, WrongCall

#: Longest row, in bytes.
LONGEST = 1 << 20
#: What a compressed file may grow to before its ratio is looked at, and the largest ratio; text stays below 100.
_GROWN, _RATIO = 256 << 20, 250
#: Lines of one quoted cell, before the quote counts as never closed.
_CELL_LINES = 500
_FORMULA = re.compile(r"=\S|[@+-]\s*[A-Za-z][\w.]*[(|!]")
TABLES = (".csv", ".tsv", ".tab", ".txt", ".xlsx", ".parquet")


class Problem(NamedTuple):
    """Why a row cannot go in: a short reason to count by, and the words for this row."""

    reason: str
    message: str


class Row(NamedTuple):
    """Number of a row, counted like the lines of a file from 1, and its cells or what is wrong with it."""

    number: int
    cells: list[str] | Problem


class Sheet(NamedTuple):
    """A table: the names of its columns, and its rows."""

    columns: list[str]
    rows: Iterator[Row]


def stem(path: str) -> str:
    """The name of a file without its folder and endings."""
    return os.path.basename(os.path.normpath(path)).split(".")[0]


def ending(path: str) -> str:
    """The ending that says what a file holds: ``.csv`` of ``events.csv.gz``."""
    name = os.path.basename(path).lower()
    for packed in (".gz", ".bz2", ".xz", ".zip"):
        name = name.removesuffix(packed)
    return os.path.splitext(name)[1]


def read_table(path: str, columns: list[str] | None = None, tail: Tail | None = None) -> Sheet:
    """The table in a file. ``columns``: for files whose first row is data already.

    Raises WrongCall for a kind of file that is no table, WorldError for one that cannot be opened.
    """
    kind = ending(path)
    if kind == ".xlsx":
        rows = _excel(path)
    elif kind == ".parquet":
        return _parquet(path)
    elif kind in TABLES:
        rows = _cells(read_lines(path, tail), _delimiter(path, kind))
    else:
        raise WrongCall(
            f"{path} is not a table that kg can read.", f"Tables end in {', '.join(TABLES)} (.gz and so on)."
        )
    if columns:
        return Sheet(columns, rows)
    head = next(rows, None)
    if head is None or isinstance(head.cells, Problem):
        why = head.cells.message if head and isinstance(head.cells, Problem) else "it is empty"
        raise WrongCall(f"{path} has no head row: {why}.", "The first row names the columns.")
    return Sheet([c.strip() for c in head.cells], rows)


def size_of(path: str) -> int:
    """Bytes of a file on disk. Raises WorldError."""
    try:
        return os.path.getsize(path)
    except OSError as error:
        raise _unreadable(path, error) from error


class Tail:
    """How far a file is read, in bytes on disk: for the progress bar."""

    def __init__(self) -> None:
        self.done = 0


# ---------------------------------------------------------------------- bytes and lines


@contextmanager
def opened(path: str) -> Iterator[tuple[IO[bytes], IO[bytes]]]:
    """The unpacked bytes of a file, and the file on disk behind them. Raises WorldError."""
    try:
        raw = open(path, "rb")  # noqa: SIM115 (closed below, whatever is put around it)
    except OSError as error:
        raise _unreadable(path, error) from error
    with raw, _unpacked(path, raw) as stream:
        yield stream, raw


def _unpacked(path: str, raw: io.BufferedReader) -> IO[bytes]:
    magic = raw.peek(6)[:6]
    if magic[:2] == b"\x1f\x8b":
        return cast(IO[bytes], gzip.GzipFile(fileobj=raw))
    if magic[:3] == b"BZh":
        return cast(IO[bytes], bz2.BZ2File(raw))
    if magic == b"\xfd7zXZ\x00":
        return cast(IO[bytes], lzma.LZMAFile(raw))
    if magic[:4] == b"PK\x03\x04" and not path.lower().endswith(".xlsx"):
        return _only_member(path, raw)
    return raw


def _only_member(path: str, raw: IO[bytes]) -> IO[bytes]:
    try:
        archive = zipfile.ZipFile(raw)
        members = [m for m in archive.infolist() if not m.is_dir()]
        if len(members) != 1:
            raise WrongCall(f"{path} holds {len(members)} files.", "Unpack it and import them one by one.")
        return archive.open(members[0])
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
        raise WorldError(f"{path} cannot be unpacked: {error}.") from error


def read_lines(path: str, tail: Tail | None = None) -> Iterator[tuple[int, str | Problem]]:
    """Number and text of the lines of a file. What is not UTF-8, too long or a decompression bomb gives a Problem."""
    total, number = 0, 0
    with opened(path) as (stream, raw):
        try:
            while line := stream.readline(LONGEST + 1):
                number += 1
                total += len(line)
                if tail and not number % 1024:
                    tail.done = raw.tell()
                if len(line) > LONGEST:
                    while line and not line.endswith(b"\n") and not _bomb(raw, total):
                        line = stream.readline(LONGEST + 1)
                        total += len(line)
                    yield number, Problem("too long", f"the row is longer than {LONGEST:,} bytes")
                else:
                    yield number, _text(line, number)
                if _bomb(raw, total):
                    message = f"the file unpacks to more than {_RATIO} times its size; nothing after this is read"
                    yield number + 1, Problem("decompression bomb", message)
                    return
        except (OSError, EOFError, lzma.LZMAError, zlib.error, zipfile.BadZipFile) as error:
            yield number + 1, Problem("damaged file", f"the file cannot be unpacked from here on: {error}")


def _bomb(raw: IO[bytes], total: int) -> bool:
    return total > _GROWN and total > _RATIO * max(1, raw.tell())


def _text(line: bytes, number: int) -> str | Problem:
    try:
        return line.decode("utf-8-sig" if number == 1 else "utf-8")
    except UnicodeDecodeError as error:
        return Problem("encoding", f"byte {line[error.start]:#04x} is not UTF-8")


# ---------------------------------------------------------------------- tables


def _delimiter(path: str, kind: str) -> str:
    if kind in (".tsv", ".tab"):
        return "\t"
    first = next((t for _, t in read_lines(path) if isinstance(t, str) and t.strip()), "")
    counts = {d: first.count(d) for d in "\t;,|"}
    return max(counts, key=lambda d: (counts[d], d == ",")) if any(counts.values()) else ","


def _cells(lines: Iterator[tuple[int, str | Problem]], delimiter: str) -> Iterator[Row]:
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


def _whole(lines: Iterator[tuple[int, str | Problem]]) -> Iterator[tuple[int, str | Problem]]:
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


def _excel(path: str) -> Iterator[Row]:
    try:
        from openpyxl import load_workbook
        from openpyxl.utils.exceptions import InvalidFileException
    except ImportError as error:
        raise WorldError("Excel files need openpyxl.", "pip install 'bilateral-kg[import]'") from error
    try:
        with zipfile.ZipFile(path) as archive:
            unpacked = sum(m.file_size for m in archive.infolist())
        if unpacked > _GROWN and unpacked > _RATIO * size_of(path):
            raise WorldError(f"{path} unpacks to more than {_RATIO} times its size.", "Save it as CSV.")
        book = load_workbook(path, read_only=True, data_only=False)
    except (OSError, zipfile.BadZipFile, InvalidFileException, KeyError, ValueError) as error:
        raise WorldError(f"{path} cannot be read as an Excel file: {error}.") from error
    sheet = book.worksheets[0]
    for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
        yield Row(number, [_cell(value) for value in row])


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

    def rows() -> Iterator[Row]:
        number = 0
        while some := found.fetchmany(10_000):
            for values in some:
                number += 1
                yield Row(number, [_cell(v) for v in values])

    return Sheet([d[0] for d in found.description or ()], rows())


def _cell(value: Any) -> str:
    """A value of a spreadsheet as text; a day without a time of day is a date."""
    if value is None:
        return ""
    if hasattr(value, "isoformat"):
        return str(value.isoformat()).removesuffix("T00:00:00")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _unreadable(path: str, error: OSError) -> WorldError:
    return WorldError(f"{path} cannot be read: {error.strerror or error}.")


def columns_of(sheet: Sheet, needed: Iterable[str], path: str) -> dict[str, int]:
    """Where the columns are. Raises WrongCall for one that is missing."""
    found = {name: i for i, name in enumerate(sheet.columns)}
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
