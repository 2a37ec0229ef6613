"""Remarks on an answer, as figures and names; ``kg.show.notes`` puts them into words."""

from __future__ import annotations

from typing import NamedTuple


class Note(NamedTuple):
    """What an answer leaves out, sums up or misses: a key, and the figures and names that belong to it.

    ``about``: the slice or property that it is a note on, where an answer has several.
    """

    key: str
    values: dict[str, int | tuple[str, ...]]
    about: str = ""
