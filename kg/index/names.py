"""The names of everything that people wrote, as a list beside the store: a search reads it in a millisecond."""

from __future__ import annotations

from collections.abc import Iterable

from kg.model import Literal
from kg.store import View
from kg.terms import ALT_LABEL, HIDDEN_LABEL, LABEL, NAMES, PREF_LABEL, br, local

NAME_PROPERTIES = (LABEL, PREF_LABEL, ALT_LABEL, HIDDEN_LABEL)


def find_names(view: View) -> set[tuple[str, str]]:
    """Things and their names, the last part of their IRI among them."""
    named = {q[0] for q in view.quads(None, br("nameKey"), None, NAMES)}
    found = {(s, o.value) for p in NAME_PROPERTIES for s, _, o, _ in view.quads(None, p) if isinstance(o, Literal)}
    return {(s, " ".join(name.split())) for s, name in found if s in named} | {(s, local(s)) for s in named}


def write_names(path: str, names: Iterable[tuple[str, str]]) -> None:
    """Write them in a fixed order."""
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(f"{thing}\t{name}\n" for thing, name in sorted(names))


def read_names(path: str, view: View) -> Iterable[tuple[str, str]]:
    """Read them; from the store when a newer build has swept the list away."""
    try:
        with open(path, encoding="utf-8") as file:
            lines = file.read().split("\n")
    except FileNotFoundError:
        return sorted(find_names(view))
    return [(thing, name) for thing, _, name in (line.partition("\t") for line in lines if line)]
