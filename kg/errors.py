"""Every error that kg raises on purpose.

    KgError                     exit 3   HTTP 500
    ├── WrongCall               exit 2   HTTP 400   the call itself is wrong: a bad date, an unknown format
    │   ├── AmbiguousName       exit 2   HTTP 300   several entities answer to the name
    │   ├── Unclear             exit 2   HTTP 400   a part of a claim is missing, or may be several things
    │   │   └── UnknownName     exit 2   HTTP 400   a name in it is nobody's here, or may be several
    │   └── BadQuery            exit 2   HTTP 400   the SPARQL text cannot be run
    ├── NotFound                exit 1   HTTP 404   nothing of that name; carries the nearest ones
    ├── FactsBroken             exit 1   HTTP 500   the facts do not pass their checks; carries the findings
    ├── QueryTimeout            exit 3   HTTP 503   the query ran out of time or memory
    └── WorldError              exit 3   HTTP 500   no rights, no disk, no store, a missing extra
        └── Outdated            exit 3   HTTP 409   a file changed between reading and writing; do it again

What is wrong with *data* is not an exception but a value: ``kg.values.claims.Finding``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


class KgError(Exception):
    """Base of all errors with a message for people.

    ``hint`` says what to do next; it may be empty.
    """

    exit_code = 3
    http_status = 500

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __reduce__(self) -> tuple[Any, ...]:
        """Errors cross from one process to another whole; their constructors differ."""
        return _restored, (type(self), self.message, vars(self))


def _restored(kind: type[KgError], message: str, attributes: dict[str, Any]) -> KgError:
    error = kind.__new__(kind, message)
    vars(error).update(attributes)
    return error


class WrongCall(KgError):
    """The caller asked for something that cannot be asked."""

    exit_code = 2
    http_status = 400


class AmbiguousName(WrongCall):
    """Several entities answer to one name; ``candidates`` lists them."""

    http_status = 300

    def __init__(self, message: str, candidates: Sequence[Any], hint: str = "") -> None:
        super().__init__(message, hint)
        self.candidates = tuple(candidates)


class Unclear(WrongCall):
    """A part of a claim is missing, or what is given for it is nothing known, or several things.

    ``part`` names it as the command does (about, what, by …); ``text`` is what was given; ``choices`` are what may be
    meant, each with an id and a name, the likeliest first.
    """

    def __init__(
        self, message: str, hint: str = "", part: str = "", text: str = "", choices: Sequence[tuple[str, str]] = ()
    ) -> None:
        super().__init__(message, hint)
        self.part, self.text, self.choices = part, text, tuple(choices)


class UnknownName(Unclear):
    """A name that a claim uses is that of nothing, of several, or of one thing only by its words or spelling.

    Unlike other parts it means the same wherever it is used, so it is asked about once.
    """


class BadQuery(WrongCall):
    """A SPARQL query that cannot be parsed or must not be run."""


class NotFound(KgError):
    """Nothing of that name; ``nearest`` lists what comes close."""

    exit_code = 1
    http_status = 404

    def __init__(self, message: str, nearest: Sequence[Any] = (), hint: str = "") -> None:
        super().__init__(message, hint)
        self.nearest = tuple(nearest)


class FactsBroken(KgError):
    """The facts do not pass their checks; ``findings`` says where and why."""

    exit_code = 1

    def __init__(self, message: str, findings: Sequence[Any], hint: str = "") -> None:
        super().__init__(message, hint)
        self.findings = tuple(findings)


class QueryTimeout(KgError):
    """The query was stopped because it ran out of time or memory."""

    http_status = 503


class WorldError(KgError):
    """The machine does not give what is needed: rights, disk, a file."""


class Outdated(WorldError):
    """Somebody else has written to a file since it was read: make the change again from what is there now."""

    http_status = 409
