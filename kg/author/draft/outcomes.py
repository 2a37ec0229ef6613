"""What a thing does, is for and is called: effects, aims, judgements, statuses, and what is the first of its kind.

Only where the words show whose it is: a cause is a thing that stands before the verb, an aim that of whoever is named
last before it, a judgement that of the noun behind the word.
"""

from __future__ import annotations

import re

from kg.author.draft.cues import Cue, Cues
from kg.author.draft.mentions import Mention, slug
from kg.author.draft.sentences import Sentence
from kg.author.draft.stances import Reading
from kg.author.draft.terms import Terms
from kg.author.draft.told import Content, Triple
from kg.text.terms import ID, TYPE, br, local, to_iri
from kg.values.claims import Literal

_WORD = re.compile(r"\S+")
#: So many words of an object are kept; a copy of more would be the text's and not ours.
_PHRASE = 6
#: So many words stand before a verb that begins its clause: , thereby further enabling.
_LEAD = 2
_JOINS = ("and", "or", "и", "или")
_BUILT = frozenset(map(br, ("Structure", "Project")))
_CAUSES = _BUILT | {br("Agreement")}
_AIMING = _BUILT | set(map(br, ("State", "Person", "Organization", "GovernmentBody", "InternationalOrganization")))


class Outcomes:
    """Reads them out of the sentences of one document."""

    def __init__(self, cues: Cues, terms: Terms, document: str) -> None:
        self._cues, self._terms, self._document = cues, terms, document

    def of(self, sentence: Sentence, reading: Reading, mentions: list[Mention]) -> list[Content]:
        """All that a reading of a part of a sentence tells of them."""
        if self._cues.language == "ko":  # what stands behind a verb there is no object of it
            return self._status(sentence, reading, mentions)
        return [
            *self._effects(sentence, reading, mentions),
            *self._aims(sentence, reading, mentions),
            *self._status(sentence, reading, mentions),
        ]

    def firsts(self, sentence: Sentence, mentions: list[Mention]) -> list[Content]:
        """Their first official road link: the set in which something is the first."""
        found = []
        for cue in self._cues.find("first", sentence.text):
            built = next((m for m in mentions if m.start >= cue.end and m.kind in _CAUSES and not m.back), None)
            kind = sentence.text[cue.end : built.end].strip() if built else ""
            if built and 1 <= len(kind.split()) <= _PHRASE and not self._cues.first("phrase-end", kind):
                said = (built.iri, br("firstOfKind"), Literal(kind, self._cues.language))
                found.append(Content((said,), f"{built.label}: the first {kind}", (built,), reasons=(cue.words,)))
        return found

    def judged(self, sentence: Sentence, word: str, start: int, mentions: list[Mention]) -> Mention | None:
        """What a word of judgement is about: the thing right behind it, or that of which it is said to be a deed."""
        text = sentence.text
        end = start + len(word)
        behind = text[end : end + 60]
        stop = self._cues.first("phrase-end", behind)
        until = end + (stop.start if stop else len(behind))
        for mention in mentions:
            if end <= mention.start < until and not mention.back:
                between = text[end : mention.start].split()
                return mention if len(between) <= 2 and not mention.speaks else None
        deed = self._cues.first("deed", text[end:until])
        said = self._cues.first("is", text[max(0, start - 40) : start])
        last = not text[end:until].strip(" ,.”\"'’")
        if not deed and not (said and last):
            return None
        things = [m for m in mentions if m.kind in _CAUSES]
        return next((m for m in reversed(things) if m.start < start), None)

    def _effects(self, sentence: Sentence, reading: Reading, mentions: list[Mention]) -> list[Content]:
        found = []
        text = sentence.text[: reading.end]
        for cue in self._terms.find("effect", text):
            if cue.start < reading.start:
                continue
            cause = self._cause(text, reading.start, cue.start, mentions)
            phrase = self._phrase(text, cue.end)
            if cause is None or not phrase or self._is_no_verb(text, cue):
                continue
            node = self._node(sentence, cue, local(cue.value))
            said: list[Triple] = [(node, TYPE, br("Effect")), (node, br("cause"), cause.iri)]
            said.append((node, br("effectType"), cue.value))
            used = [cause]
            place = text.index(phrase, cue.end)
            whole = [m for m in mentions if place <= m.start < place + len(phrase) and m.iri != cause.iri]
            if whole and (whole[0].start == place or whole[0].end == place + len(phrase)):
                said.append((node, br("affects"), whole[0].iri))
                used.append(whole[0])
            said.append((node, br("aspect"), Literal(phrase, self._cues.language)))
            effect = local(cue.value).replace("-", " ")
            found.append(Content(tuple(said), f"{cause.label} {effect}: {phrase}", tuple(used),
                                 reasons=(f"verb: {cue.words}",)))  # fmt: skip
        return found

    def _aims(self, sentence: Sentence, reading: Reading, mentions: list[Mention]) -> list[Content]:
        found = []
        text = sentence.text[: reading.end]
        for cue in self._cues.find("aim", text):
            before = [m for m in mentions if m.end <= cue.start and m.kind in _AIMING]
            phrase = self._phrase(text, cue.end)
            if cue.start < reading.start or not before or not phrase:
                continue
            node = self._node(sentence, cue, "aim")
            said: tuple[Triple, ...] = (
                (node, TYPE, br("Aim")),
                (node, br("aimOf"), before[-1].iri),
                (node, br("aspect"), Literal(phrase, self._cues.language)),
            )
            what = f"{before[-1].label} is for, or aims at: {phrase}"
            found.append(Content(said, what, (before[-1],), reasons=(f"aim: {cue.words}",)))
        return found

    def _status(self, sentence: Sentence, reading: Reading, mentions: list[Mention]) -> list[Content]:
        cue = self._cues.first("status", sentence.text[reading.start : reading.end])
        inside = [m for m in mentions if reading.start <= m.start < reading.end and m.kind in _BUILT]
        if cue is None or not inside:
            return []
        prop = "projectStatus" if inside[0].kind == br("Project") else "structureStatus"
        what = f"{inside[0].label}: {local(to_iri(cue.value)).replace('-', ' ')}"
        said = (inside[0].iri, br(prop), to_iri(cue.value))
        return [Content((said,), what, (inside[0],), reasons=(f"status: {cue.words}",))]

    def _phrase(self, text: str, start: int) -> str:
        """The object behind a verb: its words up to what ends it, without an article; "" for none."""
        while article := self._cues.first("article", text[start:].lstrip()):
            if article.start:
                break
            start += len(text[start:]) - len(text[start:].lstrip()) + article.end
        stop = self._cues.first("phrase-end", text[start:])
        words = [*_WORD.finditer(text, start, start + stop.start if stop else len(text))]
        if len(words) > _PHRASE:
            cut = next((i for i in range(_PHRASE, 1, -1) if self._cues.first("between", words[i][0])), 0)
            words = words[:cut]
        return text[words[0].start() : words[-1].end()].rstrip(" ,.;:") if words else ""

    def _cause(self, text: str, start: int, verb: int, mentions: list[Mention]) -> Mention | None:
        """The thing that stands before a verb in its clause; before the clause only where the verb begins it."""
        before = [m for m in mentions if m.start < verb and m.kind in _CAUSES]
        inside = next((m for m in before if m.start >= start), None)
        follows = len(text[start:verb].split()) <= _LEAD
        return inside or (next(iter(before), None) if follows else None)

    def _is_no_verb(self, text: str, cue: Cue) -> bool:
        """Whether what looks like a verb is a noun, stands before one (in changing times), or is aimed at."""
        before = text[: cue.start].rstrip()
        last = [found[-1] for sort in ("article", "between", "aim") if (found := self._cues.find(sort, before))]
        return any(c.end == len(before) and c.words.lower() not in _JOINS for c in last)

    def _node(self, sentence: Sentence, cue: Cue, kind: str) -> str:
        return f"{ID}{self._document}-{sentence.paragraph}-{slug(kind)}-{sentence.start + cue.start}"
