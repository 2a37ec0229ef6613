"""Recipes: each known data set comes in whole, and every row is accounted for, counted here without kg."""

from __future__ import annotations

import csv
import json
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from kg.errors import WrongCall
from kg.importers.mapping import Mapping
from kg.importers.recipes import names, recipes, text_of

from conftest import DATA
from test_import_names import records

Run = Callable[..., subprocess.CompletedProcess[str]]
Row = dict[str, str]
HOME = DATA / "recipes"
OFAC = ["ent_num", "name", "type", "program", "title", "call", "vessel", "tonnage", "grt", "flag", "owner", "remarks"]
STATES = {"CHN", "RUS", "PRK", "CIV"}


class Known(NamedTuple):
    """How a sample is read without kg: why each of its rows is left out, "" where it is not."""

    fate: Callable[[Row], str]
    encoding: str = "utf-8-sig"
    delimiter: str = ","
    above: int = 0
    head: list[str] | None = None


def first(*fates: tuple[bool, str]) -> str:
    return next((reason for holds, reason in fates if holds), "")


SAMPLES = {
    "atop": Known(lambda r: first((r["member"] == ".", "no member"))),
    "comtrade": Known(
        lambda r: first(
            (r["partnerISO"] == "W00", "sum of all partners"),
            (r["partnerISO"] == "_X", "partner not specified"),
            (r["partner2Code"] != "0", "another partner2Code"),
            (r["motCode"] != "0", "another motCode"),
            (r["flowCode"] not in "XM", "another flowCode"),
            (not {r["partnerISO"], r["reporterISO"]} <= STATES, "unknown iso3 code"),
        ),
        "latin-1",
    ),
    "cow-alliances": Known(
        lambda r: first((r["ccode"] == "-9", "no member"), (r["ccode"] == "1001", "unknown cown code"))
    ),
    "cow-mid": Known(
        lambda r: first(
            (not {r["hihosta"], r["hihostb"]} & set("2345"), "another hihosta"), (r["stateb"] == "1001", "unknown cown code")
        )
    ),
    "eu-sanctions": Known(
        lambda r: "" if r["NameAlias_WholeName"] else "no name: an address or a paper of an entry", delimiter=";"
    ),
    "ofac-sdn": Known(
        lambda r: first(
            (r["name"] is None, "number of cells"), (r["ent_num"] == "x1", "no ofac"), (r["flag"] == "Atlantis", "unknown state")
        ),
        head=OFAC,
    ),
    "opensanctions": Known(lambda r: first((r["schema"] == "Gizmo", "unknown kind"))),
    "sipri": Known(lambda r: "", "latin-1", above=11),
    "ucdp-dyadic": Known(
        lambda r: first((not r["intensity_level"], "unknown relation"), (r["gwno_a"] == "9999", "unknown gwn code"))
    ),
    "ucdp-ged": Known(lambda r: first((r["date_start"].startswith("1993-02-30"), "date"))),
    "uk-sanctions": Known(
        lambda r: first((r["Designation Type"] == "Cloud", "unknown kind"), (r["Date Designated"][:5] == "31/02", "date")),
        above=1,
    ),
    "un-votes": Known(
        lambda r: first(
            (r["vote"] == "9", "not a member"), (r["unres"] == "NA", "no number of a resolution"),
            (r["ccode"] == "999", "unknown cown code"),
        )
    ),
    "undl-votes": Known(lambda r: "" if r["ms_vote"] else "no vote"),
}  # fmt: skip


def rows(name: str) -> Iterator[Row]:
    known = SAMPLES[name]
    with open(HOME / f"{name}.csv", encoding=known.encoding, newline="") as file:
        for _ in range(known.above):
            next(file)
        yield from csv.DictReader(file, known.head, delimiter=known.delimiter)


@pytest.fixture
def take(tmp_path: Path, run: Run) -> Callable[[str], dict[str, object]]:
    def call(name: str) -> dict[str, object]:
        path = str(HOME / f"{name}.csv")
        done = run("import", "table", path, "--recipe", name, "--format", "json", cwd=tmp_path, code=0)
        found: dict[str, object] = json.loads(done.stdout)
        return found

    return call


