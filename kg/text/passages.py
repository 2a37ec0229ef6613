"""Places in the text of a document: its paragraphs and pages, and the hash that a passage keeps of its words.

Offsets count Unicode code points of the very text that the document's hash is of. A form feed begins a page.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from functools import lru_cache

from kg.values.candidate import Span


@lru_cache(maxsize=8)
def paragraphs(text: str) -> tuple[tuple[int, int], ...]:
    """Where each paragraph begins and ends: every line that is not empty, without the spaces around it."""
    found, at = [], 0
    for line in text.split("\n"):
        words = line.strip()
        if words:
            start = at + len(line) - len(line.lstrip())
            found.append((start, start + len(words)))
        at += len(line) + 1
    return tuple(found)


def span(text: str, start: int, end: int) -> Span:
    """A place with its paragraph, counted from 1, and its page where the text has several."""
    before = bisect_right(paragraphs(text), start, key=lambda paragraph: paragraph[0])
    page = text.count("\f", 0, start) + 1 if "\f" in text else None
    return Span(start, end, max(before, 1), page)


def passage_hash(text: str, place: Span) -> str:
    """What a passage keeps of its words, by which they are known again when they have moved."""
    return words_hash(text[place.start : place.end])


def words_hash(words: str) -> str:
    """The same of the words themselves."""
    return hashlib.sha256(words.encode()).hexdigest()[:16]
