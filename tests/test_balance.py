"""Structural balance against brute force and against published history."""

from __future__ import annotations

import random
from itertools import combinations

import networkx as nx
import pytest
from kg.network.balance import KINDS, camps, census, restoring, signed, unbalanced
from kg.network.project import ties

from weave import claim, weave


def random_signed(seed: int) -> nx.Graph[str]:
    dice = random.Random(seed)
    network: nx.Graph[str] = nx.relabel_nodes(
        nx.gnp_random_graph(dice.randint(1, 9), dice.random(), seed=seed), lambda v: f"n{v}"
    )
    for a, b in network.edges:
        network[a][b]["sign"] = dice.choice((1, -1))
    return network


def brute_triangles(network: nx.Graph[str]) -> dict[str, int]:
    counts = dict.fromkeys(KINDS, 0)
    for corners in combinations(network, 3):
        sides = list(combinations(corners, 2))
        if all(network.has_edge(*side) for side in sides):
            counts["".join(sorted("+" if network.edges[s]["sign"] > 0 else "-" for s in sides))] += 1
    return counts


def misfits(network: nx.Graph[str], second: frozenset[str]) -> int:
    return sum(
        (a in second) == (b in second) if d["sign"] < 0 else (a in second) != (b in second)
        for a, b, d in network.edges(data=True)
    )


def brute_index(network: nx.Graph[str]) -> int:
    nodes = list(network)
    return min(
        misfits(network, frozenset(v for i, v in enumerate(nodes) if mask >> i & 1))
        for mask in range(1 << max(len(nodes) - 1, 0))
    )


@pytest.mark.parametrize("block", range(10))
def test_two_hundred_random_signed_graphs_equal_brute_force(block: int) -> None:
    for seed in range(block * 20, block * 20 + 20):
        network = random_signed(seed)
        plain = signed(network)
        expected = brute_triangles(network)
        assert census(plain).counts == expected
        assert len(unbalanced(plain)) == expected["++-"] + expected["---"]
        found = camps(plain)
        assert found.exact
        assert len(found.frustrated) == brute_index(network) == misfits(network, found.second)
        assert found.first | found.second == {v for v in network if network.degree(v)}


def test_the_alliances_of_1907_are_balanced_in_their_two_published_camps() -> None:
    """Europe before the First World War ends balanced: Antal, Krapivsky & Redner (2006), Physica D 224."""
    alliance, entente = ("AUH", "DEU", "ITA"), ("FRA", "GBR", "RUS")
    network: nx.Graph[str] = nx.Graph()
    for a, b in combinations((*alliance, *entente), 2):
        network.add_edge(a, b, sign=1 if {a, b} <= set(alliance) or {a, b} <= set(entente) else -1)
    found = camps(signed(network))
    assert census(signed(network)) == ({"+++": 2, "++-": 0, "+--": 18, "---": 0}, 1.0)
    assert {found.first, found.second} == {frozenset(alliance), frozenset(entente)}
    assert found.frustrated == ()
    network["ITA"]["FRA"]["sign"] = 1  # the Franco-Italian understanding of 1902 does not fit
    assert camps(signed(network)).frustrated == (("FRA", "ITA"),)
    assert census(signed(network)).counts["++-"] == 4


def test_a_large_block_gives_an_upper_bound_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.network.balance._PATIENCE", 50)
    network: nx.Graph[str] = nx.relabel_nodes(nx.complete_graph(14), str)
    dice = random.Random(3)
    for a, b in network.edges:
        network[a][b]["sign"] = dice.choice((1, -1))
    found = camps(signed(network))
    assert not found.exact
    assert len(found.frustrated) == misfits(network, found.second)


TRIANGLE = (
    claim("ab", "e:XAA br:alliedWith e:XBB ."),
    claim("bc", "e:XBB br:alliedWith e:XCC ."),
    claim("ac", "e:XAA br:opposes e:XCC ."),
)


def test_the_claim_that_would_restore_balance_is_named() -> None:
    network = weave(*TRIANGLE)
    assert unbalanced(signed(ties(network))) == [("e:XAA", "e:XBB", "e:XCC")]
    found = restoring(network)
    assert {x[0] for x in found} == {"ab", "bc", "ac"}
    assert found[1] == ("ac", 1, (("e:XAA", "e:XCC"),))


def test_no_single_claim_mends_a_dyad_that_two_attest() -> None:
    network = weave(*TRIANGLE, claim("ac-again", "e:XAA br:opposes e:XCC .", document="d:two"))
    assert {x[0] for x in restoring(network)} == {"ab", "bc"}


def test_a_claim_that_mends_one_triangle_and_breaks_another_is_not_named() -> None:
    network = weave(
        *TRIANGLE[1:],
        claim("pro", "e:XAA br:alliedWith e:XBB ."),
        claim("contra", "e:XAA br:opposes e:XBB ."),
        claim("ad", "e:XAA br:alliedWith e:XDD . e:XBB br:alliedWith e:XDD ."),
    )
    assert unbalanced(signed(ties(network))) == [("e:XAA", "e:XBB", "e:XCC")]
    assert "pro" not in {x[0] for x in restoring(network)}


def test_no_triangle_no_share() -> None:
    assert census(signed(nx.path_graph(3))).balanced is None
