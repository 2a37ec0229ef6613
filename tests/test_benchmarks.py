"""Each benchmark starts, measures at its smallest size and prints its table; what it measures is no matter here."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from browser import CHROMIUM, REQUIRED
from conftest import ROOT

FOLDER = ROOT / "benchmarks"
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="CPU and memory of a child are measured by os.wait4")
#: Part → rows that its tables must have: the first, the last, and one by each of the libraries beside which it stands.
ROWS = {
    "lookups": ("import click", "kg fact PRK", "kg sparql transport-links"),
    "changes": ("events | all", "events | 10% change"),
    "claims": ("fresh build", "one claim more", "network measure"),
    "scale": ("400 claims", "200 names", "search zerbatol", "both ways", "DuckDB over Parquet", "a record"),
    "networks": ("100 claims tied", "the same, 100 claims", "betweenness of 100 ties", "constraint of 100 ties"),
    "page": ("5 | ours", "5 | pyvis"),
    "draft": ("en-treaty", "**other kinds and pairs**", "**never tuned for**"),
    "typed": ("kg add | 2", "a sheet | 2"),
}


def test_every_benchmark_is_run_here() -> None:
    assert set(ROWS) == {path.stem for path in FOLDER.glob("*.py")} - {"run"}


@pytest.mark.parametrize("part", ROWS)
def test_it_prints_its_table(part: str) -> None:
    if part == "page" and CHROMIUM is None and not REQUIRED:
        pytest.skip("no chromium here: apt-get install chromium")
    before = (FOLDER / "RESULTS.md").read_bytes()
    command = [sys.executable, str(FOLDER / "run.py"), "--smallest", "--only", part]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert done.returncode in (0, 3), done.stderr  # at this size a budget says nothing
    for row in ROWS[part]:
        found = re.search(rf"^\| {re.escape(row)}.*\|$", done.stdout, re.M)
        assert found, (row, done.stdout)
        assert re.search(r"\| \d", found[0].partition(row)[2]), found[0]  # a figure behind it
    assert (FOLDER / "RESULTS.md").read_bytes() == before
