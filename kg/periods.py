"""EDTF texts and their bounds, read by the edtf library.

Levels 0 and 1 of ISO 8601-2: ``2024``, ``2024-06``, ``2024-06-19``, ``1991~``, ``199X``, ``2024-21`` (spring),
intervals ``2024-02/..`` and ``../1991~``. An open or unknown end has no bound.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from kg.dates import parse_date
from kg.errors import WrongCall
from kg.model import Period

_OPEN = ("", "..")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_PLAIN = re.compile(r"\d{4}(-(0\d|1[0-2])(-\d\d)?)?")


@lru_cache(maxsize=65_536)
def parse_edtf(text: str) -> Period:
    """The period that a text stands for. Raises ValueError with a reason for people."""
    if text.count("/") > 1 or not text.isascii() or text.strip() != text or not text:
        raise ValueError("it is not an EDTF date")
    if _PLAIN.fullmatch(text):  # what nearly all dates are, a hundred times faster
        try:
            return parse_date(text)
        except WrongCall as error:
            raise ValueError("there is no such date") from error
    if "/" not in text:
        first = last = _single(text)
        return Period(text, _day(first.lower_strict()), _day(last.upper_strict()))
    left, right = text.split("/")
    begins = None if left in _OPEN else _day(_single(left).lower_strict())
    ends = None if right in _OPEN else _day(_single(right).upper_strict())
    if begins is None and ends is None:
        raise ValueError("both ends of the interval are open")
    if begins and ends and begins > ends:
        raise ValueError("it ends before it begins")
    return Period(text, begins, ends)


def _single(text: str) -> Any:
    import edtf

    if not (text[:1].isdigit() and len(text) <= 12):
        raise ValueError("years have four digits, as in 2024-06")
    try:
        if _DAY.match(text):
            parse_date(text[:10])  # the library lets 29 February pass in every year
        return edtf.parse_edtf(text)
    except (edtf.EDTFParseException, ValueError, WrongCall) as error:
        raise ValueError("there is no such date") from error


def _day(when: Any) -> str:
    return f"{when.tm_year:04}-{when.tm_mon:02}-{when.tm_mday:02}"
