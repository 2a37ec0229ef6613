"""What names of a table stand for: nothing is guessed, and everything that was taken for something is listed."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
#: Names, what the column says they name, and what they must not become.
PERSONS = (
    "Chad", "Georgia", "Jordan", "Israel", "Kenya", "India", "Paris Jordan", "Jordan (Chad)", "Vladimir Putin",
    "Kim Jong Un", "Mikhail Mishustin", "Pak Thae Song", "Cuba", "Ireland", "Brasil", "America", "Rossiya",
)  # fmt: skip
SHIPS = ("Siri", "Surya", "Syria", "Russia", "Oman", "Togo", "Malta", "North Korea", "Tumen", "Georgia", "Panama")
OTHERS = ("Wikipedia (de)", "Bank (Jordan)", "RUS", "Republic Services", "Korea", "Congo")
MAPPING = (
    '[columns]\nsubject = "a"\nobject = "b"\nobject_of = "flag"\ndate = "day"\n[constants]\nrelation = "br:relatedTo"\n'
)


def table(tmp_path: Path, rows: list[str], mapping: str, head: str = "a,b,flag,day") -> tuple[str, ...]:
    (tmp_path / "t.csv").write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    (tmp_path / "m.toml").write_text(mapping, encoding="utf-8")
    return ("import", "table", "t.csv", "--mapping", "m.toml")


def records(folder: Path, name: str = "t") -> list[dict[str, str]]:
    head, *lines = (folder / f"facts/imports/{name}/records-0001.tsv").read_text(encoding="utf-8").splitlines()
    return [dict(zip(head.split("\t"), line.split("\t"), strict=True)) for line in lines]


def test_thirty_names_that_trap(tmp_path: Path, run: Run, bundle: Path) -> None:
    import shutil

    shutil.copytree(bundle / "facts", tmp_path / "facts")  # where Putin and Kim Jong Un are known
    rows = [f"{name},{SHIPS[i % len(SHIPS)]},,2020-01-{i + 1:02}" for i, name in enumerate(PERSONS)]
    rows += [f"Chad,{name},,2020-02-{i + 1:02}" for i, name in enumerate((*SHIPS, *OTHERS))]
    assert len({*PERSONS, *SHIPS, *OTHERS}) >= 30
    kinds = '[kinds]\nsubject = "br:Person"\nobject = "br:Goods"\n'
    done = run(*table(tmp_path, rows, MAPPING + kinds), "--format", "json", cwd=tmp_path, code=0)
    account = json.loads(done.stdout)
    assert (account["read"], account["imported"]) == (len(rows), len(rows))
    assert account["matched"] == {}
    assert account["states"] == []
    assert {r["subject"][:4] for r in records(tmp_path)} | {r["object"][:4] for r in records(tmp_path)} == {"e:t."}
    listed = (tmp_path / "facts/imports/t/unmatched.txt").read_text(encoding="utf-8").splitlines()
    told = {name: rest for _, name, *rest in (line.split("\t") for line in listed)}
    assert set(told) == {*PERSONS, *SHIPS, *OTHERS}
    for name, other in (
        ("Chad", "e:TCD"), ("Georgia", "e:GEO"), ("Vladimir Putin", "e:vladimir-putin"), ("Kim Jong Un", "e:kim-jong-un"),
        ("Russia", "e:RUS"), ("North Korea", "e:PRK"),
    ):  # fmt: skip
        assert told[name] == [f"also the name of {other}"], name
    assert account["namesakes"]["Chad"] == "e:TCD"
    assert "nationalOf" not in (tmp_path / "facts/imports/t/things.tsv").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("way", "putin", "russia"),
    [
        ("name", "e:vladimir-putin", "e:RUS"),
        ("state", "e:t.vladimir-putin", "e:RUS"),
        ("none", "e:t.vladimir-putin", "e:t.russia"),
    ],
)
def test_the_mapping_says_what_a_name_may_stand_for(
    tmp_path: Path, run: Run, bundle: Path, way: str, putin: str, russia: str
) -> None:
    import shutil

    shutil.copytree(bundle / "facts", tmp_path / "facts")
    rows = ["Vladimir Putin,Russia,,2020", "Vladimir Putin,Russia,,2021"]
    mapping = MAPPING + f'[match]\nsubject = "{way}"\nobject = "{way}"\n'
    account = json.loads(run(*table(tmp_path, rows, mapping), "--format", "json", cwd=tmp_path, code=0).stdout)
    assert {(r["subject"], r["object"]) for r in records(tmp_path)} == {(putin, russia)}
    matched = (tmp_path / "facts/imports/t/matched.txt").read_text(encoding="utf-8")
    assert ("2\tRussia\te:RUS\tname of a state\n" in matched) is (russia == "e:RUS")
    assert ("2\tVladimir Putin\te:vladimir-putin\tname in the graph\n" in matched) is (putin == "e:vladimir-putin")
    assert sum(account["matched"].values()) + sum(account["unmatched"].values()) == 4


def test_an_id_makes_one_thing_of_two_tables(tmp_path: Path, run: Run) -> None:
    mapping = (
        '[columns]\nsubject = "ship"\nsubject_id = "imo"\nsubject_of = "flag"\nobject = "by"\ndate = "day"\n[constants]\n'
        'relation = "ev:impose-sanctions"\n[ids]\nsubject_id = "imo"\n[states]\nobject = "name"\nsubject_of = "iso3"\n'
        '[kinds]\nsubject = "br:Goods"\n'
    )
    for name, rows in (
        ("one", ["Siri,9187629,IRN,USA,2020-01-01", "Siri,9187630,PAN,USA,2020-01-02", "Siri,12,IRN,USA,2020-01-03"]),
        ("two", ["Siri (ex Horizon),IMO 9187629,IRN,France,2020-02-01"]),
    ):
        command = table(tmp_path, rows, mapping.replace('"ship"', '"a"'), "a,imo,flag,by,day")
        account = json.loads(run(*command, "--document", name, "--format", "json", cwd=tmp_path, code=0).stdout)
        assert account["read"] == account["imported"] + sum(account["skipped"].values())
    assert account["skipped"] == {}
    assert [r["subject"] for r in records(tmp_path, "one")] == ["e:imo.9187629", "e:imo.9187630"]
    assert [r["subject"] for r in records(tmp_path, "two")] == ["e:imo.9187629"]
    said = run("fact", "e:imo.9187629", cwd=tmp_path, code=0).stdout
    assert "one.2" in said
    assert "two.2" in said


def test_a_code_of_wikidata_is_what_the_graph_says_it_is(tmp_path: Path, run: Run, bundle: Path) -> None:
    import shutil

    shutil.copytree(bundle / "facts", tmp_path / "facts")
    mapping = MAPPING.replace("flag", "q").replace("object_of", "object_id") + '[ids]\nobject_id = "qid"\n'
    rows = ["DPRK,Russland,Q159,2020", "DPRK,Somebody,Q99999999,2020", "DPRK,Nobody,159,2020"]
    account = json.loads(
        run(*table(tmp_path, rows, mapping, "a,b,q,day"), "--format", "json", cwd=tmp_path, code=0).stdout
    )
    assert [r["object"] for r in records(tmp_path)] == ["e:RUS", "wd:Q99999999"]
    assert account["skipped"] == {"no qid": 1}
    assert "“159” is no id of anything, in Wikidata (qid)" in account["told"][0]


def test_no_data_set_is_called_like_a_kind_of_id(tmp_path: Path, run: Run) -> None:
    command = table(tmp_path, ["Russia,China,,2020"], MAPPING)
    assert "is a kind of id" in run(*command, "--document", "imo", cwd=tmp_path, code=2).stderr


def test_a_curie_that_nobody_knows_is_no_actor(tmp_path: Path, run: Run) -> None:
    rows = ["e:nobody,Russia,,2020", "foo:bar,Russia,,2020", "e:PRK,Russia,,2020", "NOTE: Russia,China,,2020"]
    account = json.loads(run(*table(tmp_path, rows, MAPPING), "--format", "json", cwd=tmp_path, code=0).stdout)
    assert account["skipped"] == {"unknown name": 2}
    assert [r["subject"] for r in records(tmp_path)] == ["e:PRK", "e:t.note-russia"]


def test_ids_that_look_alike_are_not_one(tmp_path: Path, run: Run) -> None:
    ids = (
        "A/RES/1(I)",
        "A-RES-1-I",
        "a/res/1(i)",
        "ROU-RUS[RFP]_1901A",
        "ROU-RUS-RFP-_1901A",
        "EC OCT_1971O",
        "EC-OCT_1971O",
    )
    mapping = (
        '[columns]\nsubject_id = "q"\nsubject = "a"\nobject = "b"\n[constants]\nrelation = "br:signatory"\n'
        '[ids]\nsubject_id = "treaty"\n[states]\nobject = "iso3"\n[kinds]\nsubject = "br:Agreement"\n'
    )
    command = table(tmp_path, [f"Treaty,RUS,{name}" for name in ids], mapping, "a,b,q")
    account = json.loads(run(*command, "--format", "json", cwd=tmp_path, code=0).stdout)
    assert account["imported"] == len(ids)
    assert len({r["subject"] for r in records(tmp_path)}) == len(ids)
