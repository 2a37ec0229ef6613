"""What ``kg init`` writes: an invented example of everything, a workspace for two states, or one that builds on others.

What begins with a dot there has a plain name here, so that no tool takes it for its own.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from typing import NamedTuple

from kg.errors import WorldError, WrongCall
from kg.settings import FILE as SETTINGS

_HERE = os.path.dirname(os.path.abspath(__file__))
#: The invented example, and where it lies.
_EXAMPLE = (
    "README.md",
    "facts/reference.trig",
    "facts/documents.trig",
    "facts/XAA-XBB/everything.trig",
    "sources/note.txt",
)
#: What every workspace gets, if it ships: where it goes → where it lies.
_ALWAYS = {
    "kg.toml": "own/kg.toml",
    ".gitignore": "gitignore",
    ".pre-commit-config.yaml": "hooks/pre-commit-config.yaml",
    ".github/workflows/facts.yml": "hooks/github-workflow.yaml",
}
_EXTENDS = """
# The facts of the two articles that come with kg are read beside your own; where both name a thing, yours win.
extends = "articles"
"""


class Side(NamedTuple):
    """One of the two states of a workspace."""

    id: str
    name: str


def copy_starter(directory: str) -> list[str]:
    """Write the example into a folder and give the paths written. Raises WrongCall when it would overwrite a file."""
    return _write(directory, {name: _text(name) for name in _EXAMPLE} | _always())


def start_pair(directory: str, a: Side, b: Side, lang: str = "en", extends: bool = False) -> list[str]:
    """The same for a workspace of two states without an example. ``lang``: of its README."""
    words = {"A": a.name, "B": b.name, "a": a.id, "b": b.id}
    readme, reference = (_text(f"own/{name}").format(**words) for name in (f"README.{lang}.md", "reference.trig"))
    texts = {"README.md": readme, f"facts/{a.id}-{b.id}/reference.trig": reference}
    return _write(directory, texts | _always(extends))


def start_extending(directory: str) -> list[str]:
    """The same for a workspace that builds on the bundled facts, and has none of its own so far."""
    return _write(directory, _always(extends=True))


def example() -> dict[str, bytes]:
    """The facts and sources of the example, as they were written."""
    return {name: _text(name).encode() for name in _EXAMPLE if "/" in name}


def example_claims() -> dict[str, str]:
    """The ids of the example's claims, with the file that each is written in."""
    claims = re.compile(r"^c:([\w-]+) \{", re.MULTILINE)
    return {found[1]: name for name in _EXAMPLE if name.endswith(".trig") for found in claims.finditer(_text(name))}


def _always(extends: bool = False) -> dict[str, str]:
    texts = {name: _text(place) for name, place in _ALWAYS.items() if os.path.isfile(_path(place))}
    if extends:  # before the first table
        head, _, rest = texts["kg.toml"].partition("\n\n")
        texts["kg.toml"] = f"{head}\n{_EXTENDS}\n{rest}"
    return texts


def _path(name: str) -> str:
    return os.path.join(_HERE, *name.split("/"))


def _text(name: str) -> str:
    with open(_path(name), encoding="utf-8", newline="") as file:
        return file.read()


def _write(directory: str, texts: Mapping[str, str]) -> list[str]:
    """Write files into a folder, none where one of them is there. Raises WrongCall, WorldError."""
    paths = {name: os.path.join(directory, *name.split("/")) for name in texts}
    there = [name for name, path in paths.items() if os.path.lexists(path)]
    for name in there:
        if name not in _ALWAYS or name == SETTINGS:  # a folder may have its own hooks and its own .gitignore
            extends = "extends" in texts[name] and name == SETTINGS
            hint = 'Write extends = "articles" into its first line.' if extends else "Choose another folder."
            raise WrongCall(f"{paths[name]} exists already; nothing was written.", hint)
    targets = {path: texts[name] for name, path in paths.items() if name not in there}
    try:
        for target, text in targets.items():
            os.makedirs(os.path.dirname(target), exist_ok=True)
            with open(target, "x", encoding="utf-8", newline="") as file:
                file.write(text)
    except OSError as error:
        raise WorldError(f"{directory} cannot be written: {error.strerror}.") from error
    return list(targets)
