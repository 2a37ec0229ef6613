"""How the parts of a sentence are meant: which words make a plan, a forecast, a judgement or a denial of them."""

from __future__ import annotations

from typing import NamedTuple

from kg.author.draft.cues import Cue, Cues
from kg.author.draft.sentences import Sentence

#: The sorts of words that decide how a clause is meant; the first that is found does.
_ORDER = ("denied", "speculative", "planned", "expected", "assessed", "reported")


class Reading(NamedTuple):
    """One way in which a part of a sentence is meant, and the words that show it; offsets count in the sentence."""

    start: int
    end: int
    stance: str
    negated: bool
    words: tuple[str, ...]
    judgement: str = ""


def readings(sentence: Sentence, cues: Cues) -> list[Reading]:
    """How each clause of a sentence is meant, and what else in it is taken for granted or judged in a word."""
    found: list[Reading] = []
    for start, end, follows in _clauses(sentence.text, cues):
        clause = sentence.text[start:end]
        reading = _reading(clause, sentence.kind, cues)
        if follows and found and reading.stance == "stated" and not reading.words:
            reading = reading._replace(stance=found[0].stance, words=found[0].words)
        granted = cues.first("fact", clause)
        if granted is None or reading.stance in ("stated", "denied"):
            found.append(reading._replace(start=start, end=end))
        else:  # is expected to grow | amid their military cooperation
            cut = start + granted.start if granted.start > len(clause) // 3 else 0
            found.append(reading._replace(start=start, end=cut or end))
            found.append(Reading(cut or start, end, "stated", False, (granted.words,)))
        doubtful = cues.first("speculative", clause) if reading.stance == "speculative" else None
        effect = cues.first("effect", clause)
        if doubtful and effect and effect.start < doubtful.start:  # enabling trade and possibly travel
            found.append(Reading(start, end, "expected", False, (effect.words,)))
        judged = cues.find("evaluates", clause) if reading.stance != "denied" else []
        found += [Reading(start, end, "assessed", False, (j.words,), j.words) for j in judged]
    return found


def _reading(clause: str, kind: str, cues: Cues) -> Reading:
    """How one clause is meant: as fact where no word says otherwise."""
    negated = cues.first("negated", clause)
    words: list[Cue] = []
    stance = "stated"
    for sort in _ORDER:
        if words := cues.find(sort, clause):
            stance = sort
            break
    if not words and (words := cues.find("effect", clause)):
        stance = "expected"
    told = tuple(dict.fromkeys([*(c.words for c in words), *([negated.words] if negated else [])]))
    return Reading(0, len(clause), stance, negated is not None and stance != "denied", told)


def _clauses(text: str, cues: Cues) -> list[tuple[int, int, bool]]:
    """The parts of a sentence, and whether each is meant as the first is when no word of its own says otherwise."""
    cuts = [c for c in cues.find("clause", text) if c.start > 0 and len(text[: c.start].split()) > 1]
    bounds = [(0, False), *((c.start, c.value == "rest") for c in cuts)]
    ends = [*(start for start, _ in bounds[1:]), len(text)]
    return [
        (start, end, rest) for (start, rest), end in zip(bounds, ends, strict=True) if len(text[start:end].split()) > 1
    ]
