"""What the commands share: opening the graph, the options for formats and filters, and printing."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

import click

from kg.show.table import FORMATS
from kg.text.escapes import terminal, terminal_lines
from kg.values.notes import Note
from kg.values.said import Said

if TYPE_CHECKING:
    from kg.graph import Graph
    from kg.show.text import Style
    from kg.workspace import Workspace

Command = Callable[..., Any]


class Number(click.FloatRange):
    """A number above zero that is one: neither infinite nor nan, which every range lets pass."""

    name = "number"

    def __init__(self, most: float | None = None, least: float = 0) -> None:
        super().__init__(least, most, min_open=not least)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """The number. Raises BadParameter."""
        found = float(super().convert(value, param, ctx))
        if found - found != 0:
            self.fail(f"{value!r} is not a finite number.", param, ctx)
        return found


def option_directory(command: Command) -> Command:
    """-C, also after the command's name."""
    return click.option("-C", "directory", metavar="DIR", help="Use the workspace at or above DIR.", expose_value=True)(
        command
    )


def option_lang(command: Command) -> Command:
    return click.option(
        "--lang",
        default="en",
        type=click.Choice(["en", "ru", "ko"]),
        show_default=True,
        callback=_speak,
        help="Language of names, headings and messages.",
    )(command)


def _speak(ctx: click.Context, param: click.Parameter, value: str) -> str:
    """Keep the language for what is said when the command has ended in an error."""
    ctx.ensure_object(dict)["lang"] = value
    return value


def option_format(*formats: str) -> Callable[[Command], Command]:
    """--format; by default one of ``table json jsonl csv tsv md``. The first is what is printed unless one is given."""
    return click.option(
        "-f",
        "--format",
        "fmt",
        default=(formats or FORMATS)[0],
        type=click.Choice(formats or FORMATS),
        show_default=True,
        help="How to print the answer.",
    )


def options_filter(command: Command) -> Command:
    """The two clocks, the speaker and the stance."""
    for decorate in (
        click.option("--undated", is_flag=True, help="With --as-of: keep claims that have no date."),
        click.option(
            "--stance",
            multiple=True,
            metavar="STANCE",
            help="Only stated, reported, planned, expected, assessed, speculative or denied. Repeatable.",
        ),
        click.option(
            "--according-to",
            multiple=True,
            metavar="ACTOR",
            shell_complete=complete_entity,
            help="Only what ACTOR says, its organs and officials included. Repeatable.",
        ),
        click.option(
            "--known-at", metavar="DATE", help="Only what was published by DATE (2024, 2024-06 or 2024-06-19)."
        ),
        click.option("--as-of", metavar="DATE", help="Only what was true at DATE."),
    ):
        command = decorate(command)
    return command


def options_where(among: str | None = "all", view: str = "asserted") -> Callable[[Command], Command]:
    """Which part of the graph becomes the network; ``among`` and ``view`` are defaults, None leaves --among out."""
    counts = {"asserted": "what is stated", "outlook": "plans and forecasts too", "analysis": "judgements too"}

    def decorate(command: Command) -> Command:
        if among:
            command = click.option(
                "--among",
                type=click.Choice(["all", "actors", "states"]),
                default=among,
                show_default=True,
                help="Join everything that has a name, actors, or states only.",
            )(command)
        command = click.option(
            "--domain", multiple=True, metavar="DOMAIN", help="Only trade, military, transport, … Repeatable."
        )(command)
        command = click.option(
            "--view",
            type=click.Choice(["asserted", "outlook", "analysis"]),
            help=", ".join(f"{k}: {v}{' (default)' if k == view else ''}" for k, v in counts.items()) + ".",
        )(command)
        return options_filter(command)

    return decorate


def options_limits(command: Command) -> Command:
    """What one query, check or shape may take."""
    for decorate in (
        click.option(
            "--memory",
            default=2048,
            show_default=True,
            type=click.IntRange(16, 1 << 20),
            metavar="MB",
            help="Stop a query that takes more memory.",
        ),
        click.option(
            "--timeout",
            default=60.0,
            show_default=True,
            type=Number(1e6, 0.1),
            metavar="SECONDS",
            help="Stop a query that takes longer.",
        ),
    ):
        command = decorate(command)
    return command


def open_graph(directory: str | None, lang: str = "en") -> Graph:
    """The graph of the workspace; what a rebuild does is said on stderr."""
    from kg.graph import open as open_

    return open_(directory or inherited(), lang=lang, say=lambda text: say(text, lang))


def inherited() -> str | None:
    """The -C that stood before the command's name."""
    context = click.get_current_context(silent=True)
    found: str | None = (context.find_root().obj or {}).get("directory") if context else None
    return found


