"""What kg check prints: the worst first, as forges read it, and warnings that the facts accept with a reason."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote

import pytest
from kg.graph import Graph

from conftest import Run

CLAIMS, REFERENCE = "facts/XAA-XBB/everything.trig", "facts/reference.trig"
LOOSE = '  e:stray a br:Organization ; rdfs:label "Stray: 100 %, or so"@en .\n}\n'
PASSAGE = "br:paragraph 2 ; oa:start 101"


def plant(workspace: Path, file: str, old: str, new: str) -> None:
    path = workspace / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def doubtful(workspace: Path) -> Path:
    """Two warnings (no side; a paragraph) before an error in the same file of claims."""
    text = (workspace / REFERENCE).read_text()
    (workspace / REFERENCE).write_text(text.rstrip().removesuffix("}") + LOOSE)
    plant(workspace, CLAIMS, PASSAGE, PASSAGE.replace("2", "3"))
    plant(workspace, CLAIMS, "br:timetablePublished true", "br:timetableePublished true")
    return workspace


def test_errors_come_before_warnings(run: Run, doubtful: Path) -> None:
    for form in ((), ("--format", "csv"), ("--format", "github")):
        out = run("check", *form, cwd=doubtful, code=1).stdout
        assert -1 < out.index("error") < out.index("warning"), form
    done = run("check", cwd=doubtful, code=1)
    assert "1 error, 2 warnings." in done.stderr


def test_github_reads_each_finding_at_its_place(run: Run, doubtful: Path) -> None:
    lines = run("check", "--format", "github", cwd=doubtful, code=1).stdout.splitlines()
    rows = json.loads(run("check", "--format", "json", cwd=doubtful, code=1).stdout)
    assert len(lines) == len(rows) == 3
    for line, row in zip(lines, rows, strict=True):
        command, _, message = line[2:].partition("::")
        level, _, rest = command.partition(" ")
        said = {key: unquote(value) for key, value in (x.split("=") for x in rest.split(","))}
        assert level == row["severity"]
        assert (said["file"], said["line"], said["col"]) == (row["file"], str(row["line"]), str(row["column"]))
        assert said["title"] == f"kg check: {row['check']}"
        assert unquote(message).startswith(row["message"])
    assert not any("\r" in line for line in lines)


def test_sarif_has_what_the_standard_asks(run: Run, doubtful: Path) -> None:
    log = json.loads(run("check", "--format", "sarif", cwd=doubtful, code=1).stdout)
    rows = json.loads(run("check", "--format", "json", cwd=doubtful, code=1).stdout)
    assert log["version"] == "2.1.0"
    (part,) = log["runs"]
    driver = part["tool"]["driver"]
    assert driver["name"] == "kg"
    assert part["columnKind"] in ("utf16CodeUnits", "unicodeCodePoints")
    for result, row in zip(part["results"], rows, strict=True):
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == row["check"]
        assert result["level"] == row["severity"] in ("none", "note", "warning", "error")
        assert result["message"]["text"].startswith(row["message"])
        place = result["locations"][0]["physicalLocation"]
        assert unquote(place["artifactLocation"]["uri"]) == row["file"]
        assert place["region"] == {"startLine": row["line"], "startColumn": row["column"]}
    assert "suppressions" not in part["results"][0]


def test_no_finding_is_a_whole_sarif_too(run: Run, workspace: Path) -> None:
    (part,) = json.loads(run("check", "--format", "sarif", cwd=workspace, code=0).stdout)["runs"]
    assert part["results"] == []
    assert run("check", "--format", "github", cwd=workspace, code=0).stdout == ""


ACCEPTED = 'br:accepted [ br:check "{}" ; rdfs:comment "It is known."@en ]'


@pytest.mark.parametrize(
    ("check", "old", "new"),
    [
        ("14-no-side", "rdfs:label \"Stray: 100 %, or so\"@en", ""),  # a query
        ("misplaced", "c:note-2 a br:Claim ;", ""),  # Python, with the text
        ("CitedDocument/issued", "dcterms:issued \"2023-03-05\" ;", "d:note"),  # a shape
    ],
)  # fmt: skip
def test_a_warning_is_accepted_with_its_reason(run: Run, doubtful: Path, check: str, old: str, new: str) -> None:
    plant(doubtful, CLAIMS, "br:timetableePublished true", "br:timetablePublished true")
    if new:
        file, text = "facts/documents.trig", ""
        plant(doubtful, file, 'dcterms:issued "2023-03-05" ; ', "")
        path = doubtful / file
        text = path.read_text()
        path.write_text("@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n" + text)
        old = "dcterms:creator e:note-author ;"
    else:
        file = REFERENCE if check.startswith("14") else CLAIMS
    before = json.loads(run("check", "--format", "json", cwd=doubtful, code=0).stdout)
    assert [f["severity"] for f in before if f["check"] == check] == ["warning"]
    ending = "" if old.endswith(";") else " ;"
    plant(doubtful, file, old, f"{old}{ending} {ACCEPTED.format(check)}{' ;' if old.endswith(';') else ''}")
    done = run("check", cwd=doubtful, code=0)
    assert f"[{check}]" not in done.stdout
    assert "1 accepted" in done.stderr
    after = json.loads(run("check", "--format", "json", cwd=doubtful, code=0).stdout)
    assert [f["severity"] for f in after if f["check"] == check] == ["accepted"]
    assert len(after) == len(before)
    log = json.loads(run("check", "--format", "sarif", cwd=doubtful, code=0).stdout)
    assert [r["suppressions"] for r in log["runs"][0]["results"] if r["ruleId"] == check] == [[{"kind": "inSource"}]]
    run("build", cwd=doubtful, code=0)
    assert f"[{check}]" not in run("build", "--fresh", cwd=doubtful, code=0).stdout


def test_an_acceptance_needs_a_reason_and_a_finding(run: Run, workspace: Path) -> None:
    plant(workspace, CLAIMS, "c:note-2 a br:Claim ;", f"c:note-2 a br:Claim ; {ACCEPTED.format('no-words')} ;")
    (found,) = json.loads(run("check", "--format", "json", cwd=workspace, code=0).stdout)
    assert (found["severity"], found["message"]) == (
        "note", "c:note-2 accepts “no-words”, which is not found there any more."
    )  # fmt: skip
    plant(workspace, CLAIMS, ' ; rdfs:comment "It is known."@en ]', " ]")
    assert "Why is this accepted? Add the reason" in run("check", cwd=workspace, code=1).stdout


def test_an_error_is_never_accepted(run: Run, workspace: Path) -> None:
    plant(workspace, CLAIMS, "c:note-2 a br:Claim ;", f"c:note-2 a br:Claim ; {ACCEPTED.format('Claim/stance')} ;")
    plant(
        workspace,
        CLAIMS,
        'br:stance stance:stated ;\n  dcterms:description "A trade',
        'br:stance stance:certain ;\n  dcterms:description "A trade',
    )
    assert "[Claim/stance]" in run("check", cwd=workspace, code=1).stdout


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "before", ["\t", "", "  # 朝鲜 한국\n\t\t", '[ br:check "Не" ] '], ids=["tab", "none", "wide", "bracket"]
)
def test_columns_count_characters(run: Run, workspace: Path, before: str, ends: str) -> None:
    """Of a value behind tabs, wide letters, brackets and other line ends: where an editor shows it."""
    line = f'e:port-lumen a br:Place ; {before}br:inForceOn "?" .' if before[:1] != "[" else (
        f'e:port-lumen br:accepted {before}; br:inForceOn "?" .'
    )  # fmt: skip
    path = workspace / REFERENCE
    text = path.read_text().rstrip().removesuffix("}") + line + "\n}\n"
    path.write_bytes(text.replace("\n", ends).encode())
    rows = json.loads(run("check", "--format", "json", cwd=workspace, code=1).stdout)
    (found,) = [f for f in rows if "cannot be read as a date" in f["message"]]
    at = text.index('"?"')
    assert found["line"] == text.count("\n", 0, at) + 1
    assert found["column"] == at - text.rindex("\n", 0, at)


def test_watching_tells_what_is_new_and_what_is_gone(workspace: Path) -> None:
    command = [sys.executable, "-m", "kg", "check", "--watch"]
    with subprocess.Popen(
        command, cwd=workspace, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as watching:

        def told() -> str:
            """What it says until it waits again."""
            lines = []
            for line in watching.stdout or ():
                lines.append(line)
                if "Ctrl-C ends" in line:
                    break
            return "".join(lines)

        assert told() == "kg: No findings: the facts pass every check. Watching; Ctrl-C ends.\n"
        plant(workspace, CLAIMS, PASSAGE, PASSAGE.replace("2", "3"))
        said = told()
        assert said.startswith(f"+ {CLAIMS}:")
        assert "begins in paragraph 2" in said
        plant(workspace, CLAIMS, "# an event", "# a line more\n\n# an event")
        assert told() == "kg: 1 warning. Watching; Ctrl-C ends.\n"
        plant(workspace, CLAIMS, PASSAGE.replace("2", "3"), PASSAGE)
        assert told().startswith(f"- {CLAIMS}:")
        plant(workspace, "sources/note.txt", "40 trucks", "41 trucks")
        assert "not the text of its br:textHash" in told()
        watching.send_signal(signal.SIGINT)
        assert "".join(watching.stdout or ()).strip() == "Stopped."
        assert watching.wait() == 130


def test_a_page_that_is_printed_says_what_it_is(graph: Graph) -> None:
    page = graph.view("PRK", "RUS")
    assert page
    assert str(page) == repr(page) == f"Page({len(page.html.encode()) // 1000:,} kB of HTML; save(path) writes it)"
