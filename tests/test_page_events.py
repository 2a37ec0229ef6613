"""The page of many events, in a real browser: its numbers are those of the table, counted here without kg."""

from __future__ import annotations

import csv
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from browser import Visit

NK, RU, CN = "North Korea", "Russia", "China"
#: What each kind of act counts for; nothing of a statement.
SIGNS = {"Consult": 1, "Make a visit": 1, "Threaten": -1, "Make statement": 0}
Row = tuple[str, str, str, str]


def table() -> list[Row]:
    """Acts of half a year: of states, of those who act for one, and of a citizen, who acts for none."""
    pairs = [(NK, RU), (RU, NK), ("Foreign Affairs (Russia)", NK), (NK, CN), (CN, RU), ("Citizen (North Korea)", RU)]
    kinds = ("Consult", "Consult", "Make a visit", "Threaten", "Make statement")
    return [
        (f"2018-{1 + n % 6:02}-{1 + n % 27:02}", a, kind, b)
        for n, ((a, b), kind) in enumerate((pair, kind) for turn in range(3) for pair in pairs for kind in kinds[turn:])
    ]


ROWS = table()
HOME = {NK: NK, RU: RU, CN: CN, "Foreign Affairs (Russia)": RU, "Citizen (North Korea)": None}


def between(a: str, b: str) -> list[Row]:
    return [row for row in ROWS if {HOME[row[1]], HOME[row[3]]} == {a, b}]


