"""Which SPARQL texts may run: read-only, local, and with their prefixes declared."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.errors import BadQuery
from kg.model import Literal, Node
from kg.terms import PREFIXES

_TOKEN = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""|\'\'\'(?:[^\'\\]|\\.|\'(?!\'\'))*\'\'\'|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'|<[^<>\s]*>|#[^\n]*'
)
_PREFIXED = re.compile(r"(?<![\w?$:-])([A-Za-z][\w.-]*)?:(?=[\w%\\])")


def bind(query: str, values: Mapping[str, Node]) -> str:
    """The query with its variables fixed, by VALUES at the start of its pattern.

    The engine's own substitution serves only variables that the query projects.
    Raises BadQuery for a variable that does not occur.
    """
    plain = _TOKEN.sub(lambda m: " " * len(m[0]), query)
    for name in values:
        if not re.search(rf"[?$]{re.escape(name)}\b", plain):
            raise BadQuery(f"The query has no variable ?{name}.", "Name the variable without its question mark.")
    opening = plain.find("{")
    if re.search(r"(?<![\w?$:])CONSTRUCT\b", plain[: max(opening, 0)], re.I):
        opening = plain.find("{", _closing(plain, opening) + 1)
    if opening < 0 or not values:
        return query
    fixed = " ".join(f"VALUES ?{name} {{ {_term(value)} }}" for name, value in values.items())
    return f"{query[: opening + 1]} {fixed} {query[opening + 1 :]}"


def unreadable(query: str, said: str) -> BadQuery:
    """The engine's complaint in words: it names a place and then every token it would have liked."""
    found = re.search(r"error at (\d+):(\d+)", said)
    if not found:
        return BadQuery(f"The query cannot be read: {said.strip()}")
    line, column = int(found[1]), int(found[2])
    lines = query.splitlines() or [""]
    text = lines[min(line, len(lines)) - 1]
    near = text[max(column - 1, 0) :][:20].strip() or "the end"
    before = text[: max(column - 1, 0)].split()[-3:]
    after = f" after ‘{' '.join(before)}’" if before else ""
    return BadQuery(f"The query cannot be read at line {line}, column {column}: ‘{near}’ is not expected{after}.")


def _closing(plain: str, opening: int) -> int:
    depth = 0
    for i in range(opening, len(plain)):
        depth += {"{": 1, "}": -1}.get(plain[i], 0)
        if depth == 0:
            return i
    return len(plain)


def _term(node: Node) -> str:
    if not isinstance(node, Literal):
        if re.search(r'[\x00-\x20<>"{}|^`\\]', node):
            raise BadQuery(f"‘{node}’ is not an IRI.", "A name, a CURIE such as e:PRK, or an IRI without spaces.")
        return f"<{node}>"
    text = node.value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    return f'"{text}"' + (f"@{node.lang}" if node.lang else f"^^<{node.datatype}>" if node.datatype else "")


def check_query(query: str) -> None:
    """Refuse what must not run (SERVICE, updates) and name an undeclared prefix before the engine does it badly."""
    plain = _TOKEN.sub(" ", query)
    if re.search(r"(?<![\w?$:])SERVICE\b(?!:)", plain, re.I):
        raise BadQuery("SERVICE would send data over the network; kg answers from its own store only.")
    if not re.search(r"(?<![\w?$:])(SELECT|ASK|CONSTRUCT|DESCRIBE)\b(?!:)", plain, re.I):
        if re.search(r"(?<![\w?$:])(INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|COPY|MOVE|ADD)\b(?!:)", plain, re.I):
            raise BadQuery("Queries only read. Facts change in their text files, and kg build takes them up.")
        raise BadQuery("This is no SPARQL query: none of SELECT, ASK, CONSTRUCT or DESCRIBE is in it.")
    declared = set(PREFIXES) | {m.lower() if m else "" for m in re.findall(r"\bPREFIX\s+([\w.-]*):", plain, re.I)}
    declared |= set(re.findall(r"\bPREFIX\s+([\w.-]*):", plain, re.I))
    for found in _PREFIXED.finditer(plain):
        prefix = found[1] or ""
        if prefix not in declared and prefix != "_":
            raise BadQuery(
                f"The prefix {prefix}: is not declared.",
                f"Known without declaring: {', '.join(PREFIXES)}. Others: PREFIX {prefix}: <http://…>",
            )
