"""Where claims agree and where they do not.

Three sources: links judged by the editors (br:ClaimLink), links written at a claim (br:contradicts …), and values
that exclude each other, found by looking. Two claims from reprints of one source, or by one speaker, are one origin.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from kg.answers import Dispute
from kg.ask.claims import Reader, document_iri
from kg.ask.filters import Filter, Sieve
from kg.ask.scope import about
from kg.ask.values import Wording
from kg.claims.cut import Cut
from kg.claims.schema import STANDINGS
from kg.errors import WrongCall
from kg.model import Claim, Document, Literal, Quantity
from kg.terms import COMMENT, DCT, SKOS, TYPE, VOCAB, br, curie, is_claim_graph, local

#: Most telling first.
_ORDER = (
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
_DIRECT = ("contradicts", "qualifies", "supersedes", "repeats", "corroborates")
#: How far a rounded figure may be off before two figures exclude each other.
_ABOUT = 0.1
#: So many pairs of values of one thing are listed one by one; more are one dispute with their number.
_PAIRS = 200


def disputes(
    reader: Reader, entities: Sequence[str] = (), kinds: Iterable[str] = (), rules: Filter | None = None
) -> tuple[list[Dispute], list[str]]:
    """Compared claims that touch all the entities, most telling first, and notes on what was left out.

    ``kinds`` are names of vocab/claim-relation. A dispute counts while two of its claims pass the filter.
    """
    sieve, statements = Sieve(reader, rules or Filter()), reader.claims.statements
    scope = statements.iris(about(reader, entities, sieve.rules.day)) if entities else None
    everywhere = Sieve(reader, sieve.rules)
    passing = statements.iris(everywhere.in_time(everywhere.cut(Cut())))
    wanted = set(kinds)
    known = {local(s) for s in reader.view.subjects(SKOS + "inScheme", VOCAB + "claim-relation")}
    for kind in wanted - known:
        raise WrongCall(f"‘{kind}’ is no kind of disagreement.", f"Kinds: {', '.join(sorted(known))}.")

    def passes(claim: Claim) -> bool:
        sieve.undated |= everywhere.undated & {claim.iri}
        sieve.unpublished |= everywhere.unpublished & {claim.iri}
        return claim.iri in passing

    found = [*_judged(reader), *_written(reader)]
    if not wanted or "contradicts" in wanted:
        live = statements.iris(sieve.current(Cut("c.standing <> ?", (STANDINGS.index("absent"),))))
        found += _computed(reader, live, scope, passes)
    kept = list(_recorded(reader, entities, rules)) if not wanted or "contradicts" in wanted else []
    for dispute in found:
        if wanted and local(dispute.relation.id).split(":")[-1] not in wanted:
            continue
        if scope is not None and not any(c.iri in scope for c in dispute.claims):
            continue
        members = tuple(sieve.claim(c.iri) for c in dispute.claims if passes(c))
        if len(members) == len(dispute.claims):
            kept.append(replace(dispute, claims=members))
        elif len(members) >= 2:  # of a group: nobody reads what did not pass
            kept.append(replace(dispute, claims=members, origins=origins(reader, members)))
    return sorted(kept, key=lambda d: (_rank(d), d.judged_by == "", d.id)), sieve.notes()


def _recorded(reader: Reader, entities: Sequence[str], rules: Filter | None) -> Iterable[Dispute]:
    if reader.index is None:
        return ()
    from kg.ask.bulk import disputes as recorded

    return recorded(reader, list(entities), rules)


def _rank(dispute: Dispute) -> int:
    name = dispute.relation.id.split(":")[-1]
    return _ORDER.index(name) if name in _ORDER else len(_ORDER)


def _judged(reader: Reader) -> Iterable[Dispute]:
    view = reader.view
    for link in view.subjects(TYPE, br("ClaimLink")):
        members = [
            str(o)
            for p in ("linkFrom", "linkTo", "linkMember")
            for o in sorted(map(str, view.objects(link, br(p))))
            if is_claim_graph(str(o))
        ]
        claims = tuple(reader.claim(m) for m in members)
        relation = reader.one(link, br("linkType"))
        if relation is None or len(claims) < 2:
            continue
        by = ", ".join(r.label for r in reader.refs(link, DCT + "creator"))
        yield Dispute(
            curie(link),
            relation,
            reader.label(link),
            view.text(link, COMMENT) or "",
            claims,
            origins(reader, claims),
            by,
        )


def _written(reader: Reader) -> Iterable[Dispute]:
    """Links at the claims themselves, unless an editors' link of the same kind holds both."""
    view = reader.view
    linked: dict[tuple[str, str], list[set[str]]] = defaultdict(list)  # by the kind of link and one of those it holds
    for link in view.subjects(TYPE, br("ClaimLink")):
        kind = local(view.text(link, br("linkType")) or "")
        members = {str(o) for p in ("linkFrom", "linkTo", "linkMember") for o in view.objects(link, br(p))}
        for member in members:
            linked[kind, member].append(members)
    seen = set()
    for name in _DIRECT:
        for s, _, o, _ in view.quads(None, br(name)):
            pair = frozenset((s, str(o)))
            if (
                (name, pair) in seen
                or len(pair) < 2
                or not (is_claim_graph(s) and is_claim_graph(str(o)))
                or any(pair <= group for group in linked[name, s])
            ):
                continue
            seen.add((name, pair))
            first, second = (s, str(o)) if name not in ("contradicts", "corroborates") else sorted(pair)
            claims = (reader.claim(first), reader.claim(second))
            relation = reader.ref(f"{VOCAB}claim-relation/{name}")
            yield Dispute(
                f"{claims[0].id}+{claims[1].id}",
                relation,
                f"{claims[0].summary} / {claims[1].summary}",
                "",
                claims,
                origins(reader, claims),
                "",
            )


