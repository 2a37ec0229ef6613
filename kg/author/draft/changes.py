"""Drafts put into the file of their document: what is new among them, their ids, and the change that writes them."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from kg.ask.claims import Reader
from kg.author.coder import file_of, named
from kg.author.draft import Origin
from kg.author.file import FactsFile
from kg.author.kept import text_of
from kg.base.catalogue import catalogue
from kg.compile.proposal import Change, digest, read
from kg.errors import NotFound, WorldError
from kg.text.passages import passage_hash
from kg.text.terms import ID, br, local, to_iri
from kg.values.candidate import Candidate, Thing
from kg.values.claims import Document, Literal
from kg.workspace import Workspace

_DRAFT = to_iri("stance:draft")


class Source(NamedTuple):
    """A document of the workspace with its text."""

    document: Document
    text: str

    @property
    def id(self) -> str:
        """The last part of its IRI, with which the ids of its claims begin."""
        return local(self.document.iri)

    @property
    def language(self) -> str:
        """What it is written in; English when it does not say."""
        return (self.document.language or "en").partition("-")[0]

    @property
    def origin(self) -> Origin:
        """Who speaks in it: its author, else its publisher, else somebody not named."""
        known = self.document.creators or self.document.publishers
        author = to_iri(known[0].id) if known else f"{ID}{self.id}-author"
        return Origin(self.document.iri, self.id, author, f"{ID}{self.id}-page")


class Drafts(NamedTuple):
    """What became of candidates: ``new`` are to be written, the others are told. All add up."""

    new: tuple[Candidate, ...]
    claimed: tuple[Candidate, ...]
    drafted: tuple[Candidate, ...]


def source_of(workspace: Workspace, reader: Reader, name: str) -> Source:
    """The document of an id, or the one whose very text a file holds. Raises NotFound, WorldError."""
    documents = reader.documents()
    if os.path.isfile(name):
        data = _bytes(name)
        found = next((d for d in documents if d.text_hash == hashlib.sha256(data).hexdigest()), None)
        if found is None:
            raise NotFound(f"{name} is not the text of a document here.", (), f"kg source add {name} makes it one.")
        return Source(found, data.decode())
    found = next((d for d in documents if to_iri(name) in (d.iri, d.id, local(d.iri))), None)
    if found is None:
        kept = ", ".join(d.id for d in documents if d.file_name)
        hint = f"Documents with texts: {kept}." if kept else "kg source add FILE makes a file one."
        raise NotFound(f"There is no document {name}.", (), hint)
    text = text_of(workspace, found)
    if text is None:
        raise NotFound(f"{found.id} has no text here: it was only read.", (), "Add its text with kg source add.")
    return Source(found, text)


def drafts(reader: Reader, source: Source, candidates: Iterable[Candidate], *, again: bool) -> Drafts:
    """Candidates with their ids, apart: what is new, what overlaps a claim that stands, what was drafted or rejected.

    ``again``: also what overlaps a claim.
    """
    there = {local(c): reader.claim(c) for c in reader.view.subjects(br("inDocument"), source.document.iri)}
    refused = {o.value for o in reader.view.objects(source.document.iri, br("rejectedDraft")) if isinstance(o, Literal)}
    taken = [
        (p.start, p.end)
        for c in there.values() if to_iri(c.stance.id) != _DRAFT
        for p in c.passages if p.start is not None and p.end is not None
    ]  # fmt: skip
    new: dict[str, Candidate] = {}
    claimed, drafted = [], []
    for candidate in candidates:
        whole = named(_as_draft(candidate))
        claim, own = candidate._replace(claim=whole.claim, content=whole.content), local(whole.claim)
        if own in there or own in new or own in refused:
            drafted.append(claim)
        elif not again and any(s.start < end and start < s.end for s in candidate.passages for start, end in taken):
            claimed.append(claim)
        else:
            new[own] = claim
    return Drafts(tuple(new.values()), tuple(claimed), tuple(drafted))


def change(workspace: Workspace, reader: Reader, source: Source, new: Sequence[Candidate]) -> Change:
    """The file of a document with drafts in it, each at the place of its passage."""
    name = file_of(source.document.iri)
    before = read(workspace, name)
    file = FactsFile((before or b"").decode())
    used = {o for c in new for t in c.content for o in (t[0], t[2])} | {c.speaker for c in new}
    things = [*_speakers(source, used), *(t for c in new for t in c.things)]
    file = file.with_things(_unknown(reader, things))
    file = file.with_claims([_as_draft(c) for c in new], lambda span: passage_hash(source.text, span))
    why = f"draft {source.document.id}: {len(new)} drafts"
    return Change(why, {name: file.text.encode()}, {name: digest(before)})


def _as_draft(candidate: Candidate) -> Candidate:
    """A candidate as nobody has reviewed it: what it would be is proposed, with the stance that it would have."""
    said = (*candidate.said, (br("proposedStance"), candidate.stance))
    return candidate._replace(stance=_DRAFT, said=said)


def _speakers(source: Source, used: Collection[object]) -> list[Thing]:
    """The author of a document that names none, and the page around it, where they speak."""
    title = source.document.title
    made = {
        f"{ID}{source.id}-author": f"author of “{title}” (not named)",
        f"{ID}{source.id}-page": f"page around “{title}”",
    }
    return [Thing(iri, br("AnonymousSource"), Literal(label, "en")) for iri, label in made.items() if iri in used]


def _unknown(reader: Reader, things: Iterable[Thing]) -> list[Thing]:
    """Entries that neither the workspace nor the base has, each once."""
    found: dict[str, Thing] = {}
    for thing in things:
        if not reader.kinds(thing.iri) and catalogue().get(thing.iri) is None:
            found.setdefault(thing.iri, thing)
    return [found[iri] for iri in sorted(found)]


def _bytes(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            data = file.read()
        data.decode()
    except (OSError, UnicodeDecodeError) as error:
        raise WorldError(
            f"{path} cannot be read as UTF-8 text: {error}.", "kg source add keeps a copy that can."
        ) from error
    return data
