"""Names of others in every format: they stay text, whatever they hold."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from kg.cli.common import Number
from kg.show.table import render, to_json
from kg.text import escapes
from markdown_it import MarkdownIt

from conftest import Run

#: Cells that a spreadsheet would run.
FORMULAS = [
    "=1+1", "+1+1", "-1+1", "@SUM(1)", "=cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0", '=HYPERLINK("http://x/","y")', "\t=1+1", "\r=1+1", "\n=1+1",
    " =1+1", "\xa0=1+1", "\u3000=1+1", "\u2003+1+1", '"=1+1', "'=1+1", "“=1+1", "＝1+1", "＋1+1", "－1+1", "＠SUM(1)", "﹦1+1", "﹢1+1", "⁼1+1",
    " ＝1+1", '"＝1+1"', "\ufeff=1+1", "\u200b=1+1", "\u200d=1+1", "\x00=1+1", "\x1b=1+1", "\u202e=1+1", "-a", "−1+cmd|' /C calc'!A0",
]  # fmt: skip
FIGURES = ["-3.5", "+3.5", "3.5", "-1,234.5", "-1e-5", "-.5", "-3.5 km", "-12 %", "-12%", "−4"]
#: What moves the cursor, colours, rings, or turns the order of letters around.
STEERING = "\x1b[31mred\x07\x9b2J\u202eevil\u2066\u200f\r\x00"


@pytest.mark.parametrize("fmt", ["csv", "tsv"])
@pytest.mark.parametrize("text", FORMULAS, ids=ascii)
def test_a_formula_is_text_in_a_spreadsheet(text: str, fmt: str) -> None:
    out = render((text, "b"), [(text, "x"), ("y", text)], fmt)
    rows = list(csv.reader(io.StringIO(out, newline=""), delimiter="," if fmt == "csv" else "\t", quoting=csv.QUOTE_MINIMAL if fmt == "csv" else csv.QUOTE_NONE))  # fmt: skip
    assert [len(r) for r in rows] == [2, 2, 2]
    for cell in (rows[0][0], rows[1][0], rows[2][1]):
        assert cell.startswith("'")


@pytest.mark.parametrize("fmt", ["csv", "tsv"])
def test_a_figure_stays_a_figure(fmt: str) -> None:
    out = render(("a", "b"), [(f, float("-3.5")) for f in FIGURES], fmt)
    rows = list(csv.reader(io.StringIO(out), delimiter="," if fmt == "csv" else "\t"))[1:]
    assert [r[0] for r in rows] == FIGURES
    assert {r[1] for r in rows} == {"-3.5"}


@pytest.mark.parametrize("fmt", ["table", "json", "jsonl", "csv", "tsv", "md"])
def test_nothing_steers_who_looks_at_a_table(fmt: str) -> None:
    out = render((STEERING, "b"), [(STEERING, STEERING)], fmt)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]", out)
    if fmt == "json":
        assert json.loads(out) == [{STEERING: STEERING, "b": STEERING}]


MARKUP = [
    "![x](http://evil/p.png)", "[x](javascript:alert(1))", "<img src=x onerror=alert(1)>", "<http://evil/>", "<script>alert(1)</script>", "**b** _i_ `c` ~~s~~",
    "[x][y]", "[^1]: x", "a | b", "# h", "1. one", "- x", "+ x", "---", "===", "    code", "```\ncode", "line\n\n# two", "&lt;b&gt;", "\\[x](y)", "http://evil/ www.evil.example a@b.example", "$x$",
]  # fmt: skip


@pytest.mark.parametrize("text", MARKUP)
def test_markup_is_text_in_markdown(text: str) -> None:
    reader = MarkdownIt("commonmark").enable("table").enable("strikethrough")
    for page in (render((text, "b"), [(text, "x")], "md"), f"- {escapes.markdown(text)} (x)\n"):
        html = reader.render(page)
        found = set(re.findall(r"<(\w+)", html))
        assert found <= {"table", "thead", "tbody", "tr", "th", "td", "ul", "li"}, html
        assert "://" not in page
        assert "www." not in page


def entries(text: str) -> list[dict[str, str]]:
    """A small reader of BibTeX, by its rule: braces count, with a backslash before them or not."""
    found, at = [], 0
    while (at := text.find("@", at)) >= 0:
        kind, depth, start = re.compile(r"@(\w+)\{([^,]*),").match(text, at), 1, 0
        assert kind, text[at : at + 80]
        fields, at, start = {"": kind[2]}, kind.end(), kind.end()
        while depth:
            depth += {"{": 1, "}": -1}.get(text[at], 0)
            if (depth == 1 and text[at] == ",") or not depth:
                name, _, value = text[start:at].partition("=")
                if name.strip():
                    fields[name.strip()] = value.strip()
                start = at + 1
            at += 1
        found.append(fields)
    return found


@pytest.fixture
def hostile(workspace: Path) -> Path:
    """The starter with attacks in every text that a citation or an answer prints."""
    evil = "x} , evil = {y} \\ % \\u001B[31m\\u202E @misc{z,\\n a={b}} ![i](http://e/)"
    documents = workspace / "facts/documents.trig"
    text = re.sub(r'(dcterms:title ")[^"]*', lambda m: m[1] + evil.replace("\\ ", "\\\\ "), documents.read_text())
    text = text.replace("br:textHash", f'dcterms:language "{evil.replace(chr(92) + " ", chr(92) * 2 + " ")}" ; dcterms:identifier "https://e/}} , evil = {{y}}#a_b%20c" ; br:textHash', 1)  # fmt: skip
    documents.write_text(text)
    for name, old in (("reference.trig", '"Port Lumen"'), ("reference.trig", '"author of the note (not named)"')):
        file = workspace / "facts" / name
        file.write_text(file.read_text().replace(old, f'"=1+1 {evil}"'.replace("\\ ", "\\\\ ")))
    file = workspace / "facts/XAA-XBB/everything.trig"
    file.write_text(file.read_text().replace('"The two presidents held', f'"{evil} presidents'.replace("\\ ", "\\\\ ")))
    return workspace


def test_no_field_of_a_citation_ends_another(run: Run, hostile: Path) -> None:
    bib = run("-C", str(hostile), "cite", "note-1", "note-2", "--style", "bibtex", code=0).stdout
    found = entries(bib)
    assert len(found) == 2
    for fields in found:
        assert set(fields) <= {"", "author", "title", "year", "publisher", "language", "url", "howpublished", "note"}
        assert fields["url"] == "{https://e/%7D%20,%20evil%20=%20%7By%7D#a_b%20c}"
    csl = json.loads(run("-C", str(hostile), "cite", "note-1", "--style", "csl-json", code=0).stdout)
    assert csl[0]["URL"].startswith("https://e/%7D")


@pytest.mark.parametrize(
    "args",
    [
        ("cite", "note-1"),
        ("cite", "note-1", "-s", "bibtex"),
        ("cite", "note-1", "-s", "csl-json"),
        ("check",),
        ("fact", "lumen-meeting"),
        ("claim", "note-1"),
        ("brief", "XAA", "XBB", "-f", "md"),
        ("brief", "XAA", "XBB", "-f", "html"),
        ("brief", "XAA", "XBB", "-f", "csv"),
        ("timeline", "-f", "json"),
        ("network", "export", "--as", "csv"),
        ("network", "export", "--as", "json"),
        ("fact", "port-lumenn"),
        ("search", "\x1b[31m\u202e"),
        ("claim", "\x1b[31m\u202enote-1"),
        ("fcat\x1b[31m\u202e",),
        ("fact", "XAA", "--\x1b[31m\u202e"),
        ("fact", "XAA", "--format", "\x1b[31m\u202e"),
        ("fact", "XAA", "--as-of", "\x1b[31m\u202e\nkg: all is well"),
        ("sparql", "SELECT \x1b[31m\u202e"),
        ("sparql", "\x1b[31m\u202e.rq"),
        ("verify", "\x1b[31m\u202e.txt"),
        ("check", "\x1b[31m\u202e.trig"),
        ("queries", "evil"),
        ("queries",),
    ],
    ids=ascii,
)
def test_no_command_lets_data_steer_the_terminal(run: Run, hostile: Path, args: tuple[str, ...]) -> None:
    (hostile / "ontology/queries").mkdir(parents=True)
    (hostile / "ontology/queries/evil.rq").write_text(
        "# title: \x1b[31m\u202eevil\nSELECT ?x WHERE { ?x a br:State }\n"
    )
    done = run(*args, cwd=hostile)
    assert done.returncode in (0, 1, 2, 3)
    assert "should not happen" not in done.stderr
    for text in (done.stdout, done.stderr):
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text), text
    assert "\nkg: all is well" not in done.stderr
    if args[:1] == ("brief",) and "md" in args:
        assert "<img" not in MarkdownIt("commonmark").render(done.stdout)


def test_json_knows_no_infinity() -> None:
    values = {"a": [float("inf"), float("-inf"), float("nan"), 1.5], "b": {"c": float("nan")}}
    assert json.loads(to_json(values), parse_constant=pytest.fail) == {"a": [None, None, None, 1.5], "b": {"c": None}}


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "latin-1:strict"])
def test_an_output_that_lacks_letters_gets_the_answer_all_the_same(run: Run, bundle: Path, encoding: str) -> None:
    def ask(*args: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "kg", *args], cwd=bundle, capture_output=True, env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        assert b"should not happen" not in done.stderr
        return done.stdout.decode(encoding.split(":")[0])

    assert "?" in ask("fact", "kim-jong-un", "--lang", "ko")
    assert "[report-034]" in ask("fact", "tumen bridge", "length")
    assert "김정은" in json.dumps(
        json.loads(ask("search", "kim jong un", "--lang", "ko", "-f", "json")), ensure_ascii=False
    )


@pytest.mark.parametrize("value", ["nan", "inf", "-inf", "1e400", "0", "-1", "x", ""])
def test_a_number_is_finite_and_above_zero(run: Run, value: str) -> None:
    done = run("network", "communities", f"--resolution={value}", code=2)
    assert "--resolution" in done.stderr
    assert done.stdout == ""
    assert Number(most=10, least=0.1).convert("2.5", None, None) == 2.5
