"""The page in a real browser: what a reader sees, offline, in any language, by mouse and by keyboard."""

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
from kg.scene import Mention, Node, Relation, Scene, Source, Statement
from kg.show.page.page import render

from browser import Visit, chromium  # noqa: F401
from conftest import Run

BRIDGE, PUTIN, KIM = "e:tumen-bridge", "e:vladimir-putin", "e:kim-jong-un"


@pytest.fixture(scope="session")
def dyad(bundle: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the two articles."""
    path = tmp_path_factory.mktemp("page") / "Страница 두만강.html"
    subprocess.run(
        [sys.executable, "-m", "kg", "view", "PRK", "RUS", "-o", str(path)], cwd=bundle, check=True, capture_output=True
    )
    return path


@pytest.fixture
def visit(chromium: Any, dyad: Path, request: pytest.FixtureRequest) -> Any:  # noqa: F811
    """Open the dyad's page; the test says where."""

    def go(fragment: str = "", path: Path = dyad, **options: Any) -> Visit:
        opened = Visit(chromium, path, fragment, **options)
        request.addfinalizer(opened.context.close)
        return opened

    return go


def prefix(facts: Path) -> str:
    return "".join(line + "\n" for line in facts.read_text().splitlines() if line.startswith("@prefix"))


def said(name: str, content: str, more: str = "", summary: str = "Something.", stance: str = "stated") -> str:
    return (
        f"c:{name} {{ {content} }}\nc:{name} a br:Claim ; br:inDocument d:note ; br:statedBy e:note-author ; "
        f"br:stance stance:{stance} ; dcterms:description {json.dumps(summary)}@en ; {more} "
        'br:passage [ br:paragraph 2 ; oa:start 27 ; oa:end 100 ; br:passageHash "2917d9116d2bab64" ] .\n'
    )


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


def test_the_policy_forbids_everything_but_the_two_scripts(dyad: Path) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', dyad.read_text()).group(1)  # type: ignore[union-attr]
    assert "default-src &#39;none&#39;" in policy or "default-src 'none'" in policy
    assert policy.count("sha256-") == 2
    assert "unsafe-eval" not in policy
    assert "unsafe-inline" not in policy.split("style-src")[0]


# ------------------------------------------------------------------------------------------------ the picture


@pytest.mark.parametrize("lang", ["en", "ru", "ko"])
def test_labels_are_readable_and_never_overlap(visit: Any, lang: str) -> None:
    labels = visit(f"#lang={lang}").kg("labels")
    assert len(labels) > 40
    assert min(label["px"] for label in labels) >= 11
    for i, one in enumerate(labels):
        for other in labels[:i]:
            a, b = one["box"], other["box"]
            assert not (a[0] < b[2] and a[2] > b[0] and a[1] < b[3] and a[3] > b[1]), (one["id"], other["id"])


def test_most_things_have_their_name_and_the_poles_always(visit: Any) -> None:
    opened = visit()
    named = {label["id"] for label in opened.kg("labels")}
    assert {"e:PRK", "e:RUS"} <= named
    assert len(named) >= 0.9 * len(opened.kg("visible"))


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
    assert opened.page.inner_text("#hits") == "No match"


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
    for part in ("reported", "North Korea", "report-059", "§ 9, 2691–2901"):
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


def test_a_contradicted_claim_names_the_other(visit: Any) -> None:
    assert "essay-107" in visit("#claim=report-035").panel()
    assert "Says it is not so" in visit("#claim=essay-107").panel()
    assert {label["id"] for label in visit("#claim=report-035").kg("labels")} == {"e:road-link-project"}


def test_the_table_holds_every_relation_parallel_ones_too(visit: Any) -> None:
    opened = visit("#view=table")
    rows = opened.page.locator("#table tbody tr").count()
    edges = opened.kg("edges")
    assert rows == len(edges) == len(opened.kg("shown"))
    pairs = [tuple(sorted((e["s"], e["t"]))) for e in edges]
    assert len(pairs) > len(set(pairs))
    assert sum(e["rel"] == "br:transportLinkWith" for e in edges) == 1  # both claims, and both ways, in one line


def test_the_table_sorts_by_any_column(visit: Any) -> None:
    opened = visit("#view=table")
    opened.page.click("#table th button >> nth=2")
    first = opened.page.locator("#table tbody td:nth-child(3)").all_inner_texts()
    opened.page.click("#table th button >> nth=2")
    assert opened.page.locator("#table tbody td:nth-child(3)").all_inner_texts()[0] == first[-1]
    assert opened.page.get_attribute("#table th >> nth=2", "aria-sort") == "descending"


def test_who_says_what_marks_denials(visit: Any) -> None:
    opened = visit("#view=matrix")
    assert "author of the report" in opened.page.inner_text("#matrix thead")
    assert opened.page.locator("#matrix tbody tr").count() == len(opened.kg("shown"))


def test_figures_are_bars_with_their_claims(visit: Any) -> None:
    text = visit("#view=figures").page.inner_text("#figures")
    assert "China" in text
    assert "97 %" in text
    assert "report-051" in text


# ------------------------------------------------------------------------------------------------ choices


def test_the_legend_hides_and_shows(visit: Any) -> None:
    opened = visit()
    before = opened.kg("visible")
    opened.page.click("#legend button:has-text('People')")
    assert PUTIN not in opened.kg("visible")
    assert "hide=person" in opened.fragment()
    opened.page.click("#legend button:has-text('judgement'), #legend button:has-text('assessed')")
    opened.page.click("#reset")
    assert opened.kg("visible") == before


def test_undo_takes_back_every_choice(visit: Any) -> None:
    opened = visit()
    opened.page.click("#legend button:has-text('People')")
    opened.page.click("#legend button:has-text('States')")
    opened.page.keyboard.press("u")
    assert "hide=person" in opened.fragment()
    opened.page.click("#undo")
    assert "hide" not in opened.fragment()


def test_path_focus_hide_and_pin(visit: Any) -> None:
    opened = visit("#node=e:primorsky-krai")
    opened.page.click("text=Find path to…")
    opened.click_node("e:rason-zone")
    assert "Tumen River" in opened.page.inner_text("#banner")
    assert len(opened.kg("path")) == 2
    opened.page.keyboard.press("Escape")
    opened.click_node(BRIDGE)
    opened.page.keyboard.press("f")
    assert len(opened.kg("visible")) < 30
    opened.page.keyboard.press("f")
    opened.page.keyboard.press("h")
    assert BRIDGE not in opened.kg("visible")
    x, y = opened.kg("at", KIM)
    opened.page.mouse.move(x, y)
    opened.page.mouse.down()
    opened.page.mouse.move(x + 60, y - 40, steps=5)
    opened.page.mouse.up()
    opened.until("location.hash.includes('pin=')")
    moved = opened.kg("at", KIM)
    assert abs(moved[0] - x - 60) < 8


def test_a_voice_shows_its_own_and_marks_what_only_others_say(visit: Any) -> None:
    opened = visit()
    everything = opened.kg("shown")
    opened.page.select_option("#voice", "a")
    assert opened.kg("shown") == everything
    assert 0 < len(everything) - len(opened.kg("ghosts")) < 20
    assert "only by others" in opened.page.inner_text("#banner")
    opened.page.select_option("#voice", "e:essay-author")
    assert "voice=e:essay-author" in opened.fragment()


def test_deep_links_are_restored(visit: Any) -> None:
    opened = visit(f"#view=table&node={BRIDGE}&lang=ko&theme=dark&hide=person&undated=0&asof=2024-06")
    assert opened.page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert opened.page.locator("#tab-table[aria-selected=true]").count() == 1
    assert "두만강" in opened.panel()
    for part in (f"node={BRIDGE}", "lang=ko", "hide=person", "asof=2024-06", "undated=0"):
        assert part in opened.fragment()


@pytest.mark.parametrize(
    "fragment",
    [
        "#node=__proto__&edge=constructor&claim=toString",
        "#view=<script>&lang=xx&theme=javascript:alert(1)",
        "#path=a~b&focus=nobody&asof=2024-99-99&voice=__proto__&step=-1",
        "#pin=e:PRK@NaN:1,e:PRK@1e9:2&gone=valueOf",
        "#%E0%A4%A&hide=" + "x" * 5000,
    ],
)
def test_hostile_hashes_are_ignored(visit: Any, fragment: str) -> None:
    opened = visit(fragment)
    assert opened.said == []
    assert len(opened.kg("visible")) > 40
    assert opened.page.evaluate("document.documentElement.lang") == "en"
    assert opened.page.is_visible("#network")


# ------------------------------------------------------------------------------------------------ two clocks


@pytest.fixture
def clocks(workspace: Path, run: Run, tmp_path: Path) -> Path:
    """A page with a past, a present and a later document."""
    facts = workspace / "facts" / "XAA-XBB" / "everything.trig"
    (workspace / "facts" / "more.trig").write_text(
        prefix(facts)
        + "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
        + 'd:late a br:Document ; dcterms:title "Later"@en ; dcterms:issued "2024-05" ; dcterms:creator e:note-author ; '
        + f'br:textHash "{"0" * 64}" .\n'
        + said(
            "old",
            "e:XAA br:alliedWith e:XBB .",
            'br:validFrom "2019-01-01"^^xsd:date ; br:validUntil "2020-06-30"^^xsd:date ;',
        )
        + said("new", "e:XAA br:opposes e:XBB .", 'br:validFrom "2023-02-01"^^xsd:date ;').replace("d:note", "d:late")
    )
    path = tmp_path / "clocks.html"
    run("-C", str(workspace), "view", "XAA", "XBB", "--all", "-o", str(path), code=0)
    return path


def relations(opened: Visit) -> set[str]:
    shown = set(opened.kg("shown"))
    return {e["rel"] for e in opened.kg("edges") if e["id"] in shown}


def test_as_of_shows_nothing_future_and_nothing_ended(visit: Any, clocks: Path) -> None:
    at = {m: relations(visit(f"#asof={m}&undated=0", clocks)) for m in ("2019-06", "2021-01", "2023-02", "2024-01")}
    assert "br:alliedWith" in at["2019-06"]
    assert "br:opposes" not in at["2019-06"]
    assert at["2021-01"] == set()
    assert "br:opposes" in at["2023-02"]
    assert "br:alliedWith" not in at["2024-01"]


def test_as_known_then_shows_nothing_unpublished(visit: Any, clocks: Path) -> None:
    assert "br:opposes" in relations(visit("#asof=2023-04&undated=0", clocks))
    assert "br:opposes" not in relations(visit("#asof=2023-04&known=1&undated=0", clocks))
    assert "br:opposes" in relations(visit("#asof=2024-05&known=1&undated=0", clocks))


def test_the_slider_and_play_move_the_clock(visit: Any, clocks: Path) -> None:
    opened = visit("#undated=0", clocks)
    opened.page.focus("#time input[type=range]")
    opened.page.keyboard.press("Home")
    assert "asof=2019-01" in opened.fragment()
    opened.page.keyboard.press("ArrowRight")
    assert "asof=2019-02" in opened.fragment()
    opened.page.click("#play")
    opened.until("!location.hash.includes('asof=2019-02')")
    opened.page.click("#play")
    assert opened.page.locator("#time rect").count() > 2
    opened.page.check("#box-known")
    assert "known=1" in opened.fragment()
    assert opened.page.locator("#time rect").count() == 2  # two days on which something was published


def test_the_timeline_and_the_heat_map_follow(visit: Any, clocks: Path) -> None:
    opened = visit("#view=timeline", clocks)
    assert opened.page.locator("#timeline .pt").count() >= 4
    opened.page.locator("#timeline .pt").first.press("Enter")
    assert "edge=" in opened.fragment()
    assert "2019" in visit("#view=figures", clocks).page.inner_text("#figures .heatmap")


def test_dates_of_all_ages_fit_on_the_page(visit: Any, workspace: Path, run: Run, tmp_path: Path) -> None:
    facts = workspace / "facts" / "XAA-XBB" / "everything.trig"
    days = ("0001-01-01", "1648-10-24", "9999-12-31")
    (workspace / "facts" / "ages.trig").write_text(
        prefix(facts)
        + "".join(
            said(
                f"age-{i}",
                f'e:age-{i} a br:Event ; br:eventType ev:meet ; br:actor e:XAA , e:XBB ; br:date "{day}" .',
                stance="planned",
            )
            for i, day in enumerate(days)
        )
    )
    out = tmp_path / "ages.html"
    run("-C", str(workspace), "view", "XAA", "XBB", "-o", str(out), code=0)
    for fragment in ("#view=timeline", "#view=figures", "#asof=1648-10&undated=0"):
        assert visit(fragment, out).said == []
    assert visit("#view=timeline", out).page.locator("#timeline .pt").count() >= 3
    assert len(visit("#asof=1648-10&undated=0", out).kg("shown")) == 1


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
    embedded = re.search(r'id="kg-data">(.*?)</script>', dyad.read_text(), re.S).group(1)  # type: ignore[union-attr]
    assert json.loads(got["json"]) == json.loads(embedded)


# ------------------------------------------------------------------------------------------------ hostile data

EVIL = '<img src=x onerror="window.__pwned=1"></script><script>window.__pwned=2</script>{{7*7}}'


@pytest.fixture
def hostile(workspace: Path, run: Run, tmp_path: Path) -> Path:
    for path in (workspace / "facts").rglob("*.trig"):
        text = path.read_text()
        for old in ("Aurelia", "Tunnel project", "The two presidents held talks in early March 2023."):
            text = text.replace(f'"{old}"@en', json.dumps(f"{EVIL}{old}", ensure_ascii=False) + "@en")
        path.write_text(text)
    documents = workspace / "facts" / "documents.trig"
    text = documents.read_text()
    assert "dcterms:title" in text
    documents.write_text(
        text.replace("dcterms:title", 'dcterms:identifier "javascript:window.__pwned=3" ; dcterms:title', 1)
    )
    facts = workspace / "facts" / "XAA-XBB" / "everything.trig"
    (workspace / "facts" / "evil.trig").write_text(
        prefix(facts) + said("formula", "e:XAA br:opposes e:XBB .", summary="=HYPERLINK(1)" + EVIL)
    )
    out = tmp_path / "hostile.html"
    run("-C", str(workspace), "view", "XAA", "XBB", "--all", "-o", str(out), code=0)
    return out


def test_hostile_names_claims_and_urls_never_run(visit: Any, hostile: Path) -> None:
    for view in ("graph", "timeline", "matrix", "table", "figures"):
        opened = visit(f"#view={view}&node=e:XAA", hostile)
        assert EVIL[:20] in opened.panel()
        assert "{{7*7}}" in opened.panel()
        assert opened.page.evaluate("window.__pwned") is None
        assert opened.page.locator("img, a[href^=javascript]").count() == 0
        assert opened.said == []
    overview = visit("", hostile)
    assert "javascript:" in overview.page.text_content("#kg-data")
    assert overview.page.locator("a").count() == 1  # the skip link; the document's address is no link
    assert "'=HYPERLINK" in opened.kg("csv")
    ElementTree.fromstring(opened.kg("svg"))


def test_the_policy_stops_an_injected_handler(visit: Any, hostile: Path) -> None:
    opened = visit("", hostile)
    opened.page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.__pwned=4\">')")
    opened.page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), {text: 'window.__pwned=5'}))"
    )
    opened.until("document.querySelector('body > img')?.complete")
    assert opened.page.evaluate("window.__pwned") is None
    assert any("Content Security Policy" in text for text in opened.said)
    assert len(opened.asked) == 1 or all(u.startswith("file:") for u in opened.asked)


