"""A source and what reads it, and what is asked of it before."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence

from kg.errors import WorldError, WrongCall
from kg.importers.identity import SCHEMES
from kg.importers.job import Importer, Source
from kg.importers.registry import get_kind, takers
from kg.tables.table import ending, stem
from kg.text.dates import parse_date
from kg.text.names import fold
from kg.text.records import DATASET
from kg.text.terms import BASE, ID, expand


def prepare(
    kind: str,
    sources: Sequence[str],
    *,
    document: str | None = None,
    title: str | None = None,
    speaker: str | None = None,
    issued: str | None = None,
    licence: str | None = None,
    citation: str | None = None,
    mapping: str | None = None,
    recipe: str | None = None,
    sheet: str | None = None,
) -> tuple[Source, Importer]:
    """A source with its importer. Raises WrongCall for an unknown kind, and for what does not fit the kind."""
    known = get_kind(kind)
    files, left_out = list[str](), list[str]()
    for path in sources:
        found, others = _files(path)
        files += found
        left_out += others
    if len({os.path.realpath(f) for f in files}) < len(files):
        raise WrongCall("A file is given twice.", "Each of its rows is one claim.")
    name = document or re.sub(r"[^a-z0-9_]+", "-", stem(sources[0]).lower()).strip("-") or fold(stem(sources[0]))
    if not DATASET.fullmatch(name):
        raise WrongCall(f"‘{name}’ cannot name a data set.", "Use small letters, digits and -: --document my-data.")
    if name in SCHEMES:
        raise WrongCall(f"‘{name}’ is a kind of id: things are named by it.", "Give another name: --document my-data.")
    if issued:
        parse_date(issued)
    iri = expand(speaker) if speaker else ID
    if iri is None or (iri.startswith(BASE) and not iri.startswith(ID)):
        raise WrongCall(f"‘{speaker}’ is not an entity of the graph.", "Give its id, for example --speaker e:RUS.")
    for option, given in (("mapping", mapping), ("recipe", recipe), ("sheet", sheet)):
        if given and option not in known.options:
            raise WrongCall(f"{kind} takes no --{option}.", f"These do: {takers(option)}.")
    if sheet and not any(ending(f) == ".xlsx" for f in files):
        raise WrongCall("Only Excel files have sheets.", "kg import events FILE.xlsx --sheet NAME")
    importer, options, said = known.importer(mapping, recipe)
    options = (kind, *options, *([f"sheet {sheet}"] if sheet else []))
    source = Source(
        tuple(files),
        name,
        title or said.get("title", "") or stem(sources[0]),
        speaker or "",
        issued or "",
        bool(document),
        licence or said.get("licence", ""),
        citation or said.get("citation", ""),
        said.get("home", ""),
        options,
        tuple(left_out),
        sheet or "",
    )
    return source, importer


def _files(path: str) -> tuple[list[str], list[str]]:
    """The files of a folder, in order, and what in it is passed over; any other path as it is. Raises WorldError."""
    if not os.path.isdir(path):
        return [path], []
    found, others = list[str](), list[str]()
    try:
        entries = sorted(os.scandir(path), key=lambda e: e.name)
    except OSError as error:
        raise WorldError(f"{path} cannot be read: {error.strerror or error}.") from error
    for entry in entries:
        if entry.is_file() and not entry.name.startswith("."):
            found.append(entry.path)
        else:
            what = "a folder" if entry.is_dir() else "hidden" if entry.name.startswith(".") else "not a file"
            others.append(f"{entry.path}: {what}")
    if not found:
        raise WrongCall(f"There is no file in {path}.")
    return found, others


def suggestion(kind: str, sources: Sequence[str], sheet: str | None = None) -> str:
    """A first mapping for a table, from its columns and first rows."""
    if "mapping" not in get_kind(kind).options:
        raise WrongCall(f"{kind} needs no mapping.", f"These do: {takers('mapping')}.")
    from kg.importers.suggest import suggest

    return suggest(sources[0], sheet or "")
