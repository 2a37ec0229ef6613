"""TriG as text: its statements and their lines.

The engine parses; this module only knows where things stand, to give findings a line and to go on after a
syntax error. Offsets are code points, lines and columns count from 1.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from kg.model import Literal, Node

_TOKEN = re.compile(
    r'(?P<string>"""(?:[^"\\]|\\.|"(?!""))*"""|\'\'\'(?:[^\'\\]|\\.|\'(?!\'\'))*\'\'\'|"(?:[^"\\\n\r]|\\.)*"|\'(?:[^\'\\\n\r]|\\.)*\')'
    r"|(?P<iri><[^<>\"{}|^`\\\s]*>)"
    r"|(?P<comment>\#[^\n\r]*)"
    r"|(?P<at>@[A-Za-z][A-Za-z0-9-]*)"
    r"|(?P<mark>[{}\[\]();,]|\^\^)"
    r"|(?P<number>[+-]?(?:\d+\.\d+|\.\d+|\d+)(?:[eE][+-]?\d+)?)"
    r"|(?P<name>(?:[^\s\"'<>{}\[\]();,\#@^.:\\]|\.(?=[^\s\"'<>{}\[\]();,\#.]))*:(?:[^\s\"'<>{}\[\]();,\#^\\.]|\\.|\.(?=[^\s\"'<>{}\[\]();,\#.]))*)"
    r"|(?P<word>[^\s\"'<>{}\[\]();,\#@^.:]+)"
    r"|(?P<dot>\.)"
    r"|(?P<space>\s+)"
    r"|(?P<other>.)",
    re.DOTALL,
)
_PREFIX = re.compile(r"@?prefix$", re.I)
_ESCAPE = re.compile(r"\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", re.DOTALL)
_SHORT = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}


class Token(NamedTuple):
    kind: str
    text: str
    start: int


class Chunk(NamedTuple):
    """One top-level statement: a directive, a block in braces, or triples up to their full stop."""

    start: int
    end: int
    tokens: list[Token]


def tokens(text: str) -> Iterator[Token]:
    """All tokens but white space and comments."""
    for found in _TOKEN.finditer(text):
        kind = found.lastgroup or "other"
        if kind not in ("space", "comment"):
            yield Token(kind, found[0], found.start())


def chunks(text: str) -> Iterator[Chunk]:
    """The top-level statements of a text, broken ones included."""
    depth, held = 0, list[Token]()
    for token in tokens(text):
        if token.kind == "at" and depth == 0 and held and _PREFIX.match(token.text):
            yield _chunk(held)  # a missing full stop before a directive: start afresh
            held = []
        held.append(token)
        if token.text == "{":
            depth += 1
        elif token.text == "}":
            depth = max(depth - 1, 0)
        ends = token.text == "}" or (token.kind == "dot" and held[0].text.upper() != "PREFIX")
        if depth == 0 and (ends or (held[0].text.upper() in ("PREFIX", "BASE") and token.kind == "iri")):
            yield _chunk(held)
            held = []
    if held:
        yield _chunk(held)


def _chunk(held: list[Token]) -> Chunk:
    return Chunk(held[0].start, held[-1].start + len(held[-1].text), held)


def is_directive(chunk: Chunk) -> bool:
    """Whether the statement declares a prefix or a base."""
    return chunk.tokens[0].text.lstrip("@").lower() in ("prefix", "base")


class Locator:
    """Finds the line of a triple in a TriG text."""

    def __init__(self, text: str) -> None:
        self._starts = [0] + [m.end() for m in re.finditer(r"\n", text)]
        self._prefixes: dict[str, str] = {}
        self._all: list[Chunk] = []
        self._blocks: dict[Node | None, list[Chunk]] = {}  # by the name of the graph
        self._heads: dict[Node | None, list[Chunk]] = {}  # by the subject of a top-level statement
        for chunk in chunks(text):
            if is_directive(chunk):
                name = next((t.text[:-1] for t in chunk.tokens if t.kind == "name"), None)
                iri = next((t.text[1:-1] for t in chunk.tokens if t.kind == "iri"), None)
                if name is not None and iri is not None:
                    self._prefixes[name] = iri
                continue
            self._all.append(chunk)
            head = [t for t in chunk.tokens[:3] if t.text != "GRAPH"]
            is_block = len(head) > 1 and head[1].text == "{"
            (self._blocks if is_block else self._heads).setdefault(self._node(head[0]), []).append(chunk)
        reference = "https://w3id.org/bilateral/graph/reference"
        self._reference = self._blocks.get(reference, [])

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def find(
        self, subject: Node | None, predicate: str | None = None, value: Node | None = None, graph: str | None = None
    ) -> tuple[int, int]:
        """The best known place of a triple: its value, else its property, else its subject, else line 1.

        ``graph`` narrows the search to the block of that name; None looks at top level and in all blocks.
        """
        best, best_rank = (1, 1), 0
        for chunk in self._candidates(subject, graph):
            rank, place = self._search(chunk, subject, predicate, value)
            if rank > best_rank:
                best, best_rank = self.position(place), rank
        return best

    def _candidates(self, subject: Node | None, graph: str | None) -> list[Chunk]:
        """The block of a graph, or else the statements that open with the subject, or else all."""
        if graph is not None:
            return self._blocks.get(graph, [])
        return self._heads.get(subject, []) + self._reference or self._all if subject else self._all

    def find_bracket(self, graph: str) -> tuple[int, int]:
        """The first square bracket in the block of a graph, or the block's first line."""
        for chunk in self._blocks.get(graph, []):
            return self.position(next((t.start for t in chunk.tokens if t.text == "["), chunk.start))
        return 1, 1

    def _search(self, chunk: Chunk, subject: Node | None, predicate: str | None, value: Node | None) -> tuple[int, int]:
        """How much of a triple the statement holds (0 nothing, 1 block, 2 subject, 4 property, 8 value), and where."""
        nodes = [(self._node(t), t) for t in chunk.tokens]
        rank, place = 0, chunk.start
        in_block = any(t.text == "{" for t in chunk.tokens[:3])
        if self._node(chunk.tokens[0]) == subject and not in_block:
            rank = 2
        if subject is None or (in_block and nodes[0][0] == subject):
            rank = max(rank, 1)
        under = subject is None or rank == 2
        for i, (node, token) in enumerate(nodes):
            if in_block and i and subject is not None and self._opens(chunk.tokens, i):
                under = node == subject
            if not under:
                continue
            if node == subject and subject is not None and rank < 2:
                rank, place = 2, token.start
            if predicate is not None and node == predicate and rank < 8:
                rank, place = max(rank, 4), token.start
                hit = self._value_after(nodes, i, value)
                if hit is not None:
                    return 8, hit
        return rank, place

    @staticmethod
    def _opens(tokens_: list[Token], i: int) -> bool:
        return tokens_[i - 1].text in ("{", ".") or (tokens_[i - 1].kind == "dot")

    @staticmethod
    def _value_after(nodes: list[tuple[Node | None, Token]], i: int, value: Node | None) -> int | None:
        if value is None:
            return None
        depth = 0
        for node, token in nodes[i + 1 :]:
            if token.text in ("[", "("):
                depth += 1
            elif token.text in ("]", ")"):
                depth -= 1
            if depth < 0 or (depth == 0 and token.text in (";", "}")) or (depth == 0 and token.kind == "dot"):
                return None
            if node == value or (
                isinstance(value, Literal) and isinstance(node, Literal) and node.value == value.value
            ):
                return token.start
        return None

    def _node(self, token: Token) -> Node | None:
        if token.kind == "iri":
            return unescape(token.text[1:-1])
        if token.kind == "name":
            prefix, _, rest = token.text.partition(":")
            base = self._prefixes.get(prefix)
            return None if base is None else base + re.sub(r"\\(.)", r"\1", rest)
        if token.kind == "string":
            cut = 3 if token.text[:3] in ('"""', "'''") and len(token.text) >= 6 else 1
            return Literal(unescape(token.text[cut:-cut]))
        if token.kind == "number":
            return Literal(token.text)
        if token.kind == "word":
            return "http://www.w3.org/1999/02/22-rdf-syntax-ns#type" if token.text == "a" else Literal(token.text)
        return None


def unescape(text: str) -> str:
    """The text behind Turtle's backslash escapes; an impossible escape stays as it is."""

    def one(found: re.Match[str]) -> str:
        code = found[1]
        if len(code) > 1:
            number = int(code[1:], 16)
            return chr(number) if number <= 0x10FFFF else found[0]
        return _SHORT.get(code, code)

    return _ESCAPE.sub(one, text)
