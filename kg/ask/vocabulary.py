"""The terms of an ontology: found by any of their words, and what its shapes ask of each kind of thing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from kg.ask.usage import Triple, Usage, examples
from kg.claims.quads import Quads
from kg.errors import AmbiguousName, NotFound
from kg.text.names import fold, words
from kg.text.terms import (
    ALT_LABEL,
    COMMENT,
    DCT,
    HIDDEN_LABEL,
    LABEL,
    LANGUAGES,
    NS,
    OWL,
    PREF_LABEL,
    RDF,
    RDFS,
    SKOS,
    SUBCLASS,
    SUBPROPERTY,
    TYPE,
    VOCAB,
    br,
    curie,
    expand,
    local,
)  # fmt: skip
from kg.values.claims import Literal, Node, Ref
from kg.values.said import Said
from kg.values.vocabulary import Term, Use

KINDS = ("class", "property", "scheme", "concept")
_KIND_OF = {
    OWL + "Class": "class",
    **dict.fromkeys(
        (OWL + "ObjectProperty", OWL + "DatatypeProperty", OWL + "AnnotationProperty", RDF + "Property"), "property"
    ),
    SKOS + "ConceptScheme": "scheme",
    SKOS + "Concept": "concept",
}
_SH = "http://www.w3.org/ns/shacl#"
_UP = (SUBCLASS, SUBPROPERTY, SKOS + "broader")
_NAMES = (LABEL, PREF_LABEL, ALT_LABEL, HIDDEN_LABEL)
_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_ENOUGH = 75.0
#: A property is usual where such a share of the things of a class bears it.
_USUAL = 0.1
#: What the build writes and no author.
_WORKED_OUT = frozenset(map(br, ("actsFor", "concerns", "inFile", "nameKey")))


class Rule(NamedTuple):
    """What a shape asks of the things of some classes."""

    classes: frozenset[str]
    paths: tuple[str, ...]
    least: int
    kinds: tuple[str, ...]
    values: tuple[str, ...]
    message: str
    needed: bool


class Vocabulary:
    """The terms of an ontology, with names in one language. ``written``: what facts say, read only when it is asked."""

    def __init__(
        self, quads: Quads, shapes: Iterable[tuple[Node, str, Node]], written: Iterable[Triple] = (), lang: str = "en"
    ) -> None:
        self._quads, self._written, self._lang = quads, written, lang
        self.rules = list(_rules(shapes))

    @cached_property
    def kinds(self) -> dict[str, str]:
        """Every term with its kind, in order."""
        found: dict[str, str] = {}
        for kind, word in _KIND_OF.items():
            for s in self._quads.subjects(TYPE, kind):
                if s.startswith((NS, VOCAB)) or word == "property":
                    found.setdefault(s, word)
        return dict(sorted(found.items(), key=lambda t: (KINDS.index(t[1]), curie(t[0]))))

    # ------------------------------------------------------------------ finding

    @property
    def quads(self) -> Quads:
        """The ontology itself."""
        return self._quads

    def find(self, text: str) -> list[str]:
        """The terms that a text is an id or name of, else those that have its words, else those like it; best first."""
        exact = self.called(text)
        if exact:
            spelt = [t for t in exact if local(t) == text]
            return spelt if len(spelt) == 1 else exact
        key, asked = fold(text), set(words(text))
        holding = [t for t in self.kinds if asked and asked <= self._words[t]]
        return holding or self._like(key)

    def called(self, text: str) -> list[str]:
        """The terms of which a text is the id or a whole name, in any language."""
        iri, key = expand(text), fold(text)
        return [iri] if iri in self.kinds else [t for t in self.kinds if key and key in self._keys[t]]

    def _like(self, key: str) -> list[str]:
        from rapidfuzz import fuzz

        scored = {t: max((fuzz.ratio(key, k) for k in self._keys[t]), default=0.0) for t in self.kinds}
        return sorted((t for t in scored if scored[t] >= _ENOUGH), key=lambda t: -scored[t])

    def one_class(self, text: str) -> str:
        """The one class that a text names. Raises NotFound, AmbiguousName."""
        found = [t for t in self.find(text) if self.kinds[t] == "class"]
        if len(found) == 1 or (found and fold(text) in self._keys[found[0]]):
            return found[0]
        if not found:
            raise NotFound(Said("No class is called ‘{word}’.", word=text), [], "kg terms lists them all.")
        lines = "\n".join(f"  {curie(t)}" for t in found)
        said = Said("‘{word}’ may be one of {count}:\n{lines}", word=text, count=len(found), lines=lines)
        raise AmbiguousName(said, [], "Use the name in the first column.")

    @cached_property
    def _keys(self) -> dict[str, set[str]]:
        return {t: {fold(n) for n in (local(t), *self._texts(t, *_NAMES))} - {""} for t in self.kinds}

    @cached_property
    def _words(self) -> dict[str, set[str]]:
        told = (*_NAMES, SKOS + "definition", COMMENT)
        return {
            t: {w for text in (_CAPITAL.sub(" ", local(t)), *self._texts(t, *told)) for w in words(text)}
            for t in self.kinds
        }

    # ------------------------------------------------------------------ a term

    def term(self, iri: str) -> Term:
        """All that the ontology says of a term."""
        kind, view = self.kinds[iri], self._quads
        named = [o for p in (LABEL, PREF_LABEL) for o in view.objects(iri, p) if isinstance(o, Literal)]
        labels = {lang: o.value for lang in LANGUAGES for o in named if o.lang == lang}
        sign, weight = view.text(iri, br("edgeSign")), view.text(iri, br("edgeWeight"))
        functional = OWL + "FunctionalProperty" in view.objects(iri, TYPE) or view.has(iri, br("oneValue"))
        single = functional if kind == "property" else None
        scheme = next((str(s) for s in view.objects(iri, SKOS + "inScheme")), None)
        return Term(
            curie(iri), iri, kind, self.ref(iri).label, labels,
            also=tuple(dict.fromkeys(self._texts(iri, ALT_LABEL))),
            definition=self._best(iri, SKOS + "definition") or self._best(iri, COMMENT),
            notes=tuple(filter(None, [self._best(iri, SKOS + "scopeNote")])),
            examples=tuple(self._texts(iri, SKOS + "example")),
            above=self._refs({str(o) for p in _UP for o in view.objects(iri, p) if str(o) in self.kinds}),
            below=self._refs({s for p in _UP for s in view.subjects(p, iri)}),
            domain=self._refs(map(str, view.objects(iri, RDFS + "domain"))),
            range=self._refs(map(str, view.objects(iri, RDFS + "range"))),
            scheme=self.ref(scheme) if scheme else None, values=self._refs(self.values(iri)), single=single,
            sign=int(sign) if sign else None, weight=float(weight) if weight else None,
            deprecated=self.deprecated(iri),
            replaced_by=self._refs(map(str, view.objects(iri, DCT + "isReplacedBy"))),
        )  # fmt: skip

    def deprecated(self, iri: str) -> bool:
        """Whether the ontology has given a name up."""
        return self._quads.text(iri, OWL + "deprecated") in ("true", "1")

    def ref(self, iri: str) -> Ref:
        """A term and its name."""
        return Ref(curie(iri), self._best(iri, LABEL) or self._best(iri, PREF_LABEL) or local(iri))

    def _refs(self, iris: Iterable[str]) -> tuple[Ref, ...]:
        return tuple(self.ref(i) for i in sorted(set(iris)) if not i.startswith("_:"))

    def _texts(self, iri: str, *properties: str) -> list[str]:
        return [o.value for p in properties for o in self._quads.objects(iri, p) if isinstance(o, Literal)]

    def _best(self, iri: str, prop: str) -> str:
        """A text in the language asked for, else in English, else in any."""
        said = {o.lang: o.value for o in self._quads.objects(iri, prop) if isinstance(o, Literal)}
        return said.get(self._lang) or said.get("en") or next(iter(said.values()), "")

    # ------------------------------------------------------------------ what can be said

    def up(self, iri: str, link: str = SUBCLASS) -> list[str]:
        """A class and all above it, or a property, nearest first."""
        found, todo = dict[str, None](), [iri]
        while todo:
            node = todo.pop(0)
            if node not in found:
                found[node] = None
                todo += sorted(str(o) for o in self._quads.objects(node, link))
        return list(found)

    def values(self, iri: str) -> list[str]:
        """The concepts of a scheme, or those that a property may have.

        By its shapes, else by the scheme's name, else by the scheme of what people write.
        """
        if self.kinds.get(iri) == "scheme":
            return self._quads.subjects(SKOS + "inScheme", iri)
        asked = next((r.values for r in self.rules if iri in r.paths and r.values), ())
        if asked:
            return [v for a in asked for v in (self.values(a) if self.kinds.get(a) == "scheme" else [a])]
        if SKOS + "Concept" not in self._quads.objects(iri, RDFS + "range"):
            return []
        name = _CAPITAL.sub("-", local(iri)).lower()
        schemes = [t for t in self.kinds if self.kinds[t] == "scheme"]
        likely = ({name}, {f"{name}-type", name.removesuffix("-type")}, {name.rpartition("-")[2]})
        called = (s for some in likely for s in schemes if local(s) in some)
        written = (str(o) for v in self.usage.objects(iri) for o in self._quads.objects(v, SKOS + "inScheme"))
        return next((self.values(s) for s in chain(called, written)), [])

    def uses(self, iri: str) -> list[Use]:
        """What can be said of the things of a class: what kg check asks for, what is usual, what anything may have."""
        above = self.up(iri)
        found: dict[str, Use] = {}
        rules = sorted((r for r in self.rules if r.classes & set(above)), key=lambda r: (not r.needed, -r.least))
        for rule in rules:
            if rule.paths[0] not in found:
                found[rule.paths[0]] = self._use(rule.paths[0], "required" if rule.needed else "usual", above, rule)
        also = {self.expanded(r) for u in found.values() for r in u.or_else}
        for prop in self._authored:
            if prop in found:
                continue
            domains = self._domains[prop]
            ours, often = prop.startswith(NS), self.usage.share(prop, above) >= _USUAL  # of others' only what is used
            fits = bool(domains & set(above)) if ours and domains else often and not domains
            if prop in also or fits:
                found[prop] = self._use(prop, "usual", above)
            elif ours and not domains and OWL + "AnnotationProperty" not in self._types(prop):
                found[prop] = self._use(prop, "other", above)
        return sorted(found.values(), key=lambda u: self._rank(u, above))

    def _rank(self, use: Use, above: list[str]) -> tuple[int, int, float]:
        """What is asked for as the shapes have it, then what is borne most."""
        need = ("required", "usual", "other").index(use.need)
        return need, -use.least, -self.usage.share(self.expanded(use.property), above) if need == 1 else 0.0

    def _types(self, iri: str) -> set[str]:
        return set(map(str, self._quads.objects(iri, TYPE)))

    @cached_property
    def usage(self) -> Usage:
        """What is said of things in the examples and the facts."""
        return Usage(chain(examples(self._quads), self._written), self.up)

    @cached_property
    def _authored(self) -> list[str]:
        """The properties that people write: none that kg works out, and none that only terms of the ontology bear."""
        derived = {str(o) for _, _, o, _ in self._quads.quads(None, OWL + "inverseOf")} | _WORKED_OUT
        of_terms = {p for term in self.kinds for _, p, _, _ in self._quads.quads(term)}
        properties = (p for p, kind in self.kinds.items() if kind == "property" and not self.deprecated(p))
        return [p for p in properties if p not in derived and not (p in of_terms and p.startswith(NS))]

    @cached_property
    def _domains(self) -> dict[str, set[str]]:
        """What each property is said of: by its own word, else by that of a property above it."""
        found = dict[str, set[str]]()
        for prop in self._authored:
            above = ({str(o) for o in self._quads.objects(p, RDFS + "domain")} for p in self.up(prop, SUBPROPERTY))
            found[prop] = next(filter(None, above), set())
        return found

    def _use(self, prop: str, need: str, above: list[str], rule: Rule | None = None) -> Use:
        rules = [r for r in self.rules if prop in r.paths and r.kinds]
        kinds = [k for r in rules if r.classes & set(above) for k in r.kinds]
        if not kinds:  # the shapes of the class say it best
            ranges = [str(o) for o in self._quads.objects(prop, RDFS + "range")]
            kinds = ranges or [k for r in rules if not r.classes for k in r.kinds]
        others = [p for p in rule.paths if p != prop] if rule else []
        return Use(
            self.ref(prop), need, rule.least if rule else 0, tuple(map(self.ref, others)),
            tuple(map(self.ref, dict.fromkeys(kinds))), self._refs(self.values(prop)),
            rule.message if rule and rule.least else "",
        )  # fmt: skip

    def expanded(self, ref: Ref) -> str:
        """The IRI of a term."""
        return expand(ref.id) or ref.id


def _rules(shapes: Iterable[tuple[Node, str, Node]]) -> Iterable[Rule]:
    """What shapes ask of the properties of classes: least numbers, classes and lists of values."""
    said: dict[Node, dict[str, list[Node]]] = {}
    for s, p, o in shapes:
        said.setdefault(s, {}).setdefault(p.removeprefix(_SH), []).append(o)

    def members(node: Node) -> list[str]:
        found = list[str]()
        while node in said:
            found += map(str, said[node].get(RDF + "first", []))
            node = next(iter(said[node].get(RDF + "rest", [])), "")
        return found

    def texts(node: Node, part: str) -> list[str]:
        return [o.value if isinstance(o, Literal) else str(o) for o in said.get(node, {}).get(part, [])]

    for shape, about in said.items():
        classes = frozenset(map(str, about.get("targetClass", [])))
        used = tuple(map(str, about.get("targetObjectsOf", [])))
        yield from (Rule(frozenset(), (p,), 0, (kind,), (), "", False) for p in used for kind in texts(shape, "class"))
        # what only drafts may do without stands among alternatives, beside a shape with a name
        either = (m for one in about.get("or", []) for m in members(one) if m.startswith("_:"))
        for prop in [*about.get("property", []), *(p for m in either for p in said.get(m, {}).get("property", []))]:
            path = next(iter(said.get(prop, {}).get("path", [])), "")
            choice = next(iter(said.get(path, {}).get("alternativePath", [])), None)
            paths = members(choice) if choice is not None else [str(path)]
            inside = [p for n in said.get(prop, {}).get("node", []) for p in said.get(n, {}).get("property", [])]
            values = [v for p in inside for v in texts(p, "hasValue")]
            values += [v for one in said.get(prop, {}).get("in", []) for v in members(one)]
            choices = [c for one in said.get(prop, {}).get("or", []) for c in members(one)]
            kinds = [k for node in (prop, *choices) for k in texts(node, "class")]
            level = next(iter([*texts(prop, "severity"), *texts(shape, "severity")]), _SH + "Violation")
            least = int(next(iter(texts(prop, "minCount")), "0"))
            message = next(iter([*texts(prop, "message"), *texts(shape, "message")]), "")
            yield Rule(
                classes, tuple(paths), least, tuple(kinds), tuple(values), message,
                bool(least) and level == _SH + "Violation",
            )  # fmt: skip
