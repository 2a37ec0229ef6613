"""TriG as text: its statements and their lines.

The engine parses; this module only knows where things stand, to give findings a line and to go on after a
syntax error. Offsets are code points, lines and columns count from 1.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import islice, pairwise

from kg.text.tokens import INNER, TOKEN, Token, tokens, unescape
from kg.values.claims import Literal, Node

#: As many tokens as a statement has before a brace, a full stop or a directive, in one go: twice as fast.
_RUN = re.compile(rf"(?:\s*+(?!@(?i:prefix)\b)(?:{re.sub('[?]P<[a-z]+>', '?:', INNER)}))++", re.DOTALL)
_PREFIX = re.compile(r"@?prefix$", re.I)


class Chunk:
    """One top-level statement: a directive, a block in braces, or triples up to their full stop."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text, self.start, self.end = text, start, end

    @cached_property
    def tokens(self) -> list[Token]:
        """All its tokens, read when they are asked for: few statements have anything wrong."""
        return list(tokens(self._text, self.start, self.end))

    @cached_property
    def head(self) -> list[Token]:
        """Its first three tokens."""
        return list(islice(tokens(self._text, self.start, self.end), 3))


def chunks(text: str) -> Iterator[Chunk]:
    """The top-level statements of a text, broken ones included."""
    at = depth = 0
    first: Token | None = None
    while True:
        if first and first.text.upper() not in ("PREFIX", "BASE") and (run := _RUN.match(text, at)):
            at = run.end()
        found = TOKEN.match(text, at)
        kind = found.lastgroup if found else "end"
        if found is None or kind is None or kind == "end":
            break
        token, at = Token(kind, found[kind], found.start(kind)), found.end()
        if kind == "comment":
            continue
        if first and kind == "at" and depth == 0 and _PREFIX.match(token.text):
            yield _unended(text, first.start, token.start)  # a missing full stop before a directive: start afresh
            first = None
        first = first or token
        depth = max(depth + (token.text == "{") - (token.text == "}"), 0)
        ends = token.text == "}" or (kind == "dot" and first.text.upper() != "PREFIX")
        if depth == 0 and (ends or (first.text.upper() in ("PREFIX", "BASE") and kind == "iri")):
            yield Chunk(text, first.start, at)
            first = None
    if first:
        yield _unended(text, first.start, len(text))


def _unended(text: str, start: int, end: int) -> Chunk:
    """A statement up to its last token, where no full stop says which that is."""
    last = Chunk(text, start, end).tokens[-1]
    return Chunk(text, start, last.start + len(last.text))


def is_directive(chunk: Chunk) -> bool:
    """Whether the statement declares a prefix or a base."""
    return chunk.head[0].text.lstrip("@").lower() in ("prefix", "base")


class _Statement:
    """What stands where in one statement, read once and asked for as often as there are findings."""

    def __init__(self, chunk: Chunk, nodes: list[Node | None]) -> None:
        self._tokens, self._nodes = chunk.tokens, nodes
        self._start = chunk.start
        self._in_block = any(t.text == "{" for t in chunk.tokens[:3])
        self._head = nodes[0]
        self._places: dict[Node, list[int]] = {}
        for i, node in enumerate(nodes):
            if node is not None:
                self._places.setdefault(_key(node), []).append(i)
        self._parts: dict[Node | None, list[tuple[int, int]]] = {}  # from where to where it is about a subject
        starts = [i for i in range(1, len(nodes)) if self._opens(i)] if self._in_block else [0]
        for i, end in zip(starts, [*starts[1:], len(nodes)], strict=True):
            parts = self._parts.setdefault(nodes[i], [])
            if parts and parts[-1][1] == i:
                parts[-1] = (parts[-1][0], end)
            else:
                parts.append((i, end))
        self._ends: dict[int, int] = {}

    @property
    def subjects(self) -> list[Node]:
        """What it is about, and the name of the block."""
        return [s for s in dict.fromkeys((self._head, *self._parts)) if s is not None]

    def spans(self, subject: Node) -> list[tuple[int, int]]:
        """Where it is about a subject, from the first to behind the last token."""
        parts = ((self._tokens[begin], self._tokens[end - 1]) for begin, end in self._parts.get(subject, ()))
        return [(first.start, last.start + len(last.text)) for first, last in parts]

    def search(self, subject: Node | None, predicate: str | None, value: Node | None) -> tuple[int, int]:
        """How much of a triple it holds (0 nothing, 1 block, 2 subject, 4 property, 8 value), and where."""
        rank, place = 0, self._start
        if subject is None or (self._in_block and self._head == subject):
            rank = 1
        parts = [(0, len(self._nodes))] if subject is None else self._parts.get(subject, [])
        if parts and subject is not None:
            rank = 2
            place = self._tokens[parts[0][0]].start if self._in_block else place
        for begin, end in parts:
            found = self._between(predicate, begin, end) if predicate is not None else []
            if not found:
                continue
            rank, place = 4, self._tokens[found[-1]].start
            hit = self._value_after(found, value, end)
            if hit is not None:
                return 8, self._tokens[hit].start
        return rank, place

    def _between(self, node: Node, begin: int, end: int) -> list[int]:
        places = self._places.get(_key(node), [])
        return places[bisect_left(places, begin) : bisect_left(places, end)]

    def _value_after(self, predicates: list[int], value: Node | None, end: int) -> int | None:
        """The first place of a value behind one of these places of its property, before its list of values ends."""
        for place in self._between(value, predicates[0] + 1, end) if value is not None else ():
            at = bisect_left(predicates, place)
            if at and place < self._end_after(predicates[at - 1]):
                return place
        return None

    def _end_after(self, i: int) -> int:
        """Where the values of a property end."""
        if i not in self._ends:
            depth, j = 0, i + 1
            while j < len(self._tokens):
                token = self._tokens[j]
                depth += (token.text in ("[", "(")) - (token.text in ("]", ")"))
                if depth < 0 or (depth == 0 and (token.text in (";", "}") or token.kind == "dot")):
                    break
                j += 1
            self._ends[i] = j
        return self._ends[i]

    def _opens(self, i: int) -> bool:
        return self._tokens[i - 1].text in ("{", ".") or self._tokens[i - 1].kind == "dot"