@pytest.mark.parametrize("name", names())
def test_every_row_of_a_sample_is_imported_or_skipped_by_reason(
    take: Callable[[str], dict[str, object]], tmp_path: Path, name: str
) -> None:
    fates = Counter(SAMPLES[name].fate(row) for row in rows(name))
    account = take(name)
    imported = fates.pop("", 0)
    assert (account["read"], account["imported"], account["skipped"]) == (
        imported + fates.total(),
        imported,
        dict(fates),
    )
    assert len({r["id"] for r in records(tmp_path, name)}) == account["records"]


def said(tmp_path: Path, name: str, *ids: str) -> list[tuple[str, ...]]:
    """Subject, relation, object, value and date of records."""
    found = {r["id"]: r for r in records(tmp_path, name)}
    return [tuple(found[i][k] for k in ("subject", "relation", "object", "value", "date")) for i in ids]


def test_votes_are_ballots_on_resolutions(take: Callable[[str], dict[str, object]], tmp_path: Path, run: Run) -> None:
    take("un-votes")
    take("undl-votes")
    ours, theirs = records(tmp_path, "un-votes"), records(tmp_path, "undl-votes")
    meant = {"1": "yes", "2": "abstain", "3": "no", "8": "absent"}
    fate = SAMPLES["un-votes"].fate
    assert Counter(r["relation"] for r in ours) == Counter(
        f"ballot:{meant[r['vote']]}" for r in rows("un-votes") if not fate(r)
    )
    # whose code 365 is, the day tells; one resolution is one thing in both, a vote on a paragraph is another
    soviet = {r["id"] for r in ours if r["subject"] == "e:SUN"}
    assert soviet == {f"{r['rcid']}-365" for r in rows("un-votes") if r["ccode"] == "365" and r["date"] < "1991-12-26"}
    (both,) = {r["object"] for r in ours if r["id"] == "3391-2"}
    assert both in {r["object"] for r in theirs}
    assert {r["object"] for r in ours if r["id"].startswith(("3392", "3393"))} == {"e:un-votes.3392", "e:un-votes.3393"}
    answer = json.loads(run("claim", "un-votes.9200-731", "--format", "json", cwd=tmp_path, code=0).stdout)
    assert answer["period"]["begins"] == "2022-03-02"
    assert "R/ES-11/1" in run("fact", "PRK", "ballot:no", cwd=tmp_path, code=0).stdout


def test_an_alliance_is_signed_by_whom_the_code_meant_then(
    take: Callable[[str], dict[str, object]], tmp_path: Path, run: Run
) -> None:
    take("atop")
    take("cow-alliances")
    assert said(tmp_path, "atop", "9", "10", "9-defence") == [
        ("e:atop.3375", "br:signatory", "e:SUN", "", "1961-07-06/1996-09-10"),
        ("e:atop.3375", "br:signatory", "e:PRK", "", "1961-07-06/1996-09-10"),
        ("e:atop.3375", "br:agreementType", "agr:defence", "", "1961-07-06/1996-09-10"),
    ]
    assert said(tmp_path, "atop", "4") == [("e:atop.3180", "br:signatory", "e:USA", "", "1949-08-24/..")]
    flags = {
        "defense": "defence",
        "neutrality": "neutrality",
        "nonaggression": "nonaggression",
        "entente": "consultation",
    }
    told = Counter(f"agr:{word}" for r in rows("cow-alliances") for flag, word in flags.items() if r[flag] == "1")
    found = records(tmp_path, "cow-alliances")
    assert Counter(r["object"] for r in found if r["relation"] == "br:agreementType") == told
    assert {r["date"] for r in found if r["subject"] == "e:cow-alliances.211"} == {"1947-11-27/1949"}
    said_so = run("fact", "ATOP alliance 3375", "signatory", cwd=tmp_path, code=0).stdout
    assert "Soviet Union" in said_so
    assert "Russia" not in said_so


def test_each_side_of_a_dispute_acts_as_far_as_it_went(
    take: Callable[[str], dict[str, object]], tmp_path: Path
) -> None:
    take("cow-mid")
    assert said(tmp_path, "cow-mid", "2-1-1902-a", "345-1-1949-b") == [
        ("e:USA", "cameo:138", "e:GBR", "", "1902"), ("e:SUN", "cameo:150", "e:YUG", "", "1949"),
    ]  # fmt: skip
    found = records(tmp_path, "cow-mid")
    sides = [r[side] for r in rows("cow-mid") if r["stateb"] != "1001" for side in ("hihosta", "hihostb")]
    assert len(found) == sum(side in "2345" for side in sides if side != "-9")
    assert [r["relation"] for r in found if r["id"].startswith("51-")] == ["ev:war"] * 4


