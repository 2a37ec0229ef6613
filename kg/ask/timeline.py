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
    scope = sieve.cut(about(reader, entities, sieve.rules.day))
    statements = reader.claims.statements
    negated = {s for s, *_ in reader.view.quads(None, br("negated"))}
    lines: dict[tuple[str, Period | None], list[Claim]] = {}
    moments = statements.moments(scope)
    reader.preload(m.iri for m in moments)
    for iri, node, period in moments:
        if not (iri in negated and reader.claim(iri).negated) and sieve.holds(period, iri):
            lines.setdefault((node, period), []).append(sieve.claim(iri))
    dated = {node for node, period in lines if period}
    events = [
        _event(reader, node, period, claims)
        for (node, period), claims in lines.items()
        if period or node not in dated  # the undated claims about a dated thing add no line
    ]
    notes = sieve.notes()
    if reader.index is not None:
        from kg.ask.bulk import events as recorded

        more, said = recorded(reader, list(entities), rules)
        events, notes = events + more, notes + said
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


def _event(reader: Reader, node: str, period: Period | None, claims: list[Claim]) -> Event:
    after = sorted({reader.ref(str(o)) for o in reader.view.objects(node, br("after"))})
    notes = [o.value for o in reader.view.objects(node, br("dateNote")) if isinstance(o, Literal)]
    when = period.text if period else ", ".join(notes)
    return Event(Ref(*reader.ref(node)), period, when, tuple(sorted(claims, key=lambda c: c.id)), tuple(after))
