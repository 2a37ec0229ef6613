"""Starting a workspace: for a pair, on top of the bundled facts, and without the example; with names of its own."""

from __future__ import annotations

import json
import os
import random
import shutil
from pathlib import Path

import pytest
from kg.compile.build import build
from kg.errors import FactsBroken
from kg.workspace import Workspace

import kept
from conftest import Run
from test_base import PAPER, claim, write

#: Of things that the bundled facts describe too, a claim of theirs, and claims about both.
PIECES = {
    "bridge": 'g:reference a br:ReferenceGraph . g:reference { e:tumen-bridge a br:Structure ; rdfs:label "My Bridge"@en . }',
    "essay": PAPER.replace("d:paper", "d:essay"),
    "again": claim(1, "e:PRK br:cooperatesWith e:RUS .").replace("c:k1", "c:essay-001"),
    "against": claim(2, "e:PRK br:opposes e:RUS .").replace("br:passage", "br:contradicts c:essay-003 ; br:passage"),
}


def left(folder: Path) -> list[object] | str:
    try:
        build(Workspace(str(folder)))
    except FactsBroken:
        return "errors"
    return kept.everything(Workspace(str(folder)))


def test_a_pair_is_ready_and_has_nothing_invented(tmp_path: Path, run: Run) -> None:
    folder = tmp_path / "ws"
    run("init", "ws", "--pair", "КНДР", "Russia", "--lang", "ru", cwd=tmp_path, code=0)
    assert (folder / "README.md").read_text().startswith("# КНДР и Россия")
    assert "No findings" in run("check", "--strict", cwd=folder, code=0).stderr
    assert not (folder / "facts" / "documents.trig").exists()
    below = write(folder, {"PRK-RUS/paper": PAPER + claim(1, "e:PRK br:cooperatesWith e:RUS .")}) / "facts" / "PRK-RUS"
    assert "Claim 1." in run("brief", "PRK", "RUS", cwd=below, code=0).stdout


def test_a_workspace_without_facts_is_one(tmp_path: Path, run: Run) -> None:
    run("init", "ws", "--pair", "PRK", "RUS", cwd=tmp_path, code=0)
    shutil.rmtree(tmp_path / "ws" / "facts")
    assert "No findings" in run("check", cwd=tmp_path / "ws", code=0).stderr
    assert "No text here speaks of North Korea" in run("brief", "PRK", "RUS", cwd=tmp_path / "ws", code=1).stderr


@pytest.mark.parametrize(
    ("pair", "words"),
    [
        (("Congo", "RUS"), ("several states", "DR Congo (COD)", "Republic of the Congo (COG)")),
        (("Finlnad", "RUS"), ("no state that kg knows", "Did you mean Finland (FIN)")),
        (("TASS", "RUS"), ("no state that kg knows", "ISO 3166-1")),
        (("PRK", "North Korea"), ("are one state",)),
    ],
)
def test_a_pair_that_is_none_is_refused(
    tmp_path: Path, run: Run, pair: tuple[str, str], words: tuple[str, ...]
) -> None:
    told = run("init", "ws", "--pair", *pair, cwd=tmp_path, code=2).stderr
    assert all(word in told for word in words), told
    assert not (tmp_path / "ws").exists()


def test_without_its_example_a_workspace_is_clean_and_takes_an_import(tmp_path: Path, run: Run) -> None:
    folder = tmp_path / "ws"
    run("init", "ws", cwd=tmp_path, code=0)
    run("init", "ws", "--remove-example", cwd=tmp_path, code=0)
    assert not list(folder.glob("**/*.trig"))
    assert "No findings" in run("check", "--strict", cwd=folder, code=0).stderr
    (tmp_path / "trade.csv").write_text("from,to\nRUS,PRK\n")
    (tmp_path / "map.toml").write_text(run("import", "table", str(tmp_path / "trade.csv"), "--suggest", code=0).stdout)
    run("import", "table", str(tmp_path / "trade.csv"), "--mapping", str(tmp_path / "map.toml"), cwd=folder, code=0)


def test_the_claims_of_the_example_alone_can_go(tmp_path: Path, run: Run) -> None:
    run("init", "ws", cwd=tmp_path, code=0)
    shutil.rmtree(tmp_path / "ws" / "facts" / "XAA-XBB")
    assert "No findings" in run("check", "--strict", cwd=tmp_path / "ws", code=0).stderr


def test_an_example_that_was_changed_stays(tmp_path: Path, run: Run) -> None:
    run("init", "ws", cwd=tmp_path, code=0)
    reference = tmp_path / "ws" / "facts" / "reference.trig"
    reference.write_text(reference.read_text() + "# mine\n")
    assert (
        "facts/reference.trig is not the example's"
        in run("init", "ws", "--remove-example", cwd=tmp_path, code=2).stderr
    )
    assert (tmp_path / "ws" / "facts" / "documents.trig").exists()


