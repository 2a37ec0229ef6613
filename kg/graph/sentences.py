"""A relation as a sentence: by the words that the ontology has for it, else by its label where that is a verb."""

from __future__ import annotations

from collections.abc import Mapping

from kg.ask.claims import Reader
from kg.text.terms import SKOS, SUBPROPERTY, TYPE, VOCAB, br, to_iri
from kg.values.scene import Texts

#: What a verb joins. Names are not inflected, so a colon keeps them apart where a language would do so; in Korean the
#: verb comes last, and the two names with their arrow before it say the same.
_VERB = {"en": "{{a}} {0} {{b}}", "ru": "{{a}} {0}: {{b}}", "ko": "{{a}} → {{b}}: {0}"}
#: Somebody's aim, named by what is wanted, and whom or what it is about.
_AIM = {"en": "{{a}} — aim: {0}", "ru": "{{a}} — цель: {0}", "ko": "{{a}} — 목표: {0}"}


class Sentences:
    """The sentences of a graph's relations, in all languages."""

    def __init__(self, readers: Mapping[str, Reader]) -> None:
        self._readers, self._view = readers, next(iter(readers.values())).view
        self._known: dict[str, Texts] = {}

    def of(self, relation: str, target: str, thing: str) -> Texts:
        """How a relation to a target is said, with {a} and {b} for its ends; nothing where its label must do.

        ``thing``: the node that the relation comes from, such as an aim.
        """
        if self._view.has(to_iri(thing), TYPE, br("Aim")):
            about = "" if target == relation else " ({{b}})"
            return self._with_label(relation, {lang: text + about for lang, text in _AIM.items()})
        if relation not in self._known:
            self._known[relation] = self._own(relation) or (
                self._with_label(relation, _VERB) if self._is_verb(to_iri(relation)) else {}
            )
        return self._known[relation]

    def _own(self, relation: str) -> Texts:
        found = {lang: reader.text(to_iri(relation), br("sentence")) for lang, reader in self._readers.items()}
        return {lang: text for lang, text in found.items() if text}

    def _with_label(self, relation: str, forms: Mapping[str, str]) -> Texts:
        return {lang: forms[lang].format(_safe(r.label(to_iri(relation)))) for lang, r in self._readers.items()}

    def _is_verb(self, iri: str) -> bool:
        """Whether the label says what the one does to the other: a kind of effect, or a property of two actors."""
        if self._view.has(iri, SKOS + "inScheme", VOCAB + "effect"):
            return True
        todo, seen = [iri], set[str]()
        while todo:
            prop = todo.pop()
            if prop == br("relatedTo"):
                return True
            if prop not in seen:
                seen.add(prop)
                todo += [str(o) for o in self._view.objects(prop, SUBPROPERTY)]
        return False


def _safe(label: str) -> str:
    """A label without what would be taken for the place of a name."""
    return label.replace("{", "(").replace("}", ")")
