"""Claims, facts and the values they are made of.

Composed answers, analyses, findings and scenes have modules of their own, because making a dataclass costs half a
millisecond and a look-up needs only these.

Dates are ISO texts (``2024-06-01``); an open or unknown end is None. ``Ref.id`` is a CURIE such as ``e:PRK``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Literal(NamedTuple):
    """An RDF literal: its lexical form, language tag or datatype IRI."""

    value: str
    lang: str | None = None
    datatype: str | None = None


#: IRIs are plain strings, literals are ``Literal``.
Node = str | Literal
#: Subject, property, object and graph.
Quad = tuple[str, str, Node, str]


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
    """A figure. ``value`` is None for one that is vague or beyond counting; its words are in ``words``."""

    value: float | None
    comparator: str
    unit: str
    words: str = ""


def finite(text: str) -> float | None:
    """The number behind a text; None when it is none, or too large to count with."""
    try:
        found = float(text)
    except ValueError:
        return None
    return found if found - found == 0 else None


class Passage(NamedTuple):
    """Where in a document. Offsets count Unicode code points from 0, ``end`` is exclusive."""

    paragraph: int | None = None
    start: int | None = None
    end: int | None = None
    hash: str | None = None
    section: str | None = None
    record: str | None = None
    page: int | None = None
    #: Where the words stand that a record rests on, when its data set says so.
    address: str | None = None


class Votes(NamedTuple):
    """How two voted on the same texts: on so many alike, on so many yes against no.

    On ``absent`` more one of the two was absent, on ``unclear`` the source gives one of them several ballots.
    """

    same: int
    opposed: int
    absent: int = 0
    unclear: int = 0


class Tally(NamedTuple):
    """Acts of data sets summed up: how many, when, and their mean score; None for what is not known of them.

    ``subject`` and ``object`` are who acts towards whom, None for anybody; with ``sides`` those who act for the two.
    ``own``: acts of the two themselves. ``period``: the month or year; ``stance``: when it is not what is reported.
    Of ``votes`` the acts are the texts on which both voted; of figures ``amount`` is their sum, in ``unit``.
    ``nationals``: at which ends ("a", "b", "ab") it is people and firms of a state, who do not act for it.
    """

    acts: int
    mean: float | None = None
    begins: str | None = None
    ends: str | None = None
    subject: Ref | None = None
    relation: Ref | None = None
    object: Ref | None = None
    sides: bool = False
    own: int | None = None
    period: str = ""
    cooperative: int | None = None
    conflictual: int | None = None
    stance: Ref | None = None
    votes: Votes | None = None
    amount: float | None = None
    unit: Ref | None = None
    nationals: str = ""


class Value:
    """Equality, hash and repr of the dataclasses below, written once: generating them for each costs a look-up 1 ms."""

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and other.__dict__ == self.__dict__

    def __hash__(self) -> int:
        return hash((type(self), *self.__dict__.values()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{k}={v!r}' for k, v in self.__dict__.items())})"


@dataclass(frozen=True, eq=False, repr=False)
class Document(Value):
    """A source. ``issued`` is None when the text carries no date; ``origins`` are the ids it was taken from.

    ``accessed_on``: the day a page was read whose text may not be kept; then there is no ``text_hash``. ``licence`` and
    ``citation``: under which a data set is, and how its makers want it cited.
    """

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
    accessed_on: str | None = None
    licence: str | None = None
    citation: str | None = None


class Coding(NamedTuple):
    """Who wrote a claim down, on which day and how; not who says it."""

    by: tuple[Ref, ...] = ()
    on: str | None = None
    method: Ref | None = None


class Link(NamedTuple):
    """How one claim relates to another."""

    relation: str
    claim: str


class Retraction(NamedTuple):
    """That whoever wrote a claim down has taken it back: since when, and why."""

    on: str
    reason: str


@dataclass(frozen=True, eq=False, repr=False)
class Claim(Value):
    """One thing that one speaker puts forward in one document; of a series ``tally`` says it, and no summary.

    ``coding``: its own, else that of its document.
    """

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
    coding: Coding | None = None
    tally: Tally | None = None
    retraction: Retraction | None = None


#: Stands before a value that claims say is absent.
NOT = "¬ "


@dataclass(frozen=True, eq=False, repr=False)
class Fact(Value):
    """One value of one property of one entity, with the claims behind it.

    ``against``: ids of claims that contradict these or are in tension with them.
    ``negated``: they say that it is absent, and the value begins with ``NOT``, lest a program take it for what is so.
    The value is empty where the ``tally`` of the claims is the value.
    """

    entity: Ref
    property: Ref
    value: str
    claims: tuple[Claim, ...]
    object: Ref | None = None
    period: Period | None = None
    quantity: Quantity | None = None
    negated: bool = False
    against: tuple[str, ...] = ()
