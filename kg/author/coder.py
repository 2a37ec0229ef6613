"""A claim out of the words of a person: the quote finds its place, names their things, and the text of the file grows.

What is told may come from a command line, from a row of a sheet or from a model; all of it passes through here, so one
quote is found one way, and one id is made one way.
"""

from __future__ import annotations

import hashlib
from base64 import b32encode
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from kg.ask.claims import Reader, document_iri
from kg.author.day import read_date
from kg.author.figure import Figure, figures
from kg.author.file import FactsFile
from kg.author.kept import text_of
from kg.author.naming import Naming
from kg.author.quote import Found, Place, find_quote
from kg.author.statement import BLANK, Asked, Statement, Statements
from kg.base.catalogue import catalogue
from kg.compile.proposal import Change, digest, read
from kg.errors import KgError, NotFound, Unclear, WrongCall
from kg.text.mentions import Mentions
from kg.text.names import fold, words
from kg.text.passages import passage_hash
from kg.text.terms import (
    ALT_LABEL,
    CLAIM,
    COMMENT,
    HIDDEN_LABEL,
    ID,
    LABEL,
    PREF_LABEL,
    UNIT,
    VOCAB,
    XSD,
    br,
    curie,
    expand,
    local,
)
from kg.values.candidate import Candidate, Span, Thing
from kg.values.claims import Document, Literal, Node
from kg.workspace import SOURCES, Workspace

#: Where the claims of a document lie: one file for each, so that two people who work on two never meet in git.
FOLDER = "facts/documents"
_STANCES = ("stated", "reported", "planned", "expected", "assessed", "speculative", "denied")
_CERTAINTY = ("certain", "likely", "possible")
_LINKS = {"against": "contradicts", "agrees": "corroborates", "instead": "supersedes", "qualifies": "qualifies"}
#: What is said of a claim by each part of what is told.
_SAID = {
    "negated": br("negated"), "held_by": br("heldBy"), "certainty": br("certainty"), "stated_on": br("statedOn"),
    "valid_from": br("validFrom"), "valid_until": br("validUntil"), "note": COMMENT,
}  # fmt: skip
_NAMES = (LABEL, ALT_LABEL, HIDDEN_LABEL)
#: What is said of a claim and makes it another; a draft is another for each stance that it may have.
_OWN_PART = frozenset(map(br, ("negated", "recordId", "section", "proposedStance")))
_COUNT = UNIT + "NUM"
#: What stands before the summary of what is said not to be so.
_NOT = {"en": "not:", "ru": "не так:", "ko": "아님:"}
#: Longest summary that the shape of claims takes.
_LONGEST = 200


class Told(NamedTuple):
    """All that somebody tells of one claim, in words. Only document, quote and what it says are needed.

    ``quote``: one or several passages; ``context``: others that only make it understood. ``paragraph``, ``page``
    and ``at`` (an offset) choose where a quote stands several times. ``links``: kind of link and claim.
    ``inferred``: what the words
    only mean is meant so.
    """

    doc: str
    quote: tuple[str, ...]
    asked: Asked
    by: str = ""
    stance: str = ""
    negated: bool = False
    held_by: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    paragraph: int | None = None
    page: int | None = None
    at: int | None = None
    section: str = ""
    summary: str = ""
    note: str = ""
    certainty: str = ""
    stated_on: str = ""
    valid_from: str = ""
    valid_until: str = ""
    links: tuple[tuple[str, str], ...] = ()
    inferred: bool = False


class Coded(NamedTuple):
    """A claim ready to be written, and what whoever wrote it should know: how the quote was found, what is unsaid."""

    claim: Candidate
    remarks: tuple[str, ...]
    missing: tuple[str, ...]


class Source(NamedTuple):
    """A document and its text; None where only the page was read."""

    document: Document
    text: str | None


