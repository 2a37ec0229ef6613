"""A row of a table, and the value of a cell as text."""

from __future__ import annotations

from typing import Any, Generic, NamedTuple, TypeVar

from kg.tables.lines import Problem

Cells = TypeVar("Cells")


class Row(NamedTuple, Generic[Cells]):
    """Number of a row, counted like the lines of a file from 1, and what it holds or what is wrong with it."""

    number: int
    cells: Cells | Problem


def cell_of(value: Any) -> str:
    """A value as text; a day without a time of day is a date, and what is no number is nothing."""
    if value is None or value != value:
        return ""
    if hasattr(value, "isoformat"):
        return str(value.isoformat()).removesuffix("T00:00:00")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
