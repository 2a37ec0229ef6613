"""The page of large graphs."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

from kg.show.page.page import render
from kg.values.scene import Mention, Node, Relation, Scene, Source, Statement

BRIDGE, PUTIN, KIM = "e:tumen-bridge", "e:vladimir-putin", "e:kim-jong-un"


# ------------------------------------------------------------------------------------------------ large graphs


def invented(size: int) -> Scene:
    """A ring of things with a hub, a dated claim for each relation."""

    def name(text: str) -> dict[str, str]:
        return {"en": text, "ru": text, "ko": text}

    nodes = tuple(
        Node(f"e:n{i}", "org", ("a", "b", "joint", "third")[i % 4], name(f"Thing {i}"), name("thing"))
        for i in range(size)
    )
    pairs = [(i, (i + 1) % size) for i in range(size)] + [(0, i) for i in range(2, size, 20)]
    relations = tuple(
        Relation(
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
    opened.page.mouse.move(5, 5)
    opened.until("document.querySelector('#tip').hidden")  # or Escape would put it away, nothing else
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
