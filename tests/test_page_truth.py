"""The page against the graph: every number, side, voice and sentence is what the command answers, or the test fails."""

from __future__ import annotations

import copy
import csv
import gzip
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import kg
import pytest
from kg.show.page.page import render
from kg.starter import copy_starter
from kg.values.scene import Scene

from browser import Visit, data_of, prefix, said
from conftest import ROOT, Run
from truth import Graph, lies_of, lies_on_screen

RECORDS = ROOT.parent / "shared" / "data" / "icews18" / "icews18.tsv.gz"
needs_records = pytest.mark.skipif(not RECORDS.is_file(), reason="the events are not part of this repository")
STATES = ("North Korea", "Russia", "United States", "China")


class Told(NamedTuple):
    """A page, and the graph that it is of."""

    page: Path
    graph: Graph
    entities: tuple[str, str]


def made(folder: Path, out: Path, *entities: str) -> Path:
    """The page of two sides, by the real command."""
    done = [sys.executable, "-m", "kg", "-C", str(folder), "view", *entities, "-o", str(out)]
    subprocess.run(done, check=True, capture_output=True)
    return out


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("starter") / "ws"
    copy_starter(str(folder))
    return folder


def among_four(rows: list[list[str]]) -> list[list[str]]:
    """What two of the four states, or those in brackets behind a name who are of them, do to each other."""
    home = [{s for s in STATES if name == s or name.endswith(f"({s})")} for row in rows for name in (row[1], row[3])]
    pairs = ({"North Korea", "Russia"}, {"United States", "China"})
    return [row for at, row in enumerate(rows) if home[2 * at] | home[2 * at + 1] in pairs]


