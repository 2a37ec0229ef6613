"""What a page shows: entities, relations, claims and sources, in all three languages, without a word of layout.

Plain values that cross from the graph to the page; texts by language are dicts such as ``{"en": …, "ru": …}``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

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
class Spot:
    """Where claims say that something is, in degrees."""

    latitude: float
    longitude: float
    claims: tuple[str, ...]


@dataclass(frozen=True)
class Node:
    """An entity. ``sort`` is its class in words; ``aliases`` are further names for the search.

    ``outline`` names a state's on a map; ``spots`` are the points that claims give it.
    """

    id: str
    kind: str
    side: str
    name: Texts
    sort: Texts
    aliases: tuple[str, ...] = ()
    details: tuple[Detail, ...] = ()
    outline: str = ""
    spots: tuple[Spot, ...] = ()


@dataclass(frozen=True)
class Mention:
    """A claim about a relation, and when the relation holds by it."""

    claim: str
    begins: str | None = None
    ends: str | None = None


@dataclass(frozen=True)
class Relation:
    """One relation of two entities with all claims about it. ``mutual``: without direction.

    ``says``: a sentence with {a} and {b} for the names of its ends, where there is more to say than the label.
    """

    source: str
    target: str
    relation: str
    family: str
    label: Texts
    mutual: bool
    sign: int
    mentions: tuple[Mention, ...]
    says: Texts = field(default_factory=dict)

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
    """What a claim says, where, by which facts, and its citation: in one language, as far as it is there.

    ``language``: in which the text is; empty when nobody says.
    """

    text: str
    place: str
    facts: tuple[str, ...]
    citation: str
    language: str = ""


@dataclass(frozen=True)
class Statement:
    """A claim as the page tells it. ``group``: a, b, joint (of both) or third, by whom its speakers speak for.

    ``known`` is the day on which it was out: published, or else entered. ``against`` are ids of claims that contradict
    it. ``quoted``: the first and last words of its passage, as an address has them, where the text is
    kept. ``told``: the same in other languages, where anything of it is. ``records``: how many acts it sums up.
    ``origin``: the same for reprints of one document and for what one speaker says.
    ``language``: in which the text is.
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
    quoted: str = ""
    told: dict[str, Telling] = field(default_factory=dict)
    records: int = 0
    origin: str = ""
    language: str = ""


@dataclass(frozen=True)
class Source:
    """A document. ``copy``: where the reader's own copy of its text lies, seen from the page."""

    id: str
    title: str
    who: str
    issued: str | None
    address: str | None
    language: str = ""
    copy: str = ""


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


class Month(NamedTuple):
    """Acts of one month: how many, how many of them are scored above and below nought, and the sum of all scores.

    ``month`` is empty for acts without a date.
    """

    month: str
    n: int
    up: int
    down: int
    score: float


@dataclass(frozen=True)
class Kind:
    """What acts are: a term of a data set, and the group of terms that it belongs to ("" for none)."""

    name: Texts
    family: str


@dataclass(frozen=True)
class Strand:
    """A series of acts: what one does to another, of one kind, by one data set in one voice; ``claim`` is its claim.

    ``kind`` is empty where a page of many states does not tell kinds apart.
    """

    claim: str
    source: str
    target: str
    kind: str
    months: tuple[Month, ...]


class Act(NamedTuple):
    """One record: its claim's id, its day, who, whom, what, and its citation."""

    id: str
    day: str
    source: str
    target: str
    kind: str
    citation: str


@dataclass(frozen=True)
class Band:
    """All acts of a pair, either way, drawn as one relation (``id``).

    ``named``: of the two by name, else of all who act for them. ``acts`` are the records that the page carries; how
    many there are is counted by ``strands``.
    """

    id: str
    named: bool
    strands: tuple[Strand, ...]
    acts: tuple[Act, ...] = ()


@dataclass(frozen=True)
class Series:
    """Acts of one kind by month, of everything the page is about: what is drawn of them or not."""

    kind: str
    stance: str
    speakers: tuple[str, ...]
    known: str | None
    months: tuple[Month, ...]


