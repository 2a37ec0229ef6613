"""Where the texts and the store of one graph lie.

A workspace is a folder with ``kg.toml`` or with ``facts/*.trig`` below it; it is found upwards from the current folder,
as git does.
Without one the facts that ship with the package are read. The ontology is the one that ships, overlaid file by
file with ``ontology/`` of the workspace.

No pathlib here: importing it would cost a look-up a fifth of its time budget.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from typing import NamedTuple

from kg.errors import WorldError
from kg.generation import Stamp, State, digest_of, read_state
from kg.settings import FILE as SETTINGS
from kg.settings import settings_of

#: Where a workspace keeps the texts of its documents, each under its ``br:fileName``.
SOURCES = "sources"
#: Folder of the imported data sets in a workspace; see ``kg.text.records``.
IMPORTS = "facts/imports"
#: The old version of a data set, beside the new one in the folder where an import works.
OLD = "old"

_PACKAGE = os.path.dirname(os.path.abspath(__file__))
_SHIPPED = os.path.join(_PACKAGE, "data")
#: Folder that holds the shipped ``ontology`` and ``facts``: inside the wheel, or the checkout itself.
BUNDLE = _SHIPPED if os.path.isdir(_SHIPPED) else os.path.dirname(_PACKAGE)


class Source(NamedTuple):
    """One text file that the store is built from. ``name`` is relative to the workspace, with slashes."""

    name: str
    path: str
    stamp: Stamp

    def digest(self) -> str:
        """SHA-256 of the content, in hex; "" when it cannot be read: reading it will say so."""
        return digest_of(self.path)


class Workspace:
    """One set of texts and its store."""

    def __init__(self, root: str, bundled: bool = False) -> None:
        """Raises WorldError for settings that cannot be read."""
        self.root = os.path.abspath(root)
        self.bundled = bundled
        self.settings = settings_of(self.root)

    def __reduce__(self) -> tuple[type[Workspace], tuple[str, bool]]:
        return type(self), (self.root, self.bundled)  # another process knows the prefixes only when it reads them

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
                f"No workspace at or above {start}: there is no {SETTINGS}, and no facts/ folder with .trig files.",
                "kg init DIR makes one.",
            )
        return cls(BUNDLE, bundled=BUNDLE == _SHIPPED)

    @classmethod
    def at_or_above(cls, folder: str) -> Workspace | None:
        """The workspace that a folder lies in."""
        folder = os.path.abspath(folder)
        while True:
            if os.path.isfile(os.path.join(folder, SETTINGS)) or _has_facts(os.path.join(folder, "facts")):
                return cls(folder, bundled=folder == BUNDLE and BUNDLE == _SHIPPED)
            parent = os.path.dirname(folder)
            if parent == folder:
                return None
            folder = parent

    def sources(self) -> dict[str, Source]:
        """Every text the store depends on, by name, in a fixed order."""
        found = self._overlaid("", (".ttl",)) | self._overlaid("/checks", (".rq",))
        _scan(os.path.join(BUNDLE, "ontology", "base"), "ontology/base", (".tsv",), found)
        found |= _only(os.path.join(self.root, SETTINGS), SETTINGS)
        if self.settings.extends:
            _scan(os.path.join(BUNDLE, "facts"), self.settings.extends, (".trig",), found)
        _scan(os.path.join(self.root, "facts"), "facts", (".trig",), found)
        _scan(os.path.join(self.root, IMPORTS), IMPORTS, (".tsv",), found)
        for dataset in self._halfway():
            if not os.path.isdir(self.home_of(dataset)):
                _scan(os.path.join(self.aside_of(dataset), OLD), f"{IMPORTS}/{dataset}", (".trig", ".tsv"), found)
        return dict(sorted(found.items()))

    def home_of(self, dataset: str) -> str:
        """The folder of a data set."""
        return os.path.join(self.root, IMPORTS, dataset)

    def aside_of(self, dataset: str) -> str:
        """Where an import of a data set works, and puts its old version while the new one takes its place."""
        return os.path.join(self.root, IMPORTS, f".{dataset}")

    def _halfway(self) -> list[str]:
        """Data sets whose old version stands aside: an import is about to replace it, or was killed doing so."""
        try:
            names = [n[1:] for n in os.listdir(os.path.join(self.root, IMPORTS)) if n.startswith(".")]
        except OSError:
            return []
        return sorted(n for n in names if os.path.isdir(os.path.join(self.aside_of(n), OLD)))

    def put_back(self) -> None:
        """Finish what killed imports left halfway: an old version goes home, or away when the new one is there.

        Only for who holds the lock of the build, as imports do when they replace anything.
        """
        for dataset in self._halfway():
            home, old = self.home_of(dataset), os.path.join(self.aside_of(dataset), OLD)
            with suppress(OSError):  # where nothing may be written it is read as it stands
                if os.path.isdir(home):
                    remove(old)
                else:
                    os.rename(old, home)

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
        """Folder of the store: the path of the workspace once more, below the user's folder for caches.

        Never in the workspace, which may come from anybody: a store that came with it would be believed unread.
        """
        root, own = os.path.realpath(self.root), os.path.join(os.path.expanduser("~"), ".cache")
        home = os.environ.get("XDG_CACHE_HOME", "")
        if not os.path.isabs(home) or f"{os.path.realpath(home)}{os.sep}".startswith(root.rstrip(os.sep) + os.sep):
            home = own  # as the standard has it for a relative one
        drive, path = os.path.splitdrive(root)
        parts = (drive.strip("\\/").replace(":", ""), path.strip("\\/"))
        return os.path.join(home, "kg", *filter(None, parts), ".store")

    def stamps(self, outside: Iterable[str] = ()) -> dict[str, Stamp]:
        """When each text that a check reads was last written: facts, rules, documents, and files outside."""
        found = self.sources()
        _scan(os.path.join(self.root, SOURCES), SOURCES, ("",), found)
        for path in outside:
            with suppress(OSError):  # gone, as its check will say
                found[path] = Source(path, path, Stamp.of(os.stat(path)))
        return {name: source.stamp for name, source in found.items()}

    def state(self) -> State | None:
        """What the current build left; None when there is none that can be used."""
        found = read_state(self.cache)
        return None if isinstance(found, str) else found

    def damage(self) -> str:
        """What is wrong with the files of the current build, as a sentence; "" for nothing, or when there is none."""
        found = read_state(self.cache)
        return found if isinstance(found, str) else ""

    def folder_of(self, generation: str) -> str:
        """Where the files of a build lie."""
        return os.path.join(self.cache, generation)

    def changed(self, state: State | None) -> list[str]:
        """Names of sources that are new, gone or different from what the state knows."""
        return self.compare(state)[0]

    def compare(self, state: State | None, now: dict[str, Source] | None = None) -> tuple[list[str], bool]:
        """Names of changed sources, and whether others only look changed: touched, or copied with new times.

        ``now``: the sources as they are, or would be; read when not given.
        """
        now = self.sources() if now is None else now
        if state is None:
            return list(now), False
        names, touched = [n for n in state.sources if n not in now], state.touched
        for name, source in now.items():
            known = state.sources.get(name)
            if known is None or not source.stamp.same(known):
                if known and known.digest == source.digest():
                    touched = True
                else:
                    names.append(name)
        return sorted(names), touched

    def tidy_name(self, path: str) -> str | None:
        """The source name of a path inside this workspace's facts; None for any other file."""
        full = os.path.abspath(path)
        facts = os.path.join(self.root, "facts") + os.sep
        return "facts/" + full[len(facts) :].replace(os.sep, "/") if full.startswith(facts) else None


def remove(folder: str) -> None:
    """Take a folder away, under another name first: killed on the way, it leaves nothing that could be half read."""
    import shutil

    gone = f"{folder}.gone"
    shutil.rmtree(gone, ignore_errors=True)
    os.rename(folder, gone)
    shutil.rmtree(gone, ignore_errors=True)


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


def _only(path: str, name: str) -> dict[str, Source]:
    """One file as a source, if it is there."""
    try:
        return {name: Source(name, path, Stamp.of(os.stat(path)))}
    except OSError:
        return {}


def is_rule(name: str) -> bool:
    """Whether a source is none of facts: it says how all of them are read, so when it changes they are read anew."""
    return name.startswith("ontology/") or name == SETTINGS


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
                found[child] = Source(child, entry.path, Stamp.of(stat))
