"""What records add to answers about entities: facts, a timeline, disputes.

Every record is reached, none drowns the rest: many acts become one line, whose claim is a series
(``kg.claims.series``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from kg.ask.claims import Reader
from kg.ask.filters import Filter
from kg.ask.origins import origins
from kg.ask.records import (
    claim_of,
    claim_of_series,
    cut_of,
    iri_of,
    label,
    left_out,
    on,
    ref,
    sharings,
    value_of,
    votes_of,
)
from kg.claims.basis import LENDING
from kg.claims.cut import Cut
from kg.claims.records import Entry, Records, Sum
from kg.claims.schema import KINDS
from kg.claims.series import Series
from kg.claims.shared import common
from kg.text.terms import CLAIM, VOCAB, curie
from kg.values.answers import Dispute, Event
from kg.values.claims import Claim, Fact, Period, Quantity, Ref, Tally, finite
from kg.values.notes import Note

#: Up to so many acts are listed one by one.
_FEW = 20
#: Lines of one kind that an answer shows before it counts the rest.
_MOST = 30
#: Records of one kind that are listed before they are summed up.
_LISTED = 200
#: What has no date is not left out of a timeline by a filter: it has no place there.
_DATED = "(r.begins IS NOT NULL OR r.ends IS NOT NULL)"
_SUMMED = (KINDS.index("event"), KINDS.index("direct"))


class Property(NamedTuple):
    """What records say about an entity under one relation: as a property, and how to ask for it."""

    ref: Ref
    relation: str
    inward: bool
    kind: int
    records: int

    @property
    def is_act(self) -> bool:
        """Whether its records are acts, which are summed up where there are many."""
        return self.kind in _SUMMED


def properties(reader: Reader, entity: str, rules: Filter | None) -> list[Property]:
    """The relations under which records mention an entity; an arrow marks those that point at it."""
    if reader.index is None:
        return []
    found = []
    for relation, here, kind, count in reader.index.relations_of(curie(entity), cut_of(reader, rules)):
        name = label(reader, relation)
        found.append(Property(Ref(relation, name if here else f"← {name}"), relation, not here, kind, count))
    return found


def left_out_of(reader: Reader, entity: str, rules: Filter | None, chosen: list[Property] | None) -> list[Note]:
    """What a filter leaves out of the records on an entity, or of those under some relations."""
    index = reader.index
    if index is None:
        return []

    def within(cut: Cut) -> Cut | None:
        numbers = None if chosen is None else [index.number(p.relation) for p in chosen]
        return on(reader, [entity], cut if numbers is None else cut.among("r.relation", numbers))

    return left_out(reader, rules, within)


def facts(
    reader: Reader, entity: str, chosen: list[Property], rules: Filter | None, *, closely: bool
) -> tuple[list[Fact], list[Note]]:
    """Facts from records, and notes on what they leave out. ``closely``: acts by the other side, not in one sum."""
    index = reader.index
    if index is None:
        return [], []
    name, cut = curie(entity), cut_of(reader, rules)
    number, found, notes = index.number(name), list[Fact](), list[Note]()
    for p in chosen:
        relation = index.number(p.relation)
        own = cut.also(f"r.{'object' if p.inward else 'subject'} = ? AND r.relation = ?", number, relation)
        if p.is_act and p.records > _FEW:
            sums = sorted(index.sums(own), key=lambda s: (-s.n, s.subject, s.object))
            found += _summed(reader, entity, p, sums if closely else [], name, own)
            if closely and len(sums) > _MOST:
                notes.append(Note("most-recorded", {"shown": _MOST, "all": len(sums)}, p.ref.label))
            continue
        by_value: dict[str, list[Entry]] = defaultdict(list)
        for entry in index.entries(own, _LISTED):
            by_value[_value(reader, entry, p)].append(entry)
        if p.records > _LISTED:
            notes.append(Note("records-shown", {"shown": _LISTED, "records": p.records}, p.ref.label))
        found += [_fact(reader, entity, p, value, entries) for value, entries in by_value.items()]
    return found, notes


def _value(reader: Reader, entry: Entry, p: Property) -> str:
    r = entry.record
    if entry.kind in ("event", "direct"):
        text = label(reader, r.subject if p.inward else r.object)
        return f"{text} ({r.date})" if r.date else text
    return label(reader, r.subject) if p.inward else value_of(reader, entry)


def _fact(reader: Reader, entity: str, p: Property, value: str, entries: list[Entry]) -> Fact:
    claims = tuple(sorted((claim_of(reader, e) for e in entries), key=lambda c: c.id))
    first = entries[0].record
    other = first.subject if p.inward else first.object
    figure = Quantity(finite(first.value), "exact", first.unit) if entries[0].kind == "figure" else None
    thing = Ref(other, label(reader, other)) if other else None
    return Fact(reader.ref(entity), p.ref, value, claims, thing, claims[0].period, figure)


def _summed(reader: Reader, entity: str, p: Property, sums: list[Sum], name: str, own: Cut) -> Iterator[Fact]:
    """One fact for each other side, or one for all of them and each voice. ``own``: the records that pass."""
    period, index = own.period, reader.claims.records
    ends = ("", name) if p.inward else (name, "")
    if not sums and index is not None:
        for dataset, stance, speaker in index.voices(own):
            claim = claim_of_series(reader, Series(dataset, *ends, p.relation, period, False, stance, speaker), own)
            if claim:
                yield Fact(reader.ref(entity), p.ref, "", (claim,), None, claim.period)
        return
    for s in sums[:_MOST]:
        series = Series(s.dataset, s.subject, s.object, s.relation, s.period, False, s.stance, s.speaker)
        claim = claim_of_series(reader, series, own)
        other = s.subject if p.inward else s.object
        if claim:
            value = f"{label(reader, other)}: {s.n:,}"
            yield Fact(reader.ref(entity), p.ref, value, (claim,), Ref(other, label(reader, other)), claim.period)


# ---------------------------------------------------------------------- when, and against whom


def events(reader: Reader, entities: list[str], rules: Filter | None) -> tuple[list[Event], list[Note]]:
    """Dated records on all the entities: one by one, or by month when there are many."""
    index = reader.index
    cut = cut_of(reader, rules)
    if index is None:
        return [], []
    ends = [curie(e) for e in entities]
    found = list(_of_two(reader, index, cut, (ends[0], ends[1]))) if len(ends) == 2 else []
    chosen = on(reader, entities, cut.also(_DATED), lent=cut)
    if chosen is None:
        return found, []
    notes = left_out(reader, rules, lambda other: on(reader, entities, other.also(_DATED), lent=Cut()))
    told = {c.id for e in found for c in e.claims}
    act = f"r.kind IN ({_SUMMED[0]}, {_SUMMED[1]})"
    single = chosen if index.count(chosen.also(act)) <= _LISTED else chosen.also(f"NOT {act}")
    each = (
        claim_of(reader, e) for e in index.entries(single, _LISTED + len(told)) if e.kind != "vote" or len(ends) < 2
    )
    found += [_event(c) for c in each if c.id not in told]
    if (count := index.count(single)) > _LISTED + len(told):
        notes.append(Note("records-shown", {"shown": _LISTED, "records": count - len(told)}))
    if single is chosen:
        return found, notes
    chosen = chosen.also(act)
    months: dict[tuple[str, str, str], list[Sum]] = defaultdict(list)
    for s in index.sums(chosen.also("r.begins IS NOT NULL"), relation=False, digits=7):
        months[s.period, s.dataset, "" if s.standing == "asserted" else s.stance].append(s)
    for (month, dataset, stance), members in sorted(months.items()):
        voices = sorted({(s.stance, s.speaker) for s in members})
        wanted = [Series(dataset, *way, "", month, False, *voice) for way in _ways(ends) for voice in voices]
        lifted = _ways(ends) if len(ends) == 2 else []
        wanted += [Series(dataset, *way, "", month, True, *voice) for way in lifted for voice in voices]
        claims = tuple(c for w in wanted if (c := claim_of_series(reader, w, cut)))
        scored = [s.weight for s in members if s.weight is not None]
        total = sum(s.n for s in members)
        days = [d for s in members for d in (s.begins, s.ends) if d]
        period = Period(month, min(days), max(days))
        how = ref(reader, f"stance:{stance}") if stance else None
        tally = Tally(total, sum(scored) / total if scored else None, *period[1:], period=month, stance=how)
        if claims:
            found.append(Event(Ref(claims[0].id, ""), period, month, claims, tally=tally))
    return found, [*notes, Note("summed-by-month", {"records": index.count(chosen)})]


def _of_two(reader: Reader, index: Records, cut: Cut, ends: tuple[str, str]) -> Iterator[Event]:
    """What two share, at each of its dates; how they voted, by year; and what people and firms of them do."""
    for thing in common(index, cut, sharings(reader), *ends):
        for date in thing.dates:
            claims = tuple(claim_of(reader, e) for e in thing.entries if e.record.date == date)
            name = label(reader, thing.thing)
            how = dict.fromkeys(label(reader, e.record.relation) for e in thing.entries if e.record.date == date)
            yield Event(Ref(thing.thing, f"{name}: {', '.join(how)}"), claims[0].period, date, claims)
    for claim in votes_of(reader, index, cut, ends, 4):
        yield _sum_of(claim, claim.tally.period if claim.tally else "")
    for x, y, where, people in index.of_nationals(cut, *ends):
        dated = people.also(_DATED)
        if index.count(dated) <= _LISTED:
            yield from (_event(claim_of(reader, e)) for e in index.entries(dated))
            continue
        voices = {(s.dataset, s.period, s.stance, s.speaker) for s in index.sums(dated, relation=False, digits=4)}
        for dataset, year, stance, speaker in sorted(voices):
            series = Series(dataset, x, y, "", year, False, stance, speaker, nationals=where)
            if summed := claim_of_series(reader, series, cut):
                yield _sum_of(summed, year)


def _sum_of(claim: Claim, when: str) -> Event:
    period = claim.period and claim.period._replace(text=when)
    return Event(Ref(claim.id, ""), period, when, (claim,), tally=claim.tally)


def _ways(ends: list[str]) -> list[tuple[str, str]]:
    if len(ends) == 2:
        return [(ends[0], ends[1]), (ends[1], ends[0])]
    return [(ends[0], ""), ("", ends[0])] if ends else [("", "")]


def _event(claim: Claim) -> Event:
    return Event(Ref(claim.id, claim.summary), claim.period, claim.period.text if claim.period else "", (claim,))


def disputes(reader: Reader, entities: list[str], rules: Filter | None) -> tuple[list[Dispute], list[Note]]:
    """Values of records that exclude each other: one dispute for each thing and property, with those that take part."""
    index, found, notes = reader.index, list[Dispute](), list[Note]()
    if index is None:
        return [], []
    contradicts = reader.ref(f"{VOCAB}claim-relation/contradicts")
    about, passing = {index.number(curie(e)) for e in entities}, cut_of(reader, rules)
    for subject, relation, counterpart, unit, date in index.conflicts():
        if about and not about <= {subject, counterpart}:
            continue
        group = Cut("r.subject = ? AND r.relation = ? AND r.standing < ?", (subject, relation, LENDING))
        if unit is not None or counterpart is not None or date is not None:
            group = group.also("r.object IS ? AND r.unit IS ? AND r.date IS ?", counterpart, unit, date)
        notes += left_out(reader, rules, partial(_also, group))
        entries = list(index.entries(_also(group, passing), order="r.begins, r.ends, r.id"))
        against = [e for e in entries if any(_exclude(e, other) for other in entries)]
        if len(against) < 2:
            continue
        claims = tuple(sorted((claim_of(reader, e) for e in against), key=lambda c: c.id))
        values = " / ".join(dict.fromkeys(value_of(reader, e) for e in against))
        first = against[0].record
        title = f"{label(reader, first.subject)}, {label(reader, first.relation)}: {values}"
        name = "=".join(iri_of(e)[len(CLAIM) :] for e in against)
        found.append(Dispute(name, contradicts, title, "", claims, origins(reader, claims), ""))
    return found, notes


def _also(group: Cut, cut: Cut) -> Cut:
    return cut.also(group.where, *group.values)


def _exclude(x: Entry, y: Entry) -> bool:
    """Whether two sources cannot both be right. One that gives two values has two things under one id."""
    if (x.dataset, x.record.speaker) == (y.dataset, y.record.speaker):
        return False
    if x.kind == "figure":
        return finite(x.record.value) != finite(y.record.value)
    return (x.begins or "") > (y.ends or "9999") or (y.begins or "") > (x.ends or "9999")
