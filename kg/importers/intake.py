"""One import: rows in, files of records out, and an account of every row.

Work lies in ``.kg/imports/<name>`` until it is whole; then one rename puts it into ``facts/imports``. After each file
of records the state is noted, so an import that was stopped goes on from there. Whatever happens before the rename, the
graph stays as it was.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from kg.compile.apart import build
from kg.compile.build import ontology_view
from kg.compile.records import BadRecord, check_record
from kg.errors import FactsBroken, WorldError, WrongCall
from kg.importers.actors import Actors
from kg.importers.job import Account, Importer, Job, Source
from kg.importers.lines import Problem, size_of
from kg.importers.manifest import to_trig
from kg.importers.states import States
from kg.records import PART, Record, Thing, from_line, to_line
from kg.store import View
from kg.workspace import IMPORTS, Workspace

#: Raise when an importer makes other records of the same rows: half-done work is then begun anew.
_VERSION = 1
#: The names given to things, while an import is under way; ends so that no build takes it for records.
_GIVEN = "given.txt"
#: Problems of one reason that are told one by one; the file of findings has all.
_TOLD = 5


@dataclass
class _State:
    """Where an import stands."""

    key: str
    read: int = 0
    imported: int = 0
    records: int = 0
    parts: int = 0
    #: Bytes of the files that are written on.
    sizes: dict[str, int] = field(default_factory=dict)
    skipped: dict[str, int] = field(default_factory=dict)
    flaws: dict[str, int] = field(default_factory=dict)
    unmatched: dict[str, int] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    states: list[str] = field(default_factory=list)


def take_in(
    workspace: Workspace,
    source: Source,
    importer: Importer,
    *,
    dry_run: bool = False,
    again: bool = False,
    progress: Callable[[float], None] = lambda share: None,
) -> Account:
    """Import a source. ``again``: also one that is here already. ``progress`` hears the share that is read.

    Raises WrongCall for what cannot be imported, WorldError when the disk is full.
    """
    digest = _digest(source.files)
    key = hashlib.sha256(
        json.dumps(
            [_VERSION, digest, *map(str, (source.dataset, source.title, source.speaker, source.issued, source.options))]
        ).encode()
    ).hexdigest()
    home = os.path.join(workspace.root, IMPORTS, source.dataset)
    done = _state(os.path.join(home, "import.json"))
    if done and done.key == key and not again:
        return _account(source, done, home, unchanged=True)
    work = os.path.join(workspace.cache, "imports", source.dataset)
    _step_back(work, home)
    try:
        intake = _Intake(workspace, source, work, key, dry_run)
        intake.run(importer, progress)
        if not dry_run:
            intake.describe(digest)
            _publish(work, home)
    except OSError as error:
        raise WorldError(
            f"The import stopped: {error.strerror or error}. The graph stays as it was.",
            "Give it room, and run the same command again: it goes on where it stopped.",
        ) from error
    return _account(source, intake.state, home)


class _Intake:
    """Writes the files of one import."""

    def __init__(self, workspace: Workspace, source: Source, work: str, key: str, dry_run: bool) -> None:
        self.state = _state(os.path.join(work, "import.json")) or _State(key)
        unfinished = os.path.exists(os.path.join(work, _GIVEN))  # else it was stopped on its way to its place
        if self.state.key != key or dry_run or not unfinished:
            self.state = _State(key)
        self._work, self._dry = work, dry_run
        if not dry_run:
            if not self.state.parts:
                shutil.rmtree(work, ignore_errors=True)
            os.makedirs(work, exist_ok=True)
        states = States()
        self._actors = Actors(source.dataset, _everyday(workspace), states)
        self._job = Job(source, self._actors, self.state.read)
        if not states.complete:
            self._job.remark(
                "Without countrycode states are known by ISO code and in six languages only: "
                "pip install 'bilateral-kg[import]' adds COW and Gleditsch–Ward codes and many languages."
            )
        self._source = source
        self._ids: set[str] = set()
        self._lines: list[str] = []
        self._problems: list[str] = []
        if self.state.parts:
            self._resume()

    def _path(self, name: str) -> str:
        return os.path.join(self._work, name)

    def _resume(self) -> None:
        for name, size in self.state.sizes.items():
            os.truncate(self._path(name), size)
        things, given = (self._lines_of(name) for name in ("things.tsv", _GIVEN))
        told = (t[0] for t in things if t[1] == "rdfs:label")
        self._actors.remember(((name, key) for name, key in given), told, self.state.unmatched)
        for iso3 in self.state.states:
            self._actors.state(iso3)
        for number in range(1, self.state.parts + 1):
            self._ids.update(cells[0] for cells in self._lines_of(_part(number)))
        self._job.remarks += self.state.remarks

    def _lines_of(self, name: str) -> Iterator[list[str]]:
        with open(self._path(name), encoding="utf-8", newline="\n") as file:
            next(file)
            yield from map(from_line, file)

    def run(self, importer: Importer, progress: Callable[[float], None]) -> None:
        """Take in all rows."""
        size = sum(map(size_of, self._source.files)) or 1
        state = self.state
        for taken in importer(self._job):
            state.read += 1
            for place, flaw in self._job.flaws:
                self._tell(state.flaws, place, flaw)
            self._job.flaws.clear()
            problem = taken.made if isinstance(taken.made, Problem) else self._keep(taken.made)
            if problem:
                self._tell(state.skipped, taken.place, problem)
            else:
                state.imported += 1
                if len(self._lines) >= PART:
                    self._write()
            if not state.read % 10_000:
                progress(self._job.tail.done / size)
        if not self._dry:
            self._write()
        state.unmatched = dict(self._actors.unmatched)
        state.remarks, state.states = self._job.remarks, sorted(self._actors.new_states)
        progress(1.0)

    def _keep(self, made: list[Record]) -> Problem | None:
        """Take the records of a row, or none of them when an id has been used before."""
        for r in made:
            if r.id in self._ids:
                return Problem("id used twice", f"there is a record ‘{r.id}’ already")
            try:
                check_record(r)
            except BadRecord as error:  # the build would stop at it
                return Problem(error.reason, str(error))
        for r in made:
            self._ids.add(r.id)
            if not self._dry:
                self._lines.append(to_line(r))
        self.state.records += len(made)
        return None

    def _tell(self, counts: dict[str, int], place: str, problem: Problem) -> None:
        counts[problem.reason] = counts.get(problem.reason, 0) + 1
        line = f"{place}: {problem.message}"
        self._problems.append(line + "\n")
        if counts[problem.reason] <= _TOLD:
            self.state.told.append(line)

    def _write(self) -> None:
        """Bring what has gathered to disk, and note where the import stands. In this order: the note is the proof."""
        state = self.state
        if self._lines:
            state.parts += 1
            _save(self._path(_part(state.parts)), to_line(Record._fields) + "".join(self._lines))
        self._append("things.tsv", to_line(Thing._fields), map(to_line, self._actors.things))
        self._append(_GIVEN, to_line(("name", "key")), map(to_line, self._actors.given))
        self._append("findings.txt", "", self._problems)
        self._lines, self._actors.things, self._actors.given, self._problems = [], [], [], []
        state.unmatched, state.remarks = dict(self._actors.unmatched), self._job.remarks
        state.states = sorted(self._actors.new_states)
        _save(self._path("import.json"), json.dumps(vars(state), ensure_ascii=False))

    def _append(self, name: str, head: str, lines: Iterable[str]) -> None:
        new = not os.path.exists(self._path(name))
        with open(self._path(name), "a", encoding="utf-8", newline="\n") as file:
            file.write((head if new else "") + "".join(lines))
            file.flush()
            os.fsync(file.fileno())
        self.state.sizes[name] = os.path.getsize(self._path(name))

    def describe(self, digest: str) -> None:
        """Write the data set as a document, and the names that nothing answered to."""
        lines = [f"{n}\t{name}\n" for name, n in _ranked(self.state.unmatched).items()]
        _save(self._path("unmatched.txt"), "".join(lines))
        os.remove(self._path(_GIVEN))
        _save(self._path("dataset.trig"), to_trig(self._source, digest, self._actors))
        _save(self._path("import.json"), json.dumps({**vars(self.state), "unmatched": {}}, ensure_ascii=False))


def _everyday(workspace: Workspace) -> View:
    """The graph that names are matched against: brought in step with its texts; in a new workspace the ontology."""
    if any(n.startswith("facts/") for n in workspace.sources()):
        try:
            build(workspace)
        except FactsBroken:
            if workspace.state() is None:
                raise
    state = workspace.state()
    return View.open(workspace.store_path(state.generation)) if state else ontology_view(workspace)


def _publish(work: str, home: str) -> None:
    """Put finished work in its place. An older version of the data set steps aside until the new one is there."""
    aside = work + ".old"
    os.makedirs(os.path.dirname(home), exist_ok=True)
    shutil.rmtree(aside, ignore_errors=True)
    if os.path.isdir(home):
        os.rename(home, aside)
    try:
        os.rename(work, home)
    except OSError:
        if os.path.isdir(aside):
            os.rename(aside, home)
        raise
    shutil.rmtree(aside, ignore_errors=True)


def _step_back(work: str, home: str) -> None:
    """Put the old version of a data set back that a killed import has moved aside."""
    if os.path.isdir(work + ".old") and not os.path.isdir(home):
        os.rename(work + ".old", home)


def _part(number: int) -> str:
    return f"records-{number:04}.tsv"


def _save(path: str, text: str) -> None:
    with open(path + ".new", "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    os.replace(path + ".new", path)


def _state(path: str) -> _State | None:
    try:
        with open(path, encoding="utf-8") as file:
            return _State(**json.load(file))
    except (OSError, ValueError, TypeError):  # none, or of another version: begin anew
        return None


def _digest(paths: Iterable[str]) -> str:
    """SHA-256 over the files of a source; of a single one that of its bytes."""
    each = []
    for path in paths:
        found = hashlib.sha256()
        try:
            with open(path, "rb") as file:
                while some := file.read(1 << 20):
                    found.update(some)
        except OSError as error:
            raise WorldError(f"{path} cannot be read: {error.strerror}.") from error
        each.append(found.hexdigest())
    if not each:
        raise WrongCall("There is no file to import.")
    return each[0] if len(each) == 1 else hashlib.sha256("\n".join(each).encode()).hexdigest()


def _account(source: Source, state: _State, home: str, unchanged: bool = False) -> Account:
    return Account(
        source.dataset,
        state.read,
        state.imported,
        _ranked(state.skipped),
        _ranked(state.flaws),
        state.records,
        _ranked(state.unmatched),
        tuple(state.states),
        tuple(state.told),
        tuple(state.remarks),
        home,
        unchanged,
    )


def _ranked(counts: dict[str, int]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda x: (-x[1], x[0])))
