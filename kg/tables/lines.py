"""Files of others as lines, packed or not, whatever is wrong with them.

Everything streams. What cannot be read comes back as a ``Problem`` with its number, and the next line follows.
"""

from __future__ import annotations

import bz2
import codecs
import gzip
import io
import lzma
import os
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any, NamedTuple, cast

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


def read_lines(
    path: str, tail: Tail | None = None, longest: int = LONGEST, encoding: str = ""
) -> Iterator[tuple[int, str | Problem]]:
    """Number and text of the lines of a file. What is too long, a decompression bomb or not in its encoding (UTF-8, or
    UTF-16 where the file begins by saying so) gives a Problem. Raises WrongCall for an encoding that nobody knows."""
    total, number, one = 0, 0, _Encoding(encoding)
    with opened(path) as (packed, raw):
        stream = one.of(packed, raw)
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
                    yield number, one.text(line, number)
                if is_bomb(raw.tell(), total):
                    message = f"the file unpacks to more than {RATIO} times its size; nothing after this is read"
                    yield number + 1, Problem("decompression bomb", message, True)
                    return
        except UnicodeError as error:  # of an encoding whose lines are no lines of bytes
            yield number + 1, Problem("encoding", f"nothing after this is {one.name}: {error}", True)
        except DAMAGE as error:
            yield number + 1, damaged(error)


def damaged(error: BaseException) -> Problem:
    """The rest of a file that cannot be unpacked."""
    return Problem("damaged file", f"the file cannot be unpacked from here on: {error}", True)


def is_bomb(packed: int, unpacked: int) -> bool:
    """Whether bytes unpack to more than any text does."""
    return unpacked > _GROWN and unpacked > RATIO * max(1, packed)


class _Encoding:
    """How the text of a file is written."""

    def __init__(self, name: str) -> None:
        try:
            self.name = codecs.lookup(name or "utf-8").name.upper()
        except LookupError as error:
            raise WrongCall(f"‘{name}’ is no encoding.", "For example cp1252, koi8-r, euc-kr, utf-16.") from error

    def of(self, stream: IO[bytes], raw: IO[bytes]) -> IO[bytes]:
        """The file as lines of bytes: those of UTF-16 and UTF-32 are none, and come as UTF-8."""
        if stream is raw and isinstance(raw, io.BufferedReader) and raw.peek(2)[:2] in (b"\xff\xfe", b"\xfe\xff"):
            self.name = "UTF-16"
        if not self.name.startswith(("UTF-16", "UTF-32")):
            return stream
        wide, self.name = self.name, "UTF-8"
        return cast(IO[bytes], codecs.EncodedFile(cast(Any, stream), "utf-8", wide))

    def text(self, line: bytes, number: int) -> str | Problem:
        """A line, or why it is none."""
        plain = self.name == "UTF-8"
        try:
            return line.decode("utf-8-sig" if plain and number == 1 else self.name)
        except UnicodeDecodeError as error:
            hint = '; a mapping may name another: [table] encoding = "cp1252"' if plain else ""
            return Problem("encoding", f"byte {line[error.start]:#04x} is not {self.name}{hint}")


def _unreadable(path: str, error: OSError) -> WorldError:
    return WorldError(f"{path} cannot be read: {error.strerror or error}.")
