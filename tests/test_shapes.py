"""The shapes as queries report what pySHACL reports."""

from __future__ import annotations

import itertools
from pathlib import Path

import pyoxigraph as ox
import pyshacl
import pytest
import rdflib
from kg.compile.read import read_bytes
from kg.compile.shapes import compile_shapes
from kg.engine import View
from kg.engine.parse import parse_turtle
from kg.errors import KgError
from kg.text.terms import BASE

from conftest import DATA, ROOT
from test_check import FAULTS, SAMPLE

SH = rdflib.Namespace("http://www.w3.org/ns/shacl#")
SHAPES = (ROOT / "ontology/shapes.ttl").read_bytes()


def ours(store: View, shapes: bytes) -> set[tuple[str, str]]:
    """(focus node, message) of every result."""
    found = set()
    for query in compile_shapes(list(parse_turtle(shapes))):
        columns, rows = store.select(query.query, union=True)
        for row in rows:
            message = query.message
            for name, value in zip(columns, row, strict=True):
                message = message.replace("{?" + name + "}", str(value))
            found.add((str(row[columns.index("focus")]), message))
    return found


def theirs(store: View, shapes: bytes) -> set[tuple[str, str]]:
    data = rdflib.Graph()
    triples = {ox.Triple(q.subject, q.predicate, q.object) for q in store._store}
    data.parse(data=ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b"", format="nt")
    rules = rdflib.Graph().parse(data=shapes, format="turtle")
    _, report, _ = pyshacl.validate(data, shacl_graph=rules, inference="none", allow_warnings=True)
    assert isinstance(report, rdflib.Graph)
    top = report.value(None, rdflib.RDF.type, SH.ValidationReport)
    return {
        (str(report.value(r, SH.focusNode)), str(next(report.objects(r, SH.resultMessage))))
        for r in report.objects(top, SH.result)
    }


def load(*texts: bytes) -> View:
    quads = []
    for name, graph in (("bilateral.ttl", "ns"), ("vocab.ttl", "vocab")):
        triples = parse_turtle((ROOT / "ontology" / name).read_bytes())
        named = [t for t in triples if not any(str(n).startswith("_:") for n in t)]
        quads += [(str(s), p, o, BASE + graph) for s, p, o in named]
    for i, text in enumerate(texts):
        quads += read_bytes(f"facts/{i}.trig", text).quads
    return View.of(quads)


def broken() -> bytes:
    text = SAMPLE
    for good, bad, _ in FAULTS:
        if text.count(good) == 1:
            text = text.replace(good, bad)
    return text.encode()


@pytest.mark.parametrize(
    "texts",
    [
        [p.read_bytes() for p in sorted(Path(ROOT / "facts").rglob("*.trig"))],
        [(DATA / "sample.trig").read_bytes()],
        [broken()],
    ],
    ids=["facts", "sample", "broken"],
)
def test_same_nodes_and_messages_as_pyshacl(texts: list[bytes]) -> None:
    store = load(*texts)
    mine, reference = ours(store, SHAPES), theirs(store, SHAPES)
    assert mine == reference
    assert mine, "a comparison of nothing proves nothing"


PREFIXES = b"@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix x: <http://x/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
CONSTRAINTS = [
    "sh:minCount 2", "sh:maxCount 1", "sh:maxCount 2", "sh:datatype xsd:integer", "sh:nodeKind sh:IRI", "sh:nodeKind sh:Literal", 'sh:pattern "^a"', "sh:minLength 3",
    "sh:maxLength 2", "sh:minInclusive 2", "sh:maxInclusive 2", "sh:in ( 1 2 x:b )", "sh:hasValue 3", "sh:class x:C", "sh:uniqueLang true", "sh:lessThan x:q",
    "sh:lessThanOrEquals x:q", "sh:not x:Three", "sh:node x:Three", "sh:or ( x:Three x:Named )", "sh:and ( x:Three x:Named )", "sh:minCount 1 ; sh:nodeKind sh:IRI",
]  # fmt: skip
VALUES = ["", "1", "2 , 3", '"a"', '"abc" , "b"', "x:b", "x:b , x:c", '"a"@en , "b"@en', '"a"@en , "b"@ru']


@pytest.mark.parametrize("constraint", CONSTRAINTS)
def test_each_understood_part_of_shacl(constraint: str) -> None:
    shapes = (
        PREFIXES
        + b"x:Three a sh:NodeShape ; sh:hasValue 3 . x:Named a sh:NodeShape ; sh:property [ sh:path x:name ; sh:minCount 1 ] .\n".replace(
            b"sh:hasValue 3", b"sh:in ( 3 )"
        )
    )
    shapes += f'x:S a sh:NodeShape ; sh:targetClass x:T ; sh:property [ sh:path x:p ; {constraint} ; sh:message "bad" ] .'.encode()
    lines = [
        f"x:n{i} a x:T . {f'x:n{i} x:p {v} .' if v else ''} x:n{i} x:q {q} ."
        for i, (v, q) in enumerate(itertools.product(VALUES, ("2", "5")))
    ]
    data = (
        PREFIXES
        + (
            "\n".join(lines)
            + " x:b a x:C ; x:name 1 . x:D <http://www.w3.org/2000/01/rdf-schema#subClassOf> x:C . x:c a x:D ."
        ).encode()
    )
    store = View.of((str(s), p, o, "http://x/g") for s, p, o in parse_turtle(data))
    assert ours(store, shapes) == theirs(store, shapes)


def test_a_shape_that_is_not_understood_is_an_error() -> None:
    shapes = PREFIXES + b"x:S a sh:NodeShape ; sh:targetClass x:T ; sh:xone ( x:A x:B ) ."
    with pytest.raises(KgError, match="sh:xone"):
        compile_shapes(list(parse_turtle(shapes)))
