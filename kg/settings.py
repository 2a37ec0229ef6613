"""What a workspace says of itself in ``kg.toml``: what it builds on, and the prefixes of its own names.

extends = "articles"

[prefixes]
my = "https://example.org/my/"
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any, NamedTuple

from kg.errors import WorldError
from kg.text.terms import declare

FILE = "kg.toml"
#: What a workspace may build on: the facts that come with kg.
ARTICLES = "articles"


class Settings(NamedTuple):
    """The settings of one workspace. ``extends``: the facts that are read beside its own, or ""."""

    extends: str = ""
    prefixes: Mapping[str, str] = {}


def settings_of(root: str) -> Settings:
    """The settings in a folder, whose prefixes are understood everywhere from now on. Raises WorldError."""
    try:
        with open(os.path.join(root, FILE), "rb") as file:
            data = file.read()
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise WorldError(f"{FILE} cannot be read: {error.strerror or error}.") from error
    import tomllib  # most workspaces set nothing

    try:
        found = _checked(tomllib.loads(data.decode()))
    except ValueError as error:
        raise WorldError(f"{os.path.join(root, FILE)}: {error}.", "Correct the file, or take the line out.") from error
    return found


def _checked(found: dict[str, Any]) -> Settings:
    """The settings in a file. Raises ValueError."""
    unknown = sorted(set(found) - set(Settings._fields))
    if unknown:
        raise ValueError(f"there is no setting ‘{unknown[0]}’; there are {', '.join(Settings._fields)}")
    settings = Settings(**found)
    if settings.extends not in ("", ARTICLES):
        raise ValueError(f'extends = "{ARTICLES}" is all that a workspace can build on')
    if not isinstance(settings.prefixes, dict):
        raise ValueError('prefixes are a table: [prefixes], and below it my = "https://example.org/my/"')
    for prefix, iri in settings.prefixes.items():
        if not (isinstance(iri, str) and "://" in iri and iri.endswith(("/", "#"))):
            raise ValueError(f"the prefix {prefix}: stands for an address that ends in / or #")
        if not declare(prefix, iri):
            raise ValueError(f"the prefix {prefix}: has a meaning already, or its address has a prefix")
    return settings
