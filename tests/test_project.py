"""Claims → networkx: each rule, each slice, and what must hold for any claims."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import kg
import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kg.claims.schema import STANDINGS
from kg.graph import Graph
from kg.network.project import dyads, ties
from kg.text.dates import parse_date

from browser import prefix, said
from weave import claim, edges, weave

AID = "e:aid a br:Transfer ; br:eventType ev:military-aid ; br:actor e:XAA ; br:recipient e:XBB ."


def test_a_direct_relation_is_an_edge_and_a_symmetric_one_goes_both_ways() -> None:
    found = edges(weave(claim("one", "e:XAA br:sanctions e:XBB . e:XAA br:tradesWith e:XCC .")))
    assert found == {
        ("e:XAA", "e:XBB", "direct", -1, -6.0),
        ("e:XAA", "e:XCC", "direct", 1, 2.0),
        ("e:XCC", "e:XAA", "direct", 1, 2.0),
    }


def test_an_event_is_signed_by_its_type_for_the_recipient_and_against_the_third_party() -> None:
    found = edges(weave(claim("one", AID + " e:aid br:against e:XCC .")))
    assert found == {("e:XAA", "e:XBB", "event", 1, 10.0), ("e:XAA", "e:XCC", "event", -1, -5.5)}


def test_plover_comes_before_goldstein() -> None:
    """ev:sign-agreement maps to PLOVER SUPPORT (5.0) and to CAMEO 057 (8.0); ev:war to CAMEO 190 only."""
    found = edges(
        weave(
            claim("one", "e:s a br:Signing ; br:eventType ev:sign-agreement ; br:actor e:XAA ; br:recipient e:XBB ."),
            claim("two", "e:w a br:Event ; br:eventType ev:war ; br:actor e:XAA ; br:recipient e:XCC ."),
        )
    )
    assert {x[4] for x in found if x[1] == "e:XBB"} == {5.0}
    assert {x[4] for x in found if x[1] == "e:XCC"} == {-10.0}


def test_an_act_without_recipient_joins_its_actors_and_a_large_meeting_weighs_less() -> None:
    two = edges(weave(claim("one", "e:m a br:Meeting ; br:eventType ev:meet ; br:actor e:XAA , e:XBB .")))
    assert two == {("e:XAA", "e:XBB", "event", 1, 2.5), ("e:XBB", "e:XAA", "event", 1, 2.5)}
    four = edges(weave(claim("one", "e:m a br:Meeting ; br:eventType ev:meet ; br:actor e:XAA, e:XBB, e:XCC, e:XDD .")))
    assert len(four) == 12
    assert sum(x[4] for x in four if x[0] == "e:XAA") == pytest.approx(2.5)


def test_signatories_undertakers_and_parties_are_joined() -> None:
    network = weave(
        claim("one", "e:pact a br:Agreement ; br:signatory e:XAA , e:XBB ."),
        claim("two", "e:road a br:Project ; br:undertakenBy e:XAA , e:XCC ."),
        claim("three", "e:chill a br:RelationPhase ; br:party e:XAA , e:XDD ; br:climate climate:cool ."),
    )
    assert {(x[1], *x[2:]) for x in edges(network) if x[0] == "e:XAA"} == {
        ("e:XBB", "joint", 1, 5.0),
        ("e:XCC", "joint", 1, 9.5),
        ("e:XDD", "joint", 0, None),  # a climate has no published score
    }


def test_two_phases_of_one_era_are_two_things() -> None:
    network = weave(
        claim(
            "one", "e:warm a br:RelationPhase ; br:party e:XAA , e:XBB ; br:climate climate:close ; br:partOf e:era ."
        ),
        claim(
            "two", "e:cold a br:RelationPhase ; br:party e:XAA , e:XBB ; br:climate climate:cool ; br:partOf e:era ."
        ),
    )
    summed = ties(network)["e:XAA"]["e:XBB"]
    assert (summed["things"], summed["weight"], summed["contested"]) == (2, 0.0, 0)


TERM = 'e:term a br:TermOfOffice ; br:holder e:ann ; br:office e:head-of-xaa ; br:date "2001/2004" .'


@pytest.mark.parametrize(("when", "lifted"), [("2003", True), ("2004-06", True), ("2010", False), ("2000", False)])
def test_people_are_lifted_to_their_state_while_they_are_in_office(when: str, lifted: bool) -> None:
    event = f'e:v a br:Visit ; br:eventType ev:visit ; br:actor e:ann ; br:recipient e:XBB ; br:date "{when}" .'
    network = weave(claim("office", TERM), claim("visit", event))
    assert ("e:ann", "e:XBB", "event", 1, 2.5) in edges(network)
    assert (("e:XAA", "e:XBB", "lifted", 1, 2.5) in edges(network)) is lifted
    assert ("e:ann", "e:XAA", "acts-for", 0, None) in edges(network)
    if lifted:
        (data,) = network["e:XAA"]["e:XBB"].values()
        assert (data["claim"], data["needs"]) == ("visit", "office")


def test_a_lifted_edge_waits_until_the_office_is_known_too() -> None:
    claims = (
        claim("office", TERM, document="d:two"),
        claim("visit", "e:v a br:Visit ; br:eventType ev:visit ; br:actor e:ann ; br:recipient e:XBB ."),
    )
    known = weave(*claims, known_at="2012-12-31")
    assert known.has_edge("e:ann", "e:XBB")
    assert not known.has_edge("e:XAA", "e:XBB")
    assert weave(*claims, known_at="2020-12-31").has_edge("e:XAA", "e:XBB")


def test_an_organ_is_lifted_by_reference_data_and_lends_no_claim() -> None:
    network = weave(
        claim("one", "e:d a br:Deployment ; br:eventType ev:military-aid ; br:actor e:army ; br:recipient e:XBB .")
    )
    (data,) = network["e:XAA"]["e:XBB"].values()
    assert data["rule"] == "lifted"
    assert "needs" not in data


def test_a_figure_ties_counterpart_and_bearer_unsigned() -> None:
    network = weave(
        claim(
            "one",
            "e:share a br:Measure ; br:measureOf e:XAA ; br:counterpart e:XBB ; br:indicator ind:trade-share ; br:value 97 .",
        )
    )
    (data,) = network["e:XBB"]["e:XAA"].values()
    assert (data["rule"], data["sign"], data["value"]) == ("figure", 0, 97.0)
    assert "weight" not in data


def test_roles_that_two_claims_give_are_joined_and_both_are_named() -> None:
    network = weave(
        claim("who", "e:aid a br:Transfer ; br:eventType ev:military-aid ; br:actor e:XAA ."),
        claim("whom", "e:aid a br:Transfer ; br:recipient e:XBB ."),
    )
    found = {(d["claim"], d["needs"]) for d in network["e:XAA"]["e:XBB"].values()}
    assert found == {("who", "whom"), ("whom", "who")}
    assert dyads(network)["e:XAA"]["e:XBB"]["weight"] == 10.0


def test_a_claim_that_says_it_all_keeps_vaguer_ones_from_inventing_pairs() -> None:
    network = weave(claim("all", AID), claim("some", "e:aid a br:Transfer ; br:actor e:XAA , e:XCC ."))
    assert not network.has_edge("e:XAA", "e:XCC")


def test_a_date_of_another_claim_is_borrowed_and_named_and_a_later_document_does_not_leak() -> None:
    claims = (claim("what", AID), claim("when", 'e:aid br:date "2010-05" .', document="d:two"))
    (data,) = weave(*claims)["e:XAA"]["e:XBB"].values()
    assert (data["begins"], data["ends"], data["dated_by"]) == ("2010-05-01", "2010-05-31", "when")
    assert weave(*claims, as_of=parse_date("2010")).number_of_edges() == 1
    assert weave(*claims, as_of=parse_date("2011")).number_of_edges() == 0
    early = [weave(*claims, as_of=parse_date("2010"), known_at="2012-12-31", undated=u) for u in (False, True)]
    assert [n.number_of_edges() for n in early] == [0, 1]


@pytest.mark.parametrize(
    ("stance", "more"),
    [("denied", ""), ("stated", "; br:negated true"), ("stated", "")],
    ids=["denied", "absent", "superseded"],
)
def test_denied_absent_and_superseded_claims_never_count(stance: str, more: str) -> None:
    extra = (
        [] if stance == "denied" or more else [claim("new", "e:XAA br:opposes e:XCC .", more="; br:supersedes c:old")]
    )
    network = weave(claim("old", AID, stance=stance, more=more), *extra, standings=STANDINGS[:3])
    assert not network.has_edge("e:XAA", "e:XBB")


def test_a_superseded_claim_lends_nothing() -> None:
    network = weave(
        claim("what", AID),
        claim("wrong", 'e:aid br:date "1999" .'),
        claim("right", 'e:aid br:date "2005" .', more="; br:supersedes c:wrong"),
    )
    (data,) = network["e:XAA"]["e:XBB"].values()
    assert data["begins"] == "2005-01-01"


def test_views_are_nested_and_a_stance_can_be_asked_for() -> None:
    claims = [
        claim("fact", "e:XAA br:sanctions e:XBB ."),
        claim("plan", "e:XAA br:supplies e:XCC .", stance="planned"),
        claim("guess", "e:XAA br:opposes e:XDD .", stance="speculative"),
    ]
    sizes = [weave(*claims, standings=STANDINGS[:n]).number_of_edges() for n in (1, 2, 3)]
    assert sizes == [1, 2, 3]
    assert set(weave(*claims, standings=STANDINGS[:3], stances=frozenset(["planned"]))) == {"e:XAA", "e:XCC"}


def test_one_vote_per_dyad_and_thing() -> None:
    pact = "e:pact a br:Agreement ; br:signatory e:XAA , e:XBB ."
    signing = "e:s a br:Signing ; br:signs e:pact ; br:eventType ev:sign-agreement ; br:actor e:XAA , e:XBB ."
    once = dyads(weave(claim("a", pact)))["e:XAA"]["e:XBB"]
    both = dyads(weave(claim("a", pact), claim("b", signing), claim("c", signing, document="d:two")))["e:XAA"]["e:XBB"]
    assert (once["weight"], both["weight"]) == (5.0, 5.0)
    assert (both["things"], both["claims"], both["documents"]) == (1, "a b c", "one two")


def test_an_event_and_the_matching_relation_in_one_claim_vote_once() -> None:
    summed = dyads(weave(claim("a", AID + " e:XAA br:supportsMilitarily e:XBB .")))["e:XAA"]["e:XBB"]
    assert (summed["weight"], summed["things"]) == (10.0, 1)


def test_claims_of_opposite_sign_about_one_thing_are_contested_not_resolved() -> None:
    friendly = "e:x a br:Event ; br:eventType ev:military-aid ; br:actor e:XAA ; br:recipient e:XBB ."
    hostile = "e:x a br:Event ; br:eventType ev:war ; br:actor e:XAA ; br:recipient e:XBB ."
    summed = dyads(weave(claim("a", friendly), claim("b", hostile)))["e:XAA"]["e:XBB"]
    assert (summed["weight"], summed["strength"], summed["contested"], summed["sign"]) == (0.0, 10.0, 1, 0)


def test_links_join_everything_named_and_bend_around_nameless_nodes() -> None:
    content = "e:fx a br:Effect ; br:cause e:bridge ; br:effectType effect:advances ; br:affects e:XAA . e:bridge br:connects e:XBB ."
    network = weave(claim("one", content), scope="all")
    assert {(a, b, d["relation"]) for a, b, d in network.edges(data=True)} == {
        ("e:bridge", "e:XAA", "effect:advances"),
        ("e:bridge", "e:XBB", "br:connects"),
    }
    assert weave(claim("one", content)).number_of_edges() == 0


def test_domains_and_speakers_cut() -> None:
    claims = [
        claim("a", AID + " e:aid br:cooperationDomain dom:military .", speaker="e:herald"),
        claim("b", "e:XAA br:tradesWith e:XCC ."),
    ]
    assert set(weave(*claims, domains=frozenset(["military"]))) == {"e:XAA", "e:XBB"}
    assert set(weave(*claims, speaks=lambda who, _: who == "e:paper")) == {"e:XAA", "e:XCC"}


# ------------------------------------------------------------------------------------------------ for any claims

ACTORS = ["e:XAA", "e:XBB", "e:XCC", "e:ann", "e:army"]
CONTENT = st.one_of(
    st.builds(
        lambda p, a, b: f"{a} br:{p} {b} .",
        st.sampled_from(["sanctions", "supplies", "tradesWith", "opposes", "bordersOn"]),
        st.sampled_from(ACTORS),
        st.sampled_from(ACTORS),
    ),
    st.builds(
        lambda n, kind, role, a, b, date: (
            f"e:event-{n} a br:Event ; br:eventType ev:{kind} ; br:actor {a} ; br:{role} {b}"
            + (f' ; br:date "{date}" .' if date else " .")
        ),
        st.integers(0, 3),
        st.sampled_from(["military-aid", "war", "meet", "sign-agreement"]),
        st.sampled_from(["recipient", "actor", "against"]),
        st.sampled_from(ACTORS),
        st.sampled_from(ACTORS),
        st.sampled_from(["", "1999", "2003-05", "2010-01-02", "2005/.."]),
    ),
    st.just(TERM),
)
CLAIMS = st.lists(
    st.tuples(
        CONTENT, st.sampled_from(["e:paper", "e:herald", "e:XAA , e:XBB"]), st.sampled_from(["stated", "reported"])
    ),
    min_size=1,
    max_size=7,
)


def written(claims: list[tuple[str, str, str]]) -> list[str]:
    return [claim(f"c{i}", content, speaker, stance=stance) for i, (content, speaker, stance) in enumerate(claims)]


def plain(network: nx.Graph[str]) -> dict[tuple[Any, ...], dict[str, Any]]:
    keyed: Any = network.edges(keys=True, data=True) if isinstance(network, nx.MultiGraph) else network.edges(data=True)
    return {tuple(edge) if network.is_directed() else tuple(sorted(edge)): data for *edge, data in keyed}


@settings(max_examples=40, deadline=None)
@given(CLAIMS, st.integers(0, 6))
def test_a_repetition_changes_no_weight(claims: list[tuple[str, str, str]], which: int) -> None:
    texts = written(claims)
    content, speaker, stance = claims[which % len(claims)]
    again = claim("again", content, speaker, "d:two", stance)
    for summed in (dyads, ties):
        before, after = plain(summed(weave(*texts))), plain(summed(weave(*texts, again)))
        same = ("weight", "sign", "strength", "things", "contested", "relations")
        assert {k: [d[n] for n in same] for k, d in before.items()} == {
            k: [d[n] for n in same] for k, d in after.items()
        }


@settings(max_examples=25, deadline=None)
@given(CLAIMS, st.randoms())
def test_the_order_of_the_claims_changes_nothing(claims: list[tuple[str, str, str]], random: Any) -> None:
    texts = written(claims)
    shuffled = random.sample(texts, len(texts))
    one, other = weave(*texts, scope="all"), weave(*shuffled, scope="all")
    assert list(one.edges(keys=True, data=True)) == list(other.edges(keys=True, data=True))


@settings(max_examples=40, deadline=None)
@given(CLAIMS, st.sampled_from(["1998", "1999-07", "2003", "2004-02", "2010-01-02", "2030"]))
def test_a_slice_in_time_never_holds_what_begins_later(claims: list[tuple[str, str, str]], when: str) -> None:
    moment = parse_date(when)
    network = weave(*written(claims), scope="all", as_of=moment)
    for *_, data in network.edges(data=True):
        assert data.get("begins", "") <= (moment.ends or "")
        assert data.get("ends", "9999") >= (moment.begins or "")
        assert "begins" in data or "ends" in data


@settings(max_examples=40, deadline=None)
@given(CLAIMS)
def test_the_slices_by_speaker_add_up_to_the_whole(claims: list[tuple[str, str, str]]) -> None:
    texts = written(claims)
    whole = plain(weave(*texts, scope="all"))
    parts: dict[tuple[Any, ...], dict[str, Any]] = {}
    for speaker in ("e:paper", "e:herald", "e:XAA", "e:XBB"):
        parts |= plain(weave(*texts, scope="all", speaks=lambda name, _, speaker=speaker: name == speaker))
    assert parts == whole


# ------------------------------------------------------------------------------------------------ the two articles


def test_every_edge_of_the_articles_names_a_claim_that_stands(graph: Graph) -> None:
    network = graph.network(among="all", view="analysis")
    assert network.number_of_edges() > 200
    for *_, data in network.edges(data=True):
        for name in (data["claim"], *data.get("needs", "").split(), *data.get("dated_by", "").split()):
            found = graph.claim(name)
            assert not found.negated
            assert not found.superseded
            assert found.stance.id != "stance:denied"


def test_troops_are_plus_for_one_pair_and_minus_for_the_other(workspace: Path) -> None:
    facts = workspace / "facts/XAA-XBB/everything.trig"
    sent = "e:sent a br:Deployment ; br:eventType ev:military-aid ; br:actor e:XAA ; br:recipient e:XBB ; br:against e:XCC ."
    state = (
        'g:reference { e:XCC a br:State ; rdfs:label "Cedria"@en ; br:iso3 "XCC" . e:sent rdfs:label "Troops"@en }\n'
    )
    head = prefix(facts) + "@prefix g: <https://w3id.org/bilateral/graph/> .\n"
    (workspace / "facts/more.trig").write_text(head + state + said("troops", sent))
    network = kg.open(str(workspace)).network()
    signs = {(a, b): d["sign"] for a, b, d in network.edges(data=True) if d["thing"] == "e:sent"}
    assert signs == {("e:XAA", "e:XBB"): 1, ("e:XAA", "e:XCC"): -1}


def test_nodes_know_their_names_and_codes(graph: Graph) -> None:
    assert graph.network().nodes["e:PRK"] == {"label": "North Korea", "kind": "state", "iso3": "PRK", "cow": 731}


def test_a_slice_in_time_says_what_it_left_out(graph: Graph) -> None:
    network = graph.network(as_of="2024")
    assert {d["thing"] for *_, d in network.edges(data=True)} == {
        "e:defence-pact-2024",
        "e:deepening-of-2024",
        "e:russian-tourism",
    }
    (note,) = graph.notes
    assert note.key == "undated-ties"
    assert note.values == {"ties": graph.network(as_of="2024", undated=True).number_of_edges() - len(network.edges)}
    assert graph.network(as_of="2024", undated=True).number_of_edges() > network.number_of_edges()


def test_states_only(graph: Graph) -> None:
    assert set(graph.network(among="states")) == {"e:PRK", "e:RUS", "e:CHN", "e:SUN"}
