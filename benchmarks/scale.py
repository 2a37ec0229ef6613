"""Data sets at size: import, look-ups, search, changes, queries and conflicts, beside the libraries used directly.

    python benchmarks/scale.py [--sizes 10000,100000,1000000] [--keep DIR] [--icews FILE] [--treaties DIR]
                               [--kglab PYTHON] [--runs 7]

Synthetic claims: acts among 200 states and their people, figures, and days of signature by three sources, some of which
disagree. Everything runs in processes of its own; CPU is user + system with children, memory the peak of the largest
process. Ratios are to the library named, in the same run. The exit code is 3 when a budget is missed.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from importlib.metadata import version
from typing import Any, NamedTuple

from kg.compile.rdf import FOLDER
from kg.workspace import Workspace

KG = [sys.executable, "-m", "kg"]
MAPPING = """[columns]
id = "id"
subject = "who"
relation = "what"
object = "whom"
value = "value"
date = "day"
speaker = "source"
"""
CODES = ("010", "020", "036", "040", "042", "043", "051", "057", "061", "112", "130", "172", "190")
#: What an analyst asks of events every day; ? is replaced by a state.
QUERIES = {
    "acts of one actor": "SELECT ?e ?t WHERE { ?e br:actor e:S7 ; br:eventType ?t } LIMIT 200",
    "acts of a pair": "SELECT ?e ?d WHERE { ?e br:actor e:S7 ; br:recipient e:S9 ; br:date ?d }",
    "how many of a pair": "SELECT (COUNT(?e) AS ?n) WHERE { ?e br:actor e:S7 ; br:recipient e:S9 }",
    "kinds of acts of a pair": "SELECT ?t (COUNT(?e) AS ?n) WHERE { ?e br:actor e:S7 ; br:recipient e:S9 ; "
    "br:eventType ?t } GROUP BY ?t ORDER BY DESC(?n)",
    "months of a pair": "SELECT ?m (COUNT(?e) AS ?n) WHERE { ?e br:actor e:S7 ; br:recipient e:S9 ; br:date ?d "
    "BIND(SUBSTR(?d, 1, 7) AS ?m) } GROUP BY ?m ORDER BY ?m",
    "a pair in one year": "SELECT ?e WHERE { ?e br:actor e:S7 ; br:recipient e:S9 ; br:begins ?b "
    'FILTER(?b >= "2010-01-01"^^xsd:date && ?b < "2011-01-01"^^xsd:date) }',
    "partners of an actor": "SELECT ?o (COUNT(?e) AS ?n) WHERE { ?e br:actor e:S7 ; br:recipient ?o } GROUP BY ?o "
    "ORDER BY DESC(?n) LIMIT 10",
    "who visits a state": "SELECT ?s WHERE { ?e br:recipient e:S9 ; br:eventType cameo:042 ; br:actor ?s } LIMIT 100",
    "one record": "SELECT ?p ?o WHERE { c:bench.k77 ?p ?o }",
    "figures of a state": "SELECT ?v ?d WHERE { ?m br:measureOf e:S7 ; br:indicator ind:trade-share ; br:value ?v ; "
    "br:date ?d }",
    "a treaty, by source": "SELECT ?date ?who WHERE { ?c rdf:subject e:bench.t5 ; rdf:object ?date ; "
    "br:statedBy ?who }",
    "both ways": "ASK { ?e br:actor e:S7 ; br:recipient e:S9 . ?f br:actor e:S9 ; br:recipient e:S7 }",
}


class Cost(NamedTuple):
    """What a process took: CPU and wall seconds, peak memory in MB, and what it printed."""

    cpu: float
    wall: float
    peak: float
    out: str


def run(command: list[str], folder: str = ".") -> Cost:
    """Run a process to its end. Raises SystemExit when it fails; all that is asked here has an answer."""
    started = time.perf_counter()
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err:
        process = subprocess.Popen(command, cwd=folder, stdout=out, stderr=err, text=True)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        text = out.read()
        if process.returncode != 0:
            raise SystemExit(f"{' '.join(command)} failed:\n{text[-2000:]}{err.read()[-2000:]}")
    return Cost(used.ru_utime + used.ru_stime, time.perf_counter() - started, used.ru_maxrss / 1024, text)


def median_cpu(command: list[str], folder: str, runs: int) -> float:
    """Median CPU seconds of a fresh process; the first run is for the file system."""
    run(command, folder)
    return statistics.median(run(command, folder).cpu for _ in range(runs))


def disk(folder: str) -> float:
    """MB of all files below a folder."""
    return sum(os.path.getsize(os.path.join(d, f)) for d, _, files in os.walk(folder) for f in files) / 1e6


# ---------------------------------------------------------------------- data


def write_claims(path: str, claims: int) -> None:
    """The same table for the same number."""
    dice = random.Random(1)
    with open(path, "w", encoding="utf-8") as file:
        file.write("id\twho\twhat\twhom\tvalue\tday\tsource\n")
        for i in range(claims):
            day = f"{dice.randint(1995, 2024)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"
            a, b = dice.sample(range(200), 2)
            if i % 20 < 17:
                who, whom = (
                    f"e:S{x}" if dice.random() < 0.6 else f"Minister {dice.randint(1, 50)} (S{x})" for x in (a, b)
                )
                row = (f"k{i}", who, f"cameo:{dice.choice(CODES)}", whom, "", day, "")
            elif i % 20 < 19:
                row = (
                    f"k{i}",
                    f"e:S{a}",
                    "ind:trade-share",
                    f"e:S{b}",
                    str(dice.randint(1, 99)),
                    day,
                    f"e:Source{i % 3}",
                )
            else:
                treaty = i // 60  # three sources a treaty; every fiftieth time they differ
                day = f"{1950 + treaty % 70}-{1 + treaty % 12:02}-{1 + (treaty % 28 + (i % 1000 == 19)) % 28:02}"
                row = (f"k{i}", f"T{treaty}", "br:signedOn", "", "", day, f"e:Source{i // 20 % 3}")
            file.write("\t".join(row) + "\n")


def workspace(folder: str) -> str:
    """A workspace with 200 states, three sources, and the bundled facts."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(os.path.join(os.path.dirname(__file__), "..", "facts"), os.path.join(folder, "facts"))
    lines = ["@prefix br: <https://w3id.org/bilateral/ns#> .", "@prefix e: <https://w3id.org/bilateral/id/> ."]
    lines += [
        "@prefix g: <https://w3id.org/bilateral/graph/> .",
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .",
    ]
    lines.append("g:reference {")
    for i in range(200):
        iso3 = f"X{chr(65 + i // 26)}{chr(65 + i % 26)}"
        lines.append(f'  e:S{i} a br:State ; rdfs:label "State {i}"@en ; br:iso3 "{iso3}" .')
    lines += [f'  e:Source{i} a br:Organization ; rdfs:label "Source {i}"@en .' for i in range(3)] + ["}"]
    with open(os.path.join(folder, "facts", "bench.trig"), "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    with open(os.path.join(folder, "mapping.toml"), "w", encoding="utf-8") as file:
        file.write(MAPPING)
    run([*KG, "build"], folder)
    return folder


def generation(folder: str) -> str:
    """The folder of a workspace's current build."""
    workspace = Workspace(folder)
    state = workspace.state()
    assert state is not None
    return workspace.folder_of(state.generation)


def store(folder: str) -> str:
    """The folder of the store that SPARQL is asked of."""
    return os.path.join(generation(folder), FOLDER)


# ---------------------------------------------------------------------- peers, each in a process of its own

FLOOR_LOAD = """
import sys, pyoxigraph as ox
ox.Store(sys.argv[2]).bulk_load(path=sys.argv[1], format=ox.RdfFormat.N_QUADS)
"""
DUMP = """
import sys, pyoxigraph as ox
ox.Store.read_only(sys.argv[1]).dump(sys.argv[2], format=ox.RdfFormat.N_QUADS)
"""
CLOCK = """
import sys, json, time
began = time.perf_counter()
"""
OURS = """
import kg
graph = kg.open(sys.argv[1])
def ask(q): return graph.sparql(q)
ask("ASK {}")  # the process for queries starts with the first
"""
NATIVE = """
import pyoxigraph as ox
from kg.text.terms import PREFIXES, view_graphs
store = ox.Store.read_only(sys.argv[1])
graphs = [ox.NamedNode(g) for g in view_graphs("asserted", True)]
def ask(q):
    found = store.query(q, prefixes=PREFIXES, default_graph=graphs)
    return bool(found) if isinstance(found, ox.QueryBoolean) else list(found)
"""
RDFLIB = """
import rdflib
from kg.text.terms import PREFIXES
store = rdflib.Dataset(default_union=True)
store.parse(sys.argv[1], format="nquads")
def ask(q):
    found = store.query(q, initNs=PREFIXES)
    return found.askAnswer if found.type == "ASK" else list(found)
"""
ASK_ALL = """
times = {"": time.perf_counter() - began}
for name, query in json.loads(sys.argv[2]).items():
    some = []
    for _ in range(int(sys.argv[3])):
        started = time.perf_counter()
        ask(query)
        some.append(time.perf_counter() - started)
    times[name] = sorted(some)[len(some) // 2]
print(json.dumps(times))
"""
DUCKDB = """
import sys, duckdb
db = duckdb.connect()
db.execute("SET threads = 2")
rows = db.execute('''
  WITH said AS (SELECT * FROM read_parquet(?) WHERE what = 'br:signedOn'),
  apart AS (SELECT who FROM said GROUP BY who HAVING max(day) > min(day)),
  figures AS (SELECT who, whom, day FROM read_parquet(?) WHERE what = 'ind:trade-share'
              GROUP BY who, whom, day HAVING count(*) > 1 AND max(CAST(value AS DOUBLE)) > min(CAST(value AS DOUBLE)))
  SELECT who, id, day, source, '' FROM said SEMI JOIN apart USING (who)
  UNION ALL
  SELECT f.who, f.id, f.day, f.source, f.value FROM read_parquet(?) f SEMI JOIN figures g
    ON f.who = g.who AND f.whom = g.whom AND f.day = g.day WHERE f.what = 'ind:trade-share'
''', [sys.argv[1]] * 3).fetchall()
for row in rows:
    print("\\t".join(row))
"""
TO_PARQUET = """
import sys, duckdb
rows = f"SELECT * FROM read_csv('{sys.argv[1]}', delim='\\t', header=true, all_varchar=true)"
duckdb.execute(f"COPY ({rows}) TO '{sys.argv[2]}'")
"""


def python(code: str, *args: str) -> list[str]:
    """The command for a script of a few lines."""
    return [sys.executable, "-c", code, *args]


# ---------------------------------------------------------------------- what is measured


class Report:
    """Rows of a table in Markdown, and the budgets that were missed."""

    def __init__(self) -> None:
        self.missed: list[str] = []

    def head(self, title: str, *columns: str) -> None:
        print(f"\n### {title}\n\n| {' | '.join(columns)} |\n|{' --- |' * len(columns)}", flush=True)

    def row(self, *cells: object) -> None:
        print(f"| {' | '.join(str(c) for c in cells)} |", flush=True)

    def judge(self, name: str, ratio: float, budget: float) -> str:
        if ratio > budget:
            self.missed.append(f"{name}: {ratio:.2f} > {budget}")
        return f"{ratio:.2f}{' (missed)' if ratio > budget else ''}"


def measure_import(report: Report, name: str, folder: str, command: list[str], judged: bool = True) -> float:
    """Import a source, beside a bulk load of the quads that it leaves; gives the CPU seconds."""
    cost = run([*KG, *command, "--format", "json"], folder)
    account = json.loads(cost.out)
    if account["read"] - account["imported"] > account["read"] * 0.01:
        raise SystemExit(f"{name}: {account['skipped']} of {account['read']} rows skipped")
    quads = os.path.join(folder, "all.nq")
    run(python(DUMP, store(folder), quads))
    floor = run(python(FLOOR_LOAD, quads, os.path.join(folder, "floor")))
    shutil.rmtree(os.path.join(folder, "floor"))
    with open(quads, "rb") as file:
        count = sum(1 for _ in file)
    # a small one is mostly the start of processes and the curated facts
    judged = judged and count > 500_000
    ratio = report.judge(f"import of {name}", cost.cpu / floor.cpu, 1.5 if judged else float("inf"))
    peak = report.judge(f"memory of {name}, MB", cost.peak, 2048)
    report.row(
        name, f"{count:,}", f"{cost.cpu:.1f}", f"{cost.wall:.1f}", peak, f"{disk(generation(folder)):.0f}",
        f"{floor.cpu:.1f}", f"{floor.wall:.1f}", f"{floor.peak:.0f}", ratio,
    )  # fmt: skip
    return cost.cpu


#: Kind of look-up → the same on the two articles.
_BUNDLED = {
    "fact": ["fact", "tumen bridge", "length"],
    "claim": ["claim", "report-034"],
    "search": ["search", "kim jong un"],
    "misspelt": ["search", "Kim Jung Un"],
}


def measure_lookups(report: Report, folder: str, names: str, count: int, runs: int) -> None:
    """Look-ups in fresh processes on the largest graph, beside the same kind on the bundled one, and its floor.

    ``names`` is the workspace of so many names.
    """
    someone = count // 2000 * 1000 + 12
    report.head(
        "Look-ups in fresh processes", "command", "graph", "CPU ms", "ratio to the floor", "to the bundled graph"
    )
    with tempfile.TemporaryDirectory() as empty:
        floor = median_cpu(python("import click, sqlite3"), empty, runs)
        bundled = {kind: median_cpu([*KG, *command], empty, runs) for kind, command in _BUNDLED.items()}
    report.row("import click, sqlite3", "", f"{1000 * floor:.0f}", "1", "")
    for kind, command in _BUNDLED.items():
        report.row(" ".join(command), "bundled", f"{1000 * bundled[kind]:.0f}", f"{bundled[kind] / floor:.2f}", "1")
    for where, kind, budget, command in (
        (folder, "fact", 1.4, ["fact", "tumen bridge", "length"]),
        (folder, "fact", 1.4, ["fact", "e:bench.t5", "signed on"]),
        (folder, "claim", 1.4, ["claim", "bench.k77"]),
        (names, "search", 1.5, ["search", f"Zerbatol {someone}"]),
        (names, "search", 1.5, ["search", "zerbatol"]),
        (names, "misspelt", 1.5, ["search", f"Zerbatal {someone}"]),
    ):
        spent, text = median_cpu([*KG, *command], where, runs), " ".join(command)
        ratio = report.judge(f"{text}, to the bundled graph", spent / bundled[kind], budget)
        size = "largest" if where == folder else "names"
        report.row(text, size, f"{1000 * spent:.0f}", f"{spent / floor:.2f}", ratio)


def measure_changes(report: Report, folder: str, full: float) -> None:
    """One claim changed: by hand in a curated file, and in a file of records."""
    report.head("One claim changed, the store brought in step", "what", "CPU s", "wall s", "share of the full build")
    curated = os.path.join(folder, "facts", "bench.trig")
    records = os.path.join(folder, "facts", "imports", "bench", "records-0001.tsv")
    for name, path, old, new in (
        ("a curated label", curated, '"State 7"', '"Seventh state"'),
        ("a record", records, "\tcameo:042\t", "\tcameo:043\t"),
    ):
        with open(path, encoding="utf-8") as file:
            text = file.read()
        with open(path, "w", encoding="utf-8") as file:
            file.write(text.replace(old, new, 1))
        cost = run([*KG, "build"], folder)
        report.row(
            name, f"{cost.cpu:.2f}", f"{cost.wall:.2f}", report.judge(f"change of {name} × 50", 50 * cost.cpu / full, 1)
        )


def measure_queries(report: Report, big: str, small: str, runs: int) -> None:
    """Twelve queries: ours and native pyoxigraph on the largest store, ours and rdflib on 100,000 claims.

    Once opened, and with what it takes to get there: rdflib reads the whole graph, the stores are opened.
    """
    asked = json.dumps(QUERIES)

    def times(code: str, source: str, count: int) -> dict[str, float]:
        found: dict[str, float] = json.loads(run(python(CLOCK + code + ASK_ALL, source, asked, str(count))).out)
        return found

    ours, native = times(OURS, big, runs), times(NATIVE, store(big), runs)
    few, peer = times(OURS, small, runs), times(RDFLIB, os.path.join(small, "all.nq"), 1)
    columns = (
        "kg, largest",
        "pyoxigraph, largest",
        "ratio",
        "kg, smaller",
        "rdflib, smaller",
        "times",
        "times, from disk",
    )
    report.head("Twelve queries, wall ms", "query", *columns)
    for name in ("", *QUERIES):
        cells = [f"{1000 * t[name]:.2f}" for t in (ours, native, few, peer)]
        disk = f"{(peer[''] + peer[name]) / (few[''] + few[name]):,.0f}" if name else ""
        ratio = f"{ours[name] / native[name]:.2f}"
        report.row(name or "opening", *cells[:2], ratio, *cells[2:], f"{peer[name] / few[name]:,.0f}", disk)
    spent = [sum(t[n] for n in QUERIES) for t in (ours, native)]
    total = report.judge("twelve queries", spent[0] / spent[1], 1.15)
    opened = statistics.median(peer[n] / few[n] for n in QUERIES)
    fresh = statistics.median((peer[""] + peer[n]) / (few[""] + few[n]) for n in QUERIES)
    report.judge("rdflib from disk, 50 over the median", 50 / fresh, 1)
    report.row("all; median", "", "", total, "", "", f"{opened:,.0f}", f"{fresh:,.0f}")


def measure_conflicts(report: Report, folder: str, table: str, runs: int) -> None:
    """Where sources disagree: kg conflicts beside a query of DuckDB over Parquet, both printing what they find."""
    parquet = os.path.join(folder, "claims.parquet")
    run(python(TO_PARQUET, table, parquet))
    asked = ["conflicts", "--kind", "contradicts", "--format", "tsv"]
    ours = median_cpu([*KG, *asked], folder, runs)
    peer = median_cpu(python(DUCKDB, parquet), folder, runs)
    rows = [run(c, folder).out.count("\n") for c in ([*KG, *asked], python(DUCKDB, parquet))]
    report.head("Conflicts on the largest graph, fresh processes", "what", "rows", "CPU ms", "ratio")
    report.row("DuckDB over Parquet", rows[1], f"{1000 * peer:.0f}", "1")
    report.row("kg conflicts", rows[0], f"{1000 * ours:.0f}", report.judge("kg conflicts", ours / peer, 1.2))


def measure_kglab(report: Report, python_of: str, folder: str) -> None:
    """The same look-up with kglab, which reads the graph anew each time."""
    code = f"""
import kglab
g = kglab.KnowledgeGraph()
g.load_rdf({os.path.join(folder, "all.ttl")!r}, format="ttl")
q = "SELECT ?e WHERE {{ ?e <https://w3id.org/bilateral/ns#actor> <https://w3id.org/bilateral/id/S7> }}"
print(len(list(g.query(q))))
"""
    triples = f"""
import pyoxigraph as ox
s = ox.Store.read_only({store(folder)!r})
ox.serialize((q.triple for q in s), {os.path.join(folder, "all.ttl")!r}, format=ox.RdfFormat.TURTLE)
"""
    run(python(triples))
    peer = run([python_of, "-c", code])
    ours = run([*KG, "sparql", "SELECT ?e WHERE { ?e br:actor e:S7 }", "-f", "csv"], folder)
    report.head("One question in a fresh process, 10,000 claims", "what", "CPU s", "peak MB")
    report.row("kglab", f"{peer.cpu:.1f}", f"{peer.peak:.0f}")
    report.row("kg sparql", f"{ours.cpu:.2f}", f"{ours.peak:.0f}")


def name_table(path: str, count: int) -> None:
    """As many actors as rows."""
    syllables = ("zer", "ba", "tol", "mi", "ka", "ren", "sho", "du", "val", "ni")
    with open(path, "w", encoding="utf-8") as file:
        file.write("id\twho\twhat\twhom\tvalue\tday\tsource\n")
        for i in range(count):
            word = "".join(syllables[int(d)] for d in str(i % 1000).rjust(3, "0")).capitalize()
            file.write(f"n{i}\t{word} {i}\tcameo:010\te:S{i % 200}\t\t2020-01-01\t\n")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="10000,100000,1000000")
    parser.add_argument("--names", type=int, default=1_000_000)
    parser.add_argument("--keep", metavar="DIR")
    parser.add_argument("--icews", metavar="FILE")
    parser.add_argument("--treaties", metavar="DIR")
    parser.add_argument("--kglab", metavar="PYTHON")
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    libraries = ("bilateral-kg", "pyoxigraph", "rdflib", "duckdb")
    versions = ", ".join(f"{n} {version(n)}" for n in libraries)
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {versions}")
    with tempfile.TemporaryDirectory() as scratch:
        return _suite(Report(), options, options.keep or scratch)


