"""A facts file as text: claims put in at their places, taken out, nothing else changed."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from kg.author.trig import Said, Writer
from kg.compile.trig import Chunk, chunks, is_directive
from kg.engine.nodes import Nested
from kg.engine.parse import parse_trig
from kg.errors import WrongCall
from kg.text.terms import ALT_LABEL, DCT, GRAPH, LABEL, OA, PREFIXES, TYPE, br, curie
from kg.text.tokens import Token, iris, unescape
from kg.values.candidate import Candidate, Span, Thing
from kg.values.claims import Literal, Node

_REFERENCE = GRAPH + "reference"
#: What a new file declares, whatever it needs at first: two branches that add claims then add no two headers.
_HEADER = ("br", "e", "c", "d", "g", "stance", "dom", "ev", "ind", "status", "cmp", "attr", "effect", "kind", "unit",
           "counted", "method", "oa", "dcterms", "rdfs", "skos", "xsd")  # fmt: skip
_WIDTH = 8
#: Comments and space before a statement that belong to it: no empty line parts them.
_COMMENT = re.compile(r"[ \t]*#(?! paragraph \d+\n)")
#: A line for each paragraph of the text, so that claims of two branches stand apart, and git puts them together.
_PARAGRAPH = re.compile(r"^# paragraph (\d+)$", re.M)


class FactsFile:
    """The text of a facts file. Each change gives a new one; what is not changed stays, to a byte."""

    def __init__(self, text: str, prefixes: Mapping[str, str] = PREFIXES) -> None:
        """``prefixes``: those that new statements may use; what they need and the text lacks is declared."""
        self.text, self._known = text, prefixes

    @cached_property
    def _names(self) -> dict[int, str]:
        """The IRIs of a text by where they stand; a text that is only written is never read."""
        return {token.start: iri for token, iri, _ in iris(self.text)}

    @cached_property
    def _chunks(self) -> list[Chunk]:
        return list(chunks(self.text))

    def with_entry(self, entry: Callable[[Writer], str]) -> FactsFile:
        """A statement of its own, such as the description of a document, before the first claim."""
        writer = self._writer()
        return self._with([(self._before_claims(), entry(writer) + "\n\n")], writer)

    def with_paragraphs(self, count: int) -> FactsFile:
        """The text with a line for each paragraph of its document at the end: each claim goes below its own."""
        marks = "".join(f"# paragraph {n}\n\n" for n in range(1, count + 1))
        return self._with([(len(self.text), marks)], self._writer()) if count else self

    def with_things(self, things: Sequence[Thing]) -> FactsFile:
        """Entries of the reference data at the end of its block, which is made where there is none."""
        if not things:
            return self
        writer = self._writer()
        return self._in_reference("".join(f"{writer.thing(t)}\n" for t in things), writer)

    def with_reference(self, name: str, said: Sequence[Said]) -> FactsFile:
        """More of a thing in the reference data, whose entry is elsewhere."""
        writer = self._writer()
        return self._in_reference(f"{writer.statement(name, [said], '  ')}\n", writer) if said else self

    def _in_reference(self, lines: str, writer: Writer) -> FactsFile:
        block = next((c for c in self._chunks if self._head(c) == _REFERENCE and self._is_block(c)), None)
        if block:
            end = block.tokens[-1].start
            at = self.text.rfind("\n", 0, end) + 1
            return self._with([(end, lines if not self.text[at:end].strip() else f"\n{lines}")], writer)
        name, kind = writer.node(_REFERENCE), writer.node(br("ReferenceGraph"))
        text = f"{name} a {kind} .\n{name} {{\n{lines}}}\n\n"
        return self._with([(self._before_claims(), text)], writer)

    def with_claims(self, claims: Iterable[Candidate], hash_of: Callable[[Span], str]) -> FactsFile:
        """Claims in the order of their passages, among those that are there."""
        writer = self._writer()
        places = self._places()
        added = []
        for claim in sorted(claims, key=lambda c: (_start(c), c.claim)):
            below = _paragraph(claim)
            at = next((p for p, start, n in places if start > _start(claim) or n > below), None)
            text = writer.claim(claim, hash_of)
            added.append((len(self.text) if at is None else at, text + "\n"))
        return self._with(added, writer)

    def without(self, names: Collection[str]) -> FactsFile:
        """The text without the statements and blocks of some claims or things, and the comments on them."""
        text = self.text
        for chunk in reversed([c for c in self._chunks if self._head(c) in names]):
            text = self._cut(text, chunk)
        return FactsFile(text.rstrip("\n") + "\n" if text.strip() else "", self._known)

    def without_things(self, names: Collection[str]) -> FactsFile:
        """The text without the entries of some things in the blocks of reference data."""
        text = self.text
        for _, start, end in reversed([e for e in self._described() if e[0] in names]):
            line = text.find("\n", end)
            end = line + 1 if line >= 0 and not text[end:line].strip() else end
            begin = text.rfind("\n", 0, start) + 1
            text = text[: start if text[begin:start].strip() else begin] + text[end:]
        return FactsFile(text, self._known)

    def with_claim(self, claim: Candidate, hash_of: Callable[[Span], str]) -> FactsFile:
        """The text with a claim written anew where it stands; the comments above it stay."""
        writer = self._writer()
        found = self.rewritten(claim.claim, writer.claim(claim, hash_of))
        return FactsFile(found._declared(found.text, writer.used), self._known)

    def rewritten(self, name: str, text: str) -> FactsFile:
        """The text with other words for all that stands under a name, in the place where that begins."""
        first, *rest = [c for c in self._chunks if self._head(c) == name]
        left = self.text
        for chunk in reversed(rest):
            left = self._cut(left, chunk)
        return FactsFile(left[: first.start] + text.strip() + left[first.end :], self._known)

    def with_passages(self, claim: str, spans: Iterable[Span], hash_of: Callable[[Span], str]) -> FactsFile:
        """The text with further passages behind the last one of a claim. Raises WrongCall for a claim without one."""
        writer = self._writer()
        end = 0
        for chunk in self._chunks:
            if self._head(chunk) == claim and not self._is_block(chunk):
                end = max(end, self._behind_passages(chunk.tokens))
        if not end:
            raise WrongCall(f"{curie(claim)} has no passage in the text of its document.", "Merge it by hand.")
        added = "".join(f" ,\n    {writer.value(writer.passage(s, hash_of))}" for s in spans)
        return FactsFile(self._declared(self.text[:end] + added + self.text[end:], writer.used), self._known)

    def claim(self, name: str) -> Candidate:
        """A claim as it stands here. Raises WrongCall for one with parts that a ``Candidate`` cannot hold."""
        return read_claim(self.head + self.statements(name), name)

    def things(self, names: Collection[str]) -> list[Thing]:
        """Some of the entries of the reference data here."""
        parts = [self.text[start:end] + "\n" for name, start, end in self._described() if name in names]
        said: dict[str, list[tuple[str, Node]]] = {}
        for s, p, o, _ in parse_trig((self.head + "".join(parts)).encode()):
            said.setdefault(s, []).append((p, o))
        return [_thing(iri, told) for iri, told in said.items() if not iri.startswith("_:")]

    @property
    def head(self) -> str:
        """The prefixes that it declares."""
        return "".join(self.text[c.start : c.end] + "\n" for c in self._chunks if is_directive(c))

    @property
    def entries(self) -> list[str]:
        """The things that the reference data here describe."""
        return [name for name, _, _ in self._described()]

    def with_said(self, name: str, said: Sequence[Said]) -> FactsFile:
        """The text with more said of something that has an entry here, on a line of its own at the entry's end."""
        ends = [(t[-1], t[-2]) for t in self._entries(name) if t[-1].text == "."]
        if not ends or not said:
            return self
        writer, last = self._writer(), ends[0][1]
        at = last.start + len(last.text)
        line = self.text[self.text.rfind("\n", 0, last.start) + 1 : at]
        indent = " " * (len(line) - len(line.lstrip()) or 2)
        text = " ;\n".join(f"{indent}{writer.said(s)}" for s in said)
        return self._with([(at, f"{'' if last.text == ';' else ' ;'}\n{text}")], writer)

    def with_label(self, name: str, label: Literal) -> FactsFile:
        """The text with another label of something in one language; the one it had is one of its other names."""
        for tokens in self._entries(name):
            said = ""
            for one, two in pairwise(tokens):
                said = self._names.get(one.start) or ("" if one.text == ";" else said)
                if one.kind == "string" and said == LABEL and two.text[1:].lower() == label.lang:
                    was = Literal(unescape(one.text.strip("\"'")), label.lang)
                    end = two.start + len(two.text)
                    text = self.text[: one.start] + self._writer().node(label) + self.text[end:]
                    return FactsFile(text, self._known).with_said(name, [(ALT_LABEL, [was])])
        return self.with_said(name, [(LABEL, [label])])

    def without_entry(self, name: str) -> FactsFile:
        """The text without what the reference data and statements of its own say of something."""
        text = self.text
        for tokens in reversed(list(self._entries(name))):
            end = tokens[-1].start + len(tokens[-1].text)
            start = self._begin_at(tokens[0].start)
            line = text.find("\n", end)
            if line >= 0 and not text[end:line].strip():
                end = line + 1
            text = text[:start] + text[end:]
        return FactsFile(text, self._known)

    def without_entry_of(self, name: str, said: str) -> FactsFile:
        """The text without a statement that says nothing of something but one property."""
        for chunk in self._chunks:
            if (
                self._head(chunk) == name
                and not self._is_block(chunk)
                and self._names.get(chunk.tokens[1].start) == said
            ):
                end = self.text.find("\n", chunk.end) + 1 or chunk.end
                end += len(self.text[end:]) - len(self.text[end:].lstrip("\n"))
                return FactsFile(self.text[: self._begin(chunk)] + self.text[end:], self._known)
        return self

    def with_values(self, name: str, said: Said) -> FactsFile:
        """The text with other values of a property of something that has an entry here, or with its first ones."""
        for tokens in self._entries(name):
            place = self._values(tokens, said[0])
            if place:
                writer = self._writer()
                values = " , ".join(writer.value(v) for v in said[1])
                text = self.text[: place[0]] + values + self.text[place[1] :]
                return FactsFile(self._declared(text, writer.used), self._known)
        return self.with_said(name, [said])

    def _values(self, tokens: Sequence[Token], prop: str) -> tuple[int, int] | None:
        """From where to where the values of a property go in a statement."""
        depth, start, end = 0, 0, 0
        for before, token in pairwise(tokens):
            depth += (token.text in "[(") - (token.text in "])")
            if start and not depth and (token.text == ";" or token.kind == "dot"):
                return start, end
            if not start and not depth and self._names.get(before.start) == prop:
                start = token.start
            end = token.start + len(token.text)
        return None

    def with_text(self, name: str, said: str, old: str, new: str) -> FactsFile:
        """The text with another value of a property of something."""
        for tokens in self._entries(name):
            for one, two in pairwise(tokens):
                if (
                    self._names.get(one.start) == said
                    and two.kind == "string"
                    and unescape(two.text.strip("\"'")) == old
                ):
                    value = self._writer().node(Literal(new))
                    text = self.text[: two.start] + value + self.text[two.start + len(two.text) :]
                    return FactsFile(text, self._known)
        return self

    def line_of(self, name: str, said: str | None = None) -> int:
        """The line where an entry begins, or where it says something by a property; 0 where it does neither."""
        for tokens in self._entries(name):
            at = next((t for t in tokens[1:] if self._names.get(t.start) == said), None) if said else tokens[0]
            if at:
                return self.text.count("\n", 0, at.start) + 1
        return 0

    def span(self, name: str) -> list[tuple[int, int]]:
        """From where to where each statement and block under a name goes."""
        return [(c.start, c.end) for c in self._chunks if self._head(c) == name]

    def statements(self, name: str) -> str:
        """The text of all that stands under a name, comments included; "" for nothing."""
        return "".join(self.text[self._begin(c) : c.end] + "\n" for c in self._chunks if self._head(c) == name)

    @property
    def claims(self) -> list[str]:
        """The claims whose content stands here, in order."""
        return [self._head(c) for c in self._chunks if self._is_block(c) and self._head(c) != _REFERENCE]

    # ------------------------------------------------------------------ where things stand

    def _described(self) -> list[tuple[str, int, int]]:
        """Each entry in the blocks of reference data, from its subject to behind its full stop."""
        found: list[tuple[str, int, int]] = []
        for chunk in self._chunks:
            if not (self._is_block(chunk) and self._head(chunk).startswith(_REFERENCE)):
                continue
            first: Token | None = None
            inside = chunk.tokens[next(i for i, t in enumerate(chunk.tokens) if t.text == "{") + 1 : -1]
            for token in inside:
                first = first or token
                if token.kind == "dot":
                    found.append((self._names.get(first.start, ""), first.start, token.start + 1))
                    first = None
            if first:  # the last full stop may be left out
                found.append((self._names.get(first.start, ""), first.start, inside[-1].start + len(inside[-1].text)))
        return found

    def _cut(self, text: str, chunk: Chunk) -> str:
        """A text without a statement and the comments on it; the text is this one up to its end."""
        start, end = self._begin(chunk), chunk.end
        line = text.find("\n", end)
        if line >= 0 and not text[end:line].strip():
            end = line + 1
        if text[:start].endswith("\n\n") or not start:  # the empty line behind it goes as well
            end += len(text[end:]) - len(text[end:].lstrip("\n"))
        return text[:start] + text[end:]

    def _behind_passages(self, tokens: Sequence[Token]) -> int:
        """Where the last passage of a claim ends; 0 for none."""
        end, mine, depth = 0, False, 0
        for token in tokens:
            depth += (token.text == "[") - (token.text == "]")
            if not depth and token.kind in ("name", "iri"):
                mine = self._names.get(token.start) == br("passage")
            if mine and not depth and token.text == "]":
                end = token.start + 1
        return end

    def _entries(self, name: str) -> Iterator[list[Token]]:
        """The statements about something, outside claims: those of its own, and those inside the reference data."""
        for chunk in self._chunks:
            if not self._is_block(chunk):
                if self._head(chunk) == name:
                    yield chunk.tokens
            elif self._head(chunk) == _REFERENCE:
                opened = next(i for i, t in enumerate(chunk.tokens) if t.text == "{") + 1
                yield from self._inside(name, chunk.tokens[opened:-1])

    def _inside(self, name: str, tokens: Sequence[Token]) -> Iterator[list[Token]]:
        statement = list[Token]()
        for token in tokens:
            statement.append(token)
            if token.kind == "dot":
                if self._names.get(statement[0].start) == name:
                    yield statement
                statement = []
        if statement and self._names.get(statement[0].start) == name:
            yield statement

    def _head(self, chunk: Chunk) -> str:
        first = next((t for t in chunk.head if t.text.upper() != "GRAPH"), None)
        return "" if first is None or is_directive(chunk) else self._names.get(first.start, "")

    def _is_block(self, chunk: Chunk) -> bool:
        return not is_directive(chunk) and any(t.text == "{" for t in chunk.head)

    def _begin(self, chunk: Chunk) -> int:
        return self._begin_at(chunk.start)

    def _begin_at(self, start: int) -> int:
        """Where a statement begins with the comments right above it."""
        line = self.text.rfind("\n", 0, start) + 1
        if self.text[line:start].strip():  # another one ends on its line
            return start
        begin = line
        while begin and _COMMENT.match(self.text, above := self.text.rfind("\n", 0, begin - 1) + 1):
            begin = above
        return begin if begin > self._top else line  # comments at the very top are about the file

    @cached_property
    def _top(self) -> int:
        """Where the text begins behind empty lines."""
        return len(self.text) - len(self.text.lstrip())

    def _places(self) -> list[tuple[int, int, int]]:
        """Where each claim begins in the file and its first passage in the document, or else a paragraph of it does."""
        starts: dict[str, int] = {}
        for chunk in self._chunks:
            if not self._is_block(chunk) and (found := self._passages(chunk.tokens)):
                starts[self._head(chunk)] = min(found)
        blocks: dict[str, int] = {}
        for chunk in self._chunks:
            name = self._head(chunk)
            if name in starts and name not in blocks:
                blocks[name] = self._begin(chunk)
        marks = [(m.start(), -1, int(m[1])) for m in _PARAGRAPH.finditer(self.text)]
        return sorted([*((at, starts[name], -1) for name, at in blocks.items()), *marks])

    def _passages(self, tokens: Sequence[Token]) -> list[int]:
        """The starts of the passages of a claim; not of those that it gives for context."""
        found, mine = [], False
        for one, two in pairwise(tokens):
            iri = self._names.get(one.start)
            if iri in (br("passage"), br("contextPassage")):
                mine = iri == br("passage")
            elif mine and iri == OA + "start" and two.text.isdigit():
                found.append(int(two.text))
        return found

    def _before_claims(self) -> int:
        """Behind prefixes, documents and reference data; the end where there is no claim."""
        places = self._places()
        return min((at for at, *_ in places), default=len(self.text))

    # ------------------------------------------------------------------ writing

    def _writer(self) -> Writer:
        return Writer(self._known)

    def _with(self, added: Iterable[tuple[int, str]], writer: Writer) -> FactsFile:
        """The text with others put in at offsets of the old one, and the prefixes that they need."""
        text = self.text if self.text.endswith("\n") or not self.text else self.text + "\n"
        by_place: dict[int, list[str]] = {}
        for at, new in added:
            by_place.setdefault(len(text) if at == len(self.text) else at, []).append(new)
        for at in sorted(by_place, reverse=True):
            gap = "" if at < len(text) or not text.strip() or text.endswith("\n\n") else "\n"
            text = text[:at] + gap + "".join(by_place[at]) + text[at:]
        return FactsFile(self._declared(text, writer.used).rstrip("\n") + "\n", self._known)

    def _declared(self, text: str, used: Collection[str]) -> str:
        """The text with the prefixes that it uses declared on top, below those that are there."""
        there, end = set(), 0
        for chunk in self._chunks:
            if is_directive(chunk):
                there |= {t.text[:-1] for t in chunk.tokens if t.kind == "name"}
                end = self.text.find("\n", chunk.end) + 1 or chunk.end
        wanted = set(used) if there else {*used, *_HEADER}
        missing = [p for p in self._known if p in wanted - there]
        lines = "".join(f"@prefix {p + ':':{_WIDTH}} <{self._known[p]}> .\n" for p in missing)
        return text[:end] + lines + ("\n" if lines and not end else "") + text[end:] if lines else text


