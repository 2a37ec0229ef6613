"""The network questions of a graph: claims as networkx objects, and what follows from them, with the claims."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from kg.ask.claims import document_iri
from kg.errors import WrongCall
from kg.lens import Lens
from kg.text.terms import DOC, OWL, SKOS, TYPE, VOCAB, br, curie, expand, local
from kg.values.claims import Ref
from kg.values.notes import Note

if TYPE_CHECKING:
    from typing import Unpack

    import networkx as nx

    from kg.ask.filters import Filter
    from kg.lens import Filters
    from kg.network.project import Edge, Slice
    from kg.values.analyses import Communities, Ranking

    class Where(Filters, total=False):
        """Which part of the graph a network is made of; see ``Networks.network``."""

        among: str
        view: str | None
        domain: str | Sequence[str]


#: A network joins everything that has a name, actors, or states.
AMONG = ("all", "actors", "states")
_VIEWS = {
    "asserted": ("asserted",),
    "outlook": ("asserted", "outlook"),
    "analysis": ("asserted", "outlook", "analysis"),
}
_USUAL = ("degree", "betweenness", "pagerank")
#: Things beyond which betweenness is not computed unasked.
_FAR = 5_000
#: Networks up to this size are measured again without each document unasked.
_QUICK = 20_000


class Networks(Lens):
    """Questions that are answered from the network of claims. ``Graph`` has them all."""

    def network(self, **where: Unpack[Where]) -> nx.MultiDiGraph[str]:
        """The claims as a networkx MultiDiGraph, one edge for each tie that a claim makes; see ``kg.network.project``.

        ``among``: ``actors``, ``states`` (what people and organs do counts for their states), or ``all`` named things.
        ``view``: ``asserted`` (the default), ``outlook``, ``analysis``; with ``stance`` all of them.
        ``domain``: of cooperation, narrower ones included. Nodes carry label, kind, iso3 and cow. The acts of a data
        set between two are one edge for each relation.
        """
        return self._described(self._sliced(where))

    def _sliced(self, where: Where, near: Sequence[str] = (), digits: int = 0) -> nx.MultiDiGraph[str]:
        """The network without words on its nodes. ``near``: of the records only those on one entity, or on two.

        ``digits``: acts of each year (4) or month (7) apart.
        """
        return self._project(self._cut_of(where), where.get("among") or "actors", self._rules_of(where), near, digits)

    def _described(self, found: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
        from kg.ask.entity import describe

        for node, data in found.nodes(data=True):
            data.update(describe(self.reader, expand(node) or node))
        return found

    def _rules_of(self, where: Where) -> Filter | None:
        return self._rules({k: v for k, v in where.items() if k not in ("among", "view", "domain")})  # type: ignore[arg-type]

    def _cut_of(self, where: Where) -> Slice:
        from kg.ask.filters import Filter

        domains = where.get("domain") or ()
        rules = self._rules_of(where) or Filter()
        return self._cut(rules, where.get("view"), [domains] if isinstance(domains, str) else domains)

    def _project(
        self, cut: Slice, among: str, rules: Filter | None, near: Sequence[str] = (), digits: int = 0
    ) -> nx.MultiDiGraph[str]:
        from kg.network.project import project

        if among not in AMONG:
            raise WrongCall(f"‘{among}’ is no scope of a network.", f"Scopes: {', '.join(AMONG)}.")
        scope, self.notes = "all" if among == "all" else "actors", []
        found = project(self.index.ties, cut, scope, self._recorded(cut, scope, rules, near, digits))
        left_out = found.graph.pop("undated")
        if left_out and not cut.undated:
            self.notes.append(Note("undated-ties", {"ties": left_out}))
        if among == "states":
            return found.subgraph([v for v in found if self.quads.has(expand(v), TYPE, br("State"))]).copy()
        return found

    def _recorded(
        self, cut: Slice, scope: str, rules: Filter | None, near: Sequence[str], digits: int
    ) -> Iterable[Edge]:
        """The edges of records; of a domain those on things that records put into it, the others are counted."""
        index = self.reader.index
        if index is None:
            return ()
        from kg.ask.records import cut_of, touching
        from kg.network.records import edges

        chosen = cut_of(self.reader, rules)
        narrowed = touching(self.reader, chosen, *near) if near else chosen
        if narrowed and cut.domains:
            total = index.count(narrowed)
            narrowed = index.of_domains(narrowed, cut.domains)
            self.notes.append(Note("other-domains", {"records": total - index.count(narrowed)}))
        documents = ((d, self.reader.document(DOC + d)) for d in index.names_of_datasets)
        speakers = {d: " ".join(sorted(r.id for r in document.creators)) for d, document in documents}
        mutual = {curie(s) for s in self.quads.subjects(TYPE, OWL + "SymmetricProperty")}
        return edges(index, narrowed, cut.standings, speakers, mutual, scope, digits) if narrowed else ()

    def _cut(self, rules: Filter, view: str | None, domains: Sequence[str]) -> Slice:
        from kg.ask.filters import Sieve
        from kg.network.project import Slice

        if view is not None and view not in _VIEWS:
            raise WrongCall(f"‘{view}’ is not a view.", f"Views: {', '.join(_VIEWS)}.")
        sieve = Sieve(self.reader, rules)
        by_speaker = rules.speakers or rules.others
        return Slice(
            _VIEWS[view or ("analysis" if rules.stances else "asserted")],
            frozenset(map(local, rules.stances)),
            self._domains(domains),
            (lambda name, document: sieve.speaks(expand(name) or name, document_iri(document))) if by_speaker else None,
            (rules.known_at.ends or "9999") if rules.known_at else None,
            rules.as_of,
            rules.undated,
        )

    def _domains(self, names: Sequence[str]) -> frozenset[str]:
        """Local names of the domains and all narrower ones. Raises WrongCall for an unknown one."""
        scheme = VOCAB + "domain"
        known = {local(s): s for s in self.quads.subjects(SKOS + "inScheme", scheme)}
        found, todo = set[str](), list(names)
        while todo:
            name = todo.pop()
            iri = known.get(local(expand(name) or name))
            if iri is None:
                raise WrongCall(f"‘{name}’ is not a domain.", f"Domains: {', '.join(sorted(known))}.")
            if local(iri) not in found:
                found.add(local(iri))
                todo += map(local, self.quads.subjects(SKOS + "broader", iri))
        return frozenset(found)

    def ranking(
        self,
        by: str | Sequence[str] = (),
        *,
        leave_out: str | None = None,
        backend: str | None = None,
        say: Callable[[str], None] = lambda text: None,
        **where: Unpack[Where],
    ) -> Ranking:
        """Entities ranked by the first measure of ``by``, with all of them; see ``kg.network.measure``.

        By default degree, betweenness and PageRank; betweenness of a large network takes minutes and must be asked.

        ``leave_out``: ``document`` (the default in networks of ordinary size), ``speaker``, ``contested`` or ``none``:
        the ranking is run again without each, and ranks come with their range.
        """
        from kg.network.measure import MEASURES, measure, ranked
        from kg.network.robust import LEAVING, Range, ranges
        from kg.values.analyses import Rank, Ranking

        where.setdefault("among", "all")
        network = self.network(**where)
        names = [by] if isinstance(by, str) else list(dict.fromkeys(by)) or list(_USUAL)
        if not by and len(network) > _FAR:
            names.remove("betweenness")
            self.notes.append(Note("no-betweenness", {}))
        values = measure(network, names, backend)
        leaving = leave_out or ("document" if network.number_of_edges() <= _QUICK else "none")
        if leave_out is None and leaving == "none":
            self.notes.append(Note("no-ranges", {}))
        if leaving not in (*LEAVING, "none"):
            raise WrongCall(f"‘{leaving}’ cannot be left out.", f"Can be: {', '.join(LEAVING)}, none.")
        spread: dict[str, Range] = {}
        without: tuple[str, ...] = ()
        if leaving != "none":
            contested = self._contested() if leaving == "contested" else ()
            spread, without = ranges(network, names[0], leaving, contested, backend, say)
        places = ranked(values[names[0]], MEASURES[names[0]].low_is_first)
        ranks = []
        for node in sorted(places, key=lambda v: (places[v], network.nodes[v]["label"], v)):
            span = spread.get(node)
            best, worst, rests_on = span if span else (None, None, ())
            data = network.nodes[node]
            measured = {n: values[n][node] for n in names}
            ranks.append(Rank(Ref(node, data["label"]), data["kind"], places[node], measured, best, worst, rests_on))
        claims = len({d["claim"] for *_, d in network.edges(data=True)})
        sizes = (len(network), network.number_of_edges(), claims)
        return Ranking(names[0], leaving, without, *sizes, tuple(ranks))

    def _contested(self) -> set[str]:
        """Ids of the claims that contradict or pull against another."""
        from kg.ask.compare import disputes
        from kg.ask.contrast import AGAINST

        return {c.id for dispute in disputes(self.reader, (), AGAINST)[0] for c in dispute.claims}

    def communities(
        self,
        method: str = "louvain",
        *,
        seed: int = 0,
        resolution: float = 1.0,
        **where: Unpack[Where],
    ) -> Communities:
        """Groups that are tied among themselves more than to others; see ``kg.network.community``."""
        from kg.network.community import communities
        from kg.network.project import ties
        from kg.values.analyses import Communities, Community

        where.setdefault("among", "all")
        network = self.network(**where)
        groups, modularity = communities(ties(network), method, seed, resolution)
        named = tuple(Community(tuple(self._node(v) for v in group)) for group in groups)
        return Communities(method, seed, modularity, named)

    def export(self, path: str, fmt: str | None = None, *, panel: str | None = None, **where: Unpack[Where]) -> int:
        """Write the network, or its dyad-period panel (``year``, ``month``), to a file; gives edges or rows.

        The format (graphml, gexf, json, csv, parquet) follows the name of the file unless it is given.
        """
        from kg.network.export import format_of, write

        chosen = format_of(path, fmt)
        from kg.network.profile import PERIODS

        digits = PERIODS.get(panel or "", 0)
        return write(self._described(self._sliced(where, digits=digits)), path, chosen, panel=panel)

    def _node(self, name: str) -> Ref:
        return Ref(name, self.reader.label(expand(name) or name))