# ------------------------------------------------------------------------------------------------ for everybody


def test_everything_can_be_reached_by_keyboard(visit: Any) -> None:
    opened = visit()
    page = opened.page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "skip"
    page.keyboard.press("Enter")
    assert "view=table" in opened.fragment()
    page.focus("#tab-table")
    page.keyboard.press("ArrowLeft")
    assert page.evaluate("document.activeElement.id") == "tab-matrix"
    page.focus("#tab-matrix")
    for _ in range(2):
        page.keyboard.press("ArrowLeft")
    assert page.evaluate("document.activeElement.id") == "tab-graph"
    page.focus("#network")
    page.keyboard.press("n")
    first = opened.fragment()
    page.keyboard.press("n")
    assert "node=" in first
    assert opened.fragment() != first
    assert "," in page.inner_text("#live")
    page.keyboard.press("Escape")
    assert "node=" not in opened.fragment()
    page.focus("#legend button")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('#legend') !== null")
    assert re.fullmatch(r"States: \d+ entities, \d+ relations", page.text_content("#live"))
    page.focus("#export")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.dataset.x") == "png"


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    "view", ["graph&node=e:tumen-bridge", "timeline", "matrix", "table&claim=report-035", "figures"]
)
def test_accessible_by_wcag_a_and_aa(visit: Any, theme: str, view: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    opened = visit(f"#view={view}&theme={theme}", bypass_csp=True)
    found = Axe().run(opened.page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]})
    assert [(v["id"], v["nodes"][0]["html"][:200]) for v in found.response["violations"]] == []


