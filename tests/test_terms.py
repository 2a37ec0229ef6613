"""kg terms: what the words of the facts mean, found by any of their names, with texts that can be copied and pass."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from kg.ask.template import template
from kg.compile.build import build, check
from kg.graph import vocabulary
from kg.text.terms import br
from kg.workspace import Workspace

from conftest import ROOT, Run

#: What a writer fills into a text to copy, in the starter's workspace.
FILLED = {
    "e:WHOM": "e:XBB", "e:WHO": "e:XAA", "d:DOCUMENT": "d:note", "e:SPEAKER": "e:note-author", "e:AUTHOR": "e:note-author",
    "c:ONE": "c:note-3", "c:OTHER": "c:note-4", '"XXX"': '"XCC"',
}  # fmt: skip
KNOWN = vocabulary(Workspace(str(ROOT)))
CLASSES = [t for t, kind in KNOWN.kinds.items() if kind == "class" and not KNOWN.deprecated(t)]


def filled(text: str) -> str:
    for name, value in FILLED.items():
        text = re.sub(re.escape(name) + r"(?![\w-])", value, text)
    return text


@pytest.mark.parametrize("iri", CLASSES, ids=[t.partition("#")[2] for t in CLASSES])
def test_a_text_to_copy_passes_when_it_is_filled_in(iri: str, workspace: Path) -> None:
    (workspace / "facts/mine.trig").write_text(filled(template(KNOWN, iri)))
    shutil.rmtree(workspace / "sources")  # names in capitals are in no text
    space = Workspace(str(workspace))
    assert [f for f in check(space) if f.severity != "note"] == []
    assert build(space).published


def test_a_class_is_shown_with_a_whole_claim_to_copy(run: Run, workspace: Path) -> None:
    said = run("terms", "agreement", cwd=workspace, code=0).stdout
    assert "br:Agreement  agreement, соглашение, 협정 (class)" in said
    assert "br:signatory e:WHO , e:WHOM ;" in said
    assert "# or agr:defence" in said
    text = said[said.index("@prefix") :]
    (workspace / "facts/mine.trig").write_text(filled(text).replace("c:NAME", "c:mine"))
    shutil.rmtree(workspace / "sources")
    run("check", "--strict", cwd=workspace, code=0)
    assert "c:mine" in run("fact", "agreement", "--format", "json", cwd=workspace).stdout.replace('"mine"', '"c:mine"')


@pytest.mark.parametrize(
    ("word", "first"),
    [
        ("br:signatory", "br:signatory"),
        ("соглашение", "br:Agreement"),
        ("협정", "br:Agreement"),
        ("ev:meet", "ev:meet"),
        ("signed on", "br:signedOn"),
    ],
)
def test_terms_are_found_by_any_of_their_names(run: Run, word: str, first: str) -> None:
    assert run("terms", word, code=0).stdout.startswith(f"{first}  ")


def test_terms_are_found_with_typing_errors_and_by_their_definitions(run: Run) -> None:
    assert "br:Agreement " in run("terms", "agrement", code=0).stdout
    assert "br:edgeWeight" in run("terms", "conflict-cooperation scale", code=0).stdout
    assert "No term is called" in run("terms", "zzzzzzzz", code=1).stderr


def test_all_terms_are_listed_by_kind_and_in_every_language(run: Run) -> None:
    rows = run("terms", "--format", "tsv", code=0).stdout.splitlines()[1:]
    kinds = [row.split("\t")[0] for row in rows]
    assert kinds == sorted(kinds, key=["class", "property", "scheme", "concept"].index)
    assert set(kinds) == {"class", "property", "scheme", "concept"}
    assert "свойство" in run("terms", "signatory", "--lang", "ru", code=0).stdout
    assert "속성" in run("terms", "signatory", "--lang", "ko", code=0).stdout


def test_a_property_tells_its_values_and_a_name_given_up_its_heir(run: Run) -> None:
    said = run("terms", "agreementType", code=0).stdout
    assert re.search(r"said of +br:Agreement", said)
    assert re.search(r"one of +agr:consultation \(.*agr:defence", said)
    assert re.search(r"write instead +br:organOf", run("terms", "belongsTo", code=0).stdout)
    assert re.search(r"how many +one:", run("terms", "signedOn", code=0).stdout)
    told = json.loads(run("terms", "br:opposes", "--format", "json", code=0).stdout)
    assert (told["kind"], told["sign"]) == ("property", -1)


def test_what_can_be_said_of_a_kind_of_thing(run: Run) -> None:
    said = run("terms", "--for", "Meeting", code=0).stdout
    asked, usual = said.index("required:"), said.index("usual:")
    assert asked < said.index("br:eventType  ") < usual < said.index("br:date  ")
    assert "br:actor or br:recipient or br:host or br:participant" in said
    assert "A meeting needs at least two participants." in said
    uses = json.loads(run("terms", "--for", "claim", "--format", "json", code=0).stdout)["uses"]
    need = {u["property"]["id"]: u["need"] for u in uses}
    assert need["br:statedBy"] == need["br:passage"] == "required"
    assert need["br:certainty"] == "usual"
    stances = next(u["values"] for u in uses if u["property"]["id"] == "br:stance")
    assert {"stance:stated", "stance:denied"} <= {v["id"] for v in stances}
    assert "textHash" in run("terms", "--for", "document", code=0).stdout
    assert "No class is called" in run("terms", "--for", "ev:meet", code=1).stderr


@pytest.mark.parametrize(
    ("kind", "lines"),
    [
        ("Aim", ["br:goal e:PROCESS", "e:PROCESS a br:Process"]),  # a goal has no range, but is written so
        ("ArmsOrder", ["br:item e:WEAPON", "br:eventType ev:order-arms", "br:recipient e:WHOM"]),
        ("ConflictPart", ['br:side "A"']),
        ("StateSpan", ['br:date "2020-01-31/.."']),
        ("Membership", ["br:memberIn e:INTERNATIONAL-ORGANIZATION", "br:membershipStatus membership:full"]),
        ("TreatyAct", ["br:eventType ev:ratify", "br:ofAgreement e:AGREEMENT"]),
        ("Visit", ["br:actor e:WHO ;", "br:host e:WHOM"]),
    ],
)
def test_a_text_to_copy_is_what_people_write_of_such_things(kind: str, lines: list[str]) -> None:
    said = template(KNOWN, br(kind))
    assert [line for line in lines if line not in said] == []


@pytest.mark.parametrize(
    ("kind", "prop", "values"),
    [
        ("ArmsOrder", "br:item", ["br:Weapon"]),  # any commodity, says the property; a weapon, the shape of the class
        ("TradeFlow", "br:item", ["br:Commodity"]),
        ("Membership", "br:memberIn", ["br:Organization", "br:Agreement"]),
        ("Person", "br:nationalOf", ["br:State"]),
    ],
)
def test_the_shape_of_a_class_says_what_may_stand_there(kind: str, prop: str, values: list[str]) -> None:
    assert [[r.id for r in u.range] for u in KNOWN.uses(br(kind)) if u.property.id == prop] == [values]


@pytest.mark.parametrize("kind", ["Meeting", "Agreement", "Vote", "Person", "Document"])
def test_nothing_is_offered_that_nobody_writes(kind: str) -> None:
    uses = KNOWN.uses(br(kind))
    offered = {u.property.id for u in uses}
    of_terms = {"br:edgeSign", "br:jointAct", "br:oneValue", "br:spanStart", "br:view", "br:quadClass", "br:goldstein"}
    worked_out = {"br:nameKey", "br:inFile", "br:concerns", "br:actsFor", "br:signatoryOf", "br:supersededBy"}
    assert not offered & (of_terms | worked_out | {"prov:wasDerivedFrom", "br:belongsTo"})
    ties = {"br:alliedWith", "br:tradesWith"}  # said of actors by what stands above them
    assert (ties <= offered) == (kind == "Person")
    usual = {u.property.id for u in uses if u.need == "usual"}
    assert ({"br:date", "br:location", "br:cooperationDomain"} <= usual) == (kind in ("Meeting", "Vote"))
    assert "br:cowCode" not in usual  # of states, which are actors too
    assert "dcterms:title" not in usual  # of documents, which are entities as agreements are


def test_what_is_usual_follows_the_facts_of_the_workspace(run: Run, workspace: Path) -> None:
    def needed() -> dict[str, str]:
        told = json.loads(run("terms", "--for", "Commodity", "--format", "json", cwd=workspace, code=0).stdout)
        return {u["property"]["id"]: u["need"] for u in told["uses"]}

    assert needed()["br:severity"] == "other"
    timber = 'e:timber a br:Commodity ; br:severity "low"@en .'
    (workspace / "facts/mine.trig").write_text(
        "@prefix br: <https://w3id.org/bilateral/ns#> . @prefix e: <https://w3id.org/bilateral/id/> .\n"
        f"e:g {{ {timber} }} e:h {{"  # what comes before an error is read
    )
    assert needed()["br:severity"] == "usual"


def test_a_workspace_adds_terms_of_its_own(run: Run, workspace: Path) -> None:
    (workspace / "ontology").mkdir()
    (workspace / "ontology/mine.ttl").write_text(
        "@prefix br: <https://w3id.org/bilateral/ns#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        'br:Regatta a owl:Class ; rdfs:subClassOf br:Event ; rdfs:label "regatta"@en ; skos:definition "A boat race."@en ;\n'
        '  skos:example """c:x { e:cup a br:Regatta . }""" .\n'
    )
    (workspace / "facts/broken.trig").write_text("c:x {")  # terms are asked for when facts do not pass
    said = run("terms", "regatta", cwd=workspace, code=0).stdout
    assert "A boat race." in said
    assert "c:x { e:cup a br:Regatta . }" in said
    assert "e:REGATTA a br:Regatta" in said
    assert "br:eventType" in run("terms", "--for", "regatta", cwd=workspace, code=0).stdout


def test_check_names_the_concepts_that_there_are(run: Run, workspace: Path) -> None:
    file = workspace / "facts/XAA-XBB/everything.trig"
    file.write_text(file.read_text().replace("ev:meet ", "ev:mete ").replace("agr:consultation", "agr:xyz"))
    said = run("check", cwd=workspace, code=1).stdout
    assert "Did you mean ev:meet?" in said
    assert "There are agr:consultation, agr:defence" in said


def test_tab_completes_terms_and_types(run: Run, workspace: Path) -> None:
    def completed(words: str) -> str:
        env = {"_KG_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(len(words.split()) - 1)}
        return run(cwd=workspace, env=env).stdout

    assert "br:signatory\n" in completed("kg terms br:signa")
    assert "plain,Meeting\n" in completed("kg terms --for Mee")
