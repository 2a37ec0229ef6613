"""What became of the facts between two revisions, in sentences: for a terminal, as Markdown, as rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from kg.show.text import Style, fill, places, qualifiers, reason, speakers, summary
from kg.show.words import counted, word
from kg.text import escapes
from kg.text.escapes import terminal

if TYPE_CHECKING:
    from kg.values.changes import ClaimChange, Diff, DisputeChange, Edit, EntryChange, LogEntry, Revision
    from kg.values.claims import Claim

#: What may have become of claims and of conflicts, in the order of their headings.
_CLAIMS = ("removed", "changed", "added", "renamed", "moved")
_CONFLICTS = ("added", "removed", "changed")
_GROUPS = {"document": "every document", "thing": "every entity", "link": "every link"}


class _Item(NamedTuple):
    """One change: its line, and those below it."""

    line: str
    below: list[str]


def diff_text(found: Diff, style: Style) -> str:
    """Counts first; then conflicts, claims, documents and things."""
    lang = style.lang
    out = [f"{style.bold(side(found.before, lang))} → {style.bold(side(found.after, lang))}\n"]
    out += [fill(text, style, "  ", "") + "\n" for text in (_counts(found, lang), *_remarks(found, lang))]
    for heading, items in _sections(found, lang):
        out.append(f"\n{style.bold(heading)}\n")
        out += _shown(items, style)
    return "".join(out)


def diff_markdown(found: Diff, lang: str) -> str:
    """The same, for a pull request."""
    mark = escapes.markdown
    texts = [_counts(found, lang), *_remarks(found, lang)]
    out = [f"**{mark(side(found.before, lang))} → {mark(side(found.after, lang))}**\n"]
    out += [f"\n{mark(text)}\n" for text in texts]
    for heading, items in _sections(found, lang):
        out.append(f"\n### {mark(heading)}\n\n")
        out += [f"- {mark(i.line)}\n" + "".join(f"  - {mark(x)}\n" for x in i.below) for i in items]
    return "".join(out)


def log_text(entries: Sequence[LogEntry], style: Style) -> str:
    """A commit, its day, author and subject; below it what it changed."""
    out = []
    for r, changes in ((e.revision, e.changes) for e in entries):
        about = " ".join(filter(None, (r.day, r.author)))
        out.append(f"{style.bold(side(r, style.lang))}  {style.dim(about)}  {terminal(r.subject)}".rstrip() + "\n")
        out += _shown([_named(c, style.lang) for c in changes], style)
    return "".join(out)


def log_rows(entries: Iterable[LogEntry], lang: str) -> tuple[tuple[str, ...], list[tuple[object, ...]]]:
    """One row a commit and change."""
    rows: list[tuple[object, ...]] = []
    for r, changes in ((e.revision, e.changes) for e in entries):
        rows += [
            (r.commit, r.day, r.author, r.subject, c.kind, "; ".join(edited(e, lang) for e in c.edits)) for c in changes
        ]
    return ("commit", "day", "author", "title", "status", "says"), rows


def side(revision: Revision, lang: str) -> str:
    """A revision by the name asked for, its commit and day; without one, the files as they lie there."""
    if not revision.commit:
        return word("working tree", lang)
    own = revision.commit.startswith(revision.name)
    return revision.name if own else f"{revision.name} ({revision.commit[:9]}, {revision.day})"


def edited(edit: Edit, lang: str) -> str:
    """``stance: planned → stated``; of what has only come or gone that one side."""
    about = (edit.about or word("content", lang)) + (f" ({edit.lang})" if edit.lang else "")
    then, now = ", ".join(edit.before), ", ".join(edit.after)
    if then and now:
        return f"{about}: {then} → {now}"
    return f"{about}, {word('new' if now else 'gone', lang)}: {now or then}"


def _shown(items: Iterable[_Item], style: Style) -> list[str]:
    lines = []
    for item in items:
        lines.append(fill(item.line, style, "      ", "    ") + "\n")
        lines += [fill(text, style, "          ", "        ") + "\n" for text in item.below]
    return lines


def _sections(found: Diff, lang: str) -> list[tuple[str, list[_Item]]]:
    """The headings that have changes."""
    some: list[tuple[str, Sequence[ClaimChange | EntryChange | DisputeChange]]] = [
        *((f"conflicts {kind}", [d for d in found.disputes if d.kind == kind]) for kind in _CONFLICTS),
        *((f"claims {kind}", [c for c in found.claims if c.kind == kind]) for kind in _CLAIMS),
    ]
    sections = [(word(heading, lang), [_item(c, lang) for c in changes]) for heading, changes in some]
    for group, heading in _GROUPS.items():
        entries = [e for e in found.entries if e.group == group]
        sections.append((word(heading, lang), [_named(e, lang) for e in entries]))
    return [(heading, items) for heading, items in sections if items]


def _item(change: ClaimChange | EntryChange | DisputeChange, lang: str) -> _Item:
    """A change in words."""
    dispute = getattr(change, "dispute", None)
    if dispute is not None:
        why = reason(dispute, lang)
        below = ([why] if why else []) + [f"{summary(c, lang)} {_source(c, lang)} [{c.id}]" for c in dispute.claims]
        return _Item(f"{dispute.relation.label}: {dispute.title} [{dispute.id}]", below)
    said = [edited(e, lang) for e in change.edits]  # type: ignore[union-attr]
    claim: Claim | None = getattr(change, "claim", None)
    if claim is None:
        into = f" → {change.into.label} [{change.into.id}]" if change.into else ""  # type: ignore[union-attr]
        return _Item(f"{change.entry.label} [{change.entry.id}]{into}", said)  # type: ignore[union-attr]
    was = [f"{word('before', lang)}: {change.was}"] if change.was else []  # type: ignore[union-attr]
    if change.kind in ("added", "removed"):
        said = [_source(claim, lang)]
    return _Item(f"{summary(claim, lang)} [{claim.id}]", [*was, *said])


def _named(change: ClaimChange | EntryChange, lang: str) -> _Item:
    """A change in words that say what kind it is."""
    item = _item(change, lang)
    return item._replace(line=f"{word(f'entry {change.kind}', lang)}: {item.line}")


def _source(claim: Claim, lang: str) -> str:
    """How a claim is meant, who says so and where."""
    how = ", ".join([claim.stance.label, *qualifiers(claim, lang)])
    return f"{how} · {speakers(claim)} · {places(claim, lang)}"


def _counts(found: Diff, lang: str) -> str:
    """The line of counts, and what follows for answers."""
    counts = {
        **{f"claims {kind}": sum(c.kind == kind for c in found.claims) for kind in _CLAIMS},
        **{name: sum(e.group == group for e in found.entries) for group, name in _GROUPS.items()},
        **{f"conflicts {kind}": sum(d.kind == kind for d in found.disputes) for kind in _CONFLICTS},
    }
    parts = [] if found.claims else [word("no claim changed", lang)]
    parts += [f"{word(key, lang)}: {n}" for key, n in counts.items() if n]
    parts += [f"{c.name}: +{c.after} −{c.before}" for c in found.records]
    parts += [f"{c.name}: {c.before} → {c.after}" for c in found.views]
    return "; ".join(parts) + "."


def _remarks(found: Diff, lang: str) -> list[str]:
    """What limits the comparison: revisions that cannot be built, and what lies outside the paths asked for."""
    texts = []
    for broken in found.broken:
        name = word(broken.name, lang)
        texts.append(word("not built", lang).format(name, counted("errors", broken.errors, lang)))
        texts += broken.first
    if found.elsewhere:
        texts.append(word("elsewhere", lang).format(found.elsewhere))
    return texts
