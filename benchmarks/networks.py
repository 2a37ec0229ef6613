"""What a network costs: from a claims index on disk to networkx, and measures against the libraries used directly.

    python benchmarks/networks.py [--claims 1000000] [--small 100000] [--ties 100000] [--keep DIR]

Synthetic claims, one event each (actor, recipient, type, date), 400 states. Their ties are derived by the build's own
rules; the rest of a build is left out, no network reads it. Every figure is taken in a process of its own: CPU seconds
(user + system) and, where said, memory. Of igraph and rustworkx those are compared with that are installed. The exit
code is 3 when a budget is missed.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import platform
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from importlib.metadata import version
from importlib.util import find_spec
from typing import Any

from kg.claims.index import FILE, ClaimsIndex
from kg.claims.quads import MemoryQuads
from kg.claims.schema import connect, finish
from kg.claims.ties import Ties
from kg.compile.background import Background
from kg.compile.ontology import ontology_of
from kg.compile.ties import TieRules
from kg.engine.nodes import to_lines
from kg.text.terms import CLAIM, DOC, GRAPH, ID, NAMES, TYPE, VOCAB, XSD, br
from kg.values.claims import Literal, Quad
from kg.workspace import BUNDLE, Workspace

STATES = 400
#: What the peers read: the same quads as text.
DUMP = "dump.nq"
#: Claims whose quads are in memory at a time.
TOGETHER = 50_000
READY_BUDGET, RDFLIB_BUDGET, MEASURE_BUDGET = 2.5, 10.0, 1.2
KINDS = ("meet", "visit", "military-aid", "war", "sign-agreement")


def claim(i: int) -> Iterator[Quad]:
    """Ten quads, as reading the texts leaves them; the same for the same number."""
    dice, register = random.Random(i), GRAPH + "register/facts/bench.trig"
    claim, event = f"{CLAIM}k{i:07}", f"{ID}k{i:07}"
    a, b = dice.sample(range(STATES), 2)
    day = Literal(f"{dice.randint(1990, 2025)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}", None, XSD + "date")
    yield event, TYPE, br("Event"), claim
    yield event, br("eventType"), f"{VOCAB}event/{dice.choice(KINDS)}", claim
    yield event, br("actor"), f"{ID}s{a}", claim
    yield event, br("recipient"), f"{ID}s{b}", claim
    yield event, br("begins"), day, claim
    yield event, br("ends"), day, claim
    yield claim, TYPE, br("Claim"), register
    yield claim, br("inDocument"), f"{DOC}d{i % 50}", register
    yield claim, br("statedBy"), f"{ID}p{i % 30}", register
    yield claim, br("stance"), VOCAB + "stance/stated", register


def states() -> Iterator[Quad]:
    """Who acts."""
    for s in range(STATES):
        yield f"{ID}s{s}", TYPE, br("State"), GRAPH + "reference/bench"
        yield f"{ID}s{s}", br("nameKey"), Literal(f"s{s}"), NAMES


def make(folder: str, claims: int) -> dict[str, float]:
    """The ties of a claims index, and the dump."""
    started = time.process_time()
    context = [*ontology_of(Workspace(BUNDLE)).every(), *states()]
    db = connect(os.path.join(folder, FILE), write=True)
    table = Ties(db)
    with open(os.path.join(folder, DUMP), "w", encoding="utf-8") as dump:
        dump.writelines(to_lines(context))
        for first in range(0, claims, TOGETHER):
            here, some = MemoryQuads(), range(first, min(first + TOGETHER, claims))
            quads = [q for i in some for q in claim(i)]
            dump.writelines(to_lines(quads))
            here.add(context)
            here.add(quads)
            TieRules(here, Background(here)).fill(table, here.subjects(TYPE, br("Claim")))
    finish(db)
    return {"cpu": time.process_time() - started}


def ties_of(folder: str) -> Ties:
    """Those of an index that was made."""
    return ClaimsIndex.open(folder).ties


def ours(folder: str) -> dict[str, float]:
    """From the files on disk to the MultiDiGraph."""
    from kg.network.project import project

    gc.disable()  # as the command does
    before, started = memory(), time.process_time()
    network = project(ties_of(folder))
    spent = time.process_time() - started
    edges = network.number_of_edges()
    return {"cpu": spent, "edges": edges, "bytes": (memory() - before) / edges}


def ready(folder: str) -> dict[str, float]:
    """The same edges put into networkx from a list that lies ready in memory."""
    import networkx as nx
    from kg.network.project import add_edges, project

    gc.disable()
    edges = project(ties_of(folder)).edges(keys=True, data=True)
    listed = [(a, b, key, dict(data)) for a, b, key, data in edges]
    started = time.process_time()
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    add_edges(network, listed)
    return {"cpu": time.process_time() - started, "edges": network.number_of_edges()}


def by_rdflib(folder: str) -> dict[str, float]:
    """The same edges by rdflib: load, then look every claim up and put its edge into networkx."""
    import networkx as nx
    import rdflib

    gc.disable()
    started = time.process_time()
    data = rdflib.Dataset()
    data.parse(os.path.join(folder, DUMP), format="nquads")
    loaded = time.process_time()
    name = rdflib.URIRef
    scores = {"meet": 2.5, "visit": 2.5, "military-aid": 10.0, "war": -10.0, "sign-agreement": 5.0}
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for claim, *_ in data.quads((None, name(TYPE), name(br("Claim")))):
        about = {str(p): str(o) for _, p, o, _ in data.quads((claim, None, None, None))}
        said = {str(p): str(o) for p, o in data.graph(name(str(claim))).predicate_objects()}
        kind = said[br("eventType")].rpartition("/")[2]
        key = str(claim).rpartition("/")[2]
        network.add_edge(
            said[br("actor")], said[br("recipient")], key=key, claim=key, rule="event", relation=kind,
            weight=scores[kind], sign=1 if scores[kind] > 0 else -1, begins=said[br("begins")], ends=said[br("ends")],
            stance=about[br("stance")], speaker=about[br("statedBy")], document=about[br("inDocument")],
        )  # fmt: skip
    return {"cpu": time.process_time() - started, "load": loaded - started, "edges": network.number_of_edges()}


def measures(_: str, ties: int) -> dict[str, Any]:
    """Each measure on a network of so many ties, twenty a node: ours, and the fastest of igraph and rustworkx."""
    import networkx as nx
    from kg.network.measure import measure

    network = nx.relabel_nodes(nx.gnm_random_graph(ties // 20, ties, seed=1), str)
    dice = random.Random(1)
    for _, _, data in network.edges(data=True):
        data["things"] = dice.randint(1, 9)
    peers = [by(network) for name, by in PEERS.items() if find_spec(name)]
    found = {}
    for name in ("betweenness", "closeness", "pagerank", "core", "constraint"):
        runs: dict[str, Callable[[], Any]] = {"ours": partial(measure, network, [name])}
        runs |= {who: run for peer in peers for (what, who), run in peer.items() if what == name}
        found[name] = {who: min(timed(run) for _ in range(3)) for who, run in runs.items()}
    return found


def by_igraph(network: Any) -> dict[tuple[str, str], Callable[[], Any]]:
    """Measures by igraph, which first has to get the network."""
    import igraph

    def given(weight: str | None = None) -> Any:
        place = {v: i for i, v in enumerate(network)}
        graph = igraph.Graph(len(place), [(place[a], place[b]) for a, b in network.edges])
        if weight:
            graph.es[weight] = [x for *_, x in network.edges(data=weight)]
        return graph

    return {
        ("betweenness", "igraph"): lambda: given().betweenness(),
        ("closeness", "igraph"): lambda: given().closeness(),
        ("pagerank", "igraph"): lambda: given("things").pagerank(weights="things"),
        ("core", "igraph"): lambda: given().coreness(),
        ("constraint", "igraph"): lambda: given().constraint(),
    }


def by_rustworkx(network: Any) -> dict[tuple[str, str], Callable[[], Any]]:
    """Measures by rustworkx, which first has to get the network."""
    import rustworkx

    def given() -> Any:
        return rustworkx.networkx_converter(network)

    return {
        ("betweenness", "rustworkx"): lambda: rustworkx.betweenness_centrality(given()),
        ("closeness", "rustworkx"): lambda: rustworkx.closeness_centrality(given()),
        ("pagerank", "rustworkx"): lambda: rustworkx.pagerank(given().to_directed(), weight_fn=lambda d: d["things"]),
        ("core", "rustworkx"): lambda: rustworkx.core_number(given()),
    }


PEERS = {"igraph": by_igraph, "rustworkx": by_rustworkx}


def timed(run: Callable[[], Any]) -> float:
    started = time.process_time()
    run()
    return time.process_time() - started


def memory() -> int:
    """Bytes that this process holds now."""
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * resource.getpagesize()


STEPS: dict[str, Callable[..., dict[str, Any]]] = {f.__name__: f for f in (make, ours, ready, by_rdflib, measures)}


def alone(step: str, folder: str, *numbers: int) -> dict[str, Any]:
    """Run one step in a process of its own."""
    command = [sys.executable, __file__, "--step", step, folder, *map(str, numbers)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def report(folder: str, claims: int, small: int, ties: int) -> int:
    failed = False
    libraries = ("networkx", *filter(find_spec, PEERS), "rdflib", "pyoxigraph")
    print(f"{platform.python_implementation()} {platform.python_version()}, ", end="")
    print(", ".join(f"{p} {version(p)}" for p in libraries))
    print("\n| what | CPU s | beside | CPU s | ratio | budget |\n| --- | --- | --- | --- | --- | --- |")
    for size in dict.fromkeys((small, claims)):
        place = os.path.join(folder, str(size))
        if not os.path.exists(os.path.join(place, FILE)):
            os.makedirs(place, exist_ok=True)
            print(f"| {size:,} claims tied | {alone('make', place, size)['cpu']:.2f} | | | | |")
        mine, listed = alone("ours", place), alone("ready", place)
        assert mine["edges"] == listed["edges"] == size
        ratio = mine["cpu"] / listed["cpu"]
        failed |= ratio > READY_BUDGET
        memory, disk = mine["bytes"], os.path.getsize(os.path.join(place, FILE)) / size
        print(
            f"| {size:,} claims, disk to MultiDiGraph, {memory:.0f} bytes of memory and {disk:.0f} of disk an edge "
            f"| {mine['cpu']:.2f} | a ready list | {listed['cpu']:.2f} | {ratio:.2f} | {READY_BUDGET} |"
        )
        if size == small:
            theirs = alone("by_rdflib", place)
            assert theirs["edges"] == size
            ratio = theirs["cpu"] / mine["cpu"]
            failed |= ratio < RDFLIB_BUDGET
            print(
                f"| the same, {size:,} claims | {mine['cpu']:.2f} | rdflib, {theirs['load']:.1f} s of it loading "
                f"| {theirs['cpu']:.2f} | 1/{ratio:.0f} | 1/{RDFLIB_BUDGET:.0f} |"
            )
    for name, runs in alone("measures", folder, ties).items():
        best, who = min(((t, who) for who, t in runs.items() if who != "ours"), default=(0.0, ""))
        failed |= bool(who) and runs["ours"] / best > MEASURE_BUDGET
        beside = f"{who} | {best:.3f} | {runs['ours'] / best:.2f}" if who else " | | "
        print(f"| {name} of {ties:,} ties | {runs['ours']:.3f} | {beside} | {MEASURE_BUDGET} |")
    return 3 if failed else 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--small", type=int, default=100_000, help="the size at which rdflib still answers")
    parser.add_argument("--ties", type=int, default=100_000, help="of the network that is measured")
    parser.add_argument("--keep", metavar="DIR", help="keep what is made here, and use what lies there")
    parser.add_argument("--step", nargs="+", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.step:
        step, folder, *numbers = args.step
        print(json.dumps(STEPS[step](folder, *map(int, numbers))))
        return 0
    folder = args.keep or tempfile.mkdtemp()
    try:
        return report(folder, args.claims, args.small, args.ties)
    finally:
        if not args.keep:
            shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
