"""When a thing of a claim holds: the claim's own dates, made finer by what others say, as far as that was known.

A date is a window: a thing dated 2024 happened at some time of that year, so it began between its first and last day,
and ended between them too. What holds for a span, such as an agreement, begins with one property (``br:spanStart``) and
ends with another (``br:spanEnd``), and another claim may give either.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import lru_cache
from typing import NamedTuple

from kg.claims.quads import Quads
from kg.text.dates import period_text
from kg.text.periods import parse_edtf
from kg.text.terms import br
from kg.values.claims import Literal, Node, finite

_DATE, _BEGINS, _ENDS = br("date"), br("begins"), br("ends")
_EARLIEST, _LATEST = "", "9999-12-31"


class Window(NamedTuple):
    """First and last day on which something may begin, and on which it may end; None for unknown."""

    text: str
    begins: str | None
    begun: str | None
    ending: str | None
    ends: str | None

    def inside(self, other: Window) -> bool:
        """Whether it is a finer date than another that it fits."""
        mine, others = ((w.begins or _EARLIEST, w.ends or _LATEST) for w in (self, other))
        return mine != others and others[0] <= mine[0] and mine[1] <= others[1]


class Lender(NamedTuple):
    """What another claim says about a date, and from which to which day that stands."""

    claim: str
    by: dict[str, Window]
    known: str
    until: str | None


class Step(NamedTuple):
    """A date as it was known from one day (``known``, "" for ever) until another (None for now)."""

    window: Window | None
    lenders: tuple[str, ...] = ()
    known: str = ""
    until: str | None = None


@lru_cache(maxsize=65_536)
def window_of(text: str) -> Window:
    """The window of an EDTF text. Raises ValueError."""
    whole = parse_edtf(text)
    if "/" not in text:
        return Window(text, whole.begins, whole.ends, whole.begins, whole.ends)
    left, right = text.split("/")
    ending = parse_edtf(right).begins if whole.ends else None
    begun = parse_edtf(left).ends if whole.begins else ending  # when it began is not told: not later than it ended
    return Window(text, whole.begins, begun, ending, whole.ends)


class Dating:
    """What the properties with dates mean, and the dates of things by the claims that give them."""

    def __init__(self, view: Quads) -> None:
        self._view = view
        ranks = {s: finite(o.value) for s, _, o, _ in view.quads(None, br("spanStart")) if isinstance(o, Literal)}
        #: Properties that begin a span, the most telling first.
        self.starts = sorted(ranks, key=lambda p: (ranks[p] or 0, p))
        #: Properties that end one.
        self.ends = sorted(s for s, *_ in view.quads(None, br("spanEnd")))
        self.span = {*self.starts, *self.ends}
        #: All properties with dates.
        self.properties = frozenset((_DATE, _BEGINS, _ENDS, *self.span))

    def said(self, triples: Iterable[tuple[str, Node]]) -> dict[str, Window]:
        """The dates that a claim gives a thing, by property; ``br:date`` for plain bounds too."""
        found: dict[str, Window] = {}
        bounds: dict[str, str] = {}
        for p, o in sorted(triples, key=repr):
            if not isinstance(o, Literal) or p not in self.properties:
                continue
            if p in (_BEGINS, _ENDS):
                bounds.setdefault(p, o.value)
                continue
            with suppress(ValueError):  # the checks say so
                found.setdefault(p, window_of(o.value))
        if bounds:
            begins, ends = bounds.get(_BEGINS), bounds.get(_ENDS)
            given = found.get(_DATE)
            text = given.text if given else f"{begins or ''}/{ends or '..'}"
            if given:
                begins, ends = begins or given.begins, ends or given.ends
            found[_DATE] = Window(text, begins, begins, ends, ends)
        return found

    def steps(self, own: dict[str, Window], lenders: Sequence[Lender], *, spans: bool) -> list[Step]:
        """When a thing holds, as it got known. ``spans``: whether it holds from one date until another."""
        combine: Callable[[Sequence[dict[str, Window]]], Window | None]
        combine = (lambda others: self._span(own, others)) if spans else (lambda others: _finest(own, others))
        days = sorted({d for x in lenders for d in (x.known, x.until) if d})
        found: list[Step] = []
        for first, last in zip(["", *days], [*days, None], strict=True):
            standing = [x for x in lenders if x.known <= first and (x.until is None or first < x.until)]
            window = combine([x.by for x in standing])
            lent = tuple(x.claim for x in standing) if window != combine([]) else ()
            if found and (found[-1].window, found[-1].lenders) == (window, lent):
                found[-1] = found[-1]._replace(until=last)
            else:
                found.append(Step(window, lent, first, last))
        return found

    def _span(self, own: dict[str, Window], others: Sequence[dict[str, Window]]) -> Window | None:
        """From the most telling beginning to the end: what the claim says itself, else what others do."""
        start = self._first([*self.starts, _DATE], own, others)
        end = self._first(self.ends, own, others)
        if start is None and end is None:
            return None
        plain = start.ends if start and "/" in start.text else None  # an interval says itself when it ends
        begins, begun = (start.begins, start.begun) if start else (None, None)
        ending, ends = (end.begins, end.ends) if end else ((start.ending if plain and start else None), plain)
        words = [w.text.partition("/")[0] if w else ".." for w in (start, end)]
        text = start.text if start and plain else "/".join(words)
        return Window(text, begins, begun, ending, ends)

    def _first(
        self, properties: Sequence[str], own: dict[str, Window], others: Sequence[dict[str, Window]]
    ) -> Window | None:
        for p in properties:
            mine = {p: own[p]} if p in own else {}
            window = _finest(mine, [{p: x[p]} for x in others if p in x])
            if window:
                return window
        return None


def _finest(own: dict[str, Window], others: Sequence[dict[str, Window]]) -> Window | None:
    """The claim's own date, or what finer ones that fit it say; without one of its own what others say."""
    mine = next(iter(own.values()), None)
    finer = [w for x in others for w in x.values() if mine is None or w.inside(mine)]
    return _hull(finer) if finer else mine


def _hull(windows: Sequence[Window]) -> Window:
    if len({w[1:] for w in windows}) == 1:
        return windows[0]
    begins = min(w.begins or _EARLIEST for w in windows) or None
    begun = None if any(w.begun is None for w in windows) else max(w.begun or "" for w in windows)
    ending = None if any(w.ending is None for w in windows) else min(w.ending or "" for w in windows)
    ends = None if any(w.ends is None for w in windows) else max(w.ends or "" for w in windows)
    return Window(period_text(begins, ends), begins, begun, ending, ends)
