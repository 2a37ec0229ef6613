"""One import: rows in, files of records out, and an account of every row.

Work lies beside the data set (``kg.importers.place``) until it is whole; then a rename puts it in its place. After each
file of records the state is noted, so an import that was stopped goes on from there. Whatever happens before the
rename, the graph stays as it was.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from kg.base.states import States
from kg.claims.index import ClaimsIndex
from kg.claims.quads import Quads
from kg.compile.apart import build
from kg.compile.line import BadRecord, check_record, check_thing
from kg.compile.ontology import ontology_of
from kg.errors import FactsBroken, NotFound, WrongCall
from kg.importers.actors import Actors
from kg.importers.job import Account, Importer, Job, Source
from kg.importers.known import Known
from kg.importers.manifest import to_trig
from kg.importers.place import ACCOUNT, Place, digest, digests, stopped
from kg.tables.lines import Problem, size_of
from kg.text.records import PART, Record, Thing, from_line, to_file, to_line
from kg.workspace import Workspace

#: Raise when an importer makes other records of the same rows: half-done work is then begun anew.
_VERSION = 4
#: The names given to things, while an import is under way; ends so that no build takes it for records.
_GIVEN = "given.txt"
#: Problems of one reason that are told one by one; the file of findings has all.
_TOLD = 5


@dataclass
class _State:
    """Where an import stands."""

    key: str
    #: What read the source, and where it lay.
    kind: str = ""
    origin: list[str] = field(default_factory=list)
    read: int = 0
    imported: int = 0
    records: int = 0
    parts: int = 0
    #: Bytes of the files that are written on.
    sizes: dict[str, int] = field(default_factory=dict)
    skipped: dict[str, int] = field(default_factory=dict)
    flaws: dict[str, int] = field(default_factory=dict)
    unmatched: dict[str, int] = field(default_factory=dict)
    #: What was matched, a line of ``to_line`` each: what stood there, what it is, by what.
    matched: dict[str, int] = field(default_factory=dict)
    namesakes: dict[str, str] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    broken_off: list[str] = field(default_factory=list)
    #: SHA-256 of the files of the finished data set: what differs later, people have written.
    files: dict[str, str] = field(default_factory=dict)
    states: list[str] = field(default_factory=list)


def take_in(
    workspace: Workspace,
    source: Source,
    importer: Importer,
    *,
    dry_run: bool = False,
    again: bool = False,
    overwrite: bool = False,
    progress: Callable[[float], None] = lambda share: None,
    say: Callable[[str], None] = lambda text: None,
) -> Account:
    """Import a source. ``again``: also one that is here already; ``overwrite``: even over what people wrote there.

    ``progress`` hears the share that is read, ``say`` what is waited for. Raises WrongCall for what cannot be imported,
    WorldError when the disk is full.
    """
    if not source.files:
        raise WrongCall("There is no file to import.")
    found = digest(source.files)
    key = _key(source, found)
    home = workspace.home_of(source.dataset)
    if dry_run:
        intake = _Intake(workspace, source, "", key)
        intake.run(importer, progress)
        return _account(source, intake.state, home)
    with Place(workspace, source.dataset, say) as place:
        done = _state(os.path.join(home, ACCOUNT))
        if done and done.key == key and not again:
            return _account(source, done, home, unchanged=True)
        noted = done.files if done else {}
        _ask(source, done, overwrite)
        place.spare(noted, overwrite)
        try:
            intake = _Intake(workspace, source, place.work, key)
            intake.run(importer, progress)
            if done and not intake.state.imported:  # what was here is worth more than nothing
                place.forget()
                return _account(source, intake.state, home, kept=True)
            intake.describe(found)
        except OSError as error:
            raise stopped(error) from error
        place.publish(noted, overwrite)
    return _account(source, intake.state, home)


def _key(source: Source, found: str) -> str:
    """What an import is known by, so that the same one does nothing; ``found``: the digest of its files."""
    about = (source.title, source.speaker, source.issued, source.licence, source.citation, source.options)
    return hashlib.sha256(json.dumps([_VERSION, found, source.dataset, *map(str, about)]).encode()).hexdigest()


def _origin(source: Source) -> list[str]:
    return [os.path.realpath(f) for f in source.files]


def _ask(source: Source, done: _State | None, overwrite: bool) -> None:
    """Raises WrongCall for other files that only happen to be called like those of the data set that is here."""
    if done is None or source.named or overwrite:
        return
    here, there = done.origin, _origin(source)
    if here != there and list(map(os.path.basename, here)) == list(map(os.path.basename, there)):
        message = f"The data set {source.dataset} was made of {here[0]}; this is {there[0]}."
        raise WrongCall(message, f"--document NAME keeps both; --document {source.dataset} takes this in its place.")


class Explained(NamedTuple):
    """What one row becomes: its records and what is told of things, or why it has none."""

    place: str
    records: tuple[Record, ...]
    things: tuple[Thing, ...]
    problem: str
    flaws: tuple[str, ...]


def explain(workspace: Workspace, source: Source, importer: Importer, row: int) -> Explained:
    """What a row of the first file that has it becomes, by its number as findings give it. Raises NotFound."""
    intake = _Intake(workspace, source, "", "")
    for taken in importer(intake.job):
        things, flaws = tuple(intake.job.actors.things), tuple(p.message for _, p in intake.job.flaws)
        intake.job.actors.things.clear()
        intake.job.flaws.clear()
        if taken.place.rpartition(":")[2].removeprefix("triple ") == str(row):
            if isinstance(taken.made, Problem):
                return Explained(taken.place, (), things, taken.made.message, flaws)
            wrong = [problem.message for r in taken.made if (problem := intake.problem_of(r))]
            return Explained(taken.place, tuple(taken.made), things, "; ".join(wrong), flaws)
    raise NotFound(
        f"There is no row {row} in {', '.join(source.files)}.", "Rows have the numbers of lines in the file."
    )


class _Intake:
    """Writes the files of one import."""

    def __init__(self, workspace: Workspace, source: Source, work: str, key: str) -> None:
        """``work``: the folder to write into, "" to write nothing."""
        view = _everyday(workspace)
        known = Known(workspace, view, source.dataset)
        self._actors = Actors(source.dataset, view, States(), known.refuse)
        self._admit(source, known)
        self.state = (_state(os.path.join(work, ACCOUNT)) if work else None) or _State(key)
        self._work, self._dry = work, not work
        if self.state.key != key or not self._resumable():
            self.state = _State(key)
        self.state.kind, self.state.origin = next(iter(source.options), ""), _origin(source)
        if work:
            if not self.state.parts:
                shutil.rmtree(work, ignore_errors=True)
            os.makedirs(work, exist_ok=True)
        self.job = Job(source, self._actors, self.state.read)
        self._source = source
        self._ids: set[str] = set()
        self._lines: list[str] = []
        self._things: list[Thing] = []
        self._problems: list[str] = []
        if self.state.parts:
            self._resume()

    def _admit(self, source: Source, known: Known) -> None:
        """Raises WrongCall for a data set that would say anew what people have defined, or whose speaker is nobody."""
        known.refuse(f"d:{source.dataset}", "Give the data set another name: --document NAME.")
        if not source.speaker:
            known.refuse(self._actors.speaker, "Name the speaker: --speaker ID, or give the data set another name.")
        elif not (self._actors.check(source.speaker) or self._actors.bring(source.speaker[2:]) == source.speaker):
            raise WrongCall(
                f"The graph knows no speaker {source.speaker}.",
                "kg search finds ids; or describe it in facts/.",
            )

    def _resumable(self) -> bool:
        """Whether all that the account of earlier work counts is there; without ``_GIVEN`` it was whole already."""
        sizes = {_part(n): 1 for n in range(1, self.state.parts + 1)} | self.state.sizes
        paths = {self._path(name): size for name, size in sizes.items()}
        return _GIVEN in sizes and all(os.path.isfile(p) and os.path.getsize(p) >= n for p, n in paths.items())

    def _path(self, name: str) -> str:
        return os.path.join(self._work, name)

    def _resume(self) -> None:
        for name, size in self.state.sizes.items():
            os.truncate(self._path(name), size)
        things, given = (self._lines_of(name) for name in ("things.tsv", _GIVEN))
        self._actors.remember(
            ((name, key) for name, key in given), (Thing(*t) for t in things), self.state.unmatched, self.state.matched
        )
        for own in self.state.states:
            self._actors.bring(own)
        for number in range(1, self.state.parts + 1):
            self._ids.update(cells[0] for cells in self._lines_of(_part(number)))
        self.job.remarks += self.state.remarks

    def _lines_of(self, name: str) -> Iterator[list[str]]:
        with open(self._path(name), encoding="utf-8", newline="\n") as file:
            next(file)
            yield from map(from_line, file)

    def run(self, importer: Importer, progress: Callable[[float], None]) -> None:
        """Take in all rows."""
        size = sum(map(size_of, self._source.files)) or 1
        state = self.state
        for taken in importer(self.job):
            state.read += 1
            problem = taken.made if isinstance(taken.made, Problem) else self._keep(taken.place, taken.made)
            self._hear(taken.place)
            for place, flaw in self.job.flaws:
                self._tell(state.flaws, place, flaw)
            self.job.flaws.clear()
            if problem:
                self._tell(state.skipped, taken.place, problem)
            else:
                state.imported += 1
                if len(self._lines) >= PART:
                    self._write()
            if not state.read % 10_000:
                progress(self.job.tail.done / size)
        self._hear(os.path.basename(self._source.files[-1]))
        if not self._dry:
            self._write()
        self._note()
        state.namesakes = self._actors.namesakes()
        state.left_out, state.broken_off = self.job.left_out, self.job.broken_off
        progress(1.0)

    def _keep(self, place: str, made: list[Record]) -> Problem | None:
        """Take the records of a row. One that cannot go in is told; if none can, so is the row."""
        problems = []
        for r in made:
            problem = self.problem_of(r)
            if problem:
                problems.append(problem)
                continue
            self._ids.add(r.id)
            self.state.records += 1
            if not self._dry:
                self._lines.append(to_line(r))
        if made and len(problems) == len(made):
            return problems[0]
        for problem in problems:
            self.job.flaw(place, problem)
        return None

    def problem_of(self, r: Record) -> Problem | None:
        """What keeps a record from going in."""
        if r.id in self._ids:
            return Problem("id used twice", f"there is a record ‘{r.id}’ already")
        try:
            check_record(r)
        except BadRecord as error:  # the build would stop at it
            return Problem(error.reason, str(error))
        return None

    def _hear(self, place: str) -> None:
        """Take what has been told of things; what cannot be written down is told instead."""
        for thing in self._actors.things:
            try:
                check_thing(thing)
            except BadRecord as error:  # the build would stop at it
                self.job.flaw(place, Problem(error.reason, f"of {thing.subject[:80]}: {error}"))
            else:
                self._things.append(thing)
        self._actors.things.clear()

    def _tell(self, counts: dict[str, int], place: str, problem: Problem) -> None:
        counts[problem.reason] = counts.get(problem.reason, 0) + 1
        line = f"{place}: {problem.message}".encode("utf-8", "replace").decode()
        self._problems.append(line + "\n")
        if counts[problem.reason] <= _TOLD:
            self.state.told.append(line)

    def _write(self) -> None:
        """Bring what has gathered to disk, and note where the import stands. In this order: the note is the proof."""
        state = self.state
        if self._lines:
            state.parts += 1
            _save(self._path(_part(state.parts)), to_file(self._lines))
        self._append("things.tsv", to_line(Thing._fields), map(to_line, self._things))
        self._append(_GIVEN, to_line(("name", "key")), map(to_line, self._actors.given))
        self._append("findings.txt", "", self._problems)
        self._lines, self._things, self._actors.given, self._problems = [], [], [], []
        self._note()
        _save(self._path(ACCOUNT), json.dumps(vars(state)))

    def _note(self) -> None:
        """Bring what is known of names and states into the account."""
        state, actors = self.state, self._actors
        state.unmatched, state.remarks = dict(actors.unmatched), self.job.remarks
        state.matched = {to_line(key)[:-1]: count for key, count in actors.matched.items()}
        state.states = sorted(actors.new_states)

    def _append(self, name: str, head: str, lines: Iterable[str]) -> None:
        new = not os.path.exists(self._path(name))
        with open(self._path(name), "a", encoding="utf-8", newline="\n") as file:
            file.write((head if new else "") + "".join(lines))
            file.flush()
            os.fsync(file.fileno())
        self.state.sizes[name] = os.path.getsize(self._path(name))

    def describe(self, found: str) -> None:
        """Write the data set as a document, and what each name was taken for, or not."""
        state = self.state
        lines = [_listed(n, name, state.namesakes.get(name)) for name, n in _ranked(state.unmatched).items()]
        _save(self._path("unmatched.txt"), "".join(lines))
        _save(self._path("matched.txt"), "".join(f"{n}\t{line}\n" for line, n in _ranked(state.matched).items()))
        os.remove(self._path(_GIVEN))
        _save(self._path("dataset.trig"), to_trig(self._source, found, self._actors))
        self.state.files = digests(self._work)
        _save(self._path(ACCOUNT), json.dumps({**vars(state), "unmatched": {}, "matched": {}, "namesakes": {}}))


def _listed(count: int, name: str, other: str | None) -> str:
    """A line of the names that nothing answered to; ``other``: what is called so too, and was not meant."""
    return f"{count}\t{name}" + (f"\talso the name of {other}" if other else "") + "\n"


def _everyday(workspace: Workspace) -> Quads:
    """The graph that names are matched against: brought in step with its texts; in a new workspace the ontology."""
    if any(n.startswith("facts/") for n in workspace.sources()):
        try:
            build(workspace)
        except FactsBroken:
            if workspace.state() is None:
                raise
    state = workspace.state()
    return ClaimsIndex.open(workspace.folder_of(state.generation)).quads if state else ontology_of(workspace)


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
            found = _State(**json.load(file))
    except (OSError, ValueError, TypeError, RecursionError):  # none, or of another version: begin anew
        return None
    plain = vars(_State(""))
    return found if all(type(v) is type(plain[k]) for k, v in vars(found).items()) else None


def _account(source: Source, state: _State, home: str, unchanged: bool = False, kept: bool = False) -> Account:
    return Account(
        source.dataset,
        state.read,
        state.imported,
        _ranked(state.skipped),
        _ranked(state.flaws),
        state.records,
        _ranked(state.unmatched),
        _ranked(state.matched),
        state.namesakes,
        tuple(state.left_out),
        tuple(state.broken_off),
        tuple(state.states),
        tuple(state.told),
        tuple(state.remarks),
        home,
        unchanged,
        kept,
    )


def _ranked(counts: dict[str, int]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda x: (-x[1], x[0])))
