"""Where the texts and the store of one graph lie.

A workspace is a folder with ``facts/*.trig`` below it; it is found upwards from the current folder, as git does.
Without one the facts that ship with the package are read. The ontology is the one that ships, overlaid file by
file with ``ontology/`` of the workspace.

No pathlib here: importing it would cost a look-up a fifth of its time budget.
"""

from __future__ import annotations

import os
from typing import NamedTuple

from kg.errors import WorldError

#: Raise when the layout of the store changes: older stores are then built anew.
STORE_FORMAT = "4"
#: Folder of the imported data sets in a workspace; see ``kg.records``.
IMPORTS = "facts/imports"

_PACKAGE = os.path.dirname(os.path.abspath(__file__))
_SHIPPED = os.path.join(_PACKAGE, "data")
#: Folder that holds the shipped ``ontology`` and ``facts``: inside the wheel, or the checkout itself.
BUNDLE = _SHIPPED if os.path.isdir(_SHIPPED) else os.path.dirname(_PACKAGE)


class Source(NamedTuple):
    """One text file that the store is built from. ``name`` is relative to the workspace, with slashes."""

    name: str
    path: str
    size: int
    mtime: int

    def digest(self) -> str:
        """SHA-256 of the content, in hex."""
        import hashlib  # costs a look-up 3 ms, and only a changed file needs it

        try:
            with open(self.path, "rb") as file:
                return hashlib.sha256(file.read()).hexdigest()
        except OSError:  # reading it will say so
            return ""


class State(NamedTuple):
    """What the current store was built from: generation folder, digest of each source, size and time as last seen."""

    generation: str
    sources: dict[str, tuple[int, int, str]]


class Workspace:
    """One set of texts and its store."""

    def __init__(self, root: str, *, bundled: bool = False) -> None:
        self.root = os.path.abspath(root)
        self.bundled = bundled

    @classmethod
    def find(cls, start: str | None = None) -> Workspace:
        """The workspace at or above ``start`` (default: the current folder); else the bundled one.

        Raises WorldError when ``start`` is given and no workspace is there or above.
        """
        folder = os.path.abspath(start or os.getcwd())
        if start and not os.path.isdir(folder):
            raise WorldError(f"There is no folder {start}.", "kg init DIR makes a workspace.")
        found = cls.at_or_above(folder)
        if found:
            return found
        if start:
            raise WorldError(
                f"No workspace at or above {start}: there is no facts/ folder with .trig files.",
                "kg init DIR makes one.",
            )
        return cls(BUNDLE, bundled=BUNDLE == _SHIPPED)

    @classmethod
    def at_or_above(cls, folder: str) -> Workspace | None:
        """The workspace that a folder lies in."""
        folder = os.path.abspath(folder)
        while True:
            if _has_facts(os.path.join(folder, "facts")):
                return cls(folder, bundled=folder == BUNDLE and BUNDLE == _SHIPPED)
            parent = os.path.dirname(folder)
            if parent == folder:
                return None
            folder = parent

    def sources(self) -> dict[str, Source]:
        """Every text the store depends on, by name, in a fixed order."""
        found = self._overlaid("", (".ttl",)) | self._overlaid("/checks", (".rq",))
        _scan(os.path.join(self.root, "facts"), "facts", (".trig",), found)
        _scan(os.path.join(self.root, IMPORTS), IMPORTS, (".tsv",), found)
        return dict(sorted(found.items()))

    def queries(self) -> dict[str, Source]:
        """The files of the query library; the store does not depend on them."""
        return dict(sorted(self._overlaid("/queries", (".rq",)).items()))

    def _overlaid(self, folder: str, endings: tuple[str, ...]) -> dict[str, Source]:
        """Files of a folder of the ontology: those that ship, overlaid by those of the workspace."""
        found: dict[str, Source] = {}
        for base in dict.fromkeys((BUNDLE, self.root)):
            _scan(os.path.join(base, "ontology" + folder), "ontology" + folder, endings, found)
        return found

    @property
    def cache(self) -> str:
        """Folder of the store: ``.kg`` in the workspace, or the user's cache where that cannot be written."""
        own = os.path.join(self.root, ".kg")
        if not self.bundled and (os.access(own, os.W_OK) if os.path.isdir(own) else os.access(self.root, os.W_OK)):
            return own
        from binascii import crc32

        home = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
        return os.path.join(
            home, "kg", f"{os.path.basename(self.root)}-{crc32(self.root.encode('utf-8', 'surrogateescape')):08x}"
        )

    def state(self) -> State | None:
        """What the current store was built from; None when there is no usable store."""
        cache = self.cache
        try:
            with open(os.path.join(cache, "current"), encoding="utf-8") as file:
                head, *lines = file.read().splitlines()
        except (OSError, ValueError):
            return None
        version, _, generation = head.partition(" ")
        if version != STORE_FORMAT or not os.path.isdir(os.path.join(cache, generation)):
            return None
        rows = (line.split("\t") for line in lines)
        return State(generation, {name: (int(size), int(mtime), digest) for name, size, mtime, digest in rows})

    def store_path(self, generation: str) -> str:
        """The store of a generation."""
        return os.path.join(self.cache, generation, "store")

    def edges_path(self, generation: str) -> str:
        """The edge table of a generation."""
        return os.path.join(self.cache, generation, "edges.sqlite")

    def changed(self, state: State | None) -> list[str]:
        """Names of sources that are new, gone or different from what the state knows."""
        return self.compare(state)[0]

    def compare(self, state: State | None) -> tuple[list[str], bool]:
        """Names of changed sources, and whether others only look changed: touched, or copied with new times."""
        now = self.sources()
        if state is None:
            return list(now), False
        names, touched = [n for n in state.sources if n not in now], False
        for name, source in now.items():
            known = state.sources.get(name)
            if known is None or known[:2] != (source.size, source.mtime):
                if known and known[2] == source.digest():
                    touched = True
                else:
                    names.append(name)
        return sorted(names), touched

    def tidy_name(self, path: str) -> str | None:
        """The source name of a path inside this workspace's facts; None for any other file."""
        full = os.path.abspath(path)
        facts = os.path.join(self.root, "facts") + os.sep
        return "facts/" + full[len(facts) :].replace(os.sep, "/") if full.startswith(facts) else None


def is_facts(name: str) -> bool:
    """Whether a file is a facts file, by its name; some systems write it in capitals."""
    return name.endswith(".trig") or name.lower().endswith(".trig")


def _has_facts(folder: str) -> bool:
    try:
        with os.scandir(folder) as entries:
            return any(is_facts(e.name) or (e.is_dir(follow_symlinks=False) and _has_facts(e.path)) for e in entries)
    except PermissionError:  # it may: a build says that it cannot be read, instead of answering from elsewhere
        return True
    except OSError:
        return False


def _scan(folder: str, name: str, endings: tuple[str, ...], found: dict[str, Source]) -> None:
    try:
        entries = os.scandir(folder)
    except OSError:
        return
    with entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            child = f"{name}/{entry.name}"
            if entry.is_dir(follow_symlinks=False):  # a linked folder may lead back here
                _scan(entry.path, child, endings, found)
            elif entry.name.endswith(endings) or (".trig" in endings and is_facts(entry.name)):
                try:
                    stat = entry.stat()
                except OSError:  # a link into nowhere: reading it will say so
                    stat = entry.stat(follow_symlinks=False)
                found[child] = Source(child, entry.path, stat.st_size, stat.st_mtime_ns)
