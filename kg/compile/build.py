"""From the texts of a workspace to its claims index: the whole pipeline on one screen.

    plan     which sources changed since the current build
    read     each changed file → quads, syntax findings
    replace  out with the old parts, in with the new: in a copy of the index, or in memory when all of it is made anew
    link     inverse links and bounds of dates that follow from what was touched
    check    shapes and checks on the result
    settle   views, sides and names of what was touched
    ties     who is tied to whom by the touched claims, for the networks
    records  those of data sets, as rows of the same index
    rdf      a store for SPARQL, where there is much to load
    publish  one rename; only an index without errors gets that far

Until the rename the old index answers, whatever happens to this process.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from sqlite3 import Error

from kg.claims.fill import RecordWriter
from kg.claims.findings import read_findings, write_findings
from kg.claims.garbage import uncollected
from kg.claims.index import FILE
from kg.claims.names import write_names
from kg.claims.quads import Draft, FileQuads, MemoryQuads, save
from kg.claims.renamed import Renamed
from kg.claims.schema import connect, copy, finish
from kg.claims.sides import Sides
from kg.claims.texts import TextRows
from kg.claims.ties import Ties
from kg.compile.accepted import accept, needless
from kg.compile.around import Around
from kg.compile.background import Background
from kg.compile.base import fill_in
from kg.compile.bulk import Bulk, check_records, is_records
from kg.compile.change import Touched, link, replace, settle
from kg.compile.check import Checker
from kg.compile.claims import ClaimRows
from kg.compile.disagreements import update_disagreements
from kg.compile.extended import give_way, is_extended
from kg.compile.ontology import load_ontology, old_in_rules, read_source, text_of
from kg.compile.overlooked import can_be_named, overlooked
from kg.compile.places import check_places
from kg.compile.proposal import Change, Proposal, put_back
from kg.compile.rdf import ENOUGH, Rdf
from kg.compile.read import OF_TEXTS, Part, read_bytes, read_file
from kg.compile.repeated import beside, once_each, told_once
from kg.compile.ties import TieRules
from kg.compile.twice import check_doubles
from kg.compile.wording import check_wording
from kg.errors import FactsBroken, WorldError, WrongCall
from kg.generation import Stamp, publish
from kg.text.terms import curie, local
from kg.values.findings import Finding, Report
from kg.values.said import Said
from kg.workspace import BUNDLE, Source, Workspace, is_rule

Say = Callable[[str], None]
#: Bytes of text that are taken out and in quicker than all is read anew.
_LITTLE = 200_000


def build(workspace: Workspace, *, fresh: bool = False, say: Say = lambda text: None) -> Report:
    """Bring the store in step with the texts. Raises FactsBroken, with all findings, when they do not pass.

    Here the checks run without limits; ``kg.compile.apart`` builds in a process that can be stopped.
    """
    with locked(workspace, say):
        workspace.put_back()
        put_back(workspace)
        return _build(workspace, None, fresh=fresh, say=say)


def propose(workspace: Workspace, change: Change, *, say: Say = lambda text: None) -> Report:
    """The same with texts that are not there yet: they are written when they pass, and only then.

    Raises FactsBroken with nothing written; Outdated, WrongCall and WorldError of ``kg.compile.proposal`` too.
    """
    with locked(workspace, say):
        workspace.put_back()
        put_back(workspace)
        proposal = Proposal(workspace, change)
        try:
            return _build(workspace, proposal, fresh=False, say=say)
        except BaseException:
            proposal.drop()
            raise


def _build(workspace: Workspace, proposal: Proposal | None, *, fresh: bool, say: Say) -> Report:
    """A build by who holds the lock. What is proposed is written between the last check and the rename."""
    started = time.monotonic()
    current = workspace.state()
    state = None if fresh else current
    sources = workspace.sources()
    if proposal:
        sources = proposal.sources(sources)
    changed = workspace.compare(state, sources)[0]
    missed = overlooked(workspace.root)
    _stop_at_errors(missed)  # before anything that a folder hides is taken for gone
    if state and not changed:
        if proposal:
            proposal.write()
        return Report(tuple(missed), (), 0, time.monotonic() - started, False)
    _sweep(workspace, keep=current.generation if current else "")  # it answers until the rename
    digests = {n: s.digest() for n, s in sources.items()}  # before reading: a text that changes meanwhile is stale
    generation = f"gen-{time.time_ns():x}"
    folder = workspace.folder_of(generation)
    os.makedirs(folder)
    whole = state is None or any(map(is_rule, changed)) or _is_most(changed, sources)
    old = None if state is None or whole else workspace.folder_of(state.generation)
    names = list(sources) if whole else changed
    try:
        with closing(_Job(folder, old, sources, names, say)) as job, uncollected():
            found = job.run(missed)
        if proposal:
            proposal.write()
            sources |= {n: s for n, s in workspace.sources().items() if n in proposal.names}
        stamps = {n: s.stamp._replace(digest=digests[n]) for n, s in sources.items()}
        publish(workspace.cache, generation, stamps, state.files if state else {})
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return Report(tuple(found), tuple(names), job.size, time.monotonic() - started, True)


def _is_most(changed: list[str], sources: dict[str, Source]) -> bool:
    """Whether the changed files hold more text than the others: reading all anew is quicker than taking out and in."""
    sizes = {n: s.stamp.size for n, s in sources.items() if not is_rule(n) and not is_records(n)}
    touched = sum(size for n, size in sizes.items() if n in changed)
    return changed == list(sources) or (bool(touched) and 2 * touched > sum(sizes.values()) and touched > _LITTLE)


class _Job:
    """One index under construction, in the folder of its build."""

    def __init__(self, folder: str, old: str | None, sources: dict[str, Source], names: list[str], say: Say) -> None:
        """``old``: the folder of the build to start from; ``names``: the sources to read."""
        self._folder, self._old, self._sources, self._names, self._say = folder, old, sources, names, say
        self._path = os.path.join(folder, FILE)
        self._db = copy(os.path.join(old, FILE), self._path) if old else connect(self._path, write=True)
        self._quads: MemoryQuads | FileQuads = FileQuads(self._db) if old else MemoryQuads()
        self.size = 0

    def run(self, missed: list[Finding]) -> list[Finding]:
        """All findings, when the index is whole. Raises FactsBroken."""
        try:
            whole, before = self._old is None, read_findings(self._db)
            found, touched = _fill(self._quads, self._sources, self._names, whole=whole, say=self._say, before=before)
            _stop_at_errors(found + missed)
            write_findings(self._db, found)
            found = accept(self._quads, found) + missed
            self._settle(touched)
            self._load_records()
            self.size = len(self._quads)
            finish(self._db)
        except Error as error:  # a full disk, or a damaged index
            raise WorldError(f"The build stopped: {error}.", "Make room, or try kg build --fresh.") from error
        return found

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def _settle(self, touched: Touched) -> None:
        """Views, sides, ties, names and rows of what was touched."""
        self._say(Said("settling"))
        known = Background(self._quads)
        sides = Sides(self._quads, known.basis)
        settle(self._quads, touched, sides)
        self._say(Said("tying"))
        table = Ties(self._db)
        for claim in touched.gone | touched.stale if self._old else ():
            table.remove(curie(claim).removeprefix("c:"))
        TieRules(self._quads, known).fill(table, touched.stale)
        write_names(self._db, self._quads, touched.named)
        numbers = (
            save(self._quads, self._db).__getitem__ if isinstance(self._quads, MemoryQuads) else self._quads.number
        )
        rows = ClaimRows(self._quads, self._db, numbers, known, sides)
        rows.remove(touched.gone | touched.stale if self._old else ())
        rows.fill(touched.stale)
        told = touched.claims | touched.gone | touched.named | touched.told
        TextRows(self._db, self._quads, numbers).replace(told)
        index = self._quads if isinstance(self._quads, FileQuads) else FileQuads(self._db)
        update_disagreements(self._quads, self._quads, self._db, index)

    def _load_records(self) -> None:
        """The records of data sets, and the store for SPARQL, where there are any or there is much else."""
        there, before = any(map(is_records, self._sources)), RecordWriter(self._db)
        gone = any(is_records(n) and n not in self._sources for n in self._names)  # loading the rest is quicker
        if not there:
            before.clear()
            if len(self._quads) <= ENOUGH:
                return
        rdf = Rdf(self._quads, self._folder, None if gone or there != bool(before.names) else self._old)
        try:
            if there:
                bulk = Bulk(self._quads, self._db, rdf, self._say)
                bulk.run(self._sources, [n for n in self._names if is_records(n)])
                _stop_at_errors(bulk.findings)
            rdf.writer.finish()
        finally:
            rdf.writer.close()


def restamp(workspace: Workspace) -> None:
    """Note the new times of sources whose content is the same, so that look-ups need not read them again.

    Does nothing where the store cannot be written or another build is at work.
    """
    from filelock import FileLock, Timeout

    try:
        with FileLock(os.path.join(workspace.cache, "lock"), timeout=0):
            state = workspace.state()
            if state and workspace.compare(state) == ([], True):
                now = workspace.sources()
                stamps = {name: now[name].stamp._replace(digest=old.digest) for name, old in state.sources.items()}
                publish(workspace.cache, state.generation, stamps, state.files)
    except (Timeout, OSError):
        return


def check(workspace: Workspace, say: Say = lambda text: None) -> list[Finding]:
    """All findings about the texts of a workspace, read anew; no store is touched."""
    sources, quads = {n: s for n, s in workspace.sources().items() if can_be_named(n)}, MemoryQuads()
    with uncollected():
        found = _fill(quads, sources, list(sources), whole=True, say=say)[0]
        say(Said("comparing with the words of the sources"))
        found += check_wording(quads, workspace.root, lambda name: text_of(sources[name]))
        found += check_places(quads, workspace.root, lambda name: text_of(sources[name])) + check_doubles(
            quads, lambda name: text_of(sources[name])
        )
        old = old_in_rules(workspace, sources, Renamed.of(quads))
        found = accept(quads, found)
        found += needless(quads, found, lambda name: text_of(sources[name]))
        return sorted({*found, *old, *check_records(quads, sources, say), *overlooked(workspace.root)})


def check_files(workspace: Workspace, paths: Iterable[str]) -> list[Finding]:
    """All findings about some files outside the workspace, as one data set with the workspace's ontology."""
    sources = {n: s for n, s in workspace.sources().items() if is_rule(n)}
    for path in paths:
        if not can_be_named(path):
            raise WrongCall(f"The name of the file {path} is no text.", "Rename it.")
        try:
            stat = os.stat(path)
        except OSError as error:
            raise WorldError(f"{path} cannot be read: {error.strerror}.") from error
        sources[path] = Source(path, path, Stamp.of(stat))
    return _fill(MemoryQuads(), sources, list(sources), whole=True, say=lambda text: None)[0]


