"""What became of the facts: between two revisions, and of one claim."""

from __future__ import annotations

import os

import click

from kg.cli.common import (
    option_directory,
    option_format,
    option_lang,
    progress,
    put,
    put_json,
    show,
    style,
    workspace_of,
)
from kg.cli.help import PlainHelp


@click.command(cls=PlainHelp)
@click.argument("revisions", metavar="[REV[..REV]]", required=False)
@click.argument("paths", metavar="[PATH...]", nargs=-1)
@option_format("text", "md", "json")
@option_lang
@option_directory
def diff(revisions: str | None, paths: tuple[str, ...], fmt: str, lang: str, directory: str | None) -> int:
    """What changed between two revisions of the facts, told as claims: new, gone, and said otherwise.

    One revision is compared with the files as they lie there, none stands for the last commit. Order and layout of
    the texts are no change. With paths only those files, or the files below those folders.

    \b
    kg diff
    kg diff HEAD~20
    kg diff main..HEAD --format md
    kg diff v1..v2 facts/documents
    """
    from kg.author.diff import diff as compared
    from kg.show.changes import diff_markdown, diff_text

    workspace, asked = workspace_of(directory), revisions
    if revisions and os.path.exists(os.path.join(workspace.root, revisions)):  # as git takes it: no revision, a file
        asked, paths = None, (revisions, *paths)
    found = compared(workspace, asked, paths, lang, progress(lang))
    if fmt == "json":
        put_json(found)
    else:
        put(diff_markdown(found, lang) if fmt == "md" else diff_text(found, style(lang)))
    return 0


@click.command(cls=PlainHelp, no_args_is_help=True)
@click.argument("name", metavar="CLAIM|THING")
@option_format()
@option_lang
@option_directory
def log(name: str, fmt: str, lang: str, directory: str | None) -> int:
    """The commits in which a claim, a thing or a document changed, newest first, and what each changed of it.

    One that has gone can be asked for too, by its id.

    \b
    kg log essay-107
    kg log e:tumen-bridge
    kg log essay-107 --format json
    """
    from kg.author.log import log as changes_of
    from kg.show.changes import log_rows, log_text

    found = changes_of(workspace_of(directory), name, lang)
    show(fmt, found, lambda: log_text(found, style(lang)), lambda: log_rows(found, lang), lang=lang)
    return 0
