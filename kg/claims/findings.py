"""The warnings and notes of a build: those on texts that do not change need not be found again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import astuple

from kg.values.findings import Finding


def read_findings(db: sqlite3.Connection) -> list[Finding]:
    """What the build that lies here has found."""
    return [Finding(*row) for row in db.execute("SELECT * FROM findings")]


def write_findings(db: sqlite3.Connection, findings: Iterable[Finding]) -> None:
    """Write all of them, in place of those that are there."""
    db.execute("DELETE FROM findings")
    db.executemany("INSERT INTO findings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", map(astuple, findings))
