"""Files of others, whatever is wrong with them: the bad row is told with its number, the rest goes in."""

from __future__ import annotations

import bz2
import gzip
import json
import lzma
import os
import signal
import subprocess
import sys
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from kg.errors import WorldError, WrongCall
from kg.tables import lines
from kg.tables.lines import Problem, read_lines
from kg.tables.table import read_table
from kg.workspace import Workspace

Run = Callable[..., subprocess.CompletedProcess[str]]
PACKERS: dict[str, Callable[[bytes], bytes]] = {"gz": gzip.compress, "bz2": bz2.compress, "xz": lzma.compress}
HEAD = "date,source,relation,target\n"
GOOD = "2018-01-03,Russia,Make a visit,North Korea\n"


def account(folder: Path, run: Run, *more: str, code: int = 0) -> dict[str, Any]:
    done = run("import", "events", *more, "--format", "json", cwd=folder, code=code)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_wrong_encoding_spoils_its_own_row(tmp_path: Path, run: Run) -> None:
    (tmp_path / "t.csv").write_bytes(
        HEAD.encode() + GOOD.encode() + b"2018-01-03,\xd0\xee\xf1,Consult,China\n" + GOOD.encode()
    )
    found = account(tmp_path, run, "t.csv")
    assert (found["imported"], found["skipped"]) == (2, {"encoding": 1})
    assert 't.csv:3: byte 0xd0 is not UTF-8; a mapping may name another: [table] encoding = "cp1252"' in found["told"]


def test_a_byte_order_mark_and_windows_line_ends_are_no_trouble(tmp_path: Path, run: Run) -> None:
    (tmp_path / "t.csv").write_bytes(b"\xef\xbb\xbf" + (HEAD + GOOD).replace("\n", "\r\n").encode())
    assert account(tmp_path, run, "t.csv")["imported"] == 1


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("2018-02-30,Russia,Consult,China\n", "date"),
        ("03/04/2018,Russia,Consult,China\n", "date"),
        ("2018-01-03,Russia,Consult\n", "number of cells"),
        ("2018-01-03,Russia,Consult,China,more\n", "number of cells"),
        ('2018-01-03,"=HYPERLINK(""http://x"")",Consult,China\n', "formula"),
        ("2018-01-03,+SUM(A1),Consult,China\n", "formula"),
        ("2018-01-03,Russia,999,China\n", "unknown act"),
        ("2018-01-03,Russia,Consult,\n", "no target"),
        ('2018-01-03,"Russia,Consult,China\n', "quoting"),
    ],
)
def test_a_bad_row_is_told_and_the_others_go_in(tmp_path: Path, run: Run, row: str, reason: str) -> None:
    (tmp_path / "t.csv").write_text(HEAD + GOOD + row + GOOD * 2, encoding="utf-8")
    found = account(tmp_path, run, "t.csv")
    assert (found["read"], found["imported"], found["skipped"]) == (4, 3, {reason: 1})
    assert str(found["told"]).startswith("['t.csv:3: ")


