"""The map of a page: what claims give a point stands there, what they give none is named, and no place is invented."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import kg
import pytest
from kg.base.outlines import outlines
from kg.base.states import States
from kg.text.points import parse_point, read_point, write_point

from browser import data_of, prefix, said
from conftest import ROOT, Run

#: What an import gives, and where the map must put it: a table of a gazetteer.
PLACES = {
    "e:tumen-bridge": (42.4167, 130.6417),
    "e:rason-zone": (42.2489, 130.3019),
    "e:primorsky-krai": (43.1167, 131.9),
}


@pytest.fixture(scope="module")
def located(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The articles, with a table that gives three of their places coordinates, and a claim that joins two of these."""
    folder = tmp_path_factory.mktemp("located")
    shutil.copytree(ROOT / "facts", folder / "facts")
    rows = "".join(f"{name},{lat},{lon}\n" for name, (lat, lon) in PLACES.items())
    (folder / "places.csv").write_text("place,lat,lon\n" + rows + "e:tumen-river,95,130\n")
    mapping = '[columns]\nsubject = "place"\nlatitude = "lat"\nlongitude = "lon"\n'
    (folder / "places.toml").write_text(mapping + '[constants]\nrelation = "br:coordinates"\n')
    facts = folder / "facts" / "PRK-RUS" / "transport.trig"
    joins = said("joins", "e:tumen-bridge br:connects e:rason-zone , e:primorsky-krai .", summary="It joins the two.")
    joins = joins.replace("d:note", "d:report").replace("e:note-author", "e:report-author")
    (folder / "facts" / "more.trig").write_text(prefix(facts) + joins)
    return folder


