"""Files of others as lines, packed or not, whatever is wrong with them.

Everything streams. What cannot be read comes back as a ``Problem`` with its number, and the next line follows.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, NamedTuple, cast

from kg.errors import WorldError, WrongCall

#: Longest row of a table, in bytes, and longest entity: Wikidata's of a large state has several million.
ENTITY = 64 << 20
LONGEST = 1 << 20
#: What a compressed file may grow to before its ratio is looked at, and the largest ratio; text stays below 100.
_GROWN, RATIO = 256 << 20, 250
#: What unpacking a damaged file may raise.
DAMAGE = (OSError, EOFError, lzma.LZMAError, zlib.error, zipfile.BadZipFile)


class Problem(NamedTuple):
    """Why a row cannot go in: a short reason to count by, and the words for this row."""

    reason: str
    message: str
    #: Whether it is the last of its file: nothing after it can be read.
    ends: bool = False


class Tail:
    """How far a file is read, in bytes on disk: for the progress bar."""

    def __init__(self) -> None:
        self.done = 0


def size_of(path: str) -> int:
    """Bytes of a file on disk. Raises WorldError."""
    try:
        return os.path.getsize(path)
    except OSError as error:
        raise _unreadable(path, error) from error


@contextmanager
def opened(path: str) -> Iterator[tuple[IO[bytes], IO[bytes]]]:
    """The unpacked bytes of a file, and the file on disk behind them. Raises WorldError."""
    try:
        raw = open(path, "rb")  # noqa: SIM115 (closed below, whatever is put around it)
    except OSError as error:
        raise _unreadable(path, error) from error
    with raw, _unpacked(path, raw) as stream:
        yield stream, raw


def _unpacked(path: str, raw: io.BufferedReader) -> IO[bytes]:
    magic = raw.peek(6)[:6]
    if magic[:2] == b"\x1f\x8b":
        return cast(IO[bytes], gzip.GzipFile(fileobj=raw))
    if magic[:3] == b"BZh":
        return cast(IO[bytes], bz2.BZ2File(raw))
    if magic == b"\xfd7zXZ\x00":
        return cast(IO[bytes], lzma.LZMAFile(raw))
    if magic[:4] == b"PK\x03\x04" and not path.lower().endswith(".xlsx"):
        return _only_member(path, raw)
    return raw


def _only_member(path: str, raw: IO[bytes]) -> IO[bytes]:
    try:
        archive = zipfile.ZipFile(raw)
        members = [m for m in archive.infolist() if not m.is_dir()]
        if len(members) != 1:
            raise WrongCall(f"{path} holds {len(members)} files.", "Unpack it and import them one by one.")
        return archive.open(members[0])
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
        raise WorldError(f"{path} cannot be unpacked: {error}.") from error


def read_lines(path: str, tail: Tail | None = None, longest: int = LONGEST) -> Iterator[tuple[int, str | Problem]]:
    """Number and text of the lines of a file. What is not UTF-8, too long or a decompression bomb gives a Problem."""
    total, number = 0, 0
    with opened(path) as (stream, raw):
        try:
            while line := stream.readline(longest + 1):
                number += 1
                total += len(line)
                if tail and not number % 1024:
                    tail.done = raw.tell()
                if len(line) > longest:
                    while line and not line.endswith(b"\n") and not is_bomb(raw.tell(), total):
                        line = stream.readline(longest + 1)
                        total += len(line)
                    yield number, Problem("too long", f"the row is longer than {longest:,} bytes")
                else:
                    yield number, _text(line, number)
                if is_bomb(raw.tell(), total):
                    message = f"the file unpacks to more than {RATIO} times its size; nothing after this is read"
                    yield number + 1, Problem("decompression bomb", message, True)
                    return
        except DAMAGE as error:
            yield number + 1, damaged(error)


def damaged(error: BaseException) -> Problem:
    """The rest of a file that cannot be unpacked."""
    return Problem("damaged file", f"the file cannot be unpacked from here on: {error}", True)


def is_bomb(packed: int, unpacked: int) -> bool:
    """Whether bytes unpack to more than any text does."""
    return unpacked > _GROWN and unpacked > RATIO * max(1, packed)


def _text(line: bytes, number: int) -> str | Problem:
    try:
        return line.decode("utf-8-sig" if number == 1 else "utf-8")
    except UnicodeDecodeError as error:
        return Problem("encoding", f"byte {line[error.start]:#04x} is not UTF-8")


def _unreadable(path: str, error: OSError) -> WorldError:
    return WorldError(f"{path} cannot be read: {error.strerror or error}.")
