"""Acts summed up, in words: as a series, a line of a brief, a month of a timeline."""

from __future__ import annotations

from kg.show.words import counted, word
from kg.values.claims import Tally

_BARS = "▁▂▃▄▅▆▇█"


def series(tally: Tally, lang: str) -> str:
    """Who does what to whom, and how often: what the claim of a series says."""
    who = [x.label if x else word("anybody", lang) for x in (tally.subject, tally.object)]
    if tally.sides:
        who = [word("acting for", lang).format(w) for w in who]
    what = f": {tally.relation.label}" if tally.relation else ""
    return f"{who[0]} → {who[1]}{what}: {figures(tally, lang)}"


def figures(tally: Tally, lang: str) -> str:
    """How many records, their mean score, and when."""
    return f"{word('records', lang)} {tally.acts:,}{_mean(tally, lang)}{_days(tally, tally.ends != tally.begins)}"


def total(tally: Tally, title: str, lang: str) -> str:
    """All acts that a data set records of two sides."""
    acts = counted("acts", tally.acts, lang)
    if tally.stance:
        acts = word("acts so meant", lang).format(acts, tally.stance.label)
    own = tally.acts if tally.own is None else tally.own
    whose = "; " + word("own acts", lang).format(f"{own:,}") if own < tally.acts else ""
    return f"{title}: {acts}{_days(tally)}{whose}."


def period(tally: Tally, most: int, lang: str) -> str:
    """One month or year of a curve whose highest has ``most`` acts."""
    bar = _BARS[min(7, tally.acts * 8 // (most + 1))]
    kinds = word("acts by kind", lang).format(f"{tally.cooperative or 0:,}", f"{tally.conflictual or 0:,}")
    return f"{tally.period}  {bar} {counted('acts', tally.acts, lang)}{_mean(tally, lang)}; {kinds}"


def event(tally: Tally, lang: str) -> str:
    """The acts of a month as one line of a timeline."""
    how = f", {tally.stance.label}" if tally.stance else ""
    return f"{counted('acts', tally.acts, lang)}{_mean(tally, lang)}{how}"


def _mean(tally: Tally, lang: str) -> str:
    return "" if tally.mean is None else f", {word('mean score', lang)} {tally.mean:+.1f}"


def _days(tally: Tally, both: bool = True) -> str:
    return f", {tally.begins}" + (f" – {tally.ends}" if both else "") if tally.begins else ""
