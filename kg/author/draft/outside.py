"""A command of the user's that reads a text instead of our rules: it gets JSON on its input, and gives claims back.

What it gives is never believed: each claim has to quote the text, name terms and things that are known, and say what it
says in other words. What does not is refused with its reason, so that given is accepted and refused together.

It gets one object: ``document`` (id, title), ``language``, ``passages`` (id, start, end, text), ``vocabulary`` (id,
kind, label, definition, example), ``names`` (id, name) and ``answer``, which says what is asked for. It gives a list,
an object with the list under ``claims``, or a line of JSON for each claim.
"""

from __future__ import annotations

import json
import os
import shlex
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from typing import IO, Any, NamedTuple

from kg.ask.claims import Reader
from kg.ask.vocabulary import Vocabulary
from kg.author.draft.changes import Source
from kg.author.draft.cues import LANGUAGES, read_cues
from kg.author.draft.lexicon import Lexicon
from kg.author.draft.mentions import new_mention
from kg.author.draft.sentences import sentences
from kg.author.naming import Naming
from kg.author.quote import find_quote
from kg.author.statement import Asked, Statements
from kg.errors import KgError, NotFound, QueryTimeout, WorldError, WrongCall
from kg.text.names import fold, words
from kg.text.terms import XSD, br, curie, expand, to_iri
from kg.values.candidate import Candidate, Span, Thing
from kg.values.claims import Literal, Node

#: So many words in a row that are the text's make a summary a copy.
COPIED = 8
#: Bytes that a command may give.
_MOST = 16 << 20
#: Seconds between two looks at clock, memory and output.
_LOOK = 0.05
_STANCES = ("stated", "reported", "planned", "expected", "assessed", "speculative", "denied")
_ANSWER = {
    "quote": "words of the text, exactly as they stand there",
    "about": "id or name of what the claim is about",
    "what": "id of a property, or of an indicator for a figure",
    "value": "a text or a number; or object: id or name of a thing",
    "unit": "of a number, if it has one", "date": "EDTF: 2024, 2024-06 or 2024-06-19, if the claim has one",
    "speaker": "id or name of who says it; nothing for the author", "stance": "|".join(_STANCES),
    "negated": "true when it is said not to be so", "summary": f"your own words, never {COPIED} of the text in a row",
}  # fmt: skip


class Limits(NamedTuple):
    """What a command may take."""

    seconds: float
    megabytes: int


class Refused(NamedTuple):
    """A claim that a command gave and that is not taken, and why."""

    claim: str
    why: str


def ask(
    command: str, source: Source, known: Lexicon, vocabulary: Vocabulary, reader: Reader, limits: Limits
) -> tuple[list[Candidate], list[Refused]]:
    """Let a command read a text. Raises WrongCall, WorldError, QueryTimeout."""
    given = list(_claims(run(command, json.dumps(_handed(source, known, vocabulary), ensure_ascii=False), limits)))
    taken: list[Candidate] = []
    refused: list[Refused] = []
    judge = _Judge(source, known, vocabulary, reader)
    for claim in given:
        try:
            taken.append(judge.candidate(claim))
        except KgError as error:
            refused.append(Refused(_shown(claim), " ".join(filter(None, (str(error), error.hint)))))
    return taken, refused


# ---------------------------------------------------------------------- the command


