"""Words that tell how a sentence is meant, who says it and what it tells: a file for each language, beside this one."""

from __future__ import annotations

import os
import re
from functools import lru_cache
from typing import NamedTuple

#: Languages that can be read.
LANGUAGES = ("en", "ru", "ko")


class Cue(NamedTuple):
    """Words of a text that were looked for: where they stand, and what the file says of them."""

    start: int
    end: int
    words: str
    value: str


class Cues:
    """The words of one language, by what they tell."""

    def __init__(self, language: str, rows: list[tuple[str, str, str]]) -> None:
        self.language = language
        self._rows = rows
        self._found: dict[str, list[tuple[re.Pattern[str], str]]] = {}
        for sort, words, value in rows:
            self._found.setdefault(sort, []).append((_compiled(words, spaced=language != "ko"), value))

    def find(self, sort: str, text: str) -> list[Cue]:
        """Where words of a sort stand, in order; of two at one place the longer."""
        plain = text.replace("’", "'")
        found = [
            Cue(m.start(), m.end(), m[0], value)
            for pattern, value in self._found.get(sort, ())
            for m in pattern.finditer(plain)
        ]
        found.sort(key=lambda cue: (cue.start, -cue.end))
        kept: list[Cue] = []
        for cue in found:
            if not kept or cue.start >= kept[-1].end:
                kept.append(cue)
        return kept

    def first(self, sort: str, text: str) -> Cue | None:
        """The first words of a sort; None when there are none."""
        return next(iter(self.find(sort, text)), None)

    def rows(self, sort: str) -> list[tuple[str, str]]:
        """The words of a sort as they stand in the file, with their values."""
        return [(words, value) for found, words, value in self._rows if found == sort]


@lru_cache(maxsize=len(LANGUAGES))
def read_cues(language: str) -> Cues:
    """The words of a language, out of its file."""
    path = os.path.join(os.path.dirname(__file__), f"cues.{language}.tsv")
    rows = []
    with open(path, encoding="utf-8") as file:
        for line in file:
            if line.strip() and not line.startswith("#"):
                sort, words, *value = line.rstrip("\n").split("\t")
                rows.append((sort, words, value[0] if value else ""))
    return Cues(language, rows)


def _compiled(words: str, *, spaced: bool) -> re.Pattern[str]:
    """Words of the file as a pattern: ``*`` is any ending, and where words are spaced they are found whole."""
    pattern = re.sub(r"(?<![.\]])\*", r"\\w*", words).replace(".*", "[^.;]{0,60}?")
    pattern = re.sub(r"(?<!\\)\((?!\?)", "(?:", pattern).replace(" ", r"\s+")
    if not spaced:
        return re.compile(pattern)
    return re.compile(rf"(?:(?<!\w)|(?=[^\w\s]))(?:{pattern})(?:(?!\w)|(?<=[^\w\s]))", re.I)
