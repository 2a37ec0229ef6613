"""What every question to a graph needs: its view, its language, names and filters."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from kg.ask.claims import Reader
from kg.ask.search import resolve
from kg.errors import WrongCall
from kg.store import View
from kg.terms import LANGUAGES
from kg.workspace import Workspace

if TYPE_CHECKING:
    from typing import TypedDict

    from kg.ask.filters import Filter
    from kg.worker import Worker

    class Filters(TypedDict, total=False):
        """Which claims count; see ``kg.Graph``."""

        as_of: str | None
        known_at: str | None
        according_to: str | Sequence[str]
        stance: str | Sequence[str]
        undated: bool


@lru_cache(maxsize=1)
def _view(path: str) -> View:
    return View.open(path)


class Lens:
    """A view of a workspace in one language."""

    def __init__(self, workspace: Workspace, view: View, lang: str = "en", store_path: str = "") -> None:
        """``store_path``: where the store lies, and beside it what else the build left."""
        if lang not in LANGUAGES:
            raise WrongCall(f"‘{lang}’ is not a language of this graph.", f"Languages: {', '.join(LANGUAGES)}.")
        self.workspace = workspace
        self.store = view
        self.lang = lang
        folder = os.path.dirname(store_path)
        names, edges, records, everything = (
            os.path.join(folder, name) for name in ("names.txt", "edges.sqlite", "records.sqlite", "all")
        )
        recorded = os.path.exists(records)
        self.reader = Reader(view, lang, names, records if recorded else None)
        self.store_path = store_path
        self._everything = everything if recorded else None
        self._worker: Worker | None = None
        #: Where the edge table of this store lies.
        self.edge_path = edges
        #: Notes on what the last answer left out.
        self.notes: list[str] = []

    def __repr__(self) -> str:
        return f"<kg.Graph {self.workspace.root} ({len(self.store):,} quads)>"

    def everything(self) -> View | None:
        """The store that holds records and all else; None without data sets."""
        return _view(self._everything) if self._everything else None

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
