"""What changed: two dates, two voices or two builds as one picture, and two pairs side by side."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest
from kg.graph import Graph
from kg.show.page.page import render
from kg.values.scene import Mention, Node, Relation, Scene, Source, Statement

from browser import data_of, prefix, said
from conftest import Run

FACTS = "facts/XAA-XBB/everything.trig"
VOICES = "e:essay-author", "e:report-author"
AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}


def name(text: str) -> dict[str, str]:
    return dict.fromkeys(("en", "ru", "ko"), text)


@pytest.fixture
def invented(tmp_path: Path) -> Path:
    """Four relations: known in 2020 alone to hold, known in 2024, denied in 2024 by another, and known twice."""
    told: list[tuple[str, str, str, str, bool]] = [
        ("bridge", "k1", "x", "2020-05-01", False),
        ("treaty", "k2", "y", "2024-05-01", False),
        ("tunnel", "k3", "x", "2020-05-01", False),
        ("tunnel", "k4", "y", "2024-05-01", True),
        ("bridge", "k5", "y", "2024-06-01", False),
        ("school", "k6", "x", "2020-05-01", False),
    ]
    mentions: dict[str, list[Mention]] = {}
    for what, claim, *_ in told:
        ends = "2021-12-31" if what == "school" else None
        mentions.setdefault(what, []).append(Mention(claim, "2019-01-01" if ends else None, ends))
    scene = Scene(
        title=name("Invented"),
        subtitle={},
        poles=(),
        nodes=tuple(Node(i, "org", "third", name(i), name("thing")) for i in ("hub", *sorted(mentions))),
        relations=tuple(
            Relation("hub", what, "br:meets", "acts", name("meets"), False, 1, tuple(some))
            for what, some in sorted(mentions.items())
        ),
        statements=tuple(
            Statement(i, f"Of the {what}.", "stated", "asserted", (who,), "third", "d", known, "p. 1", {}, denied)
            for what, i, who, known, denied in told
        ),
        sources=(Source("d", "Data", "nobody", None, None),),
        speakers={"x": name("X"), "y": name("Y")},
        stances={"stated": name("stated")},
        families={"acts": {}},
    )
    path = tmp_path / "invented.html"
    path.write_text(render(scene), encoding="utf-8")
    return path


def classes(opened: Any) -> dict[str, str]:
    """What became of each relation that is shown, by what it joins to the hub."""
    return {id.split("~")[2]: change for id, change, *_ in opened.kg("changes")}


# ------------------------------------------------------------------------------------------------ dates and voices


@pytest.mark.parametrize(
    ("comparison", "expected"),
    [
        ("known~2022~", {"bridge": "same", "treaty": "new", "tunnel": "contested", "school": "same"}),
        ("true~2020~2024", {"bridge": "same", "treaty": "same", "tunnel": "contested", "school": "gone"}),
        ("voice~x~y", {"bridge": "same", "treaty": "new", "tunnel": "contested", "school": "gone"}),
        ("voice~y~x", {"bridge": "same", "treaty": "gone", "tunnel": "contested", "school": "new"}),
    ],
)
def test_what_is_new_gone_contested_and_the_same(
    visit: Any, invented: Path, comparison: str, expected: dict[str, str]
) -> None:
    assert classes(visit(f"#with={comparison}", invented)) == expected


def test_the_head_the_legend_and_the_lists_say_the_same(visit: Any, invented: Path) -> None:
    opened = visit("#with=known~2022~", invented)
    assert "Known by: 2022 → all dates. Relations: Contested 1 · New 1 · The same 2" in opened.page.inner_text(
        "#banner"
    )
    legend = opened.page.inner_text("#legend").replace("\n", " ")
    assert all(line in legend for line in ("Contested 1", "New 1", "The same 2"))
    opened.page.click("#legend button:has-text('The same')")
    assert set(classes(opened)) == {"treaty", "tunnel"}
    assert "hidechange=same" in opened.fragment()
    opened.page.click("#tab-change")
    text = opened.page.inner_text("#change")
    assert "left out, not known to be out then: 3" in text
    opened.page.click("#change .twofold [data-claim=k4] .link")
    assert "Of the tunnel." in opened.panel()


def test_a_picture_shows_either_side_and_the_address_keeps_it(visit: Any, invented: Path) -> None:
    opened = visit("#with=voice~x~y", invented)
    opened.page.click("#cmp-at-a")
    assert set(classes(opened)) == {"bridge", "tunnel", "school"}
    opened.page.click("#cmp-at-b")
    assert set(classes(opened)) == {"bridge", "tunnel", "treaty"}
    assert "at=b" in opened.fragment()
    opened.page.select_option("#cmp-0", "y")  # the two change places: one voice twice is nothing to compare
    assert "with=voice~y~x" in opened.fragment()
    opened.page.click("#cmp-end")
    assert "with=" not in opened.fragment()
    assert opened.page.is_hidden("#change-bar")


def test_the_way_from_one_side_to_the_other_moves_only_where_motion_is_welcome(visit: Any, invented: Path) -> None:
    opened = visit("#with=known~2022~", invented)
    opened.page.click("#cmp-play")
    opened.until("location.hash.includes('at=b')")
    calm = visit("#with=known~2022~", invented, reduced_motion="reduce")
    assert calm.page.locator("#cmp-play").count() == 0
    calm.page.click("#cmp-at-a")
    assert "treaty" not in classes(calm)


@pytest.mark.parametrize("hostile", ["known~2022-13~", "voice~x~nobody", "build", "true~~", "__proto__~a~b"])
def test_an_address_that_compares_nothing_is_as_none(visit: Any, invented: Path, hostile: str) -> None:
    opened = visit(f"#with={hostile}", invented)
    assert set(classes(opened).values()) == {""}
    assert opened.page.is_hidden("#change-bar")


def test_two_voices_are_compared_as_kg_compares_them(visit: Any, graph: Graph) -> None:
    opened = visit(f"#with=voice~{'~'.join(VOICES)}")
    told = opened.kg("changes")
    ours = [{claim for *_, sides in ((None, row[2 + at]) for row in told) for claim in sides} for at in (0, 1)]
    found = graph.compare([{"according_to": voice} for voice in VOICES], ["PRK", "RUS"])
    theirs = [{c.id for d in found.differences for c in (*d.cells[at].claims, *d.cells[at].denied)} for at in (0, 1)]
    on_page = ours[0] | ours[1]
    assert all(ours)
    for mine, kg in zip(ours, theirs, strict=True):
        assert mine == kg & on_page


# ------------------------------------------------------------------------------------------------ two builds


def git(folder: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=Ada", "-c", "user.email=ada@example.org")
    return subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def repository(workspace: Path) -> Path:
    """The starter with one claim more, committed once."""
    facts = workspace / FACTS
    (workspace / "facts" / "more.trig").write_text(
        prefix(facts) + said("old", "e:XAA br:opposes e:XBB .", summary="They quarrelled.")
    )
    git(workspace, "init", "-q", "-b", "main")
    git(workspace, "add", "-A")
    git(workspace, "commit", "-q", "-m", "The starter")
    return workspace


@pytest.fixture
def since(repository: Path, run: Run) -> Path:
    """The page of what changed: one claim gone, one new, one meant otherwise."""
    facts = repository / FACTS
    (repository / "facts" / "more.trig").write_text(
        prefix(facts) + said("fresh", "e:XAA br:alliedWith e:XBB .", summary="They are friends now.")
    )
    facts.write_text(facts.read_text().replace("br:stance stance:planned", "br:stance stance:stated"))
    out = repository / "since.html"
    run("view", "XAA", "XBB", "--since", "HEAD", "-o", str(out), cwd=repository, code=0)
    return out


def test_two_builds_are_told_by_their_own_texts(visit: Any, since: Path) -> None:
    opened = visit("", since)
    commit = data_of(since)["scene"]["since"]["commit"]
    by = {id: (change, before, after) for id, change, before, after in opened.kg("changes")}
    assert by["e:XAA~br:opposes~e:XBB"] == ("gone", [f"old@{commit[:9]}"], [])
    assert by["e:XAA~br:alliedWith~e:XBB"] == ("new", [], ["fresh"])
    changed = [row for row in by.values() if row[0] == "changed"]
    assert changed
    assert all(row == ("changed", [f"note-5@{commit[:9]}"], ["note-5"]) for row in changed)
    opened.page.click("#tab-change")
    sheet = opened.page.inner_text("#change")
    assert "stance: planned → stated" in sheet
    opened.page.click("#change [data-change=gone] summary >> nth=1")
    opened.page.click(f"#change [data-claim='old@{commit[:9]}'] .link")
    assert "They quarrelled." in opened.panel()
    assert "only as of" in opened.panel()


def test_what_is_gone_is_not_in_the_picture_of_today(visit: Any, since: Path) -> None:
    opened = visit("#with=none", since)
    assert "e:XAA~br:opposes~e:XBB" not in opened.kg("shown")
    assert "e:XAA~br:alliedWith~e:XBB" in opened.kg("shown")
    opened = visit("#at=a", since)
    assert "e:XAA~br:alliedWith~e:XBB" not in opened.kg("shown")


def test_a_revision_that_is_none_is_told(repository: Path, run: Run) -> None:
    done = run("view", "XAA", "XBB", "--since", "nonsense", cwd=repository, code=2)
    assert "git knows no revision ‘nonsense’" in done.stderr
    done = run("view", "XAA", "XBB", "--since", "1999-12-31", cwd=repository, code=2)
    assert "is as old as 1999-12-31" in done.stderr
    assert not (repository / "kg.html").exists()


def test_a_workspace_without_git_says_so(workspace: Path, run: Run) -> None:
    done = run("view", "XAA", "XBB", "--since", "HEAD", cwd=workspace)
    assert done.returncode != 0
    assert "lies in no git repository" in done.stderr


def test_a_revision_that_does_not_pass_its_checks_is_told(repository: Path, run: Run) -> None:
    more = repository / "facts" / "more.trig"
    good = more.read_text()
    more.write_text(good.replace("br:inDocument d:note", "br:inDocument d:nowhere"))
    git(repository, "commit", "-qam", "Broken")
    more.write_text(good)
    done = run("view", "XAA", "XBB", "--since", "HEAD", cwd=repository)
    assert done.returncode != 0
    assert "do not pass their checks" in done.stderr


# ------------------------------------------------------------------------------------------------ two pairs


@pytest.fixture(scope="module")
def pairs(bundle: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of North Korea and Russia, with North Korea and China beside it."""
    import sys

    out = tmp_path_factory.mktemp("pairs") / "pairs.html"
    command = [sys.executable, "-m", "kg", "view", "PRK", "RUS", "--beside", "PRK", "CHN", "-o", str(out)]
    subprocess.run(command, cwd=bundle, check=True, capture_output=True)
    return out


