"""Derived files are never believed when they are damaged: the answer comes from the texts, and it is said why."""

from __future__ import annotations

import os
import random
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import kg
import pytest
from kg.compile.build import build
from kg.errors import WorldError
from kg.generation import files_of
from kg.starter import copy_starter
from kg.workspace import Workspace

from conftest import Run

ACTS = """date,source,relation,target
2024-01-15,Aurelia,Make a visit,Borealia
2024-03-04,Borealia,Consult,Aurelia
2024-03-05,Aurelia,Criticize or denounce,Borealia
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A workspace with claims and a data set, built; one cache for all damage."""
    folder = tmp_path_factory.mktemp("damage") / "ws"
    copy_starter(str(folder))
    from kg.importers.intake import take_in
    from kg.importers.kinds import prepare

    (folder.parent / "acts.csv").write_text(ACTS)
    own = Workspace(str(folder))
    take_in(own, *prepare("events", [str(folder.parent / "acts.csv")]))
    build(own)
    yield folder
    shutil.rmtree(folder.parent)


def derived(own: Workspace) -> list[Path]:
    """All files of the current build, and the note that names it."""
    state = own.state()
    assert state is not None
    folder = Path(own.cache)
    return [
        folder / "current",
        *(folder / state.generation / name for name in sorted(files_of(str(folder / state.generation)))),
    ]


def cut(path: Path, chance: random.Random) -> None:
    with path.open("r+b") as file:
        file.truncate(chance.randrange(path.stat().st_size) if path.stat().st_size else 0)


def cut_one(path: Path, chance: random.Random) -> None:
    with path.open("r+b") as file:
        file.truncate(max(path.stat().st_size - 1, 0))


def flip(path: Path, chance: random.Random) -> None:
    data = bytearray(path.read_bytes())
    at = chance.randrange(len(data))
    data[at] ^= 1 << chance.randrange(8)
    path.write_bytes(data)


def flip_unseen(path: Path, chance: random.Random) -> None:
    """With the old times put back."""
    times = path.stat()
    flip(path, chance)
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def zero(path: Path, chance: random.Random) -> None:
    data = bytearray(path.read_bytes())
    at = chance.randrange(len(data))
    end = min(len(data), at + 4096)
    data[at:end] = bytes(end - at)
    path.write_bytes(data)


def grow(path: Path, chance: random.Random) -> None:
    with path.open("ab") as file:
        file.write(b"\0")


def swap(path: Path, chance: random.Random) -> None:
    path.write_bytes(bytes(chance.randrange(256) for _ in range(path.stat().st_size % 5000)))


def delete(path: Path, chance: random.Random) -> None:
    path.unlink()


Damage = Callable[[Path, random.Random], None]
DAMAGES: list[Damage] = [cut, cut_one, flip, flip_unseen, zero, grow, swap, delete]


def test_three_hundred_damages_are_all_noticed(built: Path) -> None:
    own, chance, done = Workspace(str(built)), random.Random(10), 0
    kg.open(str(built))
    files = derived(own)
    assert {"current", "claims.sqlite", "CURRENT"} <= {f.name for f in files}
    while done < 300:
        path, damage = files[done % len(files)], chance.choice(DAMAGES)
        whole = path.read_bytes()
        if not whole and damage not in (grow, delete):
            damage = grow
        damage(path, chance)
        if not path.exists() or path.read_bytes() != whole:  # zeroes over zeroes are none
            assert own.state() is None, (path.name, damage.__name__)
            assert own.damage() or path.name == "current", (path.name, damage.__name__)
            done += 1
        path.write_bytes(whole)
        assert own.state() is not None, path.name


@pytest.mark.parametrize("name", ["current", "claims.sqlite", "rdf"])
def test_a_damaged_file_is_made_anew_and_the_answer_is_right(built: Path, run: Run, name: str) -> None:
    own, chance = Workspace(str(built)), random.Random(name)
    answers = [
        ["network", "measure"],
        ["brief", "XAA", "XBB"],
        ["sparql", "SELECT (COUNT(?e) AS ?n) { ?e a br:Event }"],
    ]
    right = {tuple(a): run(*a, cwd=built, code=0).stdout for a in answers}
    for damage in (flip, delete):
        path = next(f for f in derived(own) if f.name == name or f.parent.name == name)
        damage(path, chance)
        for args, stdout in right.items():
            done = run(*args, cwd=built, code=0)
            assert done.stdout == stdout
            if args == tuple(answers[0]):
                assert "anew" in done.stderr or "Built the store" in done.stderr
            else:
                assert not done.stderr


