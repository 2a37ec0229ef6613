"""Ids by which things are known outside any data set: what agrees in one is one thing, in whatever tables it stands.

A thing with an id of a scheme is named by it, ``e:imo.9187629``, unless the graph knows something with that id. No data
set may be called like a scheme.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.text.terms import PREFIXES


class Scheme(NamedTuple):
    """A scheme of ids: what one looks like, and what it identifies."""

    pattern: re.Pattern[str]
    what: str
    #: The IRIs of its own that it makes, where it has some.
    prefix: str = ""


def _scheme(pattern: str, what: str, prefix: str = "") -> Scheme:
    return Scheme(re.compile(pattern, re.A | re.I), what, prefix)


SCHEMES = {
    "qid": _scheme(r"Q[1-9]\d*", "anything, in Wikidata", PREFIXES["wd"]),
    "imo": _scheme(r"(?:IMO ?)?(\d{7})", "a ship"),
    "lei": _scheme(r"[0-9A-Z]{18}\d\d", "a company"),
    "ofac": _scheme(r"\d+", "an entry of the United States' lists of sanctions"),
    "unts": _scheme(r"(?:I-?)?\d+", "a treaty in the United Nations' series"),
    "treaty": _scheme(r"[\w.:/-]+", "a treaty, by the id that treaty collections share"),
    "resolution": _scheme(r"[\w.:/()\[\]-]+", "a resolution of an international body, by its symbol"),
}


def id_of(scheme: str, text: str) -> str | None:
    """An id as it is kept; None where the text is none of the scheme."""
    found = SCHEMES[scheme].pattern.fullmatch(text.strip())
    if not found:
        return None
    kept = found[found.lastindex or 0]
    return kept.upper() if scheme in ("qid", "lei") else kept
