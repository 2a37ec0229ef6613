"""What became of claims between revisions, and of one claim: on real repositories, by the real command."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT, Run

FACTS = "facts/XAA-XBB/everything.trig"
needs_history = pytest.mark.skipif(not (ROOT / ".git").exists(), reason="the commits are not part of this copy")


def git(folder: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=Ada", "-c", "user.email=ada@example.org")
    return subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def repository(workspace: Path) -> Path:
    """The starter, committed once."""
    git(workspace, "init", "-q", "-b", "main")
    git(workspace, "add", "-A")
    git(workspace, "commit", "-q", "-m", "The starter")
    return workspace


def rewrite(folder: Path, old: str, new: str, name: str = FACTS) -> None:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text, old
    path.write_text(text.replace(old, new), encoding="utf-8")


def commit(folder: Path, subject: str) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", subject)


def statement(folder: Path, claim: str) -> str:
    """The text of a claim: its block and its entry."""
    text = (folder / FACTS).read_text(encoding="utf-8")
    start = text.index(f"c:{claim} {{")
    end = text.index(" .\n\n", text.index(f"c:{claim} a br:Claim")) + 3
    return text[start:end]


def changes(run: Run, folder: Path, *arguments: str) -> Any:
    return json.loads(run("diff", *arguments, "--format", "json", cwd=folder, code=0).stdout)


def test_a_stance_a_date_and_a_place_are_told_from_what_to_what(repository: Path, run: Run) -> None:
    rewrite(repository, "br:stance stance:planned", "br:stance stance:stated")
    rewrite(repository, 'br:location e:port-lumen ; br:date "2023-03-04"', 'br:date "2023-03-05"')
    rewrite(
        repository, 'oa:end 141 ; br:passageHash "b25b15fdb2592fe4"', 'oa:end 140 ; br:passageHash "b25b15fdb2592fe5"'
    )
    text = run("diff", cwd=repository, code=0).stdout
    assert "stance: planned → stated" in text
    assert "2023-03-04 → 2023-03-05" in text
    assert "location, gone: Port Lumen" in text
    assert "§ 2, 101–141 → § 2, 101–140" in text
    assert "Claims changed: 3" in text.splitlines()[1]
    found = changes(run, repository)
    assert {c["claim"]["id"]: [e["field"] for e in c["edits"]] for c in found["claims"]} == {
        "note-1": ["content", "content"],
        "note-2": ["br:passage"],
        "note-5": ["br:stance"],
    }
    assert {v["name"]: v["after"] - v["before"] for v in found["views"]} == {"asserted": 1, "outlook": -1}


def test_order_and_layout_are_no_change(repository: Path, run: Run) -> None:
    one, text = statement(repository, "note-1"), (repository / FACTS).read_text(encoding="utf-8")
    spaced = one.replace(" ; ", "\n    ;\n    ")
    (repository / FACTS).write_text(text.replace(one, "") + "\n# now at the end\n" + spaced + "\n", encoding="utf-8")
    assert "No claim changed." in run("diff", cwd=repository, code=0).stdout
    assert changes(run, repository)["claims"] == []


def test_claims_that_move_to_another_file_or_get_another_id_are_not_new(repository: Path, run: Run) -> None:
    header, moved = (
        (repository / FACTS).read_text(encoding="utf-8").partition("# an event")[0],
        statement(repository, "note-2"),
    )
    rewrite(repository, moved, "")
    (repository / "facts" / "own.trig").write_text(header + moved, encoding="utf-8")
    rewrite(repository, "c:note-5 ", "c:note-five ")
    found = changes(run, repository)
    assert [(c["kind"], c["claim"]["id"], c["was"]) for c in found["claims"]] == [
        ("renamed", "note-five", "note-5"),
        ("moved", "note-2", FACTS),
    ]
    within = run("diff", "--", "facts/own.trig", cwd=repository, code=0).stdout
    assert "note-2" in within
    assert "note-five" not in within
    assert "Outside these paths is different too: 1" in within


def test_claims_that_come_and_go_are_shown_as_a_reader_sees_them(repository: Path, run: Run) -> None:
    rewrite(repository, statement(repository, "note-6"), "")
    commit(repository, "Take the absence out")
    text = run("diff", "HEAD~1..HEAD", cwd=repository, code=0).stdout
    assert "When the tunnel opens has not been made known. [note-6]" in text
    assert "stated, says it is absent · author of the note (not named) · note § 4, 277–342" in text
    assert "Claims new" in run("diff", "HEAD..HEAD~1", cwd=repository, code=0).stdout
    assert "Утверждений больше нет: 1" in run("diff", "HEAD~1", "--lang", "ru", cwd=repository, code=0).stdout
    page = run("diff", "HEAD~1", "--format", "md", cwd=repository, code=0).stdout
    assert "### Claims gone\n\n- When the tunnel opens" in page


def test_a_conflict_that_appears_or_ends_is_told(repository: Path, run: Run) -> None:
    second = statement(repository, "note-1").replace("note-1", "note-9").replace("2023-03-04", "2023-03-09")
    with open(repository / FACTS, "a", encoding="utf-8") as file:
        file.write("\n" + second)
    found = changes(run, repository)
    new = [sorted(c["id"] for c in d["dispute"]["claims"]) for d in found["disputes"] if d["kind"] == "added"]
    assert new == [["note-1", "note-9"]]
    assert "Conflicts new: 1" in run("diff", cwd=repository, code=0).stdout
    commit(repository, "Another date")
    assert "Conflicts gone: 1" in run("diff", "HEAD..HEAD~1", cwd=repository, code=0).stdout


def test_a_thing_with_another_name_changes_no_claim(repository: Path, run: Run) -> None:
    for name in (FACTS, "facts/reference.trig"):
        rewrite(repository, "e:port-lumen", "e:lumen-harbour", name)
    found = changes(run, repository)
    assert found["claims"] == []
    assert [(e["kind"], e["entry"]["id"], e["into"]["id"]) for e in found["entries"]] == [
        ("renamed", "e:port-lumen", "e:lumen-harbour")
    ]


def test_a_thing_that_is_merged_into_another_changes_no_claim(repository: Path, run: Run) -> None:
    twin = '  e:lumen-twin a br:Place ; rdfs:label "Lumen Docks"@en .\n}'
    (repository / "facts/reference.trig").write_text(
        (repository / "facts/reference.trig").read_text(encoding="utf-8").rstrip().removesuffix("}") + twin + "\n"
    )
    rewrite(repository, "br:location e:port-lumen", "br:location e:lumen-twin")
    commit(repository, "A second name")
    rewrite(repository, "br:location e:lumen-twin", "br:location e:port-lumen")
    rewrite(repository, twin, "}", "facts/reference.trig")
    found = changes(run, repository)
    assert found["claims"] == []
    merged = next(e for e in found["entries"] if e["kind"] == "merged")
    assert (merged["entry"]["id"], merged["into"]["id"]) == ("e:lumen-twin", "e:port-lumen")


def test_facts_that_do_not_pass_are_compared_as_far_as_they_can_be_read(repository: Path, run: Run) -> None:
    rewrite(repository, "br:stance stance:planned ;", "br:stance stance:stated ; br:nonsense 5 ;")
    text = run("diff", cwd=repository, code=0).stdout
    assert "does not pass its checks" in text
    assert f"{FACTS}:" in text
    assert "stance: planned → stated" in text


def test_a_document_with_another_date(repository: Path, run: Run) -> None:
    rewrite(repository, 'dcterms:issued "2023-03-05"', 'dcterms:issued "2023-03-07"', "facts/documents.trig")
    text = run("diff", cwd=repository, code=0).stdout
    assert "published: 2023-03-05 → 2023-03-07" in text
    assert "No claim changed" in text


def test_what_git_cannot_give_is_said(workspace: Path, run: Run, tmp_path: Path) -> None:
    assert "lies in no git repository" in run("diff", cwd=workspace, code=3).stderr
    git(workspace, "init", "-q")
    assert "git knows no revision ‘HEAD’" in run("diff", cwd=workspace, code=2).stderr
    commit(workspace, "one")
    assert "git knows no revision ‘--all’" in run("diff", "--", "--all", cwd=workspace, code=2).stderr
    assert "is, or lies below, facts/none.trig" in run("diff", "HEAD", "facts/none.trig", cwd=workspace, code=1).stderr
    commands = tmp_path / "bin"
    commands.mkdir()
    said = run("diff", cwd=workspace, code=3, env={"PATH": str(commands)}).stderr
    assert "git is not installed" in said
    (workspace / "README.md").write_text("more\n")
    commit(workspace, "two")
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{workspace}", "shallow")
    assert "git fetch --unshallow" in run("diff", "HEAD~1", cwd=tmp_path / "shallow", code=2).stderr


def test_a_workspace_in_a_folder_of_a_repository_and_a_work_tree_of_it(
    tmp_path: Path, workspace: Path, run: Run
) -> None:
    home = tmp_path / "home"
    shutil.copytree(workspace, home / "deep" / "dyad")
    git(home, "init", "-q")
    commit(home, "one")
    git(home, "worktree", "add", "-q", "../tree")
    for folder in (home / "deep" / "dyad", tmp_path / "tree" / "deep" / "dyad"):
        rewrite(folder, "br:stance stance:planned", "br:stance stance:stated")
        assert "stance: planned → stated" in run("diff", cwd=folder, code=0).stdout
        assert "planned → stated" in run("log", "note-5", cwd=folder, code=0).stdout
        assert git(folder, "status", "--short").split() == ["M", FACTS]


@needs_history
def test_the_history_of_this_repository(run: Run) -> None:
    """All of it, from facts that today's checks refuse and names that the ontology has given up."""
    commits = git(ROOT, "log", "--format=%H", "--", "facts").split()
    assert int(git(ROOT, "rev-list", "--count", f"{commits[-1]}..{commits[0]}")) >= 20
    found = changes(run, ROOT, f"{commits[-1]}..{commits[0]}")
    told = {c["claim"]["id"]: c for c in found["claims"]}
    edit = next(e for e in told["report-008"]["edits"] if e["field"] == "br:stance")
    assert (edit["before"], edit["after"]) == (["planned"], ["expected"])


