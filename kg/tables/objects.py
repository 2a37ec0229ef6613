"""JSON as a table: an array of objects, or an object a line. Keys are columns; those of an object in it have a dot.

``{"who": {"iso": "RUS"}, "to": ["PRK", "CHN"]}`` has the columns ``who.iso``, with RUS, and ``to``, with PRK;CHN.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from kg.errors import WrongCall
from kg.tables.lines import DAMAGE, ENTITY, Problem, Tail, damaged, opened, read_lines
from kg.tables.row import Row, cell_of

OBJECTS = (".json", ".jsonl", ".ndjson")
#: Parts what a list in a cell holds.
_BETWEEN = ";"
_SPACE = re.compile(r"[\s,]*")
#: Where a new object may begin, behind one that cannot be read.
_NEXT = re.compile(r"[}\]]\s*,\s*(?=\{)")
_DECODER = json.JSONDecoder()


def read_objects(path: str, tail: Tail | None = None, records: str = "") -> tuple[list[str], Iterator[Row[list[str]]]]:
    """Columns and rows, numbered from 1, or by line. ``records``: the keys, with dots, under which the array is.

    Read twice: which columns there are is known when all objects are. Raises WrongCall where there are no objects.
    """
    columns: dict[str, None] = {}
    for row in _objects(path, None, records):
        if isinstance(row.cells, dict):
            columns |= dict.fromkeys(row.cells)
    if not columns:
        first = next((r.cells for r in _objects(path, None, records) if isinstance(r.cells, Problem)), None)
        raise WrongCall(f"{path} holds no objects{f': {first.message}' if first else ''}.", 'A row is {"key": value}.')

    def rows() -> Iterator[Row[list[str]]]:
        for row in _objects(path, tail, records):
            yield Row(
                row.number, row.cells if isinstance(row.cells, Problem) else [row.cells.get(c, "") for c in columns]
            )

    return list(columns), rows()


def _objects(path: str, tail: Tail | None, records: str) -> Iterator[Row[dict[str, str]]]:
    with opened(path) as (stream, _):
        try:
            start = stream.read(4096).lstrip(b"\xef\xbb\xbf \t\r\n")
        except DAMAGE as error:
            yield Row(1, damaged(error))
            return
    if start.startswith(b"{") and not records and _is_lines(start):
        for number, line in read_lines(path, tail, ENTITY):
            if isinstance(line, Problem) or line.strip():
                yield Row(number, line if isinstance(line, Problem) else _read(line))
        return
    yield from _members(path, records)


def _is_lines(start: bytes) -> bool:
    """Whether a file has an object a line, and is not one object over many."""
    first, mark, _ = start.partition(b"\n")
    try:
        json.loads(first)
    except ValueError:
        return not mark and len(start) > 4000  # one very long line
    return bool(mark) or b":[{" not in first.replace(b" ", b"")


def _members(path: str, records: str) -> Iterator[Row[dict[str, str]]]:
    """The objects of an array, one by one, and on behind one that cannot be read."""
    try:
        with opened(path) as (stream, _):
            text = stream.read().decode("utf-8-sig")
    except DAMAGE as error:
        yield Row(1, damaged(error))
        return
    except UnicodeDecodeError as error:
        yield Row(1, Problem("encoding", f"byte {error.start + 1:,} is not UTF-8", True))
        return
    if text.lstrip().startswith("{"):
        yield from _inside(text, records)
        return
    at, number = text.find("[") + 1, 0
    if not at:
        yield Row(1, Problem("no table", "this is neither an array nor an object of JSON", True))
        return
    while (at := _end(text, at)) < len(text) and text[at] != "]":
        number += 1
        try:
            value, at = _DECODER.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            yield Row(number, Problem("no object", f"{_short(error)}"))
            following = _NEXT.search(text, at + 1)
            if following is None:
                return
            at = following.end()
            continue
        yield Row(number, _flat(value))
    if at >= len(text):
        yield Row(number + 1, Problem("damaged file", "the array has no end", True))


def _end(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _inside(text: str, records: str) -> Iterator[Row[dict[str, str]]]:
    """The objects of an array that is a part of one object."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        yield Row(1, Problem("no object", _short(error), True))
        return
    path = records.split(".") if records else [k for k, v in value.items() if isinstance(v, list)]
    if not records and len(path) != 1:
        hint = f'its arrays are {", ".join(path) or "none"}; a mapping may name one: [table] records = "…"'
        yield Row(1, Problem("no table", f"this is one object, and {hint}", True))
        return
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    if not isinstance(value, list):
        yield Row(1, Problem("no table", f"there is no array ‘{records}’", True))
        return
    yield from (Row(number, _flat(one)) for number, one in enumerate(value, 1))


def _read(line: str) -> dict[str, str] | Problem:
    try:
        return _flat(json.loads(line))
    except (ValueError, RecursionError) as error:
        return Problem("no object", _short(error))


def _short(error: BaseException) -> str:
    return "it is nested too deeply" if isinstance(error, RecursionError) else f"this is not JSON: {error}"


def _flat(value: Any) -> dict[str, str] | Problem:
    if not isinstance(value, dict):
        return Problem("no object", "this is no object")
    found, todo = dict[str, str](), [("", value)]
    while todo:
        prefix, some = todo.pop()
        for key, cell in some.items():
            if isinstance(cell, dict):
                todo.append((f"{prefix}{key}.", cell))
                continue
            parts = cell if isinstance(cell, list) else [cell]
            if any(isinstance(p, (dict, list)) for p in parts):
                text = json.dumps(cell, ensure_ascii=False)
            else:
                text = _BETWEEN.join(map(cell_of, parts))
                if len(parts) > 1 and text.count(_BETWEEN) >= len(parts):
                    return Problem("list", f"what is listed in ‘{prefix}{key}’ holds a {_BETWEEN} itself")
            found[prefix + key] = text
    return found
