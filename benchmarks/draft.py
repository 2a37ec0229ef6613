"""What ``kg draft`` finds, without a model, in texts whose claims people have marked.

    python benchmarks/draft.py [--sources DIR] [--misses]

Three kinds of texts: the two articles against the facts (where their texts are kept: ``--sources``, default
../shared/sources); the texts in tests/data/draft, of other kinds, pairs and languages, each sentence of which was
marked before the reader was written; and those in tests/data/draft/unseen, for which no word was mended. What the
sentences of tests/data/draft/heldout say was written out before the reader of contents was made (subject, term, object
or value): there a content is right when all three are. Nothing is known but the base. How it is scored:

found      share of the sentences that bear a marked claim in which there is a candidate
precise    share of the sentences with a candidate that bear a marked claim
stances    share of the marked claims with a candidate of the same stance on their sentence, among sentences found
a stance   share of the pairs (sentence, stance) of candidates that are marked: what guessing all stances would cost
speakers   share of the marked pairs (sentence, speaker) with such a candidate, among sentences found; a speaker is
           right when the name is, or a part of it, whatever its id
a speaker  share of the pairs (sentence, speaker) of candidates that are marked
negated    share of the marked pairs (sentence, negated) with such a candidate
content    share of the claims on sentences found for which a candidate there says the same kind of thing (property,
           indicator, type of event or of effect) of one of the same things, by name; only where claims are written out
a content  share of the candidates that say something (and not only that two are related) for which such a claim is
           there: the others are wrong, or nobody has claimed them
typed      share of the candidates that say something
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import kg
from kg.author.draft import Lexicon, Origin, draft
from kg.author.draft.lexicon import base_names
from kg.author.draft.terms import Terms
from kg.author.figure import Units
from kg.claims.names import NAME_PROPERTIES
from kg.compile.ontology import ontology_of
from kg.text.names import fold
from kg.text.terms import DOC, ID, TYPE, br, local
from kg.values.candidate import Candidate
from kg.values.claims import Literal, Node
from kg.workspace import Workspace

ROOT = Path(__file__).resolve().parent.parent
TEXTS = ROOT / "tests" / "data" / "draft"
#: Who says the claims of the two articles, by the words of the texts; what is not here has the name of its id.
SAID_BY = {"unspecified-reports": "reports", "PRK": "North Korea", "KOR": "South Korea"}


class Marked(NamedTuple):
    """A claim that people have marked: where, how it may be meant, and by whom."""

    start: int
    end: int
    stances: frozenset[str]
    speakers: frozenset[str]
    negated: bool = False
    kinds: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    value: str = ""


class Score(NamedTuple):
    """Pairs of how many are right and of how many there are, by what is scored."""

    counts: Counter[str]
    missed: list[str]

    def share(self, what: str) -> str:
        total = self.counts[f"all {what}"]
        return f"{100 * self.counts[what] / total:.0f} % of {total}" if total else "–"


COLUMNS = (
    "found",
    "precise",
    "stances",
    "a stance",
    "speakers",
    "a speaker",
    "negated",
    "content",
    "a content",
    "typed",
)


#: What says of which kind a statement is by its value.
TYPES = frozenset(map(br, ("indicator", "eventType", "effectType")))
#: What only goes with a statement of another kind.
ASIDE = frozenset(map(br, ("measureOf", "value", "unit", "comparator", "counts", "vagueValue", "approximate", "per",
                           "actor", "recipient", "topic", "date", "dateNote", "affects", "cause", "aspect", "party",
                           "beneficiary", "atLeast", "atMost", "counterpart", "whole", "cooperationDomain", "item",
                           "location", "target", "holder")))  # fmt: skip


def kinds_of(content: Iterable[tuple[str, str, Node]]) -> frozenset[str]:
    """What kinds of things are said: properties, or what an indicator, event or effect is a case of."""
    found = {local(str(o)) if p in TYPES else local(p) for _, p, o in content if p != TYPE and p not in ASIDE}
    return frozenset(found - {"relatedTo"})


def articles(sources: Path) -> Iterable[tuple[str, str, str, list[Marked]]]:
    """The texts of the bundled facts, with the claims made of them."""
    graph = kg.open(str(ROOT))
    claims = list(graph.claims())
    view = graph.reader.view
    told = {c.iri: [(s, p, o) for s, p, o, _ in view.quads(None, None, None, c.iri)] for c in claims}
    names = {
        c: frozenset(
            fold(name.value)
            for n in {n for s, _, o in triples for n in (s, o) if isinstance(n, str) and n.startswith(ID)}
            for p in NAME_PROPERTIES for name in view.objects(n, p)
            if isinstance(name, Literal) and name.lang in (None, "en")
        )
        for c, triples in told.items()
    }  # fmt: skip
    for document in {c.document.iri: c.document for c in claims if c.document.file_name}.values():
        text = (sources / str(document.file_name)).read_text(encoding="utf-8")
        marked = [
            Marked(p.start or 0, p.end or 0, frozenset((local(c.stance.id).rpartition(":")[2],)),
                   frozenset(_said_by(s.id.partition(":")[2]) for s in c.speakers), c.negated,
                   kinds_of(told[c.iri]), names[c.iri])
            for c in claims if c.document.iri == document.iri for p in c.passages
        ]  # fmt: skip
        yield document.id, "en", text, marked


def _said_by(own: str) -> str:
    return "author" if own.endswith("-author") else "page" if own.endswith("-page") else SAID_BY.get(own, own)


def marked_texts(folder: Path) -> Iterable[tuple[str, str, str, list[Marked]]]:
    """The texts of a folder whose sentences were marked by hand."""
    for path in sorted(folder.glob("*.tsv")):
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        marked = []
        for line in path.read_text(encoding="utf-8").splitlines():
            begins, stances, speakers, negated, subject, term, value = (*line.split("\t"), *("",) * 5)[:7]
            if stances not in ("-", "stances") and not line.startswith("#"):
                start = text.index(begins)
                marked.append(Marked(start, start + len(begins), frozenset(stances.split(",")),
                                     frozenset(speakers.split(",")), bool(negated),
                                     frozenset({term} - {""}), frozenset({subject} - {""}), value))  # fmt: skip
        yield path.stem, path.stem[:2], text, marked


def score(text: str, language: str, marked: list[Marked], lexicon: Lexicon) -> Score:
    """Draft a text, and compare it with what people marked. Raises AssertionError for words that are not the text's."""
    found = draft(text, language, lexicon, Origin(f"{DOC}text", "text", f"{ID}author", f"{ID}page"))
    assert all(0 <= p.start < p.end <= len(text) for c in found for p in (*c.passages, *c.context))
    called: dict[str, set[str]] = {}
    for iri, name in [
        *((n.iri, n.name) for n in lexicon.names),
        *((t.iri, t.label.value) for c in found for t in c.things),
    ]:
        called.setdefault(iri, {fold(local(iri))}).add(fold(name))
    by_place: dict[tuple[int, int], list[Candidate]] = {}
    for candidate in found:
        by_place.setdefault((candidate.passages[0].start, candidate.passages[0].end), []).append(candidate)
    counts: Counter[str] = Counter()
    missed: list[str] = []
    places = {(m.start, m.end) for m in marked}
    for place in sorted(places):
        here = [c for at, cs in by_place.items() if _overlap(at, place) for c in cs]
        wanted = [m for m in marked if (m.start, m.end) == place]
        _count(counts, "found", bool(here))
        words = text[slice(*place)][:60]
        if not here:
            missed.append(f"not found: {words}")
            continue
        stances = {local(c.stance) for c in here}
        speakers = {c.speaker for c in here}
        for mark in wanted:
            _count(counts, "stances", bool(mark.stances & stances))
            if not mark.stances & stances:
                missed.append(f"stance {'/'.join(sorted(mark.stances))}, drafted {'/'.join(sorted(stances))}: {words}")
            if mark.negated:
                _count(counts, "negated", any(_negated(c) for c in here))
        for wished in {m.speakers for m in wanted} - {frozenset("*")}:
            right = any(_is_called(s, called.get(iri, {fold(local(iri))})) for s in wished for iri in speakers)
            _count(counts, "speakers", right)
            if not right:
                missed.append(f"speaker {'/'.join(wished)}, drafted {'/'.join(sorted(map(local, speakers)))}: {words}")
        for mark in (m for m in wanted if m.kinds):
            right = any(_says_like(c, mark, called) for c in here)
            _count(counts, "content", right)
            if not right:
                drafted = sorted({k for c in here for k in kinds_of(c.content)})
                missed.append(f"content {'/'.join(sorted(mark.kinds))}, drafted {'/'.join(drafted)}: {words}")
    for at, here in by_place.items():
        for candidate in here:
            _count(counts, "typed", bool(kinds_of(candidate.content)))
            if any(m.kinds for m in marked) and kinds_of(candidate.content):
                right = any(_says_like(candidate, m, called) for m in marked if _overlap(at, (m.start, m.end)))
                _count(counts, "a content", right)
                if not right:
                    missed.append(f"a content {candidate.descriptions[0].value}: {text[slice(*at)][:60]}")
        wanted = [m for m in marked if _overlap(at, (m.start, m.end))]
        _count(counts, "precise", bool(wanted))
        if not wanted:
            missed.append(f"no claim: {text[slice(*at)][:60]}")
        for stance in {local(c.stance) for c in here}:
            _count(counts, "a stance", any(stance in m.stances for m in wanted))
        for speaker in {c.speaker for c in here if not any("*" in m.speakers for m in wanted)}:
            named = called.get(speaker, {fold(local(speaker))})
            _count(counts, "a speaker", any(_is_called(s, named) for m in wanted for s in m.speakers))
    return Score(counts, missed)


