"""Records of data sets as claims: single ones, and series of them (``kg.claims.series``)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from kg.ask.claims import Reader
from kg.ask.filters import Filter, Sieve
from kg.claims.ballots import VOTING, Voted, voted
from kg.claims.cut import Cut
from kg.claims.records import Amount, Entry, Records, sides_known
from kg.claims.schema import KINDS
from kg.claims.series import Series
from kg.claims.shared import Sharing, joining
from kg.text.dates import period_text
from kg.text.records import claim_iri, own_name, record_of
from kg.text.terms import CLAIM, DOC, SKOS, VOCAB, br, curie, expand, local
from kg.values.claims import Claim, Passage, Period, Ref, Tally, Votes
from kg.values.notes import Note

#: Records that a series names one by one.
_SAMPLES = 3
_ALL = Cut()
#: The day by which the source of a record was out, to be compared with days.
_LAST_DAY = "CASE length(r.issued) WHEN 4 THEN r.issued || '-12-31' WHEN 7 THEN r.issued || '-31' ELSE r.issued END"
_UNDATED = "(r.begins IS NULL AND r.ends IS NULL)"


def find(reader: Reader, iri: str) -> Claim | None:
    """The record or series that a claim's IRI names; None when there is none."""
    index = reader.index
    if index is None or not iri.startswith(CLAIM):
        return None
    name = iri[len(CLAIM) :]
    series = Series.of(name)
    if series:
        return claim_of_series(reader, series, reader.passing)
    entry = entry_of(index, name)
    return claim_of(reader, entry) if entry else None


def entry_of(index: Records, name: str) -> Entry | None:
    """The record that an id such as ``icews18.123`` names."""
    named = record_of(name)
    return index.entry(*named) if named else None


def renamed(index: Records, name: str) -> str | None:
    """What the id of a record is today that is written as once, with a dash for the dot: ``icews18-123``."""
    for dataset in index.names_of_datasets:
        if name.startswith(dataset + "-"):
            entry = entry_of(index, own_name(dataset, name[len(dataset) + 1 :]))
            if entry:
                return iri_of(entry)[len(CLAIM) :]
    return None


def iri_of(entry: Entry) -> str:
    """The IRI of a record's claim."""
    return claim_iri(entry.dataset, entry.record.id)


def claim_of(reader: Reader, entry: Entry) -> Claim:
    """A record as a claim."""
    r, iri = entry.record, iri_of(entry)
    document = reader.document(DOC + entry.dataset)
    period = Period(r.date, entry.begins, entry.ends) if r.date else None
    return Claim(
        id=iri[len(CLAIM) :],
        iri=iri,
        summary=r.text or wording(reader, entry),
        stance=_stance(reader, r.stance),
        speakers=(ref(reader, r.speaker),) if r.speaker else document.creators,
        document=document,
        passages=(Passage(record=r.id, address=r.address or None),),
        attribution=None,
        quotation=r.quote or None,
        stated_on=r.issued or None,
        notes=(r.note,) if r.note else (),
        period=period,
        coding=reader.coding(document.iri),
    )


def _stance(reader: Reader, name: str) -> Ref:
    return reader.ref(f"{VOCAB}stance/{name}")


def ref(reader: Reader, name: str) -> Ref:
    """A CURIE and the name of what it stands for."""
    return Ref(name, label(reader, name))


def label(reader: Reader, name: str) -> str:
    """The name of what a CURIE stands for."""
    return reader.label(expand(name) or name)


def wording(reader: Reader, entry: Entry) -> str:
    """A record in words."""
    r = entry.record
    subject, relation, other = (label(reader, n) if n else "" for n in (r.subject, r.relation, r.object))
    if entry.kind == "event":
        return f"{subject} → {other}: {relation}" + (f", {r.date}" if r.date else "")
    text = value_of(reader, entry)
    dated = f", {r.date}" if r.date and text != r.date else ""
    return f"{subject} — {relation}: {text}{dated}"


def value_of(reader: Reader, entry: Entry) -> str:
    """What a record says of its subject."""
    r = entry.record
    if entry.kind == "figure":
        unit = f" {label(reader, r.unit)}" if r.unit else ""
        other = f" ({label(reader, r.object)})" if r.object else ""
        return f"{r.value}{unit}{other}"
    return label(reader, r.object) if r.object else r.value or r.date


