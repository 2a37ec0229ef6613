"""What a mapping can say of rows: what stands for nothing, what is left out and why, several records of one row."""

from __future__ import annotations

import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kg.errors import WrongCall
from kg.importers import intake, kinds
from kg.importers.intake import take_in
from kg.importers.job import Importer, Job, Taken
from kg.importers.mapping import Mapping
from kg.workspace import Workspace

from test_import_names import records
from test_import_roles import BASE, take

Run = Callable[..., subprocess.CompletedProcess[str]]
DEATHS = (
    '[columns]\nsubject = "who"\nvalue = "best"\ndate = "year"\n[constants]\nrelation = "ind:casualties"\n[states]\n'
    'subject = "iso3"\n[missing]\nany = ["NA"]\nvalue = ["-1"]\n[only]\nyear = ["2001", "2002"]\n[skip.note]\n'
    'draft = "not final"\n"" = ""\n[[also]]\nname = "low"\ncolumns = { value = "low" }\n'
)


def test_what_stands_for_nothing_and_what_is_left_out(tmp_path: Path, run: Run) -> None:
    rows = (
        "who,best,low,year,note\nPRK,5,NA,2001,ok\nPRK,-1,-1,2001,ok\nPRK,7,6,2002,ok\nPRK,8,x,2001,ok\nPRK,9,9,2003,ok\n"
        "PRK,9,9,2001,draft\nPRK,9,9,2001,\nNA,1,1,2001,ok\nXXX,1,1,2001,ok\n"
    )
    account = take(tmp_path, run, rows, DEATHS)
    assert account["read"] == 9
    assert account["skipped"] == {
        "another year": 1, "no subject": 1, "not a number": 1, "not final": 1, "note is “”": 1, "unknown iso3 code": 1
    }  # fmt: skip
    assert account["flaws"] == {"not a number": 1}
    assert [(r["id"], r["value"]) for r in records(tmp_path)] == [("2", "5"), ("4", "7"), ("4-low", "6"), ("5", "8")]


def test_a_text_of_several_columns_and_the_kind_in_a_column(tmp_path: Path, run: Run) -> None:
    mapping = (
        '[columns]\nsubject = "a"\nobject_id = "no"\nobject_kind = "what"\ndate = "day"\n[constants]\n'
        'relation = "ev:impose-sanctions"\n[templates]\nobject = "{first} {last}"\nid = "{row}-{no}"\nnote = "by {office}"\n'
        '[states]\nsubject = "iso3"\n[ids]\nobject_id = "own"\n[kinds]\nobject = "br:Organization"\n[classes]\n'
        'man = "br:Person"\nship = "br:Goods"\n'
    )
    rows = (
        "a,no,what,day,first,last,office\nUSA,7,man,2024,Example,Man,\nUSA,7,man,2025,E.,Man,X\nUSA,8,ship,2024,,Star,\n"
        "USA,9,,2024,Firm,,\nUSA,10,cloud,2024,Cloud,,\n"
    )
    account = take(tmp_path, run, rows, mapping)
    assert account["skipped"] == {"unknown kind": 1}
    assert [(r["id"], r["object"], r["note"]) for r in records(tmp_path)] == [
        ("2-7", "e:t.7", ""), ("3-7", "e:t.7", "by X"), ("4-8", "e:t.8", ""), ("5-9", "e:t.9", "")
    ]  # fmt: skip
    things = [
        tuple(line.split("\t")[:3]) for line in (tmp_path / "facts/imports/t/things.tsv").read_text().splitlines()
    ]
    assert things[1:] == [
        ("e:t.7", "a", "br:Person"), ("e:t.7", "rdfs:label", "Example Man"), ("e:t.7", "skos:altLabel", "E. Man"),
        ("e:t.8", "a", "br:Goods"), ("e:t.8", "rdfs:label", "Star"), ("e:t.9", "a", "br:Organization"),
        ("e:t.9", "rdfs:label", "Firm"),
    ]  # fmt: skip
    assert "E. Man" in run("search", "E. Man", cwd=tmp_path, code=0).stdout