def run(command: str, given: str, limits: Limits) -> str:
    """What a command prints when it is given a text. Raises WrongCall, WorldError, QueryTimeout."""
    try:
        parts = shlex.split(command, posix=os.name == "posix")
    except ValueError as error:
        raise WrongCall(f"‘{command}’ is no command: {error}.", "Quote it as in a shell.") from error
    if not parts:
        raise WrongCall("--with names no command.", "Give a command that reads JSON and prints JSON.")
    with tempfile.TemporaryFile() as asked, tempfile.TemporaryFile() as answer, tempfile.TemporaryFile() as remarks:
        asked.write(given.encode())
        asked.seek(0)
        try:
            process = subprocess.Popen(parts, stdin=asked, stdout=answer, stderr=remarks, start_new_session=True)
        except OSError as error:
            raise WorldError(
                f"{parts[0]} cannot be started: {error.strerror or error}.", "Is it on the PATH?"
            ) from error
        try:
            _watch(process, answer, parts[0], limits)
        finally:
            _end(process)
        if process.returncode:
            last = _read(remarks).strip().splitlines()[-1:]
            raise WorldError(f"{parts[0]} ended with {process.returncode}{f': {last[0][:300]}' if last else ''}; "
                             "nothing was drafted.", "Run it by itself to see why.")  # fmt: skip
        return _read(answer)


