"""A real browser for the tests of the page: Debian's chromium, driven by Playwright."""

from __future__ import annotations

import base64
import gzip
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
REQUIRED = os.environ.get("KG_BROWSER") == "required"  # in CI a missing browser is a failure, never a skip


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """One browser a test process."""
    if CHROMIUM is None and not REQUIRED:
        pytest.skip("no chromium here: apt-get install chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--force-color-profile=srgb"]
        )
        yield browser
        browser.close()


class Visit:
    """An open page, with everything it said and asked for."""

    def __init__(self, browser: Any, path: Path, fragment: str = "", **options: Any) -> None:
        options.setdefault("viewport", {"width": 1440, "height": 900})
        self.context = browser.new_context(accept_downloads=True, **options)
        self.page = self.context.new_page()
        self.said: list[str] = []
        self.asked: list[str] = []
        self.page.on("console", lambda m: self.said.append(m.text))
        self.page.on("pageerror", lambda e: self.said.append(str(e)))
        self.page.on("request", lambda r: self.asked.append(r.url))
        self.page.goto(path.as_uri() + fragment)
        self.page.wait_for_selector("html[data-ready]")

    def __enter__(self) -> Visit:
        return self

    def __exit__(self, *stop: object) -> None:
        self.context.close()

    def kg(self, question: str, *args: Any) -> Any:
        """Ask the page's own window.kg."""
        return self.page.evaluate(f"args => window.kg.{question}(...args)", list(args))

    def click_node(self, name: str) -> None:
        x, y = self.kg("at", name)
        self.page.mouse.click(x, y)

    def until(self, condition: str) -> None:
        """Wait until a condition holds. Playwright's own waiting evaluates text in the page, which the policy forbids."""
        for _ in range(400):
            if self.page.evaluate(f"() => Boolean({condition})"):
                return
            self.page.wait_for_timeout(25)
        raise AssertionError(f"never: {condition}")

    def panel(self) -> str:
        return str(self.page.inner_text("#panel"))

    def fragment(self) -> str:
        return str(self.page.evaluate("decodeURIComponent(location.hash)"))


@pytest.fixture(scope="session")
def dyad(bundle: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the two articles."""
    path = tmp_path_factory.mktemp("page") / "Страница 두만강.html"
    subprocess.run(
        [sys.executable, "-m", "kg", "view", "PRK", "RUS", "-o", str(path)], cwd=bundle, check=True, capture_output=True
    )
    return path


@pytest.fixture
def visit(chromium: Any, dyad: Path, request: pytest.FixtureRequest) -> Any:
    """Open the dyad's page; the test says where."""

    def go(fragment: str = "", path: Path = dyad, **options: Any) -> Visit:
        opened = Visit(chromium, path, fragment, **options)
        request.addfinalizer(opened.context.close)
        return opened

    return go


#: Signs that stand for others in what a page has packed.
_PACKED = str.maketrans("./,", "&<>")


def data_of(page: Path) -> Any:
    """What a page holds as gzip'd JSON, which knows neither Infinity nor NaN; citations with the words of claims."""
    packed = re.search(r'id="kg-data">([^<]*)</script>', page.read_text(encoding="utf-8"))
    assert packed
    text = gzip.decompress(base64.b85decode(packed[1].translate(_PACKED)))
    data = unpacked(json.loads(text, parse_constant=pytest.fail))
    for claim in data["scene"]["statements"]:
        for telling in (claim, *claim["told"].values()):
            telling["citation"] = telling["citation"].replace("\x1a", telling["text"].rstrip("."))
    return data


def unpacked(value: Any) -> Any:
    """Rows of columns, as kg/show/page/columns.py packs them."""
    if isinstance(value, list):
        return [unpacked(item) for item in value]
    if not isinstance(value, dict):
        return value
    if "=" in value:
        return dict.fromkeys(value["keys"], value["="])
    if "~" not in value:
        return {key: unpacked(item) for key, item in value.items()}
    columns = {field: values_of(column, value["~"]) for field, column in value.items() if field != "~"}
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def values_of(column: Any, size: int) -> list[Any]:
    """A column's value for each row."""
    if isinstance(column, list):
        return [unpacked(value) for value in column]
    if "of" in column:
        return [unpacked(column["of"][number]) for number in column["at"] or [0] * size]
    rows = iter(unpacked(column["rows"]))
    return [list(islice(rows, length)) for length in values_of(column["each"], size)]


def prefix(facts: Path) -> str:
    return "".join(line + "\n" for line in facts.read_text().splitlines() if line.startswith("@prefix"))


def said(name: str, content: str, more: str = "", summary: str = "Something.", stance: str = "stated") -> str:
    return (
        f"c:{name} {{ {content} }}\nc:{name} a br:Claim ; br:inDocument d:note ; br:statedBy e:note-author ; "
        f"br:stance stance:{stance} ; dcterms:description {json.dumps(summary)}@en ; {more} "
        'br:passage [ br:paragraph 2 ; oa:start 27 ; oa:end 100 ; br:passageHash "2917d9116d2bab64" ] .\n'
    )
