"""Terms of the engine as plain values, and back."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import Any

import pyoxigraph as ox

from kg.text.terms import XSD
from kg.values.claims import Literal, Node, Quad

_STRING = XSD + "string"


class Nested(str):
    """A triple in the place of a node, as RDF 1.2 allows; kg has no use for it, and whoever reads it must say so."""


def to_node(term: Any) -> Node:
    """A term of the engine as a plain value."""
    if isinstance(term, ox.Literal):
        datatype = term.datatype.value
        return Literal(term.value, term.language, None if term.language or datatype == _STRING else datatype)
    if isinstance(term, ox.NamedNode):
        return sys.intern(term.value)  # a name stands in many quads: once in memory, and quickly compared
    if isinstance(term, ox.BlankNode):
        return f"_:{term.value}"
    return Nested(f"<<( {term} )>>")


def from_node(node: Node) -> Any:
    """A plain value as a term of the engine."""
    if isinstance(node, Literal):
        if node.lang:
            return ox.Literal(node.value, language=node.lang)
        return ox.Literal(node.value, datatype=ox.NamedNode(node.datatype)) if node.datatype else ox.Literal(node.value)
    return ox.NamedNode(node)


def to_quad(q: Quad) -> ox.Quad:
    """A quad of plain values as one of the engine."""
    return ox.Quad(ox.NamedNode(q[0]), ox.NamedNode(q[1]), from_node(q[2]), ox.NamedNode(q[3]))


def to_lines(quads: Iterable[Quad]) -> Iterator[str]:
    """Quads of plain values as lines of N-Quads."""
    literals: dict[Node, str] = {}
    for s, p, o, g in quads:
        if isinstance(o, str):
            yield f"<{s}> <{p}> <{o}> <{g}> .\n"
            continue
        text = literals.get(o)
        if text is None:
            text = literals[o] = _written(o)
        yield f"<{s}> <{p}> {text} <{g}> .\n"


def _written(node: Literal) -> str:
    mark = f"@{node.lang}" if node.lang else f"^^<{node.datatype}>" if node.datatype else ""
    return f"{quoted(node.value)}{mark}"


def quoted(text: str) -> str:
    """A text as N-Quads write it."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    return f'"{escaped}"'


def is_iri(text: str) -> bool:
    """Whether the engine takes a text for the name of a thing."""
    try:
        ox.NamedNode(text)
    except ValueError:
        return False
    return True


def is_language(text: str) -> bool:
    """Whether the engine takes a text for the tag of a language."""
    try:
        ox.Literal("", language=text)
    except ValueError:
        return False
    return True
