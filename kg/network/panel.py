"""Networks as rows: the edge list, and the dyad-period panel that statistics packages expect."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import networkx as nx

from kg.network.profile import PERIODS, period_of
from kg.network.project import dyads

Rows = Iterator[tuple[Any, ...]]
#: Column → SQL type, for Parquet.
EDGE_COLUMNS = {
    **dict.fromkeys(("source", "target", "source_label", "target_label", "source_iso3", "target_iso3"), "VARCHAR"),
    **dict.fromkeys(("rule", "relation", "thing"), "VARCHAR"),
    "sign": "INTEGER",
    "weight": "DOUBLE",
    "value": "DOUBLE",
    "begins": "DATE",
    "ends": "DATE",
    **dict.fromkeys(("stance", "speaker", "document", "domain", "claim", "needs", "dated_by"), "VARCHAR"),
}
PANEL_COLUMNS = {
    **dict.fromkeys(("period", "source", "target", "source_label", "target_label"), "VARCHAR"),
    **dict.fromkeys(("source_iso3", "target_iso3"), "VARCHAR"),
    **dict.fromkeys(("source_cow", "target_cow", "things", "contested"), "INTEGER"),
    **dict.fromkeys(("total", "mean", "strength"), "DOUBLE"),
    **dict.fromkeys(("documents", "claims"), "VARCHAR"),
}


def edge_rows(network: nx.MultiDiGraph[str]) -> Rows:
    """One row an edge, in the columns of ``EDGE_COLUMNS``; None where an attribute does not apply."""
    for a, b, data in network.edges(data=True):
        both = _ends(network, a, b)
        yield tuple(data.get(name, both.get(name)) for name in EDGE_COLUMNS)


def panel_rows(network: nx.MultiDiGraph[str], per: str = "year") -> Rows:
    """One row for each directed dyad and year or month with something scored in it; columns: ``PANEL_COLUMNS``.

    An edge counts in the period that holds its whole date; one that is undated, coarser or unscored is not in the
    panel. total = Σ votes (see ``project.dyads``), mean = total / things; a period without a row is unknown, not 0.
    """
    digits = PERIODS[per]
    periods: dict[str, nx.MultiDiGraph[str]] = {}
    for a, b, key, data in network.edges(keys=True, data=True):
        period = period_of(data, digits)
        if period and "weight" in data:
            periods.setdefault(period, nx.MultiDiGraph()).add_edge(a, b, key, **data)
    for period in sorted(periods):
        for a, b, summed in sorted(dyads(periods[period]).edges(data=True), key=lambda e: e[:2]):
            cell = {
                "period": period,
                **_ends(network, a, b),
                **summed,
                "total": summed["weight"],
                "mean": summed["weight"] / summed["things"],
            }
            yield tuple(cell.get(name) for name in PANEL_COLUMNS)


def _ends(network: nx.MultiDiGraph[str], a: str, b: str) -> dict[str, Any]:
    found: dict[str, Any] = {"source": a, "target": b}
    for side, node in (("source", a), ("target", b)):
        found |= {f"{side}_{name}": network.nodes[node].get(name) for name in ("label", "iso3", "cow")}
    return found
