"""SHACL shapes as SPARQL queries.

Why not pySHACL at run time: on 100,000 quads it takes 20 s and 1.5 GB where the same rules as queries on the store
take 0.3 s, and a stale store is rebuilt while somebody waits. The tests hold the two together: on the facts, the
sample and the broken sample both must report the same nodes. The part of SHACL that is understood is in ``_PARTS``;
a shape that uses more is an error, never skipped.

Each constraint becomes a Boolean expression over one variable that is true when the constraint is violated, so
``sh:node`` and ``sh:or`` nest freely.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from kg.errors import KgError
from kg.text.terms import RDF, TYPE, local
from kg.values.claims import Literal, Node

#: Different values of one property that a shape may ask for, or allow.
_MOST = 30
SH = "http://www.w3.org/ns/shacl#"
_SEVERITY = {"Violation": "error", "Warning": "warning", "Info": "note"}
_ABOUT = {
    "path",
    "message",
    "severity",
    "property",
    "sparql",
    "targetClass",
    "targetSubjectsOf",
    "targetObjectsOf",
    "name",
    "description",
    "order",
    "group",
    "declare",
}

Triples = list[tuple[Node, str, Node]]


class ShapeQuery(NamedTuple):
    """One constraint as a SELECT of ``?focus`` and perhaps ``?value``; ``path`` is None or the property concerned."""

    check: str
    severity: str
    message: str
    query: str
    paths: tuple[str, ...]


class _Graph:
    def __init__(self, triples: Triples) -> None:
        #: The shapes that are being worked out, one inside the other.
        self._inside: list[Node] = []
        self._by: dict[Node, dict[str, list[Node]]] = defaultdict(lambda: defaultdict(list))
        for s, p, o in triples:
            self._by[s][p].append(o)

    def all(self, s: Node, name: str) -> list[Node]:
        return self._by[s][SH + name]

    def one(self, s: Node, name: str) -> Node | None:
        return next(iter(self.all(s, name)), None)

    def members(self, head: Node) -> list[Node]:
        found, seen = list[Node](), set[Node]()
        while head != RDF + "nil":
            first, rest = self._by[head][RDF + "first"], self._by[head][RDF + "rest"]
            if head in seen or len(first) != 1 or len(rest) != 1:
                raise KgError("The shapes hold a list that is none.", "Write its members in round brackets.")
            seen.add(head)
            found += first
            head = rest[0]
        return found

    @contextmanager
    def entered(self, shape: Node) -> Iterator[None]:
        """Work out a shape. Raises KgError for one that refers to itself."""
        if shape in self._inside:
            raise KgError(f"The shape {local(str(shape))} refers to itself, which kg check does not understand.")
        self._inside.append(shape)
        yield
        self._inside.pop()

    def subjects(self) -> list[Node]:
        return list(self._by)

    def parts(self, s: Node) -> set[str]:
        return {p[len(SH) :] for p in self._by[s] if p.startswith(SH)}

    def is_a(self, s: Node, kind: str) -> bool:
        return SH + kind in self._by[s][TYPE]


def compile_shapes(triples: Triples) -> list[ShapeQuery]:
    """All constraints of the node shapes that have a target. Raises KgError for SHACL that is not understood."""
    graph = _Graph(triples)
    return [
        query for shape in graph.subjects() if graph.is_a(shape, "NodeShape") for query in _node_shape(graph, shape)
    ]


def _node_shape(graph: _Graph, shape: Node) -> Iterator[ShapeQuery]:
    targets = _targets(graph, shape)
    if not targets:
        return
    name = local(str(shape))
    severity, message = _about(graph, shape, "Violation", "")
    for bad in _violations(graph, shape, "?focus", properties=False):
        yield ShapeQuery(name, severity, message, _select("?focus", f"{targets} FILTER({bad})"), ())
    for prop in graph.all(shape, "property"):
        path = graph.one(prop, "path")
        paths = tuple(_iris(graph, path)) if path is not None else ()
        level, text = _about(graph, prop, severity, message)
        check = f"{name}/{local(paths[0]) if paths else 'property'}"
        for bad, per_value in _property(graph, prop, "?focus", "?value"):
            where = (
                f"{targets} ?focus {_path(graph, prop)} ?value . FILTER({bad})"
                if per_value
                else f"{targets} FILTER({bad})"
            )
            yield ShapeQuery(
                check,
                _SEVERITY.get(level, level),
                text,
                _select("?focus ?value" if per_value else "?focus", where),
                paths,
            )
    for rule in graph.all(shape, "sparql"):
        select = graph.one(rule, "select")
        level, text = _about(graph, rule, severity, message)
        body = str(select.value if isinstance(select, Literal) else "").replace("$this", "?focus")
        inner = re.sub(r"^\s*SELECT\s+(DISTINCT\s+)?", "SELECT DISTINCT ", body, flags=re.I)
        inner = re.sub(r"WHERE\s*\{", lambda m: f"WHERE {{ {targets} ", inner, count=1, flags=re.I)
        yield ShapeQuery(name, level, text, inner, ())


def _about(graph: _Graph, node: Node, severity: str, message: str) -> tuple[str, str]:
    level, text = graph.one(node, "severity"), graph.one(node, "message")
    level_name = local(str(level)) if level else severity
    return _SEVERITY.get(level_name, level_name), text.value if isinstance(text, Literal) else message


def _select(variables: str, where: str) -> str:
    return f"SELECT DISTINCT {variables} WHERE {{ {where} }}"


def _targets(graph: _Graph, shape: Node) -> str:
    parts = [
        f"{{ ?focus a/<http://www.w3.org/2000/01/rdf-schema#subClassOf>* {_iri(c)} }}"
        for c in graph.all(shape, "targetClass")
    ]
    parts += [f"{{ ?focus {_iri(p)} ?any{i} }}" for i, p in enumerate(graph.all(shape, "targetSubjectsOf"))]
    parts += [f"{{ ?any{i} {_iri(p)} ?focus }}" for i, p in enumerate(graph.all(shape, "targetObjectsOf"))]
    if not parts:
        return ""
    distinct = f"SELECT DISTINCT ?focus WHERE {{ {' UNION '.join(parts)} }}"
    # the outer SELECT keeps the engine from testing each row before DISTINCT: 1,000 times slower on hubs
    return f"{{ SELECT ?focus (1 AS ?once) WHERE {{ {{ {distinct} }} }} }}"


def _iri(node: Node) -> str:
    if isinstance(node, Literal) or node.startswith("_:"):
        raise KgError(f"The shapes have {_named(node)} where a name is expected.")
    return f"<{node}>"


def _named(node: Node) -> str:
    return f"“{node.value}”" if isinstance(node, Literal) else local(node)


def _term(node: Node) -> str:
    if not isinstance(node, Literal):
        return _iri(node)
    text = node.value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{text}"' + (f"@{node.lang}" if node.lang else f"^^<{node.datatype}>" if node.datatype else "")


def _path_of(graph: _Graph, path: Node) -> str:
    if isinstance(path, str) and not path.startswith("_:"):
        return _iri(path)
    alternatives, inverse = graph.one(path, "alternativePath"), graph.one(path, "inversePath")
    if alternatives is not None:
        with graph.entered(path):
            return "(" + "|".join(_path_of(graph, p) for p in graph.members(alternatives)) + ")"
    if inverse is not None:
        with graph.entered(path):
            return "^" + _path_of(graph, inverse)
    raise KgError("A path in the shapes is neither a property, sh:alternativePath nor sh:inversePath.")


def _path(graph: _Graph, prop: Node) -> str:
    path = graph.one(prop, "path")
    if path is None:
        raise KgError("A property shape has no sh:path.")
    return _path_of(graph, path)


def _iris(graph: _Graph, path: Node) -> list[str]:
    return re.findall(r"<([^>]*)>", _path_of(graph, path))


_fresh = itertools.count()


def _variable() -> str:
    return f"?v{next(_fresh)}"


def _violations(graph: _Graph, shape: Node, x: str, properties: bool = True) -> list[str]:
    """Expressions that are true when ``x`` violates a part of the shape."""
    with graph.entered(shape):
        return _violations_inside(graph, shape, x, properties)


def _violations_inside(graph: _Graph, shape: Node, x: str, properties: bool) -> list[str]:
    found = [
        _PARTS[part](graph, shape, value, x)
        for part in sorted(graph.parts(shape) - _ABOUT)
        for value in graph.all(shape, part)
        if _known(part, shape)
    ]
    if properties:
        for prop in graph.all(shape, "property"):
            v = _variable()
            for bad, per_value in _property(graph, prop, x, v):
                found.append(f"EXISTS {{ {x} {_path(graph, prop)} {v} FILTER({bad}) }}" if per_value else f"({bad})")
    return found


def _known(part: str, shape: Node) -> bool:
    if part not in _PARTS:
        raise KgError(
            f"The shapes use sh:{part} ({local(str(shape))}), which kg check does not understand.",
            f"Understood: {', '.join(sorted(_PARTS) + sorted(_COUNTS))}.",
        )
    return True


def _property(graph: _Graph, prop: Node, x: str, v: str) -> Iterator[tuple[str, bool]]:
    """Expressions for a property shape, and whether each is about one value ``v`` or about ``x`` as a whole."""
    path = _path(graph, prop)
    for part in sorted(graph.parts(prop) - _ABOUT):
        for value in graph.all(prop, part):
            if part in _COUNTS:
                yield _COUNTS[part](path, value, x), False
            elif part in ("lessThan", "lessThanOrEquals"):
                other = _variable()
                right = "<" if part == "lessThan" else "<="
                yield f"EXISTS {{ {x} {_iri(value)} {other} FILTER({_unless(f'{v} {right} {other}')}) }}", True
            elif _known(part, prop):
                yield _PARTS[part](graph, prop, value, v), True
    with graph.entered(prop):
        for nested in graph.all(prop, "property"):
            w = _variable()
            for bad, per_value in _property(graph, nested, v, w):
                yield (f"EXISTS {{ {v} {_path(graph, nested)} {w} FILTER({bad}) }}" if per_value else bad), True


def _unless(comparison: str) -> str:
    """What cannot be compared is a violation too."""
    return f"COALESCE(!({comparison}), true)"


def _several(path: str, x: str, count: int) -> str:
    """``x`` has at least ``count`` different values."""
    if count > _MOST:  # each value is compared with each other one
        raise KgError(f"The shapes count up to {count:,} values; kg check counts up to {_MOST}.")
    names = [_variable() for _ in range(count)]
    triples = " . ".join(f"{x} {path} {n}" for n in names)
    apart = " && ".join(f"!sameTerm({a}, {b})" for a, b in itertools.combinations(names, 2))
    return f"EXISTS {{ {triples}{f' FILTER({apart})' if apart else ''} }}"


def _number(value: Node) -> int:
    if not isinstance(value, Literal) or not re.fullmatch(r"\d{1,9}", value.value, re.A):
        raise KgError(f"The shapes have {_named(value)} where a whole number is expected.")
    return int(value.value)


def _unique_lang(path: str, value: Node, x: str) -> str:
    a, b = _variable(), _variable()
    return f"EXISTS {{ {x} {path} {a} , {b} FILTER(!sameTerm({a}, {b}) && LANG({a}) != '' && LANG({a}) = LANG({b})) }}"


def _has_value(path: str, value: Node, x: str) -> str:
    return f"NOT EXISTS {{ {x} {path} {_term(value)} }}"


_COUNTS: dict[str, Callable[[str, Node, str], str]] = {
    "minCount": lambda path, value, x: f"!({_several(path, x, _number(value))})" if _number(value) else "false",
    "maxCount": lambda path, value, x: _several(path, x, _number(value) + 1),
    "uniqueLang": _unique_lang,
    "hasValue": _has_value,
}


def _any_of(expressions: list[str]) -> str:
    return "(" + " || ".join(expressions) + ")" if expressions else "false"


def _in_alternatives(graph: _Graph, shape: Node, value: Node, x: str) -> str:
    branches = []
    for alternative in graph.members(value):
        if graph.one(alternative, "path") is not None:
            raise KgError("sh:or of property shapes is not understood; give each alternative as a node shape.")
        branches.append(_any_of(_violations(graph, alternative, x)))
    return "(" + " && ".join(branches) + ")"


_KINDS = {
    "IRI": "!isIRI({x})",
    "Literal": "!isLiteral({x})",
    "BlankNode": "!isBlank({x})",
    "BlankNodeOrIRI": "isLiteral({x})",
    "IRIOrLiteral": "isBlank({x})",
}


def _kind(value: Node) -> str:
    found = _KINDS.get(local(str(value)))
    if found is None:
        raise KgError(f"The shapes have {_named(value)} as a kind of node.", f"Kinds: {', '.join(_KINDS)}.")
    return found


_PARTS: dict[str, Callable[[_Graph, Node, Node, str], str]] = {
    "class": lambda graph, shape, value, x: (
        f"NOT EXISTS {{ {x} a/<http://www.w3.org/2000/01/rdf-schema#subClassOf>* {_iri(value)} }}"
    ),
    "datatype": lambda graph, shape, value, x: f"(!isLiteral({x}) || DATATYPE({x}) != {_iri(value)})",
    "nodeKind": lambda graph, shape, value, x: _kind(value).format(x=x),
    "pattern": lambda graph, shape, value, x: f"!REGEX(STR({x}), {_term(value)})",
    "maxLength": lambda graph, shape, value, x: f"STRLEN(STR({x})) > {_number(value)}",
    "minLength": lambda graph, shape, value, x: f"STRLEN(STR({x})) < {_number(value)}",
    "minInclusive": lambda graph, shape, value, x: _unless(f"{x} >= {_term(value)}"),
    "maxInclusive": lambda graph, shape, value, x: _unless(f"{x} <= {_term(value)}"),
    "in": lambda graph, shape, value, x: f"{x} NOT IN ({', '.join(map(_term, graph.members(value)))})",
    "node": lambda graph, shape, value, x: _any_of(_violations(graph, value, x)),
    "or": _in_alternatives,
    "not": lambda graph, shape, value, x: f"!{_any_of(_violations(graph, value, x))}",
    "and": lambda graph, shape, value, x: _any_of(
        [e for part in graph.members(value) for e in _violations(graph, part, x)]
    ),
}
