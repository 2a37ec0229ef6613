"""Whose: for whom the speakers of a scene speak, and whose its things are, by what the graph says of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.ask.claims import Reader, document_iri
from kg.ask.filters import Filter, Sieve, principals
from kg.claims.sides import UP, Sides
from kg.text.terms import curie, expand, to_iri
from kg.values.claims import Claim

_UP = frozenset(map(curie, UP))


class Voices:
    """Of one scene: its poles, and the rules by which claims count."""

    def __init__(self, reader: Reader, poles: Sequence[str], rules: Filter) -> None:
        self._reader, self.poles = reader, poles
        self._sides = Sides(reader.view, reader.claims.statements.basis)
        self._heard = [Sieve(reader, Filter(known_at=rules.known_at, speakers=frozenset([to_iri(p)]))) for p in poles]

    def group(self, speakers: Iterable[str], document: str) -> str:
        """For which pole claims of some speakers in a document speak: a, b, joint for both, third for neither.

        The same as ``--according-to`` lets pass.
        """
        voices, place = [to_iri(s) for s in speakers], document_iri(document)
        found = [
            side for side, sieve in zip("ab", self._heard, strict=False) if any(sieve.speaks(v, place) for v in voices)
        ]
        return "joint" if len(found) == 2 else found[0] if found else "third"

    def heard(self, speakers: Iterable[str], document: str) -> set[str]:
        """The poles for which somebody among the speakers speaks, and third where somebody does for neither."""
        groups = {self.group([s], document) for s in speakers}
        poles = {pole for side, pole in zip("ab", self.poles, strict=False) if groups & {side, "joint"}}
        return poles | (groups & {"third"})

    def of_claim(self, claim: Claim) -> str:
        """The group of a claim."""
        return self.group((s.id for s in claim.speakers), claim.document.id)

    def principals(self, speaker: str, heard: set[str]) -> tuple[str, ...]:
        """Whom an actor speaks for, of those whose voice the reader can choose."""
        above = {curie(p) for p in principals(self._reader, to_iri(speaker))}
        return tuple(sorted((above & heard) - {speaker}))

    def side(self, thing: str) -> str:
        """Whose a thing is: a pole's, of both (joint), of others, or of nobody."""
        found = {curie(side) for side in self._sides_of(to_iri(thing))}
        poles = [side for side, pole in zip("ab", self.poles, strict=False) if pole in found]
        return "joint" if len(poles) == 2 else poles[0] if poles else "third" if found else "none"

    def _sides_of(self, iri: str) -> set[str]:
        """The states, or groups, above a thing; of what only data sets describe, above what they say it belongs to."""
        found = set(self._sides.of_thing(iri))
        if found or self._reader.index is None:
            return found
        above = [value for prop, value, _ in self._reader.index.statements(curie(iri)) if prop in _UP]
        return {side for value in above for side in self._sides.of_thing(expand(value) or value)}
