"""Rules that hold both on the command line and on the page, held to the same cases: tests/data/*-cases.json."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from kg.network.paths import routes
from kg.show.page.page import render
from kg.text.names import fold, words
from kg.values.scene import Mention, Node, Relation, Scene, Source, Statement

from browser import Visit
from conftest import DATA


def cases(name: str) -> dict[str, Any]:
    """A file of cases."""
    found: dict[str, Any] = json.loads((DATA / f"{name}-cases.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def page(chromium: Any, dyad: Path) -> Any:
    """One page that answers all cases."""
    with Visit(chromium, dyad) as opened:
        yield opened


# ------------------------------------------------------------------------------------------------ the filter

FILTER = cases("filter")
#: What the page calls the parts of a filter.
RULES = {
    "as_of": "asOf",
    "known_at": "knownAt",
    "according_to": "speakers",
    "not_according_to": "others",
    "stance": "stances",
    "undated": "undated",
}


@pytest.mark.parametrize("case", FILTER["cases"], ids=lambda case: case["case"])
def test_the_page_filters_by_the_shared_cases(page: Any, case: dict[str, Any]) -> None:
    rules = {RULES[name]: value for name, value in case["filter"].items()}
    found = page.kg("sift", FILTER["claims"], rules, FILTER["speaks_for"])
    assert found == {name: case[name] for name in ("passes", "undated", "unpublished")}


# ------------------------------------------------------------------------------------------------ names


def test_names_fold_alike_on_the_page_and_in_look_ups(page: Any) -> None:
    given = cases("fold")["cases"]
    assert [(fold(case["name"]), words(case["name"])) for case in given] == [(c["key"], c["words"]) for c in given]
    for case in given:
        assert (page.kg("fold", case["name"]), page.kg("foldedWords", case["name"])) == (case["key"], case["words"])


# ------------------------------------------------------------------------------------------------ paths


@pytest.mark.parametrize("case", cases("path")["cases"], ids=lambda case: case["case"])
def test_the_page_and_kg_why_find_the_same_strongest_path(page: Any, case: dict[str, Any]) -> None:
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for tie in case["ties"]:
        network.add_edge(tie["source"], tie["target"], claim=tie["claim"], document=tie["document"])
    ours = routes(network, case["from"], case["to"], 1)
    assert [list(route.nodes) for route in ours] == [case["nodes"]] * bool(case["nodes"])
    assert [route.cost for route in ours] == [pytest.approx(case["cost"], abs=1e-6)] * bool(case["nodes"])
    ties = [
        {name: tie[name] for name in ("source", "target")} | {"evidence": [{k: tie[k] for k in ("claim", "document")}]}
        for tie in case["ties"]
    ]
    theirs = page.kg("route", ties, case["from"], case["to"])
    assert theirs == (
        (case["nodes"] and {"nodes": case["nodes"], "cost": pytest.approx(case["cost"], abs=1e-6)}) or None
    )


def star() -> Scene:
    """Two things joined over a hub with many partners, and over a thing with none besides; all equally attested.

    One speaker tells of the hub, another of the rest.
    """

    def name(text: str) -> dict[str, str]:
        return {"en": text, "ru": text, "ko": text}

    pairs = [
        ("left", "hub"),
        ("hub", "right"),
        ("left", "way"),
        ("way", "right"),
        *(("hub", f"p{i}") for i in range(9)),
    ]
    ids = sorted({end for pair in pairs for end in pair})
    return Scene(
        title=name("Star"),
        subtitle={},
        poles=(),
        nodes=tuple(Node(i, "org", "third", name(i), name("thing")) for i in ids),
        relations=tuple(
            Relation(a, b, "br:meets", "acts", name("meets"), False, 1, (Mention(f"k{n}"),))
            for n, (a, b) in enumerate(pairs)
        ),
        statements=tuple(
            Statement(
                f"k{n}",
                "They meet.",
                "stated",
                "asserted",
                ("yx"["hub" in pair],),
                "third",
                f"d{n}",
                None,
                "p. 1",
                {},
                False,
            )
            for n, pair in enumerate(pairs)
        ),
        sources=tuple(Source(f"d{n}", "Data", "nobody", None, None) for n in range(len(pairs))),
        speakers={"x": name("X"), "y": name("Y")},
        stances={"stated": name("stated")},
        families={"acts": {}},
    )


def test_a_path_on_the_page_avoids_a_hub(visit: Any, tmp_path: Path) -> None:
    path = tmp_path / "star.html"
    path.write_text(render(star()), encoding="utf-8")
    opened = visit("#path=left~right", path)
    assert "Best attested: left → way → right" in opened.page.inner_text("#banner")
    assert opened.kg("path") == ["left~br:meets~way", "way~br:meets~right"]
    for choice in ("gone=way", "voice=x"):  # what is hidden, or told by others only, is no way
        opened = visit(f"#path=left~right&{choice}", path)
        assert "Best attested: left → hub → right" in opened.page.inner_text("#banner")
