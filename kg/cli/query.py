"""Queries: sparql, queries."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NoReturn

import click

from kg.cli.common import (
    complain,
    open_graph,
    option_directory,
    option_format,
    option_lang,
    put,
    put_json,
    say,
    show,
    width,
    workspace_of,
)
from kg.cli.help import PlainHelp
from kg.errors import KgError, NotFound, QueryTimeout, WrongCall
from kg.escapes import terminal_lines

if TYPE_CHECKING:
    from kg.answers import Table
    from kg.ask.sparql import Query
    from kg.graph import Graph
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
    help="Value of a variable: a name, a CURIE, a text. Repeatable.",
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
@click.option(
    "--timeout",
    default=60.0,
    show_default=True,
    type=click.FloatRange(0.1),
    metavar="SECONDS",
    help="Stop the query after so long.",
)
@click.option(
    "--page", metavar="FILE", help="Write the result as a page: ?from and ?to, or #defaultView:Graph and the first two."
)
@option_format()
@option_lang
@option_directory
def sparql(
    query: str, params: tuple[str, ...], view: str | None, records: bool | None, timeout: float, page: str | None,
    fmt: str, lang: str, directory: str | None,
) -> int:  # fmt: skip
    """Run a SPARQL query: a text, a .rq file, - for standard input, or the name of a library query.

    The usual prefixes are declared. Plain patterns ask the view; GRAPH ?claim { … } asks who says so.
    The table shows short names; the other formats full IRIs.

    \b
    kg sparql transport-links -p a=PRK -p b=RUS
    kg sparql 'SELECT ?who WHERE { e:defence-pact-2024 br:signatory ?who }'
    kg sparql my-query.rq --view outlook --format csv
    kg sparql 'SELECT (COUNT(?e) AS ?n) WHERE { ?e br:actor e:PRK ; br:recipient e:RUS }'
    kg sparql 'SELECT ?from ?to WHERE { ?from br:partOf ?to }' --page parts.html
    """
    from kg.graph import refresh

    workspace = workspace_of(directory)
    values = dict(_pair(p) for p in params)
    known = _find(workspace, query)
    if workspace.changed(workspace.state()):  # in a child of its own: no deadline ends a build, and the engine, once
        code = _in_child(lambda: 0 if refresh(workspace, say) else 3)  # used in a process, does not survive a fork
        if code:
            return code
    return _with_deadline(
        timeout, lambda: _answer(open_graph(workspace.root, lang), known, values, view, fmt, page, records)
    )


def _pair(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not equals or not key.isidentifier():
        raise WrongCall(f"‘{text}’ is not KEY=VALUE.", "For example: -p a=PRK")
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
            raise NotFound(f"There is no file {query}.", (), "kg queries lists the named queries.") from error
        except UnicodeDecodeError as error:
            raise WrongCall(f"{query} is not UTF-8 text.") from error
    first = query.split(maxsplit=1)[0].upper() if query.strip() else ""
    if any(c in query for c in "{}? \n") or first in ("", "SELECT", "ASK", "CONSTRUCT", "DESCRIBE", "PREFIX", "BASE"):
        return query
    return find_query(workspace, query)


def _answer(
    graph: Graph, query: str | Query, values: dict[str, str], view: str | None, fmt: str, page: str | None = None,
    records: bool | None = None,
) -> int:  # fmt: skip
    from kg.ask.sparql import run
    from kg.show.table import render
    from kg.terms import curie

    answer = run(graph.reader, query, values, view, graph.records_for(query, records))
    if isinstance(answer, bool):
        put_json({"boolean": answer}) if fmt in ("json", "jsonl") else put(f"{'yes' if answer else 'no'}\n")
        return 0 if answer else 1
    table: Table = answer
    if page:
        text = query if isinstance(query, str) else query.text
        made = graph.view_of(table, hinted="#defaultView:Graph" in text)
        for line in graph.notes:
            say(line)
        if made is None:
            say("No solution joins two entities.")
            return 1
        made.save(page)
        say(f"{page}: {len(made.html.encode()) / 1000:,.0f} kB.")
        return 0
    if fmt in ("json", "jsonl"):
        put_json([dict(zip(table.columns, row, strict=True)) for row in table.rows], fmt)
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

    def ring(*_: Any) -> None:
        raise TimeoutError

    if not hasattr(os, "fork"):
        return work()
    old = signal.signal(signal.SIGALRM, ring)
    try:
        return _in_child(work, seconds)
    except TimeoutError as stop:
        hint = "Narrow it, add LIMIT, or give it longer: --timeout SECONDS."
        raise QueryTimeout(f"The query was stopped after {seconds:g} s.", hint) from stop
    finally:
        signal.signal(signal.SIGALRM, old)


def _in_child(work: Callable[[], int], seconds: float = 0) -> int:
    """The exit code of the work, run in a child that does not outlive this call; 0 seconds set no alarm."""
    if not hasattr(os, "fork"):
        return work()
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        _be_child(work)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        _, status = os.waitpid(child, 0)
    except BaseException:  # the alarm, or Ctrl-C
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        raise
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    if os.WIFSIGNALED(status):
        number = os.WTERMSIG(status)
        message = f"The query was ended by the system (signal {number}); most likely it ran out of memory."
        raise QueryTimeout(message, "Narrow it, or add LIMIT.")
    return os.waitstatus_to_exitcode(status)


def _be_child(work: Callable[[], int]) -> NoReturn:
    from kg.cli.main import guarded

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    code = 3
    try:
        code = guarded(work)
        sys.stdout.flush()
    finally:
        os._exit(code)


@click.command(cls=PlainHelp)
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
    from kg.show.table import render

    workspace = workspace_of(directory)
    if name:
        put(terminal_lines(find_query(workspace, name).text))
        return 0
    broken: list[KgError] = []
    known = list(library(workspace, broken).values())
    for error in broken:
        complain(error.message, error.hint)
    columns = ("name", "title", "parameters", "view")
    rows = [
        (q.name, q.title, " ".join(f"{n}={d}" if d else n for n, (_, d) in q.parameters.items()), q.view) for q in known
    ]
    show(fmt, known, lambda: render(columns, rows, "table", width()), lambda: (columns, rows))
    return 0
