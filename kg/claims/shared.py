"""What two have in common over rows: an agreement that both signed, an organisation that both are members of.

Each row ties one of them to a thing. The ontology says which end of a relation can be shared (``br:sharedThing``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from kg.claims.cut import Cut
from kg.claims.records import Entry, Records
from kg.claims.schema import KINDS
from kg.text.terms import br, curie

#: What dates the act by which two came to share a thing, where their own rows do not; the first that is given.
_DATED = tuple(curie(br(p)) for p in ("signedOn", "date"))
#: Things that one query asks for.
_TOGETHER = 10_000


class Sharing(NamedTuple):
    """Relations over which two can share what they tie to, and the column of records that it stands in.

    Of properties each stands alone; of a vote any ballot will do.
    """

    relations: tuple[str, ...]
    thing: str

    @property
    def party(self) -> str:
        """The column of those who share it."""
        return "object" if self.thing == "subject" else "subject"

    def of(self, entry: Entry) -> str:
        """The thing that a record ties to."""
        return entry.record.subject if self.thing == "subject" else entry.record.object

    def whose(self, entry: Entry) -> str:
        """Whom a record ties to it."""
        return entry.record.object if self.thing == "subject" else entry.record.subject


class Common(NamedTuple):
    """A thing that two share: by which records, how many share it in all, and the records that date it in their stead.

    ``first`` and ``second`` are those of the one and of the other.
    """

    thing: str
    relation: str
    parties: int
    first: tuple[Entry, ...]
    second: tuple[Entry, ...]
    dating: tuple[Entry, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All of them, in order."""
        return tuple(sorted((*self.first, *self.second, *self.dating), key=lambda e: e.number))

    @property
    def dates(self) -> list[str]:
        """The dates that they give, as they write them."""
        return sorted({e.record.date for e in self.entries if e.record.date})


def joining(index: Records, passing: Cut, some: Iterable[Sharing], x: str, y: str, lent: Cut | None = None) -> Cut:
    """Of the records that pass those that tie one of two to something that the other is tied to in the same way.

    What is planned or denied goes with its like. ``lent``: those by which the other may be tied; by default as many.
    """
    ends = [index.number(x), index.number(y)]
    of = lent or passing
    parts, values = list[str](), list[object]()
    for sharing in some:
        relations = [n for name in sharing.relations if (n := index.number(name)) is not None]
        if not relations or None in ends:
            continue
        marks = ", ".join("?" * len(relations))
        what = f"r.{sharing.thing}, r.standing" + ("" if len(sharing.relations) > 1 else ", r.relation")
        tied = f"SELECT {what} FROM records r WHERE r.{sharing.party} = ? AND r.relation IN ({marks}) AND {of.where}"
        parts.append(
            f"SELECT r.id FROM records r WHERE r.{sharing.party} IN (?, ?) AND r.relation IN ({marks}) "
            f"AND ({what}) IN ({tied}) AND ({what}) IN ({tied})"
        )
        values += [*ends, *relations]
        for end in ends:
            values += [end, *relations, *of.values]
    return passing.also(f"r.id IN ({' UNION ALL '.join(parts) or 'SELECT 0'})", *values)


def common(index: Records, passing: Cut, some: Iterable[Sharing], x: str, y: str) -> list[Common]:
    """What two share: what fewest do first, then the latest. Votes are compared in ``kg.claims.ballots``."""
    found = list[Common]()
    for sharing in some:
        ways: dict[tuple[str, str, str], dict[str, list[Entry]]] = defaultdict(lambda: defaultdict(list))
        for entry in index.entries(joining(index, passing, [sharing], x, y), order="r.id"):
            key = (sharing.of(entry), entry.record.relation, entry.standing)
            ways[key][sharing.whose(entry)].append(entry)
        sizes = _sizes(index, passing, sharing, [thing for thing, *_ in ways])
        undated = [k[0] for k, by in ways.items() if not any(e.record.date for own in by.values() for e in own)]
        dating = _dating(index, passing, undated)
        for (thing, relation, _), by in ways.items():
            lenders = dating.get(thing, ()) if thing in undated else ()
            found.append(Common(thing, relation, sizes.get(thing, 0), tuple(by[x]), tuple(by[y]), tuple(lenders)))
    found.sort(key=lambda c: c.thing)
    found.sort(key=lambda c: max(c.dates, default=""), reverse=True)
    return sorted(found, key=lambda c: c.parties)


def of_many(
    index: Records, passing: Cut, some: Iterable[Sharing], most: int
) -> Iterator[tuple[Sharing, dict[str, list[Entry]]]]:
    """The records of all that share a thing, by whom they tie to it: of things that two to ``most`` share."""
    for sharing in some:
        if (few := _by_size(index, passing, sharing, f"BETWEEN 2 AND {most}")) is None:
            continue
        ways: dict[tuple[str, str, str], dict[str, list[Entry]]] = defaultdict(lambda: defaultdict(list))
        for entry in index.entries(few, order="r.id"):
            ways[sharing.of(entry), entry.record.relation, entry.standing][sharing.whose(entry)].append(entry)
        for by in ways.values():
            if 2 <= len(by) <= most:
                yield sharing, by


def crowded(index: Records, passing: Cut, some: Iterable[Sharing], most: int) -> int:
    """How many things more than ``most`` share."""
    cuts = ((s, _by_size(index, passing, s, f"> {most}")) for s in some)
    return sum(index.distinct(f"r.{s.thing}", cut) for s, cut in cuts if cut)


def _by_size(index: Records, passing: Cut, sharing: Sharing, size: str) -> Cut | None:
    """The records under a relation that pass, of things that so many share."""
    relations = [n for name in sharing.relations if (n := index.number(name)) is not None]
    if not relations:
        return None
    cut = passing.among("r.relation", relations)
    sized = (
        f"SELECT r.{sharing.thing} FROM records r WHERE {cut.where} GROUP BY 1 "
        f"HAVING count(DISTINCT r.{sharing.party}) {size}"
    )
    return cut.also(f"r.{sharing.thing} IN ({sized})", *cut.values)


def _sizes(index: Records, passing: Cut, sharing: Sharing, things: Iterable[str]) -> dict[str, int]:
    """How many share each of some things, by records that pass."""
    relations = [n for name in sharing.relations if (n := index.number(name)) is not None]
    cut = passing.among("r.relation", relations)
    found: dict[str, int] = {}
    for some in _parts(things):
        found |= index.spread(sharing.thing, sharing.party, _about(cut, sharing.thing, some))
    return found


def _dating(index: Records, passing: Cut, things: Iterable[str]) -> dict[str, list[Entry]]:
    """The records that date some things, under the first property that any of them has."""
    found: dict[str, dict[str, list[Entry]]] = defaultdict(lambda: defaultdict(list))
    relations = [n for name in _DATED if (n := index.number(name)) is not None]
    kind = passing.also("r.kind = ?", KINDS.index("value")).among("r.relation", relations)
    for some in _parts(things):
        for entry in index.entries(_about(kind, "subject", some), order="r.id"):
            if entry.record.date and entry.standing == "asserted":
                found[entry.record.subject][entry.record.relation].append(entry)
    return {thing: next(by[p] for p in _DATED if p in by) for thing, by in found.items()}


def _about(cut: Cut, column: str, things: Sequence[str]) -> Cut:
    """Of the records that pass those whose column is one of some names."""
    return cut.also(f"r.{column} IN (SELECT id FROM names WHERE name IN ({', '.join('?' * len(things))}))", *things)


def _parts(things: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(dict.fromkeys(things))
    while some := list(islice(rest, _TOGETHER)):
        yield some
