"""The gaps of a brief, what has no date though it happened on some day; and the count of what was left out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from kg.graph import Graph

from browser import prefix, said
from conftest import Run

#: What happens on some day, and what may go on for years.
KINDS = ("Meeting", "Signing", "ProjectMilestone", "Statement", "Deployment", "Movement")


def undated(workspace: Path, run: Run) -> tuple[list[str], list[str]]:
    """What the line names that is about what has no date, and the ids of its claims."""
    brief = json.loads(run("-C", str(workspace), "brief", "XAA", "XBB", "--format", "json", code=0).stdout)
    lines = [line for s in brief["sections"] if s["key"] == "gaps" for line in s["lines"]]
    found = [line for line in lines if line["note"] and line["note"]["key"] == "no-date-given"]
    return (found[0]["note"]["values"]["names"], [c["id"] for c in found[0]["claims"]]) if found else ([], [])


def test_what_happened_and_nobody_dates_is_a_gap(workspace: Path, run: Run) -> None:
    acting = "br:eventType ev:meet ; br:actor e:XAA , e:XBB ; br:signs e:trade-accord ; br:milestoneOf e:tunnel-project"
    claims = [
        said(f"new-{i}", f'e:thing-{i} a br:{kind} ; rdfs:label "the {kind}"@en ; {acting} .')
        for i, kind in enumerate(KINDS)
    ]
    claims.append(said("again", f"e:thing-0 a br:Meeting ; {acting} ."))
    new = workspace / "facts/XAA-XBB/new.trig"
    new.write_text(prefix(workspace / "facts/XAA-XBB/everything.trig") + "".join(claims))
    names = ["the Deployment", "the Meeting", "the ProjectMilestone", "the Signing", "the Statement"]
    assert undated(workspace, run) == (names, ["again", "new-1", "new-2", "new-3", "new-4"]), "one claim for each thing"
    page = " ".join(run("-C", str(workspace), "brief", "XAA", "XBB", code=0).stdout.split())
    assert f"No date is given for: {', '.join(names)}." in page
    new.write_text(new.read_text() + said("dated", 'e:thing-3 br:date "2024-05" .', stance="assessed"))
    assert undated(workspace, run) == (names[:-1], ["again", "new-1", "new-2", "new-4"])


@pytest.mark.parametrize("year", ["1950", "2024", "2026"])
def test_what_was_left_out_is_what_the_answer_lacks(graph: Graph, year: str) -> None:
    """Neither what it would not show anyway is counted, nor is anything forgotten that it would."""
    shown, whole = graph.brief("PRK", "RUS", as_of=year), graph.brief("PRK", "RUS", as_of=year, undated=True)
    lacking = whole.claims + whole.beside - shown.claims - shown.beside
    assert [n.values["claims"] for n in shown.notes if n.key == "undated-claims"] == [lacking]
    told = [{c.id for e in graph.timeline("PRK", as_of=year, undated=u) for c in e.claims} for u in (True, False)]
    assert [n.values["claims"] for n in graph.notes if n.key == "undated-claims"] == [len(told[0] - told[1])]


def test_nothing_was_known_before_it_was_entered(graph: Graph) -> None:
    before, now = graph.brief("PRK", "RUS", known_at="2026-11-21"), graph.brief("PRK", "RUS")
    assert not before.claims
    assert [n.values["claims"] for n in before.notes if n.key == "unpublished-claims"] == [now.claims + now.beside]


def test_a_relation_has_two_sides(run: Run) -> None:
    assert "North Korea is one and the same." in run("brief", "PRK", "North Korea", code=2).stderr
