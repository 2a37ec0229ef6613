"""Where an import works: beside the folder of its data set, one import at a time.

::

    facts/imports/acts/         the data set
    facts/imports/.acts/lock    held by the import that is under way
    facts/imports/.acts/new     its work, until it is whole; an import that was stopped goes on from it
    facts/imports/.acts/old     the data set while the new one takes its place: whoever reads then, reads this one

On the file system of the workspace, so that a rename puts the new version in its place. Afterwards the folder with the
dot is taken away.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Iterable
from contextlib import suppress
from types import TracebackType
from typing import Self

from kg.compile.build import locked
from kg.errors import WorldError, WrongCall
from kg.workspace import IMPORTS, OLD, Workspace, remove

#: The account of an import, in its folder: there once there is something to go on from.
ACCOUNT = "import.json"


class Place:
    """The folders of one import, held against all others while the block lasts."""

    def __init__(self, workspace: Workspace, dataset: str, say: Callable[[str], None]) -> None:
        self._workspace, self._dataset, self._say = workspace, dataset, say
        self.home, self._aside = workspace.home_of(dataset), workspace.aside_of(dataset)
        self.work, self._old = os.path.join(self._aside, "new"), os.path.join(self._aside, OLD)
        self._made: list[str] = []

    def __enter__(self) -> Self:
        from filelock import FileLock, Timeout

        self._lock, told = FileLock(os.path.join(self._aside, "lock")), False
        while True:
            with locked(self._workspace, self._say):  # so that nobody takes the folder away meanwhile
                self._make()
                with suppress(Timeout):
                    self._lock.acquire(timeout=0)
                    self._workspace.put_back()
                    return self
            if not told:
                self._say(f"another import of ‘{self._dataset}’ is under way, waiting for it")
                told = True
            with suppress(OSError):  # only to wait: the folder may go with the import that ends
                self._lock.acquire()
                self._lock.release()

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        try:
            if not os.path.exists(os.path.join(self.work, ACCOUNT)):
                with locked(self._workspace, self._say):
                    self._workspace.put_back()
                    self._lock.release()
                    shutil.rmtree(self._aside, ignore_errors=True)
                    for folder in reversed(self._made):
                        with suppress(OSError):  # not empty
                            os.rmdir(folder)
        finally:
            self._lock.release()

    def _make(self) -> None:
        folder = os.path.join(self._workspace.root, IMPORTS)
        inside = [os.path.join(self._aside, name) for name in ("lock", ".gitignore")]
        for path in (os.path.dirname(folder), folder, self.home, self._aside, self.work, self._old, *inside):
            if os.path.islink(path):  # it may have come with the workspace, and lead to any file of the user
                raise WrongCall(f"{path} is a link: an import does not write through links.", "Take it away.")
        self._made += [f for f in (os.path.dirname(folder), folder) if not os.path.isdir(f)]
        try:
            os.makedirs(self._aside, exist_ok=True)
            with open(os.path.join(self._aside, ".gitignore"), "w", encoding="utf-8") as file:
                file.write("*\n")
        except OSError as error:
            raise stopped(error) from error

    def publish(self, noted: dict[str, str], overwrite: bool) -> None:
        """Put finished work in its place. No build is under way meanwhile, and at no moment is the data set gone."""
        with locked(self._workspace, self._say):
            self._workspace.put_back()
            self.spare(noted, overwrite)
            try:
                if os.path.isdir(self.home):
                    os.rename(self.home, self._old)
                try:
                    os.rename(self.work, self.home)
                except OSError:
                    self._workspace.put_back()
                    raise
                if os.path.isdir(self._old):
                    remove(self._old)
            except OSError as error:
                raise stopped(error) from error

    def forget(self) -> None:
        """Take away what was done, whatever it was worth."""
        shutil.rmtree(self.work, ignore_errors=True)

    def spare(self, noted: dict[str, str], overwrite: bool) -> None:
        """Raises WrongCall when the data set holds what people wrote there. ``noted``: what the import wrote."""
        if overwrite or not os.path.isdir(self.home):
            return
        now = digests(self.home)
        if now == noted:
            return
        new, gone = sorted(now.keys() - noted.keys()), sorted(noted.keys() - now.keys())
        words = [f"{n} differs" for n in sorted(now.keys() & noted.keys()) if now[n] != noted[n]]
        words += [f"{n} is {'new' if noted else 'not known to be its own'}" for n in new]
        words += [f"{n} is gone" for n in gone]
        more = f" and {len(words) - 5} more" if len(words) > 5 else ""
        raise WrongCall(
            f"{IMPORTS}/{self._dataset} is not as the import left it: {', '.join(words[:5])}{more}. "
            "Importing would write over it.",
            "Give the data set another name (--document), or move what you want to keep to a file of your own below "
            "facts/ and write over the rest (--overwrite).",
        )


def digests(folder: str) -> dict[str, str]:
    """SHA-256 of the files of a data set, by name, but for its account."""
    found = {}
    for path, _, names in os.walk(folder):
        for name in names:
            full = os.path.join(path, name)
            found[os.path.relpath(full, folder).replace(os.sep, "/")] = digest([full])
    found.pop(ACCOUNT, None)
    return found


def digest(paths: Iterable[str]) -> str:
    """SHA-256 over some files; of a single one that of its bytes. Raises WorldError."""
    each = []
    for path in paths:
        try:
            with open(path, "rb") as file:
                each.append(hashlib.file_digest(file, "sha256").hexdigest())
        except OSError as error:
            raise WorldError(f"{path} cannot be read: {error.strerror or error}.") from error
    return each[0] if len(each) == 1 else hashlib.sha256("\n".join(each).encode()).hexdigest()


def stopped(error: OSError) -> WorldError:
    """The error for an import that the machine stopped."""
    return WorldError(
        f"The import stopped: {error.strerror or error}. The graph stays as it was.",
        "Give it room, and run the same command again: it goes on where it stopped.",
    )
