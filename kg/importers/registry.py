"""The kinds of sources that can be imported: one table, which the command and the API read."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from kg.errors import WrongCall

if TYPE_CHECKING:
    from kg.importers.job import Importer


class Kind(NamedTuple):
    """A kind of source. ``module`` of this room reads it, and is loaded when it is used."""

    summary: str
    module: str
    #: The options that not every kind takes: ``mapping`` and ``recipe`` say what columns mean, ``sheet`` which sheet of
    #: a workbook.
    options: tuple[str, ...] = ()

    def importer(
        self, mapping: str | None = None, recipe: str | None = None
    ) -> tuple[Importer, tuple[str, ...], dict[str, str]]:
        """What reads it, whatever else its records depend on, and what the mapping says of the data set.

        Raises WrongCall, WorldError for the mapping.
        """
        module = import_module(f"kg.importers.{self.module}")
        if "mapping" in self.options:
            made: tuple[Importer, tuple[str, ...], dict[str, str]] = module.importer_of(mapping, recipe)
            return made
        return module.read, (), {}

    def words(self) -> str:
        """What it reads and makes of it, as its module says."""
        return str(import_module(f"kg.importers.{self.module}").__doc__ or "").strip()

    def keys(self) -> dict[str, dict[str, str]]:
        """What it looks for in a source and what that means, under a heading each."""
        found: dict[str, dict[str, str]] = import_module(f"kg.importers.{self.module}").KEYS
        if "recipe" in self.options:
            from kg.importers.recipes import recipes

            found = {**found, "Recipes: mappings that are there (--recipe)": {r.name: r.title for r in recipes()}}
        return found


KINDS = {
    "events": Kind("coded events: ICEWS, GDELT, POLECAT; CAMEO and PLOVER codes", "events", ("sheet",)),
    "agreements": Kind("treaties and their parties from several sources (manytreaties)", "agreements", ("sheet",)),
    "table": Kind(
        "any table, with a mapping or a recipe; --suggest writes a first mapping",
        "table",
        ("mapping", "recipe", "sheet"),
    ),
    "rdf": Kind("Turtle, TriG, N-Triples, N-Quads or JSON-LD, as one document's claims", "rdf"),
    "ftm": Kind("FollowTheMoney entities, JSON lines", "ftm"),
    "wikidata": Kind("Wikidata entities as JSON, with qualifiers, references and ranks", "wikidata"),
}


def get_kind(name: str) -> Kind:
    """The kind of that name. Raises WrongCall, which names all."""
    if name not in KINDS:
        raise WrongCall(f"‘{name}’ is no kind of source.", f"Kinds are {', '.join(KINDS)}.")
    return KINDS[name]


def takers(option: str) -> str:
    """The kinds that take an option, in words."""
    return ", ".join(name for name, kind in KINDS.items() if option in kind.options)
