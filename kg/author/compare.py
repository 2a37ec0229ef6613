"""What became of claims, documents and things between two moments: told as claims, not as lines of text.

Compared is what the texts say, so that the order and layout of a file, and in which file a claim lies, are no change
of it. A claim that has another id, or a thing that has another name, is known again by what is said of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from kg.ask.facts import content_of
from kg.author.snapshot import Snapshot
from kg.show.text import place
from kg.text.terms import ALT_LABEL, CLAIM, COMMENT, DCT, DOC, LABEL, PREF_LABEL, TYPE, XSD, br, curie, local
from kg.values.changes import ClaimChange, Edit, EntryChange
from kg.values.claims import Literal, Node, Quad

#: A node as it is compared: what has no name is what is said of it.
Key = str | Literal | tuple[object, ...]
#: What is said of an entry: by property and language, each value by what it is compared as.
Said = dict[tuple[str, str], dict[Key, Node]]
#: By these a claim is known again under another id.
_SAME = (br("inDocument"), br("passage"), br("statedBy"))
#: What tells how a claim is meant comes before how it is worded.
_LAST = (DCT + "description", COMMENT)
_PASSAGES = (br("passage"), br("contextPassage"))
_NAMES = (LABEL, PREF_LABEL, ALT_LABEL)
_STRING = f"{XSD}string"
#: Most telling first.
CLAIMS = ("removed", "changed", "added", "renamed", "moved")
ENTRIES = ("removed", "merged", "renamed", "changed", "added")
GROUPS = ("document", "thing", "link")


class Changes(NamedTuple):
    """What is different, most telling first. ``renamed``: the new ids of claims by their old ones."""

    claims: list[ClaimChange]
    entries: list[EntryChange]
    renamed: dict[str, str]


def compare(before: Snapshot, after: Snapshot, only: Iterable[str] | None = None) -> Changes:
    """All that is different; ``only``: of these claims and things."""
    subjects = (before.entries.keys() | after.entries.keys()) if only is None else set(only)
    comparing = _Comparing(before, after)
    if only is None:
        comparing.find_renamed()
    claims = [c for s in subjects if (c := comparing.claim(s))]
    entries = [e for s in subjects if (e := comparing.entry(s))]
    claims.sort(key=lambda c: (CLAIMS.index(c.kind), _weight(c.edits), c.claim.id))
    entries.sort(key=lambda e: (GROUPS.index(e.group), ENTRIES.index(e.kind), e.entry))
    ids = {local(old): local(new) for old, new in comparing.now.items() if old.startswith(CLAIM)}
    return Changes(claims, entries, ids)


def _weight(edits: Iterable[Edit]) -> int:
    """Whether anything but the wording is different."""
    return int(all(e.field in map(curie, _LAST) for e in edits))


class _Comparing:
    """Two moments, and what has another name in the second."""

    def __init__(self, before: Snapshot, after: Snapshot) -> None:
        self.before, self.after = before, after
        #: Old IRIs → new ones, of things and claims.
        self.now: dict[str, str] = {}
        self.merged: set[str] = set()

    # ------------------------------------------------------------------ what has another name

    def find_renamed(self) -> None:
        """Things first: what claims say is compared by their new names."""
        gone = (self.before.entries.keys() - self.after.entries.keys()) - self.before.claims
        new = (self.after.entries.keys() - self.before.entries.keys()) - self.after.claims
        by_names = _unique((self._named(self.after, s), s) for s in new)
        old_names = _unique((self._named(self.before, s), s) for s in gone)
        for names, old in old_names.items():
            if names and names in by_names:
                self.now[old] = by_names[names]
        for old in sorted(gone - self.now.keys()):
            heir = self._heir(old)
            if heir:
                self.now[old] = heir
                self.merged.add(old)
        self._find_renamed_claims()

    def _named(self, side: Snapshot, s: str) -> frozenset[Quad]:
        """The names of a thing and what it is."""
        told = [q for q in side.entries[s] if q[1] in (*_NAMES, TYPE)]
        return frozenset(("", p, o, "") for _, p, o, _ in told) if any(q[1] in _NAMES for q in told) else frozenset()

    def _heir(self, old: str) -> str | None:
        """What stands in each claim where a thing stood that is gone."""
        votes = Counter[str]()
        for claim, quads in self.before.content.items():
            if not any(old in q[:3] for q in quads) or claim not in self.after.content:
                continue
            come = {q[:3] for q in self.after.content[claim]} - {q[:3] for q in quads}
            for triple in (q[:3] for q in quads if old in q[:3]):
                votes.update({x for other in come if (x := _in_place(triple, other, old))})
        for heir, _ in votes.most_common(1):
            return heir if heir in self.after.entries else None
        return None

    def _find_renamed_claims(self) -> None:
        gone, new = self.before.claims - self.after.claims, self.after.claims - self.before.claims
        same = _unique((self._gist(self.after, c, {}), c) for c in new)
        for gist, old in _unique((self._gist(self.before, c, self.now), c) for c in gone).items():
            if gist in same:
                self.now[old] = same[gist]

    def _gist(self, side: Snapshot, claim: str, now: Mapping[str, str]) -> Key:
        """What a claim says, who says it and where."""
        said = _said(side, claim, now)
        told = tuple((p, *sorted(map(repr, said.get((p, ""), ())))) for p in _SAME)
        return (*told, frozenset(_content(side, claim, now)))

    # ------------------------------------------------------------------ one by one

    def claim(self, iri: str) -> ClaimChange | None:
        """What became of a claim; None for nothing, and for what is told of under its new id."""
        was, is_now = iri in self.before.claims, iri in self.after.claims
        if not is_now:
            return ClaimChange("removed", self.before.reader.claim(iri)) if was and iri not in self.now else None
        old = iri if was else next((o for o, n in self.now.items() if n == iri and o in self.before.claims), "")
        claim = self.after.reader.claim(iri)
        if not old:
            return ClaimChange("added", claim)
        edits = (*self._content_edits(old, iri), *self._edits(old, iri))
        if old != iri:
            return ClaimChange("renamed", claim, edits, local(old))
        file = self.before.where[old]
        if file != self.after.where[iri] or edits:
            moved = file if file != self.after.where[iri] else ""
            return ClaimChange("changed" if edits else "moved", claim, edits, moved)
        return None

    def entry(self, iri: str) -> EntryChange | None:
        """What became of a document, a thing, a link between claims."""
        was = iri in self.before.entries and iri not in self.before.claims
        is_now = iri in self.after.entries and iri not in self.after.claims
        heir = self.now.get(iri)
        if not (was or is_now) or (not was and iri in self.now.values()):
            return None
        side = self.after if is_now else self.before
        entry = side.reader.ref(iri)
        types = {local(str(q[2])) for q in side.entries[iri] if q[1] == TYPE}
        group = "document" if iri.startswith(DOC) else "link" if "ClaimLink" in types else "thing"
        file = side.where[iri]
        if was and is_now:
            edits = tuple(self._edits(iri, iri))
            return EntryChange("changed", group, entry, edits, None, file) if edits else None
        if is_now:
            return EntryChange("added", group, entry, (), None, file)
        if heir is None:
            return EntryChange("removed", group, entry, (), None, file)
        edits = () if iri in self.merged else tuple(self._edits(iri, heir))
        into = self.after.reader.ref(heir)
        return EntryChange("merged" if iri in self.merged else "renamed", group, entry, edits, into, file)

    def _edits(self, old: str, new: str) -> list[Edit]:
        """What the entry says otherwise: how a claim is meant before how it is worded."""
        before, after = _said(self.before, old, self.now), _said(self.after, new, {})
        found = []
        for p, lang in sorted(before.keys() | after.keys(), key=lambda k: (k[0] in _LAST, k)):
            then, now = before.get((p, lang), {}), after.get((p, lang), {})
            gone = [then[k] for k in then.keys() - now.keys()]
            come = [now[k] for k in now.keys() - then.keys()]
            if gone or come:
                said = self._worded(p, old, gone, new, come)
                found.append(Edit(curie(p), self.after.reader.label(p), *said, lang))
        return found

    def _worded(
        self, p: str, old: str, gone: list[Node], new: str, come: list[Node]
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Values before and after; those that read alike by all that is known of them."""
        sides = ((self.before, old, gone), (self.after, new, come))
        then, now = (tuple(sorted(_words(side, iri, p, n) for n in nodes)) for side, iri, nodes in sides)
        if then == now:
            then, now = (tuple(sorted(_words(side, iri, "", n) for n in nodes)) for side, iri, nodes in sides)
        return then, now

    def _content_edits(self, old: str, new: str) -> list[Edit]:
        """Which facts of a claim are others, and from what to what."""
        before, after = _content(self.before, old, self.now), _content(self.after, new, {})
        if before.keys() == after.keys():
            return []
        then, now = _rows(self.before, old), _rows(self.after, new)
        found = []
        for about in sorted(then.keys() | now.keys()):
            gone, come = (x.get(about, set()) - y.get(about, set()) for x, y in ((then, now), (now, then)))
            if gone or come:
                found.append(Edit("content", about, tuple(sorted(gone)), tuple(sorted(come))))
        if found:
            return found
        gone, come = ({x[k] for k in x.keys() - y.keys()} for x, y in ((before, after), (after, before)))
        return [Edit("content", "", tuple(sorted(gone)), tuple(sorted(come)))]


