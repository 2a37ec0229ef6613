"""What two share over rows of tables: agreements, memberships, votes, sums; the same in every answer."""

from __future__ import annotations

import csv
import random
import subprocess
import sys
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path

import duckdb
import kg
import pytest

STATES = (
    "PRK",
    "RUS",
    "CHN",
    "DNK",
    "NOR",
    "SWE",
    "FIN",
    "ISL",
    "USA",
    "FRA",
    "DEU",
    "GBR",
    "JPN",
    "KOR",
    "MNG",
    "VNM",
)
_BALLOTS = ("1", "2", "3", "8")
VOTES = """
[columns]
subject = "state"
relation = "vote"
object = "text"
date = "date"
[states]
subject = "iso3"
[kinds]
object = "br:Resolution"
[relations]
1 = "ballot:yes"
2 = "ballot:abstain"
3 = "ballot:no"
8 = "ballot:absent"
"""
LIST = """
[columns]
subject = "title"
subject_id = "number"
date = "signed"
[ids]
subject_id = "unts"
[kinds]
subject = "br:Agreement"
[constants]
relation = "br:signedOn"
"""
PARTIES = """
[columns]
subject_id = "number"
object = "state"
[ids]
subject_id = "unts"
[kinds]
subject = "br:Agreement"
[states]
object = "iso3"
[constants]
relation = "br:signatory"
"""
ARMS = """
[columns]
subject = "supplier"
object = "recipient"
value = "value"
date = "year"
[states]
subject = "iso3"
object = "iso3"
[constants]
relation = "ind:tiv"
"""


