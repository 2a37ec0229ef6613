"""What is exported comes back the same, and other programs read it."""

from __future__ import annotations

import csv
import json
import os
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import gexfpy
import igraph
import networkx as nx
import pytest
from kg.errors import WorldError, WrongCall
from kg.graph import Graph
from kg.network.export import write
from kg.network.panel import EDGE_COLUMNS, PANEL_COLUMNS
from kg.network.scale import classify

from conftest import Run
from weave import claim, weave


@pytest.fixture(scope="module")
def network(graph: Graph) -> nx.MultiDiGraph[str]:
    return graph.network(among="all", view="analysis")


def parquet(query: str) -> duckdb.DuckDBPyRelation:
    """What DuckDB reads."""
    found = duckdb.sql(query)
    assert found is not None
    return found


def same(one: Any, other: Any) -> None:
    assert dict(one.nodes(data=True)) == dict(other.nodes(data=True))
    edges = [{(a, b, k): d for a, b, k, d in x.edges(keys=True, data=True)} for x in (one, other)]
    assert edges[0] == edges[1]


def test_graphml_comes_back_the_same(network: nx.MultiDiGraph[str], tmp_path: Path) -> None:
    path = str(tmp_path / "network.graphml")
    assert write(network, path, "graphml") == network.number_of_edges()
    same(nx.read_graphml(path, force_multigraph=True), network)


def test_igraph_reads_the_graphml_too(network: nx.MultiDiGraph[str], tmp_path: Path) -> None:
    path = str(tmp_path / "network.graphml")
    write(network, path, "graphml")
    graph = igraph.Graph.Read_GraphML(path)
    assert (graph.vcount(), graph.ecount()) == (len(network), network.number_of_edges())
    assert set(graph.es["claim"]) == {d["claim"] for *_, d in network.edges(data=True)}


def test_gexf_comes_back_the_same(network: nx.MultiDiGraph[str], tmp_path: Path) -> None:
    """In GEXF the signed weight is called score, since Gephi wants weights above nought; the rest is as it was."""
    path = str(tmp_path / "network.gexf")
    write(network, path, "gexf")
    back: Any = nx.read_gexf(path)
    for _, _, key, data in back.edges(keys=True, data=True):
        assert data.pop("id") == key
        assert data.pop("label") == data["relation"]
        assert data.pop("weight") > 0
        assert data.pop("start", None) == data.get("begins")
        assert data.pop("end", None) == data.get("ends")
        if "score" in data:
            data["weight"] = data.pop("score")
    same(back, network)


def test_a_second_reader_opens_the_gexf_with_its_dates(network: nx.MultiDiGraph[str], tmp_path: Path) -> None:
    path = str(tmp_path / "network.gexf")
    write(network, path, "gexf")
    found = gexfpy.parse(path).graph
    assert (found.mode.value, found.timeformat.value, found.defaultedgetype.value) == ("dynamic", "date", "directed")
    edges = {e.id: e for e in found.edges[0].edge}
    assert len(edges) == network.number_of_edges()
    assert len(found.nodes[0].node) == len(network)
    pact = next(k for *_, k, d in network.edges(keys=True, data=True) if d["claim"] == "report-020" and "begins" in d)
    assert (str(edges[pact].start), str(edges[pact].end)) == ("2024-06-01", "2024-06-30")


def test_node_link_json_comes_back_the_same(network: nx.MultiDiGraph[str], tmp_path: Path) -> None:
    path = tmp_path / "network.json"
    write(network, str(path), "json")
    same(nx.node_link_graph(json.loads(path.read_text()), edges="edges"), network)


def test_csv_and_parquet_hold_the_same_edges(network: nx.MultiDiGraph[str], tmp_path: Path) -> None:
    write(network, str(tmp_path / "e.csv"), "csv")
    write(network, str(tmp_path / "e.parquet"), "parquet")
    with open(tmp_path / "e.csv", encoding="utf-8", newline="") as file:
        texts = list(csv.DictReader(file))
    columns = parquet(f"SELECT * FROM '{tmp_path}/e.parquet'")
    assert columns.columns == list(EDGE_COLUMNS) == list(texts[0])
    typed = columns.fetchall()
    assert len(typed) == len(texts) == network.number_of_edges()
    for text, row in zip(texts, typed, strict=True):
        for (name, cell), value in zip(text.items(), row, strict=True):
            if isinstance(value, float):
                assert float(cell) == value, name
            else:
                assert cell == ("" if value is None else str(value)), name
    assert any(isinstance(cell, date) for row in typed for cell in row)


def test_the_panel_has_codes_and_claims(run: Run) -> None:
    text = run("network", "export", "--panel", "year", "--as", "csv", code=0).stdout
    found = list(csv.DictReader(text.splitlines()))
    assert list(found[0]) == list(PANEL_COLUMNS)
    row = next(r for r in found if r["source"] == "e:PRK")
    assert (row["period"], row["target_iso3"], row["source_cow"], row["target_cow"]) == ("2024", "RUS", "731", "365")
    assert (row["total"], row["mean"], row["things"], row["joint"]) == ("5.0", "5.0", "1", "1")
    assert (row["verbal_cooperation"], row["material_conflict"]) == ("1", "0")
    assert row["claims"] == "report-011 report-020"


