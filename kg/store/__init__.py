"""The seam: the only module that knows the engine (pyoxigraph).

``View`` reads a finished store and never writes; ``Writer`` fills one that nobody reads yet.
IRIs cross as ``str``, literals as ``model.Literal``; blank nodes do not occur, the compiler names them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any, cast

import pyoxigraph as ox

from kg.errors import BadQuery, WorldError
from kg.model import Literal, Node
from kg.store.nodes import Quad, to_node, to_pattern, to_quad
from kg.store.parse import Lines
from kg.terms import GRAPH, PREFIXES, is_claim_graph, view_graphs

if TYPE_CHECKING:
    import rdflib

_BULK = 50_000


class View:
    """Read access to a store: quads, objects and queries."""

    def __init__(self, store: ox.Store) -> None:
        self._store = store

    @classmethod
    def open(cls, directory: str) -> View:
        """Open a finished store read-only. Raises WorldError when it cannot be read."""
        try:
            return cls(ox.Store.read_only(directory))
        except (OSError, RuntimeError) as error:
            raise WorldError(f"The store {directory} cannot be opened: {error}", "Run kg build --fresh.") from error

    def quads(
        self, s: str | None = None, p: str | None = None, o: Node | None = None, g: str | None = None
    ) -> Iterator[Quad]:
        """All quads that fit the pattern; None stands for anything."""
        for q in self._store.quads_for_pattern(*to_pattern(s, p, o, g)):
            yield q.subject.value, q.predicate.value, to_node(q.object), q.graph_name.value  # type: ignore[union-attr]

    def content(self, s: str | None = None, p: str | None = None, o: Node | None = None) -> Iterator[Quad]:
        """Like ``quads``, but only what claims themselves hold: nothing computed, no register, no reference data."""
        for q in self._store.quads_for_pattern(*to_pattern(s, p, o, None)):
            graph = q.graph_name.value  # type: ignore[union-attr]
            if not graph.startswith(GRAPH) and is_claim_graph(graph):
                yield q.subject.value, q.predicate.value, to_node(q.object), graph  # type: ignore[union-attr]

    def objects(self, s: str, p: str, g: str | None = None) -> list[Node]:
        """Distinct objects of a subject and property, in the order of the store."""
        found = self._store.quads_for_pattern(
            ox.NamedNode(s), ox.NamedNode(p), None, None if g is None else ox.NamedNode(g)
        )
        return list(dict.fromkeys(to_node(q.object) for q in found))

    def subjects(self, p: str, o: Node, g: str | None = None) -> list[str]:
        """Distinct subjects that have this object."""
        return list(dict.fromkeys(q[0] for q in self.quads(None, p, o, g)))

    def value(self, s: str, p: str, g: str | None = None) -> Node | None:
        """The first object, or None."""
        return next(iter(self.objects(s, p, g)), None)

    def text(self, s: str, p: str, g: str | None = None) -> str | None:
        """The first object as text, or None."""
        node = self.value(s, p, g)
        return node.value if isinstance(node, Literal) else node

    def has(self, s: str | None = None, p: str | None = None, o: Node | None = None, g: str | None = None) -> bool:
        """Whether any quad fits the pattern; none fits a text that is no IRI."""
        try:
            pattern = to_pattern(s, p, o, g)
        except ValueError:
            return False
        return next(iter(self._store.quads_for_pattern(*pattern)), None) is not None

    def graphs(self) -> list[str]:
        """The names of all graphs."""
        return [g.value for g in self._store.named_graphs() if isinstance(g, ox.NamedNode)]

    def __len__(self) -> int:
        return len(self._store)

    def select(
        self, query: str, *, union: bool = False, name: str = "The query"
    ) -> tuple[list[str], list[list[Node | None]]]:
        """Run a SELECT over the whole store and give its columns and rows. ``union``: plain patterns see all graphs.

        ``name``: what a message calls it when it goes beyond its limits.
        """
        with _query_errors(query, name):
            result = self._store.query(query, prefixes=PREFIXES, use_default_graph_as_union=union)
            if not isinstance(result, ox.QuerySolutions):
                raise BadQuery("This is not a SELECT query.", "Ask with SELECT.")
            return _table(result)

    def query(
        self, query: str, view: str = "asserted", *, records: bool = False
    ) -> bool | tuple[list[str], list[list[Node | None]]]:
        """Run any read query on a view: a bool for ASK, else columns and rows (of triples for CONSTRUCT)."""
        with _query_errors(query, "The query"):
            graphs: list[Any] = [ox.NamedNode(g) for g in view_graphs(view, records)]
            result = self._store.query(query, prefixes=PREFIXES, default_graph=graphs)
            if isinstance(result, ox.QueryBoolean):
                return bool(result)
            if isinstance(result, ox.QuerySolutions):
                return _table(result)
            triples: list[list[Node | None]] = [
                [to_node(n) for n in (t.subject, t.predicate, t.object)] for t in result
            ]
            return ["subject", "predicate", "object"], sorted(triples, key=str)

    def dump(self) -> bytes:
        """All quads as N-Quads in sorted order: equal bytes for equal content."""
        return b"\n".join(sorted(self.to_bytes().splitlines())) + b"\n"

    def to_bytes(self) -> bytes:
        """All quads as N-Quads, in the order of the store."""
        return self._store.dump(format=ox.RdfFormat.N_QUADS) or b""

    def rdflib(self) -> rdflib.Dataset:
        """The same data as an rdflib Dataset. Writing to it raises TypeError: facts change in their text files.

        Queries run on our engine and stay inside. A program that calls rdflib's own, by ``use_store_provided=False``,
        has what that engine can do, SERVICE and FROM over the network included.
        """
        import rdflib
        from oxrdflib import OxigraphStore

        from kg.store.guard import keep_inside

        class ReadOnlyStore(OxigraphStore):
            def add_graph(self, graph: object) -> None:
                """rdflib announces every graph that it looks at; a read-only store takes no note."""

            def query(self, query: Any, initNs: Mapping[str, Any], *args: Any, **options: Any) -> Any:
                """As asked, unless it would reach out: rdflib's own engine, which runs parsed queries, may."""
                if not isinstance(query, str):
                    raise TypeError("Pass the text of the query: a parsed one cannot be kept from the network.")
                keep_inside(query, {prefix: str(iri) for prefix, iri in initNs.items()})
                return super().query(query, initNs, *args, **options)

            def add(self, *args: object, **options: object) -> None:
                raise TypeError("This graph is read-only: change the files in facts/.")

            addN = remove = remove_graph = update = add

        return rdflib.Dataset(store=ReadOnlyStore(store=self._store))