def test_an_event_has_three_figures_of_deaths_a_point_and_a_state(
    take: Callable[[str], dict[str, object]], tmp_path: Path, run: Run
) -> None:
    account = take("ucdp-ged")
    assert account["flaws"] == {"coordinates": 1, "unknown gwn code": 2}
    kinds = {"best": "ind:deaths", "low": "ind:deaths-low", "high": "ind:deaths-high"}
    figures = {(r["subject"], r["relation"]): r["value"] for r in records(tmp_path, "ucdp-ged") if r["value"]}
    good = [r for r in rows("ucdp-ged") if not SAMPLES["ucdp-ged"].fate(r)]
    for row in good:
        for column, relation in kinds.items():
            assert figures[f"e:ucdp-ged.{row['id']}", relation] == row[column]
    assert sum(relation == "br:coordinates" for _, relation in figures) == sum(
        r["latitude"] not in ("", "91.5") for r in good
    )
    assert said(tmp_path, "ucdp-ged", "500002", "500002-where", "400001") == [
        ("e:RUS", "ev:fight", "e:UKR", "", "2022-03-01/2022-03-02"),
        ("e:ucdp-ged.500002", "br:location", "e:UKR", "", "2022-03-01/2022-03-02"),
        ("e:YUG", "ev:fight", "e:SVN", "", "1991-06-28"),
    ]
    answer = run("claim", "ucdp-ged.500002-low", cwd=tmp_path, code=0).stdout
    assert "deaths, lowest estimate: 21" in " ".join(answer.split())


def test_several_states_on_one_side_fight_each(take: Callable[[str], dict[str, object]], tmp_path: Path) -> None:
    take("ucdp-dyadic")
    found = [(r["subject"], r["relation"], r["object"]) for r in records(tmp_path, "ucdp-dyadic") if "869-" in r["id"]]
    assert found == [(f"e:{state}", "ev:war", "e:IRQ") for state in ("AUS", "GBR", "USA")]


def test_arms_are_ordered_delivered_and_counted(
    take: Callable[[str], dict[str, object]], tmp_path: Path, run: Run
) -> None:
    account = take("sipri")
    assert account["left_out"] == ["sipri.csv: 11 lines above the head row"]
    assert said(tmp_path, "sipri", "14", "14-delivered", "14-number-delivered", "14-tiv") == [
        ("e:PRK", "ev:order-arms", "e:SUN", "", "1984"),
        ("e:SUN", "ev:deliver-arms", "e:PRK", "", "1985/1987"),
        ("e:sipri.14", "ind:delivered", "", "46", "1985/1987"),
        ("e:sipri.14", "ind:tiv", "", "667", "1985/1987"),
    ]
    found = records(tmp_path, "sipri")
    table = list(rows("sipri"))
    for relation, column in (
        ("ev:deliver-arms", "Year(s) of delivery"), ("ind:ordered", "Number ordered"),
        ("ind:delivered", "Number delivered"), ("ind:tiv", "SIPRI TIV of delivered weapons"),
    ):  # fmt: skip
        assert sum(r["relation"] == relation for r in found) == sum(bool(r[column]) for r in table), relation
    assert {r["id"]: r["stance"] for r in found}["14"] == "assessed"
    assert "assessed" in run("claim", "sipri.14", cwd=tmp_path, code=0).stdout
    assert {r["id"]: r["subject"] for r in found}["19"] == "e:CIV"


def test_what_two_states_say_of_one_flow_stands_side_by_side(
    take: Callable[[str], dict[str, object]], tmp_path: Path, run: Run
) -> None:
    take("comtrade")
    found = {r["id"]: r for r in records(tmp_path, "comtrade")}
    mirror = found["2021-RUS-M-CHN-TOTAL-mirror"]
    assert (mirror["subject"], mirror["object"], mirror["speaker"], mirror["unit"]) == (
        "e:CHN",
        "e:RUS",
        "e:RUS",
        "cur:USD",
    )
    totals = [r for r in rows("comtrade") if not SAMPLES["comtrade"].fate(r) and r["cmdCode"] == "TOTAL"]
    assert sum(r["relation"] == "ind:exports" for r in found.values()) == len(totals)
    disputed = run("conflicts", "--format", "json", cwd=tmp_path, code=0).stdout
    assert "67565041122.5" in disputed
    assert "72675461092" in disputed
    flow = found["2021-CHN-M-RUS-27-goods"]["subject"]
    ends = {(r["relation"], r["object"]) for r in found.values() if r["subject"] == flow and r["object"]}
    assert ends == {("br:exporter", "e:RUS"), ("br:importer", "e:CHN")}


