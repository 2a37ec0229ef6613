"""Overviews: brief, timeline, conflicts."""

from __future__ import annotations

import click

from kg.cli.common import (
    complete_entity,
    notes,
    open_graph,
    option_directory,
    option_format,
    option_lang,
    options_filter,
    passing,
    put,
    say,
    style,
)
from kg.cli.help import PlainHelp


@click.command(cls=PlainHelp, no_args_is_help=True)
@click.argument("a", shell_complete=complete_entity)
@click.argument("b", shell_complete=complete_entity)
@click.option("--all", "everything", is_flag=True, help="Also what is of secondary or low salience.")
@options_filter
@option_format("table", "json", "jsonl", "csv", "tsv", "md", "html")
@option_lang
@option_directory
def brief(
    a: str,
    b: str,
    everything: bool,
    as_of: str | None,
    known_at: str | None,
    according_to: tuple[str, ...],
    stance: tuple[str, ...],
    undated: bool,
    fmt: str,
    lang: str,
    directory: str | None,
) -> int:
    """The relation of A and B on one page: agreements, projects, events, figures, third parties, disputes, gaps.

    Every line names its claims; kg claim ID tells more about one.

    \b
    kg brief PRK RUS
    kg brief PRK RUS --according-to RUS
    kg brief PRK RUS --all --format html > brief.html
    """
    from kg.show.table import render, to_json
    from kg.show.text import brief_markdown, brief_rows, brief_text

    graph = open_graph(directory, lang)
    page = graph.brief(
        a,
        b,
        everything=everything,
        as_of=as_of,
        known_at=known_at,
        according_to=according_to,
        stance=stance,
        undated=undated,
    )
    notes(page.notes)
    if not page.claims:
        say(f"No claim joins {page.a.label} and {page.b.label}{passing(as_of, known_at, according_to, stance)}.")
        return 1
    if fmt in ("json", "jsonl"):
        put(to_json(page, lines=fmt == "jsonl"))
    elif fmt == "html":
        from kg.show.brief_page import brief_html

        put(brief_html(page, lang))
    elif fmt == "md":
        put(brief_markdown(page, lang))
    elif fmt == "table":
        put(brief_text(page, style(lang)))
    else:
        put(render(*brief_rows(page), fmt))
    return 0


@click.command(cls=PlainHelp)
@click.argument("entities", metavar="[ENTITY]...", nargs=-1, shell_complete=complete_entity)
@options_filter
@option_format()
@option_lang
@option_directory
def timeline(
    entities: tuple[str, ...],
    as_of: str | None,
    known_at: str | None,
    according_to: tuple[str, ...],
    stance: tuple[str, ...],
    undated: bool,
    fmt: str,
    lang: str,
    directory: str | None,
) -> int:
    """What happened when, for claims that touch every ENTITY. Things of which only an order is known come last.

    \b
    kg timeline PRK RUS
    kg timeline "defence pact" --format csv
    kg timeline --as-of 2024
    """
    from kg.show.table import render, to_json
    from kg.show.text import timeline_rows, timeline_text

    graph = open_graph(directory, lang)
    events = graph.timeline(
        *entities, as_of=as_of, known_at=known_at, according_to=according_to, stance=stance, undated=undated
    )
    notes(graph.notes)
    if not events:
        say("Nothing happened that any claim here tells of.")
        return 1
    if fmt in ("json", "jsonl"):
        put(to_json(events, lines=fmt == "jsonl"))
    elif fmt == "table":
        put(timeline_text(events, style(lang)))
    else:
        put(render(*timeline_rows(events), fmt))
    return 0


@click.command(cls=PlainHelp)
@click.argument("entities", metavar="[ENTITY]...", nargs=-1, shell_complete=complete_entity)
@click.option(
    "-k",
    "--kind",
    "kinds",
    multiple=True,
    metavar="KIND",
    help="Only contradicts, tension, difference, precision, supersedes, corroborates … Repeatable.",
)
@options_filter
@option_format()
@option_lang
@option_directory
def conflicts(
    entities: tuple[str, ...],
    kinds: tuple[str, ...],
    as_of: str | None,
    known_at: str | None,
    according_to: tuple[str, ...],
    stance: tuple[str, ...],
    undated: bool,
    fmt: str,
    lang: str,
    directory: str | None,
) -> int:
    """Who says what against whom, and what corroborates what; reprints of one source count once.

    \b
    kg conflicts
    kg conflicts PRK --kind contradicts
    kg conflicts -k corroborates --format json
    """
    from kg.show.table import render, to_json
    from kg.show.text import disputes_rows, disputes_text

    graph = open_graph(directory, lang)
    found = graph.conflicts(
        *entities,
        kinds=kinds,
        as_of=as_of,
        known_at=known_at,
        according_to=according_to,
        stance=stance,
        undated=undated,
    )
    if not found:
        say("No claims are in conflict here.")
        return 1
    if fmt in ("json", "jsonl"):
        put(to_json(found, lines=fmt == "jsonl"))
    elif fmt == "table":
        put(disputes_text(found, style(lang)))
    else:
        put(render(*disputes_rows(found), fmt))
    return 0
