"""Values of one thing and property that exclude each other, found by comparing what claims give.

Figures in one unit and dates exclude each other when their bounds share nothing, intervals also when they cannot begin
or end together; names and texts when they differ. A place within another does not differ from it; two people hold one
office only one after the other.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection
from itertools import chain, combinations, product
from typing import NamedTuple

from kg.claims.cut import Cut
from kg.claims.quads import Quads
from kg.claims.schema import STANDINGS
from kg.claims.statements import FIGURE, NAME, TERM, Bounds, Statements
from kg.text.terms import DERIVED, REFERENCE, TYPE, br, is_claim_graph

#: Claims whose values are compared: those that neither deny, negate nor are superseded.
LIVE = Cut(f"c.standing < {STANDINGS.index('denied')}")
#: Of so many claims it is told which exclude each other; of more, of so many that are asked about.
FEW = 60
#: So many claims are named in a condition.
_NAMED = 500
_WITHIN = br("within")
_Window = tuple[str | None, ...]


class Group(NamedTuple):
    """Claims on one thing and property that cannot all be right; ``pairs`` of them exclude each other.

    ``undecided``: whether they do hangs on dates that nobody gives. ``excluding``: which does which, of few.
    """

    thing: str
    property: str
    members: list[Bounds]
    pairs: int
    undecided: bool
    excluding: frozenset[tuple[str, str]] = frozenset()


def groups(
    statements: Statements,
    view: Quads,
    live: Cut,
    passes: Callable[[str], bool] | None = None,
    among: Collection[str] | None = None,
    known_at: str | None = None,
) -> list[Group]:
    """The groups among the claims of a cut, by thing and property; with ``among`` those that one of them is in.

    ``known_at``: what others lend to the comparison (dates, places within others) as far as it was known on a day.
    """
    found: dict[tuple[str, ...], list[tuple[list[Bounds], int, bool, set[tuple[str, str]]]]] = defaultdict(list)
    comparing = _Comparing(statements, view, known_at)
    for what, every in statements.opposed(live, among).items():
        members = [m for m in every if passes is None or passes(m.iri)]
        parts = what.split("\t")
        taking, pairs, undecided = comparing.taking(parts, members)
        asked = taking if len(taking) <= FEW else [m for m in taking if among is not None and m.iri in among][:FEW]
        each = {
            (min(x.iri, y.iri), max(x.iri, y.iri))
            for x, y in product(asked, taking)
            if x.iri != y.iri and comparing.taking(parts, [x, y])[1]
        }
        if taking:
            key = tuple(parts[:2] if len(parts) < len(FIGURE) else parts)  # dates, their beginnings and ends are one
            found[key].append((taking, pairs, undecided, each))
    result = []
    for (thing, prop, *_), some in sorted(found.items()):
        members = list(dict.fromkeys(m for taking, *_ in some for m in taking))
        if among is None or any(m.iri in among for m in members):
            excluding = frozenset(pair for *_, each in some for pair in each)
            result.append(Group(thing, prop, members, max(x[1] for x in some), all(x[2] for x in some), excluding))
    return result


def denials(
    statements: Statements, view: Quads, cut: Cut, among: Collection[str] | None = None
) -> list[tuple[list[str], list[str]]]:
    """Of the claims of a cut those that say something, and those that deny it or call it absent.

    Who denies need not repeat all that the others say, nor name both ends of a mutual relation in their order.
    """
    found: dict[str, set[str]] = {}
    for names, denied in statements.denials(cut, among):  # of nodes of their own, by whatever name
        for iri in denied:
            found.setdefault(iri, set()).update(names)
    said = cut.also(LIVE.where)
    live = statements.iris(said) if among is None else None
    for iri in statements.denying(cut, among):
        triples = {q[:3] for q in view.quads(g=iri) if q[1] != TYPE}
        homes = [{q[3].removesuffix(DERIVED) for q in view.quads(*triple)} for triple in triples]
        if homes and (holding := set.intersection(*homes) - {iri}):
            if live is None and len(holding) > _NAMED:
                live = statements.iris(said)
            passing = statements.iris(said.among("c.claim", sorted(holding))) if live is None else holding & live
            found.setdefault(iri, set()).update(passing)
    alike: dict[tuple[str, ...], list[str]] = {}
    for iri, holding in sorted(found.items()):
        if holding:
            alike.setdefault(tuple(sorted(holding)), []).append(iri)
    return [(list(names), denied) for names, denied in alike.items()]


class _Comparing:
    def __init__(self, statements: Statements, view: Quads, known_at: str | None) -> None:
        self._statements, self._view, self._known_at = statements, view, known_at
        self._terms: dict[str, dict[tuple[str, str | None], _Window]] = {}

    def taking(self, what: list[str], members: list[Bounds]) -> tuple[list[Bounds], int, bool]:
        """The members that another excludes, how many pairs do, and whether that is undecided."""
        if what[2:] == [TERM]:
            return self._holders("\t".join(what), members)
        if len(what) == 3 and (what[2] == NAME or what[2].startswith("@")):
            return (*self._distinct(members), False)
        pairs, taking = between(members)
        return taking, pairs, False

    def _distinct(self, members: list[Bounds]) -> tuple[list[Bounds], int]:
        """Names that differ, unless one place lies in the other."""
        by_value: dict[str, list[Bounds]] = defaultdict(list)
        for m in members:
            by_value[str(m.low)].append(m)
        above = {value: self._above(value) for value in by_value}
        taking, pairs = set[Bounds](), 0
        for one, other in combinations(by_value, 2):
            if one in above[other] or other in above[one]:
                continue
            both = [(x, y) for x, y in product(by_value[one], by_value[other]) if x.iri != y.iri]
            pairs += len(both)
            taking.update(chain.from_iterable(both))
        return [m for m in members if m in taking], pairs

    def _above(self, place: str) -> set[str]:
        found, todo = set[str](), [place]
        while todo:
            for _, _, o, g in self._view.quads(todo.pop(), _WITHIN):
                if str(o) not in found and self._counts(g.removesuffix(DERIVED)):
                    found.add(str(o))
                    todo.append(str(o))
        return found

    def _counts(self, graph: str) -> bool:
        """Whether what stands in a graph may reconcile others: reference data, and claims that lend."""
        if graph.startswith(REFERENCE):
            return True
        return is_claim_graph(graph) and self._statements.lends(graph, self._known_at)

    def _holders(self, what: str, members: list[Bounds]) -> tuple[list[Bounds], int, bool]:
        """Terms of different people in one office that overlap; undecided where no pair of them is dated."""
        if what not in self._terms:
            self._terms[what] = self._statements.terms(what, self._known_at)
        held = self._terms[what]
        spans: dict[tuple[object, str, str, bool], list[Bounds]] = defaultdict(list)
        for m in members:
            window = held.get((m.iri, m.node)) or held.get((m.iri, None))
            _, _, begun, ending, _ = window or (None,) * 5
            # two terms share a day for certain: one may end as the next begins
            spans[m.low, begun or "", ending or "9999", bool(window and window[0] is not None)].append(m)
        terms = [(*term, len(some)) for term, some in spans.items()]
        hit, pairs, decided = [False] * len(terms), 0, False
        for i, (holder, begun, ending, dated, many) in enumerate(terms):
            for k in range(i + 1, len(terms)):
                other, others_begun, others_ending, others_dated, more = terms[k]
                if holder != other and begun < others_ending and others_begun < ending:
                    pairs += many * more
                    decided = decided or (dated and others_dated)
                    hit[i] = hit[k] = True
        taking = {m for found, some in zip(hit, spans.values(), strict=True) if found for m in some}
        if len({m.iri for m in taking}) < 2:  # one claim may name two
            return [], 0, False
        return [m for m in members if m in taking], pairs, not decided


def between(members: list[Bounds]) -> tuple[int, list[Bounds]]:
    """How many pairs of different claims exclude each other, and the members that are in any; no pair is looked at."""
    own: dict[str, list[Bounds]] = defaultdict(list)
    for m in members:
        own[m.iri].append(m)
    pairs = _apart(members) - sum(_apart(group) for group in own.values() if len(group) > 1)
    first = sorted((min(m.high for m in group), iri) for iri, group in own.items())[:2]
    last = sorted(((max(m.low for m in group), iri) for iri, group in own.items()), reverse=True)[:2]

    def other(ends: list[tuple[float | str, str]], m: Bounds) -> list[float | str]:
        return [bound for bound, iri in ends if iri != m.iri][:1]

    taking = [
        m
        for m in members
        if any(b < m.low for b in other(first, m)) or any(m.high < b for b in other(last, m))  # type: ignore[operator]
    ]
    return pairs, taking


def _apart(members: list[Bounds]) -> int:
    """How many pairs have no value in common: for each beginning, the ends before it."""
    ends = sorted(m.high for m in members)
    return sum(bisect_left(ends, m.low) for m in members)