@dataclass(frozen=True)
class Cell:
    """What one state does to another: acts by month; ``claims`` are the series that hold them."""

    source: str
    target: str
    months: tuple[Month, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True)
class States:
    """Who acts towards whom: of the states with most acts each pair.

    ``communities`` are their groups by ``kg.network.community``, largest first; ``more`` states are left out, and with
    them ``beyond`` acts.
    """

    names: dict[str, Texts]
    communities: tuple[tuple[str, ...], ...]
    cells: tuple[Cell, ...]
    more: int
    beyond: int


@dataclass(frozen=True)
class Apart:
    """Acts that no band holds: inside one state, of somebody who acts for no state, and so many of further pairs.

    ``unmeant``: records that say what is planned, expected or denied, which is no act.
    """

    inside: int = 0
    nobodys: int = 0
    pairs: int = 0
    acts: int = 0
    unmeant: int = 0


@dataclass(frozen=True)
class Flow:
    """What goes from one side to the other: a transfer, a deployment, a movement of people, a flow of trade.

    ``both``: it goes either way, or nobody says which. ``amounts`` are figures of it in words, each with its claims.
    """

    id: str
    source: str
    target: str
    both: bool
    sort: Texts
    name: Texts
    items: tuple[Texts, ...]
    claims: tuple[str, ...]
    amounts: tuple[Detail, ...] = ()
    returns: tuple[str, ...] = ()


@dataclass(frozen=True)
class Party:
    """What some claims of a dispute say alike, once for each time that they hold.

    ``value``: what all sides give the same thing, in words; empty where they are not compared by a value. ``low`` and
    ``high`` bound it on the scale of the dispute, None for what is open.
    """

    mentions: tuple[Mention, ...]
    value: Texts
    low: float | str | None = None
    high: float | str | None = None


@dataclass(frozen=True)
class Dispute:
    """Claims that are compared. ``way``: judged by people, written at a claim, or computed from values.

    ``about``: the thing and the property that they give values of. ``scale``: number, date, or nothing that is drawn.
    ``pairs``: claims of which two cannot both be right, where that is known.
    """

    id: str
    kind: str
    way: str
    title: Texts
    reason: Texts
    judges: Texts
    origins: int
    sides: tuple[Party, ...]
    thing: str = ""
    about: Texts = field(default_factory=dict)
    scale: str = ""
    unit: str = ""
    pairs: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class DisputeKind:
    """How claims are compared. ``alike``: they agree, or one leads to the other."""

    name: Texts
    definition: Texts
    alike: bool


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
        told = [*(line.claims for line in self.lines), *(figure.claims for figure in self.figures)]
        return {claim for claims in told for claim in claims}


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
class Companion:
    """A brief that lies beside the page: where, seen from there, and the claims that have a place in it."""

    address: str
    claims: tuple[str, ...]


@dataclass(frozen=True)
class Scene:
    """Everything a page needs. ``poles`` are the two entities the picture hangs on, or fewer.

    ``speaks_for``: for each speaker the poles and other speakers it speaks for, besides itself. ``more_disputes`` are
    not on the page, because they are many and of less weight. ``notes``: what the
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
    disputes: tuple[Dispute, ...] = ()
    dispute_kinds: dict[str, DisputeKind] = field(default_factory=dict)
    more_disputes: int = 0
    brief: Companion | None = None
    lead: Lead = Lead()
    order: tuple[str, ...] = ()
    bands: tuple[Band, ...] = ()
    kinds: dict[str, Kind] = field(default_factory=dict)
    actors: dict[str, Texts] = field(default_factory=dict)
    kind_families: dict[str, Texts] = field(default_factory=dict)
    months: tuple[Series, ...] = ()
    states: States | None = None
    apart: Apart | None = None
    flows: tuple[Flow, ...] = ()
    voices: tuple[Voice, ...] = ()
    notes: tuple[Texts, ...] = ()
    warnings: tuple[Texts, ...] = ()
    since: Since | None = None
    beside: Beside | None = None
