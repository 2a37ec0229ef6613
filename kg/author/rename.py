"""Another name for a thing, a document or a claim, everywhere; the old id of a claim goes on leading to it."""

from __future__ import annotations

from typing import NamedTuple

from kg.ask.claims import Reader
from kg.author.file import FactsFile
from kg.author.mention import Rewritten, as_name, check_own, places, rewritten, subject
from kg.claims.renamed import REPLACED_BY
from kg.compile.proposal import Change, digest, read
from kg.errors import WrongCall
from kg.text.terms import CLAIM, DOC, br, curie, local
from kg.values.claims import Literal
from kg.workspace import SOURCES, Workspace


class Renaming(NamedTuple):
    """``counts``: how often the old name stood in each file."""

    old: str
    new: str
    counts: dict[str, int]
    change: Change


def rename(workspace: Workspace, reader: Reader, name: str, new: str, label: Literal | None = None) -> Renaming:
    """What gives something another name, and with ``label`` a new label. Raises NotFound, WrongCall."""
    old = subject(reader, name)
    check_own(workspace, old)
    iri = as_name(new, old) if new else old
    former = reader.view.has(iri, REPLACED_BY, old)  # a claim gets an id again that it had before
    if iri != old and not former and (reader.view.has(iri) or next(places(workspace, iri), None)):
        raise WrongCall(f"There is {curie(iri)} already.", f"kg merge {curie(iri)} {curie(old)} makes them one.")
    found = rewritten(workspace, old, iri)
    if former:
        for file in [n for n, t in found.texts.items() if FactsFile((t or b"").decode()).span(iri)]:
            found.edit(file, lambda f: f.without_entry_of(iri, REPLACED_BY))
    if label:
        home = next((n for n, t in found.texts.items() if FactsFile((t or b"").decode()).line_of(iri)), None)
        if home is None or old.startswith((CLAIM, DOC)):
            raise WrongCall(f"{curie(old)} has no entry in the reference data, and so no label to change.")
        found.edit(home, lambda f: f.with_label(iri, label))
    if old.startswith(CLAIM) and iri != old:
        home = next(n for n, t in found.texts.items() if iri in FactsFile((t or b"").decode()).claims)
        found.edit(home, lambda f: f.with_entry(lambda w: f"{w.node(old)} {w.node(REPLACED_BY)} {w.node(iri)} ."))
    if old.startswith(DOC):
        _move_files(workspace, reader, found, old, iri)
    return Renaming(old, iri, found.counts, Change(f"rename {curie(old)} {curie(iri)}", found.texts, found.based))


def _move_files(workspace: Workspace, reader: Reader, found: Rewritten, old: str, new: str) -> None:
    """The files that a document's id gives a name: its claims', and its text's."""
    one, two = f"facts/documents/{local(old)}.trig", f"facts/documents/{local(new)}.trig"
    kept = reader.view.text(old, br("fileName")) or ""
    stem, dot, ending = kept.rpartition(".")
    if dot and stem == local(old):
        home = next(n for n, t in found.texts.items() if FactsFile((t or b"").decode()).span(new))
        name = f"{local(new)}.{ending}"
        found.edit(home, lambda f: f.with_text(new, br("fileName"), kept, name))
        text = read(workspace, f"{SOURCES}/{kept}")
        if text is not None:
            _move(workspace, found, f"{SOURCES}/{kept}", f"{SOURCES}/{name}", text)
    if found.texts.get(one) is not None:
        _move(workspace, found, one, two, found.texts[one] or b"")


def _move(workspace: Workspace, found: Rewritten, old: str, new: str, text: bytes) -> None:
    if read(workspace, new) is not None:
        raise WrongCall(f"There is a file {new} already.", "Move it away first.")
    found.based.update({old: digest(read(workspace, old)), new: ""})
    found.texts.update({old: None, new: text})