def test_a_cell_may_run_over_lines_and_be_quoted(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text('a;b\n"one\ntwo ""x""";3\n4;5\n', encoding="utf-8")
    sheet = read_table(str(tmp_path / "t.csv"))
    assert sheet.columns == ["a", "b"]
    assert [r.cells for r in sheet.rows] == [['one\ntwo "x"', "3"], ["4", "5"]]


def test_one_endless_line_is_passed_over_in_little_memory(tmp_path: Path) -> None:
    with open(tmp_path / "t.csv", "wb") as file:
        file.write((HEAD + GOOD).encode())
        file.seek(1 << 30, os.SEEK_CUR)  # a gigabyte of nothing, which takes no room on disk
        file.write(("\n" + GOOD).encode())
    tracemalloc.start()
    found = list(read_lines(str(tmp_path / "t.csv")))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [n for n, _ in found] == [1, 2, 3, 4]
    assert isinstance(found[2][1], Problem)
    assert found[2][1].reason == "too long"
    assert found[3][1] == GOOD
    assert peak < 16 << 20


def test_a_bomb_is_told_and_nothing_after_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "_GROWN", 1 << 20)
    row = b"2018-01-03,Russia,Consult,China\n"
    with zipfile.ZipFile(tmp_path / "t.csv.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("t.csv", HEAD.encode() + row + b"\n" * (1 << 23) + row)
    found = list(read_lines(str(tmp_path / "t.csv.zip")))
    assert found[1] == (2, row.decode())
    assert isinstance(found[-1][1], Problem)
    assert found[-1][1].reason == "decompression bomb"
    with zipfile.ZipFile(tmp_path / "t.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * (1 << 23))
    with pytest.raises(WorldError, match="times its size"):
        read_table(str(tmp_path / "t.xlsx"))


def test_a_damaged_archive_gives_what_comes_before_the_damage(tmp_path: Path, run: Run) -> None:
    data = gzip.compress((HEAD + GOOD * 20_000).encode())
    (tmp_path / "t.csv.gz").write_bytes(data[: len(data) - 20])
    found = account(tmp_path, run, "t.csv.gz", code=1)
    assert found["skipped"] == {"damaged file": 1}
    assert int(str(found["imported"])) > 1000
    assert "cannot be unpacked from here on" in str(found["broken_off"])
    again = run("import", "events", "t.csv.gz", cwd=tmp_path, code=1)
    assert "not read to its end: t.csv.gz:" in again.stdout


@pytest.mark.parametrize("pack", ["gz", "bz2", "xz", "zip"])
def test_packed_files_are_read_as_plain_ones(tmp_path: Path, pack: str) -> None:
    data, path = (HEAD + GOOD).encode(), tmp_path / f"t.csv.{pack}"
    if pack == "zip":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("t.csv", data)
    else:
        path.write_bytes(PACKERS[pack](data))
    assert [r.cells for r in read_table(str(path)).rows] == [GOOD.strip().split(",")]


def test_excel_and_parquet_give_the_same_rows(tmp_path: Path, run: Run) -> None:
    import datetime

    import duckdb
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(HEAD.strip().split(","))
    sheet.append([datetime.date(2018, 1, 3), "Russia", "Make a visit", "North Korea"])
    sheet.append([datetime.date(2018, 1, 3), "=A1", "Make a visit", "North Korea"])
    book.save(tmp_path / "t.xlsx")
    found = account(tmp_path, run, "t.xlsx", "--document", "excel")
    assert (found["imported"], found["skipped"]) == (1, {"formula": 1})
    duckdb.execute(
        f"COPY (SELECT DATE '2018-01-03' AS date, 'Russia' AS source, 'Make a visit' AS relation, 'North Korea' AS target) "
        f"TO '{tmp_path / 't.parquet'}'"
    )
    assert account(tmp_path, run, "t.parquet", "--document", "parquet")["imported"] == 1
    facts = run("fact", "RUS", "make a visit", cwd=tmp_path, code=0).stdout
    assert "excel.2" in facts
    assert "parquet.1" in facts


def test_what_is_no_table_is_refused_in_words(tmp_path: Path, run: Run) -> None:
    (tmp_path / "t.pdf").write_bytes(b"%PDF")
    (tmp_path / "empty.csv").write_bytes(b"")
    (tmp_path / "other.csv").write_text("a,b\n1,2\n")
    (tmp_path / "t.xlsx").write_bytes(b"not a workbook")
    for name, words in (
        ("t.pdf", "is not a table"),
        ("empty.csv", "has no head row"),
        ("other.csv", "has no column for the date of an event"),
        ("missing.csv", "cannot be read"),
        ("t.xlsx", "cannot be read as an Excel file"),
    ):
        done = run("import", "events", name, cwd=tmp_path)
        assert done.returncode in (2, 3), name
        assert words in done.stderr, done.stderr
        assert not (tmp_path / "facts").exists()
    with pytest.raises(WrongCall):
        read_table(str(tmp_path / "t.pdf"))


def test_an_unknown_column_is_told(tmp_path: Path, run: Run) -> None:
    (tmp_path / "t.csv").write_text("date,source,relation,target,mood\n" + GOOD.strip() + ",bad\n")
    assert account(tmp_path, run, "t.csv")["remarks"] == ["The column ‘mood’ is not known and is left out."]


# ---------------------------------------------------------------------- stopped at any moment


#: The command, which says when it has begun: what Ctrl-C does to an interpreter that still starts is not ours.
_BEGUN = "import sys; from kg.__main__ import run; print('begun', flush=True); run()"


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C cannot be sent to one process")
def test_killed_at_any_moment_the_old_graph_answers_and_the_import_goes_on(tmp_path: Path, run: Run) -> None:
    """kill -9 and Ctrl-C, again and again, through reading, loading and publishing."""
    (tmp_path / "first.csv").write_text(HEAD + GOOD, encoding="utf-8")
    run("import", "events", "first.csv", cwd=tmp_path, code=0)
    names = ("Russia", "China", "France", "Ministry (Japan)", "Somebody")
    rows = [
        f"2018-01-{1 + i % 28:02},{names[i % 5]},{'042' if i % 2 else 'Consult'},{names[i % 4]}\n"
        for i in range(60_000)
    ]
    (tmp_path / "second.csv").write_text(HEAD + "".join(rows), encoding="utf-8")
    command = [sys.executable, "-c", _BEGUN, "import", "events", "second.csv"]
    delay, survived = 0.0, 0
    while True:
        process = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        assert process.stdout
        assert process.stdout.readline() == "begun\n"
        try:
            out, err = process.communicate(timeout=delay)
            assert process.returncode == 0, err
            break
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL if survived % 2 else signal.SIGINT)
            _, err = process.communicate()
            assert "Traceback" not in err, err
        survived += 1
        delay += 0.15
        facts = run("fact", "RUS", "make a visit", "--as-of", "2018-01-03", cwd=tmp_path, code=0).stdout
        assert "North Korea (2018-01-03)" in facts
        assert survived < 100
    assert survived >= 2
    ask = "SELECT (COUNT(?e) AS ?n) WHERE { ?e br:inDocument d:second }"
    assert run("sparql", ask, "--format", "csv", cwd=tmp_path, code=0).stdout.split() == ["n", "60000"]
    assert "60,000 rows read = 60,000 imported" in out or "here already" in out


@pytest.mark.skipif(sys.platform == "win32", reason="a limit of files stands for the full disk")
def test_a_full_disk_leaves_the_old_graph_and_the_import_goes_on(tmp_path: Path, run: Run) -> None:
    """No file may grow beyond some size: what a full disk does, at several moments."""
    (tmp_path / "first.csv").write_text(HEAD + GOOD, encoding="utf-8")
    run("import", "events", "first.csv", cwd=tmp_path, code=0)
    rows = [f"2018-01-{1 + i % 28:02},Actor {i},Consult,China\n" for i in range(20_000)]
    (tmp_path / "second.csv").write_text(HEAD + "".join(rows), encoding="utf-8")
    command = [sys.executable, "-m", "kg", "import", "events", "second.csv"]
    for limit in (100_000, 1_000_000, 1_700_000):

        def small(limit: int = limit) -> None:
            import resource

            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, preexec_fn=small)
        assert done.returncode not in (0, -signal.SIGABRT), (limit, done.stdout, done.stderr)
        assert "Traceback" not in done.stderr
        assert "stopped" in done.stderr, done.stderr
        assert "North Korea (2018-01-03)" in run("fact", "RUS", "make a visit", cwd=tmp_path, code=0).stdout
    assert run("import", "events", "second.csv", cwd=tmp_path, code=0)
    assert "records: 20,000" in run("claim", "second~~CHN", cwd=tmp_path, code=0).stdout
    assert len([p for p in os.listdir(Workspace(str(tmp_path)).cache) if p.startswith("gen-")]) <= 2, (
        "what failed builds left is swept"
    )
