"""What a changed text may change about findings: its surroundings are checked anew, all other findings stand.

A rule that ships looks at a claim or thing, at what it is tied to, and at what kind of thing that is; so after a change
the rules run on what was touched and its neighbours, with a store of those alone: for one claim more among 10,000 that
is a twentieth of the whole. Rules of a workspace's own may look at anything: with them all of it is checked. The tests
hold the findings of many histories, step by step, to those of fresh builds.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.claims.names import NAME_PROPERTIES
from kg.claims.quads import FileQuads
from kg.compile.change import Touched
from kg.text.terms import (
    DERIVED,
    DERIVED_FROM,
    GRAPH,
    ONTOLOGY_GRAPH,
    REFERENCE,
    REGISTER,
    SETTLED,
    TYPE,
    VOCAB_GRAPH,
    br,
    curie,
)
from kg.values.claims import Node, Quad
from kg.values.findings import Finding

#: So many things are not a neighbourhood any more; all of it is checked then.
_MANY = 20_000


class Around:
    """The surroundings of a change."""

    def __init__(self, quads: FileQuads, touched: Touched, files: Iterable[str]) -> None:
        """``files``: the names of those that changed."""
        self._quads, self._files = quads, set(files)
        self.graphs = touched.stale | touched.claims | touched.gone | touched.registers | touched.references
        nodes = {x for s, _, o in touched.triples for x in (s, o) if isinstance(x, str)}
        renamed = {s for s, p, _ in touched.moved if p == TYPE or p in NAME_PROPERTIES}
        users = {q[0] for n in renamed for q in quads.quads(None, None, n)}
        for triple in touched.moved:  # a denial is checked against whoever says the same
            self.graphs |= {q[3] for q in quads.quads(*triple) if not q[3].startswith(GRAPH)}
        self.graphs |= {u for u in users if quads.has(u, TYPE, br("Claim"))}
        content = {x for g in self.graphs for s, _, o, _ in quads.quads(g=g) for x in (s, o) if isinstance(x, str)}
        self.nodes = nodes | users | content | self.graphs
        self._names = {curie(n) for n in self.nodes}

    @property
    def is_near(self) -> bool:
        """Whether it is much less than everything."""
        return len(self.nodes) <= _MANY

    def every(self) -> set[Quad]:
        """The quads that rules may look at."""
        quads = self._quads
        found = {q for g in (ONTOLOGY_GRAPH, VOCAB_GRAPH) for q in quads.quads(g=g)}
        found.update(quads.quads(None, br("supersedes")))
        quads.preload(self.nodes)
        found.update(q for n in self.nodes for q in quads.quads(n))
        tied = {q[2] for q in found if isinstance(q[2], str)} - self.nodes
        quads.preload(tied)  # of those it matters what they are, and what is filed about them; not who else says what
        found.update(q for n in tied for q in quads.quads(n) if q[1] == TYPE or q[3].startswith((REGISTER, REFERENCE)))
        for node in self.nodes:
            found |= quads.uses(node, SETTLED)
        homes = {q[3].removesuffix(DERIVED) for q in found if not q[3].startswith(GRAPH)}
        quads.preload(homes)
        for home in homes:
            found.update(quads.quads(home, TYPE))
            found.update(quads.quads(home + DERIVED, DERIVED_FROM) if home in self.graphs else ())
        return found

    def concerns(self, graph: str | None, focus: Node | None) -> bool:
        """Whether findings in a graph, or on a thing, may be others now."""
        return graph in self.graphs or focus in self.nodes

    def _concerns(self, finding: Finding) -> bool:
        if finding.file in self._files or finding.graph in self.graphs:
            return True
        # what a claim itself says is only looked at when it is one of the graphs
        return finding.focus in self._names and finding.focus != curie(finding.graph)

    def merged(self, before: Iterable[Finding], now: Iterable[Finding]) -> list[Finding]:
        """The findings of before that stand, and those of now."""
        return [*(f for f in before if not self._concerns(f)), *filter(self._concerns, now)]