def test_two_pairs_stand_side_by_side_with_a_dot_for_each_relation(visit: Any, pairs: Path, graph: Graph) -> None:
    opened = visit("", pairs)
    scenes = [graph.scene(*two) for two in (("PRK", "RUS"), ("PRK", "CHN"))]
    drawn = opened.page.evaluate("[...document.querySelectorAll('.pairs .dot')].map((one) => one.dataset.edge)")
    assert sorted(drawn) == sorted([*(r.id for r in scenes[0].relations), *(f"{r.id}@2" for r in scenes[1].relations)])
    heads = opened.page.locator(".pairs thead th").all_inner_texts()
    for text, scene in zip(heads, scenes, strict=True):
        assert f"{len(scene.relations)} relations" in text
    boxes = [cell.bounding_box() for cell in opened.page.locator(".pairs tbody tr >> nth=0 >> svg").all()]
    assert [boxes[0][side] for side in ("width", "height")] == [boxes[1][side] for side in ("width", "height")]


def test_a_dot_of_either_pair_opens_its_claims_and_the_address_keeps_them(visit: Any, pairs: Path) -> None:
    opened = visit("", pairs)
    second = opened.page.locator(".pairs tbody tr >> nth=0 >> td >> nth=1 >> .dot").first.get_attribute("data-edge")
    assert second.endswith("@2")
    opened.page.locator(f".pairs .dot[data-edge='{second}']").click()
    assert f"edge={second}" in opened.fragment()
    heard = opened.panel()
    assert opened.page.locator("#panel .claim").count() > 0
    again = visit(opened.page.evaluate("location.hash"), pairs)
    assert again.panel() == heard


