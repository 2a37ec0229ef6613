"""Networks as rows: the edge list, and the dyad-period panel that statistics packages expect."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import networkx as nx

from kg.network.profile import PERIODS, period_of
from kg.network.project import Tie, counted, sum_up
from kg.network.scale import QUADS

Rows = Iterator[tuple[Any, ...]]
#: Column → SQL type, for Parquet.
EDGE_COLUMNS = {
    **dict.fromkeys(("source", "target", "source_label", "target_label", "source_iso3", "target_iso3"), "VARCHAR"),
    **dict.fromkeys(("rule", "relation", "thing"), "VARCHAR"),
    "sign": "INTEGER",
    "weight": "DOUBLE",
    "quad": "VARCHAR",
    "value": "DOUBLE",
    "begins": "DATE",
    "ends": "DATE",
    **dict.fromkeys(("stance", "speaker", "document", "domain", "claim", "needs", "dated_by"), "VARCHAR"),
}
PANEL_COLUMNS = {
    **dict.fromkeys(("period", "source", "target", "source_label", "target_label"), "VARCHAR"),
    **dict.fromkeys(("source_iso3", "target_iso3"), "VARCHAR"),
    **dict.fromkeys(("source_cow", "target_cow", "things", "joint"), "INTEGER"),
    **dict.fromkeys((q.replace(" ", "_") for q in QUADS), "INTEGER"),
    "contested": "INTEGER",
    **dict.fromkeys(("total", "mean", "strength"), "DOUBLE"),
    **dict.fromkeys(("documents", "claims"), "VARCHAR"),
}
#: A period in which nothing with a published score is known of two.
_NOUGHT = {
    **dict.fromkeys(("things", "joint", "contested", *(q.replace(" ", "_") for q in QUADS)), 0),
    **dict.fromkeys(("total", "strength"), 0.0),
}


def edge_rows(network: nx.MultiDiGraph[str]) -> Rows:
    """One row an edge, in the columns of ``EDGE_COLUMNS``; None where an attribute does not apply."""
    for a, b, data in network.edges(data=True):
        both = _ends(network, a, b)
        yield tuple(data.get(name, both.get(name)) for name in EDGE_COLUMNS)


def panel_columns(network: nx.MultiDiGraph[str], per: str = "year") -> dict[str, str]:
    """``PANEL_COLUMNS``, and one for each indicator that has a figure of two in some period."""
    found = {d["relation"] for *_, d in network.edges(data=True) if _is_figure(d) and period_of(d, PERIODS[per])}
    return PANEL_COLUMNS | dict.fromkeys(sorted(found), "DOUBLE")


def panel_rows(network: nx.MultiDiGraph[str], per: str = "year") -> Rows:
    """A row for each directed dyad and year or month, from its first to its last; columns: ``panel_columns``.

    An edge counts in the period that holds its whole date; one that is undated or coarser is not in the panel, nor a
    weight of our own. total = Σ published scores (see ``project.dyads``), mean = total / things, and things by quad
    class; ``joint`` of them stand in the row of the other direction too. A period between without any has nought of
    them. A figure is that of the period where all claims agree on it, else empty; it is in no sum.
    """
    digits, columns = PERIODS[per], panel_columns(network, per)
    scored: dict[str, nx.MultiDiGraph[str]] = {}
    figures: dict[tuple[str, str, str], dict[str, set[float]]] = {}
    for a, b, key, data in network.edges(keys=True, data=True):
        period = period_of(data, digits)
        if period and "quad" in data:
            scored.setdefault(period, nx.MultiDiGraph()).add_edge(a, b, key, **data)
        elif period and _is_figure(data):
            figures.setdefault((period, a, b), {}).setdefault(data["relation"], set()).add(data["value"])
    cells = {(p, *pair): _cell(found, *pair) for p, found in scored.items() for pair in found.edges()}
    for place, values in figures.items():
        agreed = {name: next(iter(some)) for name, some in values.items() if len(some) == 1}
        cells[place] = cells.get(place, dict(_NOUGHT)) | agreed
    for period, a, b in _spanned(cells, digits):
        cell = {"period": period, **_ends(network, a, b), **cells.get((period, a, b), _NOUGHT)}
        yield tuple(cell.get(name) for name in columns)


def _is_figure(data: dict[str, Any]) -> bool:
    return bool(data["rule"] == "figure" and "value" in data)


def _cell(found: nx.MultiDiGraph[str], a: str, b: str) -> dict[str, Any]:
    """What two have in one period, from the first to the second."""
    edges: list[Tie] = [(a, data) for data in found[a][b].values()]
    summed, kinds = sum_up(edges), {d["thing"]: (d["quad"], d.get("count", 1)) for _, d in counted(edges)}
    back = {d["thing"] for d in found[b][a].values()} if found.has_edge(b, a) else set()
    by_class = {name: sum(n for quad, n in kinds.values() if quad == name) for name in QUADS}
    return {
        **summed, "total": summed["weight"], "mean": summed["weight"] / summed["things"],
        "joint": sum(n for thing, (_, n) in kinds.items() if thing in back),
        **{name.replace(" ", "_"): n for name, n in by_class.items()},
    }  # fmt: skip


def _spanned(cells: Iterable[tuple[str, str, str]], digits: int) -> list[tuple[str, str, str]]:
    """Every period of each dyad from its first to its last, in order."""
    by_pair: dict[tuple[str, str], list[str]] = {}
    for period, a, b in cells:
        by_pair.setdefault((a, b), []).append(period)
    return sorted((p, *pair) for pair, some in by_pair.items() for p in _from(min(some), max(some), digits))


def _from(first: str, last: str, digits: int) -> Iterator[str]:
    """The years (4 digits) or months (7) from one to another."""
    if digits == 4:
        yield from (f"{year:04}" for year in range(int(first), int(last) + 1))
        return
    begin, end = (int(x[:4]) * 12 + int(x[5:]) - 1 for x in (first, last))
    yield from (f"{month // 12:04}-{month % 12 + 1:02}" for month in range(begin, end + 1))


def _ends(network: nx.MultiDiGraph[str], a: str, b: str) -> dict[str, Any]:
    found: dict[str, Any] = {"source": a, "target": b}
    for side, node in (("source", a), ("target", b)):
        found |= {f"{side}_{name}": network.nodes[node].get(name) for name in ("label", "iso3", "cow")}
    return found
