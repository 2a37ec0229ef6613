"""Two things or documents that are one: all that is said of the second is said of the first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from kg.ask.claims import Reader
from kg.author.file import FactsFile
from kg.author.mention import check_own, naming, rewritten, subject
from kg.author.own import own_texts
from kg.author.trig import Said
from kg.compile.proposal import Change, digest, read
from kg.errors import WrongCall
from kg.text.names import fold
from kg.text.terms import (
    ALT_LABEL,
    BASE_REFERENCE,
    CLAIM,
    DCT,
    DERIVED,
    DOC,
    HIDDEN_LABEL,
    LABEL,
    OWL,
    REFERENCE,
    REGISTER,
    SKOS,
    SUBCLASS,
    TYPE,
    br,
    curie,
)
from kg.values.claims import Literal, Node
from kg.workspace import SOURCES, Workspace

_MATCH = SKOS + "exactMatch"
#: Of these a thing has one value, whatever sources say.
_ONE = frozenset(map(br, ("iso3", "cowCode", "gwCode", "organOf", "nationalOf", "officeOf", "noSide")))
_NAMES = (LABEL, ALT_LABEL, HIDDEN_LABEL)
#: What a document's text gives it, and its day of entry: those of the one that stays.
_OWN = (TYPE, DCT + "title", br("fileName"), br("textHash"), br("recordedOn"))


class Merging(NamedTuple):
    """``claims``: that named what goes; ``beside``: what stays. ``both``: the two, and so may have told them apart."""

    kept: str
    gone: str
    claims: tuple[str, ...]
    beside: tuple[str, ...]
    both: tuple[str, ...]
    counts: dict[str, int]
    change: Change


def merge(workspace: Workspace, reader: Reader, a: str, b: str, keep: str = "") -> Merging:
    """What makes B one with A. ``keep``: whose values stay where the two contradict each other, A's or B's.

    Raises NotFound; WrongCall where the two cannot be one.
    """
    kept, gone = subject(reader, a), subject(reader, b)
    if kept == gone:
        raise WrongCall(f"{curie(kept)} is one and the same.", "Give two that differ.")
    check_own(workspace, gone)
    if CLAIM in (kept[: len(CLAIM)], gone[: len(CLAIM)]):
        raise WrongCall(
            "Claims are not merged: each is what one source says.", "Link them by br:repeats, or retract one."
        )
    if kept.startswith(DOC) != gone.startswith(DOC):
        raise WrongCall(f"{curie(kept)} and {curie(gone)} are a document and a thing.")
    files = {n: FactsFile(t.decode()) for n, t in own_texts(workspace) if n.startswith("facts/")}
    base, other = (gone, kept) if keep == "B" else (kept, gone)
    if kept.startswith(DOC):
        more = _more_of_document(reader, base, other)
    else:
        _check_apart(reader, kept, gone)
        if not keep:
            _check_one(reader, files, kept, gone)
        more = _more_of_thing(reader, base, other)
    has_entry = any(f.line_of(base) for f in files.values())
    edited = {n: f.without_entry(other).text.encode() for n, f in files.items() if f.line_of(other)}
    home = next((n for n, f in files.items() if f.line_of(base if has_entry else other)), None)
    found = rewritten(workspace, gone, kept, edited)
    if home:
        found.texts.setdefault(home, read(workspace, home))
        found.edit(home, lambda f: f.with_said(kept, more) if has_entry else f.with_reference(kept, more))
    if kept.startswith(DOC):
        _drop_text(workspace, reader, found.texts, base, other)
    found.based.update({n: digest(read(workspace, n)) for n in found.texts})
    named = {x: naming(reader, x) for x in (kept, gone)}
    change = Change(f"merge {curie(kept)} {curie(gone)}", found.texts, found.based)
    claims, beside, both = (tuple(sorted(x)) for x in (named[gone], named[kept], named[kept] & named[gone]))
    return Merging(kept, gone, claims, beside, both, found.counts, change)


def _entry(reader: Reader, iri: str) -> dict[str, list[Node]]:
    """What the texts say of something, claims apart."""
    found: dict[str, list[Node]] = {}
    for _, p, o, g in reader.view.quads(iri):
        if g.startswith((REFERENCE, REGISTER)) and not g.endswith(DERIVED) and p != br("inFile"):
            found.setdefault(p, []).append(o)
    return {p: list(dict.fromkeys(values)) for p, values in found.items()}


def _check_apart(reader: Reader, a: str, b: str) -> None:
    for x, y in ((a, b), (b, a)):
        tie = next((p for p, values in _entry(reader, x).items() if y in values), None)
        if tie:
            raise WrongCall(
                f"The reference data says {curie(x)} {curie(tie)} {curie(y)}: they are two.", "Correct that first."
            )


def _check_one(reader: Reader, files: dict[str, FactsFile], a: str, b: str) -> None:
    """Raises WrongCall where the entries of two contradict each other, with both places."""
    one, two = _entry(reader, a), _entry(reader, b)
    single = _ONE | {s for s, *_ in reader.view.quads(None, br("oneValue"))}
    single |= set(reader.view.subjects(TYPE, OWL + "FunctionalProperty"))
    wrong = [p for p in one if p in single and p in two and set(one[p]) != set(two[p])]
    wrong += [_MATCH] if _unlike(one.get(_MATCH, ()), two.get(_MATCH, ())) else []
    kinds = [{str(k) for k in x.get(TYPE, ())} for x in (one, two)]
    if all(kinds) and not any(k in _above(reader, m) or m in _above(reader, k) for k in kinds[0] for m in kinds[1]):
        wrong.append(TYPE)
    if wrong:
        told = [
            " against ".join(
                f"{', '.join(sorted(_shown(v) for v in entry[p]))} ({_place(files, x, p)})"
                for x, entry in ((a, one), (b, two))
            )
            for p in wrong
        ]
        lines = "; ".join(f"{reader.label(p)}: {t}" for p, t in zip(wrong, told, strict=True))
        raise WrongCall(
            f"{curie(a)} and {curie(b)} contradict each other: {lines}.",
            f"--keep A takes what {curie(a)} has, --keep B what {curie(b)} has.",
        )


def _unlike(some: Iterable[Node], others: Iterable[Node]) -> bool:
    """Whether two are matched with different things of one vocabulary."""
    homes = [{str(x).rpartition("/")[0]: x for x in xs} for xs in (some, others)]
    return any(homes[1].get(home, x) != x for home, x in homes[0].items())


def _above(reader: Reader, kind: str) -> set[str]:
    found, todo = set[str](), [kind]
    while todo:
        node = todo.pop()
        if node not in found:
            found.add(node)
            todo += [str(o) for o in reader.view.objects(node, SUBCLASS)]
    return found


def _place(files: dict[str, FactsFile], iri: str, said: str) -> str:
    at = ((n, f.line_of(iri, said) or f.line_of(iri)) for n, f in files.items() if f.line_of(iri))
    return next((f"{n}:{line}" for n, line in at), "the base that comes with kg")


def _shown(node: Node) -> str:
    return node.value if isinstance(node, Literal) else curie(node)


def _more_of_thing(reader: Reader, base: str, other: str) -> list[Said]:
    """What the entry of another adds to that of a base: its labels as other names, and what the base does not say."""
    own, more = _entry(reader, base), _entry(reader, other)
    if BASE_REFERENCE in {q[3] for q in reader.view.quads(other)}:
        more = {}
    named = {(fold(x.value), x.lang) for p in _NAMES for x in own.get(p, ()) if isinstance(x, Literal)}
    single = _ONE | {TYPE, _MATCH}
    found: dict[str, list[Node]] = {}
    for p, values in more.items():
        for value in values:
            if p in _NAMES and isinstance(value, Literal):
                if (fold(value.value), value.lang) in named:
                    continue
                named.add((fold(value.value), value.lang))
                has = any(isinstance(x, Literal) and x.lang == value.lang for x in own.get(LABEL, ()))
                found.setdefault(ALT_LABEL if p == LABEL and has else p, []).append(value)
            elif value not in own.get(p, ()) and not (p in single and p in own):
                found.setdefault(p, []).append(value)
    return [*found.items()]


def _more_of_document(reader: Reader, base: str, other: str) -> list[Said]:
    """What a second entry of one text adds. Raises WrongCall where they are not known to be one text."""
    own, more = _entry(reader, base), _entry(reader, other)
    hashes = [{_shown(x) for x in e.get(br("textHash"), ())} for e in (own, more)]
    if not hashes[0] or hashes[0] != hashes[1]:
        raise WrongCall(
            f"{curie(base)} and {curie(other)} are not known to be the same text: their hashes differ.",
            "Claims point into the text of their document; only one text can be one document.",
        )
    return [(p, values) for p, values in more.items() if p not in _OWN and p not in own]


def _drop_text(workspace: Workspace, reader: Reader, texts: dict[str, bytes | None], base: str, other: str) -> None:
    """The second copy of a text goes, where the first is at hand."""
    one, two = (f"{SOURCES}/{reader.view.text(d, br('fileName'))}" for d in (base, other))
    if one != two and read(workspace, one) is not None and read(workspace, two) == read(workspace, one):
        texts[two] = None
