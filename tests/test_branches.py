"""Two people add claims on two branches: git merges what is usual, and ``kg check`` tells of the rest what to do."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from conftest import Run

TEXT = """The bridge of Tumen will be 850 metres long and carry nearly 300 vehicles a day, {name} reported.

Kim visited the bridge of Tumen in June 2024. Nearly 300 vehicles wait.

Ivan Petrov opposes the bridge of Tumen. The bridge of Tumen is 900 metres long.

Anna Kim supports the bridge of Tumen.
"""
Words = Sequence[str]
Merge = Callable[[Sequence[Words], Sequence[Words]], tuple[str, str]]


def length(doc: str, quote: str, value: str, *more: str) -> Words:
    return ("add", doc, quote, "Bridge of Tumen", "length", value, *more)


def by(who: str, kind: str, side: str) -> Words:
    return ("--by", who, "--new", f"{who}={kind}", "--side", f"{who}={side}", "--inferred")


LATER = length("one", "is 900 metres long", "900 m")
PETROV = by("Ivan Petrov", "person", "RUS")


@pytest.fixture
def merge(run: Run, tmp_path: Path) -> Merge:
    """What two branches do, merged: what git says, and what ``kg check`` says. In ``ws`` of the folder."""
    ws = tmp_path / "ws"

    def git(*words: str) -> str:
        who = ("-c", "user.name=Ann", "-c", "user.email=ann@example.org")
        return subprocess.run(["git", *who, "-C", str(ws), *words], capture_output=True, text=True).stdout

    def commit(words: Sequence[Words]) -> None:
        for line in words:
            run("-C", str(ws), *line, cwd=tmp_path, code=0)
        git("add", "-A")
        git("commit", "-qm", "claims", "--allow-empty")

    run("init", str(ws), "--pair", "PRK", "RUS", cwd=tmp_path, code=0)
    for name in ("one", "two", "three"):
        (tmp_path / f"{name}.txt").write_text(TEXT.format(name=name))
    git("init", "-qb", "main")
    commit([
        *[("source", "add", f"{name}.txt", "--id", name, "--lang", "en") for name in ("one", "two")],
        length("one", "will be 850 metres long", "850 m", "--new", "structure"),
    ])  # fmt: skip

    def merged(left: Sequence[Words], right: Sequence[Words]) -> tuple[str, str]:
        for branch, words in (("left", left), ("right", right)):
            git("checkout", "-qb", branch, "main")
            (ws / "sources/three.txt").unlink(missing_ok=True)  # git leaves it out: the other has a copy of their own
            commit(words)
        return git("merge", "--no-edit", "left"), run("-C", str(ws), "check", cwd=tmp_path).stdout

    return merged


@pytest.mark.parametrize(
    ("left", "right", "claims"),
    [
        pytest.param([LATER], [length("two", "is 900 metres long", "900 m")], 3, id="two documents"),
        pytest.param([LATER], [length("one", "Nearly 300 vehicles wait", "300 m")], 3, id="two paragraphs"),
        pytest.param([LATER], [LATER], 2, id="one claim"),
        pytest.param(
            [length("one", "Ivan Petrov opposes", "3 m", *PETROV)], [length("two", "Ivan Petrov opposes", "3 m", *PETROV)], 3,
            id="one new person",
        ),
        pytest.param([("source", "add", "three.txt", "--id", "three")], [("source", "add", "three.txt", "--id", "three")], 1,
                     id="one document"),
    ],
)  # fmt: skip
def test_git_merges_what_is_usual(
    merge: Merge, tmp_path: Path, left: Sequence[Words], right: Sequence[Words], claims: int
) -> None:
    said, checked = merge(left, right)
    assert "CONFLICT" not in said
    assert "error" not in checked
    assert "told-apart" not in checked
    texts = "".join(path.read_text() for path in (tmp_path / "ws/facts/documents").glob("*.trig"))
    assert texts.count(" a br:Claim ;") == claims


def test_two_claims_of_one_paragraph_are_a_small_conflict_with_one_finding(
    run: Run, merge: Merge, tmp_path: Path
) -> None:
    said, checked = merge([LATER], [length("one", "The bridge of Tumen is 900 metres long", "900 m")])
    assert "CONFLICT" in said
    assert re.findall(r"error: .*\[(.*)\]", checked) == ["git-conflict"]
    assert "remove the lines <<<<<<<" in checked
    text = (tmp_path / "ws/facts/documents/one.trig").read_text()
    for side in re.search(r"<<<<<<< .*?\n(.*?)=======\n(.*?)>>>>>>>", text, re.S).groups():  # type: ignore[union-attr]
        assert len(re.findall(r"(?m)^c:\S+ \{$", side)) == 1
    kept = re.sub(r"(?m)^(<<<<<<<|=======|>>>>>>>).*\n", "", text)
    (tmp_path / "ws/facts/documents/one.trig").write_text(kept)
    run("-C", str(tmp_path / "ws"), "check", cwd=tmp_path, code=0)


def test_one_name_for_two_is_told_with_both_places(merge: Merge) -> None:
    other = by("Ivan Petrov", "organization", "PRK")
    said, checked = merge(
        [length("one", "Ivan Petrov opposes", "3 m", *PETROV)], [length("two", "Ivan Petrov opposes", "3 m", *other)]
    )
    assert "CONFLICT" not in said
    kinds = r"two\.trig:\d+:\d+: warning: e:ivan-petrov: \S+ is br:Person in facts/documents/one\.trig:\d+ and br:Org\w+ here"
    assert re.search(kinds, checked)
    assert "kg split e:ivan-petrov" in checked


def test_what_the_other_renamed_is_named_where_it_is_cited(merge: Merge) -> None:
    said, checked = merge([("rename", "bridge-of-tumen", "tumen-crossing")], [LATER])
    assert "CONFLICT" not in said
    assert "e:bridge-of-tumen is mentioned in c:one-3-" in checked


def test_what_git_puts_twice_into_one_file_is_read_once(run: Run, workspace: Path) -> None:
    place = workspace / "facts/XAA-XBB/everything.trig"
    text = place.read_text()
    claim = text[text.index("c:note-1 {") : text.index("# an agreement")]
    place.write_text(text + "\n" + claim)
    done = run("check", cwd=workspace, code=0)
    line = text.count("\n", 0, text.index("c:note-1 {")) + 1
    assert f"c:note-1 stands in facts/XAA-XBB/everything.trig:{line} too, word for word. [repeated]" in done.stdout
    place.write_text(text + "\n" + claim.replace("stance:stated", "stance:planned"))
    assert "with another stance: keep the right one" in run("check", cwd=workspace, code=1).stdout
