"""Queries: sparql, queries."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from kg.cli.common import open_graph, option_directory, option_format, option_lang, put, say, width
from kg.errors import NotFound, QueryTimeout, WrongCall

if TYPE_CHECKING:
    from kg.ask.sparql import Query
    from kg.graph import Graph
    from kg.model import Table


def _complete_query(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    from kg.ask.sparql import library
    from kg.workspace import Workspace

    return [n for n in library(Workspace.find()) if n.startswith(incomplete)]


@click.command(no_args_is_help=True)
@click.argument("query", metavar="QUERY|FILE|NAME", shell_complete=_complete_query)
@click.option("-p", "--param", "params", multiple=True, metavar="KEY=VALUE", help="Value of a variable: a name, a CURIE, a text. Repeatable.")
@click.option("--view", type=click.Choice(["asserted", "outlook", "analysis"]), help="What counts as true: asserted (default), with plans and forecasts, or with judgements too.")
@click.option("--timeout", default=60.0, show_default=True, type=click.FloatRange(0.1), metavar="SECONDS", help="Stop the query after so long.")
@option_format()
@option_lang
@option_directory
def sparql(query: str, params: tuple[str, ...], view: str | None, timeout: float, fmt: str, lang: str, directory: str | None) -> int:
    """Run a SPARQL query: a text, a .rq file, - for standard input, or the name of a library query.

    The usual prefixes are declared. Plain patterns ask the view; GRAPH ?claim { … } asks who says so.
    The table shows short names; the other formats full IRIs.

    \b
    kg sparql transport-links -p a=PRK -p b=RUS
    kg sparql 'SELECT ?who WHERE { e:defence-pact-2024 br:signatory ?who }'
    kg sparql my-query.rq --view outlook --format csv
    """
    graph = open_graph(directory, lang)
    values = dict(_pair(p) for p in params)
    known = _find(graph, query)
    return _with_deadline(timeout, lambda: _answer(graph, known, values, view, fmt))


def _pair(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not equals or not key.isidentifier():
        raise WrongCall(f"‘{text}’ is not KEY=VALUE.", "For example: -p a=PRK")
    return key, value


def _find(graph: Graph, query: str) -> str | Query:
    from kg.ask.sparql import find_query, read_query

    if query == "-":
        return sys.stdin.read()
    if query.endswith((".rq", ".sparql")):
        try:
            with open(query, encoding="utf-8") as file:
                return read_query(os.path.basename(query), file.read())
        except FileNotFoundError as error:
            raise NotFound(f"There is no file {query}.", (), "kg queries lists the named queries.") from error
        except UnicodeDecodeError as error:
            raise WrongCall(f"{query} is not UTF-8 text.") from error
    if not query.strip() or any(c in query for c in "{}? \n"):
        return query
    return find_query(graph.workspace, query)


def _answer(graph: Graph, query: str | Query, values: dict[str, str], view: str | None, fmt: str) -> int:
    from kg.ask.sparql import run
    from kg.show.table import render, to_json
    from kg.terms import curie

    answer = run(graph.reader, query, values, view)
    if isinstance(answer, bool):
        put(to_json({"boolean": answer}) if fmt in ("json", "jsonl") else f"{'yes' if answer else 'no'}\n")
        return 0 if answer else 1
    table: Table = answer
    if fmt in ("json", "jsonl"):
        put(to_json([dict(zip(table.columns, row, strict=True)) for row in table.rows], lines=fmt == "jsonl"))
    elif table.rows or fmt in ("csv", "tsv"):
        short = fmt in ("table", "md")
        rows = [[curie(c) if short and c and "://" in c else c for c in row] for row in table.rows]
        put(render(table.columns, rows, fmt, width()))
    if not table.rows:
        say("No solution.")
        return 1
    return 0


def _with_deadline(seconds: float, work: Callable[[], int]) -> int:
    """Run the work in a child process: the engine cannot be interrupted, a process can be killed.

    Raises QueryTimeout after ``seconds``. Where there is no fork the work runs here, without a deadline.
    """
    if not hasattr(os, "fork"):
        return work()
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        from kg.cli.main import guarded

        signal.signal(signal.SIGINT, signal.SIG_DFL)
        code = 3
        try:
            code = guarded(work)
            sys.stdout.flush()
        finally:
            os._exit(code)

    def ring(*_: Any) -> None:
        raise TimeoutError

    old = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        _, status = os.waitpid(child, 0)
    except (TimeoutError, KeyboardInterrupt) as stop:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        if isinstance(stop, KeyboardInterrupt):
            raise
        raise QueryTimeout(f"The query was stopped after {seconds:g} s.", "Narrow it, add LIMIT, or give it longer: --timeout SECONDS.") from stop
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, old)
    if os.WIFSIGNALED(status):
        raise QueryTimeout(f"The query was ended by the system (signal {os.WTERMSIG(status)}); most likely it ran out of memory.", "Narrow it, or add LIMIT.")
    return os.waitstatus_to_exitcode(status)


@click.command()
@click.argument("name", required=False, shell_complete=_complete_query)
@option_format()
@option_directory
def queries(name: str | None, fmt: str, directory: str | None) -> int:
    """List the named queries, or print one with its parameters.

    \b
    kg queries
    kg queries figures
    """
    from kg.ask.sparql import find_query, library
    from kg.cli.common import workspace_of
    from kg.show.table import render, to_json

    workspace = workspace_of(directory)
    if name:
        put(find_query(workspace, name).text)
        return 0
    known = library(workspace).values()
    if fmt in ("json", "jsonl"):
        put(to_json(list(known), lines=fmt == "jsonl"))
    else:
        rows = [(q.name, q.title, " ".join(f"{n}={d}" if d else n for n, (_, d) in q.parameters.items()), q.view) for q in known]
        put(render(("name", "title", "parameters", "view"), rows, fmt, width()))
    return 0
