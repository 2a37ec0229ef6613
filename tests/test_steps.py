"""A build in steps leaves what a fresh build leaves: quads, rows, ties, names, findings, in random histories."""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path

import pytest
from kg.compile.build import build
from kg.errors import FactsBroken
from kg.workspace import Workspace

import kept
from test_filter import DAYS, HEAD, REFERENCE, Written, documents, invented

#: Without events and agreements that only claims describe.
THINGS = "\n".join(x for x in REFERENCE.split("\n") if not x.startswith(("  e:v", "  e:p")))
#: What people add in the course of a history; the second has no name, which is a warning.
KINDS = """g:reference a br:ReferenceGraph . g:reference {
  e:w0 a br:Place ; rdfs:label "W0"@en . e:w1 a br:Place .
}
"""


def some(dice: random.Random) -> list[Written]:
    """Made-up claims that the shapes accept, with things to warn of and to note."""
    found = []
    for c in invented(dice):
        a, b = dice.sample(("XAA", "XBB", "XCC"), 2)
        who, year = dice.choice(("e:ann", "e:bob", "e:army", f"e:{a}")), dice.randint(2000, 2030)
        act = f"e:v{dice.randrange(3)} a br:Event ; br:eventType ev:military-aid ; br:actor {who} ; br:recipient e:{b}"
        said = (f"{act} .", f'{act} ; br:date "{year}" .', f"e:{a} br:opposes e:{b} .", f"e:army br:organOf e:{a} .")
        whole = not c.content.startswith(("e:v", "e:p"))
        found.append(c if whole else c._replace(content=dice.choice(said)))
    return found


def texts(claims: list[Written], dice: random.Random, days: list[str]) -> dict[str, str]:
    """Files of a workspace: documents, what is known of things, and claims in three files."""
    known = {c.name for c in claims}
    papers = documents(len(DAYS))
    for i, (day, issued) in enumerate(zip(DAYS, days, strict=True)):
        old = f'd:d{i} a br:Document ; dcterms:title "D{i}"@en ; dcterms:creator e:paper ; br:fileName "d{i}.txt" ; '
        new = (
            f'br:recordedOn "2026-01-01"^^xsd:date ; dcterms:issued "{issued}"'
            if issued
            else 'br:recordedOn "2026-01-01"'
        )
        assert f'{old}dcterms:issued "{day}"' in papers
        papers = papers.replace(f'{old}dcterms:issued "{day}"', old + new)
    found = {"papers": papers, "things": THINGS, "more": KINDS if dice.random() < 0.5 else ""}
    for i in range(3):
        found[f"claims-{i}"] = "".join(c.text(known) for c in claims if int(c.name[1:]) % 3 == i)
    return {name: HEAD + text for name, text in found.items()}


def change(claims: list[Written], dice: random.Random) -> list[Written]:
    """The same claims with one taken out, put in or said otherwise."""
    how, spare = dice.choice(("out", "in", "stance", "document", "content")), some(dice)
    if how == "out" and len(claims) > 1:
        gone = dice.choice(claims)
        claims = [c for c in claims if c is not gone]
    elif how == "in":
        new = dice.choice(spare)
        claims = [*claims, new._replace(name=f"k{max(int(c.name[1:]) for c in claims) + 1}", links=())]
    at = dice.randrange(len(claims))
    if how == "stance":
        claims[at] = claims[at]._replace(stance=dice.choice(("stated", "denied", "speculative")))
    elif how == "document":
        claims[at] = claims[at]._replace(document=dice.randrange(len(DAYS)))
    elif how == "content":
        claims[at] = claims[at]._replace(content=dice.choice(spare).content)
    return claims


def write(folder: Path, found: dict[str, str]) -> None:
    (folder / "facts").mkdir(parents=True, exist_ok=True)
    for name, text in found.items():
        path = folder / "facts" / f"{name}.trig"
        if not path.exists() or path.read_text() != text:
            path.write_text(text)


def left(folder: Path) -> list[object] | str:
    """What a build leaves, or that there were errors."""
    try:
        build(Workspace(str(folder)))
    except FactsBroken:
        return "errors"
    return kept.everything(Workspace(str(folder)))


