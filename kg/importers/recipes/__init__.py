"""Mappings for data sets that many use: one file each, called like the recipe."""

from __future__ import annotations

import os
import tomllib
from difflib import get_close_matches
from typing import NamedTuple

from kg.errors import WrongCall

_HOME = os.path.dirname(__file__)
_ENDING = ".toml"


class Recipe(NamedTuple):
    """A recipe as it is listed: its name, the data set, the file of it that is read, and the licence of that."""

    name: str
    title: str
    file: str
    licence: str
    home: str


def names() -> list[str]:
    """The names of all recipes."""
    return sorted(n.removesuffix(_ENDING) for n in os.listdir(_HOME) if n.endswith(_ENDING))


def recipes() -> list[Recipe]:
    """All recipes."""
    found = ((name, tomllib.loads(text_of(name))["about"]) for name in names())
    return [Recipe(name, *(about[key] for key in Recipe._fields[1:])) for name, about in found]


def text_of(name: str) -> str:
    """The mapping of a recipe. Raises WrongCall for one that is not there."""
    known = names()
    if name not in known:
        near = get_close_matches(name, known, 1)
        hint = f"Did you mean {near[0]}? " if near else ""
        raise WrongCall(f"‘{name}’ is no recipe.", f"{hint}There are {', '.join(known)}.")
    with open(os.path.join(_HOME, name + _ENDING), encoding="utf-8") as file:
        return file.read()
