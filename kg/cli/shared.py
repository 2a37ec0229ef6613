"""Questions of the graph: what two have in common, what is lost with one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from kg.cli.common import (
    Command,
    complete_entity,
    miss,
    notes,
    open_graph,
    option_directory,
    option_format,
    option_lang,
    options_filter,
    show,
    style,
)
from kg.cli.help import PlainHelp

_view = click.option(
    "--view",
    type=click.Choice(["asserted", "outlook", "analysis"]),
    help="What counts: asserted, with plans and forecasts, or with judgements too (default).",
)


def _claims(most: int, each: str) -> Callable[[Command], Command]:
    text = f"Claims in full {each}; the rest by id."
    return click.option("--claims", "most", default=most, show_default=True, type=click.IntRange(0), help=text)


@click.command(cls=PlainHelp, no_args_is_help=True)
@click.argument("a", shell_complete=complete_entity)
@click.argument("b", shell_complete=complete_entity)
@_claims(1, "a line")
@_view
@options_filter
@option_format()
@option_lang
@option_directory
def shared(
    a: str, b: str, most: int, view: str | None, fmt: str, lang: str, directory: str | None, **filters: Any
) -> int:
    """What A and B have in common: agreements, projects, events, third parties; who speaks of both, and where.

    Plans and judgements count too, each marked by its stance; --view asserted leaves them out.

    \b
    kg shared PRK RUS
    kg shared CHN RUS --view asserted
    kg shared "Kim Jong Un" Putin --format csv
    """
    from kg.show.common import shared_rows, shared_text

    graph = open_graph(directory, lang)
    given = {"view": view} if view else {}
    found = graph.shared(a, b, **given, **filters)  # type: ignore[arg-type]
    if not found:
        show(fmt, (), str, lambda: shared_rows((), lang))
        notes(graph.notes, lang)
        x, y = (graph.reader.label(graph.resolve(name)) for name in (a, b))
        miss("nothing-shared", lang, filters, a=x, b=y)
        return 1
    text = lambda: shared_text(found, style(lang), most)  # noqa: E731
    show(fmt, found, text, lambda: shared_rows(found, lang), left_out=graph.notes, lang=lang)
    return 0


@click.command(cls=PlainHelp, no_args_is_help=True)
@click.argument("name", metavar="X", shell_complete=complete_entity)
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1), help="Pairs shown in a text.")
@_claims(3, "at the end")
@_view
@options_filter
@option_format()
@option_lang
@option_directory
def without(
    name: str, limit: int, most: int, view: str | None, fmt: str, lang: str, directory: str | None, **filters: Any
) -> int:
    """What goes with X, a thing, a speaker or a document: pairs that have no other tie, things that are cut off.

    A tie goes when it ends at X, runs through it, or has no other document or speaker.

    \b
    kg without RUS
    kg without "tumen river"
    kg without essay --view asserted
    """
    from kg.show.common import without_rows, without_text

    graph = open_graph(directory, lang)
    given = {"view": view} if view else {}
    found = graph.without(name, **given, **filters)  # type: ignore[arg-type]
    if not found.ties:
        show(fmt, found, str, lambda: without_rows(found, lang))
        notes(graph.notes, lang)
        miss("no-tie-rests", lang, filters, name=found.thing.label)
        return 1
    text = lambda: without_text(found, style(lang), limit, most)  # noqa: E731
    show(fmt, found, text, lambda: without_rows(found, lang), left_out=graph.notes, lang=lang)
    return 0
