"""EDTF texts and their bounds: levels 0 and 1 of ISO 8601-2.

``2024``, ``2024-06``, ``2024-06-19``; uncertain or approximate ``1991~``, ``2024-06?``; unspecified ``199X``,
``2024-06-XX``; seasons and quarters, ``2024-21`` (spring), ``2024-33``; intervals ``2024-02/..`` and ``../1991~``. An
open or unknown end has no bound.

By hand because builds read dates by the thousand: the edtf library, which the tests compare this with, takes 157 ms to
import, 9.5 ms and half a megabyte for an interval, and fails on ``2024-0X`` and ``../10XX``.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kg.errors import WrongCall
from kg.text.dates import last_day, parse_date
from kg.values.claims import Period

_OPEN = ("", "..")
_DATE = re.compile(r"(\d{4}|\d{3}X|\d\dXX|\dXXX)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?[?~%]?", re.A)
_SPRING, _SUMMER, _AUTUMN, _WINTER = (3, 5), (6, 8), (9, 11), (12, 12)
#: First and last month of the parts of a year, numbered from 21: seasons, those of the north and of the south,
#: quarters, thirds, halves. All but the first four are of level 2.
_PARTS = dict(
    enumerate(
        (
            *(_SPRING, _SUMMER, _AUTUMN, _WINTER) * 2,
            *(_AUTUMN, _WINTER, _SPRING, _SUMMER),
            *((1, 3), (4, 6), (7, 9), (10, 12)),
            *((1, 4), (5, 8), (9, 12)),
            *((1, 6), (7, 12)),
        ),
        21,
    )
)


@lru_cache(maxsize=65_536)
def parse_edtf(text: str) -> Period:
    """The period that a text stands for. Raises ValueError with a reason for people."""
    if text.count("/") > 1 or not text:
        raise ValueError("it is not an EDTF date")
    if "/" not in text:
        return Period(text, *_bounds(text))
    left, right = text.split("/")
    begins = None if left in _OPEN else _bounds(left)[0]
    ends = None if right in _OPEN else _bounds(right)[1]
    if begins is None and ends is None:
        raise ValueError("both ends of the interval are open")
    if begins and ends and begins > ends:
        raise ValueError("it ends before it begins")
    return Period(text, begins, ends)


def _bounds(text: str) -> tuple[str, str]:
    """First and last day that a date may mean."""
    found = _DATE.fullmatch(text)
    if not found:
        raise ValueError("it is not an EDTF date such as 2024, 2024-06~ or 2024-06-19")
    year, month, day = found.groups()
    if month in (None, "XX"):
        first, last = 1, 12
    else:
        first, last = _PARTS.get(int(month), (int(month), int(month)))
        if day is not None and int(month) in _PARTS:
            raise ValueError("a season has no days")
    return _day(year.replace("X", "0"), first, day, "01"), _day(year.replace("X", "9"), last, day, "")


def _day(year: str, month: int, day: str | None, default: str) -> str:
    """A day of a month: the one given, else the default, else the last."""
    if day in (None, "XX"):
        day = default or f"{last_day(int(year), month) if 1 <= month <= 12 else 0:02}"
    year = "0001" if year == "0000" and default else year  # the first of 000X
    try:
        return parse_date(f"{year}-{month:02}-{day}").text
    except WrongCall as error:
        raise ValueError("there is no such date") from error
