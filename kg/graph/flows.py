"""The exchange of two sides: what one hands over, sends or sells to the other, and what comes back, by claims.

Who gives and who gets is what the ties of ``kg.compile.ties`` say, people and organs lifted to their state; flows of
trade name exporter and importer, or only whose trade it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from kg.ask.claims import Reader
from kg.ask.entity import kinds_of
from kg.text.terms import TYPE, br, curie, is_claim_graph, to_iri
from kg.values.scene import Detail, Flow, Texts

if TYPE_CHECKING:
    from kg.network.project import Network

#: Classes of what goes over, the most special first.
_SORTS = ("ArmsTransfer", "Transfer", "Deployment", "Movement", "TradeFlow")
_RULES = ("event", "lifted")
_ENDS = (("exporter", "importer"), ("party", "party"))


class Exchange:
    """Finds the flows between two sides in a network and in the claims of a page."""

    def __init__(self, reader: Reader, network: Network, poles: Sequence[str], told: set[str]) -> None:
        self._reader, self._network, self._poles, self._told = reader, network, poles, told

    def flows(self, texts: Callable[[str], Texts], amounts: Callable[[str], tuple[Detail, ...]]) -> tuple[Flow, ...]:
        """One for each thing and direction. ``texts`` gives names, ``amounts`` the figures of a thing in words."""
        if len(self._poles) != 2:
            return ()
        found: dict[tuple[str, str, str, bool], set[str]] = defaultdict(set)
        for key, claim in (*self._given(), *self._traded()):
            found[key].add(claim)
        names = {key[0] for key in found}
        return tuple(
            Flow(
                thing, source, target, both, texts(br(self._sort(thing))), texts(to_iri(thing)), self._items(thing),
                tuple(sorted(claims)), amounts(thing), tuple(x for x in self._returns(thing) if x in names),
            )
            for (thing, source, target, both), claims in sorted(found.items())
        )  # fmt: skip

    def _given(self) -> Iterator[tuple[tuple[str, str, str, bool], str]]:
        """Acts of one side towards the other, by ties; what holds between the two is no act towards one."""
        for a, b, data in self._network.edges(data=True):
            thing = data.get("via", data["thing"])
            if data["rule"] in _RULES and {a, b} == set(self._poles) and self._sort(thing) not in ("", "TradeFlow"):
                yield (thing, a, b, False), data["claim"]

    def _traded(self) -> Iterator[tuple[tuple[str, str, str, bool], str]]:
        """Flows of trade that claims of the page name, or say something of."""
        view, ends = self._reader.view, {to_iri(p) for p in self._poles}
        for thing in sorted({s for s, *_ in view.quads(None, TYPE, br("TradeFlow"))}):
            for giver, getter in _ENDS:
                sides = set(map(str, (*view.objects(thing, br(giver)), *view.objects(thing, br(getter)))))
                if sides != ends:
                    continue
                both = giver == getter
                first = self._poles[0] if both else curie(str(next(iter(view.objects(thing, br(giver))))))
                second = next(p for p in self._poles if p != first)
                for claim in sorted(self._saying(thing)):
                    yield (curie(thing), first, second, both), claim
                break

    def _saying(self, thing: str) -> set[str]:
        """The claims of the page in which a thing stands."""
        view = self._reader.view
        graphs = {g for *_, g in (*view.quads(thing), *view.quads(None, None, thing)) if is_claim_graph(g)}
        return {name for g in graphs if (name := curie(g).removeprefix("c:")) in self._told}

    def _sort(self, thing: str) -> str:
        """The class of a thing that goes over; "" for any other."""
        kinds = kinds_of(self._reader, to_iri(thing))
        return next((sort for sort in _SORTS if sort in kinds), "")

    def _items(self, thing: str) -> tuple[str, ...]:
        return tuple(sorted({curie(str(o)) for o in self._reader.view.objects(to_iri(thing), br("item"))}))

    def _returns(self, thing: str) -> tuple[str, ...]:
        """What a thing is given in exchange for, as claims say."""
        view, iri = self._reader.view, to_iri(thing)
        given = {*view.objects(iri, br("inExchangeFor")), *view.subjects(br("inExchangeFor"), iri)}
        return tuple(sorted(curie(str(x)) for x in given))
