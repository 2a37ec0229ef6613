"""What became of claims, things and documents from one revision of the texts to another. All are frozen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from kg.values.answers import Dispute
from kg.values.claims import Claim, Ref


class Revision(NamedTuple):
    """A commit, by the name that was asked for; without ``commit`` the files as they lie there."""

    name: str
    commit: str
    day: str
    author: str
    subject: str
    parents: tuple[str, ...]


class Edit(NamedTuple):
    """One thing that is said otherwise: ``field`` is the CURIE of a property, or ``content``.

    ``about``: the same in words. ``lang``: of a text. Nothing ``before`` means that it has come, nothing ``after`` that
    it has gone.
    """

    field: str
    about: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    lang: str = ""


class ClaimChange(NamedTuple):
    """``kind``: removed, changed, added, renamed or moved. ``claim``: as it is, or was when it is removed.

    ``was``: its id, or the file it lay in, before.
    """

    kind: str
    claim: Claim
    edits: tuple[Edit, ...] = ()
    was: str = ""


class EntryChange(NamedTuple):
    """A document, a thing or a link between claims: added, removed, changed, renamed, or merged into another."""

    kind: str
    group: str
    entry: Ref
    edits: tuple[Edit, ...] = ()
    into: Ref | None = None
    file: str = ""


class DisputeChange(NamedTuple):
    """A conflict that is new, is gone, or has other members."""

    kind: str
    dispute: Dispute


class Broken(NamedTuple):
    """That a revision cannot be built: how many errors it has, and the first of them."""

    name: str
    errors: int
    first: tuple[str, ...]


class Count(NamedTuple):
    """How many claims a view counts, or lines a file of a data set has, on both sides."""

    name: str
    before: int
    after: int


@dataclass(frozen=True)
class Diff:
    """All that is different. ``broken``: sides of which conflicts and views are not known."""

    before: Revision
    after: Revision
    claims: tuple[ClaimChange, ...]
    entries: tuple[EntryChange, ...]
    disputes: tuple[DisputeChange, ...] = ()
    views: tuple[Count, ...] = ()
    records: tuple[Count, ...] = ()
    broken: tuple[Broken, ...] = ()
    #: How many claims, entries and files are different too, outside the paths asked for.
    elsewhere: int = 0


@dataclass(frozen=True)
class LogEntry:
    """What a commit changed of one claim or thing."""

    revision: Revision
    changes: tuple[ClaimChange | EntryChange, ...]
