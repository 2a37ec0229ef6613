"""The filter: what passes is what would be there if nobody had written the rest, for claims and records alike."""

from __future__ import annotations

import json
import os
import random
from pathlib import Path
from typing import Any, NamedTuple

import kg
import pytest
from kg.compile.build import build
from kg.show.table import plain
from kg.text.records import Record, to_line
from kg.text.terms import CLAIM, PREFIXES
from kg.workspace import Workspace

from conftest import DATA

HEAD = "".join(f"@prefix {p}: <{iri}> .\n" for p, iri in PREFIXES.items())
SHARED: dict[str, Any] = json.loads((DATA / "filter-cases.json").read_text(encoding="utf-8"))


def made(folder: Path, *texts: str) -> kg.Graph:
    """The graph of a workspace of some texts."""
    (folder / "facts").mkdir(parents=True)
    (folder / "facts" / "all.trig").write_text(HEAD + "\n".join(texts))
    build(Workspace(str(folder)))
    return kg.open(str(folder))


# ------------------------------------------------------------------------------------------------ the shared cases


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> kg.Graph:
    actors = [
        f'{s} a {"br:State" if s in ("e:A", "e:B") else "br:Organization"} ; rdfs:label "{s[2:]}"@en'
        + (f' ; br:iso3 "{s[2:] * 3}"' if s in ("e:A", "e:B") else "")
        + "".join(f" ; br:organOf {boss}" for boss in bosses)
        + " ."
        for s, bosses in SHARED["speaks_for"].items()
    ]
    texts = ["g:reference a br:ReferenceGraph . g:reference {", *actors, "}"]
    for i, c in enumerate(SHARED["claims"]):
        issued = f' ; dcterms:issued "{c["known"]}"^^xsd:date' if c["known"] else ""
        texts.append(
            f'd:d{i} a br:Document ; dcterms:title "D{i}"@en ; dcterms:creator e:observer ; br:fileName "d{i}.txt"'
        )
        texts.append(f'  ; br:textHash "{i:064x}" ; dcterms:language "en"{issued} .')
        date = f'br:date "{c["begins"] or ".."}/{c["ends"] or ".."}" ;' if c["begins"] or c["ends"] else ""
        texts.append(
            f"c:{c['id']} {{ e:act{i} a br:Visit ; {date} br:eventType ev:visit ; br:actor e:A ; br:recipient e:B . }}"
        )
        texts.append(
            f"c:{c['id']} a br:Claim ; br:inDocument d:d{i} ; br:stance stance:{c['stance']} ; "
            f'br:statedBy {" , ".join(c["speakers"])} ; dcterms:description "{c["id"]}."@en ; '
            + ("br:negated true ; " if c.get("denied") and c["stance"] != "denied" else "")
            + f'br:passage [ br:paragraph 1 ; oa:start {i} ; oa:end {i + 9} ; br:passageHash "{i:016x}" ] .'
        )
    return made(tmp_path_factory.mktemp("shared"), *texts)


@pytest.mark.parametrize("case", SHARED["cases"], ids=lambda case: case["case"])
def test_the_command_line_filters_by_the_shared_cases(shared: kg.Graph, case: dict[str, Any]) -> None:
    from kg.ask.filters import Filter, Sieve
    from kg.claims.cut import Cut
    from kg.text.terms import expand

    given = dict(case["filter"])
    others = given.pop("not_according_to", ())
    for name in ("according_to", "stance"):
        given[name] = [given[name]] if isinstance(given.get(name), str) else given.get(name, ())
    given["according_to"] = [expand(x) for x in given["according_to"]]
    others = [others] if isinstance(others, str) else others
    rules = Filter.of(shared.reader, **given)._replace(others=frozenset(filter(None, map(expand, others))))
    sieve = Sieve(shared.reader, rules)
    passing = shared.index.statements.iris(sieve.in_time(sieve.cut(Cut())))
    order = [c["id"] for c in SHARED["claims"]]
    found = sorted((p.removeprefix(CLAIM) for p in passing), key=order.index)
    assert (found, len(sieve.undated), len(sieve.unpublished)) == (case["passes"], case["undated"], case["unpublished"])


# ------------------------------------------------------------------------------------------------ against brute force

