"""Claims → networkx: the only step between the two.

``project`` gives a MultiDiGraph with one edge for each tie that a claim makes; ``dyads`` and ``ties`` sum it up, with
and without direction. Node ids are CURIEs, all attributes plain texts and numbers that every file format can hold;
one that does not apply is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from math import fsum
from typing import TYPE_CHECKING, Any, NamedTuple

import networkx as nx

from kg.claims.garbage import uncollected
from kg.claims.schema import RULES
from kg.claims.ties import Lent, Row, Ties, lent
from kg.text.dates import overlaps
from kg.values.claims import Period

if TYPE_CHECKING:
    from typing import TypeAlias

    #: What claims make: nodes are CURIEs, an edge is what one claim says of two.
    Network: TypeAlias = nx.MultiDiGraph[str]

#: Networks by what they join: everything that has a name, or only actors (and what acts between them).
SCOPES = {"all": ("relations", "links"), "actors": ("relations",)}
#: Of what one claim says of one dyad, the most specific rule votes.
_PRIORITY = {"event": 0, "lifted": 0, "joint": 1, "direct": 2, "figure": 3, "acts-for": 4, "link": 5}


#: An edge as networkx takes it: source, target, key, data.
Edge = tuple[str, str, str, dict[str, Any]]
#: Where an edge starts, and its data.
Tie = tuple[str, dict[str, Any]]


class Slice(NamedTuple):
    """Which edges count.

    ``standings``: of ``kg.claims.schema.STANDINGS``. ``stances``, ``domains``: local names; empty for all.
    ``speaks``: whether an actor (CURIE) is, or speaks in a document for, one of those asked. ``known_at``: the day by
    which all that a tie rests on must have been published. ``as_of``: the days asked for; undated edges stay out
    unless ``undated``.
    """

    standings: tuple[str, ...] = ("asserted",)
    stances: frozenset[str] = frozenset()
    domains: frozenset[str] = frozenset()
    speaks: Callable[[str, str], bool] | None = None
    known_at: str | None = None
    as_of: Period | None = None
    undated: bool = False


def project(
    table: Ties, cut: Slice | None = None, scope: str = "actors", more: Iterable[Edge] = ()
) -> nx.MultiDiGraph[str]:
    """One edge for each tie that a claim makes, keyed by the claim (``claim/2`` for its second tie).

    Edge attributes: claim, rule (see ``kg.compile.ties``), relation, thing and via (CURIEs), sign (−1, 0, 1), weight
    (−10 conflict to 10 cooperation), value (of a figure), begins, ends (ISO days), stance, speaker, document, domain
    (several are joined by spaces), needs (claims without which the edge would not be), dated_by (claims that date its
    event in its stead), quad (of a published score, see ``kg.network.scale``), count (of the acts that a series sums
    up). Denied, negated and superseded claims give no edge. ``more`` are the edges of records (``kg.network.records``).
    """
    cut = cut or Slice()
    everything = cut._replace(standings=()) == Slice(standings=())
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    with uncollected():
        for name in SCOPES[scope]:
            rows = table.rows(name, cut.standings, cut.known_at)
            passing = rows if everything else _sliced(rows, table.names, cut)
            add_edges(network, _edges(passing, table.names, cut.known_at))
        add_edges(network, more)
    return network


def ties_of(table: Ties, cut: Slice, scope: str, ends: AbstractSet[str] = frozenset()) -> set[tuple[str, int]]:
    """The ties that give an edge: their claim, and which of its ties. ``ends``: only those between, or at, these."""
    name = table.names
    wanted = {i for i, text in name.items() if text in ends}
    if len(wanted) < len(ends):
        return set()
    rows = (row for part in SCOPES[scope] for row in table.rows(part, cut.standings, cut.known_at))
    return {row[:2] for row in _sliced(rows, name, cut) if wanted <= {row[5], row[6]}}


def add_edges(network: nx.MultiDiGraph[str], edges: Iterable[Edge]) -> None:
    """Add edges with their keys; the types of networkx know only those without."""
    network.add_edges_from(edges)  # type: ignore[arg-type]


def only(network: nx.MultiDiGraph[str], edges: Iterable[tuple[str, str, str]]) -> nx.MultiDiGraph[str]:
    """A view of some edges, named by their ends and keys; the types of networkx know only those without."""
    return network.edge_subgraph(edges)  # type: ignore[arg-type]


def _edges(rows: Iterable[Row], name: dict[int, str], known_at: str | None) -> Iterator[Edge]:
    for (
        claim, n, stance, speaker, document, source, target, rule, relation, thing, via, sign, weight, value,
        begins, ends, domain, needs, dated_by,
    ) in rows:  # fmt: skip
        data: dict[str, Any] = {
            "claim": claim, "rule": RULES[rule], "relation": name[relation], "thing": thing, "sign": sign,
            "stance": name[stance], "speaker": name[speaker], "document": name[document],
        }  # fmt: skip
        if dated_by:
            lenders = _standing(dated_by, known_at)
            begins, ends = _hull(lenders)
            if claims := " ".join(x.claim for x in lenders).strip():
                data["dated_by"] = claims
        if weight is not None:
            data["weight"] = weight
        if begins:
            data["begins"] = begins
        if ends:
            data["ends"] = ends
        if via:
            data["via"] = via
        if name[domain]:
            data["domain"] = name[domain]
        if value is not None:
            data["value"] = value
        if needs:
            data["needs"] = needs
        yield name[source], name[target], claim if n == 1 else f"{claim}/{n}", data


def _sliced(rows: Iterable[Row], name: dict[int, str], cut: Slice) -> Iterator[Row]:
    """The rows that pass, with the dates that other claims lend them."""
    for row in rows:
        stance, speakers, domain, dated_by = name[row[2]], name[row[3]], name[row[16]], row[18]
        begins, ends = row[14], row[15]
        if cut.stances and stance not in cut.stances:
            continue
        if cut.domains and cut.domains.isdisjoint(domain.split(" ")):
            continue
        if cut.speaks and not any(cut.speaks(s, name[row[4]]) for s in speakers.split(" ")):
            continue
        if dated_by:
            begins, ends = _hull(_standing(dated_by, cut.known_at))
        if cut.as_of:
            if not (begins or ends):
                if not cut.undated:
                    continue
            elif not overlaps(Period("", begins, ends), cut.as_of.begins or "", cut.as_of.ends or "9999"):
                continue
        yield row


def _standing(dated_by: str, known_at: str | None) -> list[Lent]:
    """The dates that other claims lend, of those that were known on a day and not yet superseded."""
    if known_at is None:
        return [x for x in lent(dated_by) if x.until is None]
    return [x for x in lent(dated_by) if x.known <= known_at and (x.until is None or x.until > known_at)]


def _hull(lenders: list[Lent]) -> tuple[str | None, str | None]:
    """The widest bounds that others give an event; an open end stays open."""
    begins = min((x.begins for x in lenders if x.begins), default=None)
    ends = None if any(not x.ends for x in lenders) else max((x.ends for x in lenders if x.ends), default=None)
    return begins, ends


def dyads(network: nx.MultiDiGraph[str]) -> nx.DiGraph[str]:
    """The network summed up by ordered pair: a signed, weighted DiGraph.

    One vote per dyad and thing: repetition adds claims and documents, never weight. A claim that gives an event and the
    matching direct relation votes once. Where claims about one thing differ in weight the strongest counts; where they
    differ in sign, the strongest of either side are added up and the thing is counted as contested.

    Attributes: weight (sum of votes), sign, strength (sum of |votes|), things (number of votes; each act of a
    series has one), contested, claims,
    documents, relations (joined by spaces), begins, ends (of the dated edges, where there are any).
    """
    result: nx.DiGraph[str] = nx.DiGraph()
    _sum_into(result, network, lambda a, b: (a, b))
    return result


def ties(network: nx.MultiDiGraph[str]) -> nx.Graph[str]:
    """The same without direction: one vote per unordered pair and thing."""
    result: nx.Graph[str] = nx.Graph()
    _sum_into(result, network, lambda a, b: (a, b) if a < b else (b, a))
    return result


def _sum_into(
    result: nx.Graph[str], network: nx.MultiDiGraph[str], pair: Callable[[str, str], tuple[str, str]]
) -> None:
    said: dict[tuple[str, str], list[Tie]] = {}
    for a, b, data in network.edges(data=True):
        said.setdefault(pair(a, b), []).append((a, data))
    result.add_nodes_from(network.nodes(data=True))
    result.add_edges_from((a, b, sum_up(edges)) for (a, b), edges in said.items())


def sum_up(edges: Iterable[Tie]) -> dict[str, Any]:
    """The attributes of a dyad from its edges; see ``dyads``."""
    edges = list(edges)
    voting = [data for _, data in counted(edges)]
    votes: dict[str, list[float]] = {}
    for data in voting:
        vote = votes.setdefault(data["thing"], [0.0, 0.0])
        weight = data.get("weight", 0.0)
        vote[weight < 0] = max(vote[weight < 0], weight, key=abs)
    weight = fsum(x for vote in votes.values() for x in vote)  # exact: the order of claims must not matter
    begins = [d["begins"] for d in voting if "begins" in d]
    ends = [d["ends"] for d in voting if "ends" in d]
    summed = {
        "weight": weight,
        "sign": (weight > 0) - (weight < 0),
        "strength": fsum(max(up, -down) for up, down in votes.values()),
        "things": len(votes) + sum(d.get("count", 1) - 1 for d in voting),
        "contested": sum(bool(up and down) for up, down in votes.values()),
        "claims": _joined({d["claim"] for _, d in edges}),
        "documents": _joined({d["document"] for d in voting}),
        "relations": _joined({d["relation"] for d in voting}),
    }
    if begins:
        summed["begins"] = min(begins)
    if ends:
        summed["ends"] = max(ends)
    return summed


def counted(edges: Iterable[Tie]) -> list[Tie]:
    """The edges of a dyad that vote: of those of one claim in one direction only the most specific."""
    by_claim: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for source, data in edges:
        by_claim.setdefault((data["claim"], source), []).append(data)
    found = []
    for (_, source), said in by_claim.items():
        best = min(_PRIORITY[d["rule"]] for d in said)
        found += [(source, d) for d in said if _PRIORITY[d["rule"]] == best]
    return found


def _joined(names: Iterable[str]) -> str:
    return " ".join(sorted(names))
