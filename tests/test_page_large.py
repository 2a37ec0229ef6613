"""The page of large graphs."""

from __future__ import annotations

import csv
import io
import json
import math
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from kg.show.page.page import render
from kg.values.scene import Mention, Node, Relation, Scene, Source, Statement

from conftest import DATA

CASES: list[dict[str, Any]] = json.loads((DATA / "path-cases.json").read_text(encoding="utf-8"))["cases"]


class Tie(NamedTuple):
    """A relation of two things, and the claim of it."""

    source: str
    target: str
    claim: str
    document: str = "d"


def named(text: str) -> dict[str, str]:
    return {"en": text, "ru": text, "ko": text}


def scene_of(ties: Sequence[Tie]) -> Scene:
    """Things that meet, as claims of one speaker have it."""
    things = dict.fromkeys(end for tie in ties for end in (tie.source, tie.target))
    sides = ("a", "b", "joint", "third")
    nodes = (
        Node(f"e:{one}", "org", sides[at % 4], named(f"Thing {one.removeprefix('n')}"), named("thing"))
        for at, one in enumerate(things)
    )
    relations = (
        Relation(f"e:{t.source}", f"e:{t.target}", f"br:meets-{n}", "acts", named("meets"), False, 1,
                 (Mention(t.claim, "2020-01-01"),))
        for n, t in enumerate(ties)
    )  # fmt: skip
    statements = (
        Statement(t.claim, f"Thing {t.source} meets thing {t.target}.", "stated", "asserted", ("e:s",), "a", t.document,
                  "2021-01-01", "record 1", {}, False)
        for t in {t.claim: t for t in ties}.values()
    )  # fmt: skip
    sources = (Source(name, "Data", "nobody", None, None) for name in dict.fromkeys(t.document for t in ties))
    poles = next((f"e:{t.source}", f"e:{t.target}") for t in ties)
    return Scene(
        named("Invented"), {}, poles, tuple(nodes), tuple(relations), tuple(statements), tuple(sources),
        {"e:s": named("Speaker")}, {"stated": named("stated")}, {"acts": {}},
    )  # fmt: skip


def invented(size: int) -> Scene:
    """A ring of things with a hub, a dated claim for each relation."""
    pairs = [(i, (i + 1) % size) for i in range(size)] + [(0, i) for i in range(2, size, 20)]
    return scene_of([Tie(f"n{a}", f"n{b}", f"k{n}") for n, (a, b) in enumerate(pairs)])


HUBS, CROWD = 25, 3000


def crowd() -> Scene:
    """Hubs, of which each has more partners than the one before, and all cases of paths, each apart from the rest."""
    spokes = [Tie(f"n{HUBS + i}", f"n{math.isqrt(i % HUBS**2)}", f"k{i}") for i in range(CROWD)]
    rim = [Tie(f"n{i}", f"n{i + 1}", f"r{i}") for i in range(HUBS - 1)]
    cases = [
        Tie(*(f"{n}.{tie[end]}" for end in ("source", "target", "claim", "document")))
        for n, case in enumerate(CASES)
        for tie in case["ties"]
    ]
    return scene_of(spokes + rim + cases)


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("crowd") / "crowd.html"
    path.write_text(render(crowd()), encoding="utf-8")
    return path


# ------------------------------------------------------------------------------------------------ large graphs


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


def test_the_hubs_of_a_large_graph_have_their_names(visit: Any, crowded: Path) -> None:
    opened = visit("", crowded)
    partners = Counter(end for edge in opened.kg("edges") for end in (edge["source"], edge["target"]))
    hubs = {name for name, _ in partners.most_common(20)}
    assert hubs <= {label["id"] for label in opened.kg("labels")}
    opened.page.mouse.move(700, 450)
    opened.page.mouse.down()
    opened.page.mouse.move(760, 470)
    opened.page.mouse.up()
    assert hubs <= {label["id"] for label in opened.kg("labels")}
    assert opened.said == []


@pytest.mark.parametrize("ends", [("n2900", "n18"), ("0.a", "0.b")])
def test_a_relation_of_a_large_graph_is_picked_where_it_is_drawn(
    visit: Any, crowded: Path, ends: tuple[str, str]
) -> None:
    opened = visit("", crowded)
    (x1, y1), (x2, y2) = (opened.kg("at", f"e:{end}") for end in ends)
    for share in range(4, 100, 4):  # things that lie on a line are picked before it
        x, y = x1 + (x2 - x1) * share / 100, y1 + (y2 - y1) * share / 100
        opened.page.mouse.move(x, y)
        if "meets" in opened.page.inner_text("#tip"):
            break
    assert "meets" in opened.page.inner_text("#tip")
    opened.page.mouse.click(x, y)
    opened.until("location.hash.includes('edge=')")
    source, _, target = opened.fragment().partition("edge=")[2].split("~")
    assert off(opened.kg("at", source), opened.kg("at", target), (x, y)) < 3
    assert f"Thing {source[2:]} meets thing {target[2:]}." in opened.panel()
    opened.page.mouse.click(230, 120)  # where nothing is
    assert "edge=" not in opened.fragment()
    assert opened.said == []


def off(one: Sequence[float], other: Sequence[float], point: tuple[float, float]) -> float:
    """How far a point lies from the line between two, in pixels."""
    (x1, y1), (x2, y2), (x, y) = one, other, point
    return abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / math.dist(one, other)


@pytest.mark.parametrize("has_workers", [True, False], ids=["worker", "no worker"])
def test_paths_of_a_large_graph_follow_the_rule_of_kg_why(visit: Any, crowded: Path, has_workers: bool) -> None:
    """In a worker and, where a page may have none, in turns: of all cases each is asked for as a link would."""
    opened = visit("", crowded)
    workers: list[Any] = []
    opened.page.on("worker", lambda worker: workers.append(worker))
    if not has_workers:
        opened.page.evaluate("() => { delete window.Worker; }")
    for n, case in enumerate(CASES):
        opened.page.evaluate("path => { location.hash = path; }", f"#path=e:{n}.{case['from']}~e:{n}.{case['to']}")
        opened.until(f"location.hash.includes('{n}.') && !document.querySelector('#banner').hidden")
        opened.until("!document.querySelector('#banner').textContent.startsWith('Looking for')")
        told = opened.page.inner_text("#banner span")
        stops = " → ".join(f"Thing {n}.{node}" for node in case["nodes"])
        assert told == (f"Best attested: {stops}" if stops else "Nothing that is visible connects the two."), case
        assert len(opened.kg("path")) == max(0, len(case["nodes"]) - 1)
    assert len(workers) == (len(CASES) if has_workers else 0)
    assert opened.said == []
