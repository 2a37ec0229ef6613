"""Texts that a command would write: checked as if they stood there, written together when they pass, taken back.

A change waits in the cache of its workspace, old texts beside new ones, until the build that checks it has passed. Then
a mark is set, each file is replaced, and the mark goes. What is killed before the mark has written nothing; what is
killed behind it is put back by the next build, which knows the old texts. Nothing is put back over a text that
somebody has written to meanwhile.

    changes/000012/change.json     what it was for, and the digests of each file before and after
    changes/000012/before/0        the texts themselves, by their place in the list
    changes/000012/after/0
    changes/000012/done            it has been written
    changes/pending                the number of the change that is being written
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from kg.errors import NotFound, Outdated, WorldError, WrongCall
from kg.generation import Stamp, sync
from kg.text.files import replace
from kg.workspace import IMPORTS, Source, Workspace, is_facts

#: So many changes can be taken back.
KEPT = 100
_FOLDER, _MARK, _DONE = "changes", "pending", "done"


@dataclass(frozen=True)
class Change:
    """New contents of files by their names in a workspace, with slashes; None takes a file away.

    ``why``: one line for ``kg undo``. ``based``: digests of the texts that the new ones were made from, as ``read``
    gave them; when a file is another by then, nothing is written. ``undoes``: the change that this one takes back.
    """

    why: str
    texts: Mapping[str, bytes | None]
    based: Mapping[str, str] = field(default_factory=dict)
    undoes: str = ""


class Done(NamedTuple):
    """A change that has been written. ``stands``: it has not been taken back, and takes nothing back itself."""

    number: str
    why: str
    when: float
    files: tuple[str, ...]
    stands: bool


def read(workspace: Workspace, name: str) -> bytes | None:
    """The content of a file of a workspace; None when there is none. Raises WorldError."""
    try:
        with open(os.path.join(workspace.root, name), "rb") as file:
            return file.read()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise WorldError(f"{name} cannot be read: {error.strerror or error}.") from error


def digest(data: bytes | None) -> str:
    """What a content is known by; "" for none."""
    return "" if data is None else hashlib.sha256(data).hexdigest()


class Proposal:
    """One change on its way into a workspace. Only for who holds the lock of the build."""

    def __init__(self, workspace: Workspace, change: Change) -> None:
        """Put the texts aside. Raises WrongCall, WorldError, and Outdated when a file is not what it was based on."""
        for name in change.texts:
            _check_name(workspace, name)
        self._workspace, self._root = workspace, os.path.join(workspace.cache, _FOLDER)
        before = {name: read(workspace, name) for name in change.texts}
        late = [n for n, known in change.based.items() if n in before and digest(before[n]) != known]
        if late:
            raise Outdated(f"{late[0]} was changed by somebody else meanwhile; nothing was written.", "Try again.")
        for number in _numbers(self._root):
            if not os.path.exists(os.path.join(self._root, number, _DONE)):  # it was killed while it was checked
                shutil.rmtree(os.path.join(self._root, number), ignore_errors=True)
        self._number = f"{int(max(_numbers(self._root), default='0')) + 1:06}"
        self._folder = os.path.join(self._root, self._number)
        self.names, self._written = list(change.texts), False
        for side, texts in (("before", before), ("after", change.texts)):
            os.makedirs(os.path.join(self._folder, side), exist_ok=True)
            for i, name in enumerate(self.names):
                _save(os.path.join(self._folder, side, str(i)), texts[name])
        self._changes = [
            {"name": n, "place": i, "before": digest(before[n]), "after": digest(change.texts[n])}
            for i, n in enumerate(self.names)
            if before[n] != change.texts[n]
        ]
        note = {"why": change.why, "when": time.time(), "undoes": change.undoes, "files": self._changes}
        _save(os.path.join(self._folder, "change.json"), json.dumps(note, ensure_ascii=False).encode())
        sync(self._folder)

    def sources(self, now: Mapping[str, Source]) -> dict[str, Source]:
        """The sources of a build as they would be: the proposed texts in the place of what stands there."""
        found = dict(now)
        for i, name in enumerate(self.names):
            if not (is_facts(name) and name.startswith("facts/")):
                continue
            path = os.path.join(self._folder, "after", str(i))
            if os.path.exists(path):
                found[name] = Source(name, path, Stamp.of(os.stat(path)))
            else:
                found.pop(name, None)
        return dict(sorted(found.items()))

    def write(self) -> None:
        """Put the texts in their places, all or none; what changes nothing is forgotten. Raises WorldError."""
        if not self._changes:
            return self.drop()
        _save(os.path.join(self._root, _MARK), self._number.encode())
        sync(self._root)
        try:
            for i, name in enumerate(self.names):
                _place(self._workspace, name, os.path.join(self._folder, "after", str(i)))
        except BaseException:
            put_back(self._workspace)
            raise
        _save(os.path.join(self._folder, _DONE), b"")
        os.remove(os.path.join(self._root, _MARK))
        self._written = True
        for number in _numbers(self._root)[:-KEPT]:
            shutil.rmtree(os.path.join(self._root, number), ignore_errors=True)

    def drop(self) -> None:
        """Forget a change that did not pass; take it back where only what came after it failed."""
        if self._written:
            for i, name in enumerate(self.names):
                _place(self._workspace, name, os.path.join(self._folder, "before", str(i)))
        shutil.rmtree(self._folder, ignore_errors=True)


def put_back(workspace: Workspace) -> None:
    """Take back what a killed change has written; all of it stays where one of its files is neither old nor new."""
    root = os.path.join(workspace.cache, _FOLDER)
    mark = os.path.join(root, _MARK)
    try:
        with open(mark, encoding="ascii", errors="replace") as file:
            number = file.read()
    except FileNotFoundError:
        return
    note = _note(root, number)
    files = note["files"] if note else []
    now = {f["name"]: digest(read(workspace, f["name"])) for f in files}
    if all(now[f["name"]] in (f["before"], f["after"]) for f in files):
        for f in files if any(now[f["name"]] != f["after"] for f in files) else ():
            _place(workspace, f["name"], os.path.join(root, number, "before", str(f["place"])))
            note = None  # it never was
    if note:
        _save(os.path.join(root, number, _DONE), b"")
    os.remove(mark)
    if note is None and number.isdigit():
        shutil.rmtree(os.path.join(root, number), ignore_errors=True)


def last_change(workspace: Workspace) -> Change:
    """The change that takes back the last one that stands. Raises NotFound; WrongCall when its files have changed."""
    root = os.path.join(workspace.cache, _FOLDER)
    undone = set[str]()
    for number in reversed(_numbers(root)):
        note = _done(root, number)
        if note is None or number in undone:
            continue
        if note["undoes"]:
            undone.add(note["undoes"])
            continue
        for f in note["files"]:
            if digest(read(workspace, f["name"])) != f["after"]:
                raise WrongCall(
                    f"{f['name']} was changed after “{note['why']}”, so that cannot be taken back.",
                    "Use git, or correct the file by hand.",
                )
        texts = {f["name"]: _load(os.path.join(root, number, "before", str(f["place"]))) for f in note["files"]}
        return Change(note["why"], texts, {f["name"]: f["after"] for f in note["files"]}, number)
    raise NotFound("There is nothing to take back.", (), "kg undo takes back what kg itself has written.")


def done_changes(workspace: Workspace) -> list[Done]:
    """What has been written and can still be read of, the last first."""
    root = os.path.join(workspace.cache, _FOLDER)
    notes = [(number, note) for number in reversed(_numbers(root)) if (note := _done(root, number))]
    undone = {note["undoes"] for _, note in notes}
    return [
        Done(n, note["why"], note["when"], tuple(f["name"] for f in note["files"]),
             n not in undone and not note["undoes"])
        for n, note in notes
    ]  # fmt: skip


def _check_name(workspace: Workspace, name: str) -> None:
    if workspace.bundled:
        raise WrongCall("These are the facts that come with kg.", "kg init DIR makes a workspace of your own.")
    parts = name.split("/")
    if name.startswith((IMPORTS + "/", "/")) or ".." in parts or "" in parts:
        raise WrongCall(f"{name} is no file that kg writes to by hand.")
    place = os.path.realpath(os.path.join(workspace.root, name))
    if not place.startswith(os.path.realpath(workspace.root) + os.sep):
        raise WrongCall(f"{name} lies outside the workspace: a link leads there.")


def _place(workspace: Workspace, name: str, text: str) -> None:
    """Have a file hold what another holds, or be gone where that one is."""
    place = os.path.realpath(os.path.join(workspace.root, name))  # a link stays one
    try:
        if not os.path.exists(text):
            if os.path.exists(place):
                os.remove(place)
            return
        os.makedirs(os.path.dirname(place), exist_ok=True)
        if os.path.exists(place) and not os.access(place, os.W_OK):
            raise WorldError(f"{name} cannot be written: it is read-only.")
    except OSError as error:
        raise WorldError(f"{name} cannot be written: {error.strerror or error}.") from error
    replace(place, lambda beside: _copy(text, beside))


def _copy(source: str, target: str) -> None:
    shutil.copyfile(source, target)
    sync(target)


def _save(path: str, data: bytes | None) -> None:
    if data is None:
        return
    with open(path, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _load(path: str) -> bytes | None:
    try:
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError:
        return None


def _numbers(root: str) -> list[str]:
    try:
        return sorted(n for n in os.listdir(root) if n.isdigit())
    except FileNotFoundError:
        return []


def _done(root: str, number: str) -> dict[str, Any] | None:
    """What a change was that has been written; None for one that was killed while it was checked."""
    return _note(root, number) if os.path.exists(os.path.join(root, number, _DONE)) else None


def _note(root: str, number: str) -> dict[str, Any] | None:
    """What a change was; None where its note is gone or was never finished."""
    data = _load(os.path.join(root, number, "change.json"))
    try:
        found: dict[str, Any] | None = json.loads(data) if data else None
    except ValueError:
        return None
    return found
