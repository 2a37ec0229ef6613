"""Changed lines of data sets: what a build in steps costs beside one from nothing.

    python benchmarks/changes.py [--rows 300000] [--kinds events,properties,figures] [--shares 1,1%,10%]
                                 [--way change|delete|add] [--keep DIR]

Made-up rows among 200 states: acts of their ministers, ties and signatures, figures. Of each kind a share of the lines,
spread over all files, gets another object, goes or comes. What counts is the share of a build from nothing; the exit
code is 1 where a tenth of the lines costs more than ``BUDGET``.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator

from kg.text.records import PART, Record, Thing, to_line

KG = [sys.executable, "-m", "kg"]
BUDGET = 1.2
STATES = 200
HEAD = """@prefix br: <https://w3id.org/bilateral/ns#> . @prefix e: <https://w3id.org/bilateral/id/> .
@prefix d: <https://w3id.org/bilateral/doc/> . @prefix g: <https://w3id.org/bilateral/graph/> .
@prefix dcterms: <http://purl.org/dc/terms/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
TIES = ("br:tradesWith", "br:alliedWith", "br:opposes", "br:sanctions")


def states() -> str:
    """The data set as a document, and whom its rows are about."""
    lines = [
        f'  e:S{i} a br:State ; rdfs:label "State {i}"@en ; br:iso3 "X{chr(65 + i // 26)}{chr(65 + i % 26)}" .'
        for i in range(STATES)
    ]
    return (
        f'{HEAD}d:bench a br:Document ; dcterms:title "Bench"@en ; dcterms:creator e:bench.source ;\n'
        f'  br:fileName "bench.csv" ; br:textHash "{0:064x}" ; br:recordedOn "2026-01-01"^^xsd:date .\n'
        'g:reference {\n  e:bench.source a br:Organization ; rdfs:label "Bench"@en .\n' + "\n".join(lines) + "\n}\n"
    )


def things() -> Iterator[Thing]:
    """The ministers of each state."""
    for state in range(STATES):
        for i in range(50):
            name = f"e:bench.minister-{i}-s{state}"
            yield Thing(name, "a", "br:Actor")
            yield Thing(name, "rdfs:label", f"Minister {i} of State {state}")
            yield Thing(name, "br:organOf", f"e:S{state}")


def record(kind: str, number: int, dice: random.Random) -> Record:
    """One row of a kind."""
    a, b = dice.sample(range(STATES), 2)
    day = f"{dice.randint(1995, 2024)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"
    if kind == "events":
        who, whom = (
            f"e:S{x}" if dice.random() < 0.6 else f"e:bench.minister-{dice.randrange(50)}-s{x}" for x in (a, b)
        )
        return Record(f"k{number}", who, f"cameo:{dice.choice(('010', '036', '042', '112', '190'))}", whom, date=day)
    if kind == "figures":
        return Record(f"k{number}", f"e:S{a}", "ind:trade-share", f"e:S{b}", str(dice.randint(1, 99)), date=day[:4])
    if number % 2:
        return Record(f"k{number}", f"e:bench.treaty-{number // 10}", "br:signatory", f"e:S{b}", date=day)
    return Record(f"k{number}", f"e:S{a}", dice.choice(TIES), f"e:S{b}", date=day)


def write(folder: str, rows: list[Record]) -> None:
    """The rows as the data set of a workspace."""
    home = os.path.join(folder, "facts", "imports", "bench")
    os.makedirs(home, exist_ok=True)
    texts = {"dataset.trig": states(), "things.tsv": to_line(Thing._fields) + "".join(map(to_line, things()))}
    for part in range((len(rows) + PART - 1) // PART):
        some = rows[part * PART : (part + 1) * PART]
        texts[f"records-{part + 1:04}.tsv"] = to_line(Record._fields) + "".join(map(to_line, some))
    for name in set(os.listdir(home)) - texts.keys():
        os.remove(os.path.join(home, name))
    for name, text in texts.items():
        path = os.path.join(home, name)
        if not os.path.exists(path) or open(path, encoding="utf-8").read() != text:  # noqa: SIM115
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)


def changed(rows: list[Record], share: str, way: str) -> list[Record]:
    """The same with so many lines changed, spread evenly."""
    count = int(share) if share.isdigit() else round(len(rows) * float(share.rstrip("%")) / 100)
    found, step = list(rows), len(rows) / count
    for i in range(count):
        at = int(i * step)
        other = next(
            s for s in (f"e:S{i % STATES}", f"e:S{(i + 1) % STATES}", f"e:S{(i + 2) % STATES}") if s not in rows[at]
        )
        found[at] = rows[at]._replace(object=other)
    if way == "change":
        return found
    places = {int(i * step) for i in range(count)}
    if way == "delete":
        return [r for at, r in enumerate(rows) if at not in places]
    return [x for at, r in enumerate(rows) for x in ((r, found[at]._replace(id=f"n{at}")) if at in places else (r,))]


def build(folder: str, *more: str) -> tuple[float, float, float]:
    """CPU seconds, wall seconds and peak megabytes of a build. Raises SystemExit when it fails."""
    started = time.perf_counter()
    process = subprocess.Popen([*KG, "build", *more], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    assert process.stdout is not None
    said = process.stdout.read().decode()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(said[-3000:])
    return used.ru_utime + used.ru_stime, time.perf_counter() - started, used.ru_maxrss / 1024


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=300_000)
    parser.add_argument("--kinds", default="events,properties,figures")
    parser.add_argument("--shares", default="1,1%,10%")
    parser.add_argument("--way", choices=("change", "delete", "add"), default="change")
    parser.add_argument("--keep", metavar="DIR")
    options = parser.parse_args()
    base, missed = options.keep or tempfile.mkdtemp(), False
    os.environ["XDG_CACHE_HOME"] = os.path.join(base, "cache")
    print("| kind | lines | CPU s | wall s | peak MB | of a fresh build: CPU | wall |\n|" + " --- |" * 7)
    for kind in options.kinds.split(","):
        dice, folder = random.Random(1), os.path.join(base, kind)
        rows = [record(kind, i, dice) for i in range(options.rows)]
        write(folder, rows)
        whole = build(folder, "--fresh")
        print(f"| {kind} | all | {whole[0]:.1f} | {whole[1]:.1f} | {whole[2]:.0f} | 1 | 1 |", flush=True)
        for share in options.shares.split(","):
            write(folder, changed(rows, share, options.way))
            cpu, wall, peak = build(folder)
            ratio = f"{cpu / whole[0]:.2f} | {wall / whole[1]:.2f}"
            print(f"| {kind} | {share} {options.way} | {cpu:.1f} | {wall:.1f} | {peak:.0f} | {ratio} |", flush=True)
            missed |= share == "10%" and cpu > BUDGET * whole[0]
            write(folder, rows)
            build(folder)
    return int(missed)


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.exit(main())
