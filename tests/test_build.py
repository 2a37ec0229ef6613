"""A build is atomic, incremental, repeatable, and one at a time."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import kg
import pytest
from filelock import FileLock
from kg.compile.build import build
from kg.errors import FactsBroken
from kg.workspace import Workspace

import kept
from conftest import Run

EVERYTHING = "facts/XAA-XBB/everything.trig"


def dump(workspace: Workspace) -> bytes:
    return repr(kept.everything(workspace)).encode()


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def test_two_builds_of_the_same_texts_are_identical(workspace: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(workspace, other)
    first, second = Workspace(str(workspace)), Workspace(str(other))
    build(first)
    build(second)
    assert dump(first) == dump(second)


STEPS = [
    ("a stance", EVERYTHING, "br:stance stance:planned", "br:stance stance:stated"),
    ("a date", EVERYTHING, 'br:date "2023-03-04" ; br:cooperationDomain', 'br:date "2023-03" ; br:cooperationDomain'),
    (
        "an office",
        "facts/reference.trig",
        'e:president-of-aurelia a br:Person ; rdfs:label "President of Aurelia (not named)"@en ; br:organOf e:XAA',
        'e:president-of-aurelia a br:Person ; rdfs:label "The President"@en ; br:organOf e:XBB',
    ),
    ("a name", "facts/reference.trig", '"Port Lumen"@en', '"Lumenhaven"@en'),
    ("a kind", "facts/reference.trig", "e:rail-tunnel a br:Structure", "e:rail-tunnel a br:Structure , br:Place"),
    (
        "a superseding claim",
        EVERYTHING,
        "br:contradicts c:note-3 .",
        "br:contradicts c:note-3 ; br:supersedes c:note-3 .",
    ),
    ("another name for a claim", EVERYTHING, "c:note-5 ", "c:note-7 "),
    ("a publication date", "facts/documents.trig", 'dcterms:issued "2023-03-05"', 'dcterms:issued "2023-03"'),
]


@pytest.mark.parametrize("step", STEPS, ids=[s[0] for s in STEPS])
def test_an_incremental_build_equals_a_fresh_one(workspace: Path, step: tuple[str, str, str, str]) -> None:
    _, name, old, new = step
    own = Workspace(str(workspace))
    build(own)
    before = dump(own)
    edit(workspace / name, old, new)
    report = build(own)
    assert report.files == (name,)
    changed = dump(own)
    assert changed != before
    build(own, fresh=True)
    assert dump(own) == changed


def test_a_file_that_goes_takes_its_claims_along(workspace: Path, run: Run) -> None:
    extra = workspace / "facts/XAA-XBB/extra.trig"
    extra.write_text(
        (workspace / EVERYTHING).read_text().replace("c:note-", "c:more-").replace("e:link-trucks", "e:link-more")
    )
    run("-C", str(workspace), "claim", "more-1", code=0)
    extra.unlink()
    done = run("-C", str(workspace), "claim", "more-1", code=1)
    assert "extra.trig changed: rebuilt the store" in done.stderr
    own = Workspace(str(workspace))
    after = dump(own)
    build(own, fresh=True)
    assert dump(own) == after


def test_touching_a_file_rebuilds_nothing(workspace: Path) -> None:
    own = Workspace(str(workspace))
    build(own)
    os.utime(workspace / EVERYTHING)
    assert own.compare(own.state()) == ([], True)
    assert not build(own).published
    before = own.state()
    kg.open(str(workspace))  # a look-up notes the new time, so that the next one need not read the file
    assert own.compare(own.state()) == ([], False)
    after = own.state()
    assert before is not None
    assert after is not None
    assert after.generation == before.generation


def test_a_stale_store_rebuilds_itself_and_says_so(workspace: Path, run: Run) -> None:
    assert "2023-03-04" in run("-C", str(workspace), "fact", "lumen-meeting", "date", code=0).stdout
    edit(
        workspace / EVERYTHING,
        'br:location e:port-lumen ; br:date "2023-03-04"',
        'br:location e:port-lumen ; br:date "2023-03-05"',
    )
    done = run("-C", str(workspace), "fact", "lumen-meeting", "date", code=0)
    assert "2023-03-05" in done.stdout
    assert "facts/XAA-XBB/everything.trig changed: rebuilt the store" in done.stderr
    assert run("-C", str(workspace), "fact", "lumen-meeting", "date", code=0).stderr == ""


def test_broken_facts_leave_the_old_answers(workspace: Path, run: Run) -> None:
    run("-C", str(workspace), "build", code=0)
    edit(workspace / EVERYTHING, "br:stance stance:planned", "br:stance stance:certain")
    run("-C", str(workspace), "build", code=1)
    done = run("-C", str(workspace), "fact", "rail-tunnel", "status", code=0)
    assert "planned" in done.stdout
    assert "This stance is not in the list" in done.stderr
    assert "from the last good build" in done.stderr


def test_broken_facts_without_a_store_are_an_error_with_findings(workspace: Path, run: Run) -> None:
    edit(workspace / EVERYTHING, "br:stance stance:planned", "br:stance stance:certain")
    done = run("-C", str(workspace), "fact", "rail-tunnel", code=1)
    line = (workspace / EVERYTHING).read_text().split("stance:certain")[0].count("\n") + 1
    assert f"everything.trig:{line}: " in done.stderr
    assert "This stance is not in the list" in done.stderr
    with pytest.raises(FactsBroken):
        build(Workspace(str(workspace)))
    assert not [e for e in os.listdir(Workspace(str(workspace)).cache) if e.startswith("gen-")]


def test_killed_at_any_moment_the_old_answers_stay(workspace: Path, run: Run) -> None:
    """Twenty builds of a changed text are killed after a random part of the time that a build takes."""
    own = Workspace(str(workspace))
    edit(workspace / EVERYTHING, "Some forty lorries", "Some four dozen lorries")
    build(own)
    after = dump(own)
    edit(workspace / EVERYTHING, "Some four dozen lorries", "Some forty lorries")
    build(own)
    before = dump(own)
    assert before != after
    started = time.monotonic()
    subprocess.run(
        [sys.executable, "-m", "kg", "-C", str(workspace), "build", "--fresh"], capture_output=True, check=True
    )
    whole = time.monotonic() - started
    edit(workspace / EVERYTHING, "Some forty lorries", "Some four dozen lorries")
    chance, killed = random.Random(5), 0
    for attempt in range(200):
        if attempt >= 20 and killed >= 5:  # on a busy machine most end before they are killed
            break
        child = subprocess.Popen(
            [sys.executable, "-m", "kg", "-C", str(workspace), "build"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            child.wait(chance.uniform(0, whole))
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
            killed += 1
        now = dump(own)
        assert now == after if child.returncode == 0 else now in (before, after)
        if now == after:  # it was faster, or at its last step: back to the old text for the next one
            edit(workspace / EVERYTHING, "Some four dozen lorries", "Some forty lorries")
            build(own)
            assert dump(own) == before
            edit(workspace / EVERYTHING, "Some forty lorries", "Some four dozen lorries")
    assert killed >= 5
    run("-C", str(workspace), "build", code=0)
    assert b"four dozen" in dump(own)
    assert len([e for e in os.listdir(own.cache) if e.startswith("gen-")]) <= 2


def test_a_second_build_says_that_it_waits(workspace: Path) -> None:
    cache = Path(Workspace(str(workspace)).cache)
    cache.mkdir(parents=True)
    command = [sys.executable, "-m", "kg", "-C", str(workspace), "build"]
    with FileLock(cache / "lock"):  # the first build
        second = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        assert second.stderr is not None
        assert "another build is running, waiting for it" in second.stderr.readline()
        assert Workspace(str(workspace)).state() is None
    said = second.communicate(timeout=60)[1]
    assert second.returncode == 0, said
    assert b"note-1" in dump(Workspace(str(workspace)))


def test_builds_at_once_all_end_well(workspace: Path) -> None:
    command = [sys.executable, "-m", "kg", "-C", str(workspace), "build", "--fresh"]
    builds = [subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) for _ in range(3)]
    said = [b.communicate(timeout=60)[1] for b in builds]
    assert [b.returncode for b in builds] == [0, 0, 0], said
    assert b"note-1" in dump(Workspace(str(workspace)))


def test_a_damaged_store_is_built_anew(workspace: Path, run: Run) -> None:
    own = Workspace(str(workspace))
    build(own)
    state = own.state()
    assert state is not None
    for file in Path(own.folder_of(state.generation)).glob("*.sqlite"):
        file.write_bytes(b"nonsense")
    done = run("-C", str(workspace), "claim", "note-1", code=0)
    assert "damaged" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="a folder is not read-only there")
def test_a_workspace_that_cannot_be_written_uses_the_cache(workspace: Path, tmp_path: Path) -> None:
    """Root may write anywhere but on a read-only mount; for others taking the rights away is enough."""
    home = tmp_path / "home"
    command = f"{sys.executable} -m kg -C {workspace} claim note-1"
    if os.geteuid() == 0:
        bind = f"mount --bind {workspace} {workspace} && mount -o remount,ro,bind {workspace}"
        if subprocess.run(["unshare", "-m", "sh", "-c", bind], capture_output=True).returncode:
            pytest.skip("root without the right to mount: nothing here is read-only")
        shell = ["unshare", "-m", "sh", "-c", f"{bind} && {command}"]
    else:
        workspace.chmod(0o555)
        shell = ["sh", "-c", command]
    done = subprocess.run(shell, capture_output=True, text=True, env={**os.environ, "XDG_CACHE_HOME": str(home)})
    assert done.returncode == 0, done.stderr
    assert (home / "kg").is_dir()
    assert not (workspace / ".kg").exists()


def test_no_place_for_a_store_is_exit_3(workspace: Path, tmp_path: Path, run: Run) -> None:
    (tmp_path / "home").write_text("a file where the folder should be")
    done = run("-C", str(workspace), "claim", "note-1", code=3, env={"XDG_CACHE_HOME": str(tmp_path / "home")})
    assert "cannot be written" in done.stderr


EXTRA = {
    "a date for a thing of another file": 'e:tunnel-project br:date "2025" .',
    "a role in an event of another file": "e:lumen-meeting br:actor e:aurelian-officials .",
    "an act of its own": "e:aid a br:Transfer ; br:eventType ev:military-aid ; br:actor e:XAA ; br:recipient e:XBB .",
    "whom a person acts for": "e:president-of-aurelia br:organOf e:XBB .",
    "a replacement": "e:XAA br:opposes e:XBB .",
}


@pytest.mark.parametrize("content", EXTRA.values(), ids=EXTRA)
def test_removing_a_claim_and_adding_it_again_changes_nothing(workspace: Path, content: str) -> None:
    """Claims of one file change the edges of others: they lend dates, roles and offices, or take their place."""
    own, extra = Workspace(str(workspace)), workspace / "facts" / "extra.trig"
    head = "".join(x + "\n" for x in (workspace / EVERYTHING).read_text().splitlines() if x.startswith("@prefix"))
    text = (
        f"{head}c:extra {{ {content} }}\nc:extra a br:Claim ; br:inDocument d:note ; br:statedBy e:note-author ; "
        'br:stance stance:stated ; dcterms:description "More."@en ; '
        'br:passage [ br:paragraph 2 ; oa:start 27 ; oa:end 100 ; br:passageHash "2917d9116d2bab64" ] .\n'
    )
    if "opposes" in content:
        text = text.replace("br:stance", "br:supersedes c:note-5 ; br:stance")
    build(own)
    without = dump(own)
    extra.write_text(text)
    assert build(own).files == ("facts/extra.trig",)
    with_it = dump(own)
    assert with_it != without
    extra.unlink()
    build(own)
    assert dump(own) == without
    extra.write_text(text)
    build(own)
    assert dump(own) == with_it
    build(own, fresh=True)
    assert dump(own) == with_it


@pytest.mark.parametrize("damage", ["noise", "cut", "empty", "gone"])
def test_a_build_in_steps_never_goes_on_from_a_damaged_index(workspace: Path, damage: str) -> None:
    own = Workspace(str(workspace))
    build(own)
    state = own.state()
    assert state is not None
    table = Path(own.folder_of(state.generation), "claims.sqlite")
    whole = table.read_bytes()
    table.write_bytes(
        {"noise": b"not a database" * 500, "cut": whole[: len(whole) // 3], "empty": b""}.get(damage, b"")
    )
    if damage == "gone":
        table.unlink()
    edit(workspace / "facts/reference.trig", '"Port Lumen"@en', '"Lumenhaven"@en')
    build(own)
    stepped = dump(own)
    build(own, fresh=True)
    assert dump(own) == stepped
