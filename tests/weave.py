"""Networks from a few lines of TriG, by the same steps as a build: read, derive, tie, project."""

from __future__ import annotations

from functools import cache
from typing import Any

import networkx as nx
from kg.claims.quads import MemoryQuads
from kg.claims.sides import Sides
from kg.claims.ties import Ties
from kg.compile.background import Background
from kg.compile.change import link, replace, settle
from kg.compile.ontology import load_ontology
from kg.compile.read import read_bytes
from kg.compile.ties import TieRules
from kg.network.project import Slice, project
from kg.text.terms import PREFIXES, TYPE, br
from kg.values.claims import Quad
from kg.workspace import Workspace

from conftest import ROOT

REFERENCE = """
g:reference a br:ReferenceGraph .
g:reference {
  e:XAA a br:State ; rdfs:label "Aurelia"@en ; br:iso3 "XAA" . e:XBB a br:State ; rdfs:label "Borduria"@en .
  e:XCC a br:State ; rdfs:label "Corvia"@en . e:XDD a br:State ; rdfs:label "Dravia"@en .
  e:ann a br:Person ; rdfs:label "Ann"@en . e:bob a br:Person ; rdfs:label "Bob"@en .
  e:army a br:ArmedForce ; rdfs:label "Army of Aurelia"@en ; br:organOf e:XAA .
  e:head-of-xaa a br:Office ; rdfs:label "Head of Aurelia"@en ; br:officeOf e:XAA .
  e:head-of-xbb a br:Office ; rdfs:label "Head of Borduria"@en ; br:officeOf e:XBB .
  e:bridge a br:Structure ; rdfs:label "Bridge"@en . e:paper a br:MediaOutlet ; rdfs:label "Paper"@en .
  e:herald a br:MediaOutlet ; rdfs:label "Herald"@en ; br:organOf e:XBB .
}
d:one a br:Document ; dcterms:title "One"@en ; dcterms:issued "2012"^^xsd:gYear .
d:two a br:Document ; dcterms:title "Two"@en ; dcterms:issued "2019-05-02"^^xsd:date .
"""


def claim(
    name: str, content: str, speaker: str = "e:paper", document: str = "d:one", stance: str = "stated", more: str = ""
) -> str:
    """One claim as TriG."""
    return (
        f"c:{name} {{ {content} }}\nc:{name} a br:Claim ; br:inDocument {document} ; br:statedBy {speaker} ; "
        f'br:stance stance:{stance} ; dcterms:description "{name}"@en {more} .\n'
    )


@cache
def _ontology() -> list[Quad]:
    store = MemoryQuads()
    load_ontology(store, Workspace(str(ROOT)).sources())
    return list(store.quads())


def table(*claims: str) -> Ties:
    """The ties of some claims."""
    head = "".join(f"@prefix {p}: <{iri}> .\n" for p, iri in PREFIXES.items())
    part = read_bytes("facts/test.trig", (head + REFERENCE + "".join(claims)).encode())
    assert not part.findings, part.findings
    store = MemoryQuads()
    store.add(_ontology())
    touched = replace(store, ["facts/test.trig"], [part])
    deriver = link(store, touched, whole=True)
    assert not deriver.findings, deriver.findings
    known = Background(store)
    settle(store, touched, Sides(store, known.basis))
    found = Ties()
    TieRules(store, known).fill(found, store.subjects(TYPE, br("Claim")))
    return found


def weave(*claims: str, scope: str = "actors", **cut: Any) -> nx.MultiDiGraph[str]:
    """The network of some claims."""
    return project(table(*claims), Slice(**cut), scope)


def edges(network: nx.MultiDiGraph[str]) -> set[tuple[Any, ...]]:
    """Source, target, rule, sign and weight of every edge."""
    return {(a, b, d["rule"], d["sign"], d.get("weight")) for a, b, d in network.edges(data=True)}
