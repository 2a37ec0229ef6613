"""Which claims count: the two clocks, the speaker and the stance."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kg.ask.claims import Reader
from kg.errors import WrongCall
from kg.model import Claim, Document, Period
from kg.terms import VOCAB, br, expand, local


class Filter(NamedTuple):
    """``as_of``: true then. ``known_at``: published by then. ``speakers``: IRIs of actors, their organs included.

    ``others``: actors that must not be among the speakers; what is left is what third parties say.
    """

    as_of: Period | None = None
    known_at: Period | None = None
    speakers: frozenset[str] = frozenset()
    stances: frozenset[str] = frozenset()
    undated: bool = False
    others: frozenset[str] = frozenset()

    @classmethod
    def of(
        cls,
        reader: Reader,
        *,
        as_of: str | None = None,
        known_at: str | None = None,
        according_to: Sequence[str] = (),
        stance: Sequence[str] = (),
        undated: bool = False,
    ) -> Filter:
        """From what a caller writes. ``according_to`` are IRIs. Raises WrongCall for a bad date or stance."""
        from kg.dates import parse_date

        return cls(
            parse_date(as_of) if as_of else None,
            parse_date(known_at) if known_at else None,
            frozenset(according_to),
            frozenset(_stance(reader, s) for s in stance),
            undated,
        )


def _stance(reader: Reader, name: str) -> str:
    scheme = VOCAB + "stance"
    known = reader.view.subjects("http://www.w3.org/2004/02/skos/core#inScheme", scheme)
    iri = expand(name) or f"{scheme}/{name}"
    if iri not in known:
        raise WrongCall(f"‘{name}’ is not a stance.", f"Stances: {', '.join(sorted(map(local, known)))}.")
    return iri


class Sieve:
    """Applies a filter and counts what it lets fall, so that an answer can say what it leaves out."""

    def __init__(self, reader: Reader, rules: Filter) -> None:
        self._reader = reader
        self.rules = rules
        self._said: dict[str, bool] = {}
        self._known: dict[str, bool] = {}
        self.undated: set[str] = set()
        self.unpublished: set[str] = set()

    def keeps(self, claim: Claim) -> bool:
        """Whether a claim counts by stance, speaker and publication."""
        rules = self.rules
        if rules.stances and (expand(claim.stance.id) or claim.stance.id) not in rules.stances:
            return False
        if (rules.speakers or rules.others) and not any(self.speaks(expand(s.id) or s.id) for s in claim.speakers):
            return False
        if rules.known_at and not self.published(claim.document):
            self.unpublished.add(claim.iri)
            return False
        return True

    def holds(self, period: Period | None, claim: Claim) -> bool:
        """Whether something is true at the time asked for; the undated is left out unless asked for."""
        when = self.rules.as_of
        if when is None:
            return True
        if period is None:
            if not self.rules.undated:
                self.undated.add(claim.iri)
            return self.rules.undated
        from kg.dates import overlaps

        return overlaps(period, when.begins or "", when.ends or "9999")

    def in_time(self, claim: Claim) -> bool:
        """Whether anything a claim says is true at the time asked for."""
        if self.rules.as_of is None:
            return True
        view = self._reader.view
        nodes = {s for s, p, _, _ in view.quads(g=claim.iri) if p in (br("date"), br("begins"), br("ends"))}
        periods = [self._reader.period_of(claim.iri, n) for n in sorted(nodes)] or [claim.period]
        held = [self.holds(p, claim) for p in periods]  # ask all: holds() counts what it leaves out
        return any(held)

    def notes(self) -> list[str]:
        """Sentences about what was left out."""
        said = []
        if self.undated:
            said.append(f"{_claims(len(self.undated))} without a date left out; --undated shows them.")
        if self.unpublished:
            said.append(
                f"{_claims(len(self.unpublished))} not known to be published by then left out; "
                "an undated document counts from the day it was entered."
            )
        return said

    def speaks(self, speaker: str) -> bool:
        """Whether an actor is, or speaks for, one of those asked, and for none of ``others``."""
        if speaker not in self._said:
            voices = principals(self._reader, speaker)
            asked = not self.rules.speakers or bool(self.rules.speakers & voices)
            self._said[speaker] = asked and not self.rules.others & voices
        return self._said[speaker]

    def published(self, document: Document) -> bool:
        """Whether a document was out by then; an undated one counts from the day it was entered."""
        limit = (self.rules.known_at.ends if self.rules.known_at else None) or "9999"
        if document.iri not in self._known:
            latest = self._reader.view.text(document.iri, br("ends")) if document.issued else document.recorded_on
            self._known[document.iri] = latest is not None and latest <= limit
        return self._known[document.iri]


def _claims(count: int) -> str:
    return f"{count} claim{'s' * (count != 1)}"


def principals(reader: Reader, actor: str) -> frozenset[str]:
    """An actor and everybody it speaks for: the bodies it belongs to and the states whose offices it holds."""
    found, todo = set[str](), [actor]
    view = reader.view
    while todo:
        node = todo.pop()
        if node in found:
            continue
        found.add(node)
        todo += [str(o) for o in view.objects(node, br("belongsTo"))]
        for term in view.subjects(br("holder"), node):
            todo += [
                str(s) for office in view.objects(term, br("office")) for s in view.objects(str(office), br("officeOf"))
            ]
    return frozenset(found)
