"""Disagreements found unaided: twelve pairs planted, six real and six compatible."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from conftest import Run

_HEAD = """@prefix br: <https://w3id.org/bilateral/ns#> .
@prefix e: <https://w3id.org/bilateral/id/> .
@prefix c: <https://w3id.org/bilateral/claim/> .
@prefix d: <https://w3id.org/bilateral/doc/> .
@prefix g: <https://w3id.org/bilateral/graph/> .
@prefix stance: <https://w3id.org/bilateral/vocab/stance/> .
@prefix ev: <https://w3id.org/bilateral/vocab/event/> .
@prefix ind: <https://w3id.org/bilateral/vocab/indicator/> .
@prefix cmp: <https://w3id.org/bilateral/vocab/comparator/> .
@prefix scale: <https://w3id.org/bilateral/vocab/scale/> .
@prefix unit: <http://qudt.org/vocab/unit/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""
_THINGS = """g:reference a br:ReferenceGraph . g:reference {
  e:XAA a br:State ; rdfs:label "Aurelia"@en ; br:iso3 "XAA" .
  e:XBB a br:State ; rdfs:label "Borealia"@en ; br:iso3 "XBB" .
  e:ann a br:Person ; rdfs:label "Ann"@en . e:bob a br:Person ; rdfs:label "Bob"@en . e:cy a br:Person ; rdfs:label "Cy"@en .
  e:premier a br:Office ; rdfs:label "Premier"@en ; br:officeOf e:XAA .
  e:envoy a br:Office ; rdfs:label "Envoy"@en ; br:officeOf e:XBB .
  e:dam a br:Structure ; rdfs:label "Dam"@en . e:pier a br:Structure ; rdfs:label "Pier"@en .
  e:ford a br:Structure ; rdfs:label "Ford"@en . e:quay a br:Structure ; rdfs:label "Quay"@en .
  e:plan a br:Project ; rdfs:label "Plan"@en . e:scheme a br:Project ; rdfs:label "Scheme"@en .
  e:pact a br:Agreement ; rdfs:label "Pact"@en . e:treaty a br:Agreement ; rdfs:label "Treaty"@en .
  e:talks a br:Meeting ; rdfs:label "Talks"@en . e:summit a br:Meeting ; rdfs:label "Summit"@en .
  e:north a br:Place ; rdfs:label "North"@en . e:south a br:Place ; rdfs:label "South"@en .
  e:harbour a br:Place ; rdfs:label "Harbour"@en ; br:within e:north .
  e:troops a br:ArmedForce ; rdfs:label "Troops"@en .
  e:paper a br:MediaOutlet ; rdfs:label "Paper"@en . e:wire a br:MediaOutlet ; rdfs:label "Wire"@en .
}
d:one a br:Document ; dcterms:title "One" ; dcterms:creator e:paper ; dcterms:issued "2024-09-01" ; br:textHash "HASH" .
d:two a br:Document ; dcterms:title "Two" ; dcterms:creator e:wire ; dcterms:issued "2024-09-02" ; br:textHash "HASH" .
""".replace("HASH", "0" * 64)


_MET = "e:{} a br:Meeting ; br:eventType ev:meet ; br:actor e:ann , e:bob ; br:location e:{} ."


def _length(thing: str, value: str, unit: str, comparator: str = "exact") -> str:
    return (
        f"e:{{n}} a br:Measure ; br:measureOf e:{thing} ; br:indicator ind:length ; br:value {value} ; "
        f"br:unit {unit} ; br:comparator cmp:{comparator} ."
    )


def _term(who: str, office: str, date: str) -> str:
    return f'e:{{n}} a br:TermOfOffice ; br:holder e:{who} ; br:office e:{office} ; br:date "{date}" .'


