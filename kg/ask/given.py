"""What compared claims give one thing: the value of each in words, and its bounds where it can be drawn on a scale."""

from __future__ import annotations

from typing import NamedTuple

from kg.ask.claims import Reader
from kg.ask.records import entry_of, value_of
from kg.ask.values import Wording
from kg.claims.statements import FIGURE
from kg.text.terms import CLAIM, TYPE, br, expand, to_iri
from kg.values.answers import Dispute
from kg.values.claims import Claim, Literal, Node

_FIGURE = "figure"
#: Bounds that no claim sets, as the index writes them.
_OPEN = ("", "9999", float("-inf"), float("inf"))
_Key = tuple[str, ...]


class Given(NamedTuple):
    """What claims give one thing: the thing, the property, and the nodes that each claim (by its IRI) gives."""

    thing: str
    property: str
    unit: str
    nodes: dict[str, list[Node]]


class Bound(NamedTuple):
    """Between which bounds a value lies; None where it is open."""

    low: float | str | None
    high: float | str | None


def given(reader: Reader, dispute: Dispute) -> Given | None:
    """What the claims of a dispute give the same thing, each one value and not all the same; None without such.

    What was computed says itself what it compares.
    """
    said = dict[_Key, dict[str, list[Node]]]()
    for claim in dispute.claims:
        for key, node in _content(reader, claim):
            said.setdefault(key, {}).setdefault(claim.iri, []).append(node)
    if dispute.thing and dispute.property:
        asked = (to_iri(dispute.thing.id), to_iri(dispute.property.id))
        found = [key for key in sorted(said) if _about(key) == asked]
    else:
        found = [key for key in sorted(said) if all(len(nodes) == 1 for nodes in said[key].values())]
    whole = [key for key in found if len(said[key]) == len(dispute.claims)]
    telling = [key for key in whole if len({words(reader, claim, said[key]) for claim in said[key]}) > 1]
    if not telling:
        return None
    best = min(telling, key=lambda key: (len(key) == 2, key))  # figures before names
    return Given(*_about(best), best[3] if best[0] == _FIGURE else "", said[best])


def _about(key: _Key) -> tuple[str, str]:
    return (key[1], key[2]) if key[0] == _FIGURE else (key[0], key[1])


def _content(reader: Reader, claim: Claim) -> list[tuple[_Key, Node]]:
    """What a claim says, by what it is about: a figure by all that figures must share."""
    content = [q for q in reader.view.quads(g=claim.iri) if q[1] != TYPE]
    figures = {q[0] for q in reader.view.quads(g=claim.iri) if q[1:3] == (TYPE, br("Measure"))}
    found: list[tuple[_Key, Node]] = [((s, p), o) for s, p, o, _ in content if s not in figures]
    for node in sorted(figures):
        shared = (reader.view.text(node, br(p), claim.iri) or "" for p in FIGURE)
        found.append(((_FIGURE, *shared), node))
    index = reader.index
    entry = entry_of(index, claim.id) if index is not None and not found else None
    if entry:
        r = entry.record
        same = (expand(r.subject) or r.subject, expand(r.relation) or r.relation)
        found.append(((*same, r.unit or "", r.object or ""), Literal(value_of(reader, entry))))
    return found


def words(reader: Reader, iri: str, nodes: dict[str, list[Node]]) -> str:
    """What a claim gives, in words."""
    wording = Wording(reader)
    return " / ".join(dict.fromkeys(wording.node(node, iri) for node in nodes.get(iri, ())))


def bounds(reader: Reader, found: Given) -> dict[str, Bound]:
    """The bounds of what each claim gives, where they are known; figures are numbers in their base unit, dates days."""
    index, result = reader.index, dict[str, Bound]()
    known = reader.claims.statements.bounds(sorted(found.nodes))
    for iri, nodes in found.nodes.items():
        entry = entry_of(index, iri.removeprefix(CLAIM)) if index is not None else None
        if entry:
            result[iri] = Bound(entry.begins, entry.ends)
        for node in nodes:
            by_key = known.get((iri, node if isinstance(node, str) else found.thing), {})
            width = next((b for what, b in by_key.items() if _fits(what, found)), None)
            if width:
                result[iri] = Bound(*(None if bound in _OPEN else bound for bound in width))
    return result


def _fits(what: str, found: Given) -> bool:
    parts = what.split("\t")
    return len(parts) == len(FIGURE) if found.unit else parts == [found.thing, found.property]
