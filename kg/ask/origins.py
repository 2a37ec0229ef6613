"""From how many places claims come: what reprints and one speaker say counts once."""

from __future__ import annotations

from collections.abc import Iterable

from kg.ask.claims import Reader, document_iri
from kg.values.claims import Claim, Document


def origins(reader: Reader, claims: Iterable[Claim]) -> int:
    """From how many places the claims come: a speaker counts once, reprints of one document count once."""
    return len({origin(reader, claim) for claim in claims})


def origin(reader: Reader, claim: Claim) -> tuple[str, frozenset[str]]:
    """From where a claim comes: the documents at the beginning of its own, or who speaks in it."""
    if _own_voice(claim):
        return "document", roots(reader, claim.document)
    return "speaker", frozenset(s.id for s in claim.speakers)


def _own_voice(claim: Claim) -> bool:
    """Whether a document speaks itself. A record may name somebody else than the maker of its data set."""
    if claim.attribution is None:
        return not any(p.record for p in claim.passages) or claim.speakers == claim.document.creators
    return claim.attribution.id in ("attr:authorial", "attr:unattributed", "attr:boilerplate")


def roots(reader: Reader, document: Document) -> frozenset[str]:
    """The documents at the beginning of the chain of sources."""
    found, todo, seen = set[str](), [document], set[str]()
    while todo:
        doc = todo.pop()
        if doc.id in seen:
            continue
        seen.add(doc.id)
        if not doc.origins:
            found.add(doc.id)
        todo += [reader.document(document_iri(o)) for o in doc.origins]
    return frozenset(found or seen)
