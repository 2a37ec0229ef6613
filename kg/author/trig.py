"""Claims, things and documents as people write them in TriG: one way of laying them out, names in short.

The serialiser of the engine writes what programs read back; here people correct, compare and merge what stands there,
so one claim is one paragraph, its parts always in the same order, and no line is longer than it need be.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from kg.text.terms import (
    ALT_LABEL,
    COMMENT,
    DCT,
    LABEL,
    LANGUAGES,
    OA,
    PREFIXES,
    RDFS,
    TYPE,
    XSD,
    br,
)
from kg.values.candidate import Candidate, Span, Thing
from kg.values.claims import Literal, Node

#: The property and its values; a value is a node, or what stands between square brackets.
Said = tuple[str, Sequence["Node | Bracket"]]

#: What a prefixed name may hold behind its colon without a backslash; anything else is written in full.
_LOCAL = re.compile(r"(?:[^\W_]|_)(?:[\w.-]*[\w-])?")
_NUMBERS = {XSD + "integer": r"[+-]?\d+", XSD + "decimal": r"[+-]?\d*\.\d+", XSD + "boolean": "true|false"}
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
_WIDTH = 120
#: What is said of a claim, in the order of its lines; all else follows by name.
_LINES: tuple[tuple[str, ...], ...] = (
    ("negated", "heldBy", "agreedBy", "attribution", "certainty", "explicitness", "salience", "proposedStance"),
    ("documentTime", "statedOn", "validFrom", "validUntil"),
    ("description",),
    ("draftReason",),
    ("passage",),
    ("contextPassage",),
    ("inferred",),
    ("comment",),
    ("corroborates", "contradicts", "supersedes", "qualifies", "repeats", "seeAlso"),
)


class Bracket(NamedTuple):
    """A thing without a name of its own: its properties between square brackets."""

    said: tuple[tuple[str, Node], ...]


class Writer:
    """Writes with some prefixes, and remembers which of them it needed."""

    def __init__(self, prefixes: Mapping[str, str] = PREFIXES) -> None:
        # the longest base first, so that scheme:x never takes the place of stance:x
        self._bases = sorted(((base, name) for name, base in prefixes.items()), key=lambda b: -len(b[0]))
        self.used: set[str] = set()

    def node(self, node: Node) -> str:
        """An IRI or a literal."""
        return self._literal(node) if isinstance(node, Literal) else self._iri(node)

    def _iri(self, iri: str) -> str:
        for base, name in self._bases:
            if iri.startswith(base) and _LOCAL.fullmatch(iri, len(base)):
                self.used.add(name)
                return f"{name}:{iri[len(base) :]}"
        return "<" + re.sub(_UNFIT, lambda m: f"\\u{ord(m[0]):04X}", iri) + ">"

    def _literal(self, literal: Literal) -> str:
        if literal.datatype in _NUMBERS and re.fullmatch(_NUMBERS[literal.datatype], literal.value):
            return literal.value
        text = '"' + "".join(_ESCAPES.get(c, c) for c in literal.value) + '"'
        if literal.lang:
            return f"{text}@{literal.lang}"
        plain = literal.datatype in (None, XSD + "string")
        return text if plain else f"{text}^^{self._iri(str(literal.datatype))}"

    def property(self, iri: str) -> str:
        """The name of a property."""
        return "a" if iri == TYPE else self._iri(iri)

    def statement(self, subject: str, lines: Iterable[Sequence[Said]], indent: str = "") -> str:
        """``subject property value , value ; …``: each of ``lines`` begins a new one, longer ones are broken."""
        texts = [[self.said(s) for s in line] for line in lines if line]
        name = self._iri(subject)
        first = len(indent) + len(name) + 1
        written = [
            f" ;\n{indent}  ".join(_filled(line, len(indent) + 2, first if i == 0 else 0))
            for i, line in enumerate(texts)
        ]
        return f"{indent}{name} " + f" ;\n{indent}  ".join(written) + " ."

    def said(self, said: Said) -> str:
        """A property with its values."""
        values = [self.value(v) for v in said[1]]
        texts = [v for v in said[1] if isinstance(v, Literal) and v.lang]
        between = " ,\n    " if len(values) > 1 and (len(texts) > 1 or len("".join(values)) > _WIDTH - 30) else " , "
        return f"{self.property(said[0])} {between.join(values)}"

    def value(self, value: Node | Bracket) -> str:
        """A node, or what stands in brackets."""
        if isinstance(value, Bracket):
            return "[ " + " ; ".join(f"{self.property(p)} {self.node(o)}" for p, o in value.said) + " ]"
        return self.node(value)

    # ------------------------------------------------------------------ claims and what they need

    def claim(self, candidate: Candidate, hash_of: Callable[[Span], str]) -> str:
        """A claim: its content between braces, then who says so, how, and where. ``hash_of`` gives a passage's hash."""
        name = self._iri(candidate.claim)
        told: dict[str, list[Node | Bracket]] = {}
        for p, o in (*candidate.said, *((br("draftReason"), Literal(r, "en")) for r in candidate.reasons)):
            told.setdefault(p, []).append(o)
        told[DCT + "description"] = [*sorted(candidate.descriptions, key=_by_language)]
        for p, spans in (("passage", candidate.passages), ("contextPassage", candidate.context)):
            told.setdefault(br(p), []).extend(self.passage(s, hash_of) for s in spans)
        if candidate.section:
            told[br("passage")].append(Bracket(((br("section"), Literal(candidate.section)),)))
        head: list[Said] = [
            (TYPE, [br("Claim")]),
            (br("inDocument"), [candidate.document]),
            (br("statedBy"), [candidate.speaker]),
            (br("stance"), [candidate.stance]),
        ]
        lines = [head, *_in_order({p: o for p, o in told.items() if o})]
        content = "\n".join(self._about(s, said) for s, said in _grouped(candidate.content).items())
        body = f"{name} {{\n{content}\n}}\n" if content else f"{name} {{ }}\n"
        return body + self.statement(candidate.claim, lines) + "\n"

    def _about(self, subject: str, said: dict[str, list[Node]]) -> str:
        first = {TYPE: said[TYPE]} if TYPE in said else {}
        return self.statement(subject, [[*(first | said).items()]], "  ")

    def passage(self, span: Span, hash_of: Callable[[Span], str]) -> Bracket:
        """Where in a document, with the hash of what stands there."""
        said: list[tuple[str, Node]] = [(br("paragraph"), _number(span.paragraph))]
        if span.page is not None:
            said.append((br("page"), _number(span.page)))
        said += [(OA + "start", _number(span.start)), (OA + "end", _number(span.end))]
        return Bracket((*said, (br("passageHash"), Literal(hash_of(span)))))

    def thing(self, thing: Thing, indent: str = "  ") -> str:
        """An entry of the reference data."""
        told: dict[str, list[Node | Bracket]] = {TYPE: [thing.kind], LABEL: [thing.label]}
        if thing.also:
            told[ALT_LABEL] = [*thing.also]
        for p, o in thing.said:
            told.setdefault(p, []).append(o)
        return self.statement(thing.iri, [[*told.items()]], indent)


