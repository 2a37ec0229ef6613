"""How the page is used: Back, help, tooltips, search, the keyboard, small screens, languages, and text without script."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from kg.graph import Graph

from browser import Visit, data_of, prefix, said
from conftest import Run

BRIDGE, KIM = "e:tumen-bridge", "e:kim-jong-un"
FOCUSED = "document.activeElement"


@pytest.fixture
def scene(dyad: Path) -> Any:
    """What the page of the two articles holds."""
    return data_of(dyad)["scene"]


def focus_of(opened: Visit) -> str:
    """Where the keyboard is: an id, or the id of the part of the page it is in."""
    return str(opened.page.evaluate(f"{FOCUSED}.id || {FOCUSED}.closest('[id]')?.id || {FOCUSED}.tagName"))


def heard(opened: Visit) -> str:
    return str(opened.page.text_content("#live"))


# ------------------------------------------------------------------------------------------------ Back and Forward


def test_back_and_forward_go_through_what_was_opened(visit: Any) -> None:
    opened = visit()
    opened.page.click("#tab-table")
    opened.page.click("#table tbody tr:first-child td:nth-child(2) button")
    edge = opened.fragment()
    assert "edge=" in edge
    opened.page.go_back()
    opened.until("location.hash === '#view=table' && !document.documentElement.hasAttribute('data-open')")
    assert opened.page.is_visible("#table")
    opened.page.go_back()
    opened.until("!location.hash.includes('view') && document.querySelector('#table').hidden")
    opened.page.go_forward()
    opened.page.go_forward()
    opened.until("document.documentElement.hasAttribute('data-open')")
    assert opened.fragment() == edge


def test_a_slider_that_is_dragged_is_one_place_in_the_history(visit: Any) -> None:
    opened = visit()
    opened.page.click("#tab-matrix")
    before = opened.page.evaluate("history.length")
    opened.page.focus("#time-until")
    for _ in range(5):
        opened.page.keyboard.press("ArrowLeft")
    assert "asof=" in opened.fragment()
    assert opened.page.evaluate("history.length") == before
    opened.page.click("#undo")
    assert "asof" not in opened.fragment()


def test_a_link_to_a_place_of_the_page_is_followed(visit: Any) -> None:
    opened = visit()
    opened.page.evaluate("location.hash = '#view=figures&claim=report-051'")
    opened.until("!document.querySelector('#figures').hidden")
    assert "report-051" in opened.panel()
    opened.page.go_back()
    opened.until("document.querySelector('#figures').hidden")


def test_in_a_frame_without_an_address_nothing_throws(chromium: Any, dyad: Path, tmp_path: Path) -> None:
    outside = tmp_path / "frame.html"
    outside.write_text(
        f"<!doctype html><html data-ready=1><title>f</title><iframe sandbox='allow-scripts' width=1200 height=700 "
        f"src='{dyad.as_uri()}'></iframe></html>"
    )
    with Visit(chromium, outside) as opened:
        frame = opened.page.frame_locator("iframe")
        frame.locator("html[data-ready]").wait_for()
        frame.locator("#tab-table").click()
        frame.locator("#table tbody tr:first-child td:nth-child(2) button").click()
        assert frame.locator("html[data-open]").count() == 1
        frame.locator("#undo").click()
        frame.locator("html:not([data-open])").wait_for()
        assert opened.said == []


# ------------------------------------------------------------------------------------------------ help and tooltips


def test_help_holds_the_keyboard_and_gives_it_back(visit: Any) -> None:
    opened = visit()
    opened.page.focus("#tab-graph")
    opened.page.keyboard.press("?")
    text = opened.page.inner_text("#help")
    for part in ("How to read it", "Two clocks", "How to cite", "On a touch screen", "Keys"):
        assert part in text
    for _ in range(6):
        assert opened.page.evaluate(f"{FOCUSED} === document.body || {FOCUSED}.closest('#help') !== null")
        opened.page.keyboard.press("Tab")
    opened.page.keyboard.press("Escape")
    assert not opened.page.is_visible("#help")
    assert focus_of(opened) == "tab-graph"
    opened.page.click("#ask")
    opened.page.click("#help button")
    assert focus_of(opened) == "ask"


def test_a_tooltip_can_be_pointed_at_and_put_away(visit: Any) -> None:
    opened = visit()
    x, y = opened.kg("at", KIM)
    opened.page.mouse.move(x - 200, y)
    opened.page.mouse.move(x, y, steps=4)
    opened.until("!document.querySelector('#tip').hidden")
    text = opened.page.inner_text("#tip")
    assert text.startswith("Kim Jong Un")
    assert "Side of North Korea" in text
    assert re.search(r"\d+ relations?, \d+ claims?", text)
    box = opened.page.locator("#tip").bounding_box()
    opened.page.mouse.move(box["x"] + 8, box["y"] + 8, steps=6)
    opened.page.evaluate(
        "() => new Promise((done) => setTimeout(done, 400))"
    )  # a timer that was set earlier has gone off
    assert opened.page.is_visible("#tip")
    opened.page.keyboard.press("Escape")
    assert not opened.page.is_visible("#tip")


def test_the_keyboard_sees_the_same_tooltips(visit: Any) -> None:
    opened = visit()
    opened.page.focus("#walk")
    things = opened.page.inner_text("#tip")
    opened.page.keyboard.press("ArrowRight")
    relation = opened.page.inner_text("#tip")
    assert "Russia" in things
    assert re.search(r"\d+ claims?\n.+: .+", relation)
    opened.page.focus("#undo")
    assert not opened.page.is_visible("#tip")


# ------------------------------------------------------------------------------------------------ search


@pytest.mark.parametrize(
    ("text", "group", "found"),
    [
        ("Putn", "things", "e:vladimir-putin"),
        ("Vladmir Puitn", "things", "e:vladimir-putin"),
        ("путни", "things", "e:vladimir-putin"),
        ("kimjong", "things", KIM),
        ("tumen-bridge", "things", BRIDGE),
        ("report-035", "claims", "report-035"),
        ("soldiers help", "claims", "report-026"),
        ("12,000 soldiers", "claims", "report-026"),
        ("12000 soldeirs", "claims", "report-026"),
        ("russian state media", "claims", "report-035"),
        ("러시아 국영", "claims", "report-035"),
        ("strengthening ties", "documents", "essay"),
    ],
)
def test_search_over_everything_with_typing_errors(visit: Any, text: str, group: str, found: str) -> None:
    opened = visit()
    opened.page.focus("#q")
    hits = [hit["id"] for hit in opened.kg("look", text) if hit["group"] == group]
    assert found in hits[:3], hits[:5]


def test_figures_are_found_by_their_number(visit: Any) -> None:
    opened = visit()
    opened.page.fill("#q", "97 %")
    assert "97 %" in opened.page.inner_text("#hits [aria-labelledby=hits-figures]")


def test_hits_stand_in_groups_are_counted_and_walked(visit: Any) -> None:
    opened = visit()
    opened.page.fill("#q", "bridge")
    opened.until("/ claims?/.test(document.querySelector('#live').textContent)")
    groups = opened.page.locator("#hits [role=group]")
    assert groups.count() >= 2
    assert re.fullmatch(r"\d+ entit(y|ies), \d+ claims?(, \d+ \w+)*", heard(opened))
    total = opened.page.locator("#hits [role=option]").count()
    for at in [*range(1, total), 0]:
        opened.page.keyboard.press("ArrowDown")
        assert opened.page.get_attribute("#q", "aria-activedescendant") == f"hit{at}"
    opened.page.keyboard.press("ArrowUp")
    opened.page.keyboard.press("Enter")
    assert re.search(r"(claim|doc|node)=", opened.fragment())
    assert opened.page.evaluate(f"{FOCUSED}.tagName") == "H2"


def test_a_document_tells_what_is_taken_of_it(visit: Any, scene: Any) -> None:
    opened = visit()
    opened.page.fill("#q", "Strengthening Ties")
    opened.page.keyboard.press("Enter")
    assert "doc=essay" in opened.fragment()
    essay = [c for c in scene["statements"] if c["document"] == "essay"]
    assert opened.page.locator("#panel [data-claim]").count() == len(essay)


# ------------------------------------------------------------------------------------------------ keyboard


def test_the_walk_goes_from_things_to_relations_to_claims_and_back(visit: Any) -> None:
    opened = visit()
    page, press = opened.page, opened.page.keyboard.press
    page.focus("#walk")

    def here() -> tuple[str, str, str]:
        line = page.locator("#walk [aria-selected=true]")
        assert line.get_attribute("id") == page.get_attribute("#walk", "aria-activedescendant")
        return line.get_attribute("aria-level"), line.get_attribute("aria-posinset"), line.inner_text()

    assert here()[:2] == ("1", "1")
    assert page.locator("#walk [aria-selected=true]").get_attribute("aria-setsize") == str(len(opened.kg("visible")))
    press("ArrowDown")
    second = here()
    press("ArrowRight")
    assert here()[0] == "2"
    press("ArrowRight")
    level, _, claim = here()
    assert level == "3"
    press("Enter")
    assert page.evaluate(f"{FOCUSED}.tagName") == "H2"
    assert page.inner_text("#panel h2") in claim
    assert page.inner_text("#panel h2") in heard(opened)
    press("Escape")
    assert focus_of(opened) == "walk"
    assert here()[2] == claim
    press("Escape")
    press("Escape")
    assert here() == second


def test_from_first_focus_to_the_citation_of_any_claim(visit: Any, scene: Any) -> None:
    """Only keys: search leads to each claim, and from there two more to its citation. Every fifth is tried."""
    opened = visit()
    press = opened.page.keyboard.press
    ids = [claim["id"] for claim in scene["statements"]]
    assert len(ids) > 50
    opened.page.keyboard.press("Tab")
    for claim in ids[::5]:
        press("/") if focus_of(opened) != "q" else None
        opened.page.keyboard.type(claim)
        press("Enter")
        assert f"claim={claim}" in opened.fragment().split("&")[-1].lstrip("#")
        assert claim in heard(opened)
        while opened.page.evaluate(f"{FOCUSED}.textContent") != "Copy citation":
            assert opened.page.evaluate(f"{FOCUSED}.closest('#panel') !== null")
            press("Tab")
        press("Enter")
        opened.until("document.querySelector('#live').textContent === 'Citation copied'")
        press("Escape")
        assert focus_of(opened) == "q"


def test_the_walk_reaches_every_thing_and_every_claim_of_the_picture(visit: Any, scene: Any) -> None:
    opened = visit()
    press = opened.page.keyboard.press
    seen: set[str] = set()
    opened.page.focus("#walk")
    line = "document.querySelector('#walk [aria-selected=true]')"

    def walked(visitor: Callable[[], None]) -> None:
        size = int(opened.page.evaluate(f"{line}.getAttribute('aria-setsize')"))
        for at in range(size):
            visitor()
            if at + 1 < size:
                press("ArrowDown")

    def inside(visitor: Callable[[], None]) -> Callable[[], None]:
        def visit_it() -> None:
            level = opened.page.evaluate(f"{line}.getAttribute('aria-level')")
            press("ArrowRight")
            if opened.page.evaluate(f"{line}.getAttribute('aria-level')") != level:
                walked(visitor)
                press("ArrowLeft")

        return visit_it

    def claim() -> None:
        seen.update(re.findall(r"\(([\w-]+)\)(?: \d+/\d+)?$", opened.page.evaluate(f"{line}.textContent")))

    walked(inside(inside(claim)))
    shown = set(opened.kg("shown"))
    names = {f"{r['source']}~{r['relation']}~{r['target']}": r for r in scene["relations"]}
    told = {mention["claim"] for name in shown for mention in names[name]["mentions"]}
    assert told <= seen


@pytest.mark.parametrize(
    ("where", "keys"),
    [
        ("#tab-graph", ["ArrowRight"]),
        ("#langs [data-lang=ru]", ["Enter"]),
        ("#theme", ["Enter"]),
        ("#export", ["Enter", "Escape"]),
        ("#filters", ["Enter", "Enter"]),
        ("#legend .tg >> nth=3", ["Enter", "Enter"]),
        ("#legend .tg >> nth=3", ["Enter", "u"]),
        ("#table th button >> nth=3", ["Enter"]),
        ("#table tbody button >> nth=0", ["Enter", "Escape"]),
        ("#panel ol.top button >> nth=2", ["Enter", "Escape"]),
        ("#panel ul.docs button >> nth=0", ["Enter", "u"]),
        ("#box-known", ["Space"]),
        ("#play", ["Enter", "Enter"]),
        ("#time-until", ["ArrowLeft", "End"]),
        ("#voice", ["ArrowDown"]),
        ("#ask", ["Enter", "Escape"]),
        ("#walk", ["Enter", "Tab", "Escape", "ArrowDown"]),
    ],
)
def test_no_action_loses_the_keyboard(visit: Any, where: str, keys: list[str]) -> None:
    opened = visit("#view=table" if where.startswith("#table") else "")
    opened.page.focus(where)
    for key in keys:
        opened.page.keyboard.press(key)
        assert opened.page.evaluate(f"{FOCUSED} !== document.body && {FOCUSED}.checkVisibility()"), key


@pytest.mark.parametrize("action", ["Find path to…", "Only its surroundings", "Hide", "Copy link"])
def test_no_button_of_a_thing_loses_the_keyboard(visit: Any, action: str) -> None:
    opened = visit(f"#node={BRIDGE}")
    opened.page.focus(f"#panel .acts button:has-text('{action}')")
    opened.page.keyboard.press("Enter")
    assert opened.page.evaluate(f"{FOCUSED} !== document.body && {FOCUSED}.checkVisibility()")
    opened.page.keyboard.press("u")
    assert opened.page.evaluate(f"{FOCUSED} !== document.body && {FOCUSED}.checkVisibility()")


def test_what_closes_leads_back_to_where_it_was_opened(visit: Any) -> None:
    opened = visit("#view=table")
    opened.page.focus("#table tbody tr:nth-child(4) td:nth-child(2) button")
    name = opened.page.evaluate(f"{FOCUSED}.closest('tr').dataset.edge")
    opened.page.keyboard.press("Enter")
    assert opened.page.evaluate(f"{FOCUSED}.tagName") == "H2"
    opened.page.keyboard.press("Escape")
    assert opened.page.evaluate(f"{FOCUSED}.closest('tr').dataset.edge") == name


# ------------------------------------------------------------------------------------------------ small screens


@pytest.mark.parametrize("width", [320, 390, 720, 1024, 1200, 1440])
def test_filters_are_there_at_any_width(visit: Any, width: int) -> None:
    opened = visit(viewport={"width": width, "height": 844})
    if opened.page.get_attribute("#filters", "aria-expanded") == "false":
        assert not opened.page.is_visible("#legend")
        opened.page.click("#filters")
    opened.page.click("#legend button:has-text('People')")
    assert "hide=person" in opened.fragment()
    assert "(1)" in opened.page.inner_text("#filters")
    assert opened.page.inner_text("h1") == "North Korea – Russia"
    assert opened.page.evaluate("(h => h.scrollWidth <= h.clientWidth)(document.querySelector('h1'))")
    opened.page.focus("#legend button >> nth=2")
    opened.page.keyboard.press("Escape")
    if width < 1200:
        assert not opened.page.is_visible("#legend")
        assert focus_of(opened) == "filters"


@pytest.mark.parametrize("lang", ["en", "ru", "ko"])
@pytest.mark.parametrize("view", ["graph", "timeline", "matrix", "table", "figures"])
def test_enlarged_four_times_nothing_needs_two_directions(visit: Any, view: str, lang: str) -> None:
    """1,280 by 1,024 at 400 per cent."""
    opened = visit(f"#view={view}&lang={lang}&node={BRIDGE}", viewport={"width": 320, "height": 256})
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 320
    wide = """() => [...document.querySelectorAll('header *, .views *, #legend *, #panel *, #time *')]
        .filter((one) => one.checkVisibility() && !one.closest('.sr, select, svg') && one.getBoundingClientRect().right > 321)
        .map((one) => one.outerHTML.slice(0, 80))"""
    assert opened.page.evaluate(wide) == []
    opened.page.click("#filters")
    assert opened.page.evaluate(wide) == []


def phone(visit: Any, fragment: str = "", **more: Any) -> Visit:
    opened: Visit = visit(fragment, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True, **more)
    return opened


def to_the_picture(opened: Visit) -> None:
    """Below what the page comes to, which is the first thing on a phone."""
    opened.page.evaluate("document.querySelector('#network').scrollIntoView({block: 'center'})")


def swipe(opened: Visit) -> int:
    """Up over the picture, and how far the page went."""
    box = opened.page.locator("#network").bounding_box()
    touch = opened.context.new_cdp_session(opened.page)
    x, y = box["x"] + 60, box["y"] + 300

    def send(kind: str, *at: tuple[float, float]) -> None:
        points = [{"x": px, "y": py} for px, py in at]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    send("touchStart", (x, y))
    for step in range(1, 20):
        send("touchMove", (x, y - 10 * step))
    send("touchEnd")
    at_rest = """() => new Promise((done) => {
        let [last, calm] = [scrollY, 0];
        const look = () => {
            [last, calm] = [scrollY, scrollY === last ? calm + 1 : 0];
            if (calm > 20) done(scrollY);
            else requestAnimationFrame(look);
        };
        look();
    })"""
    return int(opened.page.evaluate(at_rest))


def test_a_swipe_scrolls_the_page_until_the_picture_is_held(visit: Any) -> None:
    opened = phone(visit)
    to_the_picture(opened)
    before, at = opened.kg("at", "e:PRK"), opened.page.evaluate("scrollY")
    scrolled = swipe(opened) - at
    assert scrolled > 100
    assert abs(opened.kg("at", "e:PRK")[1] + scrolled - before[1]) < 2  # with the page, not in its frame
    to_the_picture(opened)
    at = opened.page.evaluate("scrollY")
    opened.page.tap("#grip")
    assert heard(opened) == "A finger moves the picture"
    before = opened.kg("at", "e:PRK")
    assert swipe(opened) == at
    assert before[1] - opened.kg("at", "e:PRK")[1] > 100


def test_on_a_phone_what_is_opened_lies_in_view_and_can_be_closed(visit: Any) -> None:
    opened = phone(visit)
    to_the_picture(opened)
    x, y = opened.kg("at", "e:RUS")
    opened.page.touchscreen.tap(x, y)
    opened.until("document.documentElement.hasAttribute('data-open')")
    box = opened.page.locator("#panel").bounding_box()
    assert 300 < box["y"] < 600
    assert box["y"] + box["height"] <= 845
    opened.page.tap("#panel .taller")
    assert opened.page.locator("#panel").bounding_box()["y"] < box["y"]
    opened.page.tap("#panel .opened button:last-child")
    opened.until("!document.documentElement.hasAttribute('data-open')")


def test_on_a_phone_the_story_stays_in_sight(visit: Any, run: Run, tmp_path: Path) -> None:
    steps = tmp_path / "story.txt"
    steps.write_text("A bridge is planned.\tnode=e:tumen-bridge\nTwo leaders agreed.\tclaim=report-032\n")
    out = tmp_path / "story.html"
    run("view", "PRK", "RUS", "--story", str(steps), "-o", str(out), code=0)
    opened = phone(visit, path=out)
    for step in range(2):
        story = opened.page.locator("#story").bounding_box()
        panel = opened.page.locator("#panel").bounding_box()
        assert story["y"] + story["height"] <= 845
        assert panel["y"] + panel["height"] <= story["y"] + 1
        if step == 0:
            opened.page.locator("#story button").last.tap()
    assert "Two leaders agreed" in opened.page.inner_text("#story")


@pytest.mark.parametrize("view", ["graph", "graph&node=e:tumen-bridge", "graph&claim=report-035", "table", "figures"])
def test_targets_are_large_enough_for_a_finger(visit: Any, view: str) -> None:
    """24 pixels both ways, but for links within sentences and what a larger label belongs to (WCAG 2.5.8)."""
    opened = phone(visit, f"#view={view}")
    opened.page.tap("#filters")
    small = """() => [...document.querySelectorAll('button, summary, select, input:not([type=range], [type=checkbox])')]
        .concat([...document.querySelectorAll('label')])
        .filter((one) => one.checkVisibility() && !one.closest('.sr, p, dd, td, th, li, h2'))
        .map((one) => [one.textContent, one.getBoundingClientRect()])
        .filter(([, box]) => Math.min(box.width, box.height) < 24)
        .map(([text, { width, height }]) => `${text} ${width} ${height}`)"""
    assert opened.page.evaluate(small) == []


# ------------------------------------------------------------------------------------------------ languages


@pytest.mark.parametrize(
    ("lang", "forms"),
    [
        ("en", {1: "1 relation", 2: "2 relations", 5: "5 relations", 21: "21 relations", 1000: "1,000 relations"}),
        ("ru", {1: "1 связь", 2: "2 связи", 5: "5 связей", 11: "11 связей", 21: "21 связь", 22: "22 связи"}),
        ("ko", {1: "관계 1개", 2: "관계 2개", 5: "관계 5개"}),
    ],
)
def test_numbers_take_the_forms_of_each_language(visit: Any, lang: str, forms: dict[int, str]) -> None:
    opened = visit(f"#lang={lang}")
    assert {n: opened.kg("plural", n, "n-relations") for n in forms} == forms


@pytest.mark.parametrize("lang", ["en", "ru", "ko"])
def test_texts_in_another_language_say_so(visit: Any, workspace: Path, run: Run, tmp_path: Path, lang: str) -> None:
    facts = workspace / "facts" / "XAA-XBB" / "everything.trig"
    claim = prefix(facts) + said("english", "e:XAA br:alliedWith e:XBB .", summary="Only in English.")
    (workspace / "facts" / "english.trig").write_text(claim)
    out = tmp_path / "english.html"
    run("-C", str(workspace), "view", "XAA", "XBB", "--all", "-o", str(out), code=0)
    title = visit(f"#lang={lang}&claim=english", out).page.locator("#panel h2 span")
    assert title.inner_text() == "Only in English."
    assert title.get_attribute("lang") == (None if lang == "en" else "en")


# ------------------------------------------------------------------------------------------------ without script


def test_without_script_the_page_is_its_text(chromium: Any, dyad: Path) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(dyad.as_uri())
    text = page.inner_text("body")
    assert not page.is_visible("main")
    for claim in data_of(dyad)["scene"]["statements"]:
        assert claim["text"] in text
        assert claim["citation"].replace(f" {claim['text'].rstrip('.')};", "") in text
    assert page.inner_text("h1") == "North Korea – Russia"
    assert page.locator(".plain h2").count() > 4
    context.close()


def test_text_without_script_is_never_markup(graph: Graph) -> None:
    from dataclasses import replace

    from kg.show.page.page import render

    scene = graph.scene("PRK", "RUS")
    first, *rest = scene.statements
    page = render(replace(scene, statements=(replace(first, text="<b>&</b></noscript>"), *rest)))
    assert "&lt;b&gt;&amp;&lt;/b&gt;&lt;/noscript&gt;" in page
    assert "<b>&</b>" not in page


def test_beyond_a_bound_claims_without_script_are_counted(graph: Graph) -> None:
    from dataclasses import replace

    from kg.show.page.plain import MOST, plain

    scene = graph.scene("PRK", "RUS")
    claims = tuple(replace(scene.statements[0], id=f"x-{n}") for n in range(MOST + 7))
    found = plain(replace(scene, statements=claims), {"facts": "Facts"}, "en")
    assert sum(len(section.claims) for section in found.sections) == MOST
    assert found.left_out == 7


def test_the_page_of_the_articles_keeps_its_budget(dyad: Path) -> None:
    size = dyad.stat().st_size
    assert size <= 600_000
    text = re.search(r"<body>.*?<noscript>(.*?)</noscript>", dyad.read_text(encoding="utf-8"), re.DOTALL)
    assert text
    assert len(text[1].encode()) < size / 3
