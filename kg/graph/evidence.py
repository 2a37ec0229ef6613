"""Questions about who stands where to whom, answered from the network of claims, each with its evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.errors import WrongCall
from kg.graph.networks import Networks
from kg.text.terms import CLAIM, curie, expand
from kg.values.claims import Claim, Ref

if TYPE_CHECKING:
    from typing import Unpack

    import networkx as nx

    from kg.graph.lens import Filters
    from kg.network.profile import Thing
    from kg.graph.networks import Where
    from kg.values.analyses import Balance, Comparison, Entry, Hop, Path, Profile, Tie

#: The speaker that stands for everybody whom the other slices do not name.
OTHERS = "others"


class Evidence(Networks):
    """Balance, paths, profiles and comparisons. ``Graph`` has them all."""

    def why(
        self,
        a: str,
        b: str,
        *,
        k: int = 3,
        via: Iterable[str] = (),
        avoid: Iterable[str] = (),
        **where: Unpack[Where],
    ) -> list[Path]:
        """The k strongest chains of evidence between two entities, every hop with its claims; see ``kg.network.paths``.

        Plans, forecasts and judgements count too unless ``view`` or ``stance`` says otherwise; each claim shows its
        stance. Empty when nothing connects the two.
        """
        from kg.network.paths import routes
        from kg.text.terms import curie
        from kg.values.analyses import Path

        def short(name: str) -> str:
            return curie(self.resolve(name))

        start, end = short(a), short(b)
        if start == end:
            raise WrongCall(f"{self.reader.label(self.resolve(a))} is one and the same.", "Give two entities.")
        through, around = [short(x) for x in via], [short(x) for x in avoid]
        for name in {start, end}.intersection(around):
            raise WrongCall(f"{self._node(name).label} is an end of the path: it cannot be avoided.")
        where["among"] = "all"
        if not where.get("view") and not where.get("stance"):
            where["view"] = "analysis"
        network = self.network(**where)
        found = routes(network, start, end, k, [x for x in through if x not in (start, end)], around)
        return [Path(tuple(self._hop(network, x, y) for x, y in pairwise(r.nodes)), r.cost) for r in found]

    def balance(self, **where: Unpack[Where]) -> Balance:
        """Structural balance among actors, or states; see ``kg.network.balance``."""
        from kg.network import balance
        from kg.network.project import ties
        from kg.values.analyses import Balance, Restoring, Triangle

        where.setdefault("among", "actors")
        network = self.network(**where)
        summed = ties(network)
        signed = balance.signed(summed)
        counts, share = balance.census(signed)
        camps = balance.camps(signed)

        def tie(pair: tuple[str, str]) -> Tie:
            return self._tie(summed, pair)

        bad = []
        for a, b, c in balance.unbalanced(signed):
            corners = (self._node(a), self._node(b), self._node(c))
            bad.append(Triangle(corners, (tie((a, b)), tie((a, c)), tie((b, c)))))
        return Balance(
            counts,
            share,
            tuple(bad),
            tuple(map(tie, camps.frustrated)),
            (self._nodes(camps.first), self._nodes(camps.second)),
            camps.exact,
            tuple(
                Restoring(self.claim_named(claim), fewer, tuple((self._node(a), self._node(b)) for a, b in pairs))
                for claim, fewer, pairs in balance.restoring(network)
            ),
        )

    def profile(self, a: str, b: str, *, per: str = "year", **where: Unpack[Where]) -> Profile:
        """The dyad of two in figures: agreements, projects, meetings, figures, acts, and cooperation by year or month.

        Without direction; what people and organs do counts for their states. See ``kg.network.profile``.
        """
        from kg.ask.entity import kinds_of
        from kg.network import profile
        from kg.network.project import sum_up
        from kg.values.analyses import Profile, Score

        if per not in profile.PERIODS:
            raise WrongCall(f"‘{per}’ is no period.", f"Periods: {', '.join(profile.PERIODS)}.")
        x, y = curie(self.resolve(a)), curie(self.resolve(b))
        if x == y:
            raise WrongCall(f"{self._node(x).label} is one and the same.", "Give two actors.")
        network = self._described(self._sliced(where, [self.resolve(a), self.resolve(b)], profile.PERIODS[per]))
        joint = profile.between(network, x, y)
        summed = sum_up(joint) if joint else {}
        found = profile.things(network, x, y, lambda name: kinds_of(self.reader, expand(name) or name))
        periods, undated = profile.scores(network, x, y, per)
        sections = {
            name: tuple(self._entry(t, figure=name == "figures") for t in entries) for name, entries in found.items()
        }
        total = (summed.get("weight", 0.0), summed.get("strength", 0.0), summed.get("contested", 0))
        scores = tuple(Score(*p) for p in periods)
        return Profile(self._node(x), self._node(y), *total, sections, scores, undated)

    def compare(self, slices: Sequence[Filters], entities: Sequence[str] = (), names: Sequence[str] = ()) -> Comparison:
        """Slices of the graph side by side, fact by fact: what is new, gone, contested; see ``kg.ask.contrast``.

        Each slice is a set of filters; the speaker ``others`` is everybody who speaks for none of those that the other
        slices name. With two entities the signed weight of their dyad in each slice is given too.
        """
        from dataclasses import replace

        from kg.ask.contrast import contrast
        from kg.ask.filters import Filter
        from kg.network.project import ties

        if len(slices) < 2:
            raise WrongCall("There is nothing to compare with.", "Give two dates, speakers or stances.")
        speakers = [x for s in slices for x in _listed(s.get("according_to"))]
        named = frozenset(self.resolve(x) for x in speakers if x != OTHERS)
        if OTHERS in speakers and not named:
            raise WrongCall("‘others’ are those who speak for nobody else that is named.", "Name at least one speaker.")
        rules, titles = [], []
        for i, given in enumerate(slices):
            others = OTHERS in _listed(given.get("according_to"))
            plain: Filters = {**given, "according_to": ()} if others else given
            rule = self._rules(plain) or Filter()
            rules.append(rule._replace(others=named) if others else rule)
            titles.append(names[i] if names else ", ".join(f"{k}={v}" for k, v in given.items() if v))
        resolved = [self.resolve(e) for e in entities]
        moments = all(set(s) & {"as_of", "known_at"} for s in slices)
        found, notes = contrast(self.reader, list(zip(titles, rules, strict=True)), resolved, in_time=moments)
        if len(resolved) == 2:
            x, y = map(curie, resolved)
            weights = []
            for rule in rules:
                network = self._project(self._cut(rule, None, ()), "actors", rule, resolved)
                weights.append(ties(network).get_edge_data(x, y, default={}).get("weight", 0.0))
            found = replace(found, weights=tuple(weights))
        self.notes = notes
        return found

    # ------------------------------------------------------------------ names to values

    def _entry(self, thing: Thing, *, figure: bool) -> Entry:
        from kg.ask.values import Wording
        from kg.values.analyses import Entry

        claims = tuple(map(self.claim_named, thing.claims))
        relation, words = self._node(thing.relation), ""
        if figure:
            words = Wording(self.reader).measure(expand(thing.thing) or thing.thing, claims[0].iri)[0]
        named = relation if figure else self._node(thing.thing)
        return Entry(named, relation, thing.dates, thing.weight, thing.value, claims, words)

    def _nodes(self, names: Iterable[str]) -> tuple[Ref, ...]:
        return tuple(self._node(v) for v in sorted(names))

    def claim_named(self, name: str) -> Claim:
        """The claim of an id that an edge names."""
        return self.reader.claim(expand(name) or CLAIM + name)

    def _tie(self, summed: nx.Graph[str], pair: tuple[str, str]) -> Tie:
        from kg.values.analyses import Tie

        data = summed.edges[pair]
        claims = tuple(map(self.claim_named, data["claims"].split(" ")))
        return Tie(self._node(pair[0]), self._node(pair[1]), data["sign"], data["weight"], claims)

    def _hop(self, network: nx.MultiDiGraph[str], x: str, y: str) -> Hop:
        from kg.values.analyses import Hop

        there = list(network.get_edge_data(x, y, default={}).values())
        back = list(network.get_edge_data(y, x, default={}).values())
        edges = sorted(there + back, key=lambda d: d["claim"])
        relations = dict.fromkeys(self._node(d["relation"]) for d in edges)
        claims = dict.fromkeys(c for d in edges for c in (d["claim"], *d.get("needs", "").split()))
        return Hop(
            self._node(x),
            self._node(y),
            tuple(relations),
            tuple(map(self.claim_named, claims)),
            bool(there) or not back,
        )


def _listed(value: str | Sequence[str] | None) -> Sequence[str]:
    return [value] if isinstance(value, str) else value or ()
