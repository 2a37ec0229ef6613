"""A brief as one HTML file: offline, printable, no script."""

from __future__ import annotations

from kg.show.notes import note_text
from kg.show.text import lines, places, qualifiers, size, source_line, speakers, summary
from kg.show.words import word
from kg.text.escapes import html as escape
from kg.values.answers import Brief
from kg.values.claims import Claim

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
            out.append(f"<li>{escape(text)} {''.join(_evidence(c, lang) for c in line.claims)}</li>\n")
        if section.left_out:
            out.append(f"<li><small>+{section.left_out} {escape(word('more', lang))}</small></li>\n")
        out.append("</ul>\n")
    out += [f'<p class="dim">{escape(note_text(note, lang))}</p>\n' for note in brief.notes]
    out.append(f'<h2 id="sources">{escape(word("sources", lang))}</h2>\n<ul>\n')
    out += [f"<li>{escape(source_line(d, lang))}</li>\n" for d in brief.documents]
    out.append("</ul>\n</main>\n</body>\n</html>\n")
    return "".join(out)


def _evidence(claim: Claim, lang: str) -> str:
    how = ", ".join([claim.stance.label, *qualifiers(claim, lang)])
    where = places(claim, lang)
    return (
        f"<details><summary>{escape(claim.id)}</summary><blockquote>{escape(summary(claim, lang))}<br>"
        f"<small>{escape(how)} · {escape(speakers(claim))} · {escape(where)}</small></blockquote></details> "
    )
