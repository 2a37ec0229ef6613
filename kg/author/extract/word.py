"""Word: paragraphs and tables in the order of the document."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from kg.author.extract.plain import Extract, joined, lacking, undated
from kg.errors import WrongCall

if TYPE_CHECKING:
    from docx.table import Table

#: Bytes that the parts of a document may unpack to.
_MOST = 200_000_000


def read_word(name: str, data: bytes) -> Extract:
    """The text of a .docx file. Raises WrongCall for another archive or a damaged one."""
    try:
        from docx import Document
        from docx.opc.exceptions import OpcError
        from docx.table import Table
        from lxml.etree import LxmlError
    except ImportError as error:
        raise lacking(error) from error
    _check_size(name, data)
    try:
        document = Document(io.BytesIO(data))
    except (BadZipFile, OpcError, LxmlError, KeyError, ValueError, OSError) as error:
        raise WrongCall(
            f"{name} is no Word document, or a damaged one.", "Open it and save it as .docx again."
        ) from error
    paragraphs: list[str] = []
    for part in document.iter_inner_content():
        paragraphs += _rows(part) if isinstance(part, Table) else part.text.split("\n")
    about = document.core_properties
    kept = {rel.reltype.rpartition("/")[2] for rel in document.part.rels.values()}
    left = tuple(f"its {what}" for what in ("footnotes", "endnotes", "comments") if what in kept)
    blank = Document().core_properties  # what a program that writes with this library leaves as it was
    made = about.created.date().isoformat() if about.created and about.created != blank.created else ""
    language = (about.language or "").split("-")[0].lower()
    left += undated(made)
    title, author = about.title or "", about.author if about.author != blank.author else ""
    return Extract(joined(paragraphs), "Word file", title, author, language=language, left_out=left)


def _check_size(name: str, data: bytes) -> None:
    """Raises WrongCall for an archive that grows beyond all measure when it is unpacked."""
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            size = sum(part.file_size for part in archive.infolist())
    except BadZipFile:  # which is told when it is read
        return
    if size > _MOST:
        raise WrongCall(f"{name} unpacks to {size:,} bytes; a document has at most {_MOST:,}.", "Split it first.")


def _rows(table: Table) -> Iterator[str]:
    """A line for each row; a cell that spans several stands once."""
    for row in table.rows:
        cells = list({id(cell._tc): " ".join(cell.text.split()) for cell in row.cells}.values())
        yield " | ".join(cell for cell in cells if cell)
