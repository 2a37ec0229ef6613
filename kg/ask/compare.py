"""Where claims agree and where they do not.

Three sources: links judged by the editors (br:ClaimLink), links written at a claim (br:contradicts …), and values
that exclude each other, found by looking. Two claims from reprints of one source, or by one speaker, are one origin.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from kg.ask.claims import Reader
from kg.ask.filters import Filter, Sieve
from kg.ask.origins import origins
from kg.ask.scope import about
from kg.ask.values import Wording
from kg.claims.cut import Cut
from kg.claims.schema import STANDINGS
from kg.claims.statements import Bounds
from kg.errors import WrongCall
from kg.text.terms import COMMENT, DCT, SKOS, TYPE, VOCAB, br, curie, is_claim_graph, local
from kg.values.answers import Dispute
from kg.values.claims import Ref
from kg.values.notes import Note, together

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
#: So many pairs of values of one thing are listed one by one; more are one dispute with their number.
_PAIRS = 200
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
    ``among`` one is of those.
    """
    sieve, statements = Sieve(reader, rules or Filter()), reader.claims.statements
    scope = statements.iris(about(reader, entities, sieve.rules.day)) if entities else among
    everywhere = Sieve(reader, sieve.rules)
    passing = statements.iris(everywhere.in_time(everywhere.cut(Cut())))
    wanted = set(kinds)
    known = {local(s) for s in reader.view.subjects(SKOS + "inScheme", VOCAB + "claim-relation")}
    for kind in wanted - known:
        raise WrongCall(f"‘{kind}’ is no kind of disagreement.", f"Kinds: {', '.join(sorted(known))}.")

    def passes(iri: str) -> bool:
        sieve.undated |= everywhere.undated & {iri}
        sieve.unpublished |= everywhere.unpublished & {iri}
        return iri in passing

    found = [*_judged(reader), *_written(reader, [k for k in _DIRECT if not wanted or k in wanted], scope)]
    if not wanted or "contradicts" in wanted:
        live = sieve.current(Cut("c.standing <> ?", (STANDINGS.index("absent"),)))
        found += _computed(reader, live, scope, passes)
    kept, notes = _recorded(reader, entities, rules) if not wanted or "contradicts" in wanted else ([], [])
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
    return sorted(kept, key=lambda d: (_rank(d), d.judged_by == "", d.id)), together([*sieve.notes(), *notes])


def _recorded(reader: Reader, entities: Sequence[str], rules: Filter | None) -> tuple[list[Dispute], list[Note]]:
    if reader.index is None:
        return [], []
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
    reader: Reader, live: Cut, scope: AbstractSet[str] | None, passes: Callable[[str], bool]
) -> Iterable[Dispute]:
    """Figures and dates of one thing that cannot both be right: pair by pair, or all together where they are many.

    ``live``: claims that neither negate nor are superseded.
    """
    relation, wording = reader.ref(f"{VOCAB}claim-relation/contradicts"), Wording(reader)

    def text(m: Bounds) -> str:
        if isinstance(m.low, str):
            return reader.view.text(m.node, br("date"), m.iri) or ""
        return wording.measure(m.node, m.iri)[0]

    for what, every in reader.claims.statements.opposed(live).items():
        pairs, members = _opposed(every)
        if scope is not None and not any(m.iri in scope for m in members):
            continue
        title = ", ".join(reader.label(x) for x in what.split("\t")[:2]) if "\t" in what else reader.label(what)
        if pairs > _PAIRS:
            pairs, members = _opposed([m for m in members if passes(m.iri)])
        if pairs > _PAIRS:
            yield _group(reader, relation, title, pairs, members, text)
            continue
        for x, y in itertools.combinations(members, 2):
            if x.iri != y.iri and (x.high < y.low or y.high < x.low):  # type: ignore[operator]
                claims = tuple(sorted((reader.claim(x.iri), reader.claim(y.iri)), key=lambda c: c.id))
                both = f"{title}: {text(x)} / {text(y)}"
                yield Dispute("=".join(c.id for c in claims), relation, both, "", claims, origins(reader, claims), "")


def _group(
    reader: Reader, relation: Ref, title: str, pairs: int, members: list[Bounds], text: Callable[[Bounds], str]
) -> Dispute:
    """Many values of one thing as one dispute; of very many claims those furthest apart."""
    ids = sorted(curie(iri).removeprefix("c:") for iri in {m.iri for m in members})
    by_value = sorted(members, key=lambda m: (m.low, m.high, m.iri))
    most = len(ids) > _SHOWN
    shown = by_value[: _SHOWN // 2] + by_value[-_SHOWN // 2 :] if most else by_value
    note = Note("opposed-furthest" if most else "opposed", {"pairs": pairs, "claims": len(ids)})
    claims = tuple(sorted((reader.claim(iri) for iri in {m.iri for m in shown}), key=lambda c: c.id))
    last = max(members, key=lambda m: m.high)
    name = "=".join([*ids[:2], f"+{len(ids) - 2}"])
    values = f"{title}: {text(by_value[0])} … {text(last)}"
    return Dispute(name, relation, values, "", claims, origins(reader, claims), "", note)


def _opposed(members: list[Bounds]) -> tuple[int, list[Bounds]]:
    """How many pairs of different claims exclude each other, and the members that are in any; no pair is looked at."""
    own: dict[str, list[Bounds]] = defaultdict(list)
    for m in members:
        own[m.iri].append(m)
    pairs = _apart(members) - sum(_apart(group) for group in own.values() if len(group) > 1)
    first = sorted((min(m.high for m in group), iri) for iri, group in own.items())[:2]
    last = sorted(((max(m.low for m in group), iri) for iri, group in own.items()), reverse=True)[:2]

    def other(ends: list[tuple[float | str, str]], m: Bounds) -> list[float | str]:
        return [bound for bound, iri in ends if iri != m.iri][:1]

    taking = [
        m
        for m in members
        if any(b < m.low for b in other(first, m)) or any(m.high < b for b in other(last, m))  # type: ignore[operator]
    ]
    return pairs, taking


def _apart(members: list[Bounds]) -> int:
    """How many pairs have no value in common: for each beginning, the ends before it."""
    ends = sorted(m.high for m in members)
    return sum(bisect_left(ends, m.low) for m in members)
