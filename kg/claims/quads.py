"""Quads by any of their parts: in memory while texts are read, in the claims index once they are built.

Both answer alike and in one order, so that an answer never hangs on how the index came about. Look-ups need no engine
for that: a pattern is an index range of SQLite, and what was read once is remembered.

IRIs are ``str``, literals ``model.Literal``; blank nodes do not occur, the compiler names them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from kg.errors import WorldError
from kg.text.terms import GRAPH, is_claim_graph
from kg.values.claims import Literal, Node, Quad

Triple = tuple[str, str, Node]
_TOGETHER = 500  # terms that are read in one go
_STRING = '"'  # the kind of a plain text in ``terms``; IRIs have "", others @language or ^datatype


def order(quad: Quad) -> tuple[str, str, bool, str, str, str]:
    """Where a quad stands among others."""
    s, p, o, g = quad
    if isinstance(o, Literal):
        return s, p, True, o.value, o.lang or o.datatype or "", g
    return s, p, False, o, "", g


class Quads:
    """Read access."""

    def _rows(self, s: str | None, p: str | None, o: Node | None, g: str | None) -> list[Quad]:
        """The quads of a subject, else of an object, with the property if one is given; else of a graph; else of a
        property; else all. In order."""
        raise NotImplementedError

    def __len__(self) -> int:
        raise NotImplementedError

    def every(self) -> Iterable[Quad]:
        """All quads, in no order."""
        raise NotImplementedError

    def graphs(self, triples: Iterable[Triple]) -> Iterator[tuple[Triple, list[str]]]:
        """Each of some triples that there are, with the graphs it stands in."""
        for s, p, o in triples:
            found = [q[3] for q in self.quads(s, p, o)]
            if found:
                yield (s, p, o), found

    def quads(
        self, s: str | None = None, p: str | None = None, o: Node | None = None, g: str | None = None
    ) -> Sequence[Quad]:
        """All quads that fit the pattern; None stands for anything."""
        rows = self._rows(s, p, o, g)
        if not rows:
            return rows
        if s is not None and o is not None:
            rows = [q for q in rows if q[2] == o]
        if p is not None and s is None and o is None and g is not None:
            rows = [q for q in rows if q[1] == p]
        if g is not None and (s is not None or o is not None):
            rows = [q for q in rows if q[3] == g]
        return rows

    def content(self, s: str | None = None, p: str | None = None, o: Node | None = None) -> list[Quad]:
        """Like ``quads``, but only what claims themselves hold: nothing computed, no register, no reference data."""
        return [q for q in self.quads(s, p, o) if not q[3].startswith(GRAPH) and is_claim_graph(q[3])]

    def objects(self, s: str, p: str, g: str | None = None) -> list[Node]:
        """Distinct objects of a subject and property."""
        return list(dict.fromkeys(q[2] for q in self._rows(s, p, None, None) if g is None or q[3] == g))

    def subjects(self, p: str, o: Node, g: str | None = None) -> list[str]:
        """Distinct subjects that have this object."""
        return list(dict.fromkeys(q[0] for q in self._rows(None, p, o, None) if g is None or q[3] == g))

    def value(self, s: str, p: str, g: str | None = None) -> Node | None:
        """The first object, or None."""
        return next(iter(self.objects(s, p, g)), None)

    def text(self, s: str, p: str, g: str | None = None) -> str | None:
        """The first object as text, or None."""
        node = self.value(s, p, g)
        return node.value if isinstance(node, Literal) else node

    def has(self, s: str | None = None, p: str | None = None, o: Node | None = None, g: str | None = None) -> bool:
        """Whether any quad fits the pattern."""
        return bool(self.quads(s, p, o, g))


class Draft(Quads):
    """Quads that can change. ``added`` and ``removed`` tell what has become of those it began with."""

    def __init__(self) -> None:
        self.added: set[Quad] = set()
        self.removed: set[Quad] = set()

    def add(self, quads: Iterable[Quad]) -> None:
        """Add quads; those already there are ignored."""
        raise NotImplementedError

    def remove(self, quads: Iterable[Quad]) -> None:
        """Remove quads; those not there are ignored."""
        raise NotImplementedError

    def remove_graph(self, graph: str) -> None:
        """Remove a graph with all its triples."""
        self.remove(list(self.quads(g=graph)))


class MemoryQuads(Draft):
    """All quads in memory: what a build from nothing works on."""

    def __init__(self) -> None:
        super().__init__()
        self.all: set[Quad] = set()
        self._by_s: dict[str, dict[str, list[Quad]]] = {}
        self._by_o: dict[Node, dict[str, list[Quad]]] = {}
        self._by_p: dict[str, list[Quad]] = {}
        self._by_g: dict[str, list[Quad]] = {}
        self._ordered: dict[int, int] = {}  # how long a list was when it was put in order

    def __len__(self) -> int:
        return len(self.all)

    def every(self) -> Iterable[Quad]:
        return self.all

    def graphs(self, triples: Iterable[Triple]) -> Iterator[tuple[Triple, list[str]]]:
        wanted = set(triples)
        found: dict[Triple, list[str]] = {}
        for s, p, o, g in self.all:
            if (s, p, o) in wanted:
                found.setdefault((s, p, o), []).append(g)
        yield from found.items()

    def _rows(self, s: str | None, p: str | None, o: Node | None, g: str | None) -> list[Quad]:
        if s is not None:
            by = self._by_s.get(s, {})
            return self._in_order(by.get(p, [])) if p is not None else self._together(by)
        if o is not None:
            by = self._by_o.get(o, {})
            return self._in_order(by.get(p, [])) if p is not None else self._together(by)
        if g is not None:
            return self._in_order(self._by_g.get(g, []))
        if p is not None:
            return self._in_order(self._by_p.get(p, []))
        return sorted(self.all, key=order)

    def _in_order(self, rows: list[Quad]) -> list[Quad]:
        size = len(rows)
        if size > 1 and self._ordered.get(id(rows)) != size:
            self._ordered[id(rows)] = size
            rows.sort(key=order)
        return rows

    def _together(self, by: dict[str, list[Quad]]) -> list[Quad]:
        if len(by) == 1:
            return self._in_order(next(iter(by.values())))
        return sorted(chain.from_iterable(by.values()), key=order)

    def add(self, quads: Iterable[Quad]) -> None:
        known, by_s, by_o, by_p, by_g = self.all, self._by_s, self._by_o, self._by_p, self._by_g
        for q in quads:
            if q not in known:
                known.add(q)
                s, p, o, g = q
                by_s.setdefault(s, {}).setdefault(p, []).append(q)
                by_o.setdefault(o, {}).setdefault(p, []).append(q)
                by_p.setdefault(p, []).append(q)
                by_g.setdefault(g, []).append(q)

    def remove(self, quads: Iterable[Quad]) -> None:
        for q in list(quads):
            if q in self.all:
                self.all.discard(q)
                s, p, o, g = q
                for rows in (self._by_s[s][p], self._by_o[o][p], self._by_p[p], self._by_g[g]):
                    rows.remove(q)


class FileQuads(Draft):
    """The quads of a claims index. Whatever is asked once is remembered until it changes."""

    def __init__(self, db: sqlite3.Connection) -> None:
        super().__init__()
        self._db = db
        self._nodes: dict[int, Node] = {}
        self._numbers: dict[Node, int] = {}
        self._read: dict[tuple[str, Node, str], list[Quad]] = {}

    def __len__(self) -> int:
        return int(self._all("SELECT count(*) FROM quads")[0][0])

    def _all(self, query: str, values: Iterable[object] = ()) -> list[tuple[int, ...]]:
        try:
            return self._db.execute(query, tuple(values)).fetchall()
        except sqlite3.Error as error:
            raise WorldError(f"The claims index cannot be read: {error}.", "Run kg build --fresh.") from error

    def _rows(self, s: str | None, p: str | None, o: Node | None, g: str | None) -> list[Quad]:
        if s is not None:
            return self._found("s", s, p)
        if o is not None:
            return self._found("o", o, p)
        if g is not None:
            return self._found("g", g, None)
        if p is not None:
            return self._found("p", p, None)
        return sorted(self.every(), key=order)

    def every(self) -> Iterable[Quad]:
        terms = self._all("SELECT id, value, kind FROM terms")
        self._nodes = {number: from_term(str(value), str(kind)) for number, value, kind in terms}
        return self._decoded(self._all("SELECT s, p, o, g FROM quads"))

    def _found(self, column: str, node: Node, p: str | None) -> list[Quad]:
        key = (column, node, p or "")
        rows = self._read.get(key)
        if rows is None and p is not None and (column, node, "") in self._read:
            rows = self._read[key] = [q for q in self._read[column, node, ""] if q[1] == p]
        if rows is None:
            values = [self.known_number(node), *([self.known_number(p)] if p is not None else [])]
            where = f"{column} = ?" + (" AND p = ?" if p is not None else "")
            found = [] if None in values else self._all(f"SELECT s, p, o, g FROM quads WHERE {where}", values)
            rows = self._read[key] = self._decoded(found)
            if len(rows) > 1:
                rows.sort(key=order)
        return rows

    def uses(self, node: Node, without: Iterable[str] = ()) -> set[Quad]:
        """Of each property that leads to a node one quad, of other graphs than some."""
        number = self.known_number(node)
        if number is None:
            return set()
        graphs = [n for n in map(self.known_number, sorted(without)) if n is not None]
        other = f"g NOT IN ({','.join('?' * len(graphs))})"
        found = []
        for (p,) in self._all("SELECT DISTINCT p FROM quads WHERE o = ?", (number,)):
            query = f"SELECT s, p, o, g FROM quads WHERE o = ? AND p = ? AND {other} LIMIT 1"
            found += self._all(query, (number, p, *graphs))
        return set(self._decoded(found))

    def preload(self, nodes: Iterable[str], column: str = "s") -> None:
        """Read all about many things in one go; with the column ``g`` all that many graphs hold."""
        wanted, place = [s for s in dict.fromkeys(nodes) if (column, s, "") not in self._read], "spog".index(column)
        for first in range(0, len(wanted), _TOGETHER):
            some = wanted[first : first + _TOGETHER]
            marks = ",".join("?" * len(some))
            about = f"SELECT id FROM terms WHERE kind = '' AND value IN ({marks})"
            for s in some:
                self._read[column, s, ""] = []
            for q in self._decoded(self._all(f"SELECT s, p, o, g FROM quads WHERE {column} IN ({about})", some)):
                self._read[column, str(q[place]), ""].append(q)
            for s in some:
                self._read[column, s, ""].sort(key=order)

    def known_number(self, node: Node) -> int | None:
        """The number of a term, or None."""
        if node not in self._numbers:
            found = self._all("SELECT id FROM terms WHERE value = ? AND kind = ?", to_term(node))
            if not found:
                return None
            self._numbers[node] = found[0][0]
        return self._numbers[node]

    def _decoded(self, rows: list[tuple[int, ...]]) -> list[Quad]:
        nodes = self._nodes
        missing = list({n for row in rows for n in row}.difference(nodes))
        for first in range(0, len(missing), _TOGETHER):
            some = missing[first : first + _TOGETHER]
            marks = ",".join("?" * len(some))
            for number, value, kind in self._all(f"SELECT id, value, kind FROM terms WHERE id IN ({marks})", some):
                nodes[number] = from_term(str(value), str(kind))
        return [(nodes[s], nodes[p], nodes[o], nodes[g]) for s, p, o, g in rows]  # type: ignore[misc]

    # ------------------------------------------------------------------ changes

    def add(self, quads: Iterable[Quad]) -> None:
        new = [q for q in dict.fromkeys(quads) if not self.has(*q)]
        number = self.number
        self._db.executemany(
            "INSERT INTO quads (s, p, o, g) VALUES (?, ?, ?, ?)",
            [(number(s), number(p), number(o), number(g)) for s, p, o, g in new],
        )
        self._forget(new)
        self.added.update(q for q in new if q not in self.removed)
        self.removed.difference_update(new)

    def remove(self, quads: Iterable[Quad]) -> None:
        old = [q for q in dict.fromkeys(quads) if self.has(*q)]
        self._db.executemany(
            "DELETE FROM quads WHERE s = ? AND p = ? AND o = ? AND g = ?",
            [[self.known_number(node) for node in q] for q in old],
        )
        self._forget(old)
        self.removed.update(q for q in old if q not in self.added)
        self.added.difference_update(old)

    def number(self, node: Node) -> int:
        """The number of a term, given where it has none."""
        number = self.known_number(node)
        if number is None:
            number = self._db.execute("INSERT INTO terms (value, kind) VALUES (?, ?)", to_term(node)).lastrowid or 0
            self._numbers[node] = number
        return number

    def _forget(self, quads: Iterable[Quad]) -> None:
        forget = self._read.pop
        for s, p, o, g in quads:
            for key in (("s", s, p), ("s", s, ""), ("o", o, p), ("o", o, ""), ("p", p, ""), ("g", g, "")):
                forget(key, None)


def save(quads: MemoryQuads, db: sqlite3.Connection) -> dict[Node, int]:
    """Write all quads into a claims index that has none, and give the numbers of their terms."""
    numbers = {node: i for i, node in enumerate(dict.fromkeys(chain.from_iterable(quads.all)), 1)}
    rows = [(numbers[g], numbers[s], numbers[p], numbers[o]) for s, p, o, g in quads.all]
    db.executemany("INSERT INTO terms VALUES (?, ?, ?)", ((i, *to_term(node)) for node, i in numbers.items()))
    db.executemany("INSERT INTO quads (g, s, p, o) VALUES (?, ?, ?, ?)", sorted(rows))
    return numbers


def to_term(node: Node) -> tuple[str, str]:
    """A node as ``terms`` has it: its text, and what kind of node it is."""
    if isinstance(node, Literal):
        return node.value, f"@{node.lang}" if node.lang else f"^{node.datatype}" if node.datatype else _STRING
    return node, ""


def from_term(value: str, kind: str) -> Node:
    """The other way."""
    if not kind:
        return value
    if kind == _STRING:
        return Literal(value)
    return Literal(value, kind[1:]) if kind[0] == "@" else Literal(value, None, kind[1:])
