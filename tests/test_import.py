"""kg import, from a stranger's file to every answer: the real command on real files."""

from __future__ import annotations

import csv
import gzip
import itertools
import json
import re
import subprocess
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import kg
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kg.text.records import Record, from_line, to_line
from kg.workspace import Workspace

import kept
from browser import data_of
from conftest import ROOT

Run = Callable[..., subprocess.CompletedProcess[str]]
DATA = ROOT.parent / "shared" / "data"
needs_data = pytest.mark.skipif(not DATA.is_dir(), reason="the large data sets are not part of this repository")

#: Day, source, act, target. Written by hand for these tests.
EVENTS = [
    ("2018-01-03", "Russia", "Make a visit", "North Korea"),
    ("2018-01-05", "North Korea", "Host a visit", "Russia"),
    ("2018-02-07", "Foreign Affairs (Russia)", "Consult", "Foreign Affairs (North Korea)"),
    ("2018-02-09", "Россия", "Criticize or denounce", "United States"),
    ("2018-03-01", "Russia", "Make a visit", "Kim Jong-Un"),
    ("2018-03-02", "Unspecified Actor", "Use conventional military force", "Syria"),
    ("2018-03-02", "Russia", "Praise or endorse", "Russia"),
]


def write(path: Path, rows: Sequence[tuple[str, ...]], head: str = "date\tsource\trelation\ttarget") -> Path:
    text = "\n".join([head, *("\t".join(r) for r in rows)]) + "\n"
    data = text.encode()
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    return path


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory, run_module: Run) -> Path:
    """A new workspace with the events above."""
    folder = tmp_path_factory.mktemp("import")
    write(folder / "acts.tsv.gz", EVENTS)
    run_module("import", "events", "acts.tsv.gz", "--title", "Acts of 2018", "--issued", "2018-12", cwd=folder, code=0)
    return folder


@pytest.fixture(scope="module")
def run_module(tmp_path_factory: pytest.TempPathFactory) -> Run:
    def call(*args: str, cwd: Path, code: int | None = None) -> subprocess.CompletedProcess[str]:
        import sys

        done = subprocess.run([sys.executable, "-m", "kg", *args], cwd=cwd, capture_output=True, text=True, timeout=120)
        assert "Traceback" not in done.stderr, done.stderr
        assert code is None or done.returncode == code, (done.stdout[-800:], done.stderr[-800:])
        return done

    return call


def test_every_row_is_accounted_for(tmp_path: Path, run: Run) -> None:
    rows: list[tuple[str, ...]] = [
        *EVENTS,
        ("2018-02-30", "Russia", "Consult", "China"),
        ("2018-02-03", "Russia", "Levitate", "China"),
    ]
    rows += [("2018-02-03", "Russia", "", "China"), ("2018-02-03", "", "Consult", "China"), ("2018-02-03", "Russia")]
    rows += [("2018-02-03", "=HYPERLINK(1)", "Consult", "China")]
    write(tmp_path / "acts.tsv", rows)
    done = run("import", "events", "acts.tsv", "--format", "json", cwd=tmp_path, code=0)
    account = json.loads(done.stdout)
    assert (account["read"], account["imported"]) == (13, 7)
    assert account["skipped"] == {"unknown act": 2, "date": 1, "formula": 1, "no source": 1, "number of cells": 1}
    assert account["read"] == account["imported"] + sum(account["skipped"].values())
    told = (tmp_path / "facts/imports/acts/findings.txt").read_text(encoding="utf-8")
    assert "acts.tsv:9: “2018-02-30” is not a day" in told
    assert "acts.tsv:10: “Levitate” is neither" in told
    lines = (tmp_path / "facts/imports/acts/unmatched.txt").read_text().splitlines()
    unmatched = {name: count for count, name in (line.split("\t") for line in lines)}
    assert unmatched["Kim Jong-Un"] == "1"
    assert "Russia" not in unmatched
    assert "Россия" not in unmatched


def test_a_dry_run_writes_nothing(tmp_path: Path, run: Run) -> None:
    write(tmp_path / "acts.tsv", EVENTS)
    done = run("import", "events", "acts.tsv", "--dry-run", cwd=tmp_path, code=0)
    assert "7 rows read = 7 imported + 0 skipped; nothing was written" in done.stdout
    assert not (tmp_path / "facts").exists()


