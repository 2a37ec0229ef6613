"""Finding words in the text of a document, however they were typed, and saying how they were found.

A place is proposed, never taken in silence: ``Found`` tells by which of three steps it was found, what stands there,
and every other place that answers as well. Figures must agree in all of them: 850 metres are not 350 metres misspelt.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import Indel
from rapidfuzz.fuzz import partial_ratio_alignment

from kg.errors import NotFound, WrongCall
from kg.text.passages import paragraphs, passage_hash, span
from kg.values.candidate import Span

__all__ = ["LEAST", "REACH", "Found", "Place", "find_quote", "paragraphs", "passage_hash", "span"]

#: How alike two spellings must be, of 100: one wrong letter in nine, by rapidfuzz's partial ratio.
LEAST = 88.0
#: How far apart the parts around an ellipsis may stand when they are in two paragraphs.
REACH = 300
_SHORTEST = 8  # letters below which another word is as near as a misspelling
_MOST = 20  # places of one misspelling that are told
_ELLIPSIS = re.compile(r"\s*[\[(]?(?:…|\.\.\.+)[\])]?\s*")
_SAME = str.maketrans({**dict.fromkeys("‘’‚‛′´`ʼ＇", "'"), **dict.fromkeys("“”„‟″«»‹›「」『』《》＂", '"')})
_DASHES = frozenset("-‐‑‒–—―−－")
_EDGES = " \t\n\r\f\u00a0\"'“”„«»‘’-–—"
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


class Place(NamedTuple):
    """Where a quote stands: a span for each of its parts. ``moved``: a span was widened to whole words."""

    spans: tuple[Span, ...]
    words: str
    moved: bool = False


class Found(NamedTuple):
    """All places of a quote, in the order of the text, and how they were found.

    ``how`` is exact; spacing (spaces, line ends, hyphens, quotation marks or case differ); spelling, with ``score``.
    """

    places: tuple[Place, ...]
    how: str
    score: float = 100.0


class _Hits(NamedTuple):
    places: tuple[tuple[int, int, bool], ...]  # start, end, moved
    how: str
    score: float = 100.0


class _Key(NamedTuple):
    """A text as it is compared, and where each of its characters stands in the text itself."""

    text: str
    at: tuple[int, ...]


def find_quote(text: str, quote: str, near: int | None = None) -> Found:
    """Every place where a quote stands; parts around an ellipsis stand in order. ``near``: take the nearest paragraph.

    Raises NotFound, with the words of the text that come closest, and WrongCall for a quote without words.
    """
    if not _key(quote.strip(_EDGES)).text.strip(".-\"'"):
        raise WrongCall("The quote is empty.", "Give words of the text.")
    parts = [p for p in _ELLIPSIS.split(quote.strip()) if _key(p.strip(_EDGES)).text]
    whole = _hits(text, quote)
    if whole is None and len(parts) > 1:
        found = _joined(text, parts)
    elif whole is None:
        raise _not_found(text, quote)
    else:
        places = [Place((span(text, a, b),), text[a:b], moved) for a, b, moved in whole.places]
        found = Found(tuple(places), whole.how, whole.score)
    if near is None:
        return found
    gap = min(abs(p.spans[0].paragraph - near) for p in found.places)
    return found._replace(places=tuple(p for p in found.places if abs(p.spans[0].paragraph - near) == gap))


def _joined(text: str, parts: list[str]) -> Found:
    """Places where all parts follow each other, in one paragraph or within reach."""
    every = []
    for part in parts:
        hits = _hits(text, part)
        if hits is None:
            raise _not_found(text, part)
        every.append(hits)
    places = []
    for first in every[0].places:
        chain = [first]
        for hits in every[1:]:
            last = chain[-1][1]
            following = next((h for h in hits.places if h[0] >= last and _in_reach(text, last, h[0])), None)
            if following is None:
                break
            chain.append(following)
        if len(chain) == len(parts):
            words = " … ".join(text[a:b] for a, b, _ in chain)
            places.append(Place(tuple(span(text, a, b) for a, b, _ in chain), words, any(m for *_, m in chain)))
    if not places:
        at = "; ".join(
            f"‘{p}’ in paragraph {span(text, *h.places[0][:2]).paragraph}" for p, h in zip(parts, every, strict=True)
        )
        raise NotFound(
            "The parts of the quote do not follow each other in the text.",
            (),
            f"They stand elsewhere: {at}. Quote them one by one, in the order of the text.",
        )
    worst = min(every, key=lambda h: (("spelling", "spacing", "exact").index(h.how), h.score))
    return Found(tuple(places), worst.how, worst.score)


def _in_reach(text: str, end: int, start: int) -> bool:
    return start - end <= REACH or span(text, end - 1, end).paragraph == span(text, start, start + 1).paragraph


def _hits(text: str, quote: str) -> _Hits | None:
    """The places by the first step that finds whole words, else by the first that finds any."""
    exact = _Hits(_at_words(text, _exactly(text, quote.strip())), "exact")
    if exact.places and not exact.places[0][2]:
        return exact
    spacing = _Hits(_at_words(text, _by_key(text, quote)), "spacing")
    if spacing.places and not spacing.places[0][2]:
        return spacing
    return next((hits for hits in (exact, spacing) if hits.places), None) or _misspelt(text, quote)


def _exactly(text: str, quote: str) -> Iterator[tuple[int, int]]:
    return ((m.start(), m.end()) for m in re.finditer(re.escape(quote), text)) if quote else iter(())


def _by_key(text: str, quote: str) -> Iterator[tuple[int, int]]:
    key, wanted = _key(text), _key(quote.strip(_EDGES)).text
    for match in re.finditer(re.escape(wanted), key.text):
        yield key.at[match.start()], key.at[match.end() - 1] + 1


def _misspelt(text: str, quote: str) -> _Hits | None:
    """The places that are as near as the nearest, all of them above the least score."""
    key, wanted = _key(text), _key(quote.strip(_EDGES)).text
    if len(wanted) < _SHORTEST:
        return None
    found: list[tuple[int, int]] = []
    best, pieces = LEAST, [(0, len(key.text))]
    while pieces and len(found) < _MOST:
        begin, end = pieces.pop()
        near = partial_ratio_alignment(wanted, key.text[begin:end], score_cutoff=best)
        if near is None or end - begin < len(wanted) // 2 or near.dest_end <= near.dest_start:
            continue
        if near.score > best:
            found, best = [], near.score
        start, stop = _trimmed(wanted, key.text, begin + near.dest_start, begin + near.dest_end)
        found.append((key.at[start], key.at[stop - 1] + 1))
        pieces += [(begin, begin + near.dest_start), (begin + near.dest_end, end)]
    figures = re.findall(r"\d+", wanted)
    places = [
        p for p in _at_words(text, iter(sorted(found))) if re.findall(r"\d+", _key(text[p[0] : p[1]]).text) == figures
    ]
    return _Hits(tuple(places), "spelling", best) if places else None


def _trimmed(wanted: str, key: str, start: int, end: int) -> tuple[int, int]:
    """A window as long as the quote without what stands only in the text at its two ends."""
    steps = list(Indel.opcodes(wanted, key[start:end]))
    head = steps[0].dest_end if steps and steps[0].tag == "insert" else 0
    tail = end - start - steps[-1].dest_start if steps and steps[-1].tag == "insert" else 0
    return start + head, max(end - tail, start + head + 1)


def _at_words(text: str, places: Iterator[tuple[int, int]]) -> tuple[tuple[int, int, bool], ...]:
    """Places widened to whole words, without those that cut a figure; those inside words only where no others are."""
    found = []
    for start, end in places:
        if not _cuts_figure(text, start) and not _cuts_figure(text, end):
            wide = _widened(text, start, end)
            found.append((*wide, wide != (start, end)))
    whole = [p for p in found if not p[2]]
    return tuple(dict.fromkeys(whole or found))


def _widened(text: str, start: int, end: int) -> tuple[int, int]:
    while start and _in_word(text, start):
        start -= 1
    while end < len(text) and _in_word(text, end):
        end += 1
    return start, end


def _in_word(text: str, at: int) -> bool:
    """Whether a word goes on across a place; scripts without spaces have no such words."""
    two = text[at - 1 : at + 1]
    if not all(_is_letter(c) or c.isdigit() or c == "\u00ad" for c in two):
        return False
    return unicodedata.category(two[1]).startswith("M") or not _UNSPACED.search(two)


def _cuts_figure(text: str, at: int) -> bool:
    around = text[max(at - 2, 0) : at + 2]
    left, right = around[: min(at, 2)], around[min(at, 2) :]
    if left[-1:].isdigit():
        return right[:1].isdigit() or (right[:1] in (".", ",") and right[1:].isdigit())
    return left[-1:] in (".", ",") and left[:1].isdigit() and len(left) == 2 and right[:1].isdigit()


@lru_cache(maxsize=32)
def _key(text: str) -> _Key:
    """A text without case, spaces and hyphens, in one kind of quotation marks.

    A space stays between two figures and a dash beside one: 18–19 is not 1819. A hyphen at a line's end may
    belong to the word or not; where none counts between letters, either way is found.
    """
    signs = list(_signs(text))
    kept: list[str] = []
    at: list[int] = []
    i = 0
    while i < len(signs):
        sign, place = signs[i]
        j = i
        while j < len(signs) and signs[j][0] in " -":
            j += 1
        if i == j:
            kept.append(sign)
            at.append(place)
            i += 1
            continue
        before, after = kept[-1] if kept else "", signs[j][0] if j < len(signs) else ""
        dash = any(s == "-" for s, _ in signs[i:j])
        if dash and not (_is_letter(before) and _is_letter(after)):
            kept.append("-")
            at.append(place)
        elif not dash and before.isdigit() and after.isdigit():
            kept.append(" ")
            at.append(place)
        i = j
    return _Key("".join(kept), tuple(at))


def _signs(text: str) -> Iterator[tuple[str, int]]:
    for place, character in enumerate(text):
        for sign in _folded(character):
            yield sign, place


@lru_cache(maxsize=4096)
def _folded(character: str) -> str:
    """What a character counts as: nothing for a mark that nobody sees."""
    if character.isspace():
        return " "
    if character in _DASHES:
        return "-"
    if unicodedata.category(character) in ("Cf", "Cc"):
        return ""
    plain = unicodedata.normalize("NFKD", character.translate(_SAME)).casefold()
    return unicodedata.normalize("NFKD", plain)


def _is_letter(sign: str) -> bool:
    return sign.isalpha() or (sign != "" and unicodedata.category(sign).startswith("M"))


def _not_found(text: str, quote: str) -> NotFound:
    key, wanted = _key(text), _key(quote.strip(_EDGES)).text
    near = partial_ratio_alignment(wanted, key.text) if key.text else None
    shown = quote if len(quote) <= 80 else quote[:79] + "…"
    if near is None or near.dest_end <= near.dest_start or near.score < LEAST / 2:
        return NotFound(f"‘{shown}’ does not stand in the text.", (), "Quote words of the text as they stand there.")
    start, end = key.at[near.dest_start], key.at[near.dest_end - 1] + 1
    number = span(text, (start + end) // 2, end).paragraph
    bounds = paragraphs(text)[number - 1]  # a window across two paragraphs is shown where most of it stands
    start, end = _widened(text, max(start, bounds[0]), min(end, bounds[1]))
    words = " ".join(text[start:end].split())
    differ = re.findall(r"\d+", wanted) != re.findall(r"\d+", _key(words).text)
    why = " Its figures are others." if near.score >= LEAST and differ else ""
    return NotFound(
        f"‘{shown}’ does not stand in the text.", (words,), f"Nearest, in paragraph {number}: ‘{words}’.{why}"
    )
