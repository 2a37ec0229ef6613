"""In which order a first picture takes things in: what most is said of, nearest to the poles first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from kg.values.scene import Lead, Node, Relation, Statement

#: What tells more of a relation than others do, by kind of thing, and by whose it is.
_KINDS = {"agreement": 1.6, "project": 1.6, "structure": 1.5, "event": 1.4, "person": 1.2, "place": 0.8, "topic": 0.4}
_SIDES = {"third": 0.6, "none": 0.4}
#: A plan tells less than what is so, and a judgement less than a plan.
_VIEWS = {"asserted": 1.0, "outlook": 0.7, "analysis": 0.4}
#: More are never unfolded one by one.
_MOST = 500
#: What another document adds, and a claim of the lead.
_DOCUMENT, _LED = 1.5, 2.0
#: What joins the two poles comes before what hangs on one.
_JOINS = 1.5


def order(
    nodes: Sequence[Node],
    relations: Iterable[Relation],
    statements: Iterable[Statement],
    poles: Sequence[str],
    asked: Sequence[str],
    lead: Lead,
) -> tuple[str, ...]:
    """The things: first those asked for and the poles, then always the weightiest that joins what is there already."""
    if len(nodes) > _MOST:
        return ()
    around: dict[str, set[str]] = defaultdict(set)
    said: dict[str, set[str]] = defaultdict(set)
    for r in relations:
        for end, other in ((r.source, r.target), (r.target, r.source)):
            around[end].add(other)
            said[end] |= {m.claim for m in r.mentions}
    by_id = {s.id: s for s in statements}
    led = {c for line in lead.lines for c in line.claims}
    weights = {n.id: _weight(n, [by_id[c] for c in sorted(said[n.id])], led) for n in nodes}
    for name in weights:
        weights[name] *= _JOINS if len(poles) == 2 and around[name].issuperset(poles) else 1
    taken = dict.fromkeys(x for x in (*asked, *poles) if x in weights)
    edge = {x for v in taken for x in around[v]} - taken.keys()
    while len(taken) < len(weights):
        some = edge or weights.keys() - taken.keys()  # what is joined to nothing comes last
        best = min(some, key=lambda v: (-weights[v], v))
        taken[best] = None
        edge = (edge | around[best]) - taken.keys()
    return tuple(taken)


def _weight(node: Node, statements: Sequence[Statement], led: set[str]) -> float:
    documents = {s.document for s in statements}
    told = sum(_VIEWS.get(s.view, 0.3) * (_LED if s.id in led else 1) for s in statements)
    return (told + _DOCUMENT * (len(documents) - 1)) * _KINDS.get(node.kind, 1.0) * _SIDES.get(node.side, 1.0)
