"""Disagreements that comparing finds, as statements: a query of SPARQL sees them, as the other answers do."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable

from kg.claims.cut import Cut
from kg.claims.opposed import LIVE, Group, denials, groups
from kg.claims.quads import Draft, FileQuads, Quads
from kg.claims.schema import index_terms
from kg.claims.statements import Statements
from kg.text.terms import BASE, DISAGREEMENTS, TYPE, br
from kg.values.claims import Quad

_CURRENT = LIVE.also("c.until IS NULL")


def update_disagreements(quads: Draft, view: Quads, db: sqlite3.Connection, index: FileQuads) -> None:
    """Bring the graph of disagreements in step with the rows of all claims.

    ``quads``: the store of the build; ``index`` its file, the same unless the store is in memory.
    """
    index_terms(db)
    statements = Statements(db, index)
    new = {q for group in groups(statements, view, _CURRENT) for q in _quads(group)}
    for said, denied in denials(statements, view, Cut("c.until IS NULL")):
        new |= _of([*said, *denied])[1]
    old = quads.quads(g=DISAGREEMENTS)
    for store in {id(s): s for s in (quads, index)}.values():
        store.remove(q for q in old if q not in new)
        store.add(sorted(new.difference(old), key=repr))


def _quads(group: Group) -> set[Quad]:
    node, found = _of(m.iri for m in group.members)
    return found | {
        (node, br("about"), group.thing, DISAGREEMENTS),
        (node, br("onProperty"), group.property, DISAGREEMENTS),
    }


def _of(claims: Iterable[str]) -> tuple[str, set[Quad]]:
    """A disagreement of claims: its name, and who takes part."""
    some = sorted(set(claims))
    node = f"{BASE}disagreement/{hashlib.sha256(' '.join(some).encode()).hexdigest()[:16]}"
    found: set[Quad] = {(node, br("disputant"), claim, DISAGREEMENTS) for claim in some}
    return node, found | {(node, TYPE, br("Disagreement"), DISAGREEMENTS)}
