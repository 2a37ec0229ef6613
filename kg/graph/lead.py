"""The lead of a page: what its claims come to in a few lines and numbers, in their own words, ranked as in a brief."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import zip_longest

from kg.ask.brief import brief, overview
from kg.ask.claims import Reader
from kg.ask.filters import Filter
from kg.ask.joint import between
from kg.ask.values import Wording
from kg.show.brief import lines as worded
from kg.show.words import counted, word
from kg.text.terms import TYPE, br, local, to_iri
from kg.values.answers import Line, Section
from kg.values.claims import Claim, Tally
from kg.values.scene import Lead, LeadFigure, LeadLine, Texts

#: Sections that tell of a relation, in the order of a brief, but that what two are to each other anyway comes last.
_TOLD = ("agreements", "projects", "events", "views", "third-parties", "relations")
#: Sections that a headline is taken from.
_NEWS = ("agreements", "projects", "events")
#: Lines and figures that a lead holds: a reader sees a few, and the next where choices leave some out.
_LINES, _FIGURES = 16, 8
#: Lines on the acts that come most.
_ACTS = 3
#: What data sets record of two, by language.
_Recorded = dict[str, Section]


def lead_of(
    readers: Mapping[str, Reader],
    lang: str,
    entities: Sequence[str],
    rules: Filter,
    told: Callable[[Claim], bool],
) -> Lead:
    """The lead of a page on two sides, on one thing or on everything. ``told``: whether the page may tell a claim."""
    reader, two = readers[lang], len(entities) == 2
    found = brief(reader, *_sides(entities), rules).sections if two else overview(reader, entities, rules)
    sections = {s.key: s for s in found}
    ranked = {key: _ranked(sections[key], told) for key in _TOLD if key in sections}
    lines = [LeadLine(key, _ids(line, told)) for key, line in _in_turn(ranked)]
    figures = list(_figures(readers, sections["figures"], told)) if "figures" in sections else []
    if two and "recorded" in sections:
        recorded = {name: _recorded(r, entities, rules) for name, r in readers.items()}
        lines, figures = [*_acts(recorded, told), *lines], [*_sums(recorded, told), *figures]
    return Lead(tuple(lines[:_LINES]), tuple(figures[:_FIGURES]))


def _sides(entities: Sequence[str]) -> tuple[str, str]:
    a, b = entities
    return a, b


def _in_turn(ranked: dict[str, list[Line]]) -> list[tuple[str, Line]]:
    """What may stand as a headline and weighs most; then the best line of each section, then the second of each."""
    may = [(key, line) for key, some in ranked.items() for line in some if key in _NEWS and _is_so(line)]
    first = min(may, key=lambda x: _weight(x[1]), default=None)
    rest = {key: [x for x in some if first is None or x is not first[1]] for key, some in ranked.items()}
    turns = zip_longest(*([(key, line) for line in some] for key, some in rest.items()))
    return [*filter(None, [first]), *(x for turn in turns for x in turn if x)]


def _ids(line: Line, told: Callable[[Claim], bool]) -> tuple[str, ...]:
    return tuple(c.id for c in line.claims if told(c))


def _weight(line: Line) -> tuple[int, int]:
    """What more documents say, and say at more places, comes first."""
    return -len({c.document.id for c in line.claims}), -sum(len(c.passages) for c in line.claims)


def _ranked(section: Section, told: Callable[[Claim], bool]) -> list[Line]:
    return sorted((line for line in section.lines if _ids(line, told)), key=_weight)


def _is_so(line: Line) -> bool:
    """Whether a headline may say it: no plan, no judgement, nothing that is denied or said to be absent."""
    how = {local(to_iri(c.stance.id)) for c in line.claims}
    return how <= {"stated", "reported"} and not any(c.negated or c.superseded for c in line.claims)


# ---------------------------------------------------------------------- figures of claims


def _figures(readers: Mapping[str, Reader], section: Section, told: Callable[[Claim], bool]) -> Iterator[LeadFigure]:
    """Numbers that claims give, one for each claim; one that is vague is in the claim's own words, and no number."""
    view = next(iter(readers.values())).view
    wordings = {lang: Wording(reader) for lang, reader in readers.items()}
    for line in _ranked(section, told):
        claim = next(c for c in line.claims if told(c))
        for node in sorted({q[0] for q in view.quads(None, TYPE, br("Measure"), claim.iri)}):
            found = {lang: w.measure(node, claim.iri) for lang, w in wordings.items()}
            if any(quantity.value is None for _, quantity in found.values()):
                continue
            parts = {lang: text.partition(" (") for lang, (text, _) in found.items()}
            what = {lang: _what(readers[lang], w, node, claim.iri) for lang, w in wordings.items()}
            more = {lang: f"{what[lang]} ({rest}" if rest else what[lang] for lang, (_, _, rest) in parts.items()}
            yield LeadFigure({lang: number for lang, (number, _, _) in parts.items()}, more, _ids(line, told))
            break


