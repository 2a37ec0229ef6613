"""The ontology as others read it: every term described, a reasoner content with it and with the facts, examples to copy."""

from __future__ import annotations

import itertools
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import owlready2
import pytest
from kg.text.terms import BASE, NS, PREFIXES, VOCAB
from rdflib import OWL, RDF, RDFS, SKOS, XSD, Dataset, Graph, Literal, Namespace, Node, URIRef

from conftest import ROOT, Run

BR = Namespace(NS)
ONTOLOGY = ROOT / "ontology"
EXAMPLES = sorted((ONTOLOGY / "examples").glob("*.trig"))
STARTER = ROOT / "kg/starter/facts"
LANGUAGES = ["en", "ko", "ru"]
PROPERTIES = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
KINDS = (OWL.Class, *PROPERTIES, RDFS.Datatype, SKOS.Concept, SKOS.ConceptScheme)
HEAD = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())


def ontology() -> Graph:
    graph = Graph()
    for path in sorted(ONTOLOGY.glob("*.ttl")):
        if path.name != "shapes.ttl":
            graph.parse(path)
    return graph


TERMS = ontology()


def ours(*kinds: URIRef) -> list[URIRef]:
    found = {s for kind in kinds for s in TERMS.subjects(RDF.type, kind)}
    return sorted(s for s in found if isinstance(s, URIRef) and is_ours(s))


def is_ours(iri: URIRef) -> bool:
    return str(iri).startswith((NS, VOCAB))


def texts(term: Node, *properties: URIRef) -> list[Literal]:
    return [o for p in properties for o in TERMS.objects(term, p) if isinstance(o, Literal)]


# ---------------------------------------------------------------------- what people read


def test_every_term_has_a_name_in_three_languages_a_definition_and_a_home() -> None:
    lacking = {}
    for term in ours(*KINDS):
        names = sorted(str(o.language) for o in texts(term, RDFS.label, SKOS.prefLabel))
        defined = sorted(str(o.language) for o in texts(term, SKOS.definition))
        home = [str(o) for o in TERMS.objects(term, RDFS.isDefinedBy)]
        expected = BASE + ("ns" if term.startswith(NS) else "vocab")
        if (names, home) != (LANGUAGES, [expected]) or defined not in (["en"], LANGUAGES):
            lacking[str(term)] = (names, defined, home)
    assert lacking == {}
    assert len(ours(*KINDS)) > 500


def test_no_two_properties_go_by_one_name() -> None:
    names = Counter(str(o) for p in ours(*PROPERTIES) for o in texts(p, RDFS.label) if o.language == "en")
    assert [name for name, n in names.items() if n > 1] == []


def test_every_concept_hangs_in_a_scheme() -> None:
    for concept in ours(SKOS.Concept):
        (scheme,) = TERMS.objects(concept, SKOS.inScheme)
        assert (scheme, RDF.type, SKOS.ConceptScheme) in TERMS
        top = (concept, SKOS.topConceptOf, scheme) in TERMS
        assert top == ((scheme, SKOS.hasTopConcept, concept) in TERMS), concept
        assert top != ((concept, SKOS.broader, None) in TERMS), concept


def test_what_is_deprecated_says_what_to_write_instead() -> None:
    old = set(TERMS.subjects(OWL.deprecated, Literal(True)))
    assert {BR.aimsAt, BR.belongsTo} <= old
    for term in old - set(ours(SKOS.ConceptScheme)):
        assert texts(term, RDFS.comment), term
    replacing = [o for s in old for o in TERMS.objects(s, URIRef(PREFIXES["dcterms"] + "isReplacedBy"))]
    assert replacing
    assert not set(replacing) & old


def test_published_scores_are_where_they_were_published() -> None:
    scored = {s for p in (BR.goldstein, BR.ploverScore) for s in TERMS.subjects(p)}
    assert {s.rsplit("/", 1)[0] for s in map(str, scored)} == {VOCAB + "plover", VOCAB + "cameo"}


# ---------------------------------------------------------------------- what people copy


