"""RDF of others as one document's claims: each triple is a record, under the number of its place in the file.

A property must be one of the graph's, or an ``rdf:type`` or label, which say what a thing is; another is told and its
triple skipped. Blank nodes have no name to be found by again, so their triples are skipped too.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

from kg.errors import WorldError, WrongCall
from kg.importers.job import Job, Taken
from kg.importers.lines import Problem, opened
from kg.importers.source import Row, ending
from kg.model import Literal, Node
from kg.records import Record
from kg.store.parse import parse_rdf
from kg.terms import ALT_LABEL, LABEL, PREF_LABEL, TYPE, curie

_FORMATS = {".ttl": "ttl", ".trig": "trig", ".nt": "nt", ".nq": "nq", ".jsonld": "jsonld", ".json": "jsonld"}
_LABELS = (LABEL, PREF_LABEL, ALT_LABEL)


def read(job: Job) -> Iterator[Taken]:
    """Triples as records. Raises WrongCall for a file of another kind."""
    for path in job.source.files:
        fmt = _FORMATS.get(ending(path))
        if fmt is None:
            raise WrongCall(f"{path} is not RDF that kg can read.", f"Endings: {', '.join(_FORMATS)} (.gz and so on).")
        yield from _taken(job, path, fmt)


def _taken(job: Job, path: str, fmt: str) -> Iterator[Taken]:
    name, several, count = os.path.basename(path), len(job.source.files) > 1, 0
    with opened(path) as (file, _):
        try:
            for count, (s, p, o, _) in enumerate(parse_rdf(file, fmt), 1):
                if not list(job.rows([Row(count, [])])):
                    continue
                place = f"{name}:triple {count}"
                yield Taken(place, _record(job, f"{name.split('.')[0]}-{count}" if several else str(count), s, p, o))
        except SyntaxError as error:
            where = f"{name}:{error.lineno or 1}"
            yield Taken(where, Problem("syntax", f"{error.args[0]}; nothing after this is read"))
        except OSError as error:
            raise WorldError(f"{path} cannot be read: {error}.") from error


def _record(job: Job, name: str, s: str, p: str, o: Node) -> list[Record] | Problem:
    if s.startswith("_:") or (isinstance(o, str) and o.startswith("_:")):
        return Problem("blank node", "a nameless thing cannot be found again: give it an IRI")
    subject, prop = curie(s), curie(p)
    if p == TYPE and isinstance(o, str):
        job.actors.tell(subject, "a", curie(o))
        return []
    if p in _LABELS and isinstance(o, Literal):
        job.actors.tell(subject, "rdfs:label", o.value, o.lang or "")
        return []
    if not job.actors.check(prop):
        return Problem(
            "unknown property", f"{prop} is no property of the graph; declare it in ontology/ if it is meant"
        )
    if isinstance(o, Literal):
        return [Record(name, subject, prop, value=o.value)]
    return [Record(name, subject, prop, curie(o))]
