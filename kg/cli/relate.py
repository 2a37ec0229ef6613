"""How things relate: why, compare."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

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

if TYPE_CHECKING:
    from kg.graph.lens import Filters


@click.command(cls=PlainHelp, no_args_is_help=True)
@click.argument("a", shell_complete=complete_entity)
@click.argument("b", shell_complete=complete_entity)
@click.option("-k", default=3, show_default=True, type=click.IntRange(1, 100), help="How many paths.")
@click.option("--via", multiple=True, metavar="ENTITY", shell_complete=complete_entity, help="Pass here. Repeatable.")
@click.option(
    "--avoid", multiple=True, metavar="ENTITY", shell_complete=complete_entity, help="Do not pass here. Repeatable."
)
@click.option(
    "--claims",
    "most",
    default=3,
    show_default=True,
    type=click.IntRange(0),
    help="Claims in full a hop; the rest by id.",
)
@click.option(
    "--view",
    type=click.Choice(["asserted", "outlook", "analysis"]),
    help="What counts: asserted, with plans and forecasts, or with judgements too (default).",
)
@options_filter
@option_format()
@option_lang
@option_directory
def why(
    a: str, b: str, k: int, via: tuple[str, ...], avoid: tuple[str, ...], most: int, view: str | None, fmt: str,
    lang: str, directory: str | None, **filters: Any,
) -> int:  # fmt: skip
    """How A and B are connected: the strongest paths of evidence, every hop with its claims.

    Hops that several documents attest come first; hubs that connect everything are avoided. Plans and judgements count
    too, each marked by its stance; --view asserted leaves them out.

    \b
    kg why CHN "tumen bridge"
    kg why "Primorsky Krai" "Rason zone" --avoid RUS
    kg why "Kim Jong Un" UKR -k 1 --claims 10
    """
    from kg.show.network_text import paths_rows, paths_text

    graph = open_graph(directory, lang)
    given = {"view": view} if view else {}
    paths = graph.why(a, b, k=k, via=via, avoid=avoid, **given, **filters)  # type: ignore[arg-type]
    if not paths:
        notes(graph.notes, lang)
        x, y = (graph.reader.label(graph.resolve(name)) for name in (a, b))
        miss("no-path", lang, {**filters, "via": via, "avoid": avoid}, a=x, b=y)
        return 1
    show(
        fmt,
        paths,
        lambda: paths_text(paths, style(lang), most),
        lambda: paths_rows(paths, lang),
        left_out=graph.notes,
        lang=lang,
    )
    return 0


@click.command(cls=PlainHelp)
@click.argument("entities", metavar="[ENTITY]...", nargs=-1, shell_complete=complete_entity)
@click.option("--as-of", multiple=True, metavar="DATE", help="True at DATE; twice or more.")
@click.option("--known-at", multiple=True, metavar="DATE", help="Published by DATE; twice or more.")
@click.option(
    "--according-to",
    multiple=True,
    metavar="ACTOR",
    shell_complete=complete_entity,
    help="What ACTOR says, or ‘others’ for all who speak for none of the rest; twice or more.",
)
@click.option("--stance", multiple=True, metavar="STANCE", help="Stated, reported, planned, …; twice or more.")
@click.option("--undated", is_flag=True, help="With --as-of: keep claims that have no date.")
@click.option("--all", "everything", is_flag=True, help="Also what all slices have in common.")
@option_format()
@option_lang
@option_directory
def compare(
    entities: tuple[str, ...],
    everything: bool,
    undated: bool,
    fmt: str,
    lang: str,
    directory: str | None,
    **slices: Any,
) -> int:
    """Two slices of the graph side by side: what is contested, new, gone, or said by one only.

    Give one option twice or more: two dates, two speakers, two stances. The others, given once, hold for every slice.

    \b
    kg compare PRK RUS --according-to RUS --according-to PRK --according-to others
    kg compare --as-of 1980 --as-of 2025
    kg compare --stance stated --stance planned
    """
    from kg.show.network_text import comparison_rows, comparison_text

    graph = open_graph(directory, lang)
    cuts, names = _slices(slices, undated)
    found = graph.compare(cuts, entities, names)
    if not found.differences and not any(found.weights):
        notes(graph.notes, lang)
        miss("no-claim-in-slices", lang)
        return 1
    show(
        fmt,
        found,
        lambda: comparison_text(found, style(lang), everything),
        lambda: comparison_rows(found, lang),
        left_out=graph.notes,
        lang=lang,
    )
    return 0


def _slices(given: dict[str, tuple[str, ...]], undated: bool) -> tuple[list[Filters], list[str]]:
    """One set of filters for each value of the option that was repeated, and how to call each."""
    repeated = [name for name, values in given.items() if len(values) > 1]
    if len(repeated) != 1:
        raise WrongCall(
            "Give exactly one option twice or more: that is what is compared.",
            "kg compare PRK RUS --according-to RUS --according-to PRK",
        )
    name = repeated[0]
    common: dict[str, Any] = {k: v[0] for k, v in given.items() if len(v) == 1} | {"undated": undated}
    cuts: list[Filters] = [{**common, name: value} for value in given[name]]  # type: ignore[typeddict-item]
    return cuts, [f"--{name.replace('_', '-')} {value}" for value in given[name]]
