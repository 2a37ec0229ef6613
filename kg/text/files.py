"""Files that are complete or not there: written beside their place and moved."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable

from kg.errors import WorldError


def save_text(path: str, text: str) -> None:
    """Write a text whole or not at all, in UTF-8 with ``\\n``. Raises WorldError."""

    def save(beside: str) -> None:
        with open(beside, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)

    replace(path, save)


def replace(path: str, save: Callable[[str], None]) -> None:
    """Have a file written beside its place, and put it there when it is whole. Raises WorldError."""
    folder = os.path.dirname(os.path.abspath(path))
    try:
        handle, beside = tempfile.mkstemp(dir=folder, prefix=".kg-")
        os.close(handle)
        try:
            save(beside)
            os.chmod(beside, os.stat(path).st_mode & 0o777 if os.path.exists(path) else 0o666 & ~_umask())
            os.replace(beside, path)
        except BaseException:
            os.unlink(beside)
            raise
    except OSError as error:
        raise WorldError(f"{path} cannot be written: {error.strerror or error}.") from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
