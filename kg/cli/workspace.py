"""Work on facts: check, build, verify, completion."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence

import click

from kg.cli.common import (
    coloured,
    complain,
    open_graph,
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
from kg.errors import FactsBroken, KgError, WrongCall
from kg.text.escapes import terminal
from kg.values.findings import Finding
from kg.workspace import Workspace, is_facts, is_rule

_COLOUR = {"error": "red", "warning": "yellow", "note": "cyan"}


@click.command(cls=PlainHelp)
@click.argument("files", nargs=-1, type=click.Path())
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@click.option("--fix", is_flag=True, help="First write the new names of terms that have been renamed into the facts.")
@click.option("--dry-run", is_flag=True, help="With --fix: only show what it would write.")
@options_limits
@option_format()
@option_directory
def check(
    files: tuple[str, ...], strict: bool, fix: bool, dry_run: bool, timeout: float, memory: int, fmt: str,
    directory: str | None,
) -> int:  # fmt: skip
    """Check the facts and list every finding with its line. FILES outside the workspace are checked on their own.

    Exit code 1 when there are errors (with --strict: or warnings).

    \b
    kg check
    kg check facts/PRK-RUS/trade.trig
    kg check --fix --dry-run
    kg check --format json
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
    findings = check_apart(workspace, outside, limits=limits) if outside else []
    if not files or any(inside.values()):
        for file, known_as in inside.items():
            if known_as and known_as not in workspace.sources():
                raise WrongCall(f"There is no facts file {file}.")
        wanted = {n for n in inside.values() if n}
        found = check_apart(workspace, limits=limits, say=_progress())
        findings = [*findings, *(f for f in found if not wanted or f.file in wanted)]
    _show(findings, fmt)
    counts = {s: sum(f.severity == s for f in findings) for s in _COLOUR}
    say(
        ", ".join(f"{n} {s}{'s' * (n != 1)}" for s, n in counts.items() if n) + "."
        if findings
        else "No findings: the facts pass every check."
    )
    return 1 if counts["error"] or (strict and counts["warning"]) else 0


def _show(findings: Sequence[Finding], fmt: str) -> None:
    """Print findings: as lines for eyes and editors, else as rows."""
    from kg.show.table import render

    if fmt in ("json", "jsonl"):
        put_json(findings, fmt)
    elif fmt == "table":
        put("".join(finding_text(f) for f in findings))
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


def _first_findings(findings: Sequence[Finding], most: int = 20) -> str:
    """The worst findings; a build is not the place to read hundreds."""
    worst = sorted(findings, key=lambda f: (list(_COLOUR).index(f.severity), f))[:most]
    more = f"… and {len(findings) - most} more; kg check lists them all.\n" if len(findings) > most else ""
    return "".join(map(finding_text, worst)) + more


def finding_text(finding: Finding) -> str:
    """``file:line:column: error: message`` with the hint below."""
    paint = (lambda text, colour: click.style(text, fg=colour)) if coloured() else (lambda text, colour: text)
    level = paint(finding.severity, _COLOUR[finding.severity])
    head = f"{terminal(finding.file)}:{finding.line}:{finding.column}: {level}: {terminal(finding.message)}"
    return f"{head} [{terminal(finding.check)}]\n" + (f"    {terminal(finding.hint)}\n" if finding.hint else "")


@click.command(cls=PlainHelp)
@click.option("--fresh", is_flag=True, help="Forget the current store and build all of it anew.")
@options_limits
@option_directory
def build(fresh: bool, timeout: float, memory: int, directory: str | None) -> int:
    """Bring the store in step with the facts. Look-ups do this by themselves; a build never breaks the old store.

    \b
    kg build
    kg build --fresh
    """
    from kg.compile.apart import build as build_apart
    from kg.worker import Limits

    workspace = workspace_of(directory)
    try:
        report = build_apart(workspace, fresh=fresh, limits=Limits(timeout, memory), say=lambda text: say(f"{text} …"))
    except FactsBroken as error:
        put(_first_findings(error.findings))
        say(error.message)
        return error.exit_code
    put(_first_findings(report.findings))
    if not report.published:
        say("The store is up to date.")
        return 0
    read = sum(not is_rule(n) for n in report.files)
    say(f"Built {report.quads:,} quads from {read} facts file{'s' * (read != 1)} in {report.seconds:.1f} s.")
    return 0


@click.command(cls=PlainHelp, no_args_is_help=True)
@click.argument("texts", nargs=-1, required=True, type=click.Path())
@click.option("-q", "--quiet", is_flag=True, help="Only what is not confirmed, and the result.")
@option_format()
@option_directory
def verify(texts: tuple[str, ...], quiet: bool, fmt: str, directory: str | None) -> int:
    """Compare your own copies of the sources with the passages that claims point at, and print the passages.

    The whole text is compared by its hash, each passage by its own: one changed character is found.

    \b
    kg verify ~/articles/*.txt
    kg verify copy.txt --quiet
    """
    from kg.show.table import render
    from kg.show.text import place

    graph = open_graph(directory)
    verdicts, failed = [], 0
    for path in texts:
        try:
            verdicts.append(graph.verify(path))
        except KgError as error:
            failed = max(failed, error.exit_code)
            complain(error.message, error.hint)
    rows = [
        (v.document.id, p.claim, p.state, place(p.passage, "en"), p.text)
        for v in verdicts
        for p in v.proofs
        if not quiet or p.state != "confirmed"
    ]
    if fmt in ("json", "jsonl"):
        put_json(verdicts, fmt)
    elif rows:
        put(render(("document", "claim", "state", "where", "passage"), rows, fmt, width()))
    for v in verdicts:
        good = sum(p.state == "confirmed" for p in v.proofs)
        whole = {
            "identical": "the very text",
            "line ends": "the same text with other line ends",
            "different": "NOT the recorded text (its hash differs)",
        }[v.whole]
        say(f"{v.path}: {whole} of {v.document.id}; {good} of {len(v.proofs)} passages confirmed.")
    return failed or (
        0
        if all(v.sound or (v.whole == "line ends" and all(p.state == "confirmed" for p in v.proofs)) for v in verdicts)
        else 1
    )


@click.command(cls=PlainHelp, no_args_is_help=True)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> int:
    """Print the tab completion for your shell.

    \b
    echo 'eval "$(kg completion bash)"' >> ~/.bashrc
    echo 'eval "$(kg completion zsh)"' >> ~/.zshrc
    kg completion fish > ~/.config/fish/completions/kg.fish
    """
    from click.shell_completion import get_completion_class

    from kg.cli.main import kg

    maker = get_completion_class(shell)
    if maker is None:
        raise WrongCall(f"There is no completion for {shell}.")
    put(maker(kg, {}, "kg", "_KG_COMPLETE").source() + "\n")
    return 0
