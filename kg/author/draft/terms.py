"""Terms of the ontology in a text, by their own names: what a workspace adds to it is found like what ships."""

from __future__ import annotations

import re

from kg.author.draft.cues import Cue
from kg.claims.quads import Quads
from kg.text.stems import stem, stems
from kg.text.terms import ALT_LABEL, HIDDEN_LABEL, LABEL, PREF_LABEL, SKOS, VOCAB, br
from kg.values.claims import Literal

_TOKEN = re.compile(r"[^\W_]+")
_NAMES = (PREF_LABEL, LABEL, ALT_LABEL, HIDDEN_LABEL)


class Terms:
    """Finds effects, events, indicators and relations in words."""

    def __init__(self, quads: Quads) -> None:
        sorts = {
            "effect": quads.subjects(SKOS + "inScheme", VOCAB + "effect"),
            "event": quads.subjects(SKOS + "inScheme", VOCAB + "event"),
            "indicator": quads.subjects(SKOS + "inScheme", VOCAB + "indicator"),
            "relation": {q[0] for q in quads.quads(None, br("edgeSign"))},
        }
        self._names: dict[str, dict[str, list[tuple[list[str], str]]]] = {}
        for sort, terms in sorts.items():
            named = self._names.setdefault(sort, {})
            for term in sorted(terms):
                for name in (o.value for p in _NAMES for o in quads.objects(term, p) if isinstance(o, Literal)):
                    if parts := stems(name):
                        named.setdefault(parts[0], []).append((parts, term))

    def find(self, sort: str, text: str) -> list[Cue]:
        """Where terms of a sort stand, in order, the longest name first; their value is the term."""
        tokens = [(m.start(), m.end(), stem(m[0].casefold())) for m in _TOKEN.finditer(text)]
        found: list[Cue] = []
        for i, (start, _, first) in enumerate(tokens):
            fits = [
                (len(parts), tokens[i + len(parts) - 1][1], term)
                for parts, term in self._names[sort].get(first, ())
                if [t[2] for t in tokens[i : i + len(parts)]] == parts
            ]
            if fits and (not found or start >= found[-1].end):
                _, end, term = max(fits)
                found.append(Cue(start, end, text[start:end], term))
        return found
