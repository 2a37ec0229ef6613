"""Answers of a whole network: ranks, communities, files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from kg.errors import WrongCall
from kg.graph.evidence import tie_of
from kg.graph.lens import Lens, listed
from kg.graph.projection import described, outline, part_of, project
from kg.network import community
from kg.network.export import format_of, write
from kg.network.loss import parts as apart
from kg.network.measure import MEASURES, measure, ranked
from kg.network.profile import PERIODS
from kg.network.project import ties
from kg.network.robust import LEAVING, ranges
from kg.text.terms import curie
from kg.values.analyses import Communities, Community, Pair, Rank, Ranking
from kg.values.notes import Note
from kg.values.said import Said

if TYPE_CHECKING:
    from kg.graph.lens import Noted
    from kg.graph.projection import Where
    from kg.network.project import Network
    from kg.network.robust import Range

_USUAL = ("degree", "betweenness", "pagerank")
#: Things beyond which betweenness is not computed unasked.
_FAR = 5_000
#: Networks up to this size are measured again without each document unasked.
_QUICK = 20_000


def network(
    lens: Lens, where: Where, among: str = "actors", digits: int = 0, between: Sequence[str] = ()
) -> Noted[Network]:
    """The claims as a network, with words on its nodes; ``among`` and ``digits`` as in ``kg.graph.projection``.

    ``between``: two by name, of whom it then has all that ties the one to the other.
    """
    near = lens.two(*between) if between else ()
    found, notes = project(lens, part_of(lens, where, among), near, digits)
    if near:
        found = found.subgraph(map(curie, near)).copy()
    return described(lens, found), notes


def ranking(
    lens: Lens,
    where: Where,
    by: str | Sequence[str],
    leave_out: str | None,
    backend: str | None,
    say: Callable[[str], None],
) -> Noted[Ranking]:
    """Entities by the first measure of ``by``, with all of them, and the range of their ranks."""
    found, notes = network(lens, where, "all")
    names = list(dict.fromkeys(listed(by))) or list(_USUAL)
    if not by and len(found) > _FAR:
        names.remove("betweenness")
        notes.append(Note("no-betweenness", {}))
    values = measure(found, names, backend)
    leaving = leave_out or ("document" if found.number_of_edges() <= _QUICK else "none")
    if leave_out is None and leaving == "none":
        notes.append(Note("no-ranges", {}))
    if leaving not in (*LEAVING, "none"):
        raise WrongCall(
            Said("‘{word}’ cannot be left out.", word=leaving),
            Said("Can be: {names}.", names=", ".join((*LEAVING, "none"))),
        )
    spread: dict[str, Range] = {}
    without: tuple[str, ...] = ()
    if leaving != "none":
        contested = _contested(lens) if leaving == "contested" else ()
        spread, without = ranges(found, names[0], leaving, contested, backend, say)
    places = ranked(values[names[0]], MEASURES[names[0]].low_is_first)
    ranks = []
    for node in sorted(places, key=lambda v: (places[v], found.nodes[v]["label"], v)):
        best, worst, rests_on = spread.get(node, (None, None, ()))
        measured = {n: values[n][node] for n in names}
        kind = found.nodes[node]["kind"]
        ranks.append(Rank(lens.node(node), kind, places[node], measured, best, worst, rests_on))
    claims = len({d["claim"] for *_, d in found.edges(data=True)})
    sizes = (len(found), found.number_of_edges(), claims)
    return Ranking(names[0], leaving, without, *sizes, tuple(ranks)), notes


def _contested(lens: Lens) -> set[str]:
    """Ids of the claims that contradict or pull against another."""
    from kg.ask.compare import AGAINST, disputes

    return {c.id for dispute in disputes(lens.reader, (), AGAINST)[0] for c in dispute.claims}


def communities(lens: Lens, where: Where, method: str, seed: int, resolution: float) -> Noted[Communities]:
    """Groups that are tied among themselves more than to others."""
    found, notes = project(lens, part_of(lens, where, "all"))
    groups, modularity = community.communities(ties(found), method, seed, resolution)
    named = tuple(Community(tuple(map(lens.node, group))) for group in groups)
    return Communities(method, seed, modularity, named), notes


def parts(lens: Lens, where: Where) -> Noted[tuple[Community, ...]]:
    """The parts of the network between which there is no tie, largest first."""
    (found, acts, _), notes = outline(lens, part_of(lens, where, "all"))
    return tuple(Community(tuple(map(lens.node, group))) for group in apart(found, acts)), notes


def pairs(lens: Lens, where: Where) -> Noted[tuple[Pair, ...]]:
    """Dyads by their strength, then by how many documents attest them."""
    part = part_of(lens, where)
    found, notes = project(lens, part)
    lens, ranked = lens.under(part.rules), []
    for a, b, data in ties(found).edges(data=True):
        documents = tuple(data["documents"].split())
        ranked.append(((-data["strength"], -len(documents), -data["things"], a, b), data, documents))
    ranked.sort(key=lambda item: item[0])
    return tuple(
        Pair(tie_of(lens, *key[-2:], data), data["strength"], data["things"], documents)
        for key, data, documents in ranked
    ), notes


def export(
    lens: Lens, where: Where, path: str, fmt: str | None, panel: str | None, between: Sequence[str]
) -> Noted[int]:
    """Write the network, or its panel, to a file; gives edges or rows."""
    chosen = format_of(path, fmt)
    found, notes = network(lens, where, digits=PERIODS.get(panel or "", 0), between=between)
    return write(found, path, chosen, panel=panel), notes
