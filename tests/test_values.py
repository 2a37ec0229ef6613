"""Names, dates, tables and errors: the small parts that everything stands on."""

from __future__ import annotations

import csv
import dataclasses
import datetime
import io
import json
import re
import unicodedata

import edtf
import kg.errors
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from kg.engine.guard import check_query
from kg.engine.scope import bind
from kg.errors import KgError, WrongCall
from kg.show.table import columns_wide, render
from kg.text.dates import overlaps, parse_date
from kg.text.names import fold, words
from kg.text.periods import parse_edtf
from kg.text.terms import PREFIXES, curie, expand
from kg.values.claims import Literal, Period

days = st.dates(datetime.date(1, 1, 1), datetime.date(9999, 12, 31))


@given(days)
def test_a_day_is_its_own_bounds(day: datetime.date) -> None:
    text = day.isoformat()
    for parse in (parse_date, parse_edtf):
        assert parse(text) == Period(text, text, text)


@given(st.integers(1, 9999), st.integers(1, 12))
def test_months_and_years_reach_from_first_to_last_day(year: int, month: int) -> None:
    last = (
        (datetime.date(year + month // 12, month % 12 + 1, 1) - datetime.timedelta(1)).day
        if (year, month) != (9999, 12)
        else 31
    )
    for parse in (parse_date, parse_edtf):
        assert parse(f"{year:04}-{month:02}")[1:] == (f"{year:04}-{month:02}-01", f"{year:04}-{month:02}-{last:02}")
        assert parse(f"{year:04}")[1:] == (f"{year:04}-01-01", f"{year:04}-12-31")


@given(st.integers(1000, 9999), st.integers(0, 99), st.integers(0, 99))
def test_impossible_days_are_refused(year: int, month: int, day: int) -> None:
    try:
        datetime.date(year, month, day)
        assume(False)
    except ValueError:
        pass
    text = f"{year}-{month:02}-{day:02}"
    with pytest.raises(WrongCall):
        parse_date(text)
    with pytest.raises(ValueError):
        parse_edtf(text)


@given(st.text(max_size=20))
def test_any_text_is_a_date_or_refused(text: str) -> None:
    try:
        period = parse_edtf(text)
    except ValueError as error:
        assert str(error)
    else:
        assert period.begins or period.ends
        assert not (period.begins and period.ends) or period.begins <= period.ends


@pytest.mark.parametrize(
    ("text", "begins", "ends"),
    [
        ("2024-02/..", "2024-02-01", None), ("../1991~", None, "1991-12-31"), ("1991~", "1991-01-01", "1991-12-31"), ("199X", "1990-01-01", "1999-12-31"),
        ("2024-06?", "2024-06-01", "2024-06-30"), ("2023/2024-03", "2023-01-01", "2024-03-31"), ("/2024", None, "2024-12-31"), ("2024-02-29", "2024-02-29", "2024-02-29"),
    ],
)  # fmt: skip
def test_edtf(text: str, begins: str | None, ends: str | None) -> None:
    assert parse_edtf(text) == Period(text, begins, ends)


_parts = st.one_of(
    st.integers(1, 9999).map("{:04}".format),
    st.from_regex(r"[1-9](\d\dX|\dXX)", fullmatch=True),
    st.from_regex(r"[1-9]\d{3}-(0\d|1\d|2[1-9]|3\d|4[01]|XX)", fullmatch=True),
    st.from_regex(r"[1-9]\d{3}-(0\d|1[0-2])-([0-3]\d|XX)", fullmatch=True),
)
_dates = st.tuples(_parts, st.sampled_from(["", "", "?", "~", "%"])).map("".join)


@given(_dates)
def test_dates_mean_what_the_edtf_library_says(text: str) -> None:
    """Where the library reads a text; it knows 30 February, and we do not."""
    try:
        theirs = edtf.parse_edtf(text)
        days = [datetime.date(*day[:3]).isoformat() for day in (theirs.lower_strict(), theirs.upper_strict())]
    except (edtf.EDTFParseException, ValueError, AttributeError):
        return
    if _impossible(text):
        with pytest.raises(ValueError):
            parse_edtf(text)
    else:
        assert parse_edtf(text) == Period(text, *days)


@given(_dates, _dates)
def test_an_interval_reaches_from_the_first_day_of_one_to_the_last_of_the_other(a: str, b: str) -> None:
    try:
        begins, ends = parse_edtf(a).begins, parse_edtf(b).ends
    except ValueError:
        begins = ends = None
    if not begins or not ends or begins > ends:
        with pytest.raises(ValueError):
            parse_edtf(f"{a}/{b}")
        return
    assert parse_edtf(f"{a}/{b}")[1:] == (begins, ends)
    assert parse_edtf(f"{a}/..")[1:] == (begins, None)
    assert parse_edtf(f"../{b}")[1:] == (None, ends)


def _impossible(text: str) -> bool:
    """Whether a full date in a text is none of the calendar; the library moves some to the end of the month."""
    for year, month, day in re.findall(r"(\d{4})-(\d\d)-(\d\d)", text):
        try:
            datetime.date(int(year), int(month), int(day))
        except ValueError:
            return True
    return False


@pytest.mark.parametrize(
    "text",
    [
        "",
        "..",
        "../..",
        "/",
        "Feb 2024",
        "24-06",
        "2024-6",
        "1990/1980",
        "2023-02-29",
        "2024-13",
        "2024/x",
        "1/2/3",
        " 2024",
        "2024-0X",
        "2024-1X",
        "2024-21-03",
        "2024~-06",
        "0000",
        "２０２４",
    ],
)
def test_what_is_no_edtf(text: str) -> None:
    with pytest.raises(ValueError):
        parse_edtf(text)


@given(days, days, days)
def test_overlap_is_what_it_says(a: datetime.date, b: datetime.date, day: datetime.date) -> None:
    low, high = sorted((a.isoformat(), b.isoformat()))
    at = day.isoformat()
    assert overlaps(Period("", low, high), at, at) == (low <= at <= high)
    assert overlaps(Period("", None, high), at, at) == (at <= high)
    assert overlaps(Period("", low, None), at, at) == (low <= at)


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing(name: str) -> None:
    assert fold(fold(name)) == fold(name)
    assert all(words(name)) or not words(name)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Kim Jong-un", "KIM JONG UN"),
        ("Müller", "muller"),
        ("Ёлкин", "елкин"),
        ("ＡＢＣ", "abc"),
        ("김 정은", "김정은"),
    ],
)
def test_spellings_of_one_name_fold_alike(a: str, b: str) -> None:
    assert fold(a) == fold(b) != ""


