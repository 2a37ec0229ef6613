"""Pages: which part of the graph one page shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from kg.errors import WorldError, WrongCall
from kg.evidence import Evidence
from kg.text.terms import ID, curie
from kg.values.notes import Note

if TYPE_CHECKING:
    from typing import Unpack

    import networkx as nx

    from kg.networks import Where
    from kg.values.answers import Table
    from kg.values.scene import Scene


#: Ties of data sets that one picture holds.
_SHOWN = 1000


class Page(NamedTuple):
    """A page that is done: save it, or look at it in a notebook."""

    html: str

    def save(self, path: str) -> None:
        """Write the page whole or not at all. Raises WorldError."""
        from kg.network.export import save_text

        save_text(path, self.html)

    def _repr_html_(self) -> str:
        """The page in a frame of its own: its rules and scripts stay inside."""
        from html import escape

        return (
            f'<iframe title="kg" style="width:100%;height:720px;border:0" sandbox="allow-scripts allow-downloads" '
            f'srcdoc="{escape(self.html)}"></iframe>'
        )


class Views(Evidence):
    """Scenes for pages. ``Graph`` has them."""

    def scene(
        self, *entities: str, path: bool = False, everything: bool = False, k: int = 5, **where: Unpack[Where]
    ) -> Scene:
        """What a page of some entities shows.

        Two states or groups: claims that touch both. One entity, or several: their surroundings. With ``path``: the k
        strongest paths from the first to the second. None: the whole graph. Claims of lesser salience are left out of
        the relation of two, unless ``everything``. Plans and judgements are shown, marked by their stance.
        """
        from kg.staging import Staging, is_side

        resolved = list(dict.fromkeys(self.resolve(e) for e in entities))
        if path and len(resolved) != 2:
            raise WrongCall("A path has two ends.", 'kg view --path CHN "tumen bridge"')
        where["among"] = "all"
        if not where.get("view") and not where.get("stance"):
            where["view"] = "analysis"
        network = self._scene_network(where, resolved if not path else ())
        ids = [curie(r) for r in resolved]
        if path:
            network = self._along(network, entities, k, where)
        elif len(ids) == 2 and all(is_side(self.quads, r) for r in resolved):
            network = self._between(network, resolved, everything)
        elif ids:
            near = {v for i in ids if i in network for v in (i, *network.successors(i), *network.predecessors(i))}
            network = network.subgraph(near).copy()
        return Staging(self, self._foremost(network), ids, self._rules_of(where)).scene()

    def _foremost(self, network: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
        """Without the ties of data sets that have fewest records, where there are more than a picture can show."""
        bulk = [(-d.get("count", 1), a, b, key) for a, b, key, d in network.edges(keys=True, data=True) if "count" in d]
        if len(bulk) <= _SHOWN:
            return network
        weak = sorted(bulk)[_SHOWN:]
        network = network.copy()
        network.remove_edges_from([e[1:] for e in weak])
        network.remove_nodes_from([v for v in list(network) if not network.degree(v)])
        self.notes.append(Note("ties-shown", {"ties": len(bulk), "shown": _SHOWN}))
        return network

    def _scene_network(self, where: Where, near: Sequence[str]) -> nx.MultiDiGraph[str]:
        """All that a page may show: also what speaks against it."""
        from kg.network.project import add_edges
        from kg.staging import is_side

        two = len(near) == 1 or (len(near) == 2 and all(is_side(self.quads, r) for r in near))
        network = self._sliced(where, near if two else ())
        notes, cut, rules = self.notes, self._cut_of(where), self._rules_of(where)
        denials = self._project(cut._replace(standings=("denied", "absent")), "all", rules, near if two else ())
        add_edges(network, ((a, b, f"{key}~", d) for a, b, key, d in denials.edges(keys=True, data=True)))
        self.notes = notes
        return network

    def view(
        self,
        *entities: str,
        path: bool = False,
        everything: bool = False,
        k: int = 5,
        story: str | None = None,
        say: Callable[[str], None] = lambda text: None,
        **where: Unpack[Where],
    ) -> Page | None:
        """The scene as one offline HTML page, which notebooks show; None when nothing passes the filters.

        ``story``: a file of steps, see ``read_story``. ``say`` hears what is being done.
        """
        from dataclasses import replace

        from kg.show.page.page import render

        steps = read_story(story) if story else ()
        say("collecting claims")
        scene = self.scene(*entities, path=path, everything=everything, k=k, **where)
        say(f"laying out {len(scene.nodes):,} things")
        if steps:
            scene = replace(scene, story=steps)
        return Page(render(scene, self.lang)) if scene.nodes else None

    def view_of(self, table: Table, *, hinted: bool = False) -> Page | None:
        """The result of a query as a page: its pairs of entities, with all that claims say between the two.

        The columns are ``from`` and ``to``; with ``hinted`` (Wikidata's #defaultView:Graph) the first two. A pair that
        no claim joins has no evidence, so it is counted in the notes and not drawn. None when nothing is left. Raises
        WrongCall when the columns are not there.
        """
        from kg.network.project import only
        from kg.show.page.page import render
        from kg.staging import Staging

        names = ("from", "to") if {"from", "to"} <= set(table.columns) else table.columns[:2] if hinted else ()
        if len(names) < 2:
            raise WrongCall(
                "The result does not say what joins what.",
                "Name two columns ?from and ?to, or write #defaultView:Graph.",
            )
        a, b = (table.columns.index(n) for n in names)
        ends = [(row[a] or "", row[b] or "") for row in table.rows]
        pairs = {(curie(x), curie(y)) for x, y in ends if x.startswith(ID) and y.startswith(ID)}
        network = self.network(among="all", view="analysis")
        keep = [e for e in network.edges(keys=True) if e[:2] in pairs or (e[1], e[0]) in pairs]
        tied = {frozenset(e[:2]) for e in keep}
        untied = sum(frozenset(pair) not in tied for pair in pairs)
        self.notes = [Note("untied-pairs", {"pairs": untied})] if untied else []
        if not keep:
            return None
        return Page(render(Staging(self, only(network, keep).copy(), []).scene(), self.lang))

    def _along(self, network: nx.MultiDiGraph[str], ends: Sequence[str], k: int, where: Where) -> nx.MultiDiGraph[str]:
        from kg.network.project import only

        filters: Any = {name: value for name, value in where.items() if name != "among"}
        steps = {
            frozenset((hop.source.id, hop.target.id)) for p in self.why(*ends[:2], k=k, **filters) for hop in p.hops
        }
        keep = [(a, b, key) for a, b, key in network.edges(keys=True) if frozenset((a, b)) in steps]
        return only(network, keep).copy()

    def _between(self, network: nx.MultiDiGraph[str], sides: Sequence[str], everything: bool) -> nx.MultiDiGraph[str]:
        from kg.ask.scope import claims_about_all
        from kg.network.project import only

        touching = {curie(c).removeprefix("c:") for c in claims_about_all(self.reader, sides)}
        if not everything:
            touching = {c for c in touching if self.claim_named(c).salience is None}
        keep = [
            (a, b, key)
            for a, b, key, d in network.edges(keys=True, data=True)
            if d["claim"] in touching or "count" in d
        ]
        return only(network, keep).copy()


def read_story(path: str) -> tuple[dict[str, str], ...]:
    """Steps of a story: a line each, the sentence, a tab, the view (what stands behind # in the page's address).

    Empty lines and those that begin with # are skipped. Raises WorldError, or WrongCall with the line.
    """
    try:
        with open(path, encoding="utf-8-sig") as file:
            lines = file.read().splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise WorldError(f"{path} cannot be read: {error}.") from error
    steps = []
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        text, tab, view = line.partition("\t")
        if not tab or not text.strip():
            raise WrongCall(
                f"{path}:{number}: a step is a sentence, a tab and a view.",
                "The bridge is planned.\tnode=e:tumen-bridge",
            )
        steps.append({"text": text.strip(), "view": view.strip().lstrip("#")})
    return tuple(steps)
