"""What leaves the page stands alone: pictures with title, choices, signs, sources and credit; paper; code to embed."""

from __future__ import annotations

import html
import re
import struct
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import Any

import pytest

from browser import data_of

SVG = "{http://www.w3.org/2000/svg}"


def texts(svg: str) -> list[str]:
    return ["".join(one.itertext()) for one in ElementTree.fromstring(svg).iter(f"{SVG}text")]


@pytest.mark.parametrize(("shape", "size"), [("wide", (1600, 900)), ("square", (1200, 1200))])
def test_a_drawing_says_what_it_is_what_was_chosen_and_where_it_is_from(
    visit: Any, dyad: Path, shape: str, size: tuple[int, int]
) -> None:
    opened = visit("#voice=e:essay-author&hide=topic")
    drawn = opened.kg("svg", shape)
    root = ElementTree.fromstring(drawn)
    assert (root.get("width"), root.get("height")) == tuple(map(str, size))
    told = " ".join(texts(drawn))
    shown = (len(opened.kg("visible")), len(opened.kg("shown")))
    assert f"{shown[0]} entities, {shown[1]} relations" in told
    assert "North Korea – Russia" in texts(drawn)
    assert "According to author of the essay" in told
    assert "Hidden: Topics" in told
    assert "Strengthening Ties: North Korea and Russia's First" in told
    assert re.search(r"kg · made on \d{4}-\d\d-\d\d", told)
    assert "Not shown" in told
    assert data_of(dyad)["scene"]["notes"][0]["en"][:30] in told
    assert "Several documents" in told or "One third party" in told


def test_a_drawing_needs_nothing_from_elsewhere_and_takes_the_theme_along(visit: Any) -> None:
    grounds = set()
    for theme in ("light", "dark"):
        drawn = visit(f"#theme={theme}").kg("svg")
        assert "var(--" not in drawn
        assert not re.search(r'(href|src)="|url\((?!#)|<image|<style|<script', drawn)
        grounds.add(ElementTree.fromstring(drawn).find(f"{SVG}rect").get("fill"))  # type: ignore[union-attr]
    assert len(grounds) == 2


@pytest.mark.parametrize("lang", ["ru", "ko"])
def test_a_drawing_speaks_the_language_of_the_page(visit: Any, lang: str) -> None:
    told = " ".join(texts(visit(f"#lang={lang}&hide=topic").kg("svg")))
    assert {"ru": "Скрыто: Темы", "ko": "숨김: 주제"}[lang] in told
    assert {"ru": "Источники", "ko": "출처"}[lang] in told


def test_the_map_is_drawn_with_its_outlines_named(visit: Any) -> None:
    drawn = visit("#view=map").kg("svg")
    told = " ".join(texts(drawn))
    assert "Natural Earth 4.0, public domain" in told
    assert "Russia" in texts(drawn)
    assert "ends at no particular place" in told
    assert "tabindex" not in drawn


@pytest.mark.parametrize(("kind", "size"), [("png", (3200, 1800)), ("png-square", (2400, 2400))])
def test_pictures_have_the_sizes_that_are_asked_for(visit: Any, kind: str, size: tuple[int, int]) -> None:
    opened = visit()
    opened.page.click("#export")
    with opened.page.expect_download() as waiting:
        opened.page.click(f"[data-x={kind}]")
    content = Path(waiting.value.path()).read_bytes()
    assert struct.unpack(">II", content[16:24]) == size
    assert opened.said == []


def test_what_finds_no_room_is_counted(visit: Any, dyad: Path) -> None:
    notes = [note["en"] for note in data_of(dyad)["scene"]["notes"]]
    told = " ".join(texts(visit().kg("svg", "square")))
    missing = [note for note in notes if note[:24] not in told]
    assert missing
    assert f"… and {len(missing)} more line" in told


# ------------------------------------------------------------------------------------------------ paper


def printed(opened: Any) -> str:
    opened.page.emulate_media(media="print")
    opened.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    return str(opened.page.inner_text("#paper"))


def test_paper_is_one_document_from_title_to_citations(visit: Any, dyad: Path) -> None:
    opened = visit("#theme=dark&node=e:tumen-bridge")
    shown = opened.page.evaluate("document.querySelectorAll('#paper > *').length")
    assert shown == 0
    text = printed(opened)
    assert text.startswith("North Korea – Russia")
    assert not any(opened.page.is_visible(one) for one in ("header", "main", "#tabs"))
    claims = {c["id"]: c for c in data_of(dyad)["scene"]["statements"]}
    told = re.findall(r"\[((?:essay|report)-\d+):", text)
    assert len(told) == len(set(told)) > 40
    for name in told:
        assert claims[name]["citation"][:40] in text
    assert "Sources" in text
    assert "Not shown" in text
    picture = opened.page.locator("#paper figure > svg").bounding_box()
    left, top, width, height = map(float, opened.page.get_attribute("#paper figure > svg", "viewBox").split())
    assert picture["height"] <= 151 / 25.4 * 96
    assert left < 0 > top
    assert width > height > 0
    opened.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert opened.page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert opened.page.evaluate("document.querySelectorAll('#paper > *').length") == 0


def test_on_paper_what_is_stated_is_still_filled(visit: Any) -> None:
    opened = visit("#view=matrix")
    opened.page.emulate_media(media="print")
    exact = "getComputedStyle(document.querySelector('#matrix .mk.asserted')).getPropertyValue('print-color-adjust')"
    assert opened.page.evaluate(exact) == "exact"


def test_a_printed_page_is_a_pdf_whose_text_can_be_searched(visit: Any, tmp_path: Path) -> None:
    pypdf = pytest.importorskip("pypdf")
    out = tmp_path / "page.pdf"
    visit().page.pdf(path=str(out))
    reader = pypdf.PdfReader(str(out))
    text = "\n".join(page.extract_text() for page in reader.pages)
    assert "North Korea – Russia" in reader.pages[0].extract_text()
    assert "report-032" in text


# ------------------------------------------------------------------------------------------------ inside another page


def test_the_code_to_embed_shows_the_present_view(visit: Any, chromium: Any, tmp_path: Path) -> None:
    opened = visit("#view=table&hide=topic&lang=ru")
    code = opened.kg("embed")
    assert code.startswith("<iframe ")
    address = html.unescape(re.search(r'src="([^"]+)"', code)[1])  # type: ignore[index]
    assert "embed=1" in address
    assert 'title="КНДР – Россия"' in code
    inside = chromium.new_context().new_page()
    inside.goto(address)
    inside.wait_for_selector("html[data-ready]")
    assert inside.get_attribute("html", "lang") == "ru"
    assert inside.is_visible("#table")
    assert not inside.is_visible("header")
    inside.context.close()
    opened.page.click("#export")
    opened.page.click("[data-x=embed]")
    opened.until("document.querySelector('#live').textContent.length > 0")