_UNFIT = re.compile(r"[\x00-\x20<>\"{}|^`\\]")


def _in_order(told: Mapping[str, Sequence[Node | Bracket]]) -> list[list[Said]]:
    """What is said of a claim, in lines."""
    places = {_iri_of(name): (i, j) for i, line in enumerate(_LINES) for j, name in enumerate(line)}
    last = (len(_LINES), 0)
    lines: dict[int, list[Said]] = {}
    for p in sorted(told, key=lambda p: (*places.get(p, last), p)):
        lines.setdefault(places.get(p, last)[0], []).append((p, told[p]))
    return list(lines.values())


def _iri_of(name: str) -> str:
    return {"description": DCT + name, "comment": COMMENT, "seeAlso": RDFS + name}.get(name, br(name))


def _grouped(content: Iterable[tuple[str, str, Node]]) -> dict[str, dict[str, list[Node]]]:
    found: dict[str, dict[str, list[Node]]] = {}
    for s, p, o in content:
        values = found.setdefault(s, {}).setdefault(p, [])
        if o not in values:
            values.append(o)
    return found


def _filled(said: Sequence[str], indent: int, first: int = 0) -> list[str]:
    """Parts of a line, joined by semicolons as long as they fit. ``first``: where the first line begins."""
    lines: list[str] = []
    for part in said:
        room = _WIDTH - (first if first and len(lines) == 1 else indent)
        if lines and "\n" not in lines[-1] and len(lines[-1]) + len(part.split("\n")[0]) + 5 <= room:
            lines[-1] += f" ; {part}"
        else:
            lines.append(part)
    return lines


def _by_language(text: Literal) -> tuple[int, str]:
    lang = text.lang or ""
    return (LANGUAGES.index(lang) if lang in LANGUAGES else len(LANGUAGES), lang)


def _number(value: int) -> Literal:
    return Literal(str(value), None, XSD + "integer")


def name_of(text: str, longest: int = 40) -> str:
    """The last part of an IRI for something called so: small Latin letters, figures and hyphens; "" for none."""
    from anyascii import anyascii

    plain = re.sub(r"[^a-z0-9]+", "-", anyascii(text).lower()).strip("-")
    if len(plain) > longest:
        plain = plain[: longest + 1].rpartition("-")[0] or plain[:longest]
    return plain