class _Member(NamedTuple):
    """What one claim says of a thing: between which bounds it lies, and in words."""

    claim: Claim
    low: float | str
    high: float | str
    text: str


def _computed(
    reader: Reader, live: set[str], scope: set[str] | None, passes: Callable[[Claim], bool]
) -> Iterable[Dispute]:
    """Figures and dates of one thing that cannot both be right: pair by pair, or all together where they are many.

    ``live``: claims that neither negate nor are superseded.
    """
    relation = reader.ref(f"{VOCAB}claim-relation/contradicts")
    for what, members in [*_figures(reader, live), *_dates(reader, live)]:
        pairs, members = _opposed(members)
        if pairs > _PAIRS:
            if scope is not None and not any(m.claim.iri in scope for m in members):
                continue
            pairs, members = _opposed([m for m in members if passes(m.claim)])
        if pairs > _PAIRS:
            claims = tuple(sorted({m.claim.iri: m.claim for m in members}.values(), key=lambda c: c.id))
            first, last = min(members, key=lambda m: m.low), max(members, key=lambda m: m.high)
            title = f"{what}: {first.text} … {last.text}"
            reason = f"{pairs:,} pairs of these {len(claims):,} claims exclude each other."
            name = "=".join([*(c.id for c in claims[:2]), f"+{len(claims) - 2}"])
            yield Dispute(name, relation, title, reason, claims, origins(reader, claims), "")
            continue
        for x, y in itertools.combinations(members, 2):
            if x.claim.iri != y.claim.iri and (x.high < y.low or y.high < x.low):  # type: ignore[operator]
                claims = tuple(sorted((x.claim, y.claim), key=lambda c: c.id))
                title = f"{what}: {x.text} / {y.text}"
                yield Dispute("=".join(c.id for c in claims), relation, title, "", claims, origins(reader, claims), "")


