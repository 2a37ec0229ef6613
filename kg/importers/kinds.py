"""The kinds of sources, and what is asked of each before it is read."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence

from kg.dates import parse_date
from kg.errors import WrongCall
from kg.importers.job import Importer, Source
from kg.importers.source import stem
from kg.names import fold
from kg.terms import expand

_NAME = re.compile(r"[a-z0-9][a-z0-9_]*(-[a-z0-9_]+)*")


def prepare(
    kind: str,
    sources: Sequence[str],
    *,
    document: str | None = None,
    title: str | None = None,
    speaker: str | None = None,
    issued: str | None = None,
    mapping: str | None = None,
) -> tuple[Source, Importer]:
    """A source with its importer. Raises WrongCall for what does not fit the kind."""
    files = tuple(f for s in sources for f in _files(s))
    name = document or re.sub(r"[^a-z0-9_]+", "-", stem(sources[0]).lower()).strip("-") or fold(stem(sources[0]))
    if not _NAME.fullmatch(name):
        raise WrongCall(f"‘{name}’ cannot name a data set.", "Use small letters, digits and -: --document my-data.")
    if issued:
        parse_date(issued)
    if speaker and not (speaker.startswith("e:") and expand(speaker)):
        raise WrongCall(f"‘{speaker}’ is not an entity of the graph.", "Give its id, for example --speaker e:RUS.")
    if mapping and kind != "table":
        raise WrongCall("Only tables have a mapping.", "kg import table FILE --mapping FILE")
    importer, options = _importer(kind, mapping)
    return Source(files, name, title or stem(sources[0]), speaker or "", issued or "", options), importer


def _importer(kind: str, mapping: str | None) -> tuple[Importer, tuple[str, ...]]:
    if kind == "table":
        from kg.importers.table import importer_of

        return importer_of(mapping)
    if kind == "events":
        from kg.importers.events import read
    elif kind == "agreements":
        from kg.importers.agreements import read
    elif kind == "rdf":
        from kg.importers.rdf import read
    elif kind == "ftm":
        from kg.importers.ftm import read
    else:
        from kg.importers.wikidata import read
    return read, (kind,)


def _files(path: str) -> list[str]:
    """The files of a folder, in order; any other path as it is."""
    if not os.path.isdir(path):
        return [path]
    found = sorted(e.path for e in os.scandir(path) if e.is_file() and not e.name.startswith("."))
    if not found:
        raise WrongCall(f"There is no file in {path}.")
    return found


def suggestion(kind: str, sources: Sequence[str]) -> str:
    """A first mapping for a table, from its columns and first rows."""
    if kind != "table":
        raise WrongCall("Only tables need a mapping.", "kg import table --suggest FILE")
    from kg.importers.table import suggest

    return suggest(sources[0])
