"""Care of what is written: undo, rename, retract, merge, split. Each shows what it does; ``--dry-run`` only that."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from kg.cli.common import (
    complete_claim,
    open_graph,
    option_directory,
    option_format,
    progress,
    put,
    put_json,
    say,
    workspace_of,
)
from kg.cli.help import PlainHelp
from kg.compile.proposal import read
from kg.text.escapes import terminal, terminal_lines

if TYPE_CHECKING:
    from kg.ask.claims import Reader
    from kg.compile.proposal import Change
    from kg.workspace import Workspace

_dry = click.option("--dry-run", is_flag=True, help="Show what would be written, and write nothing.")


@click.command(cls=PlainHelp)
@click.option("--list", "listed", is_flag=True, help="Only list what kg has written, the last first.")
@_dry
@option_format("text", "json")
@option_directory
def undo(listed: bool, dry_run: bool, fmt: str, directory: str | None) -> int:
    """Take back the last thing that kg wrote into the facts; again, and the one before goes back too.

    Every byte is as it was. What somebody has written to since is not touched: then nothing is taken back.

    \b
    kg undo --dry-run
    kg undo
    kg undo --list
    """
    from kg.compile.proposal import done_changes, last_change

    workspace = workspace_of(directory)
    if listed:
        found = done_changes(workspace)
        if fmt == "json":
            put_json(found)
        else:
            put("".join(f"{_when(d.when)}  {terminal(d.why)}{'' if d.stands else '  (taken back)'}\n" for d in found))
        return 0
    change = last_change(workspace)
    deed = _Deed(workspace, change, dry_run)
    deed.write()
    deed.tell(f"{'Would take' if dry_run else 'Took'} back: {change.why}", fmt, {})
    return 0


@click.command(cls=PlainHelp, no_args_is_help=True)
@click.argument("claims", metavar="CLAIM...", nargs=-1, required=True, shell_complete=complete_claim)
@click.option("--why", required=True, metavar="TEXT", help="The reason, in one line; it stands with the claim.")
@click.option("--on", "day", metavar="DATE", help="Since when it is taken back; today by default.")
@_dry
@option_format("text", "json")
@option_directory
def retract(claims: tuple[str, ...], why: str, day: str | None, dry_run: bool, fmt: str, directory: str | None) -> int:
    """Take claims back: they stay in their text, with day and reason, and are in no answer from that day on.

    What rested on them is listed. --known-at a day before still shows what was known then.

    \b
    kg retract report-034 --why "not what the article says" --dry-run
    kg retract report-034 report-035 --why "the article was withdrawn" --on 2026-11-20
    """
    from kg.author.retract import retract as taken_back
    from kg.author.ripple import ripple
    from kg.cli.ripple import ripple_text
    from kg.show.table import plain

    workspace, graph = workspace_of(directory), open_graph(directory)
    today = datetime.date.today().isoformat()
    found = taken_back(workspace, graph.reader, claims, why, day or today, today)
    deed = _Deed(workspace, found.change, dry_run)
    with deed.after() as reader:
        told = ripple(graph.reader, reader, found.claims)
        head = f"{'Would retract' if dry_run else 'Retracted'} {', '.join(c.rsplit('/', 1)[-1] for c in found.claims)}."
        deed.tell(head, fmt, {"ripple": plain(told)}, ripple_text(told, graph.reader))
    return 0


def _when(seconds: float) -> str:
    return datetime.datetime.fromtimestamp(seconds).strftime("%Y-%m-%d %H:%M")


class _Deed:
    """A change and the texts that it finds: it is written, unless that is only to be shown, and then told."""

    def __init__(self, workspace: Workspace, change: Change, dry: bool) -> None:
        self._workspace, self._change, self._dry = workspace, change, dry
        self._texts = {n: (read(workspace, n), new) for n, new in change.texts.items()}

    def write(self) -> None:
        """Put the texts in their places."""
        from kg.compile.apart import propose

        if not self._dry:
            propose(self._workspace, self._change, say=progress("en"))

    @contextmanager
    def after(self) -> Iterator[Reader]:
        """What is known once it is written, or would be."""
        from kg.author.ripple import as_if

        self.write()
        if self._dry:
            with as_if(self._workspace, self._change, "en", progress("en")) as reader:
                yield reader
        else:
            yield open_graph(self._workspace.root).reader

    def tell(self, head: str, fmt: str, told: Mapping[str, object], text: str = "") -> None:
        """Say what it does to the texts, and ``told`` or ``text`` what else it means."""
        from kg.author.difference import claims, lines

        change, dry = self._change, self._dry
        gone, come = claims(self._texts)
        if fmt == "json":
            value = {"why": change.why, "written": not dry, "files": sorted(self._texts)}
            put_json({**value, "claims_gone": gone, "claims_come": come, **told, "diff": lines(self._texts)})
            return
        put(f"{terminal(head)}\n")
        put("".join(f"  {terminal(n)}{_fate(*self._texts[n])}\n" for n in sorted(self._texts)))
        for what, some in (("gone", gone), ("back" if change.undoes else "new", come)):
            if some:
                put(f"  claims {what}: {terminal(', '.join(some))}\n")
        put(text)
        if dry:
            put(f"\n{terminal_lines(lines(self._texts))}\n")
        elif not change.undoes:
            say("kg undo takes it back.")


def _fate(before: bytes | None, after: bytes | None) -> str:
    if before is None:
        return " (new)"
    return " (removed)" if after is None else ""
