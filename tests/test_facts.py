"""The facts hold what the inventory of the two articles lists, and nothing that the articles do not say."""

from __future__ import annotations

import re
from pathlib import Path

import kg
import pytest
from kg.graph import Graph
from kg.text.names import fold
from kg.text.terms import BASE
from kg.values.answers import Table
from kg.values.claims import Literal

from conftest import ROOT, SOURCES, needs_sources, read_tsv

STATES = {
    "north-korea": "PRK",
    "russia": "RUS",
    "south-korea": "KOR",
    "japan": "JPN",
    "china": "CHN",
    "ukraine": "UKR",
    "soviet-union": "SUN",
}
DOCUMENTS = {
    "doc-a": "essay",
    "doc-b": "report",
    "abc-news-report": "abc-report",
    "rel-article-1": "related-1",
    "rel-article-2": "related-2",
    "rel-article-3": "related-3",
}
INVENTORY = read_tsv("inventory.tsv")
ENTITIES = read_tsv("entities.tsv")


def claim_id(number: str) -> str:
    return ("essay-" if number[0] == "A" else "report-") + number[1:]


def iri(entity: str) -> str:
    if entity in DOCUMENTS:
        return f"{BASE}doc/{DOCUMENTS[entity]}"
    if entity.startswith("type-"):
        return f"{BASE}vocab/structure-type/{entity.removeprefix('type-')}"
    return f"{BASE}id/{STATES.get(entity, entity)}"


def test_every_claim_of_the_inventory_and_no_other(graph: Graph) -> None:
    assert [c.id for c in graph.claims()] == sorted(claim_id(row["id"]) for row in INVENTORY)
    assert len(INVENTORY) == 199


@pytest.mark.parametrize("row", INVENTORY, ids=lambda r: r["id"])
def test_claim_is_told_as_the_inventory_says(graph: Graph, row: dict[str, str]) -> None:
    claim = graph.claim(claim_id(row["id"]))
    first = claim.passages[0]
    assert (str(first.paragraph), str(first.start), str(first.end), first.hash) == (
        row["paragraph"],
        row["start"],
        row["end"],
        row["passage_sha256_16"],
    )
    assert claim.stance.id == f"stance:{row['stance']}"
    assert claim.negated == (row["polarity"] == "negative")
    assert (claim.explicitness.id if claim.explicitness else "expl:asserted") == f"expl:{row['explicitness']}"
    assert (claim.certainty.id if claim.certainty else "") == (f"cert:{row['certainty']}" if row["certainty"] else "")
    assert (claim.salience.id if claim.salience else "sal:core") == f"sal:{row['salience']}"
    if row["speaker"]:
        assert [s.id for s in claim.speakers] == [f"e:{STATES.get(row['speaker'], row['speaker'])}"]
    else:
        assert claim.speakers[0].id in ("e:essay-author", "e:report-author", "e:report-page")
    assert [r.id for r in claim.held_by] == [f"e:{STATES.get(h, h)}" for h in row["holder"].split("|") if h]
    assert claim.summary
    assert graph.content(claim.id), "a claim says something"


@pytest.mark.parametrize("row", ENTITIES, ids=lambda r: r["id"])
def test_entity_answers_to_its_names(graph: Graph, row: dict[str, str]) -> None:
    own = iri(row["id"])
    assert graph.quads.has(own), f"{own} is not in the graph"
    names = [row["label"], *[n for part in ("ru", "ko") for n in row[part].split("|") if n]]
    names += [] if row["id"] in DOCUMENTS else [a for a in row["aliases"].split("|") if re.search("[A-Za-z]", a)]
    known = {fold(str(o.value)) for o in [q[2] for q in graph.quads.quads(own)] if hasattr(o, "value")}
    assert {fold(n.replace("’", "'")) for n in names} <= known


def test_wikidata_ids_come_from_the_lists_only(graph: Graph) -> None:
    listed = {r["wikidata"] for r in ENTITIES if r["wikidata"]} | {
        "Q4298520",
        "Q16905281",
        "Q4341",
        "Q326804",
        "Q55499",
        "Q221734",
    }
    used = set(re.findall(r"wd:(Q\d+)", (ROOT / "facts/reference.trig").read_text()))
    assert used <= listed


def test_every_conflict_of_the_inventory_is_a_link(graph: Graph) -> None:
    links = {d.id: {c.id for c in d.claims} for d in graph.conflicts()}
    for row in read_tsv("conflicts.tsv"):
        assert links[f"e:link-{row['id'][1:]}"] == {claim_id(c) for c in row["claims"].split()}, row["id"]