def claim_of_series(reader: Reader, series: Series, passing: Cut = _ALL) -> Claim | None:
    """A series as a claim, with those of its records that pass; None when there are none."""
    index = reader.index
    if index is not None and series.of_votes:
        voice = series.voice(index)
        ends = (series.subject, series.object)
        found = voted(index, voice.also(passing.where, *passing.values), *ends) if voice else []
        return claim_of_votes(reader, series, found[0]) if found else None
    cut = series.cut(index) if index else None
    if index is None or cut is None:
        return None
    cut = cut.also(passing.where, *passing.values)
    if series.sides and passing.day:
        cut = sides_known(cut, passing.day)
    tally = _tally(reader, index, series, cut)
    return _summed_up(reader, series, tally, (e.record.id for e in index.entries(cut, _SAMPLES))) if tally else None


def claim_of_votes(reader: Reader, series: Series, found: Voted) -> Claim:
    """How two voted, as a claim."""
    subject, relation, other = (ref(reader, n) for n in (series.subject, series.relation, series.object))
    votes, days = Votes(found.same, found.opposed, found.absent, found.unclear), (found.begins, found.ends)
    tally = Tally(found.both, None, *days, subject, relation, other, period=series.period, votes=votes)
    return _summed_up(reader, series, tally, found.records)


def votes_of(reader: Reader, index: Records, passing: Cut, ends: tuple[str, str], digits: int) -> Iterator[Claim]:
    """How two voted, by source and period."""
    a, b = sorted(ends)
    for v in voted(index, passing, a, b, digits):
        series = Series(v.dataset, a, b, VOTING, v.period or passing.period, False, v.stance, v.speaker)
        if v.period or not digits:
            yield claim_of_votes(reader, series, v)


def _summed_up(reader: Reader, series: Series, tally: Tally, records: Iterable[str]) -> Claim:
    document, begins, ends = reader.document(DOC + series.dataset), tally.begins, tally.ends
    return Claim(
        id=series.id,
        iri=CLAIM + series.id,
        summary="",
        stance=_stance(reader, series.stance),
        speakers=(ref(reader, series.speaker),) if series.speaker else document.creators,
        document=document,
        passages=tuple(Passage(record=name) for name in records),
        period=Period(period_text(begins, ends), begins, ends) if begins or ends else None,
        coding=reader.coding(document.iri),
        tally=tally,
    )


def _tally(reader: Reader, index: Records, series: Series, cut: Cut) -> Tally | None:
    """What the records of a series come to; None when there are none."""
    subject, relation, other = (ref(reader, n) if n else None for n in (series.subject, series.relation, series.object))
    if series.of_figures:
        amounts = list(index.amounts(cut, [series.relation]))
        return amount(reader, amounts[0], series.period) if amounts else None
    sums = list(index.sums(cut, sides=False, relation=True))
    if not sums:
        return None
    begins, _ = span(s.begins for s in sums)
    _, ends = span(s.ends for s in sums)
    scored = [s for s in sums if s.weight is not None]
    score = sum(s.weight or 0.0 for s in scored) / (sum(s.n for s in scored) or 1)
    return Tally(
        sum(s.n for s in sums), score if scored else None, begins, ends, subject, relation, other, series.sides,
        period=series.period, nationals=series.nationals,
    )  # fmt: skip


def additive(reader: Reader) -> list[str]:
    """The indicators whose figures are parts of a sum."""
    return sorted({curie(s) for s, *_ in reader.view.quads(None, br("additive"))})


def amount_series(found: Amount) -> Series:
    """The series that figures are, added up."""
    who, what, voice = (found.subject, found.object), (found.relation, found.period), (found.stance, found.speaker)
    return Series(found.dataset, *who, *what, False, *voice, unit=found.unit)


def amount(reader: Reader, found: Amount, period: str) -> Tally:
    """Figures that are added up."""
    who, what, whom = (ref(reader, n) for n in (found.subject, found.relation, found.object))
    unit = ref(reader, found.unit) if found.unit else None
    return Tally(found.n, None, found.begins, found.ends, who, what, whom, period=period, amount=found.total, unit=unit)


def span(days: Iterable[str | None]) -> tuple[str | None, str | None]:
    """The first and the last day of those that are known."""
    known = sorted(d for d in days if d)
    return (known[0], known[-1]) if known else (None, None)


