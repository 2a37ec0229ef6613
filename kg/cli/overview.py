"""Overviews: brief, timeline, conflicts."""

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
from kg.errors import WrongCall


@click.command(cls=PlainHelp, no_args_is_help=True)
@click.argument("a", shell_complete=complete_entity)
@click.argument("b", shell_complete=complete_entity)
@click.option("--all", "everything", is_flag=True, help="Also what is of secondary or low salience.")
@click.option(
    "--page",
    metavar="ADDRESS",
    help="With html and md: the page of kg view, seen from there; claims lead to it.",
)
@options_filter
@option_format("table", "json", "jsonl", "csv", "tsv", "md", "html")
@option_lang
@option_directory
def brief(
    a: str, b: str, everything: bool, page: str | None, fmt: str, lang: str, directory: str | None, **filters: Any
) -> int:
    """The relation of A and B on one page: agreements, projects, events, figures, third parties, disputes, gaps.

    Every line names its claims; kg claim ID tells more about one.

    \b
    kg brief PRK RUS
    kg brief PRK RUS --according-to RUS
    kg brief PRK RUS --all --format html > brief.html
    kg brief PRK RUS --format html --page relation.html > brief.html
    """
    from kg.show.brief import brief_markdown, brief_rows, brief_text
    from kg.show.brief_page import brief_html
    from kg.text.escapes import href

    link = href(page or "")
    if page and (not link or fmt not in ("html", "md")):
        raise WrongCall(
            "--page is the address of a page of kg view, for --format html or md.",
            f"kg brief {a} {b} --format html --page relation.html > brief.html",
        )
    graph = open_graph(directory, lang)
    found = graph.brief(a, b, everything=everything, **filters)
    if not found.claims and not found.beside:
        notes(found.notes, lang)
        miss("no-claim-joins", lang, filters, a=found.a.label, b=found.b.label)
        return 1
    texts = {"table": lambda: brief_text(found, style(lang)), "md": lambda: brief_markdown(found, lang, link)}
    texts["html"] = lambda: brief_html(found, lang, link)
    show(
        fmt,
        found,
        texts.get(fmt, texts["table"]),
        lambda: brief_rows(found, lang),
        text_formats=tuple(texts),
        left_out=found.notes,
        lang=lang,
    )
    return 0


@click.command(cls=PlainHelp)
@click.argument("entities", metavar="[ENTITY]...", nargs=-1, shell_complete=complete_entity)
@options_filter
@option_format()
@option_lang
@option_directory
def timeline(entities: tuple[str, ...], fmt: str, lang: str, directory: str | None, **filters: Any) -> int:
    """What happened when, for claims that touch every ENTITY. Things of which only an order is known come last.

    \b
    kg timeline PRK RUS
    kg timeline "defence pact" --format csv
    kg timeline --as-of 2024
    """
    from kg.show.text import timeline_rows, timeline_text

    graph = open_graph(directory, lang)
    events = graph.timeline(*entities, **filters)
    if not events:
        notes(graph.notes, lang)
        miss("no-event", lang, filters)
        return 1
    show(
        fmt,
        events,
        lambda: timeline_text(events, style(lang)),
        lambda: timeline_rows(events, lang),
        left_out=graph.notes,
        lang=lang,
    )
    return 0


def complete_kind(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """Kinds of relations of claims that begin so."""
    from kg.ask.compare import ORDER

    return [kind for kind in ORDER if kind.startswith(incomplete)]


@click.command(cls=PlainHelp)
@click.argument("entities", metavar="[ENTITY]...", nargs=-1, shell_complete=complete_entity)
@click.option(
    "-k",
    "--kind",
    "kinds",
    multiple=True,
    metavar="KIND",
    shell_complete=complete_kind,
    help="Only of these kinds; repeatable. Against each other: contradicts, tension, difference, precision, qualifies, "
    "scope, granularity, ambiguity. Alike: sequence, lineage, supersedes, duplicate, repeats, corroborates.",
)
@click.option("--all", "everything", is_flag=True, help="Also what agrees, and every one of a long list.")
@options_filter
@option_format()
@option_lang
@option_directory
def conflicts(
    entities: tuple[str, ...],
    kinds: tuple[str, ...],
    everything: bool,
    fmt: str,
    lang: str,
    directory: str | None,
    **filters: Any,
) -> int:
    """Who says what against whom, the most serious first; reprints of one source count once.

    Values of which a thing has one (dates, places, figures in one unit, offices) are compared, and denials with what
    they deny; links that people wrote come with their reason.

    \b
    kg conflicts
    kg conflicts PRK --kind contradicts
    kg conflicts -k corroborates --format json
    """
    from kg.ask.compare import leading
    from kg.show.text import disputes_rows, disputes_text

    graph = open_graph(directory, lang)
    found = graph.conflicts(*entities, kinds=kinds, **filters)
    if not found:
        notes(graph.notes, lang)
        miss("no-conflict", lang, filters)
        return 1
    shown, left_out = (found, []) if everything else leading(found, bool(kinds))
    show(
        fmt,
        shown,
        lambda: disputes_text(shown, style(lang)),
        lambda: disputes_rows(shown, lang),
        left_out=[*graph.notes, *left_out],
        lang=lang,
    )
    return 0
