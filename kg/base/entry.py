"""What the base knows of one thing, as facts would say it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import NamedTuple

from kg.text.terms import HIDDEN_LABEL, ID, LABEL, TYPE, br
from kg.values.claims import Literal, Node
from kg.workspace import BUNDLE

Triple = tuple[str, str, Node]
LANGUAGES = ("en", "ru", "ko")


class Entry(NamedTuple):
    """A thing of the base. ``names``: what else it is called; ``hosts``: where its pages are."""

    iri: str
    kind: str
    labels: tuple[Literal, ...]
    names: tuple[str, ...] = ()
    said: tuple[tuple[str, Node], ...] = ()
    hosts: tuple[str, ...] = ()

    def label(self, lang: str = "en") -> str:
        """Its name in a language, else in English."""
        return next((label.value for label in self.labels if label.lang == lang), self.labels[0].value)

    def triples(self) -> Iterator[Triple]:
        """What an entry of the reference data would say."""
        yield self.iri, TYPE, self.kind
        for label in self.labels:
            yield self.iri, LABEL, label
        for name in self.names:
            yield self.iri, HIDDEN_LABEL, Literal(name)
        for prop, value in self.said:
            yield self.iri, prop, value

    def rests_on(self) -> list[str]:
        """The things that it names, such as its state."""
        return [o for _, o in self.said if isinstance(o, str) and o.startswith(ID)]


def entry_of(row: dict[str, str], said: tuple[tuple[str, Node], ...]) -> Entry:
    """An entry from a row of a table of the base."""
    labels = tuple(Literal(row[lang], lang) for lang in LANGUAGES if row[lang])
    hosts = tuple(several(row.get("hosts", "")))
    return Entry(ID + row["id"], br(row["kind"]), labels, tuple(several(row["names"])), said, hosts)


def several(cell: str) -> list[str]:
    """What a cell lists."""
    return [part for part in cell.split("|") if part]


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of a table of the base by their columns; lines with # before them are for its readers."""
    with open(os.path.join(BUNDLE, "ontology", "base", name), encoding="utf-8") as file:
        columns, *lines = (line.rstrip("\n").split("\t") for line in file if not line.startswith("#"))
    for cells in lines:
        yield dict(zip(columns, cells, strict=True))