def _watch(process: subprocess.Popen[bytes], answer: IO[bytes], name: str, limits: Limits) -> None:
    """Wait for a command, and stop it where it goes beyond its limits."""
    import psutil

    began = time.monotonic()
    while True:
        try:
            process.wait(_LOOK)
            break
        except subprocess.TimeoutExpired:
            pass
        if time.monotonic() - began > limits.seconds:
            raise QueryTimeout(f"{name} was stopped: it took longer than {limits.seconds:g} seconds.", "See --timeout.")
        try:
            whole = psutil.Process(process.pid)
            memory = sum(p.memory_info().rss for p in (whole, *whole.children(recursive=True)))
        except psutil.Error:  # it has just ended
            continue
        if memory > limits.megabytes << 20:
            raise QueryTimeout(
                f"{name} was stopped: it took more than {limits.megabytes:,} MB of memory.", "See --memory."
            )
        if os.fstat(answer.fileno()).st_size > _MOST:
            break
    if os.fstat(answer.fileno()).st_size > _MOST:
        raise WorldError(f"{name} printed more than {_MOST >> 20} MB; nothing was drafted.", "Print only the claims.")


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a command with all that it started."""
    import psutil

    try:
        started = psutil.Process(process.pid).children(recursive=True)
    except psutil.Error:
        started = []
    if sys.platform != "win32":
        with suppress(ProcessLookupError):  # what it started and left behind is of its session too
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    for child in started:
        if child.is_running():
            child.kill()
    process.wait()


def _read(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read(_MOST + 1).decode("utf-8", "replace")


def _claims(text: str) -> Iterator[Any]:
    """The claims in what a command printed. Raises WorldError."""
    hint = "Print a list of claims, or a line of JSON for each."
    if not text.strip():
        raise WorldError("The command printed nothing; nothing was drafted.", hint)
    try:
        whole = json.loads(text)
    except ValueError:
        try:
            whole = [json.loads(line) for line in text.splitlines() if line.strip()]
        except ValueError as error:
            raise WorldError(f"What the command printed is no JSON: {error}; nothing was drafted.", hint) from error
    if isinstance(whole, dict):
        whole = whole.get("claims", [whole])
    if not isinstance(whole, list):
        raise WorldError("What the command printed is no list of claims; nothing was drafted.", hint)
    yield from whole


def _handed(source: Source, known: Lexicon, vocabulary: Vocabulary) -> dict[str, Any]:
    """What a command gets."""
    cues = read_cues(source.language if source.language in LANGUAGES else "en")
    passages = [s for s in sentences(source.text, cues) if s.kind != "page"]
    text = fold(source.text)
    there = {n.iri: n.name for n in known.names if len(fold(n.name)) > 2 and fold(n.name) in text}
    terms = [vocabulary.term(iri) for iri in vocabulary.kinds]
    return {
        "document": {"id": source.document.id, "title": source.document.title},
        "language": source.language,
        "passages": [{"id": i, "start": s.start, "end": s.end, "text": s.text} for i, s in enumerate(passages, 1)],
        "vocabulary": [
            {"id": t.id, "kind": t.kind, "label": t.label, "definition": t.definition, "example": "\n".join(t.examples)}
            for t in terms
        ],
        "names": [{"id": curie(iri), "name": name} for iri, name in sorted(there.items())],
        "answer": _ANSWER,
    }


# ---------------------------------------------------------------------- what it gave


class _Judge:
    """Makes candidates of what a command gave, or says why not."""

    def __init__(self, source: Source, known: Lexicon, vocabulary: Vocabulary, reader: Reader) -> None:
        self._source = source
        self._statements = Statements(Naming(reader, vocabulary))
        self._text = words(source.text)
        self._runs = {tuple(self._text[i : i + COPIED]) for i in range(len(self._text) - COPIED + 1)}
        self._named = {fold(n.name): n.iri for n in reversed(known.names)}
        self._known = {n.iri for n in known.names}

    def candidate(self, claim: Any) -> Candidate:
        """A claim as a candidate. Raises WrongCall, NotFound with the reason why it is none."""
        if not isinstance(claim, dict):
            raise WrongCall("It is no object.")
        spans = self._quoted(_text(claim, "quote"))
        summary = self._summary(_text(claim, "summary"))
        stance = _text(claim, "stance") or "stated"
        if stance not in _STANCES:
            raise WrongCall(f"There is no stance ‘{stance}’.", f"It is one of {', '.join(_STANCES)}.")
        content = self._content(claim)
        speaker, things = self._speaker(_text(claim, "speaker"))
        said: tuple[tuple[str, Node], ...] = ()
        if claim.get("negated") is True:
            said = ((br("negated"), Literal("true", None, XSD + "boolean")),)
        return Candidate(
            self._source.document.iri, spans, content, speaker, to_iri(f"stance:{stance}"),
            (Literal(summary, "en"),), said=said, things=things, reasons=("drafted by a command",),
        )  # fmt: skip

    def _quoted(self, quote: str) -> tuple[Span, ...]:
        if not quote:
            raise WrongCall("It has no quote.")
        found = find_quote(self._source.text, quote)
        if found.how == "spelling":
            raise NotFound(
                "Its quote is not in the text.", (), f"The nearest words are ‘{found.places[0].words[:80]}’."
            )
        return found.places[0].spans

    def _summary(self, summary: str) -> str:
        if not summary:
            raise WrongCall("It has no summary.")
        told = words(summary)
        if any(tuple(told[i : i + COPIED]) in self._runs for i in range(len(told) - COPIED + 1)):
            raise WrongCall(f"Its summary copies {COPIED} or more words of the text in a row.")
        return summary

    def _content(self, claim: dict[str, Any]) -> tuple[tuple[str, str, Node], ...]:
        """What it says, read as ``kg add`` reads it."""
        value = _text(claim, "object") or _text(claim, "value")
        about, on, unit = (_text(claim, key) for key in ("about", "date", "unit"))
        asked = Asked((about,) if about else (), _text(claim, "what"), (value,) if value else (), on=on, unit=unit)
        return self._statements.read(asked).content

    def _speaker(self, name: str) -> tuple[str, tuple[Thing, ...]]:
        if not name:
            return self._source.origin.author, ()
        found = expand(name) if expand(name) in self._known else self._named.get(fold(name))
        if found:
            return found, ()
        if fold(name) not in fold(self._source.text):
            raise NotFound(f"No speaker ‘{name}’ stands in the text.", ())
        new = new_mention(0, 0, br("Actor"), name, self._source.language)
        return new.iri, (new.thing,) if new.thing else ()


def _text(claim: dict[str, Any], key: str) -> str:
    """A part of a claim as text; "" when it has none. Raises WrongCall."""
    value = claim.get(key)
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise WrongCall(f"Its {key} is no text.")
    return str(value).strip()


def _shown(claim: Any) -> str:
    """How a refused claim is called in the list."""
    summary = claim.get("summary") or claim.get("quote") if isinstance(claim, dict) else None
    return str(summary or claim)[:100]