def test_codes_of_states_where_there_are_some_and_names_elsewhere(tmp_path: Path, run: Run) -> None:
    mapping = (
        '[columns]\nsubject = "a"\nsubject_id = "ca"\nobject = "b"\nobject_id = "cb"\nbegins = "y"\nends = "z"\n'
        '[constants]\nrelation = "ev:fight"\n[ids]\nsubject_id = "cown"\nobject_id = "cown"\n[lists]\nsubject_id = ","\n'
    )
    rows = (
        'a,ca,b,cb,y,z\nRed front,,Blue front,,1960,1960\n"A, B","2, 200",Iraq,645,2003,2003\nX,365,Y,731,1961,1995\n'
    )
    account = take(tmp_path, run, rows, mapping)
    assert account["skipped"] == {"cown code of several states": 1}
    found = [(r["subject"], r["object"], r["date"]) for r in records(tmp_path)]
    assert found == [
        ("e:t.red-front", "e:t.blue-front", "1960"), ("e:USA", "e:IRQ", "2003"), ("e:GBR", "e:IRQ", "2003"),
    ]  # fmt: skip
    account = take(tmp_path, run, rows, mapping + '[dates]\ndecides = "begins"\n')
    assert account["skipped"] == {}
    assert records(tmp_path)[-1]["subject"] == "e:SUN"


def test_lines_above_the_head_columns_without_names_and_lists_of_dates(tmp_path: Path, run: Run) -> None:
    mapping = BASE.replace('object = "b"\n', 'object = "b"\ndate = "years"\nstance = "column 4"\n', 1)
    mapping += '[table]\nhead = "years"\ndelimiter = ","\n[lists]\ndate = ";"\n[stances]\n"?" = "assessed"\n'
    rows = 'A table; of the year 2024; "made up"\n\na,b,years,\nPRK,KOR,2021; 2019; 2020,?\nPRK,KOR,2022,\nPRK,KOR,soon; 2020,\n'
    account = take(tmp_path, run, rows, mapping)
    assert account["left_out"] == ["t.csv: 2 lines above the head row"]
    assert (account["read"], account["skipped"]) == (3, {"date": 1})
    assert [(r["id"], r["date"], r["stance"]) for r in records(tmp_path)] == [
        ("4", "2019/2021", "assessed"), ("5", "2022", "reported"),
    ]  # fmt: skip
    (tmp_path / "m.toml").write_text(mapping.replace('head = "years"', 'head = "nowhere"'), encoding="utf-8")
    assert (
        "no row with ‘nowhere’" in run("import", "table", "t.csv", "--mapping", "m.toml", cwd=tmp_path, code=2).stderr
    )


def test_a_file_without_a_head_row(tmp_path: Path, run: Run) -> None:
    account = take(tmp_path, run, "PRK,KOR\nPRK,JPN\n", BASE + '[table]\ncolumns = ["a", "b"]\n')
    assert account["imported"] == 2
    assert [r["object"] for r in records(tmp_path)] == ["e:KOR", "e:JPN"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[missing]\nvalu = ["-9"]\n', "Did you mean value"), ('[missing]\nvalue = "-9"\n', "list of texts"),
        ('[only]\nyear = 3\n', "list of texts"), ("[skip]\nyear = 3\n", "must be a section"),
        ("[skip.year]\n9 = 3\n", "must be a text"), ("also = 3\n", "list of sections"), ("[[also]]\n", "a name of its own"),
        ('[[also]]\nname = "2"\n', "a name of its own"), ('[[also]]\nname = "x"\ncolums = { value = "v" }\n', "columns"),
        ('[[also]]\nname = "x"\ncolumns = { subject = "" }\n', "also x: nothing says what the subject"),
        ('[about]\nlicense = "x"\n', "licence"), ('[table]\ncolumns = "x"\n', "list of names"),
        ('[dates]\ndecides = "ends"\n', "begins"), ('[classes]\nx = 3\n', "must be a text"),
        ('[templates]\nsubjct = "{a}"\n', "subject"), ('[[also]]\nname = "x"\ntable = { head = "x" }\n', "no section"),
    ],
)  # fmt: skip
def test_what_a_mapping_cannot_say_is_told(text: str, words: str) -> None:
    with pytest.raises(WrongCall) as error:
        Mapping(f"{text if text.startswith('also') else ''}{BASE}{'' if text.startswith('also') else text}", "m.toml")
    assert words in f"{error.value} {error.value.hint}"
    assert str(error.value).startswith("m.toml")


