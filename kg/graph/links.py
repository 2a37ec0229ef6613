"""What a page links to beside itself: a brief of the same, and the places of claims in the reader's own copies.

A page carries no text of a source. Where the very text that claims are counted in is kept, a claim gets the first and
last words of its passage, by which a browser finds the place on the page of the web or in the copy.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from kg.author.kept import path_of
from kg.errors import WorldError, WrongCall
from kg.graph.lens import Lens
from kg.show.brief_page import places
from kg.text.escapes import href, part
from kg.text.terms import DOC, expand
from kg.values.claims import Document, Passage
from kg.values.notes import Note
from kg.values.said import Said
from kg.values.scene import Companion, Scene, Source

#: So many words at each end of a passage stand for it.
_WORDS = 4


class Links(NamedTuple):
    """What lies beside a page: a brief in HTML, a folder of own copies of the sources, and the page's own folder."""

    brief: str | None = None
    copies: str | None = None
    folder: str = "."


NO_LINKS = Links()


def _companion(path: str, folder: str) -> Companion:
    """A brief in HTML as a page in ``folder`` links to it. Raises WorldError, or WrongCall for what is none."""
    try:
        with open(path, encoding="utf-8") as file:
            claims = places(file.read())
    except (OSError, UnicodeDecodeError) as error:
        raise WorldError(Said("{path} cannot be read: {error}.", path=path, error=error)) from error
    if not claims:
        raise WrongCall(
            Said("{path} is no brief of kg: no claim has a place in it.", path=path),
            "kg brief PRK RUS --format html > brief.html",
        )
    return Companion(_seen_from(folder, path), tuple(sorted(claims)))


def linked(lens: Lens, scene: Scene, links: Links) -> tuple[Scene, list[Note]]:
    """A scene whose claims lead to their places in the brief and, where the text is kept, in the sources."""
    brief, copies, folder = links
    if copies is not None and not os.path.isdir(copies):
        raise WrongCall(
            Said("There is no folder {path}.", path=copies),
            "--sources DIR is the folder with your copies of the sources.",
        )
    texts, sources, absent = dict[str, str](), list[Source](), list[str]()
    for source in scene.sources:
        document = lens.reader.document(expand(source.id) or DOC + source.id)
        own = _copy(copies, document)
        kept = _text(own, document) if own else None
        if copies is not None and document.text_hash:
            absent += [] if kept is not None else [source.id]
        sources.append(replace(source, copy=_seen_from(folder, own)) if kept is not None else source)
        text = kept if kept is not None else _text(path_of(lens.workspace, document), document)
        if text is not None and (kept is not None or source.address):
            texts[source.id] = text
    statements = tuple(
        replace(s, quoted=_fragment(texts[s.document], lens.claim(s.id).passages)) if s.document in texts else s
        for s in scene.statements
    )
    notes = [Note("copies-absent", {"names": tuple(absent)})] if absent else []
    lying = _companion(brief, folder) if brief is not None else None
    return replace(scene, sources=tuple(sources), statements=statements, brief=lying), notes


def _seen_from(folder: str, path: str) -> str:
    try:
        return href(os.path.relpath(path, folder))
    except ValueError:  # on another drive
        return href(os.path.abspath(path))


def _copy(copies: str | None, document: Document) -> str:
    """Where a copy would lie; a document may come from anybody, so it names no other folder."""
    name = document.file_name or ""
    return os.path.join(copies, name) if copies is not None and name and os.path.basename(name) == name else ""


def _text(path: str, document: Document) -> str | None:
    """The text at a path, when it is the very one that the document's claims are counted in."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError:  # not kept, which is for its reader to decide
        return None
    return data.decode("utf-8", "replace") if hashlib.sha256(data).hexdigest() == document.text_hash else None


def _fragment(text: str, passages: Sequence[Passage]) -> str:
    """The ends of the first passage as browsers look for it behind ``#:~:text=``; empty where none has a place."""
    first = next((p for p in passages if p.start is not None and p.end is not None), None)
    lines = [line.split() for line in text[first.start : first.end].splitlines() if line.strip()] if first else []
    if not lines:
        return ""
    if len(lines) == 1 and len(lines[0]) <= 2 * _WORDS:
        return _part(lines[0])
    return ",".join(_part(words) for words in (lines[0][:_WORDS], lines[-1][-_WORDS:]))


def _part(words: list[str]) -> str:
    return part(" ".join(words)).replace("-", "%2D")  # a minus would end what is looked for
