"""What attacks on facts, queries, copies and the keyboard found: each an answer or one clear message, at its place."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
import zipfile
from itertools import combinations
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kg.claims.opposed import between
from kg.claims.statements import Bounds
from kg.compile.build import check_files
from kg.compile.overlooked import overlooked
from kg.errors import FactsBroken
from kg.graph import Graph
from kg.network import balance
from kg.network.project import sum_up, ties
from kg.text.terms import CLAIM
from kg.workspace import Workspace

from browser import data_of
from conftest import ROOT, Run

FACTS = "facts/XAA-XBB/everything.trig"


def prefixes(workspace: Path) -> str:
    text = (workspace / FACTS).read_text()
    return "".join(f"{line}\n" for line in text.splitlines() if line.startswith("@prefix"))


def claim(name: str, content: str) -> str:
    return (
        f"c:{name} {{ {content} }}\nc:{name} a br:Claim ; br:statedBy e:note-author ; br:inDocument d:note ; br:stance stance:stated ; "
        f'dcterms:description "{name}"@en ; br:passage [ br:paragraph 1 ; oa:start 1 ; oa:end 5 ] .\n'
    )


# ---------------------------------------------------------------------- texts that stopped the reader


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("<< e:XAA br:opposes e:XBB >> br:date 1 .", 1),
        ("e:XAA br:opposes << e:XAA br:opposes e:XBB >> .", 18),
        ("e:XAA br:opposes <<( e:XAA br:opposes e:XBB )>> .", 18),
        ("c:note-1 { e:XAA br:opposes <<( e:XAA br:opposes e:XBB )>> . }", 29),
        ("e:XAA br:opposes e:XBB {| br:date 1 |} .", 24),
        ("e:XAA br:opposes e:XBB ~ e:x .", 24),
    ],
)
def test_a_triple_in_a_triple_is_a_finding_at_its_place(run: Run, workspace: Path, line: str, column: int) -> None:
    with open(workspace / FACTS, "a") as file:
        file.write(line + "\n")
    at = (workspace / FACTS).read_text().count("\n")
    done = run("-C", str(workspace), "check", code=1)
    assert f"{FACTS}:{at}:{column}: error: A triple cannot stand inside a triple." in done.stdout


def test_a_claim_with_a_hash_in_its_name_is_one_finding(run: Run, workspace: Path) -> None:
    file = workspace / FACTS
    file.write_text(file.read_text().replace("c:note-1 {", "c:note\\#1 {").replace("c:note-1 a", "c:note\\#1 a"))
    done = run("-C", str(workspace), "check", code=1)
    line = next(i for i, text in enumerate(file.read_text().splitlines(), 1) if "c:note\\#1 a" in text)
    assert "The name of a claim cannot contain #: https://w3id.org/bilateral/claim/note#1." in done.stdout
    assert f"{FACTS}:{line}:" in done.stdout
    assert run("-C", str(workspace), "fact", "trade-accord").returncode in (0, 1)
    run("-C", str(workspace), "build", code=1)


def test_nobody_files_facts_under_what_is_derived_from_a_claim(run: Run, workspace: Path) -> None:
    with open(workspace / FACTS, "a") as file:
        file.write("c:note-1\\#derived { e:XAA br:opposes e:XBB . }\n")
    assert "cannot contain #" in run("-C", str(workspace), "check", code=1).stdout


@pytest.mark.parametrize("figure", ["9" * 400, "9" * 5000, "-" + "9" * 400 + ".5"], ids=["400", "5000", "negative"])
def test_a_figure_beyond_counting_is_kept_as_written(run: Run, workspace: Path, figure: str, tmp_path: Path) -> None:
    file = workspace / FACTS
    file.write_text(file.read_text().replace("br:value 40 ", f"br:value {figure} "))
    assert "is too large to count with. [huge-number]" in run("-C", str(workspace), "check", code=0).stdout
    text = run("-C", str(workspace), "fact", "border-crossing", "traffic", "-f", "json", code=0).stdout
    facts = json.loads(text, parse_constant=pytest.fail)
    (fact,) = [f for f in facts if f["quantity"] and f["quantity"]["value"] is None]
    assert fact["quantity"]["words"] == figure
    assert figure in fact["value"].replace(",", "")
    for args in (("conflicts",), ("brief", "XAA", "XBB"), ("network", "dyad", "XAA", "XBB"), ("timeline",)):
        done = run("-C", str(workspace), *args, "-f", "json")
        json.loads(done.stdout or "null", parse_constant=pytest.fail)
        assert "should not happen" not in done.stderr
    page = tmp_path / "page.html"
    run("-C", str(workspace), "view", "-o", str(page), code=0)
    assert data_of(page)["scene"]["nodes"]


def test_numbers_that_are_none_do_not_pass(run: Run, workspace: Path) -> None:
    text = (workspace / FACTS).read_text()
    for figure in ('"INF"^^xsd:double', '"NaN"^^xsd:double', "1e400"):
        head = "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
        (workspace / FACTS).write_text(head + text.replace("br:value 40 ", f"br:value {figure} "))
        done = run("-C", str(workspace), "check", code=1)
        assert f"{FACTS}:" in done.stdout


def test_names_that_are_texts_and_invisible_marks_are_findings(run: Run, workspace: Path) -> None:
    file = workspace / "facts/reference.trig"
    text = file.read_text().replace('"Port Lumen"', '"Port \u202enemuL"').replace('"Rail tunnel"', f'"{"x" * 10_000}"')
    file.write_text(text)
    done = run("-C", str(workspace), "check", code=0)
    lines = {n: i for i, row in enumerate(text.splitlines(), 1) for n in ("\u202e", "x" * 501) if n in row}
    assert f"facts/reference.trig:{lines['x' * 501]}:" in done.stdout
    assert "warning: A name of 10,000 characters" in done.stdout
    assert f"facts/reference.trig:{lines[chr(0x202E)]}:" in done.stdout
    assert "holds an invisible mark, U+202E. [invisible]" in done.stdout
    assert "\u202e" not in done.stdout
    run("-C", str(workspace), "check", "--strict", code=1)


# ---------------------------------------------------------------------- copies and queries


@pytest.mark.parametrize("kind", ["gz", "docx", "latin-1", "utf-16"])
def test_verify_says_what_a_copy_is_that_is_no_text(run: Run, workspace: Path, kind: str) -> None:
    text, copy = (workspace / "sources/note.txt").read_text(), workspace / f"copy.{kind}"
    if kind == "gz":
        copy.write_bytes(gzip.compress(text.encode(), mtime=0))
    elif kind == "docx":
        with zipfile.ZipFile(copy, "w") as archive:
            archive.writestr("word/document.xml", text + "\xe9")
    else:
        copy.write_bytes((text + "\xe9").encode(kind))
    run("-C", str(workspace), "build", code=0)
    done = run("-C", str(workspace), "verify", str(copy), code=3)
    assert done.stderr.count("kg: ") == 1
    assert "is not UTF-8 text" in done.stderr
    assert {"gz": "unpack", "docx": "zip archive", "latin-1": "UTF-8", "utf-16": "UTF-16"}[kind] in done.stderr


def test_a_document_that_is_a_packed_file_is_refused_as_clearly(run: Run, workspace: Path) -> None:
    import hashlib

    copy, file = workspace / "note.gz", workspace / "facts/documents.trig"
    copy.write_bytes(gzip.compress((workspace / "sources/note.txt").read_bytes(), mtime=0))
    old = hashlib.sha256((workspace / "sources/note.txt").read_bytes()).hexdigest()
    file.write_text(file.read_text().replace(old, hashlib.sha256(copy.read_bytes()).hexdigest()))
    assert "is not UTF-8 text" in run("-C", str(workspace), "verify", str(copy), code=3).stderr


@pytest.mark.parametrize("header", ["# param: a", "# param:", b"# caf\xe9"])
def test_one_bad_query_is_one_error_and_the_rest_work(run: Run, workspace: Path, header: str | bytes) -> None:
    folder = workspace / "ontology/queries"
    folder.mkdir(parents=True)
    data = header if isinstance(header, bytes) else header.encode()
    (folder / "bad.rq").write_bytes(b"# title: bad\n" + data + b"\nSELECT ?a WHERE { ?a a br:State }\n")
    where = "ontology/queries/bad.rq:2: " if isinstance(header, str) else "ontology/queries/bad.rq: "
    listed = run("queries", cwd=workspace, code=0)
    assert "transport-links" in listed.stdout
    assert where in listed.stderr
    assert where in run("sparql", "bad", cwd=workspace, code=2).stderr
    assert where in run("queries", "bad", cwd=workspace, code=2).stderr
    assert "No solution" in run("sparql", "denied", cwd=workspace, code=1).stderr
    words = {"_KG_COMPLETE": "bash_complete", "COMP_WORDS": "kg sparql transp", "COMP_CWORD": "2"}
    assert "transport-links" in run(cwd=workspace, env=words, code=0).stdout


# ---------------------------------------------------------------------- Ctrl-C

#: Runs the entry point and presses Ctrl-C at the n-th thing that is imported.
_PRESS = """
import os, signal, sys
left = int(sys.argv[1])
def hook(event, args):
    global left
    if event == "import":
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGINT)
from kg.__main__ import run
sys.addaudithook(hook)
sys.argv = ["kg", *sys.argv[2:]]
run()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGINT ends a process there without asking it")
@pytest.mark.parametrize("at", [*range(1, 60, 4), *range(60, 160, 16)])
def test_ctrl_c_is_one_word_at_any_moment(graph: Graph, bundle: Path, at: int) -> None:
    """Also while click is imported: the answer, or ‘Stopped.’ and 130, and never a traceback. Nothing is left to build."""
    done = subprocess.run(
        [sys.executable, "-c", _PRESS, str(at), "fact", "tumen bridge", "length"], cwd=bundle, capture_output=True, text=True
    )  # fmt: skip
    if done.returncode:
        assert (done.returncode, done.stdout, done.stderr.strip()) == (130, "", "Stopped.")
    else:
        assert "length: 1 km" in done.stdout
    assert at > 60 or done.returncode == 130


