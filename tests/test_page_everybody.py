"""The page is safe with any data, and open to everybody: keyboard, screen reader, phone, paper."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import Any

import pytest

from browser import data_of, prefix, said
from conftest import Run

BRIDGE, PUTIN, KIM = "e:tumen-bridge", "e:vladimir-putin", "e:kim-jong-un"


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
    assert "javascript:" in json.dumps(data_of(hostile))
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


# ------------------------------------------------------------------------------------------------ where it cannot be read


def instead(chromium: Any, path: Path, before: str = "", **options: Any) -> str:
    """All that a reader sees of a page that cannot start."""
    context = chromium.new_context(**options)
    context.add_init_script(before)
    page = context.new_page()
    page.goto(path.as_uri())
    page.locator(".trouble:visible").wait_for()
    text = str(page.inner_text("body"))
    context.close()
    return text


def test_a_browser_that_cannot_unpack_says_what_is_needed(chromium: Any, dyad: Path) -> None:
    text = instead(chromium, dyad, "delete window.DecompressionStream")
    assert text == (
        "This browser is too old for this page: it cannot unpack gzip. "
        "Open the file in a Chrome, Edge, Firefox or Safari of May 2023 or later."
    )


@pytest.mark.parametrize("damage", ["cut", "changed", "emptied"])
def test_damaged_data_is_said_to_be_damaged(chromium: Any, run: Run, tmp_path: Path, damage: str) -> None:
    path = tmp_path / "damaged.html"
    run("view", "PRK", "RUS", "--lang", "ko", "-o", str(path), code=0)
    head, data, tail = re.split(r'(?<=id="kg-data">)([^<]*)', path.read_text(encoding="utf-8"), maxsplit=1)
    middle = len(data) // 8 * 4
    changed = {"cut": data[:middle], "changed": data[:middle] + "AAAA" + data[middle + 4 :], "emptied": ""}[damage]
    path.write_text(head + changed + tail, encoding="utf-8")
    assert instead(chromium, path).startswith("이 페이지의 데이터가 손상되었습니다.")


def test_without_scripts_the_page_says_what_it_needs(chromium: Any, dyad: Path) -> None:
    assert "This page needs JavaScript" in instead(chromium, dyad, java_script_enabled=False)


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
    "view", ["graph&node=e:tumen-bridge", "map", "timeline", "matrix", "table&claim=report-035", "figures"]
)
def test_accessible_by_wcag_a_and_aa(visit: Any, theme: str, view: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    opened = visit(f"#view={view}&theme={theme}", bypass_csp=True)
    found = Axe().run(opened.page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]})
    assert [(v["id"], v["nodes"][0]["html"][:200]) for v in found.response["violations"]] == []


@pytest.mark.parametrize("view", ["graph", "map", "timeline", "matrix", "table", "figures"])
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
