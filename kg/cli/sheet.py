"""Claims by the sheet: what kg add does with --from and --sheet."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from kg.cli.common import progress, put, say, show
from kg.errors import FactsBroken, NotFound, WrongCall
from kg.text.escapes import terminal

if TYPE_CHECKING:
    from kg.author.batch import Ask, Batch
    from kg.author.naming import New
    from kg.graph import Graph
    from kg.workspace import Workspace

#: So many rows that are refused are shown to eyes; other formats have all.
_SHOWN = 50
_STANCES = ("stated", "reported", "planned", "expected", "assessed", "speculative", "denied")


def read_sheet_in(graph: Graph, path: str, given: dict[str, Any], new: dict[str, New], ask: Ask | None) -> int:
    """Take a sheet in, and say what became of each row. Without --partial all of it is written or nothing."""
    from kg.author.batch import Batch
    from kg.author.sheet import read_sheet
    from kg.graph import vocabulary

    sheet = read_sheet(path, given["ignore_columns"], given["encoding"])
    for remark in sheet.remarks:
        say(remark)
    terms = vocabulary(graph.workspace, given["lang"])
    batch = Batch(
        graph.workspace, graph.reader, terms, sheet, os.path.dirname(path), lang=given["lang"], new=new,
        doc=given["doc"], ask=ask if sys.stdin.isatty() and sys.stderr.isatty() else None,
    )  # fmt: skip
    batch.read()
    why = f"add --from {os.path.basename(path)}"
    written = not given["dry_run"] and _is_written(graph.workspace, batch, why, given["partial"])
    if given["sheet"]:
        _write_back(graph, batch, given["sheet"], written)
    _told(batch, given["fmt"])
    say(_summary(_counts(batch), written, given["dry_run"]))
    return 1 if _counts(batch)["refused"] else 0


def _counts(batch: Batch) -> dict[str, int]:
    return {s: sum(o.state == s for o in batch.outcomes) for s in ("written", "changed", "there", "refused")}


def _is_written(workspace: Workspace, batch: Batch, why: str, partial: bool) -> bool:
    """Write all rows, or with ``partial`` those that are not refused; rows that fail the checks are refused too."""
    from kg.compile.apart import propose

    while any(o.state in ("written", "changed") for o in batch.outcomes):
        if not partial and _counts(batch)["refused"]:
            return False
        try:
            propose(workspace, batch.change(why), say=progress("en"))
            return True
        except FactsBroken as error:
            if not batch.refuse(f for f in error.findings if f.severity == "error"):
                raise
    return False


def _summary(counts: dict[str, int], written: bool, dry: bool) -> str:
    names = {"there": "already there"} | ({} if written else {s: f"would be {s}" for s in ("written", "changed")})
    held = counts["refused"] and not written and not dry and (counts["written"] or counts["changed"])
    told = ", ".join(f"{n:,} {names.get(state, state)}" for state, n in counts.items() if n)
    rows = sum(counts.values())
    end = " Nothing was written: mend the rows that are refused, or write the others with --partial." if held else ""
    return f"{rows:,} row{'s' * (rows != 1)}: {told or 'nothing to read'}.{end}"


def _told(batch: Batch, fmt: str) -> None:
    """Rows that need a look and what was taken for what, for eyes; for programs every row."""
    matched = batch.matched()
    if fmt != "table":
        value = {"rows": batch.outcomes, "matched": matched}
        fields = ("row", "state", "claim", "column", "value", "reason", "hint")
        show(fmt, value, str, lambda: (fields, [o[:7] for o in batch.outcomes]), text_formats=())
        return
    refused = [o for o in batch.outcomes if o.state == "refused"]
    for o in refused[:_SHOWN]:
        where = f"row {o.row}{', ' + o.column if o.column else ''}"
        put(f"{where}: {terminal(o.reason)}\n" + (f"    {terminal(o.hint)}\n" if o.hint else ""))
    if len(refused) > _SHOWN:
        put(f"… and {len(refused) - _SHOWN:,} more: --format csv lists every row.\n")
    notes = [(o, t) for o in batch.outcomes if o.state != "refused" for t in o.told]
    put("".join(f"row {o.row}: {terminal(t)}\n" for o, t in notes[:_SHOWN]))
    if matched:
        from kg.show.table import render

        rows = [(m.text, m.label, m.id, m.how, m.rows) for m in matched[:_SHOWN]]
        put("\n" + render(("text", "taken for", "id", "by", "rows"), rows, "table"))


# ---------------------------------------------------------------------- sheets to fill in


def write_sheet(graph: Graph, path: str, doc: str, lang: str) -> int:
    """An empty sheet, or one with a row for each sentence of a document. What is there already is never overwritten."""
    from kg.author.form import Form, example, form_bytes

    _check_free(path)
    rows: Sequence[dict[str, str]] = _sentences(graph, doc) if doc else []
    with open(path, "wb") as file:
        file.write(form_bytes(path, Form([example(), *rows], _choices(graph, lang))))
    say(f"{path}: {f'{len(rows)} sentences of {doc}' if doc else 'an empty sheet'}. Then: kg add --from {path}")
    return 0


def _write_back(graph: Graph, batch: Batch, path: str, written: bool) -> None:
    from kg.author.form import form_bytes, read_back

    form = read_back(batch, _choices(graph, "en"), written)
    with open(path, "wb") as file:
        file.write(form_bytes(path, form))
    say(f"{path}: the rows with what became of them.")


def _check_free(path: str) -> None:
    if os.path.exists(path):
        raise WrongCall(f"{path} is there already.", "Name another file; nothing is overwritten.")


def _sentences(graph: Graph, doc: str) -> list[dict[str, str]]:
    """A row for each sentence: with the claims that rest on it, else empty but for its words."""
    from kg.author.draft.cues import LANGUAGES, read_cues
    from kg.author.draft.sentences import sentences
    from kg.author.kept import text_of

    document = next((d for d in graph.documents() if doc in (d.id, f"d:{d.id}")), None)
    if document is None:
        raise NotFound(f"No document is called ‘{doc}’.", [], "kg source list names them.")
    text = text_of(graph.workspace, document)
    if text is None:
        raise WrongCall(f"The text of {document.id} is not kept, so it has no sentences here.", "kg source add FILE")
    language = document.language if document.language in LANGUAGES else "en"
    found = []
    claims = [graph.claim(name) for name in _claims(graph, document.iri)]
    for one in sentences(text, read_cues(language)):
        if one.kind in ("page", "tags", "bio"):
            continue
        row = {"doc": document.id, "quote": one.text, "paragraph": str(one.paragraph)}
        held = [c for c in claims if any(p.start is not None and one.start <= p.start < one.end for p in c.passages)]
        notes = [{**row, "note": "claims here: " + ", ".join(c.id for c in held)}] if held else [row]
        found += notes
    return found


def _claims(graph: Graph, document: str) -> list[str]:
    from kg.text.terms import br, local

    return [local(c) for c in graph.reader.view.subjects(br("inDocument"), document)]


def _choices(graph: Graph, lang: str) -> dict[str, list[str]]:
    """What the lists of a sheet offer."""
    from kg.graph import vocabulary
    from kg.text.terms import ID, LABEL, curie

    terms = vocabulary(graph.workspace, lang)
    reader = graph.reader
    things = sorted({reader.label(s) for s, *_ in reader.view.quads(None, LABEL) if s.startswith(ID)})
    what = [curie(t).removeprefix("br:") for t, kind in terms.kinds.items()
            if kind in ("property", "class") or curie(t).startswith(("ind:", "ev:", "effect:"))]  # fmt: skip
    documents = [d.id for d in graph.documents()]
    yes = ["yes", "no"]
    return {
        "doc": documents, "about": things, "to": things, "by": things, "what": sorted(what), "stance": list(_STANCES),
        "certainty": ["certain", "likely", "possible"], "negated": yes, "inferred": yes,
    }  # fmt: skip
