"""The network: measure, communities, parts, pairs, balance, dyad, export."""

from __future__ import annotations

from typing import Any

import click

from kg.cli.common import (
    Number,
    complete_entity,
    miss,
    notes,
    open_graph,
    option_directory,
    option_format,
    option_lang,
    options_where,
    progress,
    put,
    show,
    style,
)
from kg.cli.help import PlainHelp
from kg.errors import WrongCall
from kg.values.notes import Note


class _Group(PlainHelp, click.Group):
    """A group with the one help option."""


@click.group(cls=_Group, no_args_is_help=True)
def network() -> None:
    """The claims as a network: who is central, who stands with whom, what does not fit.

    Every edge knows its claims, its sign and its dates; every ranking says how far it hangs on one source.

    \b
    kg network measure
    kg network pairs --among states
    kg network parts
    kg network balance --among actors
    kg network dyad PRK RUS
    kg network export -o network.gexf
    """


def _measures(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    from kg.network.measure import MEASURES

    return [name for name in MEASURES if name.startswith(incomplete)]


def _explained(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        from kg.network.measure import MEASURES

        for name, found in MEASURES.items():
            click.echo(f"{name:16}{found.title}")
        ctx.exit()


@network.command(cls=PlainHelp)
@click.option(
    "--by",
    multiple=True,
    metavar="MEASURE",
    shell_complete=_measures,
    help="Repeatable; the first one ranks. Default: degree, betweenness, pagerank. --measures lists all.",
)
@click.option(
    "--measures", is_flag=True, is_eager=True, expose_value=False, callback=_explained, help="Explain them all."
)
@click.option(
    "--leave-out",
    type=click.Choice(["document", "speaker", "contested", "none"]),
    help="Rank again without each; ranks come with their range. Default: document, unless the network is large.",
)
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1), help="Ranks shown in a table.")
@click.option("--backend", metavar="NAME", help="Who computes: networkx, igraph, or an installed networkx backend.")
@options_where("all")
@option_format()
@option_lang
@option_directory
def measure(
    by: tuple[str, ...], leave_out: str | None, limit: int, backend: str | None, fmt: str, lang: str,
    directory: str | None, **where: Any,
) -> int:  # fmt: skip
    """Who is central: entities ranked by a measure, with the range of each rank when a source is left out.

    “3–16, rests on essay” means: third, but sixteenth without the essay. “out”: without it, not in the network at all.

    \b
    kg network measure --among actors
    kg network measure --by betweenness --leave-out speaker
    kg network measure --by strength --domain military --format csv
    """
    from kg.show.network_text import ranking_rows, ranking_text

    graph = open_graph(directory, lang)
    ranking = graph.ranking(by, leave_out=leave_out, backend=backend, say=progress(lang), **where)
    if not ranking.ranks:
        notes(graph.notes, lang)
        miss("no-tie", lang, _filters(where))
        return 1
    show(
        fmt,
        ranking,
        lambda: ranking_text(ranking, style(lang), limit),
        lambda: ranking_rows(ranking),
        left_out=graph.notes,
        lang=lang,
    )
    return 0


@network.command(cls=PlainHelp)
@click.option("--method", type=click.Choice(["louvain", "leiden"]), default="louvain", show_default=True)
@click.option("--seed", default=0, show_default=True, help="The same seed gives the same groups.")
@click.option(
    "--resolution",
    default=1.0,
    show_default=True,
    type=Number(),
    help="Higher: smaller groups.",
)
@options_where("all")
@option_format()
@option_lang
@option_directory
def communities(
    method: str, seed: int, resolution: float, fmt: str, lang: str, directory: str | None, **where: Any
) -> int:
    """Groups that are tied among themselves more than to others.

    \b
    kg network communities
    kg network communities --method leiden --among actors
    """
    from kg.show.network_text import communities_rows, communities_text

    graph = open_graph(directory, lang)
    found = graph.communities(method, seed=seed, resolution=resolution, **where)
    if not found.groups:
        notes(graph.notes, lang)
        miss("no-tie", lang, _filters(where))
        return 1
    show(
        fmt,
        found,
        lambda: communities_text(found, style(lang)),
        lambda: communities_rows(found),
        left_out=graph.notes,
        lang=lang,
    )
    return 0


@network.command(cls=PlainHelp)
@options_where("all")
@option_format()
@option_lang
@option_directory
def parts(fmt: str, lang: str, directory: str | None, **where: Any) -> int:
    """The parts between which there is no tie, largest first.

    \b
    kg network parts
    kg network parts --domain military --format csv
    """
    from kg.show.common import parts_rows, parts_text

    graph = open_graph(directory, lang)
    found = graph.parts(**where)
    if not found:
        notes(graph.notes, lang)
        miss("no-tie", lang, _filters(where))
        return 1
    text = lambda: parts_text(found, style(lang))  # noqa: E731
    show(fmt, found, text, lambda: parts_rows(found), left_out=graph.notes, lang=lang)
    return 0