@pytest.fixture(scope="module")
def events(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace of the events between two pairs of states."""
    folder = tmp_path_factory.mktemp("events")
    with gzip.open(RECORDS, "rt", encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file, delimiter="\t")
    with open(folder / "icews.tsv", "w", encoding="utf-8", newline="") as out:
        csv.writer(out, delimiter="\t").writerows([head, *among_four(rows)])
    command = [sys.executable, "-m", "kg", "import", "events", "icews.tsv"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module", params=["articles", "starter", "PRK RUS", "USA CHN"])
def told(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Told:
    """Four graphs: two articles, the invented example, and two pairs of states in a data set of events."""
    name, out = request.param, tmp_path_factory.mktemp("told") / "page.html"
    if name == "articles":
        folder, sides = request.getfixturevalue("bundle"), ("PRK", "RUS")
    elif name == "starter":
        folder, sides = request.getfixturevalue("starter"), ("XAA", "XBB")
    elif RECORDS.is_file():
        folder, sides = request.getfixturevalue("events"), tuple(name.split())
    else:
        pytest.skip("the events are not part of this repository")
    return Told(made(folder, out, *sides), Graph(folder), sides)


def test_the_data_of_a_page_says_what_the_graph_says(told: Told) -> None:
    assert lies_of(data_of(told.page), told.graph, told.entities) == []


def test_the_screen_says_what_the_graph_says(told: Told, chromium: Any) -> None:
    with Visit(chromium, told.page) as opened:
        assert lies_on_screen(opened, data_of(told.page), told.graph) == []
        assert opened.said == []


# ------------------------------------------------------------------------------------------------ it would be seen


def _first(rows: list[Any], field: str) -> Any:
    return next(row for row in rows if row[field])


#: What somebody could get wrong, each in one place.
WRONG: dict[str, Callable[[Any], object]] = {
    "a word": lambda s: s["statements"][0].update(text=s["statements"][0]["text"] + " Perhaps."),
    "a speaker": lambda s: s["statements"][0].update(speakers=["e:RUS"]),
    "a stance": lambda s: s["statements"][0].update(stance="planned"),
    "a denial": lambda s: s["statements"][0].update(denied=True),
    "a place": lambda s: s["statements"][0].update(place="§ 1, 0–1"),
    "a fact": lambda s: s["statements"][0]["facts"].append("Russia — supplies: Japan"),
    "a link": lambda s: s["statements"][0]["links"].append({"relation": "contradicts", "claim": "report-001"}),
    "a group": lambda s: _first(s["statements"], "id").update(group="b"),
    "a side": lambda s: next(n for n in s["nodes"] if n["side"] == "b" and n["kind"] != "state").update(side="third"),
    "a relation": lambda s: s["relations"][0].update(target="e:JPN"),
    "a date": lambda s: _first(s["relations"], "mentions")["mentions"][0].update(begins="1950-06-25"),
    "a claim of a relation": lambda s: s["relations"][0]["mentions"][0].update(claim=s["statements"][-1]["id"]),
    "a voice": lambda s: s["voices"][0].update(claims=99),
    "a third party": lambda s: next(v for v in s["voices"] if v["id"] == "third").update(left_out={}),
    "a figure's word": lambda s: s["charts"][0]["bars"][0]["text"].update(en="97 %"),
    "a figure's length": lambda s: s["charts"][0]["bars"][0].update(value=12.5),
    "a detail": lambda s: _first(s["nodes"], "details")["details"][0]["value"].update(en="2 km"),
    "a remark": lambda s: s.update(notes=[]),
    "a lead": lambda s: s["lead"]["lines"][0].update(claims=["nobody-001"]),
    "a dispute": lambda s: s["disputes"].pop(),
    "a kind of dispute": lambda s: s["disputes"][0].update(kind="corroborates"),
    "a number of the lead": lambda s: s["lead"]["figures"][0]["value"].update(en="about 7"),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_a_page_that_says_something_else_is_seen(wrong: str, dyad: Path, bundle: Path, articles: Graph) -> None:
    data = copy.deepcopy(data_of(dyad))
    WRONG[wrong](data["scene"])
    assert lies_of(data, articles, ("PRK", "RUS")) != []


@pytest.fixture(scope="module")
def articles(bundle: Path) -> Graph:
    return Graph(bundle)


def _reworded(scene: Scene) -> Scene:
    return replace(scene, statements=tuple(replace(s, text="Nothing of the sort.") for s in scene.statements))


def _unheard(scene: Scene) -> Scene:
    return replace(scene, speaks_for=dict.fromkeys(scene.speaks_for, ()))


def _rounded(scene: Scene) -> Scene:
    charts = tuple(replace(c, bars=tuple(replace(b, text={"en": "97"}) for b in c.bars)) for c in scene.charts)
    return replace(scene, charts=charts)


def _turned(scene: Scene) -> Scene:
    return replace(scene, relations=tuple(replace(r, relation=f"{r.relation}-not") for r in scene.relations))


@pytest.mark.parametrize("wrong", [_reworded, _unheard, _rounded, _turned])
def test_a_screen_that_says_something_else_is_seen(
    wrong: Callable[[Scene], Scene], chromium: Any, bundle: Path, articles: Graph, dyad: Path, tmp_path: Path
) -> None:
    page = tmp_path / "wrong.html"
    page.write_text(render(wrong(kg.open(str(bundle)).scene("PRK", "RUS"))), encoding="utf-8")
    with Visit(chromium, page) as opened:
        assert lies_on_screen(opened, data_of(dyad), articles) != []


# ------------------------------------------------------------------------------------------------ what is not here


def test_what_the_command_remarks_stands_on_the_page_in_each_language(bundle: Path, run: Run, tmp_path: Path) -> None:
    for lang in ("en", "ru", "ko"):
        out = tmp_path / f"{lang}.html"
        heard = run("view", "PRK", "RUS", "--lang", lang, "-o", str(out), code=0).stderr
        notes = data_of(out)["scene"]["notes"]
        assert notes
        for note in notes:
            assert note[lang] in heard


def test_a_side_that_joins_nothing_is_heard_all_the_same(visit: Any) -> None:
    opened = visit("#voice=b")
    assert "4 claims, 0 relations" in opened.page.inner_text("#banner")
    assert opened.page.locator("#voice-claims [data-claim]").count() == 4


def test_a_figure_keeps_its_about(visit: Any) -> None:
    assert "about 97 %" in visit("#view=figures").page.inner_text("#figures")


@needs_records
def test_records_are_drawn_and_counted_once(events: Path) -> None:
    with open(events / "icews.tsv", encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t"))[1:]
    scene = kg.open(str(events)).scene()
    apart = scene.apart
    assert apart is not None
    assert apart.nobodys > 0
    assert sum(s.records for s in scene.statements) + apart.nobodys == len(rows)
    assert (apart.inside, apart.acts, apart.unmeant) == (0, 0, 0)


# ------------------------------------------------------------------------------------------------ links, the example


def _write(workspace: Path, name: str, text: str) -> None:
    facts = workspace / "facts"
    (facts / name).write_text(prefix(facts / "XAA-XBB" / "everything.trig") + text, encoding="utf-8")


def test_an_address_holds_when_claims_are_added(visit: Any, workspace: Path, tmp_path: Path) -> None:
    _write(workspace, "one.trig", said("pro", "e:XAA br:supplies e:XBB .", summary="Aurelia supplies Borealia."))
    before = made(workspace, tmp_path / "before.html", "XAA", "XBB")
    edges = [r for r in data_of(before)["scene"]["relations"] if r["relation"] == "br:supplies"]
    address = f"#edge={edges[0]['source']}~br:supplies~{edges[0]['target']}"
    shown = visit(address, before).panel()
    _write(
        workspace,
        "a-first.trig",
        said("aa", "e:XAA br:cooperatesWith e:XBB .") + said("ab", "e:XBB br:supplies e:XAA ."),
    )
    after = made(workspace, tmp_path / "after.html", "XAA", "XBB")
    for fragment in (address, "#claim=pro", "#node=e:XBB"):
        assert visit(fragment, after).page.locator("#panel .missing").count() == 0
    assert "Aurelia supplies Borealia." in shown
    assert "Aurelia supplies Borealia." in visit(address, after).panel()


@pytest.mark.parametrize("fragment", ["#claim=gone-001", "#node=e:gone", "#edge=e:PRK~br:gone~e:RUS", "#voice=e:gone"])
def test_an_address_of_what_is_gone_says_so(visit: Any, fragment: str) -> None:
    opened = visit(fragment)
    assert "This page has nothing of this name" in opened.panel()
    assert fragment.split("=")[1] in opened.panel()
    opened.page.click("#panel .top button >> nth=0")
    assert "nothing of this name" not in opened.panel()


def test_the_invented_example_says_that_it_is_invented(visit: Any, starter: Path, tmp_path: Path) -> None:
    opened = visit("", made(starter, tmp_path / "x.html", "XAA", "XBB"))
    assert "invented example" in opened.page.inner_text("#warnings")
    assert "--remove-example" in opened.page.inner_text("#warnings")


def test_the_invented_example_stays_out_of_a_graph_of_ones_own(visit: Any, workspace: Path, tmp_path: Path) -> None:
    _write(workspace, "own.trig", said("own", "e:PRK br:supplies e:RUS .", summary="One state supplies the other."))
    page = made(workspace, tmp_path / "own.html")
    scene = data_of(page)["scene"]
    assert {s["id"] for s in scene["statements"]} == {"own"}
    assert {n["id"] for n in scene["nodes"]} == {"e:PRK", "e:RUS"}
    opened = visit("", page)
    assert opened.page.locator("#warnings").is_hidden()
    assert "invented example that kg init writes is left out: 6 claims" in opened.page.inner_text("#notes")


def test_a_joint_claim_is_of_both_sides(visit: Any, workspace: Path, tmp_path: Path) -> None:
    joint = said("joint", "e:XAA br:supplies e:XBB .").replace("br:statedBy e:note-author", "br:statedBy e:XAA , e:XBB")
    _write(workspace, "joint.trig", joint)
    page = made(workspace, tmp_path / "joint.html", "XAA", "XBB")
    assert {s["group"] for s in data_of(page)["scene"]["statements"] if s["id"] == "joint"} == {"joint"}
    row = visit("#view=matrix", page).page.locator("#matrix tbody tr", has_text="suppl")
    assert "Both sides" in row.inner_text()
