"""Series: all acts of one pair, under one relation or in one period, that one data set records in one voice.

A series is a claim like any other, with an id that says what it sums up::

    icews18~PRK~RUS                 all that North Korea does to Russia
    icews18~PRK+~RUS+~cameo:042     visits by those who act for North Korea to those who act for Russia
    icews18~RUS~~2018-06            all that Russia does to anybody in June 2018
    rail~PRK~RUS~=planned~@e:PRK    what is planned, as North Korea says; else what is reported, as the data set says
    un~PRK~RUS~ind:voting-agreement~2018         how the two voted on the same texts that year
    arms~PRK~RUS~ind:delivered~unit:NUM~2018     figures of the one with the other as counterpart, added up

``+`` stands for those who act for a state, without what the two states do to each other themselves; ``*`` for people,
firms and ships of a state, which do not act for it: ``ofac~USA~PRK*~ev:impose-sanctions``. The other end is then a
state with all who act for it.
"""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import quote, unquote

from kg.claims.ballots import VOTING, is_vote
from kg.claims.cut import Cut
from kg.claims.records import Records, nationals_of
from kg.claims.schema import kinds
from kg.errors import WrongCall
from kg.text.dates import parse_date
from kg.text.records import DATASET, kind_of

_MARK = "~"
#: Of records that say nothing else.
_STANCE = "reported"


class Series(NamedTuple):
    """What a series sums up; empty texts for any. ``sides``: of those who act for the two.

    A series has one stance and one speaker, as every claim has; ``speaker`` is empty for the data set itself. ``unit``
    is of figures that are added up.
    """

    dataset: str
    subject: str = ""
    object: str = ""
    relation: str = ""
    period: str = ""
    sides: bool = False
    stance: str = _STANCE
    speaker: str = ""
    unit: str = ""
    #: At which ends it is about nationals who do not act for the state: columns of records, "a", "b" or both.
    nationals: str = ""

    @property
    def of_votes(self) -> bool:
        """Whether it compares how two voted."""
        return self.relation == VOTING

    @property
    def of_figures(self) -> bool:
        """Whether it adds up figures."""
        return not self.of_votes and kind_of(self.relation) == "figure"

    @property
    def id(self) -> str:
        """The id of its claim."""
        plus = "+" if self.sides else ""
        both = zip("ab", (self.subject, self.object), strict=True)
        ends = [_short(x) + ("*" if end in self.nationals else plus) if x else "" for end, x in both]
        voice = [
            f"={quote(self.stance)}" if self.stance != _STANCE else "",
            f"@{quote(self.speaker, safe=':')}" * bool(self.speaker),
        ]
        what = (self.relation, quote(self.unit, safe=":"), self.period)
        return _MARK.join([self.dataset, *ends, *filter(None, (*what, *voice))])

    @classmethod
    def of(cls, name: str) -> Series | None:
        """From the id of a claim; None when it names no series."""
        dataset, mark, after = name.partition(_MARK)
        parts = after.split(_MARK)
        if not mark or not DATASET.fullmatch(dataset) or not 2 <= len(parts) <= 7:
            return None
        ends = [p.rstrip("+*") for p in parts[:2]]
        rest = parts[2:]
        speaker = next((unquote(p[1:]) for p in rest if p.startswith("@")), "")
        stance = next((unquote(p[1:]) for p in rest if p.startswith("=")), _STANCE)
        what = [p for p in rest if p[:1] not in ("@", "=")]
        relation, unit = ([unquote(p) for p in what if ":" in p] + ["", ""])[:2]
        period = next((p for p in what if ":" not in p), "")
        sides = parts[0].endswith("+") or parts[1].endswith("+")
        nationals = "".join(end for end, p in zip("ab", parts, strict=False) if p.endswith("*"))
        return cls(dataset, _long(ends[0]), _long(ends[1]), relation, period, sides, stance, speaker, unit, nationals)

    def voice(self, index: Records) -> Cut | None:
        """The condition on records of its source and time; None when a name is unknown."""
        found = Cut().also("r.dataset = (SELECT id FROM datasets WHERE name = ?)", self.dataset)
        stance, speaker = index.number(self.stance), index.number(self.speaker) if self.speaker else None
        if stance is None or (self.speaker and speaker is None):
            return None
        found = found.also("r.stance = ? AND r.speaker IS ?", stance, speaker)
        if not self.period:
            return found
        try:
            _, begins, ends = parse_date(self.period)
        except WrongCall:
            return None
        if self.of_votes or self.of_figures:  # what lies in it whole: a figure of two years is no part of one's sum
            return found.also("r.begins >= ? AND r.ends <= ?", begins, ends)
        # whatever holds then, as --as-of has it: of acts of a day those of that time
        found = found.also("coalesce(r.begins, '') <= ? AND coalesce(r.ends, '9999') >= ?", ends, begins)
        return found.also("coalesce(r.begins, r.ends) IS NOT NULL")

    def cut(self, index: Records) -> Cut | None:
        """The condition on its records; None when a name is unknown."""
        found = self.voice(index)
        relation = "" if self.of_votes else self.relation
        numbers = {n: index.number(n) for n in (self.subject, self.object, relation) if n}
        if found is None or None in numbers.values():
            return None
        if self.of_votes:
            return self._of_both(found, [numbers.get(self.subject), numbers.get(self.object)])
        columns = ("a", "b") if self.sides or self.nationals else ("subject", "object")
        for column, name in zip((*columns, "relation"), (self.subject, self.object, relation), strict=True):
            if name and column in self.nationals:
                found = nationals_of(found, column, name, numbers[name])
            elif name:
                found = found.also(f"r.{column} = ?", numbers[name])
        if self.sides:
            found = found.also("NOT (r.subject = r.a AND r.object = r.b)")
        if self.of_figures:
            return found.also(f"coalesce(r.unit, '') = ? AND r.kind IN {kinds('figure')}", self.unit)
        return found.also(f"r.kind IN {kinds('event', 'direct')}")

    def _of_both(self, cut: Cut, ends: list[int | None]) -> Cut:
        """The votes of two on what both voted on."""
        cut = is_vote(cut)
        text = f"SELECT r.object FROM records r WHERE r.subject = ? AND {cut.where}"
        both = cut.among("r.subject", ends)
        for end in ends:
            both = both.also(f"r.object IN ({text})", end, *cut.values)
        return both


def _short(name: str) -> str:
    return quote(name.removeprefix("e:"), safe="")


def _long(name: str) -> str:
    plain = unquote(name)
    return plain if not plain or ":" in plain else f"e:{plain}"
