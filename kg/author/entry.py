"""What is known of a document, corrected: its entry says other words from then on, all else stays."""

from __future__ import annotations

from kg.author.extract.plain import Extract
from kg.author.file import FactsFile
from kg.author.own import own_texts
from kg.author.source import Given, Intake, names_of
from kg.author.trig import Said
from kg.compile.proposal import Change, digest
from kg.errors import WrongCall
from kg.text.dates import parse_date
from kg.text.terms import DCT
from kg.values.candidate import Thing
from kg.values.claims import Document, Literal
from kg.workspace import Workspace, is_facts


def edit(workspace: Workspace, intake: Intake, document: Document, given: Given) -> Change:
    """What gives a document another title, author, publisher, day, language or address. Raises WrongCall."""
    if given.issued:
        parse_date(given.issued)
    said, things = _said(intake, document, given)
    if not said:
        raise WrongCall(f"All of that is said of {document.id} already.", "kg source list shows what is known.")
    for file, data in own_texts(workspace):
        text = FactsFile(data.decode("utf-8", "replace"))
        if is_facts(file) and text.line_of(document.iri):
            for one in said:
                text = text.with_values(document.iri, one)
            new = text.with_things(things).text.encode()
            return Change(f"source edit {document.id}", {file: new}, {file: digest(data)})
    raise WrongCall(
        f"No text of this workspace describes {document.id}.", "It comes with kg or from a data set: correct it there."
    )


def _names(several: str) -> set[str]:
    return {name.strip() for name in several.split(";") if name.strip()}


def _said(intake: Intake, document: Document, given: Given) -> tuple[list[Said], list[Thing]]:
    """What differs from what is known, and the actors that it brings."""
    language = given.language or document.language or ""
    said: list[Said] = []
    title = given.title or document.title
    if title != document.title or language != (document.language or ""):
        said.append((DCT + "title", [Literal(title, language or None)]))
    known = {"issued": document.issued, "language": document.language, "identifier": document.address}
    asked = {"issued": given.issued, "language": given.language, "identifier": given.url}
    said += [(DCT + name, [Literal(value)]) for name, value in asked.items() if value and value != known[name]]
    by = "" if _names(given.by) <= set(names_of(document.creators)) else given.by
    publisher = "" if given.publisher in names_of(document.publishers) else given.publisher
    if not by and not publisher:
        return said, []
    facts = Extract("", "", author=by, publisher=publisher, language=language)
    outlet, creators, things = intake.behind(document.id, facts, given)
    if by:
        said.append((DCT + "creator", creators))
    if publisher:
        said.append((DCT + "publisher", [outlet]))
    wanted = {str(node) for _, nodes in said for node in nodes}
    return said, [t for t in things if t.iri in wanted]
