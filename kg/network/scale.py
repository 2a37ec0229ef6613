"""Which scores are published ones: PLOVER's, else Goldstein's, of the act itself; sums are made of these alone.

Weights of our own make networks whole: of lasting relations (``br:edgeWeight``), of phases, and of an act against a
third party that is cooperative for those who do it. They stand beside the sums, under their own name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import networkx as nx

from kg.network.project import Tie, counted

#: PLOVER's quad classes, as columns of a panel.
QUADS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")


def classify(network: nx.MultiDiGraph[str], quad_of: Callable[[str], str]) -> None:
    """Give each edge with a published score the quad class of its act. ``quad_of``: of a relation, "" for none."""
    known: dict[str, str] = {}
    for *_, data in network.edges(data=True):
        if "weight" in data and data["rule"] != "direct":
            relation = data["relation"]
            if relation not in known:
                known[relation] = quad_of(relation)
            if known[relation] and not (data["weight"] < 0 and "cooperation" in known[relation]):
                data["quad"] = known[relation]


def published(edges: Iterable[Tie]) -> list[Tie]:
    """The voting edges with a published score."""
    return [(source, data) for source, data in counted(edges) if "quad" in data]


def ours(edges: Iterable[Tie]) -> list[Tie]:
    """The voting edges with a weight of our own."""
    return [(source, data) for source, data in counted(edges) if "weight" in data and "quad" not in data]
