"""Which properties a word means: by their names, else by synonyms and inflections, which is then said."""

from __future__ import annotations

from collections.abc import Collection

from kg.ask.claims import Reader
from kg.ask.synonyms import names_of
from kg.claims.renamed import Renamed
from kg.text.names import fold, words
from kg.text.stems import stems
from kg.text.terms import ALT_LABEL, HIDDEN_LABEL, ID, LABEL, PREF_LABEL, SKOS, VOCAB, curie, expand, local
from kg.values.claims import Ref
from kg.values.notes import Note

_NAMES = (LABEL, PREF_LABEL, ALT_LABEL, HIDDEN_LABEL)


def match(reader: Reader, properties: Collection[Ref], wanted: str) -> tuple[set[Ref], list[Note]]:
    """The properties whose name fits best, and a note where another word than their name decided.

    The very name goes first, then one with all its words, then one that contains it; then synonyms and inflections.
    """
    key, parts = fold(wanted), words(wanted)
    ranked = {p: _rank(p, key, parts) for p in properties}
    if not any(ranked.values()):  # the word may be of another language than the answer
        ranked = {p: 6 if reader.same_name(key, _iri(p)) else 0 for p in properties}
    best = max(ranked.values(), default=0)
    if best:
        return {p for p, rank in ranked.items() if rank == best or (best >= 5 and rank >= 5)}, []
    heir = _heir(reader, key)
    found = {p for p in properties if heir and _iri(p) == heir} or _alike(reader, properties, wanted)
    names = tuple(sorted({p.label for p in found}))
    return found, [Note("read-as", {"word": (wanted,), "names": names})] if found else []


def _heir(reader: Reader, key: str) -> str | None:
    """What a property is called now whose name was given up."""
    now = Renamed.of(reader.view).now
    return next((new for old, new in now.items() if key in (fold(curie(old)), fold(local(old)))), None)


def _rank(prop: Ref, key: str, parts: list[str]) -> int:
    inward = prop.label.startswith("← ")
    names = [prop.label.removeprefix("← "), prop.id.rpartition(":")[2]]
    folded = [fold(n) for n in names]
    if ":" in prop.id and key == fold(prop.id):
        return 6
    if key in folded:
        return 5 if inward else 6
    if not key or not (any(key in n for n in folded) or parts[1:]):
        return 0
    if any(set(parts) <= set(words(n)) for n in names):
        return 3 if inward else 4
    return 2 if any(key in n for n in folded) else 0


def _alike(reader: Reader, properties: Collection[Ref], wanted: str) -> set[Ref]:
    """The properties of which another name, in any language, has the stems of the word: exactly those, else all.

    Their own names go before those of their kind: “president” is first the President of Russia, then any office.
    """
    asked = tuple(stems(wanted))
    own = {p: names_of(reader, _iri(p), _NAMES) for p in properties}
    roles = _roles(reader, asked)
    found = {p for p, some in own.items() for name in some if any(r <= set(name) for r in roles)}
    if found:
        return found
    kinds = {p: _of_kind(reader, _iri(p)) for p in properties}
    for names in (own, kinds) if asked else ():
        for fits in (asked.__eq__, set(asked).issubset):
            found = {p for p, some in names.items() if any(map(fits, some))}
            if found:
                return found
    return set()


def _roles(reader: Reader, asked: tuple[str, ...]) -> list[set[str]]:
    """Other words for the role of an office that is asked for: of a head of state, president and king."""
    concepts = reader.view.subjects(SKOS + "inScheme", VOCAB + "role/")
    named = [names_of(reader, c, _NAMES) for c in concepts]
    return [set(name) for names in named if asked in names for name in names]


def _of_kind(reader: Reader, iri: str) -> set[tuple[str, ...]]:
    """What things of the kind of an office are called: president, leader."""
    kinds = reader.kinds(iri) if iri.startswith(ID) else []
    return {name for kind in kinds for name in names_of(reader, kind, _NAMES)}


def _iri(prop: Ref) -> str:
    return expand(prop.id) or prop.id
