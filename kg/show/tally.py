"""What records sum up, in words: as a series, a line of a brief, a month or year of a timeline."""

from __future__ import annotations

from kg.show.words import counted, word
from kg.values.claims import Ref, Tally, Votes

_BARS = "▁▂▃▄▅▆▇█"


def series(tally: Tally, lang: str) -> str:
    """Who does what to whom, and how often: what the claim of a series says."""
    who = [_who(tally, end, x, lang) for end, x in zip("ab", (tally.subject, tally.object), strict=True)]
    what = f": {tally.relation.label}" if tally.relation else ""
    if tally.votes:
        return f"{' – '.join(who)}: {figures(tally, lang)}"
    if tally.amount is not None:
        return f"{who[0]} ({who[1]}){what}: {figures(tally, lang)}"
    return f"{who[0]} → {who[1]}{what}: {figures(tally, lang)}"


def _who(tally: Tally, end: str, who: Ref | None, lang: str) -> str:
    if who is None:
        return word("anybody", lang)
    key = "people of" if end in tally.nationals else "acting for" if tally.sides else ""
    return word(key, lang).format(who.label) if key else who.label


def figures(tally: Tally, lang: str) -> str:
    """How many records, their mean score, and when; how two voted; or what figures come to."""
    if tally.votes:
        return f"{_voted(tally, tally.votes, lang)}{_days(tally, tally.ends != tally.begins)}"
    if tally.amount is not None:
        return f"{_amount(tally, lang)}{_days(tally, tally.ends != tally.begins)}"
    return f"{word('records', lang)} {tally.acts:,}{_mean(tally, lang)}{_days(tally, tally.ends != tally.begins)}"


def total(tally: Tally, title: str, lang: str) -> str:
    """All acts that a data set records of two sides; or how they voted, or what people and firms of them do."""
    if tally.nationals:
        return f"{title}: {series(tally, lang)}"
    if tally.votes:
        return f"{title}: {_voted(tally, tally.votes, lang)}{_days(tally)}"
    acts = counted("acts", tally.acts, lang)
    if tally.stance:
        acts = word("acts so meant", lang).format(acts, tally.stance.label)
    own = tally.acts if tally.own is None else tally.own
    whose = "; " + word("own acts", lang).format(f"{own:,}") if own < tally.acts else ""
    return f"{title}: {acts}{_days(tally)}{whose}."


def period(tally: Tally, most: int, lang: str) -> str:
    """One month or year of a curve whose highest has ``most`` acts; or of votes, or of figures."""
    if tally.votes:
        return f"{tally.period}  {_voted(tally, tally.votes, lang)}"
    if tally.amount is not None:
        return f"{tally.period}  {series(tally._replace(begins=None), lang)}"
    bar = _BARS[min(7, tally.acts * 8 // (most + 1))]
    kinds = word("acts by kind", lang).format(f"{tally.cooperative or 0:,}", f"{tally.conflictual or 0:,}")
    return f"{tally.period}  {bar} {counted('acts', tally.acts, lang)}{_mean(tally, lang)}; {kinds}"


def event(tally: Tally, lang: str) -> str:
    """The acts of a month as one line of a timeline; or votes of a year, or figures of one."""
    if tally.votes or tally.amount is not None or tally.nationals:
        return series(tally._replace(begins=None), lang)
    how = f", {tally.stance.label}" if tally.stance else ""
    return f"{counted('acts', tally.acts, lang)}{_mean(tally, lang)}{how}"


def _voted(tally: Tally, votes: Votes, lang: str) -> str:
    """``2,806 of 3,512 votes alike (80 %), 210 yes against no; 12 more with an absence``."""
    share = f"{100 * votes.same / tally.acts:.0f}" if tally.acts else "–"
    said = word("voted", lang).format(f"{votes.same:,}", f"{tally.acts:,}", share, f"{votes.opposed:,}")
    for key, count in (("with an absence", votes.absent), ("with two ballots", votes.unclear)):
        said += "; " + word(key, lang).format(f"{count:,}") if count else ""
    return said


def _amount(tally: Tally, lang: str) -> str:
    """``12.5 USD (sum of 3 figures)``."""
    unit = f" {tally.unit.label}" if tally.unit else ""
    return f"{number(tally.amount or 0.0)}{unit} ({word('sum of', lang).format(counted('figures', tally.acts, lang))})"


def number(value: float) -> str:
    """A sum of decimals without what adding them as binary fractions leaves behind."""
    return f"{float(f'{value:.12g}'):,.10g}" if abs(value) < 1e10 else f"{value:,.0f}"


def _mean(tally: Tally, lang: str) -> str:
    return "" if tally.mean is None else f", {word('mean score', lang)} {tally.mean:+.1f}"


def _days(tally: Tally, both: bool = True) -> str:
    return f", {tally.begins}" + (f" – {tally.ends}" if both else "") if tally.begins else ""
