"""SPARQL over a view, free or from the library of named queries."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kg.ask.claims import Reader
from kg.ask.search import resolve
from kg.claims.renamed import Renamed
from kg.engine.scope import bind
from kg.errors import KgError, NotFound, WorldError, WrongCall
from kg.text.terms import VIEWS, XSD, curie, expand
from kg.values.answers import Table
from kg.values.claims import Literal, Node
from kg.workspace import Workspace

_HEADER = re.compile(r"^#[^\S\n]*([\w-]+):[^\S\n]*(.*)$", re.M)
_KINDS = ("entity", "text", "number", "date")


@dataclass(frozen=True)
class Query:
    """A named query. ``parameters`` maps a variable to its kind (entity, text, number, date) and default."""

    name: str
    title: str
    view: str
    parameters: dict[str, tuple[str, str]]
    example: str
    text: str


def library(workspace: Workspace, broken: list[KgError] | None = None) -> dict[str, Query]:
    """The named queries of the package and the workspace, by name; what is wrong with others goes to ``broken``."""
    found = {}
    for name, source in workspace.queries().items():
        stem = os.path.basename(name).removesuffix(".rq")
        try:
            found[stem] = _read(stem, name, source.path)
        except KgError as error:
            if broken is not None:
                broken.append(error)
    return dict(sorted(found.items()))


def _read(name: str, file: str, path: str) -> Query:
    """A query of the library. Raises WrongCall or WorldError, with its file and line."""
    try:
        with open(path, encoding="utf-8-sig") as opened:
            return read_query(name, opened.read(), file)
    except UnicodeDecodeError as error:
        raise WrongCall(f"{file}: this is not UTF-8 text.", "Save it with UTF-8 encoding.") from error
    except OSError as error:
        raise WorldError(f"{file} cannot be read: {error.strerror}.") from error


def read_query(name: str, text: str, file: str = "") -> Query:
    """A query file with its header: ``# title:``, ``# view:``, ``# param: who entity PRK``, ``# example:``.

    Raises WrongCall, with the line, for a parameter that does not say its kind.
    """
    params, single = {}, dict[str, str]()
    for found in _HEADER.finditer(text):
        key, value = found[1], found[2]
        single.setdefault(key, value)
        if key == "param":
            variable, kind, default = (*value.split(maxsplit=2), "", "", "")[:3]
            if not kind:
                line = text.count("\n", 0, found.start()) + 1
                problem = f"{file or name}:{line}: ‘{found[0].strip()}’ does not say what kind of parameter it is."
                raise WrongCall(problem, f"Kinds: {', '.join(_KINDS)}. For example: # param: who entity PRK")
            params[variable] = (kind, default)
    return Query(
        name, single.get("title", name), single.get("view", "asserted"), params, single.get("example", ""), text
    )


def prepare(
    reader: Reader,
    query: str | Query,
    values: Mapping[str, str] | None = None,
    view: str | None = None,
    say: Callable[[str], None] = lambda text: None,
) -> tuple[str, str]:
    """The text that the engine runs, with its parameters fixed, and the view. Raises BadQuery, WrongCall.

    Names that the ontology has given up are read as the new ones; ``say`` hears which.
    """
    given = dict(values or {})
    if isinstance(query, Query):
        text, view = query.text, view or query.view
        for name in given.keys() - query.parameters.keys():
            raise WrongCall(
                f"The query {query.name} has no parameter ‘{name}’.",
                f"Parameters: {', '.join(query.parameters) or 'none'}.",
            )
        missing = [n for n, (_, default) in query.parameters.items() if n not in given and not default]
        if missing:
            raise WrongCall(
                f"The query {query.name} needs -p {missing[0]}=…",
                f"For example: {query.example}" if query.example else "",
            )
        bound = {n: _value(reader, given.get(n, default), kind) for n, (kind, default) in query.parameters.items()}
    else:
        text, bound = query, {n: _value(reader, v, "any") for n, v in given.items()}
    view = view or "asserted"
    if view not in VIEWS:
        raise WrongCall(f"‘{view}’ is not a view.", f"Views: {', '.join(VIEWS)}.")
    renamed = Renamed.of(reader.view)
    text, old = renamed.query(text)
    for name in dict.fromkeys(old):
        say(f"{curie(name)} is called {curie(renamed.now[name])} now, and is read so.")
    bound = {n: renamed.node(v) for n, v in bound.items()}
    return bind(text, bound) if bound else text, view


def table_of(answer: bool | tuple[list[str], list[list[Node | None]]]) -> Table | bool:
    """What the engine says as an answer: literals by their text."""
    if isinstance(answer, bool):
        return answer
    columns, rows = answer
    return Table(
        tuple(columns),
        tuple(tuple(None if n is None else n.value if isinstance(n, Literal) else n for n in row) for row in rows),
    )


def _value(reader: Reader, text: str, kind: str) -> Node:
    if kind == "entity":
        return resolve(reader, text)
    if kind == "number":
        if not re.fullmatch(r"[+-]?\d+(\.\d+)?", text):
            raise WrongCall(f"‘{text}’ is not a number.")
        return Literal(text, None, XSD + ("decimal" if "." in text else "integer"))
    if kind == "date":
        return Literal(text, None, XSD + "date")
    iri = expand(text) if kind == "any" else None
    return iri or Literal(text)


def find_query(workspace: Workspace, name: str) -> Query:
    """A named query. Raises NotFound with the nearest names."""
    known = library(workspace)
    if name in known:
        return known[name]
    for source in workspace.queries().values():
        if os.path.basename(source.name) == f"{name}.rq":
            return _read(name, source.name, source.path)  # says what is wrong with it
    from rapidfuzz import process

    near = [
        n
        for n, *_ in process.extract(
            name, known, limit=3, processor=lambda q: q if isinstance(q, str) else q.name, score_cutoff=50
        )
    ]
    names = sorted(n for n in known if name in n) or near
    raise NotFound(f"There is no query or file ‘{name}’.", names, "kg queries lists the queries.")
