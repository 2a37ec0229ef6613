"""The plain values that the parts of the house hand to each other. All are frozen.

Dates are ISO texts (``2024-06-01``); an open or unknown end is None. ``Ref.id`` is a CURIE such as ``e:PRK``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


class Literal(NamedTuple):
    """An RDF literal: its lexical form, language tag or datatype IRI."""

    value: str
    lang: str | None = None
    datatype: str | None = None


#: IRIs are plain strings, literals are ``Literal``.
Node = str | Literal


class Ref(NamedTuple):
    """A thing and its name in the language asked for."""

    id: str
    label: str


class Period(NamedTuple):
    """When something holds. ``text`` is EDTF, the authority on precision; the bounds are inclusive days."""

    text: str
    begins: str | None
    ends: str | None


class Quantity(NamedTuple):
    """A figure. ``value`` is None for a vague one, whose words are in ``words``."""

    value: float | None
    comparator: str
    unit: str
    words: str = ""


class Passage(NamedTuple):
    """Where in a document. Offsets count Unicode code points from 0, ``end`` is exclusive."""

    paragraph: int | None = None
    start: int | None = None
    end: int | None = None
    hash: str | None = None
    section: str | None = None
    record: str | None = None


@dataclass(frozen=True)
class Document:
    """A source. ``issued`` is None when the text carries no date; ``origins`` are the ids it was taken from."""

    id: str
    iri: str
    title: str
    creators: tuple[Ref, ...] = ()
    publishers: tuple[Ref, ...] = ()
    issued: str | None = None
    recorded_on: str | None = None
    origins: tuple[str, ...] = ()
    text_hash: str | None = None
    file_name: str | None = None
    language: str | None = None
    address: str | None = None


class Link(NamedTuple):
    """How one claim relates to another."""

    relation: str
    claim: str


@dataclass(frozen=True)
class Claim:
    """One thing that one speaker puts forward in one document."""

    id: str
    iri: str
    summary: str
    stance: Ref
    speakers: tuple[Ref, ...]
    document: Document
    passages: tuple[Passage, ...]
    context: tuple[Passage, ...] = ()
    held_by: tuple[Ref, ...] = ()
    agreed_by: tuple[Ref, ...] = ()
    attribution: Ref | None = None
    certainty: Ref | None = None
    explicitness: Ref | None = None
    salience: Ref | None = None
    document_time: Ref | None = None
    negated: bool = False
    superseded: bool = False
    condition: str | None = None
    quotation: str | None = None
    stated_on: str | None = None
    period: Period | None = None
    notes: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    file: str | None = None


@dataclass(frozen=True)
class Fact:
    """One value of one property of one entity, with the claims behind it."""

    entity: Ref
    property: Ref
    value: str
    claims: tuple[Claim, ...]
    object: Ref | None = None
    period: Period | None = None
    quantity: Quantity | None = None


@dataclass(frozen=True)
class Hit:
    """An entity found by a name. ``score`` runs to 100, ``name`` is the name that matched."""

    id: str
    iri: str
    label: str
    kind: str
    name: str
    score: float


@dataclass(frozen=True)
class Event:
    """One line of a timeline; ``period`` is None when only an order or nothing is known."""

    entity: Ref
    period: Period | None
    when: str
    claims: tuple[Claim, ...]
    after: tuple[Ref, ...] = ()


@dataclass(frozen=True)
class Dispute:
    """Claims that are compared: by the editors' link, or because their values exclude each other."""

    id: str
    relation: Ref
    title: str
    reason: str
    claims: tuple[Claim, ...]
    origins: int
    judged_by: str


@dataclass(frozen=True)
class Line:
    """One line of a brief: a sentence and the claims it rests on."""

    text: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True)
class Section:
    """A part of a brief. ``left_out`` counts the lines of less than core salience that were not shown."""

    key: str
    lines: tuple[Line, ...]
    left_out: int = 0


@dataclass(frozen=True)
class Brief:
    """The relation of two sides on one page."""

    a: Ref
    b: Ref
    sections: tuple[Section, ...]
    documents: tuple[Document, ...]
    claims: int
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """The answer of a SELECT: column names and rows of texts (None for unbound)."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]


@dataclass(frozen=True, order=True)
class Finding:
    """Something wrong or doubtful in the data, in words that its author can act on."""

    file: str
    line: int
    column: int
    severity: str  # error, warning or note
    check: str
    message: str
    hint: str = ""
    focus: str = ""
    graph: str = field(default="", compare=False)


@dataclass(frozen=True)
class Proof:
    """What became of one passage of a document in a reader's copy of the text."""

    claim: str
    passage: Passage
    state: str  # confirmed, changed or missing
    text: str
