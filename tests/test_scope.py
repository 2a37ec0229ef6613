"""How far a query reaches: parameters, FROM, and graphs that are a variable."""

from __future__ import annotations

import pytest
from kg.engine import View
from kg.engine.scope import among_texts, bind
from kg.text.terms import CLAIM, GRAPH, NS, REGISTER, VIEWS
from kg.values.claims import Literal

from conftest import Run

TREATY = "https://w3id.org/bilateral/id/defence-pact-2024"


def rows(run: Run, *args: str, code: int = 0) -> list[str]:
    return run("sparql", *args, "--format", "csv", code=code).stdout.splitlines()[1:]


# ------------------------------------------------------------------------------------------------ parameters

#: Ways to mention ?x; each counts, says or sees something else when its value does not get there.
REACHED = [
    "SELECT ?n WHERE { { SELECT (COUNT(*) AS ?n) WHERE { ?x br:signatory ?o } } }",
    "SELECT (COUNT(*) AS ?n) WHERE { { ?s br:signatory ?o FILTER(?s = ?x) } UNION { ?s br:signatory ?x } }",
    "SELECT (COUNT(*) AS ?n) WHERE { ?s br:signatory ?o FILTER EXISTS { BIND(?x AS ?y) FILTER(?s = ?y) } }",
    "SELECT (COUNT(*) AS ?n) WHERE { ?s br:signatory ?o } GROUP BY ?s HAVING(?s = ?x)",
    "SELECT (SUM(IF(?s = ?x, 1, 0)) AS ?n) WHERE { ?s br:signatory ?o }",
    "SELECT (COUNT(*) AS ?n) WHERE { ?s br:signatory ?o FILTER(BOUND(?x) && ?s = ?x) }",
]


@pytest.mark.parametrize("query", REACHED)
def test_a_parameter_reaches_every_place(run: Run, query: str) -> None:
    assert rows(run, query, "-p", "x=e:defence-pact-2024") == ["2"]


def test_a_parameter_reaches_construct_and_describe(run: Run) -> None:
    for query in ("CONSTRUCT WHERE { ?x br:signatory ?o }", "DESCRIBE ?x", "DESCRIBE ?x WHERE { ?x br:signatory ?o }"):
        found = rows(run, query, "-p", "x=e:defence-pact-2024")
        assert {line.split(",")[0] for line in found} == {TREATY}, query
        assert f"{TREATY},{NS}signatory,https://w3id.org/bilateral/id/PRK" in found, query


def test_a_parameter_is_still_a_column(run: Run) -> None:
    for head, tail in (("?x", ""), ("*", ""), ("?x (COUNT(*) AS ?o)", "GROUP BY ?x ORDER BY ?x (?o)")):
        query = f"SELECT {head} {{ {{ SELECT ?x ?o {{ ?x br:signatory ?o }} }} }} {tail}"
        done = run("sparql", query, "-p", "x=e:defence-pact-2024", "--format", "csv", code=0).stdout
        columns, first, *_ = (line.split(",") for line in done.split())
        assert dict(zip(columns, first, strict=True))["x"] == TREATY, query


def test_names_in_strings_and_comments_are_no_parameters() -> None:
    query = 'SELECT ?xy { ?xy ?X \'?x\', """?x""", <http://a/?x>, e:a\\?x ; e:service ?x } # ?x'
    assert bind(query, {"x": "http://e/a"}) == query.replace("e:service ?x", "e:service <http://e/a>")


@pytest.mark.parametrize(
    ("query", "where"),
    [
        ("SELECT ?s { ?s br:signatory ?o .\n ?s ?x ?o }", "line 2, column 5"),
        ("SELECT ?x { BIND(1 AS ?x) }", "line 1, column 23"),
        ("SELECT ?x { VALUES ?x { 1 } }", "line 1, column 20"),
        ("SELECT ?s { GRAPH ?x { ?s ?p ?o } }", "line 1, column 19"),
    ],
)
def test_a_value_that_cannot_stand_there_is_refused(run: Run, query: str, where: str) -> None:
    done = run("sparql", query, "-p", "x=PRK", code=2)
    assert f"‘PRK’ cannot stand for ?x at {where} of the query" in done.stderr
    assert "such as e:PRK" in done.stderr


# ------------------------------------------------------------------------------------------------ FROM


