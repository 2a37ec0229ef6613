"""Terms of the ontology as text: one with all that is known of it, many as a list, and what can be said of a kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kg.show.table import columns_wide
from kg.show.text import Style
from kg.show.words import word
from kg.text.escapes import terminal, terminal_lines
from kg.values.claims import Ref
from kg.values.vocabulary import Term, Use, Uses

COLUMNS = ("kind", "term", "name", "definition")
USE_COLUMNS = ("need", "property", "name", "values")
_SIGNS = {1: "cooperative", 0: "neutral", -1: "conflictual"}
#: So many values stand on a line; kg terms tells all of those of a scheme.
_SHOWN = 12


def term_rows(terms: Iterable[Term], lang: str) -> list[tuple[str, ...]]:
    """A row for each term."""
    return [(word(t.kind, lang), t.id, t.label, t.definition) for t in terms]


def term_text(term: Term, style: Style) -> str:
    """A term with all that the ontology says of it."""
    head = f"{style.bold(term.id)}  {terminal(', '.join(dict.fromkeys(term.labels.values())))} "
    out = [f"{head}{style.dim(f'({style.word(term.kind)})')}"]
    out += [f"  {terminal(text)}" for text in (term.definition, *term.notes) if text]
    known = [(style.word(key), text) for key, text in _about(term, style) if text]
    wide = max((columns_wide(key) for key, _ in known), default=0)
    out += [f"  {key}{' ' * (wide - columns_wide(key))}  {terminal(text)}" for key, text in known]
    for example in term.examples:
        out += ["", f"{style.word('example')}:", terminal_lines(example.strip("\n"))]
    if term.template:
        out += ["", f"{style.word('template')}:", term.template.rstrip("\n")]
    return "\n".join(out) + "\n"


def _about(term: Term, style: Style) -> Iterator[tuple[str, str]]:
    if term.deprecated:
        yield "replaced by", _named(term.replaced_by) or style.word("given up")
    yield "also called", ", ".join(term.also)
    yield "above", _named(term.above)
    yield "below", _named(term.below)
    yield "scheme", _named([term.scheme] if term.scheme else [])
    yield "said of", _named(term.domain)
    yield "value", _named(term.range)
    yield "one of", _named(term.values)
    if term.single is not None:
        yield "number of values", style.word("one value" if term.single else "many values")
    if term.sign is not None:
        weight = f", {term.weight:+g}" if term.weight is not None else ""
        yield "edge sign", style.word(_SIGNS[term.sign]) + weight


def use_rows(uses: Uses, lang: str) -> list[tuple[str, ...]]:
    """A row for each property that a kind of thing may have."""
    return [(word(u.need, lang), u.property.id, u.property.label, _values(u)) for u in uses.uses]


def uses_text(uses: Uses, style: Style) -> str:
    """What can be said of a kind of thing, required first, and the text to copy."""
    out = [f"{style.bold(uses.term.id)}  {terminal(uses.term.label)}"]
    out += [f"  {terminal(uses.term.definition)}"] if uses.term.definition else []
    for need in ("required", "usual"):
        some = [u for u in uses.uses if u.need == need]
        out += ["", f"{style.word(need)}:"] if some else []
        for use in some:
            more = "".join(f" {style.word('or')} {r.id}" for r in use.or_else)
            out.append(f"  {terminal(use.property.id + more)}  {style.dim(use.property.label)}")
            out += [f"      {terminal(text)}" for text in (_values(use), use.why) if text]
    others = [u.property.id for u in uses.uses if u.need == "other"]
    out += ["", f"{style.word('other')}: {terminal(', '.join(others))}"] if others else []
    if uses.template:
        out += ["", f"{style.word('template')}:", uses.template.rstrip("\n")]
    return "\n".join(out) + "\n"


def _values(use: Use) -> str:
    """What may stand there: the concepts of a scheme, else kinds."""
    named = [r.id for r in use.values]
    more = f" … (+{len(named) - _SHOWN})" if len(named) > _SHOWN else ""
    return ", ".join(named[:_SHOWN]) + more if named else ", ".join(r.id for r in use.range)


def _named(refs: Sequence[Ref]) -> str:
    return ", ".join(f"{r.id} ({r.label})" for r in refs)
