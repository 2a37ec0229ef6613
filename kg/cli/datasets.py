"""kg datasets: what was imported, and taking it away again."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from kg.cli.common import option_directory, option_format, put, say, show, workspace_of
from kg.cli.help import PlainHelp
from kg.errors import WrongCall
from kg.text.escapes import terminal

if TYPE_CHECKING:
    from kg.importers.shelf import Dataset


class _Group(PlainHelp, click.Group):
    """A group with the one help option; without a verb it lists."""


def _complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
    from kg.importers.shelf import datasets as all_of

    directory = ctx.params.get("directory")
    return [d.name for d in all_of(workspace_of(directory)) if d.name.startswith(incomplete)]


@click.group(cls=_Group, invoke_without_command=True)
@option_format("table", "json", "jsonl", "csv", "tsv", "md")
@option_directory
@click.pass_context
def datasets(ctx: click.Context, fmt: str, directory: str | None) -> int:
    """The data sets that were imported: records, size, licence, and since when they are here.

    \b
    kg datasets
    kg datasets --format json
    kg datasets rename data acled-2024
    kg datasets remove acled-2024
    """
    if ctx.invoked_subcommand:
        return 0
    from kg.importers.shelf import Dataset
    from kg.importers.shelf import datasets as all_of

    found = all_of(workspace_of(directory))
    show(fmt, found, lambda: _text(found), lambda: (Dataset._fields, found))
    return 0


def _text(found: list[Dataset]) -> str:
    if not found:
        return "No data set is here. kg import KIND FILE brings one in.\n"
    lines = []
    for d in found:
        head = f"{d.name}  “{d.title}”" + (f", {d.issued}" if d.issued else "")
        skipped = f", {d.skipped:,} rows skipped" if d.skipped else ""
        lines += [head, f"  {d.records:,} records{skipped}; {d.size / 1e6:,.1f} MB; here since {d.recorded_on or '?'}"
                        + (f"; {d.kind}" if d.kind else "") + (f"; {d.files}" if d.files else "")]  # fmt: skip
        lines.append(f"  licence: {d.licence or 'not said (kg import --licence)'}")
        lines += [f"  cite as: {d.citation}"] if d.citation else []
    return "".join(f"{terminal(line)}\n" for line in lines)


@datasets.command(cls=PlainHelp, no_args_is_help=True)
@click.argument("name", shell_complete=_complete)
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--overwrite", is_flag=True, help="Even where people changed its files.")
@option_directory
def remove(name: str, yes: bool, overwrite: bool, directory: str | None) -> int:
    """Take the data set NAME away, with all its records. States that others name stay known.

    \b
    kg datasets remove acled-2024
    kg datasets remove acled-2024 --yes
    """
    from kg.importers.shelf import remove as take_away

    workspace = workspace_of(directory)
    if not yes:
        if not sys.stdin.isatty():
            raise WrongCall(f"Nothing was taken away: {name} cannot be brought back.", "--yes does it without asking.")
        click.confirm(f"Take {name} away? It cannot be brought back", abort=True, err=True)
    left = take_away(workspace, name, say, overwrite=overwrite)
    put(terminal(f"{name} is gone.") + "\n")
    for place in left:
        put(terminal(f"  {place} names something of it") + "\n")
    return 0


@datasets.command(cls=PlainHelp, no_args_is_help=True)
@click.argument("old", shell_complete=_complete)
@click.argument("new")
@option_directory
def rename(old: str, new: str, directory: str | None) -> int:
    """Give the data set OLD the name NEW: its records are c:NEW.…, its things e:NEW.… from then on.

    \b
    kg datasets rename data acled-2024
    """
    from kg.importers.shelf import rename as give_name

    give_name(workspace_of(directory), old, new, say)
    put(terminal(f"{old} is {new} now.") + "\n")
    return 0
