"""Tables of statistics programs: Stata and SPSS. Values are the codes that stand in the file, not their labels."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

from kg.errors import WorldError, WrongCall
from kg.tables.lines import damaged, size_of
from kg.tables.row import Row, cell_of

STATISTICS = (".dta", ".sav", ".zsav", ".por")
#: Rows that are read in one go.
_TOGETHER = 20_000


def read_statistics(path: str) -> tuple[list[str], Iterator[Row[list[str]]]]:
    """Columns and rows. Raises WorldError for a file that cannot be read, WrongCall for a packed one."""
    try:
        import pyreadstat
    except ImportError as error:
        raise WorldError("Files of Stata and SPSS need pyreadstat.", "pip install 'bilateral-kg[import]'") from error
    kind = os.path.splitext(path)[1].lower()
    if kind not in STATISTICS:
        raise WrongCall(f"{path} is packed.", "Unpack it: files of Stata and SPSS are read where they lie.")
    read: Any = {".dta": pyreadstat.read_dta, ".por": pyreadstat.read_por}.get(kind, pyreadstat.read_sav)
    size_of(path)
    errors = (pyreadstat.ReadstatError, pyreadstat.PyreadstatError, UnicodeError, ValueError, OverflowError)
    try:
        _, about = read(path, metadataonly=True, output_format="dict")
    except errors as error:
        raise WorldError(f"{path} cannot be read as a {kind} file: {error}.") from error

    def rows() -> Iterator[Row[list[str]]]:
        number = 0
        while True:
            try:
                found, _ = read(path, row_offset=number, row_limit=_TOGETHER, output_format="dict")
            except errors as error:
                yield Row(number + 1, damaged(error))
                return
            columns = [list(found[name]) for name in about.column_names]
            for values in zip(*columns, strict=True):
                number += 1
                yield Row(number, [cell_of(v) for v in values])
            if not columns or len(columns[0]) < _TOGETHER:
                return

    return about.column_names, rows()
