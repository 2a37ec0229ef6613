"""Claims before they are written: what a draft, a sheet or a command proposes.

Names are IRIs; offsets count Unicode code points of the document's text from 0, ends are exclusive.
"""

from __future__ import annotations

from typing import NamedTuple

from kg.values.claims import Literal, Node


class Span(NamedTuple):
    """A place in the text of a document. ``paragraph`` counts from 1; ``page`` where the document has pages."""

    start: int
    end: int
    paragraph: int
    page: int | None = None


class Thing(NamedTuple):
    """An entry of the reference data that a candidate needs and the graph lacks.

    ``also``: other names by which texts call it; ``said``: further properties, such as whose organ it is.
    """

    iri: str
    kind: str
    label: Literal
    also: tuple[Literal, ...] = ()
    said: tuple[tuple[str, Node], ...] = ()


class Candidate(NamedTuple):
    """A claim that nobody has written yet. What its text does not tell is empty; then it cannot be written.

    ``content``: its triples. ``said``: what else is said of the claim itself, such as ``br:heldBy`` or ``br:negated``.
    ``section``: where it stands in a document whose text is not kept. ``claim``: its IRI, empty until it has one.
    ``reasons``: what each guess rests on, for whoever reviews it.
    """

    document: str
    passages: tuple[Span, ...]
    content: tuple[tuple[str, str, Node], ...]
    speaker: str
    stance: str
    descriptions: tuple[Literal, ...]
    context: tuple[Span, ...] = ()
    said: tuple[tuple[str, Node], ...] = ()
    things: tuple[Thing, ...] = ()
    section: str = ""
    claim: str = ""
    reasons: tuple[str, ...] = ()