def content_of(reader: Reader, iri: str, limit: int = 100) -> list[tuple[str, str, str]]:
    """What a record or series says, as (subject, property, value) in words."""
    index, name = reader.index, iri[len(CLAIM) :]
    if index is None:
        return []
    series = Series.of(name)
    cut = series.cut(index) if series else None
    if cut:
        rows = []
        for e in index.entries(cut, limit):
            day = f"{e.record.date}: " if e.record.date else ""
            acting = (label(reader, n) for n in (e.record.subject, e.record.relation, e.record.object))
            who, what, whom = acting
            rows.append((f"{day}{who}", what, f"{whom} [{iri_of(e)[len(CLAIM) :]}]"))
        return rows
    entry = entry_of(index, name)
    if entry is None:
        return []
    value = label(reader, entry.record.object) if entry.kind == "event" else value_of(reader, entry)
    return [(label(reader, entry.record.subject), label(reader, entry.record.relation), value)]


def cut_of(reader: Reader, rules: Filter | None) -> Cut:
    """A filter as a condition on records."""
    if rules is None or reader.index is None:
        return Cut()
    cut = _published(reader, _voiced(reader, rules), rules)
    when = rules.as_of
    if when is None:
        return cut
    held = "NOT " + _UNDATED + " AND coalesce(r.begins, '') <= ? AND coalesce(r.ends, '9999') >= ?"
    cut = cut.also(f"(({held}) OR {_UNDATED if rules.undated else 0})", when.ends or "9999", when.begins or "")
    return cut if rules.undated else cut._replace(period=when.text.strip())


def left_out(reader: Reader, rules: Filter | None, within: Callable[[Cut], Cut | None]) -> list[Note]:
    """What a filter leaves out of the records within a scope, counted as ``Sieve.notes`` counts what people wrote."""
    index = reader.index
    if rules is None or index is None:
        return []
    voiced, found = _voiced(reader, rules), list[Note]()
    cuts = {
        "undated-claims": _published(reader, voiced, rules).also(_UNDATED)
        if rules.as_of and not rules.undated
        else None,
        "unpublished-claims": _published(reader, voiced, rules, out=False) if rules.day else None,
    }
    for key, cut in cuts.items():
        scope = within(cut) if cut else None
        count = index.count(scope) if scope else 0
        if count:
            found.append(Note(key, {"claims": count}))
    return found


