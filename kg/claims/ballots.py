"""How two voted on the same resolutions: by source and period, how often alike, and how often against each other.

An absence is no vote, and where one source gives a state two ballots on one text, nobody can say how it voted: both are
counted, and compared with nothing.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any, NamedTuple

from kg.claims.cut import Cut
from kg.claims.records import Records
from kg.claims.schema import KINDS, STANDINGS

#: What a series of votes stands under (``kg.claims.series``): an indicator that is worked out, and of no record.
VOTING = "ind:voting-agreement"
_VOTE = KINDS.index("vote")
_COUNTED = ("ballot:yes", "ballot:no", "ballot:abstain")
_OPPOSED = {("ballot:yes", "ballot:no"), ("ballot:no", "ballot:yes")}

#: Records that show how two voted.
_SAMPLES = 3


class _Cast(NamedTuple):
    """A ballot, or how two compare, with its first and last day and its records."""

    how: str
    begins: str | None
    ends: str | None
    records: tuple[str, ...]


class Voted(NamedTuple):
    """The votes of two in one period ("" where they have none or for all time), by one source.

    ``both``: resolutions on which both voted; on ``same`` of them alike, on ``opposed`` yes against no. ``absent``:
    on which one of them was absent; ``unclear``: on which the source gives one of them several ballots. ``records``:
    ids of the first.
    """

    dataset: str
    stance: str
    speaker: str
    standing: str
    period: str
    both: int
    same: int
    opposed: int
    absent: int
    unclear: int
    begins: str | None
    ends: str | None
    records: tuple[str, ...]

    @property
    def share(self) -> float | None:
        """Of the resolutions on which both voted, those on which they voted alike; None where there are none."""
        return self.same / self.both if self.both else None


def is_vote(cut: Cut) -> Cut:
    """Of the records that pass those that say how somebody voted."""
    return cut.also("r.kind = ?", _VOTE)


def voted(index: Records, passing: Cut, x: str, y: str, digits: int = 0) -> list[Voted]:
    """How two voted, by source; ``digits``: of the date, 4 for years, 7 for months, 0 for all time."""
    ends = [index.number(x), index.number(y)]
    if None in ends or not index.has_votes:
        return []
    mine, others = (_ballots(index, passing, end) for end in ends)
    cells: dict[tuple[Any, ...], list[_Cast]] = defaultdict(list)
    for key in mine.keys() & others.keys():
        both = [*mine[key], *others[key]]
        first, last = _span(both)
        period = first[:digits] if first and last and first[:digits] == last[:digits] else ""
        how = _how({c.how for c in mine[key]}, {c.how for c in others[key]})
        cells[(*key[:4], period)].append(_Cast(how, first, last, tuple(r for c in both for r in c.records)))
    return [_summed(key, some) for key, some in sorted(cells.items())]


def _ballots(index: Records, passing: Cut, end: int | None) -> dict[tuple[Any, ...], list[_Cast]]:
    """Ballots of one by source and resolution."""
    found: dict[tuple[Any, ...], list[_Cast]] = defaultdict(list)
    for *key, ballot, begins, ends, record in index.ballots(is_vote(passing).also("r.subject = ?", end)):
        found[tuple(key)].append(_Cast(ballot, begins, ends, (record,)))
    return found


def _how(mine: set[str], others: set[str]) -> str:
    if len(mine) > 1 or len(others) > 1:
        return "unclear"
    pair = (*mine, *others)
    if not set(pair) <= set(_COUNTED):
        return "absent"
    return "same" if pair[0] == pair[1] else "opposed" if pair in _OPPOSED else "other"


def _summed(key: tuple[Any, ...], some: list[_Cast]) -> Voted:
    dataset, stance, speaker, standing, period = key
    same, opposed, absent, unclear = (sum(c.how == x for c in some) for x in ("same", "opposed", "absent", "unclear"))
    counts = (len(some) - absent - unclear, same, opposed, absent, unclear)
    samples = sorted(some, key=lambda c: (c.begins or "", c.records))[:_SAMPLES]
    records = tuple(r for c in samples for r in c.records)[:_SAMPLES]
    return Voted(dataset, stance, speaker, STANDINGS[standing], period, *counts, *_span(some), records)


def _span(some: list[_Cast]) -> tuple[str | None, str | None]:
    """The first and the last day."""
    days = sorted(d for c in some for d in (c.begins, c.ends) if d)
    return (days[0], days[-1]) if days else (None, None)
