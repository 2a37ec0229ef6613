"""What two have in common, what goes with one, into how many parts a network falls, and who stands closest."""

from __future__ import annotations

import csv
import io
import json
from itertools import combinations
from pathlib import Path

import kg
import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kg.graph import Graph
from kg.network.loss import loss

from browser import prefix, said
from conftest import Run


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


# ---------------------------------------------------------------------- shared


def test_two_share_pact_project_events_and_voices_each_with_its_claims(run: Run) -> None:
    found = json.loads(run("shared", "PRK", "RUS", "--format", "json", code=0).stdout)
    by_section: dict[str, set[str]] = {}
    for common in found:
        by_section.setdefault(common["section"], set()).add(common["thing"]["id"])
        assert common["claims"] or all(hop["claims"] for hop in common["hops"])
        assert not common["hops"] or [h["source"]["id"] for h in common["hops"]] == ["e:PRK", "e:RUS"]
    assert "e:defence-pact-2024" in by_section["agreements"]
    assert "e:road-link-project" in by_section["projects"]
    assert "e:defence-pact-signing" in by_section["events"]
    assert "e:western-nations" in by_section["third-parties"]
    assert "e:russian-state-media" in by_section["speakers"]
    assert by_section["documents"] >= {"d:essay", "d:report"}


def test_what_is_shared_is_what_both_are_joined_to(graph: Graph) -> None:
    network = graph.network(among="all", view="analysis")
    a, b = (set(network.successors(x)) | set(network.predecessors(x)) for x in ("e:PRK", "e:RUS"))
    found = {c.thing.id for c in graph.shared("PRK", "RUS") if c.hops}
    assert found == (a & b) - {"e:PRK", "e:RUS"}


def test_filters_mean_the_same_as_elsewhere(graph: Graph, run: Run) -> None:
    said = {c.id for common in graph.shared("PRK", "RUS", according_to="RUS") for c in common.claims}
    assert said
    assert all(
        any(s.id in ("e:russian-state-media", "e:mikhail-mishustin", "e:RUS") for s in graph.claim(x).speakers)
        for x in said
    )
    stances = {
        r["stance"] for r in table(run("shared", "PRK", "RUS", "--view", "asserted", "-f", "csv", code=0).stdout)
    }
    assert stances <= {"stated", "reported"}
    assert "left out" in run("shared", "PRK", "RUS", "--as-of", "2024-06", code=0).stdout


def test_two_that_share_nothing_are_told_so(run: Run) -> None:
    done = run("shared", "CHN", "Columbia University", code=1)
    assert done.stdout == ""
    assert "China and Columbia University have nothing in common" in done.stderr
    assert run("shared", "PRK", "PRK", code=2).stderr


@pytest.mark.parametrize(("lang", "words"), [("ru", "Соглашения"), ("ko", "협정")])
def test_headings_are_in_the_language_asked(lang: str, words: str, run: Run) -> None:
    assert words in run("shared", "PRK", "RUS", "--lang", lang, code=0).stdout


# ---------------------------------------------------------------------- without


def test_what_goes_with_a_document(run: Run) -> None:
    found = json.loads(run("without", "essay", "--format", "json", code=0).stdout)
    assert {c["document"]["id"] for c in found["claims"]} <= {"essay", "report"}
    assert "e:JPN" in {r["id"] for r in found["alone"]}
    assert found["parts"][1] > found["parts"][0]
    assert all(tie["claims"] for tie in found["pairs"])


def test_what_hangs_by_one_thing_falls_off_with_it(workspace: Path, run: Run) -> None:
    things = """@prefix g: <https://w3id.org/bilateral/graph/> .
g:reference a br:ReferenceGraph . g:reference {
  e:hub a br:Place ; rdfs:label "Hub"@en . e:end a br:Place ; rdfs:label "End"@en .
  e:far a br:Place ; rdfs:label "Far"@en . e:farther a br:Place ; rdfs:label "Farther"@en . }
"""
    text = things + said("w-1", "e:XAA br:bordersOn e:XBB . e:hub br:within e:XAA . e:end br:within e:hub .")
    text += said("w-2", "e:far br:within e:hub . e:farther br:within e:far .")
    (workspace / "facts/w.trig").write_text(prefix(workspace / "facts/XAA-XBB/everything.trig") + text)
    found = kg.open(str(workspace)).without("hub")
    assert "e:end" in [r.id for r in found.alone]
    assert ["e:far", "e:farther"] in [[r.id for r in group] for group in found.apart]
    assert {c.id for c in found.claims} == {"w-1", "w-2"}
    shown = run("without", "hub", cwd=workspace, code=0).stdout
    assert "Cut off from the rest\n  • Far, Farther" in shown


def test_a_thing_on_which_nothing_rests(run: Run) -> None:
    done = run("without", "tumen bridge", "--as-of", "1900", code=1)
    assert "No tie rests on" in done.stderr


@st.composite
def webs(draw: st.DrawFn) -> nx.MultiDiGraph[str]:
    names = "abcdefg"
    web: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for i, (a, b) in enumerate(draw(st.lists(st.sampled_from(list(combinations(names, 2))), min_size=1, max_size=14))):
        data = {"claim": f"c{i}", "document": draw(st.sampled_from(["d1", "d2"])), "speaker": "e:s"}
        web.add_edge(a, b, f"c{i}", **data, thing=draw(st.sampled_from([a, b, "x"])))
    return web


@settings(deadline=None)
@given(webs(), st.sampled_from(["a", "x", "d:d1", "e:s"]))
def test_nothing_is_lost_that_another_tie_holds(web: nx.MultiDiGraph[str], name: str) -> None:
    lost = loss(web, name)
    kept = {frozenset(e[:2]) for e in set(web.edges(keys=True)) - set(lost.edges)}
    before = {frozenset(e) for e in web.edges()}
    assert {frozenset(d) for d in lost.dyads} == {d for d in before - kept if name not in d}
    assert set(lost.alone) == {v for v in web if v != name and not any(v in d for d in kept)}
    assert not {v for group in lost.apart for v in group} & {name, *lost.alone}
    assert lost.parts[0] == nx.number_connected_components(nx.Graph(web))


# ---------------------------------------------------------------------- parts and pairs


def test_parts_are_the_components_of_the_network(graph: Graph, run: Run) -> None:
    network = graph.network(among="all")
    parts = [{m.id for m in part.members} for part in graph.parts()]
    assert sorted(map(sorted, parts)) == sorted(map(sorted, nx.weakly_connected_components(network)))
    shown = run("network", "parts", code=0).stdout
    assert shown.startswith(f"{len(parts)} parts\n  1 ({max(map(len, parts))}) ")


def test_the_strongest_pair_comes_first_and_names_its_claims(run: Run) -> None:
    found = json.loads(run("network", "pairs", "--format", "json", code=0).stdout)
    assert {found[0]["tie"]["a"]["id"], found[0]["tie"]["b"]["id"]} == {"e:PRK", "e:RUS"}
    strengths = [p["strength"] for p in found]
    assert strengths == sorted(strengths, reverse=True)
    assert all(p["tie"]["claims"] for p in found)
    assert "--limit shows them" in run("network", "pairs", "--limit", "1", code=0).stdout