def test_own_facts_win_over_those_that_a_workspace_builds_on(tmp_path: Path, run: Run) -> None:
    folder = tmp_path / "ws"
    run("init", "ws", "--extend", cwd=tmp_path, code=0)
    assert not (folder / "facts").exists(), "nothing is copied"
    assert "essay-001" in run("claim", "essay-001", cwd=folder, code=0).stdout
    write(folder, {"paper": PAPER + PIECES["against"], "bridge": PIECES["bridge"]})
    assert "My Bridge" in run("fact", "tumen-bridge", cwd=folder, code=0).stdout.splitlines()[0]
    assert "Claim 2." in run("conflicts", cwd=folder, code=0).stdout
    write(folder, {"paper": PAPER + PIECES["against"].replace("e:PRK", "e:PKR")})
    told = json.loads(run("check", "-f", "json", cwd=folder, code=1).stdout)
    assert {f["file"] for f in told if f["severity"] == "error"} == {"facts/paper.trig"}


@pytest.mark.parametrize("seed", range(3))
def test_steps_on_top_of_facts_leave_what_a_fresh_build_leaves(tmp_path: Path, run: Run, seed: int) -> None:
    dice, chosen, done = random.Random(seed), {"bridge"}, 0
    for _ in range(4):
        texts = {"paper": PAPER, **{name: PIECES[name] for name in chosen}}
        shutil.rmtree(tmp_path / "fresh", ignore_errors=True)
        for name in ("steps", "fresh"):
            write(tmp_path / name, texts)
            (tmp_path / name / "kg.toml").write_text('extends = "articles"\n')
        stepped, fresh = left(tmp_path / "steps"), left(tmp_path / "fresh")
        assert stepped == fresh, (seed, chosen)
        done += fresh != "errors"
        chosen = chosen ^ {dice.choice(sorted(PIECES))}
    assert done > 2


def test_own_prefixes_are_understood_everywhere(tmp_path: Path, run: Run) -> None:
    own = "@prefix my: <https://example.org/my/> .\n"
    thing = 'g:reference a br:ReferenceGraph . g:reference { my:dam a br:Structure ; rdfs:label "Dam"@en ; br:connects e:PRK . my:agency a br:Organization ; rdfs:label "Agency"@en ; br:nationalOf e:PRK . }\n'
    folder = write(tmp_path / "ws", {"paper": own + thing + PAPER + claim(1, "my:dam br:between e:PRK , e:RUS .")})
    (folder / "kg.toml").write_text('[prefixes]\nmy = "https://example.org/my/"\n')
    assert "my:dam" in run("fact", "my:dam", cwd=folder, code=0).stdout
    asked = run("sparql", "SELECT ?x WHERE { my:dam br:between ?x }", "-f", "csv", cwd=folder, code=0).stdout
    assert asked.count("/id/") == 2
    (folder / "ontology" / "queries").mkdir(parents=True)
    query = "# summary: what the dam joins\nSELECT ?dam WHERE { ?dam br:between e:PRK . FILTER(?dam = my:dam) }\n"
    (folder / "ontology" / "queries" / "dam.rq").write_text(query)
    assert "https://example.org/my/dam" in run("sparql", "dam", "-f", "csv", cwd=folder, code=0).stdout
    (tmp_path / "trade.csv").write_text("from,to\nRUS,PRK\n")
    (tmp_path / "map.toml").write_text(run("import", "table", str(tmp_path / "trade.csv"), "--suggest", code=0).stdout)
    table = ("import", "table", str(tmp_path / "trade.csv"), "--mapping", str(tmp_path / "map.toml"))
    run(*table, "--speaker", "my:agency", cwd=folder, code=0)
    assert "· Agency ·" in run("fact", "RUS", cwd=folder, code=0).stdout


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[prefixes]\ne = 'https://example.org/'\n", "the prefix e: has a meaning already"),
        ("[prefixes]\nmy = 'example'\n", "ends in / or #"),
        ("extends = 'everything'\n", 'extends = "articles"'),
        ("extend = 'articles'\n", "there is no setting ‘extend’"),
        ("extends = \n", "kg.toml"),
    ],
)
def test_settings_that_cannot_be_meant_are_told(tmp_path: Path, run: Run, text: str, words: str) -> None:
    (tmp_path / "kg.toml").write_text(text)
    told = run("check", cwd=tmp_path, code=3).stderr
    assert words in told
    assert os.fspath(tmp_path) in told


def test_an_import_outside_a_workspace_offers_to_build_on_what_answered_there(tmp_path: Path, run: Run) -> None:
    (tmp_path / "trade.csv").write_text("from,to\nRUS,PRK\n")
    (tmp_path / "map.toml").write_text(run("import", "table", str(tmp_path / "trade.csv"), "--suggest", code=0).stdout)
    told = run("import", "table", "trade.csv", "--mapping", "map.toml", cwd=tmp_path, code=0).stderr
    assert "kg init . --extend" in told
    (tmp_path / ".gitignore").write_text("mine\n")
    run("init", ".", "--extend", cwd=tmp_path, code=0)
    assert (tmp_path / ".gitignore").read_text() == "mine\n"
    assert "extends = " in run("init", ".", "--extend", cwd=tmp_path, code=2).stderr
    assert "essay-001" in run("claim", "essay-001", cwd=tmp_path, code=0).stdout
