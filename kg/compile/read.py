"""One facts file: text → quads and syntax findings.

Top-level triples go to the file's register graph, reference graphs to its reference graph, every other graph is a
claim's. Blank nodes get names that do not change from build to build. After a syntax error the other statements of
the file are still read, so that all findings come at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import quote

from kg.claims.renamed import Renamed
from kg.compile.trig import Chunk, Locator, chunks, is_directive
from kg.engine.nodes import Nested, is_iri
from kg.engine.parse import parse_trig
from kg.errors import WrongCall
from kg.text import escapes
from kg.text.dates import parse_date
from kg.text.terms import (
    ALT_LABEL,
    BASE,
    DCT,
    GRAPH,
    HIDDEN_LABEL,
    LABEL,
    PREF_LABEL,
    REFERENCE,
    REGISTER,
    TYPE,
    XSD,
    br,
    curie,
    local,
)
from kg.values.claims import Literal, Node, Quad, finite
from kg.values.findings import Finding

#: Subject, predicate, object and graph as parsed; the graph is None at top level.
Term4 = tuple[str, str, Node, str | None]
#: Marks the made-up name of a blank node that stands in a claim's content.
GENID = BASE + ".well-known/genid/"
#: What may stand behind the # of an IRI as it is.
_IN_FRAGMENT = "%!$&'()*+,;=:@/?-._~"

_LEXICAL = {
    "integer": re.compile(r"[+-]?\d+"),
    "decimal": re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)"),
    "double": re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?|[+-]?INF|NaN"),
    "boolean": re.compile(r"true|false|0|1"),
    "gYear": re.compile(r"\d{4}"),
    "gYearMonth": re.compile(r"\d{4}-\d\d"),
    "date": re.compile(r"\d{4}-\d\d-\d\d"),
}
_EXAMPLE = {
    "date": '"2024-06-19"^^xsd:date',
    "gYearMonth": '"2024-06"^^xsd:gYearMonth',
    "gYear": '"2024"^^xsd:gYear',
    "boolean": "true",
}
_NUMBERS = {XSD + kind for kind in ("integer", "decimal", "double")}
#: How many characters a name may have: more is a text that got into the wrong place.
_LONGEST = dict.fromkeys((LABEL, PREF_LABEL, ALT_LABEL, HIDDEN_LABEL), 500) | {DCT + "title": 2000}
#: Controls, and marks that turn the order of letters around; not those that Arabic or Hebrew text needs.
_INVISIBLE = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]"
#: Warnings about a text alone, or with those of the same claims: while it is not read again, they stand.
OF_TEXTS = frozenset(("long-name", "invisible", "huge-number", "old-name", "repeated"))
#: No name has been given up.
_NONE = Renamed()
#: Lines between which git puts what two branches write in one place.
_MARKS = re.compile(r"^(?:<{7}|>{7}) .*$", re.M)
_SAID = re.compile(r"Parser error at line \d+ (?:between columns \d+ and \d+|column \d+|between .*?): ?", re.S)


@dataclass
class Part:
    """What one file contributes: its quads, what is wrong with its text, and the names its broken statements hold."""

    name: str
    quads: list[Quad] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    lost: str = ""


class _Text:
    """The text of a file, and where its triples stand, worked out when that is first asked."""

    def __init__(self, text: str, renamed: Renamed) -> None:
        self.text, self.renamed = text, renamed

    @cached_property
    def locator(self) -> Locator:
        """Finds triples by the names that they are read by."""
        return Locator(self.text, self.renamed.now)


def register_graph(name: str) -> str:
    """Graph of the claim and document metadata of a file."""
    return REGISTER + quote(name)


def reference_graph(name: str) -> str:
    """Graph of the reference data of a file."""
    return REFERENCE + quote(name)


def read_file(name: str, path: str, renamed: Renamed = _NONE) -> Part:
    """Read one facts file. A file that cannot be opened raises OSError."""
    with open(path, "rb") as file:
        return read_bytes(name, file.read(), renamed)


def read_bytes(name: str, data: bytes, renamed: Renamed = _NONE) -> Part:
    """Read the bytes of a facts file, whatever they are: trouble comes back as findings.

    What bears a name that the ontology has given up is read by its new one.
    """
    part = Part(name)
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
        part.findings.append(
            Finding(
                name,
                line,
                column,
                "error",
                "encoding",
                f"This is not UTF-8 text: byte {data[error.start]:#04x} cannot be read.",
                "Save the file with UTF-8 encoding (in most editors: Save as …, Encoding UTF-8).",
            )
        )
        part.lost = data.decode("utf-8", "replace")
        return part
    try:
        terms = list(parse_trig(data))
    except SyntaxError:
        if conflict := _conflict(name, text):
            part.findings.append(conflict)
            part.lost = text
            return part
        terms = _salvage(text, part)
    source = _Text(text, renamed)
    terms = _without_nested(terms, part, source)
    names = {x for t in terms for x in t if isinstance(x, str) and not x.startswith("_:")}
    names |= {t[2].datatype for t in terms if isinstance(t[2], Literal) and t[2].datatype}
    terms = _with_new_names(terms, part, source, names)
    terms = _without_bad_names(terms, part, source, names)
    terms = _without_split_names(terms, part, source)
    _name_blank_nodes(terms)
    _sort_into_graphs(terms, part)
    part.findings += _bad_literals(part, source)
    part.findings += _doubtful_texts(part, source)
    return part


def _conflict(name: str, text: str) -> Finding | None:
    """What to do where git could not put two branches together, and wrote both into the file."""
    marks = [m for m in _MARKS.finditer(text) if m[0][0] == "<"]
    if not marks or len(marks) == len(_MARKS.findall(text)):
        return None
    line = text.count("\n", 0, marks[0].start()) + 1
    places = f"{len(marks)} places are" if len(marks) > 1 else "This place is"
    message = f"{places} marked by git: two branches write different things here."
    hint = "Keep what is meant of each, both if they are two claims, and remove the lines <<<<<<<, ======= and >>>>>>>."
    return Finding(name, line, 1, "error", "git-conflict", message, hint)


def _salvage(text: str, part: Part) -> list[Term4]:
    """Read the statements one by one; every broken one gives a finding."""
    header, terms, lost = dict[str, str](), list[Term4](), list[str]()
    starts = Locator(text)
    for chunk in chunks(text):
        source = text[chunk.start : chunk.end]
        flat = " ".join(_declared(header, source))
        try:
            terms += parse_trig(f"{flat}\n{source}".encode())
            if is_directive(chunk):
                header[_declares(chunk)] = " ".join(t.text for t in chunk.tokens)
        except SyntaxError as error:
            line, column = starts.position(chunk.start)
            at_line, at_column = (error.lineno or 2) - 2, error.offset or 1
            if at_line < 0:
                at_line, at_column = 0, 1
            if at_line:
                line, column = line + at_line, at_column
            else:
                column += at_column - 1
            part.findings.append(_syntax_finding(part.name, line, column, error, chunk))
            lost.append(source)
    part.lost += "\n".join(lost)
    if not part.findings:  # whole file refused, every statement accepted: report the file's own error
        try:
            list(parse_trig(text.encode()))
        except SyntaxError as error:
            part.findings.append(_syntax_finding(part.name, error.lineno or 1, error.offset or 1, error, None))
    return terms


def _declares(chunk: Chunk) -> str:
    """The prefix that a directive declares; a base is one of its own each time, for it may hang on the one before."""
    return next((t.text for t in chunk.tokens[1:] if t.kind == "name"), f"base {chunk.start}")


def _declared(header: dict[str, str], statement: str) -> list[str]:
    """The directives that a statement needs: to read all prefixes again before each takes long where they are many."""
    used = set(re.findall(r"(?:\w(?:[\w.-]*\w)?)?:", statement))
    based = any(name.startswith("base ") for name in header)
    return [text for name, text in header.items() if based or name in used]


def _syntax_finding(name: str, line: int, column: int, error: SyntaxError, chunk: Chunk | None) -> Finding:
    said = _SAID.sub("", str(error.args[0])).strip()
    hint = "Look at this line and the one before it: a missing ; , . or closing bracket is the usual cause."
    prefix = re.search(r"The prefix (\S*:) has not been declared", said)
    if prefix:
        said = f"The prefix {prefix[1]} is not declared in this file."
        hint = f"Add a line such as @prefix {prefix[1]} <https://…> . at the top, or correct the spelling."
    elif chunk is not None and any(t.kind == "other" and t.text in "\"'" for t in chunk.tokens):
        quote_ = next(t for t in chunk.tokens if t.kind == "other" and t.text in "\"'")
        said = f"A text that opens with {quote_.text} is not closed on its line."
        hint = 'Close it with the same mark, or use three of them (""") for a text of several lines.'
    elif chunk is not None and "{" in (t.text for t in chunk.tokens[:3]) and chunk.tokens[-1].text != "}":
        said, hint = "The block opened with { is never closed.", "Put } at the end of the claim's facts."
    elif "No scheme found" in said:
        said = "This IRI is relative: it does not say where it belongs."
        hint = "Write it in full (https://…) or with a prefix, for example e:PRK."
    return Finding(
        name, line, column, "error", "syntax", said[:1].upper() + said[1:] + ("" if said.endswith(".") else "."), hint
    )


