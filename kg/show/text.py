"""Answers as blocks of text for a terminal, and as rows for every other format."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from kg.show import tally
from kg.show.words import counted, word
from kg.text.escapes import terminal
from kg.values.claims import NOT, Claim, Coding, Document, Fact, Passage

if TYPE_CHECKING:
    from kg.values.answers import Dispute, Event
    from kg.values.notes import Note


#: Ids that stand beside a fact before the rest is counted.
_NAMED = 8
#: Letters that may be two columns wide, or none; dashes, quotation marks and signs of currencies are one.
_WIDE = "[\u0300-\u036f\u1100-\u200f\u2028-\u209f\u2300-\U0010ffff]"


class Style:
    """Colour when wanted: bold names, dim sources, one colour a stance."""

    _STANCE: ClassVar = {
        "stated": "32",
        "reported": "36",
        "planned": "34",
        "expected": "34",
        "assessed": "33",
        "speculative": "33",
        "denied": "31",
    }

    def __init__(self, colour: bool, lang: str = "en", width: int = 100) -> None:
        self.colour, self.lang, self.width = colour, lang, width

    def _paint(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour and text else text

    def bold(self, text: str) -> str:
        return self._paint("1", terminal(text))

    def dim(self, text: str) -> str:
        return self._paint("2", terminal(text))

    def stance(self, claim: Claim) -> str:
        return self._paint(self._STANCE.get(claim.stance.id.split(":")[-1], "0"), terminal(claim.stance.label))

    def word(self, key: str) -> str:
        return word(key, self.lang)


def place(passage: Passage, lang: str) -> str:
    """Where in a document: ``p. 3, § 6, 1442–1509``, a section, or a record with its source, where it gives one."""
    if passage.record:
        return f"{word('record', lang)} {passage.record}, {passage.address or word('no source given', lang)}"
    page = f"{word('page', lang).format(passage.page)}, " if passage.page else ""
    return page + (passage.section or f"§ {passage.paragraph}, {passage.start}–{passage.end}")


def unkept(document: Document, lang: str) -> str:
    """That a reader cannot check a document's text here, where it was only read; else nothing."""
    if document.text_hash or not document.accessed_on:
        return ""
    return word("read, not kept", lang).format(document.accessed_on)


def places(claim: Claim, lang: str) -> str:
    """Document and all places of a claim: ``report § 6, 1442–1509``."""
    return f"{claim.document.id} {'; '.join(place(p, lang) for p in claim.passages)}"


def summary(claim: Claim, lang: str) -> str:
    """What a claim says; a series says its figures."""
    return tally.series(claim.tally, lang) if claim.tally else claim.summary


def value(fact: Fact, lang: str) -> str:
    """The value of a fact, marked where claims say that it is absent; of acts that are one sum its figures."""
    summed = fact.claims[0].tally if fact.claims and not fact.value else None
    said = tally.figures(summed, lang) if summed else truth(fact.value, lang)
    return f"{word('absent', lang)}: {truth(said.removeprefix(NOT), lang)}" if fact.negated else said


def truth(text: str, lang: str) -> str:
    """A value that is true or false in words; any other as it is."""
    return word(text, lang) if text in ("true", "false") else text


def happening(event: Event, lang: str) -> str:
    """What a line of a timeline is about: a thing by its name, or the acts of a month."""
    return tally.event(event.tally, lang) if event.tally else event.entity.label


def reason(dispute: Dispute, lang: str) -> str:
    """Why claims are compared."""
    from kg.show.notes import note_text

    return note_text(dispute.note, lang) if dispute.note else dispute.reason


def notes_text(notes: Iterable[Note], style: Style) -> str:
    """What an answer leaves out, below it."""
    from kg.show.notes import note_text

    return "\n" + "".join(fill(note_text(n, style.lang), style, "  ", "* ") + "\n" for n in notes)


def speakers(claim: Claim) -> str:
    """Who says it."""
    return ", ".join(s.label for s in claim.speakers)


def coded(coding: Coding) -> str:
    """Who wrote a claim down, when and how."""
    how = coding.method.label if coding.method else None
    return ", ".join(filter(None, (*(r.label for r in coding.by), coding.on, how)))


def qualifiers(claim: Claim, lang: str = "en") -> list[str]:
    """All that limits a claim: who agreed, whose view, certainty, condition, absence."""
    parts = []
    if claim.agreed_by:
        parts.append(f"{word('agreed by', lang)} {' & '.join(r.label for r in claim.agreed_by)}")
    if claim.held_by:
        parts.append(f"{word('view of', lang)} {', '.join(r.label for r in claim.held_by)}")
    parts += [r.label for r in (claim.certainty, claim.explicitness, claim.document_time) if r]
    if claim.condition:
        parts.append(f"{word('if', lang)}: {claim.condition}")
    if claim.negated:
        parts.append(word("says it is absent", lang))
    if claim.superseded:
        parts.append(word("superseded", lang))
    if claim.retraction:
        parts.append(f"{word('retracted', lang)} {claim.retraction.on}: {claim.retraction.reason}")
    return parts