def templates() -> Iterator[tuple[str, str]]:
    for kind in ours(OWL.Class):
        for text in texts(kind, SKOS.example):
            yield str(kind).removeprefix(NS), str(text)


@pytest.mark.parametrize(("kind", "text"), list(templates()), ids=lambda x: x if x.isidentifier() else "")
def test_a_template_can_be_copied(kind: str, text: str) -> None:
    copied = Dataset()
    copied.parse(data=HEAD + text, format="trig")
    used = {n for quad in copied.quads() for n in quad[:3] if isinstance(n, URIRef) and is_ours(n)}
    assert [n for n in sorted(used) if (n, RDF.type, None) not in TERMS] == []
    assert BR[kind] in used | {o for p in used for o in TERMS.objects(p, RDFS.range)}


def test_a_class_that_people_write_has_a_template() -> None:
    computed = {BR.DerivedGraph, BR.RegisterGraph, BR.Disagreement}
    assert set(ours(OWL.Class)) - {BR[kind] for kind, _ in templates()} == {BR.Actor, *computed}


#: What is asked of each example, and the answer.
ASKED = {
    "agreements": (("e:river-treaty", "in force"), "in force on: 2020-07-03"),
    "aims": (("e:tunnel-aim", "goal"), "goal: Visits across the border"),
    "arms": (("e:heron-order", "number"), "number ordered: 6"),
    "coding": (("e:may-talks", "date"), "date as known: 2024-05"),
    "conflicts": (("e:island-clash-aurelia", "hostility"), "hostility level: use of force"),
    "contiguity": (("e:aurelia-borealia-border", "contiguity"), "kind of contiguity: by river"),
    "memberships": (("e:aurelia-joins", "status"), "status of membership: full member"),
    "missions": (("e:aurelian-embassy-2016", "level"), "level of mission: chargé d’affaires"),
    "sanctions": (("e:island-embargo", "reason"), "stated reason: armed attack"),
    "states": (("e:old-union-in-list", "date"), "date as known: 1881/1920"),
    "trade": (("e:border-crossing", "capacity"), "capacity (people): 900 / day"),
    "visits": (("e:state-visit-2018", "level"), "level of visit: state visit"),
    "votes": (("e:fishing-abstention", "ballot"), "ballot: abstention"),
}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.stem)
def test_an_example_passes_the_checks_and_answers(path: Path, workspace: Path, run: Run) -> None:
    shutil.copy(path, workspace / "facts")
    assert run("check", cwd=workspace, code=0).stderr == "kg: No findings: the facts pass every check.\n"
    question, answer = ASKED[path.stem]
    assert answer in run("fact", *question, cwd=workspace, code=0).stdout.splitlines()


def test_every_example_is_asked_and_pointed_at() -> None:
    assert {path.stem for path in EXAMPLES} == set(ASKED)
    pointed = {str(o).rsplit("/", 1)[1] for o in TERMS.objects(None, RDFS.seeAlso) if f"{BASE}examples/" in str(o)}
    assert {path.name for path in EXAMPLES} == pointed


def test_a_wrong_example_is_found(workspace: Path, run: Run) -> None:
    """A shape for each kind of relation: without one the checks would say nothing."""
    wrong = {
        "agreements": (" ; br:ofAgreement e:river-treaty ; br:date", " ; br:date"),
        "arms": (" ; br:item e:heron-boat", ""),
        "coding": (' ; br:codedOn "2024-06-02"', ""),
        "conflicts": ("br:belligerent e:XBB ; ", ""),
        "contiguity": ("br:contiguityType contiguity:river", "br:contiguityType membership:full"),
        "memberships": ("br:memberIn e:coastal-league", "br:memberIn e:port-lumen"),
        "missions": ("br:receiver e:XBB ; ", ""),
        "sanctions": ("br:sanctionKind sanction:arms-embargo ; ", ""),
        "states": ("br:cowCode 995 ; br:date", "br:date"),
        "trade": ('br:hsCode "44"', 'br:hsCode "4.4"'),
        "visits": ("visit:state", "level:consul"),
        "votes": (" ; br:ballot ballot:yes", ""),
    }
    for name, (good, bad) in wrong.items():
        text = (ONTOLOGY / f"examples/{name}.trig").read_text(encoding="utf-8")
        assert good in text, name
        prefixes = "".join(f"@prefix {p}: <{PREFIXES[p]}> .\n" for p in ("membership", "level"))
        (workspace / f"facts/{name}.trig").write_text(prefixes + text.replace(good, bad), encoding="utf-8")
    found = run("check", cwd=workspace, code=1).stdout
    assert {line.split(":")[0] for line in found.splitlines() if ": error: " in line} == {
        f"facts/{name}.trig" for name in wrong
    }


