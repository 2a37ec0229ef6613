"""What happened when: dated things in order, then those of which only an order or nothing is known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.ask.claims import Reader
from kg.ask.filters import Filter, Sieve
from kg.ask.scope import about
from kg.text.terms import br, expand
from kg.values.answers import Event
from kg.values.claims import Claim, Literal, Period
from kg.values.notes import Note, together

_DATE = "br:date"


def timeline(
    reader: Reader, entities: Sequence[str] = (), rules: Filter | None = None
) -> tuple[list[Event], list[Note]]:
    """Events that touch all the entities, and notes on what was left out.

    Two claims that date the same thing differently give two lines. An event without a date comes last,
    with the events it is known to follow.
    """
    sieve = Sieve(reader, rules or Filter())
    lines = _lines(reader, sieve, entities)
    said = {iri for claims in lines.values() for iri in claims}
    sieve.tell(said, lambda other: (iri for claims in _lines(reader, other, entities).values() for iri in claims))
    reader.preload(said)
    events = [_event(reader, *line, [sieve.claim(iri) for iri in claims]) for line, claims in lines.items()]
    notes = sieve.notes()
    if reader.index is not None:
        from kg.ask.bulk import events as recorded

        more, noted = recorded(reader, list(entities), rules)
        events, notes = events + more, notes + noted
    return _in_order(events), together(notes)


def _lines(reader: Reader, sieve: Sieve, entities: Sequence[str]) -> dict[tuple[str, str, Period | None], list[str]]:
    """What happened when (a thing, the property that dates it, a date), and by which claims."""
    scope = sieve.cut(about(reader, entities, sieve.rules.day))
    negated = {s for s, *_ in reader.view.quads(None, br("negated"))}
    found: dict[tuple[str, str], dict[Period | None, list[str]]] = {}
    for iri, thing, what, period in reader.claims.statements.moments(scope):
        if not (iri in negated and reader.claim(iri).negated):
            node, what = _signing(reader, thing, what)
            found.setdefault((node, what), {}).setdefault(period, []).append(iri)
    dated = {node for (node, _), periods in found.items() if any(periods)}
    lines: dict[tuple[str, str, Period | None], list[str]] = {}
    for (node, what), periods in found.items():
        for period, claims in periods.items():
            if period is None and node in dated:
                continue  # undated claims about a dated thing add no line, and do not vouch for its date
            line = (node, what, _finer(period, periods))
            lines.setdefault(line, []).extend(x for x in claims if x not in lines.get(line, ()))
    return {line: held for line, claims in lines.items() if (held := [x for x in claims if sieve.holds(line[2], x)])}


def _signing(reader: Reader, thing: str, what: str) -> tuple[str, str]:
    """The act that brought an agreement about, where there is one: its date and the day of signing are one line."""
    if what in (_DATE, "br:signedOn"):
        acts = {s for p in ("signs", "concludes") for s, *_ in reader.view.content(None, br(p), thing)}
        if len(acts) == 1:
            return acts.pop(), _DATE
    return thing, what


def _finer(period: Period | None, others: Iterable[Period | None]) -> Period | None:
    """The one finer date that fits a date; itself where there is none, or several that differ."""
    if period is None:
        return None
    inside = {o for o in others if o and o != period and _within(o, period)}
    finest = {o for o in inside if not any(_within(x, o) for x in inside if x != o)}
    return finest.pop() if len({(o.begins, o.ends) for o in finest}) == 1 else period


def _within(one: Period, other: Period) -> bool:
    return (other.begins or "") <= (one.begins or "") and (one.ends or "9999") <= (other.ends or "9999")


def _event(reader: Reader, node: str, what: str, period: Period | None, claims: list[Claim]) -> Event:
    after = sorted({reader.ref(str(o)) for o in reader.view.objects(node, br("after"))})
    notes = [o.value for o in reader.readable(reader.view.objects(node, br("dateNote"))) if isinstance(o, Literal)]
    when = period.text if period else ", ".join(notes)
    thing = reader.ref(node)
    if what != _DATE:
        thing = thing._replace(label=f"{thing.label}: {reader.label(expand(what) or what)}")
    return Event(thing, period, when, tuple(sorted(claims, key=lambda c: c.id)), tuple(after))


def _in_order(events: list[Event]) -> list[Event]:
    """By date, in every language alike.

    What has none stands after the last thing that it is known to follow, else before the first that follows it, else at
    the end.
    """

    def day(event: Event) -> tuple[str, str, str]:
        period = event.period
        return (period.begins or period.ends or "", period.text, event.entity.id) if period else ("", "", "")

    found = sorted((e for e in events if e.period), key=day)
    rest = sorted((e for e in events if not e.period), key=lambda e: e.entity.id)
    while rest:
        known = {e.entity.id for e in rest}
        free = [e for e in rest if not known & {a.id for a in e.after if a != e.entity}] or rest[:1]
        tied = ((e, place) for e in free if (place := _place(e, found)) is not None)
        event, place = next(tied, (free[0], len(found)))
        found.insert(place, event)
        rest.remove(event)
    return found


def _place(event: Event, among: Sequence[Event]) -> int | None:
    """Where the known order puts an event: behind all that it follows, else before the first that follows it."""
    before = {a.id for a in event.after}
    follows = [i for i, e in enumerate(among) if e.entity.id in before]
    if follows:
        return follows[-1] + 1
    return next((i for i, e in enumerate(among) if event.entity in e.after), None)
