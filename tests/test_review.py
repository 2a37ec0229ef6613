"""Drafts reviewed: by one key at a terminal, by lines of decisions, in a browser; nothing lost, nothing done twice."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from browser import Visit
from conftest import Run

TEXT = """Talks on the harbour

North Korea supplies coal to Russia. Russia and North Korea share a border river.
According to Foreign Minister Ivan Petrov, Russia will build a bridge of 850 metres in 2027.
The Harbour Gazette reported that Russia signed an agreement with North Korea on 3 May 2024.
"""


@pytest.fixture
def drafted(run: Run, tmp_path: Path) -> Path:
    """A workspace with the drafts of one text, under git."""
    folder = tmp_path / "ws"
    run("init", str(folder), "--pair", "PRK", "RUS", cwd=tmp_path, code=0)
    (tmp_path / "port.txt").write_text(TEXT, encoding="utf-8")
    run("source", "add", "--id", "port", "--lang", "en", str(tmp_path / "port.txt"), cwd=folder, code=0)
    run("draft", "port", cwd=folder, code=0)
    return folder


def queue(run: Run, folder: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("review", "--format", "json", cwd=folder).stdout)
    return found


def facts(folder: Path) -> str:
    return (folder / "facts/documents/port.trig").read_text(encoding="utf-8")


def complete(drafts: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """A draft that can be accepted as it is."""
    return next(d for d in drafts if not d["missing"])


def apply(run: Run, folder: Path, *decisions: dict[str, Any], code: int = 0) -> dict[str, Any]:
    lines = "".join(json.dumps(d) + "\n" for d in decisions)
    done = run(
        "review", "--apply", "-", "--reviewer", "Ann Lee", "--format", "json", cwd=folder, stdin=lines, code=code
    )
    found: dict[str, Any] = json.loads(done.stdout)
    assert found["given"] == len(found["done"]) + len(found["before"]) + len(found["refused"])
    return found


def test_a_draft_is_shown_with_its_words_and_reasons(run: Run, drafted: Path) -> None:
    drafts = queue(run, drafted)
    assert drafts
    starts = [d["passages"][0]["start"] for d in drafts]
    assert starts == sorted(starts)
    for d in drafts:
        for p in d["passages"]:
            assert TEXT[p["start"] : p["end"]] == p["words"]
        assert any(r.startswith("speaker:") for r in d["reasons"])
    assert f"port: {len(drafts)} drafts" in run("review", "--list", cwd=drafted, code=0).stdout


def test_accepting_makes_a_claim_that_says_who_reviewed_it(run: Run, drafted: Path) -> None:
    one = complete(queue(run, drafted))
    name = one["draft"].removeprefix("c:")
    run("review", "--accept", name, "--reviewer", "Ann Lee", cwd=drafted, code=0)
    said = run("claim", name, cwd=drafted, code=0).stdout
    assert "Ann Lee" in said
    assert "checked" in said
    assert "draft " not in said.split("coded by")[0]
    assert name not in {d["draft"].removeprefix("c:") for d in queue(run, drafted)}
    checked = run("check", cwd=drafted).stdout
    assert "Ann" not in checked
    assert "ann-lee" not in checked


def test_what_lacks_a_part_is_no_claim_until_it_is_edited(run: Run, drafted: Path) -> None:
    one = complete(queue(run, drafted))
    bare = {"draft": one["draft"], "decision": "accept", "changes": {"summary": ""}}
    before = facts(drafted)
    wrong = {**bare, "changes": {"stance": "perhaps"}}
    found = apply(run, drafted, wrong, code=1)
    assert "perhaps" in found["refused"][0]["why"]
    assert facts(drafted) == before
    # a supply leads to somebody: the check refuses a ware there, and nothing is written
    changes = {"about": "RUS", "what": "br:supplies", "value": "coal", "summary": "Russia sells coal"}
    found = apply(run, drafted, {**bare, "changes": changes, "new": {"coal": {"kind": "commodity"}}}, code=1)
    assert "actor" in found["refused"][0]["why"].lower() or "coal" in found["refused"][0]["why"]
    assert facts(drafted) == before
    changes = {**changes, "what": "br:cooperatesWith", "value": "Harbour Board", "stance": "planned"}
    new = {"Harbour Board": {"kind": "organisation", "side": "PRK"}}
    apply(run, drafted, {**bare, "changes": changes, "new": new})
    said = run("claim", one["draft"].removeprefix("c:"), cwd=drafted, code=0).stdout
    assert "Russia sells coal" in said
    assert "planned" in said


def test_a_rejected_draft_leaves_no_things_behind_and_is_not_drafted_again(run: Run, drafted: Path) -> None:
    drafts = queue(run, drafted)
    assert "e:ivan-petrov" in facts(drafted) or "petrov" in facts(drafted)
    apply(run, drafted, *({"draft": d["draft"], "decision": "reject"} for d in drafts))
    left = facts(drafted)
    assert "petrov" not in left
    assert "br:Claim" not in left
    again = run("draft", "port", cwd=drafted).stdout
    assert "0 drafts written" in again
    assert f"{len(drafts)} drafted" in again
    assert not queue(run, drafted)


def test_decisions_carried_out_twice_change_nothing(run: Run, drafted: Path) -> None:
    drafts = queue(run, drafted)
    one = complete(drafts)
    other = next(d for d in drafts if d is not one)
    lines = [
        {"draft": one["draft"], "decision": "accept", "digest": one["digest"]},
        {"draft": other["draft"], "decision": "reject", "digest": other["digest"]},
        {"draft": "c:port-9-none", "decision": "accept"},
    ]
    found = apply(run, drafted, *lines, code=1)
    assert [len(found[k]) for k in ("done", "before", "refused")] == [2, 0, 1]
    after = facts(drafted)
    found = apply(run, drafted, *lines, code=1)
    assert [len(found[k]) for k in ("done", "before", "refused")] == [0, 2, 1]
    assert facts(drafted) == after


def test_a_draft_that_has_changed_is_not_decided_about(run: Run, drafted: Path) -> None:
    one = complete(queue(run, drafted))
    path = drafted / "facts/documents/port.trig"
    path.write_text(facts(drafted).replace(one["summary"], "Something else"), encoding="utf-8")
    found = apply(run, drafted, {"draft": one["draft"], "decision": "accept", "digest": one["digest"]}, code=1)
    assert "has changed" in found["refused"][0]["why"]


def test_lines_that_are_no_decisions_are_named(run: Run, drafted: Path) -> None:
    done = run("review", "--apply", "-", cwd=drafted, stdin='{"draft": "x", "decision": "accept"}\n[1]\n', code=2)
    assert "-:2" in done.stderr


def test_merging_adds_the_passage_to_the_claim(run: Run, drafted: Path) -> None:
    drafts = queue(run, drafted)
    one = complete(drafts)
    apply(run, drafted, {"draft": one["draft"], "decision": "accept"})
    other = next(d for d in drafts if d["speaker"] == one["speaker"] and d["passages"] != one["passages"])
    apply(run, drafted, {"draft": other["draft"], "decision": "merge", "into": one["draft"]})
    claim = json.loads(run("claim", one["draft"].removeprefix("c:"), "--format", "json", cwd=drafted, code=0).stdout)
    assert {p["start"] for p in claim["passages"]} == {p["start"] for d in (one, other) for p in d["passages"]}
    assert other["draft"] not in {d["draft"] for d in queue(run, drafted)}


def test_undo_brings_a_draft_back_to_a_byte(run: Run, drafted: Path) -> None:
    before = facts(drafted)
    run("review", "--accept", complete(queue(run, drafted))["draft"], "--reviewer", "Ann Lee", cwd=drafted, code=0)
    assert facts(drafted) != before
    run("undo", cwd=drafted, code=0)
    assert facts(drafted) == before


# ---------------------------------------------------------------------- at a terminal


class Sitting:
    """``kg review`` on a terminal of its own."""

    def __init__(self, folder: Path) -> None:
        import pty

        self.leader, follower = pty.openpty()
        self.child = subprocess.Popen(
            [sys.executable, "-m", "kg", "review", "--reviewer", "Ann Lee"],
            cwd=folder, stdin=follower, stdout=follower, stderr=follower, start_new_session=True,
            env={**os.environ, "NO_COLOR": "1", "TERM": "dumb", "COLUMNS": "80"},
        )  # fmt: skip
        os.close(follower)

    def until(self, text: str) -> str:
        """What is written up to a text."""
        seen = b""
        while text.encode() not in seen:
            ready, _, _ = select.select([self.leader], [], [], 120)
            try:
                part = os.read(self.leader, 65536) if ready else b""
            except OSError:
                part = b""
            assert part, seen.decode(errors="replace")
            seen += part
        return seen.decode(errors="replace")

    def key(self, keys: str) -> str:
        """What comes after a key, up to the next question."""
        os.write(self.leader, keys.encode())
        return self.until("[q]uit ")

    def end(self) -> str:
        os.write(self.leader, b"q")
        text = self.until("left.")
        assert self.child.wait(60) == 0
        return text


@pytest.fixture
def sitting(drafted: Path) -> Iterator[Sitting]:
    found = Sitting(drafted)
    yield found
    if found.child.poll() is None:
        os.killpg(found.child.pid, signal.SIGKILL)
        found.child.wait()
    os.close(found.leader)


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal is made by pty")
def test_one_key_each_at_a_terminal(run: Run, drafted: Path, sitting: Sitting) -> None:
    before, drafts = facts(drafted), queue(run, drafted)
    first = sitting.until("[q]uit ")
    assert "»" in first
    assert f"1 of {len(drafts)}, 0 accepted" in first
    assert all(len(line.rstrip("\r")) <= 80 for line in first.split("\n"))
    assert drafts[0]["draft"].removeprefix("c:") in first
    assert drafts[1]["draft"].removeprefix("c:") in sitting.key("r")
    assert f'br:rejectedDraft "{drafts[0]["draft"].removeprefix("c:")}"' in facts(drafted)
    assert "Taken back" in sitting.key("u")
    assert facts(drafted) == before
    assert drafts[1]["draft"].removeprefix("c:") in sitting.key("s")
    assert "E  edit its text" in sitting.key("?")
    assert "0 decided" in sitting.end()


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal is made by pty")
def test_a_killed_sitting_has_lost_nothing_and_goes_on(run: Run, drafted: Path, sitting: Sitting) -> None:
    drafts = queue(run, drafted)
    sitting.until("[q]uit ")
    sitting.key("r")
    os.killpg(sitting.child.pid, signal.SIGKILL)
    sitting.child.wait()
    assert [d["draft"] for d in queue(run, drafted)] == [d["draft"] for d in drafts[1:]]


# ---------------------------------------------------------------------- in a browser


def test_the_page_keeps_decisions_and_saves_what_apply_carries_out(
    run: Run, drafted: Path, tmp_path: Path, chromium: Any
) -> None:
    page, drafts = tmp_path / "page.html", queue(run, drafted)
    run("review", "port", "--html", str(page), cwd=drafted, code=0)
    with Visit(chromium, page, viewport={"width": 390, "height": 800}) as phone:
        assert (
            Axe()
            .run(phone.page, options={"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21aa"]}})
            .violations_count
            == 0
        )
        phone.page.click("article:first-of-type button:has-text('Skip')")
        assert "1 of" in phone.page.inner_text("#progress")
    at = next(i for i, d in enumerate(drafts) if not d["missing"])
    with Visit(chromium, page) as opened:
        for _ in range(at):
            opened.page.keyboard.press("j")
        assert opened.page.inner_text("mark.here") in TEXT
        opened.page.keyboard.press("a")
        opened.page.click(f"article[id='{drafts[at - 1]['draft']}'] button:has-text('Reject')")
        opened.page.reload()
        opened.page.wait_for_selector("html[data-ready]")
        assert opened.page.inner_text("#progress") == f"2 of {len(drafts)}, 1 accepted"
        with opened.page.expect_download() as saved:
            opened.page.click("#save")
        saved.value.save_as(tmp_path / "decisions.jsonl")
        assert opened.said == []
        assert all(url.startswith(("file:", "blob:")) for url in opened.asked)
    done = run(
        "review", "--apply", str(tmp_path / "decisions.jsonl"), "--reviewer", "Ann Lee", cwd=drafted, code=0
    ).stdout
    assert "2 decisions: 2 carried out" in done
    assert f"{drafts[at]['draft']}: accepted" in done
