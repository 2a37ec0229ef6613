"""Drafts as a reviewer sees them, and what a reviewer decides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from kg.values.claims import Claim, Ref, Value


class Newcomer(NamedTuple):
    """A thing that only drafts speak of: its name, its class, and the state that it stands to, as words or ids."""

    id: str
    label: str
    kind: str
    side: str = ""


class Words(NamedTuple):
    """A paragraph of a document and where the passages of a draft stand in it."""

    paragraph: int
    start: int
    text: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, eq=False, repr=False)
class Draft(Value):
    """A draft with all that it takes to judge it.

    ``content``: what it says, in words; ``fields``: the same as it would be typed, for whoever edits it. ``missing``:
    why it cannot be accepted as it is; empty when it can. ``same``: claims on the same passage, or that say the same.
    ``digest``: by which it is known that nobody has changed it meanwhile.
    """

    claim: Claim
    proposed: Ref
    reasons: tuple[str, ...]
    content: tuple[tuple[str, str, str], ...]
    fields: Mapping[str, str]
    words: tuple[Words, ...]
    context: tuple[str, ...]
    new: tuple[Newcomer, ...]
    same: tuple[Claim, ...]
    missing: tuple[str, ...]
    digest: str


@dataclass(frozen=True)
class Decision:
    """What becomes of a draft: ``what`` is accept, reject or merge, or rewrite, after which it is a draft still.

    ``changes``: fields by the names of ``kg add``, in the place of what the draft says. ``into``: the claim to merge
    with. ``new``: what is known by now of new things, by their ids or names. ``digest``: the draft as it was judged.
    """

    draft: str
    what: str
    changes: Mapping[str, str] = field(default_factory=dict)
    into: str = ""
    new: Mapping[str, Newcomer] = field(default_factory=dict)
    digest: str = ""


class Refusal(NamedTuple):
    """A decision that is not carried out, and why. ``done``: because it was before, so that nothing is wrong."""

    decision: Decision
    why: str
    hint: str = ""
    done: bool = False
    part: str = ""
    text: str = ""
    choices: tuple[tuple[str, str], ...] = ()
