"""Files of all kinds → the text that passages are counted in, and what a file tells of itself.

The same file always gives the same text, and a text that is in order already stays as it is, byte for byte: its hash
is then the hash of the file. What cannot be read for certain is an error that says what to do, never a guess.
"""

from __future__ import annotations

import os
import re

from kg.author.extract.plain import Extract, decode, tidy, unwrapped
from kg.errors import WrongCall

#: Larger files are no articles: a book or an archive is split first.
MOST = 50_000_000
#: Pages with more marks than these take minutes to read.
ELEMENTS = 300_000
_ENDINGS = {
    **dict.fromkeys((".html", ".htm", ".xhtml", ".mhtml"), "page"),
    **{".pdf": "PDF", ".docx": "Word", ".eml": "e-mail"},
    **dict.fromkeys((".txt", ".text", ".md", ".markdown", ""), "text"),
}
#: Kinds that look like texts and are not: what to make of them.
_OTHERS = {
    b"\xd0\xcf\x11\xe0": "It is an old Word or Outlook file: save it as .docx or PDF.",
    b"{\\rtf": "It is RTF: save it as .docx or PDF.",
    b"\x89PNG": "It is a picture: read its text first (tesseract).",
    b"\xff\xd8\xff": "It is a picture: read its text first (tesseract).",
    b"\x1f\x8b": "It is packed: unpack it first (gunzip).",
}
READABLE = frozenset(_ENDINGS) - {""}


def extract(name: str, data: bytes, encoding: str = "") -> Extract:
    """The text of a file, by its content first and its name second.

    Raises WrongCall for what has no text or cannot be read for certain, WorldError where the extra is missing.
    """
    if len(data) > MOST:
        raise WrongCall(f"{name} has {len(data):,} bytes; an article has at most {MOST:,}.", "Split it first.")
    if not data.strip():
        raise WrongCall(f"{name} is empty.")
    hint = next((hint for head, hint in _OTHERS.items() if data.startswith(head)), None)
    if hint:
        raise WrongCall(f"{name} cannot be read as text.", hint)
    try:
        found = _by_kind(name, data, encoding)
    except RecursionError as error:
        raise WrongCall(f"{name} is nested too deeply to be read.", "Save its text as a .txt file.") from error
    if not found.text.strip():
        raise WrongCall(f"{name} has no text.", "Save the page once it is loaded, or copy its text into a .txt file.")
    return found


def _by_kind(name: str, data: bytes, encoding: str) -> Extract:
    kind = _ENDINGS.get(os.path.splitext(name)[1].lower())
    if data.startswith(b"%PDF") or kind == "PDF":
        from kg.author.extract.pdf import read_pdf

        return read_pdf(name, data)
    if data.startswith(b"PK\x03\x04") or kind == "Word":
        from kg.author.extract.word import read_word

        return read_word(name, data)
    if kind == "e-mail":
        from kg.author.extract.mail import read_mail

        return read_mail(name, data, encoding)
    if kind == "page" or re.match(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html\b)", data[:500], re.I):
        from kg.author.extract.page import read_page

        if data.count(b"<") > ELEMENTS:
            raise WrongCall(f"{name} has more than {ELEMENTS:,} elements: that is no article.", "Split it first.")
        return read_page(name, data, encoding)
    if kind is None:
        ending = os.path.splitext(name)[1]
        raise WrongCall(f"{name}: nothing here reads {ending} files.", "Save it as HTML, PDF, .docx, .eml or .txt.")
    text = unwrapped(tidy(decode(name, data, encoding)))
    return Extract(text, "file")
