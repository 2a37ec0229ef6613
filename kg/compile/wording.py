"""Claims against the words of their passages, for documents whose text is kept in ``sources`` of the workspace.

What a claim speaks of must be named in a passage of its own or in one that it gives for context, by a name that the
reference data know, and so must its figures and dates. What a text only means is declared with ``br:inferred``.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from kg.claims.quads import Quads
from kg.compile.trig import Locator
from kg.text.mentions import Mentions
from kg.text.terms import ALT_LABEL, HIDDEN_LABEL, ID, LABEL, OA, UNIT, br, curie
from kg.values.claims import Literal, Node, finite
from kg.values.findings import Finding
from kg.workspace import SOURCES

_NAMES = (LABEL, ALT_LABEL, HIDDEN_LABEL)
_FIGURES = frozenset(map(br, ("value", "atLeast", "atMost")))
_DATES = frozenset(map(br, ("date", "signedOn", "inForceOn", "endedOn", "orderedOn", "begins", "ends")))
#: How many of another unit a text may count for one of these: eighteen months are a year and a half.
_OTHERWISE = {"YR": 12.0, "MO": 1 / 12, "KiloM": 1000.0, "M": 1 / 1000}


class _Missing(NamedTuple):
    """A triple of a claim with something that its passages do not name, and how to call that."""

    subject: str
    path: str
    value: Node | None
    name: str


def check_wording(quads: Quads, root: str, read_text: Callable[[str], str]) -> list[Finding]:
    """A warning for each claim that says what its passages do not. ``read_text`` gives a facts file by its name."""
    locator = lru_cache(maxsize=None)(lambda file: Locator(read_text(file)))
    found = []
    for document in sorted({str(q[2]) for q in quads.quads(None, br("inDocument"))}):
        text = _kept(quads, document, root)
        for claim in quads.subjects(br("inDocument"), document) if text is not None else ():
            words = _passages(quads, claim, text or "")
            missing = list(dict.fromkeys(_missing(quads, claim, Mentions(words)))) if words else []
            file = quads.text(claim, br("inFile"))
            if missing and file:
                place = locator(file).find(missing[0].subject, missing[0].path, missing[0].value, claim)
                found.append(_finding(claim, file, place, list(dict.fromkeys(m.name for m in missing))))
    return found


def kept_file(quads: Quads, document: str, root: str) -> bytes | None:
    """What lies in ``sources`` under the name of a document's file."""
    name = quads.text(document, br("fileName"))
    if not name or os.path.basename(name) != name:  # a document may come from anybody: it names no other folder
        return None
    try:
        with open(os.path.join(root, SOURCES, name), "rb") as file:
            return file.read()
    except OSError:  # not kept, which is for its reader to decide
        return None


def _kept(quads: Quads, document: str, root: str) -> str | None:
    """The text of a document, when the very file that its claims count in is kept."""
    data, digest = kept_file(quads, document, root), quads.text(document, br("textHash"))
    if data is None:
        return None
    return data.decode("utf-8", "replace") if hashlib.sha256(data).hexdigest() == digest else None


def _passages(quads: Quads, claim: str, text: str) -> str:
    """What a claim points at, its context included; "" when some of it is no place in the text."""
    found = []
    for node in quads.objects(claim, br("passage")) + quads.objects(claim, br("contextPassage")):
        start, end = (quads.text(str(node), OA + end) for end in ("start", "end"))
        if not (start and end and start.isdigit() and end.isdigit()):
            return ""
        found.append(text[int(start) : int(end)])
    return "\n".join(found)


def _missing(quads: Quads, claim: str, words: Mentions) -> Iterator[_Missing]:
    inferred = {o.value if isinstance(o, Literal) else o for o in quads.objects(claim, br("inferred"))}
    for s, p, o, _ in quads.quads(g=claim):
        for thing in (s, o):
            if isinstance(thing, str) and thing.startswith(ID) and thing not in inferred:
                names = [n.value for path in _NAMES for n in quads.objects(thing, path) if isinstance(n, Literal)]
                if names and not any(map(words.name, names)):  # what has no name was made for the claim
                    yield _Missing(s, p, o if thing is o else None, f"{curie(thing)} ({names[0]})")
        if isinstance(o, Literal) and o.value not in inferred and not _is_told(quads, s, p, o.value, words):
            yield _Missing(s, p, o, o.value)


def _is_told(quads: Quads, subject: str, path: str, value: str, words: Mentions) -> bool:
    """Whether a figure or a date stands in the words; any other text is the coder's own."""
    if path in _DATES:
        return words.date(value)
    if path not in _FIGURES:
        return True
    number, unit = finite(value), quads.value(subject, br("unit"))
    if number is None:  # no number, as its shape says
        return True
    return words.number(number) or words.number(number * _OTHERWISE.get(str(unit).removeprefix(UNIT), 1.0))


def _finding(claim: str, file: str, place: tuple[int, int], missing: list[str]) -> Finding:
    message = f"{curie(claim)}: its passages have no words for {', '.join(missing)}."
    hint = (
        "Correct it, or give the passage that says it (br:contextPassage), or the name that the text uses "
        f"(skos:altLabel); declare what the text only means with br:inferred {missing[0].split(' (')[0]}."
    )
    return Finding(file, *place, "warning", "no-words", message, hint, curie(claim), claim)
