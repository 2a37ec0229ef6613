"""Series: all acts of one pair, under one relation or in one period, that one data set records in one voice.

A series is a claim like any other, with an id that says what it sums up::

    icews18~PRK~RUS                 all that North Korea does to Russia
    icews18~PRK+~RUS+~cameo:042     visits by those who act for North Korea to those who act for Russia
    icews18~RUS~~2018-06            all that Russia does to anybody in June 2018
    rail~PRK~RUS~=planned~@e:PRK    what is planned, as North Korea says; else what is reported, as the data set says

``+`` stands for those who act for a state, without what the two states do to each other themselves.
"""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import quote, unquote

from kg.claims.cut import Cut
from kg.claims.records import Records
from kg.claims.schema import kinds
from kg.errors import WrongCall
from kg.text.dates import parse_date
from kg.text.records import DATASET

_MARK = "~"
#: Of records that say nothing else.
_STANCE = "reported"


class Series(NamedTuple):
    """What a series sums up; empty texts for any. ``sides``: of those who act for the two.

    A series has one stance and one speaker, as every claim has; ``speaker`` is empty for the data set itself.
    """

    dataset: str
    subject: str = ""
    object: str = ""
    relation: str = ""
    period: str = ""
    sides: bool = False
    stance: str = _STANCE
    speaker: str = ""

    @property
    def id(self) -> str:
        """The id of its claim."""
        plus = "+" if self.sides else ""
        ends = [_short(x) + plus if x else "" for x in (self.subject, self.object)]
        voice = [
            f"={quote(self.stance)}" if self.stance != _STANCE else "",
            f"@{quote(self.speaker, safe=':')}" * bool(self.speaker),
        ]
        return _MARK.join([self.dataset, *ends, *filter(None, (self.relation, self.period, *voice))])

    @classmethod
    def of(cls, name: str) -> Series | None:
        """From the id of a claim; None when it names no series."""
        dataset, mark, after = name.partition(_MARK)
        parts = after.split(_MARK)
        if not mark or not DATASET.fullmatch(dataset) or not 2 <= len(parts) <= 6:
            return None
        ends = [p.removesuffix("+") for p in parts[:2]]
        rest = parts[2:]
        speaker = next((unquote(p[1:]) for p in rest if p.startswith("@")), "")
        stance = next((unquote(p[1:]) for p in rest if p.startswith("=")), _STANCE)
        what = [p for p in rest if p[:1] not in ("@", "=")]
        relation = next((p for p in what if ":" in p), "")
        period = next((p for p in what if ":" not in p), "")
        sides = parts[0].endswith("+") or parts[1].endswith("+")
        return cls(dataset, _long(ends[0]), _long(ends[1]), relation, period, sides, stance, speaker)

    def cut(self, index: Records) -> Cut | None:
        """The condition on its records; None when a name is unknown."""
        found = Cut().also("r.dataset = (SELECT id FROM datasets WHERE name = ?)", self.dataset)
        named = (self.subject, self.object, self.relation, self.stance, self.speaker)
        numbers = {n: index.number(n) for n in named if n}
        if None in numbers.values():
            return None
        columns = ("a", "b") if self.sides else ("subject", "object")
        for column, name in zip((*columns, "relation"), (self.subject, self.object, self.relation), strict=True):
            if name:
                found = found.also(f"r.{column} = ?", numbers[name])
        found = found.also("r.stance = ? AND r.speaker IS ?", numbers[self.stance], numbers.get(self.speaker))
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
        return found.also(f"r.kind IN {kinds('event', 'direct')}")


def _short(name: str) -> str:
    return quote(name.removeprefix("e:"), safe="")


def _long(name: str) -> str:
    plain = unquote(name)
    return plain if not plain or ":" in plain else f"e:{plain}"