def _fill(
    quads: Draft,
    sources: dict[str, Source],
    names: list[str],
    *,
    whole: bool,
    say: Say,
    before: Sequence[Finding] = (),
) -> tuple[list[Finding], Touched]:
    """All findings, and what was touched. ``before``: the findings of the build that is changed."""
    facts = [n for n in names if not is_rule(n) and not is_records(n)]
    if whole:
        load_ontology(quads, sources)
    say(Said("reading files: {count:,}", count=len(facts)))
    renamed = Renamed.of(quads)
    parts = [_read(sources[n], renamed) for n in facts if n in sources]
    while not whole and (more := sorted(beside(quads, facts, parts))):
        facts, parts = [*facts, *more], [*parts, *(_read(sources[n], renamed) for n in more)]
    extended = [n for n in sources if is_extended(n)]
    if extended:
        parts = give_way(quads, parts, facts, extended, lambda n: _read(sources[n], renamed))
        facts = [*facts, *(part.name for part in parts if part.name not in facts)]
    findings = [f for part in parts for f in part.findings] + told_once(parts, lambda name: text_of(sources[name]))
    touched = replace(quads, facts, parts)
    fill_in(quads, touched)
    say(Said("linking"))
    deriver = link(quads, touched, whole)
    say(Said("checking"))
    lost = "\n".join(p.lost for p in parts)
    around = (
        None
        if whole or not isinstance(quads, FileQuads) or _own_rules(sources)
        else Around(quads, touched, {*names, *facts})
    )
    near = around is not None and around.is_near
    scope = (around.every(), around.concerns) if around and near else ()
    checker = Checker(quads, lambda name: text_of(sources[name]), lost, *scope)
    findings += checker.findings(
        [(n, read_source(s)) for n, s in sources.items() if n.startswith("ontology/") and n.endswith("shapes.ttl")],
        [
            (n.removeprefix("ontology/checks/").removesuffix(".rq"), text_of(s))
            for n, s in sources.items()
            if n.startswith("ontology/checks/") and n.endswith(".rq")
        ],
    )
    dates = [(checker.locate(f, path), local(path)) for f, path in deriver.findings]
    told = {(f.file, f.line, f.column, path) for f, path in dates}  # the reason beats the pattern of the shape
    findings = [f for f in findings if (f.file, f.line, f.column, f.check.partition("/")[2]) not in told]
    findings = sorted({*findings, *(f for f, _ in dates)})
    if around and near:
        return sorted(set(around.merged(before, findings))), touched
    kept = [f for f in before if f.check in OF_TEXTS and f.file not in facts] if not whole else []
    return sorted({*findings, *kept}), touched


