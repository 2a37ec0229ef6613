"""Who stands where to whom, answered from the network of claims, each with its evidence."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.ask.entity import kinds_of
from kg.ask.values import Wording
from kg.errors import WrongCall
from kg.graph.lens import Lens
from kg.graph.projection import outline, part_of, project, whole
from kg.network import balance as balancing
from kg.network import profile as profiling
from kg.network.paths import routes
from kg.network.profile import PERIODS
from kg.network.project import add_edges, sum_up, ties
from kg.network.scale import ours, published
from kg.text.terms import curie, to_iri
from kg.values.analyses import Balance, Entry, Hop, Path, Profile, Restoring, Score, Tie, Triangle
from kg.values.claims import Claim

if TYPE_CHECKING:
    from kg.graph.lens import Noted
    from kg.graph.projection import Where
    from kg.network.profile import Thing
    from kg.network.project import Network


def why(
    lens: Lens, a: str, b: str, where: Where, k: int, via: Iterable[str] = (), avoid: Iterable[str] = ()
) -> Noted[list[Path]]:
    """The k strongest chains of evidence between two entities."""
    start, end = map(curie, lens.two(a, b, "entities"))
    through, around = ([curie(lens.resolve(x)) for x in some] for some in (via, avoid))
    for name in {start, end}.intersection(around):
        raise WrongCall(f"{lens.node(name).label} is an end of the path: it cannot be avoided.")
    part = part_of(lens, whole(where))
    (network, acts, between), notes = outline(lens, part)
    lens = lens.under(part.rules)
    found = routes(network, start, end, k, [x for x in through if x not in (start, end)], around, acts)
    for step in {step for route in found for step in pairwise(route.nodes)}:
        add_edges(network, between(*step))
    return [Path(tuple(_hop(lens, network, *step) for step in pairwise(r.nodes)), r.cost) for r in found], notes


def _hop(lens: Lens, network: Network, x: str, y: str) -> Hop:
    there = list(network.get_edge_data(x, y, default={}).values())
    back = list(network.get_edge_data(y, x, default={}).values())
    edges = sorted(there + back, key=lambda d: d["claim"])
    relations = dict.fromkeys(lens.node(d["relation"]) for d in edges)
    claims = dict.fromkeys(c for d in edges for c in (d["claim"], *d.get("needs", "").split()))
    forward = bool(there) or not back
    return Hop(lens.node(x), lens.node(y), tuple(relations), _claims(lens, claims), forward)


def balance(lens: Lens, where: Where) -> Noted[Balance]:
    """Structural balance among actors, or states."""
    part = part_of(lens, where)
    network, notes = project(lens, part)
    lens = lens.under(part.rules)
    summed = ties(network)
    signed = balancing.signed(summed)
    counts, share = balancing.census(signed)
    camps, node = balancing.camps(signed), lens.node

    def tie(a: str, b: str) -> Tie:
        data = summed.edges[a, b]
        return Tie(node(a), node(b), data["sign"], data["weight"], _claims(lens, data["claims"].split(" ")))

    bad = tuple(
        Triangle((node(a), node(b), node(c)), (tie(a, b), tie(a, c), tie(b, c)))
        for a, b, c in balancing.unbalanced(signed)
    )
    mending = tuple(
        Restoring(lens.claim(claim), fewer, tuple((node(a), node(b)) for a, b in pairs))
        for claim, fewer, pairs in balancing.restoring(network)
    )
    first, second = (tuple(map(node, sorted(camp))) for camp in (camps.first, camps.second))
    strained = tuple(tie(*pair) for pair in camps.frustrated)
    return Balance(counts, share, bad, strained, (first, second), camps.exact, mending), notes


def profile(lens: Lens, a: str, b: str, where: Where, per: str) -> Noted[Profile]:
    """The dyad of two in figures."""
    if per not in PERIODS:
        raise WrongCall(f"‘{per}’ is no period.", f"Periods: {', '.join(PERIODS)}.")
    x, y = map(curie, lens.two(a, b, "actors"))
    part = part_of(lens, where)
    network, notes = project(lens, part, [to_iri(x), to_iri(y)], PERIODS[per])
    lens = lens.under(part.rules)
    joint = profiling.between(network, x, y)
    found = profiling.things(network, x, y, lambda name: kinds_of(lens.reader, to_iri(name)))
    periods, undated = profiling.scores(network, x, y, per)
    sections = {name: tuple(_entry(lens, t, name == "figures") for t in things) for name, things in found.items()}
    summed = sum_up(published(joint))
    total = (summed["weight"], summed["strength"], summed["contested"], sum_up(ours(joint))["weight"])
    return Profile(lens.node(x), lens.node(y), *total, sections, tuple(Score(*p) for p in periods), undated), notes


def _entry(lens: Lens, thing: Thing, figure: bool) -> Entry:
    claims = _claims(lens, thing.claims)
    relation, words = lens.node(thing.relation), ""
    if figure:
        words = Wording(lens.reader).measure(to_iri(thing.thing), claims[0].iri)[0]
    named = relation if figure else lens.node(thing.thing)
    return Entry(named, relation, thing.dates, thing.weight, thing.value, claims, words, thing.published)


def _claims(lens: Lens, names: Iterable[str]) -> tuple[Claim, ...]:
    return tuple(map(lens.claim, names))
