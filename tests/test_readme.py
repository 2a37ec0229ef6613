"""Every command block of the README and of the pages on data sets runs, and prints what they say it prints."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from conftest import DATA, ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
posix = pytest.mark.skipif(sys.platform == "win32", reason="the blocks are for a POSIX shell")
BLOCKS = re.findall(r"```(\w*)\n(.*?)```", README, re.S)


@pytest.fixture
def shell(bundle: Path, tmp_path: Path) -> dict[str, str]:
    """An environment in which ``kg`` is this very checkout's command."""
    (tmp_path / "bin").mkdir()
    script = tmp_path / "bin/kg"
    script.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m kg "$@"\n')
    script.chmod(0o755)
    return {
        **os.environ,
        "PATH": f"{tmp_path / 'bin'}:{sysconfig.get_path('scripts')}:{os.environ['PATH']}",
        "COLUMNS": "100",
    }


def blocks(kind: str) -> list[str]:
    return [text for name, text in BLOCKS if name == kind]


def test_the_readme_has_no_block_that_nobody_runs() -> None:
    assert {name for name, _ in BLOCKS} == {"sh", "console", "python", "trig", ""}


@posix
@pytest.mark.parametrize("block", blocks("console"), ids=lambda b: b.splitlines()[0][:40])
def test_console_blocks_print_what_they_say(block: str, shell: dict[str, str], bundle: Path) -> None:
    first, _, expected = block.partition("\n")
    done = subprocess.run(first.removeprefix("$ "), shell=True, cwd=bundle, env=shell, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr

    def squeezed(text: str) -> list[str]:  # column widths follow the longest cell
        return [" ".join(line.split()) for line in text.strip().splitlines()]

    assert squeezed(done.stdout) == squeezed(expected)


@posix
@pytest.mark.parametrize(
    "block", [b for b in blocks("sh") if "pip install" not in b], ids=lambda b: b.splitlines()[0][:40]
)
def test_shell_blocks_run(block: str, shell: dict[str, str], bundle: Path, tmp_path: Path) -> None:
    folder = tmp_path / "here"
    folder.mkdir()
    (folder / "facts").symlink_to(bundle / "facts")
    done = subprocess.run(["sh", "-e", "-c", block], cwd=folder, env=shell, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


PAGES = sorted((ROOT / "docs/datasets").glob("[a-z]*.md"))


@posix
@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_the_page_on_a_data_set_runs(page: Path, shell: dict[str, str], tmp_path: Path) -> None:
    """On files in the form of that data set, as one goes through the page."""
    found = re.findall(r"```(\w*)\n(.*?)```", page.read_text(encoding="utf-8"), re.S)
    assert {kind for kind, _ in found} == {"sh"}
    folder = tmp_path / "here"
    shutil.copytree(DATA / "recipes", folder)
    done = subprocess.run(
        ["sh", "-e", "-c", "".join(text for _, text in found)], cwd=folder, env=shell, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_data_set_has_its_page() -> None:
    from kg.importers.recipes import names

    index = (ROOT / "docs/datasets/README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"\]\(([\w-]+\.md)\)", index)) == {p.name for p in PAGES}
    pages = "".join(p.read_text(encoding="utf-8") for p in PAGES)
    assert set(re.findall(r"--recipe ([\w-]+)", pages)) == set(names())


def test_the_setup_block_is_what_ci_runs() -> None:
    (setup,) = [b for b in blocks("sh") if "pip install" in b]
    install, test = setup.splitlines()
    ci = (ROOT / ".ci/run").read_text()
    assert install == "pip install . && kg brief PRK RUS"
    assert test == "pip install '.[test]' && pytest"
    assert "'.[test]'\npytest\n" in ci
    assert "kg brief PRK RUS" in ci


@pytest.mark.parametrize("block", blocks("python"), ids=lambda b: b.splitlines()[0])
def test_python_blocks_run(block: str, bundle: Path) -> None:
    done = subprocess.run([sys.executable, "-c", block], cwd=bundle, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "about 97 %" in done.stdout


@pytest.mark.parametrize("block", blocks("trig"), ids=lambda b: b.splitlines()[0])
def test_the_claim_shown_is_the_claim_in_the_facts(block: str) -> None:
    facts = "".join(p.read_text(encoding="utf-8") for p in sorted((ROOT / "facts").rglob("*.trig")))
    flat = " ".join(facts.split())
    for part in re.split(r"\n(?=\s)", block.strip()):
        assert " ".join(part.split()) in flat


def test_the_tasks_are_those_of_the_noxfile() -> None:
    command = [sys.executable, "-m", "nox", "--list"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    tasks = dict(re.findall(r"^[*-] (\w+)\S* -> (.+)$", done.stdout, re.M))
    assert len(tasks) == 6
    assert dict(re.findall(r"^\| `nox -s (\w+)` \| (.+) \|$", README, re.M)) == tasks
