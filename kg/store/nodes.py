"""Terms of the engine as plain values, and back."""

from __future__ import annotations

from typing import Any

import pyoxigraph as ox

from kg.model import Literal, Node
from kg.terms import XSD

Quad = tuple[str, str, Node, str]
_STRING = XSD + "string"


class Nested(str):
    """A triple in the place of a node, as RDF 1.2 allows; kg has no use for it, and whoever reads it must say so."""


def to_node(term: Any) -> Node:
    """A term of the engine as a plain value."""
    if isinstance(term, ox.Literal):
        datatype = term.datatype.value
        return Literal(term.value, term.language, None if term.language or datatype == _STRING else datatype)
    if isinstance(term, ox.NamedNode):
        return str(term.value)
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


def to_pattern(s: str | None, p: str | None, o: Node | None, g: str | None) -> tuple[Any, Any, Any, Any]:
    name = ox.NamedNode
    return (
        None if s is None else name(s),
        None if p is None else name(p),
        None if o is None else from_node(o),
        None if g is None else name(g),
    )


def to_quad(q: Quad) -> ox.Quad:
    """A quad of plain values as one of the engine."""
    return ox.Quad(ox.NamedNode(q[0]), ox.NamedNode(q[1]), from_node(q[2]), ox.NamedNode(q[3]))


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
