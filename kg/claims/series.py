"""Series: all acts of one pair, under one relation or in one period, that one data set records.

A series is a claim like any other, with an id that says what it sums up::

    icews18~PRK~RUS                 all that North Korea does to Russia
    icews18~PRK+~RUS+~cameo:042     visits by those who act for North Korea to those who act for Russia
    icews18~RUS~~2018-06            all that Russia does to anybody in June 2018

``+`` stands for those who act for a state, without what the two states do to each other themselves.
"""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import quote, unquote

from kg.claims.cut import Cut
from kg.claims.records import Records
from kg.dates import parse_date
from kg.errors import WrongCall
from kg.records import DATASET

_MARK = "~"


class Series(NamedTuple):
    """What a series sums up; empty texts for any. ``sides``: of those who act for the two."""

    dataset: str
    subject: str = ""
    object: str = ""
    relation: str = ""
    period: str = ""
    sides: bool = False

    @property
    def id(self) -> str:
        """The id of its claim."""
        plus = "+" if self.sides else ""
        ends = [_short(x) + plus if x else "" for x in (self.subject, self.object)]
        return _MARK.join([self.dataset, *ends, *filter(None, (self.relation, self.period))])

    @classmethod
    def of(cls, name: str) -> Series | None:
        """From the id of a claim; None when it names no series."""
        dataset, mark, rest = name.partition(_MARK)
        parts = rest.split(_MARK)
        if not mark or not DATASET.fullmatch(dataset) or not 2 <= len(parts) <= 4:
            return None
        ends = [p.removesuffix("+") for p in parts[:2]]
        relation = next((p for p in parts[2:] if ":" in p), "")
        period = next((p for p in parts[2:] if ":" not in p), "")
        return cls(dataset, _long(ends[0]), _long(ends[1]), relation, period, parts[0].endswith("+"))

    def cut(self, index: Records) -> Cut | None:
        """The condition on its records; None when a name is unknown."""
        found = Cut().also("r.dataset = (SELECT id FROM datasets WHERE name = ?)", self.dataset)
        numbers = {n: index.number(n) for n in (self.subject, self.object, self.relation) if n}
        if None in numbers.values():
            return None
        columns = ("a", "b") if self.sides else ("subject", "object")
        for column, name in zip((*columns, "relation"), (self.subject, self.object, self.relation), strict=True):
            if name:
                found = found.also(f"r.{column} = ?", numbers[name])
        if self.sides:
            found = found.also("NOT (r.subject = r.a AND r.object = r.b)")
        if self.period:
            try:
                _, begins, ends = parse_date(self.period)
            except WrongCall:
                return None
            # whatever holds then, as --as-of has it: of acts of a day those of that time
            found = found.also("coalesce(r.begins, '') <= ? AND coalesce(r.ends, '9999') >= ?", ends, begins)
            found = found.also("coalesce(r.begins, r.ends) IS NOT NULL")
        return found.also("r.kind IN (0, 2)")


def _short(name: str) -> str:
    return quote(name.removeprefix("e:"), safe="")


def _long(name: str) -> str:
    plain = unquote(name)
    return plain if not plain or ":" in plain else f"e:{plain}"
