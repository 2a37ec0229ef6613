"""The look-up of facts; a module of its own, because this is the command that must be fastest."""

from __future__ import annotations

import click

from kg.cli.common import (
    complete_entity,
    notes,
    open_graph,
    option_directory,
    option_format,
    option_lang,
    options_filter,
    passing,
    put,
    say,
    style,
)
from kg.cli.help import PlainHelp


@click.command(cls=PlainHelp, no_args_is_help=True)
@click.argument("entity", shell_complete=complete_entity)
@click.argument("property", required=False)
@options_filter
@option_format()
@option_lang
@option_directory
def fact(
    entity: str,
    property: str | None,
    as_of: str | None,
    known_at: str | None,
    according_to: tuple[str, ...],
    stance: tuple[str, ...],
    undated: bool,
    fmt: str,
    lang: str,
    directory: str | None,
) -> int:
    """The facts of ENTITY, or those of one PROPERTY: each a value with who says so, how, and where.

    An arrow marks what points at the entity: "← signatory" lists what it signed.

    \b
    kg fact "tumen bridge" length
    kg fact PRK trade
    kg fact 김정은 --according-to RUS
    kg fact RUS --as-of 2024-06 --format csv
    """
    from kg.show.table import render, to_json
    from kg.show.text import facts_rows, facts_text

    graph = open_graph(directory, lang)
    found = graph.answer(
        entity, property, as_of=as_of, known_at=known_at, according_to=according_to, stance=stance, undated=undated
    )
    notes(found.notes)
    if fmt in ("json", "jsonl"):
        put(to_json(found.facts, lines=fmt == "jsonl"))
    elif fmt == "table":
        put(facts_text(found.facts, style(lang)))
    elif found.facts:
        put(render(*facts_rows(found.facts), fmt))
    if not found.facts:
        name = graph.reader.label(graph.resolve(entity))
        matching = f" under ‘{property}’" if property else ""
        say(f"No fact about {name}{matching}{passing(as_of, known_at, according_to, stance)}.")
        if property and found.other_properties:
            say(f"Properties of {name}: {', '.join(dict.fromkeys(p.label for p in found.other_properties))}.")
        return 1
    return 0