def _unique(pairs: Iterable[tuple[Key | frozenset[Quad], str]]) -> dict[Key | frozenset[Quad], str]:
    """Names by what they stand for, where that is one alone."""
    found: dict[Key | frozenset[Quad], list[str]] = {}
    for key, name in pairs:
        found.setdefault(key, []).append(name)
    return {key: names[0] for key, names in found.items() if len(names) == 1}


def _in_place(triple: tuple[str, str, Node], other: tuple[str, str, Node], old: str) -> str | None:
    """What stands in one triple where another has a thing, if all else is the same."""
    differ = [(x, y) for x, y in zip(triple, other, strict=True) if x != y]
    return next((y for x, y in differ if x == old and isinstance(y, str) and len(set(differ)) == 1), None)


def _rows(side: Snapshot, claim: str) -> dict[str, set[str]]:
    """What a claim says in words: the values by whose they are."""
    found: dict[str, set[str]] = {}
    for subject, said, value in content_of(side.reader, claim):
        found.setdefault(f"{subject} — {said}", set()).add(value)
    return found


def _content(side: Snapshot, claim: str, now: Mapping[str, str]) -> dict[Key, str]:
    """The triples of a claim, as they are compared and as they are written."""
    renamed: Callable[[Node], Node] = lambda x: now.get(x, x) if isinstance(x, str) else x  # noqa: E731
    return {
        (renamed(s), p, renamed(o)): " ".join(curie(x) if isinstance(x, str) else f"“{x.value}”" for x in (s, p, o))
        for s, p, o, _ in side.content.get(claim, ())
    }


