"""The page: view."""

from __future__ import annotations

import os
from typing import Any

import click

from kg.cli.common import (
    complete_entity,
    notes,
    open_graph,
    option_directory,
    option_lang,
    options_where,
    passing,
    progress,
    put,
    say,
)
from kg.cli.help import PlainHelp


@click.command(cls=PlainHelp)
@click.argument("entities", metavar="[ENTITY]...", nargs=-1, shell_complete=complete_entity)
@click.option("-o", "--output", metavar="FILE", default="kg.html", show_default=True, help="- for standard output.")
@click.option("--path", is_flag=True, help="The strongest paths from the first ENTITY to the second.")
@click.option("-k", default=5, show_default=True, type=click.IntRange(1, 100), help="With --path: how many.")
@click.option("--all", "everything", is_flag=True, help="Also what is of secondary or low salience.")
@click.option(
    "--story", metavar="FILE", type=click.Path(dir_okay=False), help="Steps to walk through with the arrow keys."
)
@click.option("--open", "show", is_flag=True, help="Open the page in the browser.")
@options_where(None, view="analysis")
@option_lang
@option_directory
def view(
    entities: tuple[str, ...], output: str, path: bool, k: int, everything: bool, story: str | None, show: bool,
    lang: str, directory: str | None, **where: Any,
) -> int:  # fmt: skip
    """One offline HTML page: who does what with whom, who says so, and since when.

    Two states: their relation. One ENTITY: its surroundings. None: the whole graph. A story is a text file; each line
    is a sentence, a tab, and what stands behind the # of the page's address in the view that it is about.

    \b
    kg view PRK RUS -o relation.html --open
    kg view "tumen bridge"
    kg view --path CHN "tumen bridge" -o path.html
    """
    graph = open_graph(directory, lang)
    page = graph.view(*entities, path=path, k=k, everything=everything, story=story, say=progress(), **where)
    notes(graph.notes, lang)
    if page is None:
        say(f"There is nothing to show{passing(where)}.")
        if len(entities) == 2 and not path:
            say("No claim touches both of them; with --path you see how they are connected, if they are.")
        return 1
    if output == "-":
        put(page.html)
        return 0
    page.save(output)
    say(f"{output}: {len(page.html.encode()) / 1000:,.0f} kB.")
    if show:
        import webbrowser

        webbrowser.open("file://" + os.path.abspath(output))
    return 0
