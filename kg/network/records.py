"""Records of data sets → edges: one for all acts of a pair under one relation, whose claim is a series.

event, direct  acts of a pair, summed up; ``count`` says how many they are
lifted         the same between states, of those who act for them, without what the states do themselves
joint          those who share one thing, pairwise; where more than ``_PARTIES`` do, only when two are asked for
figure, link   as in ``kg.compile.ties``, one a record; of two the parts of a sum by year, and how they voted

A million records make some hundred thousand edges, and a network of them fits into memory.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import permutations
from typing import Any, NamedTuple

from kg.claims.ballots import VOTING, voted
from kg.claims.cut import Cut
from kg.claims.records import Amount, Entry, Records, Sum
from kg.claims.schema import kinds
from kg.claims.series import Series
from kg.claims.shared import Sharing, common, crowded, of_many
from kg.network.project import Edge
from kg.text.records import claim_iri, kind_of
from kg.text.terms import CLAIM, curie, expand
from kg.values.claims import finite

#: The most who share a thing and are tied pairwise unasked: 150 parties of one agreement would be 22,350 ties.
_PARTIES = 12


class Shares(NamedTuple):
    """What ties two besides what one does to the other: the records by which they may share a thing, the relations over
    which they can, and the indicators whose figures are parts of a sum."""

    passing: Cut
    sharings: Sequence[Sharing]
    additive: Collection[str]


class Recorded(NamedTuple):
    """The ties of the records that pass.

    ``speakers`` names who speaks for a data set whose records name nobody, ``mutual`` relations that hold both ways,
    ``links``: also those that say nothing of how two stand. ``ends``: one or two that were asked for.
    """

    table: Records
    cut: Cut
    standings: frozenset[str]
    speakers: dict[str, str]
    mutual: set[str]
    links: bool
    shares: Shares
    ends: tuple[str, ...] = ()

    def edges(self, digits: int = 0) -> Iterator[Edge]:
        """All of them. ``digits``: acts of each year (4) or month (7) apart."""
        yield from self._acts(digits)
        yield from self.lasting(digits)

    def crowded(self) -> int:
        """How many things so many share that nobody is tied by them unasked."""
        return crowded(self.table, self.cut, self._acting(), _PARTIES)

    def joined(self) -> Iterator[tuple[str, str, str, int]]:
        """The acts summed up by pair, without direction; see ``Records.joined``."""
        return self.table.joined(self.cut, self.standings)

    def _acts(self, digits: int) -> Iterator[Edge]:
        own = ((False, s) for s in self.table.sums(self.cut, digits=digits))
        apart = self.cut.also("r.a <> r.b AND NOT (r.subject = r.a AND r.object = r.b)")
        lifted = ((True, s) for s in self.table.sums(apart, sides=True, digits=digits))
        for sides, s in (*own, *lifted):
            if s.standing in self.standings and s.subject != s.object:
                edge = _act(s, sides, self._voice(s.dataset, s.speaker, s.stance))
                yield edge
                if s.relation in self.mutual:
                    yield edge[1], edge[0], edge[2], edge[3]

    def lasting(self, digits: int = 0) -> Iterator[Edge]:
        """Those of records that are no acts: figures, what is shared, votes and other links."""
        amounts = self._amounts(digits or 4) if len(self.ends) == 2 else []
        told = {found[:9] for found in amounts}
        for found in amounts:
            yield self._amount(found)
        tied = f"r.object IS NOT NULL AND r.kind IN {kinds('figure', 'link')}"
        for entry in self.table.entries(self.cut.also(tied), order="r.id"):
            r = entry.record
            if entry.standing not in self.standings:
                continue
            data = _data(entry, self._voice(entry.dataset, r.speaker, r.stance))
            if entry.kind == "figure":
                period = entry.period(digits or 4)
                voice = (entry.dataset, r.stance, r.speaker, entry.standing)
                if (r.subject, r.object, r.relation, r.unit, *voice, period) in told:
                    continue
                value = finite(r.value)
                data |= {"rule": "figure", "sign": 0} | ({} if value is None else {"value": value})
                yield r.object, r.subject, data["claim"], data
            elif self.links:
                yield r.subject, r.object, data["claim"], {**data, "rule": "link", "sign": 0}
        yield from self._joint()
        if len(self.ends) == 2:
            yield from self._votes(digits or 4)

    def _acting(self) -> list[Sharing]:
        """The relations over which two act together by sharing a thing: those whose records have a score."""
        scored = {p for p, _, weight in self.table.scored() if weight is not None}
        return [s for s in self.shares.sharings if scored.intersection(s.relations)]

    def _joint(self) -> Iterator[Edge]:
        """Ties between those who share a thing. Of two that were asked for whatever they share, else what few do."""
        if len(self.ends) == 2:
            a, b = self.ends
            for one in common(self.table, self.shares.passing, self.shares.sharings, a, b):
                for x, y, mine, others in ((a, b, one.first, one.second), (b, a, one.second, one.first)):
                    yield from self._shared(one.thing, x, y, mine, others, one.parties, one.dating)
        elif not self.ends:
            for sharing, by in of_many(self.table, self.cut, self._acting(), _PARTIES):
                for x, y in permutations(sorted(by), 2):
                    yield from self._shared(sharing.of(by[x][0]), x, y, by[x], by[y], len(by), ())

    def _shared(
        self, thing: str, x: str, y: str, mine: Sequence[Entry], others: Sequence[Entry], parties: int,
        dating: Sequence[Entry],
    ) -> Iterator[Edge]:  # fmt: skip
        """What ties one to another by a thing that both share, for each source."""
        share = 1 / (parties - 1) if parties > 2 else 1
        seen = set[tuple[str, str]]()
        for e in mine:
            source = (e.dataset, e.record.speaker)
            if e.standing not in self.standings or source in seen:
                continue
            seen.add(source)
            same = [o for o in others if (o.dataset, o.record.speaker) == source]
            data = _data(e, self._voice(e.dataset, e.record.speaker, e.record.stance))
            data |= {"rule": "joint", "thing": thing, "sign": 0, "needs": _data((same or others)[0], {})["claim"]}
            if e.weight is not None:
                weight = e.weight * share
                data |= {"weight": weight, "sign": (weight > 0) - (weight < 0)}
            if dating:
                data |= {k: v for k, v in (("begins", dating[0].begins), ("ends", dating[0].ends)) if v}
                data["dated_by"] = " ".join(sorted(_data(d, {})["claim"] for d in dating))
            yield x, y, f"{data['claim']}/{curie(expand(y) or y)}", data

    def _amounts(self, digits: int) -> list[Amount]:
        """Figures of one period that are parts of a sum."""
        found = self.table.amounts(self.cut, self.shares.additive, digits)
        return [x for x in found if x.n > 1 and x.period and not x.mixed and x.standing in self.standings]

    def _amount(self, found: Amount) -> Edge:
        who, what, voice = (found.subject, found.object), (found.relation, found.period), (found.stance, found.speaker)
        claim = Series(found.dataset, *who, *what, False, *voice, unit=found.unit).id
        data = self._summed(claim, found.relation, self._voice(found.dataset, found.speaker, found.stance))
        data |= {"value": found.total, "begins": found.begins, "ends": found.ends}
        return found.object, found.subject, claim, data

    def _votes(self, digits: int) -> Iterator[Edge]:
        """How two voted in each period: the share of votes alike, either way."""
        a, b = sorted(self.ends)
        for v in voted(self.table, self.shares.passing, a, b, digits):
            if v.share is None or not v.period or v.standing not in self.standings:
                continue
            claim = Series(v.dataset, a, b, VOTING, v.period, False, v.stance, v.speaker).id
            data = self._summed(claim, VOTING, self._voice(v.dataset, v.speaker, v.stance))
            data |= {"value": round(v.share, 6), "begins": v.begins, "ends": v.ends}
            for x, y in ((a, b), (b, a)):
                yield x, y, claim, data

    @staticmethod
    def _summed(claim: str, relation: str, voice: dict[str, Any]) -> dict[str, Any]:
        return {"claim": claim, "rule": "figure", "relation": relation, "thing": CLAIM + claim, "sign": 0, **voice}

    def _voice(self, dataset: str, speaker: str, stance: str) -> dict[str, Any]:
        return {"stance": stance, "speaker": speaker or self.speakers.get(dataset, ""), "document": dataset}


def _act(s: Sum, sides: bool, voice: dict[str, Any]) -> Edge:
    claim = Series(s.dataset, s.subject, s.object, s.relation, s.period, sides, s.stance, s.speaker).id
    rule = "lifted" if sides else kind_of(s.relation).replace("property", "direct")
    weight = s.weight or 0.0
    data: dict[str, Any] = {
        "claim": claim, "rule": rule, "relation": s.relation, "thing": CLAIM + claim, **voice, "count": s.n,
        "sign": (weight > 0) - (weight < 0),
    }  # fmt: skip
    if s.weight is not None:
        data["weight"] = s.weight
    if s.begins:
        data["begins"] = s.begins
    if s.ends:
        data["ends"] = s.ends
    return s.subject, s.object, claim, data


def _data(entry: Entry, voice: dict[str, Any]) -> dict[str, Any]:
    r = entry.record
    claim = claim_iri(entry.dataset, r.id)[len(CLAIM) :]
    data: dict[str, Any] = {"claim": claim, "relation": r.relation, "thing": r.relation, **voice}
    data |= {k: v for k, v in (("begins", entry.begins), ("ends", entry.ends)) if v}
    return data
