"""Which claims count: the two clocks, the speaker and the stance.

A filter becomes a condition in SQL once, for claims that people write and for records alike, and what it leaves out is
counted by the same words. Whatever others lend to a claim (that an organ speaks for a state, that a person leads up to
one, that a claim is superseded) counts as far as it was known by the day of ``known_at``.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from kg.ask.claims import Reader
from kg.claims.basis import DRAFT
from kg.claims.cut import Cut
from kg.errors import WrongCall
from kg.text.dates import overlaps
from kg.text.terms import CLAIM, REFERENCE, STANCE_DRAFT, VOCAB, br, curie, expand, is_claim_graph, local
from kg.values.claims import Claim, Document, Period
from kg.values.notes import Note
from kg.values.said import Said

#: Claims that a note names before it counts the others.
_NAMED = 12


class Filter(NamedTuple):
    """``as_of``: true then. ``known_at``: published by then. ``speakers``: IRIs of actors, their organs included.

    ``others``: actors that must not be among the speakers; what is left is what third parties say.
    ``drafts``: also what nobody has reviewed; else only those who ask for that stance see it. ``retracted``: also what
    had been taken back by the day of ``known_at``.
    """

    as_of: Period | None = None
    known_at: Period | None = None
    speakers: frozenset[str] = frozenset()
    stances: frozenset[str] = frozenset()
    undated: bool = False
    others: frozenset[str] = frozenset()
    drafts: bool = False
    retracted: bool = False

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
        from kg.text.dates import parse_date

        return cls(
            parse_date(as_of) if as_of else None,
            parse_date(known_at) if known_at else None,
            frozenset(according_to),
            frozenset(_stance(reader, s) for s in stance),
            undated,
        )

    @property
    def day(self) -> str | None:
        """The last day of ``known_at``."""
        return (self.known_at.ends or "9999") if self.known_at else None


def _stance(reader: Reader, name: str) -> str:
    scheme = VOCAB + "stance"
    known = reader.view.subjects("http://www.w3.org/2004/02/skos/core#inScheme", scheme)
    iri = expand(name) or f"{scheme}/{name}"
    if iri not in known:
        names = ", ".join(sorted(map(local, known)))
        raise WrongCall(Said("‘{word}’ is not a stance.", word=name), Said("Stances: {names}.", names=names))
    return iri


class Sieve:
    """Applies a filter and counts what it lets fall, so that an answer can say what it leaves out."""

    def __init__(self, reader: Reader, rules: Filter) -> None:
        self._reader = reader
        self.rules = rules
        self._said: dict[tuple[str, str], bool] = {}
        self._kept: set[str] | None = None
        self._hidden: set[str] = set()
        self.undated: set[str] = set()
        self.unpublished: set[str] = set()
        #: Claims with dates too coarse to tell whether they hold at the time asked for.
        self.undecided: set[str] = set()
        #: Claims that nobody has reviewed.
        self.drafts: set[str] = set()
        told = rules.drafts or STANCE_DRAFT in rules.stances
        self._unreviewed = set() if told else reader.claims.statements.drafts
        #: Claims that have been taken back.
        self.retracted: set[str] = set()
        taken_back = {} if rules.retracted else reader.claims.statements.retracted
        self._taken_back = {iri for iri, on in taken_back.items() if rules.day is None or on <= rules.day}

    # ------------------------------------------------------------------ as conditions

    def cut(self, scope: Cut) -> Cut:
        """The claims of a scope that count by stance, speaker and publication; notes what is not published."""
        rules, statements, cut = self.rules, self._reader.claims.statements, scope
        if rules.stances:
            cut = cut.among("c.stance", sorted(rules.stances))
        if rules.speakers or rules.others:
            cut = self._by_speaker(cut)
        if self._unreviewed:
            self.drafts |= statements.iris(cut.also("c.standing = ?", DRAFT))
            cut = cut.also("c.standing < ?", DRAFT)
        if self._taken_back:
            still = "(c.retracted IS NULL OR c.retracted > ?)"
            self.retracted |= statements.iris(cut.also(f"NOT {still}", rules.day or "9999"))
            cut = cut.also(still, rules.day or "9999")
        if rules.day is not None:
            self.unpublished |= statements.iris(cut.also("c.known > ?", rules.day))
            cut = cut.also("c.known <= ?", rules.day)
        return cut

    def _by_speaker(self, cut: Cut) -> Cut:
        heard = [
            (speakers, document)
            for speakers, document in self._reader.claims.statements.speakers
            if any(self.speaks(s, document) for s in speakers.split(" "))
        ]
        pairs = ", ".join(["(?, ?)"] * len(heard))
        flat = [x for pair in heard for x in pair]
        return cut.also(f"(c.speakers, c.document) IN (VALUES {pairs})", *flat) if heard else cut.also("0")

    def in_time(self, cut: Cut) -> Cut:
        """The claims of which anything is true at the time asked for; notes those without a date."""
        when = self.rules.as_of
        if when is None:
            return cut
        stands, day = ("m.until IS NULL", ()) if self.rules.day is None else (_STOOD, (self.rules.day,) * 2)
        moments = f"SELECT m.claim FROM moments m WHERE m.dated AND {stands}"
        dated = f"{moments} AND m.text IS NOT NULL"
        held = f"c.id IN ({dated} AND coalesce(m.begins, '') <= ? AND coalesce(m.ends, '9999') >= ?)"
        sure = f"c.id IN ({dated} AND coalesce(m.begun, '') <= ? AND coalesce(m.ending, c.known) >= ?)"
        loose = f"c.id IN ({moments} AND m.text IS NULL)"
        window = (*day, when.ends or "9999", when.begins or "")
        found = self._reader.claims.statements.iris
        self.undecided |= found(cut.also(held, *window).also(f"NOT {sure}", *window))
        if self.rules.undated:
            return cut.also(f"({held} OR {loose})", *window, *day)
        self.undated |= found(cut.also(loose, *day))
        return cut.also(held, *window)

    def current(self, cut: Cut) -> Cut:
        """The claims that are not superseded, as far as that was known."""
        day = self.rules.day
        too = " OR c.until = c.retracted" if self.rules.retracted else ""
        stands, values = (
            (f"c.until IS NULL{too}", ()) if day is None else (f"c.until IS NULL OR c.until > ?{too}", (day,))
        )
        return cut.also(f"({stands})", *values)

    # ------------------------------------------------------------------ one by one

    def keeps(self, iri: str) -> bool:
        """Whether a claim counts by stance, speaker and publication."""
        if iri in self._unreviewed:
            self.drafts.add(iri)
            return False
        if iri in self._taken_back:
            self.retracted.add(iri)
            return False
        if self.rules._replace(as_of=None, undated=False) == Filter():
            return True
        if self._kept is None:
            everywhere = Sieve(self._reader, self.rules)  # of all there are; those asked for are noted
            self._kept = self._reader.claims.statements.iris(everywhere.cut(Cut()))
            self._hidden = everywhere.unpublished
        if iri in self._hidden:
            self.unpublished.add(iri)
        return iri in self._kept

    def holds(self, period: Period | None, iri: str) -> bool:
        """Whether something is true at the time asked for; the undated is left out unless asked for."""
        when = self.rules.as_of
        if when is None:
            return True
        if period is None:
            if not self.rules.undated:
                self.undated.add(iri)
            return self.rules.undated
        return overlaps(period, when.begins or "", when.ends or "9999")

    def holds_of(self, iri: str, *things: str | None) -> bool:
        """Whether what a claim says of the first of some things that it dates is true at the time asked for."""
        when = self.rules.as_of
        if when is None:
            return True
        held = self._reader.claims.statements.held(iri, self.rules.day)
        thing = next((x for x in things if x in held), None)
        text, begins, begun, ending, ends = held.get(thing) or (None,) * 5
        period = None if text is None else Period(text, begins, ends)
        if not self.holds(period, iri):
            return False
        if period and not ((begun or "") <= (when.ends or "9999") and (ending or "9999") >= (when.begins or "")):
            self.undecided.add(iri)
        return True

    def claim(self, iri: str) -> Claim:
        """A claim, as far as it was known."""
        claim, day = self._reader.claim(iri), self.rules.day
        if day is None or not (claim.superseded or claim.links or claim.retraction):
            return claim
        statements = self._reader.claims.statements
        links = tuple(x for x in claim.links if statements.known(expand(x.claim) or CLAIM + x.claim, day))
        taken_back = claim.retraction if claim.retraction and claim.retraction.on <= day else None
        return replace(claim, superseded=statements.superseded(iri, day), links=links, retraction=taken_back)

    def tell(self, shown: Container[str], ask: Callable[[Sieve], Iterable[str]]) -> None:
        """Count what the same answer would hold besides, if it heeded no clock, or drafts too: ``ask`` says so."""
        self.unpublished, self.undated, self.drafts, self.retracted = (
            {iri for iri in ask(Sieve(self._reader, lifted)) if iri not in shown} if lifted else set()
            for lifted in (
                self.rules._replace(known_at=None) if self.rules.known_at else None,
                self.rules._replace(undated=True) if self.rules.as_of and not self.rules.undated else None,
                self.rules._replace(drafts=True) if self.drafts else None,
                self.rules._replace(retracted=True) if self.retracted else None,
            )
        )
        self.undecided = {iri for iri in self.undecided if iri in shown}

    def notes(self) -> list[Note]:
        """What was left out, counted, and what could not be told."""
        left_out = {"undated-claims": self.undated, "unpublished-claims": self.unpublished}
        notes = [Note(key, {"claims": len(claims)}) for key, claims in left_out.items() if claims]
        if self.drafts:
            notes.append(Note("drafts-left-out", {"drafts": len(self.drafts)}))
        if self.retracted:
            notes.append(Note("retracted-left-out", {"claims": len(self.retracted)}))
        if self.undecided:
            names = sorted(curie(iri).removeprefix("c:") for iri in self.undecided)
            more = max(0, len(names) - _NAMED)
            notes.append(Note("undecided-dates", {"names": tuple(names[:_NAMED]), "more": more}))
        return notes

    # ------------------------------------------------------------------ who speaks, and what was out

    def speaks(self, speaker: str, document: str) -> bool:
        """Whether an actor is, or speaks in a document for, one of those asked, and for none of ``others``."""
        key = (speaker, document)
        if key not in self._said:
            voices = principals(self._reader, speaker, self.rules.day, self._reader.issued(document))
            asked = not self.rules.speakers or bool(self.rules.speakers & voices)
            self._said[key] = asked and not self.rules.others & voices
        return self._said[key]

    def published(self, document: Document) -> bool:
        """Whether a document was out by then; an undated one counts from the day it was entered."""
        latest = self._reader.view.text(document.iri, br("ends")) if document.issued else document.recorded_on
        return latest is not None and latest <= (self.rules.day or "9999")


def principals(reader: Reader, actor: str, known_at: str | None = None, when: Period | None = None) -> frozenset[str]:
    """An actor and everybody it speaks for: the bodies it belongs to and the states whose offices it holds.

    By reference data, and by claims that do not deny it and that stood on the day of ``known_at``; those that say when
    must allow for the time of ``when``.
    """
    found, todo = set[str](), [actor]
    view = reader.view
    while todo:
        node = todo.pop()
        if node in found:
            continue
        found.add(node)
        links: list[tuple[str, str | None, str]] = [(str(o), None, g) for _, _, o, g in view.quads(node, br("organOf"))]
        links += [
            (str(state), term, g)
            for term, _, _, g in view.quads(None, br("holder"), node)
            for office in view.objects(term, br("office"))
            for state in view.objects(str(office), br("officeOf"))
        ]
        todo += [boss for boss, term, g in links if _lent(reader, g, term, known_at, when)]
    return frozenset(found)


_STOOD = "m.known <= ? AND (m.until IS NULL OR m.until > ?)"


def _lent(reader: Reader, graph: str, term: str | None, known_at: str | None, when: Period | None) -> bool:
    if graph.startswith(REFERENCE):
        return True
    if not is_claim_graph(graph) or not reader.claims.statements.lends(graph, known_at):
        return False
    if when is None:
        return True
    period = reader.period_of(graph, term)
    return period is None or overlaps(period, when.begins or "", when.ends or "9999")
