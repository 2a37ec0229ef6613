"""The ontology of a workspace: what ships and what the workspace adds, as quads, and its rules as texts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from itertools import islice

from kg.claims.quads import Draft, MemoryQuads, Quads
from kg.claims.renamed import REPLACED_BY, Renamed
from kg.compile.read import old_names
from kg.compile.trig import Locator
from kg.engine.parse import parse_trig, parse_turtle
from kg.errors import KgError
from kg.text.terms import BASE, PREFIXES
from kg.values.claims import Node
from kg.values.findings import Finding
from kg.workspace import BUNDLE, IMPORTS, Source, Workspace

#: So many quads of a file of facts tell how things are usually written.
_SAMPLE = 100_000


def load_ontology(quads: Draft, sources: dict[str, Source]) -> None:
    """Add the ontology; what it says of a name that it has given up, it says of the new one."""
    for name, source in sources.items():
        if not name.endswith(".ttl") or name.endswith("shapes.ttl"):
            continue
        graph = BASE + ("vocab" if name.endswith("vocab.ttl") else "ns")
        try:
            triples = parse_turtle(read_source(source))
            # axioms without a name are for reasoners
            quads.add((str(s), p, o, graph) for s, p, o in triples if not (_is_nameless(s) or _is_nameless(o)))
        except SyntaxError as error:
            raise KgError(
                f"{name}:{error.lineno or 1}:{error.offset or 1}: {error.args[0]}", "Correct the ontology file."
            ) from error
    renamed = Renamed.of(quads)
    for old, new in renamed.now.items():
        uses = [q for q in quads.quads(None, None, old) if q[1] != REPLACED_BY]
        quads.remove(uses)
        quads.add((s, p, new, g) for s, p, _, g in uses)


def _is_nameless(node: Node) -> bool:
    return isinstance(node, str) and node.startswith("_:")


def ontology_of(workspace: Workspace) -> Quads:
    """The ontology of a workspace alone, for names that are matched before there are any facts."""
    quads = MemoryQuads()
    load_ontology(quads, workspace.sources())
    return quads


def shapes_of(workspace: Workspace) -> list[tuple[Node, str, Node]]:
    """The shapes of a workspace."""
    files = [s for n, s in workspace.sources().items() if n.startswith("ontology/") and n.endswith("shapes.ttl")]
    return [t for source in files for t in parse_turtle(read_source(source))]


def written_in(workspace: Workspace) -> Iterator[tuple[str, str, Node]]:
    """What the facts say, as far as they can be read: how people write, for who asks before the facts are right."""
    for name, source in workspace.sources().items():
        if name.startswith("facts/") and not name.startswith(IMPORTS) and name.endswith(".trig"):
            with suppress(SyntaxError):
                yield from ((s, p, o) for s, p, o, _ in islice(parse_trig(read_source(source)), _SAMPLE))


def old_in_rules(workspace: Workspace, sources: dict[str, Source], renamed: Renamed) -> list[Finding]:
    """Old names in a workspace's own queries, checks and shapes, which are read by the new ones."""
    rules = [s for n, s in sources.items() if n.startswith("ontology/") and n.endswith((".rq", "shapes.ttl"))]
    own = [s for s in (*workspace.queries().values(), *rules) if not s.path.startswith(BUNDLE)]
    texts = [(s.name, text_of(s)) for s in own]
    return [f for name, text in texts for f in old_names(name, text, renamed, Locator(text).position, PREFIXES)]


def read_source(source: Source) -> bytes:
    """The bytes of a source."""
    with open(source.path, "rb") as file:
        return file.read()


def text_of(source: Source) -> str:
    """A source as text, whatever it is."""
    return read_source(source).removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
