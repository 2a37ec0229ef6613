"""How far a query reaches: parameters everywhere, a variable graph among what people wrote, FROM nowhere.

Which letters of a text are a variable or a keyword, the engine's own parser says, as in ``kg.engine.guard``: a text is
read with something else in their place, and no pattern of ours has to know what a string, a comment or a path is.
"""

from __future__ import annotations

import re
import secrets
import string
from collections.abc import Mapping

import pyoxigraph as ox

from kg.engine.guard import keep_inside
from kg.errors import BadQuery
from kg.text.terms import GRAPH, PREFIXES, REFERENCE, REGISTER
from kg.values.claims import Literal, Node
from kg.values.said import Said

#: Can stand in strings, comments and IRIs, but nowhere else.
_NOTHING = "~"
_LETTER = r"[\w\u00b7\u0300-\u036f\u203f\u2040]"
_VARIABLE = re.compile(rf"[?$]{_LETTER}*\Z")
_GAP = r"(?:[ \t\r\n]|#[^\r\n]*[\r\n])*"
_ANY_GRAPH = re.compile(rf"graph({_GAP}([?$][^\s{{}}()<>\"'#?$]+){_GAP}\{{)", re.I)
_ALL = re.compile(r"\bSELECT\s+((DISTINCT|REDUCED)\s+)?\*", re.I)
_FROM = re.compile("from", re.I)
_SELECT = re.compile("select", re.I)
_WRITTEN = (
    f'FILTER(!STRSTARTS(STR({{0}}), "{GRAPH}") || STRSTARTS(STR({{0}}), "{REGISTER}") '
    f'|| STRSTARTS(STR({{0}}), "{REFERENCE}"))'
)


def bind(query: str, values: Mapping[str, Node]) -> str:
    """The query with some of its variables fixed, wherever they stand: in subqueries, filters and templates too.

    The engine's own substitution serves only variables that the query projects.
    Raises BadQuery for a variable that does not occur, and where a value cannot stand.
    """
    terms = {name: _term(value) for name, value in values.items()}
    if not terms or not _reads(query):  # the engine says best what is wrong
        return query
    names = "|".join(map(re.escape, terms))
    fixed, missing = query, set(terms)
    # from the end, so that places before keep their offsets
    for found in reversed(list(re.finditer(rf"((?i:BOUND)\s*\(\s*)?[?$]({names})(?!{_LETTER})(?(1)\s*\))", query))):
        if not _reads(_put(fixed, found, _NOTHING)):
            missing.discard(found[2])
            fixed = _fixed(query, fixed, found, values[found[2]])
    for name in sorted(missing):
        raise BadQuery(
            Said("The query has no variable ?{name}.", name=name), "Name the variable without its question mark."
        )
    if _ALL.search(query):  # ‘all variables’ are those with a value too
        columns = f"{fixed}\nVALUES ({' '.join(f'?{n}' for n in terms)}) {{ ({' '.join(terms.values())}) }}"
        return columns if _reads(columns) else fixed
    return fixed


def _fixed(query: str, text: str, found: re.Match[str], value: Node) -> str:
    """The text with a value for one variable: as it is, as a column or key, or as an expression."""
    term, said = _term(value), value.value if isinstance(value, Literal) else value
    called = re.match(rf"{_GAP}\(", query[found.end() :])  # an IRI before a bracket would be a function
    ways = ["true"] if found[1] else [f"({term} AS ?{found[2]})", f"({term})"]
    for way in ways if called or found[1] else [term, *ways]:
        if _reads(changed := _put(text, found, way)):
            return changed
    if _reads(_put(text, found, f"({term} AS ?{secrets.token_hex(8)})")):
        return text  # a column that a key or a subquery has given its value by now
    raise BadQuery(
        Said(
            "‘{word}’ cannot stand for ?{name} at line {line}, column {column} of the query.",
            word=said,
            name=found[2],
            **_place(query, found),
        ),
        "Properties and graphs are things, such as e:PRK; what a query sets itself (AS, VALUES) is no parameter.",
    )


def among_texts(query: str) -> str:
    """The query with its variable graphs kept to what people wrote: claims, registers, reference data, ontology.

    The views hold the same triples again; they and other computed graphs are asked by their names. By a condition on
    each variable: the engine joins over a list of 10,000 graphs a thousand times slower than over them all.
    Raises BadQuery for a subquery in such a graph, of which the engine does not say in which graph it found something.
    """
    if not _ANY_GRAPH.search(query) or not _reads(query):
        return query
    text = query
    for found in reversed(list(_ANY_GRAPH.finditer(query))):
        if not _is_keyword(query, found, _letters("graph") + found[1]):
            continue
        for select in _SELECT.finditer(query, found.end(), _closing(query, found.end())):
            if _is_keyword(query, select, _letters("select")):
                raise BadQuery(
                    Said(
                        "GRAPH {name} holds a subquery, at line {line}, column {column}.",
                        name=found[2],
                        **_place(query, select),
                    ),
                    Said("Turn it inside out: {text}", text=f"{{ SELECT … {{ GRAPH {found[2]} {{ … }} }} }}"),
                )
        text = _put(text, found, f"{_WRITTEN.format(found[2])} {found[0]}")
    return text


def refuse_from(query: str) -> None:
    """Refuse FROM and FROM NAMED: what a query sees is said by its view. Raises BadQuery."""
    others = _letters("from")
    if not _FROM.search(query) or not _reads(query) or _reads(_FROM.sub(others, query)):
        return
    first = next(m for m in _FROM.finditer(query) if _is_keyword(query, m, others))
    raise BadQuery(
        Said(
            "The query chooses its graphs by FROM, at line {line}, column {column}; here its view does that.",
            **_place(query, first),
        ),
        "Leave FROM out and choose by --view, or ask one graph by its name: GRAPH <…> { … }",
    )


def _is_keyword(query: str, found: re.Match[str], masked: str) -> bool:
    """Whether a text can only be read with what was found in it, which is not the end of a variable's name."""
    return not _VARIABLE.search(query, 0, found.start()) and not _reads(_put(query, found, masked))


def _closing(query: str, after: int) -> int:
    """Where the group ends that was opened before an offset: what is left without its content can be read."""
    ends = (m.start() for m in re.compile("}").finditer(query, after))
    return next((end for end in ends if _reads(query[:after] + query[end:])), len(query))


def _reads(text: str) -> bool:
    """Whether the engine can read a text as a query."""
    try:
        keep_inside(text, PREFIXES)
        ox.Store().query(text, prefixes=PREFIXES)
    except (BadQuery, SyntaxError, ValueError):
        return False
    return True


def _letters(word: str) -> str:
    """Others in place of a word's: nobody can foresee, and use, them."""
    return "".join(secrets.choice(string.ascii_lowercase) for _ in word)


def _put(text: str, found: re.Match[str], other: str) -> str:
    return text[: found.start()] + other + text[found.end() :]


def _place(text: str, found: re.Match[str]) -> dict[str, int]:
    """Where something begins."""
    line, start = text.count("\n", 0, found.start()) + 1, text.rfind("\n", 0, found.start())
    return {"line": line, "column": found.start() - start}


def _term(node: Node) -> str:
    if not isinstance(node, Literal):
        if re.search(r'[\x00-\x20<>"{}|^`\\]', node):
            raise BadQuery(
                Said("‘{word}’ is not an IRI.", word=node), "A name, a CURIE such as e:PRK, or an IRI without spaces."
            )
        return f"<{node}>"
    text = node.value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    return f'"{text}"' + (f"@{node.lang}" if node.lang else f"^^<{node.datatype}>" if node.datatype else "")