@pytest.mark.parametrize("view", ["graph", "timeline", "matrix", "table", "figures"])
def test_a_phone_never_scrolls_sideways(visit: Any, view: str) -> None:
    opened = visit(f"#view={view}&lang=ru", viewport={"width": 390, "height": 844})
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 390


def test_theme_follows_the_system_and_motion_can_be_calmed(visit: Any) -> None:
    opened = visit(color_scheme="dark", reduced_motion="reduce")
    assert opened.page.evaluate("document.documentElement.dataset.theme") == "dark"
    opened.page.click("#theme")
    assert opened.page.evaluate("document.documentElement.dataset.theme") == "light"


def test_on_paper_the_tools_are_gone(visit: Any) -> None:
    opened = visit("#view=table")
    opened.page.emulate_media(media="print")
    assert not opened.page.is_visible("#export")
    assert not opened.page.is_visible("#time")
    assert opened.page.is_visible("#table")


def test_a_story_is_walked_with_the_arrow_keys(visit: Any, run: Run, tmp_path: Path) -> None:
    steps = tmp_path / "story.txt"
    steps.write_text("# two steps\nA bridge is planned.\tnode=e:tumen-bridge\nTwo leaders agreed.\tclaim=report-032\n")
    out = tmp_path / "story.html"
    run("view", "PRK", "RUS", "--story", str(steps), "-o", str(out), code=0)
    opened = visit("#embed=1", out)
    assert "1/2 A bridge is planned." in opened.page.inner_text("#story")
    assert not opened.page.is_visible("header")
    opened.page.keyboard.press("ArrowRight")
    assert "2/2 Two leaders agreed." in opened.page.inner_text("#story")
    assert "report-032" in opened.panel()
    opened.page.keyboard.press("ArrowLeft")
    assert "node=e:tumen-bridge" in opened.fragment()


