"""An import has its place to itself: others wait, nothing is half there at any moment, and nobody's work is lost."""

from __future__ import annotations

import itertools
import multiprocessing
import os
import shutil
import subprocess
import threading
from collections.abc import Callable
from multiprocessing.synchronize import Barrier
from pathlib import Path
from typing import Any, NoReturn

import pytest
from filelock import FileLock
from kg.compile.ontology import ontology_of
from kg.errors import WrongCall
from kg.importers import events, intake, job
from kg.workspace import Workspace

Run = Callable[..., subprocess.CompletedProcess[str]]
HEAD = "date,source,relation,target\n"
#: Pairs of imports at once: 200 by hand, KG_PAIRS=200 pytest -k pairs.
PAIRS = int(os.environ.get("KG_PAIRS", "3"))
ROWS = 1000


@pytest.fixture(scope="module")
def apart() -> Any:
    """Processes of their own that begin with everything imported."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["kg.importers.intake", "kg.importers.events", "kg.compile.build"])
    return context


def source(path: Path, target: str, rows: int) -> job.Source:
    text = "".join(f"2018-01-{1 + i % 28:02},Russia,Consult,{target}\n" for i in range(rows))
    path.write_text(HEAD + text, encoding="utf-8")
    return job.Source((str(path),), "acts", f"Acts of {target}")


def bring(root: str, given: job.Source, barrier: Barrier) -> None:
    intake.PART = 100  # type: ignore[attr-defined]
    intake._everyday = ontology_of  # names are not what this is about
    barrier.wait()
    intake.take_in(Workspace(root), given, events.read)


def texts(workspace: Workspace) -> dict[str, str]:
    """What a build would read of the data set."""
    found = {n: Path(s.path).read_text(encoding="utf-8") for n, s in workspace.sources().items()}
    return {n: t for n, t in found.items() if n.startswith("facts/imports/acts/")}


def test_pairs_of_imports_lose_and_mix_nothing(tmp_path: Path, apart: Any) -> None:
    sources = (source(tmp_path / "a.csv", "China", ROWS), source(tmp_path / "b.csv", "France", ROWS - 350))
    wholes = []
    for given in sources:
        alone = Workspace(str(tmp_path / given.title))
        os.makedirs(alone.root)
        barrier = apart.Barrier(1)
        process = apart.Process(target=bring, args=(alone.root, given, barrier))
        process.start()
        process.join()
        wholes.append(texts(alone))
    assert [sum(t.count("cameo:040") for n, t in w.items() if "records" in n) for w in wholes] == [ROWS, ROWS - 350]
    for pair in range(PAIRS):
        both = Workspace(str(tmp_path / f"pair {pair}"))
        os.makedirs(both.root)
        barrier = apart.Barrier(2)
        processes = [apart.Process(target=bring, args=(both.root, given, barrier)) for given in sources]
        for process in processes:
            process.start()
        for process in processes:
            process.join()
        assert [p.exitcode for p in processes] == [0, 0]
        assert texts(both) in wholes
        assert os.listdir(os.path.join(both.root, "facts/imports")) == ["acts"]
        shutil.rmtree(both.root)


def test_an_import_says_that_it_waits(tmp_path: Path) -> None:
    given, workspace = source(tmp_path / "a.csv", "China", 3), Workspace(str(tmp_path))
    aside = tmp_path / "facts/imports/.acts"
    aside.mkdir(parents=True)
    lock, said, waits = FileLock(aside / "lock"), list[str](), threading.Event()

    def say(text: str) -> None:
        said.append(text)
        waits.set()

    with lock:
        other = threading.Thread(target=intake.take_in, args=(workspace, given, events.read), kwargs={"say": say})
        other.start()
        assert waits.wait(60)
        assert not (tmp_path / "facts/imports/acts").exists()
    other.join()
    assert said[0] == "another import of ‘acts’ is under way, waiting for it"
    assert (tmp_path / "facts/imports/acts/records-0001.tsv").read_text().count("\n") == 4
    assert not aside.exists()


# ---------------------------------------------------------------------- killed at any call


def die_at(root: str, given: job.Source, turn: int) -> None:
    """Import, and be gone without a word at the ``turn``-th call that changes what lies on disk."""
    count = itertools.count(1)

    def deadly(call: Callable[..., Any]) -> Callable[..., Any]:
        def instead(*args: Any, **options: Any) -> Any:
            if next(count) == turn:
                gone()
            return call(*args, **options)

        return instead

    def gone() -> NoReturn:
        os._exit(9)

    for module, name in (
        (os, "rename"),
        (os, "replace"),
        (os, "fsync"),
        (os, "unlink"),
        (os, "remove"),
        (os, "rmdir"),
        (os, "mkdir"),
        (os, "truncate"),
    ):
        setattr(module, name, deadly(getattr(module, name)))
    intake.PART = 2  # type: ignore[attr-defined]
    intake._everyday = ontology_of
    intake.take_in(Workspace(root), given, events.read)


def test_killed_at_any_call_the_data_set_is_whole(tmp_path: Path, apart: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """At each call that changes the disk in turn: old or new, never none and never half; and the next import ends it."""
    old, new = source(tmp_path / "old.csv", "China", 5), source(tmp_path / "new.csv", "France", 3)
    start = Workspace(str(tmp_path / "start"))
    os.makedirs(start.root)
    view = ontology_of(start)
    monkeypatch.setattr(intake, "_everyday", lambda workspace: view)  # names are not what this is about
    intake.take_in(start, old, events.read)
    before, seen = texts(start), set[str]()
    for turn in itertools.count(1):
        here = Workspace(str(tmp_path / f"at {turn}"))
        shutil.copytree(start.root, here.root)
        process = apart.Process(target=die_at, args=(here.root, new, turn))
        process.start()
        process.join()
        now = texts(here)
        halves = {"old" if now == before else "new" if "e:FRA" in str(now) else "neither"}
        seen |= halves
        assert now.keys() >= {"facts/imports/acts/dataset.trig", "facts/imports/acts/things.tsv"}, turn
        assert "neither" not in halves, turn
        if process.exitcode == 0:
            break
        assert process.exitcode == 9
        account = intake.take_in(here, new, events.read)
        assert account.imported == 3
        assert "e:FRA" in str(texts(here))
        assert "e:CHN" not in str(texts(here))
        assert os.listdir(os.path.join(here.root, "facts/imports")) == ["acts"], turn
        shutil.rmtree(here.root)
    assert turn > 15
    assert seen == {"old", "new"}


def test_what_was_set_aside_does_not_come_back(tmp_path: Path, run: Run) -> None:
    """Killed after the new version was in place: a data set that is then taken away is gone."""
    source(tmp_path / "acts.csv", "China", 3)
    run("import", "events", "acts.csv", cwd=tmp_path, code=0)
    home, aside = tmp_path / "facts/imports/acts", tmp_path / "facts/imports/.acts"
    shutil.copytree(home, aside / "old")
    run("import", "events", "acts.csv", "--document", "other", cwd=tmp_path, code=0)
    shutil.rmtree(home)
    assert run("claim", "acts.2", cwd=tmp_path).returncode == 1
    assert run("claim", "other.2", cwd=tmp_path, code=0)


# ---------------------------------------------------------------------- what people wrote there


def test_what_people_changed_is_not_written_over(tmp_path: Path, run: Run) -> None:
    source(tmp_path / "acts.csv", "China", 3)
    run("import", "events", "acts.csv", cwd=tmp_path, code=0)
    home = tmp_path / "facts/imports/acts"
    good = {p.name: p.read_text() for p in home.iterdir()}
    source(tmp_path / "acts.csv", "France", 2)

    def restore() -> None:
        shutil.rmtree(home)
        home.mkdir()
        for name, text in good.items():
            (home / name).write_text(text)

    part = home / "records-0001.tsv"
    for change, words in (
        (lambda: part.write_text(good[part.name].replace("2018-01-01", "2018-01-09")), "records-0001.tsv differs"),
        (lambda: (home / "notes.trig").write_text("# mine\n"), "notes.trig is new"),
        (lambda: part.unlink(), "records-0001.tsv is gone"),
        (lambda: (home / "import.json").unlink(), "records-0001.tsv is not known to be its own"),
    ):
        restore()
        change()
        changed = {p.name: p.read_text() for p in home.iterdir()}
        done = run("import", "events", "acts.csv", cwd=tmp_path, code=2)
        assert "facts/imports/acts is not as the import left it" in done.stderr
        assert words in done.stderr
        assert "--overwrite" in done.stderr
        assert {p.name: p.read_text() for p in home.iterdir()} == changed
        assert os.listdir(tmp_path / "facts/imports") == ["acts"]
    run("import", "events", "acts.csv", "--document", "beside", cwd=tmp_path, code=0)
    run("import", "events", "acts.csv", "--overwrite", cwd=tmp_path, code=0)
    assert part.read_text().count("e:FRA") == 2
    source(tmp_path / "acts.csv", "Japan", 2)
    run("import", "events", "acts.csv", cwd=tmp_path, code=0)
    assert part.read_text().count("e:JPN") == 2


def test_what_people_change_while_an_import_runs_is_not_written_over(tmp_path: Path) -> None:
    workspace = Workspace(str(tmp_path))
    intake.take_in(workspace, source(tmp_path / "a.csv", "China", 3), events.read)
    note = tmp_path / "facts/imports/acts/notes.txt"

    def writing(work: job.Job) -> Any:
        note.write_text("mine")
        yield from events.read(work)

    with pytest.raises(WrongCall, match=r"notes.txt is new"):
        intake.take_in(workspace, source(tmp_path / "a.csv", "France", 3), writing)
    assert note.read_text() == "mine"
    note.unlink()
    assert intake.take_in(workspace, source(tmp_path / "a.csv", "France", 3), events.read).imported == 3


# ---------------------------------------------------------------------- what is not read is told


def test_other_sheets_of_a_workbook_are_told_and_can_be_read(tmp_path: Path, run: Run) -> None:
    import json

    from openpyxl import Workbook

    book = Workbook()
    for title, target in (("One", "China"), ("Two", "France"), ("Empty", "")):
        sheet = book.active if title == "One" else book.create_sheet(title)
        assert sheet is not None
        sheet.title = title
        if target:
            sheet.append(HEAD.strip().split(","))
            sheet.append(["2018-01-01", "Russia", "Consult", target])
    book.save(tmp_path / "t.xlsx")
    done = run("import", "events", "t.xlsx", cwd=tmp_path, code=0)
    assert "left out: 1\n    t.xlsx: the sheet ‘Two’ (--sheet reads it)" in done.stdout
    done = run(
        "import", "events", "t.xlsx", "--sheet", "Two", "--document", "two", "--format", "json", cwd=tmp_path, code=0
    )
    assert json.loads(done.stdout)["left_out"] == ["t.xlsx: the sheet ‘One’ (--sheet reads it)"]
    assert "e:FRA" in (tmp_path / "facts/imports/two/records-0001.tsv").read_text()
    assert "has no sheet ‘Tow’" in run("import", "events", "t.xlsx", "--sheet", "Tow", cwd=tmp_path, code=2).stderr
    source(tmp_path / "a.csv", "China", 1)
    assert "Only Excel files" in run("import", "events", "a.csv", "--sheet", "Two", cwd=tmp_path, code=2).stderr


def test_what_a_folder_holds_beside_files_is_told(tmp_path: Path, run: Run) -> None:
    import json

    folder = tmp_path / "many"
    (folder / "more").mkdir(parents=True)
    source(folder / "a.csv", "China", 2)
    source(folder / "more/b.csv", "China", 2)
    source(folder / ".c.csv", "China", 2)
    (folder / "linked").symlink_to(folder / "more")
    (folder / "nowhere").symlink_to(folder / "nothing")
    account = json.loads(run("import", "events", "many", "--format", "json", cwd=tmp_path, code=0).stdout)
    assert account["left_out"] == [
        "many/.c.csv: hidden", "many/linked: a folder", "many/more: a folder", "many/nowhere: not a file",
    ]  # fmt: skip
    assert account["imported"] == 2
    again = run("import", "events", "many", cwd=tmp_path, code=0).stdout
    assert "left out: 4" in again
    assert "here already" in again
    (folder / "d.csv").write_text(HEAD)
    (folder / "d.csv").chmod(0)
    if not os.access(folder / "d.csv", os.R_OK):  # root may read anything
        assert "d.csv cannot be read" in run("import", "events", "many", cwd=tmp_path, code=3).stderr


def test_damage_in_packed_entities_and_rdf_costs_the_rest_only(tmp_path: Path, run: Run) -> None:
    import gzip
    import json

    lines = "".join(f"<http://x/{i}> <https://w3id.org/bilateral/ns#relatedTo> <http://x/b> .\n" for i in range(8_000))
    whole = json.dumps({"entities": {f"Q{i}": {"id": f"Q{i}", "claims": {}} for i in range(8_000)}})
    for name, kind, text in (("t.nt.gz", "rdf", lines), ("t.ttl.gz", "rdf", lines), ("w.json.gz", "wikidata", whole)):
        data = gzip.compress(text.encode())
        (tmp_path / name).write_bytes(data[: len(data) - 2000])
        done = run("import", kind, name, "--document", name.replace(".", "-"), "--format", "json", cwd=tmp_path, code=1)
        account = json.loads(done.stdout)
        assert account["skipped"] == {"damaged file": 1}
        assert account["broken_off"][0].startswith(f"{name}:")
        assert kind == "wikidata" or account["imported"] > 1000


@pytest.mark.parametrize("name", [".acts", ".acts/new", ".acts/old", ".acts/lock", ".acts/.gitignore", "acts"])
def test_an_import_writes_through_no_link(tmp_path: Path, run: Run, name: str) -> None:
    """A workspace may come with links to what is its reader's."""
    workspace, mine = tmp_path / "ws", tmp_path / "mine"
    run("init", str(workspace), code=0)
    mine.mkdir()
    (mine / "rc").write_text("precious")
    (tmp_path / "acts.csv").write_text("date,source,relation,target\n2024-01-15,Russia,Make a visit,North Korea\n")
    link = workspace / "facts/imports" / name
    link.parent.mkdir(parents=True)
    link.symlink_to(mine / "rc" if name.endswith(("lock", "ignore")) else mine)
    done = run("import", "events", str(tmp_path / "acts.csv"), cwd=workspace, code=2)
    assert "is a link" in done.stderr
    assert [(p.name, p.read_text()) for p in mine.iterdir()] == [("rc", "precious")]