def _without_nested(terms: list[Term4], part: Part, source: _Text) -> list[Term4]:
    """The triples that hold none: a graph of claims has a name for each of its parts already."""
    flat = [t for t in terms if not isinstance(t[2], Nested)]
    if len(flat) < len(terms):
        hint = "Write a claim about the claim instead: br:qualifies, br:corroborates …"
        for line, column in source.locator.find_nested() or [(1, 1)]:
            part.findings.append(
                Finding(part.name, line, column, "error", "syntax", "A triple cannot stand inside a triple.", hint)
            )
    return flat


def _with_new_names(terms: list[Term4], part: Part, source: _Text, names: set[str]) -> list[Term4]:
    """The triples by the names that the ontology has now, with a warning wherever an old one stands."""
    renamed = source.renamed
    if names.isdisjoint(renamed.now) and names.isdisjoint(renamed.advice):
        return terms
    part.findings += old_names(part.name, source.text, renamed, source.locator.position)
    node = renamed.node
    return [(str(node(s)), str(node(p)), node(o), g and str(node(g))) for s, p, o, g in terms]


def old_names(
    name: str,
    text: str,
    renamed: Renamed,
    position: Callable[[int], tuple[int, int]],
    prefixes: Mapping[str, str] | None = None,
) -> list[Finding]:
    """A warning for each place of a text where a name stands that the ontology has given up."""
    found = []
    for token, iri in renamed.places(text, prefixes):
        line, column = position(token.start)
        new = renamed.now.get(iri)
        if new:
            message = f"{curie(iri)} is called {curie(new)} now, and is read so."
            hint = f"Write {curie(new)}." if prefixes else f"kg check --fix writes {curie(new)}."
        else:
            message, hint = f"{curie(iri)} is not used any more.", renamed.advice[iri]
        found.append(Finding(name, line, column, "warning", "old-name", message, hint))
    return found


