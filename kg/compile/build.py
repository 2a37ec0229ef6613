"""From the texts of a workspace to its store: the whole pipeline on one screen.

    plan     which sources changed since the current store
    read     each changed file → quads, syntax findings
    replace  a copy of the store, or an empty one: out with the old parts, in with the new
    derive   links, views, sides, names of what was touched
    check    shapes and checks on the result
    edges    who is tied to whom by the touched claims, for the networks
    bulk     the records of data sets, into their index and the store that holds everything
    publish  one rename; only a store without errors gets that far

Until the rename the old store answers, whatever happens to this process.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from kg.compile.bulk import Bulk, Paths, check_records, is_records
from kg.compile.change import Touched, derive, replace
from kg.compile.check import Checker
from kg.compile.edges import EdgeRules
from kg.compile.overlooked import can_be_named, overlooked
from kg.compile.read import Part, read_bytes, read_file
from kg.edges import EdgeTable
from kg.errors import FactsBroken, KgError, WorldError, WrongCall
from kg.findings import Finding, Report
from kg.generation import Stamp, State, publish
from kg.index.names import find_names, write_names
from kg.store import View, Writer
from kg.store.parse import parse_turtle
from kg.terms import BASE, TYPE, br, curie
from kg.workspace import Source, Workspace

Say = Callable[[str], None]


def build(workspace: Workspace, *, fresh: bool = False, say: Say = lambda text: None) -> Report:
    """Bring the store in step with the texts. Raises FactsBroken, with all findings, when they do not pass.

    Here the checks run without limits; ``kg.compile.apart`` builds in a process that can be stopped.
    """
    started = time.monotonic()
    with locked(workspace, say):
        workspace.put_back()
        current = workspace.state()
        state = None if fresh else current
        changed = workspace.changed(state)
        missed = overlooked(workspace.root)
        _stop_at_errors(missed)  # before anything that a folder hides is taken for gone
        if state and not changed:
            return Report(tuple(missed), (), 0, time.monotonic() - started, False)
        _sweep(workspace, keep=current.generation if current else "")  # it answers until the rename
        sources = workspace.sources()
        digests = {n: s.digest() for n, s in sources.items()}  # before reading: a text that changes meanwhile is stale
        generation = f"gen-{time.time_ns():x}"
        target = os.path.join(workspace.cache, generation)
        os.makedirs(target)
        try:
            store, names = _start(workspace, state, changed, target)
            try:
                whole = state is None or names == list(sources)
                if not whole:
                    store.journal = []
                found, touched = _fill(store, sources, names, whole=whole, say=say)
                found += missed
                _stop_at_errors(found)
                say("tying")
                old = None if state is None or whole else workspace.edges_path(state.generation)
                _tie(store, workspace.edges_path(generation), old, touched)
                before = None if state is None or whole else Paths.of(os.path.join(workspace.cache, state.generation))
                write_names(os.path.join(target, "names.txt"), find_names(store))
                _load_records(store, sources, names, (before, Paths.of(target)), touched, say)
                size = store.finish()
            finally:
                store.close()
            stamps = {n: s.stamp._replace(digest=digests[n]) for n, s in sources.items()}
            publish(workspace.cache, generation, stamps, state.files if state else {})
        except BaseException:
            shutil.rmtree(target, ignore_errors=True)
            raise
    return Report(tuple(found), tuple(names), size, time.monotonic() - started, True)


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
    sources, store = {n: s for n, s in workspace.sources().items() if can_be_named(n)}, Writer.in_memory()
    found = _fill(store, sources, list(sources), whole=True, say=say)[0]
    return sorted({*found, *check_records(store, sources, say), *overlooked(workspace.root)})


def ontology_view(workspace: Workspace) -> View:
    """The ontology of a workspace alone, for names that are matched before there are any facts."""
    store = Writer.in_memory()
    _load_ontology(store, workspace.sources())
    return store


def check_files(workspace: Workspace, paths: Iterable[str]) -> list[Finding]:
    """All findings about some files outside the workspace, as one data set with the workspace's ontology."""
    sources = {n: s for n, s in workspace.sources().items() if n.startswith("ontology/")}
    for path in paths:
        if not can_be_named(path):
            raise WrongCall(f"The name of the file {path} is no text.", "Rename it.")
        try:
            stat = os.stat(path)
        except OSError as error:
            raise WorldError(f"{path} cannot be read: {error.strerror}.") from error
        sources[path] = Source(path, path, Stamp.of(stat))
    return _fill(Writer.in_memory(), sources, list(sources), whole=True, say=lambda text: None)[0]


