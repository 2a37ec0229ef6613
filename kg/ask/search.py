"""Entities by any of their names: exact first, then by words, then with typing errors; claims by their words."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from heapq import nsmallest
from typing import TYPE_CHECKING, NamedTuple

from kg.ask.claims import Reader, document_iri
from kg.ask.synonyms import Reading, read
from kg.claims.texts import KINDS, Held, is_document
from kg.errors import AmbiguousName, NotFound, WrongCall
from kg.text.escapes import terminal
from kg.text.names import fold, words
from kg.text.terms import CLAIM, ID, NAMES, NS, SUBCLASS, VOCAB, br, curie, expand, local
from kg.values.claims import Literal
from kg.values.notes import Note
from kg.values.said import Said

if TYPE_CHECKING:
    from kg.values.answers import Hit

_WHOLE_WORDS, _BEGINNING, _ENOUGH = 90.0, 86.0, 70.0
#: What a name that only looks like the text scores: less than one that begins with it.
_ALIKE = 0.85
#: The score of what has the words of a search by their stems alone, and more hits than anybody asks for.
_STEMMED, _EVERY = 85.0, 1 << 30
#: Of which kind there is more than is shown.
_FURTHER = {
    "entity": "further-entities",
    "claim": "further-claims",
    "figure": "further-figures",
    "document": "further-documents",
    "term": "further-terms",
}
#: How many letters an adjective adds to a name, which has at least so many.
_ENDING, _STEM = 3, 4
#: The score of the very name.
_VERY = 100.0
#: Names of data sets that are compared letter by letter.
_CANDIDATES = 200


def resolve(reader: Reader, name: str) -> str:
    """The one entity or document that a name, code, id, CURIE or IRI stands for.

    Raises AmbiguousName with the candidates, or NotFound with the nearest ones.
    """
    return choose(reader, name)[0]


def choose(reader: Reader, name: str) -> tuple[str, list[Hit]]:
    """What ``resolve`` gives, and what else has the word where one was preferred."""
    iri = expand(name)
    if iri and (reader.view.has(iri) or (reader.index is not None and reader.index.number(curie(iri)))):
        return iri, []
    exact = _exact(reader, name)
    things = [e for e in exact if e.startswith(ID)]  # before a term of the vocabulary
    if len(things) == 1:
        return things[0], []
    if things:
        raise _ambiguous(name, [_hit(reader, e, name, _VERY) for e in things])
    hits = search(reader, name)
    by_word = [h for h in hits if h.score >= _WHOLE_WORDS and h.iri.startswith(ID)]
    document = document_iri(name)
    if is_document(reader.view, document):  # its very id: “essay” is the essay before its author
        return document, by_word
    actors = [h for h in by_word if is_actor(reader, h.iri)]  # Putin is the man before his meetings
    if len(by_word) == 1 or len(actors) == 1:
        chosen = (actors or by_word)[0]
        return chosen.iri, [h for h in by_word if h is not chosen]
    if by_word:
        raise _ambiguous(name, by_word)
    if len(exact) == 1:
        return exact[0], []
    if exact:
        raise _ambiguous(name, [_hit(reader, e, name, _VERY) for e in exact])
    own = _by_base(reader, name)
    if own:
        return own, []
    raise not_found(name, hits or nearest(reader, name), reader.lang)


def _by_base(reader: Reader, name: str) -> str | None:
    """The thing here that the base knows by a name which nobody gave it here: DPRK."""
    from kg.base.catalogue import catalogue  # only who missed pays for it

    found = [e.iri for e in catalogue().listed(name) if reader.view.has(e.iri)]
    return found[0] if len(found) == 1 else None


def things_called(reader: Reader, name: str) -> list[str]:
    """The things with exactly this name, code or id."""
    return [e for e in _exact(reader, name) if e.startswith(ID)]


class Question(NamedTuple):
    """What a reader asks about: a thing, perhaps one of its properties, and notes on how that was read."""

    entity: str
    property: str | None
    notes: list[Note]


def understand(reader: Reader, entity: str, property: str | None) -> Question:
    """A thing and a property as a reader types them: “north korean soldiers” is North Korea, and of that the soldiers.

    Raises AmbiguousName, NotFound.
    """
    try:
        iri, others = choose(reader, entity)
    except NotFound:
        apart = None if property else _apart(reader, entity)
        if apart is None:
            raise
        iri, property = apart
        said: dict[str, int | tuple[str, ...]] = {
            "word": (entity,),
            "names": (reader.label(iri),),
            "asked": (property,),
        }
        return Question(iri, property, [Note("read-apart", said)])
    fits = {"word": (entity,), "chosen": (reader.label(iri),), "names": tuple(h.label for h in others)}
    return Question(iri, property, [Note("also-fits", {**fits})] if others else [])


def _apart(reader: Reader, text: str) -> tuple[str, str] | None:
    """A text as the name of a thing and a word: the longest beginning that is a name, or one with an ending."""
    parts = text.split()
    for cut in range(len(parts) - 1, 0, -1):
        start = " ".join(parts[:cut])
        found = [e for e in _exact(reader, start) or _ending(reader, start) if e.startswith(ID)]
        if len(found) == 1:
            return found[0], " ".join(parts[cut:])
    return None


def _ending(reader: Reader, text: str) -> list[str]:
    """The things of whose name an adjective is made: Korean of Korea, Russian of Russia."""
    key = fold(text)
    ends = (len(key) - n for n in range(1, _ENDING + 1))
    return next(filter(None, (_exact(reader, key[:end]) for end in ends if end >= _STEM)), [])


def is_actor(reader: Reader, iri: str) -> bool:
    """Whether a thing can speak or act."""
    todo, seen = reader.kinds(iri), set[str]()
    while todo:
        kind = todo.pop()
        if kind == br("Actor"):
            return True
        if kind not in seen:
            seen.add(kind)
            todo += [str(o) for o in reader.view.objects(kind, SUBCLASS)]
    return False


def not_found(name: str, near: list[Hit], lang: str = "en") -> NotFound:
    """The error for a name that nothing answers to; what the base knows is at least no typing error."""
    from kg.base.catalogue import catalogue  # only who missed pays for it

    known = catalogue().listed(name)
    if len(known) == 1:
        said = Said("No text here speaks of {name} ({id}).", name=known[0].label(lang), id=curie(known[0].iri))
        return NotFound(said, near, Said("Every workspace knows it: name {id} in a claim.", id=curie(known[0].iri)))
    names = ", ".join(f"{h.label} ({h.id})" for h in near[:3])
    return NotFound(
        Said("Nothing is called ‘{word}’.", word=name),
        near,
        Said("Did you mean {names}?", names=names) if near else "kg search TEXT looks through all names.",
    )


def _ambiguous(name: str, hits: list[Hit]) -> AmbiguousName:
    lines = "\n".join(terminal(f"  {h.id:32} {h.label} ({h.kind})") for h in hits)
    said = Said("‘{word}’ may be one of {count}:\n{lines}", word=name, count=len(hits), lines=lines)
    return AmbiguousName(said, hits, "Use the id in the first column.")


def _exact(reader: Reader, name: str) -> list[str]:
    key = fold(name)
    if not key:
        return []
    found = sorted(reader.view.subjects(br("nameKey"), Literal(key), NAMES))
    if not found and reader.index is not None:  # what people wrote goes before what data sets say
        found = sorted(expand(n) or n for n in reader.index.keyed(key))
    return found


def search(reader: Reader, text: str, limit: int = 10, *, forgiving: bool = True) -> list[Hit]:
    """Entities whose name comes close, best first; empty when none does.

    Typing errors are forgiven where no name is the text, has its words or begins with it; unless not ``forgiving``.
    """
    key = fold(text)
    if not key:
        return []
    found = {h.iri: h for h in (_hit(reader, e, text, _VERY) for e in _exact(reader, text))}
    for hit in _worded(reader, text) or (_scored(reader, text, _ENOUGH) if forgiving and not found else []):
        found.setdefault(hit.iri, hit)
    return sorted(found.values(), key=lambda h: (-h.score, not h.iri.startswith(ID), h.label))[:limit]


class Found(NamedTuple):
    """What a search found, by kind, best first, and notes on how it was read and what is left out."""

    hits: list[Hit]
    notes: list[Note]


def find(reader: Reader, text: str, limit: int = 10, kinds: Collection[str] = ()) -> Found:
    """Entities, claims, figures, documents and terms with a text: at most so many of each kind.

    Inflections and synonyms count; typing errors are forgiven where nothing has the text without them.
    Raises WrongCall for a kind that there is not.
    """
    for kind in set(kinds) - set(KINDS):
        raise WrongCall(
            Said("‘{word}’ is no kind of what is found.", word=kind), Said("Kinds: {names}.", names=", ".join(KINDS))
        )
    hits = search(reader, text, _EVERY, forgiving=False)
    held, readings = _held(reader, text)
    if not hits and not held:
        hits = search(reader, text, _EVERY)
        held, readings = _held(reader, text, forgiving=True)
    drafts = {h.iri for h in held} & reader.claims.statements.drafts
    retracted = {h.iri for h in held} & reader.claims.statements.retracted.keys()
    held = [h for h in held if h.iri not in drafts | retracted]
    named = {h.iri: h for h in hits}
    notes = _read_too(readings) if held else []
    notes += [Note("drafts-left-out", {"drafts": len(drafts)})] if drafts else []
    notes += [Note("retracted-left-out", {"claims": len(retracted)})] if retracted else []
    groups: dict[str, dict[str, float]] = {kind: {} for kind in KINDS if not kinds or kind in kinds}
    for iri, hit in named.items():
        groups.get(hit.group, {})[iri] = hit.score
    best = max((h.score for h in held), default=1.0)
    concepts = [iri for iri, h in named.items() if iri.startswith(VOCAB) and h.score == _VERY]
    for h in (*held, *(h for iri in concepts for h in reader.claims.texts.using(iri))):
        if h.iri in reader.claims.statements.drafts or h.iri in reader.claims.statements.retracted:
            continue
        groups.get(h.kind, {}).setdefault(h.iri, _STEMMED * h.score / best if best > 0 else _STEMMED)
    shown: list[Hit] = []
    for kind, scores in groups.items():
        ranked = nsmallest(
            limit, ((-score, named[iri].label if iri in named else iri, iri) for iri, score in scores.items())
        )
        shown += [named.get(iri) or _told(reader, iri, kind, round(-score, 1)) for score, _, iri in ranked]
        if len(scores) > limit:
            notes.append(Note(_FURTHER[kind], {"further": len(scores) - limit}))
    return Found(shown, notes)


def _held(reader: Reader, text: str, *, forgiving: bool = False) -> tuple[list[Held], list[Reading]]:
    """What has all words of a text, and how they were read."""
    readings = read(reader, text, forgiving=forgiving)
    held = reader.claims.texts.holding([r.every for r in readings])
    own = [h for h in held if h.iri == CLAIM + text.strip()]  # the id of a claim means that claim
    return (own, []) if own else (held, readings)


def _read_too(readings: list[Reading]) -> list[Note]:
    """What decided besides the very words."""
    return [Note("read-too", {"word": (r.word,), "names": r.shown}) for r in readings if r.others]


def _told(reader: Reader, iri: str, kind: str, score: float) -> Hit:
    """A hit that has no name of its own that matched."""
    from kg.values.answers import Hit

    if kind in ("claim", "figure"):
        claim = reader.claim(iri)
        return Hit(claim.id, iri, claim.summary, kind, claim.id, score, kind, claim)
    if kind == "document":
        document = reader.document(iri)
        return Hit(document.id, iri, document.title, kind, document.title, score, kind)
    return _hit(reader, iri, reader.label(iri), score)


def _worded(reader: Reader, text: str) -> list[Hit]:
    """Entities with a name that has all the words of the text, or begins with it."""
    asked, key = words(text), fold(text)
    best: dict[str, tuple[float, str]] = {}
    for thing, name in (*_all_names(reader), *(_recorded(reader, text) if asked else ())):
        folded = fold(name)
        if (asked[0] if asked else key) not in folded:  # nearly all of them: no need to look closer
            continue
        parts, score = words(name), 0.0
        if asked and set(asked) <= set(parts):
            score = _WHOLE_WORDS + 5 * len(asked) / len(parts)
        elif len(key) > 2 and folded.startswith(key):
            score = _BEGINNING
        if score > best.get(thing, (0.0, ""))[0]:
            best[thing] = (score, name)
    return [_hit(reader, thing, name, round(score, 1)) for thing, (score, name) in best.items()]


def _recorded(reader: Reader, text: str) -> list[tuple[str, str]]:
    """Names in data sets, which may be millions, with the words of the text."""
    if reader.index is None:
        return []
    return [(expand(thing) or thing, name) for thing, name in reader.index.worded(words(text), _CANDIDATES)]


def nearest(reader: Reader, text: str) -> list[Hit]:
    """The three names that come closest, however far; for a hint after a miss."""
    things = [h for h in _scored(reader, text, 1.0) if h.iri.startswith(ID)]
    return sorted(things, key=lambda h: (-h.score, h.label))[:3]


def _scored(reader: Reader, text: str, cutoff: float) -> list[Hit]:
    """Entities by how much a name of theirs looks like the text."""
    from anyascii import anyascii
    from rapidfuzz import fuzz

    asked, key, latin = words(text), fold(text), fold(anyascii(text))
    best: dict[str, tuple[float, str]] = {}
    for thing, name in (*_all_names(reader), *_resembling(reader, dict.fromkeys((key, latin)))):
        folded = fold(name)
        if not folded:
            continue
        parts = words(name)
        score = fuzz.ratio(key, folded)
        if latin != key or not folded.isascii():
            score = max(score, 0.95 * fuzz.ratio(latin, fold(anyascii(name))))
        if len(parts) > 1 and len(asked) == 1:
            score = max(score, 0.93 * max(fuzz.ratio(key, p) for p in parts))
        if score >= cutoff and score > best.get(thing, (0.0, ""))[0]:
            best[thing] = (score, name)
    return [_hit(reader, thing, name, round(_ALIKE * score, 1)) for thing, (score, name) in best.items()]


def _all_names(reader: Reader) -> Iterable[tuple[str, str]]:
    """The names of everything in the everyday graph, and the ids of things."""
    return reader.claims.names()


def _resembling(reader: Reader, keys: Iterable[str]) -> list[tuple[str, str]]:
    """Of the names in data sets those worth comparing letter by letter."""
    if reader.index is None:
        return []
    return [(expand(t) or t, n) for key in keys for t, n in reader.index.resembling(key, _CANDIDATES)]


def _hit(reader: Reader, iri: str, name: str, score: float) -> Hit:
    from kg.values.answers import Hit

    kinds = reader.kinds(iri)
    kind = reader.label(kinds[0]) if kinds else ""
    group = "term" if iri.startswith((NS, VOCAB)) else "entity"
    return Hit(curie(iri), iri, reader.label(iri), "term" if kind == "Concept" else kind, name, score, group)


def complete(reader: Reader, start: str, limit: int = 20) -> list[tuple[str, str]]:
    """Ids and names of entities that begin with a text: for tab completion."""
    key = fold(start)
    found = []
    if reader.index is not None and words(start):
        for name, label in reader.index.worded(words(start), limit):
            found.append((name.removeprefix("e:"), label))
    for iri, name in _all_names(reader):
        if iri.startswith(ID) and any(w.startswith(key) for w in (fold(name), *words(name))):
            found.append((local(iri), reader.label(iri)))
    return sorted(set(found))[:limit]
