"""What a network costs: from a built store on disk to networkx, and measures against the libraries used directly.

    python benchmarks/networks.py [--claims 1000000] [--small 100000] [--keep DIR]

Synthetic claims, one event each (actor, recipient, type, date), 400 states. The store is loaded in bulk and the edge
table derived by the build's own rules; the checks of a build are left out, they read no edges. Every figure is taken in
a process of its own: CPU seconds (user + system) and, where said, memory. The exit code is 1 when a budget is missed.
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
from importlib.metadata import version
from typing import Any

from kg.model import Literal
from kg.terms import CLAIM, DOC, GRAPH, ID, NAMES, TYPE, VOCAB, XSD, br

STATES = 400
READY_BUDGET, RDFLIB_BUDGET, MEASURE_BUDGET = 2.5, 10.0, 1.2


def quads(claims: int) -> Iterator[tuple[str, str, Any, str]]:
    """Ten quads a claim, as a build leaves them; the same for the same number."""
    dice, register = random.Random(1), GRAPH + "register/facts/bench.trig"
    kinds = [VOCAB + "event/" + name for name in ("meet", "visit", "military-aid", "war", "sign-agreement")]
    for i in range(claims):
        claim, event = f"{CLAIM}k{i:07}", f"{ID}k{i:07}"
        a, b = dice.sample(range(STATES), 2)
        day = Literal(
            f"{dice.randint(1990, 2025)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}", None, XSD + "date"
        )
        yield event, TYPE, br("Event"), claim
        yield event, br("eventType"), dice.choice(kinds), claim
        yield event, br("actor"), f"{ID}s{a}", claim
        yield event, br("recipient"), f"{ID}s{b}", claim
        yield event, br("begins"), day, claim
        yield event, br("ends"), day, claim
        yield claim, TYPE, br("Claim"), register
        yield claim, br("inDocument"), f"{DOC}d{i % 50}", register
        yield claim, br("statedBy"), f"{ID}p{i % 30}", register
        yield claim, br("stance"), VOCAB + "stance/stated", register
    for s in range(STATES):
        yield f"{ID}s{s}", TYPE, br("State"), GRAPH + "reference/bench"
        yield f"{ID}s{s}", br("nameKey"), Literal(f"s{s}"), NAMES


def make(folder: str, claims: int) -> dict[str, float]:
    """The store and its edge table."""
    from kg.compile.build import _load_ontology
    from kg.compile.edges import EdgeRules
    from kg.edges import EdgeTable
    from kg.engine import Writer, _to_quad
    from kg.workspace import BUNDLE, Workspace

    started = time.process_time()
    writer = Writer.create(os.path.join(folder, "store"))
    _load_ontology(writer, Workspace(BUNDLE).sources())
    writer._store.bulk_extend(_to_quad(q) for q in quads(claims))
    loaded = time.process_time()
    table = EdgeTable(os.path.join(folder, "edges.sqlite"), write=True)
    EdgeRules(writer).fill(table, (f"{CLAIM}k{i:07}" for i in range(claims)))
    table.finish()
    tied = time.process_time()
    with open(os.path.join(folder, "dump.nq"), "wb") as file:
        writer._store.dump(file, format=_nquads())
    writer.finish()
    return {"load": loaded - started, "tie": tied - loaded}


def _nquads() -> Any:
    import pyoxigraph

    return pyoxigraph.RdfFormat.N_QUADS


def ours(folder: str) -> dict[str, float]:
    """From the files on disk to the MultiDiGraph."""
    from kg.edges import EdgeTable
    from kg.network.project import project

    gc.disable()  # as the command does
    before, started = memory(), time.process_time()
    network = project(EdgeTable(os.path.join(folder, "edges.sqlite")))
    spent = time.process_time() - started
    edges = network.number_of_edges()
    return {"cpu": spent, "edges": edges, "bytes": (memory() - before) / edges}


def ready(folder: str) -> dict[str, float]:
    """The same edges put into networkx from a list that lies ready in memory."""
    import networkx as nx
    from kg.edges import EdgeTable
    from kg.network.project import project

    gc.disable()
    listed = [
        (a, b, key, dict(data))
        for a, b, key, data in project(EdgeTable(os.path.join(folder, "edges.sqlite"))).edges(keys=True, data=True)
    ]
    started = time.process_time()
    network = nx.MultiDiGraph()
    network.add_edges_from(listed)
    return {"cpu": time.process_time() - started, "edges": network.number_of_edges()}


def by_rdflib(folder: str) -> dict[str, float]:
    """The same edges by rdflib: load, then look every claim up and put its edge into networkx."""
    import networkx as nx
    import rdflib

    gc.disable()
    started = time.process_time()
    data = rdflib.Dataset()
    data.parse(os.path.join(folder, "dump.nq"), format="nquads")
    loaded = time.process_time()
    name = rdflib.URIRef
    scores = {"meet": 2.5, "visit": 2.5, "military-aid": 10.0, "war": -10.0, "sign-agreement": 5.0}
    network = nx.MultiDiGraph()
    for claim, _, _, _ in data.quads((None, name(TYPE), name(br("Claim")), None)):
        about = {str(p): str(o) for _, p, o, _ in data.quads((claim, None, None, None))}
        said = {str(p): str(o) for _, p, o, _ in data.quads((None, None, None, claim))}
        kind = said[br("eventType")].rpartition("/")[2]
        key = str(claim).rpartition("/")[2]
        network.add_edge(
            said[br("actor")], said[br("recipient")], key=key, claim=key, rule="event", relation=kind,
            weight=scores[kind], sign=1 if scores[kind] > 0 else -1, begins=said[br("begins")], ends=said[br("ends")],
            stance=about[br("stance")], speaker=about[br("statedBy")], document=about[br("inDocument")],
        )  # fmt: skip
    return {"cpu": time.process_time() - started, "load": loaded - started, "edges": network.number_of_edges()}


def measures(folder: str) -> dict[str, Any]:
    """Each measure on a network of 5,000 nodes and 100,000 ties: ours, and the fastest of igraph and rustworkx."""
    import igraph
    import networkx as nx
    import rustworkx
    from kg.network.measure import measure

    network = nx.relabel_nodes(nx.gnm_random_graph(5_000, 100_000, seed=1), str)

    dice = random.Random(1)
    for _, _, data in network.edges(data=True):
        data["things"] = dice.randint(1, 9)

    def to_igraph(weight: str | None = None) -> Any:
        place = {v: i for i, v in enumerate(network)}
        graph = igraph.Graph(len(place), [(place[a], place[b]) for a, b in network.edges])
        if weight:
            graph.es[weight] = [x for *_, x in network.edges(data=weight)]
        return graph

    def to_rustworkx() -> Any:
        return rustworkx.networkx_converter(network)

    direct: dict[str, dict[str, Callable[[], Any]]] = {
        "betweenness": {
            "igraph": lambda: to_igraph().betweenness(),
            "rustworkx": lambda: rustworkx.betweenness_centrality(to_rustworkx()),
        },
        "closeness": {
            "igraph": lambda: to_igraph().closeness(),
            "rustworkx": lambda: rustworkx.closeness_centrality(to_rustworkx()),
        },
        "pagerank": {
            "igraph": lambda: to_igraph("things").pagerank(weights="things"),
            "rustworkx": lambda: rustworkx.pagerank(to_rustworkx().to_directed(), weight_fn=lambda d: d["things"]),
        },
        "core": {
            "igraph": lambda: to_igraph().coreness(),
            "rustworkx": lambda: rustworkx.core_number(to_rustworkx()),
        },
        "constraint": {"igraph": lambda: to_igraph().constraint()},
    }
    found = {}
    for name, rivals in direct.items():
        runs = {"ours": lambda name=name: measure(network, [name]), **rivals}
        found[name] = {who: min(timed(run) for _ in range(3)) for who, run in runs.items()}
    return found


def timed(run: Callable[[], Any]) -> float:
    started = time.process_time()
    run()
    return time.process_time() - started


def memory() -> int:
    """Bytes that this process holds now."""
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * resource.getpagesize()


STEPS = {f.__name__: f for f in (ours, ready, by_rdflib, measures)}


def alone(step: str, *args: str) -> dict[str, Any]:
    """Run one step in a process of its own."""
    done = subprocess.run([sys.executable, __file__, "--step", step, *args], capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def report(folder: str, claims: int, small: int) -> int:
    failed = 0
    print(f"{platform.python_implementation()} {platform.python_version()}, " + ", ".join(
        f"{p} {version(p)}" for p in ("networkx", "igraph", "rustworkx", "rdflib", "pyoxigraph")
    ))  # fmt: skip
    for size in dict.fromkeys((small, claims)):
        place = os.path.join(folder, str(size))
        if not os.path.exists(os.path.join(place, "edges.sqlite")):
            os.makedirs(place, exist_ok=True)
            made = alone("make", place, str(size))
            print(f"{size:,} claims: store {made['load']:.0f} s, edge table {made['tie']:.0f} s of CPU")
        mine, list_ = alone("ours", place), alone("ready", place)
        assert mine["edges"] == list_["edges"] == size
        ratio = mine["cpu"] / list_["cpu"]
        failed |= ratio > READY_BUDGET
        disk = os.path.getsize(os.path.join(place, "edges.sqlite"))
        print(
            f"{size:,} claims, disk to MultiDiGraph: {mine['cpu']:.2f} s; ready list {list_['cpu']:.2f} s; "
            f"ratio {ratio:.2f} (budget {READY_BUDGET}); {mine['bytes']:.0f} bytes of memory and {disk / size:.0f} of "
            "disk an edge"
        )
        if size == small:
            theirs = alone("by_rdflib", place)
            ratio = theirs["cpu"] / mine["cpu"]
            failed |= ratio < RDFLIB_BUDGET
            print(
                f"{size:,} claims, rdflib: {theirs['cpu']:.1f} s, {theirs['load']:.1f} of them its load; "
                f"{ratio:.0f} times ours (budget {RDFLIB_BUDGET:.0f})"
            )
    for name, runs in alone("measures", folder).items():
        best = min((t, who) for who, t in runs.items() if who != "ours")
        ratio = runs["ours"] / best[0]
        failed |= ratio > MEASURE_BUDGET
        print(
            f"{name} of 100,000 ties: {runs['ours']:.3f} s; {best[1]} directly {best[0]:.3f} s; "
            f"ratio {ratio:.2f} (budget {MEASURE_BUDGET})"
        )
    return int(failed)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--small", type=int, default=100_000, help="the size at which rdflib still answers")
    parser.add_argument("--keep", metavar="DIR", help="keep the stores here, and use those that lie there")
    parser.add_argument("--step", nargs="+", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.step:
        step, folder, *rest = args.step
        print(json.dumps(make(folder, int(rest[0])) if step == "make" else STEPS[step](folder)))
        return 0
    folder = args.keep or tempfile.mkdtemp()
    try:
        return report(folder, args.claims, args.small)
    finally:
        if not args.keep:
            shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
