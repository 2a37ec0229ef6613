"""Which SPARQL texts may run: read-only, local, and with their prefixes declared."""

from __future__ import annotations

import re

from kg.errors import BadQuery
from kg.terms import PREFIXES

_TOKEN = re.compile(r'"""(?:[^"\\]|\\.|"(?!""))*"""|\'\'\'(?:[^\'\\]|\\.|\'(?!\'\'))*\'\'\'|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'|<[^<>\s]*>|#[^\n]*')
_PREFIXED = re.compile(r"(?<![\w?$:-])([A-Za-z][\w.-]*)?:(?=[\w%\\])")


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