def _start(claim: Candidate) -> int:
    return min((s.start for s in claim.passages), default=1 << 60)


def _paragraph(claim: Candidate) -> int:
    return min((s.paragraph for s in claim.passages), default=1 << 60)


def read_claim(text: str, name: str) -> Candidate:
    """A claim out of its statements. Raises WrongCall for parts that a ``Candidate`` cannot hold, or bad TriG."""
    try:
        quads = list(parse_trig(text.encode()))
    except SyntaxError as error:
        raise WrongCall(f"This is not TriG: {error.msg}.", "Correct it, or leave the draft as it was.") from error
    content = tuple((s, p, o) for s, p, o, g in quads if g == name)
    told = [(p, o) for s, p, o, g in quads if s == name and g is None]
    nested: dict[str, dict[str, Node]] = {}
    for s, p, o, _ in quads:
        if s.startswith("_:"):
            nested.setdefault(s, {})[p] = o
    one = {p: o for p, o in told if isinstance(o, str)}
    spans = {k: [_span(nested[str(o)]) for p, o in told if p == br(k)] for k in ("passage", "contextPassage")}
    plain = tuple((p, o) for p, o in told if p not in _PARTS)
    odd = [o for _, o in plain if _is_nested(o)] + [n for t in content for n in t if _is_nested(n)]
    section = next((s for s in spans["passage"] if isinstance(s, str)), "")
    lost = any(isinstance(s, str) for s in spans["contextPassage"])
    if odd or lost or br("inDocument") not in one or br("stance") not in one:
        raise WrongCall(
            f"{curie(name)} has parts that only a person can write, such as square brackets.", "Edit it as a text."
        )
    return Candidate(
        document=one[br("inDocument")], passages=_only_spans(spans["passage"]), content=content,
        speaker=one.get(br("statedBy"), ""), stance=one[br("stance")],
        descriptions=tuple(o for p, o in told if p == DCT + "description" and isinstance(o, Literal)),
        context=_only_spans(spans["contextPassage"]),
        said=tuple((p, o) for p, o in plain if p != br("draftReason")), section=section, claim=name,
        reasons=tuple(o.value for p, o in plain if p == br("draftReason") and isinstance(o, Literal)),
    )  # fmt: skip


