"""Measures of position: who is central, who stands between others.

Each takes a summed network (``project.ties``, ``project.dyads``, or any networkx graph) and gives one number a node; a
node without a defined value gets None. Signs play no part here (see ``balance``): a dyad of conflict is a tie too.
igraph computes where it is installed and faster; the results are the same to 1e-9, and a test holds that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import fsum
from typing import Any, NamedTuple

import networkx as nx

from kg.errors import WrongCall
from kg.network.project import dyads, ties
from kg.values.said import Said

Values = dict[str, float | None]
#: Up to this many ties networkx answers before igraph is even loaded.
_SMALL = 2_000
_DAMPING = 0.85


class Engine(NamedTuple):
    """Who computes: ``networkx``, ``igraph``, or a networkx backend by its name."""

    name: str

    @classmethod
    def find(cls, backend: str | None, size: int) -> Engine:
        """The engine asked for; by default igraph for large networks where it is installed. Raises WrongCall."""
        if backend in (None, "auto"):
            return cls("igraph" if size > _SMALL and _has_igraph() else "networkx")
        if backend == "igraph" and not _has_igraph():
            raise WrongCall("igraph is not installed.", "pip install 'bilateral-kg[network]'")
        if backend not in ("networkx", "igraph", *nx.config.backends):
            known = ", ".join(["auto", "networkx", "igraph", *sorted(set(nx.config.backends) - {"networkx"})])
            raise WrongCall(
                Said("‘{word}’ is no backend of this networkx.", word=backend), Said("Here: {names}.", names=known)
            )
        return cls(str(backend))

    def run(self, function: Any, network: nx.Graph[str], **options: Any) -> Any:
        """A networkx function, handed to the backend where one was asked for."""
        if self.name not in ("networkx", "igraph"):
            options["backend"] = self.name
            if self.name not in getattr(function, "backends", ()):
                del options["backend"]
        return function(network, **options)


def _has_igraph() -> bool:
    try:
        import igraph  # noqa: F401
    except ImportError:
        return False
    return True


def to_igraph(network: nx.Graph[str], weight: str | None = None) -> Any:
    """The same network for igraph, vertices in the order of the nodes; ``weight`` names an edge attribute, else 1."""
    import igraph

    place = {node: i for i, node in enumerate(network)}
    graph = igraph.Graph(len(place), [(place[a], place[b]) for a, b in network.edges], directed=network.is_directed())
    if weight:
        graph.es[weight] = [x for *_, x in network.edges(data=weight, default=1)]
    return graph


def undirected(network: nx.Graph[str]) -> nx.Graph[str]:
    """The network without direction; attributes of the first of two opposite edges stay."""
    return network.to_undirected() if network.is_directed() else network


def degree(network: nx.Graph[str], engine: Engine) -> Values:
    """Number of partners, whatever the direction: deg(v) = |N(v)|. Defined for every node."""
    return dict(undirected(network).degree())


def in_degree(network: nx.DiGraph[str], engine: Engine) -> Values:
    """Number of those whose acts or relations point at the node. Without direction: as degree."""
    return dict(network.in_degree() if network.is_directed() else network.degree())


def out_degree(network: nx.DiGraph[str], engine: Engine) -> Values:
    """Number of those at whom the node's acts or relations point. Without direction: as degree."""
    return dict(network.out_degree() if network.is_directed() else network.degree())


def strength(network: nx.Graph[str], engine: Engine) -> Values:
    """How intense a node's relations are, friendly or not: Σ |votes| over its dyads (attribute ``strength``).

    A plain graph without that attribute counts each edge as 1. Barrat et al. (2004), PNAS 101 (11).
    """
    return {v: fsum(d.get("strength", 1.0) for *_, d in network.edges(v, data=True)) for v in network}


def betweenness(network: nx.Graph[str], engine: Engine) -> Values:
    """How often a node lies on the shortest paths of others: Σ σ(s,t|v)/σ(s,t) over pairs s≠v≠t.

    Divided by the number of pairs; 0 in networks of fewer than three nodes. Unweighted, without direction.
    Freeman (1977), Sociometry 40 (1).
    """
    plain = undirected(network)
    if engine.name == "igraph":
        pairs = (len(plain) - 1) * (len(plain) - 2) / 2
        return dict(zip(plain, [b / pairs if pairs else 0.0 for b in to_igraph(plain).betweenness()], strict=True))
    values: Values = engine.run(nx.betweenness_centrality, plain, normalized=True)
    return values


