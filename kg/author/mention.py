"""Mentions of a thing, document or claim in the texts of a workspace: another name in its place, nothing else changed.

Names are found as the reader of the facts finds them, never in comments and quoted texts. In mappings of tables, which
are TOML, a name is a whole text of its own.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from kg.ask.claims import Reader
from kg.ask.search import resolve
from kg.author.file import FactsFile
from kg.author.own import own_texts
from kg.claims.cut import Cut
from kg.claims.renamed import Renamed
from kg.compile.proposal import digest, read
from kg.errors import WrongCall
from kg.text.terms import BASE, CLAIM, DOC, GRAPH, ID, PREFIXES, TYPE, br, curie, expand
from kg.text.tokens import iris
from kg.workspace import IMPORTS, Workspace

_LAST = re.compile(r"[^\W_][\w.-]*[\w-]|[^\W_]")
_FULL = re.compile(r"[a-z][a-z0-9+.-]*://[^\s<>\"{}|^`\\]+", re.I)


class Rewritten(NamedTuple):
    """Texts with new names by their files, what they were made of, and how often a name stood in each."""

    texts: dict[str, bytes | None]
    based: dict[str, str]
    counts: dict[str, int]

    def edit(self, name: str, how: Callable[[FactsFile], FactsFile]) -> None:
        """Change one of the texts further."""
        self.texts[name] = how(FactsFile((self.texts[name] or b"").decode())).text.encode()


def subject(reader: Reader, name: str) -> str:
    """The IRI of a thing, document or claim by any of its names. Raises NotFound, AmbiguousName."""
    written = expand(name)
    if written:
        return written if not written.startswith(CLAIM) else reader.find_claim(name)
    known = (base + name for base in (CLAIM, DOC))
    found = next((iri for iri in known if any(reader.view.has(iri, TYPE, br(k)) for k in ("Claim", "Document"))), None)
    return found or resolve(reader, name)


def naming(reader: Reader, iri: str) -> set[str]:
    """The claims that speak of something, are said or held by it, or are of it as a document."""
    statements = reader.claims.statements
    said = {s for p in ("statedBy", "heldBy", "agreedBy", "inDocument") for s in reader.view.subjects(br(p), iri)}
    return statements.iris(statements.mentioning(Cut(), [iri])) | said


def as_name(text: str, beside: str) -> str:
    """A new name as it is typed: an IRI, a CURIE, or another last part of a name beside it. Raises WrongCall."""
    iri = expand(text) or (beside[: max(beside.rfind("/"), beside.rfind("#")) + 1] + text)
    last = text.partition(":")[2] if expand(text) and "://" not in text else text
    if not (_FULL.fullmatch(text.strip("<>")) if "://" in text else _LAST.fullmatch(last)):
        raise WrongCall(f"‘{text}’ is no name.", "Write letters, figures and hyphens, such as tumen-bridge, or an IRI.")
    if iri.startswith((GRAPH, BASE + "ns", BASE + "vocab")):
        raise WrongCall(f"{curie(iri)} would be a term of the ontology.", "Things are called e:…, documents d:….")
    if any(iri.startswith(b) != beside.startswith(b) for b in (CLAIM, DOC)):
        raise WrongCall(f"{curie(iri)} is no name for what {curie(beside)} is.", "Claims are c:…, documents d:….")
    return iri


def places(workspace: Workspace, iri: str) -> Iterator[str]:
    """The files of a workspace in which a name stands, those of data sets among them."""
    short = {curie(iri), iri, f"<{iri}>"}
    for name, text in own_texts(workspace):
        if any(x == iri for _, x, _ in iris(text.decode("utf-8", "replace"), PREFIXES)):
            yield name
    for name, source in workspace.sources().items():
        if name.startswith(IMPORTS):
            with open(source.path, encoding="utf-8", errors="replace") as file:
                if name.endswith(".trig"):
                    found = any(x == iri for _, x, _ in iris(file.read()))
                else:
                    found = any(not short.isdisjoint(line.rstrip("\n").split("\t")) for line in file)
            if found:
                yield name


def check_own(workspace: Workspace, iri: str) -> None:
    """That a name may be changed. Raises WrongCall for what ships, and for what data sets name."""
    if workspace.bundled:
        raise WrongCall("These are the facts that come with kg.", "kg init DIR makes a workspace of your own.")
    found = list(places(workspace, iri))
    imported = next((n for n in found if n.startswith(IMPORTS)), None)
    if imported:
        hint = "Write the new name into the table or its mapping, and import it again."
        raise WrongCall(f"{imported} names {curie(iri)}, and kg import would write it so again.", hint)
    if not found or (not iri.startswith((ID, CLAIM, DOC)) and iri.startswith(BASE)):
        raise WrongCall(f"{curie(iri)} comes with kg, and is no name of this workspace.")


def rewritten(workspace: Workspace, old: str, new: str, edited: Mapping[str, bytes] | None = None) -> Rewritten:
    """All texts that people write, and mappings, with one name in the place of another; ``edited``: some as they are
    meant to be."""
    names, found = Renamed({old: new}), Rewritten({}, {}, {})
    found.texts.update(edited or {})
    for name, data in own_texts(workspace):
        text = (edited or {}).get(name, data).decode("utf-8", "surrogateescape")
        after, olds = names.query(text) if name.endswith(".rq") else names.rewritten(text)
        if olds:
            found.texts[name], found.counts[name] = after.encode("utf-8", "surrogateescape"), len(olds)
    for name in _mappings(workspace):
        text = (read(workspace, name) or b"").decode("utf-8", "surrogateescape")
        after, count = re.subn(rf"([\"'])(?:{re.escape(curie(old))}|<?{re.escape(old)}>?)\1",
                               lambda m: f"{m[1]}{curie(new)}{m[1]}", text)  # fmt: skip
        if count:
            found.texts[name], found.counts[name] = after.encode("utf-8", "surrogateescape"), count
    found.based.update({n: digest(read(workspace, n)) for n in found.texts})
    return found


def _mappings(workspace: Workspace) -> Iterator[str]:
    """TOML files of a workspace, beside its facts and below."""
    for folder, below, files in os.walk(workspace.root):
        below[:] = sorted(b for b in below if not b.startswith(".") and b not in ("imports", "node_modules"))
        for file in sorted(files):
            if file.endswith(".toml"):
                yield os.path.relpath(os.path.join(folder, file), workspace.root).replace(os.sep, "/")
