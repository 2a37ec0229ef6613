"""The named queries are complete, say which claim each row rests on, and give the same rows each time."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from kg.ask.sparql import library
from kg.graph import Graph
from kg.values.answers import Table
from kg.workspace import Workspace

from browser import prefix, said
from conftest import ROOT, Run

NAMES = sorted(p.stem for p in (ROOT / "ontology/queries").glob("*.rq"))
#: Those whose rows no single claim gives: what documents say of themselves.
WITHOUT_CLAIM = {"lineage"}
CLAIM = re.compile(r"/claim/|\b(?:essay|report)-\d{3}\b")


def rows(graph: Graph, name: str, **values: str) -> list[dict[str, str | None]]:
    found = graph.sparql(library(Workspace(str(ROOT)))[name], values)
    assert isinstance(found, Table)
    short = [tuple(c.rsplit("/", 1)[-1] if c else c for c in row) for row in found.rows]
    return [dict(zip(found.columns, row, strict=True)) for row in short]


@pytest.mark.parametrize("name", NAMES)
def test_every_row_has_its_claims_and_names_beside_ids(name: str, graph: Graph) -> None:
    found = graph.sparql(library(Workspace(str(ROOT)))[name])
    assert isinstance(found, Table)
    assert found.rows or name in ("denied", "contradictions")
    for row in found.rows:
        assert name in WITHOUT_CLAIM or any(CLAIM.search(c) for c in row if c), row
        ids = [c for c in row if c and "/id/" in c]
        assert not ids or len([c for c in row if c and "://" not in c]) > 0, row
    assert len(set(found.rows)) == len(found.rows), "no row comes twice"


@pytest.mark.parametrize("name", NAMES)
def test_rows_come_in_an_order_that_the_query_fixes(name: str) -> None:
    text = (ROOT / f"ontology/queries/{name}.rq").read_text(encoding="utf-8")
    last = text.rpartition("ORDER BY")[2]
    head = re.search(r"SELECT\s+(?:DISTINCT\s+)?(.*?)\s+WHERE", text, re.S)
    assert head
    columns = re.findall(r"AS (\?\w+)\)|(\?\w+)(?![^(]*\))", head[1])
    keys = {a or b for a, b in columns if not (a or b).endswith("_name")}
    keys -= {"?summary", "?claims", "?speakers", "?condition", "?name", "?name_a", "?name_b", "?what"}
    told = {"?comparator", "?explicitness", "?stance", "?unit", "?words", "?start", "?paragraph", "?document", "?type"}
    assert keys - set(re.findall(r"\?\w+", last)) - told == set()


def test_reactions_have_japan_and_the_neighbours_and_nobody_who_undertakes_it(graph: Graph) -> None:
    found = rows(graph, "reactions")
    assert {r["who"] for r in found} >= {"JPN", "KOR", "neighbouring-countries", "western-nations"}
    assert {r["claim"] for r in found} >= {"essay-064", "essay-067", "essay-063"}
    assert not {r["who"] for r in found} & {"kim-jong-un", "vladimir-putin", "mikhail-mishustin", "pak-thae-song"}


def test_reactions_have_what_others_hold_and_worry_of_nobody_in_particular(graph: Graph) -> None:
    who = {r["claim"]: r["who"] for r in rows(graph, "reactions")}
    assert who["essay-065"] == "KOR"
    assert who["essay-093"] is None
    assert who["essay-105"] is None


def test_state_voices_have_those_who_hold_an_office(graph: Graph) -> None:
    voices = {(r["state"], r["speaker"]) for r in rows(graph, "state-voices")}
    assert voices >= {("PRK", "pak-thae-song"), ("RUS", "mikhail-mishustin"), ("RUS", "russian-state-media")}


def test_aims_have_what_things_are_officially_for(graph: Graph) -> None:
    found = {(r["whose"], r["goal"]) for r in rows(graph, "aims")}
    bridge, project = "tumen-bridge)", "road-link-project)"
    goals = {goal for whose, goal in found if whose and whose.endswith((bridge, project))}
    goals -= {"tourism", "local-travel", "trade"}
    assert goals == {"economic-exchange", "cultural-exchange"}


def test_a_joint_aim_is_one_row_and_nobody_holds_what_the_text_reads_into_them(graph: Graph) -> None:
    aims = {r["claim"]: r for r in rows(graph, "aims")}
    assert len(aims) == len(rows(graph, "aims"))
    assert aims["essay-053"]["whose"] == "North Korea (e:PRK), Russia (e:RUS)"
    assert aims["essay-053"]["aspect"] == "together"
    holders = {claim: r["holder"] for claim, r in aims.items() if r["holder"]}
    assert holders == {"essay-022": "RUS", "essay-061": "PRK"}
    assert aims["report-039"]["speaker"] == "kcna"


def test_goods_have_what_larger_supplies_include(graph: Graph) -> None:
    assert {r["item"] for r in rows(graph, "goods")} >= {"machinery", "fuel", "timber", "metals", "medicine"}


def test_goods_go_to_nobody_unless_the_very_claim_says_so(graph: Graph) -> None:
    found = {(r["claim"], r["giver"], r["receiver"], r["stance"]) for r in rows(graph, "goods")}
    assert {f for f in found if f[1] or f[2]} == {
        ("report-022", "RUS", "PRK", "stated"),
        ("essay-045", "RUS", "PRK", "expected"),
    }


@pytest.mark.parametrize("name", ["figures", "lineage", "by-documents", "only-planned", "aims"])
def test_a_text_in_three_languages_is_one_row(name: str, graph: Graph) -> None:
    for row in rows(graph, name):
        assert not any(re.search("[а-яё가-힣]", c, re.I) for c in row.values() if c), row


def test_a_text_without_english_is_not_left_out(workspace: Path, run: Run) -> None:
    figure = (
        "e:n a br:Measure ; br:measureOf e:XAA ; br:indicator ind:troops ; br:unit unit:NUM ;"
        ' br:comparator cmp:vague ; br:vagueValue "тысячи"@ru , "수천"@ko .'
    )
    heads = prefix(workspace / "facts/XAA-XBB/everything.trig")
    (workspace / "facts/no.trig").write_text(heads + said("no-1", figure, "", "Many.", "stated"))
    (row,) = json.loads(run("sparql", "figures", "-p", "thing=XAA", "--format", "json", cwd=workspace, code=0).stdout)
    assert row["words"] == "수천"


def test_what_is_only_planned_is_no_plain_fact(graph: Graph) -> None:
    plain = {(r["s"], r["p"], r["o"]) for r in rows(graph, "by-documents")}
    planned = {(r["s"], r["p"], r["o"]) for r in rows(graph, "only-planned")}
    assert ("tumen-bridge", "ns#crosses", "tumen-river") in planned
    assert plain
    assert not plain & planned


def test_lineage_has_the_claim_that_names_the_source(graph: Graph) -> None:
    (taken,) = (r for r in rows(graph, "lineage") if r["source"])
    assert (taken["document"], taken["source"], taken["claim"]) == ("report", "express-text", "report-067")


def test_shares_keep_about_and_offices_what_is_only_implied(graph: Graph) -> None:
    assert {(r["partner"], r["comparator"]) for r in rows(graph, "trade-shares")} == {
        ("CHN", "about"),
        ("RUS", "about"),
    }
    offices = {r["person"]: r["explicitness"] for r in rows(graph, "offices")}
    assert offices["pak-thae-song"] == "implied"
    assert offices["vladimir-putin"] == "presupposed"


def test_a_date_stands_with_the_one_claim_that_gives_it(graph: Graph) -> None:
    signing = {(r["date"], r["claim"]) for r in rows(graph, "dated-events") if r["event"] == "defence-pact-signing"}
    assert signing == {("2024", "report-011"), ("2024-06", "report-020")}


def test_a_denial_is_one_row_in_however_many_languages_and_voices(workspace: Path, run: Run) -> None:
    more = 'dcterms:description "Отрицается."@ru , "부인."@ko ; br:statedBy e:XAA ;'
    text = said("no-1", "e:XAA br:opposes e:XBB .", more, "It is denied.", "denied")
    (workspace / "facts/no.trig").write_text(prefix(workspace / "facts/XAA-XBB/everything.trig") + text)
    (row,) = json.loads(run("sparql", "denied", "--format", "json", cwd=workspace, code=0).stdout)
    assert row["summary"] == "It is denied."
    assert "e:XAA" in row["speakers"]
    assert "e:note-author" in row["speakers"]


# ---------------------------------------------------------------------- one's own


def test_nothing_denied_is_an_answer_in_a_sentence(run: Run) -> None:
    done = run("sparql", "denied", code=1)
    assert done.stdout == "No claim answers “Content that somebody denies”.\n"


def test_a_term_that_there_is_not_is_named_with_the_nearest(run: Run) -> None:
    done = run("sparql", "SELECT ?x WHERE { ?x br:signatry e:RUS ; br:agreementType agr:defense }", code=1)
    assert "No term br:signatry; nearest: br:signatory" in done.stderr
    assert "No term agr:defense; nearest: agr:defence" in done.stderr
    assert "No solution" not in done.stderr


def test_words_in_strings_comments_and_other_namespaces_are_no_terms(run: Run) -> None:
    query = "PREFIX x: <http://ex.org/ns#> SELECT ?x WHERE { ?x x:foo \"br:foo\" ; rdfs:label 'br:bar' } # br:baz"
    assert "No solution" in run("sparql", query, code=1).stderr
    renamed = "PREFIX br: <http://ex.org/ns#> SELECT ?x WHERE { ?x br:nothing ?y }"
    assert "No solution" in run("sparql", renamed, code=1).stderr
    own = "PREFIX b: <https://w3id.org/bilateral/ns#> SELECT ?x WHERE { ?x b:signatry ?y }"
    assert "No term br:signatry" in run("sparql", own, code=1).stderr


def test_a_name_given_where_a_thing_is_meant_is_pointed_out(run: Run) -> None:
    query = "SELECT ?x WHERE { ?a br:bordersOn ?x } ORDER BY ?x"
    done = run("sparql", query, "-p", "a=PRK", code=1)
    assert "the thing of that name is -p a=e:PRK" in done.stderr
    assert "id/RUS" in run("sparql", query, "-p", "a=e:PRK", "-f", "csv", code=0).stdout