def _key(node: Node) -> Node:
    """Literals are found by their text, whatever their language or type."""
    return Literal(node.value) if isinstance(node, Literal) else node


class Locator:
    """Finds the line of a triple in a TriG text."""

    def __init__(self, text: str, now: Mapping[str, str] | None = None) -> None:
        """``now``: the new names of old ones; a triple is found by its new name where the old one is written."""
        self._now = now or {}
        self._starts = [0] + [m.end() for m in re.finditer(r"\n", text)]
        self._prefixes: dict[str, str] = {}
        self.directives: list[Chunk] = []
        self._all: list[Chunk] = []
        self._blocks: dict[Node | None, list[Chunk]] = {}  # by the name of the graph
        self._heads: dict[Node | None, list[Chunk]] = {}  # by the subject of a top-level statement
        self._statements: dict[int, _Statement] = {}  # by where they start
        self._about: dict[Node, list[Chunk]] | None = None
        for chunk in chunks(text):
            if is_directive(chunk):
                self.directives.append(chunk)
                name = next((t.text[:-1] for t in chunk.tokens if t.kind == "name"), None)
                iri = next((t.text[1:-1] for t in chunk.tokens if t.kind == "iri"), None)
                if name is not None and iri is not None:
                    self._prefixes[name] = iri
                continue
            self._all.append(chunk)
            head = [t for t in chunk.head if t.text != "GRAPH"]
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
            rank, place = self._statement(chunk).search(subject, predicate, value)
            if rank > best_rank:
                best, best_rank = self.position(place), rank
            if rank == 8:
                break
        return best

    def _candidates(self, subject: Node | None, graph: str | None) -> list[Chunk]:
        """The block of a graph, or else the statements that open with the subject, or else all that hold it."""
        if graph is not None:
            return self._blocks.get(graph, [])
        if subject is None:
            return self._all
        near = self._heads.get(subject, []) + self._reference
        if near:
            return near
        if self._about is None:
            self._about = {}
            for chunk in self._all:
                for node in self._statement(chunk).subjects:
                    self._about.setdefault(node, []).append(chunk)
        return self._about.get(subject, [])

    def _statement(self, chunk: Chunk) -> _Statement:
        if chunk.start not in self._statements:
            self._statements[chunk.start] = _Statement(chunk, [self._node(t) for t in chunk.tokens])
        return self._statements[chunk.start]

    def lines(self, name: str) -> list[tuple[int, int]]:
        """The first and last line of each statement of a name, be it its block, at top level or in reference data."""
        own = [(c.start, c.end) for c in (*self._blocks.get(name, ()), *self._heads.get(name, ()))]
        own += [span for c in self._reference for span in self._statement(c).spans(name)]
        return sorted((self.position(start)[0], self.position(end - 1)[0]) for start, end in own)

    def of(self, name: str) -> tuple[list[Chunk], list[Chunk]]:
        """The blocks of a claim, and the statements about it."""
        return self._blocks.get(name, []), self._heads.get(name, [])

    def find_bracket(self, graph: str) -> tuple[int, int]:
        """The first square bracket in the block of a graph, or the block's first line."""
        for chunk in self._blocks.get(graph, []):
            return self.position(next((t.start for t in chunk.tokens if t.text == "["), chunk.start))
        return 1, 1

    def find_nested(self) -> list[tuple[int, int]]:
        """Where triples stand inside triples: << … >>, and the {| … |} and ~ that are short for it."""
        found = []
        for chunk in self._all:
            for one, two in pairwise(chunk.tokens):
                opening = one.text + two.text[:1] if two.start == one.start + 1 else ""
                if opening in ("<<", "{|") or one.text[:1] == "~":
                    found.append(self.position(one.start))
        return found

    def _node(self, token: Token) -> Node | None:
        if token.kind == "iri":
            iri = unescape(token.text[1:-1])
            return self._now.get(iri, iri)
        if token.kind == "name":
            prefix, _, rest = token.text.partition(":")
            base = self._prefixes.get(prefix)
            if base is None:
                return None
            iri = base + re.sub(r"\\(.)", r"\1", rest)
            return self._now.get(iri, iri)
        if token.kind == "string":
            cut = 3 if token.text[:3] in ('"""', "'''") and len(token.text) >= 6 else 1
            return Literal(unescape(token.text[cut:-cut]))
        if token.kind == "number":
            return Literal(token.text)
        if token.kind == "word":
            return "http://www.w3.org/1999/02/22-rdf-syntax-ns#type" if token.text == "a" else Literal(token.text)
        return None