@given(st.sampled_from(sorted(PREFIXES)), st.from_regex(r"[A-Za-z][\w-]{0,20}", fullmatch=True))
def test_curie_and_iri_are_two_ways_to_say_one_thing(prefix: str, name: str) -> None:
    iri = PREFIXES[prefix] + name
    assert expand(curie(iri)) == iri


#: Any text but what would steer a terminal: that never goes into a file as it is, see test_escapes.py.
seen = st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp"], include_characters="\n"), max_size=15)
cells = st.lists(st.lists(seen, min_size=2, max_size=2), max_size=5)


@given(cells)
def test_tables_lose_nothing(rows: list[list[str]]) -> None:
    assert json.loads(render(("a", "b"), rows, "json")) == [{"a": r[0], "b": r[1]} for r in rows]
    read = list(csv.reader(io.StringIO(render(("a", "b"), rows, "csv"), newline="")))[1:]
    assert len(read) == len(rows)
    for written, row in zip(read, rows, strict=True):  # a formula gets an apostrophe in front
        assert all(w in (cell, f"'{cell}") for w, cell in zip(written, row, strict=True))
    assert render(("a", "b"), rows, "tsv").count("\t") == len(rows) + 1
    assert all(line.startswith("| ") for line in render(("a", "b"), rows, "md").split("\n")[:-1])


def test_wide_letters_are_aligned() -> None:
    lines = render(("name", "id"), [("김정은", "1x"), ("Kim", "2x")], "table").splitlines()
    assert {columns_wide(line) for line in lines} == {len("김정은  1x") + 3}


#: Texts and how many columns a terminal gives them.
WIDE = {
    "김정은": 6,  # syllables
    "\u1100\u1161\u11a8": 2,  # one syllable of three letters (jamo)
    "e\u0301te\u0301": 3,  # accents of their own
    "👍🏽": 2,  # an emoji and its skin
    "🇰🇵": 2,  # two letters make a flag
    "❤\ufe0f": 2,  # a sign shown as a picture
    "👨\u200d👩\u200d👧": 6,  # joiners are invisible and go, so that nothing hides in a line
    "ｶﾅ": 2,
    "КНДР": 4,
    "กำ": 2,
}