def test_a_file_too_many_is_damage(built: Path) -> None:
    """A journal beside a database would be played into it."""
    own = Workspace(str(built))
    kg.open(str(built))
    journal = derived(own)[1].parent / "claims.sqlite-wal"
    journal.write_bytes(b"something")
    assert "claims.sqlite-wal" in own.damage()
    journal.unlink()
    assert not own.damage()


@pytest.mark.parametrize("note", ["", "5", "5 gen-1\n", "\0" * 100, "7 gen-1\nend 00000000\n", "5 ../../../etc\n"])
def test_any_note_of_the_current_build_only_means_a_build(workspace: Path, run: Run, note: str) -> None:
    own = Workspace(str(workspace))
    build(own)
    (Path(own.cache) / "current").write_text(note)
    assert "Built" in run("-C", str(workspace), "build", "--fresh", code=0).stderr
    (Path(own.cache) / "current").write_text(note)
    assert "Aurelia" in run("-C", str(workspace), "fact", "XAA", code=0).stdout


def test_a_copied_cache_is_read_once_and_then_known(built: Path) -> None:
    """New times, old content: no reason to build."""
    own = Workspace(str(built))
    kg.open(str(built))
    for path in derived(own)[1:]:
        os.utime(path)
    state = own.state()
    assert state is not None
    assert state.touched
    kg.open(str(built))
    again = own.state()
    assert again is not None
    assert (again.generation, again.touched) == (state.generation, False)


@pytest.mark.skipif(sys.platform != "linux", reason="what a handle stands for is read in /proc")
def test_everything_is_on_disk_before_a_build_counts(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file and folder is synced before the note is moved to its place, and the folder of the note after it."""
    synced, events = set[str](), list[str]()
    sync, replace = os.fsync, os.replace

    def synced_one(handle: int) -> None:
        synced.add(os.readlink(f"/proc/self/fd/{handle}"))
        sync(handle)

    def replaced(source: str, target: str) -> None:
        events.append(target)
        own = Workspace(str(workspace))
        (generation,) = Path(own.cache).glob("gen-*")
        missing = {str(generation / f) for f in files_of(str(generation))} - synced
        assert not missing
        assert {str(generation), source} <= synced
        synced.clear()
        replace(source, target)

    monkeypatch.setattr(os, "fsync", synced_one)
    monkeypatch.setattr(os, "replace", replaced)
    build(Workspace(str(workspace)))
    assert [os.path.basename(e) for e in events] == ["current"]
    assert synced == {Workspace(str(workspace)).cache}


def test_a_full_disk_while_syncing_leaves_the_old_answers(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = Workspace(str(workspace))
    build(own)
    before = own.state()

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WorldError, match="No space left"):
        build(own, fresh=True)
    assert own.state() == before


@pytest.mark.skipif(sys.platform == "win32", reason="pipes have no place in a folder there, links need rights")
@pytest.mark.parametrize("what", ["folder", "folder of the next note", "pipe", "linked build", "pipe for a file"])
def test_what_is_no_file_is_damage_too(workspace: Path, tmp_path: Path, run: Run, what: str) -> None:
    run("-C", str(workspace), "build", code=0)
    own = Workspace(str(workspace))
    note, state = Path(own.cache) / "current", own.state()
    assert state is not None
    generation = note.parent / state.generation
    if what == "folder":
        note.unlink()
        note.mkdir()
    elif what == "folder of the next note":
        (note.parent / "current.new").mkdir()
        note.write_bytes(b"")
    elif what == "pipe":
        note.unlink()
        os.mkfifo(note)
    elif what == "linked build":
        generation.rename(tmp_path / "elsewhere")
        generation.symlink_to(tmp_path / "elsewhere")
    else:
        (generation / "claims.sqlite").unlink()
        os.mkfifo(generation / "claims.sqlite")
    done = run("-C", str(workspace), "fact", "XAA", code=0)
    assert "Aurelia" in done.stdout
    assert "anew" in done.stderr
    assert not run("-C", str(workspace), "fact", "XAA", code=0).stderr
    assert not generation.is_symlink()


@pytest.mark.parametrize("place", ["cachehere", "{}/facts/cache"])
def test_no_store_lies_among_the_texts(workspace: Path, tmp_path: Path, run: Run, place: str) -> None:
    """A cache that is named relative to the current folder, or inside the workspace, is not taken."""
    env = {"XDG_CACHE_HOME": place.format(workspace), "HOME": str(tmp_path / "home")}
    run("build", cwd=workspace, env=env, code=0)
    assert not [p for p in workspace.rglob("*") if p.name in ("current", "lock")]
    assert list((tmp_path / "home/.cache/kg").rglob("current"))
