"""What a build left, as plain values that can be compared: equal for equal texts, however it came about."""

from __future__ import annotations

import os
import sqlite3
from typing import Any

import pyoxigraph as ox
from kg.claims.index import FILE, ClaimsIndex
from kg.claims.schema import STANDINGS
from kg.network.project import Slice, project
from kg.workspace import Workspace


def folder_of(workspace: Workspace) -> str:
    """The folder of the current build."""
    state = workspace.state()
    assert state is not None
    return workspace.folder_of(state.generation)


def written(folder: str) -> list[Any]:
    """Quads, names and ties."""
    index = ClaimsIndex.open(folder)
    cuts = [Slice(standings=(s,), known_at=day) for s in STANDINGS for day in (None, "2024-12-31", "9999-12-31")]
    networks = [project(index.ties, cut, "all") for cut in cuts]
    edges = [e for n in networks for e in n.edges(keys=True, data=True)]
    return [*index.quads.quads(), *index.names(), *edges, *rows(folder)]


def rows(folder: str) -> list[tuple[Any, ...]]:
    """What a filter asks of each claim, and the findings, without numbers."""
    db = sqlite3.connect(os.path.join(folder, FILE))
    columns = "claim, stance, standing, known, until, speakers, document, core, section, people, actors"
    queries = (
        f"SELECT {columns} FROM claims ORDER BY claim",
        "SELECT c.claim, t.value FROM touches x JOIN claims c ON c.id = x.claim JOIN terms t ON t.id = thing ORDER BY 1, 2",
        "SELECT c.claim, t.value, s.direct, s.standing, s.known, s.until FROM sides s JOIN claims c ON c.id = s.claim "
        "JOIN terms t ON t.id = s.side ORDER BY 1, 2, 3, 4, 5, 6",
        "SELECT c.claim, t.value, dated, text, begins, ends FROM moments m JOIN claims c ON c.id = m.claim "
        "LEFT JOIN terms t ON t.id = node ORDER BY 1, 2",
        "SELECT what, c.claim, t.value, low, high FROM bounds b JOIN claims c ON c.id = b.claim "
        "JOIN terms t ON t.id = node ORDER BY 1, 2, 3",
        "SELECT t.value, x.kind, x.stems FROM texts x JOIN terms t ON t.id = x.rowid ORDER BY 1",
        "SELECT * FROM findings ORDER BY 1, 2, 3, 4, 5, 6",
    )
    found = [row for query in queries for row in db.execute(query)]
    db.close()
    return found


def records(folder: str) -> list[tuple[Any, ...]]:
    """The rows of data sets, without their numbers."""
    db = sqlite3.connect(os.path.join(folder, FILE))
    query = (
        "SELECT d.name, record, kind, s.name, p.name, o.name, value, unit, date, begins, ends, w.name, weight, a.name, b.name, "
        "standing, s.known, s.since, o.known, o.since "
        "FROM records r JOIN datasets d ON d.id = r.dataset JOIN names s ON s.id = subject JOIN names p ON p.id = relation "
        "LEFT JOIN names o ON o.id = object LEFT JOIN names w ON w.id = speaker LEFT JOIN names a ON a.id = r.a "
        "LEFT JOIN names b ON b.id = r.b ORDER BY 1, 2"
    )
    things = "SELECT n.name, property, value, lang, key FROM things JOIN names n ON n.id = subject ORDER BY 1, 2, 3"
    conflicts = (
        "SELECT s.name, p.name, o.name, unit, date FROM conflicts c JOIN names s ON s.id = c.subject "
        "JOIN names p ON p.id = relation LEFT JOIN names o ON o.id = c.object ORDER BY 1, 2, 3, 4, 5"
    )
    found = [row for q in (query, things, conflicts) for row in db.execute(q)]
    db.close()
    return found


def rdf(folder: str) -> list[bytes]:
    """The store for SPARQL as sorted N-Quads; none where there is none."""
    path = os.path.join(folder, "rdf")
    return (
        sorted((ox.Store.read_only(path).dump(format=ox.RdfFormat.N_QUADS) or b"").splitlines())
        if os.path.isdir(path)
        else []
    )


def everything(workspace: Workspace) -> list[Any]:
    """All of it."""
    folder = folder_of(workspace)
    return [*written(folder), *records(folder), *rdf(folder)]
