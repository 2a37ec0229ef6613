"""Which claims touch an entity or all of several."""

from __future__ import annotations

from collections.abc import Sequence

from kg.ask.claims import Reader
from kg.claims.cut import Cut


def about(reader: Reader, entities: Sequence[str], known_at: str | None = None) -> Cut:
    """Claims that mention every one of the entities, or lead up to it when it is a state or a group; all for none."""
    found = Cut()
    for entity in entities:
        one = reader.claims.statements.about(entity, known_at)
        found = found.also(one.where, *one.values)
    return found


def claims_about_all(reader: Reader, entities: Sequence[str]) -> set[str]:
    """The IRIs of those claims."""
    return reader.claims.statements.iris(about(reader, entities))
