"""The data sets of a workspace: what is there, taking one away, giving one another name.

Told by the files of each alone, so that it works while the facts do not pass their checks.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Callable, Iterator
from typing import NamedTuple

from kg.compile.build import locked
from kg.engine.parse import parse_trig
from kg.errors import NotFound, WorldError, WrongCall
from kg.importers.identity import SCHEMES
from kg.importers.place import ACCOUNT, digests, stopped
from kg.text.records import DATASET
from kg.text.terms import DCT, DOC, br
from kg.values.claims import Literal
from kg.workspace import IMPORTS, Workspace

#: Properties of a data set as a document, by what an answer calls them.
_TOLD = {
    DCT + "title": "title", DCT + "license": "licence", DCT + "bibliographicCitation": "citation",
    DCT + "issued": "issued", br("recordedOn"): "recorded_on", br("fileName"): "files",
}  # fmt: skip


class Dataset(NamedTuple):
    """A data set. ``rows``: those of its source; ``size``: bytes on disk; dates are ISO, texts "" where unknown."""

    name: str
    title: str
    kind: str
    records: int
    rows: int
    skipped: int
    size: int
    licence: str
    citation: str
    issued: str
    recorded_on: str
    files: str


def datasets(workspace: Workspace) -> list[Dataset]:
    """All data sets, by name."""
    folder = os.path.join(workspace.root, IMPORTS)
    try:
        names = sorted(
            n for n in os.listdir(folder) if not n.startswith(".") and os.path.isdir(os.path.join(folder, n))
        )
    except OSError:
        return []
    return [_dataset(workspace, name) for name in names]


def _dataset(workspace: Workspace, name: str) -> Dataset:
    home = workspace.home_of(name)
    account = _account(home)
    told = dict.fromkeys(_TOLD.values(), "")
    try:
        with open(os.path.join(home, "dataset.trig"), "rb") as file:
            for s, p, o, _ in parse_trig(file.read()):
                if s == DOC + name and p in _TOLD:
                    told[_TOLD[p]] = o.value if isinstance(o, Literal) else str(o)
    except (OSError, SyntaxError):  # what cannot be read is told by the build; here it is only unknown
        told["title"] = name
    sizes = [os.path.getsize(os.path.join(home, n)) for n in os.listdir(home)]
    number = {key: value for key, value in account.items() if isinstance(value, int)}
    skipped = account.get("skipped")
    return Dataset(
        name,
        told["title"],
        str(account.get("kind") or ""),
        number.get("records", 0) or _lines(home),
        number.get("read", 0),
        sum(skipped.values()) if isinstance(skipped, dict) else 0,
        sum(sizes),
        *(told[key] for key in ("licence", "citation", "issued", "recorded_on", "files")),
    )


def _account(home: str) -> dict[str, object]:
    try:
        with open(os.path.join(home, ACCOUNT), encoding="utf-8") as file:
            found = json.load(file)
    except (OSError, ValueError, RecursionError):  # made by hand, or by another version
        return {}
    return found if isinstance(found, dict) else {}


def _lines(home: str) -> int:
    """The records of a set that has no account."""
    names = (n for n in os.listdir(home) if n.startswith("records-") and n.endswith(".tsv"))
    count = 0
    for name in names:
        with open(os.path.join(home, name), "rb") as file:
            count += max(0, sum(1 for _ in file) - 1)
    return count


def remove(workspace: Workspace, name: str, say: Callable[[str], None], *, overwrite: bool = False) -> list[str]:
    """Take a data set away. Returns the places in other facts that name it, which its going leaves without a claim.

    Raises NotFound, and WrongCall when people changed its files and ``overwrite`` is not said.
    """
    home = _known(workspace, name)
    with locked(workspace, say):
        account = _account(home)
        if account.get("files") not in (None, digests(home)) and not overwrite:
            raise WrongCall(
                f"{IMPORTS}/{name} is not as the import left it.", "--overwrite takes it away all the same."
            )
        try:
            shutil.rmtree(home)
        except OSError as error:
            raise stopped(error) from error
    return list(_naming(workspace, name))


def rename(workspace: Workspace, old: str, new: str, say: Callable[[str], None]) -> None:
    """Give a data set another name, and with it its records and things. Raises NotFound, WrongCall.

    What names one of these elsewhere would name nothing any more, so then nothing is written.
    """
    home = _known(workspace, old)
    if not DATASET.fullmatch(new) or new in SCHEMES:
        raise WrongCall(f"‘{new}’ cannot name a data set.", "Use small letters, digits and -, and no kind of id.")
    target = workspace.home_of(new)
    if os.path.exists(target):
        raise WrongCall(f"There is a data set {new} already.", "kg datasets lists all.")
    if naming := list(_naming(workspace, old)):
        raise WrongCall(f"{naming[0]} names something of {old}; nothing was written.", "Correct what names it first.")
    own = re.compile(
        rf"(?<![\w.:/-])([edc]:|https://w3id\.org/bilateral/(?:id|doc|claim)/){re.escape(old)}(?=[.~\s]|$)", re.M
    )
    aside = workspace.aside_of(new)
    with locked(workspace, say):
        try:
            shutil.copytree(home, aside)
            for name in sorted(os.listdir(aside)):
                if name.endswith((".tsv", ".trig")):
                    _rewrite(os.path.join(aside, name), own, rf"\g<1>{new}")
            account = _account(home)
            if account:
                account |= {"files": digests(aside), "key": ""}
                with open(os.path.join(aside, ACCOUNT), "w", encoding="utf-8") as file:
                    json.dump(account, file)
            os.rename(aside, target)
            shutil.rmtree(home)
        except OSError as error:
            raise stopped(error) from error


def _rewrite(path: str, pattern: re.Pattern[str], new: str) -> None:
    with open(path, encoding="utf-8", newline="") as file:
        lines = [pattern.sub(new, line) for line in file]
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.writelines(lines)


def _known(workspace: Workspace, name: str) -> str:
    home = workspace.home_of(name)
    if not DATASET.fullmatch(name) or not os.path.isdir(home):
        known = ", ".join(d.name for d in datasets(workspace))
        raise NotFound(f"There is no data set ‘{name}’.", f"There are {known}." if known else "There is none at all.")
    return home


def _naming(workspace: Workspace, name: str) -> Iterator[str]:
    """Where other texts name a data set or something of it: ``facts/mine.trig:12``."""
    pattern = re.compile(rf"\b(?:[edc]:|bilateral/(?:id|doc|claim)/){re.escape(name)}(?=[.~\s>;,]|$)")
    for source in workspace.sources().values():
        if not source.name.startswith("facts/") or source.name.startswith(f"{IMPORTS}/{name}/"):
            continue
        try:
            with open(source.path, encoding="utf-8") as file:
                yield from (f"{source.name}:{i}" for i, line in enumerate(file, 1) if pattern.search(line))
        except (OSError, UnicodeDecodeError) as error:
            raise WorldError(f"{source.name} cannot be read: {error}.") from error
