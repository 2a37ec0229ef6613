"""A sitting of review at a terminal: a draft, its passage, and one key."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from textwrap import wrap
from typing import TYPE_CHECKING

import click

from kg.cli.common import coloured, open_graph, width
from kg.errors import FactsBroken, KgError
from kg.text.escapes import terminal, terminal_lines

if TYPE_CHECKING:
    from kg.graph import Graph
    from kg.values.drafts import Decision, Draft, Newcomer, Refusal

_KEYS = """  a  accept it as it is           e  edit it, then accept
  r  reject it                    E  edit its text in $EDITOR
  s  skip it for now              n  name, kind and side of what is new
  m  merge it with a claim        u  undo the last decision
  b  back to the one before       q  quit; what is decided is written
"""
_PROMPTED = ("about", "what", "value", "unit", "on", "by", "stance", "negated", "held-by", "quote", "summary", "note")
_WIDEST = 100
#: Writes decisions: ``kg.cli.review.carry_out``.
CarryOut = Callable[..., tuple["list[Decision]", "list[Refusal]"]]
#: So often one edit is asked about.
_TRIES = 20


class Session:
    """One sitting. What is decided is written at once; what is skipped comes last."""

    def __init__(self, graph: Graph, document: str | None, reviewer: str, lang: str, carry_out: CarryOut) -> None:
        self._carry_out = carry_out
        self._graph, self._reviewer, self._lang = graph, reviewer, lang
        self._asked = document
        self._read()
        self._document = self._queue.document(document).iri if document else None
        self._skipped: list[str] = []
        self._visited: list[str] = []
        self._written: list[str] = []  # the numbers of the changes of this sitting
        self._accepted = self._decided = 0
        self._total = len(self._names())
        self._again: str | None = None
        self._news: dict[str, dict[str, Newcomer]] = {}

    def run(self) -> int:
        """Go through the drafts until none is left or somebody quits."""
        if not self._total:
            click.echo("No drafts wait for review: kg draft DOC makes some.")
            return 1
        while True:
            name = self._next()
            if name is None:
                break
            draft = self._queue.draft(name)
            self._show(draft)
            if not self._act(draft):
                break
        left = len(self._names())
        click.echo(f"\n{self._decided} decided, {self._accepted} of them accepted; {left} left.")
        return 0

    def _read(self) -> None:
        from kg.author.review import Queue

        self._queue = Queue(self._graph.workspace, self._graph.reader)

    def _names(self) -> list[str]:
        return self._queue.names(self._document)

    def _next(self) -> str | None:
        """The draft to show: the one asked for, else the first that is not skipped, else the first skipped one."""
        names = self._names()
        if self._again in names:
            return self._again
        self._again = None
        fresh = [n for n in names if n not in self._skipped]
        return fresh[0] if fresh else next((n for n in self._skipped if n in names), None)

    # ---------------------------------------------------------------- showing

    def _show(self, draft: Draft) -> None:
        room = min(width() or 80, _WIDEST) - 1
        progress = f"{min(self._decided + 1, self._total)} of {self._total}, {self._accepted} accepted"
        title = f"{draft.claim.document.id}, {draft.claim.id}"
        click.echo(f"\n{self._bold(terminal(title))}  {progress}" if len(title) + len(progress) + 2 <= room
                   else f"\n{self._bold(terminal(title))}\n{progress}")  # fmt: skip
        for words in draft.words:
            self._put(f"§ {words.paragraph}  ", self._marked(words.text, words.start, words.marks), room)
        for text in draft.context[:2]:
            self._put("context     ", text, room)
        self._put("claim       ", draft.claim.summary, room)
        for s, p, value in draft.content:
            self._put("  says      ", f"{s} — {p}: {value}", room)
        self._put("said by     ", ", ".join(s.label for s in draft.claim.speakers) or "nobody", room)
        negated = ", negated" if draft.claim.negated else ""
        self._put("stance      ", f"{draft.proposed.label}{negated}", room)
        for reason in draft.reasons:
            self._put("  why       ", reason, room)
        for new in self._new_of(draft):
            side = f", {new.side}" if new.side else ""
            self._put("new         ", f"{new.label} ({new.id}, {new.kind}{side})", room)
        for i, claim in enumerate(draft.same, 1):
            self._put("like it     ", f"{i}  {claim.id}: {claim.summary}", room)
        for text in draft.missing:
            self._put("lacks       ", text, room)

    def _marked(self, text: str, start: int, marks: Sequence[tuple[int, int]]) -> str:
        """A paragraph with its passages between marks, cut to their surroundings."""
        begin, end = marks[0][0] - start, marks[-1][1] - start
        out, at = [], 0
        for s, e in marks:
            out += [text[at : s - start], "»", text[s - start : e - start], "«"]
            at = e - start
        whole = "".join([*out, text[at:]])
        before, after = max(begin - 200, 0), min(end + 200 + 2 * len(marks), len(whole))
        return ("… " if before else "") + whole[before:after] + (" …" if after < len(whole) else "")

    def _put(self, head: str, text: str, room: int) -> None:
        lines = wrap(terminal(text), max(room - len(head), 20)) or [""]
        for i, line in enumerate(lines):
            click.echo((head if i == 0 else " " * len(head)) + line)

    def _bold(self, text: str) -> str:
        return f"\x1b[1m{text}\x1b[0m" if coloured() else text

    # ---------------------------------------------------------------- keys

    def _act(self, draft: Draft) -> bool:
        """Ask for a key and do what it says; False to stop."""
        while True:
            click.echo("[a]ccept [e]dit [r]eject [s]kip [m]erge [u]ndo [b]ack [?] [q]uit ", nl=False)
            try:
                key = _key()
            except (EOFError, KeyboardInterrupt):
                key = "q"
            click.echo(terminal(key) if key.isprintable() else "")
            if key in ("q", "\x04", "\x03"):
                return False
            try:
                if self._did(key, draft):
                    return True
            except FactsBroken as error:
                self._complain(error.findings[0].message if error.findings else error.message, "")
            except KgError as error:
                self._complain(error.message, error.hint)

    def _did(self, key: str, draft: Draft) -> bool:
        """Whether a key has brought about another thing to show."""
        name = draft.claim.iri
        if key == "a":
            return self._decide(self._decision(draft, "accept"))
        if key == "r":
            return self._decide(self._decision(draft, "reject"))
        if key == "e":
            return self._edit(draft)
        if key == "E":
            return self._edit_text(draft)
        if key == "n":
            return self._name(draft)
        if key == "m":
            return self._merge(draft)
        if key == "u":
            return self._undo()
        if key == "s":
            self._skipped = [*(n for n in self._skipped if n != name), name]
            self._visited.append(name)
            self._again = None
            return True
        if key == "b":
            return self._back()
        click.echo(_KEYS if key == "?" else "  ? shows what the keys do.")
        return False

    def _back(self) -> bool:
        names = self._names()
        while self._visited:
            self._again = self._visited.pop()
            if self._again in names:
                return True
        self._again = None
        click.echo("  Nothing before this one; u takes a decision back.")
        return False

    def _decision(self, draft: Draft, what: str, **more: object) -> Decision:
        from kg.values.drafts import Decision

        new = {n.id: n for n in self._news.get(draft.claim.iri, {}).values()}
        return Decision(draft.claim.iri, what, digest=draft.digest, **{"new": new, **more})  # type: ignore[arg-type]

    def _decide(self, decision: Decision) -> bool:
        """Write one decision. False, and why, when it cannot be carried out."""
        done, refused = self._carry_out(self._graph, [decision], self._reviewer)
        if not done:
            for refusal in refused:
                self._complain(refusal.why, refusal.hint)
            return False
        from kg.compile.proposal import last_change

        self._written.append(last_change(self._graph.workspace).undoes)
        if decision.what != "rewrite":
            self._decided += 1
            self._accepted += decision.what == "accept"
            self._visited.append(decision.draft)
            self._again = None
        self._reopen()
        return True

    def _undo(self) -> bool:
        """Take back the last decision of this sitting."""
        from kg.compile.apart import propose
        from kg.compile.proposal import last_change

        if not self._written:
            click.echo("  Nothing was decided yet; kg undo takes back what was written before.")
            return False
        change = last_change(self._graph.workspace)
        if change.undoes != self._written[-1]:
            click.echo("  Something else was written since; kg undo takes that back first.")
            return False
        before = set(self._names())
        propose(self._graph.workspace, change)
        self._written.pop()
        self._reopen()
        back = [n for n in self._names() if n not in before]
        if back:
            self._decided -= 1
            self._accepted -= "accepted" in change.why
            self._again = back[0]
        click.echo(f"  Taken back: {terminal(change.why)}")
        return True

    def _reopen(self) -> None:
        self._graph = open_graph(self._graph.workspace.root, self._lang)
        self._read()

    def _complain(self, message: str, hint: str) -> None:
        click.echo(f"  {terminal_lines(message, '  ')}")
        if hint:
            click.echo(f"    {terminal_lines(hint, '    ')}")

    # ---------------------------------------------------------------- editing

    def _edit(self, draft: Draft) -> bool:
        """Ask for each field, the old text given, until it is a claim or somebody gives up."""
        click.echo("  Enter keeps a field as it is; Ctrl-D leaves the draft alone.")
        fields = {name: draft.fields.get(name, "") for name in _PROMPTED}
        changes: dict[str, str] = {}
        news = dict(self._news.get(draft.claim.iri, {}))
        asked: Sequence[str] = _PROMPTED
        for _ in range(_TRIES):
            for name in asked:
                answer = _line(f"  {name}: ", changes.get(name, fields.get(name, "")))
                if answer is None:
                    click.echo("\n  Left as it was.")
                    return False
                changes[name] = answer
            told = {k: v for k, v in changes.items() if v != fields.get(k, "")}
            new = {n.id: n for n in news.values()}
            done, refused = self._carry_out(
                self._graph, [self._decision(draft, "accept", changes=told, new=new)], self._reviewer, dry=True
            )
            if done:
                return self._decide(done[0])
            part = self._explain(refused[0])
            if part is None:
                return False
            text = changes.get(part, "")
            asked = [part] if not self._made(text, part, refused[0], news) else []
        return False

    def _explain(self, refusal: Refusal) -> str | None:
        """Tell what is wrong with an edit; which field to ask for again."""
        self._complain(refusal.why, "" if refusal.choices else refusal.hint)
        for name, label in refusal.choices[:9]:
            click.echo(f"    {terminal(name)}  {terminal(label)}")
        part = {"held_by": "held-by", "and": "what"}.get(refusal.part, refusal.part)
        return part if part in _PROMPTED else None

    def _made(self, text: str, part: str, refusal: Refusal, news: dict[str, Newcomer]) -> bool:
        """Whether an unknown name became a new thing: its kind was given."""
        from kg.values.drafts import Newcomer

        if part not in ("about", "value", "by", "held-by") or "called" not in refusal.why:
            return False
        unknown = refusal.text or text
        kind = _line(f"  new? kind of ‘{unknown}’ (person, place …; empty: another name): ", "")
        if not kind:
            return False
        side = _line("  side (a state; empty: none): ", "") or ""
        news[unknown] = Newcomer(unknown, unknown, kind, side)
        return True

    def _edit_text(self, draft: Draft) -> bool:
        """Hand the TriG of a draft to an editor; it stays a draft."""
        from kg.author.review import home_of

        home = home_of(self._graph.reader, draft.claim.iri)
        old = self._queue.file(home).statements(draft.claim.iri)
        new = click.edit(old, extension=".trig", require_save=False, editor=os.environ.get("EDITOR"))
        if new is None or new.strip() == old.strip():
            click.echo("  Nothing was changed.")
            return False
        self._again = draft.claim.iri
        return self._decide(self._decision(draft, "rewrite", changes={"trig": new}))

    def _name(self, draft: Draft) -> bool:
        """Ask for the name, class and side of each new thing."""
        from kg.values.drafts import Newcomer

        if not draft.new:
            click.echo("  It brings in nothing new.")
            return False
        known: dict[str, Newcomer] = {}
        for new in self._new_of(draft):
            answers = [_line(f"  {new.id} {part}: ", old) for part, old in
                       (("name", new.label), ("kind", new.kind), ("side", new.side))]  # fmt: skip
            if None in answers:
                return False
            known[new.id] = Newcomer(new.id, *(a or "" for a in answers))
        self._news[draft.claim.iri] = known
        self._again = draft.claim.iri
        return True

    def _new_of(self, draft: Draft) -> list[Newcomer]:
        told = self._news.get(draft.claim.iri, {})
        return [told.get(n.id, n) for n in draft.new]

    def _merge(self, draft: Draft) -> bool:
        answer = _line("  merge with (number above, or id of a claim): ", "1" if len(draft.same) == 1 else "")
        if not answer:
            return False
        if answer.isdigit() and 1 <= int(answer) <= len(draft.same):
            answer = draft.same[int(answer) - 1].id
        return self._decide(self._decision(draft, "merge", into=answer))


def _key() -> str:
    """One key; those that were pressed while a decision was written are not lost, as ``click.getchar`` has it."""
    if sys.platform == "win32":
        return click.getchar()
    import termios
    import tty

    before = termios.tcgetattr(sys.stdin)
    try:
        tty.setraw(sys.stdin, termios.TCSADRAIN)
        found = os.read(sys.stdin.fileno(), 1)
        while found and found[0] >= 0xC0 and len(found) < 2 + (found[0] >= 0xE0) + (found[0] >= 0xF0):
            found += os.read(sys.stdin.fileno(), 1)
    finally:
        termios.tcsetattr(sys.stdin, termios.TCSADRAIN, before)
    return found.decode("utf-8", "replace") or "q"


def _line(prompt: str, text: str) -> str | None:
    """A line that somebody types, begun with a text; None for Ctrl-D or Ctrl-C."""
    try:
        if sys.platform == "win32":  # which cannot begin a line for somebody
            return input(f"{prompt}[{text}] " if text else prompt).strip() or text
        import readline

        readline.set_startup_hook(lambda: readline.insert_text(text))
        try:
            return input(prompt).strip()
        finally:
            readline.set_startup_hook(None)
    except (EOFError, KeyboardInterrupt):
        return None
