"""A scene as one HTML file: everything inside, nothing fetched, nothing in it but what is meant to run.

pyvis holds what stands where and renders the page with our template; vis-network's script comes from its package.
Scripts and data are gzip'd in the page; ``assets/loader.js`` unpacks the scripts. Data goes into the DOM as text, so
that no name can become markup; a content security policy names the scripts by their hashes and forbids everything else.

``assets/page.js`` is bundled from ``src/``: ``npm run build``.
"""

from __future__ import annotations

import json
import os
import re
from dataclasses import replace
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader

from kg.show.page.citation import abridged, reference
from kg.show.page.columns import lean
from kg.show.page.embed import ASSETS, asset, packed, packed_text, policy, styles
from kg.show.page.folding import stand, stand_first
from kg.show.page.ground import ground_of
from kg.show.page.layout import SMALL
from kg.show.page.plain import plain
from kg.text.terms import LANGUAGES
from kg.values.scene import Scene, Texts

#: Beyond this many things the picture is drawn in one go, and vis shows the surroundings of one thing at a time.
LARGE = 500
_OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": True,
        "multiselect": False,
        "selectConnectedEdges": False,
        "hoverConnectedEdges": False,
        "keyboard": False,
        "zoomSpeed": 0.7,
    },
    "nodes": {"chosen": False},
    "edges": {"chosen": False, "hoverWidth": 0, "selectionWidth": 0, "arrowStrikethrough": False},
}


def render(scene: Scene, lang: str = "en", today: str = "") -> str:
    """The page as text. Equal scenes give equal bytes."""
    import pyvis
    from pyvis.network import Network

    templates = os.path.join(os.path.dirname(pyvis.__file__), "templates")
    points = stand(scene)
    network = Network(directed=True, cdn_resources="in_line")
    # in bulk: add_node looks through all it has each time
    network.nodes += [{"id": n.id, "x": points[n.id][0], "y": points[n.id][1]} for n in scene.nodes]
    network.options = _OPTIONS
    network.path = "page.html.j2"
    network.templateEnv = Environment(
        loader=ChoiceLoader([FileSystemLoader(ASSETS), FileSystemLoader(templates)]), autoescape=True
    )
    vis = asset(os.path.join(templates, "lib", "vis-9.1.2", "vis-network.min.js"))
    vis = re.sub(r"//# sourceMappingURL=.*", "", vis)
    script, unpack, load = (asset(os.path.join(ASSETS, name)) for name in ("page.js", "unpack.js", "loader.js"))
    loader = unpack + load
    words = _words()
    spoken = {key: texts[lang] for key, texts in words.items()}
    network.templateEnv.globals.update(
        lang=lang,
        title=scene.title.get(lang) or "kg",
        css=styles(),
        words=spoken,
        scene=scene,
        plain=plain(scene, spoken, lang),
        reference=reference,
        data=packed({"lang": lang, "today": today, "words": _with_poles(words, scene), **_data(scene, network.nodes)}),
        vis=packed_text(vis),
        script=packed_text(script),
        loader=loader,
        policy=policy(vis, script, loader),
    )
    return str(network.generate_html(notebook=False)).replace("\r\n", "\n")


def _data(scene: Scene, nodes: list[dict[str, Any]]) -> dict[str, Any]:
    """What the page is about; fields have the names of ``kg.values.scene``. What the scene says is not said twice."""
    size = len(scene.nodes)
    statements = tuple(abridged(claim) if claim.citation else claim for claim in scene.statements)
    first = {} if size > LARGE else stand_first(scene)
    return {
        "free": size > SMALL,
        "large": size > LARGE,
        "first": first,
        "scene": lean(replace(scene, statements=statements)),
        "network": {"nodes": lean([{"x": n["x"], "y": n["y"]} for n in nodes]), "options": _OPTIONS},
        "ground": ground_of(scene),
    }


def _with_poles(words: dict[str, Texts], scene: Scene) -> dict[str, Texts]:
    """The words, and what only one of the two says."""
    names = {n.id: n.name for n in scene.nodes if n.id in scene.poles}
    only = words["only"]
    sides = zip("ab", scene.poles, strict=False)
    return words | {
        side: {lang: f"{only[lang]} {names.get(pole, {}).get(lang, pole)}" for lang in only} for side, pole in sides
    }


def _words() -> dict[str, Texts]:
    """The interface in three languages: key → language → text."""
    found: dict[str, list[str]] = json.loads(asset(os.path.join(ASSETS, "words.json")))
    return {key: dict(zip(LANGUAGES, texts, strict=True)) for key, texts in found.items()}
