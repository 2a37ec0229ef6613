"""Names that the ontology gave up: texts with them answer as texts with the new ones do, are warned of, and mended."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kg.claims.renamed import Renamed
from kg.compile.build import build
from kg.compile.read import read_bytes
from kg.starter import copy_starter
from kg.text.terms import br
from kg.text.tokens import tokens
from kg.workspace import Workspace

import kept
from conftest import Run

#: Names given up by an ontology of one's own, beside those of the ontology that ships: a class, a concept, a property
#: by way of another, one with two heirs and one without any.
OLD = """@prefix br: <https://w3id.org/bilateral/ns#> . @prefix ev: <https://w3id.org/bilateral/vocab/event/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix dcterms: <http://purl.org/dc/terms/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
br:Pact a owl:Class ; owl:deprecated true ; dcterms:isReplacedBy br:Agreement .
ev:talk owl:deprecated true ; dcterms:isReplacedBy ev:meet .
br:doneBy a owl:ObjectProperty ; owl:deprecated true ; dcterms:isReplacedBy br:by .
br:by a owl:ObjectProperty ; owl:deprecated true ; dcterms:isReplacedBy br:actor .
br:tiedTo a owl:ObjectProperty ; owl:deprecated true ; dcterms:isReplacedBy br:organOf , br:nationalOf .
br:mood a owl:DatatypeProperty ; owl:deprecated true ; rdfs:comment "Write what was done."@en .
br:envoyOf a owl:ObjectProperty ; rdfs:subPropertyOf br:belongsTo ; rdfs:label "envoy of"@en .
"""
NEW = {
    "br:organOf": "br:belongsTo",
    "a br:Agreement": "a <https://w3id.org/bilateral/ns#Pact>",
    "ev:meet": "ev:talk",
    "br:actor": "br:doneBy",
}
ASKED = (
    ("brief", "XAA", "XBB", "--format", "json"),
    ("fact", "lumen-meeting", "--format", "json"),
    ("fact", "trade-accord", "--format", "json"),
    ("timeline", "--format", "json"),
    ("network", "dyad", "XAA", "XBB", "--format", "json"),
    ("sparql", "signatories", "-p", "who=XAA"),
    ("sparql", "SELECT ?x ?y { ?x br:belongsTo ?y } ORDER BY ?x"),
    ("sparql", "SELECT ?x ?y { ?x br:organOf ?y } ORDER BY ?x"),
)


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    """Two workspaces with the same facts, by their new names and by old ones."""
    new, old = tmp_path / "new", tmp_path / "old"
    copy_starter(str(new))
    (new / "ontology").mkdir()
    (new / "ontology/mine.ttl").write_text(OLD)
    shutil.copytree(new, old)
    for file in (old / "facts").rglob("*.trig"):
        text = file.read_text()
        for now, before in NEW.items():
            text = "\n".join(x if x.startswith("#") else x.replace(now, before) for x in text.split("\n"))
        file.write_text(text)
    return new, old


def test_old_names_give_the_same_answers(pair: tuple[Path, Path], run: Run) -> None:
    new, old = pair
    assert "br:doneBy" in (old / "facts/XAA-XBB/everything.trig").read_text()
    for asked in ASKED:
        answers = [run(*asked, cwd=where) for where in pair]
        assert answers[0].stdout == answers[1].stdout, asked
        assert answers[0].returncode == answers[1].returncode
    assert "e:aurelian-officials" in run(*ASKED[-1], cwd=old).stdout
    assert "br:belongsTo is called br:organOf now" in run(*ASKED[-2], cwd=new).stderr


def test_old_names_are_warned_of_where_they_stand(pair: tuple[Path, Path], run: Run) -> None:
    _, old = pair
    said = run("check", cwd=old, code=0).stdout
    lines = (old / "facts/reference.trig").read_text().split("\n")
    at = next(i for i, line in enumerate(lines, 1) if "e:aurelian-officials" in line)
    column = lines[at - 1].index("br:belongsTo") + 1
    assert (
        f"facts/reference.trig:{at}:{column}: warning: br:belongsTo is called br:organOf now, and is read so." in said
    )
    assert "kg check --fix writes br:organOf." in said
    assert "br:doneBy is called br:actor now" in said
    text = (old / "facts/XAA-XBB/everything.trig").read_text()
    assert said.count("everything.trig:") == text.count("br:doneBy") + text.count("ev:talk") + text.count("ns#Pact>")


def test_terms_without_one_heir_stay_and_say_what_to_write(pair: tuple[Path, Path], run: Run) -> None:
    new, _ = pair
    file = new / "facts/reference.trig"
    file.write_text(file.read_text().replace("br:nationalOf", "br:tiedTo") + '\ne:XAA br:mood "calm" .\n')
    said = run("check", cwd=new).stdout
    assert "br:tiedTo is not used any more." in said
    assert "Write br:nationalOf or br:organOf." in said
    assert "Write what was done." in said
    run("check", "--fix", cwd=new)
    assert "br:tiedTo" in file.read_text()


def test_fix_writes_the_new_names_and_nothing_else(pair: tuple[Path, Path], run: Run) -> None:
    new, old = pair
    file = old / "facts/reference.trig"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n") + b"# br:belongsTo, as it was\r\n")
    file.chmod(0o640)
    before = {p: p.read_bytes() for p in (old / "facts").rglob("*.trig")}
    shown = run("check", "--fix", "--dry-run", cwd=old, code=0).stderr
    assert "facts/reference.trig: br:belongsTo → br:organOf, 3 times." in shown
    assert "2 files would be changed." in shown
    assert before == {p: p.read_bytes() for p in (old / "facts").rglob("*.trig")}
    run("check", "--fix", cwd=old, code=0)
    assert "No findings" in run("check", cwd=old, code=0).stderr
    long = (b"a br:Agreement", b"a <https://w3id.org/bilateral/ns#Agreement>")
    left = file.read_bytes().removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
    assert left == (new / "facts/reference.trig").read_bytes().replace(*long) + b"# br:belongsTo, as it was\n"
    assert file.stat().st_mode & 0o777 == 0o640
    main = "facts/XAA-XBB/everything.trig"
    assert (old / main).read_bytes() == (new / main).read_bytes().replace(*long)
    assert not list((old / "facts").rglob(".kg-*"))


def test_fix_leaves_alone_what_it_cannot_read(workspace: Path, run: Run) -> None:
    file = workspace / "facts/reference.trig"
    text = file.read_text().replace("br:organOf", "br:belongsTo")
    file.write_text(text + 'e:XAA rdfs:label "open .\n')
    done = run("check", "--fix", cwd=workspace, code=2)
    assert "is not closed on its line" in done.stderr
    assert file.read_text() == text + 'e:XAA rdfs:label "open .\n'
    run("check", "--fix", "elsewhere.trig", cwd=workspace, code=2)
    run("check", "--dry-run", cwd=workspace, code=2)
    run("check", "--fix", code=2, cwd=workspace / "sources", env={"KG_WORKSPACE": ""})


def test_rules_and_queries_of_ones_own_are_read_by_the_new_names(pair: tuple[Path, Path], run: Run) -> None:
    new, _ = pair
    (new / "ontology/checks").mkdir()
    (new / "ontology/checks/90-organs.rq").write_text(
        "# message: {node} is an organ.\n# severity: note\n"
        "SELECT ?node WHERE { GRAPH ?g { ?node <https://w3id.org/bilateral/ns#belongsTo> e:XBB } }\n"
    )
    (new / "ontology/queries").mkdir()
    (new / "ontology/queries/mine.rq").write_text("# title: mine br:by\nSELECT ?e WHERE { ?e br:doneBy e:XAA }\n")
    said = run("check", cwd=new).stdout
    assert "e:president-of-borealia is an organ." in said
    assert "ontology/checks/90-organs.rq:3:39: warning: br:belongsTo is called br:organOf now" in said
    assert "ontology/queries/mine.rq:2:22: warning: br:doneBy is called br:actor now" in said
    assert said.count("mine.rq") == 1
    assert "accord-signing" in run("sparql", "mine", cwd=new).stdout


def test_a_term_below_an_old_one_is_below_the_new_one(pair: tuple[Path, Path], run: Run) -> None:
    new, _ = pair
    assert "br:envoyOf" in run("sparql", "SELECT ?p { ?p rdfs:subPropertyOf br:organOf }", cwd=new).stdout


def test_data_sets_are_read_by_the_new_names(workspace: Path, run: Run) -> None:
    table = workspace / "acts.csv"
    table.write_text("Date,Source,CAMEO code,Target\n2020-01-02,Army (Aurelia),036,Borealia\n")
    run("import", "events", str(table), "--document", "acts", cwd=workspace, code=0)
    things = workspace / "facts/imports/acts/things.tsv"
    text = (
        things.read_text()
        + "e:acts.army-aurelia\tbr:organOf\te:XAA\t\ne:acts.army-aurelia\trdfs:label\tbr:belongsTo\ten\n"
    )
    answers = []
    for old in (False, True):
        things.write_text(text.replace("\tbr:organOf\t", "\tbr:belongsTo\t") if old else text)
        answers.append(run("sparql", "SELECT ?x ?y { ?x br:organOf ?y } ORDER BY ?x", cwd=workspace).stdout)
    assert answers[0] == answers[1]
    assert "e:acts.army-aurelia" in answers[0]
    said = run("check", cwd=workspace).stdout
    assert "things.tsv:" in said
    assert "br:belongsTo is called br:organOf now, and is read so, here and in the lines below." in said
    assert said.count("things.tsv:") == 1
    assert "the name" not in run("check", "--fix", cwd=workspace, code=0).stderr
    assert "br:belongsTo" in things.read_text()


def test_steps_with_old_names_leave_what_a_fresh_build_leaves(pair: tuple[Path, Path]) -> None:
    new, old = pair
    space = Workspace(str(new))
    build(space)
    for name in ("facts/reference.trig", "facts/XAA-XBB/everything.trig", "facts/reference.trig"):
        now, before = (new / name).read_text(), (old / name).read_text()
        (new / name).write_text(before)
        (old / name).write_text(now)
        build(space)
        stepped = kept.written(kept.folder_of(space))
        build(space, fresh=True)
        assert stepped == kept.written(kept.folder_of(space))


# ------------------------------------------------------------------ any text

RENAMED = Renamed(
    {br("belongsTo"): br("organOf"), br("Pact"): br("Agreement"), br("old.part"): "https://example.org/x(y)"}, {}
)
HEAD = """@prefix br: <https://w3id.org/bilateral/ns#> . @prefix e: <https://w3id.org/bilateral/id/> .
@prefix c: <https://w3id.org/bilateral/claim/> . @prefix up: <https://w3id.org/bilateral/> . PREFIX on: <https://w3id.org/bilateral/ns#belongsTo>
@base <https://w3id.org/bilateral/> .
"""
NAMES = st.sampled_from(
    ["br:belongsTo", "br:Pact", "br:organOf", "<https://w3id.org/bilateral/ns#belongsTo>", "<ns#belongsTo>", "on:", "br:old.part",
     "<https://w3id.org/bilateral/ns#belongs\\u0054o>", "br:belongsToo", "e:belongsTo"]
)  # fmt: skip
TEXTS = st.sampled_from(
    ['"br:belongsTo"', "'''a br:Pact\n<ns#belongsTo> # no'''", '"""x " br:Pact """@en', '"\\"br:Pact"', '"br:Pact"^^br:Pact', "1.5", "true"]
)  # fmt: skip
GAPS = st.sampled_from([" ", "\n", " # br:belongsTo <ns#belongsTo>\n", "\t", "\r\n"])
TRIPLES = st.tuples(NAMES, GAPS, NAMES, GAPS, st.one_of(NAMES, TEXTS), GAPS).map("".join)


