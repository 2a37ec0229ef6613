"""What a change does to the texts of a workspace, before or after it is written: line by line, and claim by claim."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import unified_diff

from kg.author.file import FactsFile
from kg.text.terms import curie
from kg.workspace import is_facts

#: A text before and after; None where there is none.
Texts = Mapping[str, tuple[bytes | None, bytes | None]]


def lines(texts: Texts) -> str:
    """The lines that go and come, as ``diff -u`` tells them."""
    parts = []
    for name, (before, after) in sorted(texts.items()):
        old, new = (_lines(t) for t in (before, after))
        ends = ("/dev/null" if before is None else name, "/dev/null" if after is None else name)
        parts += [x if x.endswith("\n") else f"{x}\n" for x in unified_diff(old, new, *ends)]
    return "".join(parts)


def claims(texts: Texts) -> tuple[list[str], list[str]]:
    """The ids of claims that go, and of those that come; those that only move to another file do neither."""
    facts = [sides for name, sides in texts.items() if is_facts(name)]
    old, new = ({c for sides in facts for c in _claims(sides[i])} for i in (0, 1))
    return sorted(map(_id, old - new)), sorted(map(_id, new - old))


def _lines(text: bytes | None) -> list[str]:
    return (text or b"").decode("utf-8", "replace").splitlines(keepends=True)


def _claims(text: bytes | None) -> list[str]:
    return FactsFile((text or b"").decode("utf-8", "replace")).claims


def _id(claim: str) -> str:
    return curie(claim).removeprefix("c:")