def test_the_panel_counts_a_thing_once_a_period_and_leaves_coarser_dates_out() -> None:
    from kg.network.panel import panel_rows

    def aid(name: str, event: str, when: str, act: str = "military-aid") -> str:
        content = (
            f'e:{event} a br:Event ; br:eventType ev:{act} ; br:actor e:XAA ; br:recipient e:XBB ; br:date "{when}" .'
        )
        return claim(name, content)

    network = weave(
        aid("u", "unscored", "2003-05", "dissolve"),
        aid("a", "x", "2003-05"),
        aid("b", "x", "2003-05-02"),
        aid("c", "y", "2003-07", "war"),
        aid("d", "z", "2004/2006"),
        aid("e", "w", "2005-01-09"),
        claim("f", 'e:talk a br:Meeting ; br:eventType ev:meet ; br:actor e:XAA , e:XBB ; br:date "2005-03" .'),
        claim(
            "g",
            "e:XAA br:opposes e:XBB .",
            more='; br:validFrom "2005-01-01"^^xsd:date ; br:validUntil "2005-02-01"^^xsd:date',
        ),
    )
    quads = {"ev:military-aid": "material cooperation", "ev:war": "material conflict", "ev:meet": "verbal cooperation"}
    classify(network, lambda relation: quads.get(relation, ""))
    names = list(PANEL_COLUMNS)
    cells = {c[0]: dict(zip(names, c, strict=True)) for c in panel_rows(network, "year") if c[1] == "e:XAA"}
    assert list(cells) == ["2003", "2004", "2005"]
    assert (cells["2003"]["material_cooperation"], cells["2003"]["material_conflict"], cells["2003"]["joint"]) == (
        1,
        1,
        0,
    )
    assert (cells["2004"]["things"], cells["2004"]["total"], cells["2004"]["mean"]) == (0, 0.0, None)
    assert (cells["2005"]["things"], cells["2005"]["joint"], cells["2005"]["claims"]) == (2, 1, "e f")
    assert (cells["2003"]["things"], cells["2003"]["total"], cells["2003"]["claims"]) == (2, 0.0, "a b c")
    months = [c[0] for c in panel_rows(network, "month") if c[1] == "e:XAA"]
    assert (months[0], months[-1], len(months), len(set(months))) == ("2003-05", "2005-03", 23, 23)


def test_texts_that_xml_or_a_spreadsheet_would_choke_on(tmp_path: Path) -> None:
    network = weave(claim("one", "e:XAA br:opposes e:XBB ."))
    for node in network:
        network.nodes[node].update(label='=HYPERLINK("x")\x01<&]]>\U0001f600', kind="state")
    for fmt, read in (("graphml", nx.read_graphml), ("gexf", nx.read_gexf)):
        path = str(tmp_path / f"n.{fmt}")
        write(network, path, fmt)
        assert read(path).nodes["e:XAA"]["label"] == '=HYPERLINK("x")\ufffd<&]]>\U0001f600'
    write(network, str(tmp_path / "n.csv"), "csv")
    assert "'=HYPERLINK" in (tmp_path / "n.csv").read_text()
    write(network, str(tmp_path / "n.parquet"), "parquet")
    assert parquet(f"SELECT source_label FROM '{tmp_path}/n.parquet'").fetchall() == [
        ('=HYPERLINK("x")\x01<&]]>\U0001f600',)
    ]


def test_a_file_that_cannot_be_written_is_not_there(tmp_path: Path) -> None:
    network = weave(claim("one", "e:XAA br:opposes e:XBB ."))
    with pytest.raises(WorldError, match="cannot be written"):
        write(network, str(tmp_path / "nowhere" / "n.csv"), "csv")
    target = tmp_path / "n.csv"
    target.write_text("before")
    with pytest.raises(WrongCall):
        write(network, str(target), "graphml", panel="year")
    assert target.read_text() == "before"
    assert os.listdir(tmp_path) == ["n.csv"]


def test_export_tells_how_much_it_wrote(run: Run, tmp_path: Path) -> None:
    done = run("network", "export", "-o", str(tmp_path / "n.gexf"), "--among", "states", code=0)
    assert done.stdout == ""
    count = nx.read_gexf(tmp_path / "n.gexf").number_of_edges()
    assert done.stderr.endswith(f"n.gexf: {count} edges.\n")


def test_the_same_states_are_written_in_the_same_order(run: Run, tmp_path: Path) -> None:
    for seed in ("0", "1", "2"):
        target = str(tmp_path / f"{seed}.csv")
        run("network", "export", "-o", target, "--among", "states", code=0, env={"PYTHONHASHSEED": seed})
    assert len({path.read_bytes() for path in tmp_path.iterdir()}) == 1
