"""What records say about two sides: the lines that they add to a brief."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from kg.ask.claims import Reader
from kg.ask.filters import Filter
from kg.ask.records import by_people, claim_of, claim_of_series, cut_of, label, left_out, ref, span, touching
from kg.claims.cut import Cut
from kg.claims.records import Entry, Records, Sum
from kg.claims.schema import KINDS, STANDINGS
from kg.claims.series import Series
from kg.text.terms import curie
from kg.values.answers import Line
from kg.values.claims import Claim, Tally
from kg.values.notes import Note

_SUMMED = (KINDS.index("event"), KINDS.index("direct"))
#: Lines of one kind that an answer shows before it counts the rest.
_MOST = 30
#: Months of a curve before years stand for them.
_MONTHS = 36

#: Sums, and whether each is of those who act for the two → the series that they are, as claims.
_Cited = Callable[[list[tuple[bool, Sum]]], tuple[Claim, ...]]


class Joint(NamedTuple):
    """What records say about two sides: how many do, lines on acts and figures, agreements of both, and notes."""

    records: int
    lines: list[Line]
    agreements: list[Line]
    more_agreements: int
    notes: list[Note]


def between(reader: Reader, a: str, b: str, rules: Filter | None) -> Joint | None:
    """Records on two sides: in all, how cooperation runs by month, the acts that come most, figures, agreements."""
    index = reader.index
    passing = cut_of(reader, rules)
    cut = touching(reader, passing, a, b)
    if index is None:
        return None
    if cut is None:  # no record names one of the two, but some may be about people from there
        return Joint(0, [], [], 0, by_people(reader, passing, a, b))
    ends = (curie(a), curie(b))
    happened = what_happened(cut, rules)
    cited = partial(_series, reader, passing)
    lines = [*_totals(reader, index, cut, ends, cited), *_curve(index, happened, ends, cited)]
    lines += _acts(reader, index, happened, ends, cited)
    single = cut.also("r.kind NOT IN (?, ?)", *_SUMMED)
    lines += [Line(c.summary, (c,)) for c in (claim_of(reader, e) for e in index.entries(single, _MOST))]
    agreements, more = _agreements(reader, index, passing, ends)
    signed = sum(len(line.claims) for line in agreements)
    notes = left_out(reader, rules, lambda other: touching(reader, other, a, b))
    notes += left_out(reader, rules, lambda other: _signed(index, other, ends, Cut()))
    notes += by_people(reader, passing, a, b)
    return Joint(index.count(cut) + signed, lines, agreements, more, notes)


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


def _agreements(reader: Reader, index: Records, cut: Cut, ends: tuple[str, str]) -> tuple[list[Line], int]:
    """Agreements that both have signed, by data sets: those of fewest parties first, then the latest."""
    signed = _signed(index, cut, ends, cut).also("r.object = ?", index.number(ends[0]))
    passing = re.sub(r"\br\.", "p.", cut.where)  # nobody knows of parties by what does not pass
    party = f"records p WHERE p.subject = r.subject AND p.relation = r.relation AND {passing}"
    order = f"(SELECT count(DISTINCT object) FROM {party}), r.begins DESC, r.id"
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in index.entries(signed._replace(values=(*signed.values, *cut.values)), order=order):
        found[entry.record.subject].append(entry)
    lines = []
    for subject, entries in list(found.items())[:_MOST]:
        dates = ", ".join(sorted({e.record.date for e in entries if e.record.date}))
        text = label(reader, subject) + (f", {dates}" if dates else "")
        lines.append(Line(text, tuple(claim_of(reader, e) for e in entries)))
    return lines, max(0, len(found) - _MOST)


def _signed(index: Records, cut: Cut, ends: tuple[str, str], lent: Cut) -> Cut:
    """Signatures of two sides that pass, under agreements that both have signed; those of ``lent`` say so.

    One that is planned or denied goes with its like.
    """
    relation, sides = index.number("br:signatory"), [index.number(e) for e in ends]
    for side in sides:
        signed = f"SELECT r.subject, r.standing FROM records r WHERE r.relation = ? AND r.object = ? AND {lent.where}"
        cut = cut.also(f"(r.subject, r.standing) IN ({signed})", relation, side, *lent.values)
    return cut.also("r.relation = ?", relation).among("r.object", sides)
