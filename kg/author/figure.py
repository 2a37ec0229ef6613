"""Figures as people write them: “about 850 metres”, “nearly 300 vehicles a day”, “$1.2bn”, “2.5–3 млн тонн”.

The words for units, currencies and what is counted are those of the ontology, so that a workspace may add its own;
here are only the words that bound a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from kg.claims.quads import Quads
from kg.text.names import fold
from kg.text.stems import stem
from kg.text.terms import ALT_LABEL, HIDDEN_LABEL, PREF_LABEL, SKOS, UNIT, VOCAB, XSD, br
from kg.values.claims import Literal, Node

_NAMES = (PREF_LABEL, ALT_LABEL, HIDDEN_LABEL, SKOS + "notation")
_SCHEMES = ("currency", "counted", "scale")
_CMP = VOCAB + "comparator/"
_COUNT = UNIT + "NUM"
#: Words before a number, by what they make of it. The last that fits nearest to the number counts.
_BEFORE = {
    "about": "about around some roughly approximately circa ca c. approx estimated ~ ≈ około около примерно порядка "
    "приблизительно 약 대략",
    "nearly": "nearly almost just-under почти без-малого 거의",
    "over": "over more-than exceeding above > более свыше больше-чем",
    "least": "at-least no-less-than no-fewer-than ≥ >= minimum-of не-менее как-минимум 최소",
    "most": "up-to at-most no-more-than not-more-than under below less-than fewer-than ≤ <= < maximum-of до не-более "
    "менее меньше-чем максимум 최대",
    "exact": "exactly precisely ровно точно 정확히",
}
#: Words behind a number that do the same.
_AFTER = {"over": "+ 이상 이상의 plus or-more", "most": "이하 미만 or-less", "about": "or-so 가량 정도 여"}
#: Words for no number at all.
_VAGUE = re.compile(
    r"\b(?:several|many|few|a few|some|dozens|hundreds|thousands|tens of thousands|millions|scores|a limited number|"
    r"несколько|десятки|сотни|тысячи|миллионы|수십|수백|수천|수만)\b",
    re.I,
)
_TIMES = {
    **dict.fromkeys(("thousand", "k", "тыс", "тысяч", "тысячи", "тысяча", "천"), 10**3),
    **dict.fromkeys(
        ("million", "millions", "mn", "m", "mln", "млн", "миллион", "миллиона", "миллионов", "백만"), 10**6
    ),
    **dict.fromkeys(("billion", "bn", "bln", "млрд", "миллиард", "миллиарда", "миллиардов", "십억"), 10**9),
    **dict.fromkeys(("trillion", "tn", "трлн", "триллион", "триллиона", "триллионов", "조"), 10**12),
    **{"hundred": 100, "сто": 100, "백": 100, "만": 10**4, "억": 10**8, "dozen": 12},
}
#: Of these short ones a letter may be a unit too: 850 m are metres, $5m are millions.
_AFTER_MONEY = frozenset(("m", "k"))
_PER = frozenset(("per", "a", "an", "each", "every", "/", "в", "за", "당"))
_DAILY = {"daily": "DAY", "monthly": "MO", "yearly": "YR", "annually": "YR", "weekly": "WK", "hourly": "HR"}
_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₽": "RUB", "₩": "KRW"}
_NUMBER = re.compile(r"\d{1,3}(?:[,\u00a0\u202f\u2009 ’']\d{3})+(?:\.\d+)?(?!\d)|\d+(?:[.,]\d+)?")
_PIECE = re.compile(rf"(?P<number>{_NUMBER.pattern})|(?P<word>[^\W\d_]+\.?)|(?P<mark>[$€£¥₽₩%‰~≈<>≤≥+/–—-]=?)")
_SMALL = {
    **{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10},
    **{"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17},
    **{"eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60},
    **{"seventy": 70, "eighty": 80, "ninety": 90},
}


class Figure(NamedTuple):
    """A number as a source gives it. Empty where the words do not say; numbers are decimal texts without separators.

    ``start`` and ``end``: where it stands in the text. ``rest``: words behind the number that are no unit known here.
    """

    value: str = ""
    at_least: str = ""
    at_most: str = ""
    comparator: str = _CMP + "exact"
    unit: str = _COUNT
    per: str = ""
    counts: str = ""
    vague: str = ""
    start: int = 0
    end: int = 0
    rest: str = ""

    def triples(self, node: str, lang: str = "en") -> Iterator[tuple[str, str, Node]]:
        """What it says of a figure, but for what it is a figure of."""
        for name, number in (("value", self.value), ("atLeast", self.at_least), ("atMost", self.at_most)):
            if number:
                yield node, br(name), Literal(number, None, XSD + ("decimal" if "." in number else "integer"))
        if self.vague:
            yield node, br("vagueValue"), Literal(self.vague, lang)
        if self.value or self.vague:
            yield node, br("comparator"), self.comparator
        if self.counts:
            yield node, br("counts"), self.counts
        yield node, br("unit"), self.unit
        if self.per:
            yield node, br("per"), self.per


class _Piece(NamedTuple):
    kind: str
    text: str
    start: int
    end: int


class Units:
    """The units of an ontology by their words, in any language that it has them in."""

    def __init__(self, quads: Quads) -> None:
        self._words: dict[tuple[str, ...], str] = {}
        self._signs: dict[str, str] = {}
        wanted = {s for p in _NAMES for s, *_ in quads.quads(None, p) if s.startswith(UNIT)}
        for scheme in _SCHEMES:
            wanted |= set(quads.subjects(SKOS + "inScheme", VOCAB + scheme))
        for unit in sorted(wanted):
            for name in (o.value for p in _NAMES for o in quads.objects(unit, p) if isinstance(o, Literal)):
                key = _stems(name)
                if key:
                    self._words.setdefault(key, unit)
                elif name.strip():
                    self._signs.setdefault(name.strip(), unit)
            if unit.startswith(VOCAB + "currency/"):
                self._words.setdefault((unit.rpartition("/")[2].lower(),), unit)
        self._longest = max(map(len, self._words), default=0)

    def find(self, pieces: list[_Piece], at: int) -> tuple[str, int]:
        """The unit whose words stand at a place, the longest first, and the place behind them; "" for none."""
        if at < len(pieces) and pieces[at].text in self._signs:
            return self._signs[pieces[at].text], at + 1
        for n in range(min(self._longest, len(pieces) - at), 0, -1):
            some = pieces[at : at + n]
            if all(p.kind == "word" for p in some):
                unit = self._words.get(tuple(_stem(p.text) for p in some))
                if unit:
                    return unit, at + n
        return "", at

    def named(self, text: str) -> str:
        """The unit that a text is the name, sign or code of; "" for none."""
        pieces = _pieces(text)
        unit, end = self.find(pieces, 0)
        return unit if end == len(pieces) else ""


def figures(text: str, units: Units) -> list[Figure]:
    """All figures in a text, in order."""
    pieces = _pieces(text)
    found, at = list[Figure](), 0
    while at < len(pieces):
        read = _read(pieces, at, units, text)
        if read:
            found.append(read[0])
            at = read[1]
        else:
            at += 1
    return found


def read_figure(text: str, units: Units) -> Figure | None:
    """The one figure that a text is; None when it holds none, several, or words before it that are none of a figure."""
    found = figures(text, units)
    if len(found) == 1 and not text[: found[0].start].strip(" .,;:("):
        behind = text[found[0].end :].strip(" .,;")
        return found[0]._replace(rest=behind)
    vague = _VAGUE.search(text) if not found else None
    if not vague:
        return None
    pieces = _pieces(text[vague.end() :])
    unit, counts, per, _ = _unit(pieces, 0, units)
    return Figure(comparator=_CMP + "vague", unit=unit or _COUNT, counts=counts, per=per, vague=text.strip())


def _read(pieces: list[_Piece], at: int, units: Units, text: str) -> tuple[Figure, int] | None:
    """The figure whose number stands at a place, and the place behind its unit."""
    first, place = _number(pieces, at)
    if first is None:
        return None
    money = _SIGNS.get(pieces[at - 1].text, "") if at else ""
    second, between = None, place
    if place < len(pieces) and (pieces[place].text in "-–—" or pieces[place].text.lower() in ("to", "and", "до")):
        ranged = pieces[place].text.lower() not in ("and",) or _word_before(pieces, at) == "between"
        second, between = _number(pieces, place + 1) if ranged else (None, place)
        place = between if second is not None else place
    scale, place = _scale(pieces, place, bool(money))
    unit, counts, per, place = _unit(pieces, place, units)
    if money and not unit:
        unit = VOCAB + "currency/" + money
    bound, start = _bound(pieces, at - bool(money))
    if place < len(pieces):
        after, more = _matched(pieces, place, _AFTER)
        bound, place = (after, more) if after else (bound, place)
    end = pieces[place - 1].end
    numbers = [_plain(n * scale) for n in (first, second) if n is not None]
    shown = Figure(unit=unit or _COUNT, counts=counts, per=per, start=pieces[start].start, end=end)
    if len(numbers) == 2:
        return shown._replace(at_least=numbers[0], at_most=numbers[1]), place
    if bound in ("least", "most"):
        least, most = (numbers[0], "") if bound == "least" else ("", numbers[0])
        return shown._replace(at_least=least, at_most=most), place
    return shown._replace(value=numbers[0], comparator=_CMP + (bound or "exact")), place


def _unit(pieces: list[_Piece], at: int, units: Units) -> tuple[str, str, str, int]:
    """Unit, what is counted, and for what time, behind a number; and the place behind them."""
    unit, place = units.find(pieces, at)
    counts = ""
    if unit.startswith(VOCAB + "counted/"):
        unit, counts = "", unit
    per = ""
    if place < len(pieces):
        word = pieces[place].text.lower()
        if word in _DAILY:
            per, place = UNIT + _DAILY[word], place + 1
        elif word in _PER and place + 1 < len(pieces):
            found, behind = units.find(pieces, place + 1)
            if found.startswith(UNIT):
                per, place = found, behind
    return unit, counts, per, place


def _number(pieces: list[_Piece], at: int) -> tuple[Decimal | None, int]:
    """A number in figures or in English words at a place, and the place behind it."""
    if at >= len(pieces):
        return None, at
    if pieces[at].kind == "number":
        return decimal(pieces[at].text), at + 1
    number, place = _spoken(pieces, at)
    if number is not None and [p.text.lower() for p in pieces[place : place + 3]] == ["and", "a", "half"]:
        return number + Decimal("0.5"), place + 3
    return number, place


def _spoken(pieces: list[_Piece], at: int) -> tuple[Decimal | None, int]:
    """A number in English words."""
    total, found, place = Decimal(0), Decimal(0), at
    while place < len(pieces):
        for part in pieces[place].text.lower().split("-"):
            if part in _SMALL:
                found += _SMALL[part]
            elif part == "hundred" and found:
                found *= 100
            elif part in ("thousand", "million", "billion") and found:
                total, found = total + found * _TIMES[part], Decimal(0)
            elif not (part == "and" and (found or total) and _goes_on(pieces, place + 1)):
                return (total + found or None), place if total + found else at
        place += 1
    return (total + found or None), place


def _goes_on(pieces: list[_Piece], at: int) -> bool:
    return at < len(pieces) and pieces[at].text.lower().split("-")[0] in _SMALL


def decimal(text: str) -> Decimal:
    """The number behind figures: a comma that parts thousands goes, any other is a decimal one."""
    grouped = re.fullmatch(r"\d{1,3}([,\s’']\d{3})+(\.\d+)?", text)
    return Decimal(re.sub(r"[,\s’']", "", text) if grouped else text.replace(",", "."))


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def _scale(pieces: list[_Piece], at: int, money: bool) -> tuple[int, int]:
    """What the words behind a number multiply it by, and the place behind them."""
    times = 1
    while at < len(pieces):
        word = pieces[at].text.lower().rstrip(".")
        if word not in _TIMES or (word in _AFTER_MONEY and not money):
            break
        times, at = times * _TIMES[word], at + 1
    return times, at


def _bound(pieces: list[_Piece], at: int) -> tuple[str, int]:
    """What the words right before a place make of a number, and where they begin."""
    for length in (3, 2, 1):
        if at - length >= 0:
            found, _ = _matched(pieces, at - length, _BEFORE, length)
            if found:
                return found, at - length
    return "", at


def _matched(pieces: list[_Piece], at: int, words: dict[str, str], length: int = 0) -> tuple[str, int]:
    for n in (length,) if length else (3, 2, 1):
        said = "-".join(p.text.lower() for p in pieces[at : at + n])
        if at + n <= len(pieces):
            for bound, some in words.items():
                if said in some.split():
                    return bound, at + n
    return "", at


def _word_before(pieces: list[_Piece], at: int) -> str:
    return pieces[at - 1].text.lower() if at else ""


def _pieces(text: str) -> list[_Piece]:
    return [_Piece(m.lastgroup or "", m[0], m.start(), m.end()) for m in _PIECE.finditer(text)]


def _stems(name: str) -> tuple[str, ...]:
    return tuple(_stem(w) for w in re.findall(r"[^\W\d_]+", name))


def _stem(word: str) -> str:
    return stem(word.rstrip(".").casefold()) or fold(word)
