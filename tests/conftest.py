"""What the tests share: the real command in a process of its own, the bundled graph, workspaces to break."""

from __future__ import annotations

import csv
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import kg
import pytest
from kg.graph import Graph
from kg.starter import copy_starter

from browser import chromium, dyad, visit  # noqa: F401

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(__file__).resolve().parent / "data"
SOURCES = ROOT.parent / "shared" / "sources"
needs_sources = pytest.mark.skipif(not SOURCES.is_dir(), reason="the two articles are not part of this repository")

Run = Callable[..., subprocess.CompletedProcess[str]]


def read_tsv(name: str) -> list[dict[str, str]]:
    """A table of tests/data."""
    with open(DATA / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--renew`` for tests/test_golden.py."""
    parser.addoption("--renew", action="store_true", help="write the files of tests/golden anew")


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Stores of the tests go to a folder of their own."""
    folder = tmp_path_factory.mktemp("cache")
    old = os.environ.get("XDG_CACHE_HOME")
    os.environ["XDG_CACHE_HOME"] = str(folder)
    yield folder
    if old is None:
        del os.environ["XDG_CACHE_HOME"]
    else:
        os.environ["XDG_CACHE_HOME"] = old


@pytest.fixture(scope="session", autouse=True)
def no_disk() -> Iterator[None]:
    """What a power cut leaves is not asked here, and waiting for the disk is most of what small builds take."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda handle: None)
        yield


@pytest.fixture(scope="session", autouse=True)
def heard() -> None:
    """Commands hear Ctrl-C and the end of their terminal, also where the tests run in the background and do not."""
    if sys.platform != "win32":
        for number in (signal.SIGINT, signal.SIGHUP):
            if signal.getsignal(number) == signal.SIG_IGN:  # which would be handed down, and a handler is not
                signal.signal(number, lambda *_: None)


@pytest.fixture(scope="session", autouse=True)
def bytecode(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Commands share what Python compiles, even where none of it may lie beside the sources.

    With PYTHONDONTWRITEBYTECODE every process compiles all modules anew, which is a third of its CPU.
    """
    with pytest.MonkeyPatch.context() as patch:
        if sys.dont_write_bytecode:
            base = tmp_path_factory.getbasetemp()
            worker = "PYTEST_XDIST_WORKER" in os.environ  # whose folder lies in the one of the whole run
            patch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
            patch.setenv("PYTHONPYCACHEPREFIX", str((base.parent if worker else base) / "bytecode"))
        yield


@pytest.fixture(scope="session")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the repository's facts, so that parallel tests never build in one place."""
    folder = tmp_path_factory.mktemp("bundle")
    shutil.copytree(ROOT / "facts", folder / "facts")
    return folder


@pytest.fixture(scope="session")
def graph(bundle: Path) -> Graph:
    """The graph of the two articles."""
    return kg.open(str(bundle))


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A fresh workspace with the starter's invented dyad."""
    folder = tmp_path / "ws"
    copy_starter(str(folder))
    return folder


@pytest.fixture
def run(bundle: Path) -> Run:
    """Run the real ``kg`` in a process of its own; by default on the two articles."""

    def call(
        *args: str, cwd: Path | None = None, code: int | None = None, env: dict[str, str] | None = None, stdin: str = ""
    ) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [sys.executable, "-m", "kg", *args],
            cwd=cwd or bundle,
            capture_output=True,
            text=True,
            input=stdin,
            env={**os.environ, "COLUMNS": "100", **(env or {})},
            timeout=600,  # only against hanging: on a busy machine a large import takes minutes
        )
        assert "Traceback" not in done.stderr, done.stderr
        if code is not None:
            assert done.returncode == code, (done.returncode, done.stdout[-500:], done.stderr[-500:])
        return done

    return call


def raise_it(error: BaseException) -> None:
    """For tests of other processes."""
    raise error
