"""The words of the facts: terms."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from kg.cli.common import option_directory, option_format, option_lang, show, style, width, workspace_of
from kg.cli.help import PlainHelp
from kg.errors import NotFound
from kg.values.said import Said

if TYPE_CHECKING:
    from kg.ask.vocabulary import Vocabulary


def _complete_term(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    from kg.errors import KgError
    from kg.graph import vocabulary
    from kg.text.terms import curie, local

    try:
        kinds = vocabulary(workspace_of(ctx.params.get("directory"))).kinds
    except KgError:
        return []
    classes = param.name == "about"
    names = [local(t) if classes else curie(t) for t, kind in kinds.items() if kind == "class" or not classes]
    return [n for n in names if n.lower().startswith(incomplete.lower()) or n.partition(":")[2].startswith(incomplete)]


@click.command(cls=PlainHelp)
@click.argument("word", nargs=-1, shell_complete=_complete_term)
@click.option("--for", "about", metavar="TYPE", shell_complete=_complete_term, help="What can be said of a TYPE.")
@option_format()
@option_lang
@option_directory
def terms(word: tuple[str, ...], about: str | None, fmt: str, lang: str, directory: str | None) -> int:
    """The classes, properties, concepts and schemes that facts are written with; with WORD those that it names.

    One that WORD names exactly is shown whole: what it means, what it is said of, an example, a text to copy in which
    names in capitals are to be filled in. The ontology is the workspace's, with what it adds.

    \b
    kg terms
    kg terms agreement
    kg terms ev:meet --lang ko
    kg terms --for Meeting
    kg terms --for claim
    """
    from kg.graph import vocabulary

    known = vocabulary(workspace_of(directory), lang)
    if about:
        return _uses(known, about, fmt, lang)
    asked = " ".join(word)
    found = known.find(asked) if asked else list(known.kinds)
    if not found:
        raise NotFound(Said("No term is called ‘{word}’.", word=asked), [], "kg terms lists them all.")
    return _one(known, found[0], fmt, lang) if len(found) == 1 else _many(known, found, fmt, lang)


def _one(known: Vocabulary, iri: str, fmt: str, lang: str) -> int:
    from kg.ask.template import template
    from kg.show.vocabulary import COLUMNS, term_rows, term_text

    term = known.term(iri)
    if term.kind == "class" and not term.deprecated:
        term = replace(term, template=template(known, iri))
    show(fmt, term, lambda: term_text(term, style(lang)), lambda: (COLUMNS, term_rows([term], lang)), lang=lang)
    return 0


def _many(known: Vocabulary, iris: list[str], fmt: str, lang: str) -> int:
    from kg.show.table import render
    from kg.show.vocabulary import COLUMNS, term_rows
    from kg.show.words import headings

    found = [known.term(i) for i in iris]
    rows = term_rows(found, lang)
    show(
        fmt, found, lambda: render(headings(COLUMNS, lang), rows, "table", width()), lambda: (COLUMNS, rows), lang=lang
    )
    return 0


def _uses(known: Vocabulary, about: str, fmt: str, lang: str) -> int:
    from kg.ask.template import template
    from kg.show.vocabulary import USE_COLUMNS, use_rows, uses_text
    from kg.values.vocabulary import Uses

    iri = known.one_class(about)
    found = Uses(known.term(iri), tuple(known.uses(iri)), template(known, iri))
    show(fmt, found, lambda: uses_text(found, style(lang)), lambda: (USE_COLUMNS, use_rows(found, lang)), lang=lang)
    return 0
