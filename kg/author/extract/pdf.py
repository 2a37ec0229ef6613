"""PDF: lines → paragraphs, columns one after the other, a form feed where a page begins."""

from __future__ import annotations

import io
import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.author.extract.plain import Extract, joined, lacking, one_line, tidy, undated
from kg.errors import WrongCall

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

_ENDS = re.compile(r"[.!?:;…。！？][\"'”’»)\]]*$")
_STARTS = re.compile(r"\s*(?:[•▪■○●–—*]\s|\d+[.)]\s|\(\w\)\s)")
_LEAST = 5  # lines side by side that make two columns
_LEAST_HEADS = 3  # pages on which a line stands at the same edge, to be no part of the text
#: Letters that are printed as one; the last two are where many fonts keep theirs.
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\uf001": "fi", "\uf002": "fl"}
)
_SWAY = 4  # letters by which the right column may seem to begin elsewhere


def read_pdf(name: str, data: bytes) -> Extract:
    """The text of a PDF. Raises WrongCall for one that is locked, damaged, or made of pictures."""
    try:
        from pypdf import PdfReader
        from pypdf.errors import DependencyError, PyPdfError
    except ImportError as error:
        raise lacking(error) from error
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise WrongCall(f"{name} is locked with a password.", "Save it without one: qpdf --decrypt.")
        pages = [_lines(page) for page in reader.pages]
        info = _info(reader)
    except DependencyError as error:
        raise WrongCall(f"{name} is encrypted.", "Save it without: qpdf --decrypt.") from error
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise WrongCall(
            f"{name} is damaged and cannot be read: {error}.", "Open it and print it to a new PDF."
        ) from error
    if not any(any(c.isalnum() for c in line) for lines in pages for line in lines):
        raise WrongCall(f"{name} has no text: its pages are pictures.", "OCR it first: ocrmypdf in.pdf out.pdf")
    empty = [i for i, lines in enumerate(pages, 1) if not lines]
    left: tuple[str, ...] = (f"pages without text: {', '.join(map(str, empty))}",) if empty else ()
    title, author, made = info
    pages, heads = _without_heads(pages)
    left += (f"{heads} running heads and page numbers",) if heads else ()
    return Extract(joined(_paragraphs(pages)), "PDF", title, author, left_out=(*left, *undated(made)))


def _info(reader: PdfReader) -> tuple[str, str, str]:
    """Title, author, and the day that the file was made."""
    about = reader.metadata
    if about is None:
        return "", "", ""
    made = re.match(r"(?:D:)?(\d{4})(\d\d)?(\d\d)?", str(about.get("/CreationDate", "")))
    day = "-".join(part for part in made.groups() if part) if made else ""
    title = (about.title or "").strip()
    if re.search(r"\.\w{2,5}$|^Microsoft Word|^untitled|^about:|://", title, re.I):  # the name or address of a file
        title = ""
    return title, (about.author or "").strip(), day


def _lines(page: PageObject) -> list[str]:
    """The lines of a page in the order they are read in."""
    heights: list[float] = []

    def note(text: str, cm: list[float], tm: list[float], font: object, size: float) -> None:
        if text.strip():
            heights.append(tm[4] * cm[1] + tm[5] * cm[3] + cm[5])

    lines = tidy(page.extract_text(visitor_text=note)).replace("\f", "").split("\n")
    back = any(b - a > 100 for a, b in pairwise(heights))  # up again: the next column
    if not back and len(lines) > _LEAST:
        lines = _columns(page.extract_text(extraction_mode="layout").split("\n")) or lines
    return [line.strip().translate(_LIGATURES) for line in lines if line.strip()]


def _without_heads(pages: list[list[str]]) -> tuple[list[list[str]], int]:
    """The pages without the lines at their edges that repeat, whatever number they have; and how many those were."""
    edges = [{i: (i, re.sub(r"\d+", "#", lines[i])) for i in _edges(lines)} for lines in pages]
    often = Counter(key for page in edges for key in page.values())
    least = max(_LEAST_HEADS, sum(map(bool, pages)) / 3)  # left and right pages may have heads of their own
    found = [
        {i % len(lines) for i, key in page.items() if often[key] >= least}
        for lines, page in zip(pages, edges, strict=True)
    ]
    kept = [[line for i, line in enumerate(lines) if i not in gone] for lines, gone in zip(pages, found, strict=True)]
    return kept, sum(map(len, found))


def _edges(lines: list[str]) -> list[int]:
    """The first and the last two lines of a page, counted from its nearer end."""
    return [i for i in (0, 1, -2, -1) if len(lines) > 3]


def _columns(grid: list[str]) -> list[str] | None:
    """Lines that stand side by side, the left column first; None where there are no two columns of text."""
    gaps = {
        i: max((m.span() for m in re.finditer(r"(?<=\S) {2,}(?=\S)", line)), key=_width, default=None)
        for i, line in enumerate(grid)
    }
    ends = sorted(gap[1] for gap in gaps.values() if gap)
    if len(ends) < _LEAST:
        return None
    gutter = ends[len(ends) // 2]
    cuts = {i: gap[1] for i, gap in gaps.items() if gap and abs(gap[1] - gutter) <= _SWAY}
    first, last = min(cuts, default=0), max(cuts, default=0)
    while last + 1 < len(grid) and not _crosses(grid[last + 1], gutter):  # one column is longer than the other
        last += 1
    band = range(first, last + 1)
    crossing = [i for i in band if i not in cuts and _crosses(grid[i], gutter)]
    words = [len(part.split()) for i, at in cuts.items() for part in (grid[i][:at], grid[i][at:])]
    if len(cuts) < _LEAST or len(crossing) * 10 > len(band) or sum(words) < 3 * len(words):
        return None  # a table, or a line here and there
    at = {i: cuts.get(i, gutter - _SWAY) for i in band}
    left, right = [grid[i][: at[i]] for i in band], [grid[i][at[i] :] for i in band]
    return [re.sub(r" {2,}", " ", line) for line in (*grid[:first], *left, *right, *grid[last + 1 :])]


def _width(gap: tuple[int, int]) -> int:
    return gap[1] - gap[0]


def _crosses(line: str, gutter: int) -> bool:
    """Whether a line begins in the left column and goes on into the right one."""
    return bool(line[: gutter - _SWAY].strip()) and len(line.rstrip()) > gutter


def _paragraphs(pages: list[list[str]]) -> list[str]:
    """Lines that belong together. A paragraph ends with a sentence in a line that is shorter than the others."""
    found: list[list[str]] = []
    for number, lines in enumerate(pages):
        usual = sorted(map(len, lines))[len(lines) * 3 // 4] if lines else 0
        for i, line in enumerate(lines):
            marked = "\f" * (number and i == 0) + line
            if found and _goes_on(found[-1], line, usual):
                found[-1].append(marked)
            else:
                found.append([marked])
        if number and not lines:
            found.append(["\f"])
    return [one_line(lines) for lines in found]


def _goes_on(lines: list[str], line: str, usual: int) -> bool:
    last = lines[-1].lstrip("\f")
    if _STARTS.match(line):
        return False
    if line[:1].islower():
        return True
    beside = max(len(lines[-2]) if len(lines) > 1 else 0, len(line))  # a page of few lines has no usual one
    room = max(usual * 0.95, beside * 0.92)
    return len(last) >= usual * 0.8 and not (_ENDS.search(last) and len(last) < room)
