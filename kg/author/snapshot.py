"""The texts of one moment as a graph that can be read: also where they do not pass their checks.

What claims say is read from the texts alone, so that it can be told of any revision. Which of them disagree, and how
many count in which view, only a build knows; it is made in a folder that goes again.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from tempfile import TemporaryDirectory

from kg.ask.claims import Reader
from kg.claims.index import ClaimsIndex
from kg.claims.quads import MemoryQuads, save
from kg.claims.renamed import Renamed
from kg.claims.schema import add_indexes, connect
from kg.compile.apart import build
from kg.compile.ontology import load_ontology, read_source
from kg.compile.read import read_bytes
from kg.errors import FactsBroken, KgError, WorldError
from kg.text.terms import REFERENCE, REGISTER, TYPE, br
from kg.values.changes import Broken
from kg.values.claims import Quad
from kg.values.findings import Finding
from kg.workspace import Source, Workspace, is_facts

#: Errors of a revision that are told in full.
_TOLD = 3
#: A workspace with this file brings the whole ontology, and what ships is not laid under it.
_ONTOLOGY = "ontology/bilateral.ttl"


class Past(Workspace):
    """The texts of a revision, in a folder of their own; what is built of them lies there too, and goes with it."""

    @property
    def cache(self) -> str:
        """Where the build lies."""
        return os.path.join(self.root, ".store")

    def sources(self) -> dict[str, Source]:
        """The texts: of a revision that brings the whole ontology, no file of today's."""
        found, own = super().sources(), os.path.join(self.root, "")
        whole = _ONTOLOGY in found and found[_ONTOLOGY].path.startswith(own)
        return {n: s for n, s in found.items() if not whole or s.path.startswith(own)}


@contextmanager
def past(texts: Mapping[str, bytes]) -> Iterator[Past]:
    """The texts of a revision as a workspace, until the block ends."""
    with TemporaryDirectory(prefix="kg-") as folder:
        for name, text in texts.items():
            path = os.path.join(folder, *name.split("/"))
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "wb") as file:
                file.write(text)
        yield Past(folder)


class Snapshot:
    """What some texts say. ``quads`` are those of the texts, without the ontology and what follows from them."""

    def __init__(self, reader: Reader, quads: list[Quad], where: Mapping[str, str]) -> None:
        """``where``: the file of each subject that has an entry in one."""
        self.reader, self.where = reader, where
        self.content: dict[str, list[Quad]] = {}
        self.entries: dict[str, list[Quad]] = {}
        for quad in quads:
            s, p, _, g = quad
            if not g.startswith((REGISTER, REFERENCE)):
                self.content.setdefault(g, []).append(quad)
            elif s in where and p != br("inFile"):
                self.entries.setdefault(s, []).append(quad)
        kinds = {s: {str(q[2]) for q in found if q[1] == TYPE} for s, found in self.entries.items()}
        self.claims = {s for s, found in kinds.items() if br("Claim") in found}

    @classmethod
    def of(cls, workspace: Workspace, lang: str, renamed: Renamed | None = None) -> Snapshot:
        """All texts of a workspace. ``renamed``: names that are read by their new ones; by default its ontology's."""
        sources = workspace.sources()
        facts = {n: read_source(s) for n, s in sources.items() if is_facts(n)}
        return cls.read(sources, facts, lang, renamed)

    @classmethod
    def read(
        cls,
        ontology: dict[str, Source],
        facts: Mapping[str, bytes],
        lang: str,
        renamed: Renamed | None = None,
        known: Iterable[Quad] = (),
    ) -> Snapshot:
        """Some files of facts. ``known``: what else things are called by."""
        quads, own, where = MemoryQuads(), list[Quad](), dict[str, str]()
        load_ontology(quads, {n: s for n, s in ontology.items() if n.startswith("ontology/")})
        quads.add(known)
        now = Renamed.of(quads) if renamed is None else renamed
        for name, text in facts.items():
            part = read_bytes(name, text, now)
            own += part.quads
            for s, _, _, g in part.quads:
                if g.startswith((REGISTER, REFERENCE)) and "#" not in s:
                    where.setdefault(s, name)
        quads.add(own)
        db = connect(":memory:", write=True)
        save(quads, db)
        add_indexes(db)
        return cls(Reader(ClaimsIndex(db), lang), own, where)


def settled(workspace: Workspace, name: str, lang: str, say: Callable[[str], None]) -> Reader | Broken | None:
    """What a build knows of the texts, or why there is none. None where there are no facts."""
    if not any(map(is_facts, workspace.sources())):
        return None
    try:
        build(workspace, say=say)
        state = workspace.state()
        if state is None:
            raise WorldError("There is no store yet.", "Run kg build.")
        return Reader(ClaimsIndex.open(workspace.folder_of(state.generation)), lang)
    except FactsBroken as error:
        wrong = [f for f in error.findings if isinstance(f, Finding) and f.severity == "error"]
        return Broken(name, len(wrong), tuple(f"{f.file}:{f.line}: {f.message}" for f in wrong[:_TOLD]))
    except KgError as error:  # an ontology that cannot be read, or a check that takes too long
        return Broken(name, 1, (error.message,))
