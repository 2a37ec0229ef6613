"""``kg.open()``: the graph of a workspace, and every question as a method.

import kg
graph = kg.open()                       # the workspace here or above, else the bundled facts
for fact in graph.facts("tumen bridge", "length"):
    print(fact.value, [c.id for c in fact.claims])

A method says what its question means and hands it on: to ``kg.ask``, or to a part of this room. Each part is given a
lens (``kg.graph.lens``), and gives back its answer with notes on what that left out; a look-up imports none of them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from kg.graph.lens import Lens
from kg.graph.opening import open_lens, refresh

if TYPE_CHECKING:
    from typing import Unpack

    import rdflib

    from kg.ask.facts import Answer
    from kg.ask.sparql import Query
    from kg.ask.verify import Verdict
    from kg.ask.vocabulary import Vocabulary
    from kg.engine import View
    from kg.graph.lens import Filters
    from kg.graph.links import Links
    from kg.graph.pages import Page
    from kg.graph.projection import Where
    from kg.network.project import Network
    from kg.values.analyses import (
        Balance,
        Common,
        Communities,
        Community,
        Comparison,
        Pair,
        Path,
        Profile,
        Ranking,
        Without,
    )
    from kg.values.answers import Brief, Dispute, Event, Gap, Hit, Table
    from kg.values.claims import Claim, Document, Fact
    from kg.values.findings import Finding
    from kg.values.notes import Note
    from kg.values.scene import Scene
    from kg.worker import Limits, Worker
    from kg.workspace import Workspace


#: What a process for queries is asked for.
_ANSWER = "kg.graph.queries:answer"


def open(
    path: str | None = None, *, lang: str = "en", rebuild: bool = True, say: Callable[[str], None] | None = None
) -> Graph:
    """Open the graph of the workspace at or above ``path``; a stale store is rebuilt first, as make would.

    ``say`` hears what the rebuild does. With ``rebuild=False`` the store is taken as it is.
    Raises WorldError when there is no workspace or no store, FactsBroken when there is no store yet and the facts
    do not pass their checks. When an older store exists, broken facts only make ``say`` warn.
    """
    return Graph(open_lens(path, lang, rebuild, say or (lambda text: None)))


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
        found: Table | bool = worker.ask(
            _ANSWER, workspace, folder, query, values, view, records, limits=limits, heard=say
        )
        return found


def vocabulary(workspace: Workspace, lang: str = "en") -> Vocabulary:
    """The terms of a workspace's ontology, read from its texts: they are asked for when facts do not pass their checks.

    See ``kg.ask.vocabulary``.
    """
    from kg.ask.vocabulary import Vocabulary
    from kg.compile.ontology import ontology_of, shapes_of, written_in

    return Vocabulary(ontology_of(workspace), shapes_of(workspace), written_in(workspace), lang)


class Graph:
    """A read-only graph of claims. All answers are frozen dataclasses of ``kg.values``.

    The filters mean the same everywhere: ``as_of`` (true then; undated claims are left out unless ``undated``),
    ``known_at`` (published by then), ``according_to`` (names of speakers, their organs included), ``stance``.
    Names may be ids, codes, CURIEs, IRIs or any label; an unknown one raises NotFound, a doubtful one AmbiguousName.
    """

    def __init__(self, lens: Lens) -> None:
        self._lens = lens
        self.workspace, self.folder, self.lang = lens.workspace, lens.folder, lens.reader.lang
        self.index, self.quads, self.reader = lens.index, lens.index.quads, lens.reader
        #: What the last answer left out; ``kg.show.notes`` words it.
        self.notes: list[Note] = []

    def __repr__(self) -> str:
        return f"<kg.Graph {self.workspace.root} ({len(self.quads):,} quads)>"

    # ------------------------------------------------------------------ look-ups

    def resolve(self, name: str) -> str:
        """The IRI that a name stands for."""
        return self._lens.resolve(name)

    def search(self, text: str, limit: int = 10, kinds: Collection[str] = ()) -> list[Hit]:
        """Entities, claims, figures, documents and terms that have a text, best first: at most so many of each kind.

        Entities by any name, alias, script or transliteration, the others by their words; may be empty.
        """
        from kg.ask.search import find

        found = find(self.reader, text, limit, kinds)
        self.notes = found.notes
        return found.hits

    def answer(self, entity: str, property: str | None = None, **filters: Unpack[Filters]) -> Answer:
        """The facts of an entity with the names of its other properties and notes on what was left out."""
        from kg.ask.compare import contested
        from kg.ask.facts import facts_of
        from kg.ask.search import understand

        asked, rules = understand(self.reader, entity, property), self._lens.rules(filters)
        found = facts_of(self.reader, asked.entity, asked.property, rules)
        self.notes = [*asked.notes, *found.notes]
        return found._replace(facts=contested(self.reader, found.facts, rules), notes=self.notes)

    def facts(self, entity: str, property: str | None = None, **filters: Unpack[Filters]) -> list[Fact]:
        """The facts of an entity: values with the claims behind them."""
        return self.answer(entity, property, **filters).facts

    def brief(self, a: str, b: str, *, everything: bool = False, **filters: Unpack[Filters]) -> Brief:
        """The relation of two sides on one page; with ``everything`` also what is of lesser salience."""
        from kg.ask.brief import brief

        return brief(self.reader, *self._lens.two(a, b), self._lens.rules(filters), everything=everything)

    def timeline(self, *entities: str, **filters: Unpack[Filters]) -> list[Event]:
        """What happened when, for claims that touch all the entities."""
        from kg.ask.timeline import timeline

        events, self.notes = timeline(self.reader, [self.resolve(e) for e in entities], self._lens.rules(filters))
        return events

    def conflicts(self, *entities: str, kinds: Sequence[str] = (), **filters: Unpack[Filters]) -> list[Dispute]:
        """Claims that are compared with each other: contradictions first, corroboration last."""
        from kg.ask.compare import disputes

        resolved = [self.resolve(e) for e in entities]
        found, self.notes = disputes(self.reader, resolved, kinds, self._lens.rules(filters))
        return found

    def gaps(
        self, *entities: str, kinds: Sequence[str] = (), months: int = 12, **filters: Unpack[Filters]
    ) -> list[Gap]:
        """What is thin in the claims that touch all the entities: one source only, no date, no side, long silence.

        ``kinds`` are of ``kg.ask.gaps.KINDS``; nothing dated for so many ``months`` is a silence.
        """
        import os

        from kg.ask.gaps import gaps

        sources = os.path.join(self.workspace.root, "sources")
        found, self.notes = gaps(
            self.reader,
            [self.resolve(e) for e in entities],
            kinds,
            self._lens.rules(filters),
            kept=lambda name: bool(name) and os.path.isfile(os.path.join(sources, name)),
            months=months,
        )
        return found

    def claim(self, name: str) -> Claim:
        """One claim by its id."""
        return self.reader.claim(self.reader.find_claim(name))

    def disputes(self, name: str) -> list[Dispute]:
        """What a claim is compared with: what contradicts it, agrees with it, takes its place."""
        from kg.ask.compare import disputes

        return disputes(self.reader, among={self.reader.find_claim(name)})[0]

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

    # ------------------------------------------------------------------ networks

    def network(self, *, panel: str | None = None, between: Sequence[str] = (), **where: Unpack[Where]) -> Network:
        """The claims as a networkx MultiDiGraph, one edge for each tie that a claim makes; see ``kg.network.project``.

        ``among``: ``actors``, ``states`` (what people and organs do counts for their states), or ``all`` named things.
        ``view``: ``asserted`` (the default), ``outlook``, ``analysis``; with ``stance`` all of them.
        ``domain``: of cooperation, narrower ones included. Nodes carry label, kind, iso3 and cow. The acts of a data
        set between two are one edge for each relation; with ``panel`` (``year``, ``month``) for each period too.
        ``between``: two, of whom the network then has all that ties them.
        """
        from kg.graph.networks import network
        from kg.network.profile import PERIODS

        found, self.notes = network(self._lens, where, digits=PERIODS.get(panel or "", 0), between=between)
        return found

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
        from kg.graph.networks import ranking

        found, self.notes = ranking(self._lens, where, by, leave_out, backend, say)
        return found

    def communities(
        self, method: str = "louvain", *, seed: int = 0, resolution: float = 1.0, **where: Unpack[Where]
    ) -> Communities:
        """Groups that are tied among themselves more than to others; see ``kg.network.community``."""
        from kg.graph.networks import communities

        found, self.notes = communities(self._lens, where, method, seed, resolution)
        return found

    def parts(self, **where: Unpack[Where]) -> tuple[Community, ...]:
        """The parts of the network between which there is no tie, largest first."""
        from kg.graph.networks import parts

        found, self.notes = parts(self._lens, where)
        return found

    def pairs(self, **where: Unpack[Where]) -> tuple[Pair, ...]:
        """The dyads of the network by their strength, then by how many documents attest them."""
        from kg.graph.networks import pairs

        found, self.notes = pairs(self._lens, where)
        return found

    def export(
        self,
        path: str,
        fmt: str | None = None,
        *,
        panel: str | None = None,
        between: Sequence[str] = (),
        **where: Unpack[Where],
    ) -> int:
        """Write the network, or its dyad-period panel (``year``, ``month``), to a file; gives edges or rows.

        The format (graphml, gexf, json, csv, parquet) follows the name of the file unless it is given. ``between``:
        two, of whom all is written that ties them, also what so many share that it ties nobody in the whole network.
        """
        from kg.graph.networks import export

        count, self.notes = export(self._lens, where, path, fmt, panel, between)
        return count

    # ------------------------------------------------------------------ evidence

    def why(
        self, a: str, b: str, *, k: int = 3, via: Iterable[str] = (), avoid: Iterable[str] = (), **where: Unpack[Where]
    ) -> list[Path]:
        """The k strongest chains of evidence between two entities, every hop with its claims; see ``kg.network.paths``.

        Plans, forecasts and judgements count too unless ``view`` or ``stance`` says otherwise; each claim shows its
        stance. Empty when nothing connects the two.
        """
        from kg.graph.evidence import why

        found, self.notes = why(self._lens, a, b, where, k, via, avoid)
        return found

    def shared(self, a: str, b: str, **where: Unpack[Where]) -> list[Common]:
        """What two have in common: agreements, projects, events, third parties; who speaks of both, and where.

        Plans and judgements count too unless ``view`` or ``stance`` says otherwise, as in ``why``.
        """
        from kg.graph.evidence import shared

        found, self.notes = shared(self._lens, a, b, where)
        return found

    def without(self, name: str, **where: Unpack[Where]) -> Without:
        """What goes with a thing, a document or a speaker: ties, pairs that have no other, groups that are cut off."""
        from kg.graph.evidence import without

        found, self.notes = without(self._lens, name, where)
        return found

    def balance(self, **where: Unpack[Where]) -> Balance:
        """Structural balance among actors, or states; see ``kg.network.balance``."""
        from kg.graph.evidence import balance

        found, self.notes = balance(self._lens, where)
        return found

    def profile(self, a: str, b: str, *, per: str = "year", **where: Unpack[Where]) -> Profile:
        """The dyad of two in figures: agreements, projects, meetings, figures, acts, and cooperation by year or month.

        Without direction; what people and organs do counts for their states. See ``kg.network.profile``.
        """
        from kg.graph.evidence import profile

        found, self.notes = profile(self._lens, a, b, where, per)
        return found

    def compare(self, slices: Sequence[Filters], entities: Sequence[str] = (), names: Sequence[str] = ()) -> Comparison:
        """Slices of the graph side by side, fact by fact: what is new, gone, contested; see ``kg.ask.contrast``.

        Each slice is a set of filters; the speaker ``others`` is everybody who speaks for none of those that the other
        slices name. With two entities the signed weight of their dyad in each slice is given too.
        """
        from kg.graph.comparison import compare

        found, self.notes = compare(self._lens, slices, entities, names)
        return found

    # ------------------------------------------------------------------ pages

    def scene(
        self, *entities: str, path: bool = False, everything: bool = False, k: int = 5, **where: Unpack[Where]
    ) -> Scene:
        """What a page of some entities shows.

        Two states or groups: claims that touch both. One entity, or several: their surroundings. With ``path``: the k
        strongest paths from the first to the second. None: the whole graph. Claims of lesser salience are left out of
        the relation of two, unless ``everything``. Plans and judgements are shown, marked by their stance.
        """
        from kg.graph.pages import scene

        found, self.notes = scene(self._lens, entities, where, path, everything, k)
        return found

    def view(
        self,
        *entities: str,
        path: bool = False,
        everything: bool = False,
        k: int = 5,
        story: str | None = None,
        since: str | None = None,
        beside: Sequence[str] = (),
        links: Links | None = None,
        say: Callable[[str], None] = lambda text: None,
        **where: Unpack[Where],
    ) -> Page | None:
        """The scene as one offline HTML page, which notebooks show; None when nothing passes the filters.

        ``story``: a file of steps, see ``kg.graph.pages.read_story``. ``since``: a revision of the facts, or a day;
        what has changed since then is shown, see ``kg.graph.since``. ``beside``: two more, who stand side by
        side with the first two. ``links``: a brief and copies of the sources that the page leads to, see
        ``kg.graph.links``. ``say`` hears what is being done.
        """
        from kg.graph.links import NO_LINKS
        from kg.graph.pages import view

        page, self.notes = view(
            self._lens, entities, where, path, everything, k, story, say, since, beside, links or NO_LINKS
        )
        return page

    def view_of(self, table: Table, *, hinted: bool = False) -> Page | None:
        """The result of a query as a page: its pairs of entities, with all that claims say between the two.

        The columns are ``from`` and ``to``; with ``hinted`` (Wikidata's #defaultView:Graph) the first two. A pair that
        no claim joins has no evidence, so it is counted in the notes and not drawn. None when nothing is left. Raises
        WrongCall when the columns are not there.
        """
        from kg.graph.pages import view_of

        page, self.notes = view_of(self._lens, table, hinted)
        return page

    # ------------------------------------------------------------------ the store, and the texts behind it

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
        found: Table | bool = self._worker.ask(
            _ANSWER, self.workspace, self.folder, query, values, view, records, limits=limits
        )
        return found

    @cached_property
    def _worker(self) -> Worker:
        from kg.worker import Worker

        return Worker()

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
        from kg.graph.queries import engine

        return engine(self._lens, records)

    @property
    def rdflib(self) -> rdflib.Dataset:
        """The same data as an rdflib Dataset, for programs. Query its view graphs, not the union of all."""
        return self.engine(False).rdflib()
