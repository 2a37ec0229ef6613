"""Whoever event data name under a state: only its organs act for it, the others are counted apart."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from kg.importers.sectors import acts_for_state

from conftest import Run


@pytest.mark.parametrize(
    ("name", "sectors", "organ"),
    [
        ("Military (Aurelia)", "", True),
        ("Head of Government (Aurelia)", "", True),
        ("Foreign Affairs (Aurelia)", "", True),
        ("Ministry of Trade (Aurelia)", "", True),
        ("Citizen (Aurelia)", "", False),
        ("Opposition Army (Aurelia)", "", False),
        ("Ann Example", "", False),
        ("Ann Example", "Executive,Executive Office,Government", True),
        ("Ann Example", "Dissident,Government", False),
        ("Ann Example", "Former Government Minister", False),
        ("Military (Aurelia)", "Social,General Population / Civilian / Social", False),
        ("AURELIAN", "COP", True),
        ("AURELIAN", "MED", False),
        ("AURELIAN", "REB;MIL", False),
    ],
)
def test_only_organs_act_for_their_state(name: str, sectors: str, organ: bool) -> None:
    assert bool(acts_for_state(name, sectors)) == organ


@pytest.mark.parametrize(
    ("head", "organ", "citizen"),
    [
        ("Source Country,Source Sectors", "XAA,Government", "XAA,Business"),
        ("Actor Country,Actor Sector", "XAA,GOV", "XAA,BUS"),
        ("Actor1CountryCode,Actor1Type1Code", "XAA,MIL", "XAA,MED"),
    ],
)
def test_acts_of_nationals_are_counted_apart(run: Run, workspace: Path, head: str, organ: str, citizen: str) -> None:
    rows = ["2020-01-02,Bureau,036,Borealia," + organ, "2020-01-03,Ann Example,036,Borealia," + citizen]
    (workspace / "acts.csv").write_text("\n".join([f"Date,Source,CAMEO code,Target,{head}", *rows, ""]))
    run("import", "events", "acts.csv", cwd=workspace, code=0)
    things = (workspace / "facts/imports/acts/things.tsv").read_text()
    assert "e:acts.bureau\tbr:organOf\te:XAA" in things
    assert "e:acts.ann-example\tbr:nationalOf\te:XAA" in things
    for asked in (("brief", "XAA", "XBB"), ("network", "dyad", "XAA", "XBB")):
        told = run(*asked, cwd=workspace, code=0)
        assert "1 act of people and groups from there" in told.stdout
    states = json.loads(run("network", "export", "--among", "states", "--as", "json", cwd=workspace, code=0).stdout)
    assert sum(e.get("count", 0) for e in states["edges"] if e["document"] == "acts") == 1


def test_a_pair_whose_acts_are_all_by_nationals_is_told_of_them(run: Run, tmp_path: Path) -> None:
    (tmp_path / "facts").mkdir()
    (tmp_path / "facts/reference.trig").write_text(
        "@prefix br: <https://w3id.org/bilateral/ns#> . @prefix e: <https://w3id.org/bilateral/id/> .\n"
        "@prefix g: <https://w3id.org/bilateral/graph/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        'g:reference a br:ReferenceGraph . g:reference { e:XAA a br:State ; rdfs:label "Aurelia"@en ; br:iso3 "XAA" .\n'
        '  e:XBB a br:State ; rdfs:label "Borealia"@en ; br:iso3 "XBB" . }\n'
    )
    head = "Date,Source,CAMEO code,Target,Source Country,Source Sectors,Target Country,Target Sectors"
    rows = [f"2020-01-0{n},Ann Example,036,Bob Example,XAA,Business,XBB,Business" for n in (2, 3)]
    (tmp_path / "acts.csv").write_text("\n".join([head, *rows, ""]))
    run("import", "events", "acts.csv", cwd=tmp_path, code=0)
    for asked in (("brief", "XAA", "XBB"), ("network", "dyad", "XAA", "XBB")):
        told = run(*asked, cwd=tmp_path, code=1).stderr
        assert "2 acts of people and groups from there are counted apart" in told
