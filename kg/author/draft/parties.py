"""Who acts and towards whom, by where they stand around a verb, and whether what looks like a verb is one."""

from __future__ import annotations

from typing import NamedTuple

from kg.author.draft.cues import Cue, Cues
from kg.author.draft.mentions import Mention
from kg.text.terms import br

#: Who only tells of acts.
_TELLERS = frozenset(map(br, ("MediaOutlet", "AnonymousSource")))
#: So many words may stand between a verb and its object; a name further away belongs to another part.
_REACH = 5
#: So many words a Korean name may go on before the particle that says what it does.
_TITLE = 3
_OWNED = ("of", "in")
_JOINED = frozenset(("and", ",", ", and", "и", ""))


class Parties(NamedTuple):
    """Those who act, and those towards whom."""

    doers: list[Mention]
    others: list[Mention]


class Clause(NamedTuple):
    """A sentence, the part of it that is read, and who is mentioned there."""

    text: str
    start: int
    end: int
    mentions: list[Mention]


def is_verb(cues: Cues, clause: Clause, verb: Cue) -> bool:
    """Whether words are a verb that tells of an act, and not a noun, an adjective or a participle of that stem."""
    if cues.language == "ko":
        return bool(cues.first("finite", clause.text[verb.start : verb.end]))
    before = clause.text[: verb.start].rstrip()
    if any(_ends(cues, sort, before) for sort in ("article", "agent")) and not _ends(cues, "auxiliary", before):
        return False
    word = verb.words.split()[0]
    finite = cues.first("finite", word)
    if finite and (finite.start, finite.end) == (0, len(word)):
        return not _ends(cues, "aside", before)
    if cues.language != "en":
        return False
    if cues.first("ing", word):
        return _ends(cues, "passive", before)
    beside = any(m.end == len(before) for m in clause.mentions)
    return beside or _ends(cues, "auxiliary", before)


def parties(cues: Cues, clause: Clause, verb: Cue) -> Parties:
    """Who does what a verb says: the nearest name before it with those joined to it, or in the passive who did it."""
    named = [m for m in clause.mentions if clause.start <= m.start < clause.end]
    named = [m for m in named if m.speaks and m.kind not in _TELLERS]
    if cues.language == "ko":
        return _by_particles(cues, clause.text, named)
    before = [m for m in named if m.end <= verb.start]
    after = [m for m in named if m.start >= verb.end]
    if _is_passive(cues, clause.text, verb):
        doers = next((_joined(clause.text, after, m) for m in after if _led(cues, "agent", clause.text, m)), [])
        pair = [m for m in before if _led(cues, "aside", clause.text, m)]
        sides = _joined(clause.text, before, before[-1]) if pair else []  # the treaty between A and B was signed
        return Parties(doers, before[-1:]) if doers else Parties(sides if len(sides) > 1 else [], [])
    free = [m for m in before if not _led(cues, "aside", clause.text, m)]
    head = free[-1] if free else next((m for m in reversed(before) if _is_owner(clause.text, m)), None)
    if head is None or _goes_between(cues, clause.text[head.end : verb.start]):
        return Parties([], [])
    doers = _joined(clause.text, before, head)
    same = {m.iri for m in doers}
    near = (m for m in after if len(clause.text[verb.end : m.start].split()) <= _REACH and m.iri not in same)
    return Parties(doers, [m for m in near if _is_met(cues, clause.text, m)][:1])


def _by_particles(cues: Cues, text: str, named: list[Mention]) -> Parties:
    """Korean says by a particle who acts; those joined to them stand right before."""
    doers: list[Mention] = []
    others: list[Mention] = []
    for mention in reversed(named):
        words = text[mention.start :].split()[:_TITLE]
        role = next((r for w in words for r in ("object", "subject") if _ends(cues, r, w)), "")
        joint = bool(doers) and text[mention.start : mention.end + 1].strip().endswith(("와", "과"))
        joint = joint and text[mention.end : doers[0].start].strip() == ""
        if joint or (role == "subject" and not doers):
            doers.insert(0, mention)
        elif role == "object" and mention.iri not in {m.iri for m in doers}:
            others.insert(0, mention)
    if named and not doers and named[0].back:
        doers = [m for m in named if m.start == named[0].start]
    return Parties(doers, others[:1])


def _ends(cues: Cues, sort: str, text: str) -> bool:
    """Whether a text ends with words of a sort."""
    tail = text[-24:]
    return any(c.end == len(tail) for c in cues.find(sort, tail))


def _led(cues: Cues, sort: str, text: str, mention: Mention) -> bool:
    """Whether words of a sort lead a name, with an article or none between."""
    before = text[: mention.start].rstrip()
    words = before.split()
    if words and cues.first("article", words[-1]) and words[-1].islower() and words[-1] not in _JOINED:
        before = before[: -len(words[-1])].rstrip()
    return _ends(cues, sort, before)


def _is_owner(text: str, mention: Mention) -> bool:
    """The parliament of Ghana, the government in Accra: the state acts, unless another is named."""
    words = text[: mention.start].split()
    return mention.kind == br("State") and bool(words) and words[-1] in _OWNED and len(words) <= _TITLE


def _is_met(cues: Cues, text: str, mention: Mention) -> bool:
    """Whether a name behind a verb is its object, and not when, where or by whom."""
    before = text[: mention.start].rstrip()
    return _ends(cues, "towards", before) or not _ends(cues, "aside", before)


def _is_passive(cues: Cues, text: str, verb: Cue) -> bool:
    return _ends(cues, "passive", text[: verb.start].rstrip())


def _goes_between(cues: Cues, between: str) -> bool:
    """Whether another verb stands between a name and a verb, which then may have another subject."""
    return bool(cues.first("finite", between) or cues.first("says", between))


def _joined(text: str, named: list[Mention], head: Mention) -> list[Mention]:
    """A name with those that stand before it as A, B and C; two that one word stands for are both meant."""
    found = [head]
    for mention in reversed([m for m in named if m.start <= head.start and m is not head]):
        between = text[mention.end : found[0].start].strip()
        if mention.start == head.start or (between in _JOINED and between and mention.kind == head.kind):
            found.insert(0, mention)
        elif mention.start < found[0].start:
            break
    return list({m.iri: m for m in found}.values())
