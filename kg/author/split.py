"""One thing that is two: some claims' mentions of it become another thing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kg.ask.claims import Reader
from kg.author.file import FactsFile
from kg.author.mention import as_name, naming, subject
from kg.author.own import own_file, own_texts
from kg.claims.renamed import Renamed
from kg.compile.proposal import Change, digest, read
from kg.compile.wording import kept_file
from kg.errors import WrongCall
from kg.text.names import fold
from kg.text.terms import ALT_LABEL, CLAIM, DOC, LABEL, TYPE, br, curie
from kg.text.tokens import iris
from kg.values.candidate import Thing
from kg.values.claims import Literal
from kg.workspace import Workspace


class Splitting(NamedTuple):
    """``goes``, ``stays``: claims by their IRIs. ``both``: those whose passages name the two, as far as texts are kept.

    ``unread``: those whose texts are not kept.
    """

    thing: str
    into: str
    goes: tuple[str, ...]
    stays: tuple[str, ...]
    both: tuple[str, ...]
    unread: tuple[str, ...]
    change: Change


def split(
    workspace: Workspace,
    reader: Reader,
    name: str,
    into: str,
    *,
    claims: Sequence[str] = (),
    documents: Sequence[str] = (),
    speakers: Sequence[str] = (),
    label: Literal | None = None,
    kind: str | None = None,
) -> Splitting:
    """What lets some claims speak of another thing. Raises NotFound, WrongCall.

    Claims go that are named, or are of one of the documents, or by one of the speakers; of several kinds of these all
    must fit.
    """
    thing = subject(reader, name)
    if thing.startswith((CLAIM, DOC)):
        raise WrongCall(f"{curie(thing)} is no thing that claims speak of.")
    new = as_name(into, thing)
    every = naming(reader, thing)
    goes = _chosen(reader, every, claims, documents, speakers)
    if not goes:
        raise WrongCall(f"No such claim speaks of {curie(thing)}.", "--claims, --document or --speaker says which go.")
    if goes == every:
        raise WrongCall(f"All claims on {curie(thing)} would go.", f"kg rename {curie(thing)} {curie(new)} does that.")
    texts, based = dict[str, bytes | None](), dict[str, str]()
    for iri in sorted(goes):
        claim = reader.claim(iri)
        file = own_file(workspace, claim.file, claim.id)
        if file not in texts:
            texts[file] = read(workspace, file)
            based[file] = digest(texts[file])
        texts[file] = _respelled((texts[file] or b"").decode(), iri, thing, new).encode()
    if not reader.view.has(new, TYPE):
        _describe(workspace, reader, texts, based, thing, new, label, kind)
    elif label or kind:
        raise WrongCall(f"{curie(new)} has an entry already, with its name and kind.", "Leave --label and --kind out.")
    both, unread = _doubtful(workspace, reader, every, thing, new, label)
    change = Change(f"split {curie(thing)} into {curie(new)}", texts, based)
    go, stay, doubt, dark = (tuple(sorted(x)) for x in (goes, every - goes, both, unread))
    return Splitting(thing, new, go, stay, doubt, dark, change)


def _chosen(
    reader: Reader, every: set[str], claims: Sequence[str], documents: Sequence[str], speakers: Sequence[str]
) -> set[str]:
    if not (claims or documents or speakers):
        return set()
    found = set(every)
    if claims:
        named = {reader.find_claim(c) for each in claims for c in each.replace(",", " ").split()}
        strange = sorted(named - every)
        if strange:
            raise WrongCall(f"{curie(strange[0]).removeprefix('c:')} does not speak of it.")
        found &= named
    for p, names in (("inDocument", documents), ("statedBy", speakers)):
        if names:
            wanted = {subject(reader, n) for n in names}
            found &= {c for w in wanted for c in reader.view.subjects(br(p), w)}
    return found


def _respelled(text: str, claim: str, old: str, new: str) -> str:
    """A text with another name in what stands under one claim."""
    prefixes = next((known for *_, known in reversed(list(iris(text)))), {})
    for start, end in reversed(FactsFile(text).span(claim)):
        text = text[:start] + Renamed({old: new}).rewritten(text[start:end], prefixes)[0] + text[end:]
    return text


def _describe(
    workspace: Workspace,
    reader: Reader,
    texts: dict[str, bytes | None],
    based: dict[str, str],
    thing: str,
    new: str,
    label: Literal | None,
    kind: str | None,
) -> None:
    """An entry for the new thing, beside that of the old one."""
    if label is None:
        raise WrongCall(f"{curie(new)} is new, and needs a name.", '--label "Name of it"')
    of = subject_kind(reader, kind) if kind else next((str(k) for k in reader.view.objects(thing, TYPE)), "")
    if not of:
        raise WrongCall(f"{curie(new)} is new, and needs a kind.", "--kind Person, Organization, Project, …")
    files = {n: FactsFile(t.decode()) for n, t in own_texts(workspace) if n.startswith("facts/")}
    home = next((n for n, f in files.items() if f.line_of(thing)), min(texts))
    if home not in texts:
        texts[home] = read(workspace, home)
        based[home] = digest(texts[home])
    text = (texts[home] or b"").decode()
    texts[home] = FactsFile(text).with_things([Thing(new, of, label)]).text.encode()


def subject_kind(reader: Reader, kind: str) -> str:
    """The IRI of a class by its name. Raises WrongCall."""
    iri = br(kind.removeprefix("br:"))
    if not reader.view.has(iri, TYPE):
        raise WrongCall(f"No class is called ‘{kind}’.", "kg terms lists them all.")
    return iri


def _doubtful(
    workspace: Workspace, reader: Reader, every: Iterable[str], thing: str, new: str, label: Literal | None
) -> tuple[set[str], set[str]]:
    """The claims whose passages name both things, and those whose texts are not kept."""
    both, unread, texts = set[str](), set[str](), dict[str, str | None]()
    names = [
        {fold(x.value) for p in (LABEL, ALT_LABEL) for x in reader.view.objects(t, p) if isinstance(x, Literal)}
        for t in (thing, new)
    ]
    if label:
        names[1].add(fold(label.value))
    for claim in every:
        document = reader.claim(claim).document.iri
        if document not in texts:
            data = kept_file(reader.view, document, workspace.root)
            texts[document] = None if data is None else data.decode("utf-8", "replace")
        text = texts[document]
        if text is None:
            unread.add(claim)
            continue
        said = fold(" ".join(text[p.start : p.end] for p in reader.claim(claim).passages if p.start is not None))
        # a name that is part of the other one does not tell the two apart
        rest = [n for n in names[0] if n in said and not any(n in m for m in names[1] if m in said)]
        if rest and any(m in said for m in names[1]):
            both.add(claim)
    return both, unread
