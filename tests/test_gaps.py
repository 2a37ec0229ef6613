"""What is thin in a graph, each kind with what would mend it."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from kg.ask.gaps import KINDS
from kg.graph import Graph
from kg.show.words import word

from conftest import Run

FACTS = "facts/XAA-XBB/everything.trig"
HEAD = """
c:{id} {{ {content} }}
c:{id} a br:Claim ; br:inDocument d:note ; br:statedBy e:note-author ; br:stance {stance} ; {more}
  dcterms:description "{words}"@en ; br:passage [ br:paragraph 2 ; oa:start 27 ; oa:end 100 ; br:passageHash "2917d9116d2bab64" ] .
"""


def add(
    folder: Path, claim: str, content: str, words: str = "It is so.", stance: str = "stance:stated", more: str = ""
) -> None:
    with open(folder / FACTS, "a", encoding="utf-8") as file:
        file.write(HEAD.format(id=claim, content=content, words=words, stance=stance, more=more))


def describe(folder: Path, *entries: str) -> None:
    path = folder / "facts/reference.trig"
    path.write_text(path.read_text().rstrip().removesuffix("}") + "\n".join(entries) + "\n}\n", encoding="utf-8")


def kinds_of(run: Run, folder: Path, *arguments: str) -> Counter[str]:
    done = run("gaps", "--all", *arguments, "--format", "json", cwd=folder)
    return Counter(g["kind"] for g in json.loads(done.stdout))


def test_each_kind_of_gap_is_found_when_it_is_planted(workspace: Path, run: Run) -> None:
    before = kinds_of(run, workspace)
    describe(
        workspace,
        '  e:chancellor a br:Office ; rdfs:label "Chancellor"@en ; br:officeOf e:XAA .',
        '  e:ann a br:Person ; rdfs:label "Ann"@en . e:bob a br:Person ; rdfs:label "Bob"@en .',
        '  e:loose-person a br:Person ; rdfs:label "Carl"@en .',
        '  e:old-talks a br:Meeting ; br:eventType <https://w3id.org/bilateral/vocab/event/meet> ; rdfs:label "Old talks"@en . e:lost-talks a br:Meeting ; rdfs:label "Lost talks"@en .',
        "  e:no-name a br:Place .",
    )
    add(workspace, "x-1", "e:term-a a br:TermOfOffice ; br:office e:chancellor ; br:holder e:ann .")
    add(workspace, "x-2", "e:term-b a br:TermOfOffice ; br:office e:chancellor ; br:holder e:bob .")
    add(workspace, "x-3", 'e:old-talks br:actor e:loose-person , e:XBB ; br:date "2001-02" .')
    add(
        workspace,
        "x-4",
        "e:lost-talks a br:Meeting ; br:eventType ev:meet ; br:actor e:XAA , e:XBB ; br:location e:no-name .",
    )
    add(workspace, "x-5", "e:XAA br:bordersOn e:XBB .", more="br:attribution attr:anonymous ;")
    add(
        workspace,
        "x-6",
        "e:XAA br:alliedWith e:XBB .",
        more="br:explicitness <https://w3id.org/bilateral/vocab/explicitness/implied> ;",
    )
    add(
        workspace, "x-7", "e:XAA br:tradesWith e:XBB .", stance="stance:draft", more="br:proposedStance stance:stated ;"
    )
    (workspace / "sources/note.txt").unlink()
    documents = workspace / "facts/documents.trig"
    documents.write_text(documents.read_text().replace('dcterms:issued "2023-03-05" ; ', ""), encoding="utf-8")
    after = kinds_of(run, workspace)
    new = {kind for kind in KINDS if after[kind] > before[kind]}
    assert new >= {"draft", "office", "no-speaker", "no-name", "no-side", "undated-event", "undated-document", "implied",
                   "not-kept", "one-source", "silence"}, after  # fmt: skip
    assert before["in-force"] == 1  # the accord of the starter
    assert before["figure"] == 2


@pytest.mark.parametrize("lang", ["en", "ru", "ko"])
def test_each_kind_comes_with_what_would_mend_it(workspace: Path, run: Run, lang: str) -> None:
    text = run("gaps", "--lang", lang, cwd=workspace, code=0).stdout
    flat = " ".join(text.split())
    for kind in ("in-force", "figure"):
        assert word(kind, lang) in flat
        assert word(f"mend {kind}", lang) in flat
    assert all(word(kind, lang) != kind != word(f"mend {kind}", lang) for kind in KINDS)


def test_a_long_list_is_cut_and_says_so(run: Run, graph: Graph) -> None:
    single = [g for g in graph.gaps() if g.kind == "one-source"]
    assert len(single) > 50
    assert all({c.document.id for c in g.claims} <= {"essay", "report"} for g in single)
    cut = run("gaps", code=0).stdout
    assert "more left out; --all shows them" in " ".join(cut.split())
    assert len(run("gaps", "--all", code=0).stdout) > 2 * len(cut)
    assert "in-force" in run("gaps", "--format", "csv", code=0).stdout


def test_gaps_heed_names_and_filters(run: Run, workspace: Path) -> None:
    everything, of_one = kinds_of(run, workspace), kinds_of(run, workspace, "border-crossing")
    assert of_one["figure"] == everything["figure"] == 2
    assert of_one["in-force"] == 0
    assert kinds_of(run, workspace, "--according-to", "borealia-herald")["figure"] == 1
    assert "There is no such gap" in run("gaps", "--kind", "silence", cwd=workspace, code=1).stderr
    assert "is no kind of gap" in run("gaps", "--kind", "foo", cwd=workspace, code=2).stderr


def test_documents_of_one_publisher_are_one_origin(run: Run, workspace: Path) -> None:
    assert "There is no such gap" in run("gaps", "--kind", "one-origin", cwd=workspace, code=1).stderr
    documents = workspace / "facts/documents.trig"
    text = documents.read_text().replace(
        "d:note a br:Document ;", "d:note a br:Document ; dcterms:publisher e:borealia-herald ;"
    )
    documents.write_text(
        text
        + 'd:other a br:Document ; dcterms:title "Another"@en ; dcterms:publisher e:borealia-herald ; br:recordedOn "2023-03-07" ; br:accessedOn "2023-03-07" .\n'
    )
    add(workspace, "x-1", "e:XAA br:tradesWith e:XBB .")
    facts = workspace / FACTS
    facts.write_text(
        facts.read_text().replace(
            "c:x-1 a br:Claim ; br:inDocument d:note ;", "c:x-1 a br:Claim ; br:inDocument d:other ;"
        )
    )
    done = run("gaps", "--kind", "one-origin", "--all", "--format", "json", cwd=workspace, code=0)
    (gap,) = json.loads(done.stdout)
    assert {t["id"] for t in gap["things"]} == {"e:borealia-herald", "d:note", "d:other"}


def test_a_length_needs_no_date_and_a_traffic_does(run: Run, workspace: Path) -> None:
    figure = "[ a br:Measure ; br:measureOf e:border-crossing ; br:indicator ind:{} ; br:value 7 ; br:unit unit:NUM ]"
    before = kinds_of(run, workspace)["figure"]
    for claim, indicator in (("x-1", "length"), ("x-2", "lanes"), ("x-3", "traffic")):
        content = figure.format(indicator).removeprefix("[ ").removesuffix(" ]")
        add(workspace, claim, f"e:figure-{claim} {content} .")
    assert kinds_of(run, workspace)["figure"] == before + 1