def fill(text: str, style: Style, indent: str, first: str | None = None) -> str:
    """A paragraph broken at the width of the page."""
    return flow(terminal(text), style, indent, first)


def flow(text: str, style: Style, indent: str, first: str | None = None) -> str:
    """The same of a text that is harmless and may be painted; its later lines begin with ``indent``."""
    start = indent if first is None else first
    width = max(style.width - 2, 40)
    narrow = text.isascii() or not re.search(_WIDE, text)
    if narrow and len(start) + len(text) <= width:
        return start + text
    glued = text.replace("§ ", "§\u00a0")  # a paragraph's sign and number are one word
    if narrow and not style.colour:
        lines = _wrapped(glued, width, start, indent)
    else:
        from wcwidth import wrap  # 16 ms of CPU to import: where a letter may be two columns wide, or a colour none

        lines = wrap(  # ids and addresses stay whole, to be copied
            glued, width, initial_indent=start, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
        )
    return "\n".join(lines).replace("§\u00a0", "§ ")


def _wrapped(text: str, width: int, start: str, indent: str) -> list[str]:
    """Lines of whole words, one column a letter: textwrap takes longer to import than an answer may."""
    lines, line, empty = [], start, True
    for part in re.findall(r" *[^ ]+", text):  # with the spaces before it
        if not empty and len(line) + len(part) > width:
            lines.append(line)
            line, empty = indent, True
        line, empty = line + (part.lstrip(" ") if empty else part), False
    return [*lines, line]


def evidence(claim: Claim, style: Style, indent: str) -> str:
    """What is said and how, then who says so and where; each breaks at the width of the page."""
    how = ", ".join([style.stance(claim), *map(terminal, qualifiers(claim, style.lang))])
    who, where = terminal(speakers(claim)), style.dim(places(claim, style.lang))
    said = fill(summary(claim, style.lang), style, indent)
    return f"{said}\n{flow(f'{how} · {who} · {where} [{terminal(claim.id)}]', style, indent + '  ', indent)}\n"


def facts_text(facts: Sequence[Fact], style: Style) -> str:
    """Facts grouped by property, each value above its claims."""
    if not facts:
        return ""
    out = [flow(f"{style.bold(facts[0].entity.label)}  {style.dim(facts[0].entity.id)}", style, "  ", "") + "\n"]
    for fact in facts:
        head = f"{terminal(fact.property.label)}: {style.bold(value(fact, style.lang))}"
        out.append(f"\n{flow(head, style, '  ', '')}\n")
        out += [evidence(c, style, "    ") for c in fact.claims]
        if fact.against:
            against = terminal(style.word("set against").format(_ids(fact.against, style.lang)))
            out.append(flow(f"{style.dim('≠')} {against}", style, "      ", "    ") + "\n")
    return "".join(out)


def _ids(names: Sequence[str], lang: str) -> str:
    """The first of some ids, and how many more there are."""
    more = f", {counted('more', len(names) - _NAMED, lang)}" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more


CLAIM_COLUMNS = (
    "stance",
    "speakers",
    "agreed_by",
    "held_by",
    "document",
    "paragraph",
    "start",
    "end",
    "claim",
    "summary",
)


def claim_cells(claim: Claim, lang: str) -> tuple[object, ...]:
    """A claim as the cells of ``CLAIM_COLUMNS``."""
    first = claim.passages[0] if claim.passages else Passage()
    stance = claim.stance.id.split(":")[-1] + (" (absent)" if claim.negated else "")
    people = [", ".join(r.label for r in refs) for refs in (claim.speakers, claim.agreed_by, claim.held_by)]
    where = first.record or first.section or first.paragraph
    return (stance, *people, claim.document.id, where, first.start, first.end, claim.id, summary(claim, lang))


def facts_rows(facts: Iterable[Fact], lang: str) -> tuple[tuple[str, ...], list[tuple[object, ...]]]:
    """One row a fact and claim."""
    return ("entity", "property", "value", *CLAIM_COLUMNS), [
        (f.entity.id, f.property.label, value(f, lang), *claim_cells(c, lang)) for f in facts for c in f.claims
    ]