@network.command(cls=PlainHelp)
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1), help="Pairs shown in a table.")
@options_where("actors")
@option_format()
@option_lang
@option_directory
def pairs(limit: int, fmt: str, lang: str, directory: str | None, **where: Any) -> int:
    """The strongest pairs: the strength adds up cooperation and conflict, the weight sets one off against the other.

    \b
    kg network pairs
    kg network pairs --among states --view analysis --limit 5
    """
    from kg.show.common import pairs_rows, pairs_text

    graph = open_graph(directory, lang)
    found = graph.pairs(**where)
    if not found:
        notes(graph.notes, lang)
        miss("no-tie", lang, _filters(where))
        return 1
    text = lambda: pairs_text(found, style(lang), limit)  # noqa: E731
    show(fmt, found, text, lambda: pairs_rows(found, lang), left_out=graph.notes, lang=lang)
    return 0


@network.command(cls=PlainHelp)
@options_where("actors")
@option_format()
@option_lang
@option_directory
def balance(fmt: str, lang: str, directory: str | None, **where: Any) -> int:
    """Friends of friends and enemies of enemies: which triangles fit, which dyad does not, which claim would mend it.

    \b
    kg network balance
    kg network balance --among states --view analysis
    """
    from kg.show.network_text import balance_rows, balance_text

    graph = open_graph(directory, lang)
    found = graph.balance(**where)
    if not any(found.camps):
        notes(graph.notes, lang)
        miss("no-signed-tie", lang, _filters(where))
        return 1
    show(
        fmt,
        found,
        lambda: balance_text(found, style(lang)),
        lambda: balance_rows(found),
        left_out=graph.notes,
        lang=lang,
    )
    return 0


@network.command(cls=PlainHelp, no_args_is_help=True)
@click.argument("a", shell_complete=complete_entity)
@click.argument("b", shell_complete=complete_entity)
@click.option("--per", type=click.Choice(["year", "month"]), default="year", show_default=True, help="Cooperation by.")
@options_where(None)
@option_format()
@option_lang
@option_directory
def dyad(a: str, b: str, per: str, fmt: str, lang: str, directory: str | None, **where: Any) -> int:
    """A and B in figures: agreements, projects, meetings, trade, and cooperation by year or month.

    \b
    kg network dyad PRK RUS
    kg network dyad PRK RUS --per month --view analysis
    """
    from kg.show.network_text import profile_rows, profile_text

    graph = open_graph(directory, lang)
    found = graph.profile(a, b, per=per, **where)
    if not found.sections:
        notes(graph.notes, lang)
        miss("no-tie-joins", lang, _filters(where), a=found.a.label, b=found.b.label)
        return 1
    show(
        fmt,
        found,
        lambda: profile_text(found, style(lang)),
        lambda: profile_rows(found, lang),
        left_out=graph.notes,
        lang=lang,
    )
    return 0


@network.command(cls=PlainHelp, no_args_is_help=True)
@click.argument("two", nargs=-1, metavar="[A B]", shell_complete=complete_entity)
@click.option("-o", "--output", metavar="FILE", default="-", help="File to write; - for standard output (with --as).")
@click.option(
    "--as",
    "fmt",
    type=click.Choice(["graphml", "gexf", "json", "csv", "parquet"]),
    help="Format; default: by the name.",
)
@click.option("--panel", type=click.Choice(["year", "month"]), help="One row a dyad and period, instead of the edges.")
@options_where("actors")
@option_lang
@option_directory
def export(
    two: tuple[str, ...],
    output: str,
    fmt: str | None,
    panel: str | None,
    lang: str,
    directory: str | None,
    **where: Any,
) -> int:
    """Write the network for Gephi, R, pandas or networkx; of two, A and B, all that ties them.

    \b
    kg network export -o network.graphml          igraph, yEd, networkx
    kg network export -o network.gexf             Gephi, with its time line
    kg network export -o edges.csv                one row an edge, with its claim
    kg network export --panel year -o panel.csv   dyad-years with ISO3 and COW codes
    kg network export PRK RUS --panel year -o two.csv
    """
    from kg.network.export import format_of, to_text

    if two and len(two) != 2:
        raise WrongCall("A dyad has two sides.", "kg network export PRK RUS --panel year -o two.csv")
    chosen = format_of(output, fmt)
    graph = open_graph(directory, lang)
    if output == "-":
        put(to_text(graph.network(panel=panel, between=two, **where), chosen, panel=panel))
        notes(graph.notes, lang)
        return 0
    count = graph.export(output, chosen, panel=panel, between=two, **where)
    notes(graph.notes, lang)
    written = Note("rows-written", {"rows": count}) if panel else Note("edges-written", {"edges": count})
    notes([written._replace(about=output)], lang)
    return 0


def _filters(where: dict[str, Any]) -> dict[str, Any]:
    """What of the options says which claims count; --among always has a value."""
    return {k: v for k, v in where.items() if k != "among"}
