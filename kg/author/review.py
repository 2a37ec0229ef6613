"""The drafts that wait for a reviewer, in the order of the text, each with all that it takes to judge it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kg.ask.claims import Reader
from kg.ask.facts import content_of
from kg.author.file import FactsFile
from kg.author.kept import text_of
from kg.compile.proposal import digest, read
from kg.errors import NotFound, WorldError
from kg.text.passages import paragraphs
from kg.text.terms import (
    BASE_VIEW,
    COMMENT,
    CONCERNS,
    DERIVED,
    DISAGREEMENTS,
    ID,
    NAMES,
    REGISTER,
    STANCE_DRAFT,
    TYPE,
    VIEWS,
    br,
    curie,
    is_claim_graph,
    local,
)
from kg.values.candidate import Candidate
from kg.values.claims import Claim, Document, Literal, Node, Passage
from kg.values.drafts import Draft, Newcomer, Words
from kg.workspace import Workspace

#: What a summary says that was made by rules and left to the reviewer.
UNWORDED = "to be worded"
#: How a thing is tied to its state; the first that it has is its side.
SIDES = ("nationalOf", "organOf", "officeOf", "location", "memberOf")
#: So many claims are shown as ones to merge with.
_SAME = 6
_COMPUTED = frozenset((BASE_VIEW, *VIEWS.values(), NAMES, CONCERNS, DISAGREEMENTS))


class Queue:
    """The drafts of a workspace."""

    def __init__(self, workspace: Workspace, reader: Reader) -> None:
        self._workspace, self.reader = workspace, reader
        self._files: dict[str, FactsFile] = {}
        self._texts: dict[str, str | None] = {}
        self._drafts = drafts_of(reader)

    def names(self, document: str | None = None) -> list[str]:
        """The IRIs of all drafts, or of those of one document, in the order of the text."""
        claims = [self.reader.claim(iri) for iri in self._drafts]
        claims = [c for c in claims if document in (None, c.document.iri)]
        return [c.iri for c in sorted(claims, key=lambda c: (c.document.id, _start(c), c.id))]

    def document(self, name: str) -> Document:
        """The document of an id, a title or the name of its file. Raises NotFound."""
        documents = self.reader.documents()
        for d in documents:
            if name in (d.id, d.iri, local(d.iri), d.title, d.file_name, f"sources/{d.file_name}", d.address):
                return d
        with_drafts = sorted({self.reader.claim(i).document.id for i in self._drafts})
        hint = f"Documents with drafts: {', '.join(with_drafts)}." if with_drafts else "kg source list names them."
        raise NotFound(f"There is no document {name}.", (), hint)

    def draft(self, iri: str) -> Draft:
        """A draft with its surroundings. Raises NotFound, and WrongCall where its text cannot be taken apart."""
        claim = self.reader.claim(iri)
        file = self.file(home_of(self.reader, iri))
        candidate = file.claim(iri)
        proposed = next((str(o) for p, o in candidate.said if p == br("proposedStance")), "")
        content = tuple(content_of(self.reader, iri))
        return Draft(
            claim=claim, proposed=self.reader.ref(proposed), reasons=candidate.reasons, content=content,
            fields=fields_of(candidate, proposed), words=tuple(self._words(claim)),
            context=tuple(self._quoted(claim, p) for p in claim.context), new=tuple(self._new(candidate, file)),
            same=tuple(self._same(claim, candidate)), missing=missing(candidate), digest=digest_of(file, iri),
        )  # fmt: skip

    def file(self, name: str) -> FactsFile:
        """A facts file as it lies there now."""
        if name not in self._files:
            self._files[name] = FactsFile((read(self._workspace, name) or b"").decode("utf-8", "replace"))
        return self._files[name]

    # ------------------------------------------------------------------ its words

    def text(self, document: Document) -> str | None:
        """The text of a document; None where it is not at hand."""
        if document.iri not in self._texts:
            try:
                self._texts[document.iri] = text_of(self._workspace, document)
            except WorldError:  # a draft can be judged by what it says, or skipped
                self._texts[document.iri] = None
        return self._texts[document.iri]

    def _words(self, claim: Claim) -> Iterable[Words]:
        """The paragraphs that hold its passages."""
        text = self.text(claim.document)
        if text is None:
            return
        spans = [(p.start, p.end) for p in claim.passages if p.start is not None and p.end is not None]
        for number, (begin, end) in enumerate(paragraphs(text), 1):
            marks = tuple(sorted((max(s, begin), min(e, end)) for s, e in spans if s < end and e > begin))
            if marks:
                yield Words(number, begin, text[begin:end], marks)

    def _quoted(self, claim: Claim, passage: Passage) -> str:
        text = self.text(claim.document)
        return text[passage.start : passage.end] if text and passage.start is not None else ""

    # ------------------------------------------------------------------ what it brings in, what it is like

    def _new(self, candidate: Candidate, file: FactsFile) -> Iterable[Newcomer]:
        """The things that it speaks of and only drafts do."""
        drafts, entries = self._drafts, set(file.entries)
        for thing in things_of(candidate):
            if thing in entries and all(user in drafts for user in users(self.reader, thing)):
                kinds = self.reader.kinds(thing)
                sides = (o for p in SIDES for o in self.reader.view.objects(thing, br(p)) if isinstance(o, str))
                kind, side = local(kinds[0]) if kinds else "", next(sides, "")
                yield Newcomer(curie(thing), self.reader.label(thing), kind, curie(side) if side else "")

    def _same(self, claim: Claim, candidate: Candidate) -> list[Claim]:
        """Claims on the same words, and claims that say one of the same triples."""
        reader, drafts = self.reader, self._drafts
        here = [reader.claim(c) for c in reader.view.subjects(br("inDocument"), claim.document.iri) if c not in drafts]
        found = [c for c in here if any(_overlap(p, q) for p in c.passages for q in claim.passages)]
        graphs = {q[3] for s, p, o in candidate.content if p != TYPE for q in reader.view.content(s, p, o)}
        found += [reader.claim(g) for g in sorted(graphs) if g not in drafts]
        return list({c.iri: c for c in found}.values())[:_SAME]


def drafts_of(reader: Reader) -> set[str]:
    """All drafts, those that say nothing yet too."""
    return set(reader.view.subjects(br("stance"), STANCE_DRAFT))


def home_of(reader: Reader, claim: str) -> str:
    """The facts file in which a claim stands."""
    return next((g.removeprefix(REGISTER) for *_, g in reader.view.quads(claim) if g.startswith(REGISTER)), "")


def digest_of(file: FactsFile, claim: str) -> str:
    """By what a draft is known to be the one that was judged."""
    return digest(file.statements(claim).encode())[:16]


def missing(candidate: Candidate) -> tuple[str, ...]:
    """What a draft lacks of a claim."""
    summary = " ".join(d.value for d in candidate.descriptions)
    lacks = {
        "It says nothing yet: what is it about, and what of it?": not candidate.content,
        "Nobody says it: who does?": not candidate.speaker,
        "Its summary is still to be worded.": not summary or UNWORDED in summary,
    }
    return tuple(text for text, lacking in lacks.items() if lacking)


def things_of(candidate: Candidate) -> list[str]:
    """The things that a claim names."""
    nodes: list[Node] = [candidate.speaker, *(o for _, o in candidate.said)]
    nodes += [n for s, _, o in candidate.content for n in (s, o)]
    return [n for n in dict.fromkeys(nodes) if isinstance(n, str) and n.startswith(ID)]


def users(reader: Reader, thing: str) -> set[str]:
    """The claims and things that speak of a thing; not its own entry."""
    quads = [*reader.view.quads(thing), *reader.view.quads(o=thing)]
    found = set()
    for s, _, o, g in quads:
        if g in _COMPUTED or g.endswith(DERIVED):
            continue
        if is_claim_graph(g):
            found.add(g)
        elif o == thing:
            found.add(s)
    if reader.index is not None and reader.index.statements(curie(thing)):
        found.add("")  # a data set: nothing that a draft could take away
    return found


def fields_of(candidate: Candidate, proposed: str = "") -> dict[str, str]:
    """What a claim says as it would be typed for ``kg add``; of content that cannot be typed so, nothing."""
    said = dict(candidate.said)

    return {
        "stance": local(proposed or candidate.stance), "by": curie(candidate.speaker) if candidate.speaker else "",
        "negated": "yes" if _text(said.get(br("negated"), "")) in ("true", "1") else "", **_asked(candidate),
        "held-by": "; ".join(_text(o) for p, o in candidate.said if p == br("heldBy")),
        "certainty": _text(said.get(br("certainty"), "")).rpartition(":")[2], "note": _text(said.get(COMMENT, "")),
        "summary": next((d.value for d in candidate.descriptions), ""),
    }  # fmt: skip


def _asked(candidate: Candidate) -> dict[str, str]:
    """About, what and value of a claim of one triple, one figure or one event."""
    empty = {"about": "", "what": "", "value": "", "unit": "", "on": ""}
    subjects = {s for s, _, _ in candidate.content}
    if len(subjects) != 1:
        return empty
    (subject,) = subjects
    said: dict[str, list[Node]] = {}
    for _, p, o in candidate.content:
        said.setdefault(p, []).append(o)
    if len(said) == 1:
        ((p, values),) = said.items()
        if p == TYPE:
            return empty | {"about": curie(subject), "what": _text(values[0])}
        return empty | {"about": curie(subject), "what": curie(p), "value": "; ".join(map(_text, values))}
    kept = {TYPE, br("date")}
    date = "".join(_text(o) for o in said.get(br("date"), ()))
    if br("indicator") in said and set(said) <= kept | _FIGURE:
        number = "".join(_text(o) for o in said.get(br("value"), ()))
        hedge = "".join(local(str(o)) for o in said.get(br("comparator"), ()))
        value = f"{hedge} {number}" if hedge in ("about", "nearly", "over") else number
        return _typed(said, "measureOf", "indicator") | {
            "value": value, "unit": "".join(_text(o) for o in said.get(br("unit"), ())), "on": date,
        }  # fmt: skip
    if br("eventType") in said and set(said) <= kept | {br("eventType"), br("actor"), *map(br, _OBJECTS)}:
        objects = [o for p in _OBJECTS for o in said.get(br(p), ())]
        return _typed(said, "actor", "eventType") | {"value": "; ".join(map(_text, objects)), "unit": "", "on": date}
    return empty


_FIGURE = frozenset(map(br, ("measureOf", "indicator", "value", "unit", "comparator")))
#: What an event is with or about, which its value gives back by the class of the thing.
_OBJECTS = ("signs", "milestoneOf", "onResolution", "item", "recipient", "location", "topic")


def _typed(said: Mapping[str, Sequence[Node]], about: str, what: str) -> dict[str, str]:
    return {"about": "; ".join(map(_text, said.get(br(about), ()))), "what": _text(said[br(what)][0])}


def _text(node: Node) -> str:
    return node.value if isinstance(node, Literal) else curie(node)


def _start(claim: Claim) -> int:
    return min((p.start for p in claim.passages if p.start is not None), default=1 << 60)


def _overlap(one: Passage, two: Passage) -> bool:
    bounds = (one.start, one.end, two.start, two.end)
    if None in bounds:
        return one.section is not None and one.section == two.section
    return bool(one.start < two.end and two.start < one.end)  # type: ignore[operator]
