"""What a search found: a table of names, and claims with who says them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from kg.show.table import render
from kg.show.text import Style, evidence, speakers
from kg.show.words import headings

if TYPE_CHECKING:
    from kg.values.answers import Hit

_COLUMNS = ("id", "name", "kind", "matched", "score")
_SAID = ("stance", "speakers", "document")


def found_text(hits: Sequence[Hit], style: Style, width: int | None) -> str:
    """Each group under its name; entities alone are a table without."""
    groups = [(name, list(some)) for name, some in groupby(hits, lambda h: h.group)]
    out = []
    for name, some in groups:
        plain = len(groups) == 1 and some[0].claim is None
        head = "" if plain else f"{style.bold(style.word(f'every {name}'))}\n"
        told = [evidence(h.claim, style, "    ") for h in some if h.claim]
        out.append(
            head
            + ("".join(told) if told else render(headings(_COLUMNS, style.lang), map(_cells, some), "table", width))
        )
    return "\n".join(out)


def found_rows(hits: Iterable[Hit], lang: str) -> tuple[tuple[str, ...], list[tuple[object, ...]]]:
    """One row a hit."""
    rows = []
    for h in hits:
        said = (h.claim.stance.label, speakers(h.claim), h.claim.document.id) if h.claim else ("", "", "")
        rows.append((*_cells(h), *said))
    return (*_COLUMNS, *_SAID), rows


def _cells(hit: Hit) -> tuple[object, ...]:
    return hit.id, hit.label, hit.kind, hit.name, f"{hit.score:g}"
