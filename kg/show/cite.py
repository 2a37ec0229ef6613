"""A claim as a citation: footnote, BibTeX, CSL-JSON."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.errors import WrongCall
from kg.show.text import place, qualifiers, speakers, summary, unkept
from kg.show.words import word
from kg.text import escapes
from kg.text.escapes import address, line, tex
from kg.values.claims import Claim, Document

STYLES = ("footnote", "bibtex", "csl-json")


def cite(claim: Claim, style: str = "footnote", lang: str = "en") -> str:
    """The citation of a claim's document with the place in it. Raises WrongCall for an unknown style."""
    if style == "footnote":
        return footnote(claim, lang)
    if style == "bibtex":
        return _bibtex(claim, lang)
    if style == "csl-json":
        return _json([claim], lang)
    raise WrongCall(f"‘{style}’ is not a citation style.", f"Styles: {', '.join(STYLES)}.")


def cite_all(claims: Sequence[Claim], style: str = "footnote", lang: str = "en") -> str:
    """Several citations as one text: numbered lines, a .bib file, or one CSL-JSON list."""
    if style == "csl-json":
        return _json(claims, lang) + "\n"
    return "".join(cite(c, style, lang) + "\n" for c in claims)


def _json(claims: Sequence[Claim], lang: str) -> str:
    return escapes.json([_csl(c, lang) for c in claims], indent=2, sort_keys=True)


def _authors(document: Document) -> list[str]:
    return [r.label for r in document.creators or document.publishers]


def footnote(claim: Claim, lang: str) -> str:
    """A claim as a note below a text: its document, the place in it, and who says it how."""
    document = claim.document
    title = document.title.rstrip(".")
    issued = document.issued or word("no year", lang)
    parts = [", ".join(_authors(document)), f"“{title}”, {issued}"]
    if document.publishers and document.creators:
        parts.insert(2, ", ".join(r.label for r in document.publishers))
    where = "; ".join(place(p, lang) for p in claim.passages)
    tail = [where]
    if document.address:
        tail.append(document.address)
    if document.text_hash:
        tail.append(f"{word('text', lang)} sha256:{document.text_hash[:12]}")
    tail += filter(None, [unkept(document, lang)])
    if document.licence:
        tail.append(word("licence", lang).format(document.licence))
    head = document.citation.rstrip(".") if document.citation else ", ".join(p for p in parts if p)
    return line(f"{head}, {'. '.join(tail)}. [{claim.id}: {_said(claim, lang)}]")


def _said(claim: Claim, lang: str) -> str:
    """What a claim says, how, and who says so: not always who wrote the document."""
    how = "; ".join([claim.stance.label, *qualifiers(claim, lang)])
    return f"{summary(claim, lang).rstrip('.')}; {how}; {word('by', lang).format(speakers(claim))}"


def _terms(document: Document, lang: str) -> str:
    """How a data set wants to be cited, and its licence."""
    said = (document.citation, document.licence and word("licence", lang).format(document.licence))
    return ". ".join(part.rstrip(".") for part in said if part)


def _bibtex(claim: Claim, lang: str) -> str:
    document = claim.document
    web = address(document.address or "")
    where = "; ".join(place(p, lang) for p in claim.passages)
    fields = {
        "author": " and ".join("{" + tex(a) + "}" for a in _authors(document)),
        "title": "{" + tex(document.title) + "}",
        "year": _year(document) or "n.d.",
        "publisher": tex(", ".join(r.label for r in document.publishers)),
        "language": tex(document.language or ""),
        "url": web,
        "howpublished": "" if web else tex(document.address or ""),
        "urldate": document.accessed_on or "",
        "note": tex(
            ". ".join(filter(None, (where, unkept(document, lang), _terms(document, lang), _said(claim, lang))))
        ),
    }
    body = ",\n".join(f"  {k} = {{{v}}}" for k, v in fields.items() if v)
    return f"@misc{{{re.sub(r'[^A-Za-z0-9.:_-]', '-', claim.id)},\n{body}\n}}"


def _year(document: Document) -> str:
    found = re.match(r"[0-9]{4}", document.issued or "")
    return found[0] if found else ""


def _csl(claim: Claim, lang: str) -> dict[str, object]:
    document = claim.document
    entry: dict[str, object] = {
        "id": claim.id,
        "type": "document",
        "title": document.title,
        "author": [{"literal": a} for a in _authors(document)],
        "locator": "; ".join(place(p, lang) for p in claim.passages),
        "note": ". ".join(filter(None, (unkept(document, lang), _terms(document, lang), _said(claim, lang)))),
    }
    if document.publishers:
        entry["publisher"] = ", ".join(r.label for r in document.publishers)
    if document.language:
        entry["language"] = document.language
    if document.address:
        web = address(document.address)
        entry["URL" if web else "archive_location"] = web or document.address
    for name, day in (("issued", document.issued), ("accessed", document.accessed_on)):
        found = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", day or "")
        if found:
            entry[name] = {"date-parts": [[int(x) for x in found.groups() if x]]}
    return entry