def _count(counts: Counter[str], what: str, right: bool) -> None:
    counts[f"all {what}"] += 1
    counts[what] += right


def _says_like(candidate: Candidate, mark: Marked, called: dict[str, set[str]]) -> bool:
    """Whether a candidate says the same kind of thing as a claim, of one of the same things."""
    things = {n for s, _, o in candidate.content for n in (s, o) if isinstance(n, str) and n.startswith(ID)}
    names = {name for iri in things for name in called.get(iri, ())}
    same = not mark.names or any(_is_called(n, names) for n in mark.names)
    literals = [o.value for _, _, o in candidate.content if isinstance(o, Literal)]
    same = same and (not mark.value or _is_called(mark.value, names) or any(_is_value(v, mark.value) for v in literals))
    return same and bool(kinds_of(candidate.content) & mark.kinds)


def _is_value(written: str, wanted: str) -> bool:
    """Whether a literal is the number or date that is wanted."""
    try:
        return float(written) == float(wanted)
    except ValueError:
        return written == wanted


def _negated(candidate: Candidate) -> bool:
    return any(p == br("negated") for p, _ in candidate.said)


def _is_called(name: str, names: set[str]) -> bool:
    """Whether a speaker is the one marked: by name, or by a longer one, such as that of an office with its state."""
    return any(
        n == fold(name) or (name not in ("author", "page") and (fold(name) in n or n in fold(name))) for n in names
    )


