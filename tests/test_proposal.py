"""The one door for what kg writes: all or nothing, whatever happens, and back again."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest
from kg.compile.build import build, propose
from kg.compile.proposal import Change, digest, done_changes, last_change, read
from kg.errors import FactsBroken, NotFound, Outdated, WorldError, WrongCall
from kg.text.files import replace
from kg.workspace import Workspace

ONE, TWO = "facts/XAA-XBB/everything.trig", "facts/documents.trig"
#: Writes a change and dies as soon as so many of its files are in their places.
DYING = """
import os, sys
from kg.compile import proposal
from kg.compile.build import propose
from kg.workspace import Workspace
left, place = int(sys.argv[2]), proposal._place
def dying(*args):
    global left
    if left == 0:
        os._exit(9)
    left -= 1
    place(*args)
proposal._place = dying
workspace = Workspace(sys.argv[1])
texts = {n: proposal.read(workspace, n) + b"# more\\n" for n in sys.argv[3:]}
propose(workspace, proposal.Change("more", texts))
"""


def files(workspace: Path) -> dict[str, bytes]:
    return {str(p.relative_to(workspace)): p.read_bytes() for p in sorted(workspace.rglob("*")) if p.is_file()}


def more(own: Workspace, *names: str) -> Change:
    """A comment at the end of some files."""
    texts = {n: (read(own, n) or b"") + b"# more\n" for n in names}
    return Change("more", texts, {n: digest(read(own, n)) for n in names})


def test_what_passes_is_written_and_answers(workspace: Path) -> None:
    own = Workspace(str(workspace))
    text = (read(own, ONE) or b"").replace(b"early March", b"late March")
    assert propose(own, Change("later", {ONE: text})).published
    assert (workspace / ONE).read_bytes() == text
    assert own.changed(own.state()) == []


def test_nothing_is_written_when_checks_fail(workspace: Path) -> None:
    own, before = Workspace(str(workspace)), files(workspace)
    broken = (read(own, ONE) or b"").replace(b"stance:stated", b"stance:said")
    with pytest.raises(FactsBroken):
        propose(own, Change("worse", {TWO: b"# gone\n" + (read(own, TWO) or b""), ONE: broken}))
    assert files(workspace) == before
    with pytest.raises(NotFound, match="nothing to take back"):
        last_change(own)


def test_two_writers_at_once_lose_nothing(workspace: Path) -> None:
    own, late = Workspace(str(workspace)), list[Outdated]()
    changes = [
        Change(name, {ONE: (read(own, ONE) or b"") + f"# {name}\n".encode()}, {ONE: digest(read(own, ONE))})
        for name in ("first", "second")
    ]

    def write(change: Change) -> None:
        try:
            propose(own, change)
        except Outdated as error:
            late.append(error)

    threads = [threading.Thread(target=write, args=(c,)) for c in changes]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(late) == 1
    assert len(done_changes(own)) == 1
    text = (workspace / ONE).read_text()
    assert ("# first" in text) != ("# second" in text)


@pytest.mark.parametrize("placed", [0, 1, 2])
def test_killed_while_it_writes_all_is_as_before(workspace: Path, placed: int) -> None:
    own, before = Workspace(str(workspace)), files(workspace)
    args = [sys.executable, "-c", DYING, str(workspace), str(placed), ONE, TWO, "facts/reference.trig"]
    assert subprocess.run(args, check=False).returncode == 9
    assert (files(workspace) != before) == (placed > 0)
    build(own)
    assert files(workspace) == before
    assert done_changes(own) == []


def test_what_somebody_writes_after_a_kill_is_never_overwritten(workspace: Path) -> None:
    own = Workspace(str(workspace))
    args = [sys.executable, "-c", DYING, str(workspace), "1", ONE, TWO]
    assert subprocess.run(args, check=False).returncode == 9
    path = workspace / ONE
    path.write_bytes(path.read_bytes() + b"# mine\n")
    build(own)
    assert path.read_bytes().endswith(b"# more\n# mine\n")


def test_undo_gives_every_byte_back_and_the_one_before_too(workspace: Path) -> None:
    own, before = Workspace(str(workspace)), files(workspace)
    propose(own, more(own, ONE, TWO))
    middle = files(workspace)
    propose(own, Change("new", {"facts/new.trig": b"# new\n", ONE: None, TWO: read(own, TWO)}))
    assert not (workspace / ONE).exists()
    propose(own, last_change(own))
    assert files(workspace) == middle
    propose(own, last_change(own))
    assert files(workspace) == before
    with pytest.raises(NotFound):
        last_change(own)
    assert [d.stands for d in done_changes(own)] == [False] * 4


def test_undo_leaves_what_was_written_since(workspace: Path) -> None:
    own = Workspace(str(workspace))
    propose(own, more(own, ONE))
    path = workspace / ONE
    path.write_bytes(path.read_bytes() + b"# mine\n")
    with pytest.raises(WrongCall, match=r"everything\.trig was changed after “more”"):
        last_change(own)


def test_a_file_that_cannot_be_written_leaves_all_as_before(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own, before = Workspace(str(workspace)), files(workspace)

    def full(path: str, fill: object) -> None:
        if path.endswith("documents.trig") and b"# more" not in Path(path).read_bytes() and not failed:
            failed.append(path)
            raise WorldError("No space left on device.")
        replace(path, fill)  # type: ignore[arg-type]

    failed = list[str]()
    monkeypatch.setattr("kg.compile.proposal.replace", full)
    with pytest.raises(WorldError, match="No space"):
        propose(own, more(own, ONE, TWO))
    assert files(workspace) == before
    assert done_changes(own) == []


@pytest.mark.parametrize("name", ["facts/imports/x/x.trig", "/etc/x", "facts/../../x", "facts//x.trig"])
def test_names_that_lead_elsewhere_are_refused(workspace: Path, name: str) -> None:
    with pytest.raises(WrongCall):
        propose(Workspace(str(workspace)), Change("out", {name: b"x"}))


def test_a_link_out_of_the_workspace_is_not_followed(workspace: Path, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (workspace / "facts" / "out").symlink_to(tmp_path / "outside")
    with pytest.raises(WrongCall, match="a link leads there"):
        propose(Workspace(str(workspace)), Change("out", {"facts/out/x.trig": b"# x\n"}))
    assert not list((tmp_path / "outside").iterdir())
