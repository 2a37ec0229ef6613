"""The texts of a workspace that people write, and so may be rewritten: not those of data sets, nor those that ship."""

from __future__ import annotations

import os
from collections.abc import Iterator

from kg.compile.proposal import read
from kg.errors import WrongCall
from kg.workspace import IMPORTS, Workspace, is_facts


def own_file(workspace: Workspace, name: str | None, what: str) -> str:
    """The file of something, when it may be rewritten. Raises WrongCall."""
    if workspace.bundled:
        raise WrongCall("These are the facts that come with kg.", "kg init DIR makes a workspace of your own.")
    if name is None or name.startswith(IMPORTS):
        raise WrongCall(f"{what} comes from a data set, which kg import writes anew.", "Correct the table it is from.")
    if name.startswith("ontology/") or not os.path.exists(os.path.join(workspace.root, name)):
        raise WrongCall(f"{what} comes with kg, and is no fact of this workspace.")
    return name


def own_texts(workspace: Workspace) -> Iterator[tuple[str, bytes]]:
    """The facts that people write, and the ontology, queries and checks of the workspace itself, by their names."""
    own = os.path.join(workspace.root, "")
    for name, source in sorted((workspace.sources() | workspace.queries()).items()):
        mine = source.path.startswith(own) and not name.startswith((IMPORTS, "ontology/base"))
        if mine and (is_facts(name) or name.endswith((".ttl", ".rq"))):
            yield name, read(workspace, name) or b""
