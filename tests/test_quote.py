"""Quotes are found at their own place, however they were typed, and what was done for it is said."""

from __future__ import annotations

import hashlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kg.author.quote import find_quote, paragraphs, passage_hash, span
from kg.errors import NotFound, WrongCall

from conftest import ROOT, SOURCES, needs_sources

TEXT = (
    "First road link\n\n"
    "The bridge over the Tumen will be 850 metres long, officials said on 18–19 June. “It is a long-\nterm plan,” "
    "one of them added.\n\n"
    "Moscow builds the access roads. The bridge will open in 2026. Costs reach 2,850 million roubles.\n"
    "Мост откроется в 2026 году. 다리는 2026년에 개통된다. 大桥将于2026年开通。\n"
)


def words(quote: str, near: int | None = None) -> tuple[str, list[str]]:
    found = find_quote(TEXT, quote, near)
    return found.how, [p.words for p in found.places]


def test_paragraphs_are_lines_with_words_and_pages_begin_at_form_feeds() -> None:
    text = "Title\n\n  One. \n \n\fTwo\fgoes on.\nEnd"
    assert [text[a:b] for a, b in paragraphs(text)] == ["Title", "One.", "Two\fgoes on.", "End"]
    at = text.index("goes")
    assert span(text, at, at + 4) == (at, at + 4, 3, 3)
    assert span("Title\nOne.", 6, 9) == (6, 9, 2, None)


@needs_sources
def test_every_passage_of_the_facts_has_its_recorded_paragraph_and_hash() -> None:
    names = {"essay": "000_38c000dfd8331ce9.txt", "report": "001_8acd8a01000d7af0.txt"}
    texts = {doc: (SOURCES / name).read_bytes().decode() for doc, name in names.items()}
    passage = re.compile(r'br:paragraph (\d+) ; oa:start (\d+) ; oa:end (\d+) ; br:passageHash "(\w+)"')
    seen = 0
    for file in sorted((ROOT / "facts").rglob("*.trig")):
        for claim in re.split(r"\n(?=c:\S+ a br:Claim)", file.read_text(encoding="utf-8")):
            document = re.search(r"br:inDocument d:(\w+)", claim)
            for paragraph, start, end, digest in passage.findall(claim) if document else ():
                text = texts[document[1]] if document else ""
                place = span(text, int(start), int(end))
                assert (place.paragraph, passage_hash(text, place)) == (int(paragraph), digest)
                assert place in [p.spans[0] for p in find_quote(text, text[place.start : place.end]).places]
                seen += 1
    assert seen == 299


def test_the_hash_is_of_the_words() -> None:
    place = find_quote(TEXT, "First road link").places[0].spans[0]
    assert passage_hash(TEXT, place) == hashlib.sha256(b"First road link").hexdigest()[:16]


@pytest.mark.parametrize(
    ("quote", "how", "found"),
    [
        ("850 metres long", "exact", "850 metres long"),
        ("First  Road\nlink", "spacing", "First road link"),
        ("18-19 june", "spacing", "18–19 June"),
        ('"it is a long-term plan,"', "spacing", "It is a long-\nterm plan,"),
        ("longterm plan", "spacing", "long-\nterm plan"),
        ("offi\u00adcials said", "spacing", "officials said"),
        ("Moscow biulds the acess roads", "spelling", "Moscow builds the access roads"),
        ("Мост откроется в 2026 го", "exact", "Мост откроется в 2026 году"),
        ("МОСТ ОТКРОЕТСЯ", "spacing", "Мост откроется"),
        ("Мост откроеться в 2026 году", "spelling", "Мост откроется в 2026 году"),
        ("다리는 2026년에", "exact", "다리는 2026년에"),
        ("2026年开通", "exact", "2026年开通"),
        ("2 850 million", "spelling", "2,850 million"),
    ],
)
def test_how_a_quote_is_found(quote: str, how: str, found: str) -> None:
    assert words(quote) == (how, [found])


def test_a_place_inside_words_is_widened_and_says_so() -> None:
    [place] = find_quote(TEXT, "fficials sai").places
    assert (place.words, place.moved) == ("officials said", True)
    assert not find_quote(TEXT, "officials said").places[0].moved


