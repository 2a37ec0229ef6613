"""Answers about networks as text for a terminal, and as rows for every other format."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from kg.show.table import render
from kg.show.text import CLAIM_COLUMNS, Style, cites, claim_cells, evidence, fill, summary, truth
from kg.show.words import counted, headings, word
from kg.text.escapes import terminal
from kg.values.claims import Claim

if TYPE_CHECKING:
    from kg.values.analyses import (
        Balance,
        Communities,
        Comparison,
        Difference,
        Entry,
        Path,
        Profile,
        Rank,
        Ranking,
        Tie,
    )

#: Differences of one status that a comparison shows before it counts the others.
_SHOWN = 40
Rows = tuple[Sequence[str], list[tuple[object, ...]]]


def number(value: float | None) -> str:
    """A figure with four significant digits; – for none."""
    if value is None:
        return "–"
    return str(int(value)) if value == int(value) and abs(value) < 1e9 else f"{value:.4g}"


def signed(value: float | None) -> str:
    """A weight with its sign."""
    return number(value) if not value or value < 0 else f"+{number(value)}"


# ------------------------------------------------------------------------------------------------ rankings


def ranking_text(ranking: Ranking, style: Style, limit: int) -> str:
    """The first ranks as a table, under a line on what they rest on."""
    sizes = {"things": ranking.nodes, "ties": ranking.edges, "claims": ranking.claims}
    said = ", ".join(counted(noun, count, style.lang) for noun, count in sizes.items())
    ranged = bool(ranking.left_out)
    if ranged:
        said += f"; {style.word('range')}: {_without(ranking, style)}"
    columns = [
        "rank",
        *(["range"] if ranged else []),
        "name",
        "kind",
        *(ranking.ranks[0].values if ranking.ranks else ()),
    ]
    columns += ["rests on"] if ranged else []
    rows = []
    for r in ranking.ranks[:limit]:
        values = [number(v) for v in r.values.values()]
        span = [_range(r, style)] if ranged else []
        rests = [_few(r.rests_on, style)] if ranged else []
        rows.append([r.rank, *span, r.entity.label, r.kind, *values, *rests])
    left = len(ranking.ranks) - limit
    more = f"{style.dim(f'+{left} ' + style.word('further'))}\n" if left > 0 else ""
    return f"{style.dim(said)}\n{render(headings(columns, style.lang), rows, 'table', style.width)}{more}"


def _without(ranking: Ranking, style: Style) -> str:
    what = style.word(f"each {ranking.leaving}")
    return f"{style.word('without')} {what} ({len(ranking.left_out)})"


def _range(rank: Rank, style: Style) -> str:
    worst = style.word("out") if rank.worst is None else str(rank.worst)
    return str(rank.best) if worst == str(rank.best) else f"{rank.best}–{worst}"


def _few(names: Sequence[str], style: Style) -> str:
    return ", ".join(names[:3]) + (f" +{len(names) - 3}" if len(names) > 3 else "")


def ranking_rows(ranking: Ranking) -> Rows:
    """One row an entity."""
    names = tuple(ranking.ranks[0].values) if ranking.ranks else ()
    return ("rank", "best", "worst", "id", "name", "kind", *names, "rests_on"), [
        (r.rank, r.best, r.worst, r.entity.id, r.entity.label, r.kind, *r.values.values(), " ".join(r.rests_on))
        for r in ranking.ranks
    ]


# ------------------------------------------------------------------------------------------------ groups and balance


def communities_text(found: Communities, style: Style) -> str:
    """A paragraph a group."""
    head = f"{found.method}, {style.word('seed')} {found.seed}; Q = {number(found.modularity)}"
    out = [style.dim(head) + "\n"]
    for i, group in enumerate(found.groups, 1):
        names = ", ".join(m.label for m in group.members)
        out.append(fill(names, style, "      ", f"{i:>3} ({len(group.members)}) ") + "\n")
    return "".join(out)


def communities_rows(found: Communities) -> Rows:
    """One row a member."""
    return ("community", "id", "name"), [
        (i, m.id, m.label) for i, group in enumerate(found.groups, 1) for m in group.members
    ]


def tie_text(tie: Tie, style: Style) -> str:
    """``North Korea + Russia (+67) [claims]``"""
    mark = "+" if tie.sign > 0 else "−" if tie.sign < 0 else "·"
    return f"{tie.a.label} {mark} {tie.b.label} ({signed(tie.weight)}) {cites(tie.claims)}"


def balance_text(found: Balance, style: Style) -> str:
    """Triangles, camps, what does not fit, and which claim would mend it."""
    counts = "  ".join(f"{kind} {n}" for kind, n in found.counts.items())
    share = style.word("no triangles") if found.balanced is None else f"{style.word('balanced')} {found.balanced:.0%}"
    out = [f"{style.bold(style.word('triangles'))}: {counts}; {share}\n"]
    index = ("" if found.exact else "≤ ") + str(len(found.frustrated))
    out.append(f"{style.bold(style.word('frustrated'))}: {index}\n")
    out += [fill(tie_text(t, style), style, "      ", "    ") + "\n" for t in found.frustrated]
    for i, camp in enumerate(found.camps, 1):
        if camp:
            names = ", ".join(r.label for r in camp)
            out.append(fill(names, style, "    ", f"{style.word('camp')} {i}: ") + "\n")
    for t in found.unbalanced:
        out.append(f"{style.bold(style.word('unbalanced'))}: {terminal(' – '.join(r.label for r in t.corners))}\n")
        out += [fill(tie_text(tie, style), style, "      ", "    ") + "\n" for tie in t.ties]
    for r in found.restoring:
        pairs = "; ".join(f"{a.label} – {b.label}" for a, b in r.dyads)
        mends = f"{style.word('without')} {r.claim.id}: −{r.fewer} {style.word('unbalanced')} ({pairs})"
        out.append(f"{style.bold(mends)}\n{evidence(r.claim, style, '    ')}")
    return "".join(out)


def balance_rows(found: Balance) -> Rows:
    """One row a dyad that is frustrated or part of an unbalanced triangle."""
    rows: dict[tuple[str, str], tuple[Tie, bool, list[str]]] = {}
    for tie in found.frustrated:
        rows[(tie.a.id, tie.b.id)] = (tie, True, [])
    for triangle in found.unbalanced:
        for tie in triangle.ties:
            entry = rows.setdefault((tie.a.id, tie.b.id), (tie, False, []))
            entry[2].append("-".join(r.id for r in triangle.corners))
    return ("a", "b", "sign", "weight", "frustrated", "unbalanced", "claims"), [
        (t.a.id, t.b.id, t.sign, t.weight, str(bad).lower(), " ".join(corners), " ".join(c.id for c in t.claims))
        for t, bad, corners in rows.values()
    ]


# ------------------------------------------------------------------------------------------------ paths


def paths_text(paths: Sequence[Path], style: Style, most: int) -> str:
    """Each path as its chain of names, then its hops; ``most`` claims of a hop in full, the rest by id."""
    out: list[str] = []
    for i, path in enumerate(paths, 1):
        out += ["\n"] if out else []
        names = [path.hops[0].source, *(h.target for h in path.hops)]
        chain = " → ".join(n.label for n in names)
        cost = style.dim(f"({counted('hops', len(path.hops), style.lang)}, {style.word('cost')} {path.cost:.2f})")
        out.append(f"{style.bold(f'{i}. {chain}')}  {cost}\n")
        for hop in path.hops:
            arrow = "→" if hop.forward else "←"
            said = ", ".join(r.label for r in hop.relations)
            out.append(fill(f"{hop.source.label} {arrow} {hop.target.label}: {said}", style, "      ", "    ") + "\n")
            out += claims_text(hop.claims, style, most)
    return "".join(out)


def claims_text(claims: Sequence[Claim], style: Style, most: int) -> Iterable[str]:
    """The first claims in full, the rest by id."""
    for claim in claims[:most]:
        yield evidence(claim, style, "        ")
    if len(claims) > most:
        ids = ", ".join(c.id for c in claims[most:])
        yield fill(f"+{len(claims) - most}: {ids}", style, "          ", "        ") + "\n"


def paths_rows(paths: Sequence[Path], lang: str) -> Rows:
    """One row a path, hop and claim."""
    return ("path", "cost", "hop", "source", "target", "relations", *CLAIM_COLUMNS), [
        (i, round(p.cost, 6), n, h.source.id, h.target.id, " ".join(r.id for r in h.relations), *claim_cells(c, lang))
        for i, p in enumerate(paths, 1)
        for n, h in enumerate(p.hops, 1)
        for c in h.claims
    ]


# ------------------------------------------------------------------------------------------------ slices and dyads


def comparison_text(found: Comparison, style: Style, everything: bool) -> str:
    """What is contested first, then what only one slice has; what all share is counted unless ``everything``."""
    out = []
    for i, name in enumerate(found.slices):
        weight = f"; {style.word('weight')} {signed(found.weights[i])}" if found.weights else ""
        out.append(f"{style.bold(f'[{i + 1}] {name}')}  {counted('claims', found.claims[i], style.lang)}{weight}\n")
    for status, alike in _alike(found, everything).items():
        out.append(f"\n{style.bold(style.word(status))}\n")
        for some in alike if everything else alike[:_SHOWN]:
            d = some[0]
            cells = [f"[{i}] {cites(c.claims)}" for i, c in enumerate(d.cells, 1) if c.claims]
            cells += [f"[{i}] {style.word('against')} {cites(c.denied)}" for i, c in enumerate(d.cells, 1) if c.denied]
            cells += [f"≠ [{', '.join(d.against)}]"] if d.against else []
            out.append(fill(_difference(some, style.lang), style, "    ", "  • ") + "\n")
            out.append(fill("  ".join(cells), style, "      ", "      ") + "\n")
        if len(alike) > _SHOWN and not everything:
            more = style.word("more differences").format(len(alike) - _SHOWN)
            out.append(f"    {style.dim(more)}\n")
    same = sum(d.status == "same" for d in found.differences)
    if same and not everything:
        out.append("\n" + style.dim(f"{style.word('same')}: {same}; --all") + "\n")
    return "".join(out)


def _alike(found: Comparison, everything: bool) -> dict[str, list[list[Difference]]]:
    """The differences by status; facts that the very same claims make stand together, lest a claim come ten times."""
    groups: dict[str, dict[tuple[object, ...], list[Difference]]] = {}
    for d in found.differences:
        if d.status != "same" or everything:
            # what is contested is contested fact by fact
            key = (d.cells, d.against, d if d.status == "contested" else None)
            groups.setdefault(d.status, {}).setdefault(key, []).append(d)
    return {status: list(some.values()) for status, some in groups.items()}


def _difference(some: list[Difference], lang: str) -> str:
    """A fact; of several the words of the claims that make them."""
    if len(some) == 1:
        return f"{some[0].subject} — {some[0].property}: {truth(some[0].value, lang)}"
    claims = dict.fromkeys(summary(c, lang) for cell in some[0].cells for c in (*cell.claims, *cell.denied))
    return " / ".join(claims)


def comparison_rows(found: Comparison, lang: str) -> Rows:
    """One row a fact, slice and claim."""
    return ("status", "subject", "property", "value", "slice", "says", "against", *CLAIM_COLUMNS), [
        (d.status, d.subject, d.property, d.value, found.slices[i], says, " ".join(d.against), *claim_cells(c, lang))
        for d in found.differences
        for i, cell in enumerate(d.cells)
        for says, claims in (("yes", cell.claims), ("no", cell.denied))
        for c in claims
    ]


def profile_text(found: Profile, style: Style) -> str:
    """The dyad in figures, section by section."""
    contested = f", {style.word('contested')} {found.contested}" if found.contested else ""
    said = (
        f"{style.word('score')} {signed(found.weight)}, {style.word('strength')} {number(found.strength)}{contested}"
    ) + (f"; {style.word('own weights')} {signed(found.own)}" if found.own else "")
    out = [f"{style.bold(f'{found.a.label} – {found.b.label}')}  {style.dim(said)}\n"]
    for name, entries in found.sections.items():
        out.append(f"\n{style.bold(style.word(name))}\n")
        out += [fill(_entry(e, style.lang), style, "    ", "  • ") + "\n" for e in entries]
    if found.scores or found.undated:
        out.append(f"\n{style.bold(style.word('cooperation'))}\n")
        for s in found.scores:
            line = f"{s.period}  {signed(s.total)} ({s.things} × {signed(s.mean)}) [{', '.join(s.claims)}]"
            out.append(fill(line, style, "    ", "  ") + "\n")
        if found.undated:
            left = style.word("in no period").format(counted("things", found.undated, style.lang))
            out.append(f"  {style.dim(left)}\n")
    return "".join(out)


def _thing(entry: Entry, lang: str) -> str:
    """The name of a thing; a series has none, and is what it says."""
    return next((summary(c, lang) for c in entry.claims if c.iri == entry.thing.id), entry.thing.label)


def _entry(entry: Entry, lang: str) -> str:
    what = _thing(entry, lang)
    if entry.relation.label != what:
        what += f" ({entry.relation.label})"
    if entry.words:
        what += f": {entry.words}"
    if entry.weight is not None:
        own = "" if entry.published else f"{word('own weights', lang)} "
        what += f" ({own}{signed(entry.weight)})" if own else f" {signed(entry.weight)}"
    if entry.dates:
        what += f", {' / '.join(entry.dates)}"
    if entry.dated_by:
        what += f" ({word('dated by', lang).format(', '.join(entry.dated_by))})"
    return f"{what} {cites(entry.claims)}"


def profile_rows(found: Profile, lang: str) -> Rows:
    """One row a thing or period."""
    rows: list[tuple[object, ...]] = []
    for name, entries in found.sections.items():
        for e in entries:
            named = (name, e.thing.id, e.relation.id, _thing(e, lang), " ".join(e.dates))
            rows.append((*named, e.weight, e.value, e.words, " ".join(c.id for c in e.claims)))
    for score in found.scores:
        period = ("cooperation", score.period, "", score.period, score.period)
        rows.append((*period, score.total, score.mean, "", " ".join(score.claims)))
    return ("section", "id", "relation", "name", "dates", "weight", "value", "words", "claims"), rows
