"""Records of data sets → edges: one for all acts of a pair under one relation, whose claim is a series.

event, direct  acts of a pair, summed up; ``count`` says how many they are
lifted         the same between states, of those who act for them, without what the states do themselves
joint          parties of one agreement, pairwise; where it has more than ``_PARTIES``, only that each has signed it
figure, link   as in ``kg.compile.ties``, one a record

A million records make some hundred thousand edges, and a network of them fits into memory.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import permutations
from typing import Any, NamedTuple

from kg.claims.cut import Cut
from kg.claims.records import Entry, Records, Sum
from kg.claims.schema import kinds
from kg.claims.series import Series
from kg.network.project import Edge
from kg.text.records import claim_iri, kind_of
from kg.text.terms import CLAIM, curie, expand
from kg.values.claims import finite

#: Parties of the largest agreement whose ties are drawn pairwise: those of one with 150 would be 22,350.
_PARTIES = 12


class Recorded(NamedTuple):
    """The ties of the records that pass.

    ``speakers`` names who speaks for a data set whose records name nobody, ``mutual`` relations that hold both ways,
    ``links``: also those that say nothing of how two stand.
    """

    table: Records
    cut: Cut
    standings: frozenset[str]
    speakers: dict[str, str]
    mutual: set[str]
    links: bool

    def edges(self, digits: int = 0) -> Iterator[Edge]:
        """All of them. ``digits``: acts of each year (4) or month (7) apart."""
        yield from self._acts(digits)
        yield from self.lasting()

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

    def lasting(self) -> Iterator[Edge]:
        """Those of records that are no acts: figures, agreements and other links."""
        signed: dict[str, list[Entry]] = defaultdict(list)
        tied = f"r.object IS NOT NULL AND r.kind IN {kinds('figure', 'link')}"
        for entry in self.table.entries(self.cut.also(tied), order="r.id"):
            r = entry.record
            if entry.standing not in self.standings:
                continue
            data = _data(entry, self._voice(entry.dataset, r.speaker, r.stance))
            if entry.kind == "figure":
                value = finite(r.value)
                data |= {"rule": "figure", "sign": 0} | ({} if value is None else {"value": value})
                yield r.object, r.subject, data["claim"], data
                continue
            if entry.weight is not None:
                signed[r.subject].append(entry)
            if self.links:
                yield r.subject, r.object, data["claim"], {**data, "rule": "link", "sign": 0}
        for agreement, entries in signed.items():
            yield from _joint(agreement, entries, self._voice)

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


def _joint(agreement: str, entries: list[Entry], voice: Any) -> Iterator[Edge]:
    """Ties between the parties of an agreement: by the records of one source each, the one with most parties."""
    by_source: dict[tuple[str, str], dict[str, Entry]] = defaultdict(dict)
    for e in entries:
        by_source[e.dataset, e.record.speaker].setdefault(e.record.object, e)
    for parties in by_source.values():
        if not 2 <= len(parties) <= _PARTIES:
            continue
        share = 1 / (len(parties) - 1) if len(parties) > 2 else 1
        for (a, x), (b, y) in permutations(sorted(parties.items()), 2):
            data = _data(x, voice(x.dataset, x.record.speaker, x.record.stance))
            weight = (x.weight or 0.0) * share
            data |= {"rule": "joint", "thing": agreement, "weight": weight, "sign": (weight > 0) - (weight < 0)}
            data["needs"] = _data(y, {})["claim"]
            yield a, b, f"{data['claim']}/{curie(expand(b) or b)}", data
