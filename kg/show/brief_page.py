"""A brief as one HTML file: offline, printable, no script."""

from __future__ import annotations

from kg.show.brief import left_out, lines, size, source_line, voice, with_others
from kg.show.cite import footnote
from kg.show.notes import note_text
from kg.show.words import word
from kg.text.escapes import address
from kg.text.escapes import html as escape
from kg.values.answers import Brief
from kg.values.claims import Claim, Document

_CSS = """
:root{color-scheme:light dark;--ink:#1b1f24;--dim:#5b6470;--line:#d5dae0;--paper:#fff;--mark:#0b5cad}
@media(prefers-color-scheme:dark){:root{--ink:#e6e9ed;--dim:#a3acb8;--line:#3a424d;--paper:#15181c;--mark:#7db7f2}}
body{font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);max-width:46rem;
margin:2rem auto;padding:0 1rem}
h1{font-size:1.6rem;margin:0}h2{font-size:1.1rem;margin:1.6rem 0 .4rem;border-bottom:1px solid var(--line)}
ul{padding-left:1.2rem;margin:.3rem 0}li{margin:.35rem 0}small,.dim{color:var(--dim)}
details{display:inline-block}summary{cursor:pointer;color:var(--mark);font-size:.85rem}
blockquote{margin:.2rem 0 .4rem;padding-left:.8rem;border-left:3px solid var(--line);font-size:.9rem}
@media print{body{margin:0;max-width:none}summary{color:inherit}}
"""


def brief_html(brief: Brief, lang: str) -> str:
    """A whole page. Data is escaped; there is nothing to load and nothing to run."""
    title = f"{brief.a.label} – {brief.b.label}"
    out = [
        f'<!doctype html>\n<html lang="{escape(lang)}">\n<head>\n<meta charset="utf-8">\n',
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n",
        f"<title>{escape(title)}</title>\n<style>{_CSS}</style>\n</head>\n<body>\n<main>\n<h1>{escape(title)}</h1>\n",
        f'<p class="dim">{escape(size(brief, lang))}</p>\n',
    ]
    for section in brief.sections:
        out.append(f'<h2 id="{escape(section.key)}">{escape(word(section.key, lang))}</h2>\n<ul>\n')
        for text, line in lines(section, lang):
            said = escape(with_others(text, line, lang))
            out.append(f"<li>{said} {''.join(_evidence(c, lang) for c in line.claims)}</li>\n")
        if section.left_out:
            out.append(f"<li><small>{escape(left_out(section, lang))}</small></li>\n")
        out.append("</ul>\n")
    out += [f'<p class="dim">{escape(note_text(note, lang))}</p>\n' for note in brief.notes]
    out.append(f'<h2 id="sources">{escape(word("sources", lang))}</h2>\n<ul>\n')
    out += [f"<li>{_source(d, lang)}</li>\n" for d in brief.documents]
    out.append("</ul>\n</main>\n</body>\n</html>\n")
    return "".join(out)


def _evidence(claim: Claim, lang: str) -> str:
    """Who says it and how, in the open; behind it the citation."""
    return (
        f"<details><summary>{escape(voice(claim, lang))} [{escape(claim.id)}]</summary>"
        f"<blockquote>{escape(footnote(claim, lang))}</blockquote></details> "
    )


def _source(document: Document, lang: str) -> str:
    line, web = escape(source_line(document, lang)), address(document.address or "")
    return (
        line.replace(escape(document.address or ""), f'<a href="{escape(web)}">{escape(web)}</a>', 1) if web else line
    )
