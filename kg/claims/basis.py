"""What something rests on that no single claim says: a tie, a side, a date that other claims lend.

It is no more certain than the least certain of them, known when the last of them is published, and it stands until the
first of them is superseded. Where several claims would do, each way is kept that is not worse in all three.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product
from typing import NamedTuple

from kg.claims.schema import STANDINGS


class Basis(NamedTuple):
    """``standing``: place in ``STANDINGS``. ``known``: the day from which it is known, "" for ever. ``until``: the day
    from which it is superseded, None for never."""

    standing: int = 0
    known: str = ""
    until: str | None = None

    def meet(self, other: Basis) -> Basis:
        """What rests on both."""
        until = min((x for x in (self.until, other.until) if x is not None), default=None)
        return Basis(max(self.standing, other.standing), max(self.known, other.known), until)

    def beats(self, other: Basis) -> bool:
        """Whether it holds wherever the other does."""
        longer = self.until is None or (other.until is not None and self.until >= other.until)
        return self.standing <= other.standing and self.known <= other.known and longer


#: A way to something: what it rests on, and the claims that lend it.
Way = tuple[Basis, frozenset[str]]
#: The way to what nobody needs to lend.
OWN: list[Way] = [(Basis(), frozenset())]
#: Standings of claims that others may rest on.
LENDING = STANDINGS.index("denied")
#: That of claims which nobody has reviewed: they count for nothing, not even as denials.
DRAFT = STANDINGS.index("draft")


def best(ways: Iterable[Way]) -> list[Way]:
    """Those that no other beats; of equal ones that with the fewest claims."""
    some = set(ways)
    if OWN[0] in some:
        return OWN
    if len(some) < 2:
        return list(some)
    found: list[Way] = []
    for way in sorted(some, key=lambda w: (w[0].standing, w[0].known, len(w[1]), sorted(w[1]))):
        if not any(other.beats(way[0]) for other, _ in found):
            found.append(way)
    return found


def both(some: list[Way], others: list[Way]) -> list[Way]:
    """The ways to two things at once."""
    if some is OWN or others is OWN:  # nearly always
        return others if some is OWN else some
    return best((a.meet(b), x | y) for (a, x), (b, y) in product(some, others))
