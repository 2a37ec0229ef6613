"""Claims, documents and names as values, read from a view and remembered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from kg.claims.cut import Cut
from kg.claims.index import ClaimsIndex
from kg.errors import NotFound
from kg.text.names import fold
from kg.text.terms import (
    BASE_VIEW,
    CLAIM,
    COMMENT,
    DCT,
    DERIVED,
    DOC,
    ID,
    LABEL,
    OA,
    PREF_LABEL,
    TYPE,
    br,
    curie,
    expand,
    is_claim_graph,
    local,
)
from kg.values.claims import Claim, Coding, Document, Link, Literal, Node, Passage, Period, Ref, Retraction, finite
from kg.values.said import Said

if TYPE_CHECKING:
    from kg.claims.records import Records

_LABELS = (LABEL, PREF_LABEL, DCT + "title")
_RECORDED_LABELS = ("rdfs:label",)
_LINKS = ("contradicts", "corroborates", "supersedes", "qualifies", "repeats")


class Reader:
    """Reads values from a claims index, with names in one language (falling back to English, then to any)."""

    def __init__(self, claims: ClaimsIndex, lang: str = "en") -> None:
        self.claims, self.view = claims, claims.quads
        self.lang, self.passing = lang, Cut()
        self._labels: dict[str, str] = {}
        self._claims: dict[str, Claim] = {}
        self._documents: dict[str, Document] = {}
        self._codings: dict[str, Coding | None] = {}

    def in_language(self, lang: str) -> Reader:
        """A reader of the same graph in another language."""
        return self if lang == self.lang else Reader(self.claims, lang).within(self.passing)

    def within(self, passing: Cut) -> Reader:
        """A reader of the same, to which a series of records tells only of those that pass."""
        found = Reader(self.claims, self.lang)
        found.passing, found._labels, found._documents = passing, self._labels, self._documents
        found._codings = self._codings
        return found

    def label(self, iri: str) -> str:
        """The name of a thing; its short IRI when it has none."""
        if iri not in self._labels:
            # most names stand in the base view; asking there first reads each once instead of twice
            places = ((p, g) for g in (BASE_VIEW, None) for p in _LABELS)
            found = next(filter(None, (self._pick(self.view.objects(iri, p, g)) for p, g in places)), None)
            self._labels[iri] = found or self._recorded_label(iri) or self._act(iri) or local(iri)
        return self._labels[iri]

    def _act(self, iri: str) -> str | None:
        """What happens in an event that nobody has named."""
        kind = self.view.value(iri, br("eventType")) if iri.startswith(ID) else None
        return self.label(str(kind)) if kind else None

    @property
    def index(self) -> Records | None:
        """The records of data sets; None where there are none."""
        return self.claims.records

    def _recorded_label(self, iri: str) -> str | None:
        """The name that data sets give a thing, or what a record says."""
        if self.index is None:
            return None
        if iri.startswith(CLAIM):
            from kg.ask.records import find

            claim = find(self, iri)
            return claim.summary if claim else None
        said = self.index.statements(curie(iri))
        return self._pick([Literal(v, lang or None) for p, v, lang in said if p in _RECORDED_LABELS])

    def kinds(self, iri: str) -> list[str]:
        """The classes of a thing."""
        found = [str(o) for o in self.view.objects(iri, TYPE)]
        if not found and self.index is not None:
            found = [expand(v) or v for p, v, _ in self.index.statements(curie(iri)) if p == "a"]
        return found

    def _pick(self, nodes: list[Node]) -> str | None:
        by_lang = {n.lang: n.value for n in reversed(nodes) if isinstance(n, Literal)}
        for lang in (self.lang, "en", None):
            if lang in by_lang:
                return by_lang[lang]
        return next(iter(by_lang.values()), None)

    def readable(self, nodes: Sequence[Node]) -> list[Node]:
        """Things and plain texts, and of texts in several languages those in the one nearest to the reader's."""
        there = {n.lang for n in nodes if isinstance(n, Literal) and n.lang}
        nearest = next((lang for lang in (self.lang, "en", *sorted(there)) if lang in there), None)
        return [n for n in nodes if not isinstance(n, Literal) or n.lang in (None, nearest)]

    def text(self, s: str, p: str, g: str | None = None) -> str | None:
        """The text of a property, in the language nearest to the reader's."""
        return self._pick(self.view.objects(s, p, g))

    def ref(self, iri: str) -> Ref:
        """Id and name of a thing."""
        return Ref(curie(iri), self.label(iri))

    def refs(self, s: str, p: str) -> tuple[Ref, ...]:
        """The things that a property leads to, ordered by id."""
        return tuple(sorted(self.ref(o) for o in self.view.objects(s, p) if isinstance(o, str)))

    def one(self, s: str, p: str) -> Ref | None:
        """The thing that a property leads to, or None."""
        return next(iter(self.refs(s, p)), None)

    def claim(self, iri: str) -> Claim:
        """All that is known about a claim. Raises NotFound."""
        if iri not in self._claims:
            self._claims[iri] = self._read_claim(iri)
        return self._claims[iri]

    def preload(self, iris: Iterable[str]) -> None:
        """Read many claims in one go."""
        missing = [iri for iri in iris if iri not in self._claims]
        if len(missing) < 2:
            return
        self.view.preload(missing)
        places = (br("passage"), br("contextPassage"))
        self.view.preload(str(o) for iri in missing for p in places for o in self.view.objects(iri, p))

    def find_claim(self, name: str) -> str:
        """The IRI of a claim from ``essay-001``, ``c:essay-001`` or an IRI. Raises NotFound with the nearest names."""
        iri = expand(name) or CLAIM + name
        if self.view.has(iri, TYPE, br("Claim")) or iri in self._claims:
            return iri
        recorded = self._recorded(iri)
        if recorded:
            return recorded.iri
        now = next((local(str(o)) for o in self.view.objects(iri, DCT + "isReplacedBy")), None)
        if now:
            hint = Said("Its id is {name} now.", name=now)
            raise NotFound(Said("There is no claim ‘{word}’.", word=name), [now], hint)
        from rapidfuzz import process

        known = [local(s) for s, *_ in self.view.quads(None, TYPE, br("Claim"))]
        near = [n for n, *_ in process.extract(local(iri), known, limit=3, score_cutoff=70)]
        near = [*filter(None, [self._renamed(local(iri))]), *near]
        raise NotFound(
            Said("There is no claim ‘{word}’.", word=name),
            near,
            Said("Did you mean {names}?", names=", ".join(near)) if near else "Claims have names such as essay-001.",
        )

    def _read_claim(self, iri: str) -> Claim:
        view = self.view
        by: dict[str, list[Node]] = {}
        for _, p, o, _ in view.quads(iri):
            if o not in by.setdefault(p, []):
                by[p].append(o)
        document = next((o for o in by.get(br("inDocument"), []) if isinstance(o, str)), None)
        if document is None:
            recorded = self._recorded(iri)
            if recorded is None:
                raise NotFound(Said("There is no claim ‘{word}’.", word=curie(iri)))
            return recorded

        def refs(name: str) -> tuple[Ref, ...]:
            return tuple(sorted(self.ref(o) for o in by.get(br(name), []) if isinstance(o, str)))

        def first(name: str) -> Ref | None:
            return next(iter(refs(name)), None)

        def plain(name: str) -> str | None:
            return next((o.value for o in by.get(br(name), []) if isinstance(o, Literal)), None)

        return Claim(
            id=curie(iri).removeprefix("c:"),
            iri=iri,
            summary=self._pick(by.get(DCT + "description", [])) or "",
            stance=first("stance") or Ref("", "?"),
            speakers=refs("statedBy"),
            document=self.document(document),
            passages=self.passages(by.get(br("passage"), [])),
            context=self.passages(by.get(br("contextPassage"), [])),
            held_by=refs("heldBy"),
            agreed_by=refs("agreedBy"),
            attribution=first("attribution"),
            certainty=first("certainty"),
            explicitness=first("explicitness"),
            salience=first("salience"),
            document_time=first("documentTime"),
            negated=plain("negated") in ("true", "1"),
            superseded=iri in self.claims.statements.replaced,
            retraction=self._retraction(by, plain("retractedOn")),
            condition=self._pick(by.get(br("condition"), [])),
            quotation=self._pick(by.get(br("quotation"), [])),
            stated_on=plain("statedOn"),
            period=_validity(plain("validFrom"), plain("validUntil")),
            notes=tuple(o.value for o in self.readable(by.get(COMMENT, [])) if isinstance(o, Literal)),
            links=tuple(
                sorted(Link(name, curie(str(o)).removeprefix("c:")) for name in _LINKS for o in by.get(br(name), []))
            ),
            file=view.text(iri, br("inFile")),
            coding=self._coding(by[br("coding")]) if br("coding") in by else self.coding(document),
        )

    def _retraction(self, by: dict[str, list[Node]], day: str | None) -> Retraction | None:
        return Retraction(day, self._pick(by.get(br("retractionReason"), [])) or "") if day else None

    def _recorded(self, iri: str) -> Claim | None:
        """A record or a series of them as a claim."""
        if self.index is None:
            return None
        from kg.ask.records import find

        return find(self, iri)

    def _renamed(self, name: str) -> str | None:
        """The id of the record whose id was once written so."""
        if self.index is None:
            return None
        from kg.ask.records import renamed

        return renamed(self.index, name)

    def passages(self, nodes: Sequence[Node]) -> tuple[Passage, ...]:
        """Places in a document, in order."""
        found = []
        for node in nodes:
            by = {p: o.value for _, p, o, _ in self.view.quads(str(node)) if isinstance(o, Literal)}
            numbers = (by.get(p) for p in (br("paragraph"), OA + "start", OA + "end", br("page")))
            paragraph, start, end, page = (None if n is None or finite(n) is None else int(n) for n in numbers)
            digest, section, record = (by.get(br(p)) for p in ("passageHash", "section", "recordId"))
            found.append((str(node), Passage(paragraph, start, end, digest, section, record, page)))
        return tuple(p for _, p in sorted(found, key=lambda x: (len(x[0]), x[0])))

    def document(self, iri: str) -> Document:
        """A document; one that nobody has described has only its id."""
        if iri not in self._documents:
            view = self.view
            self._documents[iri] = Document(
                id=curie(iri).removeprefix("d:") if iri.startswith(DOC) else curie(iri),
                iri=iri,
                title=self._pick([q[2] for q in view.quads(iri, DCT + "title") if not is_claim_graph(q[3])])
                or self.label(iri),
                creators=self.refs(iri, DCT + "creator"),
                publishers=self.refs(iri, DCT + "publisher"),
                issued=view.text(iri, DCT + "issued"),
                recorded_on=view.text(iri, br("recordedOn")),
                origins=tuple(
                    sorted(
                        {
                            curie(str(q[2])).removeprefix("d:")
                            for q in view.quads(iri, DCT + "source")
                            if not is_claim_graph(q[3])
                        }
                    )
                ),
                text_hash=view.text(iri, br("textHash")),
                file_name=view.text(iri, br("fileName")),
                language=view.text(iri, DCT + "language"),
                address=view.text(iri, DCT + "identifier"),
                accessed_on=view.text(iri, br("accessedOn")),
                licence=view.text(iri, DCT + "license"),
                citation=view.text(iri, DCT + "bibliographicCitation"),
            )
        return self._documents[iri]

    def coding(self, document: str) -> Coding | None:
        """Who wrote the claims of a document down."""
        if document not in self._codings:
            named = (o for _, _, o, g in self.view.quads(document, br("coding")) if not is_claim_graph(g))
            self._codings[document] = self._coding(list(named))
        return self._codings[document]

    def _coding(self, nodes: list[Node]) -> Coding | None:
        node = min((str(o) for o in nodes), default=None)
        if node is None:
            return None
        by, method = self.refs(node, br("codedBy")), self.one(node, br("codingMethod"))
        return Coding(by, self.view.text(node, br("codedOn")), method)

    def issued(self, document: str) -> Period | None:
        """When a document was published; None when it does not say."""
        begins, ends = (self.view.text(document, br(n)) for n in ("begins", "ends"))
        return Period("", begins, ends) if begins or ends else None

    def documents(self) -> list[Document]:
        """All documents, by id."""
        return sorted((self.document(s) for s in self.view.subjects(TYPE, br("Document"))), key=lambda d: d.id)

    def period_of(self, claim: str, *nodes: str | None) -> Period | None:
        """When a claim's content holds: the date of the first of its nodes that has one, else the claim's validity."""
        for node in nodes:
            if node is None:
                continue
            text = self.view.text(node, br("date"), claim)
            begins, ends = (
                self.view.text(node, br(n), claim) or self.view.text(node, br(n), claim + DERIVED)
                for n in ("begins", "ends")
            )
            if text or begins or ends:
                return Period(text or f"{begins or ''}/{ends or '..'}", begins, ends)
        return self.claim(claim).period

    def same_name(self, name: str, iri: str) -> bool:
        """Whether a folded name belongs to a thing, in any language."""
        return any(isinstance(o, Literal) and fold(o.value) == name for p in _LABELS for o in self.view.objects(iri, p))


def document_iri(name: str) -> str:
    """The IRI of a document from its id (``report``), a CURIE or an IRI."""
    return expand(name) or expand(f"d:{name}") or name


def _validity(begins: str | None, ends: str | None) -> Period | None:
    """When a claim says of itself that it holds."""
    return Period(f"{begins or ''}/{ends or '..'}", begins, ends) if begins or ends else None
