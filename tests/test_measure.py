"""Measures against sources that no one here wrote: igraph, published networks, definitions worked out by hand."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import igraph
import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kg.errors import WrongCall
from kg.graph import Graph
from kg.network import measure as module
from kg.network.community import communities
from kg.network.measure import MEASURES, Engine, measure, ranked, to_igraph
from kg.network.robust import ranges

from weave import claim, weave

PUBLIC: dict[str, Callable[[], Any]] = {
    "karate": nx.karate_club_graph,
    "florentine": nx.florentine_families_graph,
    "les-miserables": nx.les_miserables_graph,
    "davis": nx.davis_southern_women_graph,
    "krackhardt": nx.krackhardt_kite_graph,
}


def by_igraph(network: nx.Graph[str]) -> dict[str, list[float]]:
    """The same measures asked of igraph itself, converted by igraph's own reader."""
    graph = igraph.Graph.from_networkx(network)
    n, degrees = graph.vcount(), graph.degree()
    triangles = [len(graph.induced_subgraph(graph.neighbors(v)).es) for v in range(n)]
    return {
        "degree": degrees,
        "betweenness": [b * 2 / ((n - 1) * (n - 2)) for b in graph.betweenness()],
        "closeness": graph.closeness(),
        "pagerank": graph.pagerank(damping=0.85),
        "core": graph.coreness(),
        "constraint": graph.constraint(),
        "strength": graph.strength(),
        "effective-size": [k - 2 * t / k for k, t in zip(degrees, triangles, strict=True)],
        "brokerage": [k * (k - 1) / 2 - t for k, t in zip(degrees, triangles, strict=True)],
    }


@pytest.mark.parametrize("engine", ["networkx", "igraph"])
@pytest.mark.parametrize("name", PUBLIC)
def test_measures_equal_those_of_igraph_on_public_networks(name: str, engine: str) -> None:
    network = PUBLIC[name]()
    expected = by_igraph(network)
    found = measure(network, expected, engine)
    for title, values in expected.items():
        for node, value in zip(network, values, strict=True):
            assert found[title][node] == pytest.approx(value, abs=1e-9), (title, node)


@pytest.mark.parametrize("engine", ["networkx", "igraph"])
def test_direction_counts_where_it_should(engine: str) -> None:
    network = nx.DiGraph([("a", "b"), ("b", "a"), ("a", "c"), ("d", "a"), ("d", "c")])
    graph = igraph.Graph.from_networkx(network)
    names = graph.vs["_nx_name"]
    found = measure(network, MEASURES, engine)
    assert found["in-degree"] == dict(zip(names, graph.indegree(), strict=True))
    assert found["out-degree"] == dict(zip(names, graph.outdegree(), strict=True))
    assert found["pagerank"] == pytest.approx(dict(zip(names, graph.pagerank(), strict=True)), abs=1e-9)
    assert found["reciprocity"] == {"a": 0.5, "b": 1.0, "c": 0.0, "d": 0.0}
    assert found["degree"] == {"a": 3, "b": 1, "c": 2, "d": 2}


@pytest.mark.parametrize("engine", ["networkx", "igraph"])
def test_pagerank_follows_the_number_of_things(engine: str) -> None:
    network = weave(
        claim("a", "e:XAA br:supplies e:XBB . e:XAA br:sanctions e:XBB . e:XAA br:opposes e:XCC ."),
        claim("b", "e:XBB br:supplies e:XAA . e:XCC br:opposes e:XDD ."),
    )
    from kg.network.project import dyads

    summed = dyads(network)
    assert summed["e:XAA"]["e:XBB"]["things"] == 2
    graph = igraph.Graph.from_networkx(summed)
    expected = dict(zip(graph.vs["_nx_name"], graph.pagerank(weights="things"), strict=True))
    assert measure(network, ["pagerank"], engine)["pagerank"] == pytest.approx(expected, abs=1e-9)


