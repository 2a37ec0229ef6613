"""The relation of two sides on one page; every line rests on claims."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, NamedTuple

from kg.ask.claims import Reader
from kg.ask.compare import disputes
from kg.ask.filters import Filter, Sieve, principals
from kg.ask.gaps import undated, unsourced
from kg.ask.scope import about
from kg.claims.cut import Cut
from kg.claims.statements import Statement
from kg.text.terms import br
from kg.values.answers import Brief, Line, Section
from kg.values.claims import Claim, Node
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
    "views",
    "people",
    "third-parties",
    "disputes",
    "gaps",
)
#: Lines about third parties on the page: a side with many other relations must not bury this one.
_OUTSIDE = 8
#: So many claims on both sides are all shown, also those of less than core salience.
_FEW = 30
#: Lines of any other section; all of them are shown when everything is asked for.
_LINES = 40
#: From what happens to where.
_NEAR = ("location", "theatre", "region", "target")
_DISPUTED = ("contradicts", "tension", "ambiguity", "lineage")


def brief(reader: Reader, a: str, b: str, rules: Filter | None = None, *, everything: bool = False) -> Brief:
    """Two sides on one page. Without ``everything`` only lines of core salience are shown, the rest is counted."""
    sieve = Sieve(reader, rules or Filter())
    placed = _placed(reader, sieve, a, b)
    found = {s.iri: s for some in placed.sections.values() for s in some}
    sieve.tell(found, lambda other: {s.iri for some in _placed(reader, other, a, b).sections.values() for s in some})
    both = {iri: s for iri, s in found.items() if iri in placed.both}
    sections = [
        _section(reader, sieve, key, some, placed, everything or (len(both) <= _FEW and key != "third-parties"))
        for key, some in placed.sections.items()
        if key not in ("disputes", "gaps")
    ]
    told = both.keys() | {s.iri for s in placed.sections["people"]}
    sections.append(_disputes(reader, told, (a, b), rules, everything))
    sections.append(_gaps(reader, sieve, both))
    records, notes = 0, sieve.notes()
    if reader.index is not None:
        from kg.ask.joint import between

        joint = between(reader, a, b, rules, everything=everything)
        if joint is not None:
            sections, records, notes = _with_records(sections, joint), joint.records, [*notes, *joint.notes]
    documents = {iri: reader.document(iri) for iri in {s.document for s in both.values()}}
    documents |= {c.document.iri: c.document for s in sections for line in s.lines for c in line.claims}
    return Brief(
        reader.ref(a),
        reader.ref(b),
        tuple(s for s in sections if s.lines or s.left_out),
        tuple(documents[d] for d in sorted(documents)),
        len(both) + records,
        (*together(notes), *placed.notes()),
        len(found) - len(both),
    )


def overview(reader: Reader, entities: Sequence[str], rules: Filter | None = None) -> tuple[Section, ...]:
    """What is said of some things, or of everything, in the sections of a brief: lines of core salience."""
    sieve = Sieve(reader, rules or Filter())
    chosen = sieve.in_time(sieve.current(sieve.cut(about(reader, entities, sieve.rules.day))))
    sections: dict[str, list[Statement]] = {key: [] for key in SECTIONS}
    for statement in reader.claims.statements.select(chosen):
        sections[statement.section].append(statement)
    placed = _Placed({}, set(), {}, 0, 0, 0)
    found = (_section(reader, sieve, key, some, placed, everything=False) for key, some in sections.items())
    return tuple(s for s in found if s.lines)


class _Placed(NamedTuple):
    """The claims of each section, which are about both sides, what others each is about, and how many stand in none:
    on one of the two and others, on one alone, on nobody."""

    sections: dict[str, list[Statement]]
    both: set[str]
    others: dict[str, set[str]]
    beside: int
    alone: int
    sideless: int

    def notes(self) -> list[Note]:
        """What is left out because of whom it touches."""
        counts = {"beside": self.beside, "one-sided": self.alone, "sideless": self.sideless}
        return [Note(key, {"claims": n}) for key, n in counts.items() if n]


def _placed(reader: Reader, sieve: Sieve, a: str, b: str) -> _Placed:
    day, statements = sieve.rules.day, reader.claims.statements
    first, second = (about(reader, [side], day) for side in (a, b))
    near = Cut(f"({first.where} OR {second.where})", (*first.values, *second.values))
    chosen = sieve.in_time(sieve.current(sieve.cut(near)))
    touching = chosen.also(first.where, *first.values).also(second.where, *second.values)
    both = statements.iris(statements.directly(touching, (a, b), day))
    close = statements.iris(touching)
    for side, other in ((first, b), (second, a)):  # on the one, and on something in or of the other
        close |= statements.iris(
            statements.mentioning(chosen.also(side.where, *side.values), _nearby(reader, other, day))
        )
    touched = {iri: sides - {a, b} for iri, sides in statements.sides(chosen, day).items()}
    sorter = _Sorter(reader, sieve, {a, b}, touched)
    sections: dict[str, list[Statement]] = {s: [] for s in SECTIONS}
    beside = alone = 0
    for statement in statements.select(chosen):
        section = sorter.section(statement, statement.iri in both, statement.iri in close)
        if section:
            sections[section].append(statement)
        elif touched.get(statement.iri):
            beside += 1
        else:
            alone += 1
    sections["third-parties"].sort(key=lambda s: s.iri not in both)  # what is about the two as well comes first
    quiet = Sieve(reader, sieve.rules)
    sideless = statements.count(statements.sideless(quiet.in_time(quiet.current(quiet.cut(Cut()))), day))
    return _Placed(sections, both, touched, beside, alone, sideless)


def _nearby(reader: Reader, side: str, day: str | None) -> set[str]:
    """What takes place in a state or on something that does, such as a war and the troops that are sent to it.

    By claims that count, as far as they were known on a day.
    """
    found, lends = {side}, reader.claims.statements.lends
    for _ in range(2):
        told = [q for x in found for p in _NEAR for q in reader.view.content(None, br(p), x)]
        found |= {s for s, _, _, g in told if lends(g, day)}
    return found


def _with_records(sections: list[Section], joint: Joint) -> list[Section]:
    """The sections with what data sets say of each; their acts have one of their own."""
    more = joint.sections
    return [
        Section(s.key, (*s.lines, *more[s.key].lines), s.left_out + more[s.key].left_out) if s.key in more else s
        for s in sections
    ]


class _Sorter:
    """Puts a claim into the first section that fits."""

    def __init__(self, reader: Reader, sieve: Sieve, sides: set[str], touched: dict[str, set[str]]) -> None:
        self._reader, self._sieve, self._sides, self._touched = reader, sieve, sides, touched
        self._acting: dict[str, bool] = {}

    def section(self, claim: Statement, both: bool, close: bool) -> str | None:
        outsiders = self._touched.get(claim.iri, set())
        if not both:
            return "third-parties" if close else "people" if claim.people and not outsiders else None
        return "third-parties" if outsiders and not self._acts(claim.actors.split(" ")) else claim.section

    def _acts(self, actors: Iterable[str]) -> bool:
        for x in actors:
            if x not in self._acting:
                self._acting[x] = bool(principals(self._reader, x, self._sieve.rules.day) & self._sides)
        return any(self._acting[x] for x in actors)


def _section(
    reader: Reader, sieve: Sieve, key: str, claims: list[Statement], placed: _Placed, everything: bool
) -> Section:
    """Lines of a section; claims share one only when they say the same in the same way."""
    wanted = [s for s in claims if everything or s.core]
    by_content: dict[str, list[Statement]] = {}
    for s in wanted:
        by_content.setdefault(s.content, []).append(s)
    reader.preload(s.iri for some in by_content.values() if len(some) > 1 for s in some)
    lines: dict[tuple[object, ...], list[Statement]] = {}
    for s in wanted:
        same = by_content[s.content]
        lines.setdefault((s.content, *(_how(reader.claim(s.iri)) if len(same) > 1 else ())), []).append(s)
    shown = list(lines.values())
    if not everything:
        shown = shown[: _OUTSIDE if key == "third-parties" else _LINES]
    reader.preload(s.iri for line in shown for s in line)
    found = tuple(_line(reader, sieve, line, placed.others if key == "third-parties" else {}) for line in shown)
    return Section(key, found, len(claims) - sum(map(len, shown)))


def _how(claim: Claim) -> tuple[object, ...]:
    """What a line must have in common besides its content."""
    said = (claim.stance, claim.negated, claim.superseded, claim.certainty, claim.explicitness, claim.condition)
    return (*said, claim.held_by, claim.agreed_by, claim.document_time, claim.period)


def _line(reader: Reader, sieve: Sieve, statements: list[Statement], others: dict[str, set[str]]) -> Line:
    claims = tuple(sieve.claim(s.iri) for s in statements)
    third = {x for s in statements for x in others.get(s.iri, ())}
    return Line(claims[0].summary, claims, others=tuple(map(reader.ref, sorted(third))))


def _disputes(
    reader: Reader, scope: AbstractSet[str], sides: Sequence[str], rules: Filter | None, everything: bool
) -> Section:
    found, _ = disputes(reader, (), _DISPUTED, rules, among=scope)
    if reader.index is not None:
        from kg.ask.bulk import disputes as recorded

        found += recorded(reader, list(sides), rules)[0]
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
    unnamed = sorted(unsourced(view) & among.keys())
    if unnamed:
        lines.append(_gap(sieve, "no-source-named", (), unnamed))
    loose = {thing: min(claims) for thing, claims in undated(view, among).items()}
    if loose:
        lines.append(_gap(sieve, "no-date-given", sorted(map(reader.label, loose)), sorted(set(loose.values()))))
    return Section("gaps", tuple(lines))


def _gap(sieve: Sieve, key: str, names: Sequence[str], claims: list[str]) -> Line:
    """One line for many claims; the first of them are shown, the others counted."""
    note = Note(key, {"names": tuple(names), "more": max(0, len(claims) - _LINES)})
    return Line("", tuple(sieve.claim(iri) for iri in claims[:_LINES]), note)
