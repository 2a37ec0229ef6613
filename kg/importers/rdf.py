"""RDF of others as one document's claims: each triple is a record, under its number in the file or that of its line.

A property must be one of the graph's, or an ``rdf:type`` or label, which say what a thing is; another is told and its
triple skipped. Blank nodes have no name to be found by again, so their triples are skipped too. Claims of ``kg`` itself
are refused: without their graphs, what they deny would be asserted.
"""

from __future__ import annotations

import io
import os
import re
from collections.abc import Iterator
from itertools import islice

from kg.engine.parse import parse_rdf
from kg.errors import WrongCall
from kg.importers.job import Job, Taken
from kg.tables.lines import DAMAGE, ENTITY, Problem, Tail, damaged, opened, read_lines
from kg.tables.row import Row
from kg.tables.table import ending
from kg.text.records import Record
from kg.text.terms import ALT_LABEL, LABEL, PREF_LABEL, TYPE, br, curie
from kg.values.claims import Literal, Node

_FORMATS = {".ttl": "ttl", ".trig": "trig", ".nt": "nt", ".nq": "nq", ".jsonld": "jsonld", ".json": "jsonld"}
#: Forms that have one triple a line.
_BY_LINE = ("nt", "nq")
_TOGETHER = 1000
_SAID = re.compile(r"Parser error (at|between) line [^:]*: ?", re.S)
_EMPTY = re.compile(r"\s*(#.*)?", re.S)
#: What is said of claims, and says more than their triples do.
_MEANT = frozenset(map(br, ("stance", "negated", "supersedes", "retractedOn", "statedBy", "inDocument")))
_CLAIMS = frozenset((br("Claim"), br("ClaimLink")))
#: Subject, predicate, object and the name of the graph.
Quad = tuple[str, str, Node, str | None]
_LABELS = (LABEL, PREF_LABEL, ALT_LABEL)


#: What is read; see ``kg import rdf --help``.
KEYS = {"Endings": dict(_FORMATS)}


def read(job: Job) -> Iterator[Taken]:
    """Triples as records. Raises WrongCall for a file of another kind."""
    for path in job.source.files:
        fmt = _FORMATS.get(ending(path))
        if fmt is None:
            raise WrongCall(f"{path} is not RDF that kg can read.", f"Endings: {', '.join(_FORMATS)} (.gz and so on).")
        yield from _taken(job, path, fmt)


def _taken(job: Job, path: str, fmt: str) -> Iterator[Taken]:
    name, line = os.path.basename(path), fmt in _BY_LINE
    for number, quad in job.rows(path, _by_line(path, fmt, job.tail) if line else _whole(path, fmt)):
        place = f"{name}:{'' if line else 'triple '}{number}"
        if not isinstance(quad, Problem) and _is_of_claim(quad):
            raise WrongCall(
                f"{place} speaks of a claim as kg writes it, with a stance and a graph of its own; "
                "read as bare triples, what it denies would be asserted.",
                "Put the file below facts/ as .trig: kg build reads claims as they are.",
            )
        made = quad if isinstance(quad, Problem) else _record(job, job.record_id(path, number), *quad)
        yield Taken(place, made)


def _whole(path: str, fmt: str) -> Iterator[Row[Quad]]:
    """The triples of a file, counted. After an error there is no telling where the next one begins."""
    count = 0
    with opened(path) as (file, _):
        try:
            for quad in parse_rdf(file, fmt):
                count += 1
                yield Row(count, quad)
        except SyntaxError as error:
            where = f"in line {error.lineno}: " if error.lineno else ""
            yield Row(count + 1, Problem("syntax", f"{where}{_why(error)}; nothing after this is read", True))
        except DAMAGE as error:
            yield Row(count + 1, damaged(error))


def _by_line(path: str, fmt: str, tail: Tail) -> Iterator[Row[Quad]]:
    """The triples of a file that has one a line. Many are read in one go, and one by one where that does not work."""
    lines = read_lines(path, tail, ENTITY)
    while some := list(islice(lines, _TOGETHER)):
        full = [(n, text) for n, text in some if isinstance(text, Problem) or not _EMPTY.fullmatch(text)]
        plain = [text.encode() for _, text in full if not isinstance(text, Problem)]
        try:
            quads = list(parse_rdf(io.BytesIO(b"\n".join(plain)), fmt)) if len(plain) == len(full) else []
        except SyntaxError:
            quads = []
        if len(quads) == len(full):
            yield from (Row(n, quad) for (n, _), quad in zip(full, quads, strict=True))
        else:
            yield from (Row(n, text if isinstance(text, Problem) else _only(text, fmt)) for n, text in full)


def _why(error: SyntaxError) -> str:
    """The engine's words on one line, without the place."""
    return " ".join(_SAID.sub("", str(error.args[0]), count=1).split())


def _only(text: str, fmt: str) -> Quad | Problem:
    try:
        (quad,) = parse_rdf(io.BytesIO(text.encode()), fmt)
    except SyntaxError as error:
        return Problem("syntax", _why(error))
    except ValueError:
        return Problem("syntax", "the line does not hold one triple")
    return quad


def _is_of_claim(quad: Quad) -> bool:
    """Whether a statement says how somebody means another statement."""
    _, p, o, _ = quad
    return p in _MEANT or (p == TYPE and o in _CLAIMS)


def _record(job: Job, name: str, s: str, p: str, o: Node, graph: str | None) -> list[Record] | Problem:
    if graph is not None:
        job.remark("The names of graphs are left out: the data set is one document.")
    if s.startswith("_:") or (isinstance(o, str) and o.startswith("_:")):
        return Problem("blank node", "a nameless thing cannot be found again: give it an IRI")
    subject, prop = curie(s), curie(p)
    if p == TYPE:
        if isinstance(o, Literal):
            return Problem("no kind", "what a thing is must have an IRI")
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
