"""Builds and checks in a process of their own.

They run the checks and shapes of a workspace, which may come from anybody: each has its limits there, and Ctrl-C ends
all of it at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

from kg.compile.proposal import Change
from kg.values.findings import Finding, Report
from kg.values.said import Said
from kg.worker import Limits, Worker, remark
from kg.workspace import Workspace

Say = Callable[[str], None]


def build(
    workspace: Workspace, *, fresh: bool = False, limits: Limits | None = None, say: Say = lambda text: None
) -> Report:
    """``kg.compile.build.build``. Raises QueryTimeout too, for a check that goes beyond its limits."""
    damage = workspace.damage()
    if damage:
        say(Said("{damage}: all of it is built anew from the texts", damage=damage))
    with Worker() as worker:
        done = worker.ask("kg.compile.build:build", workspace, fresh=fresh, say=remark, limits=limits, heard=say)
    return cast(Report, done)


def propose(
    workspace: Workspace, change: Change, *, limits: Limits | None = None, say: Say = lambda text: None
) -> Report:
    """``kg.compile.build.propose``: texts are written when the build that holds them passes its checks."""
    with Worker() as worker:
        done = worker.ask("kg.compile.build:propose", workspace, change, say=remark, limits=limits, heard=say)
    return cast(Report, done)


def check(
    workspace: Workspace, files: Sequence[str] = (), *, limits: Limits | None = None, say: Say = lambda text: None
) -> list[Finding]:
    """``kg.compile.build.check`` or, for some files outside the workspace, ``check_files``."""
    with Worker() as worker:
        if files:
            found = worker.ask("kg.compile.build:check_files", workspace, list(files), limits=limits, heard=say)
        else:
            found = worker.ask("kg.compile.build:check", workspace, say=remark, limits=limits, heard=say)
    return cast(list[Finding], found)