@pytest.mark.parametrize("seed", range(int(os.environ.get("KG_HISTORIES", "16"))))
def test_steps_leave_what_a_fresh_build_leaves(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    claims, days, done = some(dice), list(DAYS), 0
    # every other history has somebody whose name is in a namespace of its own
    foreign = {"e:bob": "x:bob", HEAD: HEAD + "@prefix x: <http://ex.org/> .\n"} if seed % 2 else {}

    def said() -> dict[str, str]:
        found = texts(claims, dice, days)
        for old, new in foreign.items():
            found = {name: text.replace(old, new) for name, text in found.items()}
        return found

    write(tmp_path / "steps", said())
    left(tmp_path / "steps")
    for step in range(4):
        if dice.random() < 0.6:
            claims = change(claims, dice)
        else:  # alone: what hangs on it stands in other files
            days = [dice.choice((*DAYS, "")) for _ in days]
        found = said()
        write(tmp_path / "steps", found)
        shutil.rmtree(tmp_path / "fresh", ignore_errors=True)
        write(tmp_path / "fresh", found)
        stepped, fresh = left(tmp_path / "steps"), left(tmp_path / "fresh")
        assert stepped == fresh, (seed, step)
        done += fresh != "errors"
    assert done, "errors all the way prove nothing"


def test_who_has_a_name_of_another_namespace_is_followed(tmp_path: Path) -> None:
    known = HEAD + "@prefix x: <http://ex.org/> .\n"
    meet = "e:v0 a br:Event ; br:eventType ev:meet ; br:actor x:dan ; br:recipient e:XBB ."
    act = Written("k1", meet, 0, "e:paper", "stated", ())
    person = THINGS.replace("e:ann a br:Person", 'x:dan a br:Person ; rdfs:label "Dan"@en . e:ann a br:Person')
    found = {
        "papers": HEAD + documents(len(DAYS)),
        "things": known + person,
        "act": known + act.text(set()),
    }
    for state in ("XAA", "XBB"):
        found["who"] = known + Written("k2", f"x:dan br:organOf e:{state} .", 0, "e:paper", "stated", ()).text(set())
        for name in ("steps", f"fresh-{state}"):
            write(tmp_path / name, found)
        assert left(tmp_path / "steps") == left(tmp_path / f"fresh-{state}") != "errors"


@pytest.mark.parametrize("seed", range(int(os.environ.get("KG_HISTORIES", "16"))))
def test_a_claim_of_several_files_stays_while_one_has_it(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    claims, rest, done = some(dice), list[Written](), 0
    homes = {c.name: {dice.randrange(3)} for c in claims}
    for step in range(7):
        what = dice.random()
        if what < 0.5:  # the same claim in one file more, or one less, or in none
            name = dice.choice(sorted(homes))
            homes[name] ^= {dice.randrange(3)}
        elif what < 0.75:  # told otherwise in all its files
            at = dice.randrange(len(claims))
            claims[at] = claims[at]._replace(
                stance=dice.choice(("stated", "denied")), document=dice.randrange(len(DAYS))
            )
        rest = dice.sample(claims, min(2, len(claims))) if what >= 0.75 else rest  # twice in one file, or told apart
        found = texts([], dice, list(DAYS))
        for i in range(3):
            mine = [c for c in claims if i in homes[c.name]]
            again = [c for c in rest if i in homes[c.name]] if i == seed % 3 else []
            if again and what > 0.95:
                again = [again[0]._replace(stance="speculative")]
            found[f"claims-{i}"] = HEAD + "".join(
                c.text({c.name for c in claims if homes[c.name]}) for c in mine + again
            )
        write(tmp_path / "steps", found)
        shutil.rmtree(tmp_path / "fresh", ignore_errors=True)
        write(tmp_path / "fresh", found)
        stepped, fresh = left(tmp_path / "steps"), left(tmp_path / "fresh")
        assert stepped == fresh, (seed, step)
        done += fresh != "errors"
    assert done, "errors all the way prove nothing"
