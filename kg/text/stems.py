"""Words cut to what their inflections share, so that “soldier” finds “soldiers” and “солдаты” finds “солдатам”.

The script says the language: Snowball's stemmers for Latin and Cyrillic letters; of Korean words the particles and
endings that stand behind a noun are taken away.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from kg.text.names import fold

if TYPE_CHECKING:
    from snowballstemmer.basestemmer import BaseStemmer

_WORD = re.compile(r"[^\W_]+")
#: A figure in groups of three is one word: 12,000 is found as 12000.
_GROUPED = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
#: What may stand behind a Korean noun: particles, and the endings of “to do” and “to become”. The longest goes first.
_ENDINGS = tuple(
    sorted(
        (
            *("은", "는", "이", "가", "을", "를", "의", "에", "도", "만", "와", "과", "로", "들", "께"),
            *(
                "에서",
                "에게",
                "으로",
                "까지",
                "부터",
                "보다",
                "처럼",
                "이나",
                "에는",
                "에도",
                "에서는",
                "으로는",
                "에게는",
            ),
            *("들이", "들은", "들을", "들의", "들에", "들에게", "들도", "들과"),
            *("하다", "한다", "했다", "하는", "하여", "하고", "하며", "되다", "된다", "됐다", "되는", "된", "한", "할"),
            *("하였다", "되었다", "합니다", "했습니다", "됩니다", "됐습니다"),
        ),
        key=lambda ending: -len(ending),
    )
)


def stems(text: str) -> list[str]:
    """The stems of a text's words, in order."""
    return [stem for _, stem in spelled(text)]


def spelled(text: str) -> list[tuple[str, str]]:
    """The words of a text, in small letters, each with its stem."""
    plain = unicodedata.normalize("NFKC", _GROUPED.sub("", text)).casefold()
    return [(word, found) for word in _WORD.findall(plain) if (found := stem(word))]


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """What the inflections of a word share, folded; the word itself where the language is none of ours."""
    if "가" <= word[-1:] <= "힣":
        return fold(_bare(word))
    if "а" <= word[-1:] <= "ё":
        return fold(_stemmer("russian").stemWord(word.replace("ё", "е")))
    return _stemmer("english").stemWord(word) if word.isascii() and word.isalpha() else fold(word)


def _bare(word: str) -> str:
    """A Korean word without what stands behind it; one syllable is left whole, for it would mean anything."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            return word[: -len(ending)]
    return word


@cache
def _stemmer(language: str) -> BaseStemmer:
    import snowballstemmer  # 130 ms of CPU: only who searches or builds pays for it

    found: BaseStemmer = snowballstemmer.stemmer(language)
    return found
