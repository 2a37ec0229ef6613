"""Everyday words find what the graph holds, in three languages; what decided besides the very words is said."""

from __future__ import annotations

import json
from pathlib import Path

import kg
import pytest
from hypothesis import given
from hypothesis import strategies as st
from kg.graph import Graph
from kg.text.stems import stem, stems

from browser import prefix, said
from conftest import Run

#: What a reader types → a claim that must be among the answers.
SEARCHED = {
    "schedule": {"essay-107", "report-035"},
    "schedules": {"essay-107"},
    "soldiers": {"report-026", "report-059", "report-060"},
    "soldier": {"report-026"},
    "солдаты": {"report-026"},
    "군인은": {"report-026"},
    "12,000": {"report-026"},
    "report-035": {"report-035"},
    "north korean soldiers": {"report-026"},
    "shedule": {"essay-107"},
    "university": {"report-072"},
}


def claims(hits: list[dict[str, object]]) -> set[object]:
    return {h["id"] for h in hits if h["group"] in ("claim", "figure")}


@pytest.mark.parametrize("text", SEARCHED)
def test_claims_are_found_by_their_words(text: str, run: Run) -> None:
    hits = json.loads(run("search", text, "--format", "json", code=0).stdout)
    assert claims(hits) >= SEARCHED[text]


def test_a_figure_is_found_by_its_value_with_who_says_it(run: Run) -> None:
    (hit,) = json.loads(run("search", "2,850", "--kind", "figure", "--format", "json", code=0).stdout)
    assert "2,850 people" in hit["label"]
    assert hit["claim"]["speakers"]
    assert hit["claim"]["stance"]["id"] == "stance:expected"


def test_an_id_means_that_claim_alone(run: Run) -> None:
    shown = run("search", "report-035", code=0).stdout
    assert "[report-035]" in shown
    assert shown.count("[report-") == 1


def test_what_is_found_is_grouped_and_what_is_left_out_is_counted(run: Run) -> None:
    shown = run("search", "soldiers", "--limit", "1", code=0).stdout
    heads = [line for line in shown.splitlines() if line in ("Entities", "Claims", "Figures", "Terms")]
    assert heads == ["Entities", "Claims", "Figures", "Terms"]
    assert "more of the claims; --limit shows them." in shown
    assert "‘soldiers’ is also read as: " in shown
    only = json.loads(run("search", "soldiers", "--kind", "term", "--format", "json", code=0).stdout)
    assert {h["group"] for h in only} == {"term"}
    assert "Утверждений ещё" in run("search", "soldiers", "--limit", "1", "--lang", "ru", code=0).stdout


def test_a_miss_has_a_hint_and_says_nothing_else(run: Run) -> None:
    done = run("search", "Qwxzvqq", code=1)
    assert done.stdout == ""
    assert "Did you mean" in done.stderr


def test_names_still_go_first(graph: Graph) -> None:
    assert graph.search("김정은")[0].id == "e:kim-jong-un"
    assert graph.search("Kim Jung Un")[0].id == "e:kim-jong-un"
    assert {h.group for h in graph.search("Kim Jung Un")} == {"entity"}


# ---------------------------------------------------------------------- facts


@pytest.mark.parametrize(
    ("asked", "value", "claim"),
    [
        (("RUS", "president"), "Vladimir Putin", "report-030"),
        (("RUS", "президент"), "Vladimir Putin", "report-030"),
        (("Russia", "leader"), "Vladimir Putin", "report-030"),
        (("PRK", "leader"), "Kim Jong Un", "report-031"),
        (("PRK", "지도자"), "Kim Jong Un", "report-031"),
        (("defence pact", "signed"), "North Korea", "report-020"),
        (("defence pact", "подписан"), "North Korea", "report-020"),
        (("defence pact", "서명"), "North Korea", "report-020"),
        (("tumen bridge", "built"), "North Korea–Russia road link project", "essay-008"),
        (("tumen bridge", "building"), "North Korea–Russia road link project", "essay-008"),
    ],
    ids=" ".join,
)
def test_an_everyday_question_finds_its_fact(asked: tuple[str, str], value: str, claim: str, run: Run) -> None:
    facts = json.loads(run("fact", *asked, "--format", "json", code=0).stdout)
    assert value in {f["value"] for f in facts}
    assert claim in {c["id"] for f in facts for c in f["claims"]}