def _voiced(reader: Reader, rules: Filter) -> Cut:
    """The records that count by stance and speaker."""
    cut, index = Cut(day=rules.day or ""), reader.index
    if rules.stances:
        names = sorted(map(local, rules.stances))
        cut = cut.also(f"r.stance IN (SELECT id FROM names WHERE name IN ({_marks(names)}))", *names)
    if index is None or not (rules.speakers or rules.others):
        return cut
    sieve, heard = Sieve(reader, rules), []
    for dataset, speaker in index.speakers():
        document = reader.document(DOC + dataset)
        voices = [expand(speaker) or speaker] if speaker else [expand(r.id) or r.id for r in document.creators]
        if any(sieve.speaks(v, document.iri) for v in voices):
            heard += [dataset, speaker]
    pairs = ", ".join(["(?, ?)"] * (len(heard) // 2))
    names_of = (
        "(SELECT name FROM datasets WHERE id = r.dataset), coalesce((SELECT name FROM names WHERE id = r.speaker), '')"
    )
    return cut.also(f"({names_of}) IN (VALUES {pairs})", *heard) if heard else cut.also("0")


def _published(reader: Reader, cut: Cut, rules: Filter, *, out: bool = True) -> Cut:
    """Of the records that pass those whose source or data set was out by the day of ``known_at``, or the others."""
    if rules.day is None or reader.index is None:
        return cut
    sieve = Sieve(reader, rules)
    names = [d for d in reader.index.names_of_datasets if sieve.published(reader.document(DOC + d)) == out]
    whole = f"r.dataset IN (SELECT id FROM datasets WHERE name IN ({_marks(names)}))"
    own = f"{_LAST_DAY} {'<=' if out else '>'} ?"  # a record that says when its source was published
    return cut.also(f"CASE WHEN r.issued IS NULL THEN {whole} ELSE {own} END", *names, rules.day)


def _marks(values: Iterable[object]) -> str:
    return ", ".join("?" for _ in values)


def by_people(reader: Reader, cut: Cut, a: str, b: str) -> list[Note]:
    """How many acts between two states nationals had a part in: they act for neither, and no sum holds them."""
    index = reader.index
    count = index.by_nationals(cut, curie(a), curie(b)) if index else 0
    return [Note("by-people", {"acts": count})] if count else []


def sharings(reader: Reader, *, votes: bool = False) -> list[Sharing]:
    """The relations over which two can have something in common, by the ontology; or (``votes``) the ballots."""
    found = set[Sharing]()
    for s, _, end, _ in reader.view.quads(None, br("sharedThing")):
        scheme = sorted(set(map(curie, reader.view.subjects(SKOS + "inScheme", s))))
        if bool(scheme) == votes:
            found.add(Sharing(tuple(scheme or [curie(s)]), local(str(end))))
    return sorted(found)


def touching(reader: Reader, cut: Cut, *entities: str, lent: Cut | None = None) -> Cut | None:
    """Records that touch one thing, or that join two: as states with all who act for them, and by what they share.

    None for an unknown one, and for three or more: no record joins them. ``lent``: the records by which another shares
    a thing, by default such as are asked for.
    """
    index = reader.index
    numbers = [index.number(curie(e)) for e in entities] if index else [None]
    if None in numbers or len(numbers) > 2:
        return None
    if len(numbers) == 1:
        return cut.also("(r.subject = ? OR r.object = ?)", *numbers * 2)
    x, y = numbers[:2]
    acting = Cut("r.a = ? AND r.b = ?")  # as far as it was known whom they act for
    acting = sides_known(acting, cut.day) if cut.day else acting
    ways = f"SELECT r.id FROM records r WHERE {acting.where}"
    themselves = "SELECT id FROM records WHERE subject = ? AND object = ?"
    a, b = map(curie, entities)
    common = joining(index, Cut(), sharings(reader), a, b, lent or cut) if index else Cut()
    return cut.also(
        f"(r.id IN ({ways} UNION {ways} UNION {themselves} UNION {themselves}) OR ({common.where}))",
        *(x, y, *acting.values, y, x, *acting.values, x, y, y, x, *common.values),
    )


def on(reader: Reader, entities: Sequence[str], cut: Cut, lent: Cut | None = None) -> Cut | None:
    """Of the records that pass those that touch some things; all of them for none."""
    return touching(reader, cut, *entities, lent=lent) if entities else cut


def claims(reader: Reader, cut: Cut, limit: int | None = None) -> Iterator[Claim]:
    """Records that pass, as claims."""
    if reader.index is not None:
        for entry in reader.index.entries(cut, limit):
            yield claim_of(reader, entry)


#: Records that are compared one by one; acts are compared as sums.
_COMPARED = 500
_SUMMED = (KINDS.index("event"), KINDS.index("direct"))


def said(
    reader: Reader, rules: Filter, entities: Sequence[str]
) -> tuple[list[tuple[tuple[str, str, str], Claim]], list[Note]]:
    """What records on all the entities say, as (subject, property, value) in words with their claims, and notes.

    The acts of a pair under one relation are one series, whatever their number.
    """
    index, cut = reader.index, cut_of(reader, rules)
    chosen = on(reader, entities, cut)
    if index is None or chosen is None:
        return [], []
    found = []
    for s in index.sums(chosen):
        key = Series(s.dataset, s.subject, s.object, s.relation, s.period, False, s.stance, s.speaker)
        claim = claim_of_series(reader, key, cut)
        if claim:
            found.append(((label(reader, s.subject), label(reader, s.relation), label(reader, s.object)), claim))
    single = chosen.also("r.kind NOT IN (?, ?)", *_SUMMED)
    for entry in index.entries(single, _COMPARED):
        fact = (label(reader, entry.record.subject), label(reader, entry.record.relation), value_of(reader, entry))
        found.append((fact, claim_of(reader, entry)))
    count, notes = index.count(single), left_out(reader, rules, partial(on, reader, entities, lent=_ALL))
    if count > _COMPARED:
        notes.append(Note("records-compared", {"shown": _COMPARED, "records": count}))
    return found, notes