def closeness(network: nx.Graph[str], engine: Engine) -> Values:
    """How near a node is to all it can reach: (r−1)/(n−1) · (r−1)/Σ d(v,u), with r nodes reached of n.

    0 for a node without partners. Unweighted, without direction. Wasserman & Faust (1994), formula 5.22.
    """
    plain = undirected(network)
    if engine.name == "igraph" and len(plain) > 1:
        graph = to_igraph(plain)
        reached = [0] * len(plain)
        for part in graph.connected_components():
            for v in part:
                reached[v] = len(part) - 1
        scaled = zip(plain, graph.closeness(), reached, strict=True)
        return {v: c * r / (len(plain) - 1) if r else 0.0 for v, c, r in scaled}
    values: Values = engine.run(nx.closeness_centrality, plain)
    return values


def pagerank(network: nx.Graph[str], engine: Engine) -> Values:
    """Where a walker ends up who follows ties, by their number of things, and starts anew every seventh step.

    p = 0.85 · Pᵀp + 0.15/n, Σp = 1; P from attribute ``things`` (1 where missing); a node that points at nobody passes
    its share to all. Page et al. (1999), Stanford InfoLab 66. By networkx it is solved as Katz centrality of P, which
    needs no matrix library: with a uniform start the two differ by a factor only.
    """
    if not len(network):
        return {}
    if engine.name == "igraph":
        graph = to_igraph(network, "things")
        return dict(zip(network, graph.pagerank(damping=_DAMPING, weights="things"), strict=True))
    if engine.name != "networkx" and engine.name in nx.pagerank.backends:
        values: Values = engine.run(nx.pagerank, network, alpha=_DAMPING, weight="things", tol=1e-12, max_iter=1_000)
        return values
    steps: nx.DiGraph[str] = nx.DiGraph()
    steps.add_nodes_from(network)
    arcs = network.edges(data=True)
    steps.add_edges_from((a, b, {"share": d.get("things", 1)}) for a, b, d in arcs)
    if not network.is_directed():
        steps.add_edges_from((b, a, {"share": d.get("things", 1)}) for a, b, d in arcs)
    for v in steps:
        total = fsum(d["share"] for *_, d in steps.out_edges(v, data=True))
        for *_, d in steps.out_edges(v, data=True):
            d["share"] /= total
    raw = nx.katz_centrality(
        steps, alpha=_DAMPING, beta=1.0, max_iter=1_000, tol=1e-14, normalized=False, weight="share"
    )
    total = fsum(raw.values())
    return {v: x / total for v, x in raw.items()}


def core(network: nx.Graph[str], engine: Engine) -> Values:
    """The largest k such that the node belongs to a part in which all have k partners.

    0 for a node without partners. Seidman (1983), Social Networks 5.
    """
    plain = undirected(network)
    if engine.name == "igraph":
        return dict(zip(plain, to_igraph(plain).coreness(), strict=True))
    plain = nx.Graph(plain.edges) if any(True for _ in nx.selfloop_edges(plain)) else plain
    plain.remove_edges_from(list(nx.selfloop_edges(plain)))
    values: Values = engine.run(nx.core_number, plain)
    return values


def constraint(network: nx.Graph[str], engine: Engine) -> Values:
    """How far a node's partners are tied to each other: Σ_j (p_ij + Σ_q p_iq p_qj)², p the shares of its ties.

    Low for brokers, None for a node without partners. Unweighted. Burt (1992), Structural Holes, chapter 2.
    """
    plain = undirected(network)
    if engine.name == "igraph":
        found = zip(plain, to_igraph(plain).constraint(), strict=True)
    else:
        found = engine.run(nx.constraint, plain).items()
    return {v: None if c != c else c for v, c in found}