STATES = ("XAA", "XBB", "XCC")
DAYS = ("2019-05-01", "2021-03-04", "2024-02-02", "2026-01-01")
REFERENCE = """g:reference a br:ReferenceGraph . g:reference {
  e:XAA a br:State ; rdfs:label "Aurelia"@en ; br:iso3 "XAA" . e:XBB a br:State ; rdfs:label "Borduria"@en ; br:iso3 "XBB" .
  e:XCC a br:State ; rdfs:label "Corvia"@en ; br:iso3 "XCC" .
  e:ann a br:Person ; rdfs:label "Ann"@en . e:bob a br:Person ; rdfs:label "Bob"@en .
  e:army a br:ArmedForce ; rdfs:label "Army"@en . e:paper a br:MediaOutlet ; rdfs:label "Paper"@en .
  e:head a br:Office ; rdfs:label "Head of Aurelia"@en ; br:officeOf e:XAA .
  e:chief a br:Office ; rdfs:label "Chief of Borduria"@en ; br:officeOf e:XBB .
  e:v0 a br:Event ; br:eventType ev:military-aid ; rdfs:label "V0"@en . e:v1 a br:Event ; br:eventType ev:military-aid ; rdfs:label "V1"@en .
  e:v2 a br:Event ; br:eventType ev:military-aid ; rdfs:label "V2"@en . e:p0 a br:Agreement ; rdfs:label "P0"@en . e:p1 a br:Agreement ; rdfs:label "P1"@en .
  e:bridge a br:Structure ; rdfs:label "Bridge"@en . e:herald a br:MediaOutlet ; rdfs:label "Herald"@en ; br:organOf e:XBB .
}
"""


class Written(NamedTuple):
    """A claim as it is made up."""

    name: str
    content: str
    document: int
    speaker: str
    stance: str
    links: tuple[tuple[str, str], ...]

    def text(self, known: set[str]) -> str:
        links = "".join(f" ; br:{p} c:{o}" for p, o in self.links if o in known)
        return (
            f"c:{self.name} {{ {self.content} }}\nc:{self.name} a br:Claim ; br:inDocument d:d{self.document} ; "
            f'br:statedBy {self.speaker} ; br:stance stance:{self.stance} ; dcterms:description "Claim {self.name}."@en ; '
            f'br:passage [ br:paragraph 1 ; oa:start 1 ; oa:end 9 ; br:passageHash "{1:016x}" ]{links} .\n'
        )


def invented(dice: random.Random) -> list[Written]:
    """Some claims of all kinds, that lend each other sides, dates, roles and offices, and supersede each other."""
    found: list[Written] = []
    for i in range(dice.randint(3, 14)):
        a, b = dice.sample(STATES, 2)
        who, year = dice.choice(("e:ann", "e:bob", "e:army", f"e:{a}")), dice.randint(2000, 2025)
        thing = f"e:v{dice.randrange(3)}"
        content = dice.choice((
            f"{thing} a br:Event ; br:eventType ev:military-aid ; br:actor {who} ; br:recipient e:{b} .",
            f'{thing} a br:Event ; br:eventType ev:military-aid ; br:actor {who} ; br:date "{year}" .',
            f'{thing} a br:Event ; br:recipient e:{b} .', f'{thing} a br:Visit ; br:date "{year}-05" .',
            f"e:army br:organOf e:{a} .", f"{who} br:organOf e:{b} ." if who[2] != "X" else f"e:{a} br:opposes e:{b} .",
            f'e:t{i} a br:TermOfOffice ; br:holder {dice.choice(("e:ann", "e:bob"))} ; br:office {dice.choice(("e:head", "e:chief"))} ; br:date "{year}/.." .',
            f"e:{a} br:opposes e:{b} .", f"e:{a} br:supplies e:{b} .",
            f"e:m{i} a br:Measure ; br:measureOf e:bridge ; br:indicator ind:length ; br:value {dice.randint(1, 3)} ; br:comparator cmp:exact ; br:unit unit:KiloM .",
            f"e:p{dice.randrange(2)} a br:Agreement ; br:signatory e:{a} , {who} .",
        ))  # fmt: skip
        links: list[tuple[str, str]] = []
        if found and dice.random() < 0.3:
            links.append((dice.choice(("supersedes", "contradicts", "corroborates")), dice.choice(found).name))
        stance = dice.choice(("stated", "stated", "reported", "planned", "speculative", "denied"))
        speaker = dice.choice(("e:paper", "e:herald", "e:ann", "e:army", "e:XAA", "e:XBB"))
        found.append(Written(f"k{i}", content, dice.randrange(len(DAYS)), speaker, stance, tuple(links)))
    return found


def documents(count: int) -> str:
    return "".join(
        f'd:d{i} a br:Document ; dcterms:title "D{i}"@en ; dcterms:creator e:paper ; br:fileName "d{i}.txt" ; '
        f'dcterms:issued "{DAYS[i]}"^^xsd:date ; br:textHash "{i:064x}" ; dcterms:language "en" .\n'
        for i in range(count)
    )


def records(folder: Path, dice: random.Random, count: int) -> None:
    """A data set for each document day up to ``count``."""
    for i, day in enumerate(DAYS):
        rows = []
        for n in range(dice.randint(0, 6)):
            a, b = dice.sample(("e:XAA", "e:XBB", "e:XCC", "e:army", "e:ann"), 2)
            date = dice.choice(("", "2020-05-01", "2022-01-02"))
            stance, speaker = (
                dice.choice(("reported", "reported", "planned", "denied")),
                dice.choice(("", "", "e:herald")),
            )
            relation, value = dice.choice(
                (("cameo:042", ""), ("cameo:190", ""), ("ind:length", str(dice.randint(1, 3))))
            )
            rows.append(Record(f"r{n}", a, relation, b if not value else "", value, "", date, speaker, stance))
        if i >= count:
            continue
        place = folder / "facts/imports" / f"set{i}"
        place.mkdir(parents=True)
        (place / "dataset.trig").write_text(
            HEAD + f'd:set{i} a br:Document ; dcterms:title "Set {i}"@en ; dcterms:creator e:paper ; br:fileName "s" ; '
            f'br:textHash "{i:064x}" ; dcterms:issued "{day}"^^xsd:date ; br:recordedOn "2026-01-01"^^xsd:date .\n'
        )
        (place / "records-0001.tsv").write_text("".join(map(to_line, (Record._fields, *rows))))


