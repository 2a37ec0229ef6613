"""A filter as a condition in SQL."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, NamedTuple


class Cut(NamedTuple):
    """Which claims count: a condition in SQL and its values.

    ``period``: the time asked for, which sums then name. ``day``: the one by which it must have been known whom actors
    act for; "" for any.
    """

    where: str = "1"
    values: tuple[Any, ...] = ()
    period: str = ""
    day: str = ""

    def also(self, where: str, *values: Any) -> Cut:
        """With one more condition."""
        return self._replace(where=f"{self.where} AND {where}", values=(*self.values, *values))

    def among(self, what: str, values: Collection[Any]) -> Cut:
        """With something being one of some values."""
        return self.also(f"{what} IN ({', '.join('?' * len(values))})", *values)
