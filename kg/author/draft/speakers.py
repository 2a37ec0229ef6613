"""Who says a sentence: its author, unless its words name another, or a quotation goes on."""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.author.draft.cues import Cue, Cues
from kg.author.draft.mentions import Mention, Naming, new_mention
from kg.author.draft.sentences import Sentence
from kg.base.catalogue import catalogue
from kg.base.entry import Entry
from kg.text.terms import br, to_iri

_OPEN, _SHUT = '“«"', '”»"'
_SAID = re.compile(r"\s*(?:[^,.;]{0,40}\bthat\b|[:,]?\s*[\"“«]|(?:it|he|she|they|the|its|his|her|their|a|[A-Z]\w+)\s)")
#: What stands before the words for a speaker and is no part of them.
_LEAD = re.compile(
    r"^|\b(?:the|a|an|that|by|and|to|his|her|their|with|has|have|how|где|что)\s+|[,:—]\s*|['’]s?\s+", re.I
)
_DUMB = frozenset(map(br, ("Structure", "Agreement", "Project", "Place", "ArmedConflict")))
_BODIES = frozenset(map(br, ("GovernmentBody", "MediaOutlet", "Organization")))
#: What may stand behind a verb of saying that ends its sentence.
_ENDS = re.compile(r"(?:\s+(?:on|in|at|last|earlier|late|during|to|via|through)\b[^,;]{0,60})?[\s.!]*", re.I)
#: What may stand between the words that are said and who says them: a comma, an article, an office.
_BEFORE = re.compile(
    r"[,—–]\s*(?:the\s+)?(?:[A-Z][\w’'-]*\s+|(?:foreign|prime|deputy|minister|president|spokes\w+)\s+){0,4}\Z"
)
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

    def read(self, sentence: Sentence, mentions: list[Mention]) -> list[Voice]:
        """Whose words a sentence gives, part by part; none for the author's own."""
        found = self._source(sentence, mentions) or self._saying(sentence, mentions) or self._goes_on(sentence)
        self._carried = found[-1].speaker if found else None
        for voice in found:
            self._naming.note(voice.speaker, sentence)
        return found

    def _source(self, sentence: Sentence, mentions: list[Mention]) -> list[Voice]:
        """According to somebody, before or behind what they say."""
        text = sentence.text
        cue = self._cues.first("source", text)
        if cue is None:
            return []
        behind = cue.value != "behind"  # in Korean the name stands before the word
        span = (cue.end, _until(text, cue.end)) if behind else (_since(text, cue.start), cue.start)
        speaker = self._named(text, *span, mentions, last=behind)
        if speaker is None:
            return []
        return [Voice(*((span[1], len(text)) if cue.start < len(text) / 3 else (0, cue.start)), speaker, "", cue.words)]

    def _saying(self, sentence: Sentence, mentions: list[Mention]) -> list[Voice]:
        """Somebody says, calls or denies; each has the words from the verb to the next who does."""
        text, korean = sentence.text, self._cues.language == "ko"
        found: list[Voice] = []
        for cue in self._cues.find("says", text):
            if text[: cue.start].rstrip().endswith((" to", " been", " be", " is", " was", " are", " were", " as")):
                continue
            speaker = self._subject(text, cue, mentions)
            if speaker is None or speaker.kind in _DUMB or (cue.value == "held" and speaker.kind == br("State")):
                continue
            quoted = cue.start > 1 and text[0] in _OPEN
            closing = speaker.start if not quoted and _closes(text, cue, speaker) else 0
            told = quoted or closing or cue.value != "stated" or self._cues.language != "en" or _says_that(text, cue)
            if told and not (found and quoted):
                place = (0, closing or len(text)) if quoted or korean or closing else (cue.start, len(text))
                stance = {"stated": "", "held": "assessed"}.get(cue.value, cue.value)
                if found:
                    found[-1] = found[-1]._replace(
                        end=max(speaker.start if not speaker.back else 0, found[-1].start + 1)
                    )
                found.append(Voice(*place, speaker, stance, cue.words))
        return found

    def _subject(self, text: str, cue: Cue, mentions: list[Mention]) -> Mention | None:
        """Who does the saying: what stands last before the verb and can speak, or right behind it after a quotation."""
        if self._cues.language == "ko":
            return self._named(text, 0, cue.start, mentions)
        start = _since(text, cue.start)
        named = self._named(text, start, cue.start, mentions, last=True)
        while named is None and start > 0 and text[start - 1] in ",—":  # Mr X, who leads Y, said
            end = start - 1
            start = _since(text, end)
            apart = re.match(r"\s*(?:\w+ing|\w+ed|who|which)\s", text[start:end]) and start > 0
            named = None if apart else self._named(text, start, end, mentions, last=start > 0)
        if named is None and text[:1] in _OPEN:
            named = self._named(text, cue.end, _until(text, cue.end), mentions)
        return named

    def _named(self, text: str, start: int, end: int, mentions: list[Mention], *, last: bool = False) -> Mention | None:
        """Who is named in a part of a sentence: a person or an outlet before a group, and a group before a state."""
        inside = [m for m in mentions if start <= m.start and m.end <= end and m.speaks]
        people = [m for m in inside if m.kind != br("State")]
        group = self._group(text, start, end, mentions)
        if people and not (group and group.start >= people[-1].end):
            return people[-1 if last else 0]
        return group or (inside[-1 if last else 0] if inside else None)

    def _group(self, text: str, start: int, end: int, mentions: list[Mention]) -> Mention | None:
        """Speakers without a name, or an office: the words around them are what they are called."""
        part = text[start:end]
        cues = self._cues.find("group", part) or self._cues.find("office", part)
        bodies = [c for c in self._cues.find("kind", part) if to_iri(c.value) in _BODIES]
        if not cues and not bodies:
            return None
        cue = (cues or bodies)[-1]
        begin = max(m.end() for m in _LEAD.finditer(part[: cue.start]))
        of = re.match(r"\s(?:of|for)\s(?:the\s)?[A-Z][\w-]*(?:\s[A-Z][\w-]*)*", part[cue.end :])
        stop = cue.end + (of.end() if of else 0)
        if self._cues.language == "ko" and to_iri(cue.value) == br("Person") and part[begin : cue.start].strip():
            stop = cue.start  # the name stands before the office
        label = part[begin:stop].strip(" '’\"«»“”")
        found = new_mention(start + begin, start + stop, to_iri(cue.value), label, self._cues.language)
        state = next(
            (m for m in mentions if m.kind == br("State") and m.start == found.start and m.end < found.end), None
        )
        beside = next((m for m in mentions if m.kind == br("State") and _owns(text, m, found)), None)
        known = _office(label, text[state.end : found.end] if state else label, state or beside)
        if known:
            return Mention(found.start, found.end, known.iri, known.kind, known.label(self._cues.language))
        if state and found.thing and found.kind == br("ActorGroup"):
            return found._replace(thing=found.thing._replace(said=((br("organOf"), state.iri),)))
        return found

    def _goes_on(self, sentence: Sentence) -> list[Voice]:
        """A quotation without a name goes on with whoever spoke last."""
        text = sentence.text
        quoted = text[:1] in _OPEN and text.rstrip(".")[-1:] in _SHUT
        last = self._carried or (self._naming.last(br("Person")) if quoted else None)
        return [Voice(0, len(text), last, "", "“…”")] if quoted and last else []


