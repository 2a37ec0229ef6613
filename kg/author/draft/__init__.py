"""Claims that a text seems to make, for somebody to review: read by rules, without a model, each guess with its reason.

sentences → who is mentioned → who says it → how each part is meant → what it tells
"""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.author.draft.contents import Teller
from kg.author.draft.cues import LANGUAGES, read_cues
from kg.author.draft.lexicon import Lexicon, Name
from kg.author.draft.mentions import Naming
from kg.author.draft.sentences import Sentence, sentences
from kg.author.draft.speakers import Voice, Voices
from kg.author.draft.stances import Reading, readings
from kg.author.draft.told import Content
from kg.errors import WrongCall
from kg.text.terms import br, to_iri
from kg.values.candidate import Candidate, Span
from kg.values.claims import Literal, Node

__all__ = ["LANGUAGES", "Lexicon", "Name", "Origin", "draft"]


class Origin(NamedTuple):
    """The document that is read: its IRI, the last part of it, its author, and who speaks in the page around it."""

    iri: str
    id: str
    author: str
    page: str


def draft(text: str, language: str, lexicon: Lexicon, document: Origin) -> list[Candidate]:
    """What a text seems to claim, in order. Raises WrongCall for a language without its words."""
    if language not in LANGUAGES:
        raise WrongCall(
            f"Texts in {language} cannot be read: there are words for {', '.join(LANGUAGES)}.", "Use --with."
        )
    return _Reader(language, lexicon, document).read(text)


class _Reader:
    """One document on its way through all the parts."""

    def __init__(self, language: str, lexicon: Lexicon, document: Origin) -> None:
        self._cues, self._document = read_cues(language), document
        self._naming = Naming(lexicon.names, self._cues, document.id)
        self._voices = Voices(self._cues, self._naming)
        self._terms = lexicon.terms
        self._teller = Teller(self._cues, lexicon.units, lexicon.terms, document.id)

    def read(self, text: str) -> list[Candidate]:
        found: dict[tuple[object, ...], Candidate] = {}
        bio = 0
        for sentence in sentences(text, self._cues):
            bio = sentence.paragraph if sentence.kind == "bio" else bio
            for candidate in self._sentence(sentence, bio == sentence.paragraph):
                key = (candidate.passages, candidate.stance, candidate.speaker, candidate.content)
                found.setdefault(key, candidate)
        return list(found.values())

    def _sentence(self, sentence: Sentence, bio: bool) -> list[Candidate]:
        if sentence.kind in ("page", "question"):
            return []
        if sentence.kind == "tags":
            return [self._tags(sentence)]
        mentions = self._naming.read(sentence)
        if sentence.kind == "heading" and not (mentions and self._tells(sentence.text)):
            return []
        if sentence.kind == "cites":
            return [self._cites(sentence)]
        voices = self._voices.read(sentence, mentions)
        found = [self._candidate(sentence, Reading(0, 0, "stated", False, ()), c, None, bio) for c in
                 self._teller.granted(sentence, mentions)]  # fmt: skip
        for reading in readings(sentence, self._cues):
            for content in self._teller.of(sentence, reading, mentions):
                found.append(self._candidate(sentence, *_voiced(reading, content, voices), bio))
        found += [self._candidate(sentence, Reading(0, 0, "stated", False, ()), c, None, bio) for v in voices
                  for c in self._teller.act(sentence, v.words, mentions)]  # fmt: skip
        return found

    def _tells(self, text: str) -> bool:
        """Whether a heading says something: somebody acts in it."""
        return any(
            self._cues.first(sort, text) for sort in ("relation", "status", "planned", "expected", "fact")
        ) or bool(self._terms.find("event", text))

    def _tags(self, sentence: Sentence) -> Candidate:
        """Words under which a page files its text."""
        tags = re.findall(r"#(\w+)", sentence.text)
        triples = tuple((self._document.iri, br("tag"), Literal(t)) for t in tags)
        content = Content(triples, f"The document has {len(tags)} tags", ())
        return self._candidate(sentence, Reading(0, 0, "stated", False, ()), content, None, False)

    def _cites(self, sentence: Sentence) -> Candidate:
        """A line that names another text."""
        what = sentence.text.partition(":")[2].strip()
        triples: tuple[tuple[str, str, Node], ...] = ()
        content = Content(triples, "The document points to another text", (), reasons=(f"points to: {what}",))
        return self._candidate(sentence, Reading(0, 0, "stated", False, ()), content, None, False)

    def _candidate(
        self, sentence: Sentence, reading: Reading, content: Content, voice: Voice | None, bio: bool
    ) -> Candidate:
        speaker = voice.speaker.iri if voice else self._document.page if bio else self._document.author
        said: list[tuple[str, Node]] = []
        if reading.negated:
            said.append((br("negated"), Literal("true", None, "http://www.w3.org/2001/XMLSchema#boolean")))
        attribution = "boilerplate" if bio else _ATTRIBUTED.get(voice.speaker.kind, "collective") if voice else ""
        if attribution:
            said.append((br("attribution"), to_iri(f"attr:{attribution}")))
        used = [*content.mentions, *([voice.speaker] if voice else [])]
        reasons = [
            f"{reading.stance}: {', '.join(reading.words)}"
            if reading.words
            else f"{reading.stance}: no word says otherwise",
            f"speaker: {voice.words} {voice.speaker.label}"
            if voice
            else f"speaker: {'the page' if bio else 'the author'}",
            *content.reasons,
            *(f"{m.label} (?) is new: {_class(m.kind)}" for m in used if m.thing),
        ]
        return Candidate(
            self._document.iri, (_span(sentence),), content.triples, speaker, to_iri(f"stance:{reading.stance}"),
            (Literal(content.words, "en"),), self._context(sentence, content), tuple(said),
            tuple(dict.fromkeys([*content.things, *(m.thing for m in used if m.thing)])), reasons=tuple(reasons),
        )  # fmt: skip

    def _context(self, sentence: Sentence, content: Content) -> tuple[Span, ...]:
        """Where what a sentence only points back to was named."""
        named = (self._naming.named_in(m.iri, sentence) for m in content.mentions if m.back)
        return tuple(dict.fromkeys(_span(s) for s in named if s))


_ATTRIBUTED = {
    br("Person"): "person", br("State"): "state", br("GovernmentBody"): "state", br("MediaOutlet"): "media",
    br("AnonymousSource"): "anonymous",
}  # fmt: skip


def _class(kind: str) -> str:
    """A class as people read it."""
    return kind.rpartition("#")[2]


def _span(sentence: Sentence) -> Span:
    return Span(sentence.start, sentence.end, sentence.paragraph)


def _voiced(reading: Reading, content: Content, voices: list[Voice]) -> tuple[Reading, Content, Voice | None]:
    """A part of a sentence as its speaker means it; what does not lie in their words is the author's."""
    voice = next((v for v in voices if reading.end > v.start and reading.start < v.end), None)
    if voice is None:
        return reading, content, None
    if voice.stance == "denied":
        return reading._replace(stance="denied", negated=False, words=(voice.words,)), content, voice
    if voice.stance and reading.stance in ("stated", "assessed"):
        return reading._replace(stance=voice.stance, words=(*reading.words, voice.words)), content, voice
    return reading, content, voice
