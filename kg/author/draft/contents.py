"""What a part of a sentence tells, as triples: figures, acts, relations, offices, lists, judgements.

Only what the words allow. Where they tell of things without a relation that is known, a claim has no content, and
whoever reviews it gives it one.
"""

from __future__ import annotations

import re
from itertools import pairwise

from kg.author.day import dates
from kg.author.draft.cues import Cue, Cues
from kg.author.draft.mentions import Mention, new_mention, slug
from kg.author.draft.outcomes import Outcomes
from kg.author.draft.parties import Clause, is_verb, parties
from kg.author.draft.sentences import Sentence
from kg.author.draft.stances import Reading
from kg.author.draft.terms import Terms
from kg.author.draft.told import Content, Triple
from kg.author.figure import Figure, Units, figures
from kg.text.terms import ID, TYPE, br, local, to_iri
from kg.values.candidate import Thing
from kg.values.claims import Literal

_LISTED = re.compile(r"\s*(?:,\s*(?:and|or|и|или)\s+|,|\s(?:and|or|и|или)\s)\s*")
#: So many characters around a figure may say what it is of.
_NEAR = 30
#: What is in money, and what in per cent, by the names that stand for it: trade is a value, or a share.
_MONEY = {name: f"ind:{name}" for name in ("trade-value", "cost", "loan", "investment")} | {
    "trade-share": "ind:trade-value"
}
_SHARES = {"trade-value": "ind:trade-share", "trade-share": "ind:trade-share", "growth": "ind:growth"}
#: Units in which some indicators are: four million tonnes a year are no time.
_IN = {
    "ind:duration": {"YR", "MO", "WK", "DAY", "HR", "MIN"},
    "ind:length": {"M", "KiloM", "CentiM", "MilliM", "FT", "MI"},
}  # fmt: skip
#: Acts that take two, those that an agreement is the object of, and of these the one that nobody does.
_MUTUAL = frozenset(("meet", "fight", "agree-to-cooperate", "exchange-goods"))
_TREATY = frozenset(("sign-agreement", "ratify", "accede", "denounce", "enter-into-force"))
_OF_TREATIES = frozenset(("enter-into-force",))
#: Who only tells of acts.
_TELLERS = frozenset(map(br, ("MediaOutlet", "AnonymousSource")))
#: Figures that no actor has.
_OF_THINGS = frozenset(("ind:length", "ind:lanes", "ind:duration", "ind:capacity"))
#: Relations that hold of both alike: who stands first does not matter.
_ALIKE = frozenset(("br:tradesWith", "br:bordersOn", "br:cooperatesWith", "br:alliedWith", "br:transportLinkWith"))


