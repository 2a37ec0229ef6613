"""Claims that people write, at size: what a build, a check, one claim more and the answers cost.

    python benchmarks/claims.py [--sizes 10000,40000] [--keep DIR] [--only build,add,…]

Made-up claims of five kinds (acts, figures, agreements, offices, plain relations) about two states and their
neighbours, from 40 documents and 30 speakers; one in twenty is contradicted by another. Files hold 500 claims. Each
figure is CPU (user + system, children included) and peak memory of the real command, beside the next smaller size: the
growth is what counts, since machines differ.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator

KG = [sys.executable, "-m", "kg"]
PER_FILE = 500
STATES = ("XAA", "XBB", "XCC", "XDD", "XEE", "XFF")
PREFIXES = """@prefix br: <https://w3id.org/bilateral/ns#> . @prefix e: <https://w3id.org/bilateral/id/> .
@prefix c: <https://w3id.org/bilateral/claim/> . @prefix d: <https://w3id.org/bilateral/doc/> .
@prefix g: <https://w3id.org/bilateral/graph/> . @prefix stance: <https://w3id.org/bilateral/vocab/stance/> .
@prefix dom: <https://w3id.org/bilateral/vocab/domain/> . @prefix ev: <https://w3id.org/bilateral/vocab/event/> .
@prefix ind: <https://w3id.org/bilateral/vocab/indicator/> .
@prefix cmp: <https://w3id.org/bilateral/vocab/comparator/> .
@prefix agr: <https://w3id.org/bilateral/vocab/agreement-type/> . @prefix unit: <http://qudt.org/vocab/unit/> .
@prefix oa: <http://www.w3.org/ns/oa#> . @prefix dcterms: <http://purl.org/dc/terms/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
COMMANDS = {
    "check": ["check"],
    "brief": ["brief", "XAA", "XBB"],
    "fact of a hub": ["fact", "XAA"],
    "timeline": ["timeline", "XAA", "XBB"],
    "conflicts": ["conflicts"],
    "view": ["view", "XAA", "XBB", "-o", "view.html"],
    "network measure": ["network", "measure"],
}


def reference() -> str:
    """Who the claims speak of."""
    lines = [f'  e:{s} a br:State ; rdfs:label "State {s}"@en ; br:iso3 "{s}" .' for s in STATES]
    for i in range(30):
        lines.append(f'  e:voice-{i} a br:MediaOutlet ; rdfs:label "Outlet {i}"@en .')
    for i in range(60):
        lines.append(f'  e:person-{i} a br:Person ; rdfs:label "Person {i}"@en ; br:organOf e:{STATES[i % 6]} .')
    for i, s in enumerate(STATES):
        lines.append(f'  e:head-{s} a br:Office ; rdfs:label "Head of {s}"@en ; br:officeOf e:{s} .')
        lines.append(f'  e:works-{i} a br:Structure ; rdfs:label "Works {i}"@en ; br:within e:{s} .')
    return "g:reference a br:ReferenceGraph .\ng:reference {\n" + "\n".join(lines) + "\n}\n"


def documents() -> str:
    """Where they stand."""
    return "".join(
        f'd:paper-{i} a br:Document ; dcterms:title "Paper {i}"@en ; dcterms:creator e:voice-{i % 30} ;\n'
        f'  dcterms:issued "{2025 + i % 2}-01-05"^^xsd:date ; dcterms:language "en" ; br:fileName "paper-{i}.txt" ;\n'
        f'  br:textHash "{i:064x}" ; br:recordedOn "2026-01-01"^^xsd:date .\n'
        for i in range(40)
    )


def content(kind: int, i: int, dice: random.Random) -> tuple[str, str]:
    """What a claim says, in Turtle and in words."""
    a, b = dice.sample(STATES, 2) if dice.random() < 0.5 else ("XAA", "XBB")
    day = f"{dice.randint(1990, 2024)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"
    if kind == 0:
        act = dice.choice(("meet", "visit", "military-aid"))
        who = f"e:person-{dice.randrange(60)}"
        return (
            f'e:act-{i} a br:Event ; br:eventType ev:{act} ; br:actor {who} ; br:recipient e:{b} ; br:date "{day}" .',
            "An act.",
        )
    if kind == 1:
        return (
            f"e:figure-{i} a br:Measure ; br:measureOf e:works-{dice.randrange(6)} ; br:indicator ind:length ; "
            f"br:value {dice.randint(1, 900)} ; br:comparator cmp:exact ; br:unit unit:KiloM .",
            "A length.",
        )
    if kind == 2:
        return (
            f'e:pact-{i} a br:Agreement ; rdfs:label "Pact {i}"@en ; br:signatory e:{a} , e:{b} ; '
            f"br:agreementType agr:consultation ; br:cooperationDomain dom:trade .",
            "A pact.",
        )
    if kind == 3:
        return (
            f"e:term-{i} a br:TermOfOffice ; br:holder e:person-{dice.randrange(60)} ; br:office e:head-{a} ; "
            f'br:date "{day}/.." .',
            "An office.",
        )
    return f"e:{a} br:opposes e:{b} .", "A relation."