@pytest.fixture(scope="module")
def page(located: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    import subprocess
    import sys

    def call(*args: str) -> str:
        done = subprocess.run([sys.executable, "-m", "kg", *args], cwd=located, capture_output=True, text=True)
        assert "Traceback" not in done.stderr, done.stderr
        return done.stderr + done.stdout

    told = call("import", "table", "places.csv", "--mapping", "places.toml", "--document", "gazetteer")
    assert "95 is no latitude" in told
    out = tmp_path_factory.mktemp("out") / "located.html"
    call("view", "PRK", "RUS", "--all", "-o", str(out))
    return out


def listed(opened: Any, section: str) -> list[str]:
    return [str(text) for text in opened.page.locator(f"#{section} li").all_inner_texts()]


# ------------------------------------------------------------------------------------------------ the articles give none


def test_the_articles_put_no_place_on_the_map_and_name_those_without_coordinates(visit: Any, dyad: Path) -> None:
    opened = visit("#view=map")
    assert opened.page.locator("#tab-map").get_attribute("aria-selected") == "true"
    assert opened.page.locator("#map g.spot").count() == 0
    assert listed(opened, "places-list") == []
    scene = data_of(dyad)["scene"]
    placeless = {n["name"]["en"] for n in scene["nodes"] if n["kind"] in ("place", "structure")}
    told = {re.sub(r"\s\d+ relations?$", "", text) for text in listed(opened, "pointless-list")}
    assert told == placeless
    assert opened.page.inner_text("#pointless-list h3").split()[-1] == str(len(placeless))
    opened.page.click("#pointless-list li button >> nth=0")
    assert opened.panel()
    assert opened.said == []


def test_states_are_outlines_and_a_strand_between_them_says_that_it_is_schematic(visit: Any) -> None:
    opened = visit("#view=map")
    titles = opened.page.locator("#map .state title").all_text_contents()
    assert {"North Korea", "Russia"} <= set(titles)
    assert "ends at no particular place" in opened.page.inner_text("#map figcaption")
    assert "Natural Earth 4.0, public domain" in opened.page.inner_text("#map figcaption")
    assert "nobody’s" in opened.page.inner_text("#map figcaption")
    [strand] = [t for t in opened.page.locator("#map .strand title").all_text_contents() if "North Korea" in t]
    shown = opened.page.evaluate(
        "() => { const poles = new Set(['e:PRK', 'e:RUS']); const shown = new Set(kg.shown()); "
        "return kg.edges().filter((e) => shown.has(e.id) && poles.has(e.source) && poles.has(e.target)).length }"
    )
    assert f"{shown} relations" in strand
    summary = opened.page.locator("#pairs-list summary", has_text="Russia").first
    summary.click()
    opened.page.locator("#pairs-list details[open] p button").last.click()
    assert "edge=" in opened.fragment()


# ------------------------------------------------------------------------------------------------ a source that gives some


def test_places_stand_where_their_claims_put_them_and_open_them(visit: Any, page: Path) -> None:
    opened = visit("#view=map", page)
    assert opened.page.locator("#map g.spot").count() == len(PLACES)
    rows = " ".join(listed(opened, "places-list"))
    assert "42.4167° N, 130.6417° E gazetteer." in rows
    # the bridge lies north and east of the zone, on a map whose middle is between them
    at = {name: opened.page.locator(f'#map g.spot[data-thing="{name}"] circle').first.bounding_box() for name in PLACES}
    bridge, zone = at["e:tumen-bridge"], at["e:rason-zone"]
    assert bridge["x"] > zone["x"] + 20
    assert bridge["y"] < zone["y"] - 10
    opened.page.locator('#map g.spot[data-thing="e:tumen-bridge"]').click()
    assert opened.page.inner_text("#panel h2") == "Road bridge over the Tumen River"
    opened.page.locator("#places-list .link", has_text="gazetteer.").first.click()
    assert "POINT(130" in opened.panel()


def test_a_link_is_drawn_between_its_places_and_follows_the_filters(visit: Any, page: Path) -> None:
    opened = visit("#view=map", page)
    assert any(text.startswith("Road bridge over the Tumen River") for text in listed(opened, "links-list"))
    links = opened.page.locator("#map .strand title").all_text_contents()
    assert any({"Primorsky Krai", "Rason Economic Free Zone"} == set(re.split(": | – ", t)[1:]) for t in links)
    hidden = visit("#view=map&gone=e:rason-zone", page)
    assert hidden.page.locator("#map g.spot").count() == 2
    assert not any("Rason" in t for t in hidden.page.locator("#map .strand title").all_text_contents())
    reported = visit("#view=map&hidestance=reported", page)
    assert reported.page.locator("#map g.spot").count() == 0
    assert any("Road bridge" in text for text in listed(reported, "pointless-list"))


def test_the_map_is_looked_at_by_keyboard_and_the_page_stays_within_its_bounds(visit: Any, page: Path) -> None:
    opened = visit("#view=map", page)
    place = opened.page.locator('#map g.spot[data-thing="e:tumen-bridge"] circle')
    before = place.bounding_box()
    opened.page.locator("#map svg.globe").focus()
    opened.page.keyboard.press("ArrowLeft")
    moved = place.bounding_box()
    assert moved["x"] == pytest.approx(before["x"] + 60, abs=1)
    assert opened.page.evaluate("document.activeElement.classList.contains('globe')")
    opened.page.keyboard.press("0")
    assert place.bounding_box() == before
    ground = data_of(page)["ground"]
    packed = len(json.dumps(ground))
    from kg.show.page.embed import packed as pack

    assert len(pack(ground)) <= 80_000, packed


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_everybody_can_use_the_map(visit: Any, page: Path, theme: str, width: int) -> None:
    opened = visit(f"#view=map&theme={theme}", page, viewport={"width": width, "height": 844})
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width
    for lang, word in (("ru", "Без координат"), ("ko", "좌표 없음")):
        opened = visit(f"#view=map&theme={theme}&lang={lang}", page, viewport={"width": width, "height": 844})
        assert word.upper() in opened.page.inner_text("#pointless-list h3").upper()


def test_a_page_of_which_nothing_can_stand_on_a_map_has_none(
    visit: Any, workspace: Path, run: Run, tmp_path: Path
) -> None:
    out = tmp_path / "invented.html"
    run("-C", str(workspace), "view", "XAA", "XBB", "-o", str(out), code=0)
    opened = visit("#view=map", out)
    assert opened.page.locator("#tab-map").count() == 0
    assert opened.page.locator("#tab-graph").get_attribute("aria-selected") == "true"
    assert data_of(out)["ground"] is None


# ------------------------------------------------------------------------------------------------ claims and checks


def test_a_coordinate_out_of_range_stops_the_build(workspace: Path, run: Run) -> None:
    facts = workspace / "facts" / "XAA-XBB" / "everything.trig"
    more = workspace / "facts" / "more.trig"
    good = said("point", 'e:port-lumen br:coordinates "POINT(12.5 41.9)" .', summary="Where it is.")
    more.write_text(prefix(facts) + good)
    run("-C", str(workspace), "check", code=0)
    shown = run("-C", str(workspace), "fact", "port-lumen", "coordinates", code=0).stdout
    assert "POINT(12.5 41.9)" in shown
    for wrong in ("POINT(41.9 112.5)", "POINT(181 10)", "41.9, 12.5"):
        more.write_text(prefix(facts) + good.replace("POINT(12.5 41.9)", wrong))
        told = run("-C", str(workspace), "check", code=1)
        assert "longitude from -180 to 180 first" in told.stdout + told.stderr


@pytest.mark.parametrize(
    ("text", "point"),
    [("42.42, 130.65", (42.42, 130.65)), ("POINT(130.65 42.42)", (42.42, 130.65)), ("-33.9°, 18.4°", (-33.9, 18.4))],
)
def test_points_are_read_as_people_and_sources_write_them(text: str, point: tuple[float, float]) -> None:
    assert parse_point(read_point(text)) == point


@pytest.mark.parametrize("text", ["91, 0", "0, 181", "POINT(200 0)", "north", "", "1e1, 2", "POINT(1, 2)"])
def test_what_is_no_point_on_the_earth_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        read_point(text)


def test_digits_of_a_coordinate_stay_as_they_were_given() -> None:
    assert write_point("42.4200", "+130.60") == "POINT(130.60 42.4200)"


def test_wikidata_points_become_claims_and_those_of_other_globes_do_not(tmp_path: Path, run: Run) -> None:
    def statement(globe: str, name: str) -> dict[str, Any]:
        value = {"latitude": 42.42, "longitude": 130.65, "globe": f"http://www.wikidata.org/entity/{globe}"}
        snak = {"snaktype": "value", "property": "P625", "datavalue": {"type": "globecoordinate", "value": value}}
        return {"id": name, "rank": "normal", "mainsnak": snak}

    claims = {"P625": [statement("Q2", "Q9$1"), statement("Q111", "Q9$2")]}
    label = {"en": {"language": "en", "value": "Khasan"}}
    (tmp_path / "q.json").write_text(json.dumps({"id": "Q9", "labels": label, "claims": claims}) + "\n")
    told = run("import", "wikidata", "q.json", "--document", "wiki", cwd=tmp_path)
    assert "not on the earth" in told.stdout + told.stderr
    graph = kg.open(str(tmp_path))
    [fact] = graph.facts("wd:Q9", "coordinates")
    assert fact.value == "POINT(130.65 42.42)"


def test_outlines_are_whole_and_each_is_of_a_state_that_the_base_knows() -> None:
    found = outlines()
    known = {state.id for state in States().all()}
    assert {ring.state for ring in found.rings} - {"-"} <= known
    for ring in found.rings:
        ends = [found.arcs[a].points if a >= 0 else found.arcs[~a].points[::-1] for a in ring.arcs]
        for one, other in zip(ends, ends[1:] + ends[:1], strict=True):
            assert one[-1] == other[0]
    assert all(-18000 <= x <= 18000 and -9000 <= y <= 9000 for arc in found.arcs for x, y in arc.points)
    assert "public domain" in (ROOT / "ontology/base/outlines.tsv").read_text()[:400]
