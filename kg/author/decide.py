"""What a reviewer decides about drafts, carried out in the texts: all good decisions are one change.

An accepted draft keeps its id: whoever cites it, drafts again or reviews it on another branch finds the same claim. A
draft that becomes no claim of its own leaves its id with the document, so that it is not drafted again.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kg.ask.claims import Reader
from kg.ask.vocabulary import Vocabulary
from kg.author.coder import Coder, Told, hasher
from kg.author.file import FactsFile, read_claim
from kg.author.known import known, sure
from kg.author.naming import Naming, New
from kg.author.review import SIDES, digest_of, drafts_of, fields_of, home_of, missing, things_of, users
from kg.author.statement import Asked
from kg.author.trig import Writer, name_of
from kg.compile.proposal import Change, digest, read
from kg.errors import KgError, NotFound, Unclear, WrongCall
from kg.text.terms import CLAIM, ID, STANCE_DRAFT, VOCAB, br, curie, expand, local
from kg.values.candidate import Candidate, Thing
from kg.values.claims import Literal, Node
from kg.values.drafts import Decision, Newcomer, Refusal
from kg.workspace import Workspace

WHAT = ("accept", "reject", "merge", "rewrite")
_CODING = br("coding")
#: Fields of what a claim says; whoever changes one has all of it read anew.
_ASKED = ("about", "what", "value", "to", "on", "unit")
#: Fields of the claim itself.
_TOLD = ("stance", "by", "negated", "held-by", "certainty", "summary", "note", "quote", "context", "stated-on",
         "valid-from", "valid-until")  # fmt: skip
FIELDS = (*_ASKED, *_TOLD)
_MANY = ("about", "value", "to", "held_by", "quote", "context")


class Desk:
    """Decisions on their way into the texts. ``reviewer``: who decides, by name; ``today``: as an ISO day."""

    def __init__(
        self, workspace: Workspace, reader: Reader, vocabulary: Vocabulary, reviewer: str, today: str = ""
    ) -> None:
        self._workspace, self._reader, self._vocabulary = workspace, reader, vocabulary
        self._reviewer, self._today = reviewer, today or datetime.date.today().isoformat()
        self._drafts = drafts_of(reader)
        self._files: dict[str, FactsFile] = {}
        self._based: dict[str, str] = {}
        self._gone: set[str] = set()

    def decide(self, decisions: Iterable[Decision]) -> tuple[Change, list[Decision], list[Refusal]]:
        """The change that carries out what can be, which decisions those are, and why the others cannot."""
        done: list[Decision] = []
        refused: list[Refusal] = []
        seen = set[str]()
        for decision in decisions:
            kept = dict(self._files)
            try:
                draft = self._draft(decision)
                if draft in seen:
                    raise WrongCall("It is decided about twice; the first decision counts.")
                self._carry_out(draft, decision)
                seen.add(draft)
                done.append(replace(decision, draft=draft))
            except _Done as error:
                refused.append(Refusal(decision, error.message, done=True))
            except KgError as error:
                self._files = kept
                more = (error.part, error.text, error.choices) if isinstance(error, Unclear) else ()
                refused.append(Refusal(decision, error.message, error.hint, False, *more))
        return self._change(done), done, refused

    def _change(self, done: Sequence[Decision]) -> Change:
        counts = {w: sum(d.what == w for d in done) for w in WHAT}
        names = {"accept": "accepted", "reject": "rejected", "merge": "merged", "rewrite": "rewritten"}
        told = ", ".join(f"{n} {names[w]}" for w, n in counts.items() if n)
        why = f"review: {curie(done[0].draft)} {names[done[0].what]}" if len(done) == 1 else f"review: {told}"
        texts: dict[str, bytes | None] = {n: f.text.encode() for n, f in self._files.items()}
        return Change(why, texts, self._based)

    def _draft(self, decision: Decision) -> str:
        """The IRI of the draft that is meant. Raises _Done, NotFound, WrongCall."""
        iri = expand(decision.draft) or CLAIM + decision.draft
        if decision.what not in WHAT:
            raise WrongCall(f"‘{decision.what}’ is no decision.", f"One of {', '.join(WHAT[:3])}.")
        if iri not in self._drafts:
            if self._reader.view.has(iri):
                raise _Done(f"{curie(iri)} is a claim already.")
            if self._reader.view.subjects(br("rejectedDraft"), Literal(local(iri))):
                raise _Done(f"{curie(iri)} was rejected or merged before.")
            raise NotFound(f"There is no draft {decision.draft}.", (), "kg review --list shows them.")
        if decision.digest and decision.digest != digest_of(self._file(home_of(self._reader, iri)), iri):
            raise WrongCall(
                f"{curie(iri)} is not what was reviewed: its text has changed since.", "Review it once more."
            )
        return iri

    def _carry_out(self, draft: str, decision: Decision) -> None:
        home = home_of(self._reader, draft)
        if decision.what == "rewrite":
            return self._rewrite(home, draft, decision.changes.get("trig", ""))
        if decision.what == "reject":
            return self._take_away(home, draft)
        if decision.what == "merge" and self._absorbed(home, draft, decision.into):
            return None
        self._accept(home, draft, decision)
        return None

    # ------------------------------------------------------------------ accepting

    def _accept(self, home: str, draft: str, decision: Decision) -> None:
        """Make a claim of a draft, with what is changed in it. Raises Unclear, WrongCall."""
        new = {k: v for k, v in decision.new.items() if not k.startswith("e:")}
        naming = Naming(self._reader, self._vocabulary, {k: New(v.kind, v.side) for k, v in new.items()})
        coder = Coder(self._workspace, self._reader, naming)
        before = self._file(home).claim(draft)
        proposed = next((str(o) for p, o in before.said if p == br("proposedStance")), VOCAB + "stance/stated")
        claim = before._replace(
            stance=proposed, reasons=(), said=tuple((p, o) for p, o in before.said if p != br("proposedStance"))
        )
        claim = self._amended(coder, claim, decision.changes)
        lacking = missing(claim)
        if lacking:
            raise Unclear(" ".join(lacking), "Edit it, or reject it.", "summary" if claim.content else "about")
        if decision.what == "merge":
            claim = claim._replace(said=(*claim.said, (br("corroborates"), self._other(decision.into))))
        coding, needed = self._coding(home, claim.document)
        claim = claim._replace(said=(*claim.said, (_CODING, coding)))
        text = coder.source(local(claim.document)).text or ""
        file = self._file(home).with_claim(claim, hasher(text))
        self._files[home] = file.with_things([*coder.needed([claim]), *needed])
        self._describe(home, {k: v for k, v in decision.new.items() if k.startswith("e:")}, naming)
        self._forsake(home, [t for t in things_of(before) if t not in things_of(claim)], draft)

    def _amended(self, coder: Coder, claim: Candidate, changes: Mapping[str, str]) -> Candidate:
        unknown = [k for k in changes if k not in FIELDS]
        if unknown:
            raise WrongCall(f"‘{unknown[0]}’ is no field of a claim.", f"There are {', '.join(FIELDS)}.")
        old = fields_of(claim)
        given = {k.replace("-", "_"): v for k, v in changes.items() if v != old.get(k, "")}
        if not given:
            return claim
        asked = None
        if any(k in _ASKED for k in given):
            now = {k: _several(k, given.get(k, old.get(k, ""))) for k in _ASKED}
            asked = Asked(**now)  # type: ignore[arg-type]
        rest = {k: _several(k, v) for k, v in given.items() if k not in _ASKED}
        if "negated" in rest:
            rest["negated"] = str(rest["negated"]).lower() in ("yes", "true", "1")
        told = Told(local(claim.document), rest.pop("quote", ()), asked or Asked((), ""), **rest)  # type: ignore[arg-type]
        parts = {*(k for k in given if k not in _ASKED), *(("asked",) if asked else ())}
        return coder.amended(claim, told, parts)

    def _coding(self, home: str, document: str) -> tuple[str, list[Thing]]:
        """The entry of this review, and what of it and of the reviewer the file lacks."""
        if not self._reviewer:
            raise WrongCall("Who reviews? That stands with each claim.", "--reviewer NAME, or git config user.name.")
        match = sure(known(self._reader, self._reviewer))
        person = match.iri if match else f"{ID}{name_of(self._reviewer) or 'reviewer'}"
        iri = f"{ID}{local(document)}-review-{local(person).lower()}-{self._today}"
        entries = {e for f in self._files.values() for e in f.entries}
        things = []
        if not match and person not in entries:
            aside = (br("noSide"), Literal("Reviews drafts here.", "en"))
            things.append(Thing(person, br("Person"), Literal(self._reviewer, "en"), said=(aside,)))
        if iri not in entries:
            label = Literal(f"review by {self._reviewer}, {self._today}", "en")
            method = VOCAB + "coding-method/drafted-and-checked"
            said: tuple[tuple[str, Node], ...] = (
                (br("codedBy"), person), (br("codedOn"), Literal(self._today)), (br("codingMethod"), method),
            )  # fmt: skip
            things.append(Thing(iri, br("Coding"), label, said=said))
        return iri, things

    def _describe(self, home: str, new: Mapping[str, Newcomer], naming: Naming) -> None:
        """Give new things the name, class and side that the reviewer knows."""
        for name, told in new.items():
            iri = expand(name) or name
            file = self._file(home)
            old = next(iter(file.things([iri])), None)
            if old is None:
                raise NotFound(f"{name} is not described in {home}.", (), "kg rename and kg merge mend other things.")
            kind = naming.kind(told.kind) if told.kind else old.kind
            label = Literal(told.label, old.label.lang or "en") if told.label else old.label
            said = tuple(s for s in old.said if not told.side or s[0] not in map(br, SIDES))
            if told.side:
                said = (*said, naming.side(kind, told.side))
            thing = Thing(iri, kind, label, old.also, said)
            if thing != old:
                self._files[home] = file.without_things([iri]).with_things([thing])

    # ------------------------------------------------------------------ merging, rejecting, rewriting

    def _other(self, name: str) -> str:
        """The claim to merge with. Raises WrongCall."""
        iri = expand(name) or CLAIM + name
        if not name or iri in self._drafts or not self._reader.view.has(iri):
            raise WrongCall(f"‘{name}’ is no claim to merge with." if name else "Merge with which claim?",
                            "Name a claim that is no draft.")  # fmt: skip
        return iri

    def _absorbed(self, home: str, draft: str, into: str) -> bool:
        """Whether a claim of the same speaker in the same document has taken a draft's passages over."""
        mine, other = self._file(home).claim(draft), self._reader.claim(self._other(into))
        if other.document.iri != mine.document or curie(mine.speaker) not in {s.id for s in other.speakers}:
            return False
        there = {(p.start, p.end) for p in other.passages}
        spans = [s for s in mine.passages if (s.start, s.end) not in there]
        file = home_of(self._reader, other.iri)
        if spans:
            source = Coder(self._workspace, self._reader, Naming(self._reader, self._vocabulary)).source(
                local(mine.document)
            )
            self._files[file] = self._file(file).with_passages(other.iri, spans, hasher(source.text or ""))
        self._take_away(home, draft)
        return True

    def _take_away(self, home: str, draft: str) -> None:
        """Leave of a draft its id alone, and nothing of what only it needed."""
        candidate = self._file(home).claim(draft)
        writer = Writer()
        line = writer.statement(candidate.document, [[(br("rejectedDraft"), [Literal(local(draft))])]])
        self._files[home] = self._file(home).rewritten(draft, line)
        self._gone.add(draft)
        self._forsake(home, things_of(candidate), draft)

    def _forsake(self, home: str, things: Sequence[str], draft: str) -> None:
        """Take out the entries of things that only a draft spoke of."""
        entries = set(self._file(home).entries)
        todo, gone = [t for t in things if t in entries], set[str]()
        while todo:
            thing = todo.pop()
            if thing in gone or not users(self._reader, thing) <= {draft, *self._gone, *gone}:
                continue
            gone.add(thing)
            rests = [o for t in self._file(home).things([thing]) for _, o in t.said if isinstance(o, str)]
            todo += [r for r in rests if r in entries]
        if gone:
            self._files[home] = self._file(home).without_things(gone)
            self._gone |= gone

    def _rewrite(self, home: str, draft: str, text: str) -> None:
        """Put the text of a person in the place of a draft's, which stays one."""
        file = self._file(home)
        found = read_claim(file.head + text, draft)
        if found.stance != STANCE_DRAFT:
            raise WrongCall("It is to stay a draft: br:stance stance:draft.", "Accept it when it is right.")
        self._files[home] = file.rewritten(draft, text)

    # ------------------------------------------------------------------ files

    def _file(self, name: str) -> FactsFile:
        if name not in self._files:
            data = read(self._workspace, name)
            self._files[name] = FactsFile((data or b"").decode("utf-8", "replace"))
            self._based[name] = digest(data)
        return self._files[name]


class _Done(KgError):
    """Decided before: nothing to do, and nothing wrong."""


def _several(name: str, text: str) -> object:
    """A field as ``Told`` and ``Asked`` take it."""
    if name not in _MANY:
        return text
    parts = text.split("\n") if name in ("quote", "context") else [text]
    return tuple(p for p in parts if p.strip())
