"""The seam: the only module that knows the engine (pyoxigraph), which answers SPARQL and runs checks.

``View`` reads a finished store and never writes; ``Writer`` fills one that nobody reads yet. Look-ups do without: see
``kg.claims``. IRIs cross as ``str``, literals as ``model.Literal``; blank nodes do not occur, the compiler names them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any, cast

import pyoxigraph as ox

from kg.engine.nodes import to_lines, to_node, to_quad
from kg.engine.parse import Lines
from kg.errors import BadQuery, WorldError
from kg.text.terms import PREFIXES, view_graphs
from kg.values.claims import Node, Quad
from kg.values.said import Said

if TYPE_CHECKING:
    import rdflib

_BULK = 3_000


class View:
    """Read access to a store: queries."""

    def __init__(self, store: ox.Store) -> None:
        self._store = store

    @classmethod
    def of(cls, quads: Iterable[Quad]) -> View:
        """A store in memory, with some quads."""
        writer = Writer(ox.Store())
        writer.load(to_lines(quads))
        return writer

    @classmethod
    def open(cls, directory: str) -> View:
        """Open a finished store read-only. Raises WorldError when it cannot be read."""
        try:
            return cls(ox.Store.read_only(directory))
        except (OSError, RuntimeError) as error:
            raise WorldError(f"The store {directory} cannot be opened: {error}", "Run kg build --fresh.") from error

    def __len__(self) -> int:
        return len(self._store)

    def select(
        self, query: str, *, union: bool = False, name: str = "The query"
    ) -> tuple[list[str], list[list[Node | None]]]:
        """Run a SELECT over the whole store and give its columns and rows. ``union``: plain patterns see all graphs.

        ``name``: what a message calls it when it goes beyond its limits.
        """
        with _query_errors(query, name, union):
            result = self._store.query(query, prefixes=PREFIXES, use_default_graph_as_union=union)
            if not isinstance(result, ox.QuerySolutions):
                raise BadQuery("This is not a SELECT query.", "Ask with SELECT.")
            return _table(result)

    def query(
        self, query: str, view: str = "asserted", *, records: bool = False
    ) -> bool | tuple[list[str], list[list[Node | None]]]:
        """Run any read query on a view: a bool for ASK, else columns and rows (of triples for CONSTRUCT).

        A variable graph is one that people wrote, and the view alone says what plain patterns see.
        """
        from kg.engine.scope import among_texts

        with _query_errors(query, "The query", True):
            graphs: list[Any] = [ox.NamedNode(g) for g in view_graphs(view, records)]
            result = self._store.query(among_texts(query), prefixes=PREFIXES, default_graph=graphs)
            if isinstance(result, ox.QueryBoolean):
                return bool(result)
            if isinstance(result, ox.QuerySolutions):
                return _table(result)
            triples: list[list[Node | None]] = [
                [to_node(n) for n in (t.subject, t.predicate, t.object)] for t in result
            ]
            return ["subject", "predicate", "object"], sorted(triples, key=str)

    def rdflib(self) -> rdflib.Dataset:
        """The same data as an rdflib Dataset. Writing to it raises TypeError: facts change in their text files.

        Queries run on our engine and stay inside. A program that calls rdflib's own, by ``use_store_provided=False``,
        has what that engine can do, SERVICE and FROM over the network included.
        """
        import rdflib
        from oxrdflib import OxigraphStore

        from kg.engine.guard import keep_inside

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

    @classmethod
    def create(cls, directory: str) -> Writer:
        """A new store on disk, or an existing one opened for writing."""
        return cls(ox.Store(directory))

    @staticmethod
    def copy(source: str, target: str) -> Writer:
        """A cheap copy (hard links) of a finished store, open for writing."""
        ox.Store.read_only(source).backup(target)
        return Writer(ox.Store(target))

    def add(self, quads: Iterable[Quad]) -> None:
        """Add quads; those already there are ignored."""
        some = [to_quad(q) for q in quads]
        # the bulk loader writes files of its own each time: worth it for many quads only
        (self._store.bulk_extend if len(some) > _BULK else self._store.extend)(some)

    def remove(self, quads: Iterable[Quad]) -> None:
        """Remove quads; those not there are ignored."""
        for q in quads:
            self._store.remove(to_quad(q))

    def load(self, lines: Iterable[str]) -> None:
        """Add many quads, given as N-Quads, the fastest way there is."""
        self._store.bulk_load(input=cast(IO[bytes], Lines(lines)), format=ox.RdfFormat.N_QUADS)

    def put(self, lines: Collection[str]) -> None:
        """Add quads given as N-Quads, without the ends of the lines: few or many."""
        text = "\n".join(lines)
        if len(lines) > _BULK:
            self._store.bulk_load(input=text, format=ox.RdfFormat.N_QUADS)
        else:
            self._store.extend(ox.parse(input=text, format=ox.RdfFormat.N_QUADS))

    def remove_lines(self, lines: Iterable[str]) -> None:
        """Remove quads given as N-Quads, without the ends of the lines."""
        for q in ox.parse(input="\n".join(lines).encode(), format=ox.RdfFormat.N_QUADS):
            self._store.remove(q)

    def finish(self) -> None:
        """Bring everything to disk and close. Not tidied up: that rewrites all of it."""
        self._store.flush()
        self.close()

    def close(self) -> None:
        """Let go of the engine at once: it works on its files in the background for as long as anybody holds it."""
        self.__dict__.pop("_store", None)


def _table(result: ox.QuerySolutions) -> tuple[list[str], list[list[Node | None]]]:
    names = [v.value for v in result.variables]
    return names, [[None if row[n] is None else to_node(row[n]) for n in names] for row in result]


@contextmanager
def _query_errors(query: str, name: str, chosen: bool) -> Iterator[None]:
    """``chosen``: the caller says which graphs plain patterns see, so a query must not."""
    from kg.engine.guard import check_query, unreadable  # its patterns cost a look-up without SPARQL 2 ms
    from kg.engine.scope import refuse_from
    from kg.worker import limited

    with limited(name):
        check_query(query)
        if chosen:
            refuse_from(query)
        try:
            yield
        except SyntaxError as error:
            raise BadQuery(unreadable(query, str(error)).message) from error
        except ValueError as error:
            raise BadQuery(Said("The query cannot be run: {error}", error=error)) from error
        except (OSError, RuntimeError) as error:
            raise WorldError(f"The store failed while answering: {error}", "Run kg build --fresh.") from error