def test_effective_size_equals_networkx_own() -> None:
    network = nx.les_miserables_graph()
    mine, theirs = measure(network, ["effective-size"])["effective-size"], nx.effective_size(network)
    assert mine == pytest.approx(theirs, abs=1e-9)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 12), st.floats(0, 1), st.integers(0, 10**6), st.booleans())
def test_both_engines_agree_on_any_network(nodes: int, density: float, seed: int, directed: bool) -> None:
    """Broken into parts, without ties, without nodes: the same numbers, and None where a measure is undefined."""
    network = nx.gnp_random_graph(nodes, density, seed=seed, directed=directed)
    one, other = measure(network, MEASURES, "networkx"), measure(network, MEASURES, "igraph")
    for name in MEASURES:
        assert one[name].keys() == other[name].keys() == set(network)
        for node in network:
            a, b = one[name][node], other[name][node]
            assert (a is None) == (b is None)
            assert a is None or b is None or math.isclose(a, b, abs_tol=1e-9), (name, node)


def test_what_is_undefined_is_none() -> None:
    alone: nx.Graph[str] = nx.Graph()
    alone.add_node("a")
    found = measure(alone, MEASURES)
    assert {name for name, values in found.items() if values["a"] is None} == {
        "constraint",
        "effective-size",
        "reciprocity",
    }
    one_way: nx.DiGraph[str] = nx.DiGraph()
    one_way.add_node("a")
    assert measure(one_way, ["reciprocity"])["reciprocity"] == {"a": None}


def test_a_large_network_goes_to_igraph_and_a_small_one_does_not() -> None:
    assert Engine.find(None, 100).name == "networkx"
    assert Engine.find(None, 100_000).name == "igraph"


def test_without_igraph_networkx_answers_and_asking_for_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_has_igraph", lambda: False)
    assert Engine.find(None, 100_000).name == "networkx"
    with pytest.raises(WrongCall) as caught:
        Engine.find("igraph", 1)
    assert "bilateral-kg[network]" in caught.value.hint


def test_a_backend_gets_the_summed_graph() -> None:
    handed: list[tuple[object, type]] = []

    class Dispatched:
        """As networkx wraps its functions: it knows which backends implement it."""

        backends = frozenset({"shadow"})

        def __call__(self, network: nx.Graph[str], backend: str | None = None, **options: Any) -> object:
            handed.append((backend, type(network)))
            return nx.betweenness_centrality(network, **options)

    assert Engine("shadow").run(Dispatched(), nx.path_graph(3), normalized=True) == {0: 0.0, 1: 1.0, 2: 0.0}
    Engine("another").run(Dispatched(), nx.path_graph(3))
    assert handed == [("shadow", nx.Graph), (None, nx.Graph)]


def test_an_unknown_measure_or_backend_is_named_with_the_known_ones() -> None:
    with pytest.raises(WrongCall, match="not a measure") as caught:
        measure(nx.path_graph(2), ["degre"])
    assert "betweenness" in caught.value.hint
    with pytest.raises(WrongCall, match="no backend"):
        measure(nx.path_graph(2), ["degree"], "cugraph-of-mars")


def test_ranks_are_shared_by_equals() -> None:
    assert ranked({"a": 3.0, "b": 1.0, "c": 3.0 + 1e-14, "d": None}) == {"a": 1, "c": 1, "b": 3}
    assert ranked({"a": 3.0, "b": 1.0}, low_is_first=True) == {"b": 1, "a": 2}


# ------------------------------------------------------------------------------------------------ communities


@pytest.mark.parametrize("method", ["louvain", "leiden"])
def test_communities_are_repeatable_and_as_good_as_published(method: str) -> None:
    """The best division of the karate club has Q = 0.4198: Brandes et al. (2008), IEEE TKDE 20 (2)."""
    groups, quality = communities(nx.relabel_nodes(nx.Graph(nx.karate_club_graph().edges), str), method, seed=1)
    assert communities(nx.relabel_nodes(nx.Graph(nx.karate_club_graph().edges), str), method, seed=1)[0] == groups
    assert 0.41 < quality <= 0.41979
    graph = igraph.Graph.Famous("Zachary")
    place = {v: i for i, group in enumerate(groups) for v in group}
    assert graph.modularity([place[str(v)] for v in range(34)]) == pytest.approx(quality, abs=1e-9)