class Writer(View):
    """Write access to a store under construction."""

    def __init__(self, store: ox.Store) -> None:
        super().__init__(store)
        #: Where it is a list, every change is noted in it, for ``replay``.
        self.journal: list[tuple[str, Any]] | None = None

    @classmethod
    def create(cls, directory: str) -> Writer:
        """A new store on disk, or an existing one opened for writing."""
        return cls(ox.Store(directory))

    @classmethod
    def in_memory(cls) -> Writer:
        """A store that lives as long as the object: for checks of files outside a workspace."""
        return cls(ox.Store())

    @staticmethod
    def copy(source: str, target: str) -> Writer:
        """A cheap copy (hard links) of a finished store, open for writing."""
        ox.Store.read_only(source).backup(target)
        return Writer(ox.Store(target))

    def add(self, quads: Iterable[Quad]) -> None:
        """Add quads; those already there are ignored."""
        some = [to_quad(q) for q in quads]
        self._note("add", some)
        self._add(some)

    def _add(self, some: list[ox.Quad]) -> None:
        # the bulk loader writes files of its own each time: worth it for many quads only
        (self._store.bulk_extend if len(some) > _BULK else self._store.extend)(some)

    def remove(self, quads: Iterable[Quad]) -> None:
        """Remove quads; those not there are ignored."""
        some = [to_quad(q) for q in quads]
        self._note("remove", some)
        self._remove(some)

    def _remove(self, some: list[ox.Quad]) -> None:
        for q in some:
            self._store.remove(q)

    def remove_graph(self, graph: str) -> None:
        """Remove a graph with all its triples."""
        self._note("remove_graph", graph)
        self._store.remove_graph(ox.NamedNode(graph))

    def _note(self, change: str, what: Any) -> None:
        if self.journal is not None and what:
            self.journal.append((change, what))

    def replay(self, journal: Iterable[tuple[str, Any]]) -> None:
        """Make the changes that another writer noted."""
        changes: dict[str, Callable[[Any], None]] = {}
        changes |= {"add": self._add, "remove": self._remove, "remove_graph": self.remove_graph}
        for change, what in journal:
            changes[change](what)

    def load(self, lines: Iterable[str]) -> None:
        """Add many quads, given as N-Quads, the fastest way there is."""
        self._store.bulk_load(input=cast(IO[bytes], Lines(lines)), format=ox.RdfFormat.N_QUADS)

    def load_all_of(self, other: View) -> None:
        """Add everything that another store holds."""
        self._store.bulk_load(input=other.to_bytes(), format=ox.RdfFormat.N_QUADS)

    def remove_lines(self, lines: Iterable[str]) -> None:
        """Remove quads given as N-Quads."""
        self._remove(list(ox.parse(input="".join(lines).encode(), format=ox.RdfFormat.N_QUADS)))

    def finish(self, *, tidy: bool = True) -> int:
        """Bring everything to disk, close, and give the number of quads.

        ``tidy``: in the form that opens fastest for readers. It rewrites the store, so a large one goes without, and
        is not counted: that takes as long as reading it.
        """
        self._store.flush()
        if tidy:
            self._store.optimize()
        size = len(self._store) if tidy else 0
        self.close()
        return size

    def close(self) -> None:
        """Let go of the engine at once: it works on its files in the background for as long as anybody holds it."""
        self.__dict__.pop("_store", None)


def _table(result: ox.QuerySolutions) -> tuple[list[str], list[list[Node | None]]]:
    names = [v.value for v in result.variables]
    return names, [[None if row[n] is None else to_node(row[n]) for n in names] for row in result]


@contextmanager
def _query_errors(query: str, name: str) -> Iterator[None]:
    from kg.store.guard import check_query, unreadable  # its patterns cost a look-up without SPARQL 2 ms
    from kg.worker import limited

    with limited(name):
        check_query(query)
        try:
            yield
        except SyntaxError as error:
            raise BadQuery(unreadable(query, str(error)).message) from error
        except ValueError as error:
            raise BadQuery(f"The query cannot be run: {error}") from error
        except (OSError, RuntimeError) as error:
            raise WorldError(f"The store failed while answering: {error}", "Run kg build --fresh.") from error


def triples_of(journal: Iterable[tuple[str, Any]], graphs: Iterable[str]) -> set[tuple[str, str, Node]]:
    """The triples that the notes of a writer have added to, or removed from, some graphs."""
    wanted = set(graphs)
    quads = (q for change, what in journal if change != "remove_graph" for q in what)
    return {(q.subject.value, q.predicate.value, to_node(q.object)) for q in quads if q.graph_name.value in wanted}