def _own_rules(sources: dict[str, Source]) -> bool:
    """Whether a workspace has shapes or checks of its own."""
    return any(n.startswith("ontology/") and not s.path.startswith(BUNDLE) for n, s in sources.items())


def _stop_at_errors(found: list[Finding]) -> None:
    if any(f.severity == "error" for f in found):
        problem = f"The facts do not pass their checks: {_count(found)}."
        raise FactsBroken(problem, found, "kg check lists them; the store stays as it was.")


def _sweep(workspace: Workspace, keep: str) -> None:
    """Remove what killed builds left and generations that are no longer current; readers keep their open files."""
    for name in os.listdir(workspace.cache):
        path = os.path.join(workspace.cache, name)
        if name.startswith("gen-") and os.path.islink(path):
            os.unlink(path)
        elif name.startswith("gen-") and name != keep:
            shutil.rmtree(path, ignore_errors=True)


@contextmanager
def locked(workspace: Workspace, say: Say) -> Iterator[None]:
    """Nobody else builds, or puts a data set in its place, until the block ends."""
    from filelock import FileLock, Timeout

    try:
        os.makedirs(workspace.cache, exist_ok=True)
        lock = FileLock(os.path.join(workspace.cache, "lock"))
        try:
            lock.acquire(timeout=0)
        except Timeout:
            say(Said("another build is running, waiting for it"))
            lock.acquire()
    except OSError as error:
        raise WorldError(
            f"The store folder {workspace.cache} cannot be written: {error.strerror or error}.",
            "Set XDG_CACHE_HOME to a folder you may write to.",
        ) from error
    try:
        yield
    except OSError as error:
        raise WorldError(f"The build stopped: {error}. The store stays as it was.") from error
    finally:
        lock.release()


def _read(source: Source, renamed: Renamed) -> Part:
    try:
        part = read_file(source.name, source.path, renamed)
        return once_each(part, lambda: text_of(source), lambda text: read_bytes(source.name, text.encode(), renamed))
    except OSError as error:
        part = read_bytes(source.name, b"")
        part.findings.append(
            Finding(
                source.name,
                1,
                1,
                "error",
                "unreadable",
                f"The file cannot be read: {error.strerror}.",
                "Check its rights.",
            )
        )
        return part


def _count(findings: list[Finding]) -> str:
    counted = {s: sum(f.severity == s for f in findings) for s in ("error", "warning", "note")}
    return ", ".join(f"{n} {s}{'s' * (n != 1)}" for s, n in counted.items() if n) or "nothing"
