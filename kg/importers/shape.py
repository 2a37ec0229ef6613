"""JSON of others, whatever is wrong with it: each part is asked what it is before it is used."""

from __future__ import annotations

import json
from typing import Any, NoReturn

from kg.compile.line import unwritable


class Garbled(Exception):
    """A part that is not what its format has there; says which, and what stands there instead."""


def parse(text: str | bytes) -> Any:
    """The value of a JSON text. Raises Garbled, also for a key that stands twice: one of the two would be lost."""
    try:
        return json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        what = "it is nested too deeply" if isinstance(error, RecursionError) else str(error)
        raise Garbled(what) from error


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        keys = [k for k, _ in pairs]
        raise ValueError(f"the key {_shown(next(k for k in keys if keys.count(k) > 1))} stands twice")
    return found


def _no_number(text: str) -> NoReturn:
    raise ValueError(f"{text} is no number")


def mapping(value: Any, what: str) -> dict[str, Any]:
    """A JSON object. An empty array is one too: PHP, and so Wikidata, writes an empty object so."""
    if value == [] or isinstance(value, dict):
        return dict(value)
    raise Garbled(f"{what} is {_shown(value)}, not an object")


def listing(value: Any, what: str) -> list[Any]:
    """A JSON array."""
    if isinstance(value, list):
        return value
    raise Garbled(f"{what} is {_shown(value)}, not an array")


def text(value: Any, what: str) -> str:
    """A text that says something and can be written."""
    if isinstance(value, str) and value.strip() and not unwritable([value]):
        return value
    raise Garbled(f"{what} is {_shown(value)}, not a text")


def _shown(value: Any) -> str:
    """The beginning of a value, as it stands there."""
    if isinstance(value, (dict, list)):
        return "an object" if isinstance(value, dict) else "an array"
    if isinstance(value, str):
        value = value[:40]
    elif isinstance(value, int) and not isinstance(value, bool) and abs(value) > 10**40:
        return "a huge number"  # Python writes out no number of more than 4,300 digits
    return json.dumps(value)