def test_the_script_and_the_module_start_in_the_same_place() -> None:
    import tomllib

    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["scripts"]
    assert scripts == {"kg": "kg.__main__:run"}
    code = "import sys, kg.__main__; print(sorted(m for m in sys.modules if m in ('click', 'typing', 'signal', 're')))"
    done = subprocess.run([sys.executable, "-S", "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


# ---------------------------------------------------------------------- what lies among the texts


def test_what_is_not_read_is_said(run: Run, workspace: Path) -> None:
    facts = workspace / "facts"
    for name in ("a.ttl", "b.nt", "c.nq", "d.jsonld", "e.TTL", "f.trig.gz", "g.rdf"):
        (facts / name).write_text("")
    (workspace / "elsewhere").mkdir()
    (workspace / "elsewhere/x.trig").write_text("")
    (facts / "linked").symlink_to(workspace / "elsewhere")
    (workspace / "ontology/checks").mkdir(parents=True)
    (workspace / "ontology/checks/x.RQ").write_text("")
    names = [*(f"facts/{n}" for n in ("a.ttl", "b.nt", "c.nq", "d.jsonld", "e.TTL", "f.trig.gz", "g.rdf", "linked")), "ontology/checks/x.RQ"]  # fmt: skip
    for command in ("check", "build", "build"):
        text = run("-C", str(workspace), command, code=0).stdout
        assert [n for n in names if f"{n}:1:1: warning: " not in text] == [], command
    assert "[not-read]" in text
    run("-C", str(workspace), "check", "--strict", code=1)


def test_capitals_in_an_ending_are_read(run: Run, workspace: Path) -> None:
    (workspace / FACTS).rename(workspace / "facts/XAA-XBB/EVERYTHING.TRIG")
    assert "Port Lumen" in run("-C", str(workspace), "fact", "lumen-meeting", "location", code=0).stdout
    assert "EVERYTHING.TRIG" in run("-C", str(workspace), "claim", "note-1", code=0).stdout


def test_a_folder_that_cannot_be_read_is_an_error(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By a rule in place of rights, which the superuser does not notice."""
    from kg.compile.build import build, check

    place = Workspace(str(workspace))
    build(place)
    closed, scan = str(workspace / "facts/XAA-XBB"), os.scandir

    def scandir(path: str) -> object:
        if str(path) == closed:
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", scandir)
    (finding,) = [f for f in check(place) if f.check == "unreadable"]
    assert (finding.file, finding.severity) == ("facts/XAA-XBB", "error")
    assert "Permission denied" in finding.message
    with pytest.raises(FactsBroken) as caught:
        build(place)
    assert [f.file for f in caught.value.findings] == ["facts/XAA-XBB"]
    closed = str(workspace / "facts")
    assert Workspace.at_or_above(str(workspace))
    assert overlooked(str(workspace))[0].file == "facts"


@pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="file names are texts there")
def test_a_file_whose_name_is_no_text_is_an_error(run: Run, workspace: Path) -> None:
    for name in (b"\xff.trig", b"a\nb.trig"):
        with open(os.path.join(os.fsencode(workspace / "facts"), name), "w"):
            pass
    done = run("-C", str(workspace), "check", code=1)
    assert done.stdout.count("[file-name]") == 2
    run("-C", str(workspace), "build", code=1)


# ---------------------------------------------------------------------- many errors, many figures, many claims


def test_each_of_3000_errors_has_its_line(workspace: Path, tmp_path: Path) -> None:
    """All in one block, and as many unknown names: minutes when each was looked for by itself."""
    head = prefixes(workspace) + (
        "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n@prefix g: <https://w3id.org/bilateral/graph/> .\n"
        "g:reference a br:ReferenceGraph .\ng:reference {\n"
    )
    rows = [f'  e:p{i} a br:Person ; rdfs:label "P{i}"@en ; br:begins "x{i}"^^xsd:date ; br:within e:nowhere-{i} .\n' for i in range(1500)]  # fmt: skip
    path = tmp_path / "many.trig"
    path.write_text(head + "".join(rows) + "}\n")
    found, first = check_files(Workspace(str(ROOT)), [str(path)]), head.count("\n") + 1
    assert [f.line for f in found if f.check == "literal"] == list(range(first, first + 1500))
    assert [f.line for f in found if f.check == "09-unknown-entity"] == list(range(first, first + 1500))


def test_2000_broken_statements_have_their_lines(workspace: Path, tmp_path: Path) -> None:
    many = "".join(f"@prefix x{i}: <http://x/{i}/> .\n" for i in range(300))
    path = tmp_path / "broken.trig"
    path.write_text(prefixes(workspace) + many + "e:XAA oops .\n" * 2000)
    first = prefixes(workspace).count("\n") + 301
    found = check_files(Workspace(str(ROOT)), [str(path)])
    assert [f.line for f in found if f.check == "syntax"] == list(range(first, first + 2000))


def test_many_figures_of_one_thing_are_counted_not_paired(run: Run, workspace: Path) -> None:
    def figures(many: int) -> None:
        rows = (claim(f"f-{i}", f"e:m{i} a br:Measure ; br:measureOf e:border-crossing ; br:indicator ind:traffic ; br:value {100 + i} ; br:unit unit:NUM .") for i in range(many))  # fmt: skip
        (workspace / "facts/figures.trig").write_text(prefixes(workspace) + "".join(rows))

    figures(20)
    few = json.loads(run("-C", str(workspace), "conflicts", "border-crossing", "-f", "json", code=0).stdout)
    (group,) = [d for d in few if d["claims"][0]["id"].startswith("f-")]
    assert group["note"]["values"] == {"pairs": 20 * 19 / 2, "claims": 20}
    figures(1200)
    found = json.loads(run("-C", str(workspace), "conflicts", "border-crossing", "-f", "json", code=0).stdout)
    (dispute,) = [d for d in found if d["claims"][0]["id"].startswith("f-")]
    shown = {c["id"] for c in dispute["claims"]}  # those furthest apart
    assert shown == {f"f-{i}" for i in (*range(30), *range(1170, 1200))}
    assert dispute["note"]["values"] == {"pairs": 1200 * 1199 // 2, "claims": 1200}
    what = "719,400 pairs of 1,200 claims exclude each other; those furthest apart are shown."
    assert what in run("-C", str(workspace), "conflicts", "border-crossing", code=0).stdout
    assert "100 / 101 / 102 / 103 / … / 1,296 / 1,297 / 1,298 / 1,299" in dispute["title"]


@settings(deadline=None, derandomize=True, max_examples=200)
@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 9), st.integers(0, 4)), max_size=12))
def test_pairs_are_counted_as_if_each_were_looked_at(values: list[tuple[int, int, int]]) -> None:
    members = [Bounds(f"{CLAIM}{name}", "", low, low + length) for name, low, length in values]
    apart = [
        (x, y)
        for x, y in combinations(members, 2)
        if x.iri != y.iri and (float(x.high) < float(y.low) or float(y.high) < float(x.low))
    ]
    pairs, taking = between(members)
    assert pairs == len(apart)
    assert [id(m) for m in taking] == [id(m) for m in members if any(m is x or m is y for x, y in apart)]


edges = st.tuples(
    st.integers(0, 4), st.integers(0, 4), st.integers(0, 9), st.integers(0, 3), st.sampled_from([-2.5, -1.0, 0.0, 0.1, 0.2, 1.0, 3.0]),
    st.sampled_from(["event", "direct"]), st.lists(st.integers(0, 9), max_size=2),
)  # fmt: skip


@settings(deadline=None, derandomize=True, max_examples=150)
@given(st.lists(edges, min_size=4, max_size=30))
def test_what_mends_a_triangle_is_what_a_new_count_without_the_claim_says(rows: list[tuple[Any, ...]]) -> None:
    multi: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for i, (a, b, said, thing, weight, rule, needs) in enumerate(rows):
        if a != b:
            data = {"claim": f"c{said}", "document": "d", "thing": f"t{thing}", "relation": "r", "rule": rule, "weight": weight}  # fmt: skip
            multi.add_edge(f"e{a}", f"e{b}", str(i), **data, **({"needs": " ".join(f"c{n}" for n in needs)} if needs else {}))  # fmt: skip
    before = balance.signed(ties(multi))
    bad = balance.unbalanced(before)
    suspects = {pair for corners in bad for pair in combinations(corners, 2)}
    expected = []
    for name in sorted({c for a, b in suspects for c in ties(multi)[a][b]["claims"].split()}):
        after, changed = before.copy(), []
        for a, b in sorted(suspects):
            said = [(u, d) for u, v in ((a, b), (b, a)) if multi.has_edge(u, v) for d in multi[u][v].values()]
            if name not in {d["claim"] for _, d in said}:
                continue
            left = [(u, d) for u, d in said if name not in (d["claim"], *d.get("needs", "").split())]
            sign = sum_up(left)["sign"] if left else 0
            if sign != before[a][b]["sign"]:
                changed.append((a, b))
                after.remove_edge(a, b)
                if sign:
                    after.add_edge(a, b, sign=sign)
        fewer = len(bad) - len(balance.unbalanced(after))
        if fewer > 0:
            expected.append((name, fewer, tuple(changed)))
    assert balance.restoring(multi) == sorted(expected, key=lambda x: (-x[1], x[0]))
