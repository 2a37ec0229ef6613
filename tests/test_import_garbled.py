"""Garbled inputs, three hundred of each kind: what is wrong is told with its place, and the rest goes in."""

from __future__ import annotations

import copy
import json
import random
import re
import subprocess
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from kg.base.states import States
from kg.compile.ontology import ontology_of
from kg.errors import KgError
from kg.importers import intake, kinds
from kg.text.records import Record, from_line
from kg.workspace import Workspace

Run = Callable[..., subprocess.CompletedProcess[str]]
COUNT = 300
#: What never is what a format has anywhere; a text in quotes stands for JSON that Python would not write.
NEVER: list[Any] = [None, 5, 1.5, True, -1, 10**400, "(deep)", "(nan)", "(endless)", "\ud800"]
#: What a format may have in some places.
PERHAPS: list[Any] = [[], {}, "", "x", [[]], {"": {}}, "(twice)", [None]]
RAW = {
    '"(deep)"': "[" * 100_000 + "]" * 100_000,
    '"(nan)"': "NaN",
    '"(endless)"': "9" * 5000,
    '"(twice)"': '{"a": 1, "a": 2}',
}


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where something stands in a JSON value."""
    if path:
        yield path
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in inside:
        yield from places(part, (*path, key))


def garbled(value: Any, chance: random.Random) -> tuple[str, bool]:
    """A JSON line with one fault, and whether it is one for certain."""
    line = json.dumps(value)
    if chance.random() < 0.1:
        return line[: chance.randrange(1, len(line))], True
    broken, fault = copy.deepcopy(value), chance.choice(NEVER + PERHAPS)
    *path, last = chance.choice(list(places(value)))
    inner = broken
    for key in path:
        inner = inner[key]
    if chance.random() < 0.1:
        del inner[last]
        return json.dumps(broken), False
    inner[last] = fault
    line = json.dumps(broken)
    for written, meant in RAW.items():
        line = line.replace(written, meant)
    return line, fault in NEVER


def read_records(folder: Path) -> list[Record]:
    return [
        Record(*from_line(line))
        for part in sorted(folder.glob("records-*.tsv"))
        for line in part.read_text(encoding="utf-8").splitlines()[1:]
    ]


def brought_in(
    tmp_path: Path, run: Run, kind: str, make: Callable[[str], Any], names: Callable[[int], str]
) -> tuple[list[tuple[int, str]], dict[str, Any], str]:
    """Import garbled entities among good ones: the garbled ones with their lines, the account, the findings."""
    chance, lines, bad, certain = random.Random(10), list[str](), list[tuple[int, str]](), list[int]()
    for number in range(COUNT):
        line, sure = garbled(make(names(number)), chance)
        lines.append(line)
        bad.append((len(lines), names(number)))
        certain += [len(lines)] * sure
        if number % 10 == 0:
            lines.append(json.dumps(make(names(COUNT + number))))
    (tmp_path / "g.json").write_text("\n".join(lines) + "\n", encoding="utf-8")
    done = run("import", kind, "g.json", "--format", "json", cwd=tmp_path, code=0)
    assert "should not happen" not in done.stderr
    account = json.loads(done.stdout)
    assert account["read"] == len(lines) == account["imported"] + sum(account["skipped"].values())
    told = (tmp_path / "facts/imports/g/findings.txt").read_text(encoding="utf-8")
    untold = [n for n in certain if not re.search(rf"^g\.json:{n}: ", told, re.M)]
    assert not untold, [lines[n - 1][:2000] for n in untold]
    run("check", cwd=tmp_path, code=0)
    return bad, account, told


def wikidata(name: str) -> dict[str, Any]:
    """An entity as dumps have it, with all that is read of it."""

    def item(q: str) -> dict[str, Any]:
        return {"snaktype": "value", "datavalue": {"value": {"id": q}}}

    def day(text: str) -> dict[str, Any]:
        return {"snaktype": "value", "datavalue": {"value": {"time": text, "precision": 11}}}

    length = {"snaktype": "value", "datavalue": {"value": {"amount": "+12.5", "unit": "http://x/Q828224"}}}
    return {
        "id": name,
        "labels": {"en": {"value": f"Thing {name}"}},
        "aliases": {"en": [{"value": f"Other {name}"}]},
        "claims": {
            "P31": [{"rank": "normal", "mainsnak": item("Q131569")}],
            "P1891": [
                {
                    "id": f"{name}$a",
                    "rank": "deprecated",
                    "mainsnak": item("Q159"),
                    "qualifiers": {"P585": [day("+2024-06-19T00:00:00Z")]},
                    "references": [{"snaks": {"P248": [item("Q36")]}}],
                },
                {"id": f"{name}$b", "rank": "normal", "mainsnak": item("Q423")},
            ],
            "P577": [{"id": f"{name}$d", "rank": "normal", "mainsnak": day("+2024-06-20T00:00:00Z")}],
            "P2043": [{"id": f"{name}$l", "rank": "normal", "mainsnak": length}],
        },
    }


def meaning(record: Record) -> tuple[str, ...]:
    """What a record says, but for what may be wanting."""
    return (record.subject, record.relation, record.object, record.value, record.unit, record.stance)


def test_garbled_wikidata(tmp_path: Path, run: Run) -> None:
    bad, _, _ = brought_in(tmp_path, run, "wikidata", wikidata, lambda n: f"Q{1000 + n}")
    found = read_records(tmp_path / "facts/imports/g")
    for number in range(0, COUNT, 10):
        assert sum(r.subject == f"wd:Q{1000 + COUNT + number}" for r in found) == 4
    said = {
        ("br:signatory", "wd:Q159", "", "", "denied"), ("br:signatory", "wd:Q423", "", "", "stated"),
        ("br:signedOn", "", "", "", "stated"), ("ind:length", "", "12.5", "unit:KiloM", "stated"),
    }  # fmt: skip
    assert {meaning(r)[1:] for r in found} == said, "nothing is invented"
    assert len(bad) == COUNT


def test_what_php_writes_for_nothing_is_nothing(tmp_path: Path, run: Run) -> None:
    entity = {**wikidata("Q1"), "aliases": [], "labels": []}
    (tmp_path / "w.json").write_text(json.dumps(entity) + "\n" + json.dumps({"id": "Q2", "claims": []}))
    account = json.loads(run("import", "wikidata", "w.json", "--format", "json", cwd=tmp_path, code=0).stdout)
    assert (account["read"], account["imported"], account["records"], account["flaws"]) == (2, 2, 4, {})


def test_one_bad_statement_costs_no_other(tmp_path: Path, run: Run) -> None:
    entity = wikidata("Q1")
    entity["claims"]["P2043"][0]["mainsnak"]["datavalue"]["value"]["amount"] = "9" * 400
    (tmp_path / "w.json").write_text(json.dumps(entity))
    account = json.loads(run("import", "wikidata", "w.json", "--format", "json", cwd=tmp_path, code=0).stdout)
    assert (account["imported"], account["records"], account["flaws"]) == (1, 3, {"not a number": 1})


def followthemoney(name: str) -> dict[str, Any]:
    if int(name[1:]) % 2:
        ends = {"director": ["p1"], "organization": ["c1"], "startDate": ["2010"], "endDate": ["2012"]}
        return {"id": name, "schema": "Directorship", "properties": ends}
    known = {"name": [f"Ann {name}"], "alias": [f"Anna {name}"], "nationality": ["ru"]}
    return {"id": name, "schema": "Person", "properties": known}


def test_garbled_followthemoney(tmp_path: Path, run: Run) -> None:
    brought_in(tmp_path, run, "ftm", followthemoney, lambda n: f"p{1000 + n}")
    found = read_records(tmp_path / "facts/imports/g")
    assert {(r.relation, r.object) for r in found} <= {
        ("br:nationalOf", "e:RUS"),
        ("br:memberOf", "e:g.c1"),
        ("br:memberOf", "e:g.x"),
    }
    for number in range(0, COUNT, 10):
        assert any(r.id.startswith(f"p{1000 + COUNT + number}") for r in found)


TURTLE = """@prefix br: <https://w3id.org/bilateral/ns#> . @prefix e: <https://w3id.org/bilateral/id/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix x: <http://example.org/> .
x:club a br:Organization ; rdfs:label "The Club"@en , "Клуб"@ru ; br:relatedTo e:RUS ; x:shoeSize 43 .
x:other a br:Organization ; br:relatedTo e:PRK , e:CHN ; br:signedOn "2024-06-19" ; br:includes [] .
x:third br:relatedTo x:club , x:other , e:USA .
"""
FORMATS = {"ttl": "TURTLE", "nt": "N_TRIPLES", "trig": "TRIG", "nq": "N_QUADS", "jsonld": "JSON_LD"}
JUNK = [b"", b"\xff", b"\x00", b"\n", b'"', b"<", b">", b"\\u12", b"\\ud800", b"@", b"{", b"]", b"#", b"^^<", b"%zz", b"<<", b" . ", b"_:a", "é".encode(), b"[" * 5000]  # fmt: skip


def test_garbled_rdf(tmp_path: Path, run: Run) -> None:
    """As many files, in all forms: each that cannot be read whole is told; each whole triple of a line goes in."""
    chance, unreadable = random.Random(10), []
    (tmp_path / "g").mkdir()
    for number in range(COUNT):
        ending, form = chance.choice(list(FORMATS.items()))
        fmt = getattr(ox.RdfFormat, form)
        quads = ox.parse(input=TURTLE, format=ox.RdfFormat.TURTLE)
        data = ox.serialize(quads if fmt.supports_datasets else (q.triple for q in quads), format=fmt) or b""
        for _ in range(chance.randrange(1, 4)):
            at = chance.randrange(len(data))
            data = data[:at] + chance.choice(JUNK) + data[at + chance.choice((0, 1, 30)) :]
        if chance.random() < 0.1:
            data = data[: chance.randrange(len(data))]
        name = f"f{number}.{ending}"
        (tmp_path / "g" / name).write_bytes(data)
        try:
            for _ in ox.parse(input=data, format=fmt):
                pass
        except SyntaxError:
            unreadable.append(name)
    (tmp_path / "g/good.nt").write_text("<http://x/a> <https://w3id.org/bilateral/ns#relatedTo> <http://x/b> .\n")
    done = run("import", "rdf", "g", "--format", "json", cwd=tmp_path, code=1)
    assert "should not happen" not in done.stderr
    account = json.loads(done.stdout)
    assert account["read"] == account["imported"] + sum(account["skipped"].values())
    told = (tmp_path / "facts/imports/g/findings.txt").read_text(encoding="utf-8")
    assert len(unreadable) > COUNT / 2
    assert [n for n in unreadable if f"{n}:" not in told] == []
    whole = [n for n in unreadable if n.endswith((".ttl", ".trig", ".jsonld"))]
    assert [n for n in whole if not any(b.startswith(f"{n}:") for b in account["broken_off"])] == []
    assert run("claim", "g.good-1", cwd=tmp_path, code=0).stdout
    run("check", cwd=tmp_path, code=0)


MAPPING: dict[str, Any] = {
    "columns": {"id": "nr", "subject": "who", "relation": "does", "object": "whom", "date": "when"},
    "constants": {"stance": "reported", "unit": "unit:NUM"},
    "states": {"object": "name"},
    "relations": {"allies": "br:alliedWith"},
    "kinds": {"subject": "br:Person"},
}
ODD = ["3", "-1", "1.5", "true", "inf", "nan", "[]", "{}", '["a"]', "2024-01-01", "07:32:00", '""', '"\\u0000"', "9" * 5000,
       "[" * 3000, "2024-13-45", '"x"', "'''", '{ a = "b" }', '"=1+1"', "1979-05-27T07:32:00Z", "0x", '"unit:%zz"']  # fmt: skip


def toml(mapping: dict[str, Any], chance: random.Random) -> bytes:
    """A mapping with one or two faults, in its values or in its letters."""
    lines = []
    for section, entries in mapping.items():
        lines.append(f"[{section}]")
        lines += [f"{key} = {json.dumps(value)}" for key, value in entries.items()]
    at = chance.randrange(len(lines))
    if chance.random() < 0.6:
        key = lines[at].strip("[]").partition(" = ")[0]
        lines[at] = f"{key} = {chance.choice(ODD)}"
    data = "\n".join(lines).encode()
    if chance.random() < 0.5:
        at = chance.randrange(len(data))
        data = data[:at] + chance.choice([*JUNK, data[:60]]) + data[at + chance.choice((0, 1, 30)) :]
    return data


def test_garbled_mappings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each says what to correct and where, or is read; then every row is accounted for."""
    workspace, states = Workspace(str(tmp_path)), States()
    view = ontology_of(workspace)
    monkeypatch.setattr(intake, "_everyday", lambda workspace: view)
    monkeypatch.setattr(intake, "States", lambda: states)
    (tmp_path / "t.csv").write_text(
        "nr,who,does,whom,when\na1,Ann,allies,China,2024\na2,e:50%,allies,http://x y,2024\n"
    )
    chance, refused = random.Random(10), 0
    for _ in range(COUNT):
        data = toml(MAPPING, chance)
        (tmp_path / "m.toml").write_bytes(data)
        try:
            source, importer = kinds.prepare("table", [str(tmp_path / "t.csv")], mapping=str(tmp_path / "m.toml"))
            account = intake.take_in(workspace, source, importer, dry_run=True)
        except KgError as error:
            refused += 1
            assert "m.toml" in error.message or "t.csv" in error.message, (data, error.message)
            continue
        assert account.read == 2 == account.imported + sum(account.skipped.values()), data
        found = tomllib.loads(data.decode())
        assert all(isinstance(v, str) for v in found["columns"].values())
    assert COUNT * 0.7 < refused < COUNT


