"""Who says a sentence: its author, unless its words name another, or a quotation goes on."""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.author.draft.cues import Cue, Cues
from kg.author.draft.mentions import Mention, Naming, new_mention
from kg.author.draft.sentences import Sentence
from kg.text.terms import br, to_iri

_OPEN, _SHUT = "“«\"", "”»\""
_BREAK = re.compile(r"[,;:—.()]|[\"“”«»]")


class Voice(NamedTuple):
    """Who says the words from ``start`` to ``end`` of a sentence. ``stance``: what the verb of saying makes of them."""

    start: int
    end: int
    speaker: Mention
    stance: str
    words: str


class Voices:
    """The speakers of a document as they come: a quotation without a name goes on with the last of them."""

    def __init__(self, cues: Cues, naming: Naming) -> None:
        self._cues, self._naming = cues, naming
        self._carried: Mention | None = None

    def read(self, sentence: Sentence, mentions: list[Mention]) -> Voice | None:
        """Whose words a sentence gives; None for the author's own."""
        voice = self._source(sentence, mentions) or self._saying(sentence, mentions) or self._goes_on(sentence)
        self._carried = voice.speaker if voice else None
        return voice

    def _source(self, sentence: Sentence, mentions: list[Mention]) -> Voice | None:
        """According to somebody, before or behind what they say."""
        text = sentence.text
        cue = self._cues.first("source", text)
        if cue is None:
            return None
        behind = cue.value != "behind"  # in Korean the name stands before the word
        span = (cue.end, _until(text, cue.end)) if behind else (_since(text, cue.start), cue.start)
        speaker = self._named(text, *span, mentions)
        if speaker is None:
            return None
        return Voice(*((span[1], len(text)) if cue.start < len(text) / 3 else (0, cue.start)), speaker, "", cue.words)

    def _saying(self, sentence: Sentence, mentions: list[Mention]) -> Voice | None:
        """Somebody says, calls or denies."""
        text = sentence.text
        for cue in self._cues.find("says", text):
            if text[: cue.start].rstrip().endswith((" to", " been", " be", " is", " was")):
                continue
            speaker = self._subject(text, cue, mentions)
            if speaker is None or speaker.kind == br("Structure"):
                continue
            after = text[cue.end :]
            quoted = cue.start > 1 and text[0] in _OPEN
            told = quoted or cue.value != "stated" or self._cues.language != "en" or _says_that(after, text[: cue.start])
            if told:
                place = (0, cue.start) if quoted or self._cues.language == "ko" else (cue.start, len(text))
                return Voice(*place, speaker, "" if cue.value == "stated" else cue.value, cue.words)
        return None

    def _subject(self, text: str, cue: Cue, mentions: list[Mention]) -> Mention | None:
        """Who does the saying: what stands last before the verb and can speak, or right behind it after a quotation."""
        start = _since(text, cue.start) if self._cues.language != "ko" else 0
        named = self._named(text, start, cue.start, mentions, last=self._cues.language != "ko")
        if named is None and start > 0 and text[start - 1] in ",—":  # Mr X, speaking for Y, said
            named = self._named(text, 0, start - 1, mentions)
        if named is None and text[:1] in _OPEN:
            named = self._named(text, cue.end, _until(text, cue.end), mentions)
        return named

    def _named(self, text: str, start: int, end: int, mentions: list[Mention], *, last: bool = False) -> Mention | None:
        """Who is named in a part of a sentence: a person or an outlet before a group, and a group before a state."""
        inside = [m for m in mentions if start <= m.start and m.end <= end and m.speaks]
        people = [m for m in inside if m.kind != br("State")]
        group = self._group(text, start, end)
        if people and not (group and group.start >= people[-1].end):
            return people[-1 if last else 0]
        return group or (inside[-1 if last else 0] if inside else None)

    def _group(self, text: str, start: int, end: int) -> Mention | None:
        """Speakers without a name, or an office: the words around them are what they are called."""
        part = text[start:end]
        cues = self._cues.find("group", part) or self._cues.find("office", part)
        if not cues:
            return None
        cue = cues[-1]
        begin = max(m.end() for m in re.finditer(r"^|\b(?:the|a|an|of|that|by|and|to|his|her|their)\s+|[,:—]\s*", part[: cue.start], re.I))
        label = part[begin : cue.end].strip(" '’\"«»“”")
        return new_mention(start + begin, start + cue.end, to_iri(cue.value), label, self._cues.language)

    def _goes_on(self, sentence: Sentence) -> Voice | None:
        """A quotation without a name goes on with whoever spoke last."""
        text = sentence.text
        quoted = text[:1] in _OPEN and text.rstrip(".")[-1:] in _SHUT
        last = self._carried or (self._naming.last(br("Person")) if quoted else None)
        return Voice(0, len(text), last, "", "“…”") if quoted and last else None


def _says_that(after: str, before: str) -> bool:
    """Whether words behind a verb of saying are what is said, and not what is spoken of."""
    return re.match(r"\s*(?:[^,.;]{0,40}\bthat\b|[:,]?\s*[\"“«]|(?:it|he|she|they|the|its|his|her|their|a|[A-Z]\w+)\s)", after) is not None and (
        re.search(r"\b(?:the|a|an|of|this|these|military|their|its)\s+$", before) is None
    )


def _since(text: str, end: int) -> int:
    found = [m.end() for m in _BREAK.finditer(text[:end])]
    return found[-1] if found else 0


def _until(text: str, start: int) -> int:
    match = _BREAK.search(text, start)
    return match.start() if match else len(text)
