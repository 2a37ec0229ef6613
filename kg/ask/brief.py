"""The relation of two sides on one page; every line rests on claims."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from kg.ask.claims import Reader
from kg.ask.compare import disputes
from kg.ask.filters import Filter, Sieve, principals
from kg.ask.scope import about
from kg.claims.cut import Cut
from kg.claims.statements import Statement
from kg.text.terms import TYPE, VOCAB, br
from kg.values.answers import Brief, Line, Section
from kg.values.claims import Node
from kg.values.notes import Note, together

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
#: Lines of any other section; all of them are shown when everything is asked for.
_LINES = 40
#: What has a date, if only somebody gave it.
_DATED = ("Meeting", "Signing", "ProjectMilestone", "Statement", "Deployment")
_DISPUTED = ("contradicts", "tension", "ambiguity", "lineage")


def brief(reader: Reader, a: str, b: str, rules: Filter | None = None, *, everything: bool = False) -> Brief:
    """Two sides on one page. Without ``everything`` only lines of core salience are shown, the rest is counted."""
    sieve = Sieve(reader, rules or Filter())
    placed, both = _placed(reader, sieve, a, b)
    found = {s.iri: s for some in placed.values() for s in some}
    sieve.tell(found, lambda other: {s.iri for some in _placed(reader, other, a, b)[0].values() for s in some})
    partners = _partners(reader, found.keys())
    sections = [
        _section(reader, sieve, key, some, partners, everything)
        for key, some in placed.items()
        if key not in ("disputes", "gaps")
    ]
    sections.append(_disputes(reader, found.keys() & both, rules, everything))
    sections.append(_gaps(reader, sieve, found))
    records, notes = 0, sieve.notes()
    if reader.index is not None:
        from kg.ask.joint import between

        joint = between(reader, a, b, rules)
        if joint is not None:
            sections, records, notes = _with_records(sections, joint), joint.records, [*notes, *joint.notes]
    documents = {iri: reader.document(iri) for iri in {s.document for s in found.values()}}
    documents |= {c.document.iri: c.document for s in sections for line in s.lines for c in line.claims}
    return Brief(
        reader.ref(a),
        reader.ref(b),
        tuple(s for s in sections if s.lines or s.left_out),
        tuple(documents[d] for d in sorted(documents)),
        len(found) + records,
        tuple(together(notes)),
    )


def _placed(reader: Reader, sieve: Sieve, a: str, b: str) -> tuple[dict[str, list[Statement]], set[str]]:
    """The claims of each section, and which of them are on both."""
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
    return placed, both


def _with_records(sections: list[Section], joint: Joint) -> list[Section]:
    """The sections with what data sets say: a section of its own, and agreements among the agreements."""
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
        self._acting: dict[str, bool] = {}

    def section(self, claim: Statement, both: bool) -> str | None:
        outsiders = self._touched.get(claim.iri, set()) - self._sides
        if not both:
            return "third-parties" if outsiders else "people" if claim.people else None
        return "third-parties" if outsiders and not self._acts(claim.actors.split(" ")) else claim.section

    def _acts(self, actors: Iterable[str]) -> bool:
        for x in actors:
            if x not in self._acting:
                self._acting[x] = bool(principals(self._reader, x, self._sieve.rules.day) & self._sides)
        return any(self._acting[x] for x in actors)


def _partners(reader: Reader, among: AbstractSet[str]) -> dict[str, list[str]]:
    """Claims that corroborate each other."""
    found: dict[str, list[str]] = {}
    for s, _, o, _ in reader.view.quads(None, br("corroborates")):
        if s in among and o in among:
            found.setdefault(s, []).append(str(o))
    return found


def _section(
    reader: Reader, sieve: Sieve, key: str, claims: list[Statement], partners: dict[str, list[str]], everything: bool
) -> Section:
    """Lines of a section; claims that corroborate each other with the same stance share one."""
    lines: list[list[Statement]] = []
    home: dict[tuple[str, str], list[Statement]] = {}  # (claim, stance) → the line that a partner of it stands in
    for claim in claims:
        if not (everything or claim.core):
            continue
        line = home.get((claim.iri, claim.stance))
        if line is None:
            line = []
            lines.append(line)
        line.append(claim)
        for name in (claim.iri, *partners.get(claim.iri, ())):
            home.setdefault((name, claim.stance), line)
    shown = lines if everything else lines[: _OUTSIDE if key == "third-parties" else _LINES]
    reader.preload(s.iri for line in shown for s in line)
    return Section(key, tuple(_line(sieve, line) for line in shown), len(claims) - sum(map(len, shown)))


def _line(sieve: Sieve, statements: list[Statement]) -> Line:
    claims = tuple(sieve.claim(s.iri) for s in statements)
    return Line(claims[0].summary, claims)


def _disputes(reader: Reader, scope: AbstractSet[str], rules: Filter | None, everything: bool) -> Section:
    found, _ = disputes(reader, (), _DISPUTED, rules, among=scope)
    shown = found if everything else found[:_LINES]
    lines = tuple(Line(f"{d.title} ({d.relation.label})", d.claims) for d in shown)
    return Section("disputes", lines, len(found) - len(shown))


def _gaps(reader: Reader, sieve: Sieve, among: dict[str, Statement]) -> Section:
    """What the claims themselves say is absent, and what their texts leave open."""
    view = reader.view

    def of(p: str, o: Node | None = None) -> list[str]:
        return sorted({q[0] for q in view.quads(None, br(p), o)} & among.keys())

    absent = [sieve.claim(iri) for iri in of("negated")]
    lines = [Line(c.summary, (c,)) for c in absent if c.negated]
    waiting = [iri for iri in of("documentTime") if not reader.document(among[iri].document).issued]
    if waiting:
        names = sorted({reader.document(among[iri].document).id for iri in waiting})
        lines.append(_gap(sieve, "no-publication-date", names, waiting))
    unnamed = sorted(
        {iri for name in ("anonymous", "unattributed") for iri in of("attribution", f"{VOCAB}attribution/{name}")}
    )
    if unnamed:
        lines.append(_gap(sieve, "no-source-named", (), unnamed))
    loose: dict[str, str] = {}
    for kind in _DATED:
        for s, _, _, g in view.quads(None, TYPE, br(kind)):
            if g in among and not view.has(s, br("date")):
                loose[s] = min(g, loose.get(s, g))
    if loose:
        lines.append(_gap(sieve, "no-date-given", sorted(map(reader.label, loose)), sorted(set(loose.values()))))
    return Section("gaps", tuple(lines))


def _gap(sieve: Sieve, key: str, names: Sequence[str], claims: list[str]) -> Line:
    """One line for many claims; the first of them are shown, the others counted."""
    note = Note(key, {"names": tuple(names), "more": max(0, len(claims) - _LINES)})
    return Line("", tuple(sieve.claim(iri) for iri in claims[:_LINES]), note)
