"""Terms of the ontology as values: what each means, and what may be said of a kind of thing."""

from __future__ import annotations

from dataclasses import dataclass

from kg.values.claims import Ref


@dataclass(frozen=True)
class Term:
    """A class, property, concept or scheme.

    ``labels`` by language; ``above`` and ``below`` are the next terms up and down; ``values`` what a property may have,
    or a scheme holds, by name. ``single``: one value in the world, so two contradict each other. ``sign`` and
    ``weight``: what a tie by this property counts for in a network. ``replaced_by`` is set for a name given up.
    """

    id: str
    iri: str
    kind: str
    label: str
    labels: dict[str, str]
    also: tuple[str, ...] = ()
    definition: str = ""
    notes: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    above: tuple[Ref, ...] = ()
    below: tuple[Ref, ...] = ()
    domain: tuple[Ref, ...] = ()
    range: tuple[Ref, ...] = ()
    scheme: Ref | None = None
    values: tuple[Ref, ...] = ()
    single: bool | None = None
    sign: int | None = None
    weight: float | None = None
    deprecated: bool = False
    replaced_by: tuple[Ref, ...] = ()
    template: str = ""


@dataclass(frozen=True)
class Use:
    """A property that a kind of thing may have. ``need``: required, usual or other; ``least``: so many values.

    ``or_else`` are properties of which one will do as well; ``why`` what kg check says where it is missing.
    """

    property: Ref
    need: str
    least: int = 0
    or_else: tuple[Ref, ...] = ()
    range: tuple[Ref, ...] = ()
    values: tuple[Ref, ...] = ()
    why: str = ""


@dataclass(frozen=True)
class Uses:
    """What can be said of a kind of thing, with a text to copy."""

    term: Term
    uses: tuple[Use, ...]
    template: str
