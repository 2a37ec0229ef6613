"""What records say about two sides: the lines that they add to a brief."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from kg.ask.claims import Reader
from kg.ask.entity import kinds_of
from kg.ask.filters import Filter
from kg.ask.records import (
    additive,
    amount_series,
    by_people,
    claim_of,
    claim_of_series,
    cut_of,
    label,
    left_out,
    ref,
    sharings,
    span,
    touching,
    votes_of,
)
from kg.claims.ballots import voted
from kg.claims.cut import Cut
from kg.claims.records import Amount, Entry, Records, Sum
from kg.claims.schema import KINDS, STANDINGS
from kg.claims.series import Series
from kg.claims.shared import Common, common, joining
from kg.text.terms import curie, to_iri
from kg.values.answers import Line, Section
from kg.values.claims import Claim, Tally
from kg.values.notes import Note

_SUMMED = (KINDS.index("event"), KINDS.index("direct"))
_FIGURE = KINDS.index("figure")
#: Lines of one kind that an answer shows before it counts the rest.
_MOST = 30
#: Months of a curve before years stand for them.
_MONTHS = 36
_SIGNED = "br:signatory"
#: Where a brief tells of what two share, by the class of the thing; the first that fits.
_SECTIONS = {"agreements": "Agreement", "projects": "Project", "events": "Event"}

#: Sums, and whether each is of those who act for the two → the series that they are, as claims.
_Cited = Callable[[list[tuple[bool, Sum]]], tuple[Claim, ...]]


class Joint(NamedTuple):
    """What records say about two sides: how many do, lines by section of a brief (acts under ``recorded``), notes."""

    records: int
    sections: dict[str, Section]
    notes: list[Note]

    @property
    def acts(self) -> Section:
        """Their acts, summed up."""
        return self.sections.get("recorded", Section("recorded", ()))


def between(reader: Reader, a: str, b: str, rules: Filter | None, *, everything: bool = False) -> Joint | None:
    """Records on two sides: in all, how cooperation runs by month, the acts that come most, what both share, how they
    vote, figures by year. ``everything``: all lines, however many."""
    index = reader.index
    passing = cut_of(reader, rules)
    cut = touching(reader, passing, a, b)
    if index is None:
        return None
    ends = (curie(a), curie(b))
    people = _people(reader, index, passing, ends)
    lines, found = list(people), dict[str, list[Line]]()
    votes = voted(index, passing, *ends)
    notes, records = by_people(reader, passing, a, b), sum(v.both + v.absent + v.unclear for v in votes)
    found["figures"] = list(_votes(reader, index, passing, ends))
    if cut is not None:
        happened = what_happened(cut, rules)
        cited = partial(_series, reader, passing)
        lines = [*_totals(reader, index, cut, ends, cited), *_curve(index, happened, ends, cited)]
        lines += _acts(reader, index, happened, ends, cited)
        lines += people
        shared = common(index, passing, sharings(reader), *ends)
        for thing in shared:
            found.setdefault(_section_of(reader, thing), []).append(_shared(reader, thing))
        seen = {e.number for thing in shared for e in thing.entries}
        found["figures"] += _figures(reader, index, passing, cut.also("r.kind = ?", _FIGURE), notes)
        single = cut.also("r.kind NOT IN (?, ?, ?)", *_SUMMED, _FIGURE)
        lines += [_single(reader, e) for e in index.entries(single) if e.number not in seen]
        records += index.count(cut)
        notes += left_out(reader, rules, lambda other: touching(reader, other, a, b, lent=Cut()))
    notes += left_out(reader, rules, lambda other: joining(index, other, sharings(reader, votes=True), *ends, Cut()))
    found["recorded"] = lines
    return Joint(records, {key: _cut_off(key, some, everything) for key, some in found.items() if some}, notes)


def _cut_off(key: str, lines: list[Line], everything: bool) -> Section:
    """The lines of a section, as far as a page holds them. Sums are few by themselves."""
    shown, room = [], _MOST
    for line in lines:
        if everything or line.tally is not None or not line.text or room > 0:
            shown.append(line)
            room -= line.tally is None
    return Section(key, tuple(shown), len(lines) - len(shown))


def what_happened(cut: Cut, rules: Filter | None) -> Cut:
    """What is planned, expected or denied did not happen: it has a line of its own, and no part in sums."""
    return cut if rules and rules.stances else cut.also("r.standing = ?", STANDINGS.index("asserted"))


def pairs(index: Records, cut: Cut, ends: tuple[str, str], **how: int | bool) -> Iterator[tuple[bool, Sum]]:
    """Sums of what the two do themselves, and (True) of those who act for them."""
    x, y = (index.number(e) for e in ends)
    itself = "(r.subject = ? AND r.object = ?) OR (r.subject = ? AND r.object = ?)"
    for s in index.sums(cut.also(f"({itself})", x, y, y, x), **how):  # type: ignore[arg-type]
        yield False, s
    others = cut.also(f"NOT ({itself})", x, y, y, x).also("r.a IS NOT NULL AND r.b IS NOT NULL")
    for s in index.sums(others, sides=True, **how):  # type: ignore[arg-type]
        yield True, s


def _series(reader: Reader, passing: Cut, found: list[tuple[bool, Sum]]) -> tuple[Claim, ...]:
    keys = dict.fromkeys(
        Series(s.dataset, s.subject, s.object, s.relation, s.period, lifted, s.stance, s.speaker) for lifted, s in found
    )
    return tuple(c for k in keys if (c := claim_of_series(reader, k, passing)))


def _totals(reader: Reader, index: Records, cut: Cut, ends: tuple[str, str], cited: _Cited) -> Iterator[Line]:
    found: dict[tuple[str, str], list[tuple[bool, Sum]]] = defaultdict(list)
    for lifted, s in pairs(index, cut, ends, relation=False):
        found[s.dataset, "" if s.standing == "asserted" else s.stance].append((lifted, s))
    for (_, stance), members in sorted(found.items()):
        total, own = (sum(s.n for lifted, s in members if all_ or not lifted) for all_ in (True, False))
        first, last = span(d for _, s in members for d in (s.begins, s.ends))
        how = ref(reader, f"stance:{stance}") if stance else None
        tally = Tally(total, begins=first, ends=last, own=own, stance=how)
        yield Line("", cited(members), tally=tally)


def _curve(index: Records, cut: Cut, ends: tuple[str, str], cited: _Cited) -> Iterator[Line]:
    """Cooperation by month, or by year where there are many months."""
    for digits in (7, 4):
        found: dict[str, list[tuple[bool, Sum]]] = defaultdict(list)
        for lifted, s in pairs(index, cut, ends, digits=digits):
            if s.period and s.weight is not None:
                found[s.period].append((lifted, s))
        if len(found) <= _MONTHS:
            break
    for period, members in sorted(found.items()):
        count, total = sum(s.n for _, s in members), sum(s.weight or 0.0 for _, s in members)
        up = sum(s.n for _, s in members if (s.weight or 0) > 0)
        down = sum(s.n for _, s in members if (s.weight or 0) < 0)
        plain = [(lifted, s._replace(relation="")) for lifted, s in members]
        tally = Tally(count, total / count, period=period, cooperative=up, conflictual=down)
        yield Line("", cited(plain), tally=tally)


def _acts(reader: Reader, index: Records, cut: Cut, ends: tuple[str, str], cited: _Cited) -> Iterator[Line]:
    found: dict[str, list[tuple[bool, Sum]]] = defaultdict(list)
    for lifted, s in pairs(index, cut, ends):
        found[s.relation].append((lifted, s))
    counted = sorted(found.items(), key=lambda x: (-sum(s.n for _, s in x[1]), x[0]))
    for relation, members in counted[:10]:
        there = sum(s.n for _, s in members if s.subject == ends[0])
        total = sum(s.n for _, s in members)
        names = [label(reader, e) for e in ends]
        ways = f"{names[0]} → {names[1]} {there:,}, {names[1]} → {names[0]} {total - there:,}"
        yield Line(f"{label(reader, relation)}: {total:,} ({ways})", cited(members))


def _people(reader: Reader, index: Records, passing: Cut, ends: tuple[str, str]) -> Iterator[Line]:
    """What people and firms of the two do, or what is done to them, told apart from the states."""
    for x, y, where, cut in index.of_nationals(passing, *ends):
        voices = sorted({(s.dataset, s.relation, s.stance, s.speaker) for s in index.sums(cut)})
        for dataset, relation, stance, speaker in voices:
            series = Series(dataset, x, y, relation, passing.period, False, stance, speaker, nationals=where)
            if claim := claim_of_series(reader, series, passing):
                yield Line("", (claim,), tally=claim.tally)


def _shared(reader: Reader, thing: Common) -> Line:
    """What two share, with its dates and, where it is no agreement, how."""
    how = "" if thing.relation == _SIGNED else f" ({label(reader, thing.relation)})"
    dated = f", {', '.join(thing.dates)}" if thing.dates else ""
    return Line(label(reader, thing.thing) + how + dated, tuple(claim_of(reader, e) for e in thing.entries))


def _section_of(reader: Reader, thing: Common) -> str:
    kinds = kinds_of(reader, to_iri(thing.thing))
    if thing.relation == _SIGNED:
        return "agreements"
    return next((key for key, kind in _SECTIONS.items() if kind in kinds), "relations")


def _votes(reader: Reader, index: Records, passing: Cut, ends: tuple[str, str]) -> Iterator[Line]:
    """How two voted, by source: in all, and by year."""
    for digits in (0, 4):
        for claim in votes_of(reader, index, passing, ends, digits):
            yield Line("", (claim,), tally=claim.tally)


def _figures(reader: Reader, index: Records, passing: Cut, cut: Cut, notes: list[Note]) -> Iterator[Line]:
    """Figures of one with the other as counterpart: parts of a sum by year, the others each."""
    summed, apart = list[Amount](), 0
    for found in index.amounts(cut, additive(reader), 4):
        if found.mixed:
            apart += found.n
        elif found.n > 1 and found.period:
            summed.append(found)
    told = {found[:9] for found in summed}
    for found in summed:
        series = amount_series(found)
        if claim := claim_of_series(reader, series, passing):
            yield Line("", (claim,), tally=claim.tally)
    for entry in index.entries(cut):
        r, period = entry.record, entry.period(4)
        key = (r.subject, r.object, r.relation, r.unit, entry.dataset, r.stance, r.speaker, entry.standing, period)
        if key not in told:
            yield _single(reader, entry)
    if apart:
        notes.append(Note("parts-and-total", {"figures": apart}))


def _single(reader: Reader, entry: Entry) -> Line:
    claim = claim_of(reader, entry)
    return Line(claim.summary, (claim,))
