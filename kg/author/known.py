"""What a name that somebody types or a text uses may stand for: ``known(reader, "foreign ministry of Finland")``.

The things of the workspace come first, then those of the base that it does not describe; a thing of the base enters a
workspace by being named in a claim, and needs no entry. Nothing is chosen here: who asks takes ``sure(matches)``, which
is one thing or none, and shows the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kg.ask.claims import Reader
from kg.ask.search import search
from kg.base.catalogue import catalogue
from kg.base.entry import Entry
from kg.text.names import fold, words
from kg.text.terms import BASE_REFERENCE, ID, TYPE, curie, expand, local
from kg.values.answers import Hit

#: How a name matched, the surest first: the very id, a whole name or code, its words or beginning, its spelling alone.
HOW = ("id", "name", "words", "spelling")
#: Scores of a search: what has a whole name; what has all words of the text, or begins with it.
_VERY, _WORDS = 100.0, 86.0
#: How much a name of the base must look like the text, of 100.
_ALIKE = 80.0


class Match(NamedTuple):
    """A thing that may be meant. ``name``: the one that matched; ``base``: whether only the base describes it."""

    iri: str
    label: str
    kind: str
    name: str
    how: str
    base: bool

    @property
    def id(self) -> str:
        """Its name in the facts, ``e:PRK``."""
        return curie(self.iri)


def known(reader: Reader | None, name: str, limit: int = 5) -> list[Match]:
    """What a name, code, id or CURIE may stand for, surest first; ``reader`` is None where nothing is built yet."""
    found = _in_workspace(reader, name, limit) if reader else []
    here = {m.iri for m in found}
    if not any(m.how in HOW[:2] for m in found):
        found += [m for m in _in_base(name, limit) if m.iri not in here]
    return sorted(found, key=lambda m: HOW.index(m.how))[:limit]


def sure(matches: Sequence[Match]) -> Match | None:
    """The one thing that goes by that very id or name; None when there is none, or several."""
    for how in HOW[:2]:
        exact = [m for m in matches if m.how == how]
        if exact:
            return exact[0] if len(exact) == 1 else None
    return None


def _in_workspace(reader: Reader, name: str, limit: int) -> list[Match]:
    iri = expand(name.strip())
    if iri and reader.kinds(iri):
        return [_match(reader, Hit(curie(iri), iri, reader.label(iri), "", name, _VERY), name)]
    hits = [h for h in search(reader, name, 4 * limit) if h.iri.startswith(ID)]
    return [_match(reader, hit, name) for hit in hits[:limit]]


def _match(reader: Reader, hit: Hit, asked: str) -> Match:
    if hit.score >= _VERY:
        how = "id" if _is_id(hit.iri, asked) else "name"
    else:
        how = "words" if hit.score >= _WORDS else "spelling"
    kinds = reader.kinds(hit.iri)
    base = reader.view.has(hit.iri, TYPE, None, BASE_REFERENCE)
    return Match(hit.iri, hit.label, kinds[0] if kinds else "", hit.name, how, base)


def _is_id(iri: str, asked: str) -> bool:
    return asked.strip() in (iri, curie(iri), local(iri))


def _in_base(name: str, limit: int) -> list[Match]:
    iri = expand(name.strip())
    entry = catalogue().get(iri) if iri else None
    if entry or iri:
        return [_taken(entry, name, "id")] if entry else []
    exact = [_taken(e, name, "id" if _is_id(e.iri, name) else "name") for e in catalogue().named(name)]
    return exact or list(_resembling(name, limit))


def _taken(entry: Entry, name: str, how: str) -> Match:
    return Match(entry.iri, entry.label(), entry.kind, name, how, True)


def _resembling(asked: str, limit: int) -> Iterable[Match]:
    """Things of the base with a name that has all words of the text, else with one that looks like it."""
    from rapidfuzz import fuzz

    key, parts = fold(asked), set(words(asked))
    best: dict[str, tuple[float, str, str]] = {}
    for iri, name in catalogue().names() if key else ():
        worded = parts and parts <= set(words(name))
        score = 100.0 * len(parts) / len(words(name)) if worded else fuzz.ratio(key, fold(name))
        rank = (2 if worded else 1, score)
        if (worded or score >= _ALIKE) and rank > _rank(best.get(iri)):
            best[iri] = (score, name, "words" if worded else "spelling")
    ranked = sorted(best.items(), key=lambda item: (item[1][2] != "words", -item[1][0], item[0]))
    for iri, (_, name, how) in ranked[:limit]:
        entry = catalogue().get(iri)
        if entry:
            yield _taken(entry, name, how)


def _rank(found: tuple[float, str, str] | None) -> tuple[int, float]:
    return (2 if found[2] == "words" else 1, found[0]) if found else (0, 0.0)
