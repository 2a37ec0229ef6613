"""Figures and dates in a sentence, with what they count and how exactly they are given."""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.author.draft.cues import Cue, Cues
from kg.text.mentions import MONTHS

_NUMBER = re.compile(r"(?<![\w.,/-])\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?!\d)(?:\.\d+)?|(?<![\w.,/-])\d+(?:[.,]\d+)?(?![\d/])")
_DATE = re.compile(
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+(?:day of\s+)?)?(?P<month>[^\W\d_]{3,})\s+(?:(?P<american>\d{1,2}),\s+)?(?P<year>1[5-9]\d\d|20\d\d)(?!\d)"
    r"|(?P<kyear>\d{4})년(?:\s*(?P<kmonth>\d{1,2})월(?:\s*(?P<kday>\d{1,2})일)?)?"
    r"|(?<![\d.,$])(?P<only>1[5-9]\d\d|20\d\d)(?![\d%]|[.,]\d)"
)
#: So many characters in front of a figure may say how exact it is.
_BEFORE = 24


class Figure(NamedTuple):
    """A figure: its number, how exact it is, and the CURIEs of its unit, and where the words tell of its indicator
    and of what it counts."""

    start: int
    end: int
    value: float
    comparator: str
    unit: str
    indicator: str
    counts: str
    words: str

    @property
    def text(self) -> str:
        """The number as people write it."""
        return f"{self.value:,.10g}"


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
    month = int(match["kmonth"] or 0) or _month(match["month"] or "")
    if not month:
        return year
    day = int(match["day"] or match["american"] or match["kday"] or 0)
    if month > 12 or day > 31:
        return year
    return f"{year}-{month:02}" + (f"-{day:02}" if day else "")


def _month(word: str) -> int:
    """The number of a month by its name or the beginning of it; 0 when it is none."""
    low = word.lower()
    for number, (english, russian) in enumerate(MONTHS, 1):
        if low == english or (len(low) >= 3 and english.startswith(low)) or low.startswith(russian):
            return number
    return 0


def figures(text: str, cues: Cues) -> list[Figure]:
    """The figures of a text that count something; neither dates nor numbers of paragraphs."""
    taken = dates(text)
    found = []
    for match in _NUMBER.finditer(text):
        if any(d.start < match.end() and match.start() < d.end for d in taken):
            continue
        value, end = _value(match[0]), match.end()
        if times := _at(cues.find("times", text[end : end + 12])):
            value, end = value * float(times.value), end + times.end
        unit = _at(cues.find("unit", text[end : end + 40]), within=22)
        money = text[: match.start()].rstrip()[-1:]
        kinds = unit.value.split() if unit else _MONEY.get(money, "").split()
        if not kinds:
            continue
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        near = [c for c in cues.find("comparator", before) if before[c.end :].strip(" $€£-") == ""]
        by_prefix = {k.split(":")[0]: k for k in kinds}
        found.append(
            Figure(
                match.start(), end + (unit.end if unit else 0), value, near[-1].value if near else "cmp:exact",
                by_prefix.get("unit") or by_prefix.get("cur", ""), by_prefix.get("ind", ""), by_prefix.get("counted", ""),
                text[match.start() : end + (unit.end if unit else 0)],
            )
        )  # fmt: skip
    return found


_MONEY = {"$": "cur:USD ind:trade-value", "€": "cur:EUR ind:trade-value"}


def _at(cues: list[Cue], within: int = 2) -> Cue | None:
    """The first of some words, when they stand close to a figure."""
    return cues[0] if cues and cues[0].start <= within else None


def _value(digits: str) -> float:
    """The number behind its figures: 2,850 and 2 850 are one, 1,2 is 1.2."""
    if re.fullmatch(r"\d{1,3}([,\s]\d{3})+(\.\d+)?", digits):
        return float(re.sub(r"[,\s]", "", digits))
    return float(digits.replace(",", "."))