def _opposed(members: list[_Member]) -> tuple[int, list[_Member]]:
    """How many pairs of different claims exclude each other, and the members that are in any; no pair is looked at."""
    own: dict[str, list[_Member]] = defaultdict(list)
    for m in members:
        own[m.claim.iri].append(m)
    pairs = _apart(members) - sum(_apart(group) for group in own.values() if len(group) > 1)
    first = sorted((min(m.high for m in group), iri) for iri, group in own.items())[:2]
    last = sorted(((max(m.low for m in group), iri) for iri, group in own.items()), reverse=True)[:2]

    def other(ends: list[tuple[float | str, str]], m: _Member) -> list[float | str]:
        return [bound for bound, iri in ends if iri != m.claim.iri][:1]

    taking = [
        m
        for m in members
        if any(b < m.low for b in other(first, m)) or any(m.high < b for b in other(last, m))  # type: ignore[operator]
    ]
    return pairs, taking


def _apart(members: list[_Member]) -> int:
    """How many pairs have no value in common: for each beginning, the ends before it."""
    ends = sorted(m.high for m in members)
    return sum(bisect_left(ends, m.low) for m in members)


def _figures(reader: Reader, live: set[str]) -> Iterable[tuple[str, list[_Member]]]:
    view, wording = reader.view, Wording(reader)
    groups: dict[tuple[str | None, ...], list[_Member]] = defaultdict(list)
    for node, _, _, graph in view.quads(None, TYPE, br("Measure")):
        if graph in live:
            key = tuple(
                view.text(node, br(p), graph)
                for p in ("measureOf", "indicator", "unit", "counterpart", "whole", "per", "date")
            )
            text, quantity = wording.measure(node, graph)
            if quantity.value is not None:
                groups[key].append(_Member(reader.claim(graph), *_range(quantity), text))
    for key, members in groups.items():
        yield f"{reader.label(key[0] or '')}, {reader.label(key[1] or '')}", members


def _range(q: Quantity) -> tuple[float, float]:
    value = q.value or 0.0
    slack = abs(value) * _ABOUT
    return {
        "about": (value - slack, value + slack),
        "nearly": (value - slack, value),
        "over": (value, float("inf")),
    }.get(q.comparator, (value, value))


def _dates(reader: Reader, live: set[str]) -> Iterable[tuple[str, list[_Member]]]:
    dated: dict[str, dict[str, _Member]] = defaultdict(dict)
    for node, _, text, graph in reader.view.quads(None, br("date")):
        if isinstance(text, Literal) and graph in live:
            period = reader.period_of(graph, node)
            if period:
                bounds = (period.begins or "", period.ends or "9999")
                dated[node][graph] = _Member(reader.claim(graph), *bounds, text.value)
    for node, by_claim in dated.items():
        yield reader.label(node), [m for _, m in sorted(by_claim.items())]


def origins(reader: Reader, claims: Iterable[Claim]) -> int:
    """From how many places the claims come: a speaker counts once, reprints of one document count once."""
    keys = set()
    for claim in claims:
        if _own_voice(claim):
            keys.add(("document", roots(reader, claim.document)))
        else:
            keys.add(("speaker", frozenset(s.id for s in claim.speakers)))
    return len(keys)


def _own_voice(claim: Claim) -> bool:
    """Whether a document speaks itself. A record may name somebody else than the maker of its data set."""
    if claim.attribution is None:
        return not any(p.record for p in claim.passages) or claim.speakers == claim.document.creators
    return claim.attribution.id in ("attr:authorial", "attr:unattributed", "attr:boilerplate")


def roots(reader: Reader, document: Document) -> frozenset[str]:
    """The documents at the beginning of the chain of sources."""
    found, todo, seen = set[str](), [document], set[str]()
    while todo:
        doc = todo.pop()
        if doc.id in seen:
            continue
        seen.add(doc.id)
        if not doc.origins:
            found.add(doc.id)
        todo += [reader.document(document_iri(o)) for o in doc.origins]
    return frozenset(found or seen)