@pytest.mark.parametrize("kind", ["FROM", "FROM NAMED", "from#x\n", "FROM <http://x/y> FROM"])
def test_from_is_refused(run: Run, kind: str) -> None:
    query = f"SELECT (COUNT(*) AS ?from)\n{kind} <{VIEWS['outlook']}> WHERE {{ ?from ?p ?o }}"
    done = run("sparql", query, code=2)
    assert "chooses its graphs by FROM, at line 2, column 1" in done.stderr
    assert "--view" in done.stderr


def test_the_word_from_is_no_crime(run: Run) -> None:
    query = (
        "PREFIX from: <http://x/> SELECT ?from { ?from br:signatory ?o FILTER(?from != from:a && 'FROM <x>' != '') }"
    )
    assert TREATY in rows(run, query + " # FROM <x>")


# ------------------------------------------------------------------------------------------------ GRAPH ?g


def test_a_variable_graph_is_one_that_people_wrote(run: Run) -> None:
    assert rows(run, "SELECT ?g ?o { GRAPH ?g { e:defence-pact-2024 br:signatory ?o } } ORDER BY ?o") == [
        f"{CLAIM}report-020,https://w3id.org/bilateral/id/{state}" for state in ("PRK", "RUS")
    ]
    graphs = rows(run, "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }")
    assert {g for g in graphs if g.startswith(GRAPH) and not g.startswith((REGISTER, f"{GRAPH}reference/"))} == set()
    assert any(g.startswith(REGISTER) for g in graphs)
    named = f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{VIEWS['asserted']}> {{ e:defence-pact-2024 br:signatory ?o }} }}"
    assert rows(run, named) == ["2"]


#: Ways to write a variable graph, each with the number of claims among a claim, a register and three views.
ANY_GRAPH = [
    "SELECT ?g { GRAPH ?g { ?s ?p ?o } }",
    "select ?g{graph$g{?s?p?o}}",
    "SELECT ?g { GRAPH#x {\n?g # y\r{ OPTIONAL { ?s ?p ?o } } }",
    "SELECT ?g { GRAPH ?g {} }",
    "SELECT ?g { { GRAPH ?g { ?s ?p ?o } } UNION { ?s ?p 1GRAPH?g{} } }",
    "SELECT ?g { { SELECT ?g { GRAPH ?g { ?s (<http://p>|^<http://q>)+ 'o' } } } }",
    "SELECT ?g { GRAPH ?g { ?s ?p 'o' FILTER NOT EXISTS { GRAPH ?h { ?s ?p 'GRAPH ?g {' } } } } # GRAPH ?g {",
    "SELECT ?g ?graph ?z { GRAPH ?g { ?graph ?p ?z } }",
    "SELECT ?g { VALUES ?g { <VIEW> <CLAIM> <REGISTER> } GRAPH ?g { ?s ?p ?o } }",
]


@pytest.mark.parametrize("query", ANY_GRAPH)
def test_however_it_is_written(query: str) -> None:
    places = [f"{CLAIM}a", f"{REGISTER}facts/a.trig", *VIEWS.values(), f"{GRAPH}names"]
    store = View.of(("http://s", "http://p", Literal("o"), place) for place in places)
    asked = query.replace("VIEW", places[2]).replace("CLAIM", places[0]).replace("REGISTER", places[1])
    found = store.query(asked)
    assert not isinstance(found, bool)
    at = found[0].index("g")
    assert sorted(str(row[at]) for row in found[1]) == places[:2]


def test_words_that_look_like_a_variable_graph_change_nothing() -> None:
    for query in (
        "SELECT ?graph ?g { ?graph ?p ?g }", "SELECT ?graph ?g { ?graph ?p ?g } GROUP BY ?graph ?g",
        "DESCRIBE e:graph ?g { ?g a ?t }", "SELECT ?g { GRAPH <http://x> { ?g ?p 'GRAPH ?g { ' } }", "GRAPH ?g {",
    ):  # fmt: skip
        assert among_texts(query) == query


def test_a_subquery_in_a_variable_graph_is_refused(run: Run) -> None:
    """The engine does not say in which graph it found something."""
    done = run("sparql", "SELECT ?g ?s {\n GRAPH ?g { { SELECT ?s { ?s br:signatory '}' } } } }", code=2)
    assert "GRAPH ?g holds a subquery, at line 2, column 15" in done.stderr
    beside = "SELECT ?s { GRAPH ?g { ?s br:signatory e:PRK } { SELECT ?s { ?s br:signatory e:RUS } } }"
    assert TREATY in rows(run, beside)
