"""Queries, checks and builds run in a process that ends at its limits, at Ctrl-C and with its parent."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from kg.errors import AmbiguousName, BadQuery, FactsBroken, NotFound, QueryTimeout
from kg.graph import Graph
from kg.worker import Limits, Worker

from conftest import Run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals end the commands of these tests")
#: Goes through billions of solutions, with hardly any memory.
ENDLESS = (
    "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(STRLEN(CONCAT(STR(?a), STR(?d), STR(?g))) < 5) }"
)
#: Sorts billions of solutions: all of them lie in memory.
GREEDY = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?i ?f ?c"


def children_of(pid: int) -> list[psutil.Process]:
    return psutil.Process(pid).children(recursive=True)


@pytest.fixture
def asked(graph: Graph, bundle: Path) -> Iterator[subprocess.Popen[str]]:
    """A command that runs an endless query, once its child is at work."""
    command = [sys.executable, "-m", "kg", "sparql", ENDLESS, "--timeout", "100"]
    with subprocess.Popen(command, cwd=bundle, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as parent:
        wait_until_busy(parent)
        yield parent
        parent.kill()


def wait_until_busy(parent: subprocess.Popen[str]) -> list[psutil.Process]:
    """The children of a command, one of which has computed for a while."""
    while parent.poll() is None:
        found = children_of(parent.pid)
        try:
            if any(c.cpu_times().user > 0.7 for c in found):
                return found
        except psutil.NoSuchProcess:
            continue
    raise AssertionError(f"ended early: {parent.communicate()}")


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGKILL", "SIGINT"])
def test_a_query_ends_with_its_command(asked: subprocess.Popen[str], name: str) -> None:
    how = signal.Signals[name]
    children = children_of(asked.pid)
    assert children
    asked.send_signal(how)
    asked.wait(30)
    gone, alive = psutil.wait_procs(children, timeout=30)
    assert not alive
    assert len(gone) == len(children)
    if how == signal.SIGINT:
        assert asked.returncode == 130
        assert asked.stderr is not None
        assert asked.stderr.read().strip() == "Stopped."


def test_a_query_ends_at_its_deadline(run: Run) -> None:
    done = run("sparql", ENDLESS, "--timeout", "0.5", code=3)
    assert "The query was stopped after 0.5 s." in done.stderr
    assert "--timeout SECONDS" in done.stderr


def test_a_query_ends_at_its_memory(run: Run) -> None:
    done = run("sparql", GREEDY, "--memory", "200", code=3)
    assert "it took more than 200 MB of memory" in done.stderr


def test_results_without_end_are_stopped_too(run: Run) -> None:
    done = run("sparql", "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", "--memory", "150", code=3)
    assert "MB of memory" in done.stderr


def test_the_graph_in_python_has_the_same_limits_and_goes_on(graph: Graph) -> None:
    with pytest.raises(QueryTimeout, match=r"after 0\.3 s"):
        graph.sparql(ENDLESS, limits=Limits(0.3))
    with pytest.raises(QueryTimeout, match="100 MB"):
        graph.sparql(GREEDY, limits=Limits(60, 100))
    with pytest.raises(BadQuery, match="line 1"):
        graph.sparql("SELECT * { ?a ?b }")
    assert graph.sparql("ASK { e:PRK br:bordersOn e:RUS }") is True


@pytest.mark.parametrize("kind", ["check", "shape"])
@pytest.mark.parametrize("limit", [("--timeout", "0.5", "after 0.5 s"), ("--memory", "150", "more than 150 MB")])
def test_checks_of_a_workspace_have_limits(workspace: Path, run: Run, kind: str, limit: tuple[str, str, str]) -> None:
    """A build fails with the name of the check; the old answers stay."""
    run("-C", str(workspace), "fact", "XAA", code=0)
    query = GREEDY if limit[0] == "--memory" else ENDLESS
    slow(workspace, kind, query)
    for command in ("build", "check"):
        done = run("-C", str(workspace), command, *limit[:2], code=3)
        assert f"The {kind} " in done.stderr
        assert limit[2] in done.stderr
        assert ("99-slow" if kind == "check" else "SlowShape") in done.stderr


def slow(workspace: Path, kind: str, query: str) -> None:
    """A workspace with a check or shape that never ends; they ask all graphs, so each pattern names its own."""
    for part in ("?a ?b ?c", "?d ?e ?f", "?g ?h ?i"):
        query = query.replace(part, f"GRAPH {part[:2]}0 {{ {part} }}")
    folder = workspace / "ontology"
    (folder / "checks").mkdir(parents=True)
    if kind == "check":
        (folder / "checks/99-slow.rq").write_text(f"# message: slow\n{query}\n")
        return
    (folder / "shapes.ttl").write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix br: <https://w3id.org/bilateral/ns#> .\n"
        f'<http://x/SlowShape> a sh:NodeShape ; sh:targetClass br:Claim ; sh:sparql [ sh:select """{query}""" ] .\n'
    )


def test_ctrl_c_ends_a_check_at_once(workspace: Path) -> None:
    slow(workspace, "check", ENDLESS)
    command = [sys.executable, "-m", "kg", "-C", str(workspace), "check"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as parent:
        children = wait_until_busy(parent)
        parent.send_signal(signal.SIGINT)
        _, said = parent.communicate(timeout=30)
        assert parent.returncode == 130
        assert said.endswith("Stopped.\n")
        assert "Traceback" not in said
        assert not psutil.wait_procs(children, timeout=30)[1]


def test_a_build_that_is_killed_leaves_no_child_and_no_lock(workspace: Path, run: Run) -> None:
    slow(workspace, "check", ENDLESS)
    command = [sys.executable, "-m", "kg", "-C", str(workspace), "build"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as parent:
        children = wait_until_busy(parent)
        parent.kill()
        assert not psutil.wait_procs(children, timeout=30)[1]
    (workspace / "ontology/checks/99-slow.rq").unlink()
    run("-C", str(workspace), "build", code=0)


def test_errors_cross_whole() -> None:
    with Worker() as worker:
        for error in (
            AmbiguousName("two", ["a", "b"], "say which"),
            NotFound("none", ["near"], "hint"),
            FactsBroken("bad", [1, 2], "check"),
            BadQuery("no", "way"),
        ):
            with pytest.raises(type(error)) as found:
                worker.ask("conftest:raise_it", error)
            assert vars(found.value) == vars(error)
            assert str(found.value) == str(error)


def test_a_child_that_dies_is_told_and_replaced() -> None:
    with Worker() as worker:
        with pytest.raises(QueryTimeout, match="exit code 7"):
            worker.ask("os:_exit", 7)
        with pytest.raises(QueryTimeout, match="signal 9"):
            worker.ask("signal:raise_signal", 9)
        assert worker.ask("os:getpid") not in (None, os.getpid())


def test_what_a_library_prints_is_no_answer(capfd: pytest.CaptureFixture[str]) -> None:
    with Worker() as worker:
        assert worker.ask("builtins:print", "noise") is None
        assert worker.ask("os:write", 1, b"more noise") == 10
    assert "noise" in capfd.readouterr().err


def test_modules_in_the_current_folder_are_not_taken_for_ours(workspace: Path, run: Run) -> None:
    for name in ("pickle", "psutil", "queue", "kg", "pyoxigraph"):
        (workspace / f"{name}.py").write_text("raise SystemExit('hijacked')")
    shell = [sys.executable, "-P", "-m", "kg", "sparql", "ASK { ?s ?p ?o }"]
    done = subprocess.run(shell, cwd=workspace, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "yes\n"), done.stderr


def test_a_reader_that_goes_away_ends_a_build(workspace: Path) -> None:
    """``kg build 2>&1 | head -1``: the remarks have nobody to read them any more."""
    command = f"{sys.executable} -m kg -C {workspace} build --fresh 2>&1 | head -1"
    assert "reading" in subprocess.run(command, shell=True, capture_output=True, text=True, timeout=60).stdout


def test_shapes_that_grow_without_end_are_stopped(workspace: Path, run: Run) -> None:
    """Each shape asks twice for the next one: the last is asked for a billion times."""
    lines = [
        f"<http://x/S{i}> a sh:NodeShape ; sh:and ( <http://x/S{i + 1}> <http://x/S{i + 1}> ) ." for i in range(30)
    ]
    (workspace / "ontology").mkdir()
    (workspace / "ontology/shapes.ttl").write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix br: <https://w3id.org/bilateral/ns#> .\n"
        + "\n".join(lines)
        + "\n<http://x/S0> sh:targetClass br:Claim . <http://x/S30> sh:nodeKind sh:IRI .\n"
    )
    done = run("-C", str(workspace), "check", "--timeout", "0.5", code=3)
    assert "The file ontology/shapes.ttl was stopped after 0.5 s." in done.stderr


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize("command", ["sparql 'ASK { ?s ?p ?o }'", "fact XAA", "build --fresh"])
def test_closed_standard_files_lead_nowhere(workspace: Path, command: str, closed: str) -> None:
    shell = f"{sys.executable} -m kg -C {workspace} {command} {closed}"
    done = subprocess.run(shell, shell=True, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert "should not happen" not in done.stderr
