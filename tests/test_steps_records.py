"""Data sets and what people wrote about who acts for whom: built in steps, they are what a fresh build makes of them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kg.claims.cut import Cut
from kg.claims.index import ClaimsIndex
from kg.claims.records import sides_known
from kg.compile import bulk
from kg.compile.build import build
from kg.errors import FactsBroken
from kg.text.records import Record, Thing, to_line
from kg.text.terms import PREFIXES
from kg.workspace import Workspace

import kept
from conftest import Run

HEAD = "".join(f"@prefix {p}: <{iri}> .\n" for p, iri in PREFIXES.items())
ONE, TWO, LATER = "one/records-0001", "one/records-0002", "two/records-0001"

#: Each part of the texts with the forms that it can have; a history turns some of them, one after the other.
CHOICES: dict[str, tuple[Any, ...]] = {
    # what people wrote
    "minister": ("", "e:XAA", "e:XBB"),
    "ministry": ("", "stated e:XAA", "stated e:XBB", "planned e:XAA", "denied e:XAA", "stated e:XAA superseded"),
    "home": ("early", "late"),
    "echo": ("", "e:XAA"),
    "term": ("", "stated", "denied"),
    "office": ("e:XAA", "e:XBB", ""),
    "state": ("e:XCC a br:State ; br:iso3", "e:XCC a br:Place ; rdfs:comment"),
    "described": ("", "e:one.bureau"),
    "alliance": ("", "stated", "planned"),
    "score": ("", "plover:CONCEDE", "plover:SUPPORT"),
    "early": ("2012", "2019-05-02", ""),
    "dataset": ("2018", "2021-03", ""),
    # what data sets say of their things
    "bureau": (
        (),
        (("e:one.bureau", "e:one.ministry"),),
        (("e:one.bureau", "e:XCC"), ("e:one.bureau", "e:one.ministry")),
    ),
    "above": (
        (),
        (("e:one.ministry", "e:XBB"),),
        (("e:one.ministry", "e:ann"),),
        (("e:one.ministry", "e:one.bureau"),),
    ),
    "other": ((), (("e:two.desk", "e:one.bureau"),), (("e:two.desk", "e:XAA"),)),
    "scale": ("", "3.5", "-2.0"),
    "told": ("", "br:alliedWith"),
    # records: by id, the files that they may lie in and their forms
    "r1": ("", (ONE, 0), (ONE, 1), (TWO, 0), (LATER, 1)),
    "r2": ((ONE, 0), (TWO, 0), (TWO, 1), ""),
    "r3": ((ONE, 0), (ONE, 1), "", (TWO, 2)),
    "r4": ((TWO, 0), (TWO, 1), (ONE, 2)),
    "r5": ((LATER, 0), (LATER, 1), "", (LATER, 2)),
    "r6": ("", (ONE, 0), (TWO, 1), (TWO, 2)),
    "r7": ((TWO, 0), (TWO, 1), ""),
}
FORMS: dict[str, tuple[Record, ...]] = {
    "r1": (Record("r1", "e:one.bureau", "cameo:042", "e:XBB"), Record("r1", "e:XBB", "cameo:042", "e:one.bureau", date="2018")),
    "r2": (Record("r2", "e:ann", "ev:zap", "e:XBB", date="2018-02"), Record("r2", "e:ann", "ev:zap", "e:XAA", stance="planned")),
    "r3": (
        Record("r3", "e:XAA", "br:alliedWith", "e:XBB", date="2018"),
        Record("r3", "e:XBB", "br:alliedWith", "e:XAA"),
        Record("r3", "e:XAA", "br:tradesWith", "e:XBB", stance="denied"),
    ),
    "r4": (
        Record("r4", "e:XBB", "br:alliedWith", "e:XAA", date="2018-01"),
        Record("r4", "e:XAA", "br:alliedWith", "e:XBB", stance="planned"),
        Record("r4", "e:XAA", "br:cooperatesWith", "e:XBB"),
    ),
    "r5": (
        Record("r5", "e:two.desk", "ev:zap", "e:minister", date="2019"),
        Record("r5", "e:two.desk", "br:tradesWith", "e:XAA"),
        Record("r5", "e:XBB", "br:tradesWith", "e:XAA", stance="planned"),
    ),
    "r6": (
        Record("r6", "e:XAA", "ind:trade-share", "e:XBB", "5", date="2018"),
        Record("r6", "e:XAA", "ind:trade-share", "e:XBB", "7", date="2018", speaker="e:ann"),
        Record("r6", "e:one.pact", "br:signedOn", date="2018-03-01"),
    ),
    "r7": (
        Record("r7", "e:XAA", "ind:trade-share", "e:XBB", "9", date="2018"),
        Record("r7", "e:one.pact", "br:signedOn", date="2018-03-02"),
    ),
}  # fmt: skip

Texts = dict[str, Any]
#: Where histories begin; each is built once.
STARTS = 5


def reference(form: Texts) -> str:
    """Whom people wrote about; the ministry of a data set and a minister only in some forms."""
    lines = [
        'e:XAA a br:State ; rdfs:label "Aurelia"@en ; br:iso3 "XAA" .',
        'e:XBB a br:State ; rdfs:label "Borduria"@en ; br:iso3 "XBB" .',
        f'{form["state"]} "XCC" ; rdfs:label "Corvia"@en .',
        'e:ann a br:Person ; rdfs:label "Ann"@en .',
        'e:paper a br:MediaOutlet ; rdfs:label "Paper"@en .',
        'e:head a br:Office ; rdfs:label "Head"@en ' + (f"; br:officeOf {form['office']} ." if form["office"] else "."),
        f'e:minister a br:Person ; rdfs:label "A minister"@en ; br:organOf {form["minister"]} .'
        * bool(form["minister"]),
        f'ev:zap a skos:Concept ; skos:prefLabel "zap"@en ; skos:broadMatch {form["score"]} .' * bool(form["score"]),
        'e:one.ministry a br:Organization ; rdfs:label "Ministry"@en .' * bool(form["ministry"]),
        f'{form["described"]} a br:Organization ; rdfs:label "A bureau"@en .' * bool(form["described"]),
    ]
    return "g:reference {\n" + "\n".join(lines) + "\n}\n"


def documents(form: Texts) -> str:
    """Those of the data sets and of the claims; what has no date is known since it was entered."""
    return "".join(
        f'd:{name} a br:Document ; dcterms:title "{name}"@en ; dcterms:creator e:paper ; br:textHash "{0:064x}" ; '
        + (
            f'dcterms:issued "{day}"^^{"xsd:gYear" if len(day) == 4 else "xsd:gYearMonth" if len(day) == 7 else "xsd:date"} ; '
            * bool(day)
        )
        + 'br:recordedOn "2024-01-01"^^xsd:date .\n'
        for name, day in (
            ("early", form["early"]),
            ("late", "2022"),
            ("later", "2023"),
            ("one", form["dataset"]),
            ("two", "2020"),
        )
    )


def claim(name: str, said: str, stance: str, document: str, more: str = "") -> str:
    """A claim as TriG."""
    return (
        f"c:{name} {{ {said} }}\nc:{name} a br:Claim ; br:inDocument d:{document} ; br:statedBy e:paper ; "
        f'br:stance stance:{stance} ; dcterms:description "{name}."@en {more} ; '
        f'br:passage [ br:paragraph 1 ; oa:start 0 ; oa:end 9 ; br:passageHash "{0:016x}" ] .\n'
    )


def claims(form: Texts) -> str:
    """Who acts for whom, as people say."""
    text = claim("always", "e:XAA br:opposes e:XBB .", "stated", "late")
    if form["ministry"]:
        stance, state, *superseded = form["ministry"].split()
        text += claim("ministry", f"e:one.ministry br:organOf {state} .", stance, form["home"])
        if superseded:
            text += claim("newer", "e:ann br:opposes e:XBB .", "stated", "late", "; br:supersedes c:ministry")
        if form["echo"]:
            text += claim("echo", f"e:one.ministry br:organOf {form['echo']} .", "stated", "later")
    if form["term"]:
        term = 'e:term a br:TermOfOffice ; br:holder e:ann ; br:office e:head ; br:date "2015/.." .'
        text += claim("term", term, form["term"], "early")
    if form["alliance"]:
        text += claim("alliance", "e:XAA br:alliedWith e:XBB .", form["alliance"], "late")
    return text


def things(form: Texts, dataset: str) -> Iterator[Thing]:
    """What a data set says of its things."""
    if dataset == "one":
        yield Thing("e:one.bureau", "rdfs:label", "Bureau")
        yield from (Thing(a, "br:organOf", b) for key in ("bureau", "above") for a, b in form[key])
        if form["scale"]:
            yield Thing("ev:zap", "br:goldstein", form["scale"])
        if form["told"]:
            yield Thing("e:XAA", form["told"], "e:XBB")
    else:
        yield Thing("e:two.desk", "rdfs:label", "Desk\twith a tab")
        yield from (Thing(a, "br:organOf", b) for a, b in form["other"])


def write(folder: Path, form: Texts) -> None:
    """The texts of a workspace."""
    texts = {"reference.trig": reference(form), "documents.trig": documents(form), "claims.trig": claims(form)}
    texts = {name: HEAD + text for name, text in texts.items()}
    for dataset in ("one", "two"):
        lines = "".join(map(to_line, [Thing._fields, *things(form, dataset)]))
        texts[f"imports/{dataset}/things.tsv"] = lines
    for part in (ONE, TWO, LATER):
        chosen = (FORMS[name][at[1]] for name in FORMS if (at := form[name]) and at[0] == part)
        texts[f"imports/{part}.tsv"] = "".join(map(to_line, [Record._fields, *chosen]))
    for name, text in texts.items():
        path = folder / "facts" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


def outcome(workspace: Workspace, *, fresh: bool = False) -> list[Any]:
    """What a build leaves, or the findings that stopped it."""
    try:
        build(workspace, fresh=fresh)
    except FactsBroken as broken:
        return [str(f) for f in broken.findings]
    return kept.everything(workspace)


FORM = st.fixed_dictionaries({name: st.sampled_from(forms) for name, forms in CHOICES.items()})
TURN = st.sampled_from(sorted(CHOICES)).flatmap(lambda name: st.tuples(st.just(name), st.sampled_from(CHOICES[name])))
HISTORY = st.lists(st.lists(TURN, min_size=1, max_size=4), min_size=1, max_size=2)


@pytest.fixture(scope="module")
def starts(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Texts, Path]]:
    """Built workspaces, the first with the first form of each part, others with every second, third … one on."""
    found = []
    for number in range(STARTS):
        form = {name: forms[number * (i + 1) % len(forms)] for i, (name, forms) in enumerate(sorted(CHOICES.items()))}
        folder = tmp_path_factory.mktemp("start")
        write(folder, form)
        build(Workspace(str(folder)))
        found.append((form, folder))
    return found


@settings(
    max_examples=int(os.environ.get("KG_EXAMPLES", "20")),
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(start=st.integers(0, STARTS - 1), history=HISTORY)
def test_what_is_built_in_steps_is_what_is_built_at_once(
    tmp_path_factory: pytest.TempPathFactory, starts: list[tuple[Texts, Path]], start: int, history: list[list[Any]]
) -> None:
    form, first = starts[start]
    folder, other = tmp_path_factory.mktemp("steps"), tmp_path_factory.mktemp("fresh")
    steps, fresh = Workspace(str(folder)), Workspace(str(other))
    shutil.copytree(first, folder, dirs_exist_ok=True)
    shutil.copytree(Workspace(str(first)).cache, steps.cache)
    for turns in history:
        form = form | dict(turns)
        write(folder, form)
        write(other, form)
        assert outcome(steps) == outcome(fresh, fresh=True)


def built(folder: Path, form: Texts, **turns: Any) -> Texts:
    """The next step of a workspace."""
    form = form | turns
    write(folder, form)
    build(Workspace(str(folder)))
    return form


ACTS = {
    "the ministry above": {"ministry": "stated e:XBB"},
    "a denial": {"ministry": "denied e:XAA"},
    "a plan": {"ministry": "planned e:XAA"},
    "a newer claim": {"ministry": "stated e:XAA superseded"},
    "the ministry in the data set": {"bureau": ()},
    "what the state is": {"ministry": "", "above": (("e:one.ministry", "e:XCC"),), "state": "e:XCC a br:Place ; rdfs:comment"},
}  # fmt: skip


@pytest.mark.parametrize("turns", ACTS.values(), ids=ACTS)
def test_acts_count_for_whom_the_actor_belongs_to_now(tmp_path: Path, run: Run, turns: Texts) -> None:
    """A bureau of a data set belongs to a ministry, which belongs to a state: each may change."""
    first = {name: forms[0] for name, forms in CHOICES.items()}
    bureau = (("e:one.bureau", "e:one.ministry"),)
    form = built(
        tmp_path, first, ministry="stated e:XAA", bureau=bureau, r1=(ONE, 0), r2="", r3="", r4="", r5="", r7=""
    )
    assert "one: 1 act" in run("brief", "XAA", "XBB", cwd=tmp_path, code=0).stdout
    built(tmp_path, form, **turns)
    assert "one: 1 act" not in run("brief", "XAA", "XBB", cwd=tmp_path).stdout
    built(tmp_path, form)
    assert "one: 1 act" in run("brief", "XAA", "XBB", cwd=tmp_path, code=0).stdout


@pytest.mark.parametrize("turns", [{"office": "e:XBB"}, {"office": ""}, {"term": "denied"}, {"term": ""}], ids=str)
def test_acts_of_a_person_count_for_the_office_held_now(tmp_path: Path, run: Run, turns: Texts) -> None:
    first = {name: forms[0] for name, forms in CHOICES.items()}
    form = built(tmp_path, first, term="stated", r2=(ONE, 0), r3="", r4="", r5="", r7="")
    assert "one: 1 act" in run("brief", "XAA", "XBB", cwd=tmp_path, code=0).stdout
    built(tmp_path, form, **turns)
    assert "one: 1 act" not in run("brief", "XAA", "XBB", cwd=tmp_path).stdout


def test_acts_count_for_the_first_state_of_several(tmp_path: Path, run: Run) -> None:
    """A bureau is said to belong to another state as well: one statement is new, the other stands."""
    first = {name: forms[0] for name, forms in CHOICES.items()}
    bureau, both = CHOICES["bureau"][1:]
    form = built(tmp_path, first, ministry="stated e:XAA", bureau=bureau, r1=(ONE, 0), r2="", r3="", r4="", r5="")
    built(tmp_path, form, bureau=both)
    assert "one: 1 act" in run("brief", "XAA", "XBB", cwd=tmp_path, code=0).stdout
    assert "one: 1 act" not in run("brief", "XCC", "XBB", cwd=tmp_path).stdout


def test_what_people_write_about_acts_for_nobody_else(tmp_path: Path, run: Run) -> None:
    """A desk belongs to a bureau of another data set: once people write about that, only what they say counts."""
    first = {name: forms[0] for name, forms in CHOICES.items()}
    desk, bureau = (("e:two.desk", "e:one.bureau"),), (("e:one.bureau", "e:one.ministry"),)
    form = built(
        tmp_path, first, minister="e:XBB", ministry="stated e:XAA", bureau=bureau, other=desk, r2="", r3="", r4=""
    )
    assert "two: 1 act" in run("brief", "XAA", "XBB", cwd=tmp_path, code=0).stdout
    form = built(tmp_path, form, described="e:one.bureau")
    assert "two: 1 act" not in run("brief", "XAA", "XBB", cwd=tmp_path).stdout
    built(tmp_path, form, described="")
    assert "two: 1 act" in run("brief", "XAA", "XBB", cwd=tmp_path, code=0).stdout


def test_a_side_is_known_when_the_claim_that_lends_it_is(tmp_path: Path) -> None:
    first = {name: forms[0] for name, forms in CHOICES.items()}
    bureau = (("e:one.bureau", "e:one.ministry"),)
    form = built(tmp_path, first, ministry="stated e:XAA", bureau=bureau, r1=(ONE, 0), r2="", early="2019-05-02")

    def known(day: str) -> int:
        index = ClaimsIndex.open(kept.folder_of(Workspace(str(tmp_path)))).records
        assert index is not None
        sides = Cut("r.a = (SELECT id FROM names WHERE name = 'e:XAA') AND r.kind = 0")
        return index.count(sides_known(sides, day))

    assert (known("2019-05-01"), known("2019-05-02")) == (0, 1)
    built(tmp_path, form, home="late")
    assert (known("2022-12-30"), known("2022-12-31")) == (0, 1), "said in another document"
    built(tmp_path, form, echo="e:XAA")
    assert (known("2019-05-01"), known("2019-05-02")) == (0, 1), "said twice: known by the first"
    for fate in ("denied e:XAA", "stated e:XAA superseded"):
        built(tmp_path, form, echo="e:XAA", ministry=fate)
        assert (known("2023-12-30"), known("2023-12-31")) == (0, 1), "the first no longer counts"
        built(tmp_path, form, echo="e:XAA")
    form = built(tmp_path, form, early="2012")
    assert (known("2018-12-30"), known("2018-12-31")) == (0, 1), "the day of the data set, which lends the bureau"
    built(tmp_path, form, early="")
    assert (known("2023-12-31"), known("2024-01-01")) == (0, 1), "without a date it is known since it was entered"


def test_much_that_changed_is_loaded_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a tenth changes the lines that differ are put in, where all change everything is."""
    monkeypatch.setattr(bulk, "_ROWS", 10)
    built(tmp_path, {name: forms[0] for name, forms in CHOICES.items()}, r2="", r3="", r4="")
    rows = [Record(f"m{i}", "e:XAA", "br:alliedWith", "e:XBB", date=f"{1900 + i}") for i in range(100)]
    part = tmp_path / "facts/imports/one/records-0001.tsv"
    other = tmp_path / "other"
    for changed, anew in ((0, True), (10, False), (100, True), (99, False)):
        some = [r._replace(object="e:XCC") for r in rows[:changed]] + rows[changed:]
        part.write_text("".join(map(to_line, [Record._fields, *some])), encoding="utf-8")
        said: list[str] = []
        build(Workspace(str(tmp_path)), say=said.append)
        assert ("loading everything anew: it is quicker" in said) == anew, changed
        shutil.rmtree(other, ignore_errors=True)
        shutil.copytree(tmp_path / "facts", other / "facts")
        assert kept.everything(Workspace(str(tmp_path))) == outcome(Workspace(str(other)), fresh=True)
