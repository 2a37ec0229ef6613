"""What TriG and SPARQL are made of: names, texts, comments and marks, and where they stand. Offsets are code points."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from urllib.parse import urljoin

#: What a statement holds; none of it ends one.
INNER = (
    r'(?P<string>"""(?:[^"\\]|\\.|"(?!""))*"""|\'\'\'(?:[^\'\\]|\\.|\'(?!\'\'))*\'\'\'|"(?:[^"\\\n\r]|\\.)*"|\'(?:[^\'\\\n\r]|\\.)*\')'
    r"|(?P<iri><[^<>\"{}|^`\\\s]*(?:\\[uU][0-9A-Fa-f]+[^<>\"{}|^`\\\s]*)*>)"
    r"|(?P<comment>\#[^\n\r]*)"
    r"|(?P<at>@[A-Za-z][A-Za-z0-9-]*)"
    r"|(?P<mark>[\[\]();,]|\^\^)"
    r"|(?P<number>[+-]?(?:\d+\.\d+|\.\d+|\d+)(?:[eE][+-]?\d+)?)"
    r"|(?P<name>(?:[^\s\"'<>{}\[\]();,\#@^.:\\]|\.(?=[^\s\"'<>{}\[\]();,\#.])){0,256}+:(?:[^\s\"'<>{}\[\]();,\#^\\.]|\\.|\.(?=[^\s\"'<>{}\[\]();,\#.]))*)"
    r"|(?P<word>[^\s\"'<>{}\[\]();,\#@^.:]+)"
)
# Space is skipped with what follows: as a token of its own it would be half of all.
TOKEN = re.compile(rf"\s*+(?:{INNER}|(?P<brace>[{{}}])|(?P<dot>\.)|(?P<other>.)|(?P<end>\Z))", re.DOTALL)
_ESCAPE = re.compile(r"\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", re.DOTALL)
_SHORT = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}


class Token(NamedTuple):
    kind: str
    text: str
    start: int


def tokens(text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[Token]:
    """All tokens but white space and comments."""
    for found in TOKEN.finditer(text, start, end):
        kind = found.lastgroup or "other"
        if kind not in ("comment", "end"):
            yield Token(kind, found[kind], found.start(kind))


def unescape(text: str) -> str:
    """The text behind Turtle's backslash escapes; an impossible escape stays as it is."""

    def one(found: re.Match[str]) -> str:
        code = found[1]
        if len(code) > 1:
            number = int(code[1:], 16)
            return chr(number) if number <= 0x10FFFF else found[0]
        return _SHORT.get(code, code)

    return _ESCAPE.sub(one, text)


def iris(text: str, prefixes: Mapping[str, str] | None = None) -> Iterator[tuple[Token, str, Mapping[str, str]]]:
    """Each name in a text with its IRI and the prefixes known there, outside texts, comments and directives.

    ``prefixes``: those that need no declaration, as in queries. A name whose prefix nobody declared is left out.
    """
    known, base = dict(prefixes or {}), ""
    before, last = Token("", "", 0), Token("", "", 0)
    for token in tokens(text):
        if token.kind == "iri":
            iri = unescape(token.text[1:-1])
            iri = urljoin(base, iri) if base and ":" not in iri else iri
            if last.text.lower() in ("@base", "base"):
                base = iri
            elif before.text.lower() in ("@prefix", "prefix") and last.kind == "name":
                known[last.text[:-1]] = iri
            else:
                yield token, iri, known
        elif token.kind == "name" and last.text.lower() not in ("@prefix", "prefix"):
            prefix, _, rest = token.text.partition(":")
            if prefix in known:
                yield token, known[prefix] + re.sub(r"\\(.)", r"\1", rest), known
        before, last = last, token