def test_a_broken_story_names_its_line(run: Run, tmp_path: Path) -> None:
    steps = tmp_path / "story.txt"
    steps.write_text("Good.\tnode=e:PRK\nno tab here\n")
    done = run("view", "PRK", "RUS", "--story", str(steps), "-o", str(tmp_path / "x.html"), code=2)
    assert f"{steps}:2:" in done.stderr
    assert not (tmp_path / "x.html").exists()


# ------------------------------------------------------------------------------------------------ large graphs


def invented(size: int) -> Scene:
    """A ring of things with a hub, a dated claim for each relation."""
    name = lambda text: {"en": text, "ru": text, "ko": text}  # noqa: E731
    nodes = tuple(
        Node(f"e:n{i}", "org", ("a", "b", "joint", "third")[i % 4], name(f"Thing {i}"), name("thing"))
        for i in range(size)
    )
    pairs = [(i, (i + 1) % size) for i in range(size)] + [(0, i) for i in range(2, size, 20)]
    relations = tuple(
        Relation(
            f"r{n}",
            f"e:n{a}",
            f"e:n{b}",
            "br:meets",
            "acts",
            name("meets"),
            False,
            1,
            (Mention(f"k{n}", "2020-01-01"),),
        )
        for n, (a, b) in enumerate(pairs)
    )
    statements = tuple(
        Statement(
            f"k{n}",
            f"Thing {a} meets thing {b}.",
            "stated",
            "asserted",
            ("e:n0",),
            "a",
            "d",
            "2021-01-01",
            "record 1",
            {},
            False,
        )
        for n, (a, b) in enumerate(pairs)
    )
    return Scene(
        name("Invented"), {}, ("e:n0", "e:n1"), nodes, relations, statements, (Source("d", "Data", "nobody", None, None),),
        {"e:n0": name("Thing 0")}, {"stated": name("stated")}, {"acts": {}},
    )  # fmt: skip


