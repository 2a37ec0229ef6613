"""The store that SPARQL is asked of, where loading the index into memory for each query would take too long.

It is there for the records of data sets, and where people have written more than ``ENOUGH`` quads; else a query loads
the quads of the claims index: 31 ms for those of the two articles, 210 ms for 74,000.
"""

from __future__ import annotations

import os
import shutil

from kg.claims.quads import Draft
from kg.engine import Writer
from kg.engine.nodes import to_lines

#: The folder of the store in that of a build.
FOLDER = "rdf"
#: Quads that are quickly loaded.
ENOUGH = 50_000


class Rdf:
    """The store of a build under construction: what people wrote is brought in step at once."""

    def __init__(self, written: Draft, folder: str, old: str | None) -> None:
        """``folder``: of the build; ``old``: of the one before, None to begin anew."""
        self._written, self._path = written, os.path.join(folder, FOLDER)
        before = os.path.join(old, FOLDER) if old else ""
        #: Whether it was begun anew.
        self.whole = not os.path.isdir(before)
        if not self.whole:
            try:
                self.writer = Writer.copy(before, self._path)
                self.writer.remove(written.removed)
                self.writer.add(written.added)
                return
            except (OSError, RuntimeError):  # damaged: the texts are the truth
                shutil.rmtree(self._path, ignore_errors=True)
        self._begin()

    def begin_anew(self) -> None:
        """Let go of what the build before left."""
        self.writer.close()
        shutil.rmtree(self._path)
        self._begin()

    def _begin(self) -> None:
        self.whole = True
        self.writer = Writer.create(self._path)
        self.writer.load(to_lines(self._written.every()))
