"""Networks as files: GraphML, dynamic GEXF, node-link JSON, CSV and Parquet.

A file is complete or it is not there: it is written beside its place and moved.
"""

from __future__ import annotations

import csv
import io
import os
import re
import tempfile
from collections.abc import Callable, Iterable
from typing import Any

import networkx as nx

from kg.errors import WrongCall
from kg.network.panel import EDGE_COLUMNS, edge_rows, panel_columns, panel_rows
from kg.text import escapes
from kg.text.files import replace
from kg.values.said import Said

FORMATS = ("graphml", "gexf", "json", "csv", "parquet")
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # in XML 1.0


def format_of(path: str, given: str | None = None) -> str:
    """The format asked for, or the one the file name ends in. Raises WrongCall."""
    found = given or os.path.splitext(path)[1].lstrip(".").lower()
    if found not in FORMATS:
        raise WrongCall(
            Said("‘{word}’ is no format of networks.", word=given)
            if given
            else Said("‘{path}’ does not say which format to write.", path=path),
            Said("End the name in .{names}, or say --as.", names=", .".join(FORMATS)),
        )
    return found


def write(network: nx.MultiDiGraph[str], path: str, fmt: str, *, panel: str | None = None) -> int:
    """Write a network and give the number of its edges; with ``panel`` (year, month) the dyad-period panel, its rows.

    Raises WrongCall when a panel is asked for in a format without rows, WorldError when the file cannot be written.
    """
    if panel and fmt not in ("csv", "parquet"):
        raise WrongCall("A panel is a table.", "Write it as csv or parquet.")
    if fmt in ("csv", "parquet"):
        columns = panel_columns(network, panel) if panel else EDGE_COLUMNS
        rows = list(panel_rows(network, panel) if panel else edge_rows(network))
        save: Callable[[str], None] = lambda to: (_csv if fmt == "csv" else _parquet)(columns, rows, to)  # noqa: E731
        count = len(rows)
    else:
        save = lambda to: _GRAPHS[fmt](network, to)  # noqa: E731
        count = network.number_of_edges()
    replace(path, save)
    return count


def to_text(network: nx.MultiDiGraph[str], fmt: str, *, panel: str | None = None) -> str:
    """The same as a text, for formats that are texts."""
    if fmt == "parquet":
        raise WrongCall("Parquet is not text.", "Give a file with -o.")
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "network")
        write(network, path, fmt, panel=panel)
        with open(path, encoding="utf-8", newline="") as file:
            return file.read()


def to_graphml(network: nx.MultiDiGraph[str], path: str) -> None:
    """GraphML; ``nx.read_graphml(path, force_multigraph=True)`` gives the network back."""
    nx.write_graphml_xml(_clean(network), path)


def to_gexf(network: nx.MultiDiGraph[str], path: str) -> None:
    """Dynamic GEXF 1.2 for Gephi: edges live from their first to their last day, undated ones always.

    Gephi takes positive weights only: there ``weight`` is the strength (1 where there is none) and ``score`` the signed
    weight. The edge's id is its key; begins and ends are kept as they are beside ``start`` and ``end``.
    """
    copy = _clean(network)
    copy.graph = {"mode": "dynamic", "name": "kg"}
    for *_, key, data in copy.edges(keys=True, data=True):
        data |= {"id": key, "label": data["relation"]}
        if "weight" in data:
            data["score"] = data.pop("weight")
        data["weight"] = abs(data.get("score", 0)) or 1.0
        data |= {new: data[old] for old, new in (("begins", "start"), ("ends", "end")) if old in data}
    nx.write_gexf(copy, path)


def to_json(network: nx.MultiDiGraph[str], path: str) -> None:
    """Node-link JSON; ``nx.node_link_graph(json.load(file), edges="edges")`` gives the network back."""
    with open(path, "w", encoding="utf-8") as file:
        file.write(escapes.json(nx.node_link_data(network, edges="edges"), indent=1) + "\n")


_GRAPHS = {"graphml": to_graphml, "gexf": to_gexf, "json": to_json}


def _clean(network: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """A copy without characters that XML cannot hold."""
    copy = network.copy()
    for data in [copy.graph, *(d for _, d in copy.nodes(data=True)), *(d for *_, d in copy.edges(data=True))]:
        for name, value in data.items():
            if isinstance(value, str):
                data[name] = _ILLEGAL.sub("\ufffd", value)
    return copy


def _csv(columns: Iterable[str], rows: Iterable[tuple[Any, ...]], path: str) -> None:
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([escapes.cell(c) if isinstance(c, str) else c for c in row] for row in rows)


def _parquet(columns: dict[str, str], rows: list[tuple[Any, ...]], path: str) -> None:
    try:
        import duckdb
    except ImportError as error:
        raise WrongCall("Parquet needs DuckDB.", "pip install 'bilateral-kg[parquet]'") from error
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    with tempfile.TemporaryDirectory() as folder, duckdb.connect() as database:
        source = os.path.join(folder, "rows.csv")
        with open(source, "w", encoding="utf-8", newline="") as file:
            file.write(text.getvalue())
        typed = ", ".join(f"'{name}': '{kind}'" for name, kind in columns.items())
        database.execute(
            f"COPY (SELECT * FROM read_csv($source, header = false, quote = '\"', escape = '\"', "
            f"columns = {{{typed}}}, auto_detect = false)) TO $target (FORMAT parquet)",
            {"source": source, "target": path},
        )
