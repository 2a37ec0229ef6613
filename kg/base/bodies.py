"""Great media and international organisations; the facts stand in ``bodies.tsv``, and may be corrected there."""

from __future__ import annotations

from kg.base.entry import Entry, entry_of, rows
from kg.text.terms import ID, PREFIXES, SKOS, br
from kg.values.claims import Node


def bodies() -> dict[str, Entry]:
    """All of them by IRI."""
    found = [_body(row) for row in rows("bodies.tsv")]
    return {entry.iri: entry for entry in found}


def _body(row: dict[str, str]) -> Entry:
    said: list[tuple[str, Node]] = []
    if row["tie"]:
        said.append((br(row["tie"]), ID + row["of"]))
    if row["wikidata"]:
        said.append((SKOS + "exactMatch", PREFIXES["wd"] + row["wikidata"]))
    return entry_of(row, tuple(said))
