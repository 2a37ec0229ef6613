"""``import kg``: the same questions from Python."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import kg
import pytest
import rdflib
from kg.errors import AmbiguousName, NotFound, WorldError, WrongCall
from kg.graph import Graph
from kg.text.terms import BASE


def test_questions_as_methods(graph: Graph) -> None:
    assert graph.search("김정은")[0].id == "e:kim-jong-un"
    (length,) = graph.facts("tumen bridge", "length")
    assert length.value == "1 km"
    assert length.quantity is not None
    assert (length.quantity.value, length.quantity.unit) == (1.0, "unit:KiloM")
    assert length.claims[0].document.id == "report"
    assert graph.brief("PRK", "RUS").a.label == "North Korea"
    assert [e.when for e in graph.timeline("defence-pact-signing")][:1] == ["2024-06"]
    assert graph.claim("report-034").passages[0].start == 1442
    assert "report-034" in graph.cite("report-034")
    assert graph.sparql("ASK { e:PRK br:bordersOn e:RUS }") is True
    assert {f.severity for f in graph.check()} <= {"warning", "accepted"}


def test_names_that_miss_raise(graph: Graph) -> None:
    with pytest.raises(NotFound) as missed:
        graph.facts("Kim Jung Un")
    assert missed.value.nearest[0].id == "e:kim-jong-un"
    with pytest.raises(AmbiguousName) as doubtful:
        graph.facts("sanctions")
    assert {h.id for h in doubtful.value.candidates} >= {"e:western-sanctions", "e:international-sanctions"}
    with pytest.raises(WrongCall):
        kg.open(str(graph.workspace.root), lang="fr")


def test_no_workspace_no_store(tmp_path: Path, workspace: Path) -> None:
    with pytest.raises(WorldError):
        kg.open(str(tmp_path / "nowhere"))
    with pytest.raises(WorldError):
        kg.open(str(workspace), rebuild=False)


def test_rdflib_sees_the_same_data(graph: Graph) -> None:
    dataset = graph.rdflib
    assert isinstance(dataset, rdflib.Dataset)
    claim = rdflib.URIRef(BASE + "claim/report-034")
    content = dataset.graph(claim)
    assert (None, rdflib.URIRef(BASE + "ns#value"), rdflib.Literal(1)) in content
    view = dataset.graph(rdflib.URIRef(BASE + "graph/view/asserted"))
    rows = view.query(
        "SELECT ?who WHERE { e:defence-pact-2024 br:signatory ?who }",
        initNs={"e": rdflib.Namespace(BASE + "id/"), "br": rdflib.Namespace(BASE + "ns#")},
    )
    assert {str(r[0]) for r in rows if isinstance(r, rdflib.query.ResultRow)} == {BASE + "id/PRK", BASE + "id/RUS"}


def test_derived_triples_know_their_claim(graph: Graph) -> None:
    pair = "SELECT DISTINCT ?g WHERE { GRAPH ?g { e:RUS br:bordersOn e:PRK } FILTER(CONTAINS(STR(?g), '/claim/')) }"
    answer = graph.sparql(pair)
    assert not isinstance(answer, bool)
    assert answer.rows == ((BASE + "claim/essay-015#derived",),)


def test_views_hold_each_triple_once(graph: Graph) -> None:
    for view in ("asserted", "outlook", "analysis"):
        answer = graph.sparql("SELECT ?s ?p ?o (LANG(?o) AS ?l) WHERE { ?s ?p ?o }", view=view)
        assert not isinstance(answer, bool)
        assert len(set(answer.rows)) == len(answer.rows)
        distinct = graph.sparql(
            "SELECT (COUNT(*) AS ?n) WHERE { SELECT DISTINCT ?s ?p ?o WHERE { ?s ?p ?o } }", view=view
        )
        assert not isinstance(distinct, bool)
        assert distinct.rows == ((str(len(answer.rows)),),)


def test_every_term_is_named_in_three_languages(graph: Graph) -> None:
    """Classes and properties of the ontology and concepts of the vocabularies."""
    nameless = "SELECT ?t ?lang WHERE { GRAPH ?g { ?t a ?kind } FILTER(STRSTARTS(STR(?t), STR(br:)) || STRSTARTS(STR(?t), STR(scheme:))) VALUES ?lang { 'en' 'ru' 'ko' } FILTER NOT EXISTS { ?t rdfs:label|skos:prefLabel ?l FILTER(LANG(?l) = ?lang) } }"
    columns_rows = graph.engine(False).select(nameless, union=True)
    assert columns_rows[1] == []


def test_a_look_up_loads_nothing_heavy(bundle: Path) -> None:
    """Beyond what click and SQLite load anyway."""
    look_up = "import kg.cli.main as m; sys.argv = ['kg', 'fact', 'tumen bridge', 'length']; m._run();"
    heavy = "pyoxigraph oxrdflib rdflib networkx igraph pyvis pyshacl edtf rapidfuzz anyascii filelock json hashlib textwrap pathlib locale"

    def loaded(program: str) -> set[str]:
        report = f"import sys, click, sqlite3; {program} print(*sorted(sys.modules))"
        done = subprocess.run([sys.executable, "-c", report], cwd=bundle, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return set(done.stdout.splitlines()[-1].split())

    loaded(look_up)  # the first one may have a store to build, or times to note
    assert (loaded(look_up) - loaded("")) & set(heavy.split()) == set()