class Coder:
    """Codes claims of a workspace. ``lang``: of summaries, notes and new names."""

    def __init__(self, workspace: Workspace, reader: Reader, naming: Naming, lang: str = "en") -> None:
        self._workspace, self._reader, self.naming, self._lang = workspace, reader, naming, lang
        self._sources: dict[str, Source] = {}
        self._brought: dict[str, Document] = {}
        self._texts: Mapping[str, bytes | None] = {}
        self._placed: set[str] = set()
        self._made: dict[str, Candidate] = {}

    def bring(self, documents: Iterable[Document], things: Iterable[Thing], texts: Mapping[str, bytes | None]) -> None:
        """Know documents that are to be written with the claims, the actors behind them, and the texts of both."""
        self._brought = {d.iri: d for d in documents}
        self._texts = texts
        for thing in things:
            self.naming.things[thing.iri] = thing
            self._placed.add(thing.iri)

    @cached_property
    def statements(self) -> Statements:
        """What reads what claims say."""
        return Statements(self.naming, self._lang)

    def code(self, told: Told) -> Coded:
        """A claim of what is told, with its id. Raises Unclear and NotFound, which say which part is at fault."""
        source = self.source(told.doc)
        passages, remarks = self._passages(source, told)
        section = "" if passages else told.section or _begins(told)
        context = tuple(s for q in told.context for s in self._place(source, q, "context", told)[0].spans)
        speaker = self.naming.one("by", told.by) if told.by else self._author(source.document)
        stance = self._choice("stance", told.stance or "stated", _STANCES)
        spans = (*passages, *context)
        statement, differs = self._told_so(self.statements.read(told.asked), source, spans, told)
        summary = told.summary or self._denied(statement.summary, told)
        said = [*self._said(told), *statement.said]
        if len(summary) > _LONGEST:
            raise Unclear(
                f"The summary has {len(summary)} characters; {_LONGEST} are the most.", "--summary", "summary", summary
            )
        claim = Candidate(
            document=source.document.iri, passages=passages, content=statement.content, speaker=speaker,
            stance=VOCAB + "stance/" + stance, descriptions=(Literal(summary, self._lang),), context=context,
            said=tuple(said), section=section,
        )  # fmt: skip
        missing = self._unsaid(claim, source) if source.text is not None else {}
        if told.inferred:
            claim = claim._replace(said=(*claim.said, *((br("inferred"), node) for node in missing)))
            missing = {}
        remarks += [*statement.remarks, *differs]
        return Coded(self._named(claim), tuple(remarks), tuple(missing.values()))

    def _denied(self, summary: str, told: Told) -> str:
        """A summary of what is said not to be so, which must not read as if it were."""
        denied = told.negated or told.stance == "denied"
        return f"{_NOT.get(self._lang, _NOT['en'])} {summary}" if denied else summary

    def _told_so(
        self, statement: Statement, source: Source, spans: Sequence[Span], told: Told
    ) -> tuple[Statement, list[str]]:
        """A statement whose figure is that of the passages, and remarks. Raises Unclear where they give another one."""
        if statement.figure is None or source.text is None or told.inferred or statement.figure.vague:
            return statement, []
        words, figure = "\n".join(source.text[s.start : s.end] for s in spans), statement.figure
        units, numbers = self.statements.units, [n for n in (figure.value, figure.at_least, figure.at_most) if n]
        given = figures(words, units)
        alike = [g for g in given if set(numbers) & {g.value, g.at_least, g.at_most}]
        mentions = Mentions(words)
        if not alike:
            if given and not all(mentions.number(float(n)) for n in numbers):
                shown = ", ".join(words[g.start : g.end] for g in given[:4])
                raise Unclear(
                    f"The words give {shown}, not {' '.join(told.asked.value)}.",
                    "Correct --value or --quote; --inferred if the figure follows from the words.", "value",
                )  # fmt: skip
            return statement, [] if given else ["its words give no figure"]
        units_there = {g.unit for g in alike}
        if figure.unit not in units_there and not units_there & {_COUNT} and figure.unit != _COUNT:
            raise Unclear(
                f"The words give {words[alike[0].start : alike[0].end]}, not {' '.join(told.asked.value)}.",
                "Correct the unit; --inferred if it follows from the words.", "value",
            )  # fmt: skip
        return self._as_bounded(statement, alike[0], words)

    def _as_bounded(self, statement: Statement, there: Figure, words: str) -> tuple[Statement, list[str]]:
        """A statement with the “about” of the passage, where the value that was given has none."""
        figure, name = statement.figure, br("comparator")
        exact = VOCAB + "comparator/exact"
        if figure is None or not figure.value or there.value != figure.value or figure.comparator != exact:
            return statement, []
        if there.comparator == exact:
            return statement, []
        content = tuple((s, p, there.comparator if p == name else o) for s, p, o in statement.content)
        bound = self.naming.label(there.comparator)
        summary = statement.summary.replace(f" {figure.value}", f" {bound} {figure.value}", 1)
        remark = f"read: {words[there.start : there.end]} ({bound})"
        return statement._replace(content=content, summary=summary), [remark]

    def amended(self, claim: Candidate, told: Told, given: Collection[str]) -> Candidate:
        """A claim with the ``given`` parts of what is told in the place of its own; its id stays. Raises Unclear."""
        source = self.source(told.doc)
        if "quote" in given:
            claim = claim._replace(passages=self._passages(source, told)[0])
        if "context" in given:
            places = (self._place(source, q, "context", told)[0] for q in told.context)
            claim = claim._replace(context=tuple(s for place in places for s in place.spans))
        if "by" in given:
            claim = claim._replace(speaker=self.naming.one("by", told.by) if told.by else self._author(source.document))
        if "stance" in given:
            claim = claim._replace(stance=VOCAB + "stance/" + self._choice("stance", told.stance, _STANCES))
        summary = told.summary
        if "asked" in given:
            statement, own = self.statements.read(told.asked), local(claim.claim)
            content = tuple((str(_own(s, own)), p, _own(o, own)) for s, p, o in statement.content)
            claim = claim._replace(content=content)
            summary = summary or self._denied(statement.summary, told)
            claim = claim._replace(said=(*claim.said, *(s for s in statement.said if s not in claim.said)))
        if summary:
            others = (d for d in claim.descriptions if d.lang != self._lang and "summary" not in given)
            claim = claim._replace(descriptions=(Literal(summary, self._lang), *others))
        gone = {_SAID[part] for part in given if part in _SAID}
        said = (*(s for s in claim.said if s[0] not in gone), *self._said(told))
        return claim._replace(said=tuple(dict.fromkeys(said)))

    # ------------------------------------------------------------------ documents and passages

    def source(self, name: str) -> Source:
        """A document by id, address, title or file name, with its text. Raises Unclear, WorldError."""
        if name not in self._sources:
            document = self._document(name)
            self._sources[name] = Source(document, self._text_of(document))
        return self._sources[name]

    def _text_of(self, document: Document) -> str | None:
        data = self._texts.get(f"{SOURCES}/{document.file_name}") if document.iri in self._brought else None
        return data.decode() if data else text_of(self._workspace, document)

    @cached_property
    def documents(self) -> list[Document]:
        """The documents of the graph."""
        return self._reader.documents()

    def stands(self, doc: str, quote: str) -> bool:
        """Whether words stand in the text of a document, as one passage."""
        text = self.source(doc).text
        try:
            return text is not None and bool(find_quote(text, quote))
        except KgError:
            return False

    def _document(self, name: str) -> Document:
        documents = [*self.documents, *self._brought.values()]
        if not name:
            names = ", ".join(d.id for d in documents[:8])
            raise Unclear(
                "Out of which document? --doc is missing.",
                f"There are {names}." if names else "kg source add FILE brings one in.", "doc", "",
                [(d.id, d.title) for d in documents],
            )  # fmt: skip
        iri, key = document_iri(name), fold(name)
        found: list[Document] = []
        for rank in (0, 1, 2):
            found = [d for d in documents if _fits(d, name, iri)[rank]]
            if len(found) == 1:
                return found[0]
            if found:
                break
        near = found or [d for d in documents if key and key[:4] in fold(d.id + d.title)]
        names = ", ".join(f"{d.id} ({d.title})" for d in near[:5])
        message = f"‘{name}’ may be one of several documents." if found else f"No document is called ‘{name}’."
        hint = f"There is {names}." if names else "kg source list names them; kg source add FILE brings one in."
        raise Unclear(message, hint, "doc", name, [(d.id, d.title) for d in near])

    def _passages(self, source: Source, told: Told) -> tuple[tuple[Span, ...], list[str]]:
        if source.text is None:
            if not (told.section or _begins(told)):
                raise Unclear(
                    f"No text of {source.document.id} is kept, so no quote can be found in it.",
                    "Say where it stands with --section or --quote, or add the text: kg source add.", "section",
                )  # fmt: skip
            return (), [f"the text of {source.document.id} is not kept: nobody can find the quote there"]
        if not told.quote:
            raise Unclear("Where does it stand? --quote is missing.", "Words of the document, as they stand.", "quote")
        spans, remarks = list[Span](), list[str]()
        for quote in told.quote:
            place, found = self._place(source, quote, "quote", told)
            spans += place.spans
            if found.how != "exact" or place.moved:
                score = f" ({found.score:.0f} of 100)" if found.how == "spelling" else ""
                how = {"spacing": "but for spaces, hyphens or marks", "spelling": "by its spelling"}.get(found.how, "")
                wider = "widened to whole words" if place.moved else ""
                remarks.append(f"quote found {', '.join(filter(None, (how, wider)))}{score}: ‘{_short(place.words)}’")
        return tuple(dict.fromkeys(spans)), remarks

    def _place(self, source: Source, quote: str, part: str, told: Told) -> tuple[Place, Found]:
        """The one place of a quote, or of words that explain one. Raises Unclear."""
        assert source.text is not None
        try:
            found = find_quote(source.text, quote)
        except NotFound as error:
            raise Unclear(error.message, error.hint, part, quote, [(str(n), "") for n in error.nearest]) from error
        except WrongCall as error:
            raise Unclear(error.message, error.hint, part, quote) from error
        places = [p for p in found.places if part == "context" or _is_at(p.spans[0], told)]
        if len(places) != 1:
            where = [(str(p.spans[0].start), f"paragraph {p.spans[0].paragraph}") for p in found.places]
            told_at = ", ".join(f"{text} (--at {start})" for start, text in where)
            message = (
                f"‘{_short(quote)}’ stands in several places." if places else f"‘{_short(quote)}’ does not stand there."
            )
            raise Unclear(
                message, f"It stands in {told_at}: choose with --paragraph or --at, or quote more.", "at", quote, where
            )
        return places[0], found

    def _author(self, document: Document) -> str:
        actors = document.creators or document.publishers
        if len(actors) == 1:
            return expand(actors[0].id) or actors[0].id
        names = ", ".join(f"{a.label} ({a.id})" for a in actors)
        raise Unclear(
            f"Who says so? {document.id} has {'several authors' if actors else 'no author'}.",
            f"--by one of {names}." if names else "--by NAME", "by", "", [(a.id, a.label) for a in actors],
        )  # fmt: skip

    # ------------------------------------------------------------------ what is said of the claim

    def _said(self, told: Told) -> list[tuple[str, Node]]:
        said: list[tuple[str, Node]] = []
        if told.negated:
            said.append((br("negated"), Literal("true", None, XSD + "boolean")))
        said += [(br("heldBy"), self.naming.one("held-by", h)) for h in told.held_by]
        if told.certainty:
            said.append((br("certainty"), VOCAB + "certainty/" + self._choice("certainty", told.certainty, _CERTAINTY)))
        for part, prop in (("stated_on", "statedOn"), ("valid_from", "validFrom"), ("valid_until", "validUntil")):
            text = getattr(told, part)
            if text:
                said.append((br(prop), Literal(self._day(part.replace("_", "-"), text))))
        if told.note:
            said.append((COMMENT, Literal(told.note, self._lang)))
        for kind, name in told.links:
            said.append((br(_LINKS[kind]), self._claim(kind, name)))
        return said

    def _day(self, part: str, text: str) -> str:
        try:
            return read_date(text)
        except WrongCall as error:
            raise Unclear(error.message, error.hint, part, text) from error

    def _claim(self, part: str, name: str) -> str:
        iri = expand(name) or CLAIM + name
        if self._reader.view.has(iri):
            return iri
        try:
            return self._reader.claim(iri).iri
        except NotFound as error:
            raise Unclear(error.message, error.hint, part, name) from error

    def _choice(self, part: str, word: str, allowed: Sequence[str]) -> str:
        wanted = fold(word.rpartition(":")[2])
        by_name = {fold(a): a for a in allowed} | {
            fold(o.value): a
            for a in allowed
            for o in self.naming.vocabulary.quads.objects(f"{VOCAB}{part}/{a}", PREF_LABEL)
            if isinstance(o, Literal)
        }
        if wanted not in by_name:
            raise Unclear(
                f"‘{word}’ is no {part}.", f"One of {', '.join(allowed)}.", part, word, [(a, "") for a in allowed]
            )
        return by_name[wanted]

    def _unsaid(self, claim: Candidate, source: Source) -> dict[Node, str]:
        """The things of a claim that its passages do not name, with their names."""
        assert source.text is not None
        told = "\n".join(source.text[s.start : s.end] for s in (*claim.passages, *claim.context))
        mentions = Mentions(told)
        things = dict.fromkeys(
            n for s, _, o in claim.content for n in (s, o) if isinstance(n, str) and n.startswith(ID)
        )
        missing: dict[Node, str] = {}
        for thing in things:
            names = self._names(thing)
            if names and not any(map(mentions.name, names)):
                missing[thing] = names[0]
        return missing

    def _names(self, thing: str) -> list[str]:
        if thing in self.naming.things:
            new = self.naming.things[thing]
            return [new.label.value, *(a.value for a in new.also)]
        found = [o.value for p in _NAMES for o in self._reader.view.objects(thing, p) if isinstance(o, Literal)]
        entry = None if found else catalogue().get(thing)
        return [*(label.value for label in entry.labels), *entry.names] if entry else found

    def _named(self, claim: Candidate) -> Candidate:
        """A claim with its id; with a longer one where another claim has that: of some thousand two share the short."""
        for letters in (4, 8, 16):
            found = named(claim, letters)
            other = self._made.setdefault(found.claim, found)
            if other.content == found.content and other.passages == found.passages and self._is_free(found):
                break
        return found

    def _is_free(self, claim: Candidate) -> bool:
        """Whether nothing in the graph has the id of a claim, but for the claim itself."""
        view = self._reader.view
        said = ((claim.claim, br("statedBy"), claim.speaker), (claim.claim, br("stance"), claim.stance))
        return not view.has(claim.claim) or (
            all(view.has(s, p, o, claim.claim) for s, p, o in claim.content) and all(view.has(*t) for t in said)
        )

    # ------------------------------------------------------------------ writing

    def is_there(self, claim: Candidate) -> bool:
        """Whether the graph holds a claim that says the same already."""
        return self._reader.view.has(claim.claim)

    def file_holding(self, claim: str) -> FactsFile | None:
        """The file of a document in which a claim is written; None when it stands elsewhere, or nowhere."""
        document = self._reader.view.value(claim, br("inDocument"))
        file = self._file(file_of(document)) if isinstance(document, str) else None
        return file if file and claim in file.claims else None

    def _file(self, name: str) -> FactsFile:
        data = self._texts[name] if name in self._texts else read(self._workspace, name)
        return FactsFile((data or b"").decode("utf-8", "replace"))

    def change(self, claims: Sequence[Candidate], why: str, instead: Collection[str] = ()) -> Change:
        """The texts with some claims in them, and the things and documents that they need; without those ``instead``.

        Raises WrongCall for a claim that is there.
        """
        there = next((c for c in claims if self.is_there(c) and c.claim not in instead), None)
        if there:
            raise WrongCall(f"{curie(there.claim)} says the same already.", f"kg claim {local(there.claim)} shows it.")
        texts = dict(self._texts)
        placed = set(self._placed)
        by_document: dict[str, list[Candidate]] = {}
        for claim in claims:
            by_document.setdefault(claim.document, []).append(claim)
        for document, mine in by_document.items():
            things = [t for t in self.needed(mine) if t.iri not in placed]
            placed |= {t.iri for t in things}
            file = self._file(file_of(document))
            if instead:
                file = file.without(instead)
            text = self.source(local(document)).text or ""
            texts[file_of(document)] = file.with_things(things).with_claims(mine, hasher(text)).text.encode()
        return Change(why, texts, {name: digest(read(self._workspace, name)) for name in texts})

    def needed(self, claims: Sequence[Candidate]) -> list[Thing]:
        """The new things that some claims name, and what these rest on."""
        things = self.naming.things
        todo = [
            n
            for c in claims
            for n in (c.speaker, *(x for s, _, o in c.content for x in (s, o)), *(o for _, o in c.said))
        ]
        found: dict[str, Thing] = {}
        while todo:
            node = todo.pop()
            if isinstance(node, str) and node in things and node not in found:
                found[node] = things[node]
                todo += [o for _, o in things[node].said]
        return [t for iri, t in things.items() if iri in found]


