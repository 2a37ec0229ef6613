"""What every question to a graph needs: its view, its language, names and filters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from kg.ask.claims import Reader
from kg.ask.search import resolve
from kg.claims.index import ClaimsIndex
from kg.errors import WrongCall
from kg.text.terms import LANGUAGES
from kg.workspace import Workspace

if TYPE_CHECKING:
    from typing import TypedDict

    from kg.ask.filters import Filter
    from kg.values.notes import Note
    from kg.worker import Worker

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
            raise WrongCall(f"‘{lang}’ is not a language of this graph.", f"Languages: {', '.join(LANGUAGES)}.")
        self.workspace, self.folder, self.lang = workspace, folder, lang
        self.index = ClaimsIndex.open(folder)
        self.quads = self.index.quads
        self.reader = Reader(self.index, lang)
        self._worker: Worker | None = None
        #: What the last answer left out; ``kg.show.notes`` words it.
        self.notes: list[Note] = []

    def __repr__(self) -> str:
        return f"<kg.Graph {self.workspace.root} ({len(self.quads):,} quads)>"

    def resolve(self, name: str) -> str:
        """The IRI that a name stands for."""
        return resolve(self.reader, name)

    def _rules(self, filters: Filters) -> Filter | None:
        if not any(filters.values()):
            return None
        from kg.ask.filters import Filter

        given: dict[str, Any] = dict(filters)
        for name in ("according_to", "stance"):
            value = given.get(name) or ()
            given[name] = [value] if isinstance(value, str) else value
        given["according_to"] = [resolve(self.reader, a) for a in given["according_to"]]
        return Filter.of(self.reader, **given)
