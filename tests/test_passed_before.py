"""Slips that used to pass: each is planted in a workspace and found, in words that name it."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from conftest import Run

CLAIMS, REFERENCE, DOCUMENTS = "facts/XAA-XBB/everything.trig", "facts/reference.trig", "facts/documents.trig"
PORT = 'e:port-lumen a br:Place ; rdfs:label "Port Lumen"@en .'
SIGNED = "e:trade-accord a br:Agreement ; br:signatory"
FIRST = 'oa:start 27 ; oa:end 100 ; br:passageHash "2917d9116d2bab64" ] .\n\n# an agreement'
#: (file, what stands there, what a slip makes of it, severity, a part of the message)
SLIPS = [
    (CLAIMS, SIGNED, f'{SIGNED.rpartition(" ")[0]} br:signedOn "19 June 2024" ; br:signatory', "error",
     "“19 June 2024” cannot be read as a date"),
    (CLAIMS, SIGNED, f'{SIGNED.rpartition(" ")[0]} br:signedOn "2024-02-31" ; br:signatory', "error",
     "“2024-02-31” cannot be read as a date"),
    (CLAIMS, "br:comparator cmp:about ;", 'br:comparator cmp:about ; br:priceYear "soon" ;', "error", "“soon” cannot be read"),
    (CLAIMS, SIGNED, f'{SIGNED.rpartition(" ")[0]} br:signedOn "2024" ; br:endedOn "2023-06" ; br:signatory', "error",
     "It ends on 2023-06-30 (br:endedOn), before br:signedOn “2024”"),
    (REFERENCE, PORT, f'{PORT} e:port-lumen br:inForceOn "last year" .', "error", "“last year” cannot be read"),
    (DOCUMENTS, 'br:recordedOn "2023-03-06"', 'br:recordedOn "6 March"', "error", "“6 March” cannot be read"),
    (CLAIMS, "br:value 40 ;", "br:atLeast 50 ; br:atMost 40 ;", "error", "is at least 50 and at most 40"),
    (REFERENCE, PORT, f'{PORT} e:XAC a br:State ; rdfs:label "Aurelie"@fr ; br:iso3 "XAA" .', "warning",
     "has the same br:iso3 “XAA” as e:XAA (facts/reference.trig:11)"),
    (REFERENCE, PORT, f'{PORT} e:herald a br:MediaOutlet ; rdfs:label "the BOREALIA Herald"@en ; br:nationalOf e:XBB .',
     "warning", "has the same name “The Borealia Herald” as e:borealia-herald (facts/reference.trig:"),
    (CLAIMS, FIRST, FIRST.replace("oa:end 100", "oa:end 9999"), "warning", "lies beyond the end of sources/note.txt"),
    (CLAIMS, FIRST, FIRST.replace("2917d", "2917e"), "warning", "has other words than its br:passageHash"),
    (CLAIMS, "br:paragraph 2 ; " + FIRST, "br:paragraph 9 ; " + FIRST, "warning",
     "begins in paragraph 2 of sources/note.txt, not in 9"),
    (CLAIMS, FIRST, "oa:start 29 ; oa:end 98 ] .\n\n# an agreement", "warning", "begins and ends inside a word"),
    ("sources/note.txt", "40 trucks", "41 trucks", "warning", "sources/note.txt is not the text of its br:textHash"),
    (REFERENCE, "e:borealia-herald a br:MediaOutlet ; rdfs:label \"The Borealia Herald\"@en ; br:nationalOf e:XBB .",
     "e:borealia-herald a br:MediaOutlet ; rdfs:label \"The Borealia Herald\"@en .", "warning", "e:borealia-herald is of no state"),
]  # fmt: skip


def findings(run: Run, workspace: Path) -> list[dict[str, str]]:
    done = run("check", "--format", "json", cwd=workspace)
    return list(json.loads(done.stdout)) if done.stdout else []


def plant(workspace: Path, file: str, old: str, new: str) -> None:
    path = workspace / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(("file", "old", "new", "severity", "message"), SLIPS, ids=[s[-1] for s in SLIPS])
def test_a_slip_is_found(run: Run, workspace: Path, file: str, old: str, new: str, severity: str, message: str) -> None:
    assert findings(run, workspace) == []
    plant(workspace, file, old, new)
    (found,) = [f for f in findings(run, workspace) if message in f["message"]]
    assert found["severity"] == severity
    assert found["hint"]
    assert found["file"] == (DOCUMENTS if file.startswith("sources") else file)
    if not file.startswith("sources"):
        changed = (workspace / file).read_text().splitlines()[int(found["line"]) - 1]
        assert changed not in old.splitlines()
        assert int(found["column"]) > 1


def test_a_date_of_a_property_of_the_workspace(run: Run, workspace: Path) -> None:
    (workspace / "ontology").mkdir()
    (workspace / "ontology/own.ttl").write_text(
        "@prefix br: <https://w3id.org/bilateral/ns#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        'br:paintedOn a owl:DatatypeProperty ; rdfs:range br:EDTF ; rdfs:label "painted on"@en .\n'
    )
    plant(workspace, CLAIMS, SIGNED, SIGNED.replace("br:signatory", 'br:paintedOn "in spring" ; br:signatory'))
    assert [f["message"] for f in findings(run, workspace)] == [
        "e:trade-accord in c:note-2: “in spring” cannot be read as a date: it is not an EDTF date such as 2024, 2024-06~ "
        "or 2024-06-19."
    ]


def test_states_that_follow_each_other_share_a_number(run: Run, workspace: Path) -> None:
    line = 'e:XAC a br:State ; rdfs:label "Old Aurelia"@en ; br:iso3 "XAC" ; br:cowCode "999" .'
    plant(workspace, REFERENCE, PORT, f'{PORT} e:XAA br:cowCode "999" . {line}')
    assert findings(run, workspace) == []
    plant(workspace, REFERENCE, ' br:iso3 "XAC" ;', "")
    assert [f["check"] for f in findings(run, workspace)] == ["twice"]


@pytest.mark.parametrize("words", ["한국과 러시아는", "朝鲜和俄罗斯的条约"])
def test_a_passage_may_end_where_no_blank_stands(run: Run, workspace: Path, words: str) -> None:
    source = workspace / "sources/note.txt"
    text = source.read_text() + words + "\n"
    source.write_text(text)
    digest = hashlib.sha256(text.encode()).hexdigest()
    plant(workspace, DOCUMENTS, "7f2a2bec98a2beddb85a48d97645cb982389253a338ccb223e0eadf27fa502d7", digest)
    at = text.index(words)
    plant(
        workspace, CLAIMS, FIRST, FIRST.replace(" ] .", f" ] , [ br:paragraph 5 ; oa:start {at} ; oa:end {at + 2} ] .")
    )
    assert findings(run, workspace) == []


@pytest.mark.parametrize(
    ("old", "new", "how"),
    [
        ("stance:stated ;", "stance:planned ;", "with another stance: keep the right one"),
        ("br:statedBy e:note-author", "br:statedBy e:borealia-herald", "of another speaker: rename one of them"),
        ("held talks", "met", "with another summary: keep one of them, or rename one"),
        (
            "br:eventType ev:meet",
            "br:eventType ev:visit",
            "saying something else: keep the right one, or rename one of them",
        ),
    ],
)
def test_a_claim_of_two_files_is_named_as_what_it_is(run: Run, workspace: Path, old: str, new: str, how: str) -> None:
    text = (workspace / CLAIMS).read_text()
    head, claim = text[: text.index("# an event")], text[text.index("c:note-1 {") : text.index("# an agreement")]
    (workspace / "facts/XAA-XBB/again.trig").write_text(head + claim.replace(old, new))
    line = head.count("\n") + 1
    said = [f["message"] for f in findings(run, workspace) if f["check"] == "11-claim-defined-twice"]
    assert said == [f"c:note-1 is defined in facts/XAA-XBB/again.trig:{line} and again in {CLAIMS}, {how}."]
