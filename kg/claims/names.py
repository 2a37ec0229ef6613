"""The names of everything that people wrote, as a list in the claims index: a search reads it in a millisecond."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from kg.claims.quads import Quads
from kg.errors import WorldError
from kg.text.terms import ALT_LABEL, HIDDEN_LABEL, LABEL, NAMES, PREF_LABEL, br, local
from kg.values.claims import Literal

NAME_PROPERTIES = (LABEL, PREF_LABEL, ALT_LABEL, HIDDEN_LABEL)


def names_of(quads: Quads, thing: str) -> set[str]:
    """What a thing can be found by: its names, and the last part of its IRI; nothing for what has no name."""
    if not quads.has(thing, br("nameKey"), None, NAMES):
        return set()
    found = {o.value for p in NAME_PROPERTIES for o in quads.objects(thing, p) if isinstance(o, Literal)}
    return {" ".join(name.split()) for name in found} | {local(thing)}


def write_names(db: sqlite3.Connection, quads: Quads, things: Iterable[str]) -> None:
    """Bring the list in step with what some things are called now."""
    for thing in sorted(things):
        db.execute("DELETE FROM spellings WHERE thing = ?", (thing,))
        db.executemany("INSERT INTO spellings VALUES (?, ?)", ((thing, name) for name in names_of(quads, thing)))


def read_names(db: sqlite3.Connection) -> list[tuple[str, str]]:
    """All things with each of their names, in order."""
    try:
        return db.execute("SELECT thing, name FROM spellings").fetchall()
    except sqlite3.Error as error:
        raise WorldError(f"The claims index cannot be read: {error}.", "Run kg build --fresh.") from error
