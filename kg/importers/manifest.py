"""A data set as a document of the graph: the file that tells its title, its speaker, and the states that it adds."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterator

from kg.engine.parse import write_trig
from kg.importers.actors import Actors
from kg.importers.job import Source
from kg.text.terms import DCT, LABEL, PREFIXES, TYPE, XSD, br, expand
from kg.values.claims import Literal, Node

_HEAD = "# Written by kg import; run it again instead of changing this file.\n"
_PREFIXES = {name: PREFIXES[name] for name in ("br", "e", "d", "g", "dcterms", "rdfs", "xsd")}
Triple = tuple[str, str, Node]


def to_trig(source: Source, digest: str, actors: Actors) -> str:
    """The data set as a document of the graph, in TriG: the same data set on the same day is the same text."""
    told: list[tuple[str, str, Node, str | None]] = [(*t, None) for t in _document(source, digest, actors)]
    told += ((*triple, _iri("g:reference")) for triple in _reference(source, actors))
    return _HEAD + write_trig(told, _PREFIXES)


def _document(source: Source, digest: str, actors: Actors) -> Iterator[Triple]:
    own = _iri(f"d:{source.dataset}")
    yield own, TYPE, br("Document")
    yield own, DCT + "title", Literal(_readable(source.title), "en")
    yield own, DCT + "creator", _iri(source.speaker or actors.speaker)
    yield own, br("fileName"), Literal(_readable(", ".join(map(os.path.basename, source.files))))
    yield own, br("textHash"), Literal(digest)
    yield own, br("recordedOn"), Literal(str(datetime.date.today()), datatype=XSD + "date")
    if source.licence:
        yield own, DCT + "license", Literal(_readable(source.licence))
    if source.citation:
        yield own, DCT + "bibliographicCitation", Literal(_readable(source.citation))
    if source.home:
        yield own, DCT + "identifier", Literal(_readable(source.home))
    if source.issued:
        kind = {4: "gYear", 7: "gYearMonth"}.get(len(source.issued), "date")
        yield own, DCT + "issued", Literal(source.issued, datatype=XSD + kind)


def _reference(source: Source, actors: Actors) -> Iterator[Triple]:
    """What the graph did not know so far: the data set as a speaker, and states."""
    if not source.speaker:
        own = _iri(actors.speaker)
        yield own, TYPE, br("Organization")
        yield own, LABEL, Literal(_readable(source.title), "en")
    for _, state in sorted(actors.new_states.items()):
        yield from state.entry().triples()


def _iri(name: str) -> str:
    """The IRI of something that the import itself has named."""
    found = expand(name)
    assert found, name
    return found


def _readable(text: str) -> str:
    """Names of files may be any bytes."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
