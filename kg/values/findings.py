"""What the compiler and the reader of a copy find: values, never exceptions."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.values.claims import Passage


@dataclass(frozen=True, order=True)
class Finding:
    """Something wrong or doubtful in the data, in words that its author can act on."""

    file: str
    line: int
    column: int
    severity: str  # error, warning, note, or accepted: with a reason in the text
    check: str
    message: str
    hint: str = ""
    focus: str = ""
    graph: str = field(default="", compare=False)


@dataclass(frozen=True)
class Report:
    """What a build did. ``files`` are the sources it read anew; ``quads`` the size of the store without data sets."""

    findings: tuple[Finding, ...]
    files: tuple[str, ...]
    quads: int
    seconds: float
    published: bool


@dataclass(frozen=True)
class Proof:
    """What became of one passage of a document in a reader's copy of the text."""

    claim: str
    passage: Passage
    state: str  # confirmed, changed or missing
    text: str
