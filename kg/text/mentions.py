"""Whether a passage mentions a name, a number or a date, inflected or in words."""

from __future__ import annotations

import re

from kg.text.names import fold, words

_LEAST, _ENDING = 4, 3  # letters that two forms of a word share at least, and that each may have more
_SMALL = frozenset(("the", "a", "an", "of", "and", "to", "in", "by", "for", "with", "on", "s"))
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_HANGUL = re.compile("[\uac00-\ud7a3]")

_NUMBER = re.compile(r"\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?")
_UNITS = {
    **{"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9},
    **{"ten": 10, "eleven": 11, "twelve": 12, "dozen": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15},
    **{"sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40},
    **{"fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90},
}
_TIMES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}

_DATE = re.compile(r"(\d{4}|\d{3}X|\d\dXX)(?:-(\d\d)(?:-(\d\d))?)?")
#: The months by the beginnings of their names; Korean and figures have the number itself.
MONTHS = (
    *(("january", "янв"), ("february", "фев"), ("march", "март"), ("april", "апр"), ("may", "ма"), ("june", "июн")),
    *(("july", "июл"), ("august", "авг"), ("september", "сент"), ("october", "окт"), ("november", "нояб")),
    ("december", "дек"),
)


class Mentions:
    """The words and numbers of a passage."""

    def __init__(self, text: str) -> None:
        self._text, self._folded = text, fold(text)
        self._all = words(text)
        self._words = [w for w in self._all if w not in _SMALL]
        self._numbers = set(_in_figures(text)) | set(_in_words(self._all))

    def name(self, name: str) -> bool:
        """Whether the words of a name stand next to each other, in whatever form."""
        if _UNSPACED.search(name):
            return fold(name) in self._folded
        wanted = [w for w in words(name) if w not in _SMALL]
        return bool(wanted) and any(
            all(map(is_form_of, self._words[i:], wanted)) for i in range(len(self._words) - len(wanted) + 1)
        )

    def number(self, value: float) -> bool:
        """Whether a number is given, in figures or in English words."""
        return any(abs(value - n) <= 1e-9 * max(1.0, abs(value)) for n in self._numbers)

    def date(self, edtf: str) -> bool:
        """Whether the year of a date is given, and its month and day if it has them; of an interval, of both ends."""
        return all(
            self._year(year) and (not month or self._month(int(month))) and (not day or self.number(int(day)))
            for year, month, day in _DATE.findall(edtf)
        )

    def _year(self, year: str) -> bool:
        return re.search(rf"(?<!\d){year.replace('X', r'[0-9]')}(?!\d)", self._text) is not None

    def _month(self, month: int) -> bool:
        if not 1 <= month <= 12:  # a season or a quarter, for which texts have many words
            return True
        english, russian = MONTHS[month - 1]
        spelt = (w for w in self._all if w[:1].isalpha())
        return (
            any(english.startswith(w) if w.isascii() and len(w) >= 3 else w.startswith(russian) for w in spelt)
            or f"{month}월" in self._text
            or re.search(rf"\d{{4}}[-./]0?{month}(?!\d)|(?<!\d)0?{month}[-./]\d{{4}}", self._text) is not None
        )


def is_form_of(word: str, name: str) -> bool:
    """Whether two words differ at most in their endings; Korean adds them, and a number has none."""
    if word == name:
        return True
    if _HANGUL.search(name):
        return word.startswith(name)
    if word.isdigit() or name.isdigit():
        return False
    shared = next((i for i, (a, b) in enumerate(zip(word, name, strict=False)) if a != b), min(len(word), len(name)))
    return shared >= _LEAST and len(word) - shared <= _ENDING and len(name) - shared <= _ENDING


def _in_figures(text: str) -> list[float]:
    """Numbers in figures, with the thousand or million behind them: 2,850 and 2 850 are one, 1,2 is 1.2."""
    found = []
    for match in _NUMBER.finditer(text):
        digits = match[0]
        grouped = re.fullmatch(r"\d{1,3}([,\s]\d{3})+(\.\d+)?", digits)
        number = float(re.sub(r"[,\s]", "", digits) if grouped else digits.replace(",", "."))
        behind = words(text[match.end() : match.end() + 20])[:1]
        found += [number, *(number * _TIMES[w] for w in behind if w in _TIMES)]
    return found


def _in_words(spoken: list[str]) -> list[float]:
    """Numbers in English words: ``two hundred and fifty thousand``, ``one and a half``, ``a year and a half``."""
    found: list[float] = []
    number: float | None = None
    total = 0.0
    for i, word in enumerate([*spoken, ""]):
        if word in _UNITS:
            number = (number or 0) + _UNITS[word]
        elif word in _TIMES and number is not None:
            number *= _TIMES[word]
            if word != "hundred":
                total, number = total + number, 0
        elif word == "and" and number is not None:
            continue
        elif number is not None or total:
            found.append(total + (number or 0))
            number, total = None, 0.0
        if word == "half":
            more = i >= 3 and spoken[i - 2 : i] == ["and", "a"]
            found.append(0.5 + (_UNITS.get(spoken[i - 3], 1) if more else 0))
    return found
