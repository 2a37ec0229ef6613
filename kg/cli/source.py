"""kg source: documents in, and what is there of them."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import click

from kg.cli.common import (
    complain,
    open_graph,
    option_directory,
    option_format,
    progress,
    put,
    put_json,
    say,
    show,
    width,
)
from kg.cli.help import PlainHelp
from kg.errors import KgError, NotFound, WorldError, WrongCall
from kg.text.escapes import terminal

if TYPE_CHECKING:
    from kg.ask.claims import Reader
    from kg.author.source import Given
    from kg.graph import Graph
    from kg.values.claims import Document


class _Group(PlainHelp, click.Group):
    """A group with the one help option."""


@click.group(cls=_Group, no_args_is_help=True)
def source() -> None:
    """The documents that claims are found in: their texts, and what is known of each.

    \b
    kg source add article.html
    kg source list
    kg source show tass-2024-06-19 --paragraphs 3..8
    kg source check
    """


@source.command(cls=PlainHelp)
@click.argument("files", nargs=-1, type=click.Path())
@click.option("--url", default="", metavar="ADDRESS", help="Where the document is found.")
@click.option("--title", default="", help="Its title.")
@click.option("--by", default="", metavar="ACTOR", help="Who wrote it: a name or id; several with ;.")
@click.option("--publisher", default="", metavar="ACTOR", help="Who published it: a name or id.")
@click.option("--publisher-kind", default="", metavar="KIND", help="What a new one is: outlet, government body, …")
@click.option("--publisher-side", default="", metavar="STATE", help="The state of a new one: a name, code or id.")
@click.option("--issued", default="", metavar="DATE", help="When it was published: 2024-06-19, 2024-06 or 2024.")
@click.option("--lang", "language", default="", metavar="TAG", help="Its language: en, ru, ko, zh, …")
@click.option("--id", "name", default="", metavar="ID", help="What to call it: d:ID.")
@click.option("--encoding", default="", help="Of a text that does not say it: cp1251, euc-kr, gb18030, …")
@click.option("--not-kept", is_flag=True, help="A page that was only read: --url and --title, no file.")
@click.option("--keep-out-of-git", is_flag=True, help="Add sources/ to .gitignore: the texts may be somebody's.")
@click.option("--dry-run", is_flag=True, help="Only show what would be added.")
@option_format()
@option_directory
def add(
    files: tuple[str, ...], not_kept: bool, keep_out_of_git: bool, dry_run: bool, fmt: str, directory: str | None,
    **given: str,
) -> int:  # fmt: skip
    """Take in FILES, folders of files, or - for what is piped in: HTML, PDF, Word, e-mail, text of any encoding.

    The text lies in sources/, its entry in facts/documents/. What a file says of itself is taken from it and told;
    options go before it. The same text is not added twice.

    \b
    kg source add article.html
    kg source add talks.pdf --by "Kim Yo-jong" --issued 2024-06-19
    kg source add articles/ --publisher TASS --lang ru --keep-out-of-git
    kg source add - --title "A note" --url https://example.org/note < note.txt
    kg source add --not-kept --url https://example.org/a --title "Bridge talks" --publisher "The Daily"
    """
    from datetime import date

    from kg.author.source import Intake
    from kg.compile.apart import propose

    if not_kept == bool(files):
        raise WrongCall("Give a file, or --not-kept with --url and --title.", "kg source add article.html")
    graph = open_graph(directory)
    said = _given(graph, given)
    intake = Intake(graph.workspace, graph.reader, date.today())
    if not_kept:
        intake.cite(said)
    else:
        paths = _paths(files)
        own = [o for o in ("url", "title", "name") if given[o]]
        if own and len(paths) > 1:
            raise WrongCall(f"--{own[0].replace('name', 'id')} is of one document; these are {len(paths)} files.")
        for path in paths:
            try:
                intake.add(path if path != "-" else "stdin", _bytes(path), said)
            except KgError as error:
                intake.failed(path, error)
    if keep_out_of_git:
        intake.keep_out_of_git()
    if intake.texts and not dry_run:
        propose(graph.workspace, intake.change(), say=progress("en"))
    return _told(intake.outcomes, dry_run, fmt)


def _given(graph: Graph, given: Mapping[str, str]) -> Given:
    """What the caller says of a document; the kind of a publisher as its class."""
    from kg.author.naming import Naming
    from kg.author.source import Given
    from kg.graph import vocabulary

    kind = given["publisher_kind"]
    if kind:
        kind = Naming(graph.reader, vocabulary(graph.workspace)).kind(kind)
    return Given(**{**given, "publisher_kind": kind})


@source.command(cls=PlainHelp)
@click.argument("document", metavar="ID")
@click.option("--title", default="", help="Its title.")
@click.option("--by", default="", metavar="ACTOR", help="Who wrote it: a name or id; several with ;.")
@click.option("--publisher", default="", metavar="ACTOR", help="Who published it: a name or id.")
@click.option("--publisher-kind", default="", metavar="KIND", help="What a new one is: outlet, government body, …")
@click.option("--publisher-side", default="", metavar="STATE", help="The state of a new one: a name, code or id.")
@click.option("--issued", default="", metavar="DATE", help="When it was published: 2024-06-19, 2024-06 or 2024.")
@click.option("--lang", "language", default="", metavar="TAG", help="Its language: en, ru, ko, zh, …")
@click.option("--url", default="", metavar="ADDRESS", help="Where the document is found.")
@click.option("--dry-run", is_flag=True, help="Show what would be written, and write nothing.")
@option_format("text", "json")
@option_directory
def edit(document: str, dry_run: bool, fmt: str, directory: str | None, **given: str) -> int:
    """Correct what is known of a document; its text and claims stay, and so does all that is not named.

    \b
    kg source edit note --issued 2024-06-19
    kg source edit tass --title "Bridge talks" --by "Anna Berg" --dry-run
    """
    from datetime import date

    from kg.author.entry import edit as edited
    from kg.author.source import Intake
    from kg.cli.care import Deed

    if not any(given.values()):
        raise WrongCall("What is to be corrected?", "kg source edit --help: --title, --by, --publisher, --issued …")
    graph = open_graph(directory)
    intake = Intake(graph.workspace, graph.reader, date.today())
    found = _document(graph.reader, document)
    deed = Deed(graph.workspace, edited(graph.workspace, intake, found, _given(graph, given)), dry_run)
    deed.write()
    deed.tell(f"{'Would correct' if dry_run else 'Corrected'} {found.id}.", fmt, {"document": found.id})
    return 0


def _document(reader: Reader, name: str) -> Document:
    """A document by its id. Raises NotFound."""
    known, wanted = reader.documents(), name.removeprefix("d:")
    found = next((d for d in known if d.id == wanted), None)
    if found is None:
        raise NotFound(f"There is no document ‘{name}’.", [d.id for d in known][:5], "kg source list")
    return found


def _paths(files: Sequence[str]) -> list[str]:
    from kg.author.source import files_in

    return [path for file in files for path in (files_in(file) if os.path.isdir(file) else [file])]


def _bytes(path: str) -> bytes:
    if path == "-":
        return sys.stdin.buffer.read()
    if path.startswith(("http://", "https://")):
        hint = f"Save the page and add the file: kg source add page.html --url {path}"
        raise WrongCall(f"{path} is an address; nothing is fetched from the network.", hint)
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise WorldError(f"{path} cannot be read: {error.strerror or error}.") from error


def _told(outcomes: Sequence[object], dry: bool, fmt: str) -> int:
    """What became of each file, and how many of each."""
    from kg.author.source import Outcome

    found = [o for o in outcomes if isinstance(o, Outcome)]
    states = {state: sum(o.state == state for o in found) for state in ("added", "known", "failed")}
    if fmt == "table":
        for o in found:
            if o.state == "failed":
                complain(f"{o.file}: {o.told[0]}", " ".join(o.told[1:]))
                continue
            put(f"{terminal(o.id)}  {terminal(o.title or o.file)}  ({o.characters:,} characters)\n")
            put("".join(f"    {terminal(line)}\n" for line in o.told))
    else:
        show(
            fmt, found, str,
            lambda: (Outcome._fields, [(*o[:-1], "; ".join(o.told)) for o in found]), text_formats=(),
        )  # fmt: skip
    counts = ", ".join(f"{n} {'would be ' * (dry and state == 'added')}{state}" for state, n in states.items() if n)
    say(f"{len(found)} file{'s' * (len(found) != 1)}: {counts}.")
    return 1 if states["failed"] else 0


@source.command("list", cls=PlainHelp)
@option_format()
@option_directory
def list_(fmt: str, directory: str | None) -> int:
    """All documents: how many claims and drafts rest on each, and whether its text is kept.

    \b
    kg source list
    kg source list --format json
    """
    from kg.author.source import Held, held
    from kg.show.table import render

    graph = open_graph(directory)
    found = held(graph.workspace, graph.reader)
    if fmt in ("json", "jsonl"):
        put_json(found, fmt)
    else:
        put(render(Held._fields, [tuple("" if x is None else x for x in d) for d in found], fmt, width()))
    return 0


def _span(ctx: click.Context, param: click.Parameter, value: str) -> tuple[int, int]:
    """N..M, N or nothing as numbers."""
    first, dots, last = value.partition("..")
    if not all(n.isascii() and (n.isdigit() or not n) for n in (first, last)):
        raise WrongCall(f"‘{value}’ names no paragraphs.", "Such as 3..8, 3.. or 3.")
    most = sys.maxsize
    return int(first or 1), int(last or most) if dots else int(first or most)


@source.command("show", cls=PlainHelp)
@click.argument("document", metavar="ID")
@click.option("--paragraphs", default="", metavar="N..M", callback=_span, help="Only these paragraphs.")
@option_format()
@option_directory
def show_(document: str, paragraphs: tuple[int, int], fmt: str, directory: str | None) -> int:
    """The text of a document: its paragraphs, numbered, and the claims that point into each.

    \b
    kg source show note
    kg source show note --paragraphs 2..4
    """
    from kg.author.source import Paragraph, shown
    from kg.show.table import render

    graph = open_graph(directory)
    found = _document(graph.reader, document)
    rows = [p for p in shown(graph.workspace, graph.reader, found) if paragraphs[0] <= p.number <= paragraphs[1]]
    if not rows:
        raise NotFound(f"{found.id} has no such paragraphs.", (), f"kg source show {found.id}")
    if fmt in ("json", "jsonl"):
        put_json(rows, fmt)
    elif fmt == "table":
        for p in rows:
            page = f" (page {p.page})" if p.page else ""
            put(f"{p.number}{page}  {terminal(p.text)}\n")
            put(f"    {terminal(', '.join(p.claims))}\n" if p.claims else "")
    else:
        put(render(Paragraph._fields, [(p[0], p[1] or "", p[2], ", ".join(p[3])) for p in rows], fmt, width()))
    return 0


@source.command(cls=PlainHelp)
@option_format()
@option_directory
def check(fmt: str, directory: str | None) -> int:
    """Compare every kept text with its hash, and the passages of its claims with theirs.

    Exit code 1 when a text or a passage has changed, has moved, or is missing.

    \b
    kg source check
    """
    from kg.author.source import checked
    from kg.show.table import render
    from kg.show.text import place
    from kg.values.claims import Document

    graph = open_graph(directory)
    rows, bad = [], 0
    for found in checked(graph.workspace, graph.reader):
        if isinstance(found, Document):
            rows.append((found.id, "missing", "", "", f"sources/{found.file_name} is not there"))
            bad += 1
            continue
        failed = [p for p in found.proofs if p.state != "confirmed"]
        state = {"identical": "unchanged", "line ends": "other line ends", "different": "changed"}[found.whole]
        rows.append(
            (found.document.id, state, "", "", f"{len(found.proofs) - len(failed)} of {len(found.proofs)} passages")
        )
        rows += [(found.document.id, p.state, p.claim, place(p.passage, "en"), p.text) for p in failed]
        bad += not found.sound
    columns = ("document", "state", "claim", "where", "words")
    if fmt in ("json", "jsonl"):
        put_json([dict(zip(columns, row, strict=True)) for row in rows], fmt)
    elif rows:
        put(render(columns, rows, fmt, width()))
    kept = len({row[0] for row in rows})
    say(f"{kept} text{'s' * (kept != 1)} to keep, {kept - bad} in order." if kept else "No text is kept.")
    return 1 if bad else 0
