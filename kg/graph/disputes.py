"""Where claims disagree, for a page: each dispute with its sides, what each side gives, and who compared them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from kg.ask.claims import Reader
from kg.ask.compare import ALIKE, disputes
from kg.ask.filters import Filter
from kg.ask.given import Given, given, words
from kg.show.text import reason, truth
from kg.text.terms import COMMENT, DCT, SKOS, curie, local, to_iri
from kg.values import answers
from kg.values.claims import Claim
from kg.values.scene import Dispute, DisputeKind, Mention, Party, Texts

#: Disputes that one page holds; of more the first, and how many more there are.
_MOST = 300
#: Up to so many claims that give no value in common stand beside each other; of more those of one voice are together.
_APART = 4


_Bound = float | str | None


class Disputed(NamedTuple):
    """The disputes of a page, most telling first, the kinds they are of, and how many more there are."""

    disputes: tuple[Dispute, ...]
    kinds: dict[str, DisputeKind]
    more: int

    @property
    def claims(self) -> set[str]:
        """The ids of the claims that take part."""
        return {m.claim for dispute in self.disputes for side in dispute.sides for m in side.mentions}


def disputed(
    readers: Mapping[str, Reader], reader: Reader, entities: Sequence[str], rules: Filter, told: Collection[str] | None
) -> Disputed:
    """What ``kg conflicts`` knows of the entities under these rules; with ``told`` of claims (their IRIs) instead."""
    found, _ = disputes(reader, entities, (), rules, among=None if told is None else set(told))
    shown = [_Telling(readers, reader, each).dispute() for each in found[:_MOST]]
    kinds = {
        kind: DisputeKind(
            {lang: r.label(iri) for lang, r in readers.items()},
            {lang: r.text(iri, SKOS + "definition") or "" for lang, r in readers.items()},
            kind in ALIKE,
        )
        for kind, iri in sorted({local(to_iri(d.relation.id)): to_iri(d.relation.id) for d in found[:_MOST]}.items())
    }
    return Disputed(tuple(shown), kinds, len(found) - len(shown))


class _Telling:
    """One dispute as the page tells it."""

    def __init__(self, readers: Mapping[str, Reader], reader: Reader, found: answers.Dispute) -> None:
        self._readers, self._reader, self._found = readers, reader, found
        self._given = given(reader, found)
        self._way = "judged" if found.judged_by else "computed" if "=" in found.id else "written"

    def dispute(self) -> Dispute:
        found, values = self._found, self._given
        bounds = [v for each in values.values.values() for v in each] if values else []
        kinds = {type(x) for v in bounds for x in (v.low, v.high) if x is not None}
        about = {lang: self._about(r, values) for lang, r in self._readers.items()} if values else {}
        return Dispute(
            id=found.id,
            kind=local(to_iri(found.relation.id)),
            way=self._way,
            title=self._title(),
            reason=self._reason(),
            judges=self._judges(),
            origins=found.origins,
            sides=tuple(self._sides()),
            thing=curie(values.thing) if values and values.thing else found.thing.id if found.thing else "",
            about=about,
            scale={float: "number", str: "date"}[kinds.pop()] if len(kinds) == 1 else "",
            unit=self._unit(values.unit) if values else "",
            pairs=found.pairs,
        )

    def _about(self, reader: Reader, values: Given) -> str:
        return ", ".join(reader.label(iri) for iri in (values.thing, values.property) if iri)

    def _unit(self, unit: str) -> str:
        return self._reader.view.text(unit, SKOS + "notation") or "" if unit else ""

    def _title(self) -> Texts:
        """The title that its judges gave it; what else is compared has none but what it is about."""
        if not self._found.judged_by:
            return {}
        return {lang: reader.label(to_iri(self._found.id)) for lang, reader in self._readers.items()}

    def _reason(self) -> Texts:
        if self._found.note:
            return {lang: reason(self._found, lang) for lang in self._readers}
        if not self._found.reason:
            return {}
        return {lang: r.text(to_iri(self._found.id), COMMENT) or "" for lang, r in self._readers.items()}

    def _judges(self) -> Texts:
        if not self._found.judged_by:
            return {}
        link = to_iri(self._found.id)
        return {lang: ", ".join(x.label for x in r.refs(link, DCT + "creator")) for lang, r in self._readers.items()}

    # ------------------------------------------------------------------ the sides

    def _sides(self) -> list[Party]:
        """Claims that give one value together, from the least; else who says and who denies; else each voice."""
        if self._given:
            return self._by_value(self._given)
        claims, parts = self._found.claims, dict[object, list[Claim]]()
        for claim in claims:
            voice = tuple(sorted(s.id for s in claim.speakers))
            key = _denies(claim) if self._way == "computed" else claim.id if len(claims) <= _APART else voice
            parts.setdefault(key, []).append(claim)
        if len(parts) == 1:
            parts = {c.id: [c] for c in claims}
        return [Party(self._mentions(some), {}) for some in parts.values()]

    def _by_value(self, values: Given) -> list[Party]:
        alike = dict[tuple[str, _Bound, _Bound], list[Claim]]()
        for claim in self._found.claims:
            said = values.values[claim.iri]
            text = " / ".join(words(self._reader, claim.iri, said))
            ends = _end((v.low for v in said), min), _end((v.high for v in said), max)
            alike.setdefault((text, *ends), []).append(claim)
        sides = []
        for (_, low, high), some in alike.items():
            iri = some[0].iri
            texts = {
                lang: " / ".join(truth(text, lang) for text in words(r, iri, values.values[iri]))
                for lang, r in self._readers.items()
            }
            sides.append(Party(self._mentions(some), texts, low, high))
        return sorted(sides, key=_order)

    def _mentions(self, claims: Sequence[Claim]) -> tuple[Mention, ...]:
        """The claims, once for each time that they hold."""
        found = []
        for claim in claims:
            held = self._reader.claims.statements.held(claim.iri)
            times = {(begins, ends) for text, begins, _, _, ends in held.values() if text is not None}
            if any(window[0] is None for window in held.values()):
                times.add((None, None))
            if not held:
                times = {(claim.period.begins, claim.period.ends) if claim.period else (None, None)}
            ordered = sorted(times, key=lambda t: (t[0] or "", t[1] or ""))
            found += [Mention(claim.id, begins, ends) for begins, ends in ordered]
        return tuple(found)


def _denies(claim: Claim) -> bool:
    return claim.negated or local(to_iri(claim.stance.id)) == "denied"


def _end(bounds: Iterable[_Bound], furthest: Callable[[list[Any]], Any]) -> _Bound:
    """The furthest of some bounds; open as soon as one is."""
    known = list(bounds)
    found: _Bound = None if None in known else furthest(known)
    return found


def _order(side: Party) -> tuple[Any, ...]:
    """From the least; what has no place on the scale last."""
    at = side.high if side.low is None else side.low
    return (1,) if at is None else (0, at)
