"""What is really said of the things of each class: counted in the ontology's examples and the facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import suppress

from kg.claims.quads import Quads
from kg.engine.parse import parse_trig
from kg.text.terms import NS, PREFIXES, SKOS, TYPE
from kg.values.claims import Literal, Node

Triple = tuple[str, str, Node]
#: So many things of a class tell what is usual for it.
_ENOUGH = 5
_HEAD = "".join(f"@prefix {p}: <{iri}> .\n" for p, iri in PREFIXES.items())


class Usage:
    """Which properties things of a class bear. ``up``: a class with those above it."""

    def __init__(self, triples: Iterable[Triple], up: Callable[[str], list[str]]) -> None:
        self._kinds: dict[str, set[str]] = {}
        said: dict[str, dict[str, list[Node]]] = {}
        for s, p, o in triples:
            if p == TYPE:
                self._kinds.setdefault(s, set()).add(str(o))
            else:
                said.setdefault(s, {}).setdefault(p, []).append(o)
        self._things, self._bearers = Counter[str](), dict[str, Counter[str]]()
        self._values: dict[tuple[str, str], Counter[Node]] = {}
        for thing, classes in self._kinds.items():
            for kind in {k for c in classes for k in up(c)}:
                self._things[kind] += 1
                self._bearers.setdefault(kind, Counter()).update(said.get(thing, {}).keys())
                for p, values in said.get(thing, {}).items():
                    self._values.setdefault((kind, p), Counter()).update(values)

    def share(self, prop: str, classes: Iterable[str]) -> float:
        """How many of the things of a class bear a property, as a share; where they are few, those above it count too.

        ``classes``: the class and those above it, nearest first. Those of others tell nothing: claims, documents and
        agreements are all entities of PROV.
        """
        best = 0.0
        for kind in (c for c in classes if c.startswith(NS)):
            things = self._things[kind]
            best = max(best, self._bearers[kind][prop] / things if things else 0.0)
            if things >= _ENOUGH:
                break
        return best

    def values(self, prop: str, kind: str) -> list[Node]:
        """What the things of a class have for a property, the commonest first."""
        return [value for value, _ in self._values.get((kind, prop), Counter()).most_common()]

    def objects(self, prop: str) -> list[str]:
        """The things that stand for a property on things of any class."""
        return sorted({o for (_, p), some in self._values.items() if p == prop for o in some if isinstance(o, str)})

    def kinds(self, prop: str, kind: str) -> list[str]:
        """The classes of these, the commonest first."""
        found = Counter[str]()
        for value, number in self._values.get((kind, prop), Counter()).items():
            found.update(dict.fromkeys(self._kinds.get(value, ()) if isinstance(value, str) else (), number))
        return [k for k, _ in sorted(found.items(), key=lambda item: (-item[1], item[0]))]


def examples(ontology: Quads) -> Iterable[Triple]:
    """What the examples of an ontology say; one that is no TriG says nothing."""
    for _, _, text, _ in ontology.quads(None, SKOS + "example"):
        if isinstance(text, Literal):
            with suppress(SyntaxError):
                yield from ((s, p, o) for s, p, o, _ in parse_trig((_HEAD + text.value).encode()))
