"""What the columns of a table can say, and the forms that a table can have."""

from __future__ import annotations

import gzip
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kg.importers.dates import Dates
from kg.importers.mapping import SECTIONS, Mapping
from kg.importers.rule import ROLES
from kg.tables.lines import Problem
from kg.tables.table import read_table

from conftest import DATA
from test_import_names import records

Run = Callable[..., subprocess.CompletedProcess[str]]
BASE = '[columns]\nsubject = "a"\nobject = "b"\n[constants]\nrelation = "ev:accuse"\n[states]\nsubject = "iso3"\nobject = "iso3"\n'


def take(
    tmp_path: Path, run: Run, text: str | bytes, mapping: str, name: str = "t.csv", code: int = 0
) -> dict[str, object]:
    data = text if isinstance(text, bytes) else text.encode()
    (tmp_path / name).write_bytes(data)
    (tmp_path / "m.toml").write_text(mapping, encoding="utf-8")
    done = run("import", "table", name, "--mapping", "m.toml", "--format", "json", cwd=tmp_path, code=code)
    found: dict[str, object] = json.loads(done.stdout)
    return found


def test_a_row_tells_its_source_and_when_that_was_known(tmp_path: Path, run: Run) -> None:
    mapping = BASE.replace("[constants]", (
        'date = "day"\ntext = "what"\nquote = "words"\nsource = "url"\nissued = "out"\nnote = "remark"\n[constants]'
    ))  # fmt: skip
    account = take(
        tmp_path, run,
        "a,b,day,what,words,url,out,remark\n"
        'PRK,KOR,2024-01-02,Pyongyang blames Seoul,"a ""war"" plan",https://kcna.example/1,2024-01-03,read by hand\n'
        "PRK,KOR,2024-05-06,,,,,\nPRK,KOR,2024-05-07,,,,3 May,\n",
        mapping,
    )  # fmt: skip
    assert account["skipped"] == {"date": 1}
    claim = json.loads(run("claim", "t.2", "--format", "json", cwd=tmp_path, code=0).stdout)
    assert claim["summary"] == "Pyongyang blames Seoul"
    assert claim["quotation"] == 'a "war" plan'
    assert claim["passages"][0]["address"] == "https://kcna.example/1"
    assert claim["stated_on"] == "2024-01-03"
    assert claim["notes"] == ["read by hand"]
    assert "record 2, https://kcna.example/1" in run("claim", "t.2", cwd=tmp_path, code=0).stdout
    assert "no source given" in run("claim", "t.3", cwd=tmp_path, code=0).stdout
    ask = 'SELECT ?u WHERE { c:t.2 dcterms:identifier ?u ; br:statedOn "2024-01-03" ; oa:exact ?w ; dcterms:description ?d }'
    assert "https://kcna.example/1" in run("sparql", ask, cwd=tmp_path, code=0).stdout
    # known by what its source says, not by when the table was brought in; the other row only from today on
    early = run("timeline", "PRK", "KOR", "--known-at", "2024-02-01", "--format", "json", cwd=tmp_path, code=0).stdout
    assert "t.2" in early
    assert "t.3" not in early
    assert (
        "t.2" not in run("timeline", "PRK", "KOR", "--known-at", "2024-01-02", "--format", "json", cwd=tmp_path).stdout
    )
    # what is on disk is what the index has: a changed line is the only one that changes
    before = run("claim", "t.3", "--format", "json", cwd=tmp_path, code=0).stdout
    path = tmp_path / "facts/imports/t/records-0001.tsv"
    path.write_text(path.read_text(encoding="utf-8").replace("blames Seoul", "accuses Seoul"), encoding="utf-8")
    assert json.loads(run("claim", "t.2", "--format", "json", cwd=tmp_path, code=0).stdout)["summary"].endswith(
        "accuses Seoul"
    )
    assert run("claim", "t.3", "--format", "json", cwd=tmp_path, code=0).stdout == before


def test_a_date_may_stand_in_three_columns(tmp_path: Path, run: Run) -> None:
    mapping = BASE.replace('object = "b"\n', 'object = "b"\nbegins = ["y1", "m1", "d1"]\nends = ["y2"]\n', 1)
    take(tmp_path, run, "a,b,y1,m1,d1,y2\nUSA,RUS,1949,4,4,1990\nUSA,RUS,1950,-9,-9,\nUSA,RUS,1951,March,5,\n", mapping)
    assert [r["date"] for r in records(tmp_path)] == ["1949-04-04/1990", "1950/..", "1951-03-05/.."]