def effective_size(network: nx.Graph[str], engine: Engine) -> Values:
    """Number of partners less what they share among themselves: k − 2t/k, with t ties among k partners.

    None for a node without partners. Burt (1992); the formula for plain ties by Borgatti (1997), Connections 20 (1).
    """
    joined = _triangles(network, engine)
    return {v: k - 2 * joined[v] / k if k else None for v, k in undirected(network).degree()}


def brokerage(network: nx.Graph[str], engine: Engine) -> Values:
    """Pairs of partners that are not tied to each other, which the node could bring together: k(k−1)/2 − t.

    Without direction and without groups; Gould & Fernandez (1989), Sociological Methodology 19.
    """
    joined = _triangles(network, engine)
    return {v: k * (k - 1) // 2 - joined[v] for v, k in undirected(network).degree()}


def reciprocity(network: nx.DiGraph[str], engine: Engine) -> Values:
    """The share of a node's ties that go both ways: 2 · |mutual| / (in + out).

    None for a node without ties, and in a network without direction. Newman, Forrest & Balthrop (2002), PRE 66.
    """
    if not network.is_directed():
        return dict.fromkeys(network)
    known = [v for v in network if network.degree(v)]
    found: Values = dict.fromkeys(network)
    return found | nx.reciprocity(network, known)  # type: ignore[operator]  # a number only for the whole network


def _triangles(network: nx.Graph[str], engine: Engine) -> dict[str, int]:
    plain = undirected(network)
    if engine.name == "igraph":
        graph = to_igraph(plain)
        around = [0] * len(plain)
        for corners in graph.list_triangles():
            for v in corners:
                around[v] += 1
        return dict(zip(plain, around, strict=True))
    found: dict[str, int] = engine.run(nx.triangles, plain)
    return found


class Measure(NamedTuple):
    """A measure by its name on the command line. ``directed``: it looks at who acts on whom."""

    compute: Callable[[Any, Engine], Values]
    directed: bool = False
    low_is_first: bool = False

    @property
    def title(self) -> str:
        return (self.compute.__doc__ or "").partition("\n")[0]


MEASURES = {
    "degree": Measure(degree),
    "in-degree": Measure(in_degree, directed=True),
    "out-degree": Measure(out_degree, directed=True),
    "strength": Measure(strength),
    "betweenness": Measure(betweenness),
    "closeness": Measure(closeness),
    "pagerank": Measure(pagerank, directed=True),
    "core": Measure(core),
    "constraint": Measure(constraint, low_is_first=True),
    "effective-size": Measure(effective_size),
    "brokerage": Measure(brokerage),
    "reciprocity": Measure(reciprocity, directed=True),
}


def measure(
    network: nx.Graph[str], names: Iterable[str] = ("degree",), backend: str | None = None
) -> dict[str, Values]:
    """Measures of every node, by name of the measure. ``network`` is a MultiDiGraph of claims or any simple graph.

    ``backend``: ``auto``, ``networkx``, ``igraph``, or an installed networkx backend, which gets the summed graph.
    Raises WrongCall for an unknown name.
    """
    wanted = list(names)
    for name in wanted:
        if name not in MEASURES:
            known = ", ".join(MEASURES)
            raise WrongCall(Said("‘{word}’ is not a measure.", word=name), Said("Measures: {names}.", names=known))
    engine = Engine.find(backend, network.number_of_edges())
    summed: dict[bool, nx.Graph[str]] = {}
    for directed in {MEASURES[n].directed for n in wanted}:
        if isinstance(network, nx.MultiDiGraph):
            summed[directed] = dyads(network) if directed else ties(network)
        else:
            summed[directed] = network
    return {n: MEASURES[n].compute(summed[MEASURES[n].directed], engine) for n in wanted}


def ranked(values: Values, low_is_first: bool = False) -> dict[str, int]:
    """Ranks from 1; equals share the best. Values that agree to twelve digits are equal; None has no rank."""
    known = sorted((round(x, 12) for x in values.values() if x is not None), reverse=not low_is_first)
    first: dict[float, int] = {}
    for i, x in enumerate(known, 1):
        first.setdefault(x, i)
    return {v: first[round(x, 12)] for v, x in values.items() if x is not None}
