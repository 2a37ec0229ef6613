"""The ``kg`` command: finds the subcommand, loads only its module, and turns errors into exit codes.

Exit codes: 0 answered; 1 nothing found, or findings; 2 wrong call; 3 the world (missing store, no rights).
"""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any, NoReturn

gc.disable()  # a look-up is over before collecting pays; long commands switch it on again

import click  # noqa: E402

from kg.cli.common import complain  # noqa: E402
from kg.cli.help import PlainHelp  # noqa: E402
from kg.errors import KgError  # noqa: E402
from kg.text.escapes import terminal  # noqa: E402

#: command → (module, one line for the overview). Kept here so that ``kg --help`` loads no module.
COMMANDS = {
    "search": ("lookup", "Names in any script; claims, figures, documents by words."),
    "fact": ("fact", "The facts of an entity, each with its claims."),
    "claim": ("lookup", "One claim with everything known about it."),
    "cite": ("lookup", "A claim as footnote, BibTeX or CSL-JSON."),
    "brief": ("overview", "The relation of two sides on one page."),
    "view": ("view", "One offline page: graph, timeline, matrix, table."),
    "timeline": ("overview", "What happened when."),
    "conflicts": ("overview", "Who says what against whom; what agrees."),
    "why": ("relate", "How two are connected, each step with its claims."),
    "shared": ("shared", "What two have in common, each with its claims."),
    "without": ("shared", "What is lost with a thing, a speaker, a document."),
    "compare": ("relate", "Two dates, speakers or stances side by side."),
    "network": ("network", "Measures, communities, balance, dyads, export."),
    "sparql": ("query", "Run a SPARQL query, a file or a named query."),
    "queries": ("query", "List the named queries."),
    "source": ("source", "Documents in: pages, PDF, Word, e-mail, text."),
    "add": ("add", "Write a claim down, quote first."),
    "draft": ("draft", "Candidate claims out of a document's text."),
    "review": ("review", "Drafts beside their passages: accept, edit, reject."),
    "describe": ("care", "Say more of a thing: names, its state."),
    "rename": ("care", "Give a thing, claim or document another id."),
    "merge": ("care", "Make two things or documents one."),
    "split": ("care", "Make some mentions of a thing another thing."),
    "retract": ("care", "Take a claim out of all answers, and say why."),
    "undo": ("care", "Take back what kg wrote last."),
    "terms": ("terms", "What the words of the facts mean; texts to copy."),
    "import": ("import_", "Bring in a data set: events, treaties, any table."),
    "datasets": ("datasets", "What was imported; take it away, rename it."),
    "check": ("check", "Check the facts; list every finding."),
    "gaps": ("gaps", "What is thin: one source, no date, no name, no side."),
    "diff": ("history", "What changed between two revisions, as claims."),
    "log": ("history", "The commits in which a claim or thing changed."),
    "build": ("workspace", "Bring the store in step with the facts."),
    "verify": ("workspace", "Compare your copy of a source with the passages."),
    "init": ("init", "Start a workspace for a pair of states."),
    "completion": ("workspace", "Print the tab completion for your shell."),
}
_GROUPS = (
    ("Look up", ("search", "fact", "claim", "cite")),
    ("Overview", ("brief", "view", "timeline", "conflicts")),
    ("Relate", ("why", "shared", "without", "compare", "network")),
    ("Query", ("sparql", "queries")),
    ("Write", ("source", "add", "draft", "review", "describe", "rename", "merge", "split", "retract", "undo")),
    ("Facts", ("terms", "import", "datasets", "check", "gaps", "diff", "log", "build", "verify", "init", "completion")),
)