class Teller:
    """Reads contents out of the sentences of one document."""

    def __init__(self, cues: Cues, units: Units, terms: Terms, document: str) -> None:
        self._cues, self._units, self._document = cues, units, document
        self._terms = terms
        self._outcomes = Outcomes(cues, terms, document)

    def of(self, sentence: Sentence, reading: Reading, mentions: list[Mention]) -> list[Content]:
        """What a reading of a part of a sentence tells; at least which things it is about."""
        inside = [m for m in mentions if reading.start <= m.start < reading.end]
        subject = inside[0] if inside else next(iter(mentions), None)
        if reading.judgement:
            place = sentence.text.find(reading.judgement, reading.start)
            judged = self._outcomes.judged(sentence, reading.judgement, place, mentions)
            return [self._judgement(reading.judgement, judged)] if judged else [_about(inside or mentions, reading)]
        text = sentence.text[reading.start : reading.end]
        found = self._figures(text, sentence, subject, inside or mentions, reading.start)
        found += self._outcomes.of(sentence, reading, mentions)
        clause = Clause(sentence.text, reading.start, reading.end, mentions)
        found += self._event(sentence, clause) or self._relation(text, inside or mentions, reading.start)
        return found or [_about(inside or mentions, reading)]

    def act(self, sentence: Sentence, verb: str, mentions: list[Mention]) -> list[Content]:
        """That somebody said something, where the saying is an act of its own: a warning, an announcement."""
        start = sentence.text.find(verb)
        only = Cue(start, start + len(verb), verb, "")
        return self._event(sentence, Clause(sentence.text, 0, len(sentence.text), mentions), only)

    def granted(self, sentence: Sentence, mentions: list[Mention]) -> list[Content]:
        """What a sentence tells on the way, whatever it is about: offices, lists, what lies where."""
        return [
            *self._offices(sentence.text, mentions), *self._places(sentence.text, mentions),
            *self._lists(sentence.text), *self._outcomes.firsts(sentence, mentions),
        ]  # fmt: skip

    def _figures(
        self, text: str, sentence: Sentence, subject: Mention | None, mentions: list[Mention], shift: int
    ) -> list[Content]:
        found = []
        when = dates(text)
        for figure in figures(text, self._units) if subject else ():
            indicator = self._indicator(text, figure)
            counted = bool(indicator or figure.counts) or local(figure.unit) != "NUM"
            if not counted or any(d.start < figure.end and figure.start < d.end for d in when):
                continue
            able = [m for m in mentions if m.kind not in _TELLERS]
            thing = _counted(text, figure.start, figure.end, able, shift) or subject
            if thing and thing.kind in _TELLERS:
                continue
            fits = local(figure.unit) in _IN.get(indicator, {local(figure.unit)})
            if (
                not indicator or not fits or (thing and thing.speaks and indicator in _OF_THINGS)
            ):  # of nobody knows what
                words = text[figure.start : figure.end]
                found.append(_about([thing] if thing else [], None)._replace(reasons=(f"figure: {words}",)))
                continue
            label = local(to_iri(indicator))
            number = figure.value or f"{figure.at_least}-{figure.at_most}".strip("-")
            node = f"{ID}{self._document}-{slug(f'{sentence.paragraph} {label} {number} {local(figure.counts)}')}"
            said: list[Triple] = [(node, TYPE, br("Measure"))]
            if thing:
                said.append((node, br("measureOf"), thing.iri))
            said.append((node, br("indicator"), to_iri(indicator)))
            said += figure.triples(node, self._cues.language)
            bound = local(figure.comparator) if figure.value and local(figure.comparator) != "exact" else ""
            unit = local(figure.counts) or ("" if local(figure.unit) == "NUM" else local(figure.unit))
            what = f"{thing.label if thing else ''}: {' '.join(filter(None, (label, bound, number, unit)))}"
            words = text[figure.start : figure.end]
            found.append(Content(tuple(said), what, (thing,) if thing else (), reasons=(f"figure: {words}",)))
        return found

    def _indicator(self, text: str, figure: Figure) -> str:
        """What a figure is of: money by the nearest word that says what is paid, others by a word close to them."""
        if "/currency/" in figure.unit:
            return self._nearest(text, figure, _MONEY)
        own = self._cues.first("indicator", text[figure.start : figure.end + _NEAR])
        plain = local(figure.unit) == "NUM"  # recent years, the two
        before = [] if plain else self._cues.find("indicator", text[max(0, figure.start - _NEAR) : figure.start])
        found = own.value if own else before[-1].value if before else ""
        if found == "ind:duration" and (
            any(
                c.end == len(text[: figure.start].rstrip())
                for c in self._cues.find("not-lasting", text[: figure.start])
            )
            or text[figure.end :].startswith(("'s", "’s"))
        ):
            return ""  # in fifty years, one year's notice
        if local(figure.unit) == "PERCENT" and not found:
            return self._nearest(text, figure, _SHARES)
        return found

    def _nearest(self, text: str, figure: Figure, among: dict[str, str]) -> str:
        """The indicator whose name stands nearest to a figure, of those that have its unit."""
        named = [(min(abs(figure.start - c.end), abs(c.start - figure.end)), among[local(c.value)])
                 for c in self._terms.find("indicator", text) if local(c.value) in among]  # fmt: skip
        return min(named)[1] if named else ""

    def _relation(self, text: str, mentions: list[Mention], shift: int) -> list[Content]:
        """One thing before a verb and another behind it, or two before or behind."""
        for cue in self._cues.find("relation", text):
            told = [m for m in mentions if m.speaks and m.kind not in _TELLERS and m.kind != br("Person")]
            actors = sorted({m.iri: m for m in reversed(told)}.values())
            before = [m for m in actors if m.start - shift < cue.start]
            after = [m for m in actors if m.start - shift >= cue.end]
            if before and self._is_of(text, before[-1].start - shift, cue.start):  # 80 per cent of Mongolian exports
                continue
            states = [m for m in actors if m.kind == br("State")]
            pair: tuple[Mention, ...] = (before[-1], after[0]) if before and after else ()
            if self._cues.language == "ko":  # the verb stands last
                doers, others = parties(
                    self._cues, Clause(text, 0, len(text), [_moved(m, shift) for m in mentions]), cue
                )
                pair = (doers[0], others[0]) if doers and others else ()
            pair = pair or (tuple(states[:2]) if cue.value in _ALIKE and len(states) == 2 else ())
            if len(pair) == 2 and (cue.value not in _ALIKE or all(m.kind == br("State") for m in pair)):
                what = f"{pair[0].label}: {local(cue.value.partition(':')[2])} {pair[1].label}"
                return [
                    Content(
                        ((pair[0].iri, to_iri(cue.value), pair[1].iri),), what, pair, reasons=(f"verb: {cue.words}",)
                    )
                ]
        return []

    def _is_of(self, text: str, start: int, verb: int) -> bool:
        """Whether what looks like a verb is a noun: its owner stands behind a preposition."""
        head, between = text[:start].rstrip(), text[start:verb].split()
        found = self._cues.find("between", head)
        return len(between) <= 2 and bool(found) and found[-1].end == len(head) and found[-1].words.lower() != "and"

    def _event(self, sentence: Sentence, clause: Clause, only: Cue | None = None) -> list[Content]:
        """An act: who does it, towards whom or about what, and when; ``only`` where one verb is looked at."""
        for cue in self._terms.find("event", clause.text[: clause.end]):
            act = local(cue.value)
            if cue.start < clause.start or (only and cue.start != only.start):
                continue
            if not is_verb(self._cues, clause, cue):
                continue
            doers, others = parties(self._cues, clause, cue)
            inside = [m for m in clause.mentions if clause.start <= m.start < clause.end]
            agreement = next((m for m in inside if m.kind == br("Agreement")), None)
            if act in _MUTUAL and len({m.iri for m in (*doers, *others)}) < 2:
                continue
            if not doers and not (agreement and act in _OF_TREATIES):
                continue
            about = agreement if act in _TREATY else None if others else _topic(inside, cue, self._cues.language)
            return [self._act(sentence, clause, cue, doers, [] if about else others, about)]
        return []

    def _act(
        self, sentence: Sentence, clause: Clause, cue: Cue, doers: list[Mention], others: list[Mention],
        about: Mention | None,
    ) -> Content:  # fmt: skip
        act = local(cue.value)
        node = f"{ID}{self._document}-{sentence.paragraph}-{slug(act)}-{sentence.start + clause.start}"
        signing = act == "sign-agreement" and about is not None
        kind = "Signing" if signing else {"meet": "Meeting", "visit": "Visit"}.get(act, "Event")
        said: list[Triple] = [(node, TYPE, br(kind)), (node, br("eventType"), cue.value)]
        said += [(node, br("actor"), m.iri) for m in doers]
        said += [(node, br("recipient"), m.iri) for m in others]
        if about:
            said.append((node, br("signs" if signing else "topic"), about.iri))
        when = dates(clause.text[clause.start : clause.end])
        if when:
            said.append((node, br("date"), Literal(when[0].edtf)))
        used = [*doers, *others, *([about] if about else [])]
        names = " and ".join(m.label for m in doers) or used[0].label
        more = ", ".join(m.label for m in used[max(1, len(doers)) :])
        what = f"{names}: {act.replace('-', ' ')}{f' ({more})' if more else ''}{f', {when[0].edtf}' if when else ''}"
        return Content(tuple(said), what, tuple(used), reasons=(f"verb: {cue.words}",))

    def _judgement(self, word: str, subject: Mention) -> Content:
        return Content(
            ((subject.iri, br("describedAs"), Literal(word.lower(), self._cues.language)),),
            f"{subject.label} is judged: {word.lower()}", (subject,), reasons=(f"judgement: {word}",),
        )  # fmt: skip

    def _offices(self, text: str, mentions: list[Mention]) -> list[Content]:
        found = []
        for person in (m for m in mentions if m.kind == br("Person") and not m.back):
            owner = next((m for m in mentions if m.kind == br("State") and text[m.end : person.start] == " "), None)
            before = text[: owner.start if owner and self._cues.language == "ru" else person.start].rstrip(" ,")
            cue = next((c for c in reversed(self._cues.find("office", before)) if c.end == len(before)), None)
            cue = None if cue and self._cues.first("alike", cue.words) else cue  # a counterpart has another office
            state = self._state_of(text, cue, person, mentions) if cue else None
            if cue is None or state is None:
                continue
            office = new_mention(cue.start, cue.end, br("Office"), f"{cue.words.lower()} of {state.label}", "en")
            thing = Thing(office.iri, office.kind, Literal(office.label, "en"), said=((br("officeOf"), state.iri),))
            node = f"{person.iri}-as-{slug(cue.words)}"
            said = (
                (node, TYPE, br("TermOfOffice")),
                (node, br("holder"), person.iri),
                (node, br("office"), office.iri),
            )
            found.append(
                Content(said, f"{person.label} is {office.label}", (person, state), (thing,), (f"office: {cue.words}",))
            )
        return found

    def _state_of(self, text: str, cue: Cue, person: Mention, mentions: list[Mention]) -> Mention | None:
        """Whose office it is: a state right before it (Finland's minister), behind it, or behind the person."""
        for state in (m for m in mentions if m.kind == br("State")):
            held = state.start >= person.end and text[person.end : state.start].strip() == "of"
            between = state.end <= person.start and text[cue.end : state.start].strip() == ""
            if held or (between and state.start >= cue.end) or 0 <= cue.start - state.end <= 4:
                return state
        return None

    def _places(self, text: str, mentions: list[Mention]) -> list[Content]:
        """A place that is said to be of a state (Russia's Primorsky Krai), or that something built goes over."""
        found = []
        for a, b in pairwise(mentions):
            between = text[a.end : b.start]
            if a.kind == br("State") and b.kind == br("Place") and between in ("’s ", "'s "):
                said = (b.iri, br("within"), a.iri)
                found.append(Content((said,), f"{b.label} lies within {a.label}", (a, b), reasons=("possessive",)))
            over = self._cues.first("over", between) if a.kind == br("Structure") and b.kind == br("River") else None
            if over and len(between.split()) <= 3:
                said = (a.iri, br("crosses"), b.iri)
                found.append(Content((said,), f"{a.label} crosses {b.label}", (a, b), reasons=(over.words,)))
        return found

    def _lists(self, text: str) -> list[Content]:
        """What is named after "such as": one claim for each, for the thing that stands before."""
        cue = next((c for c in self._cues.find("list", text) if c.start > 0), None)
        if cue is None:
            return []
        whole = re.search(r"([^\W\d_][\w’'-]*(?:\s[^\W\d_][\w’'-]*)?)\W*$", text[: cue.start])
        stop = re.search(
            r"[.;:]|,\s*(?:while|which|but|with|and\s+\w+\s+\w+\s+\w+)|\s(?:while|which|that|to|from)\s",
            text[cue.end :],
        )
        listed = [i.strip(" .") for i in _LISTED.split(text[cue.end : cue.end + stop.start() if stop else len(text)])]
        items = [i for i in listed if i and len(i.split()) <= 3]
        if whole is None or len(items) < 2:
            return []
        language = self._cues.language
        one = new_mention(0, 0, br("Goods"), whole[1].lower(), language)
        things = [new_mention(0, 0, br("Commodity"), i.lower(), language) for i in items]
        return [
            Content(
                tuple((one.iri, br("includes"), t.iri) for t in things),
                f"{one.label}: includes {', '.join(t.label for t in things)}", (one, *things),
                reasons=(f"list: {cue.words}",),
            )
        ]  # fmt: skip


