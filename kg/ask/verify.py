"""A reader's own copy of a source against the passages that claims point at."""

from __future__ import annotations

import hashlib
from typing import NamedTuple

from kg.ask.claims import Reader
from kg.errors import NotFound, WorldError
from kg.text.passages import words_hash
from kg.text.terms import br
from kg.values.claims import Document, Passage
from kg.values.findings import Proof
from kg.values.said import Said

#: First bytes → what to do with a file that is no plain text.
_KINDS = {
    b"\x1f\x8b": "It is packed: unpack it first (gunzip).",
    b"PK\x03\x04": "It is a zip archive, such as a .docx or .xlsx: save its text as plain text with UTF-8 encoding.",
    b"%PDF": "It is a PDF: save its text as plain text with UTF-8 encoding.",
    b"\xff\xfe": "It is UTF-16: save it with UTF-8 encoding.",
    b"\xfe\xff": "It is UTF-16: save it with UTF-8 encoding.",
}
_FAR = 400  # how many characters a passage may have moved


class Verdict(NamedTuple):
    """What became of one copy: the document it is of, how the whole compares, and each passage."""

    path: str
    document: Document
    whole: str  # identical, line ends, or different
    proofs: tuple[Proof, ...]

    @property
    def sound(self) -> bool:
        """Whether the copy is the very text, and every passage stands."""
        return self.whole == "identical" and all(p.state == "confirmed" for p in self.proofs)


def verify(reader: Reader, path: str) -> Verdict:
    """Compare a text file with the document it is a copy of. Raises NotFound when it is of none.

    Raises WorldError for a file that cannot be read or is no UTF-8 text.
    """
    candidates = [d for d in reader.documents() if d.text_hash]
    tried = _compared(reader, path, candidates)
    best = max(tried, key=_standing, default=None)
    if best is None or not _standing(best):
        names = ", ".join(f"{d.id} ({d.file_name or d.title})" for d in candidates)
        raise NotFound(
            Said("{path} is not a copy of any document here: no passage of any stands in it.", path=path),
            (),
            Said("Documents with passages: {names}.", names=names) if names else "",
        )
    return best


def verify_kept(reader: Reader, document: Document, path: str) -> Verdict:
    """Compare the text that is kept of a document with what its claims were counted in. Raises WorldError."""
    return _compared(reader, path, [document])[0]


def _compared(reader: Reader, path: str, candidates: list[Document]) -> list[Verdict]:
    """A copy beside the one document whose text it is, else beside each."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        raise WorldError(f"{path} cannot be read: {error.strerror}.") from error
    folded = data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
    for whole, content in (("identical", data), ("line ends", folded)):
        digest = hashlib.sha256(content).hexdigest()
        document = next((d for d in candidates if d.text_hash == digest), None)
        if document:
            return [Verdict(path, document, whole, _proofs(reader, document, _text(path, content)))]
    text = _text(path, folded)
    return [Verdict(path, d, "different", _proofs(reader, d, text)) for d in candidates]


def _text(path: str, data: bytes) -> str:
    """The bytes of a copy as text. Raises WorldError, with what the file is instead where its first bytes tell."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        found = next((kind for head, kind in _KINDS.items() if data.startswith(head)), None)
        hint = found or "Save it as plain text with UTF-8 encoding."
        raise WorldError(f"{path} is not UTF-8 text, so no passage can be looked up in it.", hint) from error


def _standing(verdict: Verdict) -> int:
    return sum(p.state in ("confirmed", "moved") and p.passage.hash is not None for p in verdict.proofs)


def _proofs(reader: Reader, document: Document, text: str) -> tuple[Proof, ...]:
    proofs, shift, whole = [], 0, hashlib.sha256(text.encode()).hexdigest() == document.text_hash
    places = sorted(
        {
            (p.start, p.end, claim, p)
            for claim in reader.view.subjects(br("inDocument"), document.iri)
            for p in reader.claim(claim).passages + reader.claim(claim).context
            if p.start is not None and p.end is not None
        }
    )
    known: dict[Passage, tuple[str, str]] = {}
    for start, end, claim, passage in places:
        if passage not in known:
            state, found = _look(text, passage, shift, whole)
            shift = found - start if found is not None else shift
            at = start if found is None else found
            known[passage] = (state, text[at : at + end - start])
        proofs.append(Proof(reader.claim(claim).id, passage, *known[passage]))
    return tuple(proofs)


def _look(text: str, passage: Passage, shift: int, whole: bool) -> tuple[str, int | None]:
    start, end = passage.start or 0, passage.end or 0
    if passage.hash is None:
        return ("confirmed" if whole and end <= len(text) else "unproven"), None
    length = end - start
    for move in dict.fromkeys((0, shift, *(s for d in range(1, _FAR) for s in (shift + d, shift - d)))):
        at = start + move
        if at >= 0 and at + length <= len(text) and words_hash(text[at : at + length]) == passage.hash:
            return ("confirmed" if move == 0 else "moved"), at
    return "changed", None
