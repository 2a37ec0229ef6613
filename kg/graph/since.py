"""What a page holds of an earlier build: claims that count there no longer, and those that say something else by now.

The facts of the earlier revision are built in a folder of their own and staged as those of today, so that whatever is
told of them is told by their own texts. A claim that is not the same in both stands twice: under its id as it is, and
under ``id@commit`` as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from kg.author.compare import Changes, compare
from kg.author.history import Repository
from kg.author.snapshot import Snapshot, past, settled
from kg.claims.renamed import Renamed
from kg.errors import NotFound, WorldError
from kg.graph.lens import Lens
from kg.show.changes import edited
from kg.text.terms import LANGUAGES, local
from kg.values.changes import Broken, Revision
from kg.values.said import Said
from kg.values.scene import Bond, Detail, Mention, Node, Relation, Scene, Since, Statement, Texts

if TYPE_CHECKING:
    from kg.workspace import Workspace

    Say = Callable[[str], None]
    #: Stages the claims that a page shows through a lens, around some poles.
    Stage = Callable[[Lens, tuple[str, ...]], Scene]


class _Became(NamedTuple):
    """What became of claims and things: their new ids by their old ones, edits in words, and which people wrote."""

    claims: Mapping[str, str]
    things: Mapping[str, str]
    edits: Mapping[str, Texts]
    written: frozenset[str]


def with_earlier(lens: Lens, now: Scene, asked: str, stage: Stage, say: Say) -> Scene:
    """A scene, with what an earlier revision has instead. ``asked``: as ``kg diff`` takes it.

    Raises WrongCall for a revision that git does not know, and WorldError where there is no git or the facts of the
    revision do not pass their checks.
    """
    if lens.workspace.changed(lens.workspace.state()):  # the build that answers is not of these texts
        raise WorldError("The facts have errors, so no two builds of them can be compared.", "kg check lists them.")
    repository = Repository(lens.workspace)
    revision = repository.revision(asked)
    say(Said("reading {name}", name=revision.name))
    with past(repository.texts(revision.commit)) as place:
        earlier = _lens(place, revision, lens.reader.lang, say)
        then = _staged(earlier, now.poles, stage) if earlier else None
        became = _became(lens.workspace, place)
    return _Joining(now, then, became, revision).scene() if then else _all_new(now, revision)


def _lens(place: Workspace, revision: Revision, lang: str, say: Say) -> Lens | None:
    """A lens on the facts of a revision; None where it has none."""
    reader = settled(place, revision.name, lang, say)
    if isinstance(reader, Broken):
        raise WorldError(
            Said("The facts of {name} do not pass their checks: {first}", name=revision.name, first=reader.first[0]),
            Said("Name a revision that kg build takes."),
        )
    state = place.state()
    return Lens(place, place.folder_of(state.generation), lang) if reader and state else None


def _staged(lens: Lens, poles: tuple[str, ...], stage: Stage) -> Scene | None:
    """What the page would have shown; None where somebody it is about was not yet known."""
    try:
        return stage(lens, poles)
    except NotFound:
        return None


def _became(workspace: Workspace, place: Workspace) -> _Became:
    """What is different between the texts of two moments, in each language."""
    after = Snapshot.of(workspace, LANGUAGES[0])
    before = Snapshot.of(place, LANGUAGES[0], Renamed.of(after.reader.view))
    told: dict[str, Changes] = {}
    for lang in LANGUAGES:
        for side in (before, after):
            side.reader = side.reader.in_language(lang)
        told[lang] = compare(before, after)
    edits: dict[str, Texts] = {}
    for lang, changes in told.items():
        for change in changes.claims:
            if change.edits:
                texts = edits.setdefault(change.claim.id, {})
                worded = lang == LANGUAGES[0] or all(e.about for e in change.edits)  # else it is not said in this one
                texts[lang] = "\n".join(edited(e, lang) for e in change.edits) if worded else texts[LANGUAGES[0]]
    found = told[LANGUAGES[0]]
    things = {e.entry.id: e.into.id for e in found.entries if e.into}
    return _Became(found.renamed, things, edits, frozenset(map(local, after.claims)))


def _all_new(now: Scene, revision: Revision) -> Scene:
    """A scene of which the earlier revision has nothing."""
    only = {s.id: "b" for s in now.statements}
    return replace(now, since=Since(revision.name, revision.commit, revision.day, only))


class _Joining:
    """Two scenes that become one."""

    def __init__(self, now: Scene, then: Scene, became: _Became, revision: Revision) -> None:
        self._now, self._then, self._became, self._revision = now, then, became, revision
        self._mark = f"@{revision.commit[:9]}"
        self._statements = {s.id: s for s in now.statements}
        self._sources = {s.id: s for s in now.sources}
        places = [_places(scene.relations, names) for scene, names in ((now, {}), (then, became.things))]
        #: Old ids of the claims that are the same in both.
        self._same = {s.id for s in then.statements if self._is_same(s, *places)}

    def scene(self) -> Scene:
        """The scene of today, with what was there instead."""
        now, then = self._now, self._then
        kept = {self._id(i) for i in self._same}
        earlier = [self._as_it_was(s) for s in then.statements if s.id not in self._same]
        changed = {self._became.claims.get(s.id, s.id): self._id(s.id) for s in then.statements}
        was = {i: old for i, old in changed.items() if i in self._statements and i not in kept}
        only = {s.id: "b" for s in now.statements if s.id not in kept} | {s.id: "a" for s in earlier}
        edits = {i: texts for i, texts in self._became.edits.items() if i in was}
        sources = {s.id: s for s in now.sources} | {
            self._source(s.id): replace(s, id=self._source(s.id)) for s in then.sources
        }
        cited = {s.document for s in (*now.statements, *earlier)}
        r = self._revision
        return replace(
            now,
            nodes=self._nodes(),
            relations=self._relations(),
            statements=tuple(sorted((*now.statements, *earlier), key=lambda s: s.id)),
            sources=tuple(s for i, s in sorted(sources.items()) if i in cited),
            speakers=then.speakers | now.speakers,
            stances=then.stances | now.stances,
            families=then.families | now.families,
            speaks_for=then.speaks_for | now.speaks_for,
            since=Since(r.name, r.commit, r.day, only, edits, was, then.notes),
        )

    def _is_same(self, then: Statement, now_at: Mapping[str, set[object]], then_at: Mapping[str, set[object]]) -> bool:
        """Whether a claim is there today too, says the same, and says it of the same."""
        name = self._became.claims.get(then.id, then.id)
        now = self._statements.get(name)
        if now is None or name in self._became.edits or now_at.get(name, set()) != then_at.get(then.id, set()):
            return False
        return name in self._became.written or (now.text, now.facts) == (then.text, then.facts)

    def _id(self, old: str) -> str:
        """The id in this scene of a claim of the earlier one."""
        return self._became.claims.get(old, old) if old in self._same else f"{old}{self._mark}"

    def _source(self, old: str) -> str:
        """The same of a document: one of which something else was known is cited as it was then."""
        then = next((s for s in self._then.sources if s.id == old), None)
        return old if then is None or self._sources.get(old, then) == then else f"{old}{self._mark}"

    def _as_it_was(self, then: Statement) -> Statement:
        known = {s.id for s in self._then.statements}
        name = {i: self._id(i) for i in known}
        return replace(
            then,
            id=self._id(then.id),
            document=self._source(then.document),
            against=tuple(name[i] for i in then.against if i in known),
            links=tuple(Bond(x.relation, name.get(x.claim, x.claim)) for x in then.links),
        )

    def _mentions(self, mentions: Iterable[Mention]) -> tuple[Mention, ...]:
        return tuple(replace(m, claim=self._id(m.claim)) for m in mentions if m.claim not in self._same)

    def _relations(self) -> tuple[Relation, ...]:
        found = {r.id: r for r in self._now.relations}
        names = self._became.things
        for then in self._then.relations:
            gone = self._mentions(then.mentions)
            moved = replace(
                then, source=names.get(then.source, then.source), target=names.get(then.target, then.target)
            )
            if gone:
                today = found.get(moved.id, replace(moved, mentions=()))
                found[moved.id] = replace(today, mentions=(*today.mentions, *gone))
        return tuple(r for _, r in sorted(found.items()))

    def _nodes(self) -> tuple[Node, ...]:
        """The things of today, and those of which only the earlier revision speaks."""
        found = {n.id: n for n in self._now.nodes}
        for then in self._then.nodes:
            name = self._became.things.get(then.id, then.id)
            gone = [
                replace(d, claims=tuple(self._id(c) for c in d.claims if c not in self._same)) for d in then.details
            ]
            today = found.get(name, replace(then, id=name, details=()))
            found[name] = replace(today, details=_joined(today.details, [d for d in gone if d.claims]))
        used = {x for r in self._relations() for x in (r.source, r.target)}
        return tuple(n for i, n in sorted(found.items()) if i in used or n in self._now.nodes)


def _places(relations: Iterable[Relation], names: Mapping[str, str]) -> dict[str, set[object]]:
    """Of what each claim speaks, and when that holds by it."""
    found: dict[str, set[object]] = {}
    for r in relations:
        ends = names.get(r.source, r.source), r.relation, names.get(r.target, r.target)
        for m in r.mentions:
            found.setdefault(m.claim, set()).add((ends, m.begins, m.ends))
    return found


def _joined(details: Iterable[Detail], more: Iterable[Detail]) -> tuple[Detail, ...]:
    """Values with all claims that give them, in one build or the other."""
    found = {(d.property["en"], d.value["en"]): d for d in details}
    for detail in more:
        key = detail.property["en"], detail.value["en"]
        today = found.get(key)
        found[key] = replace(today, claims=(*today.claims, *detail.claims)) if today else detail
    return tuple(found.values())
