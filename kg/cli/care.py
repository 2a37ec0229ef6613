"""Care of what is written: describe, rename, merge, split, retract, undo; ``--dry-run`` only shows what it would do."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from kg.cli.common import (
    complete_claim,
    complete_entity,
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
from kg.values.claims import Literal

if TYPE_CHECKING:
    from kg.ask.claims import Reader
    from kg.compile.proposal import Change
    from kg.workspace import Workspace

_dry = click.option("--dry-run", is_flag=True, help="Show what would be written, and write nothing.")


def _label(ctx: click.Context, param: click.Parameter, value: str | None) -> Literal | None:
    """A name with its language, English where none is said."""
    return _named(value) if value else None


def _named(value: str) -> Literal:
    text, at, lang = value.rpartition("@")
    return Literal(text, lang) if at and lang.isalpha() and len(lang) <= 3 and text else Literal(value, "en")


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
    deed = Deed(workspace, change, dry_run)
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
    deed = Deed(workspace, found.change, dry_run)
    with deed.after() as reader:
        told = ripple(graph.reader, reader, found.claims)
        head = f"{'Would retract' if dry_run else 'Retracted'} {', '.join(c.rsplit('/', 1)[-1] for c in found.claims)}."
        deed.tell(head, fmt, {"ripple": plain(told)}, ripple_text(told, graph.reader))
    return 0


@click.command(cls=PlainHelp, no_args_is_help=True)
@click.argument("old", shell_complete=complete_entity)
@click.argument("new", required=False, default="")
@click.option("--label", metavar="TEXT[@LANG]", callback=_label, help="A new label too; the old one stays as a name.")
@_dry
@option_format("text", "json")
@option_directory
def rename(old: str, new: str, label: Literal | None, dry_run: bool, fmt: str, directory: str | None) -> int:
    """Give a thing, a document or a claim another id, in all facts, queries, checks and mappings.

    Nothing else changes by a byte. A claim is found by its old id too.

    \b
    kg rename tumen-bridge tumen-road-bridge --dry-run
    kg rename e:tumen-bridge e:tumen-road-bridge --label "Tumen road bridge"
    kg rename d:tass d:tass-2025-04-30
    """
    from kg.author.rename import rename as renamed
    from kg.errors import WrongCall
    from kg.text.terms import curie

    if not new and not label:
        raise WrongCall("What is its new name?", f"kg rename {old} NEW, or --label TEXT")
    workspace, graph = workspace_of(directory), open_graph(directory)
    found = renamed(workspace, graph.reader, old, new, label)
    deed = Deed(workspace, found.change, dry_run)
    deed.write()
    count = sum(found.counts.values())
    head = f"{curie(found.old)} {'would be' if dry_run else 'is'} {curie(found.new)} now, in {count} places."
    deed.tell(head, fmt, {"old": found.old, "new": found.new, "counts": found.counts})
    return 0


@click.command(cls=PlainHelp, no_args_is_help=True)
@click.argument("name", shell_complete=complete_entity)
@click.option("--also", multiple=True, metavar="TEXT[@LANG]", help="Another name by which texts call it. Repeatable.")
@click.option(
    "--side", default="", metavar="STATE", shell_complete=complete_entity, help="The state that it stands to."
)
@click.option("--no-side", metavar="TEXT[@LANG]", callback=_label, help="Why it stands to none.")
@_dry
@option_format("text", "json")
@option_directory
def describe(
    name: str, also: tuple[str, ...], side: str, no_side: Literal | None, dry_run: bool, fmt: str, directory: str | None
) -> int:
    """Say more of a thing: names that texts use, the state that it stands to, or why it stands to none.

    \b
    kg describe tumen-bridge --also "friendship bridge" --also "мост дружбы@ru"
    kg describe baltic-herald --side EST
    kg describe reports --no-side "nobody says whose they are"
    """
    from kg.author.describe import describe as described
    from kg.author.naming import Naming
    from kg.errors import WrongCall
    from kg.graph import vocabulary

    if not (also or side or no_side):
        raise WrongCall("What is to be said of it?", "kg describe --help: --also, --side, --no-side.")
    workspace, graph = workspace_of(directory), open_graph(directory)
    naming = Naming(graph.reader, vocabulary(workspace))
    names = [_named(text) for text in also]
    deed = Deed(workspace, described(workspace, naming, name, names, side, no_side), dry_run)
    deed.write()
    deed.tell(f"{'Would say' if dry_run else 'Said'} more of {name}.", fmt, {})
    return 0


@click.command(cls=PlainHelp, no_args_is_help=True)
@click.argument("a", shell_complete=complete_entity)
@click.argument("b", shell_complete=complete_entity)
@click.option("--keep", type=click.Choice(["A", "B"]), default=None, help="Whose values stay where the two disagree.")
@_dry
@option_format("text", "json")
@option_directory
def merge(a: str, b: str, keep: str | None, dry_run: bool, fmt: str, directory: str | None) -> int:
    """Make B one with A: every mention of B is A, and B's names, codes and matches are A's.

    Claims stay as they are but for the name. What contradicts in the two entries is an error with both places.

    \b
    kg merge tumen-bridge e:bridge-over-tumen --dry-run
    kg merge e:kim-jong-un e:kim --keep A
    kg merge d:tass d:tass-copy
    """
    from kg.author.merge import merge as merged
    from kg.author.ripple import agreeing, disputes_between
    from kg.cli.ripple import dispute_line, fact_line, section
    from kg.show.table import plain
    from kg.text.terms import DOC, curie

    workspace, graph = workspace_of(directory), open_graph(directory)
    found = merged(workspace, graph.reader, a, b, keep or "")
    deed = Deed(workspace, found.change, dry_run)
    with deed.after() as after:
        agree = [] if found.kept.startswith(DOC) else agreeing(graph.reader, after, found.kept)
        ended, begun = disputes_between(graph.reader, after, {*found.claims, *found.beside})
        told = {"kept": found.kept, "gone": found.gone, "claims": found.claims, "named_both": found.both,
                "agreeing": plain(agree), "ended": plain(ended), "begun": plain(begun)}  # fmt: skip
        text = section("Named both until now", map(_id, found.both))
        text += section("Sources that agree now", map(fact_line, agree))
        text += section("Disagreements and agreements that end", map(dispute_line, ended))
        text += section("Disagreements and agreements that begin", map(dispute_line, begun))
        what = f"{'would be' if dry_run else 'is'} {curie(found.kept)} now"
        head = f"{curie(found.gone)} {what}; claims that named it: {len(found.claims)}."
        deed.tell(head, fmt, told, text)
    return 0


@click.command(cls=PlainHelp, no_args_is_help=True)
@click.argument("thing", shell_complete=complete_entity)
@click.option("--into", required=True, metavar="NEW", shell_complete=complete_entity, help="A new thing, or another.")
@click.option("--claims", multiple=True, metavar="ID,…", shell_complete=complete_claim, help="These go. Repeatable.")
@click.option("--document", "documents", multiple=True, metavar="DOC", help="Those of a document go. Repeatable.")
@click.option(
    "--speaker",
    "speakers",
    multiple=True,
    metavar="ACTOR",
    shell_complete=complete_entity,
    help="Those by ACTOR go. Repeatable.",
)
@click.option("--label", metavar="TEXT[@LANG]", callback=_label, help="The name of a new thing.")
@click.option("--kind", metavar="CLASS", help="Its class, such as Person; by default that of THING.")
@_dry
@option_format("text", "json")
@option_directory
def split(
    thing: str, into: str, claims: tuple[str, ...], documents: tuple[str, ...], speakers: tuple[str, ...],
    label: Literal | None, kind: str | None, dry_run: bool, fmt: str, directory: str | None,
) -> int:  # fmt: skip
    """Let some claims on THING speak of another thing, new or known.

    Which claims go and which stay is listed, and those whose passages name both.

    \b
    kg split tumen-bridge --into rail-bridge --claims report-034,report-035 --label "Rail bridge" --dry-run
    kg split e:ministry --into e:ministry-of-roads --document tass --label "Ministry of Roads"
    """
    from kg.author.split import split as parted
    from kg.cli.ripple import section
    from kg.text.terms import curie

    workspace, graph = workspace_of(directory), open_graph(directory)
    found = parted(workspace, graph.reader, thing, into, claims=claims, documents=documents, speakers=speakers,
                   label=label, kind=kind)  # fmt: skip
    deed = Deed(workspace, found.change, dry_run)
    deed.write()
    lists = {"goes": found.goes, "stays": found.stays, "both": found.both, "unread": found.unread}
    titles = ("Go", "Stay", "Passages that name both: look at them", "Not looked at, for their texts are not kept")
    text = "".join(section(t, map(_id, x)) for t, x in zip(titles, lists.values(), strict=True))
    head = f"{curie(found.thing)} {'would be' if dry_run else 'is'} {curie(found.into)} in {len(found.goes)} claims."
    deed.tell(head, fmt, {"thing": found.thing, "into": found.into, **lists}, text)
    return 0


def _id(claim: str) -> str:
    return claim.rsplit("/", 1)[-1]


def _when(seconds: float) -> str:
    return datetime.datetime.fromtimestamp(seconds).strftime("%Y-%m-%d %H:%M")


class Deed:
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
