"""Nothing gets out: whatever a query, a check, a shape or a query library says, no connection is made."""

from __future__ import annotations

import os
import random
import shutil
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import rdflib
from kg.compile.apart import build, check
from kg.engine import View
from kg.engine.guard import check_query
from kg.errors import BadQuery, KgError
from kg.graph import Graph
from kg.text.terms import VIEWS
from kg.workspace import Workspace
from rdflib.plugins.sparql import prepareQuery

from conftest import Run


class Ear:
    """A socket that listens and counts who comes."""

    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}/q"
        self.heard = 0
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while True:
            try:
                caller, _ = self._socket.accept()
            except OSError:  # closed
                return
            self.heard += 1
            caller.close()

    def close(self) -> None:
        self._socket.close()


@pytest.fixture(scope="module")
def ear() -> Iterator[Ear]:
    found = Ear()
    yield found
    found.close()


@pytest.fixture(scope="module")
def store() -> View:
    """One triple, so that joins have a row to send."""
    return View.of([("http://x/s", "http://x/p", "http://x/o", "http://x/g")])


#: Ways to hide the word from a reader that is not the engine's; URL stands for where it would call.
HIDDEN = [
    "SELECT * { SERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { SERVICE SILENT <URL> { ?s ?p ?o } }",
    "select*{service<URL>{?s?p?o}}",
    r"SELECT * { OPTIONAL { e:a\#b ?p ?o } SERVICE <URL> { ?s ?p ?o } }",
    "PREFIX : <URL> SELECT * { GRAPH ?g { ?a ?b ?c } SERVICE: { ?s ?p ?o } }",
    "PREFIX p: <URL> SELECT * { GRAPH ?g { ?a ?b ?c } SERVICEp: { ?s ?p ?o } }",
    "SELECT * { #x\rSERVICE <URL> { ?s ?p ?o }\n}",
    r"SELECT * { OPTIONAL { e:a\'b ?p ?o } SERVICE <URL> { ?s ?p ?o } FILTER('1'='1') }",
    "SELECT * { GRAPH ?g { ?a ?b ?c } OPTIONAL { ?s ?p 1SERVICE<URL>{ ?s ?p ?o } } }",
    "SELECT * { ?s ?p trueSERVICE<URL>{ ?s ?p ?o } }",
    "PREFIX : <URL> SELECT * { GRAPH ?g { ?a ?b ?c } FILTER(?a<?b)SERVICE#x>\n: { ?s ?p ?o } }",
    "SELECT * { VALUES ?u { <URL> } SERVICE ?u { ?s ?p ?o } }",
    "SELECT * { FILTER EXISTS { SERVICE <URL> { ?s ?p ?o } } }",
    "SELECT * { { SELECT * { SERVICE <URL> { ?s ?p ?o } } } }",
    "SELECT (EXISTS { SERVICE <URL> { ?s ?p ?o } } AS ?x) {}",
    "CONSTRUCT { ?s ?p ?o } { SERVICE <URL> { ?s ?p ?o } }",
    "ASK { MINUS { SERVICE <URL> { ?s ?p ?o } } }",
    r"SELECT * { \u0053ERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { ?s ?p '''it''s''' . SERVICE <URL> { ?s ?p ?o } FILTER('''a''' = 'b') }",
]
#: Queries in which the word is none of the keyword's business.
HARMLESS = [
    "SELECT ?service { ?service a br:Claim }",
    "PREFIX service: <http://x/> SELECT * { service:a service:b service:c }",
    "SELECT * { ?s rdfs:label 'a service' } # service",
    'SELECT * { ?s ?p <http://x/service/SERVICE> FILTER(STR(?p) != "SERVICE <http://x/> {}") }',
    "SELECT (COUNT(?Service) AS ?service) { ?Service ?p 'serv\\u0069ce' }",
    "SELECT * { e:service br:actor e:SERVICE }",
]


@pytest.mark.parametrize("query", HIDDEN)
def test_no_way_to_write_service_gets_past(query: str, store: View, ear: Ear) -> None:
    with pytest.raises(BadQuery):
        store.select(query.replace("URL", ear.url))
    assert ear.heard == 0