@pytest.mark.parametrize("text", WIDE)
def test_cells_are_as_wide_as_a_terminal_shows_them(text: str) -> None:
    for columns in (("name", "id"), ("a name that is longer", "id")):
        head, line, plain = render(columns, [(text, "x"), ("ab", "y")], "table").splitlines()
        start = head.index("ID")
        assert plain.index("y") == start
        before, _, _ = line.rpartition("x")
        assert WIDE[text] + len(before) - len(before.rstrip(" ")) == start


def test_a_cut_cell_keeps_whole_letters_and_its_width() -> None:
    names = ["북" * 40, "e\u0301" * 80, "🇰🇵" * 40, "a" * 80, "가" + "각" * 40]
    lines = render(("name", "note"), [(name, "x") for name in names], "table", width=31).splitlines()
    at = lines[0].index("NOTE")
    for line, name in zip(lines[1:], names, strict=True):
        kept = line.rpartition("x")[0].rstrip(" ")
        assert kept.endswith("…"), line
        assert name.startswith(kept[:-1])
        assert columns_wide(line) == at + 1
        assert unicodedata.combining(name[len(kept) - 1]) == 0, "no letter is parted from its accent"
        assert kept.count("\U0001f1f0") == kept.count("\U0001f1f5"), "no flag is cut in two"


def test_the_error_tree_of_the_docstring_is_true() -> None:
    drawn = {
        line.replace("│", " ").replace("├──", "   ").replace("└──", "   ").split()[0]: line
        for line in (kg.errors.__doc__ or "").splitlines()
        if "exit" in line
    }
    classes = {name: cls for name, cls in vars(kg.errors).items() if isinstance(cls, type) and issubclass(cls, KgError)}
    assert set(drawn) == set(classes)
    for name, line in drawn.items():
        assert f"exit {classes[name].exit_code}" in line
        assert f"HTTP {classes[name].http_status}" in line


def test_values_are_frozen_and_comparable() -> None:
    from kg.values import answers, claims, findings

    kinds = [
        c
        for m in (answers, findings, claims)
        for c in vars(m).values()
        if dataclasses.is_dataclass(c) and isinstance(c, type)
    ]
    assert len(kinds) >= 10
    for kind in kinds:
        assert kind.__dataclass_params__.frozen, kind  # type: ignore[attr-defined]
    a, b = claims.Document("x", "y", "z"), claims.Document("x", "y", "z")
    assert a == b
    assert hash(a) == hash(b)
    assert a != claims.Document("x", "y", "other")
    assert "title='z'" in repr(a)
    with pytest.raises(dataclasses.FrozenInstanceError):
        a.title = "new"  # type: ignore[misc]


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?x WHERE { ?x rdfs:label 'SERVICE foo:bar' }", "SELECT ?service WHERE { ?service ?p ?o } # SERVICE x:y", "PREFIX x: <http://x/> SELECT * { x:SERVICE ?p ?o }",
        'SELECT * { ?s ?p """a "quoted" foo:bar""" }', "ASK { _:b br:stance ?s }", "SELECT ?s { ?s a br:Claim ; br:stance stance:stated . }",
    ],
)  # fmt: skip
def test_harmless_queries_pass_the_guard(query: str) -> None:
    check_query(query)


def test_parameters_stand_wherever_their_variable_stood() -> None:
    assert bind("SELECT ?y WHERE { ?x ?p ?y }", {"x": "http://e/a"}) == "SELECT ?y WHERE { <http://e/a> ?p ?y }"
    built = bind("CONSTRUCT { ?x a ?y } WHERE { ?x ?p ?y }", {"x": "http://e/a"})
    assert built == "CONSTRUCT { <http://e/a> a ?y } WHERE { <http://e/a> ?p ?y }"
    with pytest.raises(WrongCall, match="no variable"):
        bind("SELECT ?y WHERE { ?x ?p ?y }", {"z": "http://e/a"})


@pytest.mark.parametrize("value", ["http://x/> } UNION { ?s ?p ?o", 'http://x/"', "http://x/ y", "http://x/\n}"])
def test_a_parameter_cannot_break_out_of_its_place(value: str) -> None:
    with pytest.raises(WrongCall, match="not an IRI"):
        bind("SELECT ?y WHERE { ?x ?p ?y }", {"x": value})


def test_a_text_parameter_stays_a_text() -> None:
    text = bind("SELECT ?y WHERE { ?y rdfs:label ?x }", {"x": Literal('a" } UNION { ?s ?p ?o } #\n\\')})
    assert r'"a\" } UNION { ?s ?p ?o } #\n\\"' in text
