"""Pages: which part of the graph one page shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from kg.ask.scope import claims_about_all
from kg.errors import WorldError, WrongCall
from kg.graph.lens import Lens
from kg.graph.projection import part_of, project, whole
from kg.graph.staging import Staging, is_side
from kg.network.paths import routes
from kg.network.project import add_edges, only
from kg.text.files import save_text
from kg.text.terms import ID, curie
from kg.values.notes import Note
from kg.values.said import Said

if TYPE_CHECKING:
    from kg.graph.lens import Noted
    from kg.graph.projection import Where
    from kg.network.project import Network
    from kg.values.answers import Table
    from kg.values.scene import Scene

#: Ties of data sets that one picture holds.
_SHOWN = 1000


class Page(NamedTuple):
    """A page that is done: save it, or look at it in a notebook."""

    html: str

    def __repr__(self) -> str:
        return f"Page({len(self.html.encode()) // 1000:,} kB of HTML; save(path) writes it)"

    def save(self, path: str) -> None:
        """Write the page whole or not at all. Raises WorldError."""
        save_text(path, self.html)

    def _repr_html_(self) -> str:
        """The page in a frame of its own: its rules and scripts stay inside."""
        from html import escape

        return (
            f'<iframe title="kg" style="width:100%;height:720px;border:0" sandbox="allow-scripts allow-downloads" '
            f'srcdoc="{escape(self.html)}"></iframe>'
        )


def scene(
    lens: Lens,
    entities: Sequence[str],
    where: Where,
    path: bool,
    everything: bool,
    k: int,
    poles: Sequence[str] = (),
) -> Noted[Scene]:
    """What a page of some entities shows: also what speaks against it. ``poles``: where no two are asked for."""
    resolved = list(dict.fromkeys(map(lens.resolve, entities)))
    if path and len(resolved) != 2:
        raise WrongCall("A path has two ends.", 'kg view --path CHN "tumen bridge"')
    dyad = not path and len(resolved) == 2 and all(is_side(lens.reader.view, r) for r in resolved)
    near, ids = resolved if dyad or len(resolved) == 1 else (), list(map(curie, resolved))
    part = part_of(lens, whole(where))
    told = _told(lens, resolved, everything) if dyad else None
    network, notes = project(lens, part, near, among=told)
    steps = {frozenset(s) for r in routes(network, ids[0], ids[1], k) for s in pairwise(r.nodes)} if path else set()
    denials, _ = project(lens, part.of("denied", "absent"), near)
    add_edges(network, ((a, b, f"{key}~", d) for a, b, key, d in denials.edges(keys=True, data=True)))
    if path:
        network = only(network, [e for e in network.edges(keys=True) if frozenset(e[:2]) in steps]).copy()
    elif told is not None:
        edges = network.edges(keys=True, data=True)
        kept = [(a, b, key) for a, b, key, d in edges if d["claim"] in told or "count" in d]  # all that records sum up
        network = only(network, kept).copy()
    elif ids:
        around = {v for i in ids if i in network for v in (i, *network.successors(i), *network.predecessors(i))}
        network = network.subgraph(around).copy()
    notes += _thin_out(network)
    return Staging(lens.under(part.rules), network, ids or poles, part.rules).scene(), notes


def _told(lens: Lens, sides: Sequence[str], everything: bool) -> set[str]:
    """The ids of the claims on both sides, of lesser salience only with ``everything``."""
    touching = {curie(c).removeprefix("c:") for c in claims_about_all(lens.reader, sides)}
    return touching if everything else {c for c in touching if lens.claim(c).salience is None}


def _thin_out(network: Network) -> list[Note]:
    """Take out the ties of data sets that have fewest records, where there are more than a picture can show."""
    bulk = [(-d.get("count", 1), a, b, key) for a, b, key, d in network.edges(keys=True, data=True) if "count" in d]
    if len(bulk) <= _SHOWN:
        return []
    network.remove_edges_from([e[1:] for e in sorted(bulk)[_SHOWN:]])
    network.remove_nodes_from([v for v in list(network) if not network.degree(v)])
    return [Note("ties-shown", {"ties": len(bulk), "shown": _SHOWN})]


def view(
    lens: Lens,
    entities: Sequence[str],
    where: Where,
    path: bool,
    everything: bool,
    k: int,
    story: str | None,
    say: Callable[[str], None],
    since: str | None = None,
) -> Noted[Page | None]:
    """The scene as a page; None when nothing passes the filters."""
    steps = read_story(story) if story else ()
    say(Said("collecting claims"))
    found, notes = scene(lens, entities, where, path, everything, k)
    if since is not None:
        from kg.graph.since import with_earlier

        found = with_earlier(
            lens, found, since, lambda at, poles: scene(at, entities, where, path, everything, k, poles)[0], say
        )
    say(Said("laying out {count:,} things", count=len(found.nodes)))
    return _page(lens, replace(found, story=steps)) if found.nodes else None, notes


def _page(lens: Lens, scene: Scene) -> Page:
    from kg.show.page.page import render  # it takes longer than many a scene

    return Page(render(scene, lens.reader.lang))


def view_of(lens: Lens, table: Table, hinted: bool) -> Noted[Page | None]:
    """The result of a query as a page; None when no claim joins any of its pairs."""
    names = ("from", "to") if {"from", "to"} <= set(table.columns) else table.columns[:2] if hinted else ()
    if len(names) < 2:
        raise WrongCall(
            "The result does not say what joins what.",
            "Name two columns ?from and ?to, or write #defaultView:Graph.",
        )
    a, b = (table.columns.index(n) for n in names)
    ends = [(row[a] or "", row[b] or "") for row in table.rows]
    pairs = {(curie(x), curie(y)) for x, y in ends if x.startswith(ID) and y.startswith(ID)}
    network, _ = project(lens, part_of(lens, whole({})))
    keep = [e for e in network.edges(keys=True) if e[:2] in pairs or (e[1], e[0]) in pairs]
    tied = {frozenset(e[:2]) for e in keep}
    untied = sum(frozenset(pair) not in tied for pair in pairs)
    notes = [Note("untied-pairs", {"pairs": untied})] if untied else []
    return _page(lens, Staging(lens, only(network, keep).copy(), []).scene()) if keep else None, notes


def read_story(path: str) -> tuple[dict[str, str], ...]:
    """Steps of a story: a line each, the sentence, a tab, the view (what stands behind # in the page's address).

    Empty lines and those that begin with # are skipped. Raises WorldError, or WrongCall with the line.
    """
    try:
        with open(path, encoding="utf-8-sig") as file:
            lines = file.read().splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise WorldError(Said("{path} cannot be read: {error}.", path=path, error=error)) from error
    steps = []
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        text, tab, view = line.partition("\t")
        if not tab or not text.strip():
            raise WrongCall(
                Said("{path}:{line}: a step is a sentence, a tab and a view.", path=path, line=number),
                "The bridge is planned.\tnode=e:tumen-bridge",
            )
        steps.append({"text": text.strip(), "view": view.strip().lstrip("#")})
    return tuple(steps)
