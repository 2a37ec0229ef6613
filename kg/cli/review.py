"""Drafts beside their passages, and what becomes of each: review."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from kg.cli.common import (
    open_graph,
    option_directory,
    option_format,
    option_lang,
    put,
    say,
    show,
    workspace_of,
)
from kg.cli.help import PlainHelp
from kg.errors import FactsBroken, WrongCall
from kg.text.escapes import terminal

if TYPE_CHECKING:
    from kg.author.review import Queue
    from kg.graph import Graph
    from kg.values.drafts import Decision, Draft, Refusal

_HELP = """Go through drafts, each beside its passage, and make claims of those that are right.

DOC is a document (tass) or its title; without it all drafts are shown. On a terminal one key decides: a accept, e edit,
r reject, s skip, m merge with a claim, ? shows all. Each decision is written at once, so you can stop at any time and
go on later; kg undo takes the last one back. An accepted draft keeps its id and says who reviewed it and when. A
rejected one is not drafted again.

--html writes a page for a browser, offline; what is decided there is saved as a file, which --apply carries out.

\b
kg review tass
kg review --list
kg review tass --html tass.html
kg review --apply decisions.jsonl
kg review --accept tass-4-l6cf --reject tass-4-ss64
echo '{"draft": "tass-4-l6cf", "decision": "accept", "changes": {"stance": "planned"}}' | kg review --apply -
"""


@click.command(cls=PlainHelp, help=_HELP)
@click.argument("doc", metavar="[DOC]", required=False)
@click.option("--list", "listed", is_flag=True, help="Show the drafts and decide nothing.")
@click.option("--html", metavar="FILE", type=click.Path(dir_okay=False), help="Write a page to review them in.")
@click.option("--apply", "decisions", metavar="FILE", help="Carry out decisions, one JSON a line; - reads them piped.")
@click.option("--accept", multiple=True, metavar="DRAFT", help="Accept a draft as it is, by its id. Repeatable.")
@click.option("--reject", multiple=True, metavar="DRAFT", help="Reject a draft, by its id. Repeatable.")
@click.option("--reviewer", metavar="NAME", help="Who reviews; else the user.name of git.")
@click.option("--dry-run", is_flag=True, help="With --apply, --accept and --reject: write nothing.")
@option_format("table", "json")
@option_lang
@option_directory
def review(
    doc: str | None, listed: bool, html: str | None, decisions: str | None, accept: tuple[str, ...],
    reject: tuple[str, ...], reviewer: str | None, dry_run: bool, fmt: str, lang: str, directory: str | None,
) -> int:  # fmt: skip
    """Review drafts; see ``_HELP``."""
    from kg.author.review import Queue

    if workspace_of(directory).bundled:
        raise WrongCall("These are the facts that come with kg.", "kg init DIR makes a workspace of your own.")
    graph = open_graph(directory, lang)
    if decisions or accept or reject:
        given = [*(_read(decisions) if decisions else ()), *_named(accept, "accept"), *_named(reject, "reject")]
        return _apply(graph, given, _reviewer(graph, reviewer), fmt, dry_run)
    queue = Queue(graph.workspace, graph.reader)
    names = queue.names(queue.document(doc).iri if doc else None)
    if html:
        return _page(graph, queue, names, html)
    if listed or fmt == "json" or not (sys.stdin.isatty() and sys.stdout.isatty()):
        drafts = [queue.draft(n) for n in names]
        show(fmt, [_value(d) for d in drafts], lambda: _list(drafts), lambda: ((), ()))
        return 0 if drafts else 1
    from kg.cli.reviewing import Session

    return Session(graph, doc, _reviewer(graph, reviewer), lang, carry_out).run()


def _reviewer(graph: Graph, given: str | None) -> str:
    """Who reviews: the name that was given, else the one that git knows, else nobody."""
    if given is not None:
        return " ".join(given.split())
    from kg.author.history import author_name

    return author_name(graph.workspace.root)


# ---------------------------------------------------------------------- decisions from elsewhere


def _named(names: Iterable[str], what: str) -> list[Decision]:
    from kg.values.drafts import Decision

    return [Decision(name, what) for name in names]


def _read(path: str) -> list[Decision]:
    """Decisions out of a file of JSON lines. Raises WrongCall, which names the line."""
    import json

    from kg.errors import WorldError

    try:
        if path == "-":
            text = sys.stdin.read()
        else:
            with open(path, encoding="utf-8-sig") as file:
                text = file.read()
    except (OSError, UnicodeDecodeError) as error:
        raise WorldError(f"{path} cannot be read: {error}.") from error
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                found.append(_decision(json.loads(line)))
            except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
                raise WrongCall(
                    f"{path}:{number}: this is no decision: {error or type(error).__name__}.",
                    'Such as {"draft": "tass-4-l6cf", "decision": "accept"}.',
                ) from error
    if not found:
        raise WrongCall(f"{path} holds no decision.", "One JSON a line; kg review --html makes a page that saves them.")
    return found


def _decision(said: Mapping[str, Any]) -> Decision:
    """One decision. Raises ValueError, TypeError, KeyError, AttributeError."""
    from kg.values.drafts import Decision, Newcomer

    known = {"draft", "decision", "digest", "into", "changes", "new"}
    unknown = sorted(set(said) - known)
    if unknown:
        raise ValueError(f"nothing here is called {unknown[0]}")
    if "draft" not in said or "decision" not in said:
        raise ValueError("draft and decision are needed")
    changes = {str(k): _string(v) for k, v in said.get("changes", {}).items()}
    new = {
        k: Newcomer(k, _string(v.get("label", "")), _string(v.get("kind", "")), _string(v.get("side", "")))
        for k, v in said.get("new", {}).items()
    }
    first = (_string(said["draft"]), _string(said["decision"]))
    return Decision(*first, changes, _string(said.get("into", "")), new, _string(said.get("digest", "")))


def _string(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value


def carry_out(
    graph: Graph, decisions: Sequence[Decision], reviewer: str, dry: bool = False
) -> tuple[list[Decision], list[Refusal]]:
    """Write what can be, in one change; what a check does not let pass is refused, the rest is written all the same."""
    from kg.author.decide import Desk
    from kg.compile.apart import propose
    from kg.graph import vocabulary
    from kg.text.terms import curie
    from kg.values.drafts import Refusal

    late: list[Refusal] = []
    left = list(decisions)
    while True:
        desk = Desk(graph.workspace, graph.reader, vocabulary(graph.workspace), reviewer)
        change, done, refused = desk.decide(left)
        if not done or dry:
            return done, [*refused, *late]
        try:
            propose(graph.workspace, change)
            return done, [*refused, *late]
        except FactsBroken as broken:
            first: dict[str, Any] = {}
            for f in broken.findings:
                if f.severity == "error":
                    first.setdefault(curie(f.graph or f.focus), f)
            faulty = [d for d in done if curie(d.draft) in first]
            if not faulty and len(done) > 1:  # an error about a thing, not a claim: the halves tell whose it is
                return _halves(graph, left, reviewer, [*refused, *late])
            if not faulty:
                error = next(f for f in broken.findings if f.severity == "error")
                faulty, first = done, {curie(done[0].draft): error}
            why = {d.draft: first[curie(d.draft)] for d in faulty}
            late += [Refusal(d, why[d.draft].message, why[d.draft].hint) for d in faulty]
            left = [d for d in left if all(_iri(d.draft) != f.draft for f in faulty)]


def _halves(
    graph: Graph, decisions: Sequence[Decision], reviewer: str, refused: list[Refusal]
) -> tuple[list[Decision], list[Refusal]]:
    """Carry out one half after the other, each as a change of its own."""
    told = {r.decision.draft for r in refused}
    left = [d for d in decisions if d.draft not in told]
    done: list[Decision] = []
    for half in (left[: len(left) // 2], left[len(left) // 2 :]):
        now = open_graph(graph.workspace.root)
        some, more = carry_out(now, half, reviewer)
        done, refused = [*done, *some], [*refused, *more]
    return done, refused


def _iri(name: str) -> str:
    from kg.text.terms import CLAIM, expand

    return expand(name) or CLAIM + name


def _apply(graph: Graph, decisions: list[Decision], reviewer: str, fmt: str, dry: bool) -> int:
    """Carry decisions out; each is accounted for."""
    from kg.text.terms import curie

    done, refused = carry_out(graph, decisions, reviewer, dry)
    before, wrong = [r for r in refused if r.done], [r for r in refused if not r.done]
    value = {
        "given": len(decisions), "written": not dry,
        "done": [{"draft": curie(d.draft), "decision": d.what} for d in done],
        "before": [{"draft": curie(_iri(r.decision.draft)), "why": r.why} for r in before],
        "refused": [{"draft": curie(_iri(r.decision.draft)), "why": r.why, "hint": r.hint} for r in wrong],
    }  # fmt: skip
    lines = [f"{curie(d.draft)}: {_PAST[d.what]}" for d in done]
    lines += [f"{curie(_iri(r.decision.draft))}: decided before: {r.why}" for r in before]
    lines += [f"{curie(_iri(r.decision.draft))}: refused: {r.why}" + (f" {r.hint}" if r.hint else "") for r in wrong]
    verb = "would be carried out" if dry else "carried out"
    lines.append(f"{len(decisions)} decisions: {len(done)} {verb}, {len(before)} before, {len(wrong)} refused.")
    show(fmt, value, lambda: "".join(f"{terminal(line)}\n" for line in lines), lambda: ((), ()))
    return 1 if wrong else 0


_PAST = {"accept": "accepted", "reject": "rejected", "merge": "merged", "rewrite": "rewritten"}


# ---------------------------------------------------------------------- showing drafts


def _value(draft: Draft) -> dict[str, Any]:
    """A draft for programs."""
    return {
        "draft": f"c:{draft.claim.id}", "digest": draft.digest, "document": draft.claim.document.id,
        "summary": draft.claim.summary, "proposed": draft.proposed.id, "speaker": [s.id for s in draft.claim.speakers],
        "content": [list(row) for row in draft.content], "fields": dict(draft.fields), "reasons": list(draft.reasons),
        "passages": [
            {"paragraph": w.paragraph, "start": s, "end": e, "words": w.text[s - w.start : e - w.start]}
            for w in draft.words for s, e in w.marks
        ],
        "new": [n._asdict() for n in draft.new], "missing": list(draft.missing),
        "same": [{"claim": c.id, "summary": c.summary} for c in draft.same],
    }  # fmt: skip


def _list(drafts: Sequence[Draft]) -> str:
    """One line a draft, by document."""
    lines, last = [], ""
    for d in drafts:
        if d.claim.document.id != last:
            last = d.claim.document.id
            count = sum(e.claim.document.id == last for e in drafts)
            lines.append(f"{last}: {count} draft{'s' * (count != 1)}")
        speakers = ", ".join(s.label for s in d.claim.speakers)
        lines.append(
            f"  {d.claim.id}  {d.proposed.label}  {speakers}: {d.claim.summary}{'  (unfinished)' * bool(d.missing)}"
        )
    lines.append("" if drafts else "No drafts wait for review: kg draft DOC makes some.")
    return "".join(f"{terminal(line)}\n" for line in lines if line)


def _page(graph: Graph, queue: Queue, names: Sequence[str], path: str) -> int:
    """Write the page of some drafts."""
    from kg.show.review_page import review_html
    from kg.text.files import save_text

    drafts = [queue.draft(n) for n in names]
    if not drafts:
        put("No drafts wait for review: kg draft DOC makes some.\n")
        return 1
    documents = {d.claim.document.iri: d.claim.document for d in drafts}
    texts = {d.id: queue.text(d) or "" for d in documents.values()}
    save_text(path, review_html(drafts, texts))
    say(f"{path}: {len(drafts)} drafts. What is decided there is saved as a file: kg review --apply FILE")
    return 0
