"""No claim has two meanings: records of one id, and records whose id people gave to a claim, are errors."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable

from kg.claims.fill import RecordWriter
from kg.claims.quads import Draft, Quads
from kg.claims.series import Series
from kg.compile.trig import Locator
from kg.text.records import DATASET, Record, claim_iri, record_of
from kg.text.terms import CLAIM, TYPE, br
from kg.values.findings import Finding

#: Lines of a file of records, by their number.
Lines = Callable[[str], Iterable[tuple[int, Record]]]


def doubles(
    index: RecordWriter,
    written: Draft,
    files: Iterable[str],
    lines: Lines,
    fresh: Collection[tuple[str, str]] | None,
    read_text: Callable[[str], str],
) -> list[Finding]:
    """Ids that are given twice, with the places.

    ``written``: what people wrote; ``files``: those of records; ``fresh``: data sets and ids that were added to an
    index without doubles, None for all; ``read_text`` gives a facts file by its name.
    """
    claims = _claims(written, fresh)
    twice = set(index.doubled(fresh))
    taken = {named: c for c in claims if (named := record_of(c[len(CLAIM) :])) and index.count(*named)}
    found = [_series(written, c, read_text) for c in claims if Series.of(c[len(CLAIM) :])]
    if not twice and not taken:
        return found
    places: dict[tuple[str, str], list[tuple[str, int]]] = defaultdict(list)
    for name in files:
        for number, record in lines(name):
            named = (dataset_of(name), record.id)
            if named in twice or named in taken:
                places[named].append((name, number))
    for named, where in places.items():
        first = f"{where[0][0]}:{where[0][1]}"
        for name, number in where[1:]:
            message = f"There is a record ‘{named[1]}’ of {named[0]} already, in {first}."
            found.append(Finding(name, number, 1, "error", "record", message, "Give it another id, or take it out."))
        if named in taken:
            claim = taken[named]
            message = f"c:{claim[len(CLAIM) :]}, the claim of this record, is a claim in {_home(written, claim)} too."
            hint = "Give the claim that people wrote another name."
            found.append(Finding(*where[0], 1, "error", "record", message, hint))
    return found


def _claims(written: Draft, fresh: Collection[tuple[str, str]] | None) -> list[str]:
    """The claims of people that may have the name of a record: all, or those where either is new."""
    if fresh is None:
        return [c for c in written.subjects(TYPE, br("Claim")) if c.startswith(CLAIM)]
    new = {s for s, p, o, _ in written.added if p == TYPE and o == br("Claim") and s.startswith(CLAIM)}
    return sorted(new | {c for named in fresh if written.has(c := claim_iri(*named), TYPE, br("Claim"))})


def misnamed(name: str) -> Finding | None:
    """What is wrong with the place of a file of records: it must lie in the folder of a data set."""
    _, _, *folders, _ = name.split("/")
    if len(folders) == 1 and DATASET.fullmatch(folders[0]):
        return None
    what = "/".join(folders) or "facts/imports"
    hint = "Small letters, digits and - may name its folder, which holds no other."
    return Finding(name, 1, 1, "error", "record", f"‘{what}’ cannot name a data set.", hint)


def dataset_of(name: str) -> str:
    """The data set that a file belongs to."""
    return name.split("/")[2]


def _series(written: Quads, claim: str, read_text: Callable[[str], str]) -> Finding:
    message, name = f"c:{claim[len(CLAIM) :]} is the name of a series of records.", _home(written, claim)
    place = Locator(read_text(name)).find(claim, TYPE, br("Claim"))
    return Finding(name, *place, "error", "record", message, "Give the claim another name, without ~.")


def _home(written: Quads, claim: str) -> str:
    """The file that says that something is a claim; each says so in a graph of its own."""
    register = next(g for *_, g in written.quads(claim, TYPE, br("Claim")))
    return written.text(register, br("inFile")) or register