def _start(workspace: Workspace, state: State | None, changed: list[str], target: str) -> tuple[Writer, list[str]]:
    """The store to work on, and the names of the sources to read into it."""
    path = os.path.join(target, "store")
    if state is None or any(n.startswith("ontology/") for n in changed):
        return Writer.create(path), list(workspace.sources())
    try:
        return Writer.copy(workspace.store_path(state.generation), path), changed
    except (OSError, RuntimeError):  # a damaged store: the texts are the truth
        shutil.rmtree(path, ignore_errors=True)
        return Writer.create(path), list(workspace.sources())


def _fill(
    store: Writer, sources: dict[str, Source], names: list[str], *, whole: bool, say: Say
) -> tuple[list[Finding], Touched]:
    facts = [n for n in names if not n.startswith("ontology/") and not is_records(n)]
    if whole:
        _load_ontology(store, sources)
    say(f"reading {len(facts)} file{'s' * (len(facts) != 1)}")
    parts = [_read(sources[n]) for n in facts if n in sources]
    findings = [f for part in parts for f in part.findings]
    touched = replace(store, facts, parts)
    say("deriving")
    deriver = derive(store, touched, whole)
    say("checking")
    lost = "\n".join(p.lost for p in parts)
    checker = Checker(store, lambda name: _text(sources[name]), lost)
    findings += checker.findings(
        [(n, _bytes(s)) for n, s in sources.items() if n.startswith("ontology/") and n.endswith("shapes.ttl")],
        [
            (n.removeprefix("ontology/checks/").removesuffix(".rq"), _text(s))
            for n, s in sources.items()
            if n.startswith("ontology/checks/") and n.endswith(".rq")
        ],
    )
    dates = [checker.locate(f, path) for f, path in deriver.findings]
    places = {(f.file, f.line, f.column) for f in dates}  # the reason beats the pattern of the shape
    findings = [f for f in findings if not (f.check.endswith("/date") and (f.file, f.line, f.column) in places)]
    return sorted(set(findings + dates)), touched


def _tie(store: Writer, path: str, old: str | None, touched: Touched) -> None:
    """The edge table of the store: the old one with the edges of the touched claims renewed, or all of it."""
    claims = touched.stale
    try:
        table = EdgeTable.copy(old, path) if old else None
    except WorldError:  # gone or damaged: the texts are the truth
        table = None
    if table is None:
        claims = {c for c, *_ in store.quads(None, TYPE, br("Claim"))}
        table = EdgeTable(path, write=True)
    with table:
        for claim in touched.gone:
            table.remove(curie(claim).removeprefix("c:"))
        EdgeRules(store).fill(table, claims)
        table.finish()


def _load_records(
    store: Writer, sources: dict[str, Source], names: list[str], paths: tuple[Paths | None, Paths], touched: Touched,
    say: Say,
) -> None:  # fmt: skip
    """The data sets, where there are any."""
    if not any(map(is_records, sources)):
        return
    from sqlite3 import Error

    gone = any(is_records(n) and n not in sources for n in names)  # loading the rest is quicker than taking it out
    bulk = Bulk(store, paths[1], None if gone else paths[0], say)
    try:
        bulk.run(sources, [n for n in names if is_records(n)], store.journal or [], {t[0] for t in touched.moved})
        _stop_at_errors(bulk.findings)
    except Error as error:  # a full disk, or a damaged index
        raise WorldError(f"The build stopped: {error}.", "Make room, or try kg build --fresh.") from error
    finally:
        bulk.close()


def _stop_at_errors(found: list[Finding]) -> None:
    if any(f.severity == "error" for f in found):
        problem = f"The facts do not pass their checks: {_count(found)}."
        raise FactsBroken(problem, found, "kg check lists them; the store stays as it was.")


def _load_ontology(store: Writer, sources: dict[str, Source]) -> None:
    for name, source in sources.items():
        if not name.endswith(".ttl") or name.endswith("shapes.ttl"):
            continue
        graph = BASE + ("vocab" if name.endswith("vocab.ttl") else "ns")
        try:
            store.add((str(s), p, o, graph) for s, p, o in parse_turtle(_bytes(source)) if not str(s).startswith("_:"))
        except SyntaxError as error:
            raise KgError(
                f"{name}:{error.lineno or 1}:{error.offset or 1}: {error.args[0]}", "Correct the ontology file."
            ) from error


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
            say("another build is running, waiting for it")
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


def _read(source: Source) -> Part:
    try:
        return read_file(source.name, source.path)
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


def _bytes(source: Source) -> bytes:
    with open(source.path, "rb") as file:
        return file.read()


def _text(source: Source) -> str:
    return _bytes(source).removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")


def _count(findings: list[Finding]) -> str:
    counted = {s: sum(f.severity == s for f in findings) for s in ("error", "warning", "note")}
    return ", ".join(f"{n} {s}{'s' * (n != 1)}" for s, n in counted.items() if n) or "nothing"
