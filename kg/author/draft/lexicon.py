"""What is known before a text is read: names of things, of the workspace and of the base, and units of figures."""

from __future__ import annotations

from typing import NamedTuple

from kg.ask.claims import Reader
from kg.author.draft.terms import Terms
from kg.author.figure import Units
from kg.base.catalogue import catalogue
from kg.claims.names import NAME_PROPERTIES
from kg.claims.quads import Quads
from kg.text.terms import ID, br
from kg.values.claims import Literal


class Name(NamedTuple):
    """One name of something that is known."""

    iri: str
    kind: str
    name: str


class Lexicon(NamedTuple):
    """The names, units and terms that a text is read with."""

    names: tuple[Name, ...]
    units: Units
    terms: Terms


def lexicon(reader: Reader, ontology: Quads) -> Lexicon:
    """The names of a workspace first, then those of the base that it does not describe itself."""
    here = [
        Name(thing, kinds[0], o.value)
        for p in NAME_PROPERTIES
        for thing, _, o, _ in reader.view.quads(None, p)
        if isinstance(o, Literal) and thing.startswith(ID) and (kinds := reader.kinds(thing))
    ]
    described = {n.iri for n in here}
    base = [n for n in base_names() if n.iri not in described]
    return Lexicon(tuple(dict.fromkeys([*here, *base, *_called()])), Units(ontology), Terms(ontology))


def base_names() -> list[Name]:
    """The names that every workspace knows."""
    known = catalogue()
    kinds = {iri: entry.kind for iri in known.ids() if (entry := known.get(iri))}
    return [*(Name(iri, kinds[iri], name) for iri, name in known.names()), *_called()]


def _called() -> list[Name]:
    """What texts call states by (Portuguese, Lisbon), whoever describes them."""
    return [Name(ID + s.id, br("State"), n) for s in catalogue().states.all() for n in (*s.demonyms, *s.seats)]
