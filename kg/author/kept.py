"""The texts of documents that are kept among the sources of a workspace."""

from __future__ import annotations

import hashlib
import os

from kg.errors import WorldError
from kg.values.claims import Document
from kg.workspace import SOURCES, Workspace


def path_of(workspace: Workspace, document: Document) -> str:
    """Where the text of a document is kept, or would be; "" for one that has none."""
    name = document.file_name
    kept = document.text_hash and name and os.path.basename(name) == name
    return os.path.join(workspace.root, SOURCES, str(name)) if kept else ""


def text_of(workspace: Workspace, document: Document) -> str | None:
    """The text of a document; None when only its page was read.

    Raises WorldError where it should be there and is not, or is another.
    """
    path = path_of(workspace, document)
    if not path:
        return None
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        raise WorldError(
            f"The text of {document.id} is not in {SOURCES}/{document.file_name}: {error.strerror}.",
            "Put your copy there; kg source check tells whether it is the same.",
        ) from error
    if hashlib.sha256(data).hexdigest() != document.text_hash:
        raise WorldError(
            f"{SOURCES}/{document.file_name} is not the text that the passages of {document.id} are counted in.",
            "kg source check shows what differs; get the old text back, or add the new one as a document of its own.",
        )
    return data.decode("utf-8")
