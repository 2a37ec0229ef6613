"""The page in a real browser: one file, offline, and what a reader sees in it."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import Any

import pytest
from kg.graph import Graph

from browser import Visit, data_of, prefix, said
from conftest import Run

BRIDGE, PUTIN, KIM = "e:tumen-bridge", "e:vladimir-putin", "e:kim-jong-un"


# ------------------------------------------------------------------------------------------------ the file


def test_it_asks_for_nothing_and_says_nothing(visit: Any) -> None:
    for view in ("graph", "timeline", "matrix", "table", "figures"):
        opened = visit(f"#view={view}")
        assert [u for u in opened.asked if not u.startswith("file:")] == []
        assert len(opened.asked) == 1
        assert opened.said == []


def test_standards_mode_title_and_language(visit: Any) -> None:
    page = visit("#lang=ru").page
    assert page.evaluate("document.compatMode") == "CSS1Compat"
    assert page.title() == "КНДР – Россия"
    assert page.evaluate("document.documentElement.lang") == "ru"


def test_equal_input_gives_equal_bytes_and_no_stray_folder(bundle: Path, tmp_path: Path) -> None:
    pages = []
    for seed in ("0", "1", "4242"):
        done = subprocess.run(
            [sys.executable, "-m", "kg", "-C", str(bundle), "view", "PRK", "RUS", "-o", f"{seed}.html"],
            cwd=tmp_path,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
        )
        assert done.returncode == 0, done.stderr
        pages.append((tmp_path / f"{seed}.html").read_bytes())
    assert pages[0] == pages[1] == pages[2]
    assert sorted(os.listdir(tmp_path)) == ["0.html", "1.html", "4242.html"]
    assert b"\r" not in pages[0]
    assert b"http://" not in re.sub(rb"http://www\.w3\.org/\S+", b"", pages[0].split(b"<script>")[0])


def test_the_policy_forbids_everything_but_its_own_scripts(dyad: Path) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', dyad.read_text()).group(1)  # type: ignore[union-attr]
    assert "default-src &#39;none&#39;" in policy or "default-src 'none'" in policy
    assert policy.count("sha256-") == 3  # vis, ours, and what unpacks the two
    assert "unsafe-eval" not in policy
    assert "unsafe-inline" not in policy.split("style-src")[0]


# ------------------------------------------------------------------------------------------------ the picture


@pytest.mark.parametrize("lang", ["en", "ru", "ko"])
def test_labels_are_readable_and_never_overlap(visit: Any, lang: str) -> None:
    labels = visit(f"#all=1&lead=0&lang={lang}").kg("labels")
    assert len(labels) > 40
    assert min(label["px"] for label in labels) >= 11
    for i, one in enumerate(labels):
        for other in labels[:i]:
            a, b = one["box"], other["box"]
            assert not (a[0] < b[2] and a[2] > b[0] and a[1] < b[3] and a[3] > b[1]), (one["id"], other["id"])


@pytest.mark.parametrize("fragment", ["", "#all=1&lead=0"])
def test_most_things_have_their_name_and_the_poles_always(visit: Any, fragment: str) -> None:
    opened = visit(fragment)
    named = {label["id"] for label in opened.kg("labels")}
    assert {"e:PRK", "e:RUS"} <= named
    assert len(named) >= 0.9 * len(opened.kg("drawn"))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ким Чен", KIM),
        ("김정은", KIM),
        ("kim jong", KIM),
        ("Kím Jông", KIM),
        ("두만강 자동차", BRIDGE),
        ("пУТИН", PUTIN),
    ],
)
def test_search_in_any_script(visit: Any, text: str, name: str) -> None:
    opened = visit()
    opened.page.keyboard.press("/")
    opened.page.keyboard.type(text)
    assert opened.page.get_attribute("#q", "aria-expanded") == "true"
    opened.page.keyboard.press("Enter")
    assert f"node={name}" in opened.fragment()


def test_a_search_without_a_hit_says_so(visit: Any) -> None:
    opened = visit()
    opened.page.fill("#q", "Qwxzv")
    opened.until("document.querySelector('#hits').innerText === 'No match'")


# ------------------------------------------------------------------------------------------------ evidence


def test_a_click_on_a_thing_opens_its_relations_and_claims(visit: Any) -> None:
    opened = visit()
    opened.click_node(BRIDGE)
    text = opened.panel()
    assert "Road bridge over the Tumen River" in text
    opened.page.click("#panel details >> nth=0")
    assert re.search(r"report § \d+|essay § \d+|§ \d+, \d+–\d+", opened.panel())


def test_a_relation_shows_stance_speaker_document_and_passage(visit: Any) -> None:
    opened = visit("#view=table")
    opened.page.click(
        "#table tr[data-edge]:has-text('supports militarily'):has-text('Russia') td:nth-child(2) button >> nth=0"
    )
    text = opened.panel()
    assert "supports militarily" in text
    for part in ("stated", "North Korea", "report-059", "§ 9, 2691–2901"):
        assert part in text


def test_a_claim_has_a_page_of_its_own_with_a_citation(visit: Any) -> None:
    opened = visit("#claim=report-059")
    text = opened.panel()
    assert "According to North Korea itself" in text
    assert "corroborates report-014" in text
    opened.context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened.page.click("text=Copy citation")
    opened.until("document.querySelector('#live').textContent === 'Citation copied'")


def test_a_thing_shows_what_is_said_of_it_alone(visit: Any) -> None:
    opened = visit(f"#node={BRIDGE}")
    assert "length: 1 km" in opened.panel()
    opened.page.click("#panel summary:has-text('1 km')")
    assert "report-034" in opened.panel()
    assert "длина: 1 km" in visit(f"#node={BRIDGE}&lang=ru").panel()


def test_a_claim_shows_what_it_limits_itself_to(visit: Any) -> None:
    assert "stated before publication" in visit("#claim=report-059").panel()


def test_a_contradicted_claim_names_the_other(visit: Any, workspace: Path, run: Run, tmp_path: Path) -> None:
    out = tmp_path / "starter.html"
    run("-C", str(workspace), "view", "XAA", "XBB", "--all", "-o", str(out), code=0)
    assert "note-4" in visit("#claim=note-3", out).panel()
    assert "Says it is not so" in visit("#claim=essay-107").panel()
    assert {label["id"] for label in visit("#claim=report-035").kg("labels")} == {"e:road-link-project"}


def test_the_table_holds_every_relation_parallel_ones_too(visit: Any) -> None:
    opened = visit("#view=table")
    rows = opened.page.locator("#table tbody tr").count()
    edges = opened.kg("edges")
    assert rows == len(edges) == len(opened.kg("shown"))
    pairs = [tuple(sorted((e["source"], e["target"]))) for e in edges]
    assert len(pairs) > len(set(pairs))
    assert sum(e["relation"] == "br:transportLinkWith" for e in edges) == 1  # both claims, and both ways, in one line


def test_the_table_sorts_by_any_column(visit: Any) -> None:
    opened = visit("#view=table")
    opened.page.click("#table th button >> nth=2")
    first = opened.page.locator("#table tbody td:nth-child(3)").all_inner_texts()
    opened.page.click("#table th button >> nth=2")
    assert opened.page.locator("#table tbody td:nth-child(3)").all_inner_texts()[0] == first[-1]
    assert opened.page.get_attribute("#table th >> nth=2", "aria-sort") == "descending"


def test_who_says_what_has_a_row_a_relation_and_a_column_a_speaker(visit: Any) -> None:
    opened = visit("#view=matrix")
    assert "author of the report" in opened.page.inner_text("#matrix thead")
    assert opened.page.locator("#matrix tbody tr").count() == len(opened.kg("shown"))


def test_a_denial_is_shown_beside_what_it_denies(visit: Any, workspace: Path, run: Run, tmp_path: Path) -> None:
    facts = workspace / "facts" / "XAA-XBB" / "everything.trig"
    (workspace / "facts" / "denial.trig").write_text(
        prefix(facts)
        + said("pro", "e:XAA br:supplies e:XBB .")
        + said("contra", "e:XAA br:supplies e:XBB .", stance="denied")
    )
    out = tmp_path / "denial.html"
    run("-C", str(workspace), "view", "XAA", "XBB", "-o", str(out), code=0)
    opened = visit("#view=matrix", out)
    row = opened.page.locator("#matrix tbody tr", has_text="supplies")
    assert row.locator(".mk.denied").count() == 1
    assert "Disputed" in row.inner_text()
    row.locator("button").click()
    assert "Says it is not so:" in opened.panel()


def test_figures_are_bars_with_their_claims(visit: Any) -> None:
    text = visit("#view=figures").page.inner_text("#figures")
    assert "China" in text
    assert "97 %" in text
    assert "report-051" in text


# ------------------------------------------------------------------------------------------------ taking away


def test_exports_are_valid(visit: Any, dyad: Path) -> None:
    opened = visit()
    got = {}
    for kind in ("svg", "png", "csv", "json"):
        opened.page.click("#export")
        with opened.page.expect_download() as waiting:
            opened.page.click(f"[data-x={kind}]")
        got[kind] = Path(waiting.value.path()).read_bytes()
    root = ElementTree.fromstring(got["svg"])
    assert "Road bridge over" in "".join(root.itertext())
    assert got["png"].startswith(b"\x89PNG")
    rows = list(csv.DictReader(io.StringIO(got["csv"].decode("utf-8-sig"))))
    assert {r["claim"] for r in rows} >= {"report-059", "essay-002"}
    assert json.loads(got["json"]) == data_of(dyad)


# ------------------------------------------------------------------------------------------------ other scenes


def test_a_notebook_shows_the_page_in_a_frame(chromium: Any, graph: Any, tmp_path: Path) -> None:
    page = graph.view("PRK", "RUS")
    outside = tmp_path / "notebook.html"
    outside.write_text(f"<!doctype html><html data-ready=1><title>n</title>{page._repr_html_()}</html>")
    with Visit(chromium, outside) as opened:
        frame = opened.page.frame_locator("iframe")
        frame.locator("html[data-ready]").wait_for()
        frame.locator("#tab-table").click()
        assert frame.locator("#table tbody tr").count() > 50
        assert opened.said == []


def test_surroundings_path_and_the_whole_graph(visit: Any, run: Run, tmp_path: Path) -> None:
    sizes = {}
    for name, args in {"one": ("tumen bridge",), "path": ("--path", "CHN", "tumen bridge"), "all": ()}.items():
        out = tmp_path / f"{name}.html"
        run("view", *args, "-o", str(out), code=0)
        opened = visit("", out)
        assert opened.said == []
        sizes[name] = len(opened.kg("visible"))
    assert 3 <= sizes["path"] < sizes["one"] < sizes["all"]
    assert sizes["all"] > 90


def test_the_result_of_a_query_as_a_page(visit: Any, run: Run, tmp_path: Path) -> None:
    out = tmp_path / "query.html"
    run("sparql", "SELECT ?from ?to WHERE { ?from br:undertakenBy ?to }", "--page", str(out), code=0)
    assert set(visit("", out).kg("visible")) == {"e:road-link-project", "e:PRK", "e:RUS"}
    run("sparql", "#defaultView:Graph\nSELECT ?x ?y WHERE { ?x br:separates ?y }", "--page", str(out), code=0)
    assert set(visit("", out).kg("visible")) == {"e:tumen-river", "e:primorsky-krai", "e:rason-zone"}
    done = run("sparql", "SELECT ?x ?y WHERE { ?x br:separates ?y }", "--page", str(out), code=2)
    assert "Name two columns ?from and ?to" in done.stderr
    done = run("sparql", "SELECT ?from ?to WHERE { VALUES (?from ?to) { (e:JPN e:CHN) } }", "--page", str(out), code=1)
    assert "1 pair that no claim joins left out." in done.stderr


def test_what_the_clock_left_out_is_said(run: Run, tmp_path: Path) -> None:
    done = run("view", "PRK", "RUS", "--as-of", "2024", "-o", str(tmp_path / "x.html"), code=0)
    left_out = int(re.search(r"(\d+) ties without a date left out", done.stderr).group(1))  # type: ignore[union-attr]
    assert left_out > 100


def test_no_claim_of_others_leaks_into_the_page_of_one_side(graph: Graph) -> None:
    """Not by a chart, not by what speaks against it, not by a fact of a thing."""
    whole, side = graph.scene("PRK", "RUS"), graph.scene("PRK", "RUS", according_to="PRK")
    assert whole.charts
    assert {c.group for c in side.statements} == {"a"}
    planned = graph.scene("PRK", "RUS", stance="planned")
    assert {c.stance for c in planned.statements} == {"planned"}


def test_nothing_to_show_is_said(run: Run, tmp_path: Path) -> None:
    done = run("view", "PRK", "RUS", "--stance", "denied", "--as-of", "1066", "-o", str(tmp_path / "x.html"), code=1)
    assert "There is nothing to show that passes these filters." in done.stderr
    assert os.listdir(tmp_path) == []
