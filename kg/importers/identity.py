"""Ids by which things are known outside any data set: what agrees in one is one thing, in whatever tables it stands.

A thing with an id of a scheme is named by it, ``e:imo.9187629``, unless the graph knows something with that id. No data
set may be called like a scheme.
"""

from __future__ import annotations

import hashlib
import re
from typing import NamedTuple

from kg.text.records import own_name
from kg.text.terms import PREFIXES

_PLAIN = re.compile(r"\w+(-\w+)*", re.A)
_ODD = re.compile(r"\W+", re.A)


class Scheme(NamedTuple):
    """A scheme of ids: what one looks like, and what it identifies."""

    pattern: re.Pattern[str]
    what: str
    #: The IRIs of its own that it makes, where it has some.
    prefix: str = ""
    #: What an id in a short form lacks.
    before: str = ""


def _scheme(pattern: str, what: str, prefix: str = "", before: str = "") -> Scheme:
    return Scheme(re.compile(pattern, re.A | re.I), what, prefix, before)


#: Whatever a collection may write: one line, and no essay.
_ANY = r"[^\x00-\x1f\x7f]{1,200}"
#: Sessions whose resolutions have a symbol such as A/RES/49/77; before, it was of another form. Voeten writes R/49/77.
_SINCE_1976 = r"(?:3[1-9]|[4-9]\d|\d{3}|ES-(?:[7-9]|\d\d)|S-(?:[89]|\d\d))"
SCHEMES = {
    "qid": _scheme(r"Q[1-9]\d*", "anything, in Wikidata", PREFIXES["wd"]),
    "imo": _scheme(r"(?:IMO ?)?(\d{7})", "a ship"),
    "lei": _scheme(r"[0-9A-Z]{18}\d\d", "a company"),
    "ofac": _scheme(r"\d+", "an entry of the United States' lists of sanctions"),
    "unts": _scheme(r"(?:I-?)?(\d+)", "a treaty in the United Nations' series"),
    "treaty": _scheme(_ANY, "a treaty, by the id that treaty collections share"),
    "resolution": _scheme(
        rf"R/({_SINCE_1976}/\d+[A-Z]?)|{_ANY}", "a resolution of an international body, by its symbol", before="A/RES/"
    ),
}
#: The way in which a data set tells its own things apart, by ids that nobody else uses.
OWN = "own"


def name_of(scheme: str, own: str) -> str:
    """The CURIE that an id as it is kept gives a thing: another for each."""
    if SCHEMES[scheme].prefix:
        return f"wd:{own}"
    if _PLAIN.fullmatch(own):
        return f"e:{own_name(scheme, own)}"
    slug = _ODD.sub("-", own).strip("-")[:60]
    digest = hashlib.sha256(own.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return f"e:{own_name(scheme, f'{slug}-{digest}' if slug else digest)}"


def id_of(scheme: str, text: str) -> str | None:
    """An id as it is kept; None where the text is none of the scheme."""
    found = SCHEMES[scheme].pattern.fullmatch(text.strip())
    if not found:
        return None
    kept = SCHEMES[scheme].before + found[found.lastindex] if found.lastindex else found[0]
    return kept.upper() if scheme in ("qid", "lei") else kept
