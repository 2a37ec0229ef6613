"""Names in a sentence: known ones in any form, unknown ones by their capitals and the word beside them, and what
stands for one that was named before."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from kg.author.day import is_month
from kg.author.draft.cues import Cue, Cues
from kg.author.draft.lexicon import Name
from kg.author.draft.sentences import Sentence
from kg.author.trig import name_of
from kg.text.mentions import is_form_of
from kg.text.names import fold, words
from kg.text.terms import ID, br, to_iri
from kg.values.candidate import Thing
from kg.values.claims import Literal

_TOKEN = re.compile(r"[^\W_]+")
_UPPER = r"[^\W\d_a-zа-яё가-힣][\w-]*(?:[’'](?!s\b)\w+)?"
_CAPITAL = re.compile(rf"{_UPPER}(?:\s(?:(?:of|de|al|bin|von|van)\s)?{_UPPER})*")
_ARTICLE = re.compile(
    r"(?:The|A|An|This|That|These|Our|His|Her|Their|Its|In|On|At|For|But|And|As|If|Since|After|Before|During|When|While|With|"
    r"From|By|Under|Over|Both|Some|Many|Most|Today|Currently|Last|Next|Of|To|He|She|It|They|We)\s"
)
_VOWELS = "аеёиоуыэюяйь"
#: Kinds that texts also speak of without a name: the bridge, the treaty, the war.
_COMMON = frozenset(map(br, ("Structure", "Agreement", "Project")))
_ACTORS = frozenset(map(br, ("State", "Person", "Organization", "GovernmentBody", "MediaOutlet", "ActorGroup",
                             "ArmedForce", "AnonymousSource", "InternationalOrganization")))  # fmt: skip


class Mention(NamedTuple):
    """Where a sentence speaks of something. ``thing``: its entry, when it is not known yet; ``back``: named before."""

    start: int
    end: int
    iri: str
    kind: str
    label: str
    thing: Thing | None = None
    back: bool = False

    @property
    def speaks(self) -> bool:
        """Whether it is somebody who can act and speak."""
        return self.kind in _ACTORS


def slug(phrase: str) -> str:
    """The end of an IRI for a name."""
    return name_of(phrase.replace("’s", "").replace("'s", "")) or "unnamed"


def new_mention(start: int, end: int, kind: str, label: str, language: str, *, prefix: str = "") -> Mention:
    """A mention of what is not known yet."""
    thing = Thing(f"{ID}{prefix}{slug(label)}", kind, Literal(label, language))
    return Mention(start, end, thing.iri, kind, label, thing)


class Naming:
    """All names of a document as they come, and what was named last."""

    def __init__(self, names: Iterable[Name], cues: Cues, document: str) -> None:
        self._cues, self._document = cues, document
        self._by_head: dict[str, list[tuple[list[str], Name]]] = {}
        known = [*names]
        labels = {n.iri: n for n in reversed(known)}
        for name in known:
            self._enter(name)
        self._labels = {iri: name.name for iri, name in labels.items()}
        self._ending = (
            re.compile(f"(?:{'|'.join(endings)})?") if (endings := [w for w, _ in cues.rows("ending")]) else None
        )
        self._new: dict[str, Mention] = {}
        #: What was named last of each kind, in order, and where each thing was; a text may be long.
        self._last: dict[str, dict[str, Mention]] = {}
        self._latest: Mention | None = None
        self._places: dict[str, list[Sentence]] = {}
        self._often: Counter[str] = Counter()

    def read(self, sentence: Sentence) -> list[Mention]:
        """Whom and what a sentence mentions, in order; from now on they are what was named last."""
        text = sentence.text
        found = self._known(text)
        capitals = [] if sentence.kind == "heading" else self._capitals(text, found)
        found = [m for m in found if not _within(m, capitals)] + capitals
        found += [m for m in self._common(text) if not _within(m, found)]
        found += [m for m in self._back(text) if not _within(m, found)]
        found.sort()
        for mention in found:
            if not mention.back:
                self.note(mention, sentence)
        return found

    def named_in(self, iri: str, before: Sentence) -> Sentence | None:
        """The last sentence before this one that names a thing."""
        return next((s for s in reversed(self._places.get(iri, ())) if s.start < before.start), None)

    def last(self, kind: str) -> Mention | None:
        """What of a kind was named last; ``*`` is anything that is no state."""
        return self._latest if kind == "*" else next(reversed(self._last.get(kind, {}).values()), None)

    def _enter(self, name: Name) -> None:
        parts = words(name.name)
        if parts and len("".join(parts)) > 1:
            self._by_head.setdefault(parts[0][:3], []).append((parts, name))

    def _known(self, text: str) -> list[Mention]:
        tokens = [(m.start(), m.end(), fold(m[0])) for m in _TOKEN.finditer(text)]
        found: list[Mention] = []
        for i, (start, _, word) in enumerate(tokens):
            if found and start < found[-1].end:
                continue
            small = text[start].islower()
            fits = [
                (len(parts), word == parts[0], tokens[i + len(parts) - 1][1], name)
                for parts, name in self._headed(word)
                if len(parts) <= len(tokens) - i
                and not (small and (name.kind != br("State") or name.name[0].isupper()))  # российский
                and all(self._is_form(t[2], p) for t, p in zip(tokens[i:], parts, strict=False))
            ]
            if fits:
                _, _, end, name = max(fits, key=lambda fit: fit[:3])  # of equals the first: the workspace's
                found.append(Mention(start, end, name.iri, name.kind, self._labels[name.iri]))
        return found

    def _headed(self, word: str) -> list[tuple[list[str], Name]]:
        """Names that may begin with a word: those of two letters too, to which Korean writes particles."""
        short = self._by_head.get(word[:2], []) if len(word) > 2 else []
        return [*self._by_head.get(word[:3], ()), *short]

    def _is_form(self, word: str, name: str) -> bool:
        if word == name or self._ending is None:
            return is_form_of(word, name) and (self._cues.language != "ru" or _declined(word, name))
        stem = name[: -1 if name[-1:] in "aeoy" and len(name) > 4 else None]
        return word.startswith(stem) and self._ending.fullmatch(word[len(stem) :]) is not None and len(name) > 3

    def note(self, mention: Mention, sentence: Sentence) -> None:
        """Somebody is named whom only the verb of saying shows, such as an envoy without a name."""
        named = self._last.setdefault(mention.kind, {})
        named.pop(mention.iri, None)
        named[mention.iri] = mention
        self._latest = self._latest if mention.kind == br("State") else mention
        self._places.setdefault(mention.iri, []).append(sentence)
        if mention.kind == br("State"):
            self._often[mention.iri] += 1

    def _capitals(self, text: str, known: list[Mention]) -> list[Mention]:
        """Unknown names: what is written with capitals, without the known name, article or office in front of it."""
        found = []
        for match in _CAPITAL.finditer(text):
            start, end = match.span()
            if match[0].isupper() and text[end : end + 2] in (" —", " –", " -"):  # the place of a dispatch
                continue
            article = _ARTICLE.match(text, start, end)
            start = article.end() if article else start
            owner = next((m for m in known if m.end == end and text[start : m.start].endswith(" of ")), None)
            if owner and self._cues.find("office", text[start : owner.start]):  # Minister Maria Silva of Portugal
                end = owner.start - len(" of ")
            kind = self._kind(text[start:end], known=False)
            led = [m.end for m in known if start <= m.start and m.end <= end]
            if kind == br("Person") or not kind or (led and led[-1] == end):  # no Finnish Transport Agency
                start = led[-1] if led else start
                lead = [
                    o for o in self._cues.find("office", text[start:end]) if not text[start : start + o.start].strip()
                ]
                start += lead[0].end if lead else 0
                start = min(end, start + len(text[start:end]) - len(text[start:end].lstrip(" ,-")))
                office = lead or [
                    o for o in self._cues.find("office", text[:start]) if not text[o.end : start].strip(" ,")
                ]
                kind = self._kind(text[start:end], known=bool(office))
            name = text[start:end]
            if (
                not name
                or not kind
                or (match.start() == start == 0 and " " not in name and fold(name) not in self._new)
            ):
                continue
            key = fold(name)
            short = next((m for k, m in self._new.items() if m.kind == br("Person") and k.endswith(key)), None)
            self._new.setdefault(key, short or new_mention(start, end, kind, name, self._cues.language))
            found.append(self._new[key]._replace(start=start, end=end))
        return found

    def _kind(self, name: str, *, known: bool) -> str:
        """What an unknown name seems to be of; "" when that is anybody's guess."""
        if known:
            return br("Person")
        cue = next((c for c in reversed(self._cues.find("kind", name)) if c.end >= len(name) - 1 or c.start == 0), None)
        if cue:  # a war is an act, and is told of by its parties
            return to_iri(cue.value) if cue.value != "br:ArmedConflict" else ""
        parts = name.split()
        if (
            len(parts) in (2, 3)
            and not any(map(is_month, parts))
            and not any(map(str.isdigit, name))
            and all(p[0].isupper() for p in parts)
        ):
            return br("Person")
        return br("Organization") if name.isupper() and 3 <= len(name) <= 6 else ""

    def _common(self, text: str) -> list[Mention]:
        """Things of the kinds that are spoken of without a name; one word is one thing throughout a document."""
        found = []
        for cue in self._cues.find("kind", text):
            kind = to_iri(cue.value)
            if kind in _COMMON:
                key = f"{kind} {fold(cue.words)[:5]}"
                named = next(
                    (m for m in reversed(self._last.get(kind, {}).values()) if fold(cue.words) in fold(m.label)), None
                )
                if key not in self._new:
                    self._new[key] = named or new_mention(
                        cue.start, cue.end, kind, cue.words.lower(), self._cues.language, prefix=f"{self._document}-"
                    )
                found.append(self._new[key]._replace(start=cue.start, end=cue.end))
        return found

    def _back(self, text: str) -> list[Mention]:
        return [m for cue in self._cues.find("back", text) for m in self._meant(cue)]

    def _meant(self, cue: Cue) -> list[Mention]:
        """What a word such as ``he`` or ``the two countries`` stands for."""
        kind = to_iri(cue.value) if cue.value != "*" else "*"
        if kind == br("State"):
            latest = self._last.get(kind, {})
            recent = reversed(latest)  # of equally often named the last
            pair = sorted(recent, key=lambda iri: -self._often[iri])[:2]
            return [latest[i]._replace(start=cue.start, end=cue.end, back=True) for i in pair if len(pair) == 2]
        meant = self.last(kind)
        return [meant._replace(start=cue.start, end=cue.end, back=True)] if meant else []


def _declined(word: str, name: str) -> bool:
    """Whether a Russian word has all of a name but its ending: Канады is a form of Канада, and канал is none."""
    ending = 1 if name[-1] in _VOWELS and name[-2:-1] not in _VOWELS else 2
    return word[: max(1, len(name) - ending)] == name[: max(1, len(name) - ending)]


def _within(mention: Mention, found: list[Mention]) -> bool:
    return any(mention.start < m.end and m.start < mention.end for m in found)
