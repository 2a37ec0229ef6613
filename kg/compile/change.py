"""A store follows its texts: old parts of the changed files out, new ones in, and what follows from them."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.claims.names import NAME_PROPERTIES
from kg.claims.quads import Draft
from kg.claims.sides import UP, Sides
from kg.claims.texts import TOLD
from kg.compile.background import ISSUED, LENDING, SIGNS
from kg.compile.dating import Dating
from kg.compile.derive import CODES, Deriver
from kg.compile.read import Part, reference_graph, register_graph
from kg.text.terms import BASE, CONCERNS, DERIVATIONS, DERIVED, DERIVED_FROM, GRAPH, NAMES, TYPE, br
from kg.values.claims import Literal, Node, Quad


@dataclass
class Touched:
    """What the files held before or hold now; ``moved`` are the triples that only one of the two has."""

    triples: set[tuple[str, str, Node]]
    moved: set[tuple[str, str, Node]]
    claims: set[str]
    gone: set[str]
    registers: set[str]
    #: Graphs of the reference data of the files.
    references: set[str] = field(default_factory=set)
    #: All triples whose views may be others now: those above, and what follows from them.
    unsettled: set[tuple[str, str, Node]] = field(default_factory=set)
    #: Claims whose sides and edges may be others now, because of what they or others say.
    stale: set[str] = field(default_factory=set)
    #: Things whose names may be others now.
    named: set[str] = field(default_factory=set)

    @property
    def told(self) -> set[str]:
        """Claims and documents of which the files said or say what a search reads."""
        return {s for s, p, o in self.triples if p in TOLD or (p == TYPE and o == br("Document"))}


def replace(store: Draft, names: list[str], parts: list[Part]) -> Touched:
    """Take the old parts of the files out and put the new ones in."""
    touched, before = Touched(set(), set(), set(), set(), set()), set[tuple[str, str, Node]]()
    for name in names:
        register, where = register_graph(name), Literal(name)
        for graph in store.subjects(br("inFile"), where, register):
            before |= {q[:3] for q in store.quads(g=graph)}
            touched.triples |= {q[:3] for q in store.quads(g=graph + DERIVED)}
            store.remove_graph(graph)
            store.remove_graph(graph + DERIVED)
            touched.gone.add(graph)
        touched.registers.add(register)
    touched.references = {reference_graph(name) for name in names}
    quads = [q for part in parts for q in part.quads]
    store.add(quads)
    now = {(s, p, o) for s, p, o, _ in quads}
    touched.moved = before ^ now
    touched.triples |= before | now
    touched.claims = {g for _, _, _, g in quads if not g.startswith(GRAPH)}
    touched.gone -= touched.claims
    return touched


def link(store: Draft, touched: Touched, whole: bool) -> Deriver:
    """Bring what follows from each claim alone in step with what was touched; ``whole``: with everything."""
    deriver = Deriver(store)
    derived = [q for c in sorted(touched.claims) for q in deriver.derived(c)]
    derived += [q for r in sorted(touched.registers) for q in deriver.derived_links(r)]
    for graph in sorted(touched.registers | touched.references):
        deriver.read_dates(store.quads(g=graph))
    old = [q for c in touched.claims | touched.gone for q in store.quads(c + DERIVED, DERIVED_FROM, None, DERIVATIONS)]
    _update(
        store, old, {(q[3], DERIVED_FROM, q[3].removesuffix(DERIVED), DERIVATIONS) for q in derived if _is_claim(q[3])}
    )
    store.add(derived)
    triples = touched.unsettled = touched.triples | {q[:3] for q in derived}
    documents = {s for s, p, _ in touched.moved if p in (ISSUED, br("recordedOn"))} if not whole else set()
    published = {c for d in documents for c in store.subjects(br("inDocument"), d)}  # on another day than before
    replaced = {o for _, p, o in touched.triples if p == br("supersedes") and isinstance(o, str)}
    replaced |= {str(o) for c in published for o in store.objects(c, br("supersedes"))}  # from another day on
    for claim in replaced:  # a claim elsewhere that is superseded now, or no longer
        triples |= {q[:3] for g in (claim, claim + DERIVED) for q in store.quads(g=g)}
    if whole:
        triples |= {q[:3] for g in (BASE + "ns", BASE + "vocab") for q in store.quads(g=g)}
    touched.stale = touched.claims
    if not whole:
        touched.stale = touched.stale | published
        triples |= {q[:3] for c in published for q in store.quads(g=c)}
        moved = {s for s, p, _ in touched.moved if p in UP or p == TYPE or p in NAME_PROPERTIES}
        lending = LENDING | UP | Dating(store).properties
        lent = {s for s, p, _ in triples if p in lending}
        acts = {*lent, *(s for s, p, _ in triples if p in SIGNS)}
        lent |= {str(o) for act in acts for p in SIGNS for o in store.objects(act, p)}  # who dates a signing dates it
        lent |= {str(o) for _, p, o in triples if p in SIGNS}
        lent |= {str(o) for _, p, o in triples if p == br("holder")}  # who holds an office leads up to it
        here = {c for c in replaced if store.has(c, TYPE, br("Claim"))}
        touched.stale |= deriver.affected_by(moved | lent) | here
    return deriver


def settle(store: Draft, touched: Touched, sides: Sides) -> None:
    """Bring views, sides and names in step with what was touched."""
    deriver = Deriver(store)
    deriver.settle(store, touched.unsettled)
    _update(
        store,
        [q for c in touched.stale | touched.gone for q in store.quads(c, br("concerns"), None, CONCERNS)],
        {(c, br("concerns"), side, CONCERNS) for c in touched.stale for side in sides.of_claim(c)},
    )
    named = touched.named = {s for s, p, _ in touched.unsettled if p in NAME_PROPERTIES or p in CODES}
    _update(
        store,
        [q for n in named for q in store.quads(n, br("nameKey"), None, NAMES)],
        {q for n in named for q in deriver.names(n)},
    )


def _is_claim(derived: str) -> bool:
    """Whether a graph of derived triples belongs to a claim, and not to a register."""
    return not derived.startswith(GRAPH)


def _update(store: Draft, old: list[Quad], new: set[Quad]) -> None:
    store.remove(q for q in old if q not in new)
    store.add(new.difference(old))
