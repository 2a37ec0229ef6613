"""A scene as one HTML file: everything inside, nothing fetched, nothing in it but what is meant to run.

pyvis holds the network and renders the page with our template; vis-network's script comes from its package. Data goes
into the page as JSON and into its DOM as text, so that no name can become markup; a content security policy names the
scripts by their hashes and forbids everything else.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader

from kg import escapes
from kg.scene import Scene
from kg.show.page.layout import Point, place
from kg.show.page.pack import LARGE, pack
from kg.terms import LANGUAGES

_HERE = os.path.join(os.path.dirname(__file__), "assets")
_SCRIPTS = ("core", "model", "graph", "overview", "panel", "tables", "time", "search", "export", "main")
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
    points = place(scene)
    network = Network(directed=True, cdn_resources="in_line")
    if len(scene.nodes) <= LARGE:  # in bulk: add_node and add_edge look through all they have each time
        network.nodes += [{"id": n.id, "x": points[n.id][0], "y": points[n.id][1]} for n in scene.nodes]
        network.edges += [{"id": r.id, "from": r.source, "to": r.target} for r in scene.relations]
    network.options = _OPTIONS
    network.path = "page.html.j2"
    network.templateEnv = Environment(
        loader=ChoiceLoader([FileSystemLoader(_HERE), FileSystemLoader(templates)]), autoescape=True
    )
    vis = _read(os.path.join(templates, "lib", "vis-9.1.2", "vis-network.min.js"))
    vis = re.sub(r"//# sourceMappingURL=.*", "", vis)
    script = (
        "(function () {\n'use strict';\n" + "".join(_read(os.path.join(_HERE, f"{s}.js")) for s in _SCRIPTS) + "})();\n"
    )
    network.templateEnv.globals.update(
        lang=lang,
        title=scene.title.get(lang) or "kg",
        css=_read(os.path.join(_HERE, "page.css")),
        payload=_json(_payload(scene, points, lang, today)),
        drawn=_json({"nodes": network.nodes, "edges": network.edges}),
        choices=_json(_OPTIONS),
        vis=vis,
        script=script,
        policy=_policy(vis, script),
    )
    return str(network.generate_html(notebook=False)).replace("\r\n", "\n")


def _payload(scene: Scene, points: dict[str, Point], lang: str, today: str) -> dict[str, Any]:
    labels = _words()
    for side, pole in zip("ab", scene.poles, strict=False):
        name = next((n.name for n in scene.nodes if n.id == pole), {})
        labels[side] = {k: f"{labels['only'][k]} {name.get(k, pole)}" for k in labels["only"]}
    return {"lang": lang, "today": today, "words": labels, **pack(scene, points)}


def _words() -> dict[str, dict[str, str]]:
    """The interface in three languages: key → language → text."""
    found: dict[str, list[str]] = json.loads(_read(os.path.join(_HERE, "words.json")))
    return {key: dict(zip(LANGUAGES, texts, strict=True)) for key, texts in found.items()}


def _json(value: Any) -> str:
    """JSON that cannot end the script element it stands in."""
    text = escapes.json(value, separators=(",", ":"))
    for sign in ("<", ">", "&"):
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def _policy(*scripts: str) -> str:
    hashes = " ".join(f"'sha256-{base64.b64encode(hashlib.sha256(s.encode()).digest()).decode()}'" for s in scripts)
    return (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )


def _read(path: str) -> str:
    with open(path, encoding="utf-8") as file:
        return file.read()