def _what(reader: Reader, wording: Wording, node: str, claim: str) -> str:
    """What a figure counts, and of whom or what."""
    whose = reader.view.text(node, br("measureOf"), claim) or reader.view.text(node, br("measureOf"))
    return " · ".join(filter(None, (wording.indicator(node, claim).label, whose and reader.label(whose))))


# ---------------------------------------------------------------------- records summed up


def _recorded(reader: Reader, entities: Sequence[str], rules: Filter) -> Section:
    joint = between(reader, *_sides(entities), rules)
    return joint.acts if joint else Section("recorded", ())


def _curve(section: Section) -> Tally:
    """All that happened of which the sign of the published score is known."""
    months = [line.tally for line in section.lines if line.tally and line.tally.period and not line.tally.nationals]
    cooperative, conflictual = (sum(getattr(t, key) or 0 for t in months) for key in ("cooperative", "conflictual"))
    return Tally(sum(t.acts for t in months), cooperative=cooperative, conflictual=conflictual)


def _totals(section: Section) -> list[Line]:
    return [line for line in section.lines if _is_total(line.tally)]


def _is_total(tally: Tally | None) -> bool:
    return tally is not None and not (tally.period or tally.stance or tally.nationals)


def _whole(section: Section, told: Callable[[Claim], bool]) -> tuple[str, ...]:
    """The claims that say how many acts there are in all."""
    return tuple(dict.fromkeys(c for line in _totals(section) for c in _ids(line, told)))


def _acts(recorded: _Recorded, told: Callable[[Claim], bool]) -> Iterator[LeadLine]:
    """How cooperative it was, how many acts there are, and which come most."""
    part = next(iter(recorded.values()))
    whole = _whole(part, told)
    if whole and _curve(part).acts:
        yield LeadLine("recorded", whole, {lang: _signs(_curve(s), lang) for lang, s in recorded.items()})
    texts = {lang: [text for text, _ in worded(s, lang)] for lang, s in recorded.items()}
    most = [i for i, line in enumerate(part.lines) if not line.tally and not line.note][:_ACTS]
    for i in [*(part.lines.index(line) for line in _totals(part)), *most]:
        if ids := _ids(part.lines[i], told):
            yield LeadLine("recorded", ids, {lang: some[i] for lang, some in texts.items()})


def _signs(curve: Tally, lang: str) -> str:
    acts = counted("acts", curve.acts, lang)
    return word("lead signs", lang).format(acts, f"{curve.cooperative or 0:,}", f"{curve.conflictual or 0:,}")


def _sums(recorded: _Recorded, told: Callable[[Claim], bool]) -> Iterator[LeadFigure]:
    """How many acts, since when, and how many of them cooperate or conflict."""
    part = next(iter(recorded.values()))
    whole, curve = _whole(part, told), _curve(part)
    tallies = [line.tally for line in _totals(part) if line.tally]
    if not whole:
        return
    begins, ends = min(t.begins or "" for t in tallies), max(t.ends or "" for t in tallies)
    acts = f"{sum(t.acts for t in tallies):,}"
    yield LeadFigure(dict.fromkeys(recorded, acts), _each(recorded, "lead acts", begins, ends), whole)
    for key, count in (("lead cooperative", curve.cooperative), ("lead conflictual", curve.conflictual)):
        if curve.acts and count is not None:
            share = dict.fromkeys(recorded, f"{100 * count / curve.acts:.0f} %")
            yield LeadFigure(share, _each(recorded, key, f"{count:,}", f"{curve.acts:,}"), whole)


def _each(recorded: _Recorded, key: str, *values: str) -> Texts:
    return {lang: word(key, lang).format(*values) for lang in recorded}
