"""The hooks that a workspace gets: a real commit in a real repository is refused, and then is not."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from conftest import ROOT

HOOKS = ROOT / "kg/starter/hooks"
CLAIMS = "facts/XAA-XBB/everything.trig"


def git(workspace: Path, *args: str) -> subprocess.CompletedProcess[str]:
    path = f"{workspace.parent / 'bin'}{os.pathsep}{os.environ['PATH']}"
    who = {f"GIT_{role}_{what}": "a@b.invalid" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    env = {**os.environ, **who, "PATH": path}
    return subprocess.run(["git", *args], cwd=workspace, env=env, capture_output=True, text=True, timeout=600)


def test_a_commit_with_a_finding_is_refused(workspace: Path) -> None:
    command = workspace.parent / "bin" / "kg"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -m kg "$@"\n')
    command.chmod(0o755)
    shutil.copytree(HOOKS, workspace / "hooks")
    for args in (["init", "-q"], ["config", "core.hooksPath", "hooks"], ["add", "-A"]):
        assert git(workspace, *args).returncode == 0
    assert git(workspace, "commit", "-m", "facts").returncode == 0
    file = workspace / CLAIMS
    good = file.read_text()
    file.write_text(good.replace("br:paragraph 2 ; oa:start 101", "br:paragraph 3 ; oa:start 101"))
    refused = git(workspace, "commit", "-am", "a slip")
    assert refused.returncode != 0
    assert "begins in paragraph 2" in refused.stdout + refused.stderr
    file.write_text(good + "# a remark\n")
    assert git(workspace, "commit", "-am", "a remark").returncode == 0


def test_all_hooks_run_the_same_command() -> None:
    texts = [p.read_text() for p in (*HOOKS.iterdir(), ROOT / ".pre-commit-hooks.yaml")]
    assert len(texts) == 4
    assert all("kg check --strict" in text for text in texts)