def test_importing_twice_changes_nothing(imported: Path, run: Run) -> None:
    def texts() -> dict[Path, bytes]:
        return {p: p.read_bytes() for p in (imported / "facts").rglob("*") if p.is_file()}

    noted = Path(Workspace(str(imported)).cache) / "current"
    before, current = texts(), noted.read_text()
    done = run(
        "import", "events", "acts.tsv.gz", "--title", "Acts of 2018", "--issued", "2018-12", cwd=imported, code=0
    )
    assert "here already, unchanged" in done.stdout
    assert texts() == before
    assert noted.read_text() == current


def test_a_newer_version_of_the_source_takes_the_place_of_the_old(tmp_path: Path, run: Run) -> None:
    write(tmp_path / "acts.tsv", EVENTS)
    run("import", "events", "acts.tsv", cwd=tmp_path, code=0)
    write(tmp_path / "acts.tsv", [("2018-06-06", "Russia", "Make a visit", "North Korea"), *EVENTS[1:3]])
    done = run("import", "events", "acts.tsv", cwd=tmp_path, code=0)
    assert "3 rows read = 3 imported" in done.stdout
    facts = run("fact", "RUS", cwd=tmp_path, code=0).stdout
    assert "2018-06-06" in facts
    assert "2018-01-03" not in facts
    assert "denounce" not in facts


def test_a_name_that_two_things_have_is_nobodys(tmp_path: Path, run: Run) -> None:
    (tmp_path / "facts").mkdir()
    (tmp_path / "facts/people.trig").write_text(
        "@prefix br: <https://w3id.org/bilateral/ns#> . @prefix e: <https://w3id.org/bilateral/id/> .\n"
        "@prefix g: <https://w3id.org/bilateral/graph/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        'g:reference { e:one a br:Person ; rdfs:label "Ann Twice"@en . e:two a br:Person ; rdfs:label "Ann Twice"@en .\n'
        '  e:three a br:Person ; rdfs:label "Ann Once"@en . }\n'
    )
    rows = [("2018-01-03", "Ann Twice", "Consult", "Ann Once")]
    write(tmp_path / "acts.tsv", rows)
    run("import", "events", "acts.tsv", cwd=tmp_path, code=0)
    line = (tmp_path / "facts/imports/acts/records-0001.tsv").read_text().splitlines()[1].split("\t")
    assert (line[1], line[3]) == ("e:acts.ann-twice", "e:three")
    assert (tmp_path / "facts/imports/acts/unmatched.txt").read_text() == "1\tAnn Twice\n"


def test_the_same_commands_answer(imported: Path, run: Run) -> None:
    page = run("brief", "PRK", "RUS", cwd=imported, code=0).stdout
    assert "Acts of 2018: 3 acts, 2018-01-03 – 2018-02-07; 2 by the two themselves" in page
    assert re.search(r"2018-01 .* 2 acts, mean score \+2\.5; 2 cooperative, 0 conflictual", page)
    facts = run("fact", "RUS", "make a visit", cwd=imported, code=0).stdout
    assert "make a visit: North Korea (2018-01-03)" in facts
    assert "reported · Acts of 2018 · acts record 2, no source given [acts.2]" in facts
    times = run("timeline", "PRK", "RUS", "--format", "csv", cwd=imported, code=0).stdout
    assert [row["when"] for row in csv.DictReader(times.splitlines())] == ["2018-01-03", "2018-01-05", "2018-02-07"]
    claim = json.loads(run("claim", "acts.2", "--format", "json", cwd=imported, code=0).stdout)
    assert claim["summary"] == "Russia → North Korea: make a visit, 2018-01-03"
    assert claim["document"]["id"] == "acts"
    ranks = run("network", "measure", "--format", "json", cwd=imported, code=0).stdout
    assert json.loads(ranks)["ranks"][0]["entity"]["id"] == "e:RUS"
    ask = "SELECT (COUNT(?e) AS ?n) WHERE { ?e br:actor e:RUS ; br:recipient e:PRK }"
    assert run("sparql", ask, "--format", "csv", cwd=imported, code=0).stdout.split() == ["n", "1"]
    assert run("sparql", ask, "--no-records", "--format", "csv", cwd=imported).stdout.split() == ["n", "0"]
    run("view", "PRK", "RUS", "-o", "page.html", cwd=imported, code=0)
    assert "Acts of 2018" in json.dumps(data_of(imported / "page.html"))


