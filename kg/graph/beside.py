"""A second pair of states on the page of a first: what it has, told with the words and sources that both share."""

from __future__ import annotations

from dataclasses import replace

from kg.show.words import word
from kg.text.terms import LANGUAGES
from kg.values.scene import Beside, Scene


def with_beside(first: Scene, second: Scene) -> Scene:
    """The scene of one pair, with that of another beside it.

    The second keeps what depends on whose sides the two are: for whom a claim speaks, and whose a thing is.
    """
    return replace(
        first,
        subtitle={lang: f"{word('beside it', lang)}: {second.title[lang]}" for lang in LANGUAGES},
        sources=tuple(s for _, s in sorted(({s.id: s for s in (*second.sources, *first.sources)}).items())),
        speakers=second.speakers | first.speakers,
        stances=second.stances | first.stances,
        families=second.families | first.families,
        speaks_for={s: (*second.speaks_for.get(s, ()), *first.speaks_for.get(s, ())) for s in
                    second.speaks_for | first.speaks_for},
        beside=Beside(
            second.title,
            second.poles,
            tuple(replace(n, details=()) for n in second.nodes),
            second.relations,
            second.statements,
            second.notes,
        ),
    )  # fmt: skip
