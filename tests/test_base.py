"""What every workspace knows unsaid: it answers where facts name it, gives way to own entries, and costs nothing else."""

from __future__ import annotations

import json
import random
import re
import shutil
from pathlib import Path

import kg
import pytest
from kg.author.known import known, sure
from kg.base.catalogue import catalogue
from kg.base.entry import rows
from kg.compile.build import build
from kg.engine.parse import parse_turtle
from kg.errors import FactsBroken
from kg.graph import Graph
from kg.text.terms import ID, OWL, TYPE, br
from kg.workspace import Workspace

import kept
from conftest import ROOT, Run

HEAD = """@prefix br: <https://w3id.org/bilateral/ns#> . @prefix e: <https://w3id.org/bilateral/id/> .
@prefix c: <https://w3id.org/bilateral/claim/> . @prefix d: <https://w3id.org/bilateral/doc/> .
@prefix g: <https://w3id.org/bilateral/graph/> . @prefix stance: <https://w3id.org/bilateral/vocab/stance/> .
@prefix dcterms: <http://purl.org/dc/terms/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""
PAPER = f"""d:paper a br:Document ; dcterms:title "Paper"@en ; dcterms:creator e:tass ; dcterms:issued "2024-06-20" ;
  br:fileName "paper.txt" ; br:textHash "{"a" * 64}" ; br:recordedOn "2024-06-21" .
"""


def claim(number: int, content: str, speaker: str = "e:tass") -> str:
    """A claim on a line of the paper."""
    return f"""c:k{number} {{ {content} }}
c:k{number} a br:Claim ; br:inDocument d:paper ; br:statedBy {speaker} ; br:stance stance:stated ;
  dcterms:description "Claim {number}."@en ; br:passage [ br:section "{number}" ] .
