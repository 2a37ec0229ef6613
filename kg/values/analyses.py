"""The answers of network analyses: rankings, communities, balance, paths, comparisons, profiles. All are frozen."""

from __future__ import annotations

from dataclasses import dataclass

from kg.values.claims import Claim, Ref


@dataclass(frozen=True)
class Rank:
    """One line of a ranking. ``values`` by measure; ``rank`` is by the first of them.

    ``best`` and ``worst`` are the ranks over all re-runs that leave something out; ``worst`` is None when the entity
    drops out of the ranking, and ``rests_on`` names what has to be left out for the worst.
    """

    entity: Ref
    kind: str
    rank: int
    values: dict[str, float | None]
    best: int | None = None
    worst: int | None = None
    rests_on: tuple[str, ...] = ()


@dataclass(frozen=True)
class Ranking:
    """Entities by a measure. ``left_out`` are the things left out one at a time (ids), of kind ``leaving``."""

    by: str
    leaving: str
    left_out: tuple[str, ...]
    nodes: int
    edges: int
    claims: int
    ranks: tuple[Rank, ...]


@dataclass(frozen=True)
class Community:
    """A group that is tied among itself more than to others."""

    members: tuple[Ref, ...]


@dataclass(frozen=True)
class Communities:
    """All communities, largest first. ``modularity`` compares them with chance."""

    method: str
    seed: int
    modularity: float
    groups: tuple[Community, ...]


@dataclass(frozen=True)
class Tie:
    """A dyad without direction: its sign, its weight, and the claims it rests on."""

    a: Ref
    b: Ref
    sign: int
    weight: float
    claims: tuple[Claim, ...]


@dataclass(frozen=True)
class Pair:
    """A dyad with all its weight: ``strength`` adds up what ``tie.weight`` sets off; ``things`` are its votes."""

    tie: Tie
    strength: float
    things: int
    documents: tuple[str, ...]


@dataclass(frozen=True)
class Without:
    """What goes with a thing, a document or a speaker: ``pairs`` lose their last tie, ``alone`` have none left.

    ``apart``: groups that no longer hang together with the rest. ``parts``: how many there are before and after.
    ``claims``: those on which the ties that go rest.
    """

    thing: Ref
    ties: int
    parts: tuple[int, int]
    alone: tuple[Ref, ...]
    apart: tuple[tuple[Ref, ...], ...]
    pairs: tuple[Tie, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True)
class Triangle:
    """Three who do not fit together, and their dyads."""

    corners: tuple[Ref, Ref, Ref]
    ties: tuple[Tie, Tie, Tie]


@dataclass(frozen=True)
class Restoring:
    """A claim without which ``fewer`` triangles were unbalanced, because these dyads change."""

    claim: Claim
    fewer: int
    dyads: tuple[tuple[Ref, Ref], ...]


@dataclass(frozen=True)
class Balance:
    """Structural balance. ``counts`` of triangles by kind (+++, ++-, +--, ---), ``balanced`` their share.

    ``camps`` leave the ``frustrated`` ties, the fewest possible when ``exact``.
    """

    counts: dict[str, int]
    balanced: float | None
    unbalanced: tuple[Triangle, ...]
    frustrated: tuple[Tie, ...]
    camps: tuple[tuple[Ref, ...], tuple[Ref, ...]]
    exact: bool
    restoring: tuple[Restoring, ...]


@dataclass(frozen=True)
class Hop:
    """One step of a path: what ties the two, and the claims that say so. ``forward``: the tie points this way."""

    source: Ref
    target: Ref
    relations: tuple[Ref, ...]
    claims: tuple[Claim, ...]
    forward: bool


@dataclass(frozen=True)
class Common:
    """What two have in common, in a section; ``hops`` lead from each of the two to it.

    A speaker or a document has none, but the claims that touch both.
    """

    section: str
    thing: Ref
    hops: tuple[Hop, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True)
class Path:
    """A chain of evidence between two entities. Low ``cost`` is strong."""

    hops: tuple[Hop, ...]
    cost: float


@dataclass(frozen=True)
class Cell:
    """What one slice has of a fact: the claims for it, and those that deny it or say that it is absent."""

    claims: tuple[Claim, ...]
    denied: tuple[Claim, ...] = ()


@dataclass(frozen=True)
class Difference:
    """A fact as each slice has it. ``status``: contested, new, gone, only, partial or same; see ``kg.ask.contrast``.

    ``against``: ids of claims in another slice that contradict it or are in tension with it.
    """

    subject: str
    property: str
    value: str
    status: str
    cells: tuple[Cell, ...]
    against: tuple[str, ...] = ()


@dataclass(frozen=True)
class Comparison:
    """Slices side by side. ``claims``: how many each has; ``weights``: the signed weight of the dyad in each."""

    slices: tuple[str, ...]
    differences: tuple[Difference, ...]
    claims: tuple[int, ...]
    weights: tuple[float, ...] = ()


@dataclass(frozen=True)
class Entry:
    """A line of a dyad's profile: a thing, all dates that claims give it, and the claims; ``words`` of a figure.

    ``published``: the weight is PLOVER's or Goldstein's score, and not one of our own. ``dated_by``: ids of other
    claims that give the dates.
    """

    thing: Ref
    relation: Ref
    dates: tuple[str, ...]
    weight: float | None
    value: float | None
    claims: tuple[Claim, ...]
    words: str = ""
    published: bool = True
    dated_by: tuple[str, ...] = ()


@dataclass(frozen=True)
class Score:
    """Cooperation in one period: number of things, their summed and mean weight, and the claims."""

    period: str
    things: int
    total: float
    mean: float
    claims: tuple[str, ...]


@dataclass(frozen=True)
class Profile:
    """The dyad of two sides in figures. ``weight`` and ``strength`` sum up published scores, ``own`` weights of ours.

    ``undated`` counts the scored things that no period holds.
    """

    a: Ref
    b: Ref
    weight: float
    strength: float
    contested: int
    own: float
    sections: dict[str, tuple[Entry, ...]]
    scores: tuple[Score, ...]
    undated: int
