"""A claim by hand: add."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import click

from kg.cli.common import (
    Command,
    complete_entity,
    open_graph,
    option_directory,
    option_format,
    option_lang,
    say,
    show,
    style,
)
from kg.cli.help import PlainHelp
from kg.errors import FactsBroken, KgError, Outdated, Unclear, UnknownName, WrongCall
from kg.text.escapes import terminal

if TYPE_CHECKING:
    from kg.author.coder import Coded, Told
    from kg.author.naming import New
    from kg.compile.proposal import Change
    from kg.graph import Graph

_STANCES = ("stated", "reported", "planned", "expected", "assessed", "speculative", "denied")
#: So often a person is asked for one part of a claim.
_TRIES = 20


def _complete_document(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    try:
        found = open_graph(ctx.params.get("directory")).documents()
    except KgError:
        return []
    return [d.id for d in found if d.id.startswith(incomplete)]


def _complete_term(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    from kg.cli.terms import _complete_term as terms

    return [t.partition(":")[2] for t in terms(ctx, param, incomplete)]


def _option(
    name: str, help: str, metavar: str = "NAME", *, many: bool = False, complete: Any = None
) -> Callable[[Command], Command]:
    """An option that takes words; one that takes several is said to."""
    more: dict[str, Any] = {"multiple": True} if many else {"default": ""}
    flags, _, own = name.partition("=")
    long = flags.rpartition(" ")[2]
    said = f"{help} Repeatable." if many else help
    return click.option(
        *flags.split(), own or long[2:].replace("-", "_"), metavar=metavar, help=said, shell_complete=complete, **more
    )


def _options(command: Command) -> Command:
    """What can be told of a claim."""
    for decorate in reversed((
        _option("-d --doc", "Out of which document: id, address or title.", "DOCUMENT", complete=_complete_document),
        _option("-q --quote", "Its words that say it; … leaves some out.", "WORDS", many=True),
        _option("-a --about", "Whom or what it is about; also a list.", many=True, complete=complete_entity),
        _option("-w --what", "A property, indicator, act or class: kg terms.", "TERM", complete=_complete_term),
        _option("-v --value", "A figure, date, name or words, as the term asks.", "VALUE", many=True),
        _option("-t --to", "Towards or with whom.", many=True, complete=complete_entity),
        _option("-o --on", "When: 2024-06-19, 19 June 2024, 2014-2018, since 2014.", "DATE"),
        _option("-u --unit", "Of a figure, where the value does not say it.", "UNIT"),
        _option("--and=more", "A further property of the same thing.", "TERM=VALUE", many=True),
        _option("--as=called", "Of an event or figure that other claims are about too."),
        _option("-b --by", "Who says so; else the document's author.", complete=complete_entity),
        click.option("-s", "--stance", default="", type=click.Choice(["", *_STANCES]), metavar="STANCE",
                     help="stated (default), reported, planned, expected, assessed, speculative or denied."),
        click.option("--not", "negated", is_flag=True, help="It is said not to be so."),
        _option("--held-by", "Whose plan or view it is said to be.", many=True, complete=complete_entity),
        _option("-c --context", "Other words of the document that make it understood.", "WORDS", many=True),
        click.option("--paragraph", type=click.IntRange(1), help="In which paragraph the quote stands, if in several."),
        click.option("--page", type=click.IntRange(1), help="On which page, of a text that has pages."),
        click.option("--at", type=click.IntRange(0), metavar="OFFSET", help="Where it begins, if in several places."),
        _option("--section", "Where it stands in a page that is not kept.", "PLACE"),
        _option("--summary", "In your own words; else made of the parts.", "TEXT"),
        _option("--note", "What others should know of how you read it.", "TEXT"),
        _option("--certainty", "certain, likely or possible.", "WORD"),
        _option("--stated-on", "When it was said, if not when the document came out.", "DAY"),
        _option("--valid-from", "From when it holds.", "DAY"),
        _option("--valid-until", "Until when it holds.", "DAY"),
        _option("--against", "A claim that it contradicts.", "CLAIM", many=True),
        _option("--agrees", "A claim that it corroborates.", "CLAIM", many=True),
        _option("--instead", "A claim that it supersedes.", "CLAIM", many=True),
        click.option("-i", "--inferred", is_flag=True, help="The words mean its things without naming them."),
        _option("-n --new", "What an unknown name becomes: person, place …", "[NAME=]KIND", many=True),
        _option("--side", "The state that a new one stands to.", "[NAME=]STATE", many=True),
    )):  # fmt: skip
        command = decorate(command)
    return command


@click.command(cls=PlainHelp, no_args_is_help=True)
@click.argument("words", nargs=-1, metavar="[DOCUMENT QUOTE ABOUT WHAT [VALUE]]")
@_options
@click.option("--from", "sheet_in", metavar="FILE", help="A sheet of claims: .xlsx, .csv, .jsonl.")
@click.option(
    "--sheet", metavar="FILE", help="Write a sheet to fill in, of --doc; with --from: what became of its rows."
)
@click.option("--partial", is_flag=True, help="With --from: write the rows that can be, though others are refused.")
@click.option("--ignore-columns", is_flag=True, help="With --from: leave out columns that are not known.")
@click.option("--encoding", default="", help="With --from: of a text that does not say it, such as cp1251.")
@click.option("--dry-run", is_flag=True, help="Show what would be written; write nothing.")
@option_format("table", "json", "csv")
@option_lang
@option_directory
def add(**given: Any) -> int:
    """Write a claim down: its words are found in the document, the rest is worked out, checked and shown.

    On a terminal what is missing or doubtful is asked; elsewhere it is an error that names it. kg undo takes it back.

    \b
    kg add --doc tass --quote "…850 metres…" --about "tumen bridge" --what length --value "850 m" --stance planned
    kg add --doc kcna --quote "signed … in Pyongyang" --about "PRK, RUS" --what "sign agreement" \\
           --value "defence pact" --on "19 June 2024" --and location=Pyongyang
    kg add --doc tass --quote "Starovoit said" --about RUS --what builds --value "tumen bridge" \\
           --by "Roman Starovoit" --new person --side RUS
    kg add tass "…850 metres…" "tumen bridge" length "850 m" -s planned
    kg add --sheet claims.xlsx --doc tass           a row for each sentence
    kg add --from claims.xlsx --dry-run
    """
    graph = open_graph(given["directory"], given["lang"])
    new = _new(given["new"], given["side"])
    given = _placed(given)
    if given["sheet_in"]:
        from kg.cli.sheet import read_sheet_in

        return read_sheet_in(graph, given["sheet_in"], given, new, _Asker().ask_or_leave)
    if given["sheet"]:
        from kg.cli.sheet import write_sheet

        return write_sheet(graph, given["sheet"], given["doc"], given["lang"])
    if given["fmt"] == "csv":
        raise WrongCall("--format csv is for --from.", "One claim is shown as table or json.")
    told = _told(given)
    for _ in range(_TRIES):
        session = _Session(graph, new, given["lang"])
        with suppress(Outdated):  # somebody else has added to the file meanwhile: again, from what is there now
            return session.finish(session.code(told), given["dry_run"], given["fmt"])
        graph = open_graph(given["directory"], given["lang"])
    raise Outdated("Others write to this document all the time; nothing was written.", "Try again later.")


def _placed(given: Mapping[str, Any]) -> dict[str, Any]:
    """What is told in the order of a claim's parts, as if options said it. Raises WrongCall for what is told twice."""
    found = dict(given)
    names = ("doc", "quote", "about", "what", "value")
    if len(given["words"]) > len(names):
        raise WrongCall(f"There are {len(given['words'])} words; {len(names)} are the most.", "Put quotes around each.")
    for name, word in zip(names, given["words"], strict=False):
        if found[name]:
            raise WrongCall(f"--{name} is told twice: ‘{word}’ stands in its place.", "Say it once.")
        found[name] = word if isinstance(found[name], str) else (word,)
    return found