def signs(rows: list[Row]) -> str:
    """How many, and how many of them are cooperative and conflictual."""
    up, down = (sum(SIGNS[row[2]] == way for row in rows) for way in (1, -1))
    return " ".join(filter(None, [str(len(rows)), f"▲ {up}" if up else "", f"▼ {down}" if down else ""]))


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with the table, the page of a pair and the page of all."""
    folder = tmp_path_factory.mktemp("events")
    with open(folder / "acts.tsv", "w", encoding="utf-8", newline="") as out:
        csv.writer(out, delimiter="\t").writerows([("date", "source", "relation", "target"), *ROWS])
    for words in (
        ("import", "events", "acts.tsv"),
        ("view", "PRK", "RUS", "-o", "pair.html"),
        ("view", "-o", "all.html"),
    ):
        subprocess.run([sys.executable, "-m", "kg", *words], cwd=folder, check=True, capture_output=True)
    return folder


@pytest.fixture
def pair(chromium: Any, pages: Path) -> Iterator[Callable[..., Visit]]:
    """Open the page of the pair, or of all."""
    opened: list[Visit] = []

    def go(fragment: str = "", name: str = "pair.html", **options: Any) -> Visit:
        opened.append(Visit(chromium, pages / name, fragment, **options))
        return opened[-1]

    yield go
    for each in opened:
        assert each.said == []
        each.context.close()


def numbers(opened: Visit) -> list[str]:
    """The totals in the panel of a band."""
    return [text.split("\n")[0].split(" ")[-1] for text in opened.page.locator("#panel .stats > div").all_inner_texts()]


def totals(rows: list[Row]) -> list[str]:
    up, down = (sum(SIGNS[row[2]] == way for row in rows) for way in (1, -1))
    return [str(len(rows)), str(up), str(down)]


# ------------------------------------------------------------------------------------------------ bands


def test_all_acts_of_a_pair_are_one_band_that_counts_each_once(pair: Callable[..., Visit]) -> None:
    opened = pair()
    assert opened.kg("shown") == ["e:PRK~acts~e:RUS"]
    assert opened.kg("visible") == ["e:PRK", "e:RUS"]
    x, y = ((a + b) / 2 for a, b in zip(opened.kg("at", "e:PRK"), opened.kg("at", "e:RUS"), strict=True))
    opened.page.mouse.click(x, y)
    opened.until("location.hash.includes('edge=')")
    assert numbers(opened) == totals(between(NK, RU))
    ways = [" ".join(text.split()) for text in opened.page.locator("#panel .way").all_inner_texts()]
    for a, b in ((NK, RU), (RU, NK)):
        assert f"{a} → {b} {signs([row for row in between(NK, RU) if HOME[row[1]] == a])}" in ways


def test_what_acts_for_no_state_is_counted_apart(pair: Callable[..., Visit]) -> None:
    apart = [row for row in ROWS if HOME[row[1]] is None]
    assert f"{len(apart)} " in pair("#edge=e:PRK~acts~e:RUS").page.inner_text("#apart li")


def test_a_band_opens_into_kinds_and_these_into_records_with_their_citation(pair: Callable[..., Visit]) -> None:
    opened = pair("#edge=e:PRK~acts~e:RUS")
    own, all_kinds = "#panel details.kind:not([data-kind$=' kind'])", "#panel details[data-kind$=' kind']"
    for lines, inside, count in ((own, all_kinds, len(SIGNS)), (all_kinds, "[data-act]", len(between(NK, RU)))):
        for line in opened.page.locator(f"{lines} > summary").all():
            line.click()
        opened.until(f"document.querySelectorAll({inside!r}).length === {count}")
    for kind in SIGNS:
        rows = [row for row in between(NK, RU) if row[2] == kind]
        shown = opened.page.locator(
            "#panel details[data-kind$=' kind']",
            has=opened.page.locator("summary", has_text=re.compile(f"^{kind}", re.I)),
        )
        records = shown.locator("[data-act]")
        assert records.count() == len(rows)
        assert sorted(records.locator("time").all_inner_texts()) == sorted(row[0] for row in rows)
        assert "acts" in records.first.locator(".by").inner_text()  # the name of the data set


def test_who_acts_for_a_state_stands_under_it_until_it_is_unfolded(pair: Callable[..., Visit]) -> None:
    opened = pair("#edge=e:PRK~acts~e:RUS")
    opened.page.click("#unfold")
    assert len(opened.kg("visible")) == 3
    own = [row for row in ROWS if {row[1], row[3]} == {NK, RU}]
    opened.page.evaluate("location.hash = '#unfold=1&edge=e:PRK~acts-by-name~e:RUS'")
    opened.until(f"document.querySelector('#panel .stats b').textContent === '{len(own)}'")


# ------------------------------------------------------------------------------------------------ the window of time


def test_two_handles_choose_a_stretch_of_time_and_all_numbers_follow(pair: Callable[..., Visit]) -> None:
    opened = pair("#edge=e:PRK~acts~e:RUS")
    opened.page.focus("#time-from")
    opened.page.keyboard.press("ArrowRight")
    assert "from=2018-02&asof=2018-06" in opened.fragment()
    opened.page.focus("#time-until")
    opened.page.keyboard.press("ArrowLeft")
    opened.page.keyboard.press("ArrowLeft")
    assert "from=2018-02&asof=2018-04" in opened.fragment()
    within = [row for row in between(NK, RU) if "2018-02" <= row[0][:7] <= "2018-04"]
    assert numbers(opened) == totals(within)
    opened.page.click("#time-all")
    assert numbers(opened) == totals(between(NK, RU))


def test_one_month_is_that_month_alone(pair: Callable[..., Visit]) -> None:
    opened = pair("#edge=e:PRK~acts~e:RUS&asof=2018-03")
    assert numbers(opened) == totals([row for row in between(NK, RU) if row[0].startswith("2018-03")])


def test_play_moves_the_end_of_the_window(pair: Callable[..., Visit]) -> None:
    opened = pair("#from=2018-01&asof=2018-02")
    opened.page.click("#play")
    opened.until("location.hash.includes('asof=2018-04')")
    assert "from=2018-01" in opened.fragment()
    opened.page.click("#play")


def test_kinds_by_month_are_on_one_scale_with_their_totals(pair: Callable[..., Visit]) -> None:
    opened = pair("#view=events")
    heads = " ".join(opened.page.locator("#events figure h3").all_inner_texts())
    for kinds in (("Consult", "Make a visit"), ("Threaten",), ("Make statement",)):
        assert str(sum(row[2] in kinds for row in between(NK, RU))) in heads.split()


# ------------------------------------------------------------------------------------------------ many states


def test_the_matrix_counts_what_each_state_does_to_each_other(pair: Callable[..., Visit]) -> None:
    opened = pair("#view=states", "all.html")
    for a in (NK, RU, CN):
        for b in (NK, RU, CN):
            count = sum((HOME[row[1]], HOME[row[3]]) == (a, b) for row in ROWS) if a != b else 0
            cell = opened.page.locator(f"#states td button[aria-label^='{a} → {b}.']")
            assert cell.count() == (count > 0)
            if count:
                assert cell.inner_text().split()[-1] == str(count)
    opened.page.click(f"#states td button[aria-label^='{NK} → {CN}.']")
    assert numbers(opened) == totals(between(NK, CN))


def test_states_stand_in_the_order_that_is_asked_for(pair: Callable[..., Visit]) -> None:
    opened = pair("#view=states&order=name", "all.html")
    assert opened.page.locator("#states tbody th").all_inner_texts() == sorted([NK, RU, CN])


# ------------------------------------------------------------------------------------------------ exchange


def test_the_exchange_goes_both_ways_with_the_words_of_its_amounts(visit: Any) -> None:
    opened = visit("#view=flow")
    out, back = (opened.page.inner_text(f"#flow .ways.{way}") for way in ("out", "back"))
    assert "about 12,000" in out
    assert "report-026" in out
    assert "Russian supplies to North Korea" in back
    opened.page.click("#flow .ways.out .shaft >> nth=0")
    assert "node=" in opened.fragment()


@pytest.mark.parametrize(("width", "theme"), [(1440, "dark"), (390, "light")])
@pytest.mark.parametrize(
    ("name", "fragment"),
    [
        ("pair.html", "edge=e:PRK~acts~e:RUS"),
        ("pair.html", "view=events"),
        ("all.html", "view=states"),
    ],
)
def test_accessible_by_wcag_a_and_aa(
    pair: Callable[..., Visit], name: str, fragment: str, width: int, theme: str
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    opened = pair(f"#theme={theme}&{fragment}", name, viewport={"width": width, "height": 844}, bypass_csp=True)
    found = Axe().run(opened.page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})
    assert found.violations_count == 0, found.generate_report()
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width