# ---------------------------------------------------------------------- one rule for intake and build


def test_a_number_of_400_digits_is_no_figure(tmp_path: Path, run: Run) -> None:
    (tmp_path / "t.csv").write_text(f"who,n\nRussia,{'9' * 400}\nRussia,{'8' * 300}\nRussia,7\nRussia,-{'9' * 400}.5\n")
    (tmp_path / "m.toml").write_text(
        '[columns]\nsubject = "who"\nvalue = "n"\n[constants]\nrelation = "ind:troops"\nobject = "e:PRK"\ndate = 2024\n'
    )
    done = run("import", "table", "t.csv", "--mapping", "m.toml", "--format", "json", cwd=tmp_path, code=0)
    account = json.loads(done.stdout)
    assert (account["imported"], account["skipped"]) == (2, {"not a number": 2})
    assert "no figure is that large" in account["told"][0]
    assert account["unmatched"] == {}, "e:PRK is the state"
    for command in (("fact", "RUS"), ("network", "export", "-o", "n.json")):
        form = () if command[0] == "network" else ("--format", "json")
        out = run(*command, *form, cwd=tmp_path, code=0).stdout
        assert "Infinity" not in out
        json.loads(out or (tmp_path / "n.json").read_text(), parse_constant=pytest.fail)
    part = tmp_path / "facts/imports/t/records-0001.tsv"
    part.write_text(part.read_text().replace("\t7\t", f"\t{'9' * 400}\t"))
    assert "records-0001.tsv:3:1: error" in run("check", cwd=tmp_path, code=1).stdout


