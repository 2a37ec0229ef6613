"""What a line of a data set must be to go into the graph: asked at intake and by the build, in this one place."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import lru_cache

from kg.engine.nodes import is_iri, is_language
from kg.text.periods import parse_edtf
from kg.text.points import COORDINATES, parse_point
from kg.text.records import Record, Thing
from kg.text.terms import ALT_LABEL, LABEL, SKOS, br, curie, expand

#: As ``vocab/stance`` has them; a workspace may add none, since every stance must count in a view.
STANCES = frozenset(("stated", "reported", "planned", "expected", "assessed", "speculative", "denied"))
#: As ``vocab/ballot`` has them; others could not be compared.
BALLOTS = frozenset(("ballot:yes", "ballot:no", "ballot:abstain", "ballot:absent"))
#: What a data set may say of its things that is a name; Goldstein's score; and the PLOVER event of an act.
LABELS = frozenset(map(curie, (LABEL, ALT_LABEL)))
_POINT = curie(COORDINATES)
SCALE, MATCH = curie(br("goldstein")), curie(SKOS + "broadMatch")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?", re.A)
#: When something was published: a day, a month or a year.
_ISSUED = re.compile(r"\d{4}(-\d\d){0,2}", re.A)
#: Most bytes of a line.
_LONGEST = 1 << 20


class BadRecord(Exception):
    """A line that cannot go in: a short reason to count by, and the words for this one."""

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason


def check_record(r: Record) -> None:
    """Whether a record says something that can be written down. Raises BadRecord."""
    _check_text(r)
    if not r.id:
        raise BadRecord("no id", "it has no id to be found by")
    if not r.subject or not r.relation:
        raise BadRecord("no subject", "it does not say what it is about")
    for name in (r.subject, r.relation, r.object, r.unit, r.speaker):
        if name:
            to_iri(name)
    if r.stance not in STANCES:
        raise BadRecord("unknown stance", f"“{_short(r.stance)}” is not a stance")
    bounds(r.date)
    if r.issued and not _ISSUED.fullmatch(r.issued):
        raise BadRecord("date", f"“{_short(r.issued)}” is no day, month or year of publication")
    bounds(r.issued)
    if r.kind == "event" and not r.object:
        raise BadRecord("no object", "an act needs somebody whom it is directed at")
    if r.kind == "vote":
        _check_vote(r)
    if r.kind == "figure":
        _check_number(r.value)
    if r.relation == _POINT:
        _check_point(r.value)
    if not (r.object or r.value or r.date):
        raise BadRecord("nothing said", "there is neither an object nor a value nor a date")


def check_thing(t: Thing) -> None:
    """Whether a statement about a thing can be written down. Raises BadRecord."""
    _check_text(t)
    to_iri(t.subject)
    if t.property != "a":
        to_iri(t.property)
    if t.lang and not is_language(t.lang):
        raise BadRecord("unknown language", f"“{_short(t.lang)}” is no language: write en, ru or ko")
    if t.property == SCALE:
        _check_number(t.value)
    elif not is_text(t):
        to_iri(t.value)


def is_text(t: Thing) -> bool:
    """Whether a statement about a thing has a text for its value, and not another thing."""
    return bool(t.lang) or t.property in LABELS


def unwritable(cells: Sequence[str]) -> bool:
    """Whether texts hold half a character, as JSON can write it (``\\ud800``) and UTF-8 cannot."""
    try:
        "".join(cells).encode()
    except UnicodeEncodeError:
        return True
    return False


def _check_text(cells: Sequence[str]) -> None:
    if unwritable(cells):
        raise BadRecord("half a character", "it holds half of a character, which no text can")
    if sum(map(len, cells)) > _LONGEST:
        raise BadRecord("too long", f"it is longer than {_LONGEST:,} letters")


def _check_point(text: str) -> None:
    try:
        parse_point(text)
    except ValueError as error:
        raise BadRecord("coordinates", f"“{_short(text)}”: {error}") from error


def _check_vote(r: Record) -> None:
    if r.relation not in BALLOTS:
        raise BadRecord("unknown ballot", f"“{_short(r.relation)}” is none of {', '.join(sorted(BALLOTS))}")
    if not r.object:
        raise BadRecord("no object", "a vote needs a text that it is on")


def _check_number(text: str) -> None:
    if not _NUMBER.fullmatch(text):
        raise BadRecord("not a number", f"“{_short(text)}” is not a number")
    if math.isinf(float(text)):
        raise BadRecord("not a number", f"“{_short(text)}” has {len(text):,} digits: no figure is that large")


@lru_cache(maxsize=65_536)
def to_iri(name: str) -> str:
    """A name as N-Quads write it. Raises BadRecord."""
    full = expand(name)
    if not full or not is_iri(full):
        raise BadRecord("no name", f"“{_short(name)}” is no name: write a CURIE such as e:PRK, or an IRI")
    return f"<{full}>"


@lru_cache(maxsize=65_536)
def bounds(date: str) -> tuple[str | None, str | None]:
    """First and last day of an EDTF text. Raises BadRecord."""
    if not date:
        return None, None
    try:
        _, begins, ends = parse_edtf(date)
    except ValueError as error:
        raise BadRecord("date", f"“{_short(date)}” cannot be read as a date: {error}") from error
    return begins, ends


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:77] + "…"