def _closes(text: str, cue: Cue, speaker: Mention) -> bool:
    """Whether a sentence ends in who says it: …, the ministry said on Monday."""
    apart = _BEFORE.search(text[: speaker.start]) is not None and speaker.end <= cue.start
    return apart and _ENDS.fullmatch(text[cue.end :]) is not None


def _owns(text: str, state: Mention, body: Mention) -> bool:
    """Whether a state stands right before a body of it: Finland's foreign ministry."""
    return state.end <= body.start and re.fullmatch(r"['’]s?\s+", text[state.end : body.start]) is not None


def _office(label: str, rest: str, state: Mention | None) -> Entry | None:
    """The office or body of a state that the base knows by a name, or by what is left of it beside the state."""
    names = [label, *([f"{rest.strip(' ’s')} of {state.label}"] if state else [])]
    found = [e for name in names for e in catalogue().named(name)]
    return found[0] if found and found[0].kind != br("State") else None


def _says_that(text: str, cue: Cue) -> bool:
    """Whether words behind a verb of saying are what is said, and not what is spoken of."""
    if re.search(r"\b(?:the|a|an|of|this|these|military|their|its)\s+$", text[: cue.start]):
        return False
    return _SAID.match(text[cue.end :]) is not None or cue.words.endswith("ing")


def _since(text: str, end: int) -> int:
    found = [m.end() for m in _BREAK.finditer(text[:end])]
    return found[-1] if found else 0


def _until(text: str, start: int) -> int:
    match = _BREAK.search(text, start)
    return match.start() if match else len(text)