def test_what_the_one_has_and_the_other_has_not(visit: Any, pairs: Path, graph: Graph) -> None:
    opened = visit("", pairs)
    scenes = [graph.scene(*two) for two in (("PRK", "RUS"), ("PRK", "CHN"))]
    kinds = [{(r.family, r.relation) for r in s.relations} for s in scenes]
    labels = {(r.family, r.relation): r.label["en"] for s in scenes for r in s.relations}
    columns = opened.page.locator(".pair-kinds > section")
    for at, alone in enumerate((kinds[0] - kinds[1], kinds[1] - kinds[0], kinds[0] & kinds[1])):
        text = columns.nth(at).text_content()
        assert all(labels[kind] in text for kind in alone)
    opened.page.locator(".pair-kinds summary").first.click()
    opened.page.locator(".pair-kinds details[open] .link").first.click()
    assert opened.fragment().split("#")[-1]


def test_both_pairs_pass_the_same_filters(visit: Any, pairs: Path) -> None:
    opened = visit("", pairs)
    before = opened.page.locator(".pairs .dot").count()
    opened.page.click("#legend button:has-text('assessed')")
    after = opened.page.locator(".pairs .dot").count()
    assert 0 < after < before


def test_pairs_are_stacked_on_a_phone(visit: Any, pairs: Path) -> None:
    opened = visit("#lang=ko", pairs, viewport={"width": 390, "height": 844})
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 390
    first, second = (svg.bounding_box() for svg in opened.page.locator(".pairs tbody tr >> nth=0 >> svg").all())
    assert second["y"] >= first["y"] + first["height"]
    assert first["width"] == second["width"]


