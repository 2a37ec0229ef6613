"""A finished claims index, open for questions."""

from __future__ import annotations

import os
import sqlite3
from functools import cached_property
from typing import TYPE_CHECKING

from kg.claims.names import read_names
from kg.claims.quads import FileQuads
from kg.claims.schema import connect
from kg.claims.statements import Statements

if TYPE_CHECKING:
    from kg.claims.records import Records
    from kg.claims.texts import Texts
    from kg.claims.ties import Ties

#: Its name in the folder of a build.
FILE = "claims.sqlite"


class ClaimsIndex:
    """What a build knows of all claims: quads, names, ties, and the records of data sets."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self.quads = FileQuads(db)
        self.statements = Statements(db, self.quads)

    @classmethod
    def open(cls, folder: str) -> ClaimsIndex:
        """The index in the folder of a build. Raises WorldError."""
        return cls(connect(os.path.join(folder, FILE)))

    def names(self) -> list[tuple[str, str]]:
        """All things with each of their names, in order."""
        return read_names(self._db)

    @property
    def texts(self) -> Texts:
        """What claims, documents and names say, by the stems of their words."""
        from kg.claims.texts import Texts

        return Texts(self._db)

    @property
    def ties(self) -> Ties:
        """Who is tied to whom."""
        from kg.claims.ties import Ties

        return Ties(self._db)

    @cached_property
    def records(self) -> Records | None:
        """The records of data sets; None where there are none."""
        if not self._db.execute("SELECT 1 FROM datasets").fetchone():
            return None
        from kg.claims.records import Records

        return Records(self._db)
