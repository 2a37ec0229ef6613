"""Bringing the store of a workspace in step with its texts, as make would."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from kg.errors import FactsBroken, QueryTimeout, WorldError
from kg.graph.lens import Lens
from kg.values.said import Said
from kg.workspace import Workspace


def open_lens(path: str | None, lang: str, rebuild: bool, say: Callable[[str], None]) -> Lens:
    """A lens on the workspace at or above ``path``; see ``kg.open``."""
    workspace = Workspace.find(path)
    folder = refresh(workspace, say) if rebuild else _current(workspace)
    try:
        return Lens(workspace, folder, lang)
    except WorldError:
        if not rebuild:
            raise
    if _current(workspace) == folder:  # no newer build has taken its place: it is damaged, and the texts are the truth
        say("The store is damaged; building it anew.")
        _rebuild(workspace, False, say, fresh=True)
    return Lens(workspace, _current(workspace), lang)


def refresh(workspace: Workspace, say: Callable[[str], None]) -> str:
    """Bring the store in step with the texts where it is not, and give its path. Raises as ``kg.open`` does."""
    state = workspace.state()
    changed, touched = workspace.compare(state)
    if state and not changed:
        if touched:
            from kg.compile.build import restamp

            restamp(workspace)
        return workspace.folder_of(state.generation)
    _rebuild(workspace, state is not None, say)
    return _current(workspace)


def _current(workspace: Workspace) -> str:
    state = workspace.state()
    if state is None:
        raise WorldError("There is no store yet.", "Run kg build.")
    return workspace.folder_of(state.generation)


def _rebuild(workspace: Workspace, have_old: bool, say: Callable[[str], None], fresh: bool = False) -> None:
    from kg.compile.apart import build

    started = time.monotonic()
    changed = workspace.changed(workspace.state())

    def progress(text: str) -> None:
        if time.monotonic() - started > 1 or "another" in text or "anew" in text:  # short builds need no commentary
            say(Said("{step} …", step=text))

    try:
        report = build(workspace, fresh=fresh, say=progress)
    except FactsBroken as error:
        if not have_old:
            raise
        first = next(f for f in error.findings if f.severity == "error")
        say(f"{first.file}:{first.line}: {first.message}")
        say("The facts have errors; this answer is from the last good build. kg check lists them.")
        return
    except (QueryTimeout, WorldError) as error:
        if not have_old:
            raise
        say(Said("{problem} This answer is from the last build.", problem=error.message))
        return
    if report.published:
        say(_built(changed if have_old else [], report.seconds))


def _built(changed: Sequence[str], seconds: float) -> Said:
    """That the store has been built, and because of which files."""
    if not changed:
        return Said("Built the store in {seconds:.1f} s.", seconds=seconds)
    if len(changed) == 1:
        return Said("{name} changed: rebuilt the store in {seconds:.1f} s.", name=changed[0], seconds=seconds)
    more = len(changed) - 1
    pattern = "{name} and {more:,} more changed: rebuilt the store in {seconds:.1f} s."
    return Said(pattern, name=changed[0], more=more, seconds=seconds)
