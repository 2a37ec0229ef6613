"""What people have defined already: an import never says anew what it is."""

from __future__ import annotations

import os

from kg.claims.quads import Quads
from kg.compile.trig import Locator
from kg.errors import WrongCall
from kg.text.terms import TYPE, br, expand
from kg.workspace import IMPORTS, Workspace


class Known:
    """The things that people wrote about, beside one data set."""

    def __init__(self, workspace: Workspace, view: Quads, dataset: str) -> None:
        self._workspace, self._view, self._own = workspace, view, f"{IMPORTS}/{dataset}/"

    def refuse(self, name: str, hint: str) -> None:
        """Raises WrongCall when a thing of that name is defined in a text of the workspace."""
        iri = expand(name) or name
        for *_, graph in self._view.quads(iri, TYPE):
            file = self._view.text(graph, br("inFile"))
            if file and not file.startswith(self._own):
                place = f"{file}:{self._line(file, iri)}"
                raise WrongCall(f"{place} defines {name} already; the import would make it something else.", hint)

    def _line(self, file: str, iri: str) -> int:
        try:
            with open(os.path.join(self._workspace.root, file), encoding="utf-8") as text:
                return Locator(text.read()).find(iri, TYPE)[0]
        except (OSError, UnicodeDecodeError):
            return 1
