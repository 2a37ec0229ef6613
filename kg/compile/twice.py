"""Things that stand twice in the reference data: under one code, or under one name with the same kind.

What is said of one of them is missing from the other, and no answer tells; so each pair is a warning with both places.
So is one thing that two files describe as different ones: two people have brought in something under one name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import product

from kg.claims.quads import Quads
from kg.compile.trig import Locator
from kg.text.names import fold
from kg.text.terms import ALT_LABEL, BASE_REFERENCE, ID, LABEL, REFERENCE, SKOS, TYPE, br, curie
from kg.values.claims import Literal
from kg.values.findings import Finding

_LISTS = (br("cowCode"), br("gwCode"))
_CODES = (br("iso3"), *_LISTS, SKOS + "exactMatch")
_NAMED = (LABEL, ALT_LABEL)
#: In what one thing is not told in two ways.
_TOLD = (TYPE, LABEL, br("nationalOf"), br("organOf"))
#: Kinds of which two may well bear one name: sources nobody can tell apart, and reviews, one for each document.
_ALIKE = frozenset(map(br, ("AnonymousSource", "ActorGroup", "Coding")))
#: Things that share one name of a kind are told of one by one; a name of more is none.
_MOST = 20
_Places = dict[tuple[str, str, str], dict[str, tuple[str, str]]]


def check_doubles(quads: Quads, read_text: Callable[[str], str]) -> list[Finding]:
    """A warning for each thing that seems to be another one. ``read_text`` gives a facts file by its name."""
    locators: dict[str, Locator] = {}

    def place(thing: str, path: str, graph: str) -> tuple[str, int, int]:
        file = quads.text(graph, br("inFile")) or ""
        if file not in locators:
            locators[file] = Locator(read_text(file))
        return (file, *locators[file].find(thing, path, next(iter(quads.objects(thing, path, graph)), None)))

    found, told = [], set[tuple[str, str]]()
    for (_, path, shared), things in sorted({**_by_code(quads), **_by_name(quads)}.items()):
        first, *others = sorted(things, key=lambda thing: (things[thing][1] != BASE_REFERENCE, thing))
        for other in others[:_MOST]:
            if (first, other) in told or things[other][1] == BASE_REFERENCE:  # what ships is not theirs to correct
                continue
            told.add((first, other))
            file, line, column = place(other, *things[other])
            known = things[first][1] == BASE_REFERENCE
            there = "known in every workspace" if known else "{}:{}".format(*place(first, *things[first])[:2])
            what = f"the same {curie(path)} “{shared}”" if path else f"the same name “{shared}”"
            message = f"{curie(other)} has {what} as {curie(first)} ({there})."
            hint = "If it is the same, keep one of them; else give each a code or name of its own."
            found.append(Finding(file, line, column, "warning", "twice", message, hint, curie(other), things[other][1]))
    for thing, path, one, other in _told_apart(quads):
        at, (file, line, column) = place(thing, path, one), place(thing, path, other)
        values = [" or ".join(sorted(curie(str(v)) for _, v in _values(quads, thing, path, g))) for g in (one, other)]
        said = f"{curie(thing)}: {curie(path)} is {values[0]} in {at[0]}:{at[1]} and {values[1]} here."
        hint = (
            f"If it is one, keep what is right; else write another id for one, or kg split {curie(thing)} --into NEW."
        )
        found.append(Finding(file, line, column, "warning", "told-apart", said, hint, curie(thing), other))
    return found


def _told_apart(quads: Quads) -> Iterator[tuple[str, str, str, str]]:
    """What two people have brought in under one name: the thing, in what it differs, and the graphs that say so."""
    homes: dict[str, set[str]] = defaultdict(set)
    for thing, _, graph in _reference(quads, TYPE):
        homes[thing].update({graph} - {BASE_REFERENCE})
    for thing, graphs in sorted(homes.items()):
        first, *others = sorted(graphs) or [""]
        for path, other in product(_TOLD, others):
            one, two = _values(quads, thing, path, first), _values(quads, thing, path, other)
            in_both = {lang for lang, _ in one} & {lang for lang, _ in two}
            if in_both and not one & two:
                yield thing, path, first, other


def _values(quads: Quads, thing: str, path: str, graph: str) -> set[tuple[str, str]]:
    """What a file says of a thing by a property, with the language of each."""
    values = quads.objects(thing, path, graph)
    return {(o.lang or "", o.value) if isinstance(o, Literal) else ("", o) for o in values}


def _reference(quads: Quads, path: str) -> Iterator[tuple[str, str, str]]:
    """What people say of things in the reference data by one property: thing, text, graph."""
    for s, _, o, g in quads.quads(None, path):
        if g.startswith(REFERENCE) and s.startswith(ID) and "/facts/imports/" not in g:
            yield s, o.value if isinstance(o, Literal) else o, g


def _by_code(quads: Quads) -> _Places:
    found: _Places = defaultdict(dict)
    for path in _CODES:
        for thing, code, graph in _reference(quads, path):
            if path not in _LISTS or quads.has(thing, TYPE, br("State")):  # the span of a state bears its number too
                found["code", path, curie(code)].setdefault(thing, (path, graph))
    return {key: things for key, things in found.items() if len(things) > 1 and not _follow(quads, key[1], things)}


def _follow(quads: Quads, path: str, things: Iterable[str]) -> bool:
    """Whether states with one number in a list are told apart by ISO: one that follows another inherits it there."""
    codes = [quads.text(thing, br("iso3")) for thing in things]
    return path in _LISTS and None not in codes and len(set(codes)) == len(codes)


def _by_name(quads: Quads) -> _Places:
    named: dict[tuple[str, str], dict[str, tuple[str, str]]] = defaultdict(dict)
    shown: dict[str, str] = {}
    for path in _NAMED:
        for thing, name, graph in _reference(quads, path):
            shown.setdefault(key := fold(name), name)
            for kind in quads.objects(thing, TYPE) if key else ():
                if kind not in _ALIKE:
                    named[key, str(kind)].setdefault(thing, (path, graph))
    return {(kind, "", shown[key]): things for (key, kind), things in named.items() if len(things) > 1}
