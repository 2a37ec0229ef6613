"""What happened when: dated things in order, then those of which only an order or nothing is known."""

from __future__ import annotations

from collections.abc import Sequence

from kg.ask.claims import Reader
from kg.ask.filters import Filter, Sieve
from kg.ask.scope import about
from kg.text.terms import br
from kg.values.answers import Event
from kg.values.claims import Claim, Literal, Period, Ref
from kg.values.notes import Note, together


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
    events.sort(
        key=lambda e: (
            e.period is None,
            e.period.begins or e.period.ends or "" if e.period else "",
            e.period.text if e.period else "",
            not e.after,
            e.entity.label,
        )
    )
    return events, together(notes)


def _lines(reader: Reader, sieve: Sieve, entities: Sequence[str]) -> dict[tuple[str, Period | None], list[str]]:
    """What happened when, and by which claims."""
    scope = sieve.cut(about(reader, entities, sieve.rules.day))
    negated = {s for s, *_ in reader.view.quads(None, br("negated"))}
    found: dict[tuple[str, Period | None], list[str]] = {}
    for iri, node, period in reader.claims.statements.moments(scope):
        if not (iri in negated and reader.claim(iri).negated) and sieve.holds(period, iri):
            found.setdefault((node, period), []).append(iri)
    dated = {node for node, period in found if period}
    # the undated claims about a dated thing add no line
    return {line: claims for line, claims in found.items() if line[1] or line[0] not in dated}


def _event(reader: Reader, node: str, period: Period | None, claims: list[Claim]) -> Event:
    after = sorted({reader.ref(str(o)) for o in reader.view.objects(node, br("after"))})
    notes = [o.value for o in reader.view.objects(node, br("dateNote")) if isinstance(o, Literal)]
    when = period.text if period else ", ".join(notes)
    return Event(Ref(*reader.ref(node)), period, when, tuple(sorted(claims, key=lambda c: c.id)), tuple(after))
