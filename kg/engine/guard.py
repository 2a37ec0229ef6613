"""Which SPARQL texts may run: read-only, local, and with their prefixes declared.

``SERVICE`` would carry what the graph knows out into the network. No pattern of ours finds that word for sure: the
engine reads without regard to word boundaries (``1SERVICE<…>``, ``SERVICE:x``, ``?a<?b)SERVICE#x>``). So its own parser
decides: a text that holds the letters is read once with others in their place. Where they were part of a name, a
string or a comment nothing changes; where they were the keyword, the text cannot be read any more.
"""

from __future__ import annotations

import re
import secrets
import string
from collections.abc import Mapping
from typing import NamedTuple

import pyoxigraph as ox

from kg.errors import BadQuery
from kg.text.terms import PREFIXES
from kg.values.said import Said

_TOKEN = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""|\'\'\'(?:[^\'\\]|\\.|\'(?!\'\'))*\'\'\'|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'|<[^<>\s]*>|#[^\n]*'
)
_SERVICE = re.compile("service", re.I)
_NO_WAY_OUT = "SERVICE would send data over the network; kg answers from its own store only."
#: A letter written as \u0053, which some engines read before anything else.
_LETTER = re.compile(r"\\u00([46][1-9A-Fa-f]|[57][0-9Aa])|\\U000000([46][1-9A-Fa-f]|[57][0-9Aa])")
_PREFIXED = re.compile(r"(?<![\w?$:-])([A-Za-z][\w.-]*)?:(?=[\w%\\])")


class Unreadable(NamedTuple):
    """The engine's complaint in words, and the offset that it is about, where it names one."""

    message: str
    at: int | None = None


def unreadable(query: str, said: str) -> Unreadable:
    """The engine's complaint in words: it names a place and then every token it would have liked."""
    found = re.search(r"error at (\d+):(\d+)", said)
    if not found:
        return Unreadable(Said("The query cannot be read: {error}", error=said.strip()))
    line, column = int(found[1]), int(found[2])
    lines = query.split("\n")  # as the engine counts them
    number = min(line, len(lines)) - 1
    text = lines[number]
    near, before = text[max(column - 1, 0) :][:20].strip(), " ".join(text[: max(column - 1, 0)].split()[-3:])
    place = {"line": line, "column": column}
    if near and before:
        pattern = "The query cannot be read at line {line}, column {column}: ‘{near}’ is not expected after ‘{before}’."
        message = Said(pattern, near=near, before=before, **place)
    elif near:
        message = Said(
            "The query cannot be read at line {line}, column {column}: ‘{near}’ is not expected.", near=near, **place
        )
    else:
        message = Said("The query cannot be read: it ends too early, at line {line}, column {column}.", **place)
    return Unreadable(message, sum(len(x) + 1 for x in lines[:number]) + column - 1)


def check_query(query: str) -> None:
    """Refuse what must not run (SERVICE, updates) and name an undeclared prefix before the engine does it badly.

    Raises BadQuery. Nothing of the query is evaluated on data.
    """
    plain = _TOKEN.sub(" ", query)
    if not re.search(r"(?<![\w?$:])(SELECT|ASK|CONSTRUCT|DESCRIBE)\b(?!:)", plain, re.I):
        if re.search(r"(?<![\w?$:])(INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|COPY|MOVE|ADD)\b(?!:)", plain, re.I):
            raise BadQuery("Queries only read. Facts change in their text files, and kg build takes them up.")
        raise BadQuery("This is no SPARQL query: none of SELECT, ASK, CONSTRUCT or DESCRIBE is in it.")
    declared = set(PREFIXES) | {m.lower() if m else "" for m in re.findall(r"\bPREFIX\s+([\w.-]*):", plain, re.I)}
    declared |= set(re.findall(r"\bPREFIX\s+([\w.-]*):", plain, re.I))
    for found in _PREFIXED.finditer(plain):
        prefix = found[1] or ""
        if prefix not in declared and prefix != "_" and not _SERVICE.search(prefix):
            raise BadQuery(
                Said("The prefix {prefix}: is not declared.", prefix=prefix),
                Said(
                    "Known without declaring: {names}. Others: PREFIX {prefix}: <http://…>",
                    names=", ".join(PREFIXES),
                    prefix=prefix,
                ),
            )
    keep_inside(query, PREFIXES)


def keep_inside(query: str, prefixes: Mapping[str, str]) -> None:
    """Refuse a query in which the engine would read the keyword SERVICE; see the head of this module."""
    spelt = _LETTER.sub(lambda m: chr(int(m[1] or m[2], 16)), query)
    if not _SERVICE.search(spelt):
        return
    others = [secrets.choice(string.ascii_lowercase) for _ in "service"]  # nobody can foresee, and declare, them

    def masked(found: re.Match[str]) -> str:
        return "".join(x.upper() if c.isupper() else x for c, x in zip(found[0], others, strict=True))

    try:
        ox.Store().query(_SERVICE.sub(masked, spelt), prefixes=dict(prefixes))
    except (SyntaxError, ValueError) as error:
        told = unreadable(spelt, str(error))
        if told.at is None or any(m.start() <= told.at <= m.end() + 1 for m in _SERVICE.finditer(spelt)):
            raise BadQuery(_NO_WAY_OUT) from None
        raise BadQuery(told.message, _NO_WAY_OUT) from None
