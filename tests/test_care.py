"""rename, merge, split, retract, undo: what they write, what they refuse, and that all of it goes back."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from conftest import Run

FACTS, REFERENCE = "facts/XAA-XBB/everything.trig", "facts/reference.trig"


def git(folder: Path, *args: str) -> str:
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    return subprocess.run(["git", *who, *args], cwd=folder, capture_output=True, text=True, check=True).stdout


@pytest.fixture
def articles(bundle: Path, tmp_path: Path) -> Path:
    """The two articles in a git repository of their own."""
    folder = tmp_path / "articles"
    shutil.copytree(bundle / "facts", folder / "facts")
    git(tmp_path, "init", "-q", str(folder))
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "facts")
    return folder


@pytest.mark.parametrize(
    "args",
    [
        ("rename", "tumen-bridge", "tumen-road-bridge", "--label", "Tumen road bridge"),
        ("rename", "report-034", "report-034-length"),
        ("rename", "d:report", "d:express"),
        ("merge", "tumen-bridge", "e:road-link"),
        ("merge", "tumen-bridge", "e:road-link", "--keep", "B"),
        ("split", "tumen-bridge", "--into", "rail-bridge", "--document", "report", "--label", "Rail bridge"),
        ("retract", "report-034", "report-002", "--why", "withdrawn"),
    ],
    ids=" ".join,
)
def test_each_shows_itself_first_passes_its_checks_and_goes_back(
    run: Run, articles: Path, args: tuple[str, ...]
) -> None:
    shown = run(*args, "--dry-run", cwd=articles, code=0).stdout
    assert "\n+++ facts/" in shown
    assert git(articles, "status", "--porcelain") == ""
    run(*args, cwd=articles, code=0)
    changed = git(articles, "diff", "--stat")
    assert changed
    assert " error" not in run("check", cwd=articles, code=0).stderr
    assert "Would take back" in run("undo", "--dry-run", cwd=articles, code=0).stdout
    assert git(articles, "diff", "--stat") == changed
    assert "Took back" in run("undo", cwd=articles, code=0).stdout
    assert git(articles, "status", "--porcelain") == ""
    assert "(taken back)" in run("undo", "--list", cwd=articles, code=0).stdout


# ---------------------------------------------------------------- rename


def test_a_new_name_stands_everywhere_and_nothing_else_changes(run: Run, workspace: Path) -> None:
    (workspace / "ontology" / "queries").mkdir(parents=True)
    query = workspace / "ontology" / "queries" / "tunnel.rq"
    query.write_text("# e:rail-tunnel\nSELECT ?x WHERE { e:rail-tunnel rdfs:label ?x }\n")
    mapping = workspace / "map.toml"
    mapping.write_text('object = "e:rail-tunnel"\n# e:rail-tunnel\ntext = "of e:rail-tunnel"\n')
    before = {n: (workspace / n).read_text() for n in (FACTS, REFERENCE)}
    run("rename", "rail-tunnel", "long-tunnel", cwd=workspace, code=0)
    for name, text in before.items():
        assert (workspace / name).read_text() == text.replace("e:rail-tunnel ", "e:long-tunnel ")
    assert query.read_text() == "# e:rail-tunnel\nSELECT ?x WHERE { e:long-tunnel rdfs:label ?x }\n"
    assert mapping.read_text() == 'object = "e:long-tunnel"\n# e:rail-tunnel\ntext = "of e:rail-tunnel"\n'


def test_the_old_id_of_a_claim_leads_to_the_new_one(run: Run, workspace: Path) -> None:
    run("rename", "note-1", "note-talks", cwd=workspace, code=0)
    assert "Its id is note-talks now." in run("claim", "note-1", cwd=workspace, code=1).stderr
    assert "early March" in run("claim", "note-talks", cwd=workspace, code=0).stdout
    run("rename", "note-talks", "note-1", cwd=workspace, code=0)
    assert "early March" in run("claim", "note-1", cwd=workspace, code=0).stdout


def test_a_document_takes_its_text_along(run: Run, workspace: Path) -> None:
    text = (workspace / "sources" / "note.txt").read_bytes()
    run("rename", "d:note", "d:bridge-talks", cwd=workspace, code=0)
    assert not (workspace / "sources" / "note.txt").exists()
    assert (workspace / "sources" / "bridge-talks.txt").read_bytes() == text
    assert 'br:fileName "bridge-talks.txt"' in (workspace / "facts" / "documents.trig").read_text()
    run("verify", "sources/bridge-talks.txt", cwd=workspace, code=0)


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("rename", "rail-tunnel", "port-lumen"), "There is e:port-lumen already."),
        (("rename", "rail-tunnel", "two words"), "‘two words’ is no name."),
        (("rename", "br:Person", "Human"), "comes with kg"),
        (("rename", "rail-tunnel", "c:tunnel"), "is no name for what e:rail-tunnel is"),
        (("merge", "rail-tunnel", "rail-tunnel"), "is one and the same"),
        (("merge", "note-1", "note-2"), "Claims are not merged"),
        (
            ("merge", "president-of-aurelia", "president-of-borealia"),
            "facts/reference.trig:16) against e:XBB (facts/reference.trig:17)",
        ),
        (("merge", "rail-tunnel", "trade-accord"), "contradict each other"),
        (("split", "rail-tunnel", "--into", "x", "--claims", "note-1"), "note-1 does not speak of it."),
        (("retract", "note-1", "--why", " "), "Why is it retracted?"),
        (("retract", "note-1", "--why", "x", "--on", "2999-01-01"), "is no day up to today"),
    ],
    ids=lambda x: " ".join(x) if isinstance(x, tuple) else "",
)
def test_what_cannot_be_is_refused_and_nothing_written(
    run: Run, workspace: Path, args: tuple[str, ...], message: str
) -> None:
    before = {p: p.read_bytes() for p in workspace.rglob("*") if p.is_file()}
    assert message in run(*args, cwd=workspace, code=2).stderr
    assert {p: p.read_bytes() for p in workspace.rglob("*") if p.is_file()} == before


# ---------------------------------------------------------------- merge and split


def test_the_second_of_two_gives_its_names_to_the_first(run: Run, workspace: Path) -> None:
    path = workspace / REFERENCE
    old = '  e:port-lumen a br:Place ; rdfs:label "Port Lumen"@en .\n'
    more = (
        '  e:lumen-harbour a br:Place ; rdfs:label "Lumen Harbour"@en , "Лумен"@ru ; skos:altLabel "port lumen"@en .\n'
    )
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, old + more))
    done = json.loads(run("merge", "e:port-lumen", "e:lumen-harbour", "--format", "json", cwd=workspace, code=0).stdout)
    assert done["written"]
    found = json.loads(run("search", "Lumen Harbour", "--format", "json", cwd=workspace, code=0).stdout)
    assert found[0]["id"] == "e:port-lumen"
    after = path.read_text()
    assert "lumen-harbour" not in after
    assert '"Лумен"@ru' in after
    assert "port lumen" not in after  # a name that it has already, but for capitals


def test_two_entries_of_one_text_become_one_document(run: Run, workspace: Path) -> None:
    documents, facts = workspace / "facts" / "documents.trig", workspace / FACTS
    text = documents.read_text()
    start = text.index("d:note a br:Document")
    entry = text[start : text.index(" .\n", start) + 3]
    documents.write_text(text + "\n" + entry.replace("d:note", "d:copy").replace("note.txt", "copy.txt"))
    facts.write_text(facts.read_text().replace("br:inDocument d:note", "br:inDocument d:copy", 1))
    done = run("merge", "d:note", "d:copy", cwd=workspace, code=0).stdout
    assert "claims that named it: 1" in done
    assert "d:copy" not in documents.read_text() + facts.read_text()
    documents.write_text(text + "\n" + entry.replace("d:note", "d:other").replace("7f2a2bec", "00000000"))
    assert "their hashes differ" in run("merge", "d:note", "d:other", cwd=workspace, code=2).stderr


def test_split_lists_what_goes_stays_and_names_both(run: Run, articles: Path) -> None:
    args = ("split", "tumen-bridge", "--into", "rail-bridge", "--claims", "report-034", "--label", "Rail bridge")
    found = json.loads(run(*args, "--format", "json", cwd=articles, code=0).stdout)
    assert [x.rsplit("/", 1)[1] for x in found["goes"]] == ["report-034"]
    assert len(found["stays"]) > 20
    assert len(found["unread"]) == len(found["stays"]) + 1  # no text is kept beside these facts
    assert "1 km" in run("fact", "rail-bridge", "length", cwd=articles, code=0).stdout
    assert "report-034" not in run("fact", "tumen-bridge", cwd=articles, code=0).stdout


# ---------------------------------------------------------------- retract


def test_a_retracted_claim_is_in_no_answer_and_each_counts_it(run: Run, workspace: Path) -> None:
    run("retract", "note-1", "--why", "read wrongly", cwd=workspace, code=0)
    left_out = "Retracted and therefore left out: 1 claim"
    for question in (("brief", "XAA", "XBB"), ("timeline",), ("fact", "lumen-meeting"), ("search", "talks")):
        done = run(*question, cwd=workspace)
        assert "early March 2023" not in done.stdout
        assert left_out in (done.stdout + done.stderr).replace("\n    ", " "), question
    assert ": read wrongly" in run("claim", "note-1", cwd=workspace, code=0).stdout
    query = "SELECT ?d { GRAPH <https://w3id.org/bilateral/graph/view/asserted> { e:lumen-meeting br:date ?d } }"
    assert "2023-03-04" not in run("sparql", query, cwd=workspace).stdout


def test_before_its_day_a_retracted_claim_is_what_was_known(run: Run, workspace: Path) -> None:
    run("retract", "note-1", "--why", "read wrongly", "--on", "2024-05-01", cwd=workspace, code=0)
    then = run("timeline", "--known-at", "2024-04-30", cwd=workspace, code=0).stdout
    assert "early March 2023" in then
    assert "retracted" not in then
    assert "early March 2023" not in run("timeline", "--known-at", "2024-05-01", cwd=workspace).stdout


def test_the_ripple_of_a_retraction(run: Run, articles: Path) -> None:
    done = run("retract", "report-002", "report-034", "--why", "x", "--dry-run", cwd=articles, code=0).stdout
    gone, _, rest = done.partition("Facts that other claims still give:")
    assert "length: 1 km [report-034]" in gone
    assert "under construction [essay-002]" in rest
    assert "[essay-002, report-002]" in rest.partition("agreements that end:")[2]
    assert "essay-002: corroborates (report-002)" in rest


def test_what_a_retracted_claim_superseded_counts_again(run: Run, workspace: Path) -> None:
    path = workspace / FACTS
    entry = "c:note-2 a br:Claim ;"
    path.write_text(path.read_text().replace(entry, f"{entry} br:supersedes c:note-1 ;"))
    assert "superseded" in run("claim", "note-1", cwd=workspace, code=0).stdout
    done = run("retract", "note-2", "--why", "x", cwd=workspace, code=0).stdout
    assert "count again, for what superseded them does not:\n  note-1\n" in done
    assert "superseded" not in run("claim", "note-1", cwd=workspace, code=0).stdout


def test_a_claim_is_retracted_once(run: Run, workspace: Path) -> None:
    run("retract", "note-1", "--why", "read wrongly", "--on", "2024-05-01", cwd=workspace, code=0)
    done = run("retract", "note-1", "--why", "again", cwd=workspace, code=2)
    assert "note-1 was retracted on 2024-05-01: read wrongly" in done.stderr


def test_a_retraction_without_a_reason_is_an_error(run: Run, workspace: Path) -> None:
    path = workspace / FACTS
    path.write_text(
        path.read_text().replace("c:note-1 a br:Claim ;", 'c:note-1 a br:Claim ; br:retractedOn "2024-05-01" ;')
    )
    assert "Say why the claim is retracted" in run("check", cwd=workspace, code=1).stdout
