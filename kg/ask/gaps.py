"""What is thin: where a graph rests on little, leaves something open, or is silent; and so where work is due."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from kg.claims.quads import Quads
from kg.errors import WrongCall
from kg.text.terms import ALT_LABEL, DCT, DOC, ID, LABEL, PREF_LABEL, SUBCLASS, TYPE, VOCAB, br, expand, is_claim_graph
from kg.values.answers import Gap
from kg.values.said import Said

if TYPE_CHECKING:
    from kg.ask.claims import Reader
    from kg.ask.filters import Filter
    from kg.claims.statements import Statement
    from kg.values.claims import Period
    from kg.values.notes import Note

#: Kinds, those first that matter most: what is open beside what is only thin.
KINDS = (
    "draft",
    "office",
    "in-force",
    "no-speaker",
    "no-name",
    "no-side",
    "undated-event",
    "undated-document",
    "figure",
    "implied",
    "not-kept",
    "one-origin",
    "one-source",
    "silence",
)
#: Gaps of a kind that a list shows before it counts the others.
_SHOWN = 5
#: Days of a month.
_MONTH = 30.44
#: What has a date, if only somebody gave it.
_DATED = ("Meeting", "Signing", "ProjectMilestone", "Statement", "Deployment")
#: What acts, and so is of a state, or says that it is of none.
_ACTORS = (
    *("Person", "ActorGroup", "Organization", "MediaOutlet", "GovernmentBody", "ArmedForce"),
    "EducationalInstitution",
)
_SIDES = ("organOf", "nationalOf", "memberOf", "noSide")
#: What is named, whatever a claim says of it; nodes for a figure or an effect have no name.
_NAMED = ("Actor", "Place", "Agreement", "Project", "Structure", "Office", "Document")
#: What answers call a thing by; without any of these they show its id.
_NAMES = (LABEL, PREF_LABEL, ALT_LABEL, f"{DCT}title")


def unsourced(view: Quads) -> set[str]:
    """Claims of which a text names no source."""
    ways = (f"{VOCAB}attribution/{name}" for name in ("anonymous", "unattributed"))
    return {q[0] for way in ways for q in view.quads(None, br("attribution"), way)}


def undated(view: Quads, among: Collection[str]) -> dict[str, set[str]]:
    """Events that nobody dates, with the claims that tell of them."""
    found: dict[str, set[str]] = {}
    for kind in _DATED:
        for s, _, _, g in view.quads(None, TYPE, br(kind)):
            if g in among and not view.has(s, br("date")):
                found.setdefault(s, set()).add(g)
    return found


def gaps(
    reader: Reader,
    entities: Sequence[str] = (),
    kinds: Sequence[str] = (),
    rules: Filter | None = None,
    *,
    kept: Callable[[str], bool],
    months: int,
) -> tuple[list[Gap], list[Note]]:
    """All gaps in the claims that touch all the entities, and notes on what the filter left out.

    ``kept``: whether the text of a document, by the name of its file, is at hand. ``months``: from when on it is a
    silence that nothing is dated. Raises WrongCall for an unknown kind.
    """
    from kg.ask.filters import Filter, Sieve
    from kg.ask.scope import about

    for kind in set(kinds) - set(KINDS):
        raise WrongCall(Said("‘{word}’ is no kind of gap.", word=kind), Said("Kinds: {names}.", names=", ".join(KINDS)))
    sieve = Sieve(reader, rules or Filter())
    scope = about(reader, entities, sieve.rules.day)
    chosen = sieve.in_time(sieve.current(sieve.cut(scope)))
    among = {s.iri: s for s in reader.claims.statements.select(chosen)}
    reader.preload(among)
    seeking = _Seeking(reader, among, sieve.rules.day, kept)
    found = list[Gap]()
    if not kinds or "draft" in kinds:
        all_ = Sieve(reader, sieve.rules._replace(drafts=True))
        passing = reader.claims.statements.iris(all_.in_time(all_.current(all_.cut(scope))))
        drafts = sorted(passing & reader.claims.statements.drafts)
        found += [Gap("draft", (), (reader.claim(iri),)) for iri in drafts]
        sieve.drafts.clear()  # they are shown
    found += [
        gap
        for kind in KINDS
        if (not kinds or kind in kinds) and kind not in ("draft", "silence")
        for gap in seeking.all(kind)
    ]
    if not kinds or "silence" in kinds:
        told = [(m.period, m.iri) for m in reader.claims.statements.moments(chosen) if m.period]
        found += _silences(reader, told, months)
    return found, sieve.notes()


def leading(found: Sequence[Gap], asked: bool) -> tuple[list[Gap], list[Note]]:
    """The first of each kind, and how many more there are; more of them where kinds are ``asked`` for."""
    from kg.values.notes import Note

    most = _SHOWN * (10 if asked else 1)
    counts: dict[str, int] = defaultdict(int)
    shown = []
    for gap in found:
        counts[gap.kind] += 1
        if counts[gap.kind] <= most:
            shown.append(gap)
    left = len(found) - len(shown)
    return shown, [Note("more-gaps", {"gaps": left})] if left else []


class _Seeking:
    """Looks for each kind of gap in some claims."""

    def __init__(
        self, reader: Reader, among: dict[str, Statement], day: str | None, kept: Callable[[str], bool]
    ) -> None:
        self._reader, self._view, self._among, self._kept = reader, reader.view, among, kept
        self._live = {iri for iri in among if reader.claims.statements.lends(iri, day)}
        self._told: dict[str, set[str]] = defaultdict(set)
        for iri in among:
            for s, _, o, _ in self._view.quads(g=iri):
                for x in (s, o):
                    if isinstance(x, str) and x.startswith((ID, DOC)):
                        self._told[x].add(iri)
            for speaker in among[iri].speakers.split():
                self._told[speaker].add(iri)

    def all(self, kind: str) -> list[Gap]:
        """Those of one kind: what most claims hang on first."""
        found = {
            "office": self._offices,
            "in-force": self._agreements,
            "no-speaker": lambda: self._claims(unsourced(self._view)),
            "no-name": self._nameless,
            "no-side": self._sideless,
            "undated-event": lambda: undated(self._view, self._among).items(),
            "undated-document": lambda: self._documents(lambda d: self._reader.document(d).issued is None),
            "figure": self._figures,
            "implied": lambda: self._claims(self._having("explicitness", f"{VOCAB}explicitness/implied")),
            "not-kept": lambda: self._documents(lambda d: not self._kept(self._reader.document(d).file_name or "")),
            "one-origin": self._akin,
            "one-source": self._single,
        }[kind]()
        sized = sorted(found, key=lambda x: (-len(x[1]), x[0], sorted(x[1])))
        return [self._gap(kind, (name,) if isinstance(name, str) else name, claims) for name, claims in sized]

    def _gap(self, kind: str, names: Iterable[str], claims: Iterable[str]) -> Gap:
        things = tuple(self._reader.ref(n) for n in names if n)
        return Gap(kind, things, tuple(self._reader.claim(iri) for iri in sorted(claims)))

    def _having(self, name: str, value: str) -> set[str]:
        return {q[0] for q in self._view.quads(None, br(name), value)}

    def _claims(self, some: Collection[str]) -> Iterator[tuple[str, set[str]]]:
        """Each claim for itself: it is about no one thing."""
        yield from (("", {iri}) for iri in sorted(some) if iri in self._among)

    def _documents(self, thin: Callable[[str], bool]) -> Iterator[tuple[str, set[str]]]:
        by: dict[str, set[str]] = defaultdict(set)
        for iri, statement in self._among.items():
            by[statement.document].add(iri)
        yield from ((document, claims) for document, claims in by.items() if thin(document))

    def _of_kind(self, *names: str) -> Iterator[str]:
        """The things of these classes, or of narrower ones, that the claims mention."""
        classes, todo = set[str](), [br(n) for n in names]
        while todo:
            one = todo.pop()
            if one not in classes:
                classes.add(one)
                todo += self._view.subjects(SUBCLASS, one)
        for thing in sorted(self._told):
            if not classes.isdisjoint(map(str, self._view.objects(thing, TYPE))):
                yield thing

    def _nameless(self) -> Iterator[tuple[str, set[str]]]:
        for thing in self._of_kind(*_NAMED):
            if not any(self._view.has(thing, p) for p in _NAMES):
                yield thing, self._told[thing]

    def _sideless(self) -> Iterator[tuple[str, set[str]]]:
        for thing in self._of_kind(*_ACTORS):
            said = any(self._view.has(thing, br(p)) for p in _SIDES)
            if not said and not self._view.has(None, br("holder"), thing):
                yield thing, self._told[thing]

    def _offices(self) -> Iterator[tuple[tuple[str, ...], set[str]]]:
        """Offices that several hold of whom nobody says when they left."""
        holding: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for term, _, holder, g in self._view.quads(None, br("holder")):
            if g in self._live and not self._view.has(term, br("ends")):
                for office in self._view.objects(term, br("office")):
                    holding[str(office)][str(holder)].add(g)
        for office, holders in holding.items():
            if len(holders) > 1:
                yield (office, *sorted(holders)), set().union(*holders.values())

    def _agreements(self) -> Iterator[tuple[str, set[str]]]:
        """Agreements that were signed, of which nobody says whether they took effect."""
        signed: dict[str, set[str]] = defaultdict(set)
        for p in ("signedOn", "signatory", "signs"):
            for s, _, o, g in self._view.quads(None, br(p)):
                if g in self._live:
                    signed[str(o) if p == "signs" else s].add(g)
        for agreement, claims in signed.items():
            if not any(self._view.has(agreement, br(p)) for p in ("inForceOn", "endedOn")):
                yield agreement, claims

    def _figures(self) -> Iterator[tuple[str, set[str]]]:
        """Figures without a unit, or without a date where what they measure changes, by what they are about."""
        for node, _, _, g in self._view.quads(None, TYPE, br("Measure")):
            if g in self._among and not (
                any(self._view.has(node, br(p)) for p in ("unit", "counts")) and self._is_dated(node, g)
            ):
                yield next((str(o) for o in self._view.objects(node, br("measureOf"), g)), node), {g}

    def _is_dated(self, figure: str, claim: str) -> bool:
        """Whether it is known when a figure was so, or need not be."""
        if self._view.has(figure, br("date")) or self._reader.period_of(claim, figure):
            return True
        measured = [str(o) for o in self._view.objects(figure, br("indicator"))]
        return any(self._view.text(indicator, br("lasting")) in ("true", "1") for indicator in measured)

    def _akin(self) -> Iterator[tuple[tuple[str, ...], set[str]]]:
        """Several documents of one publisher, or that go back to one text: they are no second source."""
        from kg.ask.claims import document_iri
        from kg.ask.origins import roots

        behind: dict[str, dict[str, set[str]]] = defaultdict(dict)
        for iri, claims in self._documents(lambda d: True):
            document = self._reader.document(iri)
            for origin in [
                *(expand(p.id) or p.id for p in document.publishers),
                *map(document_iri, roots(self._reader, document)),
            ]:
                behind[origin][iri] = claims
        for origin, documents in behind.items():
            if len(documents) > 1:
                yield (origin, *sorted(documents.keys() - {origin})), set().union(*documents.values())

    def _single(self) -> Iterator[tuple[str, set[str]]]:
        """What only one origin says: the claims that say it, and those that they agree with, come from one place."""
        from kg.ask.origins import origins

        alike: dict[str, set[str]] = defaultdict(set)
        for iri in self._live:
            alike[self._among[iri].content].add(iri)
        for said in alike.values():
            claims = [self._reader.claim(iri) for iri in said | self._agreeing(said)]
            if any(self._among[iri].core for iri in said) and origins(self._reader, claims) == 1:
                yield "", said

    def _agreeing(self, some: Collection[str]) -> set[str]:
        links = [br(p) for p in ("corroborates", "repeats")]
        found = {str(o) for iri in some for p in links for o in self._view.objects(iri, p)}
        found |= {s for iri in some for p in links for s in self._view.subjects(p, iri)}
        return {iri for iri in found if is_claim_graph(iri)}


def _silences(reader: Reader, told: Iterable[tuple[Period, str]], months: int) -> Iterator[Gap]:
    """Long times between two dates of which nothing is told, with the claims on either side; the longest first."""
    spans: dict[tuple[str, str], set[str]] = defaultdict(set)
    for period, iri in told:
        if period.begins and period.ends:
            spans[period.begins, period.ends].add(iri)
    found, last = [], ("", "")
    for span in sorted(spans):
        if last[1] and (length := _days(last[1], span[0])) >= months * _MONTH:
            found.append((-length, last, span))
        last = max(last, span, key=lambda x: x[1])
    for _, one, two in sorted(found):
        claims = [reader.claim(iri) for iri in sorted(spans[one] | spans[two])]
        yield Gap("silence", (), tuple(claims), (one[1], two[0]))


def _days(one: str, two: str) -> int:
    return (date.fromisoformat(two) - date.fromisoformat(one)).days