def _told(given: Mapping[str, Any]) -> Told:
    from kg.author.coder import Told
    from kg.author.statement import Asked

    more = []
    for pair in given["more"]:
        name, equals, value = pair.partition("=")
        if not equals or not value:
            raise WrongCall(f"--and {pair} has no value.", "Such as --and location=Pyongyang.")
        more.append((name.strip(), value.strip()))
    asked = Asked(
        given["about"], given["what"], given["value"], given["to"], given["on"], given["unit"], tuple(more),
        given["called"],
    )  # fmt: skip
    links = tuple((kind, name) for kind in ("against", "agrees", "instead") for name in given[kind])
    same = ("doc", "quote", "by", "stance", "negated", "held_by", "context", "paragraph", "page", "at", "section",
            "summary", "note", "certainty", "stated_on", "valid_from", "valid_until", "inferred")  # fmt: skip
    return Told(asked=asked, links=links, **{name: given[name] for name in same})


def _new(kinds: Sequence[str], sides: Sequence[str]) -> dict[str, New]:
    """What unknown names become; that of "" is for all that are not listed."""
    from kg.author.naming import New

    side = dict(_pair(s) for s in sides)
    if sides and not kinds:
        raise WrongCall("--side is the side of something new.", "Say what it is: --new person --side PRK.")
    lost = [n for n in side if n and n not in dict(map(_pair, kinds))]
    if lost:
        raise WrongCall(f"--side {lost[0]}=… has no --new {lost[0]}=KIND.", "Say what it is.")
    return {name: New(kind, side.get(name) or side.get("", "")) for name, kind in map(_pair, kinds)}


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.rpartition("=")
    return (name.strip(), value.strip()) if equals else ("", text.strip())