def test_a_series_is_a_claim(imported: Path, run: Run) -> None:
    claim = json.loads(run("claim", "acts~RUS~PRK", "--format", "json", cwd=imported, code=0).stdout)
    tally = claim["tally"]
    assert (tally["subject"]["label"], tally["object"]["label"]) == ("Russia", "North Korea")
    assert (tally["acts"], tally["mean"], tally["begins"]) == (1, 2.5, "2018-01-03")
    text = run("claim", "acts~RUS~PRK", cwd=imported, code=0).stdout
    assert "Russia → North Korea: records: 1, mean score +2.5, 2018-01-03" in text
    assert [p["record"] for p in claim["passages"]] == ["2"]
    lifted = json.loads(run("claim", "acts~RUS+~PRK+", "--format", "json", cwd=imported, code=0).stdout)
    assert [p["record"] for p in lifted["passages"]] == ["4"]
    assert run("claim", "acts~RUS~PRK~1990", cwd=imported).returncode == 1
    assert run("cite", "acts.2", cwd=imported, code=0).stdout


def test_both_clocks_and_the_speaker_hold_for_records(imported: Path, run: Run) -> None:
    assert "Acts of 2018: 1 act," in run("brief", "PRK", "RUS", "--as-of", "2018-02", cwd=imported, code=0).stdout
    assert run("brief", "PRK", "RUS", "--known-at", "2018-11", cwd=imported).returncode == 1
    network = kg.open(str(imported)).network(as_of="2018-01", among="states")
    claims = [kg.open(str(imported)).claim(d["claim"]) for *_, d in network.edges(data=True)]
    assert claims
    assert all(c.period and (c.period.ends or "") < "2018-02" for c in claims), "a series cites nothing outside"
    assert run("brief", "PRK", "RUS", "--known-at", "2019", cwd=imported).returncode == 0
    assert run("fact", "RUS", "--according-to", "PRK", cwd=imported).returncode == 1
    assert run("fact", "RUS", "--according-to", "e:acts.source", cwd=imported).returncode == 0
    assert run("fact", "RUS", "--stance", "planned", cwd=imported).returncode == 1


def test_a_network_sums_the_acts_of_a_pair_and_counts_each(tmp_path: Path, run: Run) -> None:
    write(tmp_path / "acts.tsv", [EVENTS[0], EVENTS[0], ("2018-02-01", "Russia", "Threaten", "North Korea"), EVENTS[2]])
    run("import", "events", "acts.tsv", cwd=tmp_path, code=0)
    from kg.network.project import dyads

    graph = kg.open(str(tmp_path))
    network = graph.network(among="states")
    assert sorted((d["rule"], d["count"], d["weight"]) for _, _, d in network.edges(data=True)) == [
        ("event", 1, -3.5), ("event", 2, 5.0), ("lifted", 1, 2.5),
    ]  # fmt: skip
    summed = dyads(network).edges["e:RUS", "e:PRK"]
    assert (summed["things"], summed["weight"], summed["strength"]) == (4, 4.0, 11.0)
    months = {s.period: (s.things, s.total) for s in graph.profile("RUS", "PRK", per="month").scores}
    assert months == {"2018-01": (2, 5.0), "2018-02": (2, -1.0)}


def test_names_of_a_data_set_are_found_in_any_script(imported: Path, run: Run) -> None:
    for text in ("foreign affairs russia", "Foriegn Afairs Russia", "e:acts.foreign-affairs-russia"):
        found = run("search", text, "--format", "csv", cwd=imported, code=0).stdout
        assert "e:acts.foreign-affairs-russia" in found, text
    assert "e:RUS" in run("search", "Россия", "--format", "csv", cwd=imported, code=0).stdout


