"""Style, types and architecture, held by the same command as the tests; and the wheel that users get."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import kg
import pytest

from conftest import ROOT


@pytest.mark.parametrize(
    "command",
    [
        ["ruff", "check", "."],
        ["ruff", "format", "--check", "."],
        ["mypy"],
        ["mypy", "--platform", "win32", "kg"],
        ["lint-imports", "--no-cache"],
    ],
    ids=["ruff", "format", "mypy", "windows", "imports"],
)
def test_tools_find_nothing(command: list[str]) -> None:
    tool = shutil.which(command[0], path=Path(sys.executable).parent) or command[0]
    done = subprocess.run([tool, *command[1:]], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_functions_stay_small() -> None:
    for path in sorted((ROOT / "kg").rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef):
                assert (node.end_lineno or 0) - node.lineno <= 55, (path, node.name)


def test_the_wheel_works_from_anywhere(tmp_path: Path) -> None:
    """Built, unpacked, and run from another folder: ontology and facts come along."""
    pytest.importorskip("hatchling")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    assert wheel.name.startswith(f"bilateral_kg-{kg.__version__}-")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    assert (tmp_path / "site" / "kg" / "show" / "page" / "assets" / "page.js").is_file()
    assert not (tmp_path / "site" / "kg" / "show" / "page" / "src").exists()
    assert (tmp_path / "site" / "kg" / "py.typed").is_file()
    env = {**os.environ, "PYTHONPATH": str(tmp_path / "site"), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    for args, expected in (
        (["brief", "PRK", "RUS"], "North Korea – Russia"),
        (["queries"], "transport-links"),
        (["init", str(tmp_path / "new")], "everything.trig"),
        (["view", "PRK", "RUS", "-o", str(tmp_path / "page.html")], ""),
    ):
        done = subprocess.run(
            [sys.executable, "-P", "-m", "kg", *args], cwd="/", env=env, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
        assert expected in done.stdout
    where = subprocess.run(
        [sys.executable, "-P", "-c", "import kg; print(kg.__file__)"], cwd="/", env=env, capture_output=True, text=True
    )
    assert str(tmp_path) in where.stdout
