"""What the documents for whoever works on kg say of the repository is so."""

from __future__ import annotations

import re
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from kg.compile.rdf import ENOUGH

from conftest import ROOT

DOCS = ("docs/architecture.md", "CONTRIBUTING.md", "README.md")
TOP = "|".join(sorted(p.name for p in ROOT.iterdir() if p.is_dir() and not p.name.startswith(".")))
#: What a reader makes, and what a build or an import makes, by the names that the documents give it.
MADE = {"facts/imports/", "facts/imports/*/records-*.tsv", "facts/"}


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", DOCS)
def test_every_file_that_is_named_is_there(name: str) -> None:
    named = set(re.findall(rf"(?<![\w/.-])((?:{TOP})/[\w./*-]*)", text_of(name))) - MADE
    assert len(named) > 5
    missing = [
        path for path in named if "NAME" not in path and "NN-" not in path and not list(ROOT.glob(path.rstrip(".")))
    ]
    assert missing == []


@pytest.mark.parametrize("name", DOCS)
def test_every_link_leads_somewhere(name: str) -> None:
    links = [x for x in re.findall(r"\]\(([^)#]+)\)", text_of(name)) if "://" not in x]
    assert links
    assert [x for x in links if not (ROOT / name).parent.joinpath(x).exists()] == []


def test_every_room_is_in_the_picture_on_the_floor_that_imports_keep_to() -> None:
    """One row a floor or several: the rooms of a row stand together in the layers, and the rows in their order."""
    layers = tomllib.loads(text_of("pyproject.toml"))["tool"]["importlinter"]["contracts"][0]["layers"]
    floor = {room.strip(): i for i, row in enumerate(layers) for room in row.split("|")}
    rows = re.findall(r"^\| [a-z' ]+ \| (`kg/.*?) \|", text_of("docs/architecture.md"), re.M)
    shown = [[floor[Path(path).stem] for path in re.findall(r"`kg/(\w+(?:\.py|/))`", row)] for row in rows]
    there = {p.stem for p in (ROOT / "kg").iterdir() if p.suffix == ".py" or (p / "__init__.py").is_file()}
    assert there - {"__init__", "__main__"} == floor.keys()
    everything = text_of("docs/architecture.md")
    assert [room for room in floor if f"`kg/{room}.py`" not in everything and f"`kg/{room}/`" not in everything] == []
    assert all(max(above) <= min(below) for above, below in pairwise(shown)), shown


@pytest.mark.parametrize("name", ["docs/architecture.md", "README.md"])
def test_how_much_is_quickly_loaded_is_the_number_of_the_code(name: str) -> None:
    said = re.findall(r"more than\s([\d,]+)\squads", text_of(name))
    assert set(said) == {f"{ENOUGH:,}"}


def test_ci_runs_every_python_from_the_oldest_that_is_allowed() -> None:
    (line,) = re.findall(r"^ +python: \[(.*)\]$", text_of(".github/workflows/ci.yml"), re.M)
    minors = [int(m) for m in re.findall(r'"3\.(\d+)"', line)]
    oldest = tomllib.loads(text_of("pyproject.toml"))["project"]["requires-python"]
    assert oldest == f">=3.{minors[0]}"
    assert minors == list(range(minors[0], minors[-1] + 1))
    newest = re.findall(r'"3\.(\d+)"', text_of("noxfile.py"))[-1]
    assert minors[-1] == int(newest)


def test_the_hooks_before_a_commit_are_the_tools_of_the_lint_task() -> None:
    hooks = re.findall(r"entry: ([\w-]+)", text_of(".pre-commit-config.yaml"))
    assert hooks == ["ruff", "ruff", "mypy", "lint-imports", "kg"]
