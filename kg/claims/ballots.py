"""How two voted on the same resolutions: by source and period, how often alike, and how often against each other.

An absence is no vote, and where one source gives a state two ballots on one text, nobody can say how it voted: both are
counted, and compared with nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

from kg.claims.cut import Cut
from kg.claims.records import Records
from kg.claims.schema import KINDS, STANDINGS

#: What a series of votes stands under (``kg.claims.series``): an indicator that is worked out, and of no record.
VOTING = "ind:voting-agreement"
_VOTE = KINDS.index("vote")
_CAST = ("ballot:yes", "ballot:no", "ballot:abstain")
_OPPOSED = {("ballot:yes", "ballot:no"), ("ballot:no", "ballot:yes")}


class Voted(NamedTuple):
    """The votes of two in one period (a year, "" where they have none or for all time), by one source.

    ``both``: resolutions on which both voted; on ``same`` of them alike, on ``opposed`` yes against no. ``absent``:
    on which one of them was absent; ``unclear``: on which the source gives one of them several ballots.
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

    @property
    def share(self) -> float | None:
        """Of the resolutions on which both voted, those on which they voted alike; None where there are none."""
        return self.same / self.both if self.both else None


def is_vote(cut: Cut) -> Cut:
    """Of the records that pass those that say how somebody voted."""
    return cut.also("r.kind = ?", _VOTE)


def voted(index: Records, passing: Cut, x: str, y: str, digits: int = 0) -> list[Voted]:
    """How two voted, by source; ``digits``: of the date, 4 for years, 3 for decades, 0 for all time."""
    ends = [index.number(x), index.number(y)]
    if None in ends or not index.has_votes:
        return []
    mine, others = (_ballots(index, passing, end) for end in ends)
    cells: dict[tuple[Any, ...], list[tuple[str, str | None, str | None]]] = defaultdict(list)
    for key in mine.keys() & others.keys():
        days = sorted({d for _, *some in (*mine[key], *others[key]) for d in some if d})
        first, last = (days[0], days[-1]) if days else (None, None)
        period = first[:digits] if first and last and first[:digits] == last[:digits] else ""
        how = _how({b for b, *_ in mine[key]}, {b for b, *_ in others[key]})
        cells[(*key[:4], period + "X" if period and digits == 3 else period)].append((how, first, last))
    return [_summed(key, some) for key, some in sorted(cells.items())]


def _ballots(
    index: Records, passing: Cut, end: int | None
) -> dict[tuple[Any, ...], list[tuple[str, str | None, str | None]]]:
    """Ballots of one, each with its days, by source and resolution."""
    found: dict[tuple[Any, ...], list[tuple[str, str | None, str | None]]] = defaultdict(list)
    for *key, ballot, begins, ends in index.ballots(is_vote(passing).also("r.subject = ?", end)):
        found[tuple(key)].append((ballot, begins, ends))
    return found


def _how(mine: set[str], others: set[str]) -> str:
    if len(mine) > 1 or len(others) > 1:
        return "unclear"
    pair = (*mine, *others)
    if not set(pair) <= set(_CAST):
        return "absent"
    return "same" if pair[0] == pair[1] else "opposed" if pair in _OPPOSED else "other"


def _summed(key: tuple[Any, ...], some: list[tuple[str, str | None, str | None]]) -> Voted:
    dataset, stance, speaker, standing, period = key
    how = [h for h, *_ in some]
    same, opposed, absent, unclear = (how.count(h) for h in ("same", "opposed", "absent", "unclear"))
    days = sorted(_days(some))
    first, last = (days[0], days[-1]) if days else (None, None)
    both = len(how) - absent - unclear
    return Voted(
        dataset, stance, speaker, STANDINGS[standing], period, both, same, opposed, absent, unclear, first, last
    )


def _days(some: list[tuple[str, str | None, str | None]]) -> Iterator[str]:
    return (d for _, *days in some for d in days if d)
