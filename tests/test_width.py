"""Answers on a real terminal: no line is wider than it, in any language, and what goes on is indented."""

from __future__ import annotations

import os
import re
import struct
import sys
from pathlib import Path

import pytest
from wcwidth import width

from conftest import Run

ANSWERS = (
    ("conflicts",), ("brief", "PRK", "RUS"), ("brief", "PRK", "RUS", "--all"), ("claim", "report-034"), ("gaps",),
    ("fact", "tumen-road-bridge"), ("fact", "PRK", "tradesWith"), ("timeline", "PRK", "RUS"),
)  # fmt: skip
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")


def seen(cwd: Path, columns: int, *args: str) -> list[str]:
    """The lines that ``kg`` shows on a terminal of so many columns, in colour and without what colours them."""
    import fcntl
    import pty
    import termios

    child, handle = pty.fork()
    if not child:
        fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
        os.chdir(cwd)
        os.environ.pop("COLUMNS", None)
        os.execv(sys.executable, [sys.executable, "-m", "kg", *args])
    out = b""
    try:
        while part := os.read(handle, 1 << 16):
            out += part
    except OSError:  # so ends a terminal whose last process has gone
        pass
    os.close(handle)
    os.waitpid(child, 0)
    text = out.decode()
    assert "Traceback" not in text
    return re.sub(r"\x1b\[[\d;]*m", "", text).replace("\r", "").splitlines()


@pytest.mark.parametrize("columns", [80, 60])
@pytest.mark.parametrize("lang", ["en", "ru", "ko"])
def test_no_line_is_wider_than_the_terminal(bundle: Path, run: Run, lang: str, columns: int) -> None:
    run("build", code=0)
    for answer in ANSWERS:
        lines = seen(bundle, columns, *answer, "--lang", lang)
        assert len(lines) > 3, answer
        assert [line for line in lines if width(line) > columns] == [], answer


def test_evidence_goes_on_behind_its_own_indent(bundle: Path, run: Run) -> None:
    run("build", code=0)
    lines = seen(bundle, 80, "conflicts")
    first = next(
        i for i, line in enumerate(lines) if line.startswith("      stated, at publication, says it is absent")
    )
    assert lines[first + 1].startswith("        ")
    assert lines[first + 1].endswith("[essay-107]")


def test_findings_break_on_a_terminal_and_nowhere_else(workspace: Path, run: Run) -> None:
    file = workspace / "facts/XAA-XBB/everything.trig"
    file.write_text(file.read_text().replace("br:paragraph 2 ; oa:start 101", "br:paragraph 3 ; oa:start 101"))
    first, *_ = run("check", cwd=workspace, code=0).stdout.splitlines()
    assert width(first) > 80
    lines = seen(workspace, 80, "check")
    assert all(width(line) <= 80 for line in lines)
    assert lines[0] + " " + " ".join(line.strip() for line in lines[1:2]) == first
