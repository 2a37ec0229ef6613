"""Bands: the acts that data sets record of a pair as one relation of a page, with all that it sums up.

A page of two states tells kinds apart, lists records, and can unfold who acts for the two; one of many states has
months only. Sums are those of ``kg.claims.records``, as a brief and a network have them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from kg.ask.entity import kinds_of
from kg.ask.joint import pairs, what_happened
from kg.ask.records import claim_of, cut_of, touching
from kg.claims.cut import Cut
from kg.claims.records import Records, Sum
from kg.claims.schema import kinds
from kg.claims.series import Series as Summed
from kg.graph.lens import Lens
from kg.network.community import of_pairs
from kg.show.cite import cite
from kg.show.words import word
from kg.text.terms import LANGUAGES, VOCAB, br, curie, expand, to_iri
from kg.values.scene import Act, Apart, Band, Cell, Kind, Mention, Month, Relation, Series, States, Strand, Texts

if TYPE_CHECKING:
    from kg.ask.filters import Filter

#: Acts that a page lists one by one, and how many of each kind where there are more.
_LISTED, _SAMPLE = 1500, 25
#: Actors of two states that unfold; pairs of states that are drawn; states of the matrix.
_ACTORS, _PAIRS, _STATES = 24, 120, 30
#: The relation that a band is drawn as: of all who act for two, or of the two by name.
ACTS, NAMED = "acts", "acts-by-name"
_ACT = f"r.kind IN {kinds('event', 'direct')}"
_Name = TypeVar("_Name", str, tuple[str, str])
#: Sums, and whether each is of those who act for the two.
_Sums = Iterable[tuple[bool, Sum]]
_Drawn = tuple[Band, Relation]


class Bands(NamedTuple):
    """All that a page needs of acts."""

    bands: tuple[Band, ...]
    relations: tuple[Relation, ...]
    kinds: dict[str, Kind]
    actors: dict[str, Texts]
    families: dict[str, Texts]
    months: tuple[Series, ...]
    states: States | None
    apart: Apart

    @property
    def again(self) -> frozenset[str]:
        """The series of actors by name whose acts the series of the states hold too."""
        named, whole = ({s.claim for b in self.bands if b.named is way for s in b.strands} for way in (True, False))
        return frozenset(named - whole)


def bands_of(lens: Lens, rules: Filter, ends: Sequence[str]) -> Bands | None:
    """The acts between two states, of one with others, or of all; ``ends`` are IRIs. None where there are none."""
    index = lens.index.records
    cut = cut_of(lens.reader, rules)
    near = touching(lens.reader, cut, *ends) if len(ends) == 2 else cut
    if index is None or near is None or len(ends) > 2:
        return None
    gatherer = _Gatherer(lens, index, cut, what_happened(near, rules), [curie(e) for e in ends])
    found = gatherer.of_two() if len(ends) == 2 else gatherer.of_many()
    meant = index.count(near.also(_ACT)) - index.count(gatherer.cut.also(_ACT))
    return found._replace(apart=_with(found.apart, meant)) if found.bands else None


def _with(apart: Apart, unmeant: int) -> Apart:
    return Apart(apart.inside, apart.nobodys, apart.pairs, apart.acts, unmeant)


class _Gatherer:
    """Sums up acts for one page."""

    def __init__(self, lens: Lens, index: Records, passing: Cut, cut: Cut, ends: list[str]) -> None:
        self._lens, self._index, self._ends = lens, index, ends
        self._passing, self.cut = passing, cut
        self._readers = {lang: lens.reader.in_language(lang) for lang in LANGUAGES}

    # ------------------------------------------------------------------ pages

    def of_two(self) -> Bands:
        """One band of all, and one of each pair of actors by name."""
        index, ends = self._index, (self._ends[0], self._ends[1])
        together = list(pairs(index, self.cut, ends, digits=7))
        named = [(False, s) for s in index.sums(self.cut, digits=7) if s.subject != s.object]
        counts = Counter[str]()
        for _, s in named:
            counts.update({s.subject: s.n, s.object: s.n})
        for end in ends:
            del counts[end]
        shown = {*ends, *(actor for actor, _ in _most(counts, _ACTORS))}
        drawn = [x for x in named if {x[1].subject, x[1].object} <= shown]
        unfolds = len(shown) > 2
        bands = [*self._bands(together, ACTS), *(self._bands(drawn, NAMED) if unfolds else ())]
        left = [s for _, s in named if not {s.subject, s.object} <= shown]
        nationals = index.by_nationals(self._passing, *ends)
        apart = Apart(0, nationals, len({frozenset((s.subject, s.object)) for s in left}), sum(s.n for s in left))
        return self._made(bands, together, None, apart)

    def of_many(self) -> Bands:
        """The bands of most acts, and who acts towards whom."""
        index, near = self._index, self._near()
        own = near.also("r.subject = r.a AND r.object = r.b AND r.a <> r.b")
        others = near.also("r.a <> r.b AND NOT (r.subject = r.a AND r.object = r.b)")
        sums = [(False, s) for s in index.sums(own, digits=7)]
        sums += [(True, s) for s in index.sums(others, sides=True, digits=7)]
        counts = Counter[tuple[str, str]]()
        for _, s in sums:
            counts[_pair(s)] += s.n
        drawn = {pair for pair, _ in _most(counts, _PAIRS)}
        bands = self._bands(((lifted, s) for lifted, s in sums if _pair(s) in drawn), ACTS, telling=False)
        nobodys = index.count(near.also(f"{_ACT} AND (r.a IS NULL OR r.b IS NULL)"))
        inside = index.count(near.also(f"{_ACT} AND r.a = r.b"))
        left = [n for pair, n in counts.items() if pair not in drawn]
        states = None if self._ends else self._states(sums, drawn)
        return self._made(bands, sums, states, Apart(inside, nobodys, len(left), sum(left)))

    def _near(self) -> Cut:
        """The acts of the one state that was asked for, by whoever acts for it."""
        number = self._index.number(self._ends[0]) if self._ends else None
        return self.cut.also("(r.a = ? OR r.b = ?)", number, number) if self._ends else self.cut

    def _made(self, drawn: list[_Drawn], sums: _Sums, states: States | None, apart: Apart) -> Bands:
        months = tuple(self._series(sums))
        kinds = {name: self._kind(name) for name in sorted({m.kind for m in months})}
        families = {k.family: self._texts(f"{VOCAB}plover/{k.family}") for k in kinds.values() if k.family}
        bands, relations = tuple(band for band, _ in drawn), tuple(relation for _, relation in drawn)
        acting = {x for band in bands for act in band.acts for x in (act.source, act.target)}
        actors = {name: self._texts(to_iri(name)) for name in sorted(acting)}
        return Bands(bands, relations, kinds, actors, families, months, states, apart)

    # ------------------------------------------------------------------ bands

    def _bands(self, sums: _Sums, relation: str, telling: bool = True) -> list[_Drawn]:
        """A band for each pair, and the relation it is drawn as. ``telling``: with kinds and records."""
        found: dict[tuple[str, str], dict[Summed, list[Sum]]] = defaultdict(lambda: defaultdict(list))
        for lifted, s in sums:
            kind = s.relation if telling else ""
            series = Summed(s.dataset, s.subject, s.object, kind, self.cut.period, lifted, s.stance, s.speaker)
            found[_pair(s)][series].append(s)
        acts = self._acts if telling and relation == ACTS else ()
        label = {lang: word("acts of two", lang) for lang in LANGUAGES}
        drawn = []
        for (a, b), both in sorted(found.items()):
            strands = tuple(Strand(x.id, x.subject, x.object, x.relation, _months(y)) for x, y in sorted(both.items()))
            mentions = tuple(Mention(x.id, *_days(some)) for x, some in sorted(both.items()))
            score = sum(m.score for s in strands for m in s.months)
            sign = (score > 0) - (score < 0)
            one = Relation(a, b, relation, "acts", label, True, sign, mentions)
            drawn.append((Band(one.id, relation == NAMED, strands, tuple(acts)), one))
        return drawn

    @cached_property
    def _acts(self) -> tuple[Act, ...]:
        """The acts of two states, in order of their days: all, or of each kind the first."""
        cut = self.cut.also(_ACT)
        few, seen, found = self._index.count(cut) <= _LISTED, Counter[str](), []
        for entry in self._index.entries(cut):
            r = entry.record
            seen[r.relation] += 1
            if few or seen[r.relation] <= _SAMPLE:
                claim = claim_of(self._lens.reader, entry)
                citation = cite(claim, "footnote", self._lens.reader.lang).strip()
                found.append(Act(claim.id, r.date, r.subject, r.object, r.relation, citation))
        return tuple(found)

    # ------------------------------------------------------------------ kinds and months

    def _series(self, sums: _Sums) -> Iterator[Series]:
        """Acts of one kind and voice by month, whoever does them."""
        found: dict[tuple[str, str, str, str], list[Sum]] = defaultdict(list)
        for _, s in sums:
            found[s.relation, s.stance, s.dataset, s.speaker].append(s)
        for (kind, stance, dataset, speaker), some in sorted(found.items()):
            document = self._lens.reader.document(expand(f"d:{dataset}") or dataset)
            ends = self._lens.reader.view.text(document.iri, br("ends"))
            known = ends if document.issued else document.recorded_on
            speakers = (speaker,) if speaker else tuple(r.id for r in document.creators)
            yield Series(kind, stance, speakers, known, _months(some))

    def _kind(self, name: str) -> Kind:
        found = kinds_of(self._lens.reader, to_iri(name))
        return Kind(self._texts(to_iri(name)), min((k for k in found if k.isupper()), default=""))

    def _texts(self, iri: str) -> Texts:
        return {lang: reader.label(iri) for lang, reader in self._readers.items()}

    # ------------------------------------------------------------------ states

    def _states(self, sums: _Sums, drawn: set[tuple[str, str]]) -> States:
        """The states with most acts, by communities of all, and what each does to each other."""
        by_pair: dict[tuple[str, str], list[Sum]] = defaultdict(list)
        volume = Counter[str]()
        for _, s in sums:
            by_pair[_pair(s)].append(s)
            volume.update({s.subject: s.n, s.object: s.n})
        shown = {state for state, _ in _most(volume, _STATES)}
        seen = shown | {state for pair in drawn for state in pair}
        summed = [(*pair, sum(s.n for s in some), sum(s.weight or 0 for s in some)) for pair, some in by_pair.items()]
        groups = (tuple(sorted(seen.intersection(g), key=lambda v: (-volume[v], v))) for g in of_pairs(summed))
        cells = []
        for (a, b), some in sorted(by_pair.items()):
            if {a, b} <= shown:
                for x, y in ((a, b), (b, a)):
                    there = [s for s in some if s.subject == x]
                    cells += [Cell(x, y, _months(there), self._cited(there))] if there else []
        held = sum(m.n for cell in cells for m in cell.months)
        beyond = sum(n for *_, n, _ in summed) - held
        names = {state: self._texts(to_iri(state)) for state in sorted(seen)}
        return States(names, tuple(g for g in groups if g), tuple(cells), len(volume) - len(shown), beyond)

    def _cited(self, sums: Iterable[Sum]) -> tuple[str, ...]:
        """The series that hold what one state does to another: by itself, and by those who act for it."""
        ends = {(s.dataset, s.subject, s.object, s.stance, s.speaker) for s in sums}
        both = (
            Summed(d, a, b, "", self.cut.period, sides, stance, speaker)
            for d, a, b, stance, speaker in sorted(ends)
            for sides in (False, True)
        )
        return tuple(x.id for x in both)


def _pair(s: Sum) -> tuple[str, str]:
    return (s.subject, s.object) if s.subject < s.object else (s.object, s.subject)


def _days(sums: Iterable[Sum]) -> tuple[str | None, str | None]:
    """The first and the last day of some acts."""
    some = list(sums)
    return min((s.begins for s in some if s.begins), default=None), max((s.ends for s in some if s.ends), default=None)


def _months(sums: Iterable[Sum]) -> tuple[Month, ...]:
    """Sums by month, in order; acts of one kind and month are cooperative or not by their sum, as in a brief."""
    ordered = sorted(sums, key=lambda s: (s.period or "")[:7])
    found = []
    for month, some in groupby(ordered, key=lambda s: (s.period or "")[:7]):
        members = list(some)
        up, down = (sum(s.n for s in members if way * (s.weight or 0) > 0) for way in (1, -1))
        score = sum(s.weight or 0 for s in members)
        found.append(Month(month, sum(s.n for s in members), up, down, round(score, 6)))
    return tuple(found)


def _most(counts: Counter[_Name], limit: int) -> list[tuple[_Name, int]]:
    """The names that are counted most, in a fixed order."""
    return sorted(counts.items(), key=lambda x: (-x[1], x[0]))[:limit]
