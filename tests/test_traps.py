"""Where a naive modeller goes wrong: the traps of the two articles, asked of the finished graph."""

from __future__ import annotations

from kg.graph import Graph
from kg.values.answers import Table


def rows(graph: Graph, query: str, view: str | None = None, **values: str) -> list[tuple[str | None, ...]]:
    answer = graph.sparql(query, values, view)
    assert isinstance(answer, Table)
    return [tuple(c.rsplit("/", 1)[-1] if c else c for c in row) for row in answer.rows]


def test_goods_go_to_north_korea_and_military_help_to_russia(graph: Graph) -> None:
    legs = rows(graph, "exchanges")
    assert {(r[1], r[2], r[3]) for r in legs} == {
        ("RUS", "PRK", "russian-supplies-to-nk"),
        ("PRK", "RUS", "military-assistance"),
    }
    assert rows(graph, "SELECT ?x WHERE { ?x br:supportsMilitarily e:PRK }") == []
    assert rows(graph, "SELECT ?x WHERE { ?x br:supplies e:RUS }") == []


def test_existing_links_are_rail_and_air_never_the_road(graph: Graph) -> None:
    assert {r[2] for r in rows(graph, "transport-links", a="PRK", b="RUS")} == {"railway", "air connection"}


def test_the_bridge_does_not_exist_yet(graph: Graph) -> None:
    assert rows(graph, "SELECT ?o WHERE { e:tumen-bridge br:crosses ?o }") == []
    assert rows(graph, "SELECT ?o WHERE { e:tumen-bridge br:crosses ?o }", "outlook") == [("tumen-river",)]
    statuses = rows(graph, "project-status", project="road-link-project")
    assert ("road-link-project", "project", "under-construction") in {s[:3] for s in statuses}
    assert ("tumen-bridge", "structure", "planned") in {s[:3] for s in statuses}


def test_trade_shares_are_north_koreas(graph: Graph) -> None:
    assert [r[:4] for r in rows(graph, "trade-shares", state="PRK")] == [
        ("CHN", "about", "97", "nk-foreign-trade"),
        ("RUS", "about", "1.2", "nk-foreign-trade"),
    ]
    assert rows(graph, "SELECT ?m WHERE { ?m br:measureOf e:RUS }", "analysis") == []


def test_the_seventeen_links_are_with_china(graph: Graph) -> None:
    (fact,) = graph.facts("nk-china-connections", "connections in use")
    assert fact.value == "about 17"
    assert [s.label for s in fact.claims[0].speakers] == ["South Korean officials"]


def test_vague_figures_stay_words(graph: Graph) -> None:
    facts = graph.facts("troop-deployment", "troops")
    assert {f.value for f in facts} == {"about 12,000", "thousands"}
    by_value = {f.value: f for f in facts}
    assert by_value["thousands"].quantity is not None
    assert by_value["thousands"].quantity.value is None
    assert [s.id for s in by_value["thousands"].claims[0].speakers] == ["e:PRK"]
    assert [s.id for s in by_value["about 12,000"].claims[0].speakers] == ["e:unspecified-reports"]


def test_ten_lanes_belong_to_the_facility(graph: Graph) -> None:
    assert [f.value for f in graph.facts("crossing-facility", "lanes")] == ["10"]
    assert graph.facts("tumen-bridge", "lanes") == []


def test_capacities_are_forecasts_with_bounds(graph: Graph) -> None:
    (vehicles,) = graph.facts("tumen-bridge", "capacity (vehicles)")
    assert vehicles.quantity is not None
    assert (vehicles.quantity.value, vehicles.quantity.comparator) == (300.0, "nearly")
    assert vehicles.claims[0].stance.id == "stance:expected"  # no planner is cited


def test_the_pact_has_a_month_and_no_day(graph: Graph) -> None:
    dates = {f.value for f in graph.facts("defence-pact-signing", "date as known")}
    assert dates == {"2024", "2024-06"}


def test_four_events_in_a_partial_order(graph: Graph) -> None:
    known = {r[:2] for r in rows(graph, "order")}
    assert ("construction-start", "defence-pact-signing") in known
    assert ("bridge-announcement", "putin-kim-meeting") in known
    assert not any("agreeing-on-the-bridge" in pair for pair in known)


def test_no_claim_is_denied(graph: Graph) -> None:
    assert rows(graph, "denied") == []
    assert graph.facts("PRK", stance="denied") == []


def test_absences_are_shown_as_absences(graph: Graph) -> None:
    assert {r[0] for r in rows(graph, "absent")} == {"essay-107", "report-050"}
    (fact,) = graph.facts("road-link-project", "timetable published")
    assert fact.value == "¬ true"  # not "true": who reads the value alone must not be told the opposite
    assert fact.negated
    assert rows(graph, "SELECT ?x WHERE { ?x br:timetablePublished true }", "analysis") == []
    assert rows(graph, "SELECT ?x WHERE { e:chinese-group-visits br:actor ?x }", "analysis") == []


def test_mishustin_says_nothing_of_tourism(graph: Graph) -> None:
    said = {c.id for c in graph.claims() if any(s.id == "e:mikhail-mishustin" for s in c.speakers)}
    assert said == {"report-043"}


def test_the_two_sanction_regimes_stay_apart(graph: Graph) -> None:
    assert set(rows(graph, "SELECT ?r ?s WHERE { ?r br:appliesTo ?s }")) == {
        ("western-sanctions", "RUS"),
        ("western-sanctions", "PRK"),
        ("international-sanctions", "PRK"),
        ("international-sanctions", "RUS"),
    }


def test_no_completion_date_can_be_had(graph: Graph) -> None:
    assert [f.value for f in graph.facts("road-link-project", "duration")] == ["about 1.5 years"]
    assert rows(graph, "SELECT ?d WHERE { e:road-link-project br:ends|br:date ?d }", "analysis") == []


def test_the_schedule_is_a_tension_and_nothing_a_contradiction(graph: Graph) -> None:
    assert graph.conflicts(kinds=["contradicts"]) == []  # a rough duration is no specific schedule: both can be true
    (dispute,) = (d for d in graph.conflicts(kinds=["tension"]) if "Schedule" in d.title)
    assert {c.id for c in dispute.claims} == {"report-035", "essay-107"}


def test_nobody_is_fought_by_the_troops(graph: Graph) -> None:
    assert rows(graph, "SELECT ?x WHERE { ?e br:against ?x }") == []


def test_only_the_opportunity_of_a_technology_transfer_is_expected(graph: Graph) -> None:
    assert rows(graph, "SELECT ?x WHERE { e:technology-transfer br:actor ?x }", "outlook") == []
    (row,) = rows(graph, "SELECT ?t WHERE { ?e br:affects e:technology-transfer ; br:effectType ?t }", "outlook")
    assert row == ("offers-opportunity",)


def test_goods_for_military_help_are_no_aid(graph: Graph) -> None:
    assert rows(graph, "SELECT ?t WHERE { e:russian-supplies-to-nk br:eventType ?t }") == [("exchange-goods",)]


def test_the_agency_does_not_act_for_its_state(graph: Graph) -> None:
    assert rows(graph, "SELECT ?s WHERE { e:kcna br:nationalOf ?s }") == [("PRK",)]
    assert rows(graph, "SELECT ?s WHERE { e:kcna br:organOf ?s }") == []


def test_documents_without_a_date_stay_undated(graph: Graph) -> None:
    assert {d.id: d.issued for d in graph.documents() if d.text_hash} == {"essay": None, "report": None}
    assert graph.facts("PRK", known_at="2025") == []
    assert graph.facts("PRK", known_at="2026-11-22")
