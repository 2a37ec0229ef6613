"""Ids of data sets: no record shares its claim with another, and no data set takes over what people wrote."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import kg
import pytest
from hypothesis import given
from hypothesis import strategies as st
from kg.claims.series import Series
from kg.compile.line import BadRecord, check_record
from kg.errors import NotFound
from kg.text.records import DATASET, Record, claim_iri, record_of
from kg.text.terms import curie, expand

Run = Callable[..., subprocess.CompletedProcess[str]]
HEAD = "date,source,relation,target\n"
PREFIXES = (
    "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix oa: <http://www.w3.org/ns/oa#> .\n"
    "@prefix br: <https://w3id.org/bilateral/ns#> . @prefix e: <https://w3id.org/bilateral/id/> .\n"
    "@prefix d: <https://w3id.org/bilateral/doc/> . @prefix c: <https://w3id.org/bilateral/claim/> .\n"
    "@prefix g: <https://w3id.org/bilateral/graph/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
    "@prefix dcterms: <http://purl.org/dc/terms/> . @prefix stance: <https://w3id.org/bilateral/vocab/stance/> .\n"
)


def events(path: Path, count: int, source: str = "Russia", target: str = "China") -> None:
    path.parent.mkdir(exist_ok=True)
    rows = (f"2018-01-{1 + i % 28:02},{source},Consult,{target}\n" for i in range(count))
    path.write_text(HEAD + "".join(rows), encoding="utf-8")


def test_no_two_data_sets_share_a_claim(tmp_path: Path, run: Run) -> None:
    """A folder of two files, and a file that is named as one of them within it: each row stays one act."""
    for name in ("icews/2018.csv", "icews/2019.csv", "icews-2018.csv"):
        events(tmp_path / name, 50)
    run("import", "events", "icews", cwd=tmp_path, code=0)
    run("import", "events", "icews-2018.csv", cwd=tmp_path, code=0)
    ask = "SELECT (COUNT(DISTINCT ?e) AS ?n) (COUNT(*) AS ?acts) WHERE { ?e br:actor ?who }"
    assert run("sparql", ask, "--format", "csv", cwd=tmp_path, code=0).stdout.split() == ["n,acts", "150,150"]
    for name, day in (("icews.2018-2", "2018-01-01"), ("icews-2018.2", "2018-01-01")):
        claim = json.loads(run("claim", name, "--format", "json", cwd=tmp_path, code=0).stdout)
        assert claim["id"] == name
        assert claim["period"]["begins"] == day


def test_files_of_one_stem_are_told_apart(tmp_path: Path, run: Run) -> None:
    for name in ("many/acts.2018.csv", "many/acts.2019.csv"):
        events(tmp_path / name, 3)
    account = json.loads(run("import", "events", "many", "--format", "json", cwd=tmp_path, code=0).stdout)
    assert (account["imported"], account["skipped"]) == (6, {})
    assert run("claim", "many.acts.2019.csv-4", cwd=tmp_path, code=0).stdout
    assert "given twice" in run("import", "events", "many", "many/acts.2018.csv", cwd=tmp_path, code=2).stderr


@given(
    st.text(min_size=1), st.text(min_size=1), st.sampled_from(["a", "a-b", "a_1"]), st.sampled_from(["a", "b", "a-b"])
)
def test_an_id_is_taken_apart_as_it_was_built(one: str, other: str, here: str, there: str) -> None:
    try:
        check_record(Record(one, "e:RUS", "br:relatedTo", "e:PRK"))
        check_record(Record(other, "e:RUS", "br:relatedTo", "e:PRK"))
    except BadRecord:  # half a character
        return
    iri = claim_iri(here, one)
    name = curie(iri)
    assert expand(name) == iri
    assert record_of(name.removeprefix("c:")) == (here, one)
    assert Series.of(name.removeprefix("c:")) is None
    assert not iri.endswith(".")
    assert "~" not in iri
    assert (iri == claim_iri(there, other)) == ((here, one) == (there, other))


@pytest.mark.parametrize("name", ["x.y", "x~y", "X", "", "x-", "-x", "ü"])
def test_what_no_data_set_is_called(name: str) -> None:
    assert not DATASET.fullmatch(name)


def test_odd_ids_reach_every_answer(tmp_path: Path, run: Run) -> None:
    odd = ["a.", "a..b", "a b", "a/b#c", "50%", "RUS~PRK", "x-1", "п1", "~", ".", "a%20b", "a'b", "<i>"]
    rows = "".join(f'2018-01-01,Russia,Consult,China,"{name}"\n' for name in odd)
    (tmp_path / "t.csv").write_text(HEAD.strip() + ",id\n" + rows, encoding="utf-8")
    account = json.loads(run("import", "events", "t.csv", "--format", "json", cwd=tmp_path, code=0).stdout)
    assert account["imported"] == len(odd)
    graph = kg.open(str(tmp_path))
    found = graph.sparql("SELECT ?e WHERE { ?e br:actor e:RUS }")
    assert not isinstance(found, bool)
    claims = [curie(str(iri)) for (iri,) in found.rows]
    assert len(set(claims)) == len(odd)
    for claim in claims:
        again = graph.claim(claim)
        assert f"c:{again.id}" == claim
        assert again.passages[0].record in odd
        assert graph.sparql(f"ASK {{ {claim} br:recipient e:CHN }}") is True, claim
    for name in odd:
        assert graph.claim(f"t.{name}").passages[0].record in (name, name.replace("%20", " ")), name
    assert "t.a%2E: " in run("cite", "t.a.", cwd=tmp_path, code=0).stdout
    assert "records: 13" in run("claim", "t~RUS~CHN", cwd=tmp_path, code=0).stdout


def test_an_old_id_is_told_its_new_form(tmp_path: Path, run: Run) -> None:
    events(tmp_path / "icews18.csv", 2)
    run("import", "events", "icews18.csv", cwd=tmp_path, code=0)
    done = run("claim", "icews18-2", cwd=tmp_path, code=1)
    assert "Did you mean icews18.2" in done.stderr
    with pytest.raises(NotFound):
        kg.open(str(tmp_path)).claim("icews18-99")


def _place(tmp_path: Path, text: str) -> str:
    """File and line of a text in the records of ``acts``."""
    for path in sorted((tmp_path / "facts/imports/acts").glob("records-*.tsv")):
        for number, line in enumerate(path.read_text().splitlines(), 1):
            found = f"facts/imports/acts/{path.name}:{number}" if line == text else ""
    return found


@pytest.mark.parametrize("fresh", [True, False])
def test_an_id_that_two_records_have_is_an_error(tmp_path: Path, run: Run, fresh: bool) -> None:
    """In one file word for word, in one file with another content, and across files."""
    events(tmp_path / "acts.csv", 3)
    run("import", "events", "acts.csv", cwd=tmp_path, code=0)
    folder = tmp_path / "facts/imports/acts"
    part = (folder / "records-0001.tsv").read_text()
    head, first, *_ = part.splitlines(keepends=True)
    build = ("build", "--fresh") if fresh else ("build",)
    for name, text, at in (
        ("records-0001.tsv", part + first, 5),
        ("records-0001.tsv", part + first.replace("2018-01-01", "2018-05-05"), 5),
        ("records-0002.tsv", head + first.replace("2018-01-01", "2018-05-05"), 2),
    ):
        (folder / "records-0001.tsv").write_text(part)
        (folder / name).write_text(text)
        said = "There is a record ‘2’ of acts already, in facts/imports/acts/records-0001.tsv:2."
        for command in (("check",), build):
            out = run(*command, cwd=tmp_path, code=1).stdout
            assert f"facts/imports/acts/{name}:{at}:1: error: {said}" in out, (command, out)
        assert "2018-05-05" not in run("fact", "RUS", cwd=tmp_path, code=0).stdout, "the last good build answers"


def test_a_claim_of_people_with_the_name_of_a_record_is_an_error(tmp_path: Path, run: Run) -> None:
    events(tmp_path / "acts.csv", 3)
    run("import", "events", "acts.csv", cwd=tmp_path, code=0)
    written = PREFIXES + (
        'd:note a br:Document ; dcterms:title "Note"@en ; dcterms:creator e:RUS ; br:recordedOn "2024-01-01"^^xsd:date ;\n'
        f'  dcterms:issued "2024"^^xsd:gYear ; br:textHash "{"0" * 64}" .\n'
        "c:NAME { e:RUS br:relatedTo e:CHN . }\n"
        "c:NAME a br:Claim ; br:inDocument d:note ; br:statedBy e:RUS ; br:stance stance:stated ;\n"
        '  dcterms:description "Related."@en ;\n'
        f'  br:passage [ br:paragraph 1 ; oa:start 0 ; oa:end 5 ; br:passageHash "{"0" * 16}" ] .\n'
    )
    for name, words in (
        ("acts.3", "the claim of this record, is a claim in facts/mine.trig too"),
        ("acts~RUS~CHN", "is the name of a series of records"),
    ):
        escaped = name.replace("~", "\\~")
        (tmp_path / "facts/mine.trig").write_text(written.replace("NAME", escaped))
        for command in ("check", "build"):
            out = run(command, cwd=tmp_path, code=1).stdout
            assert words in out, out
    (tmp_path / "facts/mine.trig").write_text(written.replace("NAME", "acts-3"))
    run("check", cwd=tmp_path, code=0)
    assert run("claim", "acts-3", cwd=tmp_path, code=0).stdout != run("claim", "acts.3", cwd=tmp_path, code=0).stdout


def test_a_folder_that_cannot_name_a_data_set_is_an_error(tmp_path: Path, run: Run) -> None:
    events(tmp_path / "acts.csv", 1)
    run("import", "events", "acts.csv", cwd=tmp_path, code=0)
    folder = tmp_path / "facts/imports"
    for place in ("my.acts", "acts/more"):
        (folder / place).mkdir()
        (folder / place / "records-0001.tsv").write_text((folder / "acts/records-0001.tsv").read_text())
        assert f"‘{place}’ cannot name a data set" in run("check", cwd=tmp_path, code=1).stdout
        assert f"‘{place}’ cannot name a data set" in run("build", cwd=tmp_path, code=1).stdout
        (folder / place / "records-0001.tsv").unlink()


# ---------------------------------------------------------------------- what people wrote stays theirs


def test_no_name_of_a_data_set_is_one_that_people_wrote(tmp_path: Path, run: Run) -> None:
    (tmp_path / "facts").mkdir()
    (tmp_path / "facts/places.trig").write_text(
        PREFIXES + 'g:reference { e:rail-tunnel a br:Place ; rdfs:label "The long bore"@en .\n'
        '  e:rail a br:Place ; rdfs:label "Rail (a village)"@en . }\n'
    )
    events(tmp_path / "rail.csv", 2, source="Tunnel", target="Source")
    account = json.loads(run("import", "events", "rail.csv", "--format", "json", cwd=tmp_path, code=0).stdout)
    assert account["unmatched"] == {"Source": 2, "Tunnel": 2}
    line = (tmp_path / "facts/imports/rail/records-0001.tsv").read_text().splitlines()[1].split("\t")
    assert line[1] == "e:rail.tunnel"
    assert line[3].startswith("e:rail.source-"), "not the data set as a speaker"
    graph = kg.open(str(tmp_path))
    assert graph.answer("e:rail-tunnel").facts == []
    assert graph.claim("rail.2").speakers[0].id == "e:rail.source"
    for command in (("fact", "e:rail.tunnel"), ("search", "Tunnel")):
        assert "Tunnel" in run(*command, cwd=tmp_path, code=0).stdout
    assert graph.sparql("SELECT ?k WHERE { e:rail-tunnel a ?k FILTER(?k = br:Actor) }").rows == ()  # type: ignore[union-attr]
    assert graph.sparql("ASK { e:rail a br:Organization }") is False


def test_a_name_that_people_use_is_refused_before_anything_is_written(tmp_path: Path, run: Run, bundle: Path) -> None:
    import shutil

    shutil.copytree(bundle / "facts", tmp_path / "facts")
    events(tmp_path / "acts.csv", 2)
    before = sorted(tmp_path.rglob("*"))
    for more in ((), ("--dry-run",)):
        done = run("import", "events", "acts.csv", "--document", "report", *more, cwd=tmp_path, code=2)
        assert "defines d:report already" in done.stderr
        assert "facts/documents.trig:" in done.stderr
        assert "--document" in done.stderr
    assert [p for p in sorted(tmp_path.rglob("*")) if ".kg" not in p.parts] == [
        p for p in before if ".kg" not in p.parts
    ]
    run("import", "events", "acts.csv", "--document", "tumen-bridge", cwd=tmp_path, code=0)
    bridge = json.loads(run("fact", "tumen-bridge", "--format", "json", cwd=tmp_path, code=0).stdout)
    assert "tumen-bridge.source" not in json.dumps(bridge)
    run("check", cwd=tmp_path, code=0)
    run("import", "events", "acts.csv", "--document", "tumen-bridge", "--again", cwd=tmp_path, code=0)


def test_a_state_whose_id_is_something_else_is_not_taken_over(tmp_path: Path, run: Run) -> None:
    (tmp_path / "facts").mkdir()
    (tmp_path / "facts/places.trig").write_text(
        PREFIXES + 'g:reference { e:CHN a br:Place ; rdfs:label "Chan"@en . }\n'
    )
    events(tmp_path / "acts.csv", 2)
    done = run("import", "events", "acts.csv", cwd=tmp_path, code=2)
    assert "facts/places.trig:6 defines e:CHN already" in done.stderr
    assert "br:iso3" in done.stderr
    assert not (tmp_path / "facts/imports").exists()


def test_an_unknown_speaker_is_refused_and_a_state_is_known(tmp_path: Path, run: Run) -> None:
    events(tmp_path / "acts.csv", 2)
    assert (
        "knows no speaker" in run("import", "events", "acts.csv", "--speaker", "e:NOBODY", cwd=tmp_path, code=2).stderr
    )
    assert not (tmp_path / "facts").exists()
    run("import", "events", "acts.csv", "--speaker", "e:FRA", cwd=tmp_path, code=0)
    run("check", cwd=tmp_path, code=0)
