"""Dates in a sentence, as people write them in the languages that can be read."""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.text.mentions import MONTHS

_DATE = re.compile(
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+(?:day of\s+)?)?(?P<month>[^\W\d_]{3,})\s+"
    r"(?:(?P<american>\d{1,2}),\s+)?(?P<year>1[5-9]\d\d|20\d\d)(?!\d)"
    r"|(?P<kyear>\d{4})년(?:\s*(?P<kmonth>\d{1,2})월(?:\s*(?P<kday>\d{1,2})일)?)?"
    r"|(?<![\d.,$])(?P<only>1[5-9]\d\d|20\d\d)(?![\d%]|[.,]\d)"
)


class Date(NamedTuple):
    """A date as EDTF, and where it stands."""

    start: int
    end: int
    edtf: str


def dates(text: str) -> list[Date]:
    """The dates of a text, in order; a year by itself is one."""
    return [Date(m.start(), m.end(), edtf) for m in _DATE.finditer(text) if (edtf := _edtf(m))]


def _edtf(match: re.Match[str]) -> str:
    year = match["year"] or match["kyear"] or match["only"]
    month = int(match["kmonth"] or 0) or month_of(match["month"] or "")
    if not month:
        return year
    day = int(match["day"] or match["american"] or match["kday"] or 0)
    if month > 12 or day > 31:
        return year
    return f"{year}-{month:02}" + (f"-{day:02}" if day else "")


def month_of(word: str) -> int:
    """The number of a month by its name or the beginning of it; 0 when it is none."""
    low = word.lower()
    for number, (english, russian) in enumerate(MONTHS, 1):
        if low == english or (len(low) >= 3 and english.startswith(low)) or low.startswith(russian):
            return number
    return 0
