"""Rows of a sheet → claims. Every row has an outcome: written, changed, there already, or refused with its reason.

A name or term means the same in all rows, so it is asked about once, and an answer holds for the rows before it too.
Nobody looks at each row while it is read; so nothing but an id or a whole name is taken for a thing unasked.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from kg.ask.claims import Reader
from kg.ask.vocabulary import Vocabulary
from kg.author.coder import Coded, Coder, Told
from kg.author.column import BY_PART, EXAMPLE, Heads, parts_of
from kg.author.day import read_date
from kg.author.naming import Naming, New
from kg.author.sheet import Line, Sheet, whole_number
from kg.author.source import Given, Intake
from kg.author.statement import Asked
from kg.compile.proposal import Change
from kg.errors import KgError, Unclear, UnknownName, WorldError, WrongCall
from kg.tables.lines import Problem
from kg.text.names import fold
from kg.text.terms import CLAIM, expand, local
from kg.values.claims import Document
from kg.values.findings import Finding
from kg.workspace import Workspace

#: What can become of a row.
STATES = ("written", "changed", "there", "refused")
_YES, _NO = ("yes", "y", "true", "1", "x", "да", "예", "네"), ("no", "n", "false", "0", "нет", "아니오", "아니요")
_OF_DOCUMENT = ("title", "issued", "publisher", "author", "file")
#: What an address is asked about in the columns of the sheet, by its name in the intake.
_GIVEN = {"title": "title", "issued": "issued", "publisher": "publisher", "author": "by"}

Ask = Callable[[Unclear], str]


class Outcome(NamedTuple):
    """What became of a row. ``column``: the head of the one at fault, if one is; ``hint``: what to do about it."""

    row: int
    state: str
    claim: str = ""
    column: str = ""
    value: str = ""
    reason: str = ""
    hint: str = ""
    told: tuple[str, ...] = ()


class Matched(NamedTuple):
    """What a text of the sheet was taken for, how (id, name, told, new; or term), and in how many rows."""

    text: str
    id: str
    label: str
    how: str
    rows: int


class _Ready(NamedTuple):
    coded: Coded
    old: str = ""


class Batch:
    """Codes the rows of one sheet."""

    def __init__(
        self, workspace: Workspace, reader: Reader, vocabulary: Vocabulary, sheet: Sheet, folder: str, *,
        lang: str = "en", new: Mapping[str, New] | None = None, doc: str = "", ask: Ask | None = None,
    ) -> None:  # fmt: skip
        """``folder``: where files that rows name lie; ``doc``: of rows that name none; ``new``: of names in none."""
        self._reader, self._sheet, self._folder, self._doc, self._ask = reader, sheet, folder, doc, ask
        self._heads: Heads = sheet.heads
        self._new = dict(new or {})
        self.naming = Naming(reader, vocabulary, self._new, lang, strict=True)
        self.coder = Coder(workspace, reader, self.naming, lang)
        self.intake = Intake(workspace, reader, date.today())
        self.outcomes: list[Outcome] = []
        self.lines: list[Line] = []
        #: What terms mean that the ontology does not have, as the sheet or a person says.
        self.terms = {fold(t): said.get("id", "") for t, said in sheet.terms.items() if said.get("id")}
        self._term_texts = {fold(t): t for t in sheet.terms}
        #: What the sheet or a person says that names are, as the tab of names has it.
        self.names = dict(sheet.names)
        self._asked: set[tuple[str, str]] = set()
        self._uses: Counter[str] = Counter()
        self._ready: dict[int, _Ready] = {}
        self._row_of: dict[str, int] = {}
        self._of_address: dict[str, str | Problem] = {}

    def read(self) -> list[Outcome]:
        """The outcome of every row, in order. Raises WrongCall for what the tabs say and nobody understands."""
        self._settle()
        lines = self.lines = [line for line in self._sheet.lines if not _is_example(line)]
        self._documents(lines)
        self.coder.bring(self.intake.documents.values(), self.intake.things, self.intake.texts)
        found = self._all(lines)
        while True:  # a name that a later row explains, and that an earlier one uses
            waiting = [line for line in lines if found[line.number].state == "waiting"]
            known = len(self.naming.things)
            found |= self._all(waiting)
            if not waiting or len(self.naming.things) == known:
                break
        self.outcomes = [self._final(found[line.number]) for line in lines]
        return self.outcomes

    def matched(self) -> list[Matched]:
        """What names were taken for, in the rows that were not refused."""
        found = []
        for text, rows in sorted(self._uses.items(), key=lambda use: (-use[1], use[0])):
            meant = self.naming.meaning(text)
            if meant:
                found.append(Matched(text, local(meant.iri), meant.label, meant.how, rows))
        return found

    def doubtful(self, kind: str) -> dict[str, Outcome]:
        """The names or terms that nobody has explained, each with the first row that uses it."""
        return {o.value: o for o in reversed(self.outcomes) if o.state == "refused" and o.told == (kind,)}

    @property
    def term_answers(self) -> dict[str, str]:
        """What the sheet or a person says that unknown terms are, by their texts."""
        return {self._term_texts[key]: name for key, name in self.terms.items()}

    def change(self, why: str) -> Change:
        """All that is new, and the documents that it needs. Claims that are changed go from their places."""
        ready = [self._ready[o.row] for o in self.outcomes if o.state in STATES[:2]]
        return self.coder.change([r.coded.claim for r in ready], why, {r.old for r in ready if r.old})

    def refuse(self, findings: Iterable[Finding]) -> bool:
        """Refuse the rows whose claims do not pass their checks; False where a finding is of none of them."""
        row_of = {self._ready[o.row].coded.claim.claim: o.row for o in self.outcomes if o.state in STATES[:2]}
        failed: dict[int, Finding] = {}
        for finding in findings:
            focus = expand(finding.focus) or finding.focus
            named = [CLAIM + n for n in re.findall(r"\bc:([\w.-]*\w)", finding.message)]
            rows = [row_of[n] for n in (finding.graph, focus, *named) if n in row_of]
            rows = rows or self._naming_rows(focus)
            if not rows:
                return False
            for row in rows:
                failed.setdefault(row, finding)
        self.outcomes = [
            Outcome(o.row, "refused", reason=failed[o.row].message, hint=failed[o.row].hint) if o.row in failed else o
            for o in self.outcomes
        ]
        return bool(failed)

    def _naming_rows(self, thing: str) -> list[int]:
        """The rows whose claims speak of a thing: what is wrong with it is wrong with them."""
        rows = [o.row for o in self.outcomes if o.state in STATES[:2]]
        return [r for r in rows if any(thing in (s, o) for s, _, o in self._ready[r].coded.claim.content)]

    # ------------------------------------------------------------------ names and documents

    def _settle(self) -> None:
        """Take over what the tab of names says. An id goes first, since what is new may need it."""
        for text, said in sorted(self._sheet.names.items(), key=lambda item: not item[1].get("id")):
            if said.get("id"):
                self.naming.settle(text, said["id"])
            elif said.get("kind"):
                also = tuple(filter(None, map(str.strip, said.get("also", "").split(";"))))
                self.naming.settle(text, New(said["kind"], said.get("side", ""), "", also))

    def _documents(self, lines: Iterable[Line]) -> None:
        """An entry for each address, or id with a title or file, that no document has yet."""
        rows: dict[str, dict[str, dict[str, int]]] = {}
        for line in lines:
            if line.problem:
                continue
            key = line.cells.get("url") or line.cells.get("doc", "")
            said = rows.setdefault(key, {}) if key else {}
            for part in (*_OF_DOCUMENT, "doc", "url"):
                if line.cells.get(part):
                    said.setdefault(part, {}).setdefault(line.cells[part], line.number)
        for key, said in rows.items():
            self._of_address[key] = self._document(key, said)

    def _document(self, key: str, said: dict[str, dict[str, int]]) -> str | Problem:
        """The id of the document that rows name, brought in where it is new."""
        for part, values in said.items():
            if len({fold(v) for v in values}) > 1:
                two = " and ".join(f"‘{value}’ (row {row})" for value, row in list(values.items())[:2])
                return Problem(part, f"rows say {self._heads.head(part)} {two} of one document, {key}")
        first = {part: next(iter(values)) for part, values in said.items()}
        name, address = first.get("doc", ""), first.get("url", "")
        there = self._known(name, address)
        if isinstance(there, Document):
            return self._agrees(there, first)
        if there or not (address or first.get("title") or first.get("file")):
            return there or name  # an unknown document without anything to make one of: the coder says so
        try:
            return self._brought(first, name, address).id
        except KgError as error:
            return Problem("doc" if name else "url", f"{error.message} {error.hint}".strip())

    def _known(self, name: str, address: str) -> Document | Problem | None:
        if name:
            try:
                return self.coder.source(name).document
            except WorldError as error:
                return Problem("doc", f"{error.message} {error.hint}")
            except WrongCall:
                return None
        same = [d for d in self.coder.documents if d.address == address]
        if len(same) > 1:
            ids = ", ".join(d.id for d in same)
            return Problem(
                "url", f"several documents have this address: {ids}; name one in ‘{self._heads.head('doc')}’"
            )
        return same[0] if same else None

    def _agrees(self, document: Document, first: Mapping[str, str]) -> str | Problem:
        """The id of a document that is there, unless the sheet says otherwise of it."""
        if first.get("title") and fold(first["title"]) != fold(document.title):
            return Problem("title", f"d:{document.id} has another title: ‘{document.title}’")
        if first.get("issued") and document.issued and read_date(first["issued"]) != document.issued:
            return Problem("issued", f"d:{document.id} came out on {document.issued}")
        return document.id

    def _brought(self, first: Mapping[str, str], name: str, address: str) -> Document:
        values = {new: first.get(part, "") for part, new in _GIVEN.items()} | {"url": address, "name": name}
        if values["issued"]:
            values["issued"] = read_date(values["issued"])
        given = Given(**values)
        if not first.get("file"):
            if name and not address:
                raise WrongCall(f"No document is called ‘{name}’.", "Give its address, or a file with its text.")
            outcome = self.intake.cite(given)
        else:
            path = os.path.join(self._folder, first["file"])
            try:
                with open(path, "rb") as file:
                    data = file.read()
            except OSError as error:
                raise WorldError(f"{path} cannot be read: {error.strerror or error}.") from error
            outcome = self.intake.add(path, data, given)
        return self.intake.documents.get(outcome.id) or self.coder.source(outcome.id).document

    # ------------------------------------------------------------------ rows

    def _all(self, lines: Sequence[Line]) -> dict[int, Outcome]:
        return {line.number: self._row(line) for line in lines}

    def _row(self, line: Line) -> Outcome:
        """The outcome of a row. A name or term that is not known is asked about where somebody can answer."""
        if line.problem:
            return Outcome(line.number, "refused", reason=line.problem.message, hint="Mend the row.")
        while True:
            try:
                return self._coded(line.number, line.cells)
            except Unclear as error:
                if not self._is_answered(error):
                    return self._refused(line, error)
            except KgError as error:
                return Outcome(line.number, "refused", reason=error.message, hint=error.hint)

    def _is_answered(self, error: Unclear) -> bool:
        """Whether somebody says what a name or term is; each is asked about once."""
        about = "name" if isinstance(error, UnknownName) else error.part
        if not self._ask or (about, error.text) in self._asked or about not in ("name", "what") or not error.text:
            return False
        self._asked.add((about, error.text))
        while answer := self._ask(error):
            try:
                if about == "what":
                    self.terms[fold(error.text)], self._term_texts[fold(error.text)] = answer, error.text
                else:
                    new = told_new(answer)
                    self.naming.settle(error.text, new or answer, error.part)
                    self.names[error.text] = {"kind": new.kind, "side": new.side} if new else {"id": answer}
                return True
            except Unclear as again:
                error = type(again)(again.message, again.hint, error.part, error.text, again.choices)
        return False

    def _coded(self, number: int, cells: Mapping[str, str]) -> Outcome:
        self.naming.asked.clear()
        kind = cells.get("new", "")
        self.naming.unlisted(New(kind, cells.get("side", "")) if kind else self._new.get(""))
        if cells.get("side") and not kind:
            raise Unclear("There is a side, but nothing new.", "Say what is new.", "new")
        coded = self.coder.code(self._told(cells))
        self._uses.update(self.naming.asked)
        return self._placed(number, cells, coded)

    def _placed(self, number: int, cells: Mapping[str, str], coded: Coded) -> Outcome:
        """What a claim is to those that are there: new, one of them, or one of them told otherwise."""
        name = coded.claim.claim
        self._ready[number] = _Ready(coded)
        same = self._row_of.setdefault(name, number)
        told = cells.get("id", "")
        old = (expand(told) or CLAIM + told) if told else ""
        if same != number:
            return Outcome(number, "there", local(name), told=(f"the same as row {same}",))
        if old and old != name:
            if self.coder.file_holding(old) is None:
                message = f"No claim {told} stands in the file of its document."
                raise Unclear(message, "Leave it empty for a new claim.", "id", told)
            self._ready[number] = _Ready(coded, old)
            return Outcome(number, "changed", local(name), told=(f"instead of {local(old)}", *_remarks(coded)))
        if self.coder.is_there(coded.claim):
            return Outcome(number, "there", local(name))
        return Outcome(number, "written", local(name), told=_remarks(coded))

    def _told(self, cells: Mapping[str, str]) -> Told:
        def several(part: str) -> tuple[str, ...]:
            return tuple(parts_of(BY_PART[part], cells.get(part, "")))

        def text(part: str) -> str:
            return " ".join(cells.get(part, "").split())

        pairs = [self._pair(p) for p in several("and")]
        what = text("what")
        asked = Asked(
            several("about"), self.terms.get(fold(what), what), several("value"), several("to"), text("on"),
            text("unit"), tuple(pairs), text("as"),
        )  # fmt: skip
        links = tuple((kind, name) for kind in ("against", "agrees", "instead") for name in several(kind))
        doc = self._doc_of(cells)
        return Told(
            doc, self._words(doc, "quote", cells), asked, text("by"), text("stance").lower(),
            self._truth("negated", cells), several("held-by"), self._words(doc, "context", cells),
            self._number("paragraph", cells), self._number("page", cells), None, text("section"), text("summary"),
            cells.get("note", ""), text("certainty").lower(), text("stated-on"), text("valid-from"),
            text("valid-until"), links, self._truth("inferred", cells),
        )  # fmt: skip

    def _doc_of(self, cells: Mapping[str, str]) -> str:
        key = cells.get("url") or cells.get("doc", "")
        found = self._of_address.get(key, self._doc) if key else self._doc
        if isinstance(found, Problem):
            raise Unclear(found.message[:1].upper() + found.message[1:] + ".", "", found.reason, key)
        return found

    def _words(self, doc: str, part: str, cells: Mapping[str, str]) -> tuple[str, ...]:
        """The passages of a cell: one, unless its lines stand in several places."""
        whole = cells.get(part, "")
        lines = tuple(filter(None, map(str.strip, whole.split("\n"))))
        if len(lines) < 2 or not doc:
            return (whole,) if whole else ()
        return (whole,) if self.coder.stands(doc, whole) else lines

    def _truth(self, part: str, cells: Mapping[str, str]) -> bool:
        word = cells.get(part, "").strip().lower()
        if word and word not in _YES + _NO:
            raise Unclear(f"‘{word}’ is neither yes nor no.", "Write yes, or leave it empty.", part, word)
        return word in _YES

    def _number(self, part: str, cells: Mapping[str, str]) -> int | None:
        try:
            return whole_number(part, cells.get(part, ""))
        except WrongCall as error:
            raise Unclear(error.message, error.hint, part, cells[part]) from error

    def _pair(self, text: str) -> tuple[str, str]:
        name, equals, value = text.partition("=")
        if not equals or not value.strip():
            raise Unclear(f"‘{text}’ has no value.", "Such as location=Pyongyang.", "and", text)
        return name.strip(), value.strip()

    def _refused(self, line: Line, error: Unclear) -> Outcome:
        part = {"at": "quote"}.get(error.part, error.part)
        column = self._heads.head(part) if part else ""
        value = error.text or line.cells.get(part, "")
        kind = ("name",) if isinstance(error, UnknownName) else ("term",) if part == "what" and error.text else ()
        message, hint = self._worded(error.message), self._worded(error.hint)
        return Outcome(
            line.number, "waiting" if kind == ("name",) else "refused", "", column, value, message, hint, kind
        )

    def _worded(self, text: str) -> str:
        """A message with the columns of the sheet in the place of options."""
        for part in BY_PART:
            text = text.replace(f"--{part} ", f"‘{self._heads.head(part)}’ ")
        return text

    def _final(self, outcome: Outcome) -> Outcome:
        return outcome._replace(state="refused") if outcome.state == "waiting" else outcome


def told_new(answer: str) -> New | None:
    """What an answer such as “new person PRK” makes of a name; None for one that is a name itself."""
    first, _, rest = answer.partition(" ")
    kind, _, side = rest.strip().partition(" ")
    return New(kind, side.strip()) if first.lower() == "new" and kind else None


def _is_example(line: Line) -> bool:
    return line.cells.get("id", "").lower() == EXAMPLE


def _remarks(coded: Coded) -> tuple[str, ...]:
    unsaid = (f"its words do not name {', '.join(coded.missing)}",) if coded.missing else ()
    return (*coded.remarks, *unsaid)
