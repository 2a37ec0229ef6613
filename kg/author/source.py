"""Documents in: a file becomes a text in ``sources``, an entry in ``facts/documents``, and what it needs to be known.

What the caller says goes before what the file says of itself; each is told with where it is from.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple
from urllib.parse import urlsplit

from kg.ask.claims import Reader
from kg.ask.search import is_actor, things_called
from kg.ask.verify import Verdict, verify_kept
from kg.author.extract import READABLE, extract
from kg.author.extract.plain import Extract
from kg.author.file import FactsFile
from kg.author.kept import path_of, text_of
from kg.author.trig import Said, Writer, name_of
from kg.base.catalogue import catalogue
from kg.compile.proposal import Change, read
from kg.errors import KgError, WrongCall
from kg.text.dates import parse_date
from kg.text.names import fold
from kg.text.passages import paragraphs, span
from kg.text.terms import DCT, DOC, ID, TYPE, VOCAB, br, curie, expand, local, to_iri
from kg.values.candidate import Thing
from kg.values.claims import Document, Literal, Node, Ref
from kg.workspace import SOURCES, Workspace

_LANGUAGES = (("[\uac00-\ud7a3]", "ko"), ("[\u3040-\u30ff]", "ja"), ("[іїєґ]", "uk"), ("[ыэъ]", "ru"))
_TITLE = 120
_SHORT = 24  # letters of a name that a document is given
_LOOSE = re.compile(r"-(?:of|the|and|for|in|on|at|to|with|by|a|an)$")
#: Bodies by a word of their name that outlets have in theirs as well: the news agency, the world service.
_EITHER = frozenset(("agency", "service", "group", "bureau", "corporation"))


class Given(NamedTuple):
    """What the caller says of a document; "" where the file is asked."""

    url: str = ""
    title: str = ""
    by: str = ""
    publisher: str = ""
    issued: str = ""
    language: str = ""
    name: str = ""
    encoding: str = ""
    #: What a publisher becomes that is not known yet, a class, and the state that it stands to.
    publisher_kind: str = ""
    publisher_side: str = ""


class Outcome(NamedTuple):
    """What became of one file: added, known (its text is here already), or failed."""

    file: str
    state: str
    id: str = ""
    title: str = ""
    issued: str = ""
    characters: int = 0
    told: tuple[str, ...] = ()


class Held(NamedTuple):
    """A document as ``kg source list`` shows it. ``text``: kept, missing, not kept, or only named."""

    id: str
    title: str
    issued: str | None
    language: str | None
    claims: int
    drafts: int
    text: str


class Paragraph(NamedTuple):
    """A paragraph of a kept text, and the claims that point into it."""

    number: int
    page: int | None
    text: str
    claims: tuple[str, ...]


class Intake:
    """Files on their way into a workspace; what they need is written once for all of them."""

    def __init__(self, workspace: Workspace, reader: Reader, today: date) -> None:
        self._workspace, self._reader, self._today = workspace, reader, today.isoformat()
        self._documents = reader.documents()
        self._hashes = {d.text_hash: d.id for d in self._documents if d.text_hash}
        self._new: dict[str, str] = {}  # folded names of things that this intake brings
        self.texts: dict[str, bytes | None] = {}
        self.outcomes: list[Outcome] = []
        #: The documents that this intake brings, by id, and the actors behind them.
        self.documents: dict[str, Document] = {}
        self.things: list[Thing] = []

    def change(self) -> Change:
        """All of it as one change."""
        added = [o.id for o in self.outcomes if o.state == "added"]
        return Change(f"source add {', '.join(added[:3])}{' …' * (len(added) > 3)}", self.texts)

    def add(self, file: str, data: bytes, given: Given) -> Outcome:
        """Take a file in. Raises WrongCall for one that cannot be read, or a word of the caller's that is none."""
        found = extract(file, data, given.encoding)
        text = found.text.encode()
        digest = hashlib.sha256(text).hexdigest()
        if digest in self._hashes:
            known = self._hashes[digest]
            differs = (f"its text is that of {known} already", *self._otherwise(known, given))
            return self._noted(Outcome(file, "known", known, told=differs))
        facts, told = _settled(found, given)
        told += [f"left out: {what}" for what in found.left_out] + list(self._versions(facts.address))
        document = self._free(given.name or self._suggested(facts))
        said: list[tuple[str, Node]] = [
            (br("fileName"), Literal(f"{document}.txt")),
            (br("textHash"), Literal(digest)),
            (br("recordedOn"), Literal(self._today)),
        ]
        if data != text:
            said.append((br("originalName"), Literal(os.path.basename(file))))
            said.append((br("originalHash"), Literal(hashlib.sha256(data).hexdigest())))
        told += self._write(document, facts, given, said)
        self.texts[f"{SOURCES}/{document}.txt"] = text
        self._hashes[digest] = document
        return self._noted(Outcome(file, "added", document, facts.title, facts.issued, len(found.text), tuple(told)))

    def cite(self, given: Given) -> Outcome:
        """Take in a page that was only read: its address and the day. Raises WrongCall without address or title."""
        if not given.url or not given.title:
            raise WrongCall("A page that is not kept is known by its address and title.", "Give --url and --title.")
        facts, told = _settled(Extract("", "page"), given)
        told += self._versions(facts.address)
        document = self._free(given.name or self._suggested(facts))
        day = Literal(self._today)
        told += self._write(document, facts, given, [(br("accessedOn"), day), (br("recordedOn"), day)])
        told.append("its text is not kept: claims name a section of it (br:section)")
        return self._noted(Outcome(given.url, "added", document, facts.title, facts.issued, 0, tuple(told)))

    def failed(self, file: str, error: KgError) -> Outcome:
        """Note a file that cannot be taken in."""
        return self._noted(Outcome(file, "failed", told=tuple(filter(None, (error.message, error.hint)))))

    def keep_out_of_git(self) -> None:
        """Have git leave the texts alone, which may be somebody's."""
        old = (read(self._workspace, ".gitignore") or b"").decode("utf-8", "replace")
        if not {f"{SOURCES}/", f"/{SOURCES}/"} & set(old.split("\n")):
            self.texts[".gitignore"] = (
                f"{old}{'' if old.endswith(chr(10)) or not old else chr(10)}/{SOURCES}/\n".encode()
            )

    def _noted(self, outcome: Outcome) -> Outcome:
        self.outcomes.append(outcome)
        return outcome

    # ------------------------------------------------------------------ what a document is called and who is behind it

    def _versions(self, address: str) -> Iterator[str]:
        same = [d.id for d in self._documents if address and d.address == address]
        if same:
            yield f"another text of the same address as {', '.join(same)}: a new version"

    def _otherwise(self, name: str, given: Given) -> Iterator[str]:
        """What the caller says of a document that is here already, and its entry does not."""
        document = next((d for d in self._documents if d.id == name), None) or self.documents[name]
        has = {
            "title": (document.title,), "issued": (document.issued,), "language": (document.language,),
            "url": (document.address,), "by": names_of(document.creators),
            "publisher": names_of(document.publishers),
        }  # fmt: skip
        for field, values in has.items():
            said = getattr(given, field)
            if said and said not in values:
                option = field.replace("language", "lang")
                was = next((v for v in values if v), None)
                yield f'{option} is {was or "not known"}: kg source edit {name} --{option} "{said}" makes it that'

    def _suggested(self, facts: Extract) -> str:
        known = self._known(facts.publisher) if facts.publisher else ""
        outlet = local(known) if known else _short(facts.publisher or _host(facts.address))
        return f"{outlet}-{facts.issued}" if outlet and facts.issued else _short(facts.title) or "document"

    def _free(self, wanted: str) -> str:
        """The name itself, or with a number behind it where it is taken. Raises WrongCall for one that is no name."""
        if not re.fullmatch(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?", wanted):
            raise WrongCall(f"‘{wanted}’ cannot name a document.", "Use small letters, digits and -: --id tass-2024.")
        taken = {d.id for d in self._documents}
        names = [wanted, *(f"{wanted}-{n}" for n in range(2, 1000))]
        return next(n for n in names if n not in taken and not self._is_there(n))

    def _is_there(self, name: str) -> bool:
        files = (f"facts/documents/{name}.trig", f"{SOURCES}/{name}.txt")
        return any(f in self.texts or os.path.exists(os.path.join(self._workspace.root, f)) for f in files)

    def behind(self, document: str, facts: Extract, given: Given) -> tuple[str, list[Node], list[Thing]]:
        """Who published a document, who wrote it, and those of them that are new. Raises WrongCall."""
        things: list[Thing] = []
        outlet = self._outlet(facts, given, things)
        return outlet, self._creators(document, facts, outlet, things), things

    def _write(self, document: str, facts: Extract, given: Given, said: Sequence[tuple[str, Node]]) -> list[str]:
        """The entry of a document; what of it is told to the caller."""
        outlet, creators, things = self.behind(document, facts, given)
        language = facts.language or None
        about = {"issued": facts.issued, "language": facts.language, "identifier": facts.address}
        publisher: list[Said] = [(DCT + "publisher", [outlet])] if outlet else []
        lines: list[list[Said]] = [
            [(TYPE, [br("Document")]), (DCT + "title", [Literal(facts.title, language)])],
            [*([(DCT + "creator", creators)] if creators else []), *publisher],
            [(DCT + name, [Literal(value)]) for name, value in about.items() if value],
            [(p, [o]) for p, o in said],
        ]

        def entry(writer: Writer) -> str:
            return writer.statement(DOC + document, lines)

        file = FactsFile("").with_entry(entry).with_things(things).with_paragraphs(len(paragraphs(facts.text)))
        self.texts[f"facts/documents/{document}.trig"] = file.text.encode()
        self.things += things
        self.documents[document] = self._as_read(document, facts, creators, outlet, dict(said))
        return [*self._new_things(things), *([] if facts.issued else ["no date of publication: --issued DAY"])]

    def _new_things(self, things: Sequence[Thing]) -> Iterator[str]:
        for thing in things:
            kind = (
                "" if thing.kind in (br("Person"), br("AnonymousSource")) else f", a {self._reader.label(thing.kind)}"
            )
            yield f"new: {curie(thing.iri)} ({thing.label.value}{kind})"
            if kind and not thing.said:
                yield f"of no state yet: kg describe {curie(thing.iri)} --side STATE"

    def _as_read(
        self, document: str, facts: Extract, creators: Sequence[Node], outlet: str, said: dict[str, Node]
    ) -> Document:
        """The document as it will be read when its entry is written."""
        kept = {p: said.get(br(p)) for p in ("textHash", "fileName")}
        held = {p: value.value for p, value in kept.items() if isinstance(value, Literal)}
        return Document(
            document, DOC + document, facts.title, tuple(self._ref(str(c)) for c in creators),
            (self._ref(outlet),) if outlet else (), facts.issued or None, self._today, (), held.get("textHash"),
            held.get("fileName"), facts.language or None, facts.address or None,
        )  # fmt: skip

    def _ref(self, actor: str) -> Ref:
        new = next((t.label.value for t in self.things if t.iri == actor), None)
        return Ref(curie(actor), new or self._reader.label(actor))

    def _creators(self, document: str, facts: Extract, outlet: str, things: list[Thing]) -> list[Node]:
        names = [n for n in (part.strip() for part in facts.author.split(";")) if n]
        if names:
            return [self._actor(n, br("Person"), facts.language, things) for n in names]
        if outlet and br("MediaOutlet") not in self._kinds(outlet, things):
            return []  # what a body publishes without a byline it says itself
        thing = Thing(
            f"{ID}{document}-author", br("AnonymousSource"), Literal(f"author of {document} (not named)", "en")
        )
        things.append(thing)
        return [thing.iri]

    def _kinds(self, actor: str, things: Sequence[Thing]) -> list[str]:
        entry = catalogue().get(actor)
        new = [t.kind for t in (*self.things, *things) if t.iri == actor] or ([entry.kind] if entry else [])
        return self._reader.kinds(actor) or new

    def _outlet(self, facts: Extract, given: Given, things: list[Thing]) -> str:
        host = _host(facts.address)
        if not facts.publisher:
            same = (d.publishers for d in self._documents if host and _host(d.address or "") == host)
            known = next((refs[0] for refs in same if refs), None)
            if known:
                return expand(known.id) or known.id
        name = facts.publisher or host
        if not name:
            return ""
        kind = given.publisher_kind or _kind(facts.publisher)
        side = given.publisher_side
        return self._actor(name, kind, facts.language if facts.publisher else "en", things, side)

    def _known(self, name: str) -> str:
        """The actor that a name or id stands for, in the workspace or the base; "" for none. Raises WrongCall."""
        named = [f"{ID}{name[2:]}"] if name.startswith("e:") else things_called(self._reader, name)
        known = [t for t in named if is_actor(self._reader, t)]
        if len(known) > 1:
            ids = ", ".join(map(curie, known))
            raise WrongCall(f"Several are called {name}: {ids}.", f"Name one by its id: {curie(known[0])}.")
        base = [e.iri for e in catalogue().named(name)] if not named else []
        return known[0] if known else base[0] if len(base) == 1 else ""

    def _actor(self, name: str, kind: str, language: str, things: list[Thing], side: str = "") -> str:
        """The actor of that name, or a new one. Raises WrongCall where several have it."""
        known = self._known(name)
        if known:
            return known
        if name.startswith("e:"):
            raise WrongCall(f"{name} is no actor of this graph.", "Give the name, and it is added; or check the id.")
        if fold(name) not in self._new:
            stem = name_of(name) or "source"
            names = [f"{ID}{stem}", *(f"{ID}{stem}-{n}" for n in range(2, 1000))]
            iri = next(n for n in names if not self._reader.view.has(n) and n not in self._new.values())
            self._new[fold(name)] = iri
            label = Literal(name, "en" if name.isascii() else language or None)
            things.append(Thing(iri, kind, label, (), self._side(kind, side)))
        return self._new[fold(name)]

    def _side(self, kind: str, state: str) -> tuple[tuple[str, Node], ...]:
        """How a new publisher stands to its state. Raises WrongCall for what is none."""
        if not state:
            return ()
        known = self._known(state)
        if not known:
            raise WrongCall(f"Nothing here is called ‘{state}’.", "--publisher-side is a state: its name, code or id.")
        return ((br("organOf" if kind == br("GovernmentBody") else "nationalOf"), known),)


def names_of(actors: Sequence[Ref]) -> tuple[str, ...]:
    """What actors may be called by who gives them."""
    return tuple(name for a in actors for name in (a.label, a.id))


def _short(text: str) -> str:
    """What a document is named after, in few whole words, none of them one that asks for another."""
    name = name_of(text, _SHORT)
    while _LOOSE.search(name):
        name = name.rpartition("-")[0]
    return name


def _kind(publisher: str) -> str:
    """What a new publisher seems to be by the words of its name: an outlet unless it is called a body."""
    from kg.author.draft.cues import LANGUAGES, read_cues

    outlet, name = br("MediaOutlet"), re.sub(r"^the\s+", "", publisher, flags=re.I)
    kinds = (outlet, br("GovernmentBody"), br("Organization"), br("EducationalInstitution"))
    cues = [c for lang in LANGUAGES for sort in ("kind", "group") for c in read_cues(lang).find(sort, name)]
    found = sorted((c.start, to_iri(c.value)) for c in cues if fold(c.words) not in _EITHER)
    found = [f for f in found if f[1] in kinds]
    if (0, br("GovernmentBody")) in found:  # the Ministry of Press
        return br("GovernmentBody")
    return found[0][1] if found and outlet not in [kind for _, kind in found] else outlet


def _settled(found: Extract, given: Given) -> tuple[Extract, list[str]]:
    """What is said of a document by the caller, else by the file; and where each is from. Raises WrongCall."""
    if given.issued:
        parse_date(given.issued)
    told, values = [], {}
    asked = {"title": given.title, "author": given.by, "publisher": given.publisher, "issued": given.issued,
             "language": given.language, "address": given.url}  # fmt: skip
    for name, said in asked.items():
        of_file = " ".join(str(getattr(found, name)).split())
        values[name] = said or of_file
        if of_file and not said:
            told.append(f"{name} {of_file} (from the {found.kind})")
    if not values["title"]:
        first = next((line.strip() for line in found.text.split("\n") if line.strip()), "")
        values["title"] = first if len(first) <= _TITLE else first[: _TITLE - 1].rpartition(" ")[0] + "…"
        told.append(f"title {values['title']} (taken from the first line; --title gives another)")
    if not values["language"]:
        values["language"] = next((tag for letters, tag in _LANGUAGES if len(re.findall(letters, found.text)) > 5), "")
        if values["language"]:
            told.append(f"language {values['language']} (by its letters)")
    return Extract(found.text, found.kind, **values, left_out=found.left_out), told


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def files_in(folder: str) -> list[str]:
    """The files of a folder and those below it that may be read, in order. Raises WrongCall where there are none."""
    found = sorted(
        os.path.join(base, name)
        for base, folders, names in os.walk(folder)
        for name in names
        if not name.startswith(".") and os.path.splitext(name)[1].lower() in READABLE
    )
    if not found:
        raise WrongCall(f"There is nothing to read in {folder}.", f"These are: {', '.join(sorted(READABLE))}.")
    return found


# ---------------------------------------------------------------------- what is there


def held(workspace: Workspace, reader: Reader) -> list[Held]:
    """All documents, with how many claims rest on each and whether its text is there."""
    view, found = reader.view, []
    for document in reader.documents():
        claims = list(view.subjects(br("inDocument"), document.iri))
        drafts = sum(view.has(c, br("stance"), VOCAB + "stance/draft") for c in claims)
        path = path_of(workspace, document)
        text = ("kept" if os.path.isfile(path) else "missing") if path else ""
        text = text or ("not kept" if view.has(document.iri, br("accessedOn")) else "only named")
        language = document.language
        found.append(Held(document.id, document.title, document.issued, language, len(claims) - drafts, drafts, text))
    return found


def shown(workspace: Workspace, reader: Reader, document: Document) -> list[Paragraph]:
    """The paragraphs of a document's text, with the claims that point into each. Raises WrongCall, WorldError."""
    text, pointing = text_of(workspace, document), dict[int, set[str]]()
    if text is None:
        place = f" Read it at {document.address}." if document.address else ""
        raise WrongCall(
            f"The text of {document.id} was never kept.",
            f"To keep it, save the page and add it: kg source add FILE --id {document.id}-text.{place}",
        )
    for iri in reader.view.subjects(br("inDocument"), document.iri):
        claim = reader.claim(iri)
        for passage in claim.passages:
            if passage.paragraph is not None:
                pointing.setdefault(passage.paragraph, set()).add(claim.id)
    return [
        Paragraph(i, span(text, a, b).page, text[a:b], tuple(sorted(pointing.get(i, ()))))
        for i, (a, b) in enumerate(paragraphs(text), 1)
    ]


def checked(workspace: Workspace, reader: Reader) -> list[Verdict | Document]:
    """Each text that is kept beside the passages of its claims; the document itself where its text is missing."""
    documents = [d for d in reader.documents() if path_of(workspace, d)]
    return [verify_kept(reader, d, path) if os.path.isfile(path := path_of(workspace, d)) else d for d in documents]