def run(folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    """A command of kg in a workspace, which must succeed."""
    done = subprocess.run([sys.executable, "-m", "kg", "-C", str(folder), *args], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done


def write(path: Path, columns: str, rows: list[tuple[object, ...]]) -> None:
    with open(path, "w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([columns.split(), *rows])


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two lists of treaties, a table of votes and one of arms, made at random."""
    folder, chance = tmp_path_factory.mktemp("shared"), random.Random(15)
    treaties = [(n, f"Treaty {n}", f"{chance.randint(1990, 2004)}-0{chance.randint(1, 9)}-11") for n in range(1, 121)]
    sizes = [2] * 60 + [3] * 30 + [14] * 30  # more than a network of all ties unasked
    parties = [(n, s) for (n, *_), size in zip(treaties, sizes, strict=True) for s in chance.sample(STATES, size)]
    write(folder / "list.csv", "number title signed", treaties)  # type: ignore[arg-type]
    write(folder / "parties.csv", "number state", parties)  # type: ignore[arg-type]
    votes = [
        (f"R/{n}", f"{2000 + n // 10}-10-0{1 + n % 9}", s, chance.choices(_BALLOTS, (6, 2, 2, 1))[0])
        for n in range(60)
        for s in STATES
    ]
    write(folder / "votes.csv", "text date state vote", votes)  # type: ignore[arg-type]
    arms: list[tuple[object, ...]] = [
        ("RUS", "PRK", 2001, "1.5"),
        ("RUS", "PRK", 2001, "2.25"),
        ("RUS", "PRK", 2002, "7"),
    ]
    arms += [("RUS", "PRK", "2001/2003", "9")]  # of no single year, so in no sum
    arms += [("USA", "KOR", 2001, "10"), ("USA", "KOR", 2001, "4"), ("USA", "KOR", 2001, "6")]
    write(folder / "arms.csv", "supplier recipient year value", arms)
    place = folder / "w"
    run(place.parent, "init", str(place), "--pair", "PRK", "RUS")
    for name, mapping in {"list": LIST, "parties": PARTIES, "votes": VOTES, "arms": ARMS}.items():
        (folder / f"{name}.toml").write_text(mapping, encoding="utf-8")
        run(place, "import", "table", str(folder / f"{name}.csv"), "--mapping", str(folder / f"{name}.toml"))
    return place


def pairs() -> list[tuple[str, str]]:
    return random.Random(1).sample(list(combinations(STATES, 2)), 100)


def signed(world: Path) -> dict[tuple[str, str], set[tuple[str, str]]]:
    """The treaties of each pair with their days, by a join that kg has no part in."""
    lists, parties = world.parent / "list.csv", world.parent / "parties.csv"
    rows = (
        duckdb.connect()
        .execute(
            f"SELECT DISTINCT x.state, y.state, t.title, CAST(t.signed AS VARCHAR) FROM '{parties}' x JOIN '{parties}' y "
            f"ON x.number = y.number AND x.state < y.state JOIN '{lists}' t ON t.number = x.number"
        )
        .fetchall()
    )
    found: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for a, b, title, day in rows:
        found[a, b].add((title, day))
    return found


def test_what_two_have_signed_is_the_same_in_every_answer_and_in_a_join(world: Path) -> None:
    expected, graph = signed(world), kg.open(str(world))
    for a, b in pairs():
        there = expected[min(a, b), max(a, b)]
        brief = next((s for s in graph.brief(a, b, everything=True).sections if s.key == "agreements"), None)
        assert {tuple(line.text.split(", ")) for line in (brief.lines if brief else ())} == there
        events = {(e.entity.label.split(":")[0], e.when) for e in graph.timeline(a, b) if "Treaty" in e.entity.label}
        assert events == there
        entries = graph.profile(a, b).sections.get("agreements", ())
        assert {(e.thing.label, e.dates[0].split("/")[0]) for e in entries} == there
        network = graph.network(panel="year", between=(a, b))
        tied = {(d["thing"], d["begins"]) for *_, d in network.edges(data=True) if d["rule"] == "joint"}
        assert len(tied) == len(there)


def test_the_panel_of_two_counts_by_year_what_they_signed(world: Path, tmp_path: Path) -> None:
    expected = signed(world)
    for a, b in pairs()[:5]:
        out = tmp_path / f"{a}-{b}.csv"
        run(world, "network", "export", a, b, "--panel", "year", "-o", str(out))
        with open(out, encoding="utf-8") as file:
            rows = [r for r in csv.DictReader(file) if r["source"] == f"e:{a}" and r["things"] != "0"]
        years = Counter(day[:4] for _, day in expected[min(a, b), max(a, b)])
        assert {r["period"]: int(r["joint"]) for r in rows} == years


def test_a_network_of_all_says_what_it_does_not_tie(world: Path) -> None:
    result = run(world, "network", "pairs", "--among", "states")
    assert "30 things that more than twelve share" in result.stdout


def test_how_two_voted_is_counted_as_by_hand(world: Path) -> None:
    with open(world.parent / "votes.csv", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    by = {(r["text"], r["state"]): r["vote"] for r in rows}
    for a, b in pairs()[:8]:
        both = [(by[t, a], by[t, b]) for t in dict.fromkeys(r["text"] for r in rows)]
        cast = [(x, y) for x, y in both if "8" not in (x, y)]
        alike, against = sum(x == y for x, y in cast), sum({x, y} == {"1", "3"} for x, y in cast)
        share = f"{100 * alike / len(cast):.0f}"
        said = f"{alike} of {len(cast)} votes alike ({share} %), {against} yes against no"
        text = " ".join(run(world, "brief", a, b).stdout.split())
        assert said in text
        assert f"; {len(both) - len(cast)} more with an absence" in text or len(both) == len(cast)
        first, second = sorted((f"e:{a}", f"e:{b}"))
        name = f"votes~{first[2:]}~{second[2:]}~ind:voting-agreement~2003"
        claim = run(world, "claim", name).stdout
        of_year = [(by[f"R/{n}", a], by[f"R/{n}", b]) for n in range(30, 40)]
        cast = [(x, y) for x, y in of_year if "8" not in (x, y)]
        assert f"{sum(x == y for x, y in cast)} of {len(cast)} votes alike" in " ".join(claim.split())


def test_parts_of_a_year_are_added_up_and_a_total_among_them_is_not(world: Path) -> None:
    text = " ".join(run(world, "brief", "PRK", "RUS").stdout.split())
    assert "2001 Russia (North Korea): volume of arms transfers (TIV): 3.75 (sum of 2 figures)" in text
    assert "Russia — volume of arms transfers (TIV): 7 (North Korea), 2002" in text
    assert "Russia — volume of arms transfers (TIV): 9 (North Korea), 2001/2003" in text
    mixed = run(world, "brief", "USA", "KOR")
    assert "sum of" not in mixed.stdout
    assert "3 figures are not added up: one of them looks like the total" in " ".join(mixed.stdout.split())


def test_the_page_of_two_shows_what_they_share(world: Path, tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    run(world, "view", "DNK", "NOR", "-o", str(out))
    page = out.read_text(encoding="utf-8")
    for title, _ in signed(world)["DNK", "NOR"]:
        assert title in page


def test_an_unknown_ballot_is_told_with_its_place(tmp_path: Path) -> None:
    place = tmp_path / "w"
    run(place.parent, "init", str(place), "--pair", "PRK", "RUS")
    write(
        tmp_path / "v.csv",
        "text date state vote",
        [("R/1", "2001", "PRK", "ballot:maybe"), ("R/1", "2001", "RUS", "1")],
    )
    (tmp_path / "v.toml").write_text(VOTES, encoding="utf-8")
    run(place, "import", "table", str(tmp_path / "v.csv"), "--mapping", str(tmp_path / "v.toml"))
    findings = (place / "facts/imports/v/findings.txt").read_text(encoding="utf-8")
    assert "v.csv:2" in findings
    assert "ballot:maybe" in findings