def test_a_large_graph_is_an_overview_with_few_labels(visit: Any, tmp_path: Path) -> None:
    path = tmp_path / "large.html"
    path.write_text(render(invented(900)), encoding="utf-8")
    opened = visit("", path)
    assert len(opened.kg("visible")) == 900
    labels = opened.kg("labels")
    assert 5 < len(labels) <= 60
    assert min(label["px"] for label in labels) >= 11
    assert opened.page.is_visible("#overview")
    opened.click_node("e:n0")
    assert "node=e:n0" in opened.fragment()
    assert "Thing 0" in opened.panel()
    opened.page.keyboard.press("f")  # vis draws the surroundings
    assert not opened.page.is_visible("#overview")
    assert opened.page.locator("#network .vis-network canvas").count() == 1
    assert {label["id"] for label in opened.kg("labels")} >= {"e:n0", "e:n1"}
    opened.page.keyboard.press("Escape")
    assert opened.page.is_visible("#overview")
    before = opened.kg("at", "e:n5")
    opened.page.mouse.move(700, 450)
    opened.page.mouse.wheel(0, -300)
    opened.until(f"Math.abs(window.kg.at('e:n5')[0] - {before[0]}) > 1")
    opened.page.fill("#q", "Thing 77")
    opened.page.keyboard.press("Enter")
    assert "node=e:n77" in opened.fragment()
    assert opened.said == []


