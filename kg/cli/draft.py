"""Candidate claims out of a document's text: draft."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import click

from kg.cli.common import Number, option_directory, option_format, progress, show, workspace_of
from kg.cli.help import PlainHelp
from kg.errors import WrongCall

if TYPE_CHECKING:
    from kg.author.draft.changes import Drafts, Source
    from kg.author.draft.outside import Refused
    from kg.graph import Graph
    from kg.values.candidate import Candidate
    from kg.workspace import Workspace

_HELP = """Read a document's text and draft the claims that it seems to make, without a model and offline.

SOURCE is a document of the workspace (tass, d:tass) or the file that it was added from. Each draft has its passage, a
speaker, and the stance that it would have, with the words that each of these rests on. Drafts go into the file of
their document with stance:draft: they are in no view, answers leave them out and count them, and kg check --strict
does not pass them, until kg review makes them claims. What is drafted or claimed already is not drafted twice.

--with hands the passages, the vocabulary and the names to a command on its standard input and takes claims back, as
JSON: a quote that is not in the text, an unknown term or name, a copied summary, or what breaks a shape is refused.

\b
kg draft tass
kg draft tass --paragraphs 3..7 --dry-run
kg draft tass --with "llm-claims --model local" --timeout 300
"""
#: What a draft says of its sentence on a terminal, at most.
_SHOWN = 100


@click.command(cls=PlainHelp, no_args_is_help=True, help=_HELP)
@click.argument("source", metavar="ID|FILE")
@click.option("--paragraphs", metavar="N..M", help="Only these paragraphs: 3, 3..7, 3.. or ..7.")
@click.option("--dry-run", is_flag=True, help="Show the drafts, and write nothing.")
@click.option("--again", is_flag=True, help="Draft even where a passage has claims already.")
@click.option("--with", "command", metavar="COMMAND", help="Let a command of yours read: it gets JSON and gives JSON.")
@click.option("--timeout", default=120.0, show_default=True, type=Number(1e6, 0.1), metavar="SECONDS",
              help="With --with: stop the command when it takes longer.")  # fmt: skip
@click.option("--memory", default=4096, show_default=True, type=click.IntRange(16, 1 << 20), metavar="MB",
              help="With --with: stop the command when it takes more memory.")  # fmt: skip
@option_format("table", "json")
@option_directory
def draft(
    source: str, paragraphs: str | None, dry_run: bool, again: bool, command: str | None, timeout: float, memory: int,
    fmt: str, directory: str | None,
) -> int:  # fmt: skip
    """Draft claims; see ``_HELP``."""
    from kg.author.draft.changes import drafts, source_of
    from kg.cli.common import open_graph

    within = _range(paragraphs)
    workspace, graph = workspace_of(directory), open_graph(directory)
    found = source_of(workspace, graph.reader, source)
    candidates, refused = _candidates(workspace, graph, found, command, timeout, memory)
    chosen = [c for c in candidates if within[0] <= c.passages[0].paragraph <= within[1]]
    given = len(candidates) + len(refused) if command else None
    parted = drafts(graph.reader, found, chosen, again=again)
    if not dry_run and parted.new:
        parted, more = _write(workspace, graph, found, parted, rejecting=command is not None)
        refused = [*refused, *more]
    show(fmt, _value(found, parted, refused, given, dry_run), lambda: _text(found, parted, refused, given, dry_run),
         lambda: ((), ()))  # fmt: skip
    return 0 if parted.new or parted.drafted or parted.claimed else 1


def _candidates(
    workspace: Workspace, graph: Graph, source: Source, command: str | None, timeout: float, memory: int
) -> tuple[list[Candidate], list[Refused]]:
    """What the rules, or a command, read out of a text."""
    from kg.author.draft import draft as read
    from kg.author.draft.lexicon import lexicon
    from kg.compile.ontology import ontology_of
    from kg.graph import vocabulary

    ontology = ontology_of(workspace)
    known = lexicon(graph.reader, ontology)
    if command is None:
        return read(source.text, source.language, known, source.origin), []
    from kg.author.draft.outside import Limits, ask

    return ask(command, source, known, vocabulary(workspace), graph.reader, Limits(timeout, memory))


def _write(
    workspace: Workspace, graph: Graph, source: Source, parted: Drafts, *, rejecting: bool
) -> tuple[Drafts, list[Refused]]:
    """Write drafts; what a command gave and a shape does not let pass is refused, the rest is written all the same."""
    from kg.author.draft.changes import change
    from kg.author.draft.outside import Refused
    from kg.compile.apart import propose
    from kg.errors import FactsBroken

    refused: list[Refused] = []
    while parted.new:
        try:
            propose(workspace, change(workspace, graph.reader, source, parted.new), say=progress("en"))
            return parted, refused
        except FactsBroken as broken:
            why = {f.graph or f.focus: f.message for f in broken.findings if f.severity == "error"}
            faulty = [c for c in parted.new if c.claim in why]
            if not rejecting or not faulty:
                raise
            refused += [Refused(c.descriptions[0].value, why[c.claim]) for c in faulty]
            parted = parted._replace(new=tuple(c for c in parted.new if c.claim not in why))
    return parted, refused


def _range(text: str | None) -> tuple[int, int]:
    """The first and the last paragraph of ``3..7``. Raises WrongCall."""
    first, dots, last = (text or "..").partition("..")
    last = last if dots else first
    if not all(part.isdigit() or not part for part in (first, last)) or (not dots and not first):
        raise WrongCall(f"‘{text}’ is no range of paragraphs.", "Write 3, 3..7, 3.. or ..7.")
    return int(first or 1), int(last or 1 << 60)


def _value(source: Source, parted: Drafts, refused: list[Refused], given: int | None, dry: bool) -> dict[str, Any]:
    """The answer for programs."""
    from kg.text.terms import curie

    made = [
        {
            "claim": curie(c.claim), "start": c.passages[0].start, "end": c.passages[0].end,
            "paragraph": c.passages[0].paragraph, "words": source.text[c.passages[0].start : c.passages[0].end],
            "speaker": curie(c.speaker), "stance": curie(c.stance), "summary": c.descriptions[0].value,
            "content": [[curie(s), curie(p), o if not isinstance(o, str) else curie(o)] for s, p, o in c.content],
            "said": [[curie(p), o if not isinstance(o, str) else curie(o)] for p, o in c.said],
            "new": [curie(t.iri) for t in c.things], "reasons": list(c.reasons),
        }
        for c in parted.new
    ]  # fmt: skip
    return {
        "document": source.document.id, "written": not dry, "drafts": made, "claimed": len(parted.claimed),
        "drafted_before": len(parted.drafted), "given": given, "refused": [r._asdict() for r in refused],
    }  # fmt: skip


def _text(source: Source, parted: Drafts, refused: list[Refused], given: int | None, dry: bool) -> str:
    """The answer for eyes: each sentence, and below it what was read in it."""
    from kg.text.escapes import terminal
    from kg.text.terms import curie, local

    lines: list[str] = []
    last = None
    for c in sorted(parted.new, key=lambda c: (c.passages[0], c.stance)):
        place = c.passages[0]
        if place != last:
            words = source.text[place.start : place.end]
            cut = words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
            lines.append(f"\n§ {place.paragraph}  {terminal(cut)}")
            last = place
        lines.append(f"  {local(c.stance):<11} {terminal(c.descriptions[0].value)}")
        lines.append(f"              {curie(c.claim)}, {curie(c.speaker)}; {terminal('; '.join(c.reasons))}")
    lines += [f"refused: {terminal(r.claim)}: {terminal(r.why)}" for r in refused]
    stances = Counter(local(c.stance) for c in parted.new)
    told = ", ".join(f"{n} {s}" for s, n in stances.most_common())
    done = "would be written" if dry else "written"
    by_stance = f" ({told})" if told else ""
    lines.append(f"\n{source.document.id}: {len(parted.new)} drafts {done}{by_stance}; "
                 f"{len(parted.drafted)} drafted before, {len(parted.claimed)} where claims stand.")  # fmt: skip
    if given is not None:
        lines.append(f"The command gave {given}: {given - len(refused)} accepted, {len(refused)} refused.")
    if parted.new and not dry:
        lines.append("kg review shows each beside its passage.")
    return "\n".join(lines).lstrip("\n") + "\n"
