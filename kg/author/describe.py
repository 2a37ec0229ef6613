"""More said of a thing in the reference data: another name, its state, why it has none, what matches it elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from kg.author.file import FactsFile
from kg.author.mention import subject
from kg.author.naming import Naming
from kg.author.own import own_texts
from kg.author.trig import Said
from kg.base.catalogue import catalogue
from kg.compile.proposal import Change, digest, read
from kg.errors import WrongCall
from kg.text.terms import ALT_LABEL, ID, LABEL, br, curie
from kg.values.candidate import Thing
from kg.values.claims import Literal
from kg.workspace import Workspace, is_facts

#: Where the entry of a thing is begun that no text of the workspace describes.
_HOME = "facts/reference.trig"


def describe(
    workspace: Workspace,
    naming: Naming,
    name: str,
    also: Sequence[Literal] = (),
    side: str = "",
    no_side: Literal | None = None,
) -> Change:
    """What gives a thing further names, its state, or the reason why it has none. Raises NotFound, Unclear, WrongCall.

    A thing of the base gets an entry of its own with all that the base says, for an entry of a workspace wins whole.
    """
    iri = subject(naming.reader, name) if naming.reader else name
    if not iri.startswith(ID):
        raise WrongCall(f"{curie(iri)} is no thing of the reference data.", "Names and sides are those of things.")
    said: list[Said] = []
    new = [text for text in also if not naming.reader or text not in naming.reader.view.objects(iri, ALT_LABEL)]
    if new:
        said.append((ALT_LABEL, new))
    if side:
        tie, state = naming.side(naming.kind_of(iri), side)
        said.append((tie, [state]))
    if no_side:
        said.append((br("noSide"), [no_side]))
    if not said:
        raise WrongCall(f"All of that is said of {curie(iri)} already.", f"kg fact {curie(iri)} shows it.")
    for file, data in own_texts(workspace):
        text = FactsFile(data.decode("utf-8", "replace"))
        if is_facts(file) and iri in text.entries:
            changed = text.with_said(iri, said).text.encode()
            return Change(f"describe {curie(iri)}", {file: changed}, {file: digest(data)})
    return _begun(workspace, iri, said)


def _begun(workspace: Workspace, iri: str, said: Sequence[Said]) -> Change:
    """An entry for what only the base describes so far."""
    entry = catalogue().get(iri)
    if entry is None:
        raise WrongCall(
            f"No text of this workspace describes {curie(iri)}.", "It comes from a data set: name it there."
        )
    labels = [(LABEL, text) for text in entry.labels[1:]]
    thing = Thing(iri, entry.kind, entry.labels[0], tuple(map(Literal, entry.names)), (*labels, *entry.said))
    old = read(workspace, _HOME)
    text = FactsFile((old or b"").decode("utf-8", "replace")).with_things([thing]).with_said(iri, said).text
    return Change(f"describe {curie(iri)}", {_HOME: text.encode()}, {_HOME: digest(old)})
