"""A scene as the data of a page: small, because a large graph repeats itself; ``core.js`` unpacks it.

Rows instead of objects, numbers instead of repeated texts, one text where all languages agree, nothing that is empty.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from kg.scene import KINDS, SIDES, Node, Relation, Scene, Statement, Texts
from kg.show.page.layout import SMALL, Point

#: Beyond this many things the picture is drawn in one go, and vis shows the surroundings of one thing at a time.
LARGE = 500
_RADIUS = {"state": 24, "project": 18, "structure": 17, "agreement": 17, "event": 15, "person": 16, "org": 15}


class Numbered:
    """Texts that get a number when they are first seen."""

    def __init__(self) -> None:
        self.all: list[Any] = []
        self._numbers: dict[str, int] = {}

    def __call__(self, value: Any) -> int:
        key = repr(value)
        if key not in self._numbers:
            self._numbers[key] = len(self.all)
            self.all.append(value)
        return self._numbers[key]


def pack(scene: Scene, points: dict[str, Point]) -> dict[str, Any]:
    """Everything of a scene that ``core.js`` reads."""
    degree = Counter(end for r in scene.relations for end in (r.source, r.target))
    node_number = {n.id: i for i, n in enumerate(scene.nodes)}
    claim_number = {s.id: i for i, s in enumerate(scene.statements)}
    sorts, relations = Numbered(), Numbered()
    numbers = {name: Numbered() for name in ("manners", "voices", "days", "papers", "limits")}
    days = numbers["days"]
    days(None)  # 0: no day
    claims = [_claim(s, numbers) for s in scene.statements]
    return {
        "title": scene.title,
        "subtitle": scene.subtitle,
        "poles": list(scene.poles),
        "free": len(scene.nodes) > SMALL,
        "large": len(scene.nodes) > LARGE,
        "kinds": list(KINDS),
        "sides": list(SIDES),
        "nodes": [_node(n, points[n.id], degree[n.id], sorts, claim_number) for n in scene.nodes],
        "edges": [_edge(r, node_number, claim_number, relations, days) for r in scene.relations],
        "claims": claims,
        "sorts": sorts.all,
        "relations": relations.all,
        **{name: found.all for name, found in numbers.items()},
        "docs": {
            d.id: {"id": d.id, "title": d.title, "who": d.who, "issued": d.issued, "url": d.address}
            for d in scene.sources
        },
        "speakers": {s: _texts(name) for s, name in scene.speakers.items()},
        "stances": {s: _texts(name) for s, name in scene.stances.items()},
        "families": sorted(scene.families),
        "charts": [{"title": _texts(c.title), "unit": c.unit, "bars": [list(b) for b in c.bars]} for c in scene.charts],
        "story": list(scene.story),
    }


def _texts(texts: Texts) -> Texts | str:
    return next(iter(texts.values())) if texts and len(set(texts.values())) == 1 else texts


def _node(node: Node, point: Point, degree: int, sorts: Numbered, claims: dict[str, int]) -> list[Any]:
    radius = round(_RADIUS.get(node.kind, 13) + min(8.0, 1.1 * max(0, degree - 3)))
    row: list[Any] = [node.id, list(KINDS).index(node.kind), SIDES.index(node.side), _texts(node.name)]
    row += [sorts(_texts(node.sort)), point[0], point[1], radius, list(node.aliases)]
    row.append([[_texts(d.property), _texts(d.value), [claims[c] for c in d.claims]] for d in node.details])
    while not row[-1]:
        row.pop()
    return row


def _edge(
    relation: Relation, nodes: dict[str, int], claims: dict[str, int], names: Numbered, days: Numbered
) -> list[Any]:
    name = names([relation.relation, _texts(relation.label), relation.family])
    mentions: list[Any] = []
    for m in relation.mentions:
        number = claims[m.claim]
        mentions.append([number, days(m.begins), days(m.ends)] if m.begins or m.ends else number)
    return [nodes[relation.source], nodes[relation.target], name, int(relation.mutual), mentions]


def _claim(claim: Statement, numbers: dict[str, Numbered]) -> list[Any]:
    row: list[Any] = [claim.id, claim.text, numbers["manners"]([claim.stance, claim.view])]
    row += [numbers["voices"]([list(claim.speakers), claim.group]), numbers["days"](claim.known)]
    row += [numbers["papers"](claim.document), claim.place, int(claim.denied), list(claim.against)]
    row += [[list(x) for x in claim.links], list(claim.facts), claim.citation]
    row.append(numbers["limits"](_texts(claim.limits)) if any(claim.limits.values()) else "")
    while row[-1] in ("", [], 0):
        row.pop()
    return row
