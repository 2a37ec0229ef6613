"""Charts: figures of one kind that several claims of a scene give, each whole as its claim words it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from kg.ask.claims import Reader
from kg.ask.values import Wording
from kg.text.terms import SKOS, TYPE, br, local
from kg.values.claims import finite
from kg.values.scene import Bar, Chart, Texts

#: What figures of one chart have in common.
_KIND = ("indicator", "unit", "counts", "per")


class Charts(NamedTuple):
    """Those of some claims, and how many of their figures are in none, for want of another to compare them with."""

    charts: tuple[Chart, ...]
    alone: int


def charts_of(readers: Mapping[str, Reader], lang: str, claims: Iterable[str]) -> Charts:
    """The charts of some claims (IRIs); of those that are superseded none. ``readers``: by language."""
    view, bars = readers[lang].view, dict[tuple[str, ...], list[Bar]]()
    measured = {g for *_, g in view.quads(None, TYPE, br("Measure"))}
    for iri in sorted(measured.intersection(claims)):
        if readers[lang].claim(iri).superseded:
            continue
        for node in sorted({s for s, p, o, _ in view.quads(g=iri) if p == TYPE and o == br("Measure")}):
            kind = tuple(view.text(node, br(p), iri) or "" for p in _KIND)
            bars.setdefault(kind, []).append(_bar(readers, lang, node, iri))
    compared = {kind: found for kind, found in bars.items() if len(found) > 1 and any(b.value for b in found)}
    charts = [
        Chart(_title(readers, indicator, counted), _unit(readers[lang], unit), tuple(found))
        for (indicator, unit, counted, _), found in sorted(compared.items())
    ]
    return Charts(tuple(charts), sum(map(len, bars.values())) - sum(map(len, compared.values())))


def _bar(readers: Mapping[str, Reader], lang: str, node: str, iri: str) -> Bar:
    """A figure as a bar; without a length where its claim gives no number."""
    reader = readers[lang]
    view = reader.view
    value = Wording(reader).measure(node, iri)[1].value
    low, high = (finite(text) if (text := view.text(node, br(p), iri)) else None for p in ("atLeast", "atMost"))
    whose = next(filter(None, (view.text(node, br(p), iri) for p in ("counterpart", "measureOf"))), "")
    period = reader.period_of(iri, node)
    return Bar(
        {name: r.label(whose) for name, r in readers.items()} if whose else {},
        next((x for x in (value, high, low) if x is not None), None),
        reader.claim(iri).id,
        {name: Wording(r).measure(node, iri)[0] for name, r in readers.items()},
        low if value is None and high is not None else None,
        period.text if period else "",
    )


def _title(readers: Mapping[str, Reader], indicator: str, counted: str) -> Texts:
    """What the figures count or measure."""
    names = {lang: r.label(indicator) if indicator else "" for lang, r in readers.items()}
    return {lang: f"{name} ({readers[lang].label(counted)})" if counted else name for lang, name in names.items()}


def _unit(reader: Reader, unit: str) -> str:
    sign = reader.view.text(unit, SKOS + "notation") if unit else ""
    return local(unit) if sign is None else sign
