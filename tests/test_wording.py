"""What a claim names stands in the words of its passages, where the text is kept: planted things are found."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kg.text.mentions import Mentions

from conftest import ROOT, SOURCES, Run, needs_sources

CLAIMS = "facts/XAA-XBB/everything.trig"


def warnings(run: Run, folder: Path) -> list[tuple[str, int, str]]:
    done = run("check", "--format", "json", cwd=folder)
    return [
        (f["file"], f["line"], f["message"])
        for f in json.loads(done.stdout)
        if f["check"] == "no-words" and f["severity"] == "warning"
    ]


def plant(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) >= 1
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """The facts of the two articles beside the articles themselves."""
    shutil.copytree(ROOT / "facts", tmp_path / "facts")
    shutil.copytree(SOURCES, tmp_path / "sources")
    return tmp_path


@needs_sources
def test_all_our_claims_are_in_the_words_of_the_articles(run: Run, articles: Path) -> None:
    assert warnings(run, articles) == []


@needs_sources
@pytest.mark.parametrize(
    ("file", "old", "new", "claim", "named"),
    [
        ("military", "br:actor e:north-korean-troops", "br:actor e:chinese-groups", "report-026", "e:chinese-groups"),
        ("trade", "br:appliesTo e:PRK ; br:severity", "br:appliesTo e:KOR ; br:severity", "essay-057", "e:KOR"),
        ("project", "br:value 2850", "br:value 2580", "report-007", "2580"),
        ("motives", "br:region e:asia-pacific", "br:region e:korean-peninsula", "essay-026", "e:korean-peninsula"),
        (
            "military",
            "br:theatre e:war-in-ukraine ;",
            "br:theatre e:war-in-ukraine ; br:against e:JPN ;",
            "report-006",
            "e:JPN",
        ),
        ("relations", 'br:date "2024-06"', 'br:date "2024-07"', "report-020", "2024-07"),
    ],
    ids=["actor", "recipient", "figure", "place", "state", "month"],
)
def test_what_was_planted_is_warned_of(
    run: Run, articles: Path, file: str, old: str, new: str, claim: str, named: str
) -> None:
    plant(articles, f"facts/PRK-RUS/{file}.trig", old, new)
    found = warnings(run, articles)
    assert any(f"c:{claim}:" in message and named in message for *_, message in found), found
    for name, line, message in found:
        assert any(part in (articles / name).read_text().splitlines()[line - 1] for part in (named, old.split()[-1])), (
            message
        )


def test_the_starter_is_in_the_words_of_its_note(run: Run, workspace: Path) -> None:
    assert "No findings" in run("check", cwd=workspace, code=0).stderr


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("br:location e:port-lumen", "br:location e:rail-tunnel", "e:rail-tunnel (Rail tunnel)"),
        (
            "br:signatory e:XAA , e:XBB",
            "br:signatory e:XAA , e:borealia-herald",
            "e:borealia-herald (The Borealia Herald)",
        ),
        ("br:value 40", "br:value 14", "14"),
        ('br:date "2023-03-04"', 'br:date "2023-03-05"', "2023-03-05"),
        ('br:date "2023-03-04"', 'br:date "2022-03-04"', "2022-03-04"),
    ],
)
def test_a_planted_thing_is_named_with_its_line_and_what_to_do(
    run: Run, workspace: Path, old: str, new: str, named: str
) -> None:
    plant(workspace, CLAIMS, old, new)
    done = run("check", cwd=workspace, code=0)
    line = 1 + (workspace / CLAIMS).read_text().splitlines().index(
        next(text for text in (workspace / CLAIMS).read_text().splitlines() if new in text)
    )
    assert f"{CLAIMS}:{line}:" in done.stdout
    assert f"its passages have no words for {named}" in done.stdout
    assert "br:inferred" in done.stdout


def test_a_declared_inference_is_enough(run: Run, workspace: Path) -> None:
    plant(workspace, CLAIMS, "br:value 40", "br:value 14")
    plant(workspace, CLAIMS, 'lorries are said to pass the border daily."@en ;', 'lorries pass."@en ; br:inferred 14 ;')
    assert warnings(run, workspace) == []


def test_only_the_very_text_is_compared(run: Run, workspace: Path) -> None:
    plant(workspace, CLAIMS, "br:value 40", "br:value 14")
    (workspace / "sources/note.txt").write_text("another text")
    assert warnings(run, workspace) == []
    (workspace / "sources/note.txt").unlink()
    assert warnings(run, workspace) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The presidents of Aurelia met", "President of Aurelia"),
        ("КНДР и Россией подписан договор", "Россия"),
        ("북한은 러시아와 조약을 맺었다", "러시아"),
        ("Kim Jong-un came", "Kim Jong Un"),
        ("俄罗斯和朝鲜签署条约", "朝鲜"),
    ],
)
def test_inflected_names_are_found(text: str, name: str) -> None:
    assert Mentions(text).name(name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("North Korean troops", "South Korea"),
        ("Austria signed", "Australia"),
        ("nothing at all", ""),
    ],
)
def test_other_names_are_not(text: str, name: str) -> None:
    assert not Mentions(text).name(name)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("about 2,850 people", 2850),
        ("12 000 человек", 12000),
        ("1.5 years", 1.5),
        ("около 1,5 года", 1.5),
        ("eighteen months", 18),
        ("fifty trucks", 50),
        ("two hundred and fifty thousand tonnes", 250_000),
        ("twenty-one ships", 21),
        ("one and a half years", 1.5),
        ("a year and a half", 1.5),
        ("3.2 million", 3_200_000),
    ],
)
def test_numbers_are_read_in_figures_and_words(text: str, value: float) -> None:
    assert Mentions(text).number(value)
    assert not Mentions(text).number(value + 1)


def test_thousands_are_no_decimals() -> None:
    assert not Mentions("about 2,850 people").number(2.85)


@pytest.mark.parametrize(
    ("text", "date", "told"),
    [
        ("in June 2024", "2024-06", True),
        ("в июне 2024 года", "2024-06", True),
        ("2024년 6월", "2024-06", True),
        ("on 19 June 2024", "2024-06-19", True),
        ("2024-06-19", "2024-06-19", True),
        ("since February 2024", "2024-02/..", True),
        ("in the 1990s", "199X", True),
        ("in June 2024", "2024-07", False),
        ("in June 2024", "2024-06-19", False),
        ("in June", "2024-06", False),
        ("in 2024", "2024/2025", False),
    ],
)
def test_dates_are_read_with_their_months(text: str, date: str, told: bool) -> None:
    assert Mentions(text).date(date) is told


@given(st.integers(min_value=0, max_value=10**9), st.sampled_from(["{}", "{:,}"]))
def test_any_number_in_figures_is_found(value: int, form: str) -> None:
    assert Mentions(f"There were {form.format(value)} of them.").number(value)


@given(
    st.text(max_size=40),
    st.lists(st.sampled_from(["North", "Korea", "Россия", "река", "북한", "Kim"]), min_size=1, max_size=3),
)
def test_a_name_is_found_in_any_text_that_holds_it(text: str, name: list[str]) -> None:
    whole = " ".join(name)
    assert Mentions(f"{text} {whole} {text}").name(whole)