def _without_bad_names(terms: list[Term4], part: Part, source: _Text, names: set[str]) -> list[Term4]:
    """The triples that the store takes: its parser lets characters pass in short names that no IRI may hold."""
    bad = {n for n in names if not is_iri(n)}
    if not bad:
        return terms
    good = list[Term4]()
    for s, p, o, g in terms:
        datatype = o.datatype if isinstance(o, Literal) else None
        found = next((x for x in (s, p, o, g, datatype) if isinstance(x, str) and x in bad), None)
        if found is None:
            good.append((s, p, o, g))
            continue
        message = f"{curie(found)} cannot be the name of anything: it holds a character that no IRI may hold."
        line, column = source.locator.find(s, p, o, g)
        part.findings.append(
            Finding(
                part.name,
                line,
                column,
                "error",
                "syntax",
                message,
                "Type the name anew; the character may be invisible.",
            )
        )
        part.lost += f"\n{local(found)}"
    return good


def _without_split_names(terms: list[Term4], part: Part, source: _Text) -> list[Term4]:
    """What is not about claims with # in their names: that mark sets off what is derived from a claim."""
    kinds = {s: o for s, p, o, g in terms if p == TYPE and "#" in s}
    named = {s for s, kind in kinds.items() if kind == br("Claim")} | {g for *_, g in terms if g and "#" in g}
    split = {n for n in named if kinds.get(n) not in (br("RegisterGraph"), br("ReferenceGraph"))}
    if not split:
        return terms
    for name in sorted(split):
        places = (source.locator.find(None, None, None, name), source.locator.find(name, TYPE, br("Claim")))
        line, column = max(places)
        message = f"The name of a claim cannot contain #: {curie(name)}."
        hint = "Put another mark in its place, such as a hyphen."
        part.findings.append(Finding(part.name, line, column, "error", "claim-name", message, hint, curie(name)))
    part.lost += "\n".join(["", *split, *(local(name) for name in split)])
    return [t for t in terms if t[0] not in split and t[3] not in split]