def _overlap(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sources", type=Path, default=ROOT.parent / "shared" / "sources")
    parser.add_argument("--misses", action="store_true", help="list what is missed, by kind")
    options = parser.parse_args()
    ontology = ontology_of(Workspace.find(str(ROOT)))
    lexicon = Lexicon(tuple(base_names()), Units(ontology), Terms(ontology))
    print(f"| text | {' | '.join(COLUMNS)} |\n|{' --- |' * (len(COLUMNS) + 1)}")
    kinds = {
        "the two articles": articles(options.sources) if options.sources.is_dir() else (),
        "other kinds and pairs": marked_texts(TEXTS),
        "never tuned for": marked_texts(TEXTS / "unseen"),
        "held out, with what they say": marked_texts(TEXTS / "heldout"),
    }
    short = False
    for kind, texts in kinds.items():
        together: Counter[str] = Counter()
        for name, language, text, marked in texts:
            result = score(text, language, marked, lexicon)
            together += result.counts
            print(f"| {name} | {' | '.join(map(result.share, COLUMNS))} |")
            if options.misses:
                print("\n".join(sorted(result.missed)), file=sys.stderr)
        if together:
            print(f"| **{kind}** | {' | '.join(Score(together, []).share(c) for c in COLUMNS)} |")
            short |= (
                together["found"] < 0.85 * together["all found"] or together["stances"] < 0.8 * together["all stances"]
            )
    return 3 if short else 0


if __name__ == "__main__":
    sys.exit(main())
