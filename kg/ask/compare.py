"""Where claims agree and where they do not.

Three sources: links judged by the editors (br:ClaimLink), links written at a claim (br:contradicts …), and values
that exclude each other, found by looking. Two claims from reprints of one source, or by one speaker, are one origin.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import chain, product

from kg.ask.claims import Reader
from kg.ask.filters import Filter, Sieve
from kg.ask.origins import origins
from kg.ask.scope import about
from kg.ask.values import Wording
from kg.claims.cut import Cut
from kg.claims.opposed import LIVE, Group, denials, groups
from kg.claims.statements import Bounds
from kg.errors import WrongCall
from kg.text.dates import period_text
from kg.text.terms import COMMENT, DCT, SKOS, TYPE, VOCAB, br, curie, is_claim_graph, local
from kg.values.answers import Dispute
from kg.values.claims import Fact, Literal, Ref
from kg.values.notes import Note, together
from kg.values.said import Said

#: Most telling first.
ORDER = (
    "contradicts",
    "tension",
    "difference",
    "precision",
    "qualifies",
    "scope",
    "granularity",
    "ambiguity",
    "sequence",
    "lineage",
    "supersedes",
    "duplicate",
    "repeats",
    "corroborates",
)
#: Relations of claims that set them against each other.
AGAINST = ("contradicts", "tension")
#: Relations of claims that agree, or of which one leads to the other.
ALIKE = ("corroborates", "repeats", "duplicate", "lineage", "sequence", "supersedes")
_DIRECT = ("contradicts", "qualifies", "supersedes", "repeats", "corroborates")
#: Disputes that a long list shows before it counts the others.
_MOST = 50
#: Values that a title lists.
_VALUES = 8
#: Claims of a dispute of many that are shown.
_SHOWN = 60


def disputes(
    reader: Reader,
    entities: Sequence[str] = (),
    kinds: Iterable[str] = (),
    rules: Filter | None = None,
    *,
    among: AbstractSet[str] | None = None,
) -> tuple[list[Dispute], list[Note]]:
    """Compared claims that touch all the entities, most telling first, and notes on what was left out.

    ``kinds`` are names of vocab/claim-relation. A dispute counts while two of its claims pass the filter, and with
    ``among`` one is of those, and records are not asked.
    """
    sieve, statements = Sieve(reader, rules or Filter()), reader.claims.statements
    scope = statements.iris(about(reader, entities, sieve.rules.day)) if entities else among
    passes = _passing(reader, sieve)
    wanted = set(kinds)
    known = {local(s) for s in reader.view.subjects(SKOS + "inScheme", VOCAB + "claim-relation")}
    for kind in wanted - known:
        raise WrongCall(
            Said("‘{word}’ is no kind of disagreement.", word=kind),
            Said("Kinds: {names}.", names=", ".join(sorted(known))),
        )
    found = [*_judged(reader, scope), *_written(reader, [k for k in _DIRECT if not wanted or k in wanted], scope)]
    if not wanted or wanted & set(AGAINST):
        found = _without_doubles(found, list(_computed(reader, sieve, scope, passes)))
    told = among is None and (not wanted or "contradicts" in wanted)
    kept, notes = _recorded(reader, entities, rules) if told else ([], [])
    for dispute in found:
        if wanted and local(dispute.relation.id).split(":")[-1] not in wanted:
            continue
        if scope is not None and not any(c.iri in scope for c in dispute.claims):
            continue
        members = tuple(sieve.claim(c.iri) for c in dispute.claims if passes(c.iri))
        if len(members) == len(dispute.claims):
            kept.append(replace(dispute, claims=members))
        elif len(members) >= 2:  # of a group: nobody reads what did not pass
            kept.append(replace(dispute, claims=members, origins=origins(reader, members)))
    return sorted(kept, key=lambda d: (_rank(d), 0 if d.judged_by else -d.origins, d.id)), together(
        [*sieve.notes(), *notes]
    )


def _passing(reader: Reader, sieve: Sieve) -> Callable[[str], bool]:
    """Whether a claim passes; what does not for want of a date is noted by the sieve once it is asked for."""
    if sieve.rules == Filter():  # reading the names of all is most of what a small answer costs
        return sieve.keeps
    everywhere = Sieve(reader, sieve.rules)
    passing = reader.claims.statements.iris(everywhere.in_time(everywhere.cut(Cut())))

    def passes(iri: str) -> bool:
        sieve.undated |= everywhere.undated & {iri}
        sieve.unpublished |= everywhere.unpublished & {iri}
        sieve.drafts |= everywhere.drafts & {iri}
        sieve.retracted |= everywhere.retracted & {iri}
        return iri in passing

    return passes


def _without_doubles(judged: list[Dispute], computed: list[Dispute]) -> list[Dispute]:
    """What people judged stands for the same claims compared by their values; a group for bare links inside it."""
    seen = [(d, {c.iri for c in d.claims}) for d in judged if local(d.relation.id).split(":")[-1] not in ALIKE]
    new = [(d, {c.iri for c in d.claims}) for d in computed]
    new = [(d, ids) for d, ids in new if not any(ids <= others for _, others in seen)]
    bare = {
        d.id
        for d, ids in seen
        if not d.judged_by and not d.reason and d.relation.id == "rel:contradicts" and any(ids < o for _, o in new)
    }
    return [*(d for d in judged if d.id not in bare), *(d for d, _ in new)]


def leading(found: list[Dispute], asked: bool) -> tuple[list[Dispute], list[Note]]:
    """The first of a long list, and how many more there are; what agrees is only counted unless ``asked`` for."""
    alike = [] if asked else [d for d in found if local(d.relation.id).split(":")[-1] in ALIKE]
    rest = [d for d in found if d not in alike]
    shown = rest[:_MOST] or alike[:_MOST]
    counts = {"agreeing": len(alike) if rest else len(alike) - len(shown), "more-disputes": len(rest) - len(shown)}
    return shown, [Note(key, {"disputes": n}) for key, n in counts.items() if n > 0]


def _recorded(reader: Reader, entities: Sequence[str], rules: Filter | None) -> tuple[list[Dispute], list[Note]]:
    if reader.index is None:
        return [], []
    from kg.ask.bulk import disputes as recorded

    return recorded(reader, list(entities), rules)


def _rank(dispute: Dispute) -> int:
    name = dispute.relation.id.split(":")[-1]
    return ORDER.index(name) if name in ORDER else len(ORDER)


def _judged(reader: Reader, scope: AbstractSet[str] | None) -> Iterable[Dispute]:
    view = reader.view
    for link in view.subjects(TYPE, br("ClaimLink")):
        members = [
            str(o)
            for p in ("linkFrom", "linkTo", "linkMember")
            for o in sorted(map(str, view.objects(link, br(p))))
            if is_claim_graph(str(o))
        ]
        if scope is not None and scope.isdisjoint(members):
            continue
        claims = tuple(reader.claim(m) for m in members)
        relation = reader.one(link, br("linkType"))
        if relation is None or len(claims) < 2:
            continue
        by = ", ".join(r.label for r in reader.refs(link, DCT + "creator"))
        yield Dispute(
            curie(link),
            relation,
            reader.label(link),
            reader.text(link, COMMENT) or "",
            claims,
            origins(reader, claims),
            by,
        )


def _written(reader: Reader, kinds: Iterable[str], scope: AbstractSet[str] | None) -> Iterable[Dispute]:
    """Links at the claims themselves, unless an editors' link of the same kind holds both."""
    view = reader.view
    linked: dict[tuple[str, str], list[set[str]]] = defaultdict(list)  # by the kind of link and one of those it holds
    for link in view.subjects(TYPE, br("ClaimLink")):
        kind = local(view.text(link, br("linkType")) or "")
        members = {str(o) for p in ("linkFrom", "linkTo", "linkMember") for o in view.objects(link, br(p))}
        for member in members:
            linked[kind, member].append(members)
    seen: dict[tuple[str, frozenset[str]], tuple[str, str]] = {}
    for name in kinds:
        for s, _, o, _ in view.quads(None, br(name)):
            pair = frozenset((s, str(o)))
            if (
                (name, pair) in seen
                or len(pair) < 2
                or (scope is not None and scope.isdisjoint(pair))
                or not (is_claim_graph(s) and is_claim_graph(str(o)))
                or any(pair <= group for group in linked[name, s])
            ):
                continue
            first, second = (s, str(o)) if name not in ("contradicts", "corroborates") else sorted(pair)
            seen[name, pair] = first, second
    reader.preload(iri for pair in seen.values() for iri in pair)
    for (name, _), (first, second) in seen.items():
        claims = (reader.claim(first), reader.claim(second))
        title = f"{claims[0].summary} / {claims[1].summary}"
        relation = reader.ref(f"{VOCAB}claim-relation/{name}")
        yield Dispute(f"{claims[0].id}+{claims[1].id}", relation, title, "", claims, origins(reader, claims), "")