def claims(count: int) -> Iterator[str]:
    """Claims as TriG, one after the other; the same for the same count."""
    dice = random.Random(count)
    for i in range(count):
        stance = dice.choice(("stated", "stated", "stated", "reported", "reported", "planned", "assessed", "denied"))
        said, words = content(i % 5, i, dice)
        against = f" ; br:contradicts c:k-{dice.randrange(i)}" if i and i % 20 == 0 else ""
        yield (
            f"c:k-{i} {{ {said} }}\nc:k-{i} a br:Claim ; br:inDocument d:paper-{dice.randrange(40)} ; "
            f"br:statedBy e:voice-{dice.randrange(30)} ; br:stance stance:{stance} ;\n"
            f'  dcterms:description "{words[:-1]} numbered {i}."@en ;\n'
            f'  br:passage [ br:paragraph 1 ; oa:start {i} ; oa:end {i + 9} ; br:passageHash "{i:016x}" ]{against} .\n'
        )


def write(folder: str, count: int) -> None:
    """A workspace of so many claims."""
    facts = os.path.join(folder, "facts")
    os.makedirs(facts, exist_ok=True)
    texts = {"reference": reference(), "documents": documents()}
    some: list[str] = []
    for i, text in enumerate(claims(count), 1):
        some.append(text)
        if len(some) == PER_FILE or i == count:
            texts[f"claims-{i:06}"] = "".join(some)
            some = []
    for name, text in texts.items():
        with open(os.path.join(facts, f"{name}.trig"), "w", encoding="utf-8") as file:
            file.write(PREFIXES + text)


def cost(args: list[str], folder: str) -> tuple[float, float, int]:
    """CPU seconds and peak megabytes of a command with its children, and its exit code."""
    command = [*KG, *args]
    script = (
        "import resource, subprocess, sys; code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, "
        "stderr=subprocess.DEVNULL).returncode; used = resource.getrusage(resource.RUSAGE_CHILDREN); "
        "print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, code)"
    )
    done = subprocess.run([sys.executable, "-c", script, *command], cwd=folder, capture_output=True, text=True)
    cpu, peak, code = done.stdout.split()
    return float(cpu), float(peak), int(code)


def jobs(folder: str) -> Iterator[tuple[str, list[str]]]:
    """What is measured, in order; a text is changed before “one claim more”."""
    yield "fresh build", ["build", "--fresh"]
    more = os.path.join(folder, "facts", "one-more.trig")
    with open(more, "w", encoding="utf-8") as file:
        file.write(PREFIXES + next(claims(1)).replace("k-0", "more-0").replace("act-0", "act-more"))
    yield "one claim more", ["build"]
    yield from COMMANDS.items()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="10000,40000")
    parser.add_argument("--keep", metavar="DIR", help="keep the workspaces here, and use those that lie there")
    parser.add_argument("--only", help="names of rows, with commas between")
    options = parser.parse_args()
    sizes = sorted(map(int, options.sizes.split(",")))
    base = options.keep or tempfile.mkdtemp()
    os.environ["XDG_CACHE_HOME"] = os.path.join(base, "cache")
    found: dict[str, list[str]] = {}
    before: dict[str, float] = {}
    failed = 0
    for size in sizes:
        folder = os.path.join(base, str(size))
        if not os.path.isdir(folder):
            write(folder, size)
        for name, args in jobs(folder):
            if options.only and name not in options.only.split(","):
                continue
            cpu, peak, code = cost(args, folder)
            failed |= code not in (0, 1)
            growth = f"×{cpu / before[name]:.1f}" if name in before else ""
            found.setdefault(name, []).append(
                f"{cpu:.1f} s, {peak:.0f} MB{', ' + growth if growth else ''}{'' if code == 0 else f', exit {code}'}"
            )
            before[name] = cpu
            print(f"{size} {name}: {found[name][-1]}", file=sys.stderr)
    print("| | " + " | ".join(f"{s:,} claims" for s in sizes) + " |\n| --- |" + " --- |" * len(sizes))
    for name, cells in found.items():
        print(f"| {name} | " + " | ".join(cells) + " |")
    if not options.keep:
        shutil.rmtree(base)
    return failed


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.exit(main())