def workspace(folder: Path, seed: int, days: int) -> kg.Graph:
    """A made-up workspace, as if only the first documents had ever been published."""
    dice = random.Random(seed)
    claims = [c for c in invented(dice) if c.document < days]
    known = {c.name for c in claims}
    (folder / "facts").mkdir(parents=True)
    if seed % 2:
        records(folder, dice, days)
    text = HEAD + REFERENCE + documents(days) + "".join(c.text(known) for c in claims)
    (folder / "facts" / "all.trig").write_text(text)
    (folder / "ontology").mkdir()
    (folder / "ontology" / "shapes.ttl").write_text("")  # half an event is enough here
    build(Workspace(str(folder)))
    return kg.open(str(folder))


def tidy(answer: Any) -> Any:
    """An answer as plain values, without what only tells how it was asked."""
    if isinstance(answer, dict):
        return {k: tidy(v) for k, v in answer.items() if k not in ("notes", "file", "slices")}
    return [tidy(v) for v in answer] if isinstance(answer, list) else answer


def answers(graph: kg.Graph, **rules: Any) -> dict[str, Any]:
    """Every kind of look-up, with one filter."""
    slices: list[Any] = [{**rules, "as_of": day} for day in ("2010", "2022")]
    found: dict[str, Any] = {
        "conflicts": graph.conflicts(**rules),
        "conflicts of one": graph.conflicts("XAA", **rules),
        "brief": graph.brief("XAA", "XBB", everything=True, **rules),
        "timeline": graph.timeline(**rules),
        "timeline of two": graph.timeline("XAA", "XBB", **rules),
        "compare": graph.compare(slices, ["XAA", "XBB"]),
    }
    for entity in ("XAA", "ann", "bridge", "army"):
        found[f"fact {entity}"] = graph.facts(entity, **rules)
    for view in ("asserted", "analysis"):
        network = graph.network(among="all", view=view, **rules)
        found[f"network {view}"] = sorted(map(repr, network.edges(data=True)))
    return {name: tidy(plain(answer)) for name, answer in found.items()}


SEEDS = range(int(os.environ.get("KG_WORKSPACES", "24")))


@pytest.mark.parametrize("seed", SEEDS)
def test_known_at_is_as_if_the_rest_had_never_been_published(tmp_path: Path, seed: int) -> None:
    days = seed % 3 + 1
    whole, then = workspace(tmp_path / "all", seed, len(DAYS)), workspace(tmp_path / "then", seed, days)
    now, before = answers(whole, known_at=DAYS[days - 1]), answers(then)
    for name in before:
        assert now[name] == before[name], name


def claims_in(answer: Any) -> set[str]:
    """The ids of all claims that an answer shows."""
    if isinstance(answer, dict):
        own = {answer["id"]} if "document" in answer and "stance" in answer else set()
        return own.union(*(claims_in(v) for v in answer.values()))
    return set().union(*map(claims_in, answer)) if isinstance(answer, list) else set()


@pytest.mark.parametrize("seed", SEEDS)
def test_stance_and_speaker_show_those_claims_and_no_others(tmp_path: Path, seed: int) -> None:
    graph = workspace(tmp_path / "all", seed, len(DAYS))
    everything = answers(graph)
    for rules in ({"stance": "planned"}, {"stance": ["stated", "reported"]}, {"according_to": "herald"}):
        wanted = [rules["stance"]] if isinstance(rules.get("stance"), str) else rules.get("stance")
        for name, answer in answers(graph, **rules).items():
            shown = claims_in(answer)
            for claim in (graph.claim(c) for c in shown):
                assert not wanted or claim.stance.id.removeprefix("stance:") in wanted, (name, claim.id)
                assert wanted or "e:herald" in {s.id for s in claim.speakers}, (name, claim.id)
            if name.startswith("fact") or name == "timeline":  # elsewhere a claim may need a partner that is gone
                missed = claims_in(everything[name]) - shown
                assert not [c for c in map(graph.claim, missed) if _passes(c, rules)], name


def _passes(claim: Any, rules: dict[str, Any]) -> bool:
    stances = [rules["stance"]] if isinstance(rules.get("stance"), str) else rules.get("stance")
    if stances:
        return claim.stance.id.removeprefix("stance:") in stances
    return "e:herald" in {s.id for s in claim.speakers}
