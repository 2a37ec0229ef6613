"""Queries: sparql, queries."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from kg.cli.common import (
    complain,
    miss,
    notes,
    open_graph,
    option_directory,
    option_format,
    option_lang,
    options_limits,
    put,
    put_json,
    say,
    show,
    width,
    workspace_of,
)
from kg.cli.help import PlainHelp
from kg.errors import KgError, NotFound, WrongCall
from kg.text.escapes import terminal_lines
from kg.values.notes import Note
from kg.values.said import Said

if TYPE_CHECKING:
    from kg.ask.sparql import Query
    from kg.graph import Graph
    from kg.values.answers import Table
    from kg.workspace import Workspace


def _complete_query(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    from kg.ask.sparql import library
    from kg.workspace import Workspace

    return [n for n in library(Workspace.find()) if n.startswith(incomplete)]


@click.command(cls=PlainHelp, no_args_is_help=True)
@click.argument("query", metavar="QUERY|FILE|NAME", shell_complete=_complete_query)
@click.option(
    "-p",
    "--param",
    "params",
    multiple=True,
    metavar="KEY=VALUE",
    help="Value of a variable. A named query knows whether it takes a name, a text, a number or a date; in one of your "
    "own an IRI or a CURIE such as e:PRK is a thing, all else a text. Repeatable.",
)
@click.option(
    "--view",
    type=click.Choice(["asserted", "outlook", "analysis"]),
    help="What counts as true: asserted (default), with plans and forecasts, or with judgements too.",
)
@click.option(
    "--records/--no-records",
    default=None,
    help="Whether the records of data sets count. Default: in a query of your own, not in those of the library.",
)
@options_limits
@click.option(
    "--page", metavar="FILE", help="Write the result as a page: ?from and ?to, or #defaultView:Graph and the first two."
)
@option_format()
@option_lang
@option_directory
def sparql(
    query: str, params: tuple[str, ...], view: str | None, records: bool | None, timeout: float, memory: int,
    page: str | None, fmt: str, lang: str, directory: str | None,
) -> int:  # fmt: skip
    """Run a SPARQL query: a text, a .rq file, - for standard input, or the name of a library query.

    The usual prefixes are declared. Plain patterns ask the view; GRAPH ?claim { … } asks who says so: it stands for
    the graphs that people wrote. A computed one is asked by its name, as GRAPH <…/graph/view/outlook> { … }.
    The table shows short names; the other formats full IRIs.

    \b
    kg sparql transport-links -p a=PRK -p b=RUS
    kg sparql 'SELECT ?who WHERE { e:defence-pact-2024 br:signatory ?who }'
    kg sparql my-query.rq --view outlook --format csv
    kg sparql 'SELECT (COUNT(?e) AS ?n) WHERE { ?e br:actor e:PRK ; br:recipient e:RUS }'
    kg sparql 'SELECT ?from ?to WHERE { ?from br:partOf ?to }' --page parts.html
    """
    from kg.graph import sparql as ask
    from kg.show.words import word
    from kg.worker import Limits

    values = dict(map(_pair, params))
    workspace = workspace_of(directory)
    known = _find(workspace, query)
    answer = ask(workspace, known, values, view, records, Limits(timeout, memory), lambda text: say(text, lang))
    if not isinstance(answer, bool) and not answer.rows:
        _explain(open_graph(directory, lang), known, values)
    if isinstance(answer, bool):
        put_json({"boolean": answer}) if fmt in ("json", "jsonl") else put(f"{word('yes' if answer else 'no', lang)}\n")
        return 0 if answer else 1
    return _page(open_graph(directory, lang), answer, known, page) if page else _table(answer, known, fmt, lang)


def _explain(graph: Graph, query: str | Query, values: dict[str, str]) -> None:
    """Why a query finds nothing: a term that there is not, or a name where it asks for a thing."""
    from kg.ask.sparql import texts_for_things, unknown

    missing = unknown(graph.reader, query if isinstance(query, str) else query.text)
    for term, nearest in missing:
        miss("no-term-but" if nearest else "no-term", graph.lang, word=term, names=nearest)
    for name, thing in texts_for_things(graph.reader, query, values).items():
        miss("text-for-thing", graph.lang, name=name, word=values[name], id=thing)
    if not missing:
        miss("no-solution", graph.lang)


def _pair(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not equals or not key.isidentifier():
        raise WrongCall(Said("‘{word}’ is not KEY=VALUE.", word=text), Said("For example: {text}", text="-p a=PRK"))
    return key, value


def _find(workspace: Workspace, query: str) -> str | Query:
    from kg.ask.sparql import find_query, read_query

    if query == "-":
        return sys.stdin.read()
    if query.endswith((".rq", ".sparql")):
        try:
            with open(query, encoding="utf-8") as file:
                return read_query(os.path.basename(query), file.read())
        except FileNotFoundError as error:
            raise NotFound(Said("There is no file {path}.", path=query), (), "kg queries lists the queries.") from error
        except UnicodeDecodeError as error:
            raise WrongCall(Said("{path} is not UTF-8 text.", path=query)) from error
    first = query.split(maxsplit=1)[0].upper() if query.strip() else ""
    if any(c in query for c in "{}? \n") or first in ("", "SELECT", "ASK", "CONSTRUCT", "DESCRIBE", "PREFIX", "BASE"):
        return query
    return find_query(workspace, query)


def _page(graph: Graph, table: Table, query: str | Query, path: str) -> int:
    text = query if isinstance(query, str) else query.text
    made = graph.view_of(table, hinted="#defaultView:Graph" in text)
    notes(graph.notes, graph.lang)
    if made is None:
        miss("no-solution-joins", graph.lang)
        return 1
    made.save(path)
    notes([Note("page-written", {"kilobytes": round(len(made.html.encode()) / 1000)}, path)], graph.lang)
    return 0


def _table(table: Table, query: str | Query, fmt: str, lang: str) -> int:
    from kg.show.notes import note_text
    from kg.show.table import render
    from kg.text.terms import curie

    if fmt in ("json", "jsonl"):
        put_json([dict(zip(table.columns, row, strict=True)) for row in table.rows], fmt)
    elif table.rows or fmt in ("csv", "tsv"):
        short = fmt in ("table", "md")
        rows = [[curie(c) if short and c and "://" in c else c for c in row] for row in table.rows]
        put(render(table.columns, rows, fmt, width()))
    if not table.rows:
        if fmt == "table" and not isinstance(query, str):
            put(terminal_lines(note_text(Note("no-answer", {"title": (query.called(lang),)}), lang)) + "\n")
        return 1
    return 0


@click.command(cls=PlainHelp)
@click.argument("name", required=False, shell_complete=_complete_query)
@option_format()
@option_lang
@option_directory
def queries(name: str | None, fmt: str, lang: str, directory: str | None) -> int:
    """List the named queries, or print one with its parameters.

    \b
    kg queries
    kg queries figures
    """
    from kg.ask.sparql import find_query, library
    from kg.show.table import render
    from kg.show.words import headings

    workspace = workspace_of(directory)
    if name:
        put(terminal_lines(find_query(workspace, name).text))
        return 0
    broken: list[KgError] = []
    known = list(library(workspace, broken).values())
    for error in broken:
        complain(error.message, error.hint, lang)
    columns = ("name", "title", "parameters", "view")
    rows = [
        (q.name, q.called(lang), " ".join(f"{n}={d}" if d else n for n, (_, d) in q.parameters.items()), q.view)
        for q in known
    ]
    named = headings(columns, lang)
    show(fmt, known, lambda: render(named, rows, "table", width()), lambda: (columns, rows), lang=lang)
    return 0