@pytest.mark.parametrize("quote", ["850 million roubles", "350 metres long", "85", "202"])
def test_figures_must_agree(quote: str) -> None:
    with pytest.raises(NotFound):
        find_quote(TEXT, quote)


def test_all_places_of_a_quote_are_told_and_near_takes_one() -> None:
    found = find_quote(TEXT, "The bridge")
    assert [p.spans[0].paragraph for p in found.places] == [2, 4]
    assert [p.spans[0].paragraph for p in find_quote(TEXT, "The bridge", near=5).places] == [4]


def test_parts_around_an_ellipsis_are_passages_of_their_own() -> None:
    [place] = find_quote(TEXT, "The bridge over the Tumen … officials said").places
    assert [TEXT[s.start : s.end] for s in place.spans] == ["The bridge over the Tumen", "officials said"]
    assert place.words == "The bridge over the Tumen … officials said"
    assert find_quote(TEXT, "moscow [...] in 2026").how == "spacing"
    with pytest.raises(NotFound, match="do not follow") as error:
        find_quote(TEXT, "officials said ... The bridge over the Tumen")
    assert "‘officials said’ in paragraph 2" in error.value.hint


def test_an_ellipsis_of_the_text_itself_is_no_join() -> None:
    text = "He paused… and left. He paused and then he left."
    assert [p.words for p in find_quote(text, "paused... and left").places] == ["paused… and left"]


def test_what_is_not_there_is_told_with_the_nearest_words() -> None:
    with pytest.raises(NotFound) as error:
        find_quote(TEXT, "Moscow pays for the access roads of the bridge")
    assert "Nearest, in paragraph 4: ‘" in error.value.hint
    assert "access roads" in error.value.nearest[0]
    with pytest.raises(NotFound) as error:
        find_quote(TEXT, "The bridge over the Tumen will be 350 metres long")
    assert "Its figures are others." in error.value.hint


@pytest.mark.parametrize("quote", ["", "  \n", "“”", "…"])
def test_an_empty_quote_is_refused(quote: str) -> None:
    with pytest.raises(WrongCall, match="empty"):
        find_quote(TEXT, quote)


LETTERS = "abcdeéßñжйшёЩ다리길北京مدİ"
WORD = st.text(LETTERS, min_size=1, max_size=9)
PARAGRAPH = st.lists(WORD, min_size=1, max_size=12).map(" ".join)
NOISE = st.sampled_from(["  ", "\n", " \n ", "\t", "\u00a0", " \u200b"])


@given(st.lists(PARAGRAPH, min_size=1, max_size=5).map("\n\n".join), st.data())
def test_any_words_of_a_text_are_found_at_their_own_place(text: str, data: st.DataObject) -> None:
    spots = [m.span() for m in re.finditer(r"\S+", text)]
    first = data.draw(st.integers(0, len(spots) - 1))
    last = data.draw(st.integers(first, len(spots) - 1))
    start, end = spots[first][0], spots[last][1]
    own = (start, end)
    assert own in [p.spans[0][:2] for p in find_quote(text, text[start:end]).places]
    noisy = re.sub(r"\s+", lambda _: data.draw(NOISE), text[start:end])
    noisy = data.draw(st.sampled_from([noisy.lower(), noisy.upper(), noisy.swapcase(), noisy]))
    at = data.draw(st.integers(0, len(noisy)))
    noisy = noisy[:at] + data.draw(st.sampled_from(["", "\u00ad"])) + noisy[at:]
    found = find_quote(text, noisy)
    assert found.how in ("exact", "spacing")
    assert own in [p.spans[0][:2] for p in found.places]


@given(st.lists(PARAGRAPH, min_size=1, max_size=3).map("\n\n".join), st.data())
def test_a_word_broken_at_the_end_of_a_line_is_found_whole(text: str, data: st.DataObject) -> None:
    inside = [i for i in range(1, len(text)) if text[i - 1].isalpha() and text[i].isalpha()]
    at = data.draw(st.sampled_from(inside or [0]))
    broken = text[:at] + "-\n" + text[at:] if inside else text
    found = find_quote(broken, " ".join(text.split()))
    assert (found.how in ("exact", "spacing"), found.places[0].spans[0].start) == (True, 0)
