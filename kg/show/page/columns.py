"""Rows as columns: what most rows share stands in a page once, and takes the reader's browser no room for each row.

``src/columns.js`` makes rows of it again. A list of values of one class, or of dicts with the same keys, becomes
``{"~": number of rows, field: column, …}``. A column is a list of values, or ``{"of": values, "at": a number for each
row}`` where values repeat, or ``{"each": column of lengths, "rows": …}`` where a field holds rows of its own. Of texts
by language, one that is like the first is 0.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import is_dataclass
from itertools import chain
from typing import Any


def lean(value: Any) -> Any:
    """A value of dicts, lists and dataclasses, with its rows as columns."""
    if is_dataclass(value):
        value = vars(value)
    if isinstance(value, Mapping):
        return {key: lean(item) for key, item in value.items()}
    if not isinstance(value, (list, tuple)):
        return value
    fields = _fields(value)
    if fields is None:
        return [lean(item) for item in value]
    rows = [_named(row) for row in value]
    return {"~": len(rows), **{field: _column([row[field] for row in rows]) for field in fields}}


def _named(row: Any) -> Mapping[str, Any]:
    return vars(row) if is_dataclass(row) else row


def _fields(rows: Sequence[Any]) -> list[str] | None:
    """What all rows are made of; None when they are no rows."""
    if not rows or not all(is_dataclass(row) or isinstance(row, Mapping) for row in rows):
        return None
    fields = list(_named(rows[0]))
    return fields if fields and all(list(_named(row)) == fields for row in rows) else None


def _column(values: list[Any]) -> Any:
    if any(_is_rows(value) for value in values) and all(isinstance(value, (list, tuple)) for value in values):
        return {"each": _column([len(value) for value in values]), "rows": lean(list(chain(*values)))}
    numbers: dict[str, int] = {}
    at = [numbers.setdefault(repr(value), len(numbers)) for value in values]
    if 2 * len(numbers) > len(values) > 1:
        return [_plain(value) for value in values]
    first = dict(zip(reversed(at), reversed(values), strict=True))
    return {"of": [_plain(first[number]) for number in range(len(first))], "at": at if len(first) > 1 else []}


def _is_rows(value: Any) -> bool:
    return isinstance(value, (list, tuple)) and len(value) > 0 and is_dataclass(value[0])


def _plain(value: Any) -> Any:
    """A value of a column. A dict of equal texts is one text."""
    if not isinstance(value, dict) or len(value) < 2 or len(set(map(repr, value.values()))) > 1:
        return lean(value)
    return {"=": next(iter(value.values())), "keys": list(value)}
