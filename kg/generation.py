"""What a build left in the cache of a workspace, and how to know that it is still that.

    current          names the build that answers: its folder, and the stamps of all files it was made from and it made
    gen-…/           the files of a build; only what ``current`` names counts

Every derived file can be made again from the texts. So one that is not what the build left, down to a byte, is a reason
to build anew and to say so; it is never believed and never a reason to refuse.
"""

from __future__ import annotations

import os
import sys
from binascii import crc32
from contextlib import suppress
from stat import S_ISREG
from typing import NamedTuple

from kg.text.records import from_line, to_line

#: Raise when the layout of what a build leaves changes: older ones are then made anew.
FORMAT = "15"
#: What RocksDB notes for itself, also while it only reads.
_ITS_OWN = ("LOG", "LOCK")


class Stamp(NamedTuple):
    """What a file is known by: its size, the times (ns) of its content and of its entry, the SHA-256 of its content.

    As long as the first three are the same nobody has written to it, so nobody needs to read it.
    """

    size: int
    mtime: int
    ctime: int
    digest: str = ""

    @classmethod
    def of(cls, stat: os.stat_result) -> Stamp:
        """The stamp of a file from what the system says of it; without the digest."""
        return cls(stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns)

    def same(self, other: Stamp) -> bool:
        """Whether the file has not been written to since it had the other stamp."""
        return self[:3] == other[:3]


class State(NamedTuple):
    """A build: its folder, and the stamps of what it was made from and of the files it made, by name."""

    generation: str
    sources: dict[str, Stamp]
    files: dict[str, Stamp]
    #: Whether files have new times but their old content: they were linked, moved or copied.
    touched: bool = False


#: The stamp of what is a link, a pipe or the like: it is never read.
_NO_FILE = Stamp(-1, 0, 0)


def read_state(cache: str) -> State | str | None:
    """The build that answers; None when there is none, a sentence when it is damaged."""
    while True:
        note = _read_note(cache)
        found = _checked(cache, _from_note(note)) if isinstance(note, bytes) else note
        if not isinstance(found, str) or _read_note(cache) == note:  # else a newer build took its place meanwhile
            return found


def _read_note(cache: str) -> bytes | str | None:
    path = os.path.join(cache, "current")
    try:
        if not S_ISREG(os.stat(path).st_mode):  # opening what is none may take for ever
            return "The note of the current build is no file"
        with open(path, "rb") as file:
            return file.read()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        return f"The note of the current build cannot be read ({error.strerror})"


def _from_note(note: bytes) -> State | str | None:
    """The state that a note holds; None for one of another version, a sentence for a damaged one."""
    body, _, end = note.rpartition(b"end ")
    if end != b"%08x\n" % crc32(body):
        return "The note of the current build is damaged"
    head, *lines = body.decode("utf-8", "surrogateescape").split("\n")[:-1]
    version, _, generation = head.partition(" ")
    if version != FORMAT:
        return None
    stamps: dict[str, dict[str, Stamp]] = {"source": {}, "file": {}}
    for kind, name, size, mtime, ctime, digest in map(from_line, lines):
        stamps[kind][name] = Stamp(int(size), int(mtime), int(ctime), digest)
    return State(generation, stamps["source"], stamps["file"])


def _checked(cache: str, state: State | str | None) -> State | str | None:
    """The same, if no file of the build is missing, changed or one too many; else a sentence."""
    if not isinstance(state, State):
        return state
    folder, touched = os.path.join(cache, state.generation), False
    if os.path.islink(folder):
        return "The store’s folder is a link to elsewhere"
    there = files_of(folder)
    for name in sorted(there.keys() | state.files.keys()):
        now, known = there.get(name), state.files.get(name)
        if now is None or known is None:
            return f"The store’s file {name} is gone" if known else f"The file {name} is none of the store’s"
        if not now.same(known):
            if now.size != known.size or digest_of(os.path.join(folder, name)) != known.digest:
                return f"The store’s file {name} is damaged"
            touched = True
    return state._replace(touched=touched)


def files_of(folder: str) -> dict[str, Stamp]:
    """The files of a build by name, without digests."""
    found, todo = dict[str, Stamp](), [""]
    while todo:
        below = todo.pop()
        try:
            with os.scandir(os.path.join(folder, below)) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        todo.append(f"{below}{entry.name}/")
                    elif not entry.name.startswith(_ITS_OWN):
                        stamp = Stamp.of(entry.stat(follow_symlinks=False))
                        found[below + entry.name] = stamp if entry.is_file(follow_symlinks=False) else _NO_FILE
        except OSError:  # a file that goes while it is looked at is gone like any other
            continue
    return found


def publish(cache: str, generation: str, sources: dict[str, Stamp], known: dict[str, Stamp]) -> None:
    """Make a build the one that answers, when all of it is safe on disk: a single rename.

    ``known``: stamps of files with digests; those that are still the same need not be read.
    """
    folder, files = os.path.join(cache, generation), dict[str, Stamp]()
    for name, stamp in files_of(folder).items():
        old, path = known.get(name), os.path.join(folder, name)
        if old and old[:2] == stamp[:2]:  # a link to a file of the last build, whose digest held when it was opened
            files[name] = stamp._replace(digest=old.digest)
            continue
        sync(path)
        files[name] = stamp._replace(digest=digest_of(path))
    for below in {"", *(os.path.dirname(name) for name in files)}:
        sync(os.path.join(folder, below))
    _write_note(cache, State(generation, sources, files))


def _write_note(cache: str, state: State) -> None:
    lines = [
        to_line((kind, name, str(s.size), str(s.mtime), str(s.ctime), s.digest))
        for kind, stamps in (("source", state.sources), ("file", state.files))
        for name, s in sorted(stamps.items())
    ]
    body = f"{FORMAT} {state.generation}\n{''.join(lines)}".encode("utf-8", "surrogateescape")
    from shutil import rmtree  # a look-up does without

    path = os.path.join(cache, "current")
    for place in (path, path + ".new"):  # a folder would be in the way of the rename
        if os.path.isdir(place) and not os.path.islink(place):
            rmtree(place)
    with suppress(FileNotFoundError):
        os.remove(path + ".new")
    with open(path + ".new", "xb") as file:
        file.write(body + b"end %08x\n" % crc32(body))
        file.flush()
        os.fsync(file.fileno())
    os.replace(path + ".new", path)
    sync(cache)


def sync(path: str) -> None:
    """Wait until a file, or the names in a folder, are on disk; Windows does folders by itself."""
    if os.path.isdir(path) and not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(path, os.O_RDWR if sys.platform == "win32" else os.O_RDONLY)  # it syncs only what it may write to
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def digest_of(path: str) -> str:
    """SHA-256 of a file, in hex; "" when it cannot be read."""
    import hashlib  # costs a look-up 3 ms, and only a changed file needs it

    try:
        with open(path, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