def _computed(
    reader: Reader, sieve: Sieve, scope: AbstractSet[str] | None, passes: Callable[[str], bool]
) -> Iterable[Dispute]:
    """Values of one thing and property that cannot all be right, one dispute each; and denials of what others say."""
    statements, wording = reader.claims.statements, _Values(reader)
    contradicts, tension = (reader.ref(f"{VOCAB}claim-relation/{name}") for name in ("contradicts", "tension"))
    for group in groups(statements, reader.view, sieve.current(LIVE), passes, scope, sieve.rules.day):
        yield _group(reader, tension if group.undecided else contradicts, group, wording)
    for said, denied in denials(statements, reader.view, sieve.current(Cut()), scope):
        sides = [[iri for iri in some if passes(iri)] for some in (said, denied)]
        if all(sides) and (scope is None or not scope.isdisjoint(chain(*sides))):
            yield _denial(reader, contradicts, *sides)


def _denial(reader: Reader, relation: Ref, said: list[str], denied: list[str]) -> Dispute:
    """What some say and others deny; of very many claims the first of both."""
    shown = said[: _SHOWN // 2] + denied[: _SHOWN // 2]
    claims = tuple(sorted(map(reader.claim, shown), key=lambda c: c.id))
    title = f"{reader.claim(said[0]).summary} / {reader.claim(denied[0]).summary}"
    note = Note("denied-by", {"claims": len(said), "denials": len(denied)})
    few = len(said) + len(denied) == len(shown) == 2
    name = "=".join(c.id for c in claims[:2]) + (f"=+{len(said) + len(denied) - 2}" if not few else "")
    return Dispute(name, relation, title, "", claims, origins(reader, claims), "", None if few else note)


def _group(reader: Reader, relation: Ref, group: Group, wording: _Values) -> Dispute:
    """Values of one thing as one dispute; of very many claims those furthest apart."""
    members = sorted(group.members, key=lambda m: (m.low, m.high, m.iri))
    ids = sorted(map(short, {m.iri for m in members}))
    most = len(ids) > _SHOWN
    shown = members[: _SHOWN // 2] + members[-_SHOWN // 2 :] if most else members
    note = Note("opposed-furthest" if most else "opposed", {"pairs": group.pairs, "claims": len(ids)})
    claims = tuple(sorted((reader.claim(iri) for iri in {m.iri for m in shown}), key=lambda c: c.id))
    values = list(dict.fromkeys(wording.text(group.property, m) for m in shown))
    said = " / ".join(values if len(values) <= _VALUES else [*values[: _VALUES // 2], "…", *values[-_VALUES // 2 :]])
    name = "=".join([*ids[:2], *([f"+{len(ids) - 2}"] if len(ids) > 2 else [])])
    title = f"{reader.label(group.thing)}, {reader.label(group.property)}: {said}"
    few = len(ids) == 2
    about = (reader.ref(group.thing), reader.ref(group.property))
    pairs = tuple(sorted((short(x), short(y)) for x, y in group.excluding))
    return Dispute(name, relation, title, "", claims, origins(reader, claims), "", None if few else note, *about, pairs)


def short(iri: str) -> str:
    """The id of a claim."""
    return curie(iri).removeprefix("c:")


def set_against(dispute: Dispute) -> dict[str, set[str]]:
    """Which claims of a dispute stand against which: of values those that exclude each other, of a link its two.

    What people link in greater number they compare: not each of it with each.
    """
    ids = [c.id for c in dispute.claims]
    pairs = dispute.pairs or ([(ids[0], ids[1])] if len(ids) == 2 else [])
    return _both_ways((one, other) for one, other in pairs if one in ids and other in ids)


def _both_ways(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for one, other in pairs:
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return found


class _Values:
    """The words for values that are compared."""

    def __init__(self, reader: Reader) -> None:
        self._reader, self._wording = reader, Wording(reader)

    def text(self, prop: str, m: Bounds) -> str:
        """A value as its claim gives it."""
        if not isinstance(m.low, str):
            return self._wording.measure(m.node, m.iri)[0]
        said = self._reader.view.objects(m.node, prop, m.iri)
        if m.low == m.high and (m.low in said or not said):
            return self._reader.label(m.low)
        texts = [o.value for o in said if isinstance(o, Literal)]
        return texts[0] if texts else period_text(m.low or None, None if m.high == "9999" else str(m.high))


def contested(reader: Reader, facts: Sequence[Fact], rules: Filter | None) -> list[Fact]:
    """The facts with the claims that are set against theirs: on the same property where that is known."""
    among = {c.iri for fact in facts for c in fact.claims if not c.tally}
    sieve = Sieve(reader, rules or Filter())
    passes = _passing(reader, sieve)
    against: list[tuple[Ref | None, dict[str, set[str]]]] = []
    for dispute in (*_judged(reader, among), *_written(reader, ("contradicts",), among)):
        if local(dispute.relation.id).split(":")[-1] in AGAINST and all(passes(c.iri) for c in dispute.claims):
            against.append((None, set_against(dispute)))
    for group in groups(reader.claims.statements, reader.view, sieve.current(LIVE), passes, among, sieve.rules.day):
        prop = None if group.property == br("holder") else reader.ref(group.property)  # facts name it by the office
        against.append((prop, _both_ways((short(x), short(y)) for x, y in group.excluding)))
    for said, denied in denials(reader.claims.statements, reader.view, sieve.current(Cut()), among):
        pairs = ((short(x), short(y)) for x, y in product(said, denied) if passes(x) and passes(y))
        against.append((None, _both_ways(pairs)))
    result = []
    for fact in facts:
        own = {c.id for c in fact.claims}
        others = {
            x for prop, sides in against if prop in (None, fact.property) for i in own for x in sides.get(i, ())
        } - own
        result.append(replace(fact, against=tuple(sorted(others))) if others else fact)
    return result
