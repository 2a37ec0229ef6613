"""Other words for a word, from the names of terms: “солдаты” stands for troops, and so for soldiers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from kg.ask.claims import Reader
from kg.claims.texts import Texts
from kg.text.stems import spelled, stems
from kg.text.terms import ALT_LABEL, LABEL, PREF_LABEL
from kg.values.claims import Literal

_NAMES = (LABEL, PREF_LABEL, ALT_LABEL)
#: Stems that a typing error may stand for look this much alike.
_ALIKE = 80.0


class Reading(NamedTuple):
    """A word by its stem, and the stems that it may stand for, each with a word that has it.

    ``shown``: those words, if there are any in the reader's language only these.
    """

    word: str
    stem: str
    others: dict[str, str]
    shown: tuple[str, ...]

    @property
    def every(self) -> frozenset[str]:
        """All stems."""
        return frozenset((self.stem, *self.others))


def read(reader: Reader, text: str, *, forgiving: bool = False) -> list[Reading]:
    """The words of a text; ``forgiving``: with typing errors."""
    texts, words = reader.claims.texts, {stem: word for word, stem in spelled(text)}
    found = []
    for stem, word in words.items():
        names = _others(reader, texts, stem, forgiving)
        own = sorted({n.value for n in names.values() if n.lang == reader.lang})
        shown = tuple(own or sorted({n.value for n in names.values()}))
        found.append(Reading(word, stem, {s: n.value for s, n in names.items()}, shown))
    return found


def _others(reader: Reader, texts: Texts, stem: str, forgiving: bool) -> dict[str, Literal]:
    """By other names of a term; where no text has the stem, those that begin with it or look like it."""
    others = synonyms(reader, stem)
    if others or texts.knows(stem):
        return others
    near = texts.beginning(stem) if len(stem) > 2 else []
    if not near and forgiving and len(stem) > 3 and stem.isalpha():
        from rapidfuzz import fuzz, process

        near = [s for s, *_ in process.extract(stem, texts.every(), scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=3)]
    return {s: Literal(s) for s in near}


def synonyms(reader: Reader, stem: str) -> dict[str, Literal]:
    """The stems of the other names that a term has which is called by this one word, each with its name."""
    found: dict[str, Literal] = {}
    for term in reader.claims.texts.terms(stem):
        names = names_of(reader, term)
        if (stem,) in names:
            found |= {name[0]: text for name, text in names.items() if len(name) == 1}
    found.pop(stem, None)
    return found


def names_of(reader: Reader, iri: str, properties: Iterable[str] = _NAMES) -> dict[tuple[str, ...], Literal]:
    """The names of a thing in all languages, by their stems."""
    places = (o for p in properties for o in reader.view.objects(iri, p))
    names = sorted({o for o in places if isinstance(o, Literal)}, key=lambda o: o.value, reverse=True)
    return {tuple(stems(name.value)): name for name in names}
