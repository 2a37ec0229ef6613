"""Disagreements on the page: both sides beside each other, as kg conflicts knows them, and the way there and back."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from browser import prefix, said
from conftest import Run

ALIKE = {"corroborates", "repeats", "duplicate", "lineage", "sequence", "supersedes"}
LENGTH = (
    "e:tunnel-{n} a br:Measure ; br:measureOf e:tunnel-project ; br:indicator ind:length ; "
    "br:value {value} ; br:unit unit:KiloM ."
)


@pytest.fixture
def trucks(workspace: Path, run: Run) -> Path:
    """The page of the starter: officials and a newspaper on how many lorries pass."""
    out = workspace / "trucks.html"
    run("-C", str(workspace), "view", "XAA", "XBB", "-o", str(out), code=0)
    return out


@pytest.fixture
def lengths(workspace: Path, run: Run) -> Path:
    """Three lengths of one tunnel by four claims, and a denial, all found by comparing."""
    facts = workspace / "facts" / "XAA-XBB" / "everything.trig"
    values = [("one", "3.5"), ("two", "3.5"), ("three", "4"), ("four", "9")]
    claims = [said(f"length-{n}", LENGTH.format(n=n, value=v), summary=f"The tunnel: {v} km.") for n, v in values]
    claims += [
        said("friends", "e:XAA br:opposes e:XBB .", summary="Aurelia opposes Borealia."),
        said("no-friends", "e:XAA br:opposes e:XBB .", summary="Aurelia does not.", stance="denied"),
    ]
    (workspace / "facts" / "more.trig").write_text(prefix(facts) + "".join(claims))
    out = workspace / "lengths.html"
    run("-C", str(workspace), "view", "--all", "-o", str(out), code=0)
    return out


def conflicts(run: Run, *args: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run(*args, "--all", "--format", "json", code=0).stdout)
    return found


def kind_of(dispute: dict[str, Any]) -> str:
    return str(dispute["relation"]["id"]).split(":")[-1]


# ------------------------------------------------------------------------------------------------ what kg conflicts says


def test_the_page_tells_every_dispute_that_kg_conflicts_knows(visit: Any, run: Run) -> None:
    found = conflicts(run, "conflicts", "PRK", "RUS")
    opened = visit("#view=disputes")
    against = [d for d in found if kind_of(d) not in ALIKE]
    assert opened.page.inner_text("#disagreements").endswith(f"{len(against)} disagreements")
    cards = opened.page.eval_on_selector_all("article.dispute", "all => all.map((one) => one.dataset.dispute)")
    assert cards == [d["id"] for d in against]
    for dispute in found:
        opened.page.click(f'[data-kind="{kind_of(dispute)}"]')
        card = opened.page.locator(f'article.dispute[data-dispute="{dispute["id"]}"]')
        shown = card.locator("[data-claim]").evaluate_all("all => all.map((one) => one.dataset.claim)")
        assert sorted(shown) == sorted(c["id"] for c in dispute["claims"])
        text = card.inner_text()
        for claim in dispute["claims"]:
            assert claim["summary"] in text
            assert all(speaker["label"] in text for speaker in claim["speakers"])
            assert claim["stance"]["label"] in text
            assert claim["document"]["title"] in text
        if dispute["judged_by"]:
            assert dispute["reason"] in text
            assert f"Judged by {dispute['judged_by']}." in text


def test_both_sides_stand_beside_each_other_and_on_one_scale(visit: Any, trucks: Path) -> None:
    page = visit("#view=disputes", trucks).page
    assert page.inner_text("#disagreements").endswith("1 disagreement")
    few, many = page.locator(".side").all()
    assert re.search(r"nearly 25 / day\s+The Borealia Herald\s+The newspaper puts", few.inner_text())
    assert re.search(r"about 40 / day\s+Aurelian officials\s+Some forty lorries", many.inner_text())
    assert "Bridge talks in Port Lumen · 2023-03-05 · § 3, 142–220" in many.inner_text()
    assert few.bounding_box()["y"] == many.bounding_box()["y"]
    assert few.bounding_box()["x"] + few.bounding_box()["width"] <= many.bounding_box()["x"]
    low, high = (bar.bounding_box() for bar in page.locator("#disputes .scale i").all())
    assert low["x"] + low["width"] < high["x"]
    assert page.locator("#disputes .scale-range").all_inner_texts() == ["22.5 – 25", "36 – 44"]


def test_on_a_phone_the_sides_stand_below_each_other(visit: Any, trucks: Path) -> None:
    page = visit("#view=disputes", trucks, viewport={"width": 390, "height": 844}).page
    few, many = page.locator(".side").all()
    assert few.bounding_box()["x"] == many.bounding_box()["x"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_equal_values_stand_together_and_a_denial_has_two_sides(visit: Any, lengths: Path) -> None:
    page = visit("#view=disputes&kind=contradicts", lengths).page
    group = page.locator("article.dispute", has=page.locator('[data-claim="length-one"]'))
    assert group.locator(".value").all_inner_texts() == ["3.5 km", "4 km", "9 km"]
    assert group.locator(".side").first.locator("[data-claim]").count() == 2
    assert "Found by comparing values." in group.inner_text()
    denial = page.locator("article.dispute", has=page.locator('[data-claim="friends"]'))
    yes, no = denial.locator(".side").all_inner_texts()
    assert "Aurelia opposes Borealia." in yes
    assert "denied" in no


# ------------------------------------------------------------------------------------------------ filters


def test_kind_and_voice_choose_and_what_they_leave_out_is_counted(visit: Any, run: Run) -> None:
    tension = [d["id"] for d in conflicts(run, "conflicts", "PRK", "RUS", "-k", "tension")]
    opened = visit("#view=disputes")
    page = opened.page
    page.click('[data-kind="tension"]')
    assert page.evaluate("document.activeElement.dataset.kind") == "tension"
    cards = page.locator("article.dispute")
    assert cards.evaluate_all("all => all.map((one) => one.dataset.dispute)") == tension
    page.select_option("#participant", "b")
    assert "voice=b" in opened.fragment()
    assert 0 < cards.count() < len(tension)
    for text in cards.all_inner_texts():
        assert "Russian state media" in text or "Mikhail Mishustin" in text
    assert re.search(r"\d+ without the voice chosen", page.inner_text("#disputes .left-out"))


def test_what_was_not_known_then_is_left_out_and_counted(visit: Any, trucks: Path) -> None:
    page = visit("#view=disputes&asof=2023-01&known=1", trucks).page
    assert page.inner_text("#disagreements").endswith("No disagreement among these claims")
    assert page.inner_text("#disputes .left-out") == "1 left out by the dates and stances chosen."
    page = visit("#view=disputes&hidestance=reported", trucks).page
    assert page.locator("article.dispute").count() == 0


def test_no_disagreement_is_said(visit: Any, workspace: Path, run: Run) -> None:
    out = workspace / "plans.html"
    run("-C", str(workspace), "view", "XAA", "XBB", "--stance", "planned", "-o", str(out), code=0)
    page = visit("", out).page
    assert page.inner_text("#disagreements") == "No disagreement among these claims"
    assert page.locator("#tab-disputes").count() == 0


# ------------------------------------------------------------------------------------------------ there and back


def test_from_the_counter_to_the_graph_to_a_claim_and_back(visit: Any) -> None:
    opened = visit()
    page = opened.page
    page.click("#disagreements")
    assert "view=disputes" in opened.fragment()
    page.click('article.dispute[data-dispute="e:link-05"] .acts button')
    assert "dispute=e:link-05" in opened.fragment()
    assert page.is_hidden("#disputes")
    assert "Number of troops: about 12,000 versus thousands" in opened.panel()
    assert page.locator("#panel .value").all_inner_texts() == ["about 12,000", "thousands"]
    page.click('#panel [data-claim="report-026"] .link')
    assert opened.fragment().endswith("claim=report-026")
    page.click("#panel .contested-by .link >> text=Number of troops")
    assert "dispute=e:link-05" in opened.fragment()
    page.click("#panel >> text=Side by side")
    assert page.get_attribute('article.dispute[data-dispute="e:link-05"]', "aria-current") == "true"


def test_a_relation_names_the_disputes_about_it(visit: Any, lengths: Path) -> None:
    opened = visit("#edge=e:XAA~br:opposes~e:XBB", lengths)
    assert "Disagreements" in opened.panel() or "DISAGREEMENTS" in opened.panel()
    opened.page.click("#panel .contested-by .link")
    assert "dispute=friends=no-friends" in opened.fragment()
    assert opened.page.locator("#panel .side").count() == 2


@pytest.mark.parametrize(("size", "theme"), [((1440, 900), "light"), ((390, 844), "dark")])
def test_accessible_by_wcag_a_and_aa(visit: Any, theme: str, size: tuple[int, int]) -> None:
    from axe_playwright_python.sync_playwright import Axe

    fragment = f"#view=disputes&dispute=e:link-05&theme={theme}"
    opened = visit(fragment, bypass_csp=True, viewport={"width": size[0], "height": size[1]})
    found = Axe().run(opened.page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]})
    assert [(v["id"], v["nodes"][0]["html"][:200]) for v in found.response["violations"]] == []


@pytest.mark.parametrize(("lang", "kind", "way"), [("ru", "расходятся", "Оценка:"), ("ko", "긴장 관계", "판단:")])
def test_every_word_is_in_the_language_of_the_reader(visit: Any, lang: str, kind: str, way: str) -> None:
    text = visit(f"#view=disputes&lang={lang}").page.inner_text("#disputes")
    assert kind in text
    assert way in text
    for english in ("They pull apart", "Judged by", "independent origin", "Schedule:", "The report passes on"):
        assert english not in text
