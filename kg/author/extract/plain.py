"""Bytes → text, and text in order: one form of letters and line ends, nothing that nobody sees."""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import NamedTuple

from kg.errors import WorldError, WrongCall

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: What nobody sees; not the two joiners, which Persian and Hindi words need.
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_LINES = re.compile("\r\n|[\r\x0b\x85\u2028\u2029]")
_LIST = re.compile(r"\s*(?:[-*+•–—#>|]|\d+[.)])\s?")
_WRAPPED = (45, 100)  # how long the lines are that a program has broken
#: A guess that is certain: no mess, words of a language, and every other encoding so much messier.
_CHAOS, _COHERENCE, _AHEAD = 0.05, 0.15, 0.05


class Extract(NamedTuple):
    """The text of a file and what the file tells of itself; "" for what it does not.

    ``kind``: what it was read from, in words. ``left_out``: what of it is not in the text.
    """

    text: str
    kind: str
    title: str = ""
    author: str = ""
    publisher: str = ""
    issued: str = ""
    language: str = ""
    address: str = ""
    left_out: tuple[str, ...] = ()


def lacking(error: ImportError) -> WorldError:
    """What to say where the extra is not installed."""
    return WorldError(f"Reading this needs {error.name or error}.", "pip install 'bilateral-kg[source]'")


def undated(made: str) -> tuple[str, ...]:
    """What to say of the day a file was made: it may be the day somebody printed an old text."""
    return (f"the day the file was made, {made}, which need not be that of issue",) if made else ()


def decode(name: str, data: bytes, encoding: str = "") -> str:
    """Bytes as text: as the caller says, by the mark at their beginning, as UTF-8, else by a guess that is certain.

    Raises WrongCall where it is not.
    """
    known = encoding or next((e for mark, e in _MARKS if data.startswith(mark)), "")
    try:
        if known:
            return data.decode(known)
        if b"\0" not in data:
            return data.decode("utf-8")
    except LookupError as error:
        raise WrongCall(f"There is no encoding {encoding}.", "Such as utf-8, cp1251, euc-kr, gb18030.") from error
    except UnicodeDecodeError as error:
        if known:
            raise WrongCall(f"{name} is not {known}: {error.reason} at byte {error.start:,}.", "--encoding") from error
    return _guessed(name, data)


def _guessed(name: str, data: bytes) -> str:
    if b"\0" in data:
        return _without_mark(name, data)
    try:
        from charset_normalizer import from_bytes
    except ImportError as error:
        raise lacking(error) from error
    found = list(from_bytes(data))
    best = found[0] if found else None
    rivals = [m for m in found[1:] if best and str(m) != str(best) and m.chaos < best.chaos + _AHEAD]
    if best is None or best.chaos > _CHAOS or best.coherence < _COHERENCE or rivals:
        tried = f" It might be {', '.join(m.encoding for m in found[:3])}." if found else ""
        raise WrongCall(
            f"{name} does not say how it is encoded, and no guess is certain.{tried}",
            "Name it, such as --encoding cp1251, or save the file as UTF-8.",
        )
    return str(best)


def _without_mark(name: str, data: bytes) -> str:
    """UTF-16 without its mark, where letters of ASCII tell which; else it is no text."""
    even, odd = data[::2].count(0), data[1::2].count(0)
    if len(data) % 2 == 0 and max(even, odd) > 10 * min(even, odd):
        text = data.decode("utf-16-be" if even > odd else "utf-16-le", "replace")
        if "\ufffd" not in text:
            return text
    raise WrongCall(f"{name} is no text that can be read.", "If it is one, name its encoding: --encoding utf-16-le.")


def tidy(text: str) -> str:
    """Text in order; a text that is stays itself. A form feed begins a page."""
    text = unicodedata.normalize("NFC", _UNSEEN.sub("", _LINES.sub("\n", text)))
    text = re.sub(r"[^\S\n\f]+(?=[\n\f]|\Z)", "", text)
    return re.sub(r"\n{3,}", "\n\n", text).lstrip("\n")


def joined(paragraphs: list[str]) -> str:
    """Paragraphs with an empty line between each two, spaces in them made one."""
    lines = (re.sub(r"[^\S\f\u00a0\u202f]+", " ", tidy(p)).strip(" \n") for p in paragraphs)
    return tidy("\n\n".join(line for line in lines if line.strip())) + "\n"


def unwrapped(text: str) -> str:
    """Text whose lines a program has broken, with each paragraph in one line; any other stays as it is."""
    blocks = re.split(r"\n\n+", text)
    broken = [b for b in blocks if _is_broken(b.strip("\n").split("\n"))]
    if len(broken) * 3 < len([b for b in blocks if len(b) > _WRAPPED[1]]) or not broken:
        return text
    whole = {b: one_line(b.strip("\n").split("\n")) for b in broken}
    return "\n\n".join(whole.get(b, b) for b in blocks).rstrip("\n") + "\n"


def _is_broken(lines: list[str]) -> bool:
    least, most = _WRAPPED
    return (
        len(lines) > 1
        and all(least <= len(line) <= most for line in lines[:-1])
        and len(lines[-1]) <= most
        and not any(_LIST.match(line) for line in lines)
        and not all(line.rstrip().endswith((".", "!", "?", "。")) for line in lines)
    )


def one_line(lines: list[str]) -> str:
    """Lines as one; a word that was broken at a line's end is whole again. A page that begins there stays marked."""
    text = lines[0].strip(" ")
    for line in lines[1:]:
        page, words = ("\f", line.lstrip("\f ")) if line.startswith("\f") else ("", line.strip())
        if re.search(r"[^\W\d_][-\u2010]$", text) and words[:1].islower():
            text = text[:-1] + page + words
        else:
            text += (page or " ") + words
    return text
