"""What a search reads: the stems of all that claims say, of documents, and of the names of things and terms.

A row has the number of its claim, document or thing in ``terms``. Stems are made when the index is built: a search
among 40,000 claims then reads only those that hold its words.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from kg.claims.names import names_of
from kg.claims.quads import Quads
from kg.errors import WorldError
from kg.text.stems import stems
from kg.text.terms import DCT, NS, TYPE, VOCAB, br, local
from kg.values.claims import Literal, Node, finite

#: What a row is; the order in which an answer shows them.
KINDS = ("entity", "claim", "figure", "document", "term")
#: What of a claim is said about it, besides its content.
_SAID = (DCT + "description", br("quotation"), br("condition"), br("dateNote"))
_ABOUT = (DCT + "title", DCT + "identifier", br("fileName"), br("tag"), br("coversTopic"))
#: What of a claim or a document is read here, wherever it stands.
TOLD = frozenset((*_SAID, *_ABOUT))
Number = Callable[[Node], int]


class Held(NamedTuple):
    """What holds the words of a search: an IRI, its kind, and how well it fits (more is better)."""

    iri: str
    kind: str
    score: float


def is_document(quads: Quads, iri: str) -> bool:
    """Whether an IRI stands for a document."""
    return quads.has(iri, TYPE, br("Document"))


class TextRows:
    """Writes the rows."""

    def __init__(self, db: sqlite3.Connection, quads: Quads, number: Number) -> None:
        self._db, self._quads, self._number = db, quads, number

    def replace(self, iris: Iterable[str]) -> None:
        """Bring the rows of some claims, documents and things in step with what is said of them now."""
        rows = []
        for iri in sorted(iris):
            is_claim = self._quads.has(
                iri, TYPE, br("Claim")
            )  # what is gone is none, and has no name: it leaves no row
            kind, texts = self._of_claim(iri) if is_claim else self._of_other(iri)
            rows.append((self._number(iri), kind, " ".join(sorted({s for text in texts for s in stems(text)}))))
        self._db.executemany("DELETE FROM texts WHERE rowid = ?", ((row[0],) for row in rows))
        self._db.executemany("INSERT INTO texts (rowid, kind, stems) VALUES (?, ?, ?)", (r for r in rows if r[2]))

    def _of_claim(self, claim: str) -> tuple[str, set[str]]:
        content = self._quads.quads(g=claim)
        figure = any(p == TYPE and o == br("Measure") for _, p, o, _ in content)
        said = {o for p in _SAID for o in self._quads.objects(claim, p)} | {o for _, _, o, _ in content}
        texts = {local(claim)} | {t for o in said if isinstance(o, Literal) for t in _readings(o.value)}
        return "figure" if figure else "claim", texts

    def _of_other(self, iri: str) -> tuple[str, set[str]]:
        if is_document(self._quads, iri):
            said = {o.value for p in _ABOUT for o in self._quads.objects(iri, p) if isinstance(o, Literal)}
            return "document", said | {local(iri)}
        return "term" if iri.startswith((NS, VOCAB)) else "entity", names_of(self._quads, iri)


def _readings(text: str) -> tuple[str, ...]:
    """A text, and a figure without the zeros that nobody types."""
    number = finite(text)
    return (text,) if number is None else (text, f"{number:.15g}")


class Texts:
    """Reads the rows."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def _all(self, query: str, *values: object) -> list[tuple[str, str, float]]:
        try:
            return self._db.execute(query, values).fetchall()
        except sqlite3.Error as error:
            raise WorldError(f"The claims index cannot be read: {error}.", "Run kg build --fresh.") from error

    def holding(self, alternatives: Sequence[Iterable[str]]) -> list[Held]:
        """What holds, of each group of stems, at least one; best first."""
        wanted = " AND ".join(f"({' OR '.join(map(_quoted, sorted(group)))})" for group in alternatives)
        query = (
            "SELECT t.value, texts.kind, -bm25(texts) FROM texts JOIN terms t ON t.id = texts.rowid "
            "WHERE texts MATCH ? ORDER BY bm25(texts), t.value"
        )
        return [Held._make(row) for row in self._all(query, wanted)] if wanted else []

    def terms(self, stem: str) -> list[str]:
        """The terms with a stem in one of their names."""
        query = (
            "SELECT t.value FROM texts JOIN terms t ON t.id = texts.rowid "
            "WHERE texts MATCH ? AND texts.kind = 'term' ORDER BY t.value"
        )
        return [str(row[0]) for row in self._all(query, _quoted(stem))]

    def using(self, term: str) -> list[Held]:
        """The claims that say something by a term, such as a figure by its indicator."""
        query = (
            "SELECT c.claim, texts.kind, 0.0 FROM terms u JOIN touches x ON x.thing = u.id "
            "JOIN claims c ON c.id = x.claim JOIN terms t ON t.value = c.claim AND t.kind = '' "
            "JOIN texts ON texts.rowid = t.id "
            "WHERE u.value = ? AND u.kind = '' ORDER BY c.claim"
        )
        return [Held._make(row) for row in self._all(query, term)]

    def knows(self, stem: str) -> bool:
        """Whether any text has a stem."""
        return bool(self._all("SELECT term FROM stems WHERE term = ?", stem))

    def beginning(self, start: str) -> list[str]:
        """The stems that begin so."""
        return [
            str(row[0])
            for row in self._all("SELECT term FROM stems WHERE term >= ? AND term < ?", start, start + "\U0010ffff")
        ]

    def every(self) -> list[str]:
        """All stems."""
        return [str(row[0]) for row in self._all("SELECT term FROM stems")]


def _quoted(stem: str) -> str:
    return '"' + stem.replace('"', '""') + '"'