def workspace_of(directory: str | None) -> Workspace:
    """The workspace that -C or the current folder names."""
    from kg.workspace import Workspace

    return Workspace.find(directory or inherited())


def say(text: str, lang: str = "en") -> None:
    """A remark for the person at the terminal, never part of the answer."""
    click.echo(f"kg: {terminal(_spoken(text, lang))}", err=True)


def complain(message: str, hint: str = "", lang: str = "en") -> None:
    """What went wrong, and below it what to do. Texts of others in it cannot pose as lines of ours."""
    click.echo(f"kg: {terminal_lines(_spoken(message, lang), '  ')}", err=True)
    if hint:
        click.echo(f"    {terminal_lines(_spoken(hint, lang), '    ')}", err=True)


def _spoken(text: str, lang: str) -> str:
    if lang == "en":  # which it is written in: no table of words is loaded
        return text
    from kg.show.said import said

    return said(text, lang)


def progress(lang: str) -> Callable[[str], None]:
    """Say what is being done, once it takes longer than a second."""
    import time

    started = time.monotonic()
    return lambda text: say(Said("{step} …", step=text), lang) if time.monotonic() - started > 1 else None


def miss(key: str, lang: str, filters: dict[str, Any] | None = None, **values: str | Sequence[str]) -> None:
    """That nothing was found, and whether that is owed to filters."""
    given = {name: (value,) if isinstance(value, str) else tuple(value) for name, value in values.items()}
    notes([Note(key, {**given, "passing": int(any((filters or {}).values()))})], lang)


def show(
    fmt: str,
    value: Any,
    text: Callable[[], str],
    rows: Callable[[], tuple[Sequence[str], Sequence[Sequence[object]]]],
    text_formats: tuple[str, ...] = ("table",),
    left_out: Sequence[Note] = (),
    lang: str = "en",
) -> None:
    """Print an answer: as JSON whole, as text for eyes, else as rows.

    What it left out stands below a text, where the reader looks; beside output for programs it goes to stderr.
    """
    from kg.show.table import render
    from kg.show.words import headings

    if fmt not in text_formats:
        notes(left_out, lang)
    if fmt in ("json", "jsonl"):
        put_json(value, fmt)
    elif fmt in text_formats:
        put(text())
    else:
        columns, cells = rows()
        named = headings(columns, lang) if fmt == "md" else columns  # programs read the others
        put(render(named, cells, fmt) if cells else "")
    if fmt == "table" and left_out:
        from kg.show.text import notes_text

        put(notes_text(left_out, style(lang)))


def notes(found: Iterable[Note], lang: str) -> None:
    """What an answer left out."""
    for note in found:
        from kg.show.notes import note_text

        say(note_text(note, lang))


def style(lang: str = "en") -> Style:
    """Colour on a terminal unless NO_COLOR is set, and the width of the terminal."""
    from kg.show.text import Style

    return Style(coloured(), lang, width() or 100)


def coloured() -> bool:
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()


def width() -> int | None:
    """Columns of the terminal; None when the output goes elsewhere."""
    if not sys.stdout.isatty():
        return None
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or None
    except OSError:
        return None


def put(text: str) -> None:
    """Print an answer, written by the rules of its format."""
    sys.stdout.write(text)


def put_json(value: Any, fmt: str = "json") -> None:
    """Print an answer as JSON, in ASCII where the output knows no Unicode: nothing is lost there either."""
    from kg.show.table import to_json

    put(to_json(value, lines=fmt == "jsonl", ascii=not sys.stdout.encoding.lower().startswith("utf")))


def complete_entity(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
    """Entities whose id or name begins so. Silent when there is no store: a key press must not build one."""
    from click.shell_completion import CompletionItem

    from kg.ask.search import complete
    from kg.errors import KgError
    from kg.graph import open as open_

    try:
        graph = open_(ctx.params.get("directory") or (ctx.find_root().params or {}).get("directory"), rebuild=False)
    except KgError:
        return []
    return [CompletionItem(slug, help=terminal(name)) for slug, name in complete(graph.reader, incomplete)]


def complete_claim(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
    """Claims whose id begins so; silent without a store, as above."""
    from click.shell_completion import CompletionItem

    from kg.errors import KgError
    from kg.graph import open as open_
    from kg.text.terms import TYPE, br, curie

    try:
        graph = open_(ctx.params.get("directory") or (ctx.find_root().params or {}).get("directory"), rebuild=False)
    except KgError:
        return []
    ids = (curie(iri).removeprefix("c:") for iri in graph.reader.view.subjects(TYPE, br("Claim")))
    return [CompletionItem(name) for name in sorted(ids) if name.startswith(incomplete)][:50]
