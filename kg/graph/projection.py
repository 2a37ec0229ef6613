"""The network that a caller asks for: which part of the graph it is made of, and its edges."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, NamedTuple

from kg.ask.claims import document_iri
from kg.ask.entity import describe, quad_class
from kg.ask.filters import Filter, Sieve
from kg.claims.cut import Cut
from kg.errors import WrongCall
from kg.graph.lens import Lens, listed
from kg.network.project import Slice, ties_of
from kg.network.project import project as project_ties
from kg.network.scale import classify
from kg.text.terms import DOC, OWL, SKOS, TYPE, VOCAB, br, curie, local, to_iri
from kg.values.notes import Note, together
from kg.values.said import Said

if TYPE_CHECKING:
    from kg.graph.lens import Filters, Noted
    from kg.network.paths import Acts
    from kg.network.project import Edge, Network
    from kg.network.records import Recorded

    class Where(Filters, total=False):
        """Which part of the graph a network is made of; see ``kg.Graph.network``."""

        among: str
        view: str | None
        domain: str | Sequence[str]


#: A network joins everything that has a name, actors, or states.
_AMONG = ("all", "actors", "states")
_VIEWS = {
    "asserted": ("asserted",),
    "outlook": ("asserted", "outlook"),
    "analysis": ("asserted", "outlook", "analysis"),
}


class Part(NamedTuple):
    """A part of the graph: whom it joins, which claims count, and the same as a cut through the ties."""

    among: str
    rules: Filter
    cut: Slice

    def of(self, *standings: str) -> Part:
        """The same of other standings."""
        return self._replace(cut=self.cut._replace(standings=standings))


def part_of(lens: Lens, where: Where, among: str = "actors") -> Part:
    """What a caller means. ``among``: where nothing is said. Raises WrongCall."""
    filters: Filters = {k: v for k, v in where.items() if k not in ("among", "view", "domain")}  # type: ignore[assignment]
    return part(
        lens, lens.rules(filters) or Filter(), where.get("among") or among, where.get("view"), where.get("domain")
    )


def whole(where: Where) -> Where:
    """All that has a name; plans and judgements too, unless a view or a stance is named."""
    everything: Where = {**where, "among": "all"}
    return everything if where.get("view") or where.get("stance") else {**everything, "view": "analysis"}


def part(
    lens: Lens,
    rules: Filter,
    among: str = "actors",
    view: str | None = None,
    domains: str | Sequence[str] | None = None,
) -> Part:
    """The claims that pass a filter, of those of a view (by default what is asserted) and some domains."""
    if among not in _AMONG:
        raise WrongCall(
            Said("‘{word}’ is no scope of a network.", word=among), Said("Scopes: {names}.", names=", ".join(_AMONG))
        )
    if view is not None and view not in _VIEWS:
        raise WrongCall(Said("‘{word}’ is not a view.", word=view), Said("Views: {names}.", names=", ".join(_VIEWS)))
    sieve = Sieve(lens.reader, rules)
    by_speaker = rules.speakers or rules.others
    cut = Slice(
        _VIEWS[view or ("analysis" if rules.stances else "asserted")],
        frozenset(map(local, rules.stances)),
        _domains(lens, listed(domains)),
        (lambda name, document: sieve.speaks(to_iri(name), document_iri(document))) if by_speaker else None,
        rules.day,
        rules.as_of,
        rules.undated,
    )
    return Part(among, rules, cut)


def _domains(lens: Lens, names: Iterable[str]) -> frozenset[str]:
    """Local names of the domains and all narrower ones. Raises WrongCall for an unknown one."""
    view = lens.reader.view
    known = {local(s): s for s in view.subjects(SKOS + "inScheme", VOCAB + "domain")}
    found, todo = set[str](), list(names)
    while todo:
        name = todo.pop()
        iri = known.get(local(to_iri(name)))
        if iri is None:
            names = ", ".join(sorted(known))
            raise WrongCall(Said("‘{word}’ is not a domain.", word=name), Said("Domains: {names}.", names=names))
        if local(iri) not in found:
            found.add(local(iri))
            todo += map(local, view.subjects(SKOS + "broader", iri))
    return frozenset(found)


def project(
    lens: Lens,
    part: Part,
    near: Sequence[str] = (),
    digits: int = 0,
    among: AbstractSet[str] | None = None,
    acts: bool = True,
) -> Noted[Network]:
    """The network of a part, without words on its nodes.

    ``near``: of the records only those on one entity, or on two. ``digits``: acts of each year (4) or month (7) apart.
    ``among``: ids of the claims that the caller shows; of others nothing is noted. ``acts``: also those of data sets.
    """
    recorded, notes = _recorded(lens, part, near)
    notes += _left_out(lens, part, near, among)
    network, notes = _project(lens, part, _edges(recorded, digits, acts), notes)
    classify(network, lambda relation: quad_class(lens.reader, to_iri(relation)))
    return network, notes


def _edges(recorded: Recorded | None, digits: int, acts: bool) -> Iterable[Edge]:
    if recorded is None:
        return ()
    return recorded.edges(digits) if acts else recorded.lasting()


class Outline(NamedTuple):
    """A network without the acts of data sets, these summed up by pair, and what gives the edges of two."""

    network: Network
    acts: Iterable[Acts]
    between: Callable[[str, str], Iterable[Edge]]


def outline(lens: Lens, part: Part) -> Noted[Outline]:
    """A part for searching paths: all acts of ICEWS 2018 as edges take 8 s and 600 MB, and few of them are on one."""
    recorded, notes = _recorded(lens, part)
    notes += _left_out(lens, part)

    def between(a: str, b: str) -> Iterable[Edge]:
        near, _ = _recorded(lens, part, (to_iri(a), to_iri(b))) if recorded else (None, [])
        return (e for e in near.edges() if {*e[:2]} == {a, b}) if near else ()

    network, notes = _project(lens, part, recorded.lasting() if recorded else (), notes)
    return Outline(network, recorded.joined() if recorded else (), between), notes


def _project(lens: Lens, part: Part, edges: Iterable[Edge], notes: list[Note]) -> Noted[Network]:
    scope = "all" if part.among == "all" else "actors"
    found = project_ties(lens.index.ties, part.cut, scope, edges)
    if part.among == "states":
        view = lens.reader.view
        found.remove_nodes_from([v for v in found if not view.has(to_iri(v), TYPE, br("State"))])
    return found, notes


def _left_out(lens: Lens, part: Part, near: Sequence[str] = (), among: AbstractSet[str] | None = None) -> list[Note]:
    """The claims that were not published by then, and the records without a date; ties count those of people."""
    rules, notes, cut = part.rules, list[Note](), part.cut
    if rules.known_at or cut.as_of:
        scope, ends = "all" if part.among == "all" else "actors", frozenset(map(curie, near if among is None else ()))

        def ties(cut: Slice) -> set[tuple[str, int]]:
            found = ties_of(lens.index.ties, cut, scope, ends)
            return found if among is None else {tie for tie in found if tie[0] in among}

        there = ties(cut)
        unknown = {c for c, _ in ties(cut._replace(known_at=None))} - {c for c, _ in there}
        undated = len(ties(cut._replace(undated=True)) - there)
        notes += [Note("unpublished-claims", {"claims": len(unknown)})] if unknown else []
        notes += [Note("undated-ties", {"ties": undated})] if undated else []
    if lens.index.records is not None:
        from kg.ask.records import left_out, touching

        def within(cut: Cut) -> Cut | None:
            return touching(lens.reader, cut, *near, lent=Cut()) if near else cut

        notes += left_out(lens.reader, rules, within)
    return together(notes)


def described(lens: Lens, network: Network) -> Network:
    """The same network, with words on its nodes."""
    for node, data in network.nodes(data=True):
        data.update(describe(lens.reader, to_iri(node)))
    return network


def _recorded(lens: Lens, part: Part, near: Sequence[str] = ()) -> Noted[Recorded | None]:
    """The ties of records; of a domain those on things that records put into it, the others are counted."""
    index, reader, cut = lens.index.records, lens.reader, part.cut
    if index is None:  # nobody has imported a data set
        return None, []
    from kg.ask.records import additive, by_people, cut_of, sharings, touching
    from kg.network.records import Recorded, Shares

    notes: list[Note] = []
    chosen = cut_of(reader, part.rules)
    narrowed = touching(reader, chosen, *near) if near else chosen
    notes += by_people(reader, chosen, *near) if chosen and len(near) == 2 else []
    if narrowed and cut.domains:
        total = index.count(narrowed)
        narrowed = index.of_domains(narrowed, cut.domains)
        others = total - index.count(narrowed)
        notes += [Note("other-domains", {"records": others})] if others else []
    if narrowed is None:
        return None, notes
    documents = ((d, reader.document(DOC + d)) for d in index.names_of_datasets)
    speakers = {d: " ".join(sorted(r.id for r in document.creators)) for d, document in documents}
    mutual = {curie(s) for s in reader.view.subjects(TYPE, OWL + "SymmetricProperty")}
    shared, ends = Shares(chosen, sharings(reader), additive(reader)), tuple(map(curie, near))
    found = Recorded(index, narrowed, frozenset(cut.standings), speakers, mutual, part.among == "all", shared, ends)
    if not near and (crowded := found.crowded()):
        notes.append(Note("crowded", {"things": crowded}))
    return found, notes