@pytest.mark.parametrize(
    ("beside", "why"),
    [(("PRK", "RUS"), "one pair twice"), (("PRK", "tumen bridge"), "a pair of states"), (("RUS", "CHN"), "on both")],
)
def test_a_pair_that_is_none_is_told(run: Run, tmp_path: Path, beside: tuple[str, str], why: str) -> None:
    done = run("view", "PRK", "RUS", "--beside", *beside, "-o", str(tmp_path / "x.html"), code=2)
    assert why in done.stderr
    assert not (tmp_path / "x.html").exists()


# ------------------------------------------------------------------------------------------------ everybody


@pytest.mark.parametrize(("width", "theme"), [(1440, "dark"), (390, "light")])
@pytest.mark.parametrize("view", ["beside", "change", f"change&with=voice~{'~'.join(VOICES)}", "graph&with=voice~a~b"])
def test_accessible_by_wcag_a_and_aa(visit: Any, pairs: Path, view: str, width: int, theme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    opened = visit(f"#view={view}&theme={theme}", pairs, bypass_csp=True, viewport={"width": width, "height": 900})
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width
    found = Axe().run(opened.page, options=AXE)
    assert [(v["id"], v["nodes"][0]["html"][:200]) for v in found.response["violations"]] == []
    assert (opened.said, len(opened.asked)) == ([], 1)