def _name_blank_nodes(terms: list[Term4]) -> None:
    """Give every blank node an IRI that depends on its place in the file only."""
    names: dict[str, str] = {}
    counts: dict[str, int] = {}

    def is_blank(node: Node | None) -> bool:
        return isinstance(node, str) and node[:2] == "_:"

    def give(blank: str, stem: str) -> None:
        if blank not in names:
            counts[stem] = counts.get(stem, 0) + 1
            names[blank] = f"{stem}-{counts[stem]}"

    unnamed = [i for i, (s, _, o, g) in enumerate(terms) if is_blank(s) or is_blank(o) or is_blank(g)]
    pending = [terms[i] for i in unnamed]
    below: dict[str, list[Term4]] = {}
    for term in pending:
        below.setdefault(term[0], []).append(term)
    front = [s for s in below if not is_blank(s)]
    while front:  # outer nodes first: a nested one takes its name from the one it hangs on
        inner = []
        for s, p, o, g in (term for subject in front for term in below[subject]):
            if is_blank(o) and o not in names:
                subject, last = names.get(s, s), quote(local(p), safe=_IN_FRAGMENT)
                stem = subject + ("/" if "#" in subject else "#") + last
                give(str(o), stem if g is None else f"{GENID}{quote(local(g), safe='')}-{last}")
                inner += [str(o)] if o in below else []
        front = inner
    for s, _, o, g in pending:
        for node in (s, o, g):
            if is_blank(node):
                give(str(node), GENID + ("top" if g is None or is_blank(g) else quote(local(g), safe="")))
    for i, (s, p, o, g) in zip(unnamed, pending, strict=True):
        value = names.get(o, o) if isinstance(o, str) else o
        terms[i] = (names.get(s, s), p, value, names.get(g, g) if g else g)


def _sort_into_graphs(terms: list[Term4], part: Part) -> None:
    reference, register = reference_graph(part.name), register_graph(part.name)
    kinds = {s: o for s, p, o, g in terms if g is None and p == TYPE}
    own = {register}
    for s, p, o, g in terms:
        if g is None or kinds.get(g) == br("RegisterGraph"):
            target = register
        elif g == GRAPH + "reference" or kinds.get(g) == br("ReferenceGraph"):
            target = reference
        else:
            target = g
        own.add(target)
        part.quads.append((s, p, o, target))
    where = Literal(part.name)
    part.quads += [(graph, br("inFile"), where, register) for graph in sorted(own)]


def _doubtful_texts(part: Part, source: _Text) -> list[Finding]:
    """Texts that are in order as RDF, but not as what people read: much too long a name, invisible marks."""
    found = []
    for s, p, o, g in part.quads:
        if not isinstance(o, Literal):
            continue
        wrong = _doubt(p, o)
        if wrong:
            line, column = source.locator.find(s, p, o, None if g.startswith(GRAPH) else g)
            found.append(Finding(part.name, line, column, "warning", *wrong, s, g))
    return found


def _doubt(p: str, o: Literal) -> tuple[str, str, str] | None:
    """Check, message and hint for a text that nobody can have meant to write so."""
    if len(o.value) > _LONGEST.get(p, len(o.value)):
        message = f"A name of {len(o.value):,} characters: “{o.value[:40]}…”."
        return "long-name", message, f"Name it in at most {_LONGEST[p]:,}, and put the rest into dcterms:description."
    if not o.value.isprintable() and (mark := re.search(_INVISIBLE, o.value)):
        message = f"“{escapes.terminal(o.value)[:40]}” holds an invisible mark, U+{ord(mark[0]):04X}."
        return "invisible", message, "Take it out: it hides or reorders what stands around it. Output leaves it out."
    if o.datatype in _NUMBERS and re.search(r"\d", o.value) and finite(o.value) is None:
        return "huge-number", f"{o.value[:20]}… is too large to count with.", "Correct it, or write it as words."
    return None


def _bad_literals(part: Part, source: _Text) -> list[Finding]:
    """Values that do not fit their type: the parser lets "2024-13-45"^^xsd:date pass."""
    found = []
    for s, p, o, g in part.quads:
        if not isinstance(o, Literal) or not o.datatype or not o.datatype.startswith(XSD):
            continue
        kind = o.datatype[len(XSD) :]
        pattern = _LEXICAL.get(kind)
        if pattern is None or (pattern.fullmatch(o.value) and not _impossible_day(kind, o.value)):
            continue
        graph = None if g.startswith(GRAPH) else g
        line, column = source.locator.find(s, p, o, graph)
        example = f", for example {_EXAMPLE[kind]}" if kind in _EXAMPLE else ""
        found.append(
            Finding(
                part.name,
                line,
                column,
                "error",
                "literal",
                f"“{o.value}” is not a valid {kind}.",
                f"Correct the value{example}.",
                s,
                g,
            )
        )
    return found


def _impossible_day(kind: str, value: str) -> bool:
    if kind not in ("date", "gYear", "gYearMonth"):
        return False
    try:
        parse_date(value)
    except WrongCall:
        return True
    return False