def test_lists_of_sanctions(take: Callable[[str], dict[str, object]], tmp_path: Path, run: Run) -> None:
    for name in ("ofac-sdn", "eu-sanctions", "uk-sanctions", "opensanctions"):
        take(name)
    things = {
        name: (tmp_path / f"facts/imports/{name}/things.tsv").read_text(encoding="utf-8") for name in SAMPLES
        if (tmp_path / f"facts/imports/{name}").is_dir()
    }  # fmt: skip
    for own, kind in (("90540", "br:Person"), ("91001", "br:Goods"), ("90036", "br:Organization")):
        assert f"e:ofac.{own}\ta\t{kind}\n" in things["ofac-sdn"].replace("\t\n", "\n")
    assert "e:ofac.91001\tbr:nationalOf\te:PRK" in things["ofac-sdn"]
    regimes = [r["subject"] for r in records(tmp_path, "ofac-sdn") if r["object"] == "e:ofac.90306"]
    assert regimes == ["e:USA", "e:ofac-sdn.npwmd", "e:ofac-sdn.ifsr", "e:ofac-sdn.dprk4"]
    assert "-0-" not in (tmp_path / "facts/imports/ofac-sdn/records-0001.tsv").read_text(encoding="utf-8")
    # the rows of an entry are names of one thing
    for name, thing, alias in (
        ("eu-sanctions", "e:eu-sanctions.eu-9001-1", "예시고려은행"), ("uk-sanctions", "e:uk-sanctions.rus9001", "Exampel SURNAME")
    ):  # fmt: skip
        assert f"{thing}\tskos:altLabel\t{alias}" in things[name]
        assert things[name].count(f"{thing}\trdfs:label\t") == 1
    assert said(tmp_path, "uk-sanctions", "3")[0][::4] == ("e:GBR", "2022-02-24")
    assert "Example Koryo Bank" in run("fact", "예시고려은행", cwd=tmp_path, code=0).stdout
    assert "North Korea" in run("fact", "e:opensanctions.nk-ex1", "national of", cwd=tmp_path, code=0).stdout


# ---------------------------------------------------------------------- recipes as such


def test_a_recipe_says_what_the_data_set_is_unless_an_option_does(
    take: Callable[[str], dict[str, object]], tmp_path: Path, run: Run
) -> None:
    take("atop")
    run("import", "table", str(HOME / "sipri.csv"), "--recipe", "sipri", "--title", "Arms", "--licence", "mine",
        cwd=tmp_path, code=0)  # fmt: skip
    atop, sipri = json.loads(run("datasets", "--format", "json", cwd=tmp_path, code=0).stdout)
    about = next(r for r in recipes() if r.name == "atop")
    assert (atop["title"], atop["licence"]) == (about.title, about.licence)
    assert "Leeds" in atop["citation"]
    assert (sipri["title"], sipri["licence"]) == ("Arms", "mine")
    assert about.home in (tmp_path / "facts/imports/atop/dataset.trig").read_text(encoding="utf-8")


def test_the_recipes_are_listed_and_one_that_is_none_is_told(tmp_path: Path, run: Run) -> None:
    listed = run("import", "--recipes", code=0).stdout
    for recipe in recipes():
        assert f"{recipe.name}: {recipe.title}" in listed
        assert recipe.licence in listed
        assert recipe.name in run("import", "table", "--help", code=0).stdout
        assert recipe.home.startswith("http")
        assert "citation" in Mapping(text_of(recipe.name), recipe.name).about
    missing = run("import", "table", "t.csv", "--recipe", "sipry", cwd=tmp_path, code=2).stderr
    assert "Did you mean sipri?" in missing
    assert all(name in missing for name in names())
    with pytest.raises(WrongCall):
        text_of("../atop")
    both = run("import", "table", "t.csv", "--recipe", "sipri", "--mapping", "m.toml", cwd=tmp_path, code=2).stderr
    assert "there are two" in both
    assert "These do: table" in run("import", "events", "t.csv", "--recipe", "sipri", cwd=tmp_path, code=2).stderr
    completed = run(
        "import", env={"_KG_COMPLETE": "bash_complete", "COMP_WORDS": "kg import table --recipe si", "COMP_CWORD": "4"}
    )
    assert "sipri" in completed.stdout