def test_the_curated_graph_and_a_data_set_are_one(tmp_path: Path, run: Run, bundle: Path) -> None:
    import shutil

    shutil.copytree(bundle / "facts", tmp_path / "facts")
    write(tmp_path / "acts.tsv", EVENTS)
    done = run("import", "events", "acts.tsv", cwd=tmp_path, code=0)
    assert "Kim Jong-Un" not in (tmp_path / "facts/imports/acts/unmatched.txt").read_text()
    assert "e:PRK a br:State" not in (tmp_path / "facts/imports/acts/dataset.trig").read_text()
    page = run("brief", "PRK", "RUS", cwd=tmp_path, code=0).stdout
    assert "The bridge is to be one kilometre long." in page
    # the act towards Kim Jong Un counts for North Korea, by the office that a curated claim gives him
    assert "acts: 4 acts" in page, done.stdout
    assert run("check", cwd=tmp_path, code=0)


def _rows(folder: Path) -> list[Any]:
    return kept.everything(Workspace(str(folder)))


def test_a_changed_line_gives_what_a_fresh_build_gives(tmp_path: Path, run: Run) -> None:
    write(tmp_path / "acts.tsv", EVENTS)
    run("import", "events", "acts.tsv", cwd=tmp_path, code=0)
    part = tmp_path / "facts/imports/acts/records-0001.tsv"
    things = tmp_path / "facts/imports/acts/things.tsv"
    extra = "f1\te:RUS\tind:trade-share\te:PRK\t5\t\t2018\t\treported\nf2\te:RUS\tind:trade-share\te:PRK\t7\t\t2018\te:PRK\treported\n"
    extra += "a1\te:RUS\tbr:alliedWith\te:PRK\t\t\t\t\treported\na2\te:RUS\tbr:alliedWith\te:PRK\t\t\t\t\tplanned\n"
    extra += "a3\te:PRK\tbr:alliedWith\te:RUS\t\t\t\t\treported\n"  # a1 follows from it
    lines = part.read_text(encoding="utf-8")
    steps: list[Callable[[], object]] = [
        lambda: part.write_text(lines.replace("2018-01-03", "2018-01-04") + extra, encoding="utf-8"),
        lambda: part.write_text(lines + extra.replace("a1\te:RUS", "a1\te:USA"), encoding="utf-8"),
        lambda: things.write_text(things.read_text().replace("br:organOf\te:RUS", "br:organOf\te:PRK")),
        lambda: (tmp_path / "facts/new.trig").write_text(
            "@prefix br: <https://w3id.org/bilateral/ns#> . @prefix e: <https://w3id.org/bilateral/id/> .\n"
            "@prefix g: <https://w3id.org/bilateral/graph/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
            'g:reference { e:acts.unspecified-actor a br:Organization ; rdfs:label "Some actor"@en , "Unspecified Actor" ; br:organOf e:RUS .\n'
            "e:RUS br:alliedWith e:USA . }\n"  # what the data set says too
        ),
        lambda: (tmp_path / "facts/new.trig").unlink(),
        lambda: part.write_text(lines, encoding="utf-8"),
    ]
    for step in steps:
        step()
        run("build", cwd=tmp_path, code=0)
        steady = _rows(tmp_path)
        run("build", "--fresh", cwd=tmp_path, code=0)
        assert steady == _rows(tmp_path)


def test_a_data_set_that_is_taken_away_is_gone(tmp_path: Path, run: Run) -> None:
    import shutil

    for name in ("one", "two"):
        write(tmp_path / f"{name}.tsv", EVENTS)
        run("import", "events", f"{name}.tsv", cwd=tmp_path, code=0)
    assert "two.2" in run("fact", "RUS", "make a visit", cwd=tmp_path, code=0).stdout
    shutil.rmtree(tmp_path / "facts/imports/two")
    facts = run("fact", "RUS", "make a visit", cwd=tmp_path, code=0).stdout
    assert "one.2" in facts
    assert "two.2" not in facts
    assert run("claim", "two.2", cwd=tmp_path).returncode == 1


