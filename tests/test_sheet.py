"""A sheet of claims: every row becomes a claim, is one already, or says in which column it fails and what to do."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from conftest import Run

TEXT = """The bridge of Tumen will be 850 metres long, TASS reported.

Kim visited the bridge of Tumen in June 2024. Roman Starovoit said that Russia builds the bridge of Tumen.
"""
HEAD = ("document", "quote", "about", "what", "value", "stance", "new", "speaker")
LENGTH = ("talks", "will be 850 metres long", "Bridge of Tumen", "length", "850 m", "planned", "structure", "")
BUILDS = (
    "talks",
    "Russia builds the bridge of Tumen",
    "RUS",
    "describedAs",
    "builder",
    "",
    "person",
    "Roman Starovoit",
)


@pytest.fixture
def ws(run: Run, tmp_path: Path) -> Path:
    """A workspace with one text of two paragraphs."""
    folder = tmp_path / "ws"
    assert run("init", folder, "--pair", "PRK", "RUS").returncode == 0
    (tmp_path / "talks.txt").write_text(TEXT, encoding="utf-8")
    added = run("-C", folder, "source", "add", tmp_path / "talks.txt", "--id", "talks", "--lang", "en")
    assert added.returncode == 0, added.stderr
    return folder


def sheet(path: Path, rows: Sequence[Sequence[object]], delimiter: str = ",", encoding: str = "utf-8") -> Path:
    with open(path, "w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows(rows)
    return path


def book(path: Path, rows: Sequence[Sequence[object]]) -> Path:
    made = Workbook()
    assert made.active is not None
    for row in rows:
        made.active.append(list(row))
    made.save(path)
    return path


def written(ws: Path) -> str:
    return (ws / "facts/documents/talks.trig").read_text(encoding="utf-8")


def test_each_row_is_a_claim_and_a_second_run_writes_nothing(run: Run, ws: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "claims.csv", [HEAD, LENGTH, (), BUILDS])
    first = run("-C", ws, "add", "--from", path)
    assert first.returncode == 0, first.stdout + first.stderr
    assert "2 rows: 2 written." in first.stderr
    assert "Roman Starovoit" in first.stdout
    assert "new" in first.stdout
    assert run("-C", ws, "check").returncode == 0
    before = written(ws)
    again = run("-C", ws, "add", "--from", path)
    assert again.returncode == 0
    assert "2 rows: 2 already there." in again.stderr
    assert written(ws) == before
    assert run("-C", ws, "undo").returncode == 0  # one change, whatever it held
    assert "br:Claim" not in written(ws)


def test_nothing_is_written_beside_a_row_that_is_refused_unless_asked(run: Run, ws: Path, tmp_path: Path) -> None:
    bad = ("talks", "no such words stand here", "Bridge of Tumen", "length", "850 m", "", "", "")
    path = sheet(tmp_path / "claims.csv", [HEAD, LENGTH, bad, LENGTH])
    held = run("-C", ws, "add", "--from", path)
    assert held.returncode == 1
    assert "br:Claim" not in written(ws)
    assert "row 3, quote:" in held.stdout
    assert "1 would be written, 1 already there, 1 refused" in held.stderr
    assert "--partial" in held.stderr
    table = run("-C", ws, "add", "--from", path, "--format", "json", "--dry-run")
    rows = json.loads(table.stdout)["rows"]
    assert [(r["row"], r["state"]) for r in rows] == [(2, "written"), (3, "refused"), (4, "there")]
    assert rows[1]["column"] == "quote"
    assert rows[1]["hint"]
    some = run("-C", ws, "add", "--from", path, "--partial")
    assert some.returncode == 1
    assert written(ws).count("a br:Claim") == 1


def test_what_fails_the_checks_is_refused_by_its_row(run: Run, ws: Path, tmp_path: Path) -> None:
    signing = ("talks", "Kim visited the bridge of Tumen", "PRK, RUS", "sign agreement", "", "", "", "")
    path = sheet(tmp_path / "claims.csv", [HEAD, signing, LENGTH])
    held = run("-C", ws, "add", "--from", path)
    assert held.returncode == 1
    assert "row 2: " in held.stdout
    assert "br:signs" in held.stdout
    assert "br:Claim" not in written(ws)
    assert "1 written, 1 refused" in run("-C", ws, "add", "--from", path, "--partial").stderr


def test_words_of_a_name_are_no_name_until_the_tab_says_so(run: Run, ws: Path, tmp_path: Path) -> None:
    assert run("-C", ws, "add", "--from", sheet(tmp_path / "a.csv", [HEAD, BUILDS])).returncode == 0
    short = ("talks", "Roman Starovoit said that Russia builds", "RUS", "describedAs", "x", "", "", "Starovoit")
    path, back = sheet(tmp_path / "b.csv", [HEAD, short]), tmp_path / "back.xlsx"
    asked = run("-C", ws, "add", "--from", path, "--sheet", back)
    assert asked.returncode == 1
    assert "row 2, speaker:" in asked.stdout
    assert "e:roman-starovoit" in asked.stdout
    filled = load_workbook(back)
    assert filled["names"]["A2"].value == "Starovoit"
    assert "e:roman-starovoit" in filled["names"]["G2"].value
    filled["names"]["B2"] = "e:roman-starovoit"
    filled.save(back)
    done = run("-C", ws, "add", "--from", back)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "told" in done.stdout, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("encoding", "delimiter"), [("utf-16", ","), ("utf-8-sig", ";"), ("utf-8", "\t"), ("cp1251", ";")]
)
def test_heads_in_other_words_scripts_and_encodings(
    run: Run, ws: Path, tmp_path: Path, encoding: str, delimiter: str
) -> None:
    heads = ("Документ", "Цитата", "О чём", "Показатель", "Значение", "Примечание", "новое")
    note = "длина моста указана в проекте, утверждённом министерством транспорта в прошлом году"
    row = (*LENGTH[:5], note, "structure")
    path = sheet(tmp_path / "claims.csv", [("Мост",), (), heads, row], delimiter, encoding)
    done = run("-C", ws, "add", "--from", path, *(["--encoding", "cp1251"] if encoding == "cp1251" else []))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "row 1 above the head left out" in done.stderr
    assert note in written(ws)


def test_no_two_of_many_rows_are_one_claim(run: Run, ws: Path, tmp_path: Path) -> None:
    """A short id is that of two among some thousand claims of a paragraph; then it grows, and nothing is lost."""
    rows = [("talks", LENGTH[1], "RUS", "describedAs", f"text number {i}", "", "", "") for i in range(4000)]
    told = run("-C", ws, "add", "--from", sheet(tmp_path / "a.csv", [HEAD, *rows]), "--dry-run", "--format", "json")
    found = json.loads(told.stdout)["rows"]
    assert {r["state"] for r in found} == {"written"}
    assert len({r["claim"] for r in found}) == 4000


def test_columns_that_nobody_knows_or_that_mean_the_same(run: Run, ws: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "a.csv", [(*HEAD, "colour", "quot"), LENGTH])
    told = run("-C", ws, "add", "--from", path)
    assert told.returncode == 2
    assert "‘colour’ (I)" in told.stderr
    assert "‘quot’ may be ‘quote’" in told.stderr
    assert run("-C", ws, "add", "--from", path, "--ignore-columns").returncode == 0
    twice = run("-C", ws, "add", "--from", sheet(tmp_path / "b.csv", [(*HEAD, "Subject"), LENGTH]))
    assert twice.returncode == 2
    assert "‘about’ (C) and ‘Subject’ (I)" in twice.stderr


def test_excel_merged_cells_dates_and_formulas(run: Run, ws: Path, tmp_path: Path) -> None:
    path = book(tmp_path / "claims.xlsx", [HEAD, LENGTH, ("", *BUILDS[1:]), ("", *LENGTH[1:4], "=B2", "", "", "")])
    made = load_workbook(path)
    assert made.active is not None
    made.active.merge_cells("A2:A4")
    made.save(path)
    done = run("-C", ws, "add", "--from", path, "--partial")
    assert "2 written, 1 refused" in done.stderr
    assert "row 4: ‘value’ (E): “=B2” is a formula" in done.stdout


def test_lines_of_json_say_which_cell_is_wrong(run: Run, ws: Path, tmp_path: Path) -> None:
    good = dict(zip(HEAD, LENGTH, strict=True))
    path = tmp_path / "claims.jsonl"
    path.write_text(f'{json.dumps(good)}\n{json.dumps({**good, "value": {"x": 1}})}\n{{"quote"\n', encoding="utf-8")
    told = run("-C", ws, "add", "--from", path, "--partial")
    assert "3 rows: 1 written, 2 refused" in told.stderr
    assert "row 2: ‘value’ holds an object" in told.stdout
    assert "row 3: this is not JSON" in told.stdout


def test_one_document_for_each_address(run: Run, ws: Path, tmp_path: Path) -> None:
    head = ("address", "title", "issued", *HEAD[1:])
    rows = [
        ("https://a.example/1", "Bridge talks", "19 June 2024", *LENGTH[1:]),
        ("https://a.example/1", "", "", *BUILDS[1:]),
        ("https://a.example/2", "One", "", *BUILDS[1:]),
        ("https://a.example/2", "Two", "", *BUILDS[1:]),
    ]
    done = run("-C", ws, "add", "--from", sheet(tmp_path / "a.csv", [head, *rows]), "--partial")
    assert "4 rows: 2 written, 2 refused" in done.stderr, done.stdout + done.stderr
    assert "‘One’ (row 4) and ‘Two’ (row 5)" in done.stdout
    listed = json.loads(run("-C", ws, "source", "list", "--format", "json").stdout)
    assert [(d["title"], d["issued"], d["claims"]) for d in listed if d["title"] in ("Bridge talks", "One", "Two")] == [
        ("Bridge talks", "2024-06-19", 2)
    ]
    assert run("-C", ws, "check").returncode == 0


def test_a_row_with_its_id_is_changed_in_its_place(run: Run, ws: Path, tmp_path: Path) -> None:
    back = tmp_path / "back.csv"
    assert run("-C", ws, "add", "--from", sheet(tmp_path / "a.csv", [HEAD, LENGTH]), "--sheet", back).returncode == 0
    changed = back.read_text(encoding="utf-8-sig").replace(",850 m,", ",about 850 m,")
    back.write_text(changed, encoding="utf-8")
    done = run("-C", ws, "add", "--from", back)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 changed" in done.stderr
    assert written(ws).count("a br:Claim") == 1
    assert "cmp:about" in written(ws)


def test_an_empty_sheet_is_read_as_one_and_explains_itself(run: Run, ws: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.xlsx"
    assert run("-C", ws, "add", "--sheet", empty).returncode == 0
    made = load_workbook(empty)
    claims = made["claims"]
    assert claims.freeze_panes == "A2"
    assert claims["A2"].value == "example"
    assert made["lists"].sheet_state == "hidden"
    offered = {str(d.sqref) for d in claims.data_validations.dataValidation}
    assert len(offered) == 8 or len(offered) == 9
    assert claims["A1"].comment is not None
    assert "0 rows: nothing to read" in run("-C", ws, "add", "--from", empty).stderr
    assert "already" in run("-C", ws, "add", "--sheet", empty).stderr
    filled = tmp_path / "talks.xlsx"
    assert run("-C", ws, "add", "--sheet", filled, "--doc", "talks").returncode == 0
    rows = list(load_workbook(filled)["claims"].iter_rows(min_row=3, values_only=True))
    assert [r[8] for r in rows][:1] == ["The bridge of Tumen will be 850 metres long, TASS reported."]
    assert len(rows) == 3
