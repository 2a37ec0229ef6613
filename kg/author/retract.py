"""A claim taken back: it stays in its text with day and reason, is in no answer, and what rested on it is told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from kg.ask.claims import Reader
from kg.author.file import FactsFile
from kg.author.own import own_file
from kg.compile.proposal import Change, digest, read
from kg.errors import WrongCall
from kg.text.terms import br, curie
from kg.values.claims import Literal
from kg.workspace import Workspace

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Retracted(NamedTuple):
    """Claims to be taken back, by their IRIs, and the texts that say so."""

    claims: tuple[str, ...]
    change: Change


def retract(workspace: Workspace, reader: Reader, names: Sequence[str], why: str, day: str, today: str) -> Retracted:
    """What takes claims back from a day on. Raises NotFound; WrongCall for those of data sets, and those taken back."""
    if not why.strip():
        raise WrongCall("Why is it retracted?", 'Give a reason: --why "the article was withdrawn".')
    if not _DAY.fullmatch(day) or day > today:
        raise WrongCall(f"‘{day}’ is no day up to today.", "Write it like 2024-06-19.")
    found = tuple(dict.fromkeys(map(reader.find_claim, names)))
    texts, based = dict[str, bytes | None](), dict[str, str]()
    for iri in found:
        claim = reader.claim(iri)
        if claim.retraction:
            raise WrongCall(f"{claim.id} was retracted on {claim.retraction.on}: {claim.retraction.reason}")
        name = own_file(workspace, claim.file, claim.id)
        if name not in texts:
            texts[name] = read(workspace, name)
            based[name] = digest(texts[name])
        file = FactsFile((texts[name] or b"").decode())
        said = [(br("retractedOn"), [Literal(day)]), (br("retractionReason"), [Literal(why.strip(), "en")])]
        texts[name] = file.with_said(iri, said).text.encode()
    ids = ", ".join(curie(iri).removeprefix("c:") for iri in found)
    return Retracted(found, Change(f"retract {ids}: {why.strip()}", texts, based))
