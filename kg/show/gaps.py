"""What is thin, as text and rows: each kind with what would mend it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from kg.show.text import CLAIM_COLUMNS, Style, claim_cells, fill, summary
from kg.show.words import counted, word
from kg.text.escapes import terminal

if TYPE_CHECKING:
    from kg.values.answers import Gap

#: Claims of a gap that are shown before the others are counted.
_CLAIMS = 3


def gaps_text(found: Sequence[Gap], style: Style) -> str:
    """By kind, with what would mend it; of each gap the first claims."""
    out: list[str] = []
    for kind, some in groupby(found, lambda g: g.kind):
        out.append(("\n" if out else "") + style.bold(word(kind, style.lang)) + "\n")
        out.append(fill(word(f"mend {kind}", style.lang), style, "  ", "  → ") + "\n")
        for gap in some:
            about = ", ".join(r.label for r in gap.things) or " … ".join(gap.days)
            if about:
                out.append(fill(about, style, "      ", "    ") + "\n")
            for claim in gap.claims[:_CLAIMS]:
                said = f"{summary(claim, style.lang)} [{claim.id}]"
                out.append(fill(said, style, "          ", "      " if about else "    ") + "\n")
            if len(gap.claims) > _CLAIMS:
                more = counted("more", len(gap.claims) - _CLAIMS, style.lang)
                out.append(f"      {style.dim(terminal(more))}\n")
    return "".join(out)


def gaps_rows(found: Iterable[Gap], lang: str) -> tuple[tuple[str, ...], list[tuple[object, ...]]]:
    """One row a gap and claim."""
    columns = ("kind", "id", "name", "begins", "ends", *CLAIM_COLUMNS)
    return columns, [
        (g.kind, " ".join(r.id for r in g.things), ", ".join(r.label for r in g.things), *(g.days or ("", "")), *cells)
        for g in found
        for cells in (claim_cells(c, lang) for c in g.claims)
    ]
