"""``kg.open()``: the graph of a workspace, and every question as a method.

import kg
graph = kg.open()                       # the workspace here or above, else the bundled facts
for fact in graph.facts("tumen bridge", "length"):
    print(fact.value, [c.id for c in fact.claims])
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.ask.search import resolve
from kg.errors import FactsBroken, QueryTimeout, WorldError
from kg.views import Views
from kg.workspace import Workspace

if TYPE_CHECKING:
    from typing import Unpack

    import rdflib

    from kg.ask.facts import Answer
    from kg.ask.sparql import Query
    from kg.ask.verify import Verdict
    from kg.engine import View
    from kg.lens import Filters
    from kg.values.answers import Brief, Dispute, Event, Hit, Table
    from kg.values.claims import Claim, Document, Fact
    from kg.values.findings import Finding
    from kg.worker import Limits


#: What a process for queries is asked for.
_ANSWER = "kg.graph:answer"


def open(
    path: str | None = None, *, lang: str = "en", rebuild: bool = True, say: Callable[[str], None] | None = None
) -> Graph:
    """Open the graph of the workspace at or above ``path``; a stale store is rebuilt first, as make would.

    ``say`` hears what the rebuild does. With ``rebuild=False`` the store is taken as it is.
    Raises WorldError when there is no workspace or no store, FactsBroken when there is no store yet and the facts
    do not pass their checks. When an older store exists, broken facts only make ``say`` warn.
    """
    workspace = Workspace.find(path)
    tell = say or (lambda text: None)
    folder = refresh(workspace, tell) if rebuild else _current(workspace)
    try:
        return Graph(workspace, folder, lang)
    except WorldError:
        if not rebuild:
            raise
    if _current(workspace) == folder:  # no newer build has taken its place: it is damaged, and the texts are the truth
        tell("The store is damaged; building it anew.")
        _rebuild(workspace, False, tell, fresh=True)
    return Graph(workspace, _current(workspace), lang)


def sparql(
    workspace: Workspace,
    query: str | Query,
    values: Mapping[str, str] | None = None,
    view: str | None = None,
    records: bool | None = None,
    limits: Limits | None = None,
    say: Callable[[str], None] = lambda text: None,
) -> Table | bool:
    """``Graph.sparql`` for one query: nothing is opened here."""
    from kg.worker import Worker

    with Worker() as worker:
        worker.start()  # it gets ready meanwhile
        folder = refresh(workspace, say)
        found: Table | bool = worker.ask(_ANSWER, workspace, folder, query, values, view, records, limits=limits)
        return found


def answer(
    workspace: Workspace,
    folder: str,
    query: str | Query,
    values: Mapping[str, str] | None,
    view: str | None,
    records: bool | None,
) -> Table | bool:
    """What a process for queries does: ``Graph.sparql`` on the build in a folder."""
    from kg.ask.sparql import find_query, library, prepare, table_of

    graph = _opened(workspace.root, folder)
    if isinstance(query, str) and query in library(workspace):
        query = find_query(workspace, query)
    text, view = prepare(graph.reader, query, values, view)
    wanted = isinstance(query, str) if records is None else records
    records = wanted and graph.index.records is not None
    return table_of(graph.engine(records).query(text, view, records=records))


@lru_cache(maxsize=1)
def _opened(root: str, folder: str) -> Graph:
    return Graph(Workspace(root), folder)


def refresh(workspace: Workspace, say: Callable[[str], None]) -> str:
    """Bring the store in step with the texts where it is not, and give its path. Raises as ``open`` does."""
    state = workspace.state()
    changed, touched = workspace.compare(state)
    if state and not changed:
        if touched:
            from kg.compile.build import restamp

            restamp(workspace)
        return workspace.folder_of(state.generation)
    _rebuild(workspace, state is not None, say)
    return _current(workspace)


def _current(workspace: Workspace) -> str:
    state = workspace.state()
    if state is None:
        raise WorldError("There is no store yet.", "Run kg build.")
    return workspace.folder_of(state.generation)


def _rebuild(workspace: Workspace, have_old: bool, say: Callable[[str], None], fresh: bool = False) -> None:
    from kg.compile.apart import build

    started = time.monotonic()
    changed = workspace.changed(workspace.state())

    def progress(text: str) -> None:
        if time.monotonic() - started > 1 or "another" in text or "anew" in text:  # short builds need no commentary
            say(f"{text} …")

    try:
        report = build(workspace, fresh=fresh, say=progress)
    except FactsBroken as error:
        if not have_old:
            raise
        first = next(f for f in error.findings if f.severity == "error")
        say(f"{first.file}:{first.line}: {first.message}")
        say("The facts have errors; this answer is from the last good build. kg check lists them.")
        return
    except (QueryTimeout, WorldError) as error:
        if not have_old:
            raise
        say(f"{error.message} This answer is from the last build.")
        return
    if report.published:
        why = (
            f"{changed[0]}{f' and {len(changed) - 1} more' if len(changed) > 1 else ''} changed: rebuilt"
            if have_old
            else "Built"
        )
        say(f"{why} the store in {report.seconds:.1f} s.")


class Graph(Views):
    """A read-only graph of claims. All answers are frozen dataclasses of ``kg.values``.

    The filters mean the same everywhere: ``as_of`` (true then; undated claims are left out unless ``undated``),
    ``known_at`` (published by then), ``according_to`` (names of speakers, their organs included), ``stance``.
    Names may be ids, codes, CURIEs, IRIs or any label; an unknown one raises NotFound, a doubtful one AmbiguousName.
    """

    def search(self, text: str, limit: int = 10) -> list[Hit]:
        """Entities by any name, alias, script or transliteration, best first; may be empty."""
        from kg.ask.search import search

        return search(self.reader, text, limit)

    def answer(self, entity: str, property: str | None = None, **filters: Unpack[Filters]) -> Answer:
        """The facts of an entity with the names of its other properties and notes on what was left out."""
        from kg.ask.facts import facts_of

        found = facts_of(self.reader, resolve(self.reader, entity), property, self._rules(filters))
        self.notes = found.notes
        return found

    def facts(self, entity: str, property: str | None = None, **filters: Unpack[Filters]) -> list[Fact]:
        """The facts of an entity: values with the claims behind them."""
        return self.answer(entity, property, **filters).facts

    def brief(self, a: str, b: str, *, everything: bool = False, **filters: Unpack[Filters]) -> Brief:
        """The relation of two sides on one page; with ``everything`` also what is of lesser salience."""
        from kg.ask.brief import brief

        sides = (resolve(self.reader, a), resolve(self.reader, b))
        return brief(self.reader, *sides, self._rules(filters), everything=everything)

    def timeline(self, *entities: str, **filters: Unpack[Filters]) -> list[Event]:
        """What happened when, for claims that touch all the entities."""
        from kg.ask.timeline import timeline

        events, self.notes = timeline(self.reader, [resolve(self.reader, e) for e in entities], self._rules(filters))
        return events

    def conflicts(self, *entities: str, kinds: Sequence[str] = (), **filters: Unpack[Filters]) -> list[Dispute]:
        """Claims that are compared with each other: contradictions first, corroboration last."""
        from kg.ask.compare import disputes

        resolved = [resolve(self.reader, e) for e in entities]
        found, self.notes = disputes(self.reader, resolved, kinds, self._rules(filters))
        return found

    def claim(self, name: str) -> Claim:
        """One claim by its id."""
        return self.reader.claim(self.reader.find_claim(name))

    def claims(self) -> Iterator[Claim]:
        """All claims: those that people wrote, ordered by id, then the records of data sets."""
        from kg.ask.records import claims
        from kg.ask.scope import claims_about_all
        from kg.claims.cut import Cut

        for iri in sorted(claims_about_all(self.reader, ())):
            yield self.reader.claim(iri)
        yield from claims(self.reader, Cut())

    def content(self, name: str) -> list[tuple[str, str, str]]:
        """What a claim says, as (subject, property, value) in words."""
        from kg.ask.facts import content_of

        return content_of(self.reader, self.reader.find_claim(name))

    def cite(self, name: str, style: str = "footnote") -> str:
        """A claim as a footnote, BibTeX or CSL-JSON."""
        from kg.show.cite import cite

        return cite(self.claim(name), style, self.lang)

    def documents(self) -> list[Document]:
        """All documents."""
        return self.reader.documents()

    def queries(self) -> dict[str, Query]:
        """The named queries of the package and the workspace."""
        from kg.ask.sparql import library

        return library(self.workspace)

    def sparql(
        self,
        query: str | Query,
        values: Mapping[str, str] | None = None,
        view: str | None = None,
        records: bool | None = None,
        limits: Limits | None = None,
    ) -> Table | bool:
        """Run a SPARQL text, or a named query, on a view (asserted, outlook, analysis).

        ``records``: those of data sets count too; by default for a text, not for a named query of the library.
        It runs in a process of its own, which the graph keeps, and is stopped there when it goes beyond ``limits``
        (60 seconds and 2 GB when not given): QueryTimeout.
        """
        from kg.worker import Worker

        if self._worker is None:
            self._worker = Worker()
        found: Table | bool = self._worker.ask(
            _ANSWER, self.workspace, self.folder, query, values, view, records, limits=limits
        )
        return found

    def verify(self, path: str) -> Verdict:
        """Compare a copy of a source with the passages that claims point at."""
        from kg.ask.verify import verify

        return verify(self.reader, path)

    def check(self) -> list[Finding]:
        """All findings about the texts of the workspace, read anew."""
        from kg.compile.apart import check

        return check(self.workspace)

    def engine(self, records: bool) -> View:
        """The store for SPARQL, with the records of data sets or without: from disk, or loaded into memory."""
        from kg.engine import View

        path = os.path.join(self.folder, "rdf")
        if os.path.isdir(path) and (records or self.index.records is None):
            return View.open(path)
        return View.of(self.quads.every())

    @property
    def rdflib(self) -> rdflib.Dataset:
        """The same data as an rdflib Dataset, for programs. Query its view graphs, not the union of all."""
        return self.engine(False).rdflib()
