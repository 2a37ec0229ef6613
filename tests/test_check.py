"""kg check: every fault is found, at its line, in words that its author can act on."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from conftest import DATA, Run

SAMPLE = (DATA / "sample.trig").read_text(encoding="utf-8")

#: (what stands there, what a slip makes of it, the finding's first words or a part of them, where if not at the slip)
FAULTS = [
    (
        'br:textHash "ed792b80c0d959fbbe255ce7ac2f4b7ebd52688e84ae42e418e83ef255cba1a1"',
        'br:textHash "ED792"',
        "The text hash must be the 64-character SHA-256",
    ),
    (
        "c:report-01 a br:Claim ; br:statedBy e:fatima-khan ; br:inDocument d:report",
        "c:report-01 a br:Claim ; br:inDocument d:report",
        "Who says this?",
    ),
    (
        "c:report-02 a br:Claim ; br:statedBy e:fatima-khan ; br:inDocument d:report",
        "c:report-02 a br:Claim ; br:statedBy e:fatima-khan ; br:inDocument d:report , d:essay",
        "exactly one document",
    ),
    (
        "br:inDocument d:report ; br:stance stance:planned ;\n  br:passage [ br:paragraph 4",
        "br:inDocument d:report ; br:stance stance:certain ;\n  br:passage [ br:paragraph 4",
        "This stance is not in the list",
    ),
    (
        "[ br:paragraph 5 ; oa:start 1006 ; oa:end 1050 ]",
        "[ br:paragraph 0 ; oa:start 1050 ; oa:end 1006 ]",
        "The place in the document is incomplete or impossible",
    ),
    ("br:supersedes c:report-06 .", "br:supersedes c:report-06 , c:report-05 .", "supersedes itself"),
    (
        'dcterms:description "The pact dates from 2024 (month not given here)."@en .',
        'br:statedOn "2024-06"^^xsd:gYearMonth .',
        "'Stated on' must be one full date",
    ),
    ('; dcterms:description "The pact dates from 2024 (month not given here)."@en', "", "Add a one-line summary"),
    (
        "br:actor e:RUS ; br:recipient e:PRK ; br:item item:medicine",
        "br:actor e:RSU ; br:recipient e:PRK ; br:item item:medicine",
        "e:RSU is mentioned",
    ),
    (
        "br:actor e:RUS ; br:recipient e:PRK ; br:item item:medicine",
        "br:actor e:RUS ; br:item item:medicine",
        "A transfer needs someone who receives",
    ),
    (
        "br:value 12000 ; br:unit unit:NUM ; br:approximate true . }",
        'br:value "12,000" ; br:unit unit:NUM ; br:approximate true . }',
        "Write the number without quotation marks",
    ),
    (
        "br:value 12000 ; br:unit unit:NUM ; br:approximate true . }",
        "br:value 12000 ; br:approximate true . }",
        "Give the unit",
    ),
    ("br:actor e:putin , e:kim-jong-un .", "br:actor e:putin .", "A meeting needs at least two participants"),
    (
        "c:report-11 { e:road-link-project br:timetablePublished true",
        "c:report-11 { e:road-link-project br:statedBy e:kcna ; br:timetablePublished true",
        "inside its braces",
    ),
    (
        "br:contradicts c:essay-02 .",
        "br:contradicts c:essay-99 .",
        "A claim can only contradict another claim that exists",
    ),
    (
        'br:date "2024-02/.." ; br:begins "2024-02-01"^^xsd:date',
        'br:date "Feb 2024" ; br:begins "2024-02-01"^^xsd:date',
        "“Feb 2024” cannot be read as a date",
    ),
    (
        'br:date "2024-02/.." ; br:begins "2024-02-01"^^xsd:date',
        'br:begins "2024-02-01"^^xsd:date ; br:ends "2023-01-01"^^xsd:date',
        "ends (2023-01-01) before it begins",
    ),
    ("c:report-19 a br:Claim", "c:report-91 a br:Claim", "nothing says who stated them"),
    ("c:report-20 { e:PRK br:transportLinkWith e:RUS . }", "c:report-20 { }", "has no content"),
    ("c:essay-05 { e:kor-concern a br:Statement", "c:essay-05 { [] a br:Statement", "has an unnamed node"),
    ("e:western-states br:sanctions e:PRK", "e:western-states br:sanctionned e:PRK", "br:sanctionned is used"),
    (
        'br:climate climate:cool ; br:date "1991~/.."',
        'br:climate climate:cool , climate:close ; br:date "1991~/.."',
        "gives two values of br:climate",
    ),
    ("br:corroborates c:report-23 .", "br:corroborates c:essay-12 .", "Corroboration needs a second source"),
    ("e:putin a br:Person", "e:putin a br:Persn", "br:Persn is mentioned"),
    ('br:date "2024-06" ; br:begins', 'br:date "2024-06" ; br:beginns', "br:beginns is used"),
    (
        'br:begins "2024-06-01"^^xsd:date ; br:ends "2024-06-30"',
        'br:begins "2024-06-31"^^xsd:date ; br:ends "2024-06-30"',
        "“2024-06-31” is not a valid date",
    ),
    ("br:indicator ind:length", "br:indicator ind:lenght", "ind:lenght is mentioned"),
    (
        "c:report-10 { e:tumen-road-bridge a br:Structure",
        "c:report-10 { e:tumen-raod-bridge br:crosses e:tumen-river . e:tumen-road-bridge a br:Structure",
        "speaks about e:tumen-raod-bridge",
    ),
]


def check(run: Run, path: Path, text: str) -> list[dict[str, object]]:
    path.write_text(text, encoding="utf-8")
    done = run("check", str(path), "--format", "json")
    found: list[dict[str, object]] = json.loads(done.stdout)
    assert done.returncode == (1 if any(f["severity"] == "error" for f in found) else 0)
    return found


def test_the_sample_itself_passes(run: Run, tmp_path: Path) -> None:
    found = check(run, tmp_path / "sample.trig", SAMPLE)
    assert {f["severity"] for f in found} == {"warning"}


@pytest.mark.parametrize(("good", "bad", "message"), FAULTS, ids=[m for _, _, m in FAULTS])
def test_a_fault_is_found_at_its_line(run: Run, tmp_path: Path, good: str, bad: str, message: str) -> None:
    assert SAMPLE.count(good) == 1
    at = SAMPLE.index(good)
    lines = range(SAMPLE[:at].count("\n") + 1, SAMPLE[:at].count("\n") + 2 + bad.count("\n"))
    found = [f for f in check(run, tmp_path / "broken.trig", SAMPLE.replace(good, bad)) if message in str(f["message"])]
    assert found, "the fault is not reported"
    near = range(lines.start - 2, lines.stop + 1)  # a missing part is reported at the claim it is missing from
    assert any(f["line"] in near for f in found), (found, lines)


def test_all_faults_at_once(run: Run, tmp_path: Path) -> None:
    text, expected = SAMPLE, []
    for good, bad, message in FAULTS:
        if text.count(good) == 1:
            text = text.replace(good, bad)
            expected.append(message)
    assert len(expected) >= 18
    messages = [str(f["message"]) for f in check(run, tmp_path / "broken.trig", text)]
    assert [m for m in expected if not any(m in found for found in messages)] == []


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("br:sanctionned", "br:sanctions"),
        ("e:RSU", "e:RUS"),
        ("stance:statd", "stance:stated"),
        ("ind:lenght", "ind:length"),
    ],
)
def test_a_misspelling_is_met_with_the_word_meant(run: Run, tmp_path: Path, bad: str, good: str) -> None:
    found = check(
        run,
        tmp_path / "broken.trig",
        SAMPLE.replace(
            f"br:actor {good} " if good == "e:RUS" else f"{good} ",
            f"br:actor {bad} " if good == "e:RUS" else f"{bad} ",
            1,
        ),
    )
    assert any(good in str(f["hint"]) for f in found), found


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("e:a br:within e:b .", 1, "The prefix e: is not declared"),
        ('@prefix e: <http://e/> .\ne:a e:b "open .\ne:c e:d e:e .', 2, "is not closed on its line"),
        ("@prefix e: <http://e/> .\n\ne:a { e:b e:c e:d .\n", 3, "never closed"),
        ("@prefix e: <http://e/> .\ne:a e:b\n  e:c e:d .", 3, ""),
        ("<a> <b> <c> .", 1, "relative"),
    ],
)
def test_syntax_errors_have_line_and_reason(run: Run, tmp_path: Path, text: str, line: int, message: str) -> None:
    found = check(run, tmp_path / "x.trig", text)
    assert any(f["check"] == "syntax" and f["line"] == line and message in str(f["message"]) for f in found), found


def test_two_syntax_errors_and_a_rule_in_one_go(run: Run, workspace: Path) -> None:
    file = workspace / "facts/XAA-XBB/everything.trig"
    text = file.read_text()
    slips = [
        ("br:attributionn attr:collective", "br:attribution attr:collective"),
        ("oops oops .\n\n# an agreement", "# an agreement"),
        ("x:y e:z .\n\n# a plan", "# a plan"),
    ]
    for bad, good in slips:
        assert good in text
        text = text.replace(good, bad, 1)
    file.write_text(text)
    done = run("-C", str(workspace), "check", code=1)
    assert done.stdout.count("[syntax]") == 2
    assert "br:attributionn" in done.stdout
    assert "br:attribution" in done.stdout.split("Did you mean", 1)[1]


def test_latin1_and_binary_files_are_findings(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "latin.trig"
    path.write_bytes("# caf\xe9\n".encode("latin-1"))
    done = run("check", str(path), code=1)
    assert f"{path}:1:6: error: This is not UTF-8 text" in done.stdout
    path.write_bytes(bytes(range(256)))
    run("check", str(path), code=1)


def test_a_claim_in_two_files_is_told(run: Run, workspace: Path) -> None:
    (workspace / "facts/XAA-XBB/again.trig").write_text((workspace / "facts/XAA-XBB/everything.trig").read_text())
    done = run("-C", str(workspace), "check", code=0)
    assert re.search(r"c:note-1 stands in facts/XAA-XBB/(again|everything)\.trig:\d+ too, word for word", done.stdout)


def test_strict_counts_warnings(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "sample.trig"
    path.write_text(SAMPLE)
    run("check", str(path), code=0)
    run("check", str(path), "--strict", code=1)


def test_a_check_of_the_workspace_needs_no_code(run: Run, workspace: Path) -> None:
    folder = workspace / "ontology/checks"
    folder.mkdir(parents=True)
    (folder / "50-no-ports.rq").write_text(
        "# message: {claim} speaks of Port Lumen.\n# severity: error\nSELECT ?claim WHERE { GRAPH ?claim { ?s br:location e:port-lumen } }\n"
    )
    done = run("-C", str(workspace), "check", code=1)
    assert "everything.trig:" in done.stdout
    assert "c:note-1 speaks of Port Lumen. [50-no-ports]" in done.stdout


def test_a_property_of_the_workspace_is_known(run: Run, workspace: Path) -> None:
    file = workspace / "facts/XAA-XBB/everything.trig"
    file.write_text(file.read_text().replace("br:location e:port-lumen", "br:inTown e:port-lumen"))
    run("-C", str(workspace), "check", code=1)
    (workspace / "ontology").mkdir()
    (workspace / "ontology/town.ttl").write_text(
        "@prefix br: <https://w3id.org/bilateral/ns#> . @prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        'br:inTown a owl:ObjectProperty ; rdfs:label "in the town of"@en .\n'
    )
    run("-C", str(workspace), "check", code=0)
    assert "in the town of" in run("-C", str(workspace), "fact", "lumen-meeting", code=0).stdout


def test_a_broken_check_is_named(run: Run, workspace: Path) -> None:
    folder = workspace / "ontology/checks"
    folder.mkdir(parents=True)
    (folder / "60-broken.rq").write_text("# message: x\nSELECT ?claim WHERE { ?claim a }\n")
    assert "ontology/checks/60-broken.rq: " in run("-C", str(workspace), "check", code=3).stderr
    (folder / "60-broken.rq").write_text("SELECT ?claim WHERE { ?claim a ?x }\n")
    assert "60-broken needs a header line" in run("-C", str(workspace), "check", code=3).stderr


@pytest.mark.parametrize(
    "pattern",
    [
        "GRAPH <https://w3id.org/bilateral/graph/view/asserted> { ?claim ?p ?o }",
        "GRAPH g:names { ?claim ?p ?o }",
        "GRAPH ?g { ?claim br:concerns ?side }",
    ],
)
def test_a_check_that_asks_for_what_is_made_later_is_refused(run: Run, workspace: Path, pattern: str) -> None:
    folder = workspace / "ontology/checks"
    folder.mkdir(parents=True)
    (folder / "70-later.rq").write_text(
        f"# message: not of g:names, br:concerns\nSELECT ?claim WHERE {{ {pattern} }}\n"
    )
    done = run("-C", str(workspace), "check", code=3)
    assert "70-later asks for " in done.stderr
    assert "made when the checks have passed" in done.stderr


@pytest.mark.parametrize(
    "query",
    [
        "PREFIX my: <http://ex.org/> SELECT ?claim WHERE { ?claim my:concerns ?x }",
        "PREFIX g: <http://ex.org/> SELECT ?claim WHERE { ?claim g:names ?x }",
        'SELECT ?claim WHERE { ?claim br:stance ?x FILTER(STR(?x) = "br:concerns") } # unlike br:concerns',
        "SELECT ?claim WHERE { ?claim br:supersedes c:concerns }",
    ],
)
def test_a_check_that_only_looks_as_if_it_asked_for_that_runs(run: Run, workspace: Path, query: str) -> None:
    (workspace / "ontology/checks").mkdir(parents=True)
    (workspace / "ontology/checks/70-other.rq").write_text(f"# message: not of g:names, br:concerns\n{query}\n")
    run("-C", str(workspace), "check", code=0)


def test_a_check_without_graphs_sees_all_texts(run: Run, workspace: Path) -> None:
    (workspace / "ontology/checks").mkdir(parents=True)
    query = "SELECT ?s WHERE { ?s br:location e:port-lumen }"
    (workspace / "ontology/checks/80-port.rq").write_text(f"# message: {{s}} is in Port Lumen.\n{query}\n")
    assert "is in Port Lumen. [80-port]" in run("-C", str(workspace), "check", code=1).stdout