def test_a_long_table_comes_in_portions(visit: Any, tmp_path: Path) -> None:
    path = tmp_path / "large.html"
    path.write_text(render(invented(900)), encoding="utf-8")
    opened = visit("#view=table", path)
    assert opened.page.locator("#table tbody tr").count() == 500
    opened.page.click("#table .more button")
    assert opened.page.locator("#table tbody tr").count() == 945
    assert len(list(csv.DictReader(io.StringIO(opened.kg("csv").removeprefix("\ufeff"))))) == 945
    for view in ("matrix", "timeline", "figures"):
        assert visit(f"#view={view}", path).said == []


def test_a_scene_of_middle_size_is_drawn_by_vis_without_zones(visit: Any, tmp_path: Path) -> None:
    path = tmp_path / "middle.html"
    path.write_text(render(invented(200)), encoding="utf-8")
    opened = visit("", path)
    assert opened.page.locator("#network .vis-network canvas").count() == 1
    assert len(opened.kg("labels")) > 20
    assert opened.said == []


# ------------------------------------------------------------------------------------------------ other scenes


def test_a_notebook_shows_the_page_in_a_frame(chromium: Any, graph: Any, tmp_path: Path) -> None:  # noqa: F811
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


def test_nothing_to_show_is_said(run: Run, tmp_path: Path) -> None:
    done = run("view", "PRK", "RUS", "--stance", "denied", "--as-of", "1066", "-o", str(tmp_path / "x.html"), code=1)
    assert "There is nothing to show that passes these filters." in done.stderr
    assert os.listdir(tmp_path) == []