_PARTS = frozenset((TYPE, br("inDocument"), br("statedBy"), br("stance"), DCT + "description", br("passage"),
                    br("contextPassage")))  # fmt: skip


def _is_nested(node: Node) -> bool:
    return isinstance(node, Nested) or (isinstance(node, str) and node.startswith("_:"))


def _span(said: Mapping[str, Node]) -> Span | str:
    """A place in a text, or a section of a page that is not kept."""
    number = {p: int(o.value) for p, o in said.items() if isinstance(o, Literal) and o.value.isdigit()}
    if OA + "start" in number and OA + "end" in number:
        return Span(number[OA + "start"], number[OA + "end"], number.get(br("paragraph"), 1), number.get(br("page")))
    return next((o.value for o in said.values() if isinstance(o, Literal)), "")


def _only_spans(found: Iterable[Span | str]) -> tuple[Span, ...]:
    return tuple(s for s in found if isinstance(s, Span))


def _thing(iri: str, told: Sequence[tuple[str, Node]]) -> Thing:
    kind = next((str(o) for p, o in told if p == TYPE), "")
    labels = [o for p, o in told if p == LABEL and isinstance(o, Literal)]
    also = tuple(o for p, o in told if p == ALT_LABEL and isinstance(o, Literal))
    rest = [(p, o) for p, o in told if p not in (TYPE, LABEL, ALT_LABEL)]
    more = [(LABEL, label) for label in labels[1:]] + [(TYPE, o) for p, o in told if p == TYPE and str(o) != kind]
    return Thing(iri, kind, labels[0] if labels else Literal(""), also, (*more, *rest))
