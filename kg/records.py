"""Records: what a bulk data set claims, a line each, and how they lie as text in a workspace.

A data set is one document. ``kg import`` brings it into this form, whatever it was; the build reads nothing else::

    facts/imports/<name>/dataset.trig       the document, and the states and speakers that the graph lacked
    facts/imports/<name>/records-0001.tsv   one claim a line, at most ``PART`` lines a file
    facts/imports/<name>/things.tsv         its other actors, agreements and codes: subject, property, value, language

Names are CURIEs; a tab, line break or backslash in a text is written \\t, \\n, \\\\. The id of a record is unique in
its data set, and its claim is ``c:<name>-<id>``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kg.terms import CLAIM

#: Lines of a file of records: few enough to read one anew when a line of it changes.
PART = 50_000

_ESCAPES = (("\\", "\\\\"), ("\t", "\\t"), ("\n", "\\n"), ("\r", "\\r"))


class Record(NamedTuple):
    """One claim of a data set. Empty texts stand for nothing.

    ``relation`` says what it is. An event type (``cameo:``, ``plover:``, ``ev:``): the subject acts on the object. An
    indicator (``ind:``): a figure of the subject, with the object as counterpart, in ``value`` and ``unit``. Anything
    else is a property; its value is the object, the text in ``value``, or, with neither, the date. ``date`` is EDTF.
    """

    id: str
    subject: str
    relation: str
    object: str = ""
    value: str = ""
    unit: str = ""
    date: str = ""
    speaker: str = ""
    stance: str = "reported"

    @property
    def kind(self) -> str:
        """``event``, ``figure`` or ``property``."""
        return kind_of(self.relation)


class Thing(NamedTuple):
    """One statement about something that records name: a type, a label, what it belongs to. ``lang`` for texts."""

    subject: str
    property: str
    value: str
    lang: str = ""


def kind_of(relation: str) -> str:
    """What a relation makes of its record."""
    scheme = relation.partition(":")[0]
    return "event" if scheme in ("cameo", "plover", "ev") else "figure" if scheme == "ind" else "property"


def claim_iri(dataset: str, record: str) -> str:
    """The IRI of the claim that a record makes."""
    from urllib.parse import quote

    return f"{CLAIM}{dataset}-{quote(record, safe='')}"


def to_line(row: Sequence[str]) -> str:
    """A record or thing as a line of text, with its line break."""
    line = "\t".join(row)
    if "\\" in line or "\n" in line or "\r" in line or line.count("\t") != len(row) - 1:
        line = "\t".join(_escaped(cell) for cell in row)
    return line + "\n"


def _escaped(cell: str) -> str:
    for plain, written in _ESCAPES:
        cell = cell.replace(plain, written)
    return cell


def from_line(line: str) -> list[str]:
    """The cells of a line."""
    cells = line.rstrip("\n").split("\t")
    return [_plain(c) for c in cells] if "\\" in line else cells


def _plain(cell: str) -> str:
    found, parts = cell.split("\\\\"), []
    for part in found:
        parts.append(part.replace("\\t", "\t").replace("\\n", "\n").replace("\\r", "\r"))
    return "\\".join(parts)
