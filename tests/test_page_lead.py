"""What a reader of a page sees first: the lead, each line of it said by claims, and a first picture that unfolds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from browser import Visit


@pytest.fixture
def page(chromium: Any, dyad: Path) -> Any:
    with Visit(chromium, dyad) as opened:
        yield opened


def lines(opened: Visit) -> list[str]:
    return [x.inner_text() for x in opened.page.query_selector_all("#lead h2 > .say, #lead li > .say")]


def test_a_page_begins_with_a_headline_sentences_and_numbers(page: Visit) -> None:
    said = lines(page)
    assert said[0] == "North Korea and Russia have started a project to construct a road connection between them."
    assert 4 <= len(said) <= 6
    assert page.page.inner_text("#lead .numbers dd b") == "about 2,850"
    assert len(page.page.query_selector_all("#lead .numbers dd")) == 4


def test_each_sentence_is_a_claims_own_and_opens_it(page: Visit) -> None:
    for at, said in enumerate(lines(page)):
        page.page.query_selector_all("#lead h2 > .say, #lead li > .say")[at].click()
        assert said in page.panel()
        assert "claim=" in page.fragment()


def test_how_it_is_meant_and_who_says_it_stands_beside(page: Visit) -> None:
    for mark in page.page.query_selector_all("#lead .marks"):
        assert mark.query_selector(".stance")
        assert "author of the" in mark.inner_text()


def test_the_lead_says_nothing_that_the_chosen_view_leaves_out(chromium: Any, dyad: Path) -> None:
    with Visit(chromium, dyad, "#hidestance=assessed,expected") as opened:
        stances = {x.inner_text() for x in opened.page.query_selector_all("#lead .stance")}
        assert stances <= {"stated", "planned", "reported", "speculative"}
        assert "left out by your choices" in opened.page.inner_text("#lead")


def test_a_view_of_nothing_has_no_headline(chromium: Any, dyad: Path) -> None:
    with Visit(chromium, dyad, "#hidestance=stated,reported") as opened:
        assert opened.page.inner_text("#lead h2") == "Nothing stated passes your choices."


def test_one_line_counts_the_disagreements_and_leads_to_them(page: Visit) -> None:
    counted = page.page.inner_text("#disagreements").strip().split(" ", 1)[1]
    line = page.page.query_selector("#lead .by > .link")
    assert line.inner_text().startswith(f"{counted}: ")
    assert sum(int(part.rsplit(" ", 1)[1]) for part in line.inner_text().split(": ")[1].split(", ")) == int(
        counted.split()[0]
    )
    line.click()
    assert page.page.is_visible("#disputes")


def test_the_lead_closes_and_the_address_remembers(page: Visit) -> None:
    page.page.click("#lead .summary > .tool")
    assert "lead=0" in page.fragment()
    assert len(lines(page)) == 1
    page.page.click("#lead .summary > .tool")
    assert len(lines(page)) > 3


def test_the_picture_keeps_most_of_the_height(page: Visit) -> None:
    stage, picture = (page.page.query_selector(x).bounding_box() for x in (".stage", ".canvas"))
    assert picture["height"] >= 0.6 * stage["height"]


def test_a_first_picture_has_few_things_and_counts_the_others(page: Visit) -> None:
    drawn, visible = page.kg("drawn"), page.kg("visible")
    assert len(drawn) <= 25 < len(visible)
    assert f"{len(drawn)} / {len(visible)}" in page.page.inner_text("#more")
    assert {"e:PRK", "e:RUS"} <= set(drawn)
    (left, _), (right, _) = page.kg("at", "e:RUS"), page.kg("at", "e:PRK")
    across = [page.kg("at", name)[0] for name in drawn]
    assert min(across) < min(left, right) < max(left, right) < max(across)  # the poles stand inside


def test_labels_of_the_first_picture_are_whole(page: Visit) -> None:
    assert len(page.kg("labels")) >= 0.8 * len(page.kg("drawn"))


def test_more_unfolds_and_folds_again(page: Visit) -> None:
    page.page.click("#more .unfold")
    assert len(page.kg("drawn")) == len(page.kg("visible"))
    assert "all=1" in page.fragment()
    page.page.click("#more .unfold")
    assert len(page.kg("drawn")) <= 25


def test_a_link_to_what_is_folded_unfolds_it(chromium: Any, dyad: Path, page: Visit) -> None:
    away = sorted(set(page.kg("visible")) - set(page.kg("drawn")))[0]
    with Visit(chromium, dyad, f"#node={away}") as opened:
        assert away in opened.kg("drawn")
        button = opened.page.query_selector("#panel .acts button:has-text('Unfold its surroundings')")
        if button:
            before = len(opened.kg("drawn"))
            button.click()
            assert len(opened.kg("drawn")) > before
            assert f"open={away}" in opened.fragment()


def test_relations_are_sentences(page: Visit) -> None:
    page.page.click("#tab-table")
    said = page.page.inner_text("#relations")
    assert "Russia supplies North Korea" in said
    assert "Start of construction of the road link — done by North Korea" in said
    assert "— actor →" not in said
    ids = [edge["id"] for edge in page.kg("edges") if edge["relation"] == "br:supplies"]
    page.page.evaluate("id => { location.hash = 'edge=' + encodeURIComponent(id) }", ids[0])
    page.page.wait_for_selector("#panel h2:has-text('Russia supplies North Korea')")


def test_small_screens_see_the_lead_first(chromium: Any, dyad: Path) -> None:
    with Visit(chromium, dyad, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True) as opened:
        box = opened.page.query_selector("#lead h2").bounding_box()
        assert box["y"] < 300
        assert opened.page.evaluate("document.documentElement.scrollWidth") <= 390
        assert len(opened.kg("drawn")) <= 14