@pytest.mark.parametrize("query", HARMLESS)
def test_the_word_itself_is_no_crime(query: str) -> None:
    check_query(query)


def test_five_hundred_mutations_call_nobody(store: View, ear: Ear) -> None:
    """Cuts, doublings, swaps and odd characters around the word: each is refused, or runs and stays inside."""
    chance, glue = random.Random(10), [*"{}()<>.;,#'\"\\\r\n\t :?1", "", "''", '"""', "/*", "\\u0020", "\ufeff", "true"]
    ran = refused = 0
    for _ in range(500):
        query = chance.choice(HIDDEN).replace("URL", ear.url)
        for _ in range(chance.randint(1, 3)):
            at = chance.choice([query.upper().find("SERVICE"), chance.randrange(len(query))])
            kind = chance.randrange(4)
            if kind == 0:
                query = query[:at] + chance.choice(glue) + query[at:]
            elif kind == 1:
                query = query[: at + 7] + chance.choice(glue) + query[at + 7 :]
            elif kind == 2:
                query = query[:at] + query[at + 1 :]
            else:
                query = query[:at] + chance.choice(glue) + query[at + 1 :]
        try:
            store.select(query)
            ran += 1
        except KgError:
            refused += 1
    assert refused > 400
    assert ran + refused == 500
    assert ear.heard == 0


def test_checks_and_shapes_of_a_workspace_call_nobody(workspace: Path, ear: Ear) -> None:
    own, folder = Workspace(str(workspace)), workspace / "ontology"
    (folder / "checks").mkdir(parents=True)
    for i, hidden in enumerate(HIDDEN):
        query = hidden.replace("URL", ear.url)
        (folder / "checks/99-out.rq").write_text(f"# message: out\n# {i}\n{query}\n")
        with pytest.raises(KgError) as found:
            build(own)
        assert "99-out" in found.value.message
    (folder / "checks/99-out.rq").unlink()
    for hidden in HIDDEN:
        text = hidden.replace("URL", ear.url).replace("\\", "\\\\").replace('"""', '""\\"')
        shape = (
            "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix br: <https://w3id.org/bilateral/ns#> .\n"
            f'<http://x/Shape> a sh:NodeShape ; sh:targetClass br:Claim ; sh:sparql [ sh:select """{text} """ ] .\n'
        )
        (folder / "shapes.ttl").write_text(shape)
        with pytest.raises(KgError):
            check(own)
    assert ear.heard == 0


def test_named_queries_call_nobody(workspace: Path, run: Run, ear: Ear) -> None:
    (workspace / "ontology/queries").mkdir(parents=True)
    (workspace / "ontology/queries/out.rq").write_text("# title: out\n" + HIDDEN[3].replace("URL", ear.url))
    done = run("-C", str(workspace), "sparql", "out", code=2)
    assert "SERVICE would send data over the network" in done.stderr
    assert ear.heard == 0


def test_rdflib_calls_nobody(graph: Graph, ear: Ear) -> None:
    asserted, query = graph.rdflib.graph(rdflib.URIRef(VIEWS["asserted"])), HIDDEN[0].replace("URL", ear.url)
    with pytest.raises(BadQuery):
        asserted.query(query)
    with pytest.raises(TypeError, match="Pass the text"):
        asserted.query(prepareQuery(query))
    assert len(asserted.query("SELECT ?service { ?service <https://w3id.org/bilateral/ns#signatory> ?o }"))
    assert ear.heard == 0


def test_a_store_that_comes_with_a_workspace_is_not_believed(workspace: Path, tmp_path: Path, run: Run) -> None:
    """Somebody builds, changes a text so that it looks untouched, and hands on the whole folder."""
    run("-C", str(workspace), "build", code=0)
    text = workspace / "facts/XAA-XBB/everything.trig"
    times, words = text.stat(), text.read_text()
    text.write_text(words.replace("Some forty lorries", "Some fifty lorries"))
    os.utime(text, ns=(times.st_atime_ns, times.st_mtime_ns))
    received = tmp_path / "received"
    shutil.copytree(workspace, received)
    answer = run("brief", "XAA", "XBB", cwd=received, env={"XDG_CACHE_HOME": str(tmp_path / "home")}, code=0)
    assert "Some fifty lorries" in answer.stdout