# ---------------------------------------------------------------------- what a reasoner makes of it


def facts(*folders: Path) -> Iterator[tuple[Node, Node, Node]]:
    for path in itertools.chain.from_iterable(sorted(folder.rglob("*.trig")) for folder in folders):
        data = Dataset()
        data.parse(path, format="trig")
        yield from ((s, p, o) for s, p, o, _ in data.quads())


def reason(tmp_path: Path, *parts: Graph) -> owlready2.World:
    """HermiT on all parts as one ontology. Raises OwlReadyInconsistentOntologyError, and OwlReadyJavaError for no OWL 2."""
    whole = sum(parts, Graph())
    whole.serialize(tmp_path / "whole.nt", format="nt", encoding="utf-8")
    world = owlready2.World()
    world.get_ontology((tmp_path / "whole.nt").as_uri()).load()
    owlready2.sync_reasoner_hermit(world, debug=0, ignore_unsupported_datatypes=False)
    return world


def written(text: str) -> Graph:
    return Graph().parse(data=HEAD + text, format="turtle")


def test_hermit_accepts_the_ontology_and_all_facts(tmp_path: Path) -> None:
    data = Graph()
    for triple in facts(ROOT / "facts", STARTER, ONTOLOGY / "examples"):
        data.add(triple)
    typed = sorted({str(o) for o in data.objects() if isinstance(o, Literal) and o.datatype == XSD.date})
    assert typed == [], "dates that OWL 2 does not know: write them as plain text"
    reason(tmp_path, TERMS, data)


#: Facts that cannot be: each is wrong by an axiom of its own.
WRONG = {
    "a person who is a river": "e:x a br:Person , br:River .",
    "an agreement signed by a document": "e:x a br:Agreement ; br:signatory d:y . d:y a br:Document .",
    "a region that acts": "e:x a br:Region . e:s a br:Statement ; br:actor e:x .",
    "a service among the arms": "e:x a br:Service , br:Weapon .",
    "a state for a climate": "e:x a br:RelationPhase ; br:climate e:XAA . e:XAA a br:State .",
    "a claim about itself as an event": "c:x a br:Claim ; br:eventType ev:meet .",
    "a date in words": 'e:x a br:Agreement ; br:signedOn "last spring" .',
    "a number in words": 'e:x a br:Measure ; br:value "ten" .',
    "a coding that is a document": "d:x a br:Document , br:Coding .",
}


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_hermit_finds_a_wrong_fact(text: str, tmp_path: Path) -> None:
    with pytest.raises(owlready2.OwlReadyInconsistentOntologyError):
        reason(tmp_path, TERMS, written(text))


