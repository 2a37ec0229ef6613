"""What git keeps of a workspace: the texts of a revision, and the commits in which a name was touched.

Everything is read from git's objects: nothing is checked out, and neither the work tree nor the index is touched.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kg.errors import WorldError, WrongCall
from kg.settings import FILE as SETTINGS
from kg.values.changes import Revision
from kg.workspace import Workspace

#: The texts that a graph is made of.
_TEXTS = (".trig", ".tsv", ".ttl", ".rq", SETTINGS)
_ENTRY = re.compile(rb"(\d+) blob ([0-9a-f]+)\t(.+)", re.S)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
#: What stands before and behind a name that is a whole one.
_EDGE = "[^A-Za-z0-9_-]"
#: The files as they lie there, in place of a revision.
NOW = Revision("working tree", "", "", "", "", ())


class Trail(NamedTuple):
    """Lines of a file as a revision has it, which git follows back from there."""

    commit: str
    file: str
    first: int
    last: int


class Repository:
    """The git repository that a workspace lies in, at its top or in a folder of it."""

    def __init__(self, workspace: Workspace) -> None:
        """Raises WorldError when there is no git, or the workspace lies in no repository."""
        self.root = workspace.root
        self._prefix = os.fsdecode(self._run("rev-parse", "--show-prefix")).rstrip("\n")

    def ends(self, asked: str | None) -> tuple[Revision, Revision]:
        """What ``REV``, ``A..B`` or ``A...B`` names: by default the last commit, and the files as they lie there."""
        first, dots, second = (asked or "HEAD").partition("..")
        if not dots:
            return self.revision(first), NOW
        end = self.revision(second.removeprefix(".") or "HEAD")
        begin = self.revision(first or "HEAD")
        if second.startswith("."):
            begin = self.revision(self._run("merge-base", begin.commit, end.commit).decode().strip())
        return begin, end

    def revision(self, name: str) -> Revision:
        """A commit by any name that git takes, or the last one until the end of a day. Raises WrongCall."""
        if _DAY.fullmatch(name):
            return self._until(name)
        done = self._git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        if done.returncode:
            shallow = self._run("rev-parse", "--is-shallow-repository").strip() == b"true"
            hint = "This clone is shallow: git fetch --unshallow brings the rest." if shallow else "git log lists them."
            raise WrongCall(f"git knows no revision ‘{name}’ in {self.root}.", hint)
        return self.log("--no-walk", done.stdout.decode().strip())[0]._replace(name=name)

    def _until(self, day: str) -> Revision:
        found = self.log("-1", f"--until={day} 23:59:59", "HEAD")
        if not found:
            first = self.log("--reverse", "HEAD")[0]
            raise WrongCall(
                f"No commit of {self.root} is as old as {day}.", f"The first is {first.name}, of {first.day}."
            )
        return found[0]._replace(name=day)

    def log(self, *arguments: str) -> list[Revision]:
        """The commits that ``git log`` lists, newest first."""
        form = "--format=%x1e%h%x1f%H%x1f%cs%x1f%an%x1f%s%x1f%P%x1d"
        out = self._run("log", form, "--no-ext-diff", "--no-textconv", "--no-color", *arguments)
        rows = [part.partition("\x1d")[0].split("\x1f") for part in out.decode("utf-8", "replace").split("\x1e")[1:]]
        return [Revision(r[0], r[1], r[2], r[3], r[4], tuple(r[5].split())) for r in rows]

    def texts(self, commit: str) -> dict[str, bytes]:
        """Facts and ontology of a revision, by their names in the workspace."""
        out = self._run("ls-tree", "-r", "-z", commit, "--", "facts", "ontology", SETTINGS)
        found = {}
        for mode, blob, path in (m.groups() for m in map(_ENTRY.fullmatch, out.split(b"\0")) if m):
            name = os.fsdecode(path)
            hidden = any(part.startswith(".") for part in name.split("/"))
            if mode != b"120000" and not hidden and name.lower().endswith(_TEXTS):  # git keeps where a link leads to
                found[name] = blob.decode()
        texts = zip(found, self._objects(found.values()), strict=True)
        return {name: text for name, text in texts if text is not None}

    def files(self, commit: str, names: Iterable[str]) -> dict[str, bytes]:
        """Some files of a revision; those that it does not have are left out."""
        asked = [n for n in names if "\n" not in n]
        found = self._objects(f"{commit}:{self._prefix}{n}" for n in asked)
        return {n: text for n, text in zip(asked, found, strict=True) if text is not None}

    def holding(self, commit: str, name: str, files: Sequence[str] = ("facts",)) -> list[str]:
        """The files of facts in which a name stands in a revision."""
        done = self._git("grep", "-l", "-z", "-F", "-w", "-e", name, commit, "--", *files)
        return sorted(os.fsdecode(x).partition(":")[2] for x in done.stdout.split(b"\0") if x)

    def naming(self, name: str, files: Sequence[str] = ("facts",)) -> list[Revision]:
        """The commits with a line come or gone that holds a name."""
        pattern = f"(^|{_EDGE}){re.escape(name).replace(chr(92) + '-', '-')}({_EDGE}|$)"
        return self.log(f"-G{pattern}", "HEAD", "--", *files)

    def along(self, trails: Sequence[Trail]) -> list[Revision]:
        """The commits that touched the lines of some trails, all of which start at one revision."""
        if not trails:
            return []
        lines = [f"-L{t.first},{t.last}:{t.file}" for t in trails]
        return self.log("--no-patch", *lines, trails[0].commit)

    def _objects(self, names: Iterable[str]) -> list[bytes | None]:
        """The contents of objects; None for one that is not there."""
        asked = "".join(f"{n}\n" for n in names).encode("utf-8", "surrogateescape")
        out, found, at = self._run("cat-file", "--batch", given=asked) if asked else b"", list[bytes | None](), 0
        while at < len(out):
            end = out.index(b"\n", at)
            size = out[at:end].split(b" ")[-1]
            at = end + 1
            if size == b"missing":
                found.append(None)
            else:
                found.append(out[at : at + int(size)])
                at += int(size) + 1
        return found

    def _run(self, *arguments: str, given: bytes = b"") -> bytes:
        """What git says. Raises WorldError when it refuses."""
        done = self._git(*arguments, given=given)
        if done.returncode:
            said = done.stderr.decode("utf-8", "replace").strip().splitlines() or ["no reason given"]
            reason = said[-1].removeprefix("fatal: ")
            if "not a git repository" in reason:
                raise WorldError(
                    "This workspace lies in no git repository.", "git init starts one; then commit the facts."
                )
            raise WorldError(f"git {arguments[0]} failed in {self.root}: {reason}.")
        return done.stdout

    def _git(self, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        command = ["git", "--no-optional-locks", "--literal-pathspecs", "-C", self.root, *arguments]
        try:
            return subprocess.run(command, capture_output=True, input=given, env={**os.environ, "LC_ALL": "C"})
        except FileNotFoundError as error:
            raise WorldError(
                "git is not installed, or not on the PATH.", "Install it: it keeps the history."
            ) from error


def author_name(folder: str) -> str:
    """Who commits in a folder, as git is set up there; "" when nobody is named, or there is no git."""
    try:
        done = subprocess.run(["git", "-C", folder, "config", "user.name"], capture_output=True)
    except FileNotFoundError:
        return ""
    return " ".join(done.stdout.decode("utf-8", "replace").split())