"""


def entry(name: str, kind: str, label: str) -> str:
    code = f' ; br:iso3 "{name[2:]}"' if kind == "State" and name[2:].isupper() else ""
    return f'g:reference a br:ReferenceGraph . g:reference {{ {name} a br:{kind}{code} ; rdfs:label "{label}"@en }}\n'


def write(folder: Path, texts: dict[str, str]) -> Path:
    for old in (folder / "facts").glob("*.trig") if folder.exists() else ():
        if old.stem not in texts:
            old.unlink()
    (folder / "facts").mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        path = folder / "facts" / f"{name}.trig"
        path.parent.mkdir(exist_ok=True)
        if not path.exists() or path.read_text() != HEAD + text:
            path.write_text(HEAD + text)
    return folder


def test_facts_name_what_the_base_knows_without_an_entry(tmp_path: Path, run: Run) -> None:
    said = claim(1, "e:PRK br:cooperatesWith e:FIN .", "e:foreign-ministry-of-FIN")
    folder = write(tmp_path / "ws", {"paper": PAPER + said})
    assert "No findings" in run("check", "--strict", cwd=folder, code=0).stderr
    found = json.loads(run("fact", "Северная Корея", "-f", "json", cwd=folder, code=0).stdout)
    assert found[0]["object"]["id"] == "e:FIN"
    assert "Foreign ministry of Finland" in run("fact", "PRK", cwd=folder, code=0).stdout
    assert "North Korea" in run("brief", "DPRK", "Finland", cwd=folder, code=0).stdout


def test_only_what_is_named_enters_with_what_it_rests_on(tmp_path: Path) -> None:
    said = claim(1, "e:PRK br:cooperatesWith e:CHN .")
    graph = kg.open(str(write(tmp_path / "ws", {"paper": PAPER + said})))
    states = {s for s, *_ in graph.reader.view.quads(None, TYPE, br("State"))}
    assert states == {ID + "PRK", ID + "CHN", ID + "RUS"}, "TASS rests on Russia; no other state is there"
    assert {s for s, *_ in graph.reader.view.quads(None, TYPE, br("MediaOutlet"))} == {ID + "tass"}


def test_an_own_entry_wins_whole(tmp_path: Path) -> None:
    said = claim(1, "e:PRK br:cooperatesWith e:CHN .")
    folder = write(tmp_path / "ws", {"paper": PAPER + said, "own": entry("e:PRK", "State", "Choson")})
    reader = kg.open(str(folder)).reader
    assert reader.label(ID + "PRK") == "Choson"
    assert not reader.view.has(ID + "PRK", br("cowCode"))
    write(folder, {"paper": PAPER + said})
    reader = kg.open(str(folder)).reader
    assert reader.label(ID + "PRK") == "North Korea"
    assert reader.view.text(ID + "PRK", br("cowCode")) == "731"


def test_where_all_is_described_no_table_of_the_base_is_read(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise AssertionError("the base was read")

    monkeypatch.setattr("kg.compile.base.catalogue", refuse)
    build(Workspace(str(workspace)))
    reference = workspace / "facts" / "reference.trig"
    reference.write_text(reference.read_text() + "# touched\n")
    build(Workspace(str(workspace)))
    reference.write_text(re.sub(r"  e:XBB a .*\n", "", reference.read_text()))
    with pytest.raises(AssertionError, match="the base was read"):
        build(Workspace(str(workspace)))


def test_a_typing_error_finds_the_base(tmp_path: Path, run: Run) -> None:
    said = claim(1, "e:PKR br:cooperatesWith e:CHN .") + claim(2, "e:US br:cooperatesWith e:CHN .")
    folder = write(tmp_path / "ws", {"paper": PAPER + said})
    told = run("check", cwd=folder, code=1).stdout
    assert "Did you mean e:PRK or" in told
    assert "Did you mean e:USA?" in told


@pytest.mark.parametrize(
    ("lang", "words"), [("en", "No text here speaks of Finland (e:FIN)"), ("ru", "Финляндия (e:FIN)"), ("ko", "핀란드")]
)
def test_what_only_the_base_knows_is_no_typing_error(run: Run, lang: str, words: str) -> None:
    assert words in run("fact", "FIN", "--lang", lang, code=1).stderr
    assert "Nothing is called" in run("fact", "qqqqqq", code=1).stderr


PIECES = (
    claim(1, "e:PRK br:cooperatesWith e:CHN ."),
    claim(2, "e:FIN br:cooperatesWith e:CHN .", "e:foreign-ministry-of-FIN"),
    claim(3, "e:CHN br:opposes e:nato .", "e:xinhua"),
    claim(4, "e:un-security-council br:sanctions e:PRK .", "e:united-nations"),
    entry("e:PRK", "State", "Choson"),
    entry("e:RUS", "State", "Rossiya"),
    entry("e:CHN", "State", "Middle"),
    entry("e:united-nations", "InternationalOrganization", "The UN"),
    entry("e:foreign-ministry-of-FIN", "GovernmentBody", "Finnish MFA").replace("@en }", "@en ; br:organOf e:FIN }"),
)


def left(folder: Path) -> list[object] | str:
    try:
        build(Workspace(str(folder)))
    except FactsBroken:
        return "errors"
    return kept.everything(Workspace(str(folder)))


@pytest.mark.parametrize("seed", range(8))
def test_steps_leave_what_a_fresh_build_leaves(tmp_path: Path, seed: int) -> None:
    dice, chosen, done = random.Random(seed), {0, 1}, 0
    for step in range(7):
        texts = {"paper": PAPER, **{f"p{n}": PIECES[n] for n in chosen}}
        shutil.rmtree(tmp_path / "fresh", ignore_errors=True)
        stepped, fresh = left(write(tmp_path / "steps", texts)), left(write(tmp_path / "fresh", texts))
        assert stepped == fresh, (seed, step, chosen)
        done += fresh != "errors"
        chosen = chosen ^ {dice.randrange(len(PIECES))}
    assert done > 3


def test_known_looks_in_the_workspace_and_then_in_the_base(graph: Graph) -> None:
    def found(name: str) -> list[tuple[str, str, bool]]:
        return [(m.id, m.how, m.base) for m in known(graph.reader, name)]

    assert found("KCNA")[0] == ("e:kcna", "name", False)
    assert found("e:FIN") == [("e:FIN", "id", True)]
    assert found("Finland") == [("e:FIN", "name", True)]
    assert found("Finlnad") == [("e:FIN", "spelling", True)]
    assert found("Finnish bathhouse of Oz") == []
    kim = sure(known(graph.reader, "Kim Jong-un"))
    assert kim is not None
    assert kim.id == "e:kim-jong-un"
    assert sure(known(graph.reader, "Congo")) is None
    assert {m.id for m in known(None, "Congo")} == {"e:COD", "e:COG"}


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("foreign ministry of Finland", "foreign-ministry-of-FIN"),
        ("Russian Foreign Ministry", "foreign-ministry-of-RUS"),
        ("Министерство обороны Финляндии", "defence-ministry-of-FIN"),
        ("북한 외무성", "foreign-ministry-of-PRK"),
        ("South Korean officials", "officials-of-KOR"),
        ("U.S.", "USA"),
        ("МАГАТЭ", "iaea"),
    ],
)
def test_names_in_three_languages(name: str, id: str) -> None:
    assert [e.iri for e in catalogue().named(name)] == [ID + id]


@pytest.mark.parametrize(
    ("name", "state"), [("Portuguese", "e:PRT"), ("North Korean", "e:PRK"), ("российский", "e:RUS")]
)
def test_a_state_is_known_by_its_adjective_and_not_by_its_capital(name: str, state: str) -> None:
    assert [m.id for m in known(None, name)][:1] == [state]
    assert not [m for m in known(None, "Lisbon") if m.how == "name"]


def test_pages_are_known_by_their_hosts() -> None:
    found = [
        catalogue().of_host(a) for a in ("https://edition.cnn.com/2024/x", "tass.ru/politika", "https://x.org/cnn.com")
    ]
    assert [e and e.iri for e in found] == [ID + "cnn", ID + "tass", None]


def test_the_tables_hold_together() -> None:
    """Each row has a kind of the ontology, a state or body that is there, and names, hosts and items of its own."""
    triples = list(parse_turtle((ROOT / "ontology" / "bilateral.ttl").read_bytes()))
    classes = {s for s, p, o in triples if p == TYPE and o == OWL + "Class"}
    bodies, base = list(rows("bodies.tsv")), catalogue()
    ids = [row["id"] for row in bodies]
    assert len(set(ids)) == len(ids) > 100
    for row in (*bodies, *rows("offices.tsv")):
        assert br(row["kind"]) in classes, row
        assert row["tie"] in ("", "organOf", "nationalOf", "officeOf"), row
    for row in bodies:
        assert bool(row["tie"]) == bool(row["of"]), row
        assert not row["of"] or base.get(ID + row["of"]), row
        assert row["kind"] != "MediaOutlet" or row["tie"], row
    for column in ("hosts", "wikidata"):
        cells = [cell for row in bodies for cell in row[column].split("|") if cell]
        assert len(set(cells)) == len(cells), column
    for iri in base.ids():
        entry = base.get(iri)
        assert entry is not None
        assert entry.label()
        assert all(base.get(other) for other in entry.rests_on())


def test_every_entry_of_the_base_passes_the_checks(tmp_path: Path, run: Run) -> None:
    """All of it at once, as if one text named it: no finding, so nobody meets one that he cannot correct."""
    states = [s.id for s in catalogue().states.all() if s.years][::20]
    kinds = {row["id"]: row["kind"] for row in rows("offices.tsv")}
    offices = [f"e:{own}-of-{s}" for own, kind in kinds.items() for s in states if kind == "Office"]
    actors = [f"e:{own}-of-{s}" for own, kind in kinds.items() for s in states if kind != "Office"]
    actors += [iri.replace(ID, "e:") for iri in catalogue().ids()]
    said = " ".join(f"{actor} br:cooperatesWith e:SMR ." for actor in actors if actor != "e:SMR")
    said += " ".join(f"e:t{i} a br:TermOfOffice ; br:holder e:ann ; br:office {o} ." for i, o in enumerate(offices))
    ann = entry("e:ann", "Person", "Ann").replace("@en }", "@en ; br:nationalOf e:SMR }")
    done = run("check", "-f", "jsonl", cwd=write(tmp_path / "ws", {"paper": PAPER + claim(1, said), "ann": ann}))
    assert done.stdout == "", done.stdout[:1000]
    assert len(offices) > 30 < len(actors)


def test_an_own_state_under_a_code_of_the_base_is_told(tmp_path: Path, run: Run) -> None:
    own = entry("e:my-russia", "State", "My Russia").replace("@en }", '@en ; br:iso3 "RUS" }')
    said = claim(1, "e:my-russia br:cooperatesWith e:RUS .")
    told = run("check", cwd=write(tmp_path / "ws", {"paper": PAPER + said, "own": own})).stdout
    assert "facts/own.trig:5:" in told
    assert "as e:RUS (known in every workspace)" in told