def test_ties_of_conflict_do_not_bind() -> None:
    friends = "e:XAA br:alliedWith e:XBB . e:XCC br:alliedWith e:XDD . e:XBB br:atWarWith e:XCC ; br:opposes e:XCC ; br:sanctions e:XCC ."
    from kg.network.project import ties

    groups, _ = communities(ties(weave(claim("one", friends))))
    assert groups == [["e:XAA", "e:XBB"], ["e:XCC", "e:XDD"]]


def test_leiden_without_igraph_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    import builtins

    real = builtins.__import__

    def refuse(name: str, *args: object, **options: object) -> object:
        if name == "igraph":
            raise ImportError(name)
        return real(name, *args, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(WrongCall, match="Leiden needs igraph"):
        communities(nx.path_graph(3), "leiden")


# ------------------------------------------------------------------------------------------------ sensitivity


def test_a_rank_that_hangs_on_one_document_says_so() -> None:
    network = weave(
        claim("a", "e:XAA br:tradesWith e:XBB . e:XAA br:tradesWith e:XCC ."),
        claim(
            "b", "e:XDD br:sanctions e:XAA . e:XDD br:sanctions e:XBB . e:XDD br:sanctions e:XCC .", document="d:two"
        ),
    )
    found, without = ranges(network, "degree", "document")
    assert without == ("one", "two")
    assert found["e:XDD"] == (1, None, ("two",))  # first with the second document, not there without it
    assert found["e:XAA"].best == 1
    assert found["e:XBB"] == (2, 3, ())  # third of all, second without the second document


def test_leaving_out_a_speaker_keeps_what_another_says_too() -> None:
    network = weave(
        claim("a", "e:XAA br:opposes e:XBB .", speaker="e:paper , e:herald"),
        claim("b", "e:XAA br:opposes e:XCC .", speaker="e:herald"),
    )
    found, without = ranges(network, "degree", "speaker")
    assert without == ("e:herald", "e:paper")
    assert found["e:XBB"].worst is not None
    assert found["e:XCC"].worst is None


def test_leaving_out_a_document_takes_what_rests_on_its_offices() -> None:
    office = claim("office", "e:t a br:TermOfOffice ; br:holder e:ann ; br:office e:head-of-xaa .", document="d:two")
    visit = claim("visit", "e:v a br:Visit ; br:eventType ev:visit ; br:actor e:ann ; br:recipient e:XBB .")
    found, _ = ranges(weave(office, visit), "degree", "document")
    assert found["e:XAA"].worst is None


def test_the_articles_rank_north_korea_first_and_russia_second_whatever_is_left_out(graph: Graph) -> None:
    for leaving in ("document", "contested"):
        ranking = graph.ranking("degree", leave_out=leaving)
        assert [(r.entity.id, r.rank, r.best) for r in ranking.ranks[:2]] == [("e:PRK", 1, 1), ("e:RUS", 2, 2)]
        assert ranking.ranks[0].worst == 1
    assert ranking.left_out
    actors = graph.ranking("degree", among="actors")
    assert [r.entity.id for r in actors.ranks[:2]] == ["e:PRK", "e:RUS"]


def test_a_ranking_says_what_rests_on_one_article(graph: Graph) -> None:
    ranks = {r.entity.id: r for r in graph.ranking("degree").ranks}
    assert ranks["e:kim-jong-un"].rests_on == ("report",)
    assert ranks["e:kim-jong-un"].worst is None
    assert set(to_igraph(nx.path_graph(2)).vs.indices) == {0, 1}