@pytest.mark.parametrize("text", ['[only]\nnone = ["x"]\n', '[skip.none]\nx = "y"\n', '[templates]\nnote = "{none}"\n'])
def test_a_column_that_is_not_there_is_told(tmp_path: Path, run: Run, text: str) -> None:
    (tmp_path / "t.csv").write_text("a,b\nPRK,KOR\n")
    (tmp_path / "m.toml").write_text(BASE + text, encoding="utf-8")
    assert "no column ‘none’" in run("import", "table", "t.csv", "--mapping", "m.toml", cwd=tmp_path, code=2).stderr


cells = st.sampled_from(("PRK", "XXX", "NA", "", "5", "-1", "x", "2001", "2003", "draft", "ok"))


@settings(deadline=None, max_examples=25)
@given(st.lists(st.tuples(cells, cells, cells, cells, cells), min_size=1, max_size=12))
def test_any_rows_are_imported_or_skipped_by_reason(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, ...]]
) -> None:
    folder = tmp_path_factory.mktemp("any")
    (folder / "t.csv").write_text("who,best,low,year,note\n" + "".join(",".join(r) + "\n" for r in rows))
    (folder / "m.toml").write_text(DEATHS, encoding="utf-8")
    source, importer = kinds.prepare("table", [str(folder / "t.csv")], mapping=str(folder / "m.toml"))
    account: Any = take_in(Workspace(str(folder)), source, importer, dry_run=True)

    def good(who: str, best: str, low: str, year: str, note: str) -> bool:
        wanted = year in ("2001", "2002") and note not in ("draft", "")
        figures = {best, low} - {"NA", "-1", ""}
        return wanted and who == "PRK" and any(f.isdecimal() for f in figures)

    fates = Counter(good(*row) for row in rows)
    assert (account.read, account.imported, sum(account.skipped.values())) == (len(rows), fates[True], fates[False])


def test_names_of_one_id_outlive_an_import_that_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mapping = BASE.replace('object = "b"\n', 'object = "b"\nobject_id = "no"\n', 1).replace('object = "iso3"\n', "")
    (tmp_path / "t.csv").write_text("a,b,no\nUSA,Star,7\nUSA,Stern,7\nUSA,Star,7\nUSA,Stern,7\nUSA,Stella,7\n")
    (tmp_path / "m.toml").write_text(mapping + '[ids]\nobject_id = "own"\n', encoding="utf-8")
    monkeypatch.setattr(intake, "PART", 1)
    found = []
    for folder, stop in ((tmp_path / "whole", 9), (tmp_path / "parts", 3)):
        folder.mkdir()
        workspace = Workspace(str(folder))
        source, importer = kinds.prepare("table", [str(tmp_path / "t.csv")], mapping=str(tmp_path / "m.toml"))

        def stumbling(job: Job, importer: Importer = importer, stop: int = stop) -> Iterator[Taken]:
            for number, taken in enumerate(importer(job), 1):
                if number == stop:
                    raise KeyboardInterrupt
                yield taken

        with suppress(KeyboardInterrupt):
            take_in(workspace, source, stumbling)
        take_in(workspace, source, importer)
        found.append((folder / "facts/imports/t/things.tsv").read_text(encoding="utf-8"))
    assert found[0] == found[1]
    assert [line.split("\t")[1:3] for line in found[0].splitlines()[2:]] == [
        ["rdfs:label", "Star"], ["skos:altLabel", "Stern"], ["skos:altLabel", "Stella"]
    ]  # fmt: skip
