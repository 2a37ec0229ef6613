"""What lies among the texts of a workspace and is not read: nothing is left out without a word.

A look-up lists the sources and no more; this is for checks and builds, which have the time to look at everything.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

from kg.values.findings import Finding
from kg.workspace import is_facts

#: Endings of RDF that facts/ is not read from, packed or not.
_RDF = (".ttl", ".nt", ".nq", ".n3", ".rdf", ".owl", ".trix", ".jsonld", ".trig")
#: Claims to copy from; a workspace's own lie in facts/.
_EXAMPLES = "ontology/examples"
_PACKED = (".gz", ".bz2", ".xz", ".zst", ".zip")


def overlooked(root: str) -> list[Finding]:
    """Findings about folders and files below ``facts`` and ``ontology`` that are not read, or cannot be."""
    found = [f for name in ("facts", "ontology") for f in _look(os.path.join(root, name), name)]
    return sorted(found)


def can_be_named(name: str) -> bool:
    """Whether a file's name is a text in one line, as graphs and lists of files need it."""
    return not any(c < " " or "\ud800" <= c <= "\udfff" for c in name)


def _look(folder: str, name: str) -> Iterator[Finding]:
    try:
        entries = sorted(os.scandir(folder), key=lambda e: e.name)
    except FileNotFoundError:
        return
    except OSError as error:
        message = f"The folder cannot be read: {error.strerror}. What it holds is unknown."
        yield _finding(name, "error", "unreadable", message, "Check its rights, or move it out of the workspace.")
        return
    for entry in entries:
        child = f"{name}/{entry.name}"
        if entry.name.startswith(".") or child == _EXAMPLES:
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _look(entry.path, child)
        elif entry.is_dir():
            hint = "Put the folder itself here, or a link to each of its files."
            yield _finding(
                child, "warning", "not-read", "A linked folder is not followed: nothing in it is read.", hint
            )
        else:
            yield from _unread(child)


def _unread(name: str) -> Iterator[Finding]:
    base = name.lower()
    packed = base.endswith(_PACKED)
    stem = os.path.splitext(base)[0] if packed else base
    if is_facts(name) if name.startswith("facts/") else name.endswith((".ttl", ".rq")):
        if not can_be_named(name):
            message = "The name of the file holds a line break or bytes that are no text."
            yield _finding(name, "error", "file-name", message, "Rename it.")
        return
    if name.startswith("facts/") and stem.endswith(_RDF):
        hint = "Unpack it." if packed else "Convert it to TriG and end its name in .trig, or: kg import rdf FILE."
        yield _finding(name, "warning", "not-read", "Facts are read from .trig files only; this one is not read.", hint)
    elif name.startswith("ontology/") and stem.endswith((*_RDF, ".rq", ".sparql")):
        hint = "Vocabulary ends in .ttl, checks and queries end in .rq, in small letters."
        yield _finding(name, "warning", "not-read", "A file of this ending is not read from ontology/.", hint)


def _finding(name: str, severity: str, check: str, message: str, hint: str) -> Finding:
    return Finding(name, 1, 1, severity, check, message, hint)
