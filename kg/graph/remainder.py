"""What a page leaves out of the graph, counted by the reason, in all and for each voice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from kg.ask.filters import Sieve
from kg.ask.records import cut_of
from kg.claims.cut import Cut
from kg.claims.schema import STANDINGS
from kg.claims.statements import Statement
from kg.graph.lens import Lens
from kg.graph.projection import Part
from kg.graph.voices import Voices
from kg.text.records import record_of
from kg.text.terms import curie
from kg.values.claims import Claim
from kg.values.notes import Note
from kg.values.scene import Voice

#: Why a claim that passes the filters is not on a page, and the note that counts them.
_REASONS = {
    "invented": "example-left-out",
    "superseded": "superseded-left-out",
    "other-view": "other-view-left-out",
    "elsewhere": "elsewhere-left-out",
    "lesser": "lesser-salience",
    "apart": "apart-left-out",
}


class Asked(NamedTuple):
    """What a page was asked for: a part of the graph, and the claims on it (ids), where it names anything.

    ``on``: that the page is about; None for the whole graph. ``core``: those among them that have the salience.
    ``invented``: those of the starter's example that stay out.
    """

    part: Part
    on: AbstractSet[str] | None = None
    core: AbstractSet[str] | None = None
    invented: AbstractSet[str] = frozenset()

    def kept(self, claims: AbstractSet[str]) -> AbstractSet[str]:
        """Those of some claims that belong on the page even where they join nothing."""
        return claims - self.invented if self.core is None else claims & self.core


class Remainder:
    """The claims of people that pass the filters of a page and are not on it. ``shown``: ids of those that are."""

    def __init__(self, lens: Lens, asked: Asked, shown: AbstractSet[str]) -> None:
        self._reader, self._asked, self._shown = lens.reader, asked, shown
        statements, sieve = lens.reader.claims.statements, Sieve(lens.reader, asked.part.rules)
        passing = sieve.in_time(sieve.cut(Cut()))
        views = [i for i, name in enumerate(STANDINGS) if name in (*asked.part.cut.standings, "denied", "absent")]
        self._in_view = statements.iris(passing.among("c.standing", views))
        self._passing = statements.select(passing)

    def _reason(self, claim: Statement) -> str:
        """Why a claim is not on the page; empty when it is."""
        name, asked = curie(claim.iri).removeprefix("c:"), self._asked
        if name in self._shown:
            return ""
        if name in asked.invented:
            return "invented"
        if claim.until is not None:
            return "superseded"
        if claim.iri not in self._in_view or (asked.part.cut.domains and (asked.on is None or name in asked.on)):
            return "other-view"
        if asked.on is not None and name not in asked.on:
            return "elsewhere"
        return "lesser" if asked.core is not None and name not in asked.core else "apart"

    def notes(self) -> list[Note]:
        """What was left out, counted by the reason."""
        found = Counter(map(self._reason, self._passing))
        return [Note(note, {"claims": found[reason]}) for reason, note in _REASONS.items() if found[reason]]

    def records(self, shown: Iterable[Claim]) -> list[Note]:
        """How many records pass that no claim of the page is, or sums up."""
        index = self._reader.index
        if index is None:
            return []
        there = sum(c.tally.acts if c.tally else record_of(c.id) is not None for c in shown)
        others = index.count(cut_of(self._reader, self._asked.part.rules)) - there
        return [Note("records-left-out", {"records": others})] if others else []

    def voices(self, voices: Voices, heard: set[str]) -> list[Voice]:
        """How much of what each voice says is on the page: of some speakers and poles, and of all third parties."""
        counts: dict[str, Counter[str]] = {name: Counter() for name in sorted(heard | {"third"})}
        above: dict[str, tuple[str, ...]] = {}
        for claim in self._passing:
            speakers = [curie(s) for s in claim.speakers.split(" ")]
            for s in speakers:
                if s not in above:
                    above[s] = voices.principals(s, heard)
            said = {*speakers, *(p for s in speakers for p in above[s])} - set(voices.poles)
            said |= voices.heard(speakers, claim.document)
            reason = self._reason(claim)
            for voice in said & counts.keys():
                counts[voice][reason] += 1
        return [
            Voice(name, sum(found.values()), {reason: n for reason, n in sorted(found.items()) if reason})
            for name, found in counts.items()
        ]