def _said(side: Snapshot, iri: str, now: Mapping[str, str]) -> Said:
    """What stands in an entry."""
    found: Said = {}
    for _, p, o, _ in side.entries.get(iri, ()):
        lang = o.lang or "" if isinstance(o, Literal) else ""
        found.setdefault((p, lang), {})[_key(side, iri, o, now)] = o
    return found


def _is_nameless(owner: str, node: Node) -> bool:
    return isinstance(node, str) and node.startswith(f"{owner}#")


def _key(side: Snapshot, owner: str, node: Node, now: Mapping[str, str]) -> Key:
    if not isinstance(node, str):
        return node
    if not _is_nameless(owner, node):
        return now.get(node, node)
    inner = side.reader.view.quads(node)
    return tuple(sorted((p, repr(_key(side, owner, o, now))) for _, p, o, _ in inner if o != node))


def _words(side: Snapshot, owner: str, p: str, node: Node) -> str:
    """A value as it is read: a passage as its place, anything else without a name by all that is said of it."""
    reader = side.reader
    if isinstance(node, Literal):
        return node.value if p else f"{node.value} ({local(node.datatype or _STRING)})"
    if not _is_nameless(owner, node):
        return local(node) if node.startswith(CLAIM) else reader.label(node)
    if p in _PASSAGES:
        return place(reader.passages([node])[0], reader.lang)
    inner = [q for q in reader.view.quads(node) if q[1] != TYPE and q[2] != node]
    return "; ".join(f"{reader.label(q)}: {_words(side, owner, q, o)}" for _, q, o, _ in inner)
