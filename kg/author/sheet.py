"""A sheet of claims as rows: CSV in any encoding, Excel, JSON by lines. Each row keeps its number, for what is told.

Nothing is decided here but which cell belongs to which column; what cannot be read is a ``Problem`` with its row.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import NamedTuple

from kg.author.column import BY_PART, Heads, column_of, fits, heads, letter
from kg.author.extract.plain import decode
from kg.errors import WorldError, WrongCall
from kg.tables.lines import Problem
from kg.tables.row import Row
from kg.tables.table import ending, faulty, text_rows, workbook_rows

#: The tabs of a workbook beside the claims: what names and terms mean, and what the lists offer.
NAMES, TERMS, LISTS = "names", "terms", "lists"
KINDS = (".xlsx", ".csv", ".tsv", ".txt", ".jsonl", ".ndjson", ".json")
#: So deep a head row is looked for, below titles and empty rows.
_DEEP = 20


class Line(NamedTuple):
    """A row: its number in the file, the texts of its cells by the part of a claim, and why it cannot be read."""

    number: int
    cells: dict[str, str]
    problem: Problem | None = None


class Sheet(NamedTuple):
    """The rows of a sheet that hold anything, and what its other tabs say of names and terms, by text."""

    heads: Heads
    lines: Iterator[Line]
    names: dict[str, dict[str, str]]
    terms: dict[str, dict[str, str]]
    remarks: tuple[str, ...] = ()


def read_sheet(path: str, ignore: bool = False, encoding: str = "") -> Sheet:
    """A sheet of claims. Raises WrongCall for what is none, or has columns that are not known; WorldError."""
    kind = ending(path)
    if kind not in KINDS:
        raise WrongCall(f"{path} is no sheet that kg can read.", f"Sheets end in {', '.join(KINDS)}.")
    if kind == ".xlsx":
        rows, others = workbook_rows(path)
        return _table(path, rows, ignore, {t: _tab(path, t) for t in (NAMES, TERMS) if t in others})
    text = decode(path, _bytes(path), encoding)
    if kind in (".jsonl", ".ndjson", ".json"):
        return _objects(path, text, ignore)
    return _table(path, text_rows(text, _delimiter(text, kind)), ignore, {})


def _bytes(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise WorldError(f"{path} cannot be read: {error.strerror or error}.") from error


def _delimiter(text: str, kind: str) -> str:
    """What parts the cells: whatever makes the best head of one of the first rows."""
    if kind == ".tsv":
        return "\t"
    first = "".join(islice(iter(text.splitlines(True)), _DEEP))
    return max(",;\t|", key=lambda d: max(map(_fits, text_rows(first, d)), default=0))


def _fits(row: Row[list[str]]) -> int:
    return 0 if isinstance(row.cells, Problem) else fits(row.cells)


# ---------------------------------------------------------------------- tables


def _table(
    path: str, rows: Iterable[Row[list[str]]], ignore: bool, tabs: dict[str, dict[str, dict[str, str]]]
) -> Sheet:
    source = iter(rows)
    first = list(islice(source, _DEEP))
    head = max(first, key=_fits, default=None)
    if head is None or isinstance(head.cells, Problem) or not _fits(head):
        broken = next(((r.number, r.cells.message) for r in first if isinstance(r.cells, Problem)), None)
        why = f" Row {broken[0]}: {broken[1]}." if broken else ""
        raise WrongCall(
            f"{path} has no row that names its columns, such as quote, about, what, value.{why}",
            "kg add --sheet FILE writes a sheet with all of them.",
        )
    cells = [c.strip().lstrip("\ufeff") for c in head.cells]
    while cells and not cells[-1]:
        cells.pop()
    named = heads(cells, path, ignore)
    above = [r.number for r in first if r.number < head.number and not isinstance(r.cells, Problem) and any(r.cells)]
    remarks = [f"row{'s' * (len(above) > 1)} {', '.join(map(str, above))} above the head left out"] if above else []
    remarks += [f"column ‘{t}’ left out" for t, c in zip(named.texts, named.columns, strict=True) if t and not c]
    behind = (r for r in chain(first, source) if r.number > head.number)
    lines = (line for r in behind if (line := _line(r, named)))
    return Sheet(named, lines, tabs.get(NAMES, {}), tabs.get(TERMS, {}), tuple(remarks))


def _line(row: Row[list[str]], named: Heads) -> Line | None:
    """A row of a table by its parts; None for an empty one."""
    if isinstance(row.cells, Problem):
        return Line(row.number, {}, row.cells)
    cells = [*row.cells, *[""] * (len(named.columns) - len(row.cells))]
    if not any(c.strip() for c in cells):
        return None
    held = [(i, c) for i, c in enumerate(named.columns) if c and cells[i].strip()]
    texts = {c.part: cells[i].strip() for i, c in held if c.part}
    beyond = [i for i in range(len(named.columns), len(cells)) if cells[i].strip()]
    if beyond:
        at = f"‘{cells[beyond[0]][:40]}’ ({letter(beyond[0])})"
        return Line(row.number, texts, Problem("number of cells", f"{at} stands in a column without a head"))
    for i, column in held:
        problem = faulty([cells[i]], 1) if column.kind != "words" else None
        if problem:
            message = f"‘{named.texts[i]}’ ({letter(i)}): {problem.message}"
            return Line(row.number, texts, Problem(problem.reason, message))
    return Line(row.number, texts)


def _tab(path: str, name: str) -> dict[str, dict[str, str]]:
    """What a tab says of each text of its first column."""
    rows, _ = workbook_rows(path, name)
    head: list[str] = []
    found: dict[str, dict[str, str]] = {}
    for row in rows:
        if isinstance(row.cells, Problem):
            raise WrongCall(f"{path}, {name}, row {row.number}: {row.cells.message}.")
        cells = [c.strip() for c in row.cells]
        if not head:
            head = [c.lower() for c in cells]
        elif cells and cells[0]:
            found[" ".join(cells[0].split())] = {h: c for h, c in zip(head, cells, strict=False) if h and c}
    return found


# ---------------------------------------------------------------------- JSON


def _objects(path: str, text: str, ignore: bool) -> Sheet:
    values = list(_values(path, text))
    keys = list(dict.fromkeys(k for _, v in values if isinstance(v, dict) for k in v))
    if values and not keys:
        raise WrongCall(f"{path} holds no objects.", 'One a line, such as {"quote": "…", "about": "…", "what": "…"}.')
    named = heads(keys, path, ignore)
    return Sheet(named, (_object(n, v) for n, v in values if v != {}), {}, {})


def _values(path: str, text: str) -> Iterator[tuple[int, object]]:
    if text.lstrip().startswith("["):
        try:
            yield from enumerate(json.loads(text), 1)
        except ValueError as error:
            raise WrongCall(f"{path} is not JSON: {error}.") from error
        return
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                yield number, json.loads(line)
            except (ValueError, RecursionError) as error:
                yield number, Problem("JSON", f"this is not JSON: {error}")


def _object(number: int, value: object) -> Line:
    if isinstance(value, Problem):
        return Line(number, {}, value)
    if not isinstance(value, dict):
        return Line(number, {}, Problem("JSON", "this is no object with a value for each column"))
    cells: dict[str, str] = {}
    for key, held in value.items():
        column = column_of(key)
        several = held if isinstance(held, list) else [held]
        if any(isinstance(v, (dict, list)) for v in several):
            return Line(number, cells, Problem("JSON", f"‘{key}’ holds an object: give a text, or a list of texts"))
        texts = [("yes" if v else "no") if isinstance(v, bool) else str(v) for v in several if v is not None]
        if column and column.part and any(texts):
            cells[column.part] = "\n".join(texts).strip()
    return Line(number, cells)


def whole_number(part: str, text: str) -> int | None:
    """A cell as a number. Raises WrongCall."""
    if text and not text.isdecimal():
        raise WrongCall(f"‘{text}’ is no whole number.", BY_PART[part].note)
    return int(text) if text else None
