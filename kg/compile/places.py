"""Passages against the very text that they point into, where it is kept in ``sources`` of the workspace.

A passage is numbers and a hash, which nobody sees to be wrong: with the text at hand each is worked out again.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import lru_cache

from kg.claims.quads import Quads
from kg.compile.trig import Locator
from kg.compile.wording import kept_file
from kg.text.terms import OA, br, curie
from kg.values.findings import Finding
from kg.workspace import SOURCES

#: What is wrong with a place, and what to do about it.
_Fault = tuple[str, str]
#: Scripts from here on do not part words with blanks, or let endings follow a name without one.
_EAST = "\u1100"
_AGAIN = "Count again in the characters of the file, or give the document that the passage is from."


def check_places(quads: Quads, root: str, read_text: Callable[[str], str]) -> list[Finding]:
    """A warning for each text that is another than its document says, and each passage that is not where it should be.

    ``read_text`` gives a facts file by its name.
    """
    locator = lru_cache(maxsize=None)(lambda file: Locator(read_text(file)))

    def found(about: str, path: str, check: str, fault: _Fault) -> Finding | None:
        file = quads.text(about, br("inFile")) or next(
            (file for *_, g in quads.quads(about, path) if (file := quads.text(g, br("inFile")))), None
        )
        if file is None:
            return None
        message, hint = f"{curie(about)}: {fault[0]}", fault[1]
        graph = about if path != br("textHash") else ""
        return Finding(file, *locator(file).find(about, path), "warning", check, message, hint, curie(about), graph)

    faults = []
    for document in sorted({str(q[2]) for q in quads.quads(None, br("inDocument"))}):
        data = kept_file(quads, document, root)
        if data is None:
            continue
        name = f"{SOURCES}/{quads.text(document, br('fileName'))}"
        digest = hashlib.sha256(data).hexdigest()
        if digest != quads.text(document, br("textHash")):
            fault = f"{name} is not the text of its br:textHash.", f"Put the right text there, or write {digest}."
            faults.append(found(document, br("textHash"), "other-text", fault))
            continue
        text = _Text(data.decode("utf-8", "replace"))
        for claim in quads.subjects(br("inDocument"), document):
            for path in (br("passage"), br("contextPassage")):
                for passage in quads.objects(claim, path):
                    faults += [found(claim, path, "misplaced", f) for f in text.faults(quads, str(passage), name)]
    return [f for f in faults if f]


class _Text:
    """A text, and the places of its paragraphs: of its lines that are not empty."""

    def __init__(self, text: str) -> None:
        self._text, self._starts, at = text, list[int](), 0
        for line in text.splitlines(keepends=True):
            if line.strip():
                self._starts.append(at)
            at += len(line)

    def faults(self, quads: Quads, passage: str, name: str) -> Iterator[_Fault]:
        """What is wrong with a passage."""
        start, end, paragraph = (
            int(n) if (n := quads.text(passage, p)) and n.isdecimal() else None
            for p in (OA + "start", OA + "end", br("paragraph"))
        )
        if start is None or end is None or start >= end:  # no passage of a text, or one that its shape refuses
            return
        where = f"the passage {start}–{end}"
        if end > len(self._text):
            yield f"{where} lies beyond the end of {name}, which has {len(self._text)} characters.", _AGAIN
            return
        words = self._text[start:end]
        digest = hashlib.sha256(words.encode()).hexdigest()[:16]
        if quads.text(passage, br("passageHash")) not in (None, digest):
            yield f"{where} of {name} has other words than its br:passageHash.", f"{_AGAIN} These words have {digest}."
            return
        counted = bisect_right(self._starts, start)
        if paragraph is not None and paragraph != counted:
            yield (
                f"{where} begins in paragraph {counted} of {name}, not in {paragraph}.",
                f"Write br:paragraph {counted}.",
            )
        cut = [side for side, at in (("begins", start), ("ends", end)) if self._is_inside(at)]
        if cut:
            yield f"{where} of {name} {' and '.join(cut)} inside a word.", "Take in the whole word, or leave it out."

    def _is_inside(self, at: int) -> bool:
        """Whether a place parts a word."""
        return all(c.isalnum() and c < _EAST for c in self._text[at - 1 : at + 1]) and 0 < at < len(self._text)
