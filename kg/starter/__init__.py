"""The example that ``kg init`` copies: an invented pair of states with one claim of each common kind."""

from __future__ import annotations

import os
import shutil

from kg.errors import WorldError, WrongCall

_HERE = os.path.dirname(os.path.abspath(__file__))
_FILES = (
    "README.md",
    "facts/reference.trig",
    "facts/documents.trig",
    "facts/XAA-XBB/everything.trig",
    "sources/note.txt",
)


def copy_starter(directory: str) -> list[str]:
    """Copy the example into a folder and give the paths written. Raises WrongCall when it would overwrite a file."""
    targets = [(os.path.join(_HERE, *name.split("/")), os.path.join(directory, *name.split("/"))) for name in _FILES]
    there = [target for _, target in targets if os.path.exists(target)]
    if there:
        raise WrongCall(f"{there[0]} exists already; nothing was written.", "Choose another folder.")
    try:
        for source, target in targets:
            os.makedirs(os.path.dirname(target), exist_ok=True)
            shutil.copyfile(source, target)
    except OSError as error:
        raise WorldError(f"{directory} cannot be written: {error.strerror}.") from error
    return [target for _, target in targets]
