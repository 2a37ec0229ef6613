"""The page: view."""

from __future__ import annotations

import os
from typing import Any

import click

from kg.cli.common import (
    complete_entity,
    miss,
    notes,
    open_graph,
    option_directory,
    option_lang,
    options_where,
    progress,
    put,
)
from kg.cli.help import PlainHelp
from kg.values.notes import Note


@click.command(cls=PlainHelp)
@click.argument("entities", metavar="[ENTITY]...", nargs=-1, shell_complete=complete_entity)
@click.option("-o", "--output", metavar="FILE", default="kg.html", show_default=True, help="- for standard output.")
@click.option("--path", is_flag=True, help="The strongest paths from the first ENTITY to the second.")
@click.option("-k", default=5, show_default=True, type=click.IntRange(1, 100), help="With --path: how many.")
@click.option("--all", "everything", is_flag=True, help="Also what is of secondary or low salience.")
@click.option(
    "--story", metavar="FILE", type=click.Path(dir_okay=False), help="Steps to walk through with the arrow keys."
)
@click.option(
    "--brief", metavar="FILE", type=click.Path(dir_okay=False), help="A brief in HTML beside it, which claims lead to."
)
@click.option(
    "--sources",
    metavar="DIR",
    type=click.Path(file_okay=False),
    help="Your copies of the sources; claims lead to the place.",
)
@click.option("--since", metavar="REV", help="What changed since a revision, as kg diff takes it, or since a day.")
@click.option(
    "--beside",
    nargs=2,
    default=None,
    metavar="ENTITY ENTITY",
    shell_complete=complete_entity,
    help="A second pair of states, side by side with the first.",
)
@click.option("--open", "show", is_flag=True, help="Open the page in the browser.")
@options_where(None, view="analysis")
@option_lang
@option_directory
def view(
    entities: tuple[str, ...], output: str, path: bool, k: int, everything: bool, story: str | None,
    brief: str | None, sources: str | None, since: str | None, beside: tuple[str, str] | None, show: bool, lang: str,
    directory: str | None, **where: Any,
) -> int:  # fmt: skip
    """One offline HTML page: who does what with whom, who says so, and since when.

    Two states: their relation. One ENTITY: its surroundings. None: the whole graph. A story is a text file; each line
    is a sentence, a tab, and what stands behind the # of the page's address in the view that it is about. With --brief
    and --sources claims lead to their places in these files, as seen from the page: keep them together.

    \b
    kg view PRK RUS -o relation.html --open
    kg view "tumen bridge"
    kg view --path CHN "tumen bridge" -o path.html
    kg brief PRK RUS --format html --page relation.html > brief.html
    kg view PRK RUS --brief brief.html --sources sources -o relation.html
    kg view PRK RUS --since HEAD~20 -o changes.html
    kg view PRK RUS --beside PRK CHN -o pairs.html
    """
    from kg.graph.links import Links

    graph = open_graph(directory, lang)
    links = Links(brief, sources, os.path.dirname(output) or ".")
    page = graph.view(
        *entities,
        path=path,
        k=k,
        everything=everything,
        story=story,
        since=since,
        beside=beside or (),
        links=links,
        say=progress(lang),
        **where,
    )
    notes(graph.notes, lang)
    if page is None:
        miss("nothing-to-show", lang, where)
        if len(entities) == 2 and not path:
            notes([Note("try-path", {})], lang)
        return 1
    if output == "-":
        put(page.html)
        return 0
    page.save(output)
    notes([Note("page-written", {"kilobytes": round(len(page.html.encode()) / 1000)}, output)], lang)
    if show:
        import webbrowser

        webbrowser.open("file://" + os.path.abspath(output))
    return 0