def _fits(document: Document, name: str, iri: str) -> tuple[bool, bool, bool]:
    """Whether a name is the id, address or file name of a document, its title, or words of it."""
    asked = set(words(name))
    return (
        document.iri == iri or name in (document.address, document.file_name),
        fold(document.title) == fold(name),
        bool(asked) and asked <= {*words(document.title), *words(document.id)},
    )


def _is_at(place: Span, told: Told) -> bool:
    """Whether a place is where it is told to be."""
    return all(
        wanted is None or wanted == given
        for wanted, given in ((told.paragraph, place.paragraph), (told.page, place.page), (told.at, place.start))
    )


def _begins(told: Told) -> str:
    """Where a claim stands in a document that nobody kept: as far as it is told, else by the words it begins with."""
    numbers = [f"{word} {n}" for word, n in (("p.", told.page), ("paragraph", told.paragraph)) if n]
    return ", ".join(numbers) or (f"“{_short(told.quote[0])}”" if told.quote else "")


def file_of(document: str) -> str:
    """The file in which the claims of a document are written."""
    return f"{FOLDER}/{local(document)}.trig"


def hasher(text: str) -> Callable[[Span], str]:
    """What gives a passage of a text its hash."""
    return lambda span: passage_hash(text, span)


def named(claim: Candidate, letters: int = 4) -> Candidate:
    """A claim with an id of its own: the same claim gets the same wherever it is made.

    What only this claim has (figures, events) is named after it.
    """
    first = claim.passages[0].paragraph if claim.passages else 0
    said = sorted((p, str(o)) for p, o in claim.said if p in _OWN_PART)
    whole = repr((claim.document, claim.passages, sorted(map(repr, claim.content)), claim.speaker, claim.stance, said))
    code = b32encode(hashlib.sha256(whole.encode()).digest()).decode().lower()[:letters]
    own = f"{local(claim.document)}-{first}-{code}"
    content = tuple((_own(s, own), p, _own(o, own)) for s, p, o in claim.content)
    return claim._replace(claim=CLAIM + own, content=tuple((str(s), p, o) for s, p, o in content))


def _own(node: Node, claim: str) -> Node:
    return f"{ID}{node.removeprefix(BLANK)}-{claim}" if isinstance(node, str) and node.startswith(BLANK) else node


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 80 else flat[:79] + "…"
