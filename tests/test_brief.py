"""The gaps of a brief: what has no date though it happened on some day."""

from __future__ import annotations

import json
from pathlib import Path

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
