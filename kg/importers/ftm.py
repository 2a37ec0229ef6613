"""FollowTheMoney entities, JSON lines: things with names, and the relations that are entities of their own.

Interval schemata (Ownership, Membership, Directorship …) become a record from one end to the other, with their dates;
things become things of the graph, and states they belong to a record. See https://followthemoney.tech.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

from kg.importers.job import Job, Taken
from kg.importers.shape import Garbled, mapping, parse, text
from kg.tables.lines import ENTITY, Problem, read_lines
from kg.tables.row import Row
from kg.text.records import Record

#: Schema → the properties of its two ends, and what ties them.
RELATIONS = {
    "Ownership": ("owner", "asset", "br:relatedTo"),
    "Directorship": ("director", "organization", "br:memberOf"),
    "Membership": ("member", "organization", "br:memberOf"),
    "Employment": ("employee", "employer", "br:memberOf"),
    "Representation": ("agent", "client", "br:actsFor"),
    "Associate": ("person", "associate", "br:relatedTo"),
    "Family": ("person", "relative", "br:relatedTo"),
    "UnknownLink": ("subject", "object", "br:relatedTo"),
    "Succession": ("successor", "predecessor", "br:relatedTo"),
    "Occupancy": ("holder", "post", "br:relatedTo"),
    "Sanction": ("entity", "", ""),
    "Identification": ("holder", "", ""),
}
KINDS = {
    "Person": "br:Person", "Organization": "br:Organization", "Company": "br:Organization", "LegalEntity": "br:Actor",
    "PublicBody": "br:GovernmentBody", "Position": "br:Office", "Vessel": "br:Goods", "Airplane": "br:Goods",
    "Asset": "br:Goods", "Address": "br:Place", "CryptoWallet": "br:Goods", "Security": "br:Goods",
}  # fmt: skip
_STATES = ("country", "jurisdiction", "nationality", "citizenship", "mainCountry")


#: What is read; see ``kg import ftm --help``.
KEYS = {
    "Things": KINDS,
    "Relations": {name: f"{one} {relation} {other}" for name, (one, other, relation) in RELATIONS.items() if relation},
    "Belongs to a state by": dict.fromkeys(_STATES, "a country's code or name"),
}


def read(job: Job) -> Iterator[Taken]:
    """Entities as records."""
    for path in job.source.files:
        name = os.path.basename(path)
        lines = (Row(*line) for line in read_lines(path, job.tail, ENTITY))
        for number, line in job.rows(path, lines):
            place = f"{name}:{number}"
            yield Taken(place, line if isinstance(line, Problem) else _entity(_Reader(job, place), line))


class _Reader:
    """Reads the parts of one entity; what is garbled is told, and the rest goes in."""

    def __init__(self, job: Job, place: str) -> None:
        self.job, self._place = job, place

    def flaw(self, problem: Problem) -> None:
        """Tell what cannot go in."""
        self.job.flaw(self._place, problem)

    def texts(self, properties: dict[str, Any], name: str) -> list[str]:
        """The values of a property: texts, each."""
        found, values = [], properties.get(name, [])
        for value in values if isinstance(values, list) else [values]:
            try:
                found.append(text(value, name))
            except Garbled as error:
                self.flaw(Problem("garbled value", str(error)))
        return found


def _entity(reader: _Reader, line: str) -> list[Record] | Problem:
    try:
        entity = mapping(parse(line), "it")
        name, schema = text(entity.get("id"), "id"), text(entity.get("schema"), "schema")
        properties = mapping(entity.get("properties"), "properties")
    except Garbled as error:
        return Problem("no entity", f"this is not a FollowTheMoney entity: {error}")
    if schema in RELATIONS:
        return _relation(reader, name, schema, properties)
    if schema not in KINDS:
        return Problem("unknown schema", f"the schema {schema[:40]} is not known")
    actors = reader.job.actors
    labels = reader.texts(properties, "name") or [name]
    thing = actors.make(name, labels[0], KINDS[schema])
    for alias in [*labels[1:], *reader.texts(properties, "alias")]:
        actors.tell(thing, "skos:altLabel", alias)
    found: list[Record] = []
    for prop in _STATES:
        for code in reader.texts(properties, prop):
            state = actors.state(code, "iso2") or actors.state(code, "iso4") or actors.named_state(code)
            if state is None:
                reader.flaw(Problem("unknown country", f"“{code[:40]}” is no state"))
            elif not any(r.object == state for r in found):
                found.append(
                    Record(
                        f"{name}-{prop}-{code}",
                        thing,
                        "br:organOf" if schema == "PublicBody" else "br:nationalOf",
                        state,
                    )
                )
    return found


def _relation(reader: _Reader, name: str, schema: str, properties: dict[str, Any]) -> list[Record] | Problem:
    one, other, relation = RELATIONS[schema]
    if not relation:
        return Problem(f"{schema} left out", f"{schema} says nothing about two things")
    ends = [reader.texts(properties, p) for p in (one, other)]
    if not all(ends):
        return Problem("one end missing", f"{schema} needs {one} and {other}")
    begins, ends_on = (next(iter(reader.texts(properties, p)), "") for p in ("startDate", "endDate"))
    date = f"{begins or '..'}/{ends_on or '..'}" if begins or ends_on else ""
    made, pairs = [], [(a, b) for a in ends[0] for b in ends[1]]
    for i, (a, b) in enumerate(pairs, 1):
        subject, target = (reader.job.actors.named(x) for x in (a, b))
        made.append(Record(name if len(pairs) == 1 else f"{name}-{i}", subject, relation, target, date=date))
    return made
