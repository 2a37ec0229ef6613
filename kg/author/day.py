"""Dates as people write them, as EDTF: “19 June 2024”, “с мая 2014 по февраль 2018”, “2024년 6월 19일”, “the 1990s”.

A date that could be two is none: 06/07/2024 is June in one country and July in another.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.errors import WrongCall
from kg.text.periods import parse_edtf

#: The months by the beginnings of their names; no other word of a date begins so.
_MONTHS = (
    *(("jan", "янв"), ("feb", "фев"), ("mar", "мар"), ("apr", "апр"), ("may", "мая|май|мае"), ("jun", "июн")),
    *(("jul", "июл"), ("aug", "авг"), ("sep", "сен"), ("oct", "окт"), ("nov", "ноя"), ("dec", "дек")),
)
_ENGLISH = (
    "january|february|march|april|may|june|july|august|september|october|november|december|"
    "jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
)
_RUSSIAN = (
    "январ[ьяе]|феврал[ьяе]|марта?|марте|апрел[ьяе]|ма[йяе]|июн[ьяе]|июл[ьяе]|августа?|августе|сентябр[ьяе]|"
    "октябр[ьяе]|ноябр[ьяе]|декабр[ьяе]"
)
_SEASONS = {"spring": 21, "весн": 21, "봄": 21, "summer": 22, "лет": 22, "여름": 22, "autumn": 23, "fall": 23,
            "осен": 23, "가을": 23, "winter": 24, "зим": 24, "겨울": 24}  # fmt: skip
_YEAR = r"(?:1[0-9]|20|21)\d\d"
_MONTH = rf"(?P<month>(?:{_ENGLISH})\b\.?|(?:{_RUSSIAN})\b)"
_ANY_MONTH = re.compile(rf"(?:{_ENGLISH})\.?|(?:{_RUSSIAN})", re.I)
_DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th|-го|-е)?"
_FORMS = tuple(
    re.compile(
        rf"(?:(?<![\w.$€£₽₩-])|(?<=mid-)|(?<=early-)|(?<=late-)){form}"
        + ("" if form.endswith(("년", "월", "일")) else r"(?![\w%-])"),
        re.I,
    )
    for form in (
        rf"(?P<year>{_YEAR})-(?P<number>0[1-9]|1[0-2])-(?P<day>[0-2]\d|3[01])",
        rf"(?P<year>{_YEAR})[./](?P<number>0?[1-9]|1[0-2])[./](?P<day>[12]\d|3[01]|0?[1-9])",
        rf"(?P<day>[12]\d|3[01]|0?[1-9])[.](?P<number>0?[1-9]|1[0-2])[.](?P<year>{_YEAR})",
        rf"(?P<one>[12]\d|3[01]|0?[1-9])/(?P<two>[12]\d|3[01]|0?[1-9])/(?P<year>{_YEAR})",
        rf"(?P<year>{_YEAR})년\s*(?P<number>1[0-2]|[1-9])월\s*(?P<day>[12]\d|3[01]|[1-9])일",
        rf"(?P<year>{_YEAR})년\s*(?P<number>1[0-2]|[1-9])월",
        rf"{_DAY}(?:\s*[-–—]\s*(?P<last>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?)?(?:\s+day)?(?:\s+of)?\s+{_MONTH},?\s+(?P<year>{_YEAR})(?:\s*г(?:ода|\.)?)?",
        rf"{_MONTH}\s+{_DAY}(?:\s*[-–—]\s*(?P<last>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?)?,?\s+(?P<year>{_YEAR})",
        rf"{_MONTH},?\s+(?:of\s+)?(?P<year>{_YEAR})(?:\s*г(?:ода|оду|\.)?)?",
        rf"(?P<year>{_YEAR})-(?P<number>0[1-9]|1[0-2])",
        rf"(?P<season>spring|summer|autumn|fall|winter|весн[аоыу]й?|лето[м]?|осен[ьию]ю?|зим[аоыу]й?)(?:\s+of)?\s+(?P<year>{_YEAR})(?:\s*г(?:ода|\.)?)?",
        rf"(?P<year>{_YEAR})\s*[-–—]\s*(?P<until>{_YEAR})",
        r"(?P<decade>(?:1[0-9]|20)\d)0(?:s|-[хе](?:\s+год(?:ы|ов|ах))?|년대)",
        rf"(?P<year>{_YEAR})년",
        rf"(?P<year>{_YEAR})(?:\s*г(?:ода|оду|\.))?",
    )
)
_ABOUT = re.compile(r"(?:about|around|circa|c\.|approximately|roughly|около|примерно|~)\s*\Z", re.I)
_SINCE = re.compile(r"(?:since|from|as of|starting|начиная с|с|со)\s+\Z", re.I)
_UNTIL = re.compile(
    r"(?:until|till|up to|through|to|by|before|(?:no|not) later than|не позднее|до|по)"
    r"(?:\s+the\s+end\s+of|\s+конца)?\s+\Z",
    re.I,
)
_BETWEEN = re.compile(r"\s*(?:–|—|-|/|to|until|till|through|and|по|до|и|부터|에서|~)\s*", re.I)
#: What may stand around a date and says no more than the date does.
_AROUND = re.compile(
    r"\b(?:since|from|until|till|up to|to|between|and|in|on|the|about|around|circa|early|"
    r"by|before|end|of|no|not|later|than|"
    r"с|со|до|по|в|между|и|около|не|позднее|конца)\b"
    r"|부터|까지|[~.,]",
    re.I,
)
_KOREAN_SINCE = re.compile(r"\s*(?:부터|이후|이래)")
_KOREAN_UNTIL = re.compile(r"\s*까지")


class Day(NamedTuple):
    """A date in a text: its EDTF, and where it stands."""

    edtf: str
    start: int
    end: int


def dates(text: str) -> list[Day]:
    """All dates of a text with at least a year, in order; intervals as one."""
    single = _single(text)
    found, i = list[Day](), 0
    while i < len(single):
        day, following = single[i], single[i + 1] if i + 1 < len(single) else None
        head = text[: day.start]
        if following and _BETWEEN.fullmatch(text, day.end, following.start) and _is_joined(text, day, following):
            joined = f"{day.edtf}/{following.edtf}"
            if "/" not in day.edtf + following.edtf and _is_date(joined):
                found.append(Day(joined, day.start, following.end))
                i += 2
                continue
        if "/" not in day.edtf:
            if _SINCE.search(head) or _KOREAN_SINCE.match(text, day.end):
                day = day._replace(edtf=f"{day.edtf}/..")
            elif _UNTIL.search(head) or _KOREAN_UNTIL.match(text, day.end):
                day = day._replace(edtf=f"../{day.edtf}")
            elif _ABOUT.search(head):
                day = day._replace(edtf=f"{day.edtf}~")
        found.append(day)
        i += 1
    return found


def read_date(text: str) -> str:
    """The EDTF of a text that is one date. Raises WrongCall for what is none, or may be two."""
    text = text.strip()
    if _is_date(text):
        return text
    found = dates(text)
    left = text[: found[0].start] + text[found[0].end :] if found else text
    words = _AROUND.sub("", left)
    if len(found) == 1 and not words.strip():
        return found[0].edtf
    raise WrongCall(
        f"‘{text}’ is not read as a date." if not re.search(r"\d/\d", text) else f"‘{text}’ may be two dates.",
        "Write 2024, 2024-06, 2024-06-19, 2024-02/.. (since), 1991~ (about), or 19 June 2024.",
    )


def is_month(word: str) -> bool:
    """Whether a word is the name of a month, or short for one."""
    return _ANY_MONTH.fullmatch(word) is not None


def _single(text: str) -> list[Day]:
    """Dates without what stands around them; where two forms fit the longer one counts."""
    taken: list[Day] = []
    for form in _FORMS:
        for match in form.finditer(text):
            edtf = _edtf({k: v for k, v in match.groupdict().items() if v})
            free = all(match.end() <= d.start or match.start() >= d.end for d in taken)
            if edtf and free and _is_date(edtf):
                taken.append(Day(edtf, match.start(), match.end()))
    return sorted(taken, key=lambda d: d.start)


def _edtf(said: dict[str, str]) -> str:
    if "decade" in said:
        return f"{said['decade']}X"
    year = said["year"]
    if "season" in said:
        return f"{year}-{next(n for word, n in _SEASONS.items() if said['season'].lower().startswith(word))}"
    if "one" in said:
        one, two = int(said["one"]), int(said["two"])
        if one <= 12 and two <= 12 and one != two:
            return ""
        month, day = (two, one) if two <= 12 else (one, two)
        return f"{year}-{month:02}-{day:02}"
    if "until" in said:
        return f"{year}/{said['until']}"
    month = int(said["number"]) if "number" in said else _month(said.get("month", ""))
    if not month:
        return year
    if "day" not in said:
        return f"{year}-{month:02}"
    first = f"{year}-{month:02}-{int(said['day']):02}"
    return f"{first}/{year}-{month:02}-{int(said['last']):02}" if "last" in said else first


def _month(word: str) -> int:
    word = word.lower()
    return next((i for i, (en, ru) in enumerate(_MONTHS, 1) if word.startswith((en, *ru.split("|")))), 0)


def _is_joined(text: str, one: Day, two: Day) -> bool:
    """Whether two dates are the ends of one span; “and” joins them only behind “between”."""
    between = text[one.end : two.start].strip().lower()
    before = text[: one.start].rstrip().lower()
    if between in ("and", "и"):
        return before.endswith(("between", "между"))
    return True


def _is_date(text: str) -> bool:
    try:
        parse_edtf(text)
    except ValueError:
        return False
    return True
