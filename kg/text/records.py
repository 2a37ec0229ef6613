"""Records: what a bulk data set claims, a line each, and how they lie as text in a workspace.

A data set is one document. ``kg import`` brings it into this form, whatever it was; the build reads nothing else::

    facts/imports/<name>/dataset.trig       the document, and the states and speakers that the graph lacked
    facts/imports/<name>/records-0001.tsv   one claim a line, at most ``PART`` lines a file
    facts/imports/<name>/things.tsv         its other actors, agreements and codes: subject, property, value, language

Names are CURIEs; a tab, line break or backslash in a text is written \\t, \\n, \\\\. A file of records whose rows tell
nothing in the last columns goes without these. The id of a record is unique in
its data set. What a data set calls its own stands behind its name and a dot: ``c:<name>.<id>`` is the claim of a
record, ``e:<name>.<its name>`` a thing that nobody else describes, ``e:<name>.source`` the data set as a speaker. The
name itself has no dot: what is before the first one is the data set, whatever it and others are called.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from kg.text.terms import CLAIM

#: Lines of a file of records: few enough to read one anew when a line of it changes.
PART = 50_000

#: What a data set may be called. Neither the dot nor the ``~`` of series: ids are taken apart at the first of them.
DATASET = re.compile(r"[a-z0-9][a-z0-9_]*(-[a-z0-9_]+)*")
_DOT = "."
#: Ids of records that need no quoting, and dots that a CURIE cannot have: at either end, and beside one another.
_PLAIN = re.compile(r"[\w-]+(\.[\w-]+)*", re.A)
_ODD_DOTS = re.compile(r"(?<![^.])\.|\.(?![^.])")

#: What a relation makes of its record, by the prefix of its name.
_BY_SCHEME = {"cameo": "event", "plover": "event", "ev": "event", "ind": "figure", "ballot": "vote"}
_ESCAPES = (("\\", "\\\\"), ("\t", "\\t"), ("\n", "\\n"), ("\r", "\\r"))


class Record(NamedTuple):
    """One claim of a data set. Empty texts stand for nothing.

    ``relation`` says what it is. An event type (``cameo:``, ``plover:``, ``ev:``): the subject acts on the object. An
    indicator (``ind:``): a figure of the subject, with the object as counterpart, in ``value`` and ``unit``. A ballot
    (``ballot:``): how the subject voted on the object. Anything else is a property; its value is the object, the text
    in ``value``, or, with neither, the date. ``date`` is EDTF.
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
    #: What few data sets tell: the row in its own words, the words of its source, where those stand (a URL), when they
    #: were published (a day), and a remark.
    text: str = ""
    quote: str = ""
    address: str = ""
    issued: str = ""
    note: str = ""

    @property
    def kind(self) -> str:
        """``event``, ``figure``, ``vote`` or ``property``."""
        return kind_of(self.relation)


#: The columns that every file of records has; those behind them may be missing together.
PLAIN = Record._fields[:9]
#: The columns behind them, empty, as a line ends that says nothing there.
_UNTOLD = "\t" * (len(Record._fields) - len(PLAIN))


def to_file(lines: Sequence[str]) -> str:
    """The text of a file of records, from lines of ``to_line``."""
    end = _UNTOLD + "\n"
    if all(line.endswith(end) for line in lines):
        return to_line(PLAIN) + "".join(line[: -len(end)] + "\n" for line in lines)
    return to_line(Record._fields) + "".join(lines)


def widened(line: str, columns: Sequence[str]) -> str:
    """A line of a file with those columns as one with all; without its line break."""
    return line + _UNTOLD if tuple(columns) == PLAIN and line.count("\t") == len(PLAIN) - 1 else line


class Thing(NamedTuple):
    """One statement about something that records name: a type, a label, what it belongs to. ``lang`` for texts."""

    subject: str
    property: str
    value: str
    lang: str = ""


def kind_of(relation: str) -> str:
    """What a relation makes of its record."""
    return _BY_SCHEME.get(relation.partition(":")[0], "property")


def own_name(dataset: str, name: str) -> str:
    """What a data set calls its own: behind its name and a dot, where nobody else's names are."""
    return f"{dataset}{_DOT}{name}"


def claim_iri(dataset: str, record: str) -> str:
    """The IRI of the claim that a record makes."""
    if not _PLAIN.fullmatch(record):
        from urllib.parse import quote

        record = _ODD_DOTS.sub("%2E", quote(record, safe="").replace("~", "%7E"))
    return CLAIM + own_name(dataset, record)


def record_of(claim: str) -> tuple[str, str] | None:
    """The data set and the id of the record that a claim's id (``icews18.2933``) names; None when it names none."""
    from urllib.parse import unquote

    dataset, dot, record = claim.partition(_DOT)
    return (dataset, unquote(record)) if dot and DATASET.fullmatch(dataset) else None


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