class _Asker:
    """Asks a person for one part of a claim, with completion by the names that may be meant."""

    def ask(self, error: Unclear) -> str:
        """What is given instead. Raises the error again for an empty answer."""
        say(error.message)
        for i, (name, label) in enumerate(error.choices[:9], 1):
            click.echo(f"  {i}  {terminal(name)}  {terminal(label)}", err=True)
        if isinstance(error, UnknownName):
            click.echo("  or  new KIND [SIDE], such as new person PRK", err=True)
        elif not error.choices and error.hint:
            click.echo(f"    {terminal(error.hint)}", err=True)
        answer = self._line(f"{error.part}? ", [name for name, _ in error.choices])
        if not answer:
            raise error
        if answer.isdigit() and 1 <= int(answer) <= min(len(error.choices), 9) and error.part != "value":
            return error.choices[int(answer) - 1][0]
        return answer

    def ask_or_leave(self, error: Unclear) -> str:
        """The same, where an empty answer leaves it open."""
        try:
            return self.ask(error)
        except Unclear:
            return ""

    def _line(self, prompt: str, names: Sequence[str]) -> str:
        if sys.platform == "win32":  # which has no completion of its own
            return _typed(prompt)
        import readline

        def complete(text: str, state: int) -> str | None:
            fitting = [n for n in names if n.lower().startswith(text.lower())]
            return fitting[state] if state < len(fitting) else None

        readline.set_completer_delims("\n")
        readline.set_completer(complete)
        readline.parse_and_bind("tab: complete")
        return _typed(prompt)


def _typed(prompt: str) -> str:
    """A line; "" where nothing more comes."""
    try:
        return input(prompt).strip()
    except EOFError:
        return ""


