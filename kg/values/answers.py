"""Composed answers: search hits, timelines, disputes, briefs, tables. All are frozen."""

from __future__ import annotations

from dataclasses import dataclass

from kg.values.claims import Claim, Document, Period, Ref, Tally
from kg.values.notes import Note


@dataclass(frozen=True)
class Hit:
    """What a search found: an entity or a term by a name (``name`` is the one that matched), a claim, a document.

    ``score`` runs to 100. ``group`` is one of ``kg.claims.texts.KINDS``; of a claim or figure ``claim`` says the rest.
    """

    id: str
    iri: str
    label: str
    kind: str
    name: str
    score: float
    group: str = "entity"
    claim: Claim | None = None


@dataclass(frozen=True)
class Event:
    """One line of a timeline; ``period`` is None when only an order or nothing is known.

    With a ``tally`` many acts are one line, and the entity has no name.
    """

    entity: Ref
    period: Period | None
    when: str
    claims: tuple[Claim, ...]
    after: tuple[Ref, ...] = ()
    tally: Tally | None = None


@dataclass(frozen=True)
class Dispute:
    """Claims that are compared: by the editors' link, or because their values exclude each other.

    ``reason`` is what the editors wrote, ``note`` how many values exclude each other, ``thing`` and ``property`` what
    they are values of. ``pairs``: ids of the claims of which two cannot both be right, where they are few.
    """

    id: str
    relation: Ref
    title: str
    reason: str
    claims: tuple[Claim, ...]
    origins: int
    judged_by: str
    note: Note | None = None
    thing: Ref | None = None
    property: Ref | None = None
    pairs: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Line:
    """One line of a brief and the claims it rests on: a text made of names, else a note or a sum of acts.

    ``others``: third parties that it is about too.
    """

    text: str
    claims: tuple[Claim, ...]
    note: Note | None = None
    tally: Tally | None = None
    others: tuple[Ref, ...] = ()


@dataclass(frozen=True)
class Section:
    """A part of a brief. ``left_out`` counts the lines of less than core salience that were not shown."""

    key: str
    lines: tuple[Line, ...]
    left_out: int = 0


@dataclass(frozen=True)
class Brief:
    """The relation of two sides on one page. ``claims`` are about both; ``beside`` stand on it too."""

    a: Ref
    b: Ref
    sections: tuple[Section, ...]
    documents: tuple[Document, ...]
    claims: int
    notes: tuple[Note, ...] = ()
    beside: int = 0


@dataclass(frozen=True)
class Gap:
    """Something that is thin: of what kind, which things it is about, and the claims that it concerns.

    ``days``: the last day before a silence and the first behind it.
    """

    kind: str
    things: tuple[Ref, ...]
    claims: tuple[Claim, ...]
    days: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """The answer of a SELECT: column names and rows of texts (None for unbound)."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]
