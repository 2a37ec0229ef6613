"""Facts files brought to the names that the ontology has now: nothing else of them changes, not a byte."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from kg.claims.renamed import Renamed
from kg.compile.ontology import ontology_of
from kg.compile.read import read_bytes
from kg.errors import WorldError, WrongCall
from kg.text.files import replace
from kg.workspace import IMPORTS, Workspace, is_facts

_BOM = b"\xef\xbb\xbf"


class Fixable(NamedTuple):
    """Files by their names, and the names that the ontology has given up."""

    files: dict[str, str]
    renamed: Renamed


def fixable(workspace: Workspace, wanted: Mapping[str, str | None]) -> Fixable:
    """The facts files of a workspace that may be rewritten: those that people write.

    ``wanted``: files as they were called, each with its name in the workspace; all where none is. Raises WrongCall.
    """
    if workspace.bundled:
        raise WrongCall("These are the facts that come with kg.", "kg init DIR makes a workspace of your own.")
    for path, name in wanted.items():
        if name is None:
            raise WrongCall(f"{path} is outside the workspace.", "Put it into its facts/ folder first.")
        if name.startswith(IMPORTS):
            raise WrongCall(f"{path} is an import's.", "kg import writes it anew, with the new names.")
    own = {n: s.path for n, s in workspace.sources().items() if is_facts(n) and not n.startswith(IMPORTS)}
    gone = next((path for path, name in wanted.items() if name not in own), None)
    if gone:
        raise WrongCall(f"There is no facts file {gone}.")
    files = {n: p for n, p in own.items() if not wanted or n in wanted.values()}
    return Fixable(files, Renamed.of(ontology_of(workspace)))


def fix_file(name: str, path: str, renamed: Renamed, *, dry: bool = False) -> Counter[str]:
    """Write the new names into a file; gives the old ones and how often they stood there.

    What cannot be read is not touched: where a text is not closed, nobody knows what is a name. Raises WrongCall,
    WorldError.
    """
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        raise WorldError(f"{path} cannot be read: {error.strerror or error}.") from error
    before = read_bytes(name, data, renamed)
    broken = next((f for f in before.findings if f.check in ("syntax", "encoding")), None)
    if broken:
        raise WrongCall(f"{name}:{broken.line}: {broken.message}", "Correct it first: so nothing there was changed.")
    mark = _BOM if data.startswith(_BOM) else b""
    text, old = renamed.rewritten(data.removeprefix(_BOM).decode())
    fixed = mark + text.encode()
    if not old or dry:
        return Counter(old)
    if read_bytes(name, fixed, renamed).quads != before.quads:
        raise WrongCall(f"{name}: the new names would change what the file says.", "Rename its terms by hand.")
    place = os.path.realpath(path)  # a link stays one
    if not os.access(place, os.W_OK):
        raise WorldError(f"{path} cannot be written: it is read-only.")
    replace(place, lambda beside: _write(beside, fixed))
    return Counter(old)


def _write(path: str, data: bytes) -> None:
    with open(path, "wb") as file:
        file.write(data)
