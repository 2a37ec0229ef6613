"""What every page carries inside: its data, a policy that lets only its own scripts run, and files of its own."""

from __future__ import annotations

import base64
import gzip
import hashlib
import os
from typing import Any

from kg.text import escapes

#: What stands for signs that mean something in HTML.
_HARMLESS = str.maketrans("&<>", "./,")
ASSETS = os.path.join(os.path.dirname(__file__), "assets")


def packed(value: Any) -> str:
    """JSON as gzip'd text. Equal values give equal bytes."""
    text = escapes.json(value, separators=(",", ":"), default=vars)  # a scene's values by the names of their fields
    return packed_text(text)


def packed_text(text: str) -> str:
    """A text as gzip in base 85, which ``assets/unpack.js`` reads: none of its signs could end an element."""
    return base64.b85encode(gzip.compress(text.encode(), mtime=0)).decode().translate(_HARMLESS)


def styles() -> str:
    """The page's style sheets as one, in the order of their names: page.css says what all share."""
    folder = os.path.join(ASSETS, "css")
    names = sorted(os.listdir(folder), key=lambda name: (name != "page.css", name))
    return "".join(asset(os.path.join(folder, name)) for name in names)


def policy(*scripts: str) -> str:
    """The content security policy of a page with these scripts, in its own text."""
    hashes = " ".join(f"'sha256-{base64.b64encode(hashlib.sha256(s.encode()).digest()).decode()}'" for s in scripts)
    return (
        f"default-src 'none'; script-src {hashes}; worker-src blob:; style-src 'unsafe-inline'; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )


def asset(path: str) -> str:
    """A text that comes with kg."""
    with open(path, encoding="utf-8") as file:
        return file.read()
