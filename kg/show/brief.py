"""A brief as text, Markdown and rows: each line with who says it, how, and where."""

from __future__ import annotations

from collections.abc import Iterator

from kg.show import tally
from kg.show.cite import footnote
from kg.show.notes import note_text
from kg.show.text import CLAIM_COLUMNS, Style, cites, claim_cells, fill, flow, places, qualifiers, speakers, unkept
from kg.show.words import counted, word
from kg.text.escapes import markdown, part
from kg.values.answers import Brief, Line, Section
from kg.values.claims import Claim, Document

#: Sections of lines with many claims, which are named by their ids.
_BY_ID = ("gaps", "disputes", "recorded")


def lines(section: Section, lang: str) -> Iterator[tuple[str, Line]]:
    """The lines of a section, each with its words."""
    most = max((line.tally.acts for line in section.lines if line.tally and line.tally.mean is not None), default=0)
    for line in section.lines:
        if line.note:
            yield note_text(line.note, lang), line
        elif line.tally and line.tally.period:
            yield tally.period(line.tally, most, lang), line
        elif line.tally:
            yield tally.total(line.tally, line.claims[0].document.title, lang), line
        else:
            yield line.text, line


def source_line(document: Document, lang: str) -> str:
    """A document in one line, with what is known of its origin."""
    who = ", ".join(r.label for r in document.creators or document.publishers)
    origin = f"; ← {', '.join(document.origins)}" if document.origins else ""
    place = document.address or document.file_name
    where = "".join(f", {part}" for part in (place, unkept(document, lang)) if part)
    issued = document.issued or word("undated document", lang)
    return f"{document.id}: {who}, “{document.title}”, {issued}{where}{origin}"


def brief_text(brief: Brief, style: Style) -> str:
    """A brief for the terminal."""
    head = f"{style.bold(f'{brief.a.label} – {brief.b.label}')}  {style.dim(size(brief, style.lang))}"
    out = [flow(head, style, "  ", "") + "\n"]
    for section in brief.sections:
        out.append(f"\n{style.bold(style.word(section.key))}\n")
        by_id = section.key in _BY_ID
        for text, line in lines(section, style.lang):
            body = with_others(text, line, style.lang)
            out.append(fill(f"{body} {cites(line.claims)}" if by_id else body, style, "    ", "  • ") + "\n")
            for said in statements(line, style.lang) if not by_id else ():
                out.append(fill(said, style, "      ", "    ") + "\n")
        if section.left_out:
            out.append(flow(style.dim(left_out(section, style.lang, "all shows")), style, "    ") + "\n")
    out.append(f"\n{style.bold(style.word('sources'))}\n")
    out += [fill(source_line(d, style.lang), style, "    ", "  ") + "\n" for d in brief.documents]
    return "".join(out)


def left_out(section: Section, lang: str, key: str = "not shown") -> str:
    """How many claims of a section stand on no line."""
    return word(key, lang).format(counted("more", section.left_out, lang))


def size(brief: Brief, lang: str) -> str:
    """How much a brief rests on."""
    counts = counted("claims", brief.claims, lang), counted("documents", len(brief.documents), lang)
    return word("size", lang).format(*counts)


def with_others(text: str, line: Line, lang: str) -> str:
    """A line of a brief, with the third parties that it is about too."""
    return f"{text} ({word('also about', lang)} {', '.join(r.label for r in line.others)})" if line.others else text


def voice(claim: Claim, lang: str) -> str:
    """How a claim is meant, and by whom."""
    return f"{', '.join([claim.stance.label, *qualifiers(claim, lang)])} · {speakers(claim)}"


def statements(line: Line, lang: str) -> Iterator[str]:
    """Who says a line, how, and where, once for each claim: ``stated · KCNA · report § 7, 1692–1823 [report-041]``."""
    for c in line.claims:
        own = "" if c.summary == line.claims[0].summary else f": {c.summary}"  # the same in words of its own
        yield f"{voice(c, lang)} · {places(c, lang)} [{c.id}]{own}"


def brief_markdown(brief: Brief, lang: str, page: str = "") -> str:
    """A brief as Markdown: every line cited, the citations explained at the end.

    ``page``: where ``kg view`` put the same relation, seen from here; each citation leads to its claim there.
    """
    esc = markdown
    out = [f"# {esc(brief.a.label)} – {esc(brief.b.label)}\n", f"{size(brief, lang)}\n"]
    if page:
        out.append(f"[{word('as a picture', lang)}](<{page}>)\n")
    cited: dict[str, Claim] = {}
    for section in brief.sections:
        out.append(f"## {word(section.key, lang)}\n")
        for text, line in lines(section, lang):
            cited.update((c.id, c) for c in line.claims)
            said = "; ".join(f"{esc(voice(c, lang))}[^{esc(c.id)}]" for c in line.claims)
            out.append(f"- {esc(with_others(text, line, lang))} ({said})")
        if section.left_out:
            out.append(f"- *{esc(left_out(section, lang))}*")
        out.append("")
    out += [f"> {esc(note_text(note, lang))}\n" for note in brief.notes]
    out.append(f"## {word('sources', lang)}\n")
    out += [f"- {esc(source_line(d, lang))}" for d in brief.documents]
    out.append("")
    for c in cited.values():
        there = f" [{word('in the picture', lang)}](<{page}#claim={part(c.id)}>)" if page else ""
        out.append(f"[^{esc(c.id)}]: {esc(footnote(c, lang))}{there}")
    return "\n".join(out) + "\n"


def brief_rows(brief: Brief, lang: str) -> tuple[tuple[str, ...], list[tuple[object, ...]]]:
    """One row a line and claim."""
    return ("section", "line", *CLAIM_COLUMNS), [
        (s.key, text, *claim_cells(c, lang))
        for s in brief.sections
        for text, line in lines(s, lang)
        for c in line.claims
    ]
