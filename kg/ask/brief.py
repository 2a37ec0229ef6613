"""The relation of two sides on one page; every line rests on claims."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from kg.answers import Brief, Line, Section
from kg.ask.claims import Reader
from kg.ask.compare import disputes
from kg.ask.filters import Filter, Sieve, principals
from kg.ask.scope import about
from kg.claims.cut import Cut
from kg.claims.statements import Statement
from kg.model import Claim
from kg.terms import TYPE, br, expand

if TYPE_CHECKING:
    from kg.ask.joint import Joint

#: Sections in the order of the page.
SECTIONS = (
    "agreements",
    "projects",
    "events",
    "recorded",
    "relations",
    "figures",
    "people",
    "views",
    "third-parties",
    "disputes",
    "gaps",
)
#: Lines about third parties on the page: a side with many other relations must not bury this one.
_OUTSIDE = 15
_DISPUTED = ("contradicts", "tension", "ambiguity", "lineage")


def brief(reader: Reader, a: str, b: str, rules: Filter | None = None, *, everything: bool = False) -> Brief:
    """Two sides on one page. Without ``everything`` only lines of core salience are shown, the rest is counted."""
    sieve = Sieve(reader, rules or Filter())
    day, statements = sieve.rules.day, reader.claims.statements
    first, second = (about(reader, [side], day) for side in (a, b))
    near = Cut(f"({first.where} OR {second.where})", (*first.values, *second.values))
    chosen = sieve.in_time(sieve.current(sieve.cut(near)))
    both = statements.iris(chosen.also(first.where, *first.values).also(second.where, *second.values))
    sorter = _Sorter(reader, sieve, {a, b}, statements.sides(chosen, day))
    placed: dict[str, list[Statement]] = {s: [] for s in SECTIONS}
    for statement in statements.select(chosen):
        section = sorter.section(statement, statement.iri in both)
        if section:
            placed[section].append(statement)
    read = {s.iri: sieve.claim(s.iri) for some in placed.values() for s in some}
    sections = [
        _section(key, [read[s.iri] for s in some], everything)
        for key, some in placed.items()
        if key not in ("disputes", "gaps")
    ]
    sections.append(_disputes(reader, read.keys() & both, rules))
    sections.append(_gaps(reader, [read[s.iri] for some in placed.values() for s in some]))
    records = 0
    if reader.index is not None:
        from kg.ask.joint import between

        joint = between(reader, a, b, rules)
        sections, records = _with_records(sections, joint), joint.records if joint else 0
    documents = {c.document.iri: c.document for c in read.values()}
    documents |= {c.document.iri: c.document for s in sections for line in s.lines for c in line.claims}
    return Brief(
        reader.ref(a),
        reader.ref(b),
        tuple(s for s in sections if s.lines or s.left_out),
        tuple(documents[d] for d in sorted(documents)),
        len(read) + records,
        tuple(sieve.notes()),
    )


def _with_records(sections: list[Section], joint: Joint | None) -> list[Section]:
    """The sections with what data sets say: a section of its own, and agreements among the agreements."""
    if joint is None:
        return sections
    found = []
    for s in sections:
        if s.key == "recorded":
            s = Section(s.key, tuple(joint.lines))
        elif s.key == "agreements":
            s = Section(s.key, (*s.lines, *joint.agreements), s.left_out + joint.more_agreements)
        found.append(s)
    return found


class _Sorter:
    """Puts a claim into the first section that fits."""

    def __init__(self, reader: Reader, sieve: Sieve, sides: set[str], touched: dict[str, set[str]]) -> None:
        self._reader, self._sieve, self._sides, self._touched = reader, sieve, sides, touched

    def section(self, claim: Statement, both: bool) -> str | None:
        outsiders = self._touched.get(claim.iri, set()) - self._sides
        if not both:
            return "third-parties" if outsiders else "people" if claim.people else None
        return "third-parties" if outsiders and not self._acts(claim.actors.split(" ")) else claim.section

    def _acts(self, actors: Iterable[str]) -> bool:
        return any(principals(self._reader, x, self._sieve.rules.day) & self._sides for x in actors if x)


def _section(key: str, claims: list[Claim], everything: bool) -> Section:
    """Lines of a section; claims that corroborate each other with the same stance share one."""
    core = [c for c in claims if everything or c.salience is None]
    lines: list[list[Claim]] = []
    home: dict[tuple[str, str], list[Claim]] = {}  # (claim, stance) → the line that a partner of it stands in
    for claim in core:
        partners = [link.claim for link in claim.links if link.relation == "corroborates"]
        line = home.get((claim.id, claim.stance.id))
        if line is None:
            line = []
            lines.append(line)
        line.append(claim)
        for name in (claim.id, *partners):
            home.setdefault((name, claim.stance.id), line)
    shown = lines if everything or key != "third-parties" else lines[:_OUTSIDE]
    left_out = len(claims) - sum(map(len, shown))
    return Section(key, tuple(Line(line[0].summary, tuple(line)) for line in shown), left_out)


def _disputes(reader: Reader, scope: AbstractSet[str], rules: Filter | None) -> Section:
    found = [d for d in disputes(reader, (), _DISPUTED, rules)[0] if any(c.iri in scope for c in d.claims)]
    return Section("disputes", tuple(Line(f"{d.title} ({d.relation.label})", d.claims) for d in found))


def _gaps(reader: Reader, claims: list[Claim]) -> Section:
    """What the claims themselves say is absent, and what their texts leave open."""
    lines = [Line(c.summary, (c,)) for c in claims if c.negated]
    waiting = tuple(c for c in claims if c.document_time and not c.document.issued)
    if waiting:
        names = ", ".join(sorted({c.document.id for c in waiting}))
        lines.append(Line(f"No publication date: {names}. “Now” and “already” cannot be dated here.", waiting))
    unnamed = tuple(
        c
        for c in claims
        if c.attribution and expand(c.attribution.id) in (expand("attr:anonymous"), expand("attr:unattributed"))
    )
    if unnamed:
        lines.append(Line("Nobody is named as the source of these.", unnamed))
    loose: dict[str, Claim] = {}
    for claim in claims:
        for s, p, o, _ in reader.view.quads(g=claim.iri):
            if (
                p == TYPE
                and str(o) in {br("Meeting"), br("Signing"), br("ProjectMilestone"), br("Statement"), br("Deployment")}
                and not reader.view.has(s, br("date"))
            ):
                loose.setdefault(s, claim)
    if loose:
        names = ", ".join(sorted(reader.label(s) for s in loose))
        lines.append(Line(f"No date is given for: {names}.", tuple(sorted(set(loose.values()), key=lambda c: c.id))))
    return Section("gaps", tuple(lines))
