"""What every question needs: a build, read in one language, and what a caller's names and filters mean there."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from typing import TYPE_CHECKING, Any

from kg.ask.claims import Reader
from kg.ask.search import resolve
from kg.claims.index import ClaimsIndex
from kg.errors import WrongCall
from kg.text.terms import CLAIM, LANGUAGES, expand, to_iri
from kg.values.claims import Claim, Ref
from kg.values.said import Said
from kg.workspace import Workspace

if TYPE_CHECKING:
    from typing import TypeAlias, TypedDict, TypeVar

    from kg.ask.filters import Filter
    from kg.values.notes import Note

    T = TypeVar("T")
    #: An answer, and notes on what it left out.
    Noted: TypeAlias = tuple[T, list[Note]]

    class Filters(TypedDict, total=False):
        """Which claims count; see ``kg.Graph``."""

        as_of: str | None
        known_at: str | None
        according_to: str | Sequence[str]
        stance: str | Sequence[str]
        undated: bool


class Lens:
    """A view of a workspace in one language."""

    def __init__(self, workspace: Workspace, folder: str, lang: str = "en") -> None:
        """``folder``: of the build that answers. Raises WorldError when it cannot be read."""
        if lang not in LANGUAGES:
            raise WrongCall(
                Said("‘{word}’ is not a language of this graph.", word=lang),
                Said("Languages: {names}.", names=", ".join(LANGUAGES)),
            )
        self.workspace, self.folder = workspace, folder
        self.index = ClaimsIndex.open(folder)
        self.reader = Reader(self.index, lang)

    def under(self, rules: Filter) -> Lens:
        """The same, telling of a series of records only what passes."""
        if self.index.records is None:
            return self
        from kg.ask.records import cut_of

        found = copy(self)
        found.reader = self.reader.within(cut_of(self.reader, rules))
        return found

    def resolve(self, name: str) -> str:
        """The IRI that a name stands for."""
        return resolve(self.reader, name)

    def two(self, a: str, b: str) -> tuple[str, str]:
        """The IRIs that two names stand for. Raises WrongCall when that is one."""
        x, y = self.resolve(a), self.resolve(b)
        if x == y:
            raise WrongCall(Said("{name} is one and the same.", name=self.reader.label(x)), "Give two that differ.")
        return x, y

    def node(self, name: str) -> Ref:
        """A node of a network, with its name."""
        return Ref(name, self.reader.label(to_iri(name)))

    def claim(self, name: str) -> Claim:
        """The claim of an id that an edge names."""
        return self.reader.claim(expand(name) or CLAIM + name)

    def rules(self, filters: Filters) -> Filter | None:
        """What a caller's filters mean; None when there are none. Raises WrongCall for a bad date or stance."""
        if not any(filters.values()):
            return None
        from kg.ask.filters import Filter

        given: dict[str, Any] = dict(filters)
        given["according_to"] = [self.resolve(a) for a in listed(filters.get("according_to"))]
        return Filter.of(self.reader, **given | {"stance": listed(filters.get("stance"))})


def listed(value: str | Sequence[str] | None) -> Sequence[str]:
    """One or several, as a caller may give them."""
    return [value] if isinstance(value, str) else value or ()
