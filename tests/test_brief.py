"""The gaps of a brief: what has no date though it happened on some day."""

from __future__ import annotations

import json
from pathlib import Path

from browser import prefix, said
from conftest import Run

#: What happens on some day, and what may go on for years.
KINDS = ("Meeting", "Signing", "ProjectMilestone", "Statement", "Deployment", "Movement")


def undated(workspace: Path, run: Run) -> tuple[str, list[str]]:
    """The line about what has no date, and the ids of its claims."""
    brief = json.loads(run("-C", str(workspace), "brief", "XAA", "XBB", "--format", "json", code=0).stdout)
    lines = [line for s in brief["sections"] if s["key"] == "gaps" for line in s["lines"]]
    found = [line for line in lines if line["text"].startswith("No date is given for")]
    return (found[0]["text"], [c["id"] for c in found[0]["claims"]]) if found else ("", [])


def test_what_happened_and_nobody_dates_is_a_gap(workspace: Path, run: Run) -> None:
    acting = "br:eventType ev:meet ; br:actor e:XAA , e:XBB ; br:signs e:trade-accord ; br:milestoneOf e:tunnel-project"
    claims = [
        said(f"new-{i}", f'e:thing-{i} a br:{kind} ; rdfs:label "the {kind}"@en ; {acting} .')
        for i, kind in enumerate(KINDS)
    ]
    claims.append(said("again", f"e:thing-0 a br:Meeting ; {acting} ."))
    new = workspace / "facts/XAA-XBB/new.trig"
    new.write_text(prefix(workspace / "facts/XAA-XBB/everything.trig") + "".join(claims))
    text = "No date is given for: the Deployment, the Meeting, the ProjectMilestone, the Signing, the Statement."
    assert undated(workspace, run) == (text, ["again", "new-1", "new-2", "new-3", "new-4"]), "one claim for each thing"
    new.write_text(new.read_text() + said("dated", 'e:thing-3 br:date "2024-05" .', stance="assessed"))
    assert undated(workspace, run) == (text.replace(", the Statement", ""), ["again", "new-1", "new-2", "new-4"])