def test_bad_things_are_told_at_intake_and_by_the_build_alike(tmp_path: Path, run: Run) -> None:
    """Kinds, IRIs and languages: what the build would stop at never gets in, and the rest does."""
    text = "@prefix br: <https://w3id.org/bilateral/ns#> . @prefix e: <https://w3id.org/bilateral/id/> .\n"
    text += "e:thing a br:Organization ; br:relatedTo e:RUS ; <http://www.w3.org/2000/01/rdf-schema#label> LABEL .\n"
    (tmp_path / "t.ttl").write_text(text.replace("LABEL", f'"{"x" * (1 << 21)}"'))
    account = json.loads(run("import", "rdf", "t.ttl", "--format", "json", cwd=tmp_path, code=0).stdout)
    assert account["flaws"] == {"too long": 1}
    assert account["records"] == 1
    things = tmp_path / "facts/imports/t/things.tsv"
    good = things.read_text()
    for line, words in (
        ("e:thing\ta\tnonsense\t", "“nonsense” is no name"),
        ("e:thing\ta\thttp://x/%zz\t", "is no name"),
        ("e:th ing\trdfs:label\tx\ten", "is no name"),
        ("e:thing\trdfs:label\tx\te n", "is no language"),
        ("e:thing\tbr:goldstein\tmany\t", "is not a number"),
    ):
        things.write_text(good + line + "\n")
        for command in ("check", "build"):
            out = run(command, cwd=tmp_path, code=1).stdout
            assert "facts/imports/t/things.tsv:3:1: error: " in out, (line, out)
            assert words in out
    things.write_text(good + "e:a\tbr:organOf\te:b\t\ne:b\tbr:organOf\te:a\t\n")
    run("check", cwd=tmp_path, code=0)
    run("build", cwd=tmp_path, code=0)
