"""kg why, kg compare and kg network, as somebody at a terminal sees them."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from kg.graph import Graph
from kg.workspace import Workspace

from browser import prefix, said
from conftest import Run

CLAIM = re.compile(r"\b(?:essay|report)-\d{3}\b")


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


# ------------------------------------------------------------------------------------------------ why


def test_china_reaches_the_bridge_in_two_hops_through_north_korea(run: Run) -> None:
    text = run("why", "CHN", "tumen bridge", "-k", "1", code=0).stdout
    assert text.startswith("1. China → North Korea → Road bridge over the Tumen River  (2 hops")
    first, second = text.split("    North Korea ←")
    assert CLAIM.search(first)
    assert CLAIM.search(second)


def test_primorsky_krai_reaches_the_rason_zone_through_the_tumen_river(run: Run) -> None:
    (path,) = json.loads(run("why", "Primorsky Krai", "Rason zone", "-k", "1", "-f", "json", code=0).stdout)
    assert [h["target"]["label"] for h in path["hops"]] == ["Tumen River", "Rason Economic Free Zone"]
    assert all([c["id"] for c in h["claims"]] == ["essay-033"] for h in path["hops"])


def test_every_hop_prints_its_claims_and_paths_come_by_strength(run: Run) -> None:
    found = rows(run("why", "CHN", "tumen bridge", "-k", "5", "-f", "csv", code=0).stdout)
    hops = {(r["path"], r["hop"]) for r in found if r["claim"]}
    paths = {r["path"]: float(r["cost"]) for r in found}
    assert len(paths) == 5
    assert list(paths.values()) == sorted(paths.values())
    assert len(hops) == len({(r["path"], r["hop"]) for r in found}) >= 10


def test_via_and_avoid(graph: Graph) -> None:
    through = graph.why("CHN", "tumen bridge", via=["RUS"], k=4)
    assert through
    assert all("e:RUS" in [h.target.id for h in p.hops] for p in through)
    around = graph.why("Primorsky Krai", "Rason zone", avoid=["tumen-river"], k=4)
    assert around
    assert not any("e:tumen-river" in (h.source.id, h.target.id) for p in around for h in p.hops)


def test_a_path_never_passes_a_node_twice(graph: Graph) -> None:
    for path in graph.why("CHN", "UKR", via=["tumen bridge"], k=20):
        seen = [path.hops[0].source.id, *(h.target.id for h in path.hops)]
        assert len(seen) == len(set(seen))


def test_nothing_connects_is_said_with_exit_code_1(run: Run) -> None:
    done = run("why", "CHN", "tumen bridge", "--avoid", "PRK", "--view", "asserted", code=1)
    assert done.stdout == ""
    assert "Nothing connects China and Road bridge over the Tumen River that passes these filters." in done.stderr


def test_an_unknown_end_gets_the_nearest_names(run: Run) -> None:
    done = run("why", "Chinna", "PRK", code=1)
    assert "Did you mean China" in done.stderr


def test_an_entity_and_itself(run: Run) -> None:
    assert "one and the same" in run("why", "PRK", "North Korea", code=2).stderr


def test_an_end_cannot_be_avoided_and_need_not_be_passed(run: Run, graph: Graph) -> None:
    assert "China is an end of the path" in run("why", "CHN", "PRK", "--avoid", "CHN", code=2).stderr
    assert graph.why("CHN", "PRK", via=["CHN"]) == graph.why("CHN", "PRK")


def test_a_view_keeps_plans_out_of_a_path(graph: Graph) -> None:
    for path in graph.why("PRK", "tumen bridge", view="asserted", k=5):
        assert {c.stance.id for h in path.hops for c in h.claims} <= {"stance:stated", "stance:reported"}


def test_according_to_keeps_other_speakers_out_of_a_path(graph: Graph) -> None:
    paths = graph.why("PRK", "RUS", according_to="PRK")
    assert paths
    assert {s.id for p in paths for h in p.hops for c in h.claims for s in c.speakers} <= {"e:PRK", "e:kcna"}


# ------------------------------------------------------------------------------------------------ compare


def test_two_speakers_side_by_side(run: Run) -> None:
    args = ("--according-to", "RUS", "--according-to", "PRK", "--according-to", "others")
    text = run("compare", "PRK", "RUS", *args, code=0).stdout
    assert text.splitlines()[0].startswith("[1] --according-to RUS  4 claims; weight 0")
    assert "[2] --according-to PRK  3 claims; weight +10" in text
    contested = text.split("\ncontested\n")[1].split("\n\n")[0]
    assert "duration: about 1.5 years" in contested
    assert "≠ [essay-107]" in contested  # nobody has published a schedule, says the essay


def test_third_parties_are_all_who_speak_for_neither(graph: Graph) -> None:
    found = graph.compare([{"according_to": "RUS"}, {"according_to": "others"}], ["PRK", "RUS"])
    others = {s.id for d in found.differences for c in d.cells[1].claims for s in c.speakers}
    assert others
    assert not others & {"e:RUS", "e:russian-state-media", "e:mikhail-mishustin", "e:vladimir-putin"}


def test_two_moments(run: Run, workspace: Path) -> None:
    text = run("-C", str(workspace), "compare", "--as-of", "2022", "--as-of", "2023-03", code=0).stdout
    assert "\nnew\n" in text
    assert "The two presidents held talks" in text
    back = run("-C", str(workspace), "compare", "--as-of", "2023-03", "--as-of", "2024", code=0).stdout
    assert "\ngone\n" in back
    assert "\nnew\n" not in back


def test_two_stances_and_what_a_denial_does(run: Run) -> None:
    found = rows(run("compare", "--stance", "stated", "--stance", "expected", "-f", "csv", code=0).stdout)
    timetable = [r for r in found if r["property"] == "timetable published"]
    assert {r["says"] for r in timetable} == {"no"}
    assert {r["status"] for r in found} >= {"only", "contested"}


@pytest.mark.parametrize(
    "args", [(), ("--as-of", "2024"), ("--as-of", "1", "--as-of", "2", "--stance", "a", "--stance", "b")]
)
def test_what_to_compare_must_be_said(run: Run, args: tuple[str, ...]) -> None:
    done = run("compare", *args, code=2)
    assert "exactly one option twice" in done.stderr


def test_others_need_somebody_to_differ_from(run: Run) -> None:
    args = ("compare", "--according-to", "others", "--according-to", "others")
    assert "Name at least one speaker." in run(*args, code=2).stderr


def test_what_is_superseded_is_in_no_slice(workspace: Path) -> None:
    import kg

    facts = workspace / "facts" / "XAA-XBB" / "everything.trig"
    facts.write_text(
        facts.read_text().replace("br:contradicts c:note-3 .", "br:contradicts c:note-3 ; br:supersedes c:note-3 .")
    )
    found = kg.open(str(workspace)).compare([{"stance": "reported"}, {"stance": "stated"}])
    assert "note-4" in str(found)
    assert not any(c.id == "note-3" for d in found.differences for cell in d.cells for c in cell.claims)


def test_same_facts_are_counted_and_shown_on_request(graph: Graph) -> None:
    found = graph.compare([{"known_at": "2026-11-22"}, {"known_at": "2027"}])
    assert {d.status for d in found.differences} == {"same"}


# ------------------------------------------------------------------------------------------------ network


def test_measure_shows_ranks_with_their_ranges(run: Run) -> None:
    lines = run("network", "measure", "--by", "degree", code=0).stdout.splitlines()
    assert "without each document in turn (2)" in lines[0]
    assert lines[1].split() == ["RANK", "RANGE", "NAME", "KIND", "DEGREE", "RESTS", "ON"]
    assert lines[2].split()[:4] == ["1", "1", "North", "Korea"]
    assert lines[3].split()[:3] == ["2", "2", "Russia"]
    assert any("–out" in line and line.endswith("report") for line in lines)


def test_measure_as_csv_holds_every_rank(run: Run) -> None:
    found = rows(
        run("network", "measure", "--among", "actors", "--by", "strength", "--by", "core", "-f", "csv", code=0).stdout
    )
    assert list(found[0]) == ["rank", "best", "worst", "id", "name", "kind", "strength", "core", "rests_on"]
    assert (found[0]["id"], found[0]["strength"]) == ("e:PRK", "66.5")
    assert next(r for r in found if r["id"] == "e:western-nations")["worst"] == ""


def test_measures_are_explained(run: Run) -> None:
    text = run("network", "measure", "--measures", code=0).stdout
    assert "betweenness" in text
    assert "shortest paths" in text


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("measure", "--by", "fame"), "‘fame’ is not a measure."),
        (("measure", "--backend", "abacus"), "no backend of this networkx"),
        (("measure", "--domain", "astrology"), "‘astrology’ is not a domain."),
        (("measure", "--as-of", "2024-13"), "is not a date"),
        (("export", "-o", "x.docx"), "does not say which format"),
        (("export", "--as", "parquet"), "Parquet is not text."),
        (("export", "--panel", "year", "-o", "x.gexf"), "A panel is a table."),
        (("dyad", "PRK"), "Missing argument"),
        (("dyad", "PRK", "DPRK"), "one and the same"),
        (("dyad", "PRK", "Atlantis"), "Nothing is called"),
        (("dyad", "PRK", "North Korea"), "one and the same"),
        ((), "Usage: kg network"),
    ],
)
def test_a_wrong_call_is_one_clear_error(run: Run, args: tuple[str, ...], message: str) -> None:
    done = run("network", *args, code=1 if "called" in message else 2)
    assert message in done.stderr
    assert done.stdout == ""


def test_an_empty_slice_says_so(run: Run) -> None:
    done = run("network", "measure", "--as-of", "1066", code=1)
    assert "There is no tie that passes these filters." in done.stderr
    assert "without a date left out" in done.stderr
    assert run("network", "balance", "--as-of", "1066", code=1).stdout == ""
    assert run("network", "communities", "--as-of", "1066", code=1).stdout == ""
    assert run("network", "dyad", "PRK", "JPN", code=1).stdout == ""


def test_a_domain_holds_the_narrower_ones(graph: Graph) -> None:
    things = {d["thing"] for *_, d in graph.network(domain="economy").edges(data=True)}
    assert things == {"e:road-link-project", "e:bridge-agreement", "e:russian-tourism", "e:russian-supplies-to-nk"}


def test_balance_names_camps_and_triangles(run: Run) -> None:
    text = run("network", "balance", code=0).stdout
    assert text.startswith("Triangles: +++ 0  ++- 0  +-- 1  --- 0; balanced 100%")
    assert "camp 2: Western nations" in text


def test_balance_prints_the_claim_that_would_mend_it(run: Run, workspace: Path) -> None:
    facts = workspace / "facts" / "XAA-XBB" / "everything.trig"
    head = "".join(x + "\n" for x in facts.read_text().splitlines() if x.startswith("@prefix"))
    said = {
        "a": "e:XAA br:alliedWith e:XBB .",
        "b": "e:borealia-herald br:alliedWith e:XAA .",
        "c": "e:XBB br:opposes e:borealia-herald .",
    }
    tail = 'br:passage [ br:paragraph 2 ; oa:start 27 ; oa:end 100 ; br:passageHash "2917d9116d2bab64" ] .'
    (workspace / "facts" / "more.trig").write_text(
        head
        + "".join(
            f"c:x-{k} {{ {v} }}\nc:x-{k} a br:Claim ; br:inDocument d:note ; br:statedBy e:note-author ; "
            f'br:stance stance:stated ; dcterms:description "Says {k}."@en ; {tail}\n'
            for k, v in said.items()
        )
    )
    text = run("-C", str(workspace), "network", "balance", code=0).stdout
    assert "Frustrated dyads: 1" in text
    assert "unbalanced: Aurelia – Borealia – The Borealia Herald" in text
    assert re.search(r"without x-c: −1 unbalanced \(Borealia – The Borealia Herald\)\n    Says c\.", text)
    found = rows(run("-C", str(workspace), "network", "balance", "-f", "csv", code=0).stdout)
    assert {r["claims"] for r in found} >= {"x-b", "x-c"}


def test_the_dyad_in_figures(run: Run) -> None:
    text = run("network", "dyad", "PRK", "RUS", code=0).stdout
    assert "defence pact (June 2024) (sign an agreement) +5, 2024-06 [" in text
    assert "share of foreign trade: about 1.2 %" in text
    assert "Meeting of Putin and Kim (meet) +2.5 [report-027]" in text
    assert "PLOVER and Goldstein scores +49, strength 49" in text
    assert "2024  +5 (1 × +5) [report-011, report-020]" in text
    assert re.search(r"\d things with a score and no date so fine", text)


def test_a_dyad_lists_only_what_counts_and_its_weight_is_the_sum(graph: Graph) -> None:
    profile = graph.profile("PRK", "RUS")
    votes = [e for entries in profile.sections.values() for e in entries if e.weight is not None]
    assert sum(e.weight or 0 for e in votes if e.published) == pytest.approx(profile.weight)
    assert sum(e.weight or 0 for e in votes if not e.published) == pytest.approx(profile.own)


def test_weights_of_our_own_stand_apart(run: Run, workspace: Path) -> None:
    facts = workspace / "facts/XAA-XBB/everything.trig"
    (workspace / "facts/more.trig").write_text(prefix(facts) + said("trade", "e:XAA br:tradesWith e:XBB ."))
    text = run("network", "dyad", "XAA", "XBB", cwd=workspace, code=0).stdout
    assert "; our own weights +2" in text.splitlines()[0]
    assert "trades with (our own weights +2) [trade]" in text


def test_a_dyad_of_a_data_set_shows_its_figures_and_sums_none(run: Run, workspace: Path) -> None:
    folder = workspace / "facts/imports/trade"
    folder.mkdir(parents=True)
    (folder / "dataset.trig").write_text(
        "@prefix br: <https://w3id.org/bilateral/ns#> . @prefix d: <https://w3id.org/bilateral/doc/> .\n"
        "@prefix e: <https://w3id.org/bilateral/id/> . @prefix dcterms: <http://purl.org/dc/terms/> .\n"
        'd:trade a br:Document ; dcterms:title "Trade"@en ; dcterms:creator e:note-author ; dcterms:issued "2023" ; '
        f'br:textHash "{"0" * 64}" .\n'
    )
    head = "id\tsubject\trelation\tobject\tvalue\tunit\tdate\tspeaker\tstance\n"
    row = "f1\te:XAA\tind:trade-share\te:XBB\t1500\tunit:NUM\t2019\t\treported\n"
    (folder / "records-0001.tsv").write_text(head + row + row.replace("f1", "f2").replace("2019", "2021"))
    text = run("network", "dyad", "XAA", "XBB", cwd=workspace, code=0).stdout
    assert "Figures" in text
    assert "[trade.f1]" in text
    told = json.loads(run("network", "dyad", "XAA", "XBB", "--format", "json", cwd=workspace, code=0).stdout)
    assert {e["value"] for e in told["sections"]["figures"]} == {1500.0}
    assert told["strength"] < 1000
    panel = list(
        csv.DictReader(run("network", "export", "--panel", "year", "--as", "csv", cwd=workspace).stdout.splitlines())
    )
    row_of = {r["period"]: r for r in panel if (r["source"], r["target"]) == ("e:XBB", "e:XAA")}
    assert row_of["2019"]["ind:trade-share"] == row_of["2021"]["ind:trade-share"] == "1500.0"
    assert (row_of["2020"]["things"], row_of["2020"]["total"], row_of["2020"]["ind:trade-share"]) == ("0", "0.0", "")


def test_by_month_only_what_is_dated_to_the_month_counts(graph: Graph) -> None:
    by_month, by_year = (graph.profile("PRK", "RUS", per=p) for p in ("month", "year"))
    assert [s.period for s in by_month.scores] == ["2024-06"]
    assert by_month.undated == by_year.undated


def test_communities_in_russian(run: Run) -> None:
    text = run("network", "communities", "--lang", "ru", "--seed", "3", code=0).stdout
    assert "зерно 3" in text
    assert "Россия" in text


def test_every_text_has_a_json_of_the_same_facts(run: Run) -> None:
    balance = json.loads(run("network", "balance", "-f", "json", code=0).stdout)
    assert balance["counts"] == {"+++": 0, "++-": 0, "+--": 1, "---": 0}
    ranking = json.loads(run("network", "measure", "-f", "json", code=0).stdout)
    assert ranking["left_out"] == ["essay", "report"]
    dyad = json.loads(run("network", "dyad", "PRK", "RUS", "-f", "json", code=0).stdout)
    assert dyad["sections"]["projects"][0]["claims"][0]["id"] == "essay-002"


def test_a_store_that_a_newer_build_swept_away_still_answers(workspace: Path) -> None:
    import kg

    graph = kg.open(str(workspace))
    before = list(graph.network(among="all").edges(keys=True, data=True))
    Path(graph.folder, "claims.sqlite").unlink()
    assert list(graph.network(among="all").edges(keys=True, data=True)) == before


@pytest.mark.parametrize("damage", ["noise", "cut", "empty"])
def test_a_damaged_index_is_built_anew_and_said(workspace: Path, run: Run, damage: str) -> None:
    run("-C", str(workspace), "build", code=0)
    (table,) = Path(Workspace(str(workspace)).cache).glob("gen-*/claims.sqlite")
    whole = table.read_bytes()
    table.write_bytes({"noise": b"not a database" * 500, "cut": whole[: len(whole) // 3], "empty": b""}[damage])
    done = run("-C", str(workspace), "network", "measure", code=0)
    assert "The store’s file claims.sqlite is damaged: all of it is built anew" in done.stderr
    assert "Aurelia" in done.stdout
