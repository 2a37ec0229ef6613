"""A claim as a citation: footnote, BibTeX, CSL-JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from kg.errors import WrongCall
from kg.model import Claim, Document

STYLES = ("footnote", "bibtex", "csl-json")


def cite(claim: Claim, style: str = "footnote") -> str:
    """The citation of a claim's document with the place in it. Raises WrongCall for an unknown style."""
    if style == "footnote":
        return _footnote(claim)
    if style == "bibtex":
        return _bibtex(claim)
    if style == "csl-json":
        return json.dumps([_csl(claim)], ensure_ascii=False, indent=2, sort_keys=True)
    raise WrongCall(f"‘{style}’ is not a citation style.", f"Styles: {', '.join(STYLES)}.")


def cite_all(claims: Sequence[Claim], style: str = "footnote") -> str:
    """Several citations as one text: numbered lines, a .bib file, or one CSL-JSON list."""
    if style == "csl-json":
        return json.dumps([_csl(c) for c in claims], ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    return "".join(cite(c, style) + "\n" for c in claims)


def _authors(document: Document) -> list[str]:
    return [r.label for r in document.creators or document.publishers]


def _footnote(claim: Claim) -> str:
    document = claim.document
    title = document.title.rstrip(".")
    parts = [", ".join(_authors(document)), f"“{title}”" + (f", {document.issued}" if document.issued else ", n.d.")]
    if document.publishers and document.creators:
        parts.insert(2, ", ".join(r.label for r in document.publishers))
    where = "; ".join(p.place() for p in claim.passages)
    said = ""
    if claim.attribution and claim.attribution.id not in ("attr:authorial", "attr:boilerplate", "attr:unattributed"):
        said = f", attributed there to {', '.join(s.label for s in claim.speakers)}"
    tail = [f"{where}{said}"]
    if document.address:
        tail.append(document.address)
    if document.text_hash:
        tail.append(f"text sha256:{document.text_hash[:12]}")
    head = ", ".join(p for p in parts if p)
    return f"{head}, {'. '.join(tail)}. [{claim.id}: {claim.summary.rstrip('.')}; {claim.stance.label}]"


def _bibtex(claim: Claim) -> str:
    document = claim.document
    fields = {
        "author": " and ".join("{" + _tex(a) + "}" for a in _authors(document)),
        "title": "{" + _tex(document.title) + "}",
        "year": (document.issued or "")[:4] or "n.d.",
        "publisher": _tex(", ".join(r.label for r in document.publishers)),
        "language": document.language or "",
        "url": document.address or "",
        "note": _tex(f"{'; '.join(p.place() for p in claim.passages)}. {claim.summary} ({claim.stance.label})"),
    }
    body = ",\n".join(f"  {k} = {{{v}}}" for k, v in fields.items() if v)
    return f"@misc{{{re.sub(r'[^A-Za-z0-9.:_-]', '-', claim.id)},\n{body}\n}}"


def _tex(text: str) -> str:
    return re.sub(
        r"([\\{}$&#%_^~])",
        lambda m: {"\\": r"\textbackslash{}", "^": r"\^{}", "~": r"\~{}"}.get(m[1], "\\" + m[1]),
        text,
    )


def _csl(claim: Claim) -> dict[str, object]:
    document = claim.document
    entry: dict[str, object] = {
        "id": claim.id,
        "type": "document",
        "title": document.title,
        "author": [{"literal": a} for a in _authors(document)],
        "locator": "; ".join(p.place() for p in claim.passages),
        "note": f"{claim.summary} ({claim.stance.label})",
    }
    if document.publishers:
        entry["publisher"] = ", ".join(r.label for r in document.publishers)
    if document.language:
        entry["language"] = document.language
    if document.address:
        entry["URL"] = document.address
    found = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", document.issued or "")
    if found:
        entry["issued"] = {"date-parts": [[int(x) for x in found.groups() if x]]}
    return entry
