"""Which claims touch an entity or all of several."""

from __future__ import annotations

from collections.abc import Sequence

from kg.ask.claims import Reader
from kg.terms import CONCERNS, NS, SUBCLASS, TYPE, br


def claims_about(reader: Reader, entity: str) -> set[str]:
    """Claims that mention an entity, or that lead up to it when it is a state or a group."""
    found = set(reader.view.subjects(br("concerns"), entity, CONCERNS))
    found |= {q[3] for q in [*reader.view.content(entity), *reader.view.content(None, None, entity)]}
    return found


def claims_about_all(reader: Reader, entities: Sequence[str]) -> set[str]:
    """Claims that touch every one of the entities; all claims when none is given."""
    if not entities:
        return set(reader.view.subjects(TYPE, br("Claim")))
    return set.intersection(*(claims_about(reader, e) for e in entities))


def sides_of(reader: Reader, claim: str) -> set[str]:
    """The states and groups that a claim touches."""
    return {str(o) for o in reader.view.objects(claim, br("concerns"), CONCERNS)}


def kinds_below(reader: Reader, name: str) -> set[str]:
    """A class of the ontology and all its subclasses."""
    found, todo = set[str](), [br(name)]
    while todo:
        kind = todo.pop()
        if kind not in found:
            found.add(kind)
            todo += reader.view.subjects(SUBCLASS, kind, NS.removesuffix("#"))
    return found