#: What is written, and what follows in the words of others.
FOLLOWS = """
c:a br:corroborates c:b ; br:supersedes c:b ; br:inDocument d:a . d:a br:coding e:coding . e:coding br:codedBy e:ann .
e:ann a br:Person ; br:organOf e:XAA ; br:memberOf e:league ; br:graduateOf e:school .
e:league a br:InternationalOrganization . e:port br:within e:XAA . e:XAA a br:State . e:cold-war a br:Period .
e:talks br:actor e:ann ; br:location e:port ; br:eventType ev:meet ; br:partOf e:summit .
e:length br:measureOf e:tunnel . e:office a br:Office . e:goods a br:Goods . e:river a br:River .
e:term br:holder e:ann . e:land br:within e:port . e:land a br:Place , br:Actor .
e:parcel a br:Transfer ; br:item e:gun . e:gun a br:Weapon .
"""
FOLLOWING = """
c:a a <http://www.w3.org/ns/prov#Entity> ; prov:wasRevisionOf c:b ; prov:hadPrimarySource d:a ;
  <http://purl.org/spar/cito/agreesWith> c:b ; <http://purl.org/spar/cito/updates> c:b .
d:a a <https://schema.org/CreativeWork> , <http://www.cidoc-crm.org/cidoc-crm/E31_Document> .
e:coding a prov:Activity , <http://www.cidoc-crm.org/cidoc-crm/E7_Activity> ; prov:wasAssociatedWith e:ann .
e:ann a prov:Person , <https://schema.org/Person> , <http://www.cidoc-crm.org/cidoc-crm/E21_Person> ;
  prov:actedOnBehalfOf e:XAA ; <https://schema.org/memberOf> e:league ; <https://schema.org/alumniOf> e:school .
e:league a <http://www.w3.org/ns/org#Organization> , <https://schema.org/Organization> .
e:term a <http://www.w3.org/ns/org#Membership> . e:office a <http://www.w3.org/ns/org#Post> .
e:XAA a <https://schema.org/Country> , <http://www.opengis.net/ont/geosparql#Feature> .
e:port <https://schema.org/containedInPlace> e:XAA . e:land <http://www.opengis.net/ont/geosparql#sfWithin> e:XAA .
e:cold-war a <http://www.w3.org/2006/time#TemporalEntity> .
e:talks a <http://semanticweb.cs.vu.nl/2009/11/sem/Event> ; <http://semanticweb.cs.vu.nl/2009/11/sem/hasActor> e:ann ;
  <https://schema.org/location> e:port ; <http://semanticweb.cs.vu.nl/2009/11/sem/eventType> ev:meet ;
  dcterms:isPartOf e:summit .
e:length a <https://schema.org/Observation> ; <https://schema.org/observationAbout> e:tunnel .
e:goods a <https://schema.org/Product> . e:river a <https://schema.org/RiverBodyOfWater> .
e:land a br:State . e:parcel a br:ArmsTransfer .
"""


def test_hermit_draws_the_conclusions_that_the_alignments_promise(tmp_path: Path) -> None:
    """A promised property gets a class of all that have it and one of all its values: are the things among them?"""
    asked, expected = Graph(), set[tuple[URIRef, Node]]()
    for thing, p, o in written(FOLLOWING):
        if p == RDF.type:
            expected.add((URIRef(str(o)), thing))
            continue
        having, values = URIRef(f"{BASE}having/{p}"), URIRef(f"{BASE}values/{p}")
        asked += ((having, RDF.type, OWL.Class), (p, RDFS.domain, having))
        asked += ((values, RDF.type, OWL.Class), (p, RDFS.range, values))
        expected |= {(having, thing), (values, o)}
    for _, thing in expected:
        asked.add((thing, RDF.type, OWL.NamedIndividual))
    world = reason(tmp_path, TERMS, written(FOLLOWS), asked)
    found = {(kind, thing) for kind, thing in expected if world[str(thing)] in world[str(kind)].instances()}
    assert expected - found == set()


def test_a_speaker_is_not_the_author_of_the_graph() -> None:
    above = set(TERMS.transitive_objects(BR.statedBy, RDFS.subPropertyOf)) - {BR.statedBy}
    assert above == set()


def test_a_date_is_edtf_wherever_one_is_written() -> None:
    text = (ONTOLOGY / "bilateral.ttl").read_text(encoding="utf-8")
    (pattern,) = re.findall(r'br:EDTF a rdfs:Datatype(?:.*\n)*?.*xsd:pattern "(.*)" \]', text)
    allowed = re.compile(pattern.replace("\\\\", "\\"))
    assert all(map(allowed.fullmatch, ("2024", "199X", "2024-06", "2024-06-19", "1991~", "2024-02/..", "../1991~")))
    assert not any(map(allowed.fullmatch, ("", "/", "last spring", "19.6.2024", "2024-6", "2024/2025/2026")))
    assert (BR.date, RDFS.range, BR.EDTF) in TERMS
