"""What a page shows: entities, relations, claims and sources, in all three languages, without a word of layout.

Plain values that cross from the graph to the page; texts by language are dicts such as ``{"en": …, "ru": …}``.
"""

from __future__ import annotations

from dataclasses import dataclass, field

Texts = dict[str, str]

#: What a thing is, by the first class that fits; the rest are topics.
KINDS = {
    "state": "State",
    "person": "Person",
    "org": "Actor",
    "agreement": "Agreement",
    "event": "Event",
    "project": "Project",
    "structure": "Structure",
    "place": "Place",
    "topic": "",
}


@dataclass(frozen=True)
class Detail:
    """What claims say of an entity alone: a property and its value in words."""

    property: Texts
    value: Texts
    claims: tuple[str, ...]


@dataclass(frozen=True)
class Node:
    """An entity. ``sort`` is its class in words; ``aliases`` are further names for the search."""

    id: str
    kind: str
    side: str
    name: Texts
    sort: Texts
    aliases: tuple[str, ...] = ()
    details: tuple[Detail, ...] = ()


@dataclass(frozen=True)
class Mention:
    """A claim about a relation, and when the relation holds by it."""

    claim: str
    begins: str | None = None
    ends: str | None = None


@dataclass(frozen=True)
class Relation:
    """One relation of two entities with all claims about it. ``mutual``: without direction."""

    source: str
    target: str
    relation: str
    family: str
    label: Texts
    mutual: bool
    sign: int
    mentions: tuple[Mention, ...]

    @property
    def id(self) -> str:
        """Made of what it joins, so that an address holds when claims are added; the page makes the same."""
        return f"{self.source}~{self.relation}~{self.target}"


@dataclass(frozen=True)
class Bond:
    """How one claim stands to another."""

    relation: str
    claim: str


@dataclass(frozen=True)
class Telling:
    """What a claim says, where, by which facts, and its citation: in one language."""

    text: str
    place: str
    facts: tuple[str, ...]
    citation: str


@dataclass(frozen=True)
class Statement:
    """A claim as the page tells it. ``group``: a, b, joint (of both) or third, by whom its speakers speak for.

    ``known`` is the day on which it was out: published, or else entered. ``against`` are ids of claims that contradict
    it. ``told``: the same in other languages, where anything of it is. ``records``: how many acts it sums up.
    ``origin``: the same for reprints of one document and for what one speaker says.
    """

    id: str
    text: str
    stance: str
    view: str
    speakers: tuple[str, ...]
    group: str
    document: str
    known: str | None
    place: str
    limits: Texts
    denied: bool
    against: tuple[str, ...] = ()
    links: tuple[Bond, ...] = ()
    facts: tuple[str, ...] = ()
    citation: str = ""
    told: dict[str, Telling] = field(default_factory=dict)
    records: int = 0
    origin: str = ""


@dataclass(frozen=True)
class Source:
    """A document."""

    id: str
    title: str
    who: str
    issued: str | None
    address: str | None


@dataclass(frozen=True)
class Bar:
    """One figure of a chart: whose it is, the claim that gives it, and all that the claim says of it in words.

    ``value``: how far the bar reaches; of a range its end, and None where the claim has a word for it only. ``low``:
    where a range begins. ``when``: as the claim dates it.
    """

    whose: Texts
    value: float | None
    claim: str
    text: Texts = field(default_factory=dict)
    low: float | None = None
    when: str = ""


@dataclass(frozen=True)
class Chart:
    """A figure that several claims give, as bars."""

    title: Texts
    unit: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class Since:
    """What a scene holds of an earlier revision: which claims that alone has (a) or this one alone (b).

    ``edits``: what was changed of a claim, a line each. ``was``: its id as it was, by its id as it is. ``notes``: what
    the page of that revision left out.
    """

    name: str
    commit: str
    day: str
    only: dict[str, str]
    edits: dict[str, Texts] = field(default_factory=dict)
    was: dict[str, str] = field(default_factory=dict)
    notes: tuple[Texts, ...] = ()


@dataclass(frozen=True)
class Beside:
    """A second pair: what joins it, for itself. Speakers, sources and words are those of the scene it stands in."""

    title: Texts
    poles: tuple[str, ...]
    nodes: tuple[Node, ...]
    relations: tuple[Relation, ...]
    statements: tuple[Statement, ...]
    notes: tuple[Texts, ...] = ()


@dataclass(frozen=True)
class LeadLine:
    """A line of the lead: what its claims say alike. ``says``: what they come to, where no claim's own words tell it.

    ``section``: of the brief, where it stands.
    """

    section: str
    claims: tuple[str, ...]
    says: Texts = field(default_factory=dict)


@dataclass(frozen=True)
class LeadFigure:
    """A number that matters, worded as its claims do; ``what``: what is counted, and whose it is."""

    value: Texts
    what: Texts
    claims: tuple[str, ...]


@dataclass(frozen=True)
class Lead:
    """What a reader sees first, most telling first; more than is shown at once, since choices may leave some out."""

    lines: tuple[LeadLine, ...] = ()
    figures: tuple[LeadFigure, ...] = ()

    @property
    def claims(self) -> set[str]:
        """The ids of the claims that it rests on."""
        return {c for part in (*self.lines, *self.figures) for c in part.claims}


@dataclass(frozen=True)
class Voice:
    """How many claims of a speaker pass the page's filters, its own and those of who speaks for it.

    ``left_out``: how many of them are not on the page, by the reason (``kg.graph.remainder``). ``id``: of the speaker,
    or third for all who speak for neither pole.
    """

    id: str
    claims: int
    left_out: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Scene:
    """Everything a page needs. ``poles`` are the two entities the picture hangs on, or fewer.

    ``speaks_for``: for each speaker the poles and other speakers it speaks for, besides itself. ``notes``: what the
    page leaves out, sums up or cannot tell. ``warnings``: what must be known before anything is believed.
    ``order``: the things as a first picture takes them in.
    """

    title: Texts
    subtitle: Texts
    poles: tuple[str, ...]
    nodes: tuple[Node, ...]
    relations: tuple[Relation, ...]
    statements: tuple[Statement, ...]
    sources: tuple[Source, ...]
    speakers: dict[str, Texts]
    stances: dict[str, Texts]
    families: dict[str, Texts]
    charts: tuple[Chart, ...] = ()
    story: tuple[dict[str, str], ...] = ()
    speaks_for: dict[str, tuple[str, ...]] = field(default_factory=dict)
    lead: Lead = Lead()
    order: tuple[str, ...] = ()
    voices: tuple[Voice, ...] = ()
    notes: tuple[Texts, ...] = ()
    warnings: tuple[Texts, ...] = ()
    since: Since | None = None
    beside: Beside | None = None
