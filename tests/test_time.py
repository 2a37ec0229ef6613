"""What held when, and what was known of it: spans of agreements, finer dates, succession in office."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from conftest import Run
from test_disagreements import _HEAD, _MET, _THINGS, _term

#: The third document is of a later year.
LATER = 'd:late a br:Document ; dcterms:title "Late" ; dcterms:creator e:wire ; dcterms:issued "2026-01-01" ; br:textHash "HASH" .\n'
PACT = "e:pact a br:Agreement ; br:signatory e:XAA , e:XBB"

Ask = Callable[..., Any]


@pytest.fixture
def ask(run: Run, tmp_path: Path) -> Callable[..., Ask]:
    """Writes claims (content, stance, document) as k0, k1 …, and asks as JSON; None for a miss."""

    def of(*claims: tuple[str, str, str]) -> Ask:
        text = _HEAD + _THINGS.replace("a br:Meeting ; ", "") + LATER.replace("HASH", "0" * 64)
        for i, (content, stance, document) in enumerate(claims):
            text += (
                f"c:k{i} {{ {content.replace('{n}', f'k{i}')} }}\nc:k{i} a br:Claim ; br:inDocument d:{document} ; "
                f"br:statedBy e:{'paper' if document == 'one' else 'wire'} ; br:stance stance:{stance} ; "
                f'dcterms:description "Claim {i}."@en ; br:passage [ br:section "p. 1" ] .\n'
            )
        (tmp_path / "facts").mkdir(exist_ok=True)
        (tmp_path / "facts" / "all.trig").write_text(text, encoding="utf-8")

        def answer(*command: str) -> Any:
            done = run(*command, "--format", "json", "-C", str(tmp_path))
            return json.loads(done.stdout) if done.returncode == 0 else None

        return answer

    return of


def lines(events: Any) -> list[tuple[str, list[str]]]:
    return [(e["when"], [c["id"] for c in e["claims"]]) for e in events]


def test_an_agreement_holds_until_its_end_whoever_tells_it(ask: Callable[..., Ask]) -> None:
    kg = ask(
        (f'{PACT} ; br:signedOn "2020-03-01" .', "stated", "one"),
        (f'{PACT} ; br:inForceOn "2021-01-01" .', "stated", "two"),
        (f'{PACT} ; br:endedOn "2023-06-30" .', "stated", "late"),
    )
    for year, claims in (("2020-06", None), ("2022", {"k0", "k1", "k2"}), ("2024", None)):
        found = kg("fact", "pact", "--as-of", year)
        assert (found and {c["id"] for f in found for c in f["claims"]}) == claims, year
    known = kg("fact", "pact", "--as-of", "2024", "--known-at", "2025")  # the end is told in 2026
    assert {c["id"] for f in known for c in f["claims"]} == {"k0", "k1"}
    assert [when for when, _ in lines(kg("timeline", "pact"))] == ["2020-03-01", "2021-01-01", "2023-06-30"]


def test_the_finer_of_two_dates_that_fit_is_the_line_of_both(ask: Callable[..., Ask]) -> None:
    met = _MET.format("talks", "north")[:-1]
    coarse, fine = f'{met}; br:date "2024" .', f'{met}; br:date "2024-06-03" .'
    assert lines(ask((coarse, "stated", "one"), (fine, "reported", "two"))("timeline", "talks")) == [
        ("2024-06-03", ["k0", "k1"])
    ]
    for stance in ("denied", "speculative"):  # who is less sure makes nothing finer
        found = ask((coarse, "stated", "one"), (fine, stance, "two"))("timeline", "talks")
        assert ("2024", ["k0"]) in lines(found), stance


def test_an_order_is_known_when_its_claim_is(ask: Callable[..., Ask]) -> None:
    kg = ask(
        (_MET.format("talks", "north"), "stated", "one"),
        (_MET.format("summit", "north")[:-1] + '; br:date "2019" .', "stated", "one"),
        ('e:talks br:after e:summit ; br:dateNote "soon after"@en .', "stated", "late"),
    )
    (talks,) = (e for e in kg("timeline") if e["entity"]["id"] == "e:talks")
    assert (talks["when"], [a["id"] for a in talks["after"]]) == ("soon after", ["e:summit"])
    (then,) = (e for e in kg("timeline", "--known-at", "2025") if e["entity"]["id"] == "e:talks")
    assert (then["when"], then["after"]) == ("", [])


def test_a_succession_is_no_contradiction(ask: Callable[..., Ask]) -> None:
    since = _term("ann", "premier", "2012-03-01/..")
    assert (
        ask((since, "stated", "one"), (_term("bob", "premier", "2025-03-01/.."), "stated", "late"))("conflicts") is None
    )
    found = ask((since, "stated", "one"), (_term("bob", "premier", "2020/2023"), "stated", "late"))("conflicts")
    assert [[c["id"] for c in d["claims"]] for d in found] == [["k0", "k1"]]


def test_a_denial_need_not_repeat_all_nor_keep_the_order(ask: Callable[..., Ask]) -> None:
    full = _MET.format("talks", "north")[:-1] + '; br:date "2024-06-03" .'
    for said, denied in (
        (full, "e:talks br:actor e:ann , e:bob ."),
        ("e:XAA br:bordersOn e:XBB .", "e:XBB br:bordersOn e:XAA ."),
    ):
        found = ask((said, "stated", "one"), (denied, "denied", "two"))("conflicts")
        assert [[c["id"] for c in d["claims"]] for d in found] == [["k0", "k1"]], denied
    assert ask((full, "stated", "one"), ("e:talks br:location e:south .", "denied", "two"))("conflicts") is None


def test_places_are_reconciled_only_by_what_counts(ask: Callable[..., Ask]) -> None:
    north, south = (_MET.format("talks", place) for place in ("harbour", "south"))
    place = "e:harbour br:within e:south ."
    for stance, document, known, conflicts in (
        ("stated", "one", (), False),
        ("denied", "one", (), True),
        ("stated", "late", ("--known-at", "2025"), True),
    ):
        found = ask((north, "stated", "one"), (south, "stated", "two"), (place, stance, document))("conflicts", *known)
        assert bool(found) == conflicts, (stance, document)
