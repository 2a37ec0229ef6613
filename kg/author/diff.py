"""What is different between two revisions of a workspace, and what follows from that for answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import ExitStack

from kg.ask.claims import Reader
from kg.ask.compare import ALIKE, disputes
from kg.author.compare import Changes, compare
from kg.author.history import NOW, Repository
from kg.author.snapshot import Snapshot, past, settled
from kg.claims.cut import Cut
from kg.claims.renamed import Renamed
from kg.claims.schema import STANDINGS
from kg.errors import NotFound
from kg.values.answers import Dispute
from kg.values.changes import Broken, ClaimChange, Count, Diff, DisputeChange, EntryChange
from kg.workspace import Workspace, is_facts, is_rule

Say = Callable[[str], None]
#: What is told of conflicts: the new ones first.
_KINDS = ("added", "removed", "changed")


def diff(workspace: Workspace, asked: str | None, paths: Collection[str], lang: str, say: Say) -> Diff:
    """What is different. ``asked``: ``REV``, ``A..B``, or None for the last commit and the files as they lie there.

    ``paths``: only files of these names or below these folders. Each revision is read with the ontology that it
    brings, names that the later one has given up by their new ones. Raises WrongCall, NotFound and WorldError.
    """
    repository = Repository(workspace)
    ends = repository.ends(asked)
    with ExitStack() as stack:
        places: list[Workspace] = []
        for end in ends:
            if end == NOW:
                places.append(workspace)
                continue
            say(f"reading {end.name}")
            places.append(stack.enter_context(past(repository.texts(end.commit))))
        after = Snapshot.of(places[1], lang)
        before = Snapshot.of(places[0], lang, Renamed.of(after.reader.view))
        texts = [{n: s.digest() for n, s in place.sources().items()} for place in places]
        found = compare(before, after)
        records, broken = _records(places, texts), list[Broken]()
        further: tuple[tuple[DisputeChange, ...], tuple[Count, ...]] = ((), ())
        if texts[0] != texts[1] and (found.claims or found.entries or records or _rules(texts[0]) != _rules(texts[1])):
            sides = [settled(place, end.name, lang, say) for place, end in zip(places, ends, strict=True)]
            broken = [side for side in sides if isinstance(side, Broken)]
            readers = [None if isinstance(side, Broken) else side for side in sides]
            further = _further(readers, found) if not broken else further
        return _within(Diff(*ends, tuple(found.claims), tuple(found.entries), *further, records, tuple(broken)),
                       paths, [before.where, after.where])  # fmt: skip


def _rules(texts: Mapping[str, str]) -> dict[str, str]:
    """Ontology and settings: with others, other claims may disagree."""
    return {n: digest for n, digest in texts.items() if is_rule(n)}


def _records(places: list[Workspace], texts: list[dict[str, str]]) -> tuple[Count, ...]:
    """Files of data sets of which lines have gone or come, with how many."""
    names = sorted(n for n in texts[0].keys() | texts[1].keys() if n.endswith(".tsv"))
    found = []
    for name in names:
        if texts[0].get(name) != texts[1].get(name):
            then, now = (Counter(_lines(place, name)) for place in places)
            found.append(Count(name, (then - now).total(), (now - then).total()))
    return tuple(c for c in found if c.before or c.after)


def _lines(place: Workspace, name: str) -> Iterator[bytes]:
    source = place.sources().get(name)
    if source is not None:
        with open(source.path, "rb") as file:
            next(file, None)  # which names the columns
            yield from file


def _further(readers: list[Reader | None], found: Changes) -> tuple[tuple[DisputeChange, ...], tuple[Count, ...]]:
    """Conflicts that are new, gone or others, and what the views count."""
    then, now = ({known_by(d, found.renamed if i == 0 else {}): d for d in _disputes(r)} for i, r in enumerate(readers))
    kinds = (
        ("added", [now[k] for k in now.keys() - then.keys()]),
        ("removed", [then[k] for k in then.keys() - now.keys()]),
        (
            "changed",
            [now[k] for k in now.keys() & then.keys() if _members(now[k], {}) != _members(then[k], found.renamed)],
        ),
    )
    changes = [DisputeChange(kind, d) for kind, some in kinds for d in sorted(some, key=lambda d: d.id)]
    counts = [_views(r) for r in readers]
    return tuple(changes), tuple(
        Count(v, counts[0][v], counts[1][v]) for v in STANDINGS if counts[0][v] != counts[1][v]
    )


def _disputes(reader: Reader | None) -> list[Dispute]:
    """What sets claims against each other; that they agree stands with the claims."""
    return [d for d in disputes(reader)[0] if d.relation.id.split(":")[-1] not in ALIKE] if reader else []


def _members(dispute: Dispute, renamed: Mapping[str, str]) -> frozenset[str]:
    return frozenset(renamed.get(c.id, c.id) for c in dispute.claims)


def known_by(dispute: Dispute, renamed: Mapping[str, str]) -> tuple[object, ...]:
    """By what a conflict is known again: the values of one thing, the link that somebody wrote, or its claims."""
    if dispute.thing and dispute.property:
        return dispute.relation.id, dispute.thing.id, dispute.property.id
    return (dispute.id,) if dispute.judged_by else (dispute.relation.id, _members(dispute, renamed))


def _views(reader: Reader | None) -> dict[str, int]:
    """How many claims that are not superseded each view counts."""
    cut = Cut("c.until IS NULL")
    return {
        view: reader.claims.statements.count(cut.also("c.standing = ?", i)) if reader else 0
        for i, view in enumerate(STANDINGS)
    }


def _within(found: Diff, paths: Collection[str], known: list[Mapping[str, str]]) -> Diff:
    """What lies in the files asked for; how many others differ is counted. Raises NotFound for a path of no file."""
    if not paths:
        return found
    files = {file for where in known for file in where.values() if is_facts(file)}
    for path in paths:
        if not any(_lies_in(file, [path]) for file in files | {c.name for c in found.records}):
            raise NotFound(f"No file of facts is, or lies below, {path}.", (), f"Files: {', '.join(sorted(files))}.")
    claims = tuple(c for c in found.claims if _lies_in(c.claim.file or "", paths) or _lies_in(c.was, paths))
    entries = tuple(e for e in found.entries if _lies_in(e.file, paths))
    records = tuple(c for c in found.records if _lies_in(c.name, paths))
    ids = {c.claim.id for c in claims}
    told = tuple(d for d in found.disputes if any(c.id in ids for c in d.dispute.claims))
    others: set[ClaimChange | EntryChange | Count] = {*found.claims, *found.entries, *found.records}
    beside = len(others.difference(claims, entries, records))
    return Diff(found.before, found.after, claims, entries, told, found.views, records, found.broken, beside)


def _lies_in(file: str, paths: Collection[str]) -> bool:
    return any(file == path or file.startswith(f"{path.rstrip('/')}/") for path in paths)
