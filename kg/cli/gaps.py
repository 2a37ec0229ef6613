"""What is thin in the graph, and what would mend it."""

from __future__ import annotations

from typing import Any

import click

from kg.cli.common import (
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


@click.command(cls=PlainHelp)
@click.argument("entities", metavar="[A [B]]", nargs=-1, shell_complete=complete_entity)
@click.option(
    "-k",
    "--kind",
    "kinds",
    multiple=True,
    metavar="KIND",
    help="Only draft, office, in-force, no-speaker, no-name, no-side, undated-event, undated-document, figure, "
    "implied, not-kept, one-origin, one-source or silence. Repeatable.",
)
@click.option(
    "--silence",
    "months",
    default=12,
    show_default=True,
    type=click.IntRange(1, 12000),
    metavar="MONTHS",
    help="Nothing dated for so long is a gap.",
)
@click.option("--all", "everything", is_flag=True, help="All gaps, not only the first of each kind.")
@options_filter
@option_format()
@option_lang
@option_directory
def gaps(
    entities: tuple[str, ...],
    kinds: tuple[str, ...],
    months: int,
    everything: bool,
    fmt: str,
    lang: str,
    directory: str | None,
    **filters: Any,
) -> int:
    """What is thin, and what would mend it: one source only, no date, no name, no side, ended but not said.

    Names narrow it to claims that touch them all. What is open comes before what is only thin.

    \b
    kg gaps
    kg gaps PRK RUS --kind one-source --all
    kg gaps --silence 24 --format json
    """
    from kg.ask.gaps import leading
    from kg.show.gaps import gaps_rows, gaps_text

    graph = open_graph(directory, lang)
    found = graph.gaps(*entities, kinds=kinds, months=months, **filters)
    shown, left_out = (found, []) if everything else leading(found, bool(kinds))
    if not found:
        show(fmt, (), str, lambda: gaps_rows((), lang))
        notes(graph.notes, lang)
        miss("no-gap", lang, filters)
        return 1
    show(
        fmt,
        shown,
        lambda: gaps_text(shown, style(lang)),
        lambda: gaps_rows(shown, lang),
        left_out=[*graph.notes, *left_out],
        lang=lang,
    )
    return 0
