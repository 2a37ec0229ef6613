"""Drafts stand in the facts, and in no answer: each counts them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from conftest import Run

FACTS = "facts/XAA-XBB/everything.trig"
#: Questions that note-1 (the meeting) is an answer to.
QUESTIONS = [
    ("brief", "XAA", "XBB"),
    ("fact", "lumen-meeting"),
    ("fact", "lumen-meeting", "location"),
    ("timeline",),
    ("timeline", "XAA"),
    ("search", "talks"),
    ("why", "president-of-aurelia", "president-of-borealia"),
]
MEETING = "early March 2023"
REMARK = "1 draft that nobody has reviewed left out"


def edit(workspace: Path, old: str, new: str) -> None:
    """Change one place of the starter's claims."""
    path = workspace / FACTS
    text = path.read_text()
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new))


def drafted(workspace: Path, claim: str = "note-1", was: str = "stated") -> None:
    """Make a claim of the starter a draft of what it was."""
    text = (workspace / FACTS).read_text()
    entry = next(line for line in text.splitlines() if line.startswith(f"c:{claim} a br:Claim"))
    edit(workspace, entry, entry.replace(f"stance:{was}", f"stance:draft ; br:proposedStance stance:{was}"))


@pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)
def test_answers_leave_drafts_out_and_count_them(run: Run, workspace: Path, question: tuple[str, ...]) -> None:
    assert MEETING in run(*question, cwd=workspace, code=0).stdout
    drafted(workspace)
    after = run(*question, cwd=workspace)
    assert MEETING not in after.stdout
    if question[0] != "why":  # ties are counted one by one, not by claim
        assert REMARK in after.stdout + after.stderr


def test_who_asks_for_drafts_sees_them(run: Run, workspace: Path) -> None:
    drafted(workspace)
    done = run("timeline", "--stance", "draft", cwd=workspace, code=0)
    assert MEETING in done.stdout
    assert "left out" not in done.stdout + done.stderr
    assert MEETING in run("claim", "note-1", cwd=workspace, code=0).stdout


def test_each_draft_is_a_warning_and_no_error(run: Run, workspace: Path) -> None:
    drafted(workspace)
    entry = 'dcterms:description "The two presidents held talks in early March 2023."@en ;'
    edit(workspace, entry, "")  # nobody has summed it up yet, or found out who says it
    edit(workspace, " br:statedBy e:note-author ; br:stance stance:draft ;", " br:stance stance:draft ;")
    (found,) = json.loads(run("check", "--format", "json", cwd=workspace, code=0).stdout)
    assert (found["severity"], found["message"]) == ("warning", "c:note-1 is a draft, not reviewed.")
    assert found["line"] == (workspace / FACTS).read_text().split("c:note-1 {")[0].count("\n") + 1
    assert run("check", "--strict", cwd=workspace).returncode == 1
    for question in QUESTIONS:
        run(*question, cwd=workspace)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("stance:draft ; br:proposedStance", "stance:stated ; br:proposedStance", "Only a draft has a proposed stance"),
        ("br:proposedStance stance:stated", "br:proposedStance e:XAA", "This proposed stance is not in the list"),
        ("br:statedBy e:note-author ; br:stance stance:stated ;\n  dcterms:description \"A trade", "br:stance stance:stated ;\n  dcterms:description \"A trade", "Who says this?"),
    ],
)  # fmt: skip
def test_what_is_proposed_is_proposed_of_a_draft(run: Run, workspace: Path, old: str, new: str, message: str) -> None:
    drafted(workspace)
    edit(workspace, old, new)
    assert message in run("check", cwd=workspace, code=1).stdout


def test_a_draft_neither_contradicts_denies_nor_supersedes(run: Run, workspace: Path) -> None:
    drafted(workspace, "note-4", "reported")
    done = run("conflicts", cwd=workspace)
    assert "twenty-five" not in done.stdout
    assert REMARK in done.stdout + done.stderr
    assert "note-4" not in run("claim", "note-3", cwd=workspace, code=0).stdout
    edit(workspace, "br:contradicts c:note-3", "br:supersedes c:note-3")
    assert "forty lorries" in run("brief", "XAA", "XBB", cwd=workspace, code=0).stdout
    assert "superseded" not in run("claim", "note-3", cwd=workspace, code=0).stdout
    edit(workspace, "stance:draft ; br:proposedStance stance:reported", "stance:reported")
    assert "superseded" in run("claim", "note-3", cwd=workspace, code=0).stdout


def test_a_draft_of_a_denial_denies_nothing(run: Run, workspace: Path) -> None:
    edit(workspace, "# an absence", """c:note-7 { e:tunnel-project br:timetablePublished true . }
c:note-7 a br:Claim ; br:inDocument d:note ; br:statedBy e:borealia-herald ; br:stance stance:stated ;
  dcterms:description "The day of the opening is known."@en ; br:inferred e:tunnel-project ;
  br:passage [ br:paragraph 4 ; oa:start 277 ; oa:end 342 ; br:passageHash "c8fe66876a9f19e9" ] .
# an absence""")  # fmt: skip
    assert "has not been made known" in run("conflicts", cwd=workspace, code=0).stdout
    drafted(workspace, "note-6")
    assert "has not been made known" not in run("conflicts", cwd=workspace).stdout
