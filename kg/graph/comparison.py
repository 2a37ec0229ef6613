"""Slices of the graph side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.ask.contrast import contrast
from kg.ask.filters import Filter
from kg.errors import WrongCall
from kg.graph.lens import Lens, listed
from kg.text.terms import curie

if TYPE_CHECKING:
    from kg.graph.lens import Filters, Noted
    from kg.values.analyses import Comparison

#: The speaker that stands for everybody whom the other slices do not name.
_OTHERS = "others"


def compare(
    lens: Lens, slices: Sequence[Filters], entities: Sequence[str] = (), names: Sequence[str] = ()
) -> Noted[Comparison]:
    """What is new, gone, contested between the slices, fact by fact."""
    if len(slices) < 2:
        raise WrongCall("There is nothing to compare with.", "Give two dates, speakers or stances.")
    rules = _rules(lens, slices)
    titles = names or [", ".join(f"{k}={v}" for k, v in given.items() if v) for given in slices]
    resolved = [lens.resolve(e) for e in entities]
    moments = all(set(s) & {"as_of", "known_at"} for s in slices)
    found, notes = contrast(lens.reader, list(zip(titles, rules, strict=True)), resolved, in_time=moments)
    if len(resolved) == 2:
        found = replace(found, weights=tuple(_weight(lens, rule, resolved) for rule in rules))
    return found, notes


def _rules(lens: Lens, slices: Sequence[Filters]) -> list[Filter]:
    """The filters of the slices; ``others`` are those who speak for nobody whom another slice names."""
    speakers = [x for s in slices for x in listed(s.get("according_to"))]
    named = frozenset(lens.resolve(x) for x in speakers if x != _OTHERS)
    if _OTHERS in speakers and not named:
        raise WrongCall("‘others’ are those who speak for nobody else that is named.", "Name at least one speaker.")
    found = []
    for given in slices:
        others = _OTHERS in listed(given.get("according_to"))
        plain: Filters = {**given, "according_to": ()} if others else given
        rule = lens.rules(plain) or Filter()
        found.append(rule._replace(others=named) if others else rule)
    return found


def _weight(lens: Lens, rules: Filter, dyad: Sequence[str]) -> float:
    """The signed weight of a dyad in one slice."""
    from kg.graph.projection import part, project
    from kg.network.project import ties

    network, _ = project(lens, part(lens, rules), dyad)
    x, y = map(curie, dyad)
    return float(ties(network).get_edge_data(x, y, default={}).get("weight", 0.0))
