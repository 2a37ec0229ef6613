"""Communities: groups that are tied among themselves more than to others."""

from __future__ import annotations

import random
from collections.abc import Iterable

import networkx as nx

from kg.errors import WrongCall
from kg.network.measure import to_igraph
from kg.values.said import Said

METHODS = ("louvain", "leiden")


def communities(
    network: nx.Graph[str], method: str = "louvain", seed: int = 0, resolution: float = 1.0
) -> tuple[list[list[str]], float]:
    """Communities of a summed network without direction, largest first, and their modularity.

    Q = Σ_c [ w_c/W − γ (s_c/2W)² ] with tie weights ``things`` (1 where missing); undefined, and given as 0, without
    ties. Ties of conflict do not bind: dyads with a negative weight are left out, and so are their ties. The same seed
    gives the same groups. Louvain by networkx: Blondel et al. (2008), J. Stat. Mech. P10008; Leiden by igraph: Traag,
    Waltman & van Eck (2019), Scientific Reports 9. Raises WrongCall for another method, or when igraph is missing.
    """
    if method not in METHODS:
        raise WrongCall(
            Said("‘{word}’ is not a method.", word=method), Said("Methods: {names}.", names=", ".join(METHODS))
        )
    plain: nx.Graph[str] = nx.Graph()
    plain.add_nodes_from(sorted(network))  # the order of claims must not matter
    bound = ((*sorted((a, b)), d.get("things", 1)) for a, b, d in network.edges(data=True) if d.get("weight", 0) >= 0)
    plain.add_weighted_edges_from(sorted(bound), weight="things")
    if method == "louvain":
        found = nx.community.louvain_communities(plain, weight="things", resolution=resolution, seed=seed)
    else:
        found = _leiden(plain, resolution, seed)
    groups = sorted((sorted(group) for group in found), key=lambda g: (-len(g), g))
    if not plain.number_of_edges():
        return groups, 0.0
    return groups, nx.community.modularity(plain, [set(g) for g in groups], weight="things", resolution=resolution)


def of_pairs(pairs: Iterable[tuple[str, str, int, float]]) -> list[list[str]]:
    """The same groups of those whom acts join: two, how many there are, and the sum of their weights."""
    network: nx.Graph[str] = nx.Graph()
    network.add_edges_from((a, b, {"things": n, "weight": weight}) for a, b, n, weight in pairs)
    return communities(network)[0]


def _leiden(plain: nx.Graph[str], resolution: float, seed: int) -> list[set[str]]:
    try:
        import igraph
    except ImportError as error:
        raise WrongCall("Leiden needs igraph.", "pip install 'bilateral-kg[network]'") from error
    names = list(plain)
    igraph.set_random_number_generator(random.Random(seed))
    try:
        found = to_igraph(plain, "things").community_leiden(
            objective_function="modularity", weights="things", resolution=resolution, n_iterations=-1
        )
    finally:
        igraph.set_random_number_generator(random)
    return [{names[i] for i in part} for part in found]
