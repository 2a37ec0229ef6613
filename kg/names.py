"""Folding of names, so that one look-up finds all their spellings."""

from __future__ import annotations

import unicodedata


def fold(name: str) -> str:
    """Case, accents, spaces and punctuation taken away: ``Kim Jong-un`` and ``KIM JONG UN`` are one key.

    Letters of any script stay; the result may be empty for a name made of punctuation only.
    """
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", name).casefold())
    kept = "".join(c for c in plain if c.isalnum())
    return unicodedata.normalize("NFC", kept)


def words(name: str) -> list[str]:
    """The words of a name, each folded."""
    spaced = "".join(
        c if c.isalnum() or unicodedata.category(c) == "Mn" else " " for c in unicodedata.normalize("NFKC", name)
    )
    return [w for w in map(fold, spaced.split()) if w]
