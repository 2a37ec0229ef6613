"""Folding of names, so that one look-up finds all their spellings."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile("[a-z0-9]+")


def fold(name: str) -> str:
    """Case, accents, spaces and punctuation taken away: ``Kim Jong-un`` and ``KIM JONG UN`` are one key.

    Letters of any script stay; the result may be empty for a name made of punctuation only.
    """
    if name.isascii():
        return "".join(filter(str.isalnum, name.lower()))
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", name).casefold())
    kept = "".join(c for c in plain if c.isalnum())
    return unicodedata.normalize("NFC", kept)


def words(name: str) -> list[str]:
    """The words of a name, each folded."""
    if name.isascii():
        return _WORD.findall(name.lower())
    spaced = "".join(
        c if c.isalnum() or unicodedata.category(c) == "Mn" else " " for c in unicodedata.normalize("NFKC", name)
    )
    return [w for w in map(fold, spaced.split()) if w]
