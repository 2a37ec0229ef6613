"""Look-ups: search, claim, cite."""

from __future__ import annotations

import click

from kg.cli.common import open_graph, option_directory, option_format, option_lang, put, show, style, width
from kg.cli.help import PlainHelp


@click.command(cls=PlainHelp, no_args_is_help=True)
@click.argument("text", nargs=-1, required=True)
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    metavar="KIND",
    help="Only entity, claim, figure, document or term. Repeatable.",
)
@click.option("-n", "--limit", default=10, show_default=True, type=click.IntRange(1), help="At most so many of a kind.")
@option_format()
@option_lang
@option_directory
def search(
    text: tuple[str, ...], kinds: tuple[str, ...], limit: int, fmt: str, lang: str, directory: str | None
) -> int:
    """Find entities by any name, alias, script or transliteration, and claims, figures and documents by their words.

    Inflections, synonyms and typing errors are forgiven; what decided is said.

    \b
    kg search 김정은
    kg search "Kim Jung Un"
    kg search soldiers --kind claim
    kg search 850
    kg search Мишустин --format json
    """
    from kg.ask.search import nearest, not_found
    from kg.show.found import found_rows, found_text

    graph = open_graph(directory, lang)
    asked = " ".join(text)
    hits = graph.search(asked, limit, kinds)
    if not hits:
        raise not_found(asked, nearest(graph.reader, asked))
    look = style(lang)
    show(
        fmt,
        hits,
        lambda: found_text(hits, look, width()),
        lambda: found_rows(hits, lang),
        left_out=graph.notes,
        lang=lang,
    )
    return 0


@click.command(cls=PlainHelp, no_args_is_help=True)
@click.argument("name", metavar="ID")
@option_format()
@option_lang
@option_directory
def claim(name: str, fmt: str, lang: str, directory: str | None) -> int:
    """One claim: what it says, who says so and how, where it stands, and what agrees or disagrees.

    \b
    kg claim report-034
    kg claim essay-107 --format json
    """
    from kg.show.table import plain
    from kg.show.text import CLAIM_COLUMNS, claim_cells, claim_text

    graph = open_graph(directory, lang)
    found = graph.claim(name)
    content = graph.content(name)
    triples = [dict(zip(("subject", "property", "value"), row, strict=True)) for row in content]
    disputes = graph.disputes(name)
    text = lambda: claim_text(found, content, disputes, style(lang))  # noqa: E731
    held = [
        {"id": d.id, "relation": d.relation, "title": d.title, "claims": [c.id for c in d.claims]} for d in disputes
    ]
    show(
        fmt,
        plain(found) | {"content": triples, "disputes": plain(held)},
        text,
        lambda: (CLAIM_COLUMNS, [claim_cells(found, lang)]),
        lang=lang,
    )
    return 0


@click.command(cls=PlainHelp, no_args_is_help=True)
@click.argument("names", metavar="ID...", nargs=-1, required=True)
@click.option(
    "-s",
    "--style",
    "form",
    default="footnote",
    show_default=True,
    type=click.Choice(["footnote", "bibtex", "csl-json"]),
    help="Form of the citation.",
)
@option_lang
@option_directory
def cite(names: tuple[str, ...], form: str, lang: str, directory: str | None) -> int:
    """Claims as citations: footnote, BibTeX or CSL-JSON.

    \b
    kg cite report-034
    kg cite report-034 essay-107 --style bibtex
    """
    from kg.show.cite import cite_all

    graph = open_graph(directory, lang)
    put(cite_all([graph.claim(n) for n in names], form, lang))
    return 0
