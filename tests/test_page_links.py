"""What a page links to beside itself: the brief of the same, and the places of claims in the sources."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin

import pytest

from browser import Visit, data_of
from conftest import Run

NOTE = "note-3"


@pytest.fixture
def pair(workspace: Path, run: Run) -> tuple[Path, Path]:
    """A page and a brief that lead to each other, in two folders."""
    brief, page = workspace / "out" / "brief.html", workspace / "relation.html"
    brief.parent.mkdir()
    made = run(
        *("-C", str(workspace), "brief", "XAA", "XBB"), *("--format", "html", "--page", "../relation.html"), code=0
    )
    brief.write_text(made.stdout, encoding="utf-8")
    run(*("-C", str(workspace), "view", "XAA", "XBB", "--brief", str(brief), "-o", str(page)), code=0)
    return brief, page


def test_each_claim_of_the_brief_leads_to_itself_on_the_page(chromium: Any, pair: tuple[Path, Path]) -> None:
    brief, page = pair
    links = re.findall(r'<a href="(\.\./relation\.html#claim=[^"]+)">', brief.read_text(encoding="utf-8"))
    there = {s["id"] for s in data_of(page)["scene"]["statements"]}
    assert {unquote(link.split("=")[1]) for link in links} <= there
    for link in sorted(set(links)):
        with Visit(chromium, page, "#" + link.split("#")[1]) as opened:
            assert f"Claim {unquote(link.split('=')[1])}" in opened.panel()
    context = chromium.new_context()
    opened = context.new_page()
    opened.goto(brief.as_uri())
    opened.click("details summary >> nth=0")
    opened.click("details a >> nth=0")
    opened.wait_for_selector("html[data-ready]")
    assert opened.url.startswith(urljoin(brief.as_uri(), "../relation.html#claim="))
    context.close()


def test_a_claim_of_the_page_leads_to_its_place_in_the_brief(visit: Any, pair: tuple[Path, Path]) -> None:
    brief, page = pair
    opened = visit(f"#claim={NOTE}", page)
    assert opened.page.get_attribute("#counters a", "href") == "out/brief.html"
    href = opened.page.get_attribute("#panel .acts a", "href")
    assert href == f"out/brief.html#c-{NOTE}"
    opened.page.click("#panel .acts a")
    opened.page.wait_for_url(f"{brief.as_uri()}#c-{NOTE}")
    assert NOTE in opened.page.inner_text(":target")


def test_markdown_cites_into_the_page(run: Run, workspace: Path) -> None:
    made = run(
        *("-C", str(workspace), "brief", "XAA", "XBB", "--format", "md", "--page", "my relation.html"), code=0
    ).stdout
    assert "[The same as a picture to explore](<my%20relation.html>)" in made
    assert re.search(rf"^\[\^{NOTE}\]: .*\[in the picture\]\(<my%20relation.html#claim={NOTE}>\)$", made, re.M)


@pytest.mark.parametrize("args", [("html", "javascript:alert(1)"), ("json", "relation.html")])
def test_a_page_that_cannot_be_linked_to_is_refused(run: Run, workspace: Path, args: tuple[str, str]) -> None:
    done = run("-C", str(workspace), "brief", "XAA", "XBB", "--format", args[0], "--page", args[1], code=2)
    assert "--page is the address of a page of kg view" in done.stderr
    assert done.stdout == ""


def test_what_is_no_brief_is_refused(run: Run, workspace: Path) -> None:
    note = workspace / "sources" / "note.txt"
    done = run("-C", str(workspace), "view", "XAA", "XBB", "--brief", str(note), "-o", "x.html", code=2)
    assert "is no brief of kg" in done.stderr


# ------------------------------------------------------------------------------------------------ the sources


def test_a_claim_leads_to_its_place_in_the_readers_copy(visit: Any, run: Run, workspace: Path) -> None:
    out = workspace / "pages" / "own.html"
    out.parent.mkdir()
    sources = str(workspace / "sources")
    run("-C", str(workspace), "view", "XAA", "XBB", "--sources", sources, "-o", str(out), code=0)
    text = (workspace / "sources" / "note.txt").read_text(encoding="utf-8")
    opened = visit(f"#claim={NOTE}", out)
    link = opened.page.locator("#panel dd a", has_text="in your copy")
    path, _, words = str(link.get_attribute("href")).partition("#:~:text=")
    assert path == "../sources/note.txt"
    first, last = (unquote(part) for part in words.split(","))
    passage = text[142:220]
    assert passage.startswith(first)
    assert passage.endswith(last)
    assert "§ 3, 142–220" in opened.panel()
    assert passage not in out.read_text(encoding="utf-8")
    with opened.page.context.expect_page() as other:
        link.click()
    other.value.wait_for_load_state()
    assert passage in other.value.inner_text("body")
    assert len(opened.asked) == 1


def test_a_copy_of_another_text_is_not_linked_and_is_named(visit: Any, run: Run, workspace: Path) -> None:
    copies = workspace / "copies"
    copies.mkdir()
    (copies / "note.txt").write_text("Something else.")
    out = workspace / "own.html"
    done = run("-C", str(workspace), "view", "XAA", "XBB", "--sources", str(copies), "-o", str(out), code=0)
    assert "No copy of the very text of note is there" in done.stderr
    page = visit(f"#claim={NOTE}", out).page
    assert page.locator("#panel dd a").count() == 0


@pytest.mark.parametrize("kept", [True, False])
def test_a_web_address_leads_to_the_passage_only_where_the_text_is_kept(
    visit: Any, run: Run, workspace: Path, kept: bool
) -> None:
    documents = workspace / "facts" / "documents.trig"
    text = documents.read_text()
    documents.write_text(text.replace("dcterms:title", 'dcterms:identifier "https://example.org/a" ; dcterms:title', 1))
    if not kept:
        (workspace / "sources" / "note.txt").unlink()
    out = workspace / "web.html"
    run("-C", str(workspace), "view", "XAA", "XBB", "-o", str(out), code=0)
    page = visit(f"#claim={NOTE}", out).page
    link = page.locator("#panel dd a", has_text="on its page")
    assert link.count() == int(kept)
    if kept:
        assert str(link.get_attribute("href")).startswith("https://example.org/a#:~:text=")
    page.locator("#panel dd .link").first.click()  # the document, whose address needs no text
    assert page.locator("#panel a[href='https://example.org/a']").count() == 1