@pytest.mark.parametrize("lang", ["ru", "ko"])
def test_every_text_of_a_claim_is_in_the_readers_language(bundle: Path, lang: str) -> None:
    """Summaries, notes and the free texts of the content: each has letters of the language, names of outlets aside."""
    letters = {"ru": re.compile("[а-яё]", re.I), "ko": re.compile("[가-힣]")}[lang]
    graph = kg.open(str(bundle), lang=lang)
    for claim in graph.claims():
        texts = [claim.summary, *claim.notes, claim.condition or "любое 무엇이든"]
        assert all(letters.search(t) for t in texts), (claim.id, texts)
        own = [q[2] for q in graph.quads.quads(g=claim.iri) if isinstance(q[2], Literal) and q[2].lang]
        if not claim.id.endswith("-001"):  # a title is kept in the language of the document
            assert sum(t.lang == lang for t in own) == sum(t.lang == "en" for t in own), claim.id


def test_a_claim_with_a_decision_has_its_reason(graph: Graph) -> None:
    """What was doubtful in the reading of the texts is told with the claim."""
    essay = (2, 3, 17, 20, 42, 43, 44, 45, 49, 62, 68, 75, 76, 86, 87, 102, 103, 105)
    report = (5, 7, 8, 11, 13, 16, 18, 26, 33, 40, 46, 53, 57, 59, 60, 68)
    for claim in [*(f"essay-{n:03}" for n in essay), *(f"report-{n:03}" for n in report)]:
        assert graph.claim(claim).notes, claim


def test_a_plan_is_of_those_who_can_bring_it_about(graph: Graph) -> None:
    planned = [c for c in graph.claims() if c.stance.id == "stance:planned"]
    assert {c.id for c in planned if not (c.held_by or c.agreed_by)} == {"report-036", "report-037"}
    assert {s.id for c in planned if not (c.held_by or c.agreed_by) for s in c.speakers} == {"e:russian-state-media"}


def test_only_what_a_text_says_a_state_holds_is_held_by_it(graph: Graph) -> None:
    """“Russia sees”, “interpreting”: a motive that the essay reads into a state is the essay's."""
    held = {c.id for c in graph.claims() if c.held_by and c.stance.id == "stance:assessed"}
    assert held == {"essay-022", "essay-061", "essay-065", "report-043", "report-047", "report-048"}


def test_claims_that_corroborate_are_not_in_tension(graph: Graph) -> None:
    pairs = graph.sparql("SELECT ?a ?b WHERE { GRAPH ?r { ?a br:corroborates ?b } }")
    assert isinstance(pairs, Table)
    agreeing = [{str(claim).rsplit("/", 1)[-1] for claim in row} for row in pairs.rows]
    assert agreeing
    for link in graph.conflicts(kinds=["tension"]):
        members = {c.id for c in link.claims}
        assert not [pair for pair in agreeing if pair <= members], link.title


def test_a_number_that_two_states_share_has_the_years_of_each(graph: Graph) -> None:
    spans = graph.sparql("SELECT ?s ?n ?d WHERE { ?x a br:StateSpan ; br:spanOf ?s ; br:cowCode ?n ; br:date ?d }")
    assert isinstance(spans, Table)
    assert {tuple(row) for row in spans.rows} == {
        (f"{BASE}id/SUN", "365", "1923/1991"),
        (f"{BASE}id/RUS", "365", "1992/.."),
    }


def test_no_background_knowledge_in_the_claims() -> None:
    text = "".join(p.read_text() for p in (ROOT / "facts/PRK-RUS").glob("*.trig"))
    assert "2024-06-19" not in text
    assert not re.search(r"comprehensive|strategic partnership treaty|Vostochny|premier\b", text, re.I)


@needs_sources
def test_no_sentence_of_the_articles_is_in_the_tree() -> None:
    """Eight consecutive words of a source in any text file of the project would be a copied sentence."""
    words = re.compile(r"[^\W_]+")

    def runs(text: str) -> set[tuple[str, ...]]:
        found = [w.casefold() for w in words.findall(text)]
        return {tuple(found[i : i + 8]) for i in range(len(found) - 7)}

    source = set()
    for file in SOURCES.glob("*.txt"):
        lines = [line for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
        titles = set().union(*(runs(line) for line in lines[:3] if len(words.findall(line)) <= 16))
        source |= runs(" ".join(lines)) - titles
    for folder in ("facts", "ontology", "kg", "tests", "docs"):
        for path in Path(ROOT / folder).rglob("*"):
            if path.suffix in (".trig", ".ttl", ".rq", ".py", ".md", ".tsv", ".txt"):
                assert not runs(path.read_text(encoding="utf-8")) & source, path
