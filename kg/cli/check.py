"""kg check: findings on the facts, for eyes, editors and forges."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import NoReturn

import click

from kg.cli.common import (
    coloured,
    complain,
    option_directory,
    option_format,
    options_limits,
    put,
    put_json,
    say,
    width,
    workspace_of,
)
from kg.cli.help import PlainHelp
from kg.errors import KgError, WrongCall
from kg.show.table import FORMATS
from kg.text.escapes import terminal
from kg.values.findings import Finding
from kg.workspace import Workspace, is_facts

_COLOUR = {"error": "red", "warning": "yellow", "note": "cyan"}
#: Seconds between two looks at the stamps of the texts.
_PAUSE = 0.3
#: What is worst comes first.
_ORDER = (*_COLOUR, "accepted")


@click.command(cls=PlainHelp)
@click.argument("files", nargs=-1, type=click.Path())
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@click.option("--fix", is_flag=True, help="First write the new names of terms that have been renamed into the facts.")
@click.option("--dry-run", is_flag=True, help="With --fix: only show what it would write.")
@click.option(
    "--watch", is_flag=True, help="Check again whenever a text changes, until Ctrl-C; tell what is new and gone."
)
@options_limits
@option_format(*FORMATS, "github", "sarif")
@option_directory
def check(
    files: tuple[str, ...], strict: bool, fix: bool, dry_run: bool, watch: bool, timeout: float, memory: int, fmt: str,
    directory: str | None,
) -> int:  # fmt: skip
    """Check the facts and list every finding with its line. FILES outside the workspace are checked on their own.

    Exit code 1 when there are errors (with --strict: or warnings).

    \b
    kg check
    kg check facts/PRK-RUS/trade.trig
    kg check --fix --dry-run
    kg check --watch
    kg check --format sarif > kg.sarif
    kg check --strict --format github
    """
    from kg.compile.apart import check as check_apart
    from kg.worker import Limits

    workspace = workspace_of(directory)
    files = tuple(f for name in files for f in _expanded(name))
    inside = {f: workspace.tidy_name(f) for f in files}
    outside = [f for f, name in inside.items() if name is None]
    limits = Limits(timeout, memory)
    if dry_run and not fix:
        raise WrongCall("--dry-run shows what --fix would do.", "kg check --fix --dry-run")
    if fix:
        _fix(workspace, inside, dry_run)
    if dry_run:
        return 0
    for file, known_as in inside.items():
        if known_as and known_as not in workspace.sources():
            raise WrongCall(f"There is no facts file {file}.")
    wanted = {n for n in inside.values() if n}

    def look() -> list[Finding]:
        findings = check_apart(workspace, outside, limits=limits) if outside else []
        if not files or wanted:
            found = check_apart(workspace, limits=limits, say=_progress())
            findings = [*findings, *(f for f in found if not wanted or f.file in wanted)]
        return sorted(findings, key=lambda f: (_ORDER.index(f.severity), f))

    if watch:
        _watch(workspace, outside, look)
    findings = look()
    _show(findings, fmt)
    say(_summary(findings))
    severities = {f.severity for f in findings}
    return 1 if "error" in severities or (strict and "warning" in severities) else 0


def _summary(findings: Sequence[Finding]) -> str:
    """How many findings there are, by severity."""
    counts = {s: sum(f.severity == s for f in findings) for s in _ORDER}
    said = [f"{n:,} {s}{'s' * (n != 1 and s != 'accepted')}" for s, n in counts.items() if n]
    return ", ".join(said) + "." if said else "No findings: the facts pass every check."


def _watch(workspace: Workspace, outside: Sequence[str], look: Callable[[], list[Finding]]) -> NoReturn:
    """Check whenever a text has another stamp than before, and tell what is new and what is gone."""
    import time

    seen, known = None, dict[tuple[str, str, str, str], Finding]()
    while True:
        now = workspace.stamps(outside)
        if now == seen:
            time.sleep(_PAUSE)
            continue
        seen = now
        try:
            found = {(f.file, f.severity, f.check, f.message): f for f in look()}  # elsewhere in its file is not new
        except KgError as error:  # a file of rules that is being written
            complain(error.message, error.hint)
            continue
        put("".join(f"+ {finding_text(f)}" for key, f in found.items() if key not in known))
        put("".join(f"- {finding_text(f)}" for key, f in known.items() if key not in found))
        sys.stdout.flush()
        known = found
        say(f"{_summary(list(found.values()))} Watching; Ctrl-C ends.")


def _show(findings: Sequence[Finding], fmt: str) -> None:
    """Print findings: as lines for eyes and editors, as a forge reads them, else as rows."""
    from kg import __version__
    from kg.show.findings import github, sarif
    from kg.show.table import render

    if fmt == "github":
        put(github(findings))
    elif fmt == "sarif":
        put(sarif(findings, __version__) + "\n")
    elif fmt in ("json", "jsonl"):
        put_json(findings, fmt)
    elif fmt == "table":
        put("".join(finding_text(f) for f in findings if f.severity != "accepted"))
    elif findings:
        put(
            render(
                ("file", "line", "column", "severity", "check", "message", "hint"),
                [(f.file, f.line, f.column, f.severity, f.check, f.message, f.hint) for f in findings],
                fmt,
                width(),
            )
        )


def _fix(workspace: Workspace, files: Mapping[str, str | None], dry: bool) -> None:
    """Write new names for old ones in some facts files, or in all, and tell how many."""
    from kg.compile.fix import fix_file, fixable
    from kg.text.terms import curie

    known, done = fixable(workspace, files), 0
    for name, path in known.files.items():
        old = fix_file(name, path, known.renamed, dry=dry)
        for iri, count in sorted(old.items()):
            say(f"{name}: {curie(iri)} → {curie(known.renamed.now[iri])}, {count} time{'s' * (count != 1)}.")
        done += bool(old)
    what = "would be changed" if dry else "changed"
    say(f"{done} file{'s' * (done != 1)} {what}." if done else "No file holds the old name of a term.")


def _expanded(path: str) -> list[str]:
    """The facts files of a folder; any other path as it is."""
    if not os.path.isdir(path):
        return [path]
    found = [os.path.join(folder, f) for folder, _, files in os.walk(path) for f in files if is_facts(f)]
    if not found:
        raise WrongCall(f"There is no .trig file in {path}.")
    return sorted(found)


def _progress() -> Callable[[str], None]:
    """Phases on stderr once the work takes more than a second."""
    import time

    started = time.monotonic()

    def tell(text: str) -> None:
        if time.monotonic() - started > 1:
            say(f"{text} …")

    return tell


def first_findings(findings: Sequence[Finding], most: int = 20) -> str:
    """The worst findings; a build is not the place to read hundreds."""
    told = [f for f in findings if f.severity != "accepted"]
    worst = sorted(told, key=lambda f: (_ORDER.index(f.severity), f))[:most]
    more = f"… and {len(told) - most} more; kg check lists them all.\n" if len(told) > most else ""
    return "".join(map(finding_text, worst)) + more


def finding_text(finding: Finding) -> str:
    """``file:line:column: error: message`` with the hint below."""
    from kg.show.text import Style, flow

    paint = (lambda text, colour: click.style(text, fg=colour)) if coloured() else (lambda text, colour: text)
    level = paint(finding.severity, _COLOUR[finding.severity])
    head = f"{terminal(finding.file)}:{finding.line}:{finding.column}: {level}: {terminal(finding.message)}"
    lines = [f"{head} [{terminal(finding.check)}]", *([f"    {terminal(finding.hint)}"] if finding.hint else [])]
    if columns := width():  # an editor that reads a finding has none, and wants it on one line
        style = Style(coloured(), width=columns)
        lines = [flow(lines[0], style, "    ", ""), *(flow(line.strip(), style, "    ") for line in lines[1:])]
    return "".join(f"{line}\n" for line in lines)
