"""Citations without the words of their claims, which stand in a page beside them."""

from __future__ import annotations

from dataclasses import replace

from kg.values.scene import Statement, Telling

#: Stands for the words in what is packed; ``kg.text.escapes.line`` leaves none in a citation. See ``src/data.js``.
_SUBSTITUTE = "\x1a"


def abridged(claim: Statement) -> Statement:
    """The same claim: in its citations, in all languages, a sign stands for its words."""
    told = {
        lang: replace(telling, citation=_with(f"{_SUBSTITUTE}; ", claim.id, telling))
        for lang, telling in claim.told.items()
    }
    return replace(claim, citation=_with(f"{_SUBSTITUTE}; ", claim.id, claim), told=told)


def reference(claim: Statement) -> str:
    """The citation for below the claim's words."""
    return _with("", claim.id, claim)


def _with(sign: str, name: str, telling: Statement | Telling) -> str:
    before, mark, after = telling.citation.rpartition(f"[{name}: {telling.text.rstrip('.')}; ")
    return f"{before}[{name}: {sign}{after}" if mark else after
