"""Remarks on an answer, as figures and names; ``kg.show.notes`` puts them into words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Note(NamedTuple):
    """What an answer leaves out, sums up or misses: a key, and the figures and names that belong to it.

    ``about``: the slice or property that it is a note on, where an answer has several.
    """

    key: str
    values: dict[str, int | tuple[str, ...]]
    about: str = ""


def together(notes: Iterable[Note]) -> list[Note]:
    """Notes that count claims left out for one reason as one: of those that people wrote, and of data sets."""
    found: dict[tuple[str, str] | int, Note] = {}
    for i, note in enumerate(notes):
        key = (note.key, note.about) if note.values.keys() == {"claims"} else i
        counts = (n.values.get("claims") for n in (note, found.get(key)) if n)
        added: dict[str, int | tuple[str, ...]] = {"claims": sum(c for c in counts if isinstance(c, int))}
        found[key] = note._replace(values=added) if key in found else note
    return list(found.values())
