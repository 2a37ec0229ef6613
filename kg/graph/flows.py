"""The exchange of two sides: what one hands over, sends or sells to the other, and what comes back, by claims.

Who gives and who gets is what the ties of ``kg.compile.ties`` say, people and organs lifted to their state; flows of
trade name exporter and importer, or only whose trade it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from kg.ask.claims import Reader
from kg.ask.entity import kinds_of
from kg.ask.facts import facts_of
from kg.show.text import value
from kg.text.terms import TYPE, br, curie, is_claim_graph, to_iri
from kg.values.scene import Detail, Flow, Texts

if TYPE_CHECKING:
    from kg.ask.filters import Filter
    from kg.network.project import Network

#: Classes of what goes over, the most special first.
_SORTS = ("ArmsTransfer", "Transfer", "Deployment", "Movement", "TradeFlow")
_RULES = ("event", "lifted")
_ENDS = (("exporter", "importer"), ("party", "party"))


class Exchange:
    """Finds the flows between two sides in a network, and in what the claims of a page say."""

    def __init__(
        self, readers: Mapping[str, Reader], reader: Reader, network: Network, poles: Sequence[str], rules: Filter
    ) -> None:
        self._readers, self._reader, self._network, self._poles, self._rules = readers, reader, network, poles, rules

    def flows(self, side: Callable[[str], str], passes: Callable[[str], bool]) -> tuple[Flow, ...]:
        """One for each thing and direction. ``side`` says whose an actor is, ``passes`` which claims count."""
        if len(self._poles) != 2:
            return ()
        found: dict[tuple[str, str, str, bool], set[str]] = defaultdict(set)
        for key, claim in (*self._given(side), *self._traded()):
            if passes(claim):
                found[key].add(claim)
        names = {key[0] for key in found}
        flows = []
        for (thing, source, target, both), claims in sorted(found.items()):
            items = {i: some for i, some in self._items(thing).items() if any(map(passes, some))}
            said = claims | {c for some in items.values() for c in some if passes(c)}
            back = tuple(x for x in self._returns(thing) if x in names)
            sort, name = self._texts(br(self._sort(thing))), self._texts(to_iri(thing))
            amounts = tuple(self._amounts(thing, passes))
            flows.append(
                Flow(thing, source, target, both, sort, name, tuple(map(self._texts, map(to_iri, sorted(items)))),
                     tuple(sorted(said)), amounts, back)
            )  # fmt: skip
        return tuple(flows)

    def _texts(self, iri: str) -> Texts:
        return {lang: reader.label(iri) for lang, reader in self._readers.items()}

    def _amounts(self, thing: str, passes: Callable[[str], bool]) -> Iterator[Detail]:
        """Figures of a thing, in the words of their claims."""
        found: dict[tuple[str, tuple[str, ...]], tuple[Texts, Texts]] = {}
        for lang, reader in self._readers.items():
            for fact in facts_of(reader, to_iri(thing), None, self._rules, acts=False).facts:
                claims = tuple(c.id for c in fact.claims if not c.superseded and passes(c.id))
                if claims and fact.property.id.startswith("ind:"):
                    words = found.setdefault((fact.property.id, claims), ({}, {}))
                    words[0][lang], words[1][lang] = fact.property.label, value(fact, lang)
        for (_, claims), words in sorted(found.items()):
            yield Detail(*words, claims)

    def _given(self, side: Callable[[str], str]) -> Iterator[tuple[tuple[str, str, str, bool], str]]:
        """Acts of one side towards the other, by ties; what holds between the two is no act towards one."""
        ends = {"a": self._poles[0], "b": self._poles[1]}
        for a, b, data in self._network.edges(data=True):
            thing = data.get("via", data["thing"])
            if data["rule"] not in _RULES or self._sort(thing) in ("", "TradeFlow"):
                continue
            x, y = ends.get(side(a)), ends.get(side(b))
            if x and y and x != y:
                yield (thing, x, y, False), data["claim"]

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
        return {curie(g).removeprefix("c:") for g in graphs}

    def _sort(self, thing: str) -> str:
        """The class of a thing that goes over; "" for any other."""
        kinds = kinds_of(self._reader, to_iri(thing))
        return next((sort for sort in _SORTS if sort in kinds), "")

    def _items(self, thing: str) -> dict[str, set[str]]:
        """What is handed over, each with the claims that say so."""
        found: dict[str, set[str]] = defaultdict(set)
        for *_, item, graph in self._reader.view.quads(to_iri(thing), br("item")):
            if is_claim_graph(graph):
                found[curie(str(item))].add(curie(graph).removeprefix("c:"))
        return found

    def _returns(self, thing: str) -> tuple[str, ...]:
        """What a thing is given in exchange for, as claims say."""
        view, iri = self._reader.view, to_iri(thing)
        given = {*view.objects(iri, br("inExchangeFor")), *view.subjects(br("inExchangeFor"), iri)}
        return tuple(sorted(curie(str(x)) for x in given))