def test_a_broken_line_of_records_is_told_and_the_old_graph_answers(tmp_path: Path, run: Run) -> None:
    write(tmp_path / "acts.tsv", EVENTS)
    run("import", "events", "acts.tsv", cwd=tmp_path, code=0)
    part = tmp_path / "facts/imports/acts/records-0001.tsv"
    good = part.read_text(encoding="utf-8")
    for bad in ("2018-02-31", "not a date"):
        part.write_text(good.replace("2018-01-03", bad), encoding="utf-8")
        assert f"records-0001.tsv:2:1: error: “{bad}”" in run("check", cwd=tmp_path, code=1).stdout
        done = run("build", cwd=tmp_path, code=1)
        assert "records-0001.tsv:2:" in done.stdout
        assert bad in done.stdout
        assert "2018-01-03" in run("fact", "RUS", "make a visit", cwd=tmp_path, code=0).stdout
    part.write_text(good.replace("\treported\n", "\n", 1), encoding="utf-8")
    assert "8 columns instead of 9" in run("build", cwd=tmp_path, code=1).stdout


def test_an_import_goes_on_where_it_stopped(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stopped after each file of records, taken up again, and in the end the same texts as without a stop."""
    from kg.importers import events, intake, job
    from kg.workspace import Workspace

    monkeypatch.setattr(intake, "PART", 2)
    rows: list[tuple[str, ...]] = [*EVENTS, ("2018-02-30", "Russia", "Consult", "China"), *EVENTS]
    source = job.Source((str(write(tmp_path / "acts.tsv", rows)),), "acts", "Acts")

    def texts(home: Path) -> dict[str, str]:
        files = sorted((home / "facts/imports/acts").iterdir())
        return {p.name: p.read_text(encoding="utf-8") for p in files}

    (tmp_path / "whole").mkdir()
    intake.take_in(Workspace(str(tmp_path / "whole")), source, events.read)
    (tmp_path / "steps").mkdir()
    stopped = Workspace(str(tmp_path / "steps"))

    class Stop(Exception):
        pass

    def stumbling(after: int) -> job.Importer:
        def read(work: job.Job) -> Iterator[job.Taken]:
            for i, taken in enumerate(events.read(work)):
                if i == after:
                    raise Stop
                yield taken

        return read

    for after in (1, 3, 4, 5):
        with pytest.raises(Stop):
            intake.take_in(stopped, source, stumbling(after))
        assert not (tmp_path / "steps/facts/imports/acts").exists()
    account = intake.take_in(stopped, source, events.read)
    assert (account.read, account.imported) == (15, 14)
    assert texts(tmp_path / "steps") == texts(tmp_path / "whole")


def test_an_import_killed_on_its_way_to_its_place_is_done_again(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kg.importers import events, intake, job, place
    from kg.workspace import Workspace

    class Killed(Exception):
        pass

    def dying(*given: object) -> None:
        raise Killed

    write(tmp_path / "acts.tsv", EVENTS)
    run("import", "events", "acts.tsv", cwd=tmp_path, code=0)
    home, aside = tmp_path / "facts/imports/acts", tmp_path / "facts/imports/.acts"
    write(tmp_path / "acts.tsv", EVENTS[:3])
    source = job.Source((str(tmp_path / "acts.tsv"),), "acts", "acts", options=("events",))
    with monkeypatch.context() as patch:
        patch.setattr(place.Place, "publish", dying)
        with pytest.raises(Killed):
            intake.take_in(Workspace(str(tmp_path)), source, events.read)
    assert (aside / "new").is_dir()
    home.rename(aside / "old")  # killed between the two renames
    assert "host a visit" in run("fact", "RUS", cwd=tmp_path, code=0).stdout
    run("build", cwd=tmp_path, code=0)
    assert sorted(p.name for p in (home / "..").iterdir()) == [".acts", "acts"]
    assert "host a visit" in run("fact", "RUS", cwd=tmp_path, code=0).stdout
    account = intake.take_in(Workspace(str(tmp_path)), source, events.read)
    assert (account.read, account.imported) == (3, 3)
    assert len((home / "records-0001.tsv").read_text().splitlines()) == 4
    assert [p.name for p in (tmp_path / "facts/imports").iterdir()] == ["acts"]


def test_a_new_title_is_a_change(tmp_path: Path, run: Run) -> None:
    write(tmp_path / "acts.tsv", EVENTS)
    run("import", "events", "acts.tsv", cwd=tmp_path, code=0)
    run("import", "events", "acts.tsv", "--title", "Better", cwd=tmp_path, code=0)
    assert "Better" in run("claim", "acts.2", cwd=tmp_path, code=0).stdout


@given(st.lists(st.text(), min_size=len(Record._fields), max_size=len(Record._fields)))
def test_any_record_survives_its_line(cells: list[str]) -> None:
    line = to_line(cells)
    assert line.count("\n") == 1
    assert from_line(line) == cells


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["2018-01-01", "2018", "x", ""]), *[st.text(max_size=8)] * 3), max_size=6))
def test_any_table_is_accounted_for(tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, ...]]) -> None:
    from kg.importers import events, intake, job
    from kg.workspace import Workspace

    folder = tmp_path_factory.mktemp("any")
    with open(folder / "t.csv", "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("date", "source", "relation", "target"), *rows])
    source = job.Source((str(folder / "t.csv"),), "t", "T")
    account = intake.take_in(Workspace(str(folder)), source, events.read, dry_run=True)
    assert account.read == account.imported + sum(account.skipped.values())


@needs_data
def test_the_conflicts_of_nine_sources_are_those_of_their_tables(tmp_path: Path, run: Run) -> None:
    """manytreaties: sources that give one treaty different days of signature, counted without kg."""
    said: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for path in sorted((DATA / "manytreaties").glob("agreements_*.gz")):
        source = path.name.split("_")[1].split(".")[0]
        if source in ("LABPTA", "TREND"):  # every day is 1 January: years
            continue
        with gzip.open(path, "rt", encoding="utf-8") as file:
            for row in csv.DictReader(file):
                if re.fullmatch(r"\d{4}-\d\d-\d\d", row["Signature"] or ""):
                    said[row["treatyID"]][source].add(row["Signature"])
    expected = {
        treaty
        for treaty, by in said.items()
        if any(x != y for a, b in itertools.combinations(by.values(), 2) for x in a for y in b)
    }
    run("import", "agreements", str(DATA / "manytreaties"), cwd=tmp_path, code=0)
    graph = kg.open(str(tmp_path))
    found = [d for d in graph.conflicts() if ", signed on: " in d.title]
    ids = {c.id.rsplit("-", 1)[0] for d in found for c in d.claims}
    by_row: dict[str, str] = {}
    for path in (DATA / "manytreaties").glob("agreements_*.gz"):
        source = path.name.split("_")[1].split(".")[0]
        with gzip.open(path, "rt", encoding="utf-8") as file:
            rows, start = csv.DictReader(file), 2  # a row is named by the line that it begins on
            for row in rows:
                by_row[f"manytreaties.{source}-{start}"] = row["treatyID"]
                start = rows.line_num + 1
    assert len(found) == len(expected) == 324
    assert {by_row[i] for i in ids} == expected


@needs_data
def test_icews_goes_in_whole(tmp_path: Path, run: Run) -> None:
    done = run("import", "events", str(DATA / "icews18/icews18.tsv.gz"), cwd=tmp_path, code=0)
    assert "468,558 rows read = 468,558 imported + 0 skipped" in done.stdout
    one = "{ ?e br:actor e:PRK ; br:recipient e:RUS }"
    ask = f"SELECT (COUNT(?e) AS ?n) WHERE {{ {one} UNION {one.replace('PRK', 'X').replace('RUS', 'PRK').replace('X', 'RUS')} }}"
    assert run("sparql", ask, "--format", "csv", cwd=tmp_path, code=0).stdout.split() == ["n", "179"]
    assert (
        "294 acts, 2018-01-03 – 2018-10-31; 179 by the two" in run("brief", "PRK", "RUS", cwd=tmp_path, code=0).stdout
    )
    assert run("brief", "USA", "CHN", cwd=tmp_path, code=0).stdout
    assert run("network", "measure", "--among", "states", cwd=tmp_path, code=0).stdout
    run("view", "USA", "CHN", cwd=tmp_path, code=0)
