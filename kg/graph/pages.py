"""Pages: which part of the graph one page shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from kg.ask.scope import claims_about_all
from kg.claims.cut import Cut
from kg.errors import WorldError, WrongCall
from kg.graph.lens import Lens
from kg.graph.links import NO_LINKS, Links, linked
from kg.graph.projection import Part, part_of, project, whole
from kg.graph.remainder import Asked
from kg.graph.staging import Staging, is_side
from kg.network.paths import routes
from kg.network.project import add_edges, only
from kg.show.notes import note_text
from kg.show.words import word
from kg.starter import example_claims
from kg.text.files import save_text
from kg.text.terms import CLAIM, ID, LANGUAGES, curie
from kg.values.notes import Note, together
from kg.values.said import Said

if TYPE_CHECKING:
    from kg.ask.filters import Filter
    from kg.graph.bands import Bands
    from kg.graph.lens import Noted
    from kg.graph.projection import Where
    from kg.network.project import Network
    from kg.values.answers import Table
    from kg.values.scene import Scene, Texts

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
    asked = (
        Asked(part, frozenset(), frozenset(), bare=True)
        if path
        else _asked(lens, part, resolved, everything=everything or not dyad)
    )
    seen = lens.under(part.rules)
    bands = None if path else _bands(seen, part.rules, resolved)
    network, notes = project(lens, part, near, among=asked.core if dyad else None, acts=bands is None)
    steps = {frozenset(s) for r in routes(network, ids[0], ids[1], k) for s in pairwise(r.nodes)} if path else set()
    denials, _ = project(lens, part.of("denied", "absent"), near, acts=bands is None)
    add_edges(network, ((a, b, f"{key}~", d) for a, b, key, d in denials.edges(keys=True, data=True)))
    if path:
        network = only(network, [e for e in network.edges(keys=True) if frozenset(e[:2]) in steps]).copy()
    elif dyad:
        told = asked.core or frozenset()
        recorded = set(lens.index.records.names_of_datasets) if lens.index.records else set[str]()
        edges = network.edges(keys=True, data=True)
        kept = [(a, b, key) for a, b, key, d in edges if d["claim"] in told or d["document"] in recorded]
        network = only(network, kept).copy()
    elif ids:
        around = {v for i in ids if i in network for v in (i, *network.successors(i), *network.predecessors(i))}
        network = network.subgraph(around).copy()
    if not path:
        _once(network, asked.invented)
    notes += _thin_out(network)
    return _staged(seen, network, ids or poles, asked, notes, matter=None if path else resolved, bands=bands)


def _bands(lens: Lens, rules: Filter, entities: Sequence[str]) -> Bands | None:
    """The acts that a page of states shows as bands; those of anybody else are relations like others."""
    if lens.index.records is None or not all(is_side(lens.reader.view, e) for e in entities):
        return None
    from kg.graph.bands import bands_of

    return bands_of(lens, rules, entities)


def _staged(
    lens: Lens,
    network: Network,
    ids: Sequence[str],
    asked: Asked,
    notes: list[Note],
    title: Texts | None = None,
    matter: Sequence[str] | None = None,
    bands: Bands | None = None,
) -> Noted[Scene]:
    """A scene that says itself what it leaves out, and the same remarks."""
    staging = Staging(lens, network, ids, asked, title, matter, bands)
    found = staging.scene()
    notes = together([*notes, *staging.notes()])
    invented = len(_invented(lens) & {s.id for s in found.statements})
    warnings = [Note("example-shown", {"claims": invented})] if invented else []
    return replace(found, notes=_in_words(notes), warnings=_in_words(warnings)), [*warnings, *notes]


def _in_words(notes: Iterable[Note]) -> tuple[Texts, ...]:
    return tuple({lang: note_text(note, lang) for lang in LANGUAGES} for note in notes)


def _invented(lens: Lens) -> set[str]:
    """The ids of the claims that are the starter's example: nobody's but ours, and about no states there are."""
    there = lens.reader.claims.statements.iris(Cut())
    return {name for name, file in example_claims().items() if CLAIM + name in there and lens.claim(name).file == file}


def _asked(lens: Lens, part: Part, entities: Sequence[str], *, everything: bool) -> Asked:
    """Which claims a page is about. ``everything``: also those of lesser salience."""
    if not entities:
        invented, all_there = _invented(lens), lens.reader.claims.statements.iris(Cut())
        own = len(all_there) > len(invented) or lens.reader.index is not None
        return Asked(part, invented=frozenset(invented) if own else frozenset())
    on = frozenset(curie(c).removeprefix("c:") for c in claims_about_all(lens.reader, entities))
    return Asked(part, on, on if everything else frozenset(c for c in on if lens.claim(c).salience is None))


def _once(network: Network, invented: AbstractSet[str]) -> None:
    """Take out what is drawn already, and what nobody but our example says.

    What actors of states do is an edge of theirs: summed up for their states it would be drawn, and counted, twice.
    """
    edges = network.edges(keys=True, data=True)
    twice = [(a, b, key) for a, b, key, d in edges if d["rule"] == "lifted" and "count" in d]
    network.remove_edges_from([*twice, *((a, b, key) for a, b, key, d in edges if d["claim"] in invented)])


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
    beside: Sequence[str] = (),
    links: Links = NO_LINKS,
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
    if beside:
        found = _beside(lens, found, entities, beside, where, everything)
    found, absent = linked(lens, found, links)
    notes += absent
    say(Said("laying out {count:,} things", count=len(found.nodes)))
    return _page(lens, replace(found, story=steps)) if found.nodes else None, notes


def _beside(
    lens: Lens, first: Scene, entities: Sequence[str], beside: Sequence[str], where: Where, everything: bool
) -> Scene:
    """The scene of a pair with another pair beside it. Raises WrongCall when either is none."""
    from kg.graph.beside import with_beside

    pairs = [{lens.resolve(name) for name in pair} for pair in (entities, beside)]
    if not all(len(pair) == 2 and all(is_side(lens.reader.view, iri) for iri in pair) for pair in pairs):
        raise WrongCall("Beside a pair of states stands a pair of states.", "kg view PRK RUS --beside PRK CHN")
    if pairs[0] == pairs[1]:
        raise WrongCall("That is one pair twice.", "kg view PRK RUS --beside PRK CHN")
    second, _ = scene(lens, beside, where, False, everything, 1)
    if not second.nodes:
        names = " – ".join(lens.reader.label(lens.resolve(name)) for name in beside)
        raise WrongCall(Said("No claim here is on both: {names}.", names=names))
    return with_beside(first, second)


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
    part = part_of(lens, whole({}))
    network, _ = project(lens, part)
    keep = [e for e in network.edges(keys=True) if e[:2] in pairs or (e[1], e[0]) in pairs]
    tied = {frozenset(e[:2]) for e in keep}
    untied = sum(frozenset(pair) not in tied for pair in pairs)
    notes = [Note("untied-pairs", {"pairs": untied})] if untied else []
    if not keep:
        return None, notes
    title = {lang: word("result of a query", lang) for lang in LANGUAGES}
    found, notes = _staged(
        lens, only(network, keep).copy(), (), Asked(part, frozenset(), frozenset(), bare=True), notes, title
    )
    return _page(lens, found), notes


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
