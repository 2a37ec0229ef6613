"""What a part of a sentence tells, before anybody is known to say it."""

from __future__ import annotations

from typing import NamedTuple

from kg.author.draft.mentions import Mention
from kg.values.candidate import Thing
from kg.values.claims import Node

Triple = tuple[str, str, Node]


class Content(NamedTuple):
    """What is told: its triples, in our own words, the things it brings in, and on which mentions it rests."""

    triples: tuple[Triple, ...]
    words: str
    mentions: tuple[Mention, ...]
    things: tuple[Thing, ...] = ()
    reasons: tuple[str, ...] = ()
