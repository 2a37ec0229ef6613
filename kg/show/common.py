"""What two have in common, and what is lost with a thing, as text and rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from kg.show.network_text import Rows, claims_text, number, signed, tie_text
from kg.show.table import render
from kg.show.text import CLAIM_COLUMNS, Style, claim_cells, fill
from kg.show.words import counted, headings
from kg.values.claims import Claim

if TYPE_CHECKING:
    from kg.values.analyses import Common, Community, Pair, Without


def shared_text(found: Sequence[Common], style: Style, most: int) -> str:
    """By section; each thing with what joins it to the one and the other, ``most`` claims of either in full."""
    out: list[str] = []
    for section, some in groupby(found, lambda c: c.section):
        out += ["\n"] if out else []
        out.append(f"{style.bold(style.word(section))}\n")
        for common in some:
            count = f"  {style.dim(counted('claims', len(common.claims), style.lang))}" if common.claims else ""
            out.append(f"  {style.bold(common.thing.label)}  {style.dim(common.thing.id)}{count}\n")
            for hop in common.hops:
                arrow = "→" if hop.forward else "←"
                said = ", ".join(r.label for r in hop.relations)
                out.append(fill(f"{hop.source.label} {arrow} {said}", style, "      ", "    ") + "\n")
                out += claims_text(hop.claims, style, most)
            out += claims_text(common.claims, style, most)
    return "".join(out)


def shared_rows(found: Iterable[Common], lang: str) -> Rows:
    """One row a thing, end and claim."""
    rows: list[tuple[object, ...]] = []
    for c in found:
        ends: list[tuple[str, str, tuple[Claim, ...]]] = [
            (h.source.id, " ".join(r.id for r in h.relations), h.claims) for h in c.hops
        ]
        for end, relations, claims in ends or [("", "", c.claims)]:
            rows += [(c.section, c.thing.id, c.thing.label, end, relations, *claim_cells(x, lang)) for x in claims]
    return ("section", "id", "name", "of", "relations", *CLAIM_COLUMNS), rows


def without_text(found: Without, style: Style, limit: int, most: int) -> str:
    """What is left alone, what is cut off, which pairs lose their last tie, and the claims behind the ties that go."""
    sizes = {"ties": found.ties, "claims": len(found.claims)}
    said = ", ".join(counted(noun, count, style.lang) for noun, count in sizes.items())
    before, after = (counted("parts", n, style.lang) for n in found.parts)
    out = [f"{style.bold(found.thing.label)}  {style.dim(f'{said}; {before} → {after}')}\n"]
    if found.alone:
        names = ", ".join(r.label for r in found.alone)
        out.append(f"\n{style.bold(style.word('left alone'))}\n" + fill(names, style, "    ", "  ") + "\n")
    if found.apart:
        out.append(f"\n{style.bold(style.word('cut off'))}\n")
        out += [fill(", ".join(r.label for r in group), style, "    ", "  • ") + "\n" for group in found.apart]
    if found.pairs:
        out.append(f"\n{style.bold(style.word('last tie lost'))}\n")
        out += [fill(tie_text(tie, style), style, "    ", "  • ") + "\n" for tie in found.pairs[:limit]]
        out += _further(len(found.pairs) - limit, style)
    if found.claims:
        out.append(f"\n{style.bold(style.word('resting claims'))}\n")
        out += claims_text(found.claims, style, most)
    return "".join(out)


def without_rows(found: Without, lang: str) -> Rows:
    """One row for what is lost, and for each claim behind it."""
    nothing = ("",) * len(CLAIM_COLUMNS)
    rows: list[tuple[object, ...]] = [("alone", r.id, "", *nothing) for r in found.alone]
    rows += [(f"apart {i}", r.id, "", *nothing) for i, group in enumerate(found.apart, 1) for r in group]
    rows += [("pair", tie.a.id, tie.b.id, *claim_cells(c, lang)) for tie in found.pairs for c in tie.claims]
    rows += [("claim", "", "", *claim_cells(c, lang)) for c in found.claims]
    return ("lost", "a", "b", *CLAIM_COLUMNS), rows


def parts_text(found: Sequence[Community], style: Style) -> str:
    """How many, then a paragraph each."""
    out = [style.dim(counted("parts", len(found), style.lang)) + "\n"]
    for i, part in enumerate(found, 1):
        names = ", ".join(m.label for m in part.members)
        out.append(fill(names, style, "      ", f"{i:>3} ({len(part.members)}) ") + "\n")
    return "".join(out)


def parts_rows(found: Sequence[Community]) -> Rows:
    """One row a member."""
    return ("part", "id", "name"), [(i, m.id, m.label) for i, part in enumerate(found, 1) for m in part.members]


def pairs_text(found: Sequence[Pair], style: Style, limit: int) -> str:
    """The first pairs as a table."""
    columns = headings(("strength", "weight", "things", "documents", "pair", "claims"), style.lang)
    rows = [
        (
            number(p.strength),
            signed(p.tie.weight),
            p.things,
            len(p.documents),
            f"{p.tie.a.label} – {p.tie.b.label}",
            ", ".join(c.id for c in p.tie.claims),
        )
        for p in found[:limit]
    ]
    return render(columns, rows, "table", style.width) + "".join(_further(len(found) - limit, style))


def pairs_rows(found: Iterable[Pair], lang: str) -> Rows:
    """One row a pair and claim."""
    columns = ("a", "b", "strength", "weight", "sign", "things", "documents", *CLAIM_COLUMNS)
    return columns, [
        (
            p.tie.a.id,
            p.tie.b.id,
            p.strength,
            p.tie.weight,
            p.tie.sign,
            p.things,
            " ".join(p.documents),
            *claim_cells(c, lang),
        )
        for p in found
        for c in p.tie.claims
    ]


def _further(left: int, style: Style) -> list[str]:
    return [f"{style.dim(f'+{left} ' + style.word('further'))}\n"] if left > 0 else []
