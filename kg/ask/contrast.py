"""Slices side by side: what each says, what is new, gone or contested between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, combinations, permutations

from kg.ask.claims import Reader
from kg.ask.compare import AGAINST, disputes, set_against
from kg.ask.facts import content_of
from kg.ask.filters import Filter, Sieve
from kg.ask.scope import about
from kg.values.analyses import Cell, Comparison, Difference
from kg.values.claims import Claim
from kg.values.notes import Note, together

_ORDER = ("contested", "new", "gone", "only", "partial", "same")


def contrast(
    reader: Reader, slices: Sequence[tuple[str, Filter]], entities: Sequence[str] = (), *, in_time: bool = False
) -> tuple[Comparison, list[Note]]:
    """What claims that touch all the entities say in each slice, fact by fact, and notes on what was left out.

    ``status`` of a fact: contested (a slice denies what another says, or claims of two slices contradict each other or
    are in tension), same (all have it), partial (some of three or more), else new or gone when the slices are moments
    (``in_time``, two of them), only when they are not.
    """
    keys: dict[tuple[str, str, str], list[list[Claim]]] = {}
    home: list[set[str]] = []
    sizes: list[int] = []
    notes: list[Note] = []
    for i, (name, rules) in enumerate(slices):
        sieve = Sieve(reader, rules)
        scope = about(reader, entities, rules.day)
        chosen = reader.claims.statements.select(sieve.in_time(sieve.current(sieve.cut(scope))))
        reader.preload(s.iri for s in chosen)
        kept = [sieve.claim(s.iri) for s in chosen]
        home.append({c.id for c in kept})
        sizes.append(len(kept))
        notes += [note._replace(about=name) for note in sieve.notes()]
        said = [(fact, claim) for claim in kept for fact in content_of(reader, claim.iri)]
        if reader.index is not None:
            from kg.ask.records import said as recorded

            more, note = recorded(reader, rules, entities)
            said, notes = said + more, notes + [n._replace(about=name) for n in note]
            sizes[i] += sum({c.id: c.tally.acts if c.tally else 1 for _, c in more}.values())
        for fact, claim in said:
            keys.setdefault(fact, [[] for _ in slices])[i].append(claim)
    opposed = _opposed(reader, entities, home)
    contents: dict[str, dict[tuple[str, str], set[str]]] = {}
    for (subject, prop, value), claims in keys.items():
        for claim in chain.from_iterable(claims):
            contents.setdefault(claim.id, {}).setdefault((subject, prop), set()).add(value)
    found = []
    for fact, claims in keys.items():
        cells = tuple(_cell(c) for c in claims)
        here = {claim.id for c in claims for claim in c}
        against = tuple(
            sorted({x for i in here for x in opposed.get(i, ()) if _differ(fact, contents[i], contents.get(x, {}))})
        )
        found.append(Difference(*fact, _status(cells, against, in_time), cells, against))
    found.sort(key=lambda d: (_ORDER.index(d.status), _first(d), d.subject, d.property, d.value))
    return Comparison(tuple(n for n, _ in slices), tuple(found), tuple(sizes)), together(notes)


def _differ(
    fact: tuple[str, str, str], mine: dict[tuple[str, str], set[str]], others: dict[tuple[str, str], set[str]]
) -> bool:
    """Whether it is this fact that sets two claims against each other: of those on which both give values that
    differ, else of all that only one of them has."""
    differing = {key for key, values in mine.items() if key in others and values != others[key]}
    subject, prop, value = fact
    return (subject, prop) in differing if differing else value not in others.get((subject, prop), ())


def _first(difference: Difference) -> int:
    """The first slice that has something to say."""
    return next(i for i, cell in enumerate(difference.cells) if cell.claims or cell.denied)


def _cell(claims: Iterable[Claim]) -> Cell:
    some = list(claims)
    denied = [c for c in some if c.negated or c.stance.id == "stance:denied"]
    return Cell(tuple(c for c in some if c not in denied), tuple(denied))


def _status(cells: Sequence[Cell], against: Sequence[str], in_time: bool) -> str:
    said, denied = [bool(c.claims) for c in cells], [bool(c.denied) for c in cells]
    present = [a or b for a, b in zip(said, denied, strict=True)]
    if against or any(
        (said[i] and denied[j]) or (denied[i] and said[j]) for i, j in combinations(range(len(cells)), 2)
    ):
        return "contested"
    if all(present):
        return "same"
    if len(cells) == 2 and in_time:
        return "gone" if present[0] else "new"
    return "only" if sum(present) == 1 else "partial"


def _opposed(reader: Reader, entities: Sequence[str], home: Sequence[set[str]]) -> dict[str, set[str]]:
    """For claims of one slice: the claims of another that are set against them."""
    found: dict[str, set[str]] = {}
    for dispute in disputes(reader, entities, AGAINST)[0]:
        for claim, others in set_against(dispute).items():
            for one, other in permutations(home, 2):
                if claim in one - other:
                    found.setdefault(claim, set()).update((others & other) - one)
    return {claim: others for claim, others in found.items() if others}
