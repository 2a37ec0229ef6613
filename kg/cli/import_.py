"""Bringing in data sets of others: import."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from kg.cli.common import option_directory, option_format, put, say, show
from kg.cli.help import PlainHelp
from kg.errors import FactsBroken, WrongCall
from kg.importers.registry import KINDS, takers
from kg.text.escapes import terminal
from kg.text.records import from_line

if TYPE_CHECKING:
    from kg.importers.intake import Explained
    from kg.importers.job import Account
    from kg.workspace import Workspace

#: Names of unmatched actors that are told; the file has all.
_TOLD = 12
_KINDS = "\n".join(f"{name:<11} {kind.summary}" for name, kind in KINDS.items())
_HELP = f"""Bring a data set into the workspace: one document, whose every row is a claim under its own id.

SOURCE is a file, or a folder of them; KIND is one of

\b
{_KINDS}

States are found by code and by name in seven languages; what else the graph does not know keeps its name and is listed.
A row that cannot go in is told with its reason; the others go in. An import that was stopped goes on where it stood,
and the same import twice changes nothing. What of a source is not read is told; where that is the rest of a damaged
file, the command ends with 1. Without a workspace here or above, one is made here.

\b
kg import events icews.tsv.gz && kg brief PRK RUS
kg import agreements manytreaties/ --title "Many treaties"
kg import table --recipe sipri trade-register.csv
kg import --recipes
kg import table --suggest trade.csv > trade.toml
kg import table trade.csv --mapping trade.toml --dry-run
kg import table trade.csv --mapping trade.toml --explain 17
kg import table --help
"""


def _list_recipes(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        from kg.importers.recipes import recipes

        for recipe in recipes():
            lines = [f"{recipe.name}: {recipe.title}", f"  file: {recipe.file}", f"  licence: {recipe.licence}"]
            put("".join(f"{line}\n" for line in [*lines, f"  {recipe.home}"]))
        put("kg import table --recipe NAME FILE. ICEWS, GDELT, POLECAT, Many Treaties, Wikidata and FollowTheMoney\n")
        put("need none: they are kinds of their own, see kg import --help.\n")
        ctx.exit()


def _complete_recipe(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    from kg.importers.recipes import names

    return [name for name in names() if name.startswith(incomplete)]


class _Help(PlainHelp):
    """Help for all kinds, or for the one that is named beside it."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """``kg import table --help`` says what a table can have."""
        kind = next((a for a in args if a in KINDS), None)
        if kind and {"-h", "--help"}.intersection(args) and not ctx.resilient_parsing:
            click.echo(_help_on(kind, ctx))
            ctx.exit()
        return super().parse_args(ctx, args)


def _help_on(kind: str, ctx: click.Context) -> str:
    """What one kind reads: its own words, its keys, and how it is called."""
    known = KINDS[kind]
    writer = ctx.make_formatter()
    writer.write_usage("kg import", f"{kind} [OPTIONS] SOURCE...")
    for part in known.words().split("\n\n"):
        writer.write_paragraph()
        with writer.indentation():
            writer.write_text(" ".join(part.replace("``", "").split()))
    for title, keys in known.keys().items():
        with writer.section(title):
            writer.write_dl([(click.unstyle(k), v) for k, v in keys.items()])
    writer.write_paragraph()
    writer.write_text("kg import --help lists the options that all kinds have.")
    return writer.getvalue().rstrip("\n")


@click.command("import", cls=_Help, no_args_is_help=True, help=_HELP)
@click.argument("kind", type=click.Choice(list(KINDS)))
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True, type=click.Path())
@click.option("--document", metavar="ID", help="What the data set is called in the graph; default: the file's name.")
@click.option("--title", help="Its title; default: the file's name.")
@click.option("--speaker", metavar="ACTOR", help="Who says it, where the rows do not; default: the data set itself.")
@click.option("--issued", metavar="DATE", help="When it was published (2024, 2024-06 or 2024-06-19).")
@click.option("--licence", metavar="TEXT", help="Under which it is: a name such as CC-BY-4.0, or an address.")
@click.option("--cite-as", "citation", metavar="TEXT", help="How its makers want it cited.")
@click.option(
    "--mapping", metavar="FILE", type=click.Path(dir_okay=False), help=f"{takers('mapping')}: what the columns mean."
)
@click.option(
    "--recipe",
    metavar="NAME",
    shell_complete=_complete_recipe,
    help=f"{takers('recipe')}: a mapping that is there already, by its name.",
)
@click.option(
    "--recipes",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_list_recipes,
    help="List the recipes: which data set, which file of it, its licence; and stop.",
)
@click.option(
    "--suggest", is_flag=True, help=f"{takers('mapping')}: print a first mapping made from the columns, and stop."
)
@click.option("--explain", metavar="ROW", type=click.IntRange(1), help="Show what one row becomes, and write nothing.")
@click.option("--dry-run", is_flag=True, help="Account for every row, and write nothing.")
@click.option("--sheet", metavar="NAME", help=f"{takers('sheet')}: the sheet of an Excel file; default: the first.")
@click.option("--overwrite", is_flag=True, help="Write even over what people changed in the data set's files.")
@click.option("--again", is_flag=True, help="Import even what is here already: to match new entities of the graph.")
@option_format("table", "json")
@option_directory
def import_(
    kind: str, sources: tuple[str, ...], suggest: bool, explain: int | None, dry_run: bool, overwrite: bool,
    again: bool, fmt: str, directory: str | None, **about: str | None,
) -> int:  # fmt: skip
    """Bring a data set into the workspace; see ``_HELP``."""
    from kg.importers import kinds
    from kg.importers.intake import take_in

    if suggest:
        put(kinds.suggestion(kind, sources, about["sheet"]))
        return 0
    workspace = _workspace(directory)
    new = not os.path.isdir(os.path.join(workspace.root, "facts"))
    source, importer = kinds.prepare(kind, sources, **about)
    if explain:
        from kg.importers.intake import explain as explained

        found = explained(workspace, source, importer, explain)
        show(fmt, found, lambda: _row(found), lambda: ((), ()))
        return 1 if found.problem else 0
    with _bar() as progress:
        account = take_in(
            workspace, source, importer, dry_run=dry_run, again=again, overwrite=overwrite, progress=progress, say=say
        )
    if new and os.path.isdir(os.path.join(workspace.root, "facts")):
        say(f"{os.path.abspath(workspace.root)} is a workspace now, with facts of its own alone.")
        say("The bundled facts answered here before: kg init . --extend reads them beside it.")
    show(fmt, account, lambda: _text(account, dry_run), lambda: ((), ()))
    worth = 1 if account.broken_off or not (account.imported or account.unchanged) else 0
    if dry_run or account.kept or not (account.records or account.unchanged):
        return worth
    return _build(workspace) or worth


def _workspace(directory: str | None) -> Workspace:
    """The workspace that -C or the current folder names; a new one where there is none."""
    from kg.cli.common import inherited
    from kg.workspace import Workspace

    start = directory or inherited() or os.getcwd()
    if not os.path.isdir(start):
        raise WrongCall(f"There is no folder {start}.", "Make it first.")
    found = Workspace.at_or_above(start)
    if found:
        return found
    return Workspace(start)


@contextmanager
def _bar() -> Iterator[Callable[[float], None]]:
    """A progress bar on a terminal; elsewhere a line every few seconds."""
    if sys.stderr.isatty():
        with click.progressbar(range(1000), label="reading", file=sys.stderr) as bar:
            yield lambda share: bar.update(max(0, int(min(share, 1.0) * 1000) - bar.pos))
        return
    import time

    last = [time.monotonic()]

    def tell(share: float) -> None:
        if time.monotonic() - last[0] > 5:
            last[0] = time.monotonic()
            say(f"reading, {share:.0%} …")

    yield tell


def _text(account: Account, dry_run: bool) -> str:
    skipped = sum(account.skipped.values())
    head = f"{account.dataset}: {account.read:,} rows read = {account.imported:,} imported + {skipped:,} skipped"
    lines = [f"{head}{'; nothing was written' if dry_run else ''}."]
    lines += [f"  not read to its end: {text}" for text in account.broken_off]
    lines += [f"  left out: {len(account.left_out):,}"] if account.left_out else []
    lines += [f"    {text}" for text in account.left_out]
    if account.kept:
        lines[0] += " No row could be taken; the data set that was here stays as it was."
    if account.unchanged:
        lines[0] += " It is here already, unchanged; --again imports it anew."
        return "".join(f"{terminal(line)}\n" for line in lines)
    lines += [f"  skipped, {reason}: {count:,}" for reason, count in account.skipped.items()]
    lines += [f"  {reason}: {count:,}" for reason, count in account.flaws.items()]
    lines += [f"    {text}" for text in account.told]
    lines += [f"  {text}" for text in account.remarks]
    lines.append(f"  {account.records:,} records; {len(account.states)} states added to the graph.")
    if account.unmatched:
        named = [f"{n} ({c:,})" for n, c in account.unmatched.items()]
        lines.append(f"  {len(named):,} names unknown to the graph, kept as they are: {_first(named)}.")
    if account.matched:
        lines.append(f"  {len(account.matched):,} names and codes taken for what is known: {_first(_taken(account))}.")
    if account.namesakes:
        named = [f"{name} ({other})" for name, other in sorted(account.namesakes.items())]
        said = "of the unknown names are also those of others, and were not taken for them; see [match] of a mapping"
        lines.append(f"  {len(named):,} {said}: {_first(named)}.")
    if not (dry_run or account.kept):
        files = "findings.txt has every skipped row, matched.txt and unmatched.txt every name"
        lines.append(f"  {account.report}: {files}.")
    return "".join(f"{terminal(line)}\n" for line in lines)


def _row(found: Explained) -> str:
    """What one row becomes."""
    lines = [found.place + (f": skipped: {found.problem}" if found.problem else "")]
    for r in found.records:
        lines.append(f"  record {r.id}")
        lines += [f"    {name:<9} {cell}" for name, cell in r._asdict().items() if cell and name != "id"]
    lines += [f"  told: {t.subject} {t.property} {t.value}" for t in found.things]
    lines += [f"  left out: {text}" for text in found.flaws]
    return "".join(f"{terminal(line)}\n" for line in lines)


def _first(names: list[str]) -> str:
    """The first of some names, and how many more there are."""
    more = f" and {len(names) - _TOLD:,} more" if len(names) > _TOLD else ""
    return ", ".join(names[:_TOLD]) + more


def _taken(account: Account) -> list[str]:
    """What was matched, in words."""
    lines = ((*from_line(line), count) for line, count in account.matched.items())
    return [f"{text} = {found} ({count:,})" for text, found, _, count in lines]


def _build(workspace: Workspace) -> int:
    from kg.compile.apart import build

    try:
        report = build(workspace, say=lambda text: say(f"{text} …"))
    except FactsBroken as error:
        say(error.message)
        for finding in error.findings[:10]:
            say(f"{finding.file}:{finding.line}: {finding.message}")
        return error.exit_code
    if report.published:
        say(f"Built in {report.seconds:.1f} s. Next: kg brief A B, kg search TEXT, kg network measure.")
    return 0
