"""Any bytes as a facts file, any text as a name, any string as a query: an answer or a clear error, nothing else."""

from __future__ import annotations

import os

import kg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kg.claims.quads import MemoryQuads
from kg.compile.check import Checker
from kg.compile.read import read_bytes
from kg.compile.trig import Locator, chunks
from kg.engine.parse import parse_trig
from kg.errors import KgError
from kg.graph import Graph
from kg.starter import copy_starter
from kg.text.tokens import tokens

from conftest import DATA

SAMPLE = (DATA / "sample.trig").read_bytes()
TEXT = SAMPLE.decode()
relaxed = settings(
    deadline=None,
    max_examples=int(os.environ.get("KG_EXAMPLES", "100")),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
#: Texts made of the marks that TriG and SPARQL care about.
marks = st.text(alphabet=st.sampled_from(list("{}[]();,.<>\"'\\#@^?:|*+!= \n\tabeEPR019-_é김")), max_size=80)


def read(data: bytes) -> None:
    part = read_bytes("facts/x.trig", data)
    for finding in part.findings:
        assert finding.line >= 1
        assert finding.column >= 1
        assert finding.message
    store = MemoryQuads()
    store.add(part.quads)
    Checker(store, lambda name: data.decode("utf-8", "replace")).findings([], [])


@relaxed
@given(st.binary(max_size=300))
def test_any_bytes_as_a_facts_file(data: bytes) -> None:
    read(data)


@relaxed
@given(marks)
def test_any_marks_as_a_facts_file(text: str) -> None:
    read(text.encode())


@relaxed
@given(st.integers(0, len(SAMPLE)), st.integers(0, 60), st.binary(max_size=12))
def test_a_facts_file_with_a_hole(at: int, gone: int, put: bytes) -> None:
    read(SAMPLE[:at] + put + SAMPLE[at + gone :])


@relaxed
@given(st.integers(0, len(TEXT)), st.integers(0, 200), marks)
def test_statements_cover_the_text_and_have_their_lines(at: int, gone: int, put: str) -> None:
    text = TEXT[:at] + put + TEXT[at + gone :]
    assert all(text[t.start :].startswith(t.text) for t in tokens(text))
    ends = [0, *(e for c in chunks(text) for e in (c.start, c.end))]
    assert ends == sorted(ends)
    line, column = Locator(text).position(len(text))
    assert line == text.count("\n") + 1
    assert column >= 1


def test_reading_statement_by_statement_gives_what_the_whole_gives() -> None:
    prefixes = "".join(line + "\n" for line in TEXT.splitlines() if line.startswith("@prefix"))
    whole = {q for q in parse_trig(SAMPLE) if not any(str(n).startswith("_:") for n in q)}
    single = set()
    for chunk in chunks(TEXT):
        if not chunk.tokens[0].text.startswith("@"):
            single |= {
                q
                for q in parse_trig((prefixes + TEXT[chunk.start : chunk.end]).encode())
                if not any(str(n).startswith("_:") for n in q)
            }
    assert single == whole


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    """The starter's graph: what is made of a query is asked, and each query loads the whole store."""
    folder = tmp_path_factory.mktemp("small") / "ws"
    copy_starter(str(folder))
    return kg.open(str(folder))


@relaxed
@given(st.one_of(st.text(max_size=40), marks))
def test_any_text_as_a_name(graph: Graph, text: str) -> None:
    graph.search(text)
    for ask in (
        lambda: graph.facts(text),
        lambda: graph.facts("PRK", text),
        lambda: graph.claim(text),
        lambda: graph.brief(text, "RUS"),
    ):
        try:
            ask()
        except KgError as error:
            assert error.message


@relaxed
@given(
    st.one_of(
        st.text(max_size=60),
        marks,
        marks.map(lambda s: f"SELECT * WHERE {{ {s} }} LIMIT 3"),
        marks.map(lambda s: f"ASK {{ ?a ?b {s} }}"),
    )
)
def test_any_text_as_a_query(small: Graph, text: str) -> None:
    try:
        small.sparql(text)
    except KgError as error:
        assert error.message
        assert error.exit_code == 2


@relaxed
@given(st.text(max_size=20), st.text(max_size=20))
def test_any_text_as_a_parameter(small: Graph, key: str, value: str) -> None:
    try:
        small.sparql("SELECT ?x WHERE { ?x rdfs:label ?name } LIMIT 1", {"name": value})
        small.sparql("figures", {"thing": value})
        small.sparql("figures", {key: value})
    except KgError as error:
        assert error.message


@relaxed
@given(st.text(max_size=20))
def test_any_text_as_a_date(graph: Graph, text: str) -> None:
    try:
        graph.facts("PRK", "trade", as_of=text)
    except KgError as error:
        assert error.exit_code == 2


@pytest.mark.parametrize("size", [2_000, 20_000])
def test_deep_brackets_do_not_overflow(size: int) -> None:
    read(b"@prefix e: <http://e/> . e:a e:b " + b"[ e:c " * size)
    read(b"{" * size)
    read(b"(" * size)
