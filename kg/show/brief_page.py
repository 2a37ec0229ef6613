"""A brief as one HTML file: offline, printable, no script. Each claim has a place of its own, to be linked to."""

from __future__ import annotations

import re

from kg.show.brief import left_out, lines, size, source_line, voice, with_others
from kg.show.cite import footnote
from kg.show.notes import note_text
from kg.show.words import word
from kg.text.escapes import address, part
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
details:target{outline:2px solid var(--mark);outline-offset:3px}a{color:var(--mark)}
@media print{body{margin:0;max-width:none}summary{color:inherit}}
"""


#: What the place of a claim begins with.
PLACE = "c-"


def brief_html(brief: Brief, lang: str, page: str = "") -> str:
    """A whole page. Data is escaped; there is nothing to load and nothing to run.

    ``page``: where ``kg view`` put the same relation, seen from here; each claim leads to itself there.
    """
    title = f"{brief.a.label} – {brief.b.label}"
    out = [
        f'<!doctype html>\n<html lang="{escape(lang)}">\n<head>\n<meta charset="utf-8">\n',
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n",
        f"<title>{escape(title)}</title>\n<style>{_CSS}</style>\n</head>\n<body>\n<main>\n<h1>{escape(title)}</h1>\n",
        f'<p class="dim">{escape(size(brief, lang))}</p>\n',
    ]
    if page:
        out.append(f'<p><a href="{escape(page)}">{escape(word("as a picture", lang))}</a></p>\n')
    placed: set[str] = set()
    for section in brief.sections:
        out.append(f'<h2 id="{escape(section.key)}">{escape(word(section.key, lang))}</h2>\n<ul>\n')
        for text, line in lines(section, lang):
            said = escape(with_others(text, line, lang))
            out.append(f"<li>{said} {''.join(_evidence(c, lang, page, placed) for c in line.claims)}</li>\n")
        if section.left_out:
            out.append(f"<li><small>{escape(left_out(section, lang))}</small></li>\n")
        out.append("</ul>\n")
    out += [f'<p class="dim">{escape(note_text(note, lang))}</p>\n' for note in brief.notes]
    out.append(f'<h2 id="sources">{escape(word("sources", lang))}</h2>\n<ul>\n')
    out += [f"<li>{_source(d, lang)}</li>\n" for d in brief.documents]
    out.append("</ul>\n</main>\n</body>\n</html>\n")
    return "".join(out)


def _evidence(claim: Claim, lang: str, page: str, placed: set[str]) -> str:
    """Who says it and how, in the open; behind it the citation. The first mention of a claim is its place."""
    place = "" if claim.id in placed else f' id="{escape(PLACE + claim.id)}"'
    placed.add(claim.id)
    there = f"{page}#claim={part(claim.id)}"
    more = f' <a href="{escape(there)}">{escape(word("in the picture", lang))}</a>' if page else ""
    return (
        f"<details{place}><summary>{escape(voice(claim, lang))} [{escape(claim.id)}]</summary>"
        f"<blockquote>{escape(footnote(claim, lang))}{more}</blockquote></details> "
    )


def places(html: str) -> list[str]:
    """The ids of the claims that have a place in a brief."""
    from html import unescape

    return [unescape(name) for name in re.findall(rf'<details id="{PLACE}([^"]+)">', html)]


def _source(document: Document, lang: str) -> str:
    line, web = escape(source_line(document, lang)), address(document.address or "")
    return (
        line.replace(escape(document.address or ""), f'<a href="{escape(web)}">{escape(web)}</a>', 1) if web else line
    )
