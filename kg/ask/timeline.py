"""What happened when: dated things in order, then those of which only an order or nothing is known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.ask.claims import Reader
from kg.ask.filters import Filter, Sieve
from kg.ask.scope import about
from kg.claims.basis import LENDING
from kg.claims.statements import Moment
from kg.text.terms import br, expand
from kg.values.answers import Event
from kg.values.claims import Claim, Literal, Node, Period, Quad
from kg.values.notes import Note, together

_DATE = "br:date"
#: Of more dates that fit a coarse one, none is sought that is finer than all.
_MANY = 50


def timeline(
    reader: Reader, entities: Sequence[str] = (), rules: Filter | None = None
) -> tuple[list[Event], list[Note]]:
    """Events that touch all the entities, and notes on what was left out.

    Two claims that date the same thing differently give two lines. An event without a date comes last,
    with the events it is known to follow.
    """
    sieve = Sieve(reader, rules or Filter())
    lines, aside = _lines(reader, sieve, entities)
    said = {iri for claims in lines.values() for iri in claims}
    sieve.tell(said, lambda other: (iri for claims in _lines(reader, other, entities)[0].values() for iri in claims))
    reader.preload(said)
    events = [_event(reader, sieve, *line, [sieve.claim(iri) for iri in claims]) for line, claims in lines.items()]
    notes = sieve.notes()
    if quiet := len(aside - said):
        notes.append(Note("of-dated", {"claims": quiet}))
    if reader.index is not None:
        from kg.ask.bulk import events as recorded

        more, noted = recorded(reader, list(entities), rules)
        events, notes = events + more, notes + noted
    return _in_order(events), together(notes)


def _lines(
    reader: Reader, sieve: Sieve, entities: Sequence[str]
) -> tuple[dict[tuple[str, str, Period | None], list[str]], set[str]]:
    """What happened when (a thing, the property that dates it, a date), and by which claims.

    Besides, the claims about dated things that give them no date: they add no line, and do not vouch for that date.
    """
    scope = sieve.cut(about(reader, entities, sieve.rules.day))
    negated = {s for s, *_ in reader.view.quads(None, br("negated"))}
    found: dict[tuple[str, str], list[Moment]] = {}
    signings: dict[tuple[str, str], tuple[str, str]] = {}
    for moment in reader.claims.statements.moments(scope):
        if not (moment.iri in negated and reader.claim(moment.iri).negated):
            key = (moment.node, moment.property)
            if key not in signings:
                signings[key] = _signing(reader, sieve, *key)
            found.setdefault(signings[key], []).append(moment)
    dated = {node for (node, _), moments in found.items() if any(m.period for m in moments)}
    lines: dict[tuple[str, str, Period | None], dict[str, None]] = {}
    aside = set[str]()
    for (node, what), moments in found.items():
        given = list(dict.fromkeys((m.period, m.standing) for m in moments))
        shown = {of: _finer(*of, given) for of in given}
        for m in moments:
            if m.period is None and node in dated:
                aside.add(m.iri)
                continue
            lines.setdefault((node, what, shown[m.period, m.standing]), {})[m.iri] = None
    held = {line: [x for x in claims if sieve.holds(line[2], x)] for line, claims in lines.items()}
    return {line: claims for line, claims in held.items() if claims}, aside


def _signing(reader: Reader, sieve: Sieve, thing: str, what: str) -> tuple[str, str]:
    """The act that brought an agreement about, where there is one: its date and the day of signing are one line."""
    if what in (_DATE, "br:signedOn"):
        acts = {q[0] for p in ("signs", "concludes") for q in _told(reader, sieve, None, br(p), thing)}
        if len(acts) == 1:
            return acts.pop(), _DATE
    return thing, what


def _told(reader: Reader, sieve: Sieve, s: str | None, p: str, o: Node | None = None) -> list[Quad]:
    """Statements of claims that pass, and that stood on the day of the question."""
    lends, day = reader.claims.statements.lends, sieve.rules.day
    return [q for q in reader.view.content(s, p, o) if lends(q[3], day) and sieve.keeps(q[3])]


def _finer(period: Period | None, standing: int, given: Iterable[tuple[Period | None, int]]) -> Period | None:
    """The one finer date that fits a claim's, by claims at least as certain; its own where there is none, or several
    that differ."""
    if period is None:
        return None
    sure = {p for p, how in given if p and how <= standing and how < LENDING}
    inside = {p for p in sure if p != period and _within(p, period)}
    if len(inside) > _MANY:  # of so many dates no single one is the finest
        return period
    finest = {p for p in inside if not any(_within(x, p) for x in inside if x != p)}
    return finest.pop() if len({(p.begins, p.ends) for p in finest}) == 1 else period


def _within(one: Period, other: Period) -> bool:
    return (other.begins or "") <= (one.begins or "") and (one.ends or "9999") <= (other.ends or "9999")


def _event(reader: Reader, sieve: Sieve, node: str, what: str, period: Period | None, claims: list[Claim]) -> Event:
    after = sorted({reader.ref(str(q[2])) for q in _told(reader, sieve, node, br("after"))})
    words = dict.fromkeys(q[2] for q in _told(reader, sieve, node, br("dateNote")))
    notes = [o.value for o in reader.readable(list(words)) if isinstance(o, Literal)]
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

    known = {e.entity.id for e in events}
    followed = {a.id for e in events for a in e.after}
    dated = sorted((e for e in events if e.period), key=day)
    rest = sorted((e for e in events if not e.period), key=lambda e: e.entity.id)
    tied = [e for e in rest if e.entity.id in followed or any(a.id in known for a in e.after)]
    names = {e.entity.id for e in tied}
    found = dated + [e for e in rest if e.entity.id not in names]
    while tied:  # few: most things stand in no known order
        waiting = {e.entity.id for e in tied}
        event = next((e for e in tied if not waiting & {a.id for a in e.after if a != e.entity}), tied[0])
        place = _place(event, found)
        found.insert(len(found) if place is None else place, event)
        tied.remove(event)
    return found


def _place(event: Event, among: Sequence[Event]) -> int | None:
    """Where the known order puts an event: behind all that it follows, else before the first that follows it."""
    before = {a.id for a in event.after}
    follows = [i for i, e in enumerate(among) if e.entity.id in before]
    if follows:
        return follows[-1] + 1
    return next((i for i, e in enumerate(among) if event.entity in e.after), None)
