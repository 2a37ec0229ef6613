"""What else becomes of answers when texts change: two builds side by side, around some claims."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from kg.ask.claims import Reader
from kg.ask.compare import disputes
from kg.ask.facts import facts_of
from kg.author.diff import known_by
from kg.author.snapshot import past, settled
from kg.claims.cut import Cut
from kg.compile.proposal import Change, read
from kg.errors import FactsBroken
from kg.text.terms import ID, LABEL, br, curie, local
from kg.values.answers import Dispute
from kg.values.changes import Broken
from kg.values.claims import Fact, Ref
from kg.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_LINKS = ("corroborates", "contradicts", "supersedes", "qualifies", "repeats")
_VIEWS = ("asserted", "outlook", "analysis")


class Tied(NamedTuple):
    """That a claim is linked to one of those that change, by a property that one of the two has."""

    claim: str
    relation: Ref
    other: str


class Lost(NamedTuple):
    """A claim that led to other sides, or was dated otherwise, by what others lent it."""

    claim: str
    before: tuple[str, ...]
    after: tuple[str, ...]


class Ripple(NamedTuple):
    """``gone``: facts that lose their last claim; ``kept``: those that keep others. ``ended``, ``begun``: disputes.

    ``back``: claims that count again; ``links``: claims tied to those that change. ``sides``, ``dates``: what others
    lent. ``pairs``: things between which there is no tie any more.
    """

    gone: tuple[Fact, ...]
    kept: tuple[Fact, ...]
    ended: tuple[Dispute, ...]
    begun: tuple[Dispute, ...]
    back: tuple[str, ...]
    links: tuple[Tied, ...]
    sides: tuple[Lost, ...]
    dates: tuple[Lost, ...]
    pairs: tuple[tuple[str, str], ...]


@contextmanager
def as_if(workspace: Workspace, change: Change, lang: str, say: Callable[[str], None]) -> Iterator[Reader]:
    """What a build would know if a change were written. Raises FactsBroken when it would not pass the checks."""
    texts: dict[str, bytes | None] = {
        n: read(workspace, n) for n, s in (workspace.sources() | workspace.queries()).items()
        if s.path.startswith(workspace.root)
    }  # fmt: skip
    with past({n: t for n, t in (texts | dict(change.texts)).items() if t is not None}) as then:
        found = settled(then, "the change", lang, say)
        if isinstance(found, Broken):
            raise FactsBroken(f"The facts would not pass their checks: {found.errors} errors.", (), found.first[0])
        assert found is not None
        yield found


def ripple(before: Reader, after: Reader, claims: Collection[str]) -> Ripple:
    """What is other now, besides the claims themselves."""
    links = _links(before, claims)
    around = {*claims, *(before.find_claim(t.claim) for t in links)}
    things = sorted({x for c in claims for x in _things(before, c)})
    gone, kept = _facts(before, after, claims, things)
    ended, begun = _disputes(before, after, around)
    back = sorted(_id(c) for c in before.claims.statements.replaced - after.claims.statements.replaced)
    near = before.claims.statements.iris(before.claims.statements.mentioning(Cut(), _touched(before, claims)))
    others = sorted(near.difference(claims))
    return Ripple(gone, kept, ended, begun, tuple(back), links, _sides(before, after, claims),
                  _dates(before, after, others), _pairs(before, after))  # fmt: skip


def agreeing(before: Reader, after: Reader, thing: str) -> list[Fact]:
    """The facts of a thing whose claims stood under several facts until now: sources that agree from now on."""
    rows = [{c.iri for c in f.claims} for f in facts_of(before, thing, None).facts]
    return [f for f in facts_of(after, thing, None).facts
            if len(f.claims) > 1 and not any({c.iri for c in f.claims} <= r for r in rows)]  # fmt: skip


def disputes_between(before: Reader, after: Reader, claims: Collection[str]) -> tuple[tuple[Dispute, ...], ...]:
    """Disputes among claims that end, and those that begin."""
    return _disputes(before, after, set(claims))


def _id(claim: str) -> str:
    return curie(claim).removeprefix("c:")


def _touched(reader: Reader, claims: Iterable[str]) -> set[str]:
    return {x for c in claims for s, _, o, _ in reader.view.quads(g=c) for x in (s, o) if isinstance(x, str)}


def _things(reader: Reader, claim: str) -> set[str]:
    """What a claim is about, by the things that have names."""
    quads = reader.view.quads(g=claim)
    named = [
        {x for x in some if isinstance(x, str) and x.startswith(ID) and reader.view.has(x, LABEL)}
        for some in ((q[0] for q in quads), (q[2] for q in quads))
    ]
    return named[0] or named[1]


def _facts(
    before: Reader, after: Reader, claims: Collection[str], things: Iterable[str]
) -> tuple[tuple[Fact, ...], tuple[Fact, ...]]:
    gone, kept = list[Fact](), list[Fact]()
    for thing in things:
        now = {(f.property.id, f.value): f for f in facts_of(after, thing, None).facts}
        for fact in facts_of(before, thing, None).facts:
            if any(c.iri in claims for c in fact.claims):
                left = now.get((fact.property.id, fact.value))
                (kept if left else gone).append(left or fact)
    return tuple(gone), tuple(kept)


def _disputes(
    before: Reader, after: Reader, around: Collection[str]
) -> tuple[tuple[Dispute, ...], tuple[Dispute, ...]]:
    then, now = ({known_by(d, {}): d for d in disputes(r, among=set(around))[0]} for r in (before, after))
    return tuple(then[k] for k in then if k not in now), tuple(now[k] for k in now if k not in then)


def _links(reader: Reader, claims: Iterable[str]) -> tuple[Tied, ...]:
    view, found = reader.view, set[Tied]()
    for claim in claims:
        for name in _LINKS:
            ref = reader.ref(br(name))
            found |= {Tied(_id(str(o)), ref, _id(claim)) for o in view.objects(claim, br(name))}
            found |= {Tied(_id(s), ref, _id(claim)) for s in view.subjects(br(name), claim)}
    own = {_id(c) for c in claims}
    return tuple(sorted(t for t in found if t.claim not in own))


def _sides(before: Reader, after: Reader, claims: Collection[str]) -> tuple[Lost, ...]:
    then, now = (r.claims.statements.sides(Cut()) for r in (before, after))
    return tuple(
        Lost(_id(c), *(tuple(sorted(map(local, x.get(c, ())))) for x in (then, now)))
        for c in sorted(then.keys() | now.keys())
        if c not in claims and then.get(c, set()) != now.get(c, set())
    )


def _dates(before: Reader, after: Reader, others: Iterable[str]) -> tuple[Lost, ...]:
    found = []
    for claim in others:
        then, now = (tuple(sorted({str(w[0]) for w in r.claims.statements.held(claim).values() if w[0]}))
                     for r in (before, after))  # fmt: skip
        if then != now:
            found.append(Lost(_id(claim), then, now))
    return tuple(found)


def _pairs(before: Reader, after: Reader) -> tuple[tuple[str, str], ...]:
    """Things that were tied, by any claim that counts in a view, and are not any more."""
    then, now = (_tied(r) for r in (before, after))
    return tuple(sorted(then - now))


def _tied(reader: Reader) -> set[tuple[str, str]]:
    ties = reader.claims.ties
    names = ties.names
    rows = ties.rows("relations", _VIEWS)
    return {(min(a, b), max(a, b)) for a, b in ((names[r[5]], names[r[6]]) for r in rows)}
