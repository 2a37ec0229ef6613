"""The page for who runs no script, for search engines and for paper: what is claimed, by section, as plain text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.values.scene import Scene, Statement

#: More claims than these would double what a page weighs; the rest are counted.
MOST = 200


@dataclass(frozen=True)
class Section:
    """Claims on one kind of relation, under its name."""

    title: str
    claims: tuple[Statement, ...]


@dataclass(frozen=True)
class Plain:
    """What the template writes: sections, the names of stances, and how many claims are left out."""

    sections: tuple[Section, ...]
    stances: Mapping[str, str]
    left_out: int


def plain(scene: Scene, words: Mapping[str, str], lang: str) -> Plain:
    """The claims of a scene in sections, each once: under its first relation, or with what is said of one thing."""
    family: dict[str, str] = {}
    for relation in scene.relations:
        for mention in relation.mentions:
            family.setdefault(mention.claim, relation.family)
    titles = {f"f-{name}": words.get(f"f-{name}", name) for name in sorted(scene.families)} | {"facts": words["facts"]}
    found: dict[str, list[Statement]] = {key: [] for key in titles}
    for claim in scene.statements[:MOST]:
        found[f"f-{family[claim.id]}" if claim.id in family else "facts"].append(claim)
    return Plain(
        tuple(Section(titles[key], tuple(claims)) for key, claims in found.items() if claims),
        {stance: texts.get(lang) or stance for stance, texts in scene.stances.items()},
        len(scene.statements[MOST:]),
    )
