"""Whether a change of what people wrote can change what records rest on: who acts for whom, how an act is scored."""

from __future__ import annotations

from itertools import chain

from kg.claims.quads import Draft
from kg.compile.background import ISSUED
from kg.text.terms import SKOS, TYPE, br

#: From somebody up to the state.
_LINKS = frozenset(map(br, ("organOf", "holder", "office", "officeOf")))
#: What a claim counts for, and from which day it is known.
_WORTH = frozenset(map(br, ("stance", "negated", "inDocument", "retractedOn")))
_DATES = frozenset((ISSUED, br("recordedOn")))
_SCORES = frozenset(
    (br("ploverScore"), br("goldstein"), *(SKOS + m for m in ("broadMatch", "exactMatch", "closeMatch")))
)


def moves_sides(written: Draft) -> bool:
    """Whether anybody may act for another state now, or be known to do so from another day."""
    claims = set[str]()
    for s, p, o, _ in chain(written.added, written.removed):
        if p in _LINKS or p in _DATES or (p == TYPE and o == br("State")):
            return True
        if p in _WORTH:
            claims.add(s)
        elif p == br("supersedes"):
            claims.add(str(o))
    return any(p in _LINKS for claim in claims for _, p, *_ in written.quads(g=claim))


def moves_scores(written: Draft) -> bool:
    """Whether any act may have another score now."""
    return any(p in _SCORES for _, p, *_ in chain(written.added, written.removed))
