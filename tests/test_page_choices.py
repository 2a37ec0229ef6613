"""What a reader of the page can choose: the legend, voices, paths, links, and two clocks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from browser import Visit, prefix, said
from conftest import Run

BRIDGE, PUTIN, KIM = "e:tumen-bridge", "e:vladimir-putin", "e:kim-jong-un"


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
    opened = visit("#all=1&node=e:primorsky-krai")
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


def test_a_joint_claim_is_heard_with_each_side_that_makes_it(
    visit: Any, workspace: Path, run: Run, tmp_path: Path
) -> None:
    facts = workspace / "facts" / "XAA-XBB" / "everything.trig"
    joint = said("joint", "e:XAA br:alliedWith e:XBB .").replace(
        "br:statedBy e:note-author", "br:statedBy e:aurelian-officials , e:president-of-borealia"
    )
    (workspace / "facts" / "joint.trig").write_text(prefix(facts) + joint)
    out = tmp_path / "joint.html"
    run("-C", str(workspace), "view", "XAA", "XBB", "--all", "-o", str(out), code=0)
    faint = {}
    for voice in ("a", "b", "e:president-of-borealia", "third", "e:note-author"):
        opened = visit(f"#voice={voice}", out)
        (allied,) = [e["id"] for e in opened.kg("edges") if e["relation"] == "br:alliedWith"]
        faint[voice] = allied in opened.kg("ghosts")
    assert faint == {"a": False, "b": False, "e:president-of-borealia": False, "third": True, "e:note-author": True}


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
    return {e["relation"] for e in opened.kg("edges") if e["id"] in shown}


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


def test_what_the_clocks_leave_out_is_counted(visit: Any, clocks: Path) -> None:
    def left_out(fragment: str) -> list[str]:
        return list(visit(fragment, clocks).page.locator("#left-out").all_inner_texts())

    assert left_out("#undated=0") == []
    assert left_out("#asof=2023-04") == []
    (text,) = left_out("#asof=2023-04&undated=0")
    undated = int(text.removeprefix("claims left out, no date: "))
    assert undated > 0
    assert left_out("#asof=2023-04&undated=0&known=1") == [f"{text} · claims left out, not known to be out then: 1"]
    assert left_out("#asof=2023-04&undated=0&hidestance=stated,planned,denied") == []


def test_the_slider_and_play_move_the_clock(visit: Any, clocks: Path) -> None:
    opened = visit("#undated=0", clocks)
    opened.page.focus("#time-until")
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
