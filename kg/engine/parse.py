"""RDF texts as terms and back: TriG and Turtle of our own, any form of others, texts for the bulk loader."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import IO, Any

import pyoxigraph as ox

from kg.engine.nodes import from_node, to_node
from kg.values.claims import Node


def parse_trig(data: bytes) -> Iterator[tuple[str, str, Node, str | None]]:
    """Terms of a TriG text; the graph is None at top level. Raises SyntaxError with lineno and offset."""
    try:
        for q in ox.parse(input=data, format=ox.RdfFormat.TRIG):
            graph = None if isinstance(q.graph_name, ox.DefaultGraph) else str(to_node(q.graph_name))
            yield str(to_node(q.subject)), sys.intern(q.predicate.value), to_node(q.object), graph
    except MemoryError as error:  # the engine's buffer for one token
        raise SyntaxError("A single line or text is longer than 16 MB", (None, 1, 1, None, 1, 1)) from error


def parse_turtle(data: bytes) -> Iterator[tuple[Node, str, Node]]:
    """Terms of a Turtle text. Raises SyntaxError with lineno and offset."""
    for t in ox.parse(input=data, format=ox.RdfFormat.TURTLE):
        yield to_node(t.subject), t.predicate.value, to_node(t.object)


def parse_rdf(source: IO[bytes], fmt: str) -> Iterator[tuple[str, str, Node, str | None]]:
    """Terms of RDF in the format of an ending (ttl, trig, nt, nq, jsonld). Raises SyntaxError, OSError."""
    formats = {"ttl": "TURTLE", "trig": "TRIG", "nt": "N_TRIPLES", "nq": "N_QUADS", "jsonld": "JSON_LD"}
    try:
        for q in ox.parse(input=source, format=getattr(ox.RdfFormat, formats[fmt])):
            graph = None if isinstance(q.graph_name, ox.DefaultGraph) else str(to_node(q.graph_name))
            yield str(to_node(q.subject)), q.predicate.value, to_node(q.object), graph
    except MemoryError as error:  # the engine's buffer for one token
        raise SyntaxError("A single line or text is longer than 16 MB", (None, None, None, None)) from error


def write_trig(terms: Iterable[tuple[str, str, Node, str | None]], prefixes: Mapping[str, str]) -> str:
    """Terms as a TriG text, in their order; the graph is None at top level."""
    text = io.BytesIO()
    quads = (
        ox.Quad(ox.NamedNode(s), ox.NamedNode(p), from_node(o), ox.NamedNode(g) if g else ox.DefaultGraph())
        for s, p, o, g in terms
    )
    ox.serialize(quads, text, ox.RdfFormat.TRIG, prefixes=dict(prefixes))
    return text.getvalue().decode()


class Lines(io.RawIOBase):
    """Texts as a file of bytes, a megabyte at a time: the whole never lies in memory."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self._rest = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if not self._rest:
            some, size = [], 0
            for text in self._lines:
                some.append(text)
                size += len(text)
                if size > 1 << 20:
                    break
            self._rest = memoryview("".join(some).encode())
        count = min(len(buffer), len(self._rest))
        buffer[:count] = self._rest[:count]
        self._rest = self._rest[count:]
        return count
