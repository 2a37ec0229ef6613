"""The relation of two sides on one page; every line rests on claims."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kg.answers import Brief, Line, Section
from kg.ask.claims import Reader
from kg.ask.compare import disputes
from kg.ask.filters import Filter, Sieve, principals
from kg.ask.scope import claims_about, kinds_below, sides_of
from kg.model import Claim, Node
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
    near = claims_about(reader, a) | claims_about(reader, b)
    both = claims_about(reader, a) & claims_about(reader, b)
    sorter = _Sorter(reader, a, b)
    placed: dict[str, list[Claim]] = {s: [] for s in SECTIONS}
    for iri in sorted(near):
        claim = reader.claim(iri)
        if sieve.keeps(claim) and not claim.superseded and sieve.in_time(claim):
            section = sorter.section(claim, iri in both)
            if section:
                placed[section].append(claim)
    sections = [_section(key, claims, everything) for key, claims in placed.items() if key not in ("disputes", "gaps")]
    shown = {c.iri for claims in placed.values() for c in claims}
    sections.append(_disputes(reader, shown & both, rules))
    sections.append(_gaps(reader, [c for claims in placed.values() for c in claims]))
    records = 0
    if reader.index is not None:
        from kg.ask.joint import between

        joint = between(reader, a, b, rules)
        sections, records = _with_records(sections, joint), joint.records if joint else 0
    documents = {c.document.iri: c.document for claims in placed.values() for c in claims}
    documents |= {c.document.iri: c.document for s in sections for line in s.lines for c in line.claims}
    return Brief(
        reader.ref(a),
        reader.ref(b),
        tuple(s for s in sections if s.lines or s.left_out),
        tuple(documents[d] for d in sorted(documents)),
        len(shown) + records,
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

    def __init__(self, reader: Reader, a: str, b: str) -> None:
        self._reader, self._sides = reader, {a, b}
        self._events = kinds_below(reader, "Event")
        self._things = kinds_below(reader, "Structure") | kinds_below(reader, "Project")

    def section(self, claim: Claim, both: bool) -> str | None:
        quads = list(self._reader.view.quads(g=claim.iri))
        outsiders = sides_of(self._reader, claim.iri) - self._sides
        people = any(
            p in (br("holder"), br("belongsTo"), br("officialCounterpartOf"), br("echoes")) for _, p, *_ in quads
        )
        if not both:
            return "third-parties" if outsiders else "people" if people else None
        if outsiders and not self._acts(q[2] for q in quads if q[1] in (br("actor"), br("measureOf"))):
            return "third-parties"
        kinds = {str(o) for s, p, o, _ in quads if p == TYPE}
        spoken_of = {str(k) for s, *_ in quads for k in self._reader.view.objects(s, TYPE)}
        if br("Measure") in kinds:
            return "figures"
        if people:
            return "people"
        if kinds & {br("Effect"), br("Aim")} or any(p in (br("describedAs"), br("aimsAt")) for _, p, *_ in quads):
            return "views"
        if kinds & {br("Agreement"), br("Signing")}:
            return "agreements"
        if kinds & {br("Project")} or (spoken_of and spoken_of <= self._things):
            return "projects"
        if kinds & self._events or spoken_of & self._events:
            return "events"
        return "relations"

    def _acts(self, actors: Iterable[Node]) -> bool:
        return any(principals(self._reader, str(x)) & self._sides for x in actors)


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


def _disputes(reader: Reader, scope: set[str], rules: Filter | None) -> Section:
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
