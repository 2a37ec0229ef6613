"""The command line as a person meets it: answers, misses, hints, exit codes and formats."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from kg.graph import Graph

from conftest import ROOT, SOURCES, Run, needs_sources

FORMATS = ("table", "json", "jsonl", "csv", "tsv", "md")
ANSWERS = [
    ("search", "kim"),
    ("fact", "PRK"),
    ("fact", "tumen bridge", "length"),
    ("brief", "PRK", "RUS"),
    ("timeline", "PRK", "RUS"),
    ("claim", "report-034"),
    ("conflicts",),
    ("sparql", "figures"),
    ("queries",),
]


@pytest.mark.parametrize("args", ANSWERS, ids=" ".join)
@pytest.mark.parametrize("fmt", FORMATS)
def test_every_answer_in_every_format(run: Run, args: tuple[str, ...], fmt: str) -> None:
    text = run(*args, "--format", fmt, code=0).stdout
    if fmt == "json":
        assert json.loads(text)
    elif fmt == "jsonl":
        assert all(json.loads(line) for line in text.splitlines())
    elif fmt in ("csv", "tsv"):
        rows = list(csv.reader(io.StringIO(text), delimiter="," if fmt == "csv" else "\t"))
        assert len(rows) > 1
        assert len({len(r) for r in rows}) == 1
    else:
        assert text.strip()


@pytest.mark.parametrize("lang", ["en", "ru", "ko"])
@pytest.mark.parametrize("args", [a for a in ANSWERS if a[0] not in ("queries",)], ids=" ".join)
def test_every_answer_in_every_language(run: Run, args: tuple[str, ...], lang: str) -> None:
    assert run(*args, "--lang", lang, code=0).stdout


def test_length_of_the_bridge_with_its_evidence(run: Run) -> None:
    text = run("fact", "tumen bridge", "length", code=0).stdout
    assert "length: 1 km" in text
    assert "planned, agreed by Kim Jong Un & Vladimir Putin" in text
    assert "report § 6, 1442–1510 [report-034]" in " ".join(text.split())


def test_trade_shares_with_their_meaning(run: Run) -> None:
    text = run("fact", "PRK", "trade", code=0).stdout
    assert "about 97 % (share of Foreign trade of North Korea, with China)" in text
    assert "about 1.2 % (share of Foreign trade of North Korea, with Russia)" in text
    assert text.count("[report-") == 2


def test_languages_name_things(run: Run) -> None:
    assert "Россия" in run("fact", "PRK", "borders on", "--lang", "ru", code=0).stdout
    assert "북한" in run("brief", "PRK", "RUS", "--lang", "ko", code=0).stdout
    assert "Соглашения" in run("brief", "PRK", "RUS", "--lang", "ru", code=0).stdout
    assert "1 km" in run("fact", "tumen-bridge", "длина", "--lang", "ru", code=0).stdout
    assert "1 km" in run("fact", "tumen-bridge", "длина", code=0).stdout


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("김정은", "e:kim-jong-un"), ("Ким Чен Ын", "e:kim-jong-un"), ("kim jong-un", "e:kim-jong-un"), ("Kim Jung Un", "e:kim-jong-un"),
        ("KIM JONG UN", "e:kim-jong-un"), ("Мишустин", "e:mikhail-mishustin"), ("Mishustyn", "e:mikhail-mishustin"), ("박태성", "e:pak-thae-song"),
        ("Pyongyang", "e:PRK"), ("DPRK border", ""), ("Q423", "e:PRK"), ("두만강", "e:tumen-river"), ("tuman river", "e:tumen-river"),
    ],
)  # fmt: skip
def test_search_in_any_spelling(run: Run, text: str, found: str) -> None:
    done = run("search", text, "--format", "json")
    if found:
        assert json.loads(done.stdout)[0]["id"] == found
    else:
        assert done.returncode == 1


def test_a_miss_names_the_nearest(run: Run) -> None:
    assert "Did you mean Kim Jong Un (e:kim-jong-un)?" in run("fact", "Kim Jung Un", code=1).stderr
    assert "Did you mean" in run("search", "Mischu Sutinovic", code=1).stderr
    assert "Did you mean" in run("claim", "report-0344", code=1).stderr
    assert "Properties of Road bridge" in run("fact", "tumen-bridge", "colour", code=1).stderr


def test_an_unknown_name_exits_1_with_the_nearest(run: Run) -> None:
    done = run("search", "Zarkovia Bridgetown", code=1)
    assert done.stdout == ""
    assert "Nothing is called" in done.stderr
    assert "Did you mean" in done.stderr
    assert "Did you mean" in run("search", "Qwxzv", code=1).stderr


def test_an_ambiguous_name_lists_the_candidates(run: Run) -> None:
    done = run("fact", "sanctions", code=2)
    assert "e:western-sanctions" in done.stderr
    assert "e:international-sanctions" in done.stderr


@pytest.mark.parametrize(
    ("args", "code", "hint"),
    [
        (("fcat", "PRK"), 2, "Did you mean fact"),
        ((), 2, "Usage: kg"),
        (("fact",), 2, "Usage: kg fact"),
        (("network",), 2, "Usage: kg network"),
        (("fact", "PRK", "--as-of", "soon"), 2, "Write 2024, 2024-06 or 2024-06-19"),
        (("fact", "PRK", "--as-of", "2023-02-29"), 2, "is not a date"),
        (("fact", "PRK", "--stance", "maybe"), 2, "Stances: assessed"),
        (("fact", "PRK", "--format", "xml"), 2, "xml"),
        (("fact", "PRK", "--formt", "csv"), 2, "--format"),
        (("brief", "PRK", "Nowhere Land"), 1, "Nothing is called"),
        (("cite", "report-034", "--style", "mla"), 2, "mla"),
        (("sparql", "SELECT"), 2, ""),
        (("sparql", "nosuch"), 1, "kg queries"),
        (("sparql", "missing.rq"), 1, "There is no file"),
        (("sparql", "SELECT ?x WHERE { ?x foo:bar ?y }"), 2, "prefix foo: is not declared"),
        (("sparql", "SELECT ?x WHERE { ?x br:stance }"), 2, "line 1, column"),
        (("sparql", "DELETE WHERE { ?s ?p ?o }"), 2, "only read"),
        (("sparql", "SELECT * WHERE { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }"), 2, "SERVICE"),
        (("sparql", "figures", "-p", "nothing=PRK"), 2, "Parameters: thing"),
        (("sparql", "figures", "-p", "thing"), 2, "KEY=VALUE"),
        (("-C", "/nonexistent", "fact", "PRK"), 3, "There is no folder"),
        (("-C", "/", "fact", "PRK"), 3, "No workspace"),
        (("verify", "/nonexistent.txt"), 3, "cannot be read"),
        (("check", "/nonexistent.trig"), 3, "cannot be read"),
    ],
    ids=lambda v: " ".join(v) if isinstance(v, tuple) else None,
)
def test_wrong_calls_get_one_clear_error(run: Run, args: tuple[str, ...], code: int, hint: str) -> None:
    done = run(*args, code=code)
    assert hint in done.stderr
    assert done.stdout == "" or args == ("fact",)


def test_help_has_examples_and_exit_0(run: Run) -> None:
    assert "kg brief PRK RUS" in run("--help", code=0).stdout
    for command in (
        "search",
        "fact",
        "brief",
        "timeline",
        "claim",
        "cite",
        "conflicts",
        "sparql",
        "queries",
        "check",
        "build",
        "verify",
        "init",
        "completion",
    ):
        text = run(command, "--help", code=0).stdout
        assert f"\n  kg {command}" in text or "kg completion bash" in text, command


def test_brief_cites_every_line(run: Run) -> None:
    page = json.loads(run("brief", "PRK", "RUS", "--format", "json", code=0).stdout)
    assert [s["key"] for s in page["sections"]] == [
        "agreements",
        "projects",
        "events",
        "relations",
        "figures",
        "views",
        "people",
        "third-parties",
        "disputes",
        "gaps",
    ]
    assert all(line["claims"] for s in page["sections"] for line in s["lines"])
    text = run("brief", "PRK", "RUS", code=0).stdout
    assert "[report-020]" in text
    assert "Schedule: duration given versus nothing disclosed (in tension)" in text
    wide = json.loads(run("brief", "PRK", "RUS", "--all", "--format", "json", code=0).stdout)
    assert sum(len(s["lines"]) for s in wide["sections"]) > sum(len(s["lines"]) for s in page["sections"])
    assert all(s["left_out"] == 0 for s in wide["sections"])


@pytest.mark.parametrize(
    "extra", [["--according-to", "RUS"], ["--stance", "assessed"], ["--as-of", "2024-06"], ["--all"]]
)
def test_a_filtered_brief_cites_every_line_too(run: Run, extra: list[str]) -> None:
    page = json.loads(run("brief", "PRK", "RUS", *extra, "--format", "json", code=0).stdout)
    assert page["sections"]
    assert all(line["claims"] for s in page["sections"] for line in s["lines"])


def test_brief_as_markdown_and_html(run: Run) -> None:
    text = run("brief", "PRK", "RUS", "--format", "md", code=0).stdout
    for mark in {m for line in text.splitlines() if line.startswith("- ") for m in line.split("[^")[1:]}:
        assert f"[^{mark.split(']')[0]}]:" in text
    page = run("brief", "PRK", "RUS", "--format", "html", code=0).stdout
    assert page.startswith("<!doctype html>")
    assert "default-src 'none'" in page
    assert "<script" not in page
    assert "http" not in page.replace("http-equiv", "")


def test_the_two_clocks_and_the_speaker(run: Run) -> None:
    dated = run("timeline", "PRK", "RUS", "--as-of", "2024-06", code=0)
    assert "Signing of the defence pact" in dated.stdout
    assert "Trips of Russian tourists" in dated.stdout
    assert "without a date left out" in dated.stdout.splitlines()[-1]  # below the answer, where the reader looks
    table = run("timeline", "PRK", "RUS", "--as-of", "2024-06", "--format", "csv", code=0)
    assert "left out" not in table.stdout
    assert "without a date left out" in table.stderr
    for fmt in ("md", "html"):
        assert "without a date left out" in run("brief", "PRK", "RUS", "--as-of", "2024", "--format", fmt).stdout
    assert "Meeting of Putin and Kim" not in dated.stdout
    march = json.loads(run("timeline", "PRK", "RUS", "--as-of", "2024-03", "--format", "json", code=0).stdout)
    assert [(e["entity"]["id"], e["when"]) for e in march] == [
        ("e:russian-tourism", "2024-02/.."),  # not the pact: who gives only its year fits who says June
    ]
    june = json.loads(run("fact", "defence-pact-signing", "--as-of", "2024-06", "--format", "json", code=0).stdout)
    assert {f["property"]["id"] for f in june} >= {"br:signs", "br:actor", "br:eventType"}
    assert run("fact", "defence-pact-signing", "--as-of", "2023", code=1).stdout == ""
    assert "without a date left out" in run("conflicts", "--as-of", "2024-06").stdout
    assert "not known to be published" in run("brief", "PRK", "RUS", "--known-at", "2025", code=1).stderr
    according = json.loads(run("fact", "tumen-bridge", "--according-to", "PRK", "--format", "json", code=0).stdout)
    speakers = {s["id"] for f in according for c in f["claims"] for s in c["speakers"]}
    assert speakers == {"e:pak-thae-song"}  # KCNA is an outlet from there, nobody says that it speaks for the state
    assert run("fact", "tumen-bridge", "--stance", "denied").returncode == 1


def test_conflicts_name_the_schedule_and_count_origins(run: Run) -> None:
    found = json.loads(run("conflicts", "--all", "--format", "json", code=0).stdout)
    assert {d["relation"]["id"] for d in found[:4]} == {"rel:tension"}
    (schedule,) = (d for d in found if d["id"] == "e:link-01")
    assert {c["id"] for c in schedule["claims"]} == {"report-035", "essay-107"}
    assert found[-1]["relation"]["label"] == "corroborates"
    by_id = {d["id"]: d for d in found}
    assert by_id["e:link-27"]["origins"] == 2
    assert by_id["e:link-29"]["origins"] == 1


def test_conflicts_are_found_by_comparing_values(run: Run, workspace: Path) -> None:
    file = workspace / "facts/XAA-XBB/everything.trig"
    text = file.read_text()
    file.write_text(text[: text.index("# a judgement of yours")].replace(" ; br:contradicts c:note-3", ""))
    (found,) = json.loads(run("-C", str(workspace), "conflicts", "--format", "json", code=0).stdout)
    assert found["relation"]["id"] == "rel:contradicts"
    assert {c["id"] for c in found["claims"]} == {"note-3", "note-4"}
    assert "about 40" in found["title"]
    file.write_text(file.read_text().replace("br:value 25", "br:value 44"))  # nearly 44 and about 40 can both be right
    assert run("-C", str(workspace), "conflicts").returncode == 1


def test_a_reprint_is_no_second_origin(run: Run, workspace: Path) -> None:
    documents = workspace / "facts/documents.trig"
    text = documents.read_text()
    documents.write_text(
        text
        + text[text.index("d:note a") :]
        .replace("d:note a", "d:reprint a")
        .replace("dcterms:creator", "dcterms:source d:note ; dcterms:creator")
    )
    facts = workspace / "facts/XAA-XBB/everything.trig"
    claim = facts.read_text()
    block = (
        claim[claim.index("c:note-2 {") : claim.index("# a figure")]
        .replace("c:note-2", "c:reprint-2")
        .replace("d:note", "d:reprint")
    )
    facts.write_text(claim + block.rstrip().rstrip(".") + " ; br:corroborates c:note-2 .\n")
    (found,) = json.loads(
        run("-C", str(workspace), "conflicts", "-k", "corroborates", "--format", "json", code=0).stdout
    )
    assert found["origins"] == 1


def test_cite_in_three_styles(run: Run) -> None:
    note = run("cite", "report-034", code=0).stdout
    assert "§ 6, 1442–1510" in note
    assert "n.d." in note
    assert run("cite", "report-034", "--style", "bibtex", code=0).stdout.startswith("@misc{report-034,")
    (entry,) = json.loads(run("cite", "report-034", "--style", "csl-json", code=0).stdout)
    assert entry["id"] == "report-034"
    assert entry["locator"] == "§ 6, 1442–1510"


@needs_sources
def test_verify_confirms_every_passage_and_finds_one_changed_byte(run: Run, tmp_path: Path) -> None:
    files = sorted(map(str, SOURCES.glob("*.txt")))
    done = run("verify", *files, code=0)
    assert "NOT" not in done.stderr
    assert sum("  confirmed  " in line for line in done.stdout.splitlines()) == 299
    assert "1-kilometer" in run("verify", files[1], "--format", "json").stdout
    copy = tmp_path / "copy.txt"
    data = bytearray(Path(files[1]).read_bytes())
    data[1460] ^= 1
    copy.write_bytes(data)
    done = run("verify", str(copy), "-q", code=1)
    assert "NOT the recorded text" in done.stderr
    assert "report-034" in done.stdout
    assert "changed" in done.stdout
    assert "report-020" not in done.stdout
    copy.write_bytes(b"New first line.\n\n" + Path(files[1]).read_bytes())
    assert "moved" in run("verify", str(copy), code=1).stdout
    copy.write_bytes(Path(files[1]).read_bytes().replace(b"\n", b"\r\n"))
    assert "other line ends" in run("verify", str(copy), code=0).stderr
    copy.write_text("something else altogether")
    assert "not a copy of any document" in run("verify", str(copy), code=1).stderr


def test_init_makes_a_workspace_that_passes_and_answers(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    run("init", str(folder), code=0)
    assert "No findings" in run("check", cwd=folder, code=0).stderr
    assert "Aurelia – Borealia" in run("brief", "XAA", "XBB", cwd=folder / "sources", code=0).stdout
    run("verify", "sources/note.txt", cwd=folder, code=0)
    before = (folder / "facts/reference.trig").read_text()
    assert "exists already" in run("init", str(folder), code=2).stderr
    assert (folder / "facts/reference.trig").read_text() == before


def test_any_pair_of_states(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "fra-deu"
    run("init", str(folder), code=0)
    for file in folder.rglob("*.trig"):
        file.write_text(
            file.read_text()
            .replace("XAA", "FRA")
            .replace("XBB", "DEU")
            .replace("Aurelia", "France")
            .replace("Borealia", "Germany")
        )
    assert "France – Germany" in run("-C", str(folder), "brief", "FRA", "DEU", code=0).stdout


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal is made by pty")
def test_output_without_terminal_has_no_colour_and_with_one_it_has(run: Run, bundle: Path) -> None:
    assert "\x1b[" not in run("fact", "tumen-bridge", code=0).stdout
    assert "\x1b[" in run("fact", "tumen-bridge", code=0, env={"FORCE_COLOR": "1"}).stdout

    def on_terminal(**env: str) -> str:
        import pty

        leader, follower = pty.openpty()
        with subprocess.Popen(
            [sys.executable, "-m", "kg", "fact", "tumen-bridge", "length"],
            cwd=bundle,
            stdout=follower,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **env},
        ) as child:
            os.close(follower)
            text = b""
            while chunk := _read(leader):
                text += chunk
            child.wait()
        os.close(leader)
        return text.decode()

    assert "\x1b[1m1 km" in on_terminal()
    assert "\x1b[" not in on_terminal(NO_COLOR="1")


def _read(leader: int) -> bytes:
    try:
        return os.read(leader, 65536)
    except OSError:  # the other end is closed
        return b""


def test_a_closed_pipe_is_no_error(graph: Graph, bundle: Path) -> None:
    """With nothing left to build, since a build says so."""
    done = subprocess.run(
        f"{sys.executable} -m kg sparql 'SELECT * WHERE {{ ?s ?p ?o }}' --format csv | head -1",
        shell=True,
        cwd=bundle,
        capture_output=True,
        text=True,
    )
    assert sorted(done.stdout.strip().split(",")) == ["o", "p", "s"]
    assert done.stderr == ""


def test_a_query_that_takes_too_long_is_stopped(run: Run) -> None:
    bomb = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    done = run("sparql", bomb, "--timeout", "0.5", code=3)
    assert "stopped after 0.5 s" in done.stderr


def test_sparql_from_a_file_and_from_standard_input(run: Run, tmp_path: Path) -> None:
    query = "SELECT ?who WHERE { e:defence-pact-2024 br:signatory ?who } ORDER BY ?who"
    (tmp_path / "q.rq").write_text(query)
    expected = "who\nhttps://w3id.org/bilateral/id/PRK\nhttps://w3id.org/bilateral/id/RUS\n"
    assert run("sparql", str(tmp_path / "q.rq"), "-f", "csv", code=0).stdout == expected
    assert run("sparql", "-", "-f", "csv", code=0, stdin=query).stdout == expected
    assert run("sparql", "ASK { e:PRK br:bordersOn e:RUS }", code=0).stdout == "yes\n"
    assert run("sparql", "ASK { e:PRK br:bordersOn e:JPN }", code=1).stdout == "no\n"


def test_every_named_query_runs(run: Run) -> None:
    for query in json.loads(run("queries", "--format", "json", code=0).stdout):
        done = run("sparql", query["name"], "--format", "json")
        assert done.returncode == int(query["name"] in ("denied", "contradictions")), (query["name"], done.stderr)
        assert query["example"].startswith(f"kg sparql {query['name']}")


def test_completion_knows_commands_and_entities(run: Run) -> None:
    for shell in ("bash", "zsh", "fish"):
        assert "_KG_COMPLETE" in run("completion", shell, code=0).stdout
    run("fact", "PRK", code=0)
    offered = run(env={"_KG_COMPLETE": "bash_complete", "COMP_WORDS": "kg fact vlad", "COMP_CWORD": "2"}).stdout
    assert "vladimir-putin" in offered
    assert "timeline" in run(env={"_KG_COMPLETE": "bash_complete", "COMP_WORDS": "kg ti", "COMP_CWORD": "1"}).stdout


def test_hostile_data_never_steers_the_terminal(run: Run, workspace: Path) -> None:
    file = workspace / "facts/reference.trig"
    file.write_text(
        file.read_text().replace('"Port Lumen"@en', '"Port \\u001B[31mLumen\\u0007 <script>alert(1)</script> | x"@en')
    )
    for args in (
        ("fact", "lumen-meeting", "location"),
        ("search", "lumen"),
        ("sparql", "SELECT ?n WHERE { e:port-lumen rdfs:label ?n }"),
    ):
        assert "\x1b" not in run("-C", str(workspace), *args, code=0).stdout
    assert (
        "<script>" not in run("-C", str(workspace), "brief", "XAA", "XBB", "--all", "--format", "html", code=0).stdout
    )
    assert "\\|" in run("-C", str(workspace), "fact", "lumen-meeting", "location", "--format", "md", code=0).stdout


def test_the_repository_is_a_workspace_of_its_own(run: Run) -> None:
    done = run("check", cwd=ROOT / "kg", code=0)
    assert done.stdout == ""
    assert done.stderr.splitlines()[-1] == "kg: 2 accepted."  # a slow machine is told of each step before


def test_claim_tells_its_coder(run: Run, workspace: Path) -> None:
    for lang, said in (
        ("en", "coded by      the kg project, 2026-11-22, by hand"),
        ("ru", "вручную"),
        ("ko", "수작업"),
    ):
        assert said in run("claim", "report-034", "--lang", lang, code=0).stdout
    coding = json.loads(run("claim", "report-034", "--format", "json", code=0).stdout)["coding"]
    assert (coding["by"][0]["id"], coding["on"], coding["method"]["id"]) == (
        "e:editors",
        "2026-11-22",
        "method:by-hand",
    )
    assert "coded by" not in run("claim", "note-3", cwd=workspace, code=0).stdout
    (workspace / "facts/codings.trig").write_text(
        "@prefix br: <https://w3id.org/bilateral/ns#> . @prefix e: <https://w3id.org/bilateral/id/> .\n"
        "@prefix c: <https://w3id.org/bilateral/claim/> . @prefix d: <https://w3id.org/bilateral/doc/> .\n"
        "@prefix method: <https://w3id.org/bilateral/vocab/coding-method/> .\n"
        "d:note br:coding e:first . c:note-4 br:coding e:second .\n"
        'e:first a br:Coding ; br:codedBy e:XAA ; br:codedOn "2024-06-02" ; br:codingMethod method:by-hand .\n'
        'e:second a br:Coding ; br:codedBy e:XBB ; br:codedOn "2024-06-03" ; br:codingMethod method:imported .\n'
    )
    assert "Aurelia, 2024-06-02, by hand" in run("claim", "note-3", cwd=workspace, code=0).stdout
    own = run("claim", "note-4", cwd=workspace, code=0).stdout  # its own coding goes before its document's
    assert "Borealia, 2024-06-03, imported" in own
    assert "by hand" not in own
