"""Work on facts: build, verify, completion."""

from __future__ import annotations

import click

from kg.cli.check import first_findings
from kg.cli.common import (
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
from kg.workspace import is_rule


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
        put(first_findings(error.findings))
        say(error.message)
        return error.exit_code
    put(first_findings(report.findings))
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
