"""SPARQL over a view, free or from the library of named queries."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from kg.ask.claims import Reader
from kg.ask.search import resolve, things_called
from kg.claims.renamed import Renamed
from kg.engine.scope import bind
from kg.errors import KgError, NotFound, WorldError, WrongCall
from kg.text.terms import LANGUAGES, NS, ONTOLOGY_GRAPH, PREFIXES, VIEWS, VOCAB, VOCAB_GRAPH, XSD, curie, expand
from kg.values.answers import Table
from kg.values.claims import Literal, Node
from kg.values.said import Said
from kg.workspace import Workspace

_HEADER = re.compile(r"^#[^\S\n]*([\w-]+):[^\S\n]*(.*)$", re.M)
_KINDS = ("entity", "text", "number", "date")


@dataclass(frozen=True)
class Query:
    """A named query. ``parameters`` maps a variable to its kind (entity, text, number, date) and default.

    ``titles`` are those in other languages than English.
    """

    name: str
    title: str
    view: str
    parameters: dict[str, tuple[str, str]]
    example: str
    text: str
    titles: dict[str, str] = field(default_factory=dict)

    def called(self, lang: str) -> str:
        """The title in a language, in English where it has none."""
        return self.titles.get(lang, self.title)


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
        raise WrongCall(Said("{path}: this is not UTF-8 text.", path=file), "Save it with UTF-8 encoding.") from error
    except OSError as error:
        raise WorldError(f"{file} cannot be read: {error.strerror}.") from error


def read_query(name: str, text: str, file: str = "") -> Query:
    """A query file with its header: ``# title:``, ``# view:``, ``# param: who entity PRK``, ``# example:``.

    ``# title-ru:`` and the like are the title in other languages.

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
                pattern = "{path}:{line}: ‘{text}’ does not say what kind of parameter it is."
                raise WrongCall(
                    Said(pattern, path=file or name, line=line, text=found[0].strip()),
                    Said(
                        "Kinds: {names}. For example: {text}", names=", ".join(_KINDS), text="# param: who entity PRK"
                    ),
                )
            params[variable] = (kind, default)
    title, view, example = single.get("title", name), single.get("view", "asserted"), single.get("example", "")
    titles = {lang: single[f"title-{lang}"] for lang in LANGUAGES if f"title-{lang}" in single}
    return Query(name, title, view, params, example, text, titles)


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
                Said("The query {query} has no parameter ‘{word}’.", query=query.name, word=name),
                Said("Parameters: {names}.", names=", ".join(query.parameters) or "–"),
            )
        missing = [n for n, (_, default) in query.parameters.items() if n not in given and not default]
        if missing:
            raise WrongCall(
                Said("The query {query} needs -p {word}=…", query=query.name, word=missing[0]),
                Said("For example: {text}", text=query.example) if query.example else "",
            )
        bound = {n: _value(reader, given.get(n, default), kind) for n, (kind, default) in query.parameters.items()}
    else:
        text, bound = query, {n: _value(reader, v, "any") for n, v in given.items()}
    view = view or "asserted"
    if view not in VIEWS:
        raise WrongCall(Said("‘{word}’ is not a view.", word=view), Said("Views: {names}.", names=", ".join(VIEWS)))
    renamed = Renamed.of(reader.view)
    text, old = renamed.query(text)
    for name in dict.fromkeys(old):
        say(Said("{old} is called {new} now, and is read so.", old=curie(name), new=curie(renamed.now[name])))
    bound = {n: renamed.node(v) for n, v in bound.items()}
    return bind(text, bound) if bound else text, view


#: What a text may hold: IRIs, strings and comments are one token, so that nothing in them is taken for a short name.
_TOKEN = re.compile(
    r"""<([^<>\s]*)>|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\#[^\n]*|(?<![\w?$:])([A-Za-z][\w-]*):([A-Za-z0-9][\w.-]*\w|\w)"""
)
_PREFIX = re.compile(r"PREFIX\s+([A-Za-z][\w-]*)?:\s*<([^<>\s]*)>", re.I)


def unknown(reader: Reader, text: str) -> list[tuple[str, list[str]]]:
    """The terms of a query that neither the ontology nor the vocabularies have, each with the nearest ones."""
    spaces = PREFIXES | {name or "": iri for name, iri in _PREFIX.findall(text)}
    named = (m[1] or spaces.get(m[2] or "", "\0") + (m[3] or "") for m in _TOKEN.finditer(text))
    terms = [iri for iri in dict.fromkeys(named) if iri.startswith((NS, VOCAB)) and iri not in (NS, VOCAB)]
    missing = [iri for iri in terms if not reader.view.has(iri) and iri not in spaces.values()]
    if not missing:
        return []
    known = sorted({curie(s) for g in (ONTOLOGY_GRAPH, VOCAB_GRAPH) for s, *_ in reader.view.quads(g=g)})
    return [(curie(iri), near(curie(iri), known)) for iri in missing]


def near(name: str, known: Iterable[str]) -> list[str]:
    """The three names of the same prefix that look most like one."""
    from rapidfuzz import fuzz, process

    prefix = name.partition(":")[0] + ":"
    own = [k for k in known if k.startswith(prefix)]
    return [n for n, *_ in process.extract(name, own, scorer=fuzz.ratio, limit=3, score_cutoff=50)]


def texts_for_things(reader: Reader, query: str | Query, values: Mapping[str, str]) -> dict[str, str]:
    """Of the values of one's own query those that are texts there, but also the name or code of a thing: its id."""
    found = {}
    for name, value in values.items() if isinstance(query, str) else ():
        things = [] if expand(value) else things_called(reader, value)
        if len(things) == 1:
            found[name] = curie(things[0])
    return found


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
            raise WrongCall(Said("‘{word}’ is not a number.", word=text))
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
    raise NotFound(Said("There is no query or file ‘{word}’.", word=name), names, "kg queries lists the queries.")
