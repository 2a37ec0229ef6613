"""The table of states: whose a code or a name is, and when; and what a table that uses them becomes."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from kg.base.states import SYSTEMS, States
from kg.compile.ontology import ontology_of
from kg.engine.parse import parse_trig
from kg.importers.actors import Actors
from kg.workspace import Workspace

from conftest import ROOT

Run = Callable[..., subprocess.CompletedProcess[str]]
YEARS = range(1800, 2031)
TABLE = ROOT / "ontology/base/states.tsv"
COLUMNS, *ROWS = (
    line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")
)
STATES = [dict(zip(COLUMNS, row, strict=True)) for row in ROWS]


@pytest.fixture(scope="module")
def states() -> States:
    return States()


def lines(cell: str) -> list[str]:
    return [entry for entry in cell.split("|") if entry]


# ---------------------------------------------------------------------- the table as a whole


def test_the_table_can_be_read_by_a_person() -> None:
    ids = [state["id"] for state in STATES]
    assert len(set(ids)) == len(ids) >= 285
    assert ids == sorted(ids), "codes first, then names, each in order: a line is found where it is looked for"
    for state in STATES:
        assert state["en"], state["id"]
        assert state["ru"], state["id"]
        assert state["ko"], state["id"]
        assert state["id"].islower() is not (state["iso"].split(" ")[1:2] == [state["id"]]), "ISO's code is the id"
        assert state["iso"] or state["cow"] or state["gw"], "a code says which state is meant"
        for cell in state.values():
            assert cell == cell.strip()
            assert "" not in cell.split("|") or not cell
    head = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    assert any("Sources:" in line for line in head)


def test_a_code_leads_to_one_state_in_any_year(states: States) -> None:
    for (system, code), holders in states._codes.items():
        for year in YEARS:
            found = {h.id for h in holders if not h.years or h.holds(year)}
            assert len(found) <= 1, (system, code, year, found)
            if found:
                assert states.by_code(code, system, year) == found.pop(), (system, code, year)


def test_each_code_and_name_of_a_state_leads_back_to_it(states: States) -> None:
    for state in STATES:
        for system, (column, place) in SYSTEMS.items():
            for entry in lines(state[column]):
                code, *years = entry.split(" ")[place], *entry.split(" ")[-1:]
                if code == "-":
                    continue
                span = years[0] if years[0][:4].isdigit() and "-" in years[0] else ""
                ends: set[int | None] = {int(y) for part in span.split(",") if part for y in part.split("-") if y}
                for year in ends or {None}:
                    assert states.by_code(code, system, year) == state["id"], (entry, system, year)
        for lang in ("en", "ru", "ko"):
            assert states.by_name(state[lang]) in (state["id"], None), state[lang]
        found = states.get(state["id"])
        assert found is not None
        assert found.labels == {lang: state[lang] for lang in ("en", "ru", "ko")}


def test_the_english_label_of_every_state_is_its_own(states: States) -> None:
    assert [s["en"] for s in STATES if states.by_name(s["en"]) != s["id"]] == []
    assert [s["ko"] for s in STATES if states.by_name(s["ko"]) != s["id"]] == []
    assert [s["ru"] for s in STATES if states.by_name(s["ru"]) != s["id"]] == []


# ---------------------------------------------------------------------- codes


@pytest.mark.parametrize(
    ("system", "code", "year", "state"),
    [
        *(("cown", "365", year, own) for year, own in (
            (1816, "russian-empire"), (1917, "russian-empire"), (1918, "RUS"), (1922, "RUS"), (1923, "SUN"), (1991, "SUN"),
            (1992, "RUS"), (2024, "RUS"), (1700, None), (None, None),
        )),
        *(("cown", "255", year, own) for year, own in ((1866, "prussia"), (1871, "DEU"), (1995, "DEU"), (None, None))),
        ("cown", "260", 1970, "DEU"), ("cown", "265", 1970, "DDR"), ("cown", "265", None, "DDR"),
        ("gwn", "260", 2020, "DEU"), ("gwn", "255", 1900, "DEU"), ("gwn", "255", 1850, "prussia"),
        ("cown", "345", 1900, "SRB"), ("cown", "345", 1950, "YUG"), ("cown", "345", 2005, "SCG"),
        ("cown", "345", 2010, "SRB"), ("gwn", "345", 1950, "YUG"), ("gwn", "345", 2006, "SCG"), ("gwn", "345", 1900, None),
        ("gwn", "340", 1900, "SRB"), ("gwn", "340", 2010, "SRB"), ("gwn", "340", None, "SRB"),
        ("cown", "640", 1900, "ottoman-empire"), ("cown", "640", 1923, "TUR"), ("cown", "325", 1850, "sardinia"),
        ("cown", "816", 1970, "VDR"), ("cown", "816", 1990, "VNM"), ("cown", "817", 1970, "south-vietnam"),
        ("gwn", "815", 1850, "vietnam-to-1893"), ("cown", "300", None, "austria-hungary"), ("cown", "315", 1950, "CSK"),
        ("cown", "678", 1970, "north-yemen"), ("cown", "679", 2000, "YEM"), ("cown", "680", 1980, "YMD"),
        ("gwn", "678", 1970, "north-yemen"), ("gwn", "678", 2000, "YEM"), ("cown", "730", 1900, "korea-to-1910"),
        ("cown", "731", None, "PRK"), ("cown", "731", 1900, "PRK"), ("cown", "369", 1960, "UKR"),
        ("cown", "970", 2010, "NRU"), ("gwn", "970", 2010, "KIR"), ("gwn", "971", 2010, "NRU"), ("cown", "946", 2010, "KIR"),
        ("cowc", "ROK", None, "KOR"), ("cowc", "KOR", None, "korea-to-1910"), ("iso3", "KOR", None, "KOR"),
        ("cowc", "ROM", None, "ROU"), ("gwc", "RUM", None, "ROU"), ("cown", "347", None, "XKX"),
        ("iso3", "SUN", None, "SUN"), ("iso3", "DDR", None, "DDR"), ("iso3", "YUG", 2001, "YUG"), ("iso3", "CSK", None, "CSK"),
        ("iso3", "BUR", None, "MMR"), ("iso3", "ZAR", 1980, "COD"), ("iso2", "CS", None, None), ("iso2", "cs", 1980, "CSK"),
        ("iso2", "CS", 2005, "SCG"), ("iso2", "kp", None, "PRK"), ("iso4", "suhh", None, "SUN"), ("iso4", "CSXX", None, "SCG"),
        ("ison", "408", None, "PRK"), ("ison", "8", None, "ALB"), ("ison", "008", None, "ALB"), ("ison", "891", 1995, "YUG"),
        ("ison", "891", 2004, "SCG"), ("ison", "891", None, None), ("ison", "280", 1980, "DEU"), ("ison", "720", None, "YMD"),
        ("ioc", "URS", None, "SUN"), ("ioc", "GER", None, "DEU"), ("fips", "RS", None, "RUS"), ("wb", "KSV", None, "XKX"),
        ("iso3", "ZZZ", None, None), ("cown", "", 1950, None), ("cown", "0", None, None),
    ],
)  # fmt: skip
def test_whose_a_code_is(states: States, system: str, code: str, year: int | None, state: str | None) -> None:
    assert states.by_code(code, system, year) == state
    assert states.by_code(f" {code} ", system, year) == state


# ---------------------------------------------------------------------- names


@pytest.mark.parametrize(
    ("state", "names"),
    [
        ("PRK", "DPRK|D.P.R.K.|North Korea|NORTH KOREA|Democratic People's Republic of Korea|КНДР|Северная Корея|북한|"
                "조선민주주의인민공화국|Corée du Nord|Corea del Norte|朝鲜|كوريا الشمالية|the Democratic People's Republic of Korea"),
        ("KOR", "ROK|South Korea|Republic of Korea|Южная Корея|대한민국|한국|Corée du Sud|韩国"),
        ("CHN", "PRC|China|People's Republic of China|КНР|중국|中国"),
        ("RUS", "Russia|Russian Federation|Russian Federation (the)|la Fédération de Russie|Россия|РФ|러시아|俄罗斯"),
        ("SUN", "USSR|U.S.S.R.|Soviet Union|the Soviet Union|СССР|Советский Союз|소련|URSS|苏联"),
        ("GBR", "UK|United Kingdom|Great Britain|Britain|Великобритания|영국"),
        ("USA", "US|U.S.|USA|United States|United States of America|США|미국|États-Unis|Estados Unidos"),
        ("ARE", "UAE|United Arab Emirates|ОАЭ"), ("COD", "DRC|DR Congo|Zaire|Democratic Republic of the Congo|Democratic Republic of Congo"),
        ("MMR", "Burma|Myanmar|Myanmar (Burma)"), ("CIV", "Ivory Coast|Côte d'Ivoire|Cote d'Ivoire|COTE D’IVOIRE"),
        ("SWZ", "Swaziland|Eswatini"), ("NLD", "Holland|Netherlands|The Netherlands|Netherlands (the)"),
        ("TUR", "Turkey|Türkiye|Turkiye"), ("IRN", "Iran|Persia|Iran (Islamic Republic of)"), ("THA", "Siam|Thailand"),
        ("LKA", "Ceylon|Sri Lanka"), ("DEU", "West Germany|FRG|Germany"), ("DDR", "East Germany|GDR|DDR|ГДР|동독"),
        ("CZE", "Czechia|Czech Republic"), ("CSK", "Czechoslovakia|Чехословакия"), ("YUG", "Yugoslavia|SFRY"),
        ("austria-hungary", "Austria-Hungary|Австро-Венгрия"), ("ottoman-empire", "Ottoman Empire|Османская империя"),
        ("south-vietnam", "South Vietnam|Republic of Vietnam"), ("VDR", "North Vietnam"), ("YMD", "South Yemen"),
        ("SLV", "El Salvador"), ("GMB", "The Gambia|Gambia (the)"),
    ],
)  # fmt: skip
def test_whose_a_name_is(states: States, state: str, names: str) -> None:
    assert {name: states.by_name(name) for name in names.split("|")} == dict.fromkeys(names.split("|"), state)


def test_a_name_of_two_states_is_nobodys_unless_the_year_decides(states: States) -> None:
    for name in ("Korea", "Congo", "Конго", "Republic of China", "Atlantis", "", "(the)", "Bank of China", "Salvador"):
        assert states.by_name(name) is None, name
    by_year: dict[str, dict[int, str | None]] = {
        "Korea": {1900: "korea-to-1910", 1930: None, 2000: None},
        "Republic of China": {1930: "CHN", 1960: "TWN"},
        "Germany": {1850: "prussia", 1900: "DEU", 1970: None, 2000: "DEU"},
        "Vietnam": {1850: "vietnam-to-1893", 1965: None, 1980: "VNM"},
        "Russia": {1900: "russian-empire", 1920: "RUS", 1960: "SUN", 2000: "RUS"},
        "Bavaria": {1850: "bavaria", 2000: None},
        "Congo": {1965: None},
    }
    for name, years in by_year.items():
        assert {year: states.by_name(name, year) for year in years} == years, name


# ---------------------------------------------------------------------- in a data set


@pytest.fixture
def actors(tmp_path: Path, states: States) -> Actors:
    return Actors("t", ontology_of(Workspace(str(tmp_path))), states)


def test_a_code_that_is_not_isos_counts_when_all_others_agree(actors: Actors) -> None:
    assert actors.any_code("PRK") == "e:PRK"
    assert actors.any_code("ALG") == "e:DZA", "COW and the Olympic committee"
    assert actors.any_code("LIB") is None, "COW's Libya, and the Lebanon of the Olympic committee"
    assert actors.any_code("QQQ") is None
    assert actors.any_code("GMY") is None
    assert [actors.any_code("GMY", [year]) for year in (1850, 1900)] == ["e:prussia", "e:DEU"]


def test_brackets_hold_another_name_of_the_same_state_or_none_is_meant(actors: Actors) -> None:
    known = {
        "Zimbabwe (Rhodesia)": "e:ZWE",
        "Sri Lanka (Ceylon)": "e:LKA",
        "Korea, Republic of": "e:KOR",
        "Germany (East)": "e:DDR",
    }
    nobody = ("Sudan (Nile)", "Russia (Soviet Union)", "China (Taiwan)", "Military (Russia)", "Wikipedia (de)")
    assert {name: actors.named_state(name) for name in known} == known
    assert [actors.named_state(name) for name in nobody] == [None] * len(nobody)


def test_a_person_or_a_ship_is_no_state(actors: Actors) -> None:
    assert actors.actor("Chad", "br:Person") == "e:t.chad"
    assert actors.actor("Chad") == "e:TCD"
    assert actors.actor("Syria", "br:Goods") == "e:t.syria"
    assert actors.unmatched == {"Chad": 1, "Syria": 1}


MAPPING = (
    '[columns]\nsubject = "a"\nobject = "b"\ndate = "year"\nvalue = "v"\n'
    '[constants]\nrelation = "ind:troops"\n[states]\nsubject = "{0}"\nobject = "{0}"\n'
)


def test_the_date_of_a_row_says_whose_a_code_is(tmp_path: Path, run: Run) -> None:
    (tmp_path / "t.csv").write_text(
        "a,b,year,v\n365,731,1950,1\n365,731,2000,2\n365,731,,3\n365,731,1980/2000,4\n300,640,1900,5\n345,816,1960,6\n9,731,1900,7\n"
        "365,731,1950/1960,8\n"
    )
    (tmp_path / "m.toml").write_text(MAPPING.format("cown"))
    done = run("import", "table", "t.csv", "--mapping", "m.toml", "--format", "json", cwd=tmp_path, code=0)
    account = json.loads(done.stdout)
    assert account["skipped"] == {"cown code of several states": 2, "unknown cown code": 1}
    said = "t.csv:4: “365” is the cown code of several states (RUS 1918-1922,1992-; SUN 1923-1991; russian-empire 1816-1917); the date of the row does not decide"
    assert account["told"][0] == said
    assert set(account["states"]) == {
        "PRK", "RUS", "SUN", "VDR", "YUG", "austria-hungary", "ottoman-empire",
    }  # fmt: skip
    text = (tmp_path / "facts/imports/t/records-0001.tsv").read_text()
    assert [line.split("\t")[1:4:2] for line in text.splitlines()[1:]] == [
        ["e:SUN", "e:PRK"], ["e:RUS", "e:PRK"], ["e:austria-hungary", "e:ottoman-empire"], ["e:YUG", "e:VDR"],
        ["e:SUN", "e:PRK"],
    ]  # fmt: skip
    assert "No findings" in (lambda d: d.stdout + d.stderr)(run("check", cwd=tmp_path, code=0))
    assert "Austria-Hungary" in run("fact", "Австро-Венгрия", cwd=tmp_path, code=0).stdout


def test_the_date_of_a_row_says_whose_a_name_is(tmp_path: Path, run: Run) -> None:
    (tmp_path / "t.csv").write_text("a,b,year,v\nRussia,Korea,1900,1\nRussia,Korea,2000,2\nUSSR,DPRK,,3\n")
    (tmp_path / "m.toml").write_text(MAPPING.format("name"))
    done = run("import", "table", "t.csv", "--mapping", "m.toml", "--format", "json", cwd=tmp_path, code=0)
    assert json.loads(done.stdout)["skipped"] == {"unknown state": 1}
    text = (tmp_path / "facts/imports/t/records-0001.tsv").read_text()
    assert [line.split("\t")[1:4:2] for line in text.splitlines()[1:]] == [
        ["e:russian-empire", "e:korea-to-1910"], ["e:SUN", "e:PRK"],
    ]  # fmt: skip


def test_a_state_without_iso_code_that_people_describe_is_that_state(tmp_path: Path, run: Run) -> None:
    (tmp_path / "facts").mkdir()
    reference = tmp_path / "facts/mine.trig"
    heads = "@prefix br: <https://w3id.org/bilateral/ns#> .\n@prefix e: <https://w3id.org/bilateral/id/> .\n@prefix g: <https://w3id.org/bilateral/graph/> .\n@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
    (tmp_path / "t.csv").write_text("a,b,year,v\n300,640,1900,5\n")
    (tmp_path / "m.toml").write_text(MAPPING.format("cown"))
    command = ("import", "table", "t.csv", "--mapping", "m.toml")
    reference.write_text(heads + 'g:reference { e:ottoman-empire a br:Place ; rdfs:label "Ottoman lands"@en . }\n')
    refused = run(*command, cwd=tmp_path, code=2)
    assert "facts/mine.trig:5 defines e:ottoman-empire already" in refused.stderr
    assert "say so there: a br:State" in refused.stderr
    reference.write_text(
        heads + 'g:reference { e:ottoman-empire a br:State ; rdfs:label "The Porte"@en ; br:cowCode 640 . }\n'
    )
    run(*command, cwd=tmp_path, code=0)
    made = (tmp_path / "facts/imports/t/dataset.trig").read_text()
    assert "e:austria-hungary a br:State" in made
    assert "e:ottoman-empire" not in made
    assert "The Porte" in run("fact", "AUSTRIA-HUNGARY", cwd=tmp_path, code=0).stdout


# ---------------------------------------------------------------------- the data set as a document


def test_a_data_set_is_described_byte_for_byte_the_same(tmp_path: Path, run: Run) -> None:
    title = 'Зөв "x" \\ \t ‘é’ 🎉 } . #'
    made = []
    for turn in ("one", "two"):
        folder = tmp_path / turn
        folder.mkdir()
        (folder / 't "x".csv').write_text("a,b,year,v\n365,731,1950,1\n300,640,1900,5\n")
        (folder / "m.toml").write_text(MAPPING.format("cown"))
        run(
            "import",
            "table",
            't "x".csv',
            "--document",
            "t",
            "--mapping",
            "m.toml",
            "--title",
            title,
            "--issued",
            "2020-01",
            cwd=folder,
            code=0,
        )
        made.append((folder / "facts/imports/t/dataset.trig").read_bytes())
    assert made[0] == made[1]
    run(
        "import",
        "table",
        't "x".csv',
        "--document",
        "t",
        "--mapping",
        "m.toml",
        "--title",
        title,
        "--issued",
        "2020-01",
        "--again",
        cwd=folder,
        code=0,
    )
    assert (folder / "facts/imports/t/dataset.trig").read_bytes() == made[0]
    text = made[0].decode()
    assert text.startswith("# Written by kg import")
    assert "\ne:SUN a br:State ;" in text.replace("\t", "")
    assert 'rdfs:label "Soviet Union"@en , "СССР"@ru , "소련"@ko' in text
    told = {(s.rpartition("/")[2], p.rpartition("#")[2].rpartition("/")[2]): o for s, p, o, _ in parse_trig(made[0])}
    assert told["t", "title"].value == title  # type: ignore[union-attr]
    assert told["t", "fileName"].value == 't "x".csv'  # type: ignore[union-attr]
    assert told["t", "issued"].datatype.endswith("gYearMonth")  # type: ignore[union-attr]
    assert told["SUN", "gwCode"].value == "365"  # type: ignore[union-attr]
