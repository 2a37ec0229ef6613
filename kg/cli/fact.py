"""The look-up of facts; a module of its own, because this is the command that must be fastest."""

from __future__ import annotations

from typing import Any

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
from kg.values.notes import Note


@click.command(cls=PlainHelp, no_args_is_help=True)
@click.argument("entity", shell_complete=complete_entity)
@click.argument("property", required=False)
@options_filter
@option_format()
@option_lang
@option_directory
def fact(entity: str, property: str | None, fmt: str, lang: str, directory: str | None, **filters: Any) -> int:
    """The facts of ENTITY, or those of one PROPERTY: each a value with who says so, how, and where.

    An arrow marks what points at the entity: "← signatory" lists what it signed. Synonyms and inflections count, and
    the answer says so; who holds the offices of a state is found by the state.

    \b
    kg fact "tumen bridge" length
    kg fact RUS president
    kg fact "north korean soldiers"
    kg fact tumen-bridge --according-to PRK
    kg fact RUS --as-of 2024-06 --format csv
    """
    from kg.show.text import facts_rows, facts_text

    graph = open_graph(directory, lang)
    found = graph.answer(entity, property, **filters)
    if found.facts:
        texts, rows = lambda: facts_text(found.facts, style(lang)), lambda: facts_rows(found.facts, lang)
        show(fmt, found.facts, texts, rows, left_out=found.notes, lang=lang)
        return 0
    show(fmt, (), str, lambda: facts_rows((), lang))
    notes(found.notes, lang)
    name = found.entity.label
    if found.asked:
        miss("no-fact-so-called", lang, filters, name=name, word=found.asked)
    else:
        miss("no-fact", lang, filters, name=name)
    if found.asked and found.other_properties:
        labels = tuple(dict.fromkeys(p.label for p in found.other_properties))
        notes([Note("other-properties", {"name": (name,), "names": labels})], lang)
    return 1