def claim_text(claim: Claim, content: Sequence[tuple[str, str, str]], disputes: Sequence[Dispute], style: Style) -> str:
    """One claim with everything that is known about it."""
    rows: list[tuple[str, str]] = [(style.word("content"), f"{s} — {p}: {truth(v, style.lang)}") for s, p, v in content]
    rows.append((style.word("stance"), ", ".join([claim.stance.label, *qualifiers(claim, style.lang)])))
    basis = f" ({claim.attribution.label})" if claim.attribution else ""
    rows.append((style.word("said by"), speakers(claim) + basis))
    issued, missing = claim.document.issued or style.word("undated document"), unkept(claim.document, style.lang)
    rows.append(
        (
            style.word("document"),
            ", ".join(filter(None, (f"{claim.document.id}: {claim.document.title}", issued, missing))),
        )
    )
    rows += [(style.word("where"), place(p, style.lang)) for p in claim.passages]
    rows += [(style.word("context"), place(p, style.lang)) for p in claim.context]
    if claim.quotation:
        rows.append(("“ ”", claim.quotation))
    rows += [(style.word("links"), f"{style.word(link.relation)} {link.claim}") for link in claim.links]
    written = {link.claim for link in claim.links}
    for d in disputes:
        others = [c.id for c in d.claims if c.id != claim.id]
        if d.title and not (len(others) == 1 and others[0] in written and not d.judged_by):
            rows.append((style.word("links"), f"{d.relation.label}: {d.title} [{', '.join(others)}]"))
    rows += [(style.word("note"), n) for n in claim.notes]
    if claim.coding:
        rows.append((style.word("coded by"), coded(claim.coding)))
    if claim.file:
        rows.append((style.word("kept in"), claim.file))
    head = flow(f"{style.bold(claim.id)}  {terminal(summary(claim, style.lang))}", style, "  ", "")
    return f"{head}\n{_table(rows, style)}"


def _table(rows: Iterable[tuple[str, str]], style: Style) -> str:
    """Words and what they head, which stands in one column."""
    from kg.show.table import columns_wide

    out, last = [], ""
    for key, said in rows:
        shown = "" if key == last else key
        head = f"  {style.dim(shown)}{' ' * (14 - columns_wide(shown))}"
        out.append(flow(terminal(said), style, " " * 16, head) + "\n")
        last = key
    return "".join(out)


def timeline_text(events: Sequence[Event], style: Style) -> str:
    """Dated events first, each with its evidence."""
    out = []
    for event in events:
        when = event.when or style.word("no date")
        after = f" — {style.word('after')} {', '.join(a.label for a in event.after)}" if event.after else ""
        said = f"{style.bold(when)}  {terminal(happening(event, style.lang))}{terminal(after)}"
        out.append(flow(said, style, "    ", "") + "\n")
        out += [evidence(c, style, "    ") for c in event.claims]
    return "".join(out)


def timeline_rows(events: Iterable[Event], lang: str) -> tuple[tuple[str, ...], list[tuple[object, ...]]]:
    """One row an event and claim."""
    columns = ("when", "begins", "ends", "event", "label", "after", *CLAIM_COLUMNS)
    rows = []
    for e in events:
        begins, ends = (e.period.begins, e.period.ends) if e.period else (None, None)
        what = (e.entity.id, happening(e, lang), ", ".join(a.id for a in e.after))
        rows += [(e.when, begins, ends, *what, *claim_cells(c, lang)) for c in e.claims]
    return columns, rows


def disputes_text(disputes: Sequence[Dispute], style: Style) -> str:
    """Who says what against whom; what corroborates what."""
    out = []
    for d in disputes:
        origin = style.word("one origin") if d.origins == 1 else counted("origins", d.origins, style.lang)
        by = (
            f"{style.word('judged by')} {d.judged_by}"
            if d.judged_by
            else style.word("found by comparing values")
            if "=" in d.id
            else ""
        )
        about = style.dim("; ".join(x for x in (d.id, origin, by) if x))
        out.append(flow(f"{style.bold(d.relation.label)}: {terminal(d.title)}  {about}", style, "    ", "") + "\n")
        if why := reason(d, style.lang):
            out.append(fill(why, style, "    ") + "\n")
        out += [evidence(c, style, "      ") for c in d.claims]
        out.append("\n")
    return "".join(out)


def disputes_rows(disputes: Iterable[Dispute], lang: str) -> tuple[tuple[str, ...], list[tuple[object, ...]]]:
    """One row a dispute and claim."""
    columns = ("link", "relation", "title", "origins", *CLAIM_COLUMNS)
    return columns, [
        (d.id, d.relation.label, d.title, d.origins, *claim_cells(c, lang)) for d in disputes for c in d.claims
    ]


def cites(claims: Iterable[Claim]) -> str:
    """``[essay-002, report-002]``"""
    return f"[{', '.join(c.id for c in claims)}]"