class _Session:
    """Codes one claim, asks where somebody can answer, and writes it."""

    def __init__(self, graph: Graph, new: dict[str, New], lang: str) -> None:
        from kg.author.coder import Coder
        from kg.author.naming import Naming
        from kg.graph import vocabulary

        self._graph, self._lang, self._new = graph, lang, new
        self._vocabulary = vocabulary(graph.workspace, lang)
        self._naming, self._coder_of = Naming, Coder
        self._person = sys.stdin.isatty() and sys.stderr.isatty()

    def code(self, told: Told) -> Coded:
        """The claim. Raises Unclear where nobody can be asked."""
        from kg.author.batch import told_new

        for _ in range(_TRIES):
            naming = self._naming(self._graph.reader, self._vocabulary, self._new, self._lang)
            self.coder = self._coder_of(self._graph.workspace, self._graph.reader, naming, self._lang)
            try:
                return self.coder.code(told)
            except Unclear as error:
                if not self._person or not error.part:
                    raise
                answer = _Asker().ask(error)
                made = told_new(answer) if isinstance(error, UnknownName) else None
                if made:
                    self._new[error.text] = made
                else:
                    told = _mended(told, error, answer)
        raise WrongCall("That is not understood.", "kg add --help shows examples.")

    def finish(self, coded: Coded, dry: bool, fmt: str) -> int:
        """Write the claim and show it as a reader will see it."""
        from kg.compile.apart import propose
        from kg.text.terms import curie, local

        change = self.coder.change([coded.claim], f"add {curie(coded.claim.claim)}")
        if dry:
            return self._show_text(coded, change, fmt)
        try:
            propose(self._graph.workspace, change)
        except FactsBroken as error:
            raise _refused(error) from error
        graph = open_graph(self._graph.workspace.root, self._lang)
        from kg.show.table import plain
        from kg.show.text import claim_text

        name = local(coded.claim.claim)
        found, content = graph.claim(name), graph.content(name)
        disputes = graph.disputes(name)
        show(
            fmt, plain(found) | self._report(coded),
            lambda: claim_text(found, content, disputes, style(self._lang)) + self._remarks(coded), lambda: ((), ()),
        )  # fmt: skip
        return 0

    def _show_text(self, coded: Coded, change: Change, fmt: str) -> int:
        """The text that would be written."""
        from kg.author.file import FactsFile

        name, text = next(iter(change.texts.items()))
        shown = FactsFile((text or b"").decode()).statements(coded.claim.claim)
        value = {"file": name, "claim": shown, **self._report(coded)}
        show(fmt, value, lambda: f"{name}:\n{shown}{self._remarks(coded)}", lambda: ((), ()))
        return 0

    def _report(self, coded: Coded) -> dict[str, Any]:
        meant = [{"text": m.text, "id": m.iri, "label": m.label, "how": m.how} for m in self.coder.naming.meant]
        return {"remarks": list(coded.remarks), "unnamed": list(coded.missing), "read": meant}

    def _remarks(self, coded: Coded) -> str:
        from kg.text.terms import curie

        read = [f"{m.text} → {m.label} ({curie(m.iri)}{', new' if m.how == 'new' else ''})"
                for m in self.coder.naming.meant if m.how in ("words", "new")]  # fmt: skip
        lines = [*(f"read: {r}" for r in read), *coded.remarks]
        if self._new and not any(m.how == "new" for m in self.coder.naming.meant):
            lines.append("--new and --side were not used: every name is known; kg describe says more of a thing")
        if coded.missing:
            lines.append(
                f"its words do not name {', '.join(coded.missing)}: add --context with words that do, or --inferred"
            )
        return "".join(f"  note          {terminal(line)}\n" for line in lines)


def _mended(told: Told, error: Unclear, answer: str) -> Told:
    """What is told with another text for the part that was not clear. Raises the error where nothing can be put in."""
    part, asked = error.part.replace("-", "_"), told.asked
    new: dict[str, Any] = {}
    of_asked: dict[str, Any] = {}
    if part == "at":
        new = {"at": int(answer)} if answer.isdigit() else {}
    elif part in ("what", "on", "unit"):
        of_asked = {part: answer}
    elif part in ("about", "value", "to"):
        of_asked = {part: _swapped(getattr(asked, part), error.text, answer)}
    elif part == "and":
        of_asked = {"more": tuple(tuple(answer if t == error.text else t for t in pair) for pair in asked.more)}
    elif part in ("quote", "context", "held_by"):
        new = {part: _swapped(getattr(told, part), error.text, answer)}
    elif part in ("against", "agrees", "instead"):
        new = {"links": tuple((k, answer if n == error.text else n) for k, n in told.links)}
    elif part in told._fields:
        new = {part: answer}
    else:
        raise error
    return told._replace(**{**new, "asked": asked._replace(**of_asked)})


def _swapped(old: Sequence[str], text: str, answer: str) -> tuple[str, ...]:
    if not text:
        return (*old, answer)
    return tuple(answer if o == text else o.replace(text, answer) for o in old)


def _refused(error: FactsBroken) -> KgError:
    """What stands against a claim, without places in a text that was not written."""
    first = [f for f in error.findings if f.severity == "error"]
    lines = "\n".join(dict.fromkeys(f.message for f in first[:5]))
    return WrongCall(f"Nothing was written:\n{lines}", first[0].hint if first else "")
