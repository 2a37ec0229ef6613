"""Texts of others on their way out: into a terminal, a spreadsheet, Markdown, HTML, BibTeX or JSON.

A name, a summary or a file name may hold anything. Whoever writes one writes it with the function of the format, so
that it stays text there: it moves no cursor, turns no line around, starts no formula, is no markup and ends no field.
"""

from __future__ import annotations

import re
from typing import Any

# Patterns are texts here: compiling them would cost a look-up 2 ms, and most need none.
#: Controls (but tab and line feed), marks that reorder or hide text, line ends of Unicode, halves of characters.
_STEERING = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff"
    "\U000e0000-\U000e007f]"
)
#: What a spreadsheet passes over before it looks for a formula.
_BEFORE = "[\\s\"'`´‘’‚‛“”„«»‹›＂＇\xad\u200c\u200d]*"
#: A figure alone, or with its unit in letters: a minus before it starts no formula.
_FIGURE = r"[+\-−]?([0-9][0-9,]*(\.[0-9]+)?|\.[0-9]+)([eE][+-]?[0-9]+)?( ?(%|[^\W\d_]+))?"
_MARKDOWN = r"[\\`*_\[\]#|~$@]|(?<=:)/|(?<=\b[wW]{3})\."
#: What makes the beginning of a line a list, a rule or a heading.
_MARKDOWN_START = r"\A(?:[-+](?=\s|\Z)|[-=](?=[-=\s]*\Z)|[0-9]{1,9}[.)](?=\s|\Z))"
_TEX = {"\\": r"\textbackslash{}", "^": r"\^{}", "~": r"\~{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}"}


def terminal(text: str) -> str:
    """One line for a terminal: what cannot be printed becomes a space, what is invisible goes."""
    if text.isprintable():
        return text
    import unicodedata

    return "".join(c if c.isprintable() else "" if unicodedata.category(c) == "Cf" else " " for c in text)


def terminal_lines(text: str, indent: str = "") -> str:
    """The same line by line; all lines but the first are indented, so that none can pose as one of ours."""
    return f"\n{indent}".join(terminal(each.expandtabs(8)) for each in text.replace("\r\n", "\n").split("\n"))


def plain(text: str) -> str:
    """A text for a file that programs read: nothing in it that would steer who looks at the file."""
    return re.sub(_STEERING, lambda m: " " if m[0] < "\xa0" else "", text)


def line(text: str) -> str:
    """The same in one line."""
    return plain(text).replace("\n", " ").replace("\t", " ")


def cell(text: str, *, lines: bool = True) -> str:
    """A cell of a CSV or, without ``lines``, TSV file. What a spreadsheet would run gets an apostrophe in front."""
    from unicodedata import normalize

    text = plain(text.replace("\r\n", "\n")).replace("\t", " ") if lines else line(text)
    first = normalize("NFKC", re.sub(_BEFORE, "", text, count=1)[:1])
    return f"'{text}" if first and first in "=+-−@" and not re.fullmatch(_FIGURE, text) else text


def markdown(text: str) -> str:
    """A text within a line of Markdown: no markup, no link, no image, no address that turns into a link."""
    flat = " ".join(line(text).split()).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    flat = re.sub(_MARKDOWN, r"\\\g<0>", flat)
    return re.sub(_MARKDOWN_START, lambda m: f"{m[0][:-1]}\\{m[0][-1]}", flat)


def html(text: str) -> str:
    """A text between tags, or in a quoted attribute."""
    from html import escape

    return escape(plain(text))


def tex(text: str) -> str:
    """The value of a BibTeX field. Braces count even behind a backslash, so they are spelt out."""
    return re.sub(r"[\\{}$&#%_^~]", lambda m: _TEX.get(m[0], f"\\{m[0]}"), line(text))


def address(text: str) -> str:
    """A web address with what is not allowed in one percent-encoded; empty when it is none."""
    from urllib.parse import quote

    text = line(text).strip()
    return quote(text, safe="%/:=&?~#+!$,;'@()*[]-._") if re.match(r"(https?|ftp)://", text, re.I) else ""


def href(text: str) -> str:
    """Where a link leads: a page of the web, or a file as its path is; empty for what a browser would run."""
    from urllib.parse import quote

    text = line(text).strip().replace("\\", "/")
    scheme = re.match(r"([a-z][a-z0-9+.-]*):", text, re.I)
    if scheme is None:
        return quote(text, safe="/")
    return f"file:///{quote(text, safe='/:')}" if len(scheme[1]) == 1 else address(text)  # a drive


def part(text: str) -> str:
    """A text as the value of a part of an address, such as an id behind its #."""
    from urllib.parse import quote

    return quote(line(text), safe="")


def json(value: Any, *, ascii: bool = False, **layout: Any) -> str:
    """JSON that any reader takes: no Infinity and no NaN, which JSON does not know, and nothing that steers."""
    from json import dumps

    try:
        text = dumps(value, ensure_ascii=ascii, allow_nan=False, **layout)
    except ValueError:  # not finite
        text = dumps(_finite(value), ensure_ascii=ascii, allow_nan=False, **layout)
    return re.sub(_STEERING, lambda m: _code(m[0]), text)


def _code(char: str) -> str:
    units = char.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))


def _finite(value: Any) -> Any:
    value = getattr(value, "__dict__", value)
    if isinstance(value, float):
        return value if value - value == 0 else None
    if isinstance(value, dict):
        return {k: _finite(v) for k, v in value.items()}
    return [_finite(v) for v in value] if isinstance(value, (list, tuple)) else value
