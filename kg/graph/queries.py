"""SPARQL on a build, in a process that ends at its limits."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.ask.sparql import Query, find_query, library, prepare, table_of
from kg.engine import View
from kg.graph.lens import Lens
from kg.worker import remark
from kg.workspace import Workspace

if TYPE_CHECKING:
    from kg.values.answers import Table


def answer(
    workspace: Workspace,
    folder: str,
    query: str | Query,
    values: Mapping[str, str] | None,
    view: str | None,
    records: bool | None,
) -> Table | bool:
    """What a process for queries does: ``Graph.sparql`` on the build in a folder."""
    lens = _opened(workspace.root, folder)
    if isinstance(query, str) and query in library(workspace):
        query = find_query(workspace, query)
    text, view = prepare(lens.reader, query, values, view, remark)
    wanted = isinstance(query, str) if records is None else records
    records = wanted and lens.index.records is not None
    return table_of(_engine(workspace.root, folder, records).query(text, view, records=records))


@lru_cache(maxsize=1)
def _opened(root: str, folder: str) -> Lens:
    return Lens(Workspace(root), folder)


@lru_cache(maxsize=2)
def _engine(root: str, folder: str, records: bool) -> View:
    return engine(_opened(root, folder), records)  # loading takes longer than most queries


def engine(lens: Lens, records: bool) -> View:
    """The store for SPARQL, with the records of data sets or without: from disk, or loaded into memory."""
    path = os.path.join(lens.folder, "rdf")
    if os.path.isdir(path) and (records or lens.index.records is None):
        return View.open(path)
    return View.of(lens.index.quads.every())
