"""Who stands where to whom, answered from the network of claims, each with its evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from kg.ask.entity import kinds_of
from kg.ask.filters import Sieve
from kg.ask.scope import about
from kg.ask.values import Wording
from kg.claims.schema import STANDINGS
from kg.errors import WrongCall
from kg.graph.lens import Lens
from kg.graph.projection import outline, part_of, project, whole
from kg.network import balance as balancing
from kg.network import profile as profiling
from kg.network.loss import loss
from kg.network.paths import partners, routes
from kg.network.profile import PERIODS
from kg.network.project import add_edges, sum_up, ties
from kg.network.scale import ours, published
from kg.show.tally import figures
from kg.text.terms import curie, to_iri
from kg.values.analyses import Balance, Common, Entry, Hop, Path, Profile, Restoring, Score, Tie, Triangle, Without
from kg.values.claims import Claim, Ref
from kg.values.said import Said

if TYPE_CHECKING:
    from kg.graph.lens import Noted
    from kg.graph.projection import Part, Where
    from kg.network.profile import Thing
    from kg.network.project import Network


def why(
    lens: Lens, a: str, b: str, where: Where, k: int, via: Iterable[str] = (), avoid: Iterable[str] = ()
) -> Noted[list[Path]]:
    """The k strongest chains of evidence between two entities."""
    start, end = map(curie, lens.two(a, b))
    through, around = ([curie(lens.resolve(x)) for x in some] for some in (via, avoid))
    for name in {start, end}.intersection(around):
        raise WrongCall(Said("{name} is an end of the path: it cannot be avoided.", name=lens.node(name).label))
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


#: What two have in common, by the class of the thing; the first that fits.
_SECTIONS = {
    "agreements": "Agreement",
    "projects": "Project",
    "events": "Event",
    "phases": "RelationPhase",
    "third-parties": "Actor",
}


def shared(lens: Lens, a: str, b: str, where: Where) -> Noted[list[Common]]:
    """What two have in common, then who speaks of both, and where."""
    iris = lens.two(a, b)
    x, y = map(curie, iris)
    part = part_of(lens, whole(where))
    (network, acts, between), notes = outline(lens, part)
    lens, acts = lens.under(part.rules), list(acts)
    both = partners(network, x, acts) & partners(network, y, acts)
    for name in both:
        for end in (x, y):
            add_edges(network, between(end, name))
    found = [_common(lens, network, x, y, name) for name in sorted(both)]
    order = (*_SECTIONS, "things")
    found.sort(key=lambda c: (order.index(c.section), c.thing.label, c.thing.id))
    return found + _told_of_both(lens, iris, part), notes


def _common(lens: Lens, network: Network, x: str, y: str, name: str) -> Common:
    kinds = kinds_of(lens.reader, to_iri(name))
    section = next((s for s, kind in _SECTIONS.items() if kind in kinds), "things")
    return Common(section, lens.node(name), (_hop(lens, network, x, name), _hop(lens, network, y, name)), ())


def _told_of_both(lens: Lens, entities: Sequence[str], part: Part) -> list[Common]:
    """The speakers and documents of the claims that touch both."""
    reader, sieve = lens.reader, Sieve(lens.reader, part.rules)
    standings = [STANDINGS.index(s) for s in part.cut.standings]
    cut = about(reader, entities, part.rules.day).among("c.standing", standings)
    passing = (s.iri for s in reader.claims.statements.select(cut) if sieve.keeps(s.iri))
    claims = [sieve.claim(iri) for iri in passing if sieve.holds(reader.period_of(iri), iri)]
    said: dict[tuple[str, Ref], list[Claim]] = {}
    for claim in claims:
        for speaker in claim.speakers:
            said.setdefault(("speakers", speaker), []).append(claim)
        said.setdefault(("documents", Ref(f"d:{claim.document.id}", claim.document.title)), []).append(claim)
    ranked = sorted(said.items(), key=lambda item: (item[0][0] != "speakers", -len(item[1]), item[0][1]))
    return [Common(section, thing, (), tuple(some)) for (section, thing), some in ranked]


def without(lens: Lens, name: str, where: Where) -> Noted[Without]:
    """What goes with a thing, a document or a speaker."""
    x = curie(lens.resolve(name))
    part = part_of(lens, whole(where))
    (network, acts, between), notes = outline(lens, part)
    lens, acts = lens.under(part.rules), list(acts)
    lost = loss(network, x, acts)
    for dyad in lost.dyads:
        add_edges(network, between(*dyad))
    gone = sorted({network.edges[edge]["claim"] for edge in lost.edges})
    apart = tuple(tuple(map(lens.node, group)) for group in lost.apart)
    pairs = tuple(tie_of(lens, a, b, sum_up(profiling.between(network, a, b))) for a, b in lost.dyads)
    alone = tuple(map(lens.node, lost.alone))
    return Without(lens.node(x), len(lost.edges), lost.parts, alone, apart, pairs, _claims(lens, gone)), notes


def tie_of(lens: Lens, a: str, b: str, data: dict[str, Any]) -> Tie:
    """A dyad summed up, with its claims."""
    claims = _claims(lens, data["claims"].split(" "))
    return Tie(lens.node(a), lens.node(b), data["sign"], data["weight"], claims)


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
        return tie_of(lens, a, b, summed.edges[a, b])

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
        raise WrongCall(Said("‘{word}’ is no period.", word=per), Said("Periods: {names}.", names=", ".join(PERIODS)))
    x, y = map(curie, lens.two(a, b))
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
        tally = claims[0].tally
        node = to_iri(thing.thing)
        words = figures(tally, lens.reader.lang) if tally else Wording(lens.reader).measure(node, claims[0].iri)[0]
    named = relation if figure else lens.node(thing.thing)
    return Entry(
        named, relation, thing.dates, thing.weight, thing.value, claims, words, thing.published, thing.dated_by
    )


def _claims(lens: Lens, names: Iterable[str]) -> tuple[Claim, ...]:
    return tuple(map(lens.claim, names))
