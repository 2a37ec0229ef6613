"""kg datasets: what was imported, taking it away, another name; and imports that would take something away."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
HEAD = "date,source,relation,target\n"
GOOD = HEAD + "2018-01-01,North Korea,Make a visit,Russia\n2018-01-02,North Korea,Make a visit,Kim\n"
BAD = HEAD + "2018-01-01,North Korea,xx,Russia\n"


@pytest.fixture
def two(tmp_path: Path, run: Run) -> Path:
    """A workspace with two data sets that both name North Korea and Russia."""
    (tmp_path / "data.csv").write_text(GOOD)
    (tmp_path / "more.csv").write_text(GOOD.replace("2018", "2019") + "x,y\n")
    extra = (
        "--title",
        "Visits",
        "--issued",
        "2018-12",
        "--licence",
        "CC-BY-4.0",
        "--cite-as",
        "Somebody (2018). Visits.",
    )
    run("import", "events", "data.csv", *extra, cwd=tmp_path, code=0)
    run("import", "events", "more.csv", cwd=tmp_path, code=0)
    return tmp_path


def test_the_list_says_what_is_there(two: Path, run: Run) -> None:
    found = json.loads(run("datasets", "--format", "json", cwd=two, code=0).stdout)
    assert [(d["name"], d["title"], d["kind"], d["records"], d["rows"], d["skipped"]) for d in found] == [
        ("data", "Visits", "events", 2, 2, 0), ("more", "more", "events", 2, 3, 1),
    ]  # fmt: skip
    assert (found[0]["licence"], found[0]["citation"], found[0]["issued"]) == (
        "CC-BY-4.0",
        "Somebody (2018). Visits.",
        "2018-12",
    )
    home = two / "facts/imports/data"
    assert found[0]["size"] == sum(p.stat().st_size for p in home.iterdir())
    said = run("datasets", cwd=two, code=0).stdout
    assert "data  “Visits”, 2018-12" in said
    assert "licence: CC-BY-4.0" in said
    assert "licence: not said" in said
    assert "1 rows skipped" in said
    cited = run("cite", "data.2", cwd=two, code=0).stdout
    assert cited.startswith("Somebody (2018). Visits, record 2, no source given.")
    assert "licence: CC-BY-4.0" in cited


def test_states_outlive_the_set_that_brought_them(two: Path, run: Run) -> None:
    refused = run("datasets", "remove", "data", cwd=two, code=2)
    assert "--yes" in refused.stderr
    assert (two / "facts/imports/data").is_dir()
    run("datasets", "remove", "data", "--yes", cwd=two, code=0)
    assert [d["name"] for d in json.loads(run("datasets", "--format", "json", cwd=two, code=0).stdout)] == ["more"]
    said = run("brief", "PRK", "RUS", cwd=two, code=0).stdout
    assert said.startswith("North Korea – Russia")
    assert "2019-01-01" in said
    assert "2018-01-01" not in said
    assert "There is no data set ‘data’" in run("datasets", "remove", "data", "--yes", cwd=two, code=1).stderr


def test_a_set_that_people_changed_is_not_taken_away_unasked(two: Path, run: Run) -> None:
    (two / "facts/imports/data/notes.md").write_text("mine")
    assert "not as the import left it" in run("datasets", "remove", "data", "--yes", cwd=two, code=2).stderr
    run("datasets", "remove", "data", "--yes", "--overwrite", cwd=two, code=0)


def test_another_name_is_everywhere(two: Path, run: Run) -> None:
    before = run("brief", "PRK", "RUS", cwd=two, code=0).stdout
    assert "cannot name" in run("datasets", "rename", "data", "A B", cwd=two, code=2).stderr
    assert "cannot name" in run("datasets", "rename", "data", "imo", cwd=two, code=2).stderr
    assert "already" in run("datasets", "rename", "data", "more", cwd=two, code=2).stderr
    run("datasets", "rename", "data", "acts", cwd=two, code=0)
    assert run("brief", "PRK", "RUS", cwd=two, code=0).stdout == before.replace("[data~", "[acts~").replace(
        "data:", "acts:"
    )
    assert "No findings" in (lambda d: d.stdout + d.stderr)(run("check", cwd=two, code=0))
    texts = "".join(p.read_text(encoding="utf-8") for p in (two / "facts/imports/acts").glob("*.t*"))
    assert "e:acts.kim" in texts
    assert ":data" not in texts
    # what people wrote names its records: those names would be dead
    (two / "facts/mine.trig").write_text(
        "@prefix br: <https://w3id.org/bilateral/ns#> .\n@prefix c: <https://w3id.org/bilateral/claim/> .\n"
        "@prefix e: <https://w3id.org/bilateral/id/> .\n# c:acts.2 is what it is about\n"
    )
    assert "facts/mine.trig:4" in run("datasets", "rename", "acts", "data", cwd=two, code=2).stderr


def test_a_second_file_of_the_same_name_is_asked_about(two: Path, run: Run) -> None:
    (two / "other").mkdir()
    (two / "other/data.csv").write_text(GOOD.replace("Make a visit", "Consult"))
    refused = run("import", "events", "other/data.csv", cwd=two, code=2)
    assert "was made of" in refused.stderr
    assert "--document NAME keeps both" in refused.stderr
    assert "make a visit" in run("claim", "data.2", cwd=two, code=0).stdout
    run("import", "events", "other/data.csv", "--document", "data", cwd=two, code=0)
    assert "consult" in run("claim", "data.2", cwd=two, code=0).stdout


def test_an_import_that_fails_whole_leaves_what_was_there(two: Path, run: Run) -> None:
    before = {p.name: p.read_bytes() for p in (two / "facts/imports/data").iterdir()}
    (two / "data.csv").write_text(BAD)
    done = run("import", "events", "data.csv", cwd=two, code=1)
    assert "the data set that was here stays" in done.stdout
    assert "1 rows read = 0 imported + 1 skipped" in done.stdout
    assert {p.name: p.read_bytes() for p in (two / "facts/imports/data").iterdir()} == before
    assert sorted(p.name for p in (two / "facts/imports").iterdir()) == ["data", "more"]


def test_one_row_is_explained(two: Path, run: Run) -> None:
    said = run("import", "events", "data.csv", "--explain", "3", cwd=two, code=0).stdout
    assert said.startswith("data.csv:3\n  record 3\n")
    assert "told: e:data.kim rdfs:label Kim" in said
    (two / "data.csv").write_text(BAD)
    assert "skipped: “xx”" in run("import", "events", "data.csv", "--explain", "2", cwd=two, code=1).stdout
    assert "no row 9" in run("import", "events", "data.csv", "--explain", "9", cwd=two, code=1).stderr


@pytest.mark.parametrize(
    ("kind", "words"),
    [("table", "subject_id"), ("events", "actor1name"), ("agreements", "treatyID"), ("rdf", ".nq"), ("ftm", "Ownership"),
     ("wikidata", "P463")],
)  # fmt: skip
def test_each_kind_says_what_it_looks_for(run: Run, kind: str, words: str) -> None:
    said = run("import", kind, "--help", code=0).stdout
    assert words in said
    assert f"kg import {kind}" in said