class LazyGroup(PlainHelp, click.Group):
    """A group whose commands are imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        name = f"{cmd_name}_" if cmd_name in ("import",) else cmd_name  # a word that Python keeps for itself
        found: click.Command = getattr(import_module(f"kg.cli.{COMMANDS[cmd_name][0]}"), name)
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(args[0], COMMANDS, n=2, cutoff=0.5)
            hint = f" Did you mean {' or '.join(near)}?" if near else " kg --help lists the commands."
            ctx.fail(f"There is no command ‘{args[0]}’.{hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        for title, names in _GROUPS:
            with formatter.section(title):
                formatter.write_dl([(n, COMMANDS[n][1]) for n in names])


def _version(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value:
        from kg import __version__

        click.echo(f"kg {__version__}")
        ctx.exit()


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]}, invoke_without_command=False)
@click.option("-C", "directory", metavar="DIR", help="Use the workspace at or above DIR instead of the one here.")
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show the version.")
@click.pass_context
def kg(ctx: click.Context, directory: str | None) -> None:
    """Who said what between two states: facts with their evidence.

    \b
    kg brief PRK RUS                    the relation on one page
    kg view PRK RUS --open              the same as a picture to explore
    kg fact "tumen bridge" length       a fact, who says so, and where
    kg search 김정은                     any name in any script
    kg conflicts                        where sources disagree
    kg why CHN "tumen bridge"           how two are connected
    kg init my-dyad                     your own pair of states

    Without a workspace (a folder with facts/) the bundled facts answer.
    """
    ctx.ensure_object(dict)["directory"] = directory


def run() -> NoReturn:
    """Run the command that was typed and end the process with its exit code."""
    _open_closed()
    if isinstance(sys.stdout, io.TextIOWrapper):  # an output that lacks a letter gets a question mark for it
        sys.stdout.reconfigure(errors="replace")
    try:
        code = _run()
    except KeyboardInterrupt:  # once more, while the first one was being told
        code = 130
    except SystemExit as end:  # click, when the shell asks for completions
        code = end.code if isinstance(end.code, int) else 0
    except BaseException as error:  # a bug of ours, or the machine at its end: never end without a word
        if os.environ.get("KG_DEBUG"):
            raise
        what = f"{type(error).__name__}: {error}"
        complain(f"This should not happen: {what}", "KG_DEBUG=1 shows where; please report it.")
        code = 3
    if "coverage" in sys.modules:
        sys.exit(code)
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)  # skipping the interpreter's tear-down saves a look-up a tenth of its time


def _open_closed() -> None:
    """Standard files that the caller has closed (``>&-``) lead nowhere, instead of to what is opened next."""
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), "r" if name == "stdin" else "w"))


def _run() -> int:
    asked: dict[str, Any] = {}  # what -C and --lang say, which outlives the command

    def work() -> int:
        result = kg.main(prog_name="kg", standalone_mode=False, obj=asked)
        sys.stdout.flush()
        return result if isinstance(result, int) else 0

    return guarded(work, asked)


def guarded(work: Callable[[], int], asked: Mapping[str, Any]) -> int:
    """Run something and turn what it raises into a message and an exit code: the one such place.

    Errors of ours are told in the language asked; what click says of options and the system of files is English.
    """
    try:
        return work()
    except KgError as error:
        complain(error.message, error.hint, asked.get("lang", "en"))
        for finding in getattr(error, "findings", ())[:10]:
            click.echo(terminal(f"  {finding.file}:{finding.line}: {finding.message}"), err=True)
        return error.exit_code
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.UsageError as error:
        context = error.ctx
        hint = f"Try {context.command_path} --help." if context else ""
        complain(error.format_message(), hint)
        return 2
    except click.ClickException as error:
        complain(error.format_message())
        return 2
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped.", err=True)
        return 130
    except UnicodeEncodeError:
        complain("The command holds bytes that are no text.", "Write names in the encoding of the terminal.")
        return 2
    except BrokenPipeError:  # the reader of our output has gone: nothing is wrong
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (PermissionError, FileNotFoundError, OSError) as error:
        complain(f"{error.filename or 'The system'}: {error.strerror or error}")
        return 3
