"""A text in sentences, each with its place: a title, an item of a list, a question, or the page around the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.author.draft.cues import Cues
from kg.errors import WrongCall
from kg.text.passages import paragraphs

_ITEM = re.compile(r"(?:[-–•*·▪]|\d{1,2}[.)]|[a-z]\))\s+")
_LABEL = re.compile(r"[^\s:.]+(?:\s[^\s:.]+){0,3}:\s+(?=\w)")
_TERMINAL = re.compile(r"[.!?…。？！][\"'”’»)\]]*$")
_QUESTION = re.compile(r"[?？][\"'”’»)\]]*$")
_OPEN, _SHUT = "“«", "”»"
#: More characters than a sentence has: a text without full stops is read in pieces.
_LONGEST = 2000
#: More words than a line without a full stop has when it is a heading.
_HEADING = 14


class Sentence(NamedTuple):
    """A sentence of a document. ``kind``: body, item, heading, question, page (around the text), bio or tags."""

    start: int
    end: int
    paragraph: int
    text: str
    kind: str


def sentences(text: str, cues: Cues) -> list[Sentence]:
    """All sentences of a text, in order."""
    found: list[Sentence] = []
    for number, (begin, stop) in enumerate(paragraphs(text), 1):
        line = text[begin:stop]
        kind = _kind(line, cues)
        for start, end in _split(line, cues.language):
            part = line[start:end]
            place = (begin + start, begin + end)
            found.append(Sentence(*place, number, part, _kind_within(part, kind, cues)))
    return found


def _kind(line: str, cues: Cues) -> str:
    """What a line is. An author is told of in a paragraph that begins with a name and what its bearer does."""
    page = cues.first("page", line.lstrip(" #*-"))
    if page and page.start < 3:
        return "cites" if page.value == "cites" else "page"
    if re.fullmatch(r"(\s*#\w+)+\s*", line):
        return "tags"
    bio = cues.first("bio", line[:160])
    if bio and re.match(r"\W*[^\W\d_a-zа-я][\w’'-]+(?:\s[^\W\d_a-zа-я][\w’'-]+){1,3}\s+(?:is|was|—|–|-)\s", line):
        return "bio"
    if _ITEM.match(line) and not (line[0].isdigit() and not _TERMINAL.search(line)):
        return "item"
    return "body" if _TERMINAL.search(line.rstrip()) or len(line.split()) > _HEADING else "heading"


def _kind_within(part: str, kind: str, cues: Cues) -> str:
    """What a sentence of a line is: a question, or words of the page to its readers, are neither body nor item."""
    if _QUESTION.search(part):
        return "question"
    page = cues.first("page", part)
    return "page" if page and page.start < 3 and page.value != "cites" else kind


def _split(line: str, language: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of a line stand, without the mark of a list. What goes on in small letters is no new one."""
    begin = item.end() if (item := _ITEM.match(line)) else 0
    body = line[begin:]
    label = _LABEL.match(body) if item else None
    begin, body = (begin + label.end(), body[label.end() :]) if label else (begin, body)
    joined: list[tuple[int, int]] = []
    try:
        from sentencex import get_sentence_boundaries
    except ImportError as error:
        raise WrongCall("Drafting needs sentencex.", "pip install 'bilateral-kg[source]'") from error
    for bound in get_sentence_boundaries(language, body):
        start, end = int(bound["start_index"]), int(bound["end_index"])
        head, before = body[start:end].lstrip(), body[joined[-1][0] : joined[-1][1]] if joined else ""
        unshut = sum(before.count(c) for c in _OPEN) > sum(before.count(c) for c in _SHUT)
        if joined and (not head or not any(map(str.isalnum, head)) or head[:1].islower() or unshut):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    for start, end in (piece for bounds in joined for piece in _pieces(body, *bounds)):
        part = body[start:end]
        if part.strip():
            yield begin + start + len(part) - len(part.lstrip()), begin + end - len(part) + len(part.rstrip())


def _pieces(body: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, or what is too long for one cut between words."""
    while end - start > _LONGEST:
        cut = body.rfind(" ", start, start + _LONGEST)
        cut = cut if cut > start else start + _LONGEST
        yield start, cut
        start = cut
    yield start, end
