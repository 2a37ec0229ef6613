"""Days, months and years as callers write them; texts with EDTF syntax are read in ``kg.text.periods``."""

from __future__ import annotations

import re

from kg.errors import WrongCall
from kg.values.claims import Period
from kg.values.said import Said

_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def last_day(year: int, month: int) -> int:
    """Number of days in a month of the Gregorian calendar."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and leap else _DAYS[month - 1]


def parse_date(text: str) -> Period:
    """``2024``, ``2024-06`` or ``2024-06-19`` as the days it may mean.

    Raises WrongCall for anything else, impossible days included.
    """
    found = _DATE.fullmatch(text.strip())
    if found:
        year, month, day = (int(x) if x else None for x in found.groups())
        if year and (month is None or 1 <= month <= 12):
            first, last = month or 1, month or 12
            if day is None:
                return Period(text, f"{year:04}-{first:02}-01", f"{year:04}-{last:02}-{last_day(year, last):02}")
            if 1 <= day <= last_day(year, first):
                return Period(text, text.strip(), text.strip())
    raise WrongCall(Said("‘{word}’ is not a date.", word=text), "Write 2024, 2024-06 or 2024-06-19.")


def overlaps(period: Period, begins: str, ends: str) -> bool:
    """Whether a period may touch the days from ``begins`` to ``ends``; an open end reaches everywhere."""
    return (period.begins is None or period.begins <= ends) and (period.ends is None or period.ends >= begins)


def period_text(begins: str | None, ends: str | None) -> str:
    """Bounds as people write them: ``2024``, ``2024-06``, a day, an interval such as ``2024-02-01/..``; "" for none."""
    if not begins and not ends:
        return ""
    if begins and ends:
        for text in (begins[:4], begins[:7], begins):
            whole = parse_date(text)
            if (whole.begins, whole.ends) == (begins, ends):
                return text
    return f"{begins or '..'}/{ends or '..'}"