def test_a_synonym_that_decided_is_named_and_the_very_word_is_not(run: Run) -> None:
    assert "* ‘signed’ is read as: signatory, ← signs." in run("fact", "defence pact", "signed", code=0).stdout
    assert "is read as" not in run("fact", "tumen bridge", "length", code=0).stdout
    assert "понято как" in run("fact", "defence pact", "signed", "--lang", "ru", code=0).stdout
    told = run("fact", "defence pact", "signed", "--format", "json", code=0)
    assert "is read as" in told.stderr


def test_where_no_property_is_called_so_the_claims_that_say_it_answer(run: Run) -> None:
    shown = run("fact", "PRK", "soldiers", code=0).stdout
    assert "[report-026]" in shown
    assert "No property of North Korea is called ‘soldiers’" in shown
    apart = run("fact", "japanese implications", code=0).stdout
    assert "[essay-067]" in apart
    assert "is read as: Japan, and of that ‘implications’" in apart
    filtered = json.loads(run("fact", "PRK", "soldiers", "--according-to", "PRK", "-f", "json", code=0).stdout)
    assert {c["id"] for f in filtered for c in f["claims"]} == {"report-059"}


@pytest.mark.parametrize("name", ["north korean soldiers", "северокорейские солдаты", "북한 군인"])
def test_soldiers_are_the_troops(name: str, run: Run) -> None:
    shown = run("fact", name, code=0).stdout
    assert "e:north-korean-troops" in shown.splitlines()[0]
    assert "[report-026]" in shown


def test_what_is_inferred_is_found_by_that_word(run: Run) -> None:
    hits = json.loads(run("search", "inferred", "--kind", "claim", "--format", "json", code=0).stdout)
    assert claims(hits) == {"essay-087", "essay-091", "report-046", "report-080"}


def test_how_long_a_thing_is_and_how_long_it_takes(run: Run) -> None:
    assert "length: 1 km" in run("fact", "tumen bridge", "how long", code=0).stdout
    assert "about 1.5 years" in run("fact", "road-link-project", "how long", code=0).stdout


def test_a_miss_names_the_neighbour_that_holds_it(run: Run) -> None:
    done = run("fact", "road link", "duration", code=1)
    assert done.stdout == ""
    assert "North Korea–Russia road link project (← builds) has ‘duration’" in done.stderr
    command = done.stderr.partition("kg fact ")[2].splitlines()[0]
    assert "about 1.5 years" in run("fact", *command.split(), code=0).stdout


def test_a_document_is_read_by_its_id_before_its_author(run: Run) -> None:
    shown = run("fact", "essay", "tag", code=0).stdout
    assert "d:essay" in shown.splitlines()[0]
    assert "it also" in shown
    assert "author of the essay" in shown


def test_nothing_is_found_where_nothing_is(run: Run) -> None:
    assert run("fact", "PRK", "submarine", code=1).stdout == ""


# ---------------------------------------------------------------------- steps


def test_what_a_claim_says_now_is_what_is_found(workspace: Path) -> None:
    head = prefix(workspace / "facts/XAA-XBB/everything.trig")
    path = workspace / "facts/more.trig"
    path.write_text(head + said("more-1", "e:XAA br:opposes e:XBB .", summary="Zeppelins were seen."))
    assert [h.id for h in kg.open(str(workspace)).search("zeppelin")] == ["more-1"]
    path.write_text(head + said("more-1", "e:XAA br:opposes e:XBB .", summary="Balloons were seen."))
    graph = kg.open(str(workspace))
    assert [h.id for h in graph.search("balloon")] == ["more-1"]
    assert [h for h in graph.search("zeppelin") if h.group == "claim"] == []
    path.unlink()
    assert [h for h in kg.open(str(workspace)).search("balloon") if h.group == "claim"] == []


@given(st.text(max_size=60))
def test_stems_are_words_of_letters_and_stay_what_they_are_in_any_case(text: str) -> None:
    found = stems(text)
    assert all(s and s.isalnum() and " " not in s for s in found)
    assert stems(text.casefold()) == found


@pytest.mark.parametrize(
    "words",
    [
        ("soldier", "soldiers"),
        ("build", "builds", "building"),
        ("солдаты", "солдатам", "солдат"),
        ("군인", "군인은", "군인들이"),
    ],
    ids=" ".join,
)
def test_inflections_share_a_stem(words: tuple[str, ...]) -> None:
    assert len({stem(w) for w in words}) == 1
