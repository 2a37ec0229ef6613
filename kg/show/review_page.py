"""Drafts beside their text as one HTML file: offline; decisions stay in the browser until they are saved as a file."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import Any

from kg.show.page.embed import ASSETS, asset, packed, policy
from kg.text.escapes import html as escape
from kg.values.drafts import Draft

#: What can be changed in a draft, in the order of the form.
FIELDS = ("about", "what", "value", "unit", "on", "by", "stance", "negated", "summary", "note")


def review_html(drafts: Sequence[Draft], texts: Mapping[str, str]) -> str:
    """The page. ``texts``: those of the documents, by their ids. Equal drafts give equal bytes."""
    unpack, script, css = (asset(os.path.join(ASSETS, name)) for name in ("unpack.js", "review.js", "review.css"))
    script = unpack + script
    titles = dict.fromkeys(d.claim.document.title for d in drafts)
    title = "Review: " + ", ".join(titles)
    data = packed({"drafts": [_draft(d) for d in drafts], "texts": dict(texts), "fields": FIELDS})
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy(script)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{css}</style>\n</head>\n<body>\n"
        f"<header><h1>{escape(title)}</h1>"
        '<p id="progress" role="status"></p><button type="button" id="save">Save decisions</button></header>\n'
        '<main>\n<section id="text" aria-label="Text" tabindex="0"></section>\n'
        '<section id="drafts" aria-label="Drafts" tabindex="0"></section>\n</main>\n'
        "<footer>Keys: <kbd>a</kbd> accept <kbd>e</kbd> edit <kbd>r</kbd> reject <kbd>s</kbd> skip <kbd>m</kbd> merge "
        "<kbd>u</kbd> take back <kbd>j</kbd> <kbd>k</kbd> next, previous. "
        "Decisions stay in this browser; carry out the saved file with <code>kg review --apply FILE</code>.</footer>\n"
        "<noscript><p>This page needs JavaScript: kg review --list shows the same in a terminal.</p></noscript>\n"
        f'<script type="application/gzip" id="kg-data">{data}</script>\n'
        f'<script type="module">{script}</script>\n</body>\n</html>\n'
    )


def _draft(draft: Draft) -> dict[str, Any]:
    """A draft as the script reads it."""
    return {
        "id": f"c:{draft.claim.id}", "digest": draft.digest, "document": draft.claim.document.id,
        "title": draft.claim.document.title, "summary": draft.claim.summary, "stance": draft.proposed.label,
        "speaker": ", ".join(s.label for s in draft.claim.speakers), "negated": draft.claim.negated,
        "content": [f"{s} — {p}: {v}" for s, p, v in draft.content], "reasons": draft.reasons,
        "marks": [mark for w in draft.words for mark in w.marks], "new": [n._asdict() for n in draft.new],
        "fields": {name: draft.fields.get(name, "") for name in FIELDS}, "missing": draft.missing,
        "same": [{"id": f"c:{c.id}", "summary": c.summary} for c in draft.same],
    }  # fmt: skip
