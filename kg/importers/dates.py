"""Dates of tables, in whatever way they are written, as EDTF."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

_DAY = re.compile(r"(\d{4})(\d\d)(\d\d)|(\d{4}-\d\d-\d\d)[ T]\d\d:\d\d.*", re.A)
#: What a date leaves open in tables that have a column each for year, month and day: COW writes −9.
_OPEN = frozenset(("", "0", "00", "-9", "-99", "-999", "NA", "."))
_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
         "sep sept september", "oct october", "nov november", "dec december"), 1)
    for name in names.split()
}  # fmt: skip


class Dates:
    """Reads the dates of one table. ``form``: how they are written, as ``strptime`` has it; "" for EDTF."""

    def __init__(self, form: str) -> None:
        self._form = form
        self._read: dict[str, str] = {}

    def period(self, date: str, begins: str, ends: str) -> str:
        """One EDTF text from a date, or from a beginning and an end."""
        date, begins, ends = map(self.iso, (date, begins, ends))
        if date or begins == ends:
            return date or begins
        return f"{begins or '..'}/{ends or '..'}"

    def span(self, text: str, mark: str) -> str:
        """The time from the first to the last of the dates in a list."""
        found = sorted(filter(None, map(self.iso, map(str.strip, text.split(mark)))))
        return "/".join(dict.fromkeys((found[0], found[-1]))) if found else ""

    def iso(self, text: str) -> str:
        """A date as EDTF; what cannot be read stays as it is, so that it can be told."""
        if text not in self._read:
            if len(self._read) > 100_000:
                self._read.clear()
            self._read[text] = self._iso(text.strip())
        return self._read[text]

    def _iso(self, text: str) -> str:
        if self._form and text:
            try:
                found = datetime.datetime.strptime(text, self._form)
            except ValueError:
                return text
            fine = "%d" in self._form or "%j" in self._form or "%c" in self._form or "%x" in self._form
            some = any(mark in self._form for mark in ("%m", "%b", "%B"))
            return f"{found.year:04}" + (f"-{found:%m}" if fine or some else "") + (f"-{found:%d}" if fine else "")
        found_day = _DAY.fullmatch(text)
        return text if not found_day else found_day[4] or f"{found_day[1]}-{found_day[2]}-{found_day[3]}"

    def joined(self, cells: Sequence[str]) -> str:
        """Year, month and day of a cell each as one date, as far as they are given."""
        year, *rest = (cell.strip() for cell in cells)
        if year in _OPEN:
            return ""
        found = [year.zfill(4)] if year.isdecimal() else [year]
        for cell in rest:
            if cell in _OPEN:
                break
            found.append(f"{_MONTHS.get(cell.lower(), cell):0>2}")
        return "-".join(found)
