"""The kinds of sources: tables with a mapping, GDELT and POLECAT, treaties, RDF, FollowTheMoney, Wikidata."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import kg
import pytest
from kg.base.states import States
from kg.errors import WrongCall
from kg.importers.kinds import prepare, suggestion
from kg.importers.mapping import Mapping
from kg.importers.registry import KINDS
from kg.importers.suggest import suggest

from conftest import ROOT

Run = Callable[..., subprocess.CompletedProcess[str]]
TRADE = "ccode1,ccode2,year,usd,note\n365,731,2019,47.9,x\n731,365,2019,0.6,y\n365,999,2019,1,z\n365,731,2020,many,z\n"


def test_a_suggested_mapping_is_a_start(tmp_path: Path, run: Run) -> None:
    (tmp_path / "trade.csv").write_text(TRADE)
    text = run("import", "table", "--suggest", "trade.csv", cwd=tmp_path, code=0).stdout
    mapping = Mapping(text, "trade.toml").rules[""]
    assert mapping.columns == {"subject": "ccode1", "object": "ccode2", "value": "usd", "date": "year", "note": "note"}
    assert mapping.states == {"subject": "cown", "object": "cown"}
    assert suggest(str(tmp_path / "trade.csv")) == text
    (tmp_path / "trade.toml").write_text(text.replace("ind:trade-share", "ind:troops"))
    done = run("import", "table", "trade.csv", "--mapping", "trade.toml", "--format", "json", cwd=tmp_path, code=0)
    account = json.loads(done.stdout)
    assert (account["read"], account["imported"]) == (4, 2)
    assert account["skipped"] == {"not a number": 1, "unknown cown code": 1}
    facts = run("fact", "RUS", "troops", cwd=tmp_path, code=0).stdout
    assert "troops: 47.9 (North Korea)" in facts
    assert "trade record 2, no source given [trade.2]" in facts


def test_a_suggestion_looks_at_values(tmp_path: Path) -> None:
    """Names of columns that say nothing: codes of states, ids, addresses and dates are told by what stands there."""
    path = tmp_path / "t.csv"
    rows = [
        f"en,{state},A-{n}_19{n}5,https://un.example/{n},1{n}.07.2009"
        for n, state in enumerate(("ROU", "DNK", "GBR"), 2)
    ]
    path.write_text("Language,partyID,treatyID,where,w\n" + "\n".join(rows) + "\n")
    mapping = Mapping(suggest(str(path)), "m").rules[""]
    assert mapping.columns == {"subject": "partyID", "object": "treatyID", "date": "w", "source": "where"}
    assert mapping.dates == {"format": "%d.%m.%Y"}
    assert mapping.states == {"subject": "iso3"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[columns]\nsubjekt = 'a'\n", "Did you mean subject"),
        ("[columns]\nsubject = 'a'\nobject = 'b'\n", "relation"),
        ("[columns]\nsubject = 'a'\nrelation = 'b'\n", "object, a value or a date"),
        ("[states]\nsubject = 'iso5'\n", "is no way to code states"),
        ("[colums]\n", "Did you mean columns"),
        ("columns = 3\n", "must be a section"),
        ("nonsense", "not TOML"),
    ],
)
def test_a_wrong_mapping_says_what_to_correct(text: str, words: str) -> None:
    with pytest.raises(WrongCall) as error:
        Mapping(text, "m.toml")
    assert words in f"{error.value.message} {error.value.hint}"


def test_a_mapping_of_everything(tmp_path: Path, run: Run) -> None:
    (tmp_path / "t.csv").write_text(
        "nr,who,does,whom,from,to,says,how\n"
        "a1,Russia,allies,North Korea,2024-06-19,,Ministry,stated\n"
        "a2,Russia,allies,North Korea,2024,2023,Ministry,stated\n"
        "a1,Russia,allies,China,2024,,Ministry,stated\n"
        "a4,Russia,allies,China,2024,,Ministry,shouted\n"
        "a5,Russia,dances with,China,2024,,Ministry,stated\n"
        "a6,,allies,China,2024,,Ministry,stated\n"
    )
    (tmp_path / "m.toml").write_text(
        '[columns]\nid = "nr"\nsubject = "who"\nrelation = "does"\nobject = "whom"\nbegins = "from"\nends = "to"\n'
        'speaker = "says"\nstance = "how"\n[relations]\nallies = "br:alliedWith"\n'
    )
    done = run("import", "table", "t.csv", "--mapping", "m.toml", "--format", "json", cwd=tmp_path, code=0)
    assert json.loads(done.stdout)["skipped"] == {
        "date": 1, "id used twice": 1, "no subject": 1, "unknown relation": 1, "unknown stance": 1,
    }  # fmt: skip
    claim = json.loads(run("claim", "t.a1", "--format", "json", cwd=tmp_path, code=0).stdout)
    assert claim["summary"] == "Russia — allied with: North Korea, 2024-06-19/.."
    assert [s["label"] for s in claim["speakers"]] == ["Ministry"]
    assert claim["stance"]["id"] == "stance:stated"
    # symmetric: the other state has it too, and the network ties both ways
    ask = "ASK { e:PRK br:alliedWith e:RUS . e:RUS br:cooperatesWith e:PRK }"
    assert run("sparql", ask, cwd=tmp_path, code=0).stdout.strip() == "yes"
    network = kg.open(str(tmp_path)).network()
    assert {(a, b) for a, b in network.edges()} == {("e:RUS", "e:PRK"), ("e:PRK", "e:RUS")}


def test_gdelt_has_no_head_and_polecat_has_plover(tmp_path: Path, run: Run) -> None:
    row = ["1", "20180103", "201801", "2018", "2018.0"] + ["RUSGOV", "KREMLIN", "RUS"] + [""] * 7
    row += ["PRK", "NORTH KOREA", "PRK"] + [""] * 7 + ["1", "042", "042", "04", "1", "1.9", "1", "1", "1", "2.5"]
    row += [""] * 21 + ["20180103", "http://example.org"]
    assert len(row) == 58
    (tmp_path / "gdelt.tsv").write_text("\t".join(row) + "\n")
    run("import", "events", "gdelt.tsv", cwd=tmp_path, code=0)
    assert "KREMLIN → North Korea: make a visit, 2018-01-03" in run("claim", "gdelt.1", cwd=tmp_path, code=0).stdout
    assert "record 1, http://example.org" in run("claim", "gdelt.1", cwd=tmp_path, code=0).stdout
    assert "1 act" in run("brief", "RUS", "PRK", cwd=tmp_path, code=0).stdout
    (tmp_path / "early.tsv").write_text("\t".join(["2", *row[1:-1]]) + "\n")  # no addresses before April 2013
    run("import", "events", "early.tsv", cwd=tmp_path, code=0)
    assert "record 2, no source given" in run("claim", "early.2", cwd=tmp_path, code=0).stdout
    head = "Event ID,Event Date,Event Type,Event Mode,Actor Name,Actor Country,Recipient Name,Recipient Country\n"
    (tmp_path / "polecat.csv").write_text(head + "E9,2018-01-04,CONSULT,visit,Sergey Lavrov,RUS,North Korea,PRK\n")
    run("import", "events", "polecat.csv", cwd=tmp_path, code=0)
    assert "Sergey Lavrov → North Korea: consult" in run("claim", "polecat.E9", cwd=tmp_path, code=0).stdout


def test_an_act_goes_by_code_or_name_of_cameo_or_plover(tmp_path: Path) -> None:
    from kg.compile.ontology import ontology_of
    from kg.importers.actors import Actors
    from kg.importers.events import Acts
    from kg.importers.job import Job, Source
    from kg.workspace import Workspace

    actors = Actors("t", ontology_of(Workspace(str(tmp_path))), States())
    acts = Acts(Job(Source((), "t", "T"), actors))
    for text, expected in {
        "042": "cameo:042", "42": "cameo:042", "Make a visit": "cameo:042", "cameo:042": "cameo:042",
        "Consult": "cameo:040", "Accuse": "cameo:112", "ACCUSE": "plover:ACCUSE", "plover:ACCUSE": "plover:ACCUSE",
        "levitate": None, "": None, "cameo:ACCUSE": "cameo:112", "999": None,
    }.items():  # fmt: skip
        assert acts.find(text) == expected, text
    told = {(t.subject, t.property): t.value for t in actors.things}
    assert told["cameo:112", "br:goldstein"] == "-2"
    assert told["cameo:112", "skos:broadMatch"] == "plover:ACCUSE"
    assert ("cameo:042", "a") not in told, "the vocabulary has it"


def test_sources_of_treaties_disagree_and_a_year_does_not(tmp_path: Path, run: Run) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    head = "treatyID,Title,Signature,Force,mood\n"
    (folder / "agreements_AAA.csv").write_text(
        head
        + "T1,Pact,1991-05-03,1992,\nT2,Deal,1991,,\nT3,Truce,1990-01-01,,\nT4,Twice,1990-01-01,,\nT4,Twice,1990-02-02,,\n,None,1990,,\n"
    )
    (folder / "agreements_BBB.csv").write_text(
        head + "T1,The pact,1991-05-04,1992-02-01,\nT2,Deal,1991-05-04,1999-99-99,\nT3,Truce,1990-01-01,,\n"
    )
    (folder / "parties_AAA.csv").write_text(
        "treatyID,stateID,Title,Signature\nT1,RUS,Pact,1991-05-03\nT1,PRK,Pact,1991-05-03\n"
    )
    done = run("import", "agreements", "many", "--format", "json", cwd=tmp_path, code=0)
    account = json.loads(done.stdout)
    assert (account["read"], account["imported"], account["skipped"]) == (11, 10, {"no treatyID": 1})
    assert account["flaws"] == {"date left out": 1}
    assert any("‘mood’ is not known" in r for r in account["remarks"])
    disputes = kg.open(str(tmp_path)).conflicts()
    assert [d.title for d in disputes] == ["Pact, signed on: 1991-05-03 / 1991-05-04"]
    assert disputes[0].origins == 2
    assert {s.label for c in disputes[0].claims for s in c.speakers} == {"AAA", "BBB"}
    assert "Pact, 1991-05-03" in run("brief", "RUS", "PRK", cwd=tmp_path, code=0).stdout
    facts = run("fact", "Pact", "signed on", cwd=tmp_path, code=0).stdout
    assert "signed on: 1991-05-03" in facts
    assert "signed on: 1991-05-04" in facts
    assert run("conflicts", "RUS", cwd=tmp_path).returncode == 1


@pytest.mark.parametrize("ending", ["ttl", "nt", "trig", "nq", "jsonld"])
def test_rdf_of_any_form_is_one_documents_claims(tmp_path: Path, run: Run, ending: str) -> None:
    import pyoxigraph as ox

    turtle = """@prefix br: <https://w3id.org/bilateral/ns#> . @prefix e: <https://w3id.org/bilateral/id/> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix x: <http://example.org/> .
      x:club a br:Organization ; rdfs:label "The Club"@en ; br:relatedTo e:RUS ; x:shoeSize 43 ; br:includes [] ."""
    formats = {"ttl": "TURTLE", "nt": "N_TRIPLES", "trig": "TRIG", "nq": "N_QUADS", "jsonld": "JSON_LD"}
    quads = ox.parse(input=turtle, format=ox.RdfFormat.TURTLE)
    form = getattr(ox.RdfFormat, formats[ending])
    triples = quads if form.supports_datasets else (q.triple for q in quads)
    (tmp_path / f"t.{ending}").write_bytes(ox.serialize(triples, format=form) or b"")
    done = run("import", "rdf", f"t.{ending}", "--format", "json", cwd=tmp_path, code=0)
    account = json.loads(done.stdout)
    assert account["skipped"] == {"unknown property": 1, "blank node": 1}
    assert (account["read"], account["imported"]) == (5, 3)
    facts = run("fact", "The Club", cwd=tmp_path, code=0).stdout
    assert "related to: RUS" in facts


@pytest.mark.parametrize("ending", ["trig", "nq"])
def test_claims_of_kg_are_not_flattened(tmp_path: Path, run: Run, bundle: Path, ending: str) -> None:
    """A claim that is denied has the triples of one that is asserted: only its graph and stance tell them apart."""
    import pyoxigraph as ox

    data = sorted((bundle / "facts/PRK-RUS").glob("*.trig"))[0].read_bytes()
    if ending == "nq":
        quads = ox.parse(input=data, format=ox.RdfFormat.TRIG)
        data = ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b""
    (tmp_path / f"out.{ending}").write_bytes(data)
    refused = run("import", "rdf", f"out.{ending}", cwd=tmp_path, code=2)
    assert "speaks of a claim" in refused.stderr
    assert "below facts/" in refused.stderr
    assert not (tmp_path / "facts").exists()


def test_broken_rdf_gives_what_comes_before(tmp_path: Path, run: Run) -> None:
    text = "<http://x/a> <https://w3id.org/bilateral/ns#relatedTo> <http://x/b> .\n"
    (tmp_path / "t.nt").write_text(text + "<oops\n" + text.replace("/a>", "/c>"))
    account = json.loads(run("import", "rdf", "t.nt", "--format", "json", cwd=tmp_path, code=0).stdout)
    assert account["imported"] == 2, "a line of N-Triples stands for itself"
    assert account["skipped"] == {"syntax": 1}
    assert "t.nt:2" in account["told"][0]
    assert run("claim", "t.3", cwd=tmp_path, code=0).stdout
    (tmp_path / "t.ttl").write_text(text * 2 + "<oops\n" + text)
    done = run("import", "rdf", "t.ttl", "--document", "u", "--format", "json", cwd=tmp_path, code=1)
    account = json.loads(done.stdout)
    assert (account["imported"], account["skipped"]) == (2, {"syntax": 1})
    assert re.match(r"t.ttl:3: in line [34]: .*; nothing after this is read", account["broken_off"][0])


def test_followthemoney(tmp_path: Path, run: Run) -> None:
    entities = [
        {
            "id": "p1",
            "schema": "Person",
            "properties": {"name": ["Ann Example"], "nationality": ["ru"], "alias": ["Anna"]},
        },
        {"id": "c1", "schema": "Company", "properties": {"name": ["Example Ltd"], "country": ["zz"]}},
        {
            "id": "o1",
            "schema": "Directorship",
            "properties": {"director": ["p1"], "organization": ["c1"], "startDate": ["2010"]},
        },
        {"id": "x1", "schema": "Spaceship", "properties": {}},
        {
            "id": "d1",
            "schema": "Associate",
            "properties": {"person": ["p1"], "associate": ["c1"], "startDate": ["2010-99"]},
        },
        {"id": "o2", "schema": "Ownership", "properties": {"owner": ["p1"]}},
    ]
    (tmp_path / "f.jsonl").write_text("\n".join(map(json.dumps, entities)) + "\nnot json\n")
    account = json.loads(run("import", "ftm", "f.jsonl", "--format", "json", cwd=tmp_path, code=0).stdout)
    assert (account["read"], account["imported"]) == (7, 3)
    assert account["skipped"] == {"date": 1, "no entity": 1, "one end missing": 1, "unknown schema": 1}
    assert account["flaws"] == {"unknown country": 1}
    facts = run("fact", "Ann Example", cwd=tmp_path, code=0).stdout
    assert "member of: Example Ltd" in facts
    assert "2010/.." in facts
    assert "national of: Russia" in facts
    assert "Ann Example" in run("search", "Anna", cwd=tmp_path, code=0).stdout


def test_wikidata_keeps_qualifiers_references_and_ranks(tmp_path: Path, run: Run) -> None:
    def item(q: str) -> dict[str, object]:
        return {"snaktype": "value", "datavalue": {"value": {"id": q}, "type": "wikibase-entityid"}}

    def time(text: str, precision: int) -> dict[str, object]:
        return {"snaktype": "value", "datavalue": {"value": {"time": text, "precision": precision}, "type": "time"}}

    entity = {
        "id": "Q1", "labels": {"en": {"value": "Example treaty"}, "ru": {"value": "Договор"}},
        "aliases": {"en": [{"value": "The treaty"}]},
        "claims": {
            "P31": [{"id": "Q1$a", "rank": "normal", "mainsnak": item("Q131569")}],
            "P1891": [
                {"id": "Q1$b", "rank": "preferred", "mainsnak": item("Q159"),
                 "qualifiers": {"P580": [time("+2024-06-19T00:00:00Z", 11)]},
                 "references": [{"snaks": {"P248": [item("Q36")]}}]},
                {"id": "Q1$c", "rank": "deprecated", "mainsnak": item("Q423")},
            ],
            "P577": [{"id": "Q1$d", "rank": "normal", "mainsnak": time("+2024-06-00T00:00:00Z", 10)}],
            "P9999": [{"id": "Q1$e", "rank": "normal", "mainsnak": item("Q2")}],
            "P571": [{"id": "Q1$f", "rank": "normal", "mainsnak": {"snaktype": "somevalue"}}],
        },
    }  # fmt: skip
    (tmp_path / "w.json").write_text("[\n" + json.dumps(entity) + ",\n{broken}\n]\n")
    account = json.loads(run("import", "wikidata", "w.json", "--format", "json", cwd=tmp_path, code=0).stdout)
    assert (account["read"], account["imported"], account["records"]) == (2, 1, 3)
    assert account["skipped"] == {"no entity": 1}
    assert account["flaws"] == {"no value": 1, "properties without a word in the graph": 1}
    signed = json.loads(run("claim", "w.Q1-b", "--format", "json", cwd=tmp_path, code=0).stdout)
    assert signed["stance"]["id"] == "stance:stated"
    assert [s["id"] for s in signed["speakers"]] == ["wd:Q36"]
    assert signed["period"]["begins"] == "2024-06-19"
    denied = json.loads(run("claim", "w.Q1-c", "--format", "json", cwd=tmp_path, code=0).stdout)
    assert denied["stance"]["id"] == "stance:denied"
    ask = "SELECT ?who WHERE { wd:Q1 br:signatory ?who }"
    assert run("sparql", ask, "--format", "csv", cwd=tmp_path, code=0).stdout.split()[1:] == [
        "http://www.wikidata.org/entity/Q159"
    ]
    whole = {"entities": {"Q1": entity}}
    (tmp_path / "e.json").write_text(json.dumps(whole))
    assert (
        json.loads(run("import", "wikidata", "e.json", "--format", "json", cwd=tmp_path, code=0).stdout)["records"] == 3
    )
    assert "Example treaty" in run("search", "Договор", cwd=tmp_path, code=0).stdout


def test_one_table_says_what_can_be_imported(tmp_path: Path, run: Run) -> None:
    """The command, its help, the README and the API know the same kinds; each is there."""
    shown = run("import", "--help", cwd=tmp_path, code=0).stdout
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    refused = run("import", "nonsense", "x", cwd=tmp_path, code=2).stderr
    with pytest.raises(WrongCall) as error:
        prepare("nonsense", ["x"])
    for name, kind in KINDS.items():
        assert kind.summary in shown
        assert f"| `{name}` |" in readme
        assert f"'{name}'" in refused
        assert name in error.value.hint
        (tmp_path / "m.toml").write_text('[columns]\nsubject = "a"\nrelation = "b"\nobject = "c"\n')
        mapping = str(tmp_path / "m.toml") if "mapping" in kind.options else None
        source, importer = prepare(name, ["x"], mapping=mapping)
        assert source.options[0] == name
        assert callable(importer)
        for option in ("mapping", "sheet"):
            if option not in kind.options:
                with pytest.raises(WrongCall, match=f"{name} takes no --{option}"):
                    prepare(name, ["x.xlsx"], **{option: "y"})
    with pytest.raises(WrongCall, match="‘nonsense’ is no kind of source"):
        suggestion("nonsense", ["x"])
    with pytest.raises(WrongCall, match="rdf needs no mapping"):
        suggestion("rdf", ["x"])


def test_a_wrong_call_says_what_is_right(tmp_path: Path, run: Run) -> None:
    (tmp_path / "t.csv").write_text(TRADE)
    for args, words in (
        (("import", "table", "t.csv"), "kg import table --suggest"),
        (("import", "events", "t.csv", "--mapping", "x.toml"), "events takes no --mapping.\n    These do: table."),
        (("import", "events", "t.csv", "--document", "My Data"), "--document my-data"),
        (("import", "events", "t.csv", "--speaker", "Russia"), "--speaker e:RUS"),
        (("import", "events", "t.csv", "--issued", "soon"), "is not a date"),
        (("import", "rdf", "t.csv"), "Endings:"),
        (("import", "events", "nowhere"), "cannot be read"),
    ):
        done = run(*args, cwd=tmp_path)
        assert done.returncode in (2, 3), args
        assert words in done.stderr, (args, done.stderr)
