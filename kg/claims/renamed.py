"""Names that the ontology has given up: texts that hold one are read as if they held the new one.

A term of the ontology with ``owl:deprecated true`` and one ``dcterms:isReplacedBy`` has a new name. Without one, or
with several to choose from, it stays as it is written, and its definition says what to write instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from kg.claims.quads import Quads
from kg.text.terms import COMMENT, DCT, OWL, PREFIXES, SKOS, curie
from kg.text.tokens import Token, iris
from kg.values.claims import Literal, Node

REPLACED_BY = DCT + "isReplacedBy"
_DEPRECATED = OWL + "deprecated"
_DEFINITION = SKOS + "definition"
#: A local part that TriG and SPARQL take as it is.
_PLAIN = re.compile(r"\w([\w-]*\w)?", re.A)
_EMPTY: Mapping[str, str] = {}


class Renamed(NamedTuple):
    """``now``: the new IRI of an old one. ``advice``: what to write instead of a term that has no one new name."""

    now: Mapping[str, str] = _EMPTY
    advice: Mapping[str, str] = _EMPTY

    @classmethod
    def of(cls, quads: Quads) -> Renamed:
        """The given up names of an ontology."""
        said = [(s, o) for s, _, o, _ in quads.quads(None, _DEPRECATED)]
        old = {s for s, o in said if isinstance(o, Literal) and o.value in ("true", "1")}
        heirs = {s: [o for o in quads.objects(s, REPLACED_BY) if isinstance(o, str)] for s in sorted(old)}
        step = {s: found[0] for s, found in heirs.items() if len(found) == 1}
        now = {s: end for s in step if (end := _end(s, step))}
        return cls(now, {s: _advice(quads, s, heirs[s]) for s in heirs if s not in now})

    def node(self, node: Node) -> Node:
        """A node by its new name, or with its type's."""
        if not isinstance(node, Literal):
            return self.now.get(node, node)
        kind = self.now.get(node.datatype) if node.datatype else None
        return node._replace(datatype=kind) if kind else node

    def places(self, text: str, prefixes: Mapping[str, str] | None = None) -> Iterator[tuple[Token, str]]:
        """Where old names stand in a text, with their IRIs: never in its comments and quoted texts."""
        return ((token, iri) for token, iri, _ in iris(text, prefixes) if iri in self.now or iri in self.advice)

    def rewritten(self, text: str, prefixes: Mapping[str, str] | None = None) -> tuple[str, list[str]]:
        """The text with the new names, all else as it was; and the old ones, as often as they stood there."""
        parts, end, old = list[str](), 0, list[str]()
        for token, iri, known in iris(text, prefixes):
            if iri in self.now:
                parts += text[end : token.start], _written(self.now[iri], token, known)
                end = token.start + len(token.text)
                old.append(iri)
        return "".join([*parts, text[end:]]), old

    def query(self, text: str) -> tuple[str, list[str]]:
        """The same for a query, where the usual prefixes are declared."""
        return self.rewritten(text, PREFIXES)


def _end(old: str, step: Mapping[str, str]) -> str | None:
    """The last of a chain of new names; None where it runs in a circle."""
    seen, name = {old}, step[old]
    while name in step:
        if name in seen:
            return None
        seen.add(name)
        name = step[name]
    return name


def _advice(quads: Quads, old: str, heirs: Iterable[str]) -> str:
    """What the ontology says about a term without one new name."""
    said = [o for p in (_DEFINITION, COMMENT) for o in quads.objects(old, p) if isinstance(o, Literal)]
    best = next((o.value for o in said if o.lang in (None, "en")), "")
    choice = " or ".join(curie(h) for h in sorted(heirs))
    return " ".join(filter(None, (f"Write {choice}." if choice else "", best)))


def _written(new: str, old: Token, prefixes: Mapping[str, str]) -> str:
    """A new name as the old one was written: short where a prefix fits, the same one if it can be."""
    if old.kind == "iri":
        return f"<{new}>"
    own = old.text.partition(":")[0]
    for prefix in (own, *prefixes):
        rest = new.removeprefix(prefixes[prefix])
        if rest != new and _PLAIN.fullmatch(rest):
            return f"{prefix}:{rest}"
    return f"<{new}>"