@pytest.mark.parametrize(
    ("form", "text", "found"),
    [
        ("%d.%m.%Y", "16.7.2009", "2009-07-16"), ("%m/%d/%Y", "7/16/2009", "2009-07-16"), ("%B %Y", "July 2009", "2009-07"),
        ("%Y", "2009", "2009"), ("%d.%m.%Y", "2009", "2009"), ("", "20090716", "2009-07-16"),
        ("", "2009-07-16 12:00:00", "2009-07-16"), ("%d.%m.%Y", "32.7.2009", "32.7.2009"),
    ],
)  # fmt: skip
def test_a_date_in_a_form_of_its_own(form: str, text: str, found: str) -> None:
    assert Dates(form).iso(text) == found


@settings(deadline=None)
@given(st.dates(), st.sampled_from(("%d.%m.%Y", "%m/%d/%Y", "%d %B %Y", "%Y%m%d")))
def test_any_day_in_any_form_is_that_day(day: object, form: str) -> None:
    written = f"{day:%Y}".zfill(4).join(f"{day:{form.replace('%Y', '@')}}".split("@"))
    assert Dates(form).iso(written) == str(day)


def test_units_lists_stances_and_belonging(tmp_path: Path, run: Run) -> None:
    mapping = (
        '[columns]\nsubject = "who"\nobject = "whom"\nobject_of = "of"\ndate = "day"\nstance = "how"\n[constants]\n'
        'relation = "ev:impose-sanctions"\n[states]\nsubject = "iso3"\nobject_of = "iso2"\n[kinds]\nobject = "br:Person"\n'
        '[lists]\nsubject = ";"\n[stances]\nalleged = "speculative"\nconfirmed = "stated"\n[dates]\nformat = "%d.%m.%Y"\n'
    )
    rows = "who,whom,of,day,how\nUSA; FRA,Jordan,KP,16.7.2009,alleged\nUSA,Jordan,KP,17.7.2009,confirmed\nUSA;ZZZ,Jordan,KP,1.1.2010,\n"
    account = take(tmp_path, run, rows, mapping)
    assert account["skipped"] == {"unknown iso3 code": 1}
    assert [(r["id"], r["subject"], r["object"], r["date"], r["stance"]) for r in records(tmp_path)] == [
        ("2-1", "e:USA", "e:t.jordan", "2009-07-16", "speculative"), ("2-2", "e:FRA", "e:t.jordan", "2009-07-16", "speculative"),
        ("3", "e:USA", "e:t.jordan", "2009-07-17", "stated"),
    ]  # fmt: skip
    things = (tmp_path / "facts/imports/t/things.tsv").read_text(encoding="utf-8")
    assert things.count("e:t.jordan\tbr:nationalOf\te:PRK") == 1
    figures = (
        '[columns]\nsubject = "who"\nvalue = "n"\ndate = "day"\n[constants]\nrelation = "ind:troops"\n[states]\n'
        'subject = "iso3"\n[units]\nmen = "unit:NUM"\n"€" = "unit:EUR"\n'
    )
    account = take(
        tmp_path, run, 'who,n,day\nPRK,"10,000 men",2024\nPRK,€ 5.5,2024\nPRK,3 apples,2024\nPRK,7,2024\n', figures
    )
    assert account["skipped"] == {"unknown unit": 1}
    assert [(r["value"], r["unit"]) for r in records(tmp_path)] == [
        ("10000", "unit:NUM"),
        ("5.5", "unit:EUR"),
        ("7", ""),
    ]


def test_a_code_behind_a_word_has_name_and_score(tmp_path: Path, run: Run) -> None:
    mapping = (
        '[columns]\nsubject = "a"\nrelation = "r"\nobject = "b"\ndate = "day"\n[states]\nsubject = "iso3"\nobject = "iso3"\n'
        '[relations]\nmilitary = "cameo:062"\n17 = "cameo:163"\nmeets = "plover:CONSULT"\n'
    )
    rows = "a,r,b,day\nRUS,military,PRK,2024-01-01\nRUS,17,PRK,2024-01-02\nRUS,meets,PRK,2024-01-03\nRUS,042,PRK,2024-01-04\n"
    assert take(tmp_path, run, rows, mapping)["imported"] == 4
    said = run("brief", "RUS", "PRK", cwd=tmp_path, code=0).stdout
    assert "4 acts, mean score" in said
    assert "cooperate militarily: 1" in said.lower()
    assert "cameo:062:" not in said


# ---------------------------------------------------------------------- forms