def _about(mentions: list[Mention], reading: Reading | None) -> Content:
    """Only which things a part of a sentence is about: what is said of them is left to whoever reviews it."""
    named = list({m.iri: m for m in mentions}.values())
    labels = ", ".join(m.label for m in named[:4]) or "the subject"
    cue = f" ({reading.words[0].lower()})" if reading and reading.words else ""
    return Content((), f"On {labels}: to be worded{cue}", tuple(named[:4]))


def _moved(mention: Mention, shift: int) -> Mention:
    """A mention by its place in a part of the sentence."""
    return mention._replace(start=mention.start - shift, end=mention.end - shift)


def _topic(mentions: list[Mention], verb: Cue, language: str) -> Mention | None:
    """What an act is about, where it is towards nobody: the thing behind its verb; in Korean that before it."""
    things = [m for m in mentions if not m.speaks and not m.back]
    behind = [m for m in things if m.start >= verb.end or language == "ko"]
    return next(iter(behind), None)


def _counted(text: str, start: int, end: int, mentions: list[Mention], shift: int) -> Mention | None:
    """What a figure is of: the thing right behind it (a 1-km bridge), else the last before it that is no actor."""
    behind = next((m for m in mentions if m.start - shift >= start and m.end - shift > end), None)
    if behind and not behind.back and len(text[end : behind.start - shift].split()) <= 1:
        return behind
    before = [m for m in mentions if m.start - shift < start]
    return next((m for m in reversed(before) if not m.speaks), before[-1] if before else None)