def _suite(report: Report, options: Any, base: str) -> int:
    sizes = sorted(map(int, options.sizes.split(",")))
    folders, spent = {}, {}
    report.head(
        "Import to answering, beside a bulk load of the same quads by pyoxigraph", "source", "quads", "CPU s", "wall s",
        "peak MB", "disk MB", "floor: CPU s", "wall s", "peak MB", "ratio",
    )  # fmt: skip
    for size in sizes:
        folder = folders[size] = workspace(os.path.join(base, str(size)))
        table = os.path.join(folder, "claims.tsv")
        write_claims(table, size)
        command = ["import", "table", table, "--mapping", "mapping.toml", "--document", "bench"]
        spent[size] = measure_import(report, f"{size:,} claims", folder, command)
    for name, source, kind in (
        ("ICEWS 2018", options.icews, "events"),
        ("manytreaties", options.treaties, "agreements"),
    ):
        if source:
            folder = workspace(os.path.join(base, kind))
            measure_import(report, name, folder, ["import", kind, os.path.abspath(source)])
    big, small = folders[sizes[-1]], folders[sizes[-2]] if len(sizes) > 1 else folders[sizes[-1]]
    if len(sizes) > 1:
        growth = report.judge("growth", spent[sizes[-1]] / spent[sizes[-2]], 1.2 * sizes[-1] / sizes[-2])
        report.row(f"{sizes[-1]:,} to {sizes[-2]:,} claims", "", growth, "", "", "", "", "", "", "")
    names = workspace(os.path.join(base, "names"))
    name_table(os.path.join(names, "names.tsv"), options.names)
    command = ["import", "table", "names.tsv", "--mapping", "mapping.toml", "--document", "names"]
    measure_import(report, f"{options.names:,} names", names, command, judged=False)  # an index of names is no quads
    measure_lookups(report, big, names, options.names, options.runs)
    measure_queries(report, big, small, options.runs)
    measure_conflicts(report, big, os.path.join(big, "claims.tsv"), options.runs)
    measure_changes(report, big, run([*KG, "build", "--fresh"], big).cpu)
    if options.kglab:
        measure_kglab(report, options.kglab, folders[sizes[0]])
    print("\n" + ("Missed: " + "; ".join(report.missed) if report.missed else "Every budget is kept."))
    return 3 if report.missed else 0


if __name__ == "__main__":
    sys.exit(main())