@pytest.mark.parametrize("code", ["cp1252", "utf-16", "utf-16-le", "koi8-r", "euc-kr"])
def test_a_table_in_another_encoding(tmp_path: Path, run: Run, code: str) -> None:
    words = {"koi8-r": ("Россия", "Китай"), "euc-kr": ("러시아", "중국")}.get(code, ("Curaçao", "China"))
    mapping = BASE.replace('"iso3"', '"name"') + (f'[table]\nencoding = "{code}"\n' if code != "utf-16" else "")
    account = take(tmp_path, run, f"a;b\n{words[0]};{words[1]}\n{words[1]};{words[0]}\n".encode(code), mapping)
    assert account["imported"] == 2, account


OBJECTS = [
    {"a": "USA", "b": "RUS", "when": {"day": "2024-01-01"}, "n": 1},
    {"a": "USA", "b": ["PRK", "CHN"], "when": {"day": None}, "n": 2.0, "more": True},
]


@pytest.mark.parametrize("form", ["array", "lines", "inside", "packed"])
def test_json_is_a_table(tmp_path: Path, run: Run, form: str) -> None:
    name, text = "t.json", json.dumps(OBJECTS)
    if form in ("lines", "packed"):
        name, text = "t.jsonl", "".join(json.dumps(o) + "\n" for o in OBJECTS)
    if form == "inside":
        text = json.dumps({"meta": {"n": 2}, "data": {"items": OBJECTS}}, indent=1)
    data = gzip.compress(text.encode()) if form == "packed" else text.encode()
    mapping = BASE.replace("[constants]", 'date = "when.day"\n[constants]') + '[lists]\nobject = ";"\n'
    mapping += '[table]\nrecords = "data.items"\n' if form == "inside" else ""
    account = take(tmp_path, run, data, mapping, name + (".gz" if form == "packed" else ""))
    assert (account["read"], account["imported"], account["records"]) == (2, 2, 3)
    assert [(r["object"], r["date"]) for r in records(tmp_path)] == [
        ("e:RUS", "2024-01-01"),
        ("e:PRK", ""),
        ("e:CHN", ""),
    ]


def test_broken_json_spoils_its_own_object(tmp_path: Path) -> None:
    for name, text, good in (
        ("a.json", '[{"a": 1}, {"a": tru}, {"a": 3}, 4, {"a": 5}]', ["1", "3", "5"]),
        ("b.jsonl", '{"a": 1}\n{"a": \n{"a": 3}\n', ["1", "3"]),
        ("c.json", '[{"a": 1}, {"a": 2}', ["1", "2"]),
    ):
        (tmp_path / name).write_text(text)
        rows = [r.cells for r in read_table(str(tmp_path / name)).rows]
        assert [c[0] for c in rows if not isinstance(c, Problem)] == good
        assert any(isinstance(c, Problem) for c in rows), name


@pytest.mark.parametrize("name", ["ties.dta", "ties.sav"])  # written by pyreadstat from a data frame of pandas
def test_stata_and_spss(tmp_path: Path, run: Run, name: str) -> None:
    mapping = BASE.replace('"iso3"', '"cown"').replace("[constants]", 'date = "y"\nissued = "d"\n[constants]')
    account = take(tmp_path, run, (DATA / name).read_bytes(), mapping, name)
    assert (account["imported"], account["skipped"]) == (2, {"unknown cown code": 1}), account
    found = [(r["object"], r["date"], r["issued"]) for r in records(tmp_path, "ties")]
    assert found == [("e:RUS", "2019", "2019-03-04"), ("e:PRK", "2020", "2020-05-06")]


@settings(deadline=None)  # the first file of Stata loads what reads it
@given(st.binary(max_size=300), st.sampled_from((".json", ".jsonl", ".dta", ".sav")))
def test_any_bytes_end_in_rows_or_one_error(tmp_path_factory: pytest.TempPathFactory, data: bytes, ending: str) -> None:
    from kg.errors import KgError

    path = tmp_path_factory.mktemp("any") / f"t{ending}"
    path.write_bytes(data)
    try:
        rows = list(read_table(str(path)).rows)
    except KgError as error:
        assert str(path) in str(error)
    else:
        assert all(isinstance(r.cells, (list, Problem)) for r in rows)


def test_a_mapping_can_say_what_it_says_it_can() -> None:
    assert set(ROLES) >= {"text", "quote", "source", "issued", "note", "subject_id", "object_of"}
    mapping = Mapping('[columns]\nsubject = "a"\nobject = "b"\nrelation = "c"\n', "m")
    said = {*vars(mapping.rules[""]), *vars(mapping), "[also]"} - {"name", "parts", "rules", "own", "head"}
    assert set(SECTIONS) == said