def test_the_commits_of_a_claim(repository: Path, run: Run) -> None:
    rewrite(repository, "has not been made known", "is not known")
    commit(repository, "Word note-6 anew")
    rewrite(repository, "br:stance stance:planned", "br:stance stance:expected")
    commit(repository, "A forecast")
    header, moved = (
        (repository / FACTS).read_text(encoding="utf-8").partition("# an event")[0],
        statement(repository, "note-5"),
    )
    rewrite(repository, moved, "")
    (repository / "facts" / "own.trig").write_text(header + moved, encoding="utf-8")
    commit(repository, "To a file of its own")
    rewrite(repository, "stance:expected", "stance:stated", "facts/own.trig")
    entries = json.loads(run("log", "note-5", "--format", "json", cwd=repository, code=0).stdout)
    assert [(e["revision"]["subject"], [c["kind"] for c in e["changes"]]) for e in entries] == [
        ("", ["changed"]),
        ("To a file of its own", ["moved"]),
        ("A forecast", ["changed"]),
        ("The starter", ["added"]),
    ]
    assert "stance: planned → expected" in run("log", "note-5", cwd=repository, code=0).stdout
    git(repository, "checkout", "-q", "--", ".")
    rewrite(repository, moved, "", "facts/own.trig")
    commit(repository, "Gone")
    first = run("log", "note-5", cwd=repository, code=0).stdout.splitlines()
    assert "Gone" in first[0]
    assert "A forecast" in run("log", "note-5", cwd=repository, code=0).stdout


def test_the_commits_of_a_thing_and_of_nothing(repository: Path, run: Run) -> None:
    rewrite(repository, '"Port Lumen"@en', '"Lumen Harbour"@en', "facts/reference.trig")
    commit(repository, "The port by its name")
    text = run("log", "e:port-lumen", cwd=repository, code=0).stdout
    assert "Port Lumen → Lumen Harbour" in text
    assert "The starter" in text
    assert "Give its id" in run("log", "nothing-of-that-name", cwd=repository, code=1).stderr
