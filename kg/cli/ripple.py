"""What a change means for answers, in lines of text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kg.text.escapes import terminal
from kg.text.terms import to_iri

if TYPE_CHECKING:
    from kg.ask.claims import Reader
    from kg.author.ripple import Lost, Ripple
    from kg.values.answers import Dispute
    from kg.values.claims import Fact


def ripple_text(told: Ripple, before: Reader) -> str:
    """Each part under a heading of its own; what there is nothing of is left out."""
    parts = (
        ("Facts that no claim gives any more", map(fact_line, told.gone)),
        ("Facts that other claims still give", map(fact_line, told.kept)),
        ("Disagreements and agreements that end", map(dispute_line, told.ended)),
        ("Disagreements and agreements that begin", map(dispute_line, told.begun)),
        ("Claims that count again, for what superseded them does not", told.back),
        ("Claims that are linked", (f"{t.claim}: {t.relation.label} ({t.other})" for t in told.links)),
        ("Claims that lead to other states", (_lost(x) for x in told.sides)),
        ("Claims that are dated otherwise", (_lost(x) for x in told.dates)),
        ("Pairs without any tie", (f"{_name(before, a)} – {_name(before, b)}" for a, b in told.pairs)),
    )
    return "".join(section(title, lines) for title, lines in parts) or "No other answer rests on it.\n"


def section(title: str, lines: Iterable[str]) -> str:
    """Lines under a heading; nothing for none."""
    body = "".join(f"  {terminal(line)}\n" for line in lines)
    return f"\n{title}:\n{body}" if body else ""


def fact_line(fact: Fact) -> str:
    """A fact with its claims."""
    return f"{fact.entity.label}: {fact.property.label}: {fact.value} [{', '.join(c.id for c in fact.claims)}]"


def dispute_line(dispute: Dispute) -> str:
    """A dispute with its claims."""
    return f"{dispute.relation.label}: {dispute.title} [{', '.join(c.id for c in dispute.claims)}]"


def _lost(lost: Lost) -> str:
    return f"{lost.claim}: {', '.join(lost.before) or 'none'} → {', '.join(lost.after) or 'none'}"


def _name(reader: Reader, name: str) -> str:
    return reader.label(to_iri(name))
