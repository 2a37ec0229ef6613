"""Rows in every format that people and programs read.

``table`` is for eyes: aligned, cut to the width of the terminal, as wide as a terminal shows its characters.
The others never change with the terminal: json, jsonl, csv, tsv, md.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from kg.text import escapes
from kg.text.escapes import terminal

FORMATS = ("table", "json", "jsonl", "csv", "tsv", "md")
Row = Sequence[object]


def plain(value: Any) -> Any:
    """A value as JSON knows it: dataclasses and named tuples become objects, tuples lists."""
    if hasattr(value, "__dataclass_fields__"):
        return {name: plain(getattr(value, name)) for name in value.__dataclass_fields__}
    if hasattr(value, "_asdict"):
        return {k: plain(v) for k, v in value._asdict().items()}
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [plain(v) for v in value]
    return value


def to_json(value: Any, *, lines: bool = False, ascii: bool = False) -> str:
    """JSON, indented; with ``lines`` one compact object a line; with ``ascii`` for an output that knows no more."""
    if lines:
        items = value if isinstance(value, (list, tuple)) else [value]
        return "".join(escapes.json(plain(v), ascii=ascii, separators=(",", ":")) + "\n" for v in items)
    return escapes.json(plain(value), ascii=ascii, indent=2) + "\n"


def render(columns: Sequence[str], rows: Iterable[Row], fmt: str, width: int | None = None) -> str:
    """Rows as csv, tsv, md, json, jsonl or table. ``width`` cuts a table's last column."""
    texts = [["" if cell is None else str(cell) for cell in row] for row in rows]
    if fmt in ("json", "jsonl"):
        return to_json([dict(zip(columns, row, strict=True)) for row in texts], lines=fmt == "jsonl")
    if fmt == "csv":
        return _csv([[escapes.cell(c) for c in row] for row in [list(columns), *texts]])
    if fmt == "tsv":
        lines = ([escapes.cell(c, lines=False) for c in row] for row in [list(columns), *texts])
        return "".join("\t".join(row) + "\n" for row in lines)
    if fmt == "md":
        rule = "| " + " | ".join(["---"] * len(columns)) + " |\n"
        written = ["| " + " | ".join(map(escapes.markdown, row)) + " |\n" for row in [columns, *texts]]
        return "".join([written[0], rule, *written[1:]])
    return _aligned(list(columns), texts, width)


def _csv(rows: list[list[str]]) -> str:
    import csv
    import io

    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def columns_wide(text: str) -> int:
    """How many columns a text takes on a terminal."""
    if text.isascii():
        return len(text)
    from wcwidth import width  # 16 ms of CPU to import: where a table has more than ASCII only

    found: int = width(text)
    return found


def _aligned(columns: list[str], rows: list[list[str]], width: int | None) -> str:
    clean = [[terminal(cell) for cell in row] for row in rows]
    wide = [max([columns_wide(terminal(c)), *(columns_wide(r[i]) for r in clean)]) for i, c in enumerate(columns)]
    if width and len(columns) > 1 and sum(wide) + 2 * len(wide) > width:
        spare = width - sum(wide) - 2 * (len(wide) - 1)
        for i in sorted(range(len(wide)), key=lambda i: -wide[i]):
            cut = min(-spare, max(wide[i] - 16, 0))
            wide[i] -= cut
            spare += cut
            if spare >= 0:
                break
    out = []
    for row in [[terminal(c).upper() for c in columns], *clean]:
        out.append("  ".join(_fit(cell, wide[i]) for i, cell in enumerate(row)).rstrip() + "\n")
    return "".join(out)


def _fit(text: str, width: int) -> str:
    have = columns_wide(text)
    if have > width:
        from wcwidth import clip

        text = (text[: width - 1] if text.isascii() else clip(text, 0, width - 1)) + "…"
        have = columns_wide(text)
    return text + " " * (width - have)
