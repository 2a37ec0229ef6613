"""The commits in which a claim or a thing changed, newest first, each with what it changed.

git narrows: which commits touched a line that names it, or the lines that it takes. Only those are read and compared,
as claims. Where it has left a file, its lines are followed in the one it came from.
"""

from __future__ import annotations

from functools import lru_cache

from kg.author.compare import compare
from kg.author.history import NOW, Repository, Trail
from kg.author.snapshot import Snapshot
from kg.claims.renamed import Renamed
from kg.compile.trig import Locator
from kg.errors import NotFound
from kg.text.terms import CLAIM, DCT, DOC, ID, LABEL, PREF_LABEL, expand, local
from kg.values.changes import ClaimChange, EntryChange, LogEntry, Revision
from kg.workspace import Workspace

#: What other things are called by.
_NAMES = (LABEL, PREF_LABEL, f"{DCT}title")


def log(workspace: Workspace, name: str, lang: str) -> list[LogEntry]:
    """The changes of a claim (``essay-001``) or a thing (``e:tumen-bridge``), also of one that is gone by now.

    Raises NotFound for one that never was, WorldError where there is no git.
    """
    repository, today = Repository(workspace), Snapshot.of(workspace, lang)
    full = expand(name)
    for iri in [full] if full else [f"{base}{name}" for base in (CLAIM, ID, DOC)]:
        found = _Log(repository, today, workspace, iri).entries()
        if found:
            return found
    raise NotFound(
        f"No commit of {workspace.root} knows a claim or a thing ‘{name}’.",
        (),
        "Give its id, such as essay-001 or e:tumen-bridge; kg search TEXT finds it.",
    )


class _Log:
    """The history of one claim or thing."""

    def __init__(self, repository: Repository, today: Snapshot, workspace: Workspace, iri: str) -> None:
        self._repository, self._today, self._iri = repository, today, iri
        self._ontology = {n: s for n, s in workspace.sources().items() if n.startswith("ontology/")}
        self._renamed = Renamed.of(today.reader.view)
        view = today.reader.view
        self._known = [q for p in _NAMES for q in view.quads(None, p) if q[0] != iri]
        here = today.where.get(iri)
        self._paths = [here] if here and iri not in today.claims else ["facts"]
        self._read = lru_cache(64)(self._snapshot)
        self._holding = lru_cache(None)(lambda commit: self._repository.holding(commit, local(iri), self._paths))

    def entries(self) -> list[LogEntry]:
        """All changes; what is not committed yet comes first."""
        head = self._repository.revision("HEAD")
        touched = {r.commit for r in self._candidates(head)}
        found = [self._entry(NOW._replace(parents=(head.commit,)))]
        found += [self._entry(r) for r in self._repository.log("--topo-order", "HEAD") if r.commit in touched]
        return [entry for entry in found if entry]

    def _candidates(self, head: Revision) -> list[Revision]:
        """The commits that may have changed it."""
        found = {r.commit: r for r in self._repository.naming(local(self._iri), self._paths)}
        starts, seen = [head.commit], set[str]()
        while starts:
            for revision in self._repository.along(self._trails(starts.pop())):
                found.setdefault(revision.commit, revision)
            for revision in [r for c, r in found.items() if c not in seen]:
                seen.add(revision.commit)
                left = (p for p in revision.parents if set(self._holding(p)) - set(self._holding(revision.commit)))
                starts += left
        return list(found.values())

    def _trails(self, commit: str) -> list[Trail]:
        """The lines that it takes in each file."""
        found = []
        for file, data in self._repository.files(commit, self._holding(commit)).items():
            text = data.decode("utf-8", "replace")
            places = Locator(text, self._renamed.now).lines(self._iri)
            found += [Trail(commit, file, first, last) for first, last in places]
        return found

    def _snapshot(self, commit: str) -> Snapshot:
        texts = self._repository.files(commit, self._holding(commit))
        return Snapshot.read(self._ontology, texts, self._today.reader.lang, self._renamed, self._known)

    def _entry(self, revision: Revision) -> LogEntry | None:
        """What a commit changed; a merge that took over what one of its parents had changed nothing."""
        after = self._read(revision.commit) if revision.commit else self._today
        empty = Snapshot.read(self._ontology, {}, self._today.reader.lang)
        befores = [self._read(p) for p in revision.parents] or [empty]
        changes = [compare(before, after, [self._iri]) for before in befores]
        told: list[tuple[ClaimChange | EntryChange, ...]] = [(*c.claims, *c.entries) for c in changes]
        return LogEntry(revision, told[0]) if all(told) else None
