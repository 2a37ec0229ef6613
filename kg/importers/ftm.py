"""FollowTheMoney entities, JSON lines: things with names, and the relations that are entities of their own.

Interval schemata (Ownership, Membership, Directorship …) become a record from one end to the other, with their dates;
things become things of the graph, and states they belong to a record. See https://followthemoney.tech.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from typing import Any

from kg.importers.job import Job, Taken
from kg.importers.lines import ENTITY, Problem, read_lines
from kg.importers.source import Row
from kg.records import Record

#: Schema → the properties of its two ends, and what ties them.
RELATIONS = {
    "Ownership": ("owner", "asset", "br:relatedTo"),
    "Directorship": ("director", "organization", "br:belongsTo"),
    "Membership": ("member", "organization", "br:belongsTo"),
    "Employment": ("employee", "employer", "br:belongsTo"),
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


def read(job: Job) -> Iterator[Taken]:
    """Entities as records."""
    for path in job.source.files:
        name = os.path.basename(path)
        rows = (Row(n, text if isinstance(text, Problem) else [text]) for n, text in read_lines(path, job.tail, ENTITY))
        for number, cells in job.rows(rows):
            made = cells if isinstance(cells, Problem) else _entity(job, cells[0], f"{name}:{number}")
            yield Taken(f"{name}:{number}", made)


def _entity(job: Job, text: str, place: str) -> list[Record] | Problem:
    try:
        entity = json.loads(text)
        name, schema, properties = str(entity["id"]), str(entity["schema"]), dict(entity["properties"])
    except (ValueError, KeyError, TypeError) as error:
        return Problem("no entity", f"this is not a FollowTheMoney entity: {error}")
    if schema in RELATIONS:
        return _relation(job, name, schema, properties)
    if schema not in KINDS:
        return Problem("unknown schema", f"the schema {schema} is not known")
    labels = [str(v) for v in _values(properties, "name")] or [name]
    thing = job.actors.make(name, labels[0], KINDS[schema])
    for alias in [*labels[1:], *map(str, _values(properties, "alias"))]:
        job.actors.tell(thing, "skos:altLabel", alias)
    found: list[Record] = []
    for prop in _STATES:
        for code in map(str, _values(properties, prop)):
            state = job.actors.state(code, "iso2") or job.actors.named_state(code)
            if state is None:
                job.flaw(place, Problem("unknown country", f"“{code}” is no state"))
            elif not any(r.object == state for r in found):
                found.append(Record(f"{name}-{prop}-{code}", thing, "br:belongsTo", state))
    return found


def _relation(job: Job, name: str, schema: str, properties: dict[str, Any]) -> list[Record] | Problem:
    one, other, relation = RELATIONS[schema]
    if not relation:
        return Problem(f"{schema} left out", f"{schema} says nothing about two things")
    ends = [[str(v) for v in _values(properties, p)] for p in (one, other)]
    if not all(ends):
        return Problem("one end missing", f"{schema} needs {one} and {other}")
    begins, ends_on = (next(map(str, _values(properties, p)), "") for p in ("startDate", "endDate"))
    date = f"{begins or '..'}/{ends_on or '..'}" if begins or ends_on else ""
    made, pairs = [], [(a, b) for a in ends[0] for b in ends[1]]
    for i, (a, b) in enumerate(pairs, 1):
        subject, target = (job.actors.named(x) for x in (a, b))
        made.append(Record(name if len(pairs) == 1 else f"{name}-{i}", subject, relation, target, date=date))
    return made


def _values(properties: dict[str, Any], name: str) -> list[Any]:
    found = properties.get(name, [])
    return found if isinstance(found, list) else [found]
