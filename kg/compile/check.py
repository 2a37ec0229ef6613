"""Findings about a store: shapes on the union of all files, then the checks of ``ontology/checks``.

A check is a query with a header (problem, solution, severity, message). Its variables say where to point:
``?claim`` or ``?graph`` names the graph, ``?node`` or ``?focus`` the subject, ``?p`` or ``?unknown`` the rest.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from kg.claims.quads import Quads
from kg.claims.renamed import Renamed
from kg.compile.shapes import ShapeQuery, compile_shapes
from kg.compile.trig import Locator
from kg.engine import View
from kg.engine.parse import parse_turtle
from kg.errors import BadQuery, KgError
from kg.text.terms import DERIVED, GRAPH, ID, NS, PREFIXES, SETTLED, TYPE, VOCAB, br, curie, local
from kg.text.tokens import iris
from kg.values.claims import Literal, Node, Quad
from kg.values.findings import Finding
from kg.worker import limited

_HEADER = re.compile(r"^#\s*(\w+):\s*(.*)$", re.M)
_SEVERITIES = ("error", "warning", "note")
#: So many of the concepts that could be meant are named.
_SHOWN = 12
#: What is made only of texts that have passed: a check that asks for it would find nothing, or the last build's.
_LATER = SETTLED | {br("concerns"), br("nameKey")}


class Check(NamedTuple):
    """One rule of ``ontology/checks``."""

    name: str
    severity: str
    message: str
    solution: str
    query: str


def read_check(name: str, text: str) -> Check:
    """A check from its file. Raises KgError when the header is incomplete."""
    header = {k.lower(): v.strip() for k, v in _HEADER.findall(text)}
    if "message" not in header or header.get("severity", "error") not in _SEVERITIES:
        raise KgError(f"The check {name} needs a header line '# message: …' and a severity of error, warning or note.")
    later = next((iri for _, iri, _ in iris(text, PREFIXES) if iri in _LATER), None)
    if later:
        raise KgError(
            f"The check {name} asks for {curie(later)}, which is made when the checks have passed.",
            "Ask for the claims themselves, and for their br:stance.",
        )
    return Check(name, header.get("severity", "error"), header["message"], header.get("solution", ""), text)


class _Raw(NamedTuple):
    check: str
    severity: str
    message: str
    hint: str
    graph: str | None
    focus: Node | None
    paths: tuple[str, ...]
    value: Node | None
    unknown: str | None = None


class Checker:
    """Runs all rules on a store and says where each finding stands.

    ``read_text`` gives the text of a source by name; it is asked for only when there is something to point at.
    """

    def __init__(
        self,
        quads: Quads,
        read_text: Callable[[str], str],
        lost: str = "",
        among: Iterable[Quad] | None = None,
        concerns: Callable[[str | None, Node | None], bool] = lambda graph, focus: True,
    ) -> None:
        """``among``: the quads that the rules look at; all of them when not given. What is settled later is left out.

        ``concerns``: whether a graph or thing is looked at; others are there only to be referred to.
        """
        some = quads.every() if among is None else among
        self._view = View.of(q for q in some if q[3] not in SETTLED)
        self._quads, self._concerns = quads, concerns
        self._renamed = Renamed.of(quads)
        self._read_text = read_text
        self._lost = lost
        self._is_lost: dict[str, bool] = {}
        self._locators: dict[str, Locator] = {}
        self._known: dict[str, dict[str, str]] = {}
        self._described = set[str]()
        self._hints: dict[str, str] = {}
        self._files: dict[str, str] = {}

    def findings(self, shapes: Iterable[tuple[str, bytes]], checks: Iterable[tuple[str, str]]) -> list[Finding]:
        """Everything that the rules find, ordered by place. Arguments are (name, content) of the rule files."""
        raw = [r for name, data in shapes for query in self._shape_queries(name, data) for r in self._run_shape(query)]
        raw += [r for name, text in checks for r in self._run_check(read_check(name, self._renamed.query(text)[0]))]
        return sorted({self._place(r) for r in self._merge([r for r in raw if self._concerns(r.graph, r.focus)])})

    def locate(self, finding: Finding, path: str) -> Finding:
        """A finding of the derivation (focus and graph known) with its file and line."""
        return self._place(
            _Raw(
                finding.check,
                finding.severity,
                finding.message,
                finding.hint,
                finding.graph,
                finding.focus,
                (path,),
                None,
            )
        )

    def _shape_queries(self, name: str, data: bytes) -> list[ShapeQuery]:
        now = self._renamed.node
        try:
            with limited(f"The file {name}"):  # what its shapes amount to may grow without end
                return compile_shapes([(now(s), str(now(p)), now(o)) for s, p, o in parse_turtle(data)])
        except SyntaxError as error:
            raise KgError(f"{name}:{error.lineno or 1}: {error.args[0]}", "Correct the shapes file.") from error
        except KgError as error:
            raise KgError(f"{name}: {error.message}", error.hint or "Correct the shapes file.") from error

    def _run_shape(self, shape: ShapeQuery) -> Iterable[_Raw]:
        try:
            columns, rows = self._view.select(shape.query, union=True, name=f"The shape {shape.check}")
        except BadQuery as error:
            raise KgError(f"The shape {shape.check}: {error.message}", error.hint) from error
        for row in rows:
            named = dict(zip(columns, row, strict=True))
            message = re.sub(r"\{\?(\w+)\}", lambda m, n=named: _short(n.get(m[1])), shape.message)  # type: ignore[misc]
            yield _Raw(
                shape.check, shape.severity, message, "", None, named.get("focus"), shape.paths, named.get("value")
            )

    def _run_check(self, check: Check) -> Iterable[_Raw]:
        try:
            columns, rows = self._view.select(check.query, union=True, name=f"The check {check.name}")
        except BadQuery as error:
            raise KgError(f"ontology/checks/{check.name}.rq: {error.message}", error.hint) from error
        for row in rows:
            named = dict(zip(columns, row, strict=True))
            message = re.sub(r"\{(\w+)\}", lambda m, n=named: _short(n.get(m[1])), check.message)  # type: ignore[misc]
            unknown, path = named.get("unknown"), named.get("p")
            graph = named.get("claim") or named.get("graph")
            focus = named.get("node") or named.get("focus") or named.get("s")
            value = named.get("end") or named.get("b")
            hint = check.solution
            if isinstance(unknown, str):
                hint = self._nearest(unknown) or hint
                path, value = (path, unknown) if path else (unknown, None)
                focus = focus or (unknown if check.name.startswith("10") else None)
            yield _Raw(
                check.name,
                check.severity,
                message,
                hint,
                str(graph) if graph else None,
                focus,
                (str(path),) if path else (),
                value,
                unknown if isinstance(unknown, str) else None,
            )

    def _merge(self, raw: list[_Raw]) -> list[_Raw]:
        """One finding a cause: a shape that stumbles over an unknown name takes over the hint about that name."""
        hints = {r.unknown: r.hint for r in raw if r.unknown}
        words = {r.value for r in raw if not r.unknown and r.value in hints and str(r.value).startswith(VOCAB)}
        merged = []
        for r in raw:
            if r.unknown:
                if r.unknown not in self._is_lost:
                    self._is_lost[r.unknown] = local(r.unknown) in self._lost
                if self._is_lost[r.unknown] or r.unknown in words:
                    continue
            elif r.value in words:
                r = r._replace(hint=hints[str(r.value)])
            elif (isinstance(r.focus, str) and r.focus in hints) or (isinstance(r.value, str) and r.value in hints):
                continue
            merged.append(r)
        return merged

    def _nearest(self, unknown: str) -> str:
        if unknown not in self._hints:
            self._hints[unknown] = self._look_around(unknown)
        return self._hints[unknown]

    def _look_around(self, unknown: str) -> str:
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        name = local(unknown)
        stem = unknown[: len(unknown) - len(name)]
        names = self._names_under(stem)
        if stem == ID:
            from kg.base.catalogue import catalogue

            meant = catalogue().named(name)
            if meant:
                return "Did you mean " + " or ".join(curie(entry.iri) for entry in meant[:2]) + "?"
            names = {local(iri): iri for iri in catalogue().ids()} | names
        found = process.extract(name, names.keys(), scorer=OSA.normalized_similarity, limit=None, score_cutoff=0.6)
        near = sorted(found, key=lambda f: (-f[1], sorted(f[0]) != sorted(name), names[f[0]] not in self._described))
        if near:
            return "Did you mean " + " or ".join(curie(names[n]) for n, *_ in near[:2]) + "?"
        if stem.startswith(VOCAB) and names:
            allowed = ", ".join(curie(iri) for _, iri in sorted(names.items())[:_SHOWN])
            more = f" … kg terms {local(stem)} lists all {len(names)}" if len(names) > _SHOWN else ""
            return f"There are {allowed}{more}."
        return f"Declare it in ontology/ if it is meant ({curie(unknown)})." if stem == NS else ""

    def _names_under(self, stem: str) -> dict[str, str]:
        """Last part → IRI of everything that is described under a stem."""
        if not self._known:
            self._described = {s for s, *_ in self._quads.quads(None, TYPE)}
            for s in sorted(self._described):
                self._known.setdefault(s[: len(s) - len(local(s))], {})[local(s)] = s
        return self._known.get(stem, {})

    def _place(self, r: _Raw) -> Finding:
        focus = str(r.focus) if isinstance(r.focus, str) else ""
        graph, quad = self._evidence(r, focus)
        file = self._file_of(graph) if graph else ""
        line, column = 1, 1
        if file:
            subject: Node | None = quad[0] if quad else (focus or None)
            path = quad[1] if quad else (r.paths[0] if r.paths else None)
            value = quad[2] if quad else r.value
            block = graph if graph and not graph.startswith(GRAPH) else None
            line, column = self._locator(file).find(subject, path, value, block)
            if r.check == "07-blank-node-in-content" and block:
                line, column = self._locator(file).find_bracket(block)
        shown = r.message
        named = r.value is not None and not re.search(r"#\w+-\d+$", str(r.value))
        if named and not r.unknown and r.check.count("/") and _short(r.value) not in shown:
            shown += f" (found: {_short(r.value)})"
        about = focus or (r.graph or "")
        if about and r.check[:2] not in {c[:2] for c in ("01", "02")} and _short(about) not in shown:
            shown = f"{_short(about)}{self._within(graph, about)}: {shown}"
        hint = "" if r.hint[:30].lower() in shown.lower() else r.hint
        return Finding(
            file or (r.graph or focus),
            line,
            column,
            r.severity,
            r.check,
            shown,
            hint,
            curie(about) if about else "",
            graph or "",
        )

    def _within(self, graph: str | None, about: str) -> str:
        return f" in {_short(graph)}" if graph and not graph.startswith(GRAPH) and graph != about else ""

    def _evidence(self, r: _Raw, focus: str) -> tuple[str | None, tuple[str, str, Node, str] | None]:
        """The graph to point at, and the very triple when there is one."""
        view = self._quads
        if r.graph:
            if self._file_of(r.graph):
                inside = [q for p in r.paths for v in (r.value, None) for q in view.quads(focus or None, p, v, r.graph)]
                if not inside and focus:
                    inside = list(view.quads(focus, None, None, r.graph))
                return r.graph, inside[0] if inside else None
            homes = [q[3] for q in view.quads(r.graph, TYPE) if self._file_of(q[3])]
            return (homes[0], (r.graph, TYPE, br("Claim"), homes[0])) if homes else (None, None)
        if focus:
            for p in r.paths:
                for q in view.quads(focus, p, r.value):
                    if self._file_of(q[3]):
                        return q[3], q
            own = [q for q in view.quads(focus) if self._file_of(q[3]) and q[1] != br("inFile")]
            own.sort(key=lambda q: (q[1] != TYPE, q[3], str(q[2])))
            if own:
                if "#" in focus and not focus.startswith(NS):  # a passage: point at the claim that holds it
                    holder = next((q for q in view.quads(None, None, focus) if self._file_of(q[3])), None)
                    return (holder[3], (holder[0], holder[1], "", holder[3])) if holder else (own[0][3], own[0])
                return own[0][3], (
                    focus,
                    r.paths[0] if r.paths and view.has(focus, r.paths[0]) else TYPE,
                    "",
                    own[0][3],
                )
        if r.focus is not None:  # also a text in the place of a thing
            used = next((q for q in view.quads(None, None, r.focus) if self._file_of(q[3])), None)
            if used:
                return used[3], used
        return None, None

    def _file_of(self, graph: str) -> str:
        if graph not in self._files:
            self._files[graph] = "" if graph.endswith(DERIVED) else self._quads.text(graph, br("inFile")) or ""
        return self._files[graph]

    def _locator(self, file: str) -> Locator:
        if file not in self._locators:
            self._locators[file] = Locator(self._read_text(file), self._renamed.now)
        return self._locators[file]


def _short(node: Node | None) -> str:
    if node is None:
        return "?"
    text = node.value if isinstance(node, Literal) else curie(node)
    return text if len(text) <= 80 else text[:77] + "…"