#: What two claims say of one thing.
REAL = {
    "date": (
        'e:pact a br:Agreement ; br:signatory e:XAA , e:XBB ; br:signedOn "2024-06-19" .',
        'e:pact a br:Agreement ; br:signatory e:XAA , e:XBB ; br:signedOn "2024-07" .',
    ),
    "unit": (_length("dam", "850", "unit:M"), _length("dam", "1", "unit:KiloM")),
    "place": (_MET.format("talks", "north"), _MET.format("talks", "south")),
    "office": (_term("ann", "premier", "2020/2023"), _term("bob", "premier", "2022/..")),
    "text": ("e:plan br:timetablePublished true .", "e:plan br:timetablePublished false ."),
    "count": (
        "e:{n} a br:Measure ; br:measureOf e:troops ; br:indicator ind:troops ; br:value 12 ; br:unit scale:thousand .",
        "e:{n} a br:Measure ; br:measureOf e:troops ; br:indicator ind:troops ; br:value 15000 ; br:unit unit:NUM .",
    ),
}
COMPATIBLE = {
    "date": (
        'e:treaty a br:Agreement ; br:signatory e:XAA , e:XBB ; br:signedOn "2024-06-19" .',
        'e:treaty a br:Agreement ; br:signatory e:XAA , e:XBB ; br:signedOn "2024" .',
    ),
    "unit": (_length("pier", "0.85", "unit:KiloM"), _length("pier", "850", "unit:M")),
    "rounded": (_length("ford", "980", "unit:M"), _length("ford", "1", "unit:KiloM", "about")),
    "place": (_MET.format("summit", "north"), _MET.format("summit", "harbour")),
    "office": (_term("ann", "envoy", "2018/2021"), _term("cy", "envoy", "2021/..")),
    "text": ("e:scheme br:timetablePublished true .", "e:scheme br:timetablePublished true ."),
}


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with the twelve pairs, nobody linked to anybody."""
    root = tmp_path_factory.mktemp("planted")
    text = _HEAD + _THINGS
    for kind, pairs in (("real", REAL), ("same", COMPATIBLE)):
        for name, pair in pairs.items():
            for i, (said, paper) in enumerate(zip(pair, (("one", "paper"), ("two", "wire")), strict=True)):
                claim = f"{kind}-{name}-{i}"
                text += (
                    f"c:{claim} {{ {said.replace('{n}', claim)} }}\n"
                    f"c:{claim} a br:Claim ; br:inDocument d:{paper[0]} ; br:statedBy e:{paper[1]} ; "
                    f'br:stance stance:stated ; dcterms:description "What {paper[1]} says of {name}."@en ; '
                    'br:passage [ br:section "p. 1" ] .\n'
                )
    (root / "facts").mkdir()
    (root / "facts" / "all.trig").write_text(text, encoding="utf-8")
    return root


def test_exactly_the_six_real_disagreements_are_found(run: Run, planted: Path) -> None:
    result = run("conflicts", "--format", "json", "-C", str(planted))
    found = sorted(tuple(c["id"] for c in d["claims"]) for d in json.loads(result.stdout))
    assert found == sorted((f"real-{name}-0", f"real-{name}-1") for name in REAL)


def test_values_stand_in_the_title_as_their_sources_gave_them(run: Run, planted: Path) -> None:
    said = run("conflicts", "-C", str(planted)).stdout
    for title in (
        "Dam, length: 850 m / 1 km",
        "Pact, signed on: 2024-06-19 / 2024-07",
        "Talks, location: North / South",
        "Premier, holder: Ann / Bob",
        "Troops, troops: 12 thousand / 15,000",
    ):
        assert title in said.replace("\n", " "), said


def test_a_query_sees_them_too(run: Run, planted: Path) -> None:
    query = (
        "SELECT ?what (GROUP_CONCAT(?id; separator=' ') AS ?claims) WHERE { GRAPH g:disagreements "
        "{ ?d br:about ?what ; br:disputant ?claim } BIND(STRAFTER(STR(?claim), 'claim/') AS ?id) } GROUP BY ?d ?what"
    )
    rows = json.loads(run("sparql", query, "--format", "json", "-C", str(planted), code=0).stdout)
    assert sorted(tuple(sorted(row["claims"].split())) for row in rows) == sorted(
        (f"real-{name}-0", f"real-{name}-1") for name in REAL
    )


def test_a_denial_is_set_against_who_says_so(run: Run, planted: Path, tmp_path: Path) -> None:
    import shutil

    copy = tmp_path / "denied"
    shutil.copytree(planted, copy)
    met = _MET.format("talks", "north")
    said = "; ".join(
        (
            "c:denial a br:Claim ; br:inDocument d:two ; br:statedBy e:wire ; br:stance stance:denied ",
            'dcterms:description "There were no talks in the north."@en ; br:passage [ br:section "p. 2" ] .\n',
        )
    )
    path = copy / "facts" / "all.trig"
    path.write_text(path.read_text(encoding="utf-8") + f"c:denial {{ {met} }}\n{said}", encoding="utf-8")
    found = json.loads(run("conflicts", "talks", "--format", "json", "-C", str(copy), code=0).stdout)
    assert ["denial", "real-place-0"] in [[c["id"] for c in d["claims"]] for d in found]


def test_fact_claim_and_brief_show_them(run: Run, planted: Path) -> None:
    there = ("-C", str(planted))
    facts = json.loads(run("fact", "dam", "length", "--format", "json", *there, code=0).stdout)
    assert {f["value"]: f["against"] for f in facts} == {"850 m": ["real-unit-1"], "1 km": ["real-unit-0"]}
    assert "set against it: real-unit-1" in run("fact", "dam", *there, code=0).stdout
    claim = run("claim", "real-unit-0", *there, code=0).stdout
    assert "contradicts: Dam, length: 850 m / 1 km [real-unit-1]" in claim
    assert "contradicts: Dam" not in run("claim", "real-place-0", *there, code=0).stdout
    brief = run("brief", "XAA", "XBB", *there, code=0).stdout
    assert "Pact, signed on: 2024-06-19 / 2024-07 (contradicts) [real-date-0, real-date-1]" in " ".join(brief.split())


def test_an_earlier_day_sees_no_dispute_with_what_came_later(run: Run, planted: Path) -> None:
    known = ("--known-at", "2024-09-01", "--format", "json", "-C", str(planted))
    (only,) = json.loads(run("fact", "dam", "length", *known, code=0).stdout)
    assert (only["value"], only["against"]) == ("850 m", [])
    assert run("conflicts", *known).returncode == 1
