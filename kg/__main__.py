"""``python -m kg`` and the ``kg`` script: Ctrl-C ends both in one word, also while everything is still being imported.

So the hooks come first, and nothing that this module or ``kg`` imports before them takes time.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType
    from typing import NoReturn


def _uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        _stop()
    sys.__excepthook__(kind, error, trace)


def _unraisable(caught: sys.UnraisableHookArgs) -> None:
    """Ctrl-C in a callback of the interpreter, which can only report it."""
    if issubclass(caught.exc_type, KeyboardInterrupt):
        _stop()
    sys.__unraisablehook__(caught)


def _stop() -> NoReturn:
    os.write(2, b"Stopped.\n")
    os._exit(130)


sys.excepthook, sys.unraisablehook = _uncaught, _unraisable


def run() -> NoReturn:
    """Entry point of the ``kg`` command."""
    from kg.cli.main import run

    run()


if __name__ == "__main__":
    run()