@st.composite
def trig(draw: st.DrawFn) -> str:
    """A facts file with old names in all places, and their letters in texts and comments."""
    top = draw(st.lists(TRIPLES, max_size=4))
    inside = draw(st.lists(TRIPLES, max_size=4))
    return HEAD + "".join(f"{t} .\n" for t in top) + "c:one {" + "".join(f"{t} .\n" for t in inside) + "}"


@settings(max_examples=300, deadline=None)
@given(trig())
def test_new_names_change_nothing_else(text: str) -> None:
    before = read_bytes("facts/x.trig", text.encode(), RENAMED)
    fixed, old = RENAMED.rewritten(text)
    after = read_bytes("facts/x.trig", fixed.encode(), RENAMED)
    plain = read_bytes("facts/x.trig", fixed.encode())
    assert [f for f in before.findings if f.check == "syntax"] == []
    assert after.quads == before.quads == plain.quads
    assert len(old) == sum(f.check == "old-name" for f in before.findings)
    assert not [f for f in after.findings if f.check == "old-name"]
    assert [t.text for t in tokens(text) if t.kind == "string"] == [t.text for t in tokens(fixed) if t.kind == "string"]
    comments = [[line.partition(" # ")[2] for line in x.split("\n")] for x in (text, fixed)]
    assert comments[0] == comments[1]
    if not old:
        assert fixed == text


def test_a_question_by_an_old_name_is_answered_by_the_new_one(workspace: Path, run: Run) -> None:
    file = workspace / "facts/XAA-XBB/everything.trig"
    one = "c:note-3 {"
    assert one in file.read_text()
    file.write_text(file.read_text().replace(one, f"{one} e:aurelian-officials br:organOf e:XAA ; br:cowCode 1234 ."))
    new = run("fact", "aurelian-officials", "br:organOf", cwd=workspace, code=0).stdout
    for name in ("br:belongsTo", "belongsTo"):
        told = run("fact", "aurelian-officials", name, cwd=workspace, code=0).stdout
        assert told.startswith(new.rstrip("\n"))
        assert f"‘{name}’ is read as: organ of" in told
    code = run("fact", "aurelian-officials", "cowCode", cwd=workspace, code=0).stdout
    assert "Correlates of War code: 1234\n" in code  # no figure, hence without thousands
