"""Two data sets of different days and voices: an answer rests on, and counts, what passes its filter and no more."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from kg.compile.apart import build
from kg.text.records import Record, to_line
from kg.workspace import Workspace

from conftest import Run
from test_filter import HEAD, REFERENCE, documents

LENT = """
g:reference { e:t1 a br:Agreement ; rdfs:label "T1"@en . e:t2 a br:Agreement ; rdfs:label "T2"@en .
  e:t3 a br:Agreement ; rdfs:label "T3"@en . }
c:m1 a br:Claim ; br:inDocument d:d0 ; br:stance stance:stated ; br:statedBy e:paper ; dcterms:description "Army of A."@en ;
  br:passage [ br:paragraph 1 ; oa:start 1 ; oa:end 9 ; br:passageHash "0000000000000001" ] .
c:m2 a br:Claim ; br:inDocument d:d2 ; br:stance stance:stated ; br:statedBy e:paper ; dcterms:description "Ann of A."@en ;
  br:passage [ br:paragraph 1 ; oa:start 2 ; oa:end 9 ; br:passageHash "0000000000000002" ] .
c:m1 { e:army br:organOf e:XAA } c:m2 { e:ann br:organOf e:XAA }
"""


def visits(name: str, who: str, count: int, date: str, speaker: str = "") -> list[Record]:
    return [
        Record(
            f"{name}{n}", who, "cameo:042", "e:XBB", "", "", date and f"{date}-{n % 28 + 1:02d}", speaker, "reported"
        )
        for n in range(count)
    ]


def signed(name: str, treaty: str, who: str, stance: str = "reported", value: str = "") -> Record:
    return Record(name, f"e:{treaty}", "br:signatory", f"e:{who}", value, "", "2010", "", stance)


def length(speaker: str, value: str) -> Record:
    return Record(f"l{value}", "e:bridge", "ind:length", "", value, "", "", speaker, "reported")


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """``old`` came out in 2013, ``new`` in 2024, and only then was it known whom Ann acts for."""
    folder = tmp_path_factory.mktemp("two")
    old = [*visits("a", "e:XAA", 23, "2011-05"), *visits("h", "e:XAA", 22, "2010-05", "e:herald")]
    old += [*visits("s", "e:army", 5, "2011-01"), *visits("n", "e:ann", 4, "2011-02"), *visits("u", "e:XAA", 3, "")]
    old += [
        signed("p", "t1", "XAA"),
        signed("q", "t1", "XBB"),
        signed("r", "t2", "XAA"),
        signed("d", "t3", "XAA", "denied"),
    ]
    new = [*visits("a", "e:XAA", 36, "2011-06"), signed("r", "t2", "XBB"), signed("d", "t3", "XBB")]
    for name, day, rows in (
        ("old", "2013-01-01", [*old, length("e:paper", "1"), length("e:herald", "2")]),
        ("new", "2024-01-01", [*new, length("e:ann", "3")]),
    ):
        place = folder / "facts/imports" / name
        place.mkdir(parents=True)
        (place / "dataset.trig").write_text(
            HEAD + f'd:{name} a br:Document ; dcterms:title "{name}"@en ; dcterms:creator e:paper ; br:fileName "s" ; '
            f'br:textHash "{"0" * 64}" ; dcterms:issued "{day}"^^xsd:date ; br:recordedOn "2026-01-01"^^xsd:date .\n'
        )
        (place / "records-0001.tsv").write_text("".join(map(to_line, (Record._fields, *rows))))
    (folder / "facts/all.trig").write_text(HEAD + REFERENCE + documents(3) + LENT)
    (folder / "ontology").mkdir()
    (folder / "ontology/shapes.ttl").write_text("")
    build(Workspace(str(folder)))
    return folder


def asked(run: Run, folder: Path, *args: str) -> Any:
    return json.loads(run(*args, "--format", "json", cwd=folder, code=0).stdout)


def series(answer: Any) -> dict[str, tuple[int, str | None, str | None]]:
    """The series that an answer cites: how many records each says it has, and their first and last day."""
    if isinstance(answer, dict):
        tally = answer.get("tally") or {}
        own = {answer["id"]: (tally["acts"], tally["begins"], tally["ends"])} if "passages" in answer and tally else {}
        return {k: v for part in (own, *map(series, answer.values())) for k, v in part.items()}
    return {k: v for x in answer for k, v in series(x).items()} if isinstance(answer, list) else {}


def test_a_series_cites_what_was_known(two: Path, run: Run) -> None:
    brief = asked(run, two, "brief", "XAA", "XBB", "--known-at", "2020")
    found = series(brief)
    assert found["old~XAA+~XBB+"] == (5, "2011-01-01", "2011-01-05"), "nobody knew that Ann acts for XAA"
    assert found["old~XAA+~XBB+~cameo:042"][0] == 5
    assert not [name for name in found if name.startswith("new")]
    later = series(asked(run, two, "brief", "XAA", "XBB"))
    assert later["old~XAA+~XBB+"] == (9, "2011-01-01", "2011-02-04")


@pytest.mark.parametrize("args", [("why", "XAA", "XBB"), ("network", "dyad", "XAA", "XBB")], ids=" ".join)
def test_a_series_in_a_network_cites_what_was_known(two: Path, run: Run, args: tuple[str, ...]) -> None:
    found = series(asked(run, two, *args, "--known-at", "2020"))
    assert found["old~XAA+~XBB+~cameo:042" if "why" in args else "old~XAA+~XBB+~cameo:042~2011"][0] == 5
    assert not [name for name in found if name.startswith("new")]
    assert series(asked(run, two, *args))["old~XAA+~XBB+~cameo:042" + "~2011" * ("why" not in args)][0] == 9


@pytest.mark.parametrize("args", [("fact", "XAA"), ("brief", "XAA", "XBB"), ("timeline", "XAA", "XBB")], ids=" ".join)
def test_a_series_cites_one_speaker(two: Path, run: Run, args: tuple[str, ...]) -> None:
    answer = asked(run, two, *args, "--according-to", "herald")
    assert {name for name in series(answer) if not name.endswith("~@e:herald")} == set()
    assert '"old.a' not in json.dumps(answer)
    assert {c["tally"]["acts"] for c in claims(answer) if c["tally"]} <= {22}


def claims(answer: Any) -> list[Any]:
    if isinstance(answer, dict):
        own = [answer] if "passages" in answer else []
        return own + [c for v in answer.values() for c in claims(v)]
    return [c for x in answer for c in claims(x)] if isinstance(answer, list) else []


def test_with_the_undated_a_series_stays_in_its_time(two: Path, run: Run) -> None:
    """It has no period in its name then, and no other acts behind it either."""
    answer = asked(run, two, "brief", "XAA", "XBB", "--as-of", "2010", "--undated")
    found = series(answer)
    assert found["old~XAA~XBB"] == (3, None, None), "the 23 of 2011 are not among the undated"
    assert found["old~XAA~XBB~@e:herald"] == (22, "2010-05-01", "2010-05-22")


def agreements(answer: Any) -> set[str]:
    return {
        c["id"] for s in answer["sections"] if s["key"] == "agreements" for line in s["lines"] for c in line["claims"]
    }


def test_the_other_signature_must_pass_too(two: Path, run: Run) -> None:
    assert agreements(asked(run, two, "brief", "XAA", "XBB")) == {*("old.p", "old.q", "old.r", "new.r")}, (
        "t3 is denied by one"
    )
    assert agreements(asked(run, two, "brief", "XAA", "XBB", "--known-at", "2020")) == {"old.p", "old.q"}
    assert agreements(asked(run, two, "brief", "XBB", "XAA", "--known-at", "2020")) == {"old.p", "old.q"}
    assert "No claim joins" in run("brief", "XAA", "XBB", "--stance", "denied", cwd=two, code=1).stderr


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("fact", "XAA", "--known-at", "2020"), "37 claims not known"),  # 36 visits, and that Ann acts for it
        (("fact", "XAA", "visit", "--known-at", "2020"), "36 claims not known"),
        (("fact", "XAA", "--known-at", "2020", "--stance", "stated"), "1 claim not known"),
        (("fact", "XAA", "--as-of", "2011"), "claims without a date left out; --undated"),
        (("timeline", "XAA", "XBB", "--known-at", "2020"), "37 claims not known"),  # and a signature of t2
        (("brief", "XAA", "XBB", "--known-at", "2020"), "38 claims not known"),  # and a signature of t2
        (("brief", "XAA", "XBB", "--as-of", "2011"), "5 claims without a date"),
        (("conflicts", "bridge", "--known-at", "2020"), "1 claim not known"),
        (("why", "XAA", "XBB", "--known-at", "2020"), "40 claims not known"),  # all that is new, and m2
        (("network", "measure", "--known-at", "2020"), "40 claims not known"),
        (("network", "dyad", "XAA", "XBB", "--known-at", "2020"), "37 claims not known"),
        (("compare", "XAA", "XBB", "--known-at", "2020", "--known-at", "2025"), "--known-at 2020: 37 claims not known"),
    ],
    ids=lambda x: " ".join(x) if isinstance(x, tuple) else "",
)
def test_what_was_left_out_is_counted_for_both_kinds_of_claim(
    two: Path, run: Run, args: tuple[str, ...], said: str
) -> None:
    noted = run(*args, cwd=two, code=0).stdout
    assert said in noted
    assert noted.count("left out") == 1


def test_nothing_left_out_is_not_said(two: Path, run: Run) -> None:
    assert "left out" not in run("fact", "XAA", "--known-at", "2025", cwd=two, code=0).stdout
    none = run("network", "measure", "--domain", "military", "--stance", "stated", cwd=two)
    assert "records that name none" not in none.stdout + none.stderr
    some = run("network", "measure", "--domain", "military", cwd=two)
    assert "102 records that name none" in some.stdout + some.stderr


def test_a_slice_counts_its_records(two: Path, run: Run) -> None:
    slices = run("compare", "XAA", "XBB", "--as-of", "2010", "--as-of", "2011", cwd=two, code=0).stdout
    assert "[1] --as-of 2010  26 claims" in slices
    assert "[2] --as-of 2011  68 claims" in slices  # 23 + 5 + 4 of the old set, 36 of the new
