"""Work in a process of its own, which can be stopped: the engine inside a process cannot.

Queries, and builds with the checks of a workspace, run what other people wrote. Whoever needs them asks a ``Worker``::

    with Worker() as worker:
        worker.ask("kg.graph.queries:answer", workspace, store, query, limits=Limits(seconds=60))

The child imports the module, calls the function and sends back what it returns or raises. While a query runs there
(``limited``), a second thread watches clock and memory: the engine lets go of the interpreter while it evaluates, so
the thread always gets its turn, on every system. The child never outlives its parent, however that ends, since its
standard input closes then.
"""

from __future__ import annotations

import gc
import os
import pickle
import queue
import signal
import subprocess
import sys
import threading
import time
import traceback
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from typing import IO, Any, NamedTuple, NoReturn, Protocol

from kg.errors import KgError, QueryTimeout, WorldError
from kg.values.said import Said

Say = Callable[[str], None]
#: Seconds between two looks at the clock and the memory; the greediest query seen took 100 MB more meanwhile.
_LOOK = 0.05
#: Seconds before the first look: nearly all queries are over by then.
_YOUNG = 0.1
#: Seconds after the deadline at which the system itself ends a child whose second thread did not.
_GRACE = 2
_NARROW = "Narrow it, add LIMIT, or give it more: --timeout SECONDS, --memory MB."


class Limits(NamedTuple):
    """What one query may take: seconds, and megabytes beyond those that its process had when it began."""

    seconds: float = 60.0
    megabytes: int = 2048


class Child(Protocol):
    """What the parent has of a child."""

    stdin: Any
    stdout: Any

    def kill(self) -> None: ...

    def wait(self) -> int: ...


class Worker:
    """A child process that does one thing after the other. It starts with the first, and again after it was stopped."""

    def __init__(self) -> None:
        self._child: Child | None = None

    def __enter__(self) -> Worker:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def start(self) -> None:
        """Start the child, where there is none, without waiting until it is ready. Raises WorldError."""
        if self._child is None:
            try:
                self._child = _fork() if _alone() else _spawn()
            except (OSError, ValueError) as error:
                raise WorldError(f"No process could be started for the work: {error}.") from error
            self._end = weakref.finalize(self, _kill, self._child)

    def ask(
        self, function: str, *args: Any, limits: Limits | None = None, heard: Say = lambda text: None, **options: Any
    ) -> Any:
        """What ``module:function`` returns. What it raises is raised here, QueryTimeout when a query went too far.

        ``limits`` hold for each query that the function runs; ``heard`` is told what the function tells ``remark``.
        """
        self.start()
        child = self._child
        assert child is not None
        try:
            with suppress(BrokenPipeError):  # then it cannot reply either
                _send(child.stdin, (function, args, options, limits or Limits()))
            kind, value = self._reply(child)
            while kind == "said":
                heard(value)
                kind, value = self._reply(child)
        except BaseException:  # Ctrl-C, or what ``heard`` raised: nobody waits for the answer any more
            self.close()
            raise
        if kind == "done":
            return value
        if isinstance(value, QueryTimeout):  # the child ends with the query
            self.close()
        raise value

    def _reply(self, child: Child) -> tuple[str, Any]:
        try:
            kind, value = pickle.load(child.stdout)
        except (EOFError, pickle.UnpicklingError) as error:
            raise self._ended(child) from error
        return kind, value

    def _ended(self, child: Child) -> KgError:
        """Why a child is gone that did not say so."""
        child.kill()
        code = child.wait()
        if code == -getattr(signal, "SIGALRM", 0):
            return QueryTimeout(Said("The query was stopped at its deadline."), _NARROW)
        if code == -signal.SIGSEGV:
            return QueryTimeout(
                Said("The engine broke down, most likely over brackets nested thousands deep."), "Nest less."
            )
        how = f"signal {-code}" if code < 0 else f"exit code {code}"
        return QueryTimeout(
            Said("The work was ended by the system ({how}); most likely it ran out of memory.", how=how), _NARROW
        )

    def close(self) -> None:
        """Stop the child, whatever it does."""
        if self._child is not None:
            self._child = None
            self._end()


class _Forked:
    """A copy of this process that serves; to its parent it is what ``subprocess.Popen`` gives."""

    def __init__(self, pid: int, stdin: IO[bytes], stdout: IO[bytes]) -> None:
        self.pid, self.stdin, self.stdout = pid, stdin, stdout
        self._code: int | None = None

    def kill(self) -> None:
        if self._code is None and sys.platform != "win32":  # else the number may be another process's by now
            os.kill(self.pid, signal.SIGKILL)

    def wait(self) -> int:
        if self._code is None:
            self._code = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        return self._code


def _alone() -> bool:
    """Whether a copy of this process would be sound: no second thread holds a lock, of the engine's neither."""
    try:
        return len(os.listdir("/proc/self/task")) == 1
    except OSError:  # not Linux
        return False


def _fork() -> _Forked:
    """A child that has everything loaded: it saves a query half of its time."""
    if sys.platform == "win32":  # there ``_alone`` is never true
        raise OSError("Windows copies no processes")
    sys.stdout.flush()
    sys.stderr.flush()
    (theirs, ours), (results, replies) = os.pipe(), os.pipe()
    pid = os.fork()
    if pid == 0:
        os.setsid()  # the Ctrl-C of the terminal is the parent's to deal with
        for number, default in ((signal.SIGINT, signal.SIG_IGN), (signal.SIGALRM, signal.SIG_DFL)):
            signal.signal(number, default)
        os.close(ours)
        os.close(results)
        serve(theirs, replies)
    os.close(theirs)
    os.close(replies)
    return _Forked(pid, os.fdopen(ours, "wb"), os.fdopen(results, "rb"))


def _spawn() -> subprocess.Popen[bytes]:
    """A child of its own. No module in the current folder, and no Ctrl-C of the terminal, gets to it."""
    command = [sys.executable, "-P", "-c", "from kg.worker import serve; serve()"]
    apart: dict[str, Any] = {"start_new_session": True}
    if sys.platform == "win32":
        apart = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=env, **apart)


def _kill(child: Child) -> None:
    child.kill()
    child.wait()
    for pipe in (child.stdin, child.stdout):
        if pipe is not None:
            with suppress(BrokenPipeError):  # what was not sent yet has nobody to read it
                pipe.close()


def _send(pipe: IO[bytes], message: Any) -> None:
    pipe.write(pickle.dumps(message, pickle.HIGHEST_PROTOCOL))
    pipe.flush()


# ---------------------------------------------------------------------- in the child


class _Query(NamedTuple):
    """A query that runs now: what it is called, and since when."""

    name: str
    started: float


class _Child:
    """What a child was asked, and the query that it runs now."""

    def __init__(self, requests: IO[bytes], replies: IO[bytes]) -> None:
        self._requests, self._replies = requests, replies
        self._sending = threading.Lock()
        self._asked: queue.SimpleQueue[tuple[str, tuple[Any, ...], dict[str, Any], Limits]] = queue.SimpleQueue()
        self.query: _Query | None = None
        self.limits = Limits()

    def run(self) -> NoReturn:
        """Do what is asked until the parent goes away."""
        threading.Thread(target=self._listen, daemon=True).start()
        threading.Thread(target=self._watch, daemon=True).start()
        while True:
            function, args, options, self.limits = self._asked.get()
            self.reply(*_outcome(function, args, options))

    def reply(self, kind: str, value: Any) -> None:
        """Send ``done``, ``raised`` or ``said`` with its value to the parent."""
        with self._sending:
            _send(self._replies, (kind, value))

    def _listen(self) -> None:
        try:
            while True:
                self._asked.put(pickle.load(self._requests))
        finally:  # the parent is gone
            os._exit(0)

    def _watch(self) -> None:
        before, watched = 0, None
        while True:
            time.sleep(_LOOK)
            query, limits = self.query, self.limits
            age = time.monotonic() - query.started if query else 0.0
            if query is None or age < _YOUNG:
                continue
            if age > limits.seconds:
                self._stop(Said("{query} was stopped after {seconds:g} s.", query=query.name, seconds=limits.seconds))
            if watched is not query:
                before, watched = memory(), query
            if memory() - before > limits.megabytes << 20:
                pattern = "{query} was stopped: it took more than {megabytes:,} MB of memory."
                self._stop(Said(pattern, query=query.name, megabytes=limits.megabytes))

    def _stop(self, why: str) -> NoReturn:
        self.reply("raised", QueryTimeout(why, _NARROW))
        os._exit(3)


_child: _Child | None = None


def serve(requests: int = 0, replies: int = 1) -> NoReturn:
    """Be the child, with the numbers of two open files: requests come by the one, replies go by the other."""
    global _child
    gc.enable()  # a look-up does without
    requests, replies = os.dup(requests), os.dup(replies)
    os.dup2(2, 1)  # what a library prints must not get between the replies
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    try:
        _child = _Child(os.fdopen(requests, "rb"), os.fdopen(replies, "wb"))
        _child.run()
    finally:
        os._exit(3)  # nothing of the parent's is the child's to tidy up


def _outcome(function: str, args: tuple[Any, ...], options: dict[str, Any]) -> tuple[str, Any]:
    module, _, name = function.partition(":")
    try:
        return "done", getattr(import_module(module), name)(*args, **options)
    except KgError as error:
        return "raised", error
    except Exception as error:  # noqa: BLE001 (a bug of ours: the parent says so)
        where = "".join(traceback.format_exception(error)) if os.environ.get("KG_DEBUG") else ""
        return "raised", RuntimeError(f"{type(error).__name__}: {error}\n{where}".strip())


def remark(text: str) -> None:
    """Tell the parent something; in a process that is no child, nothing happens."""
    if _child is not None:
        _child.reply("said", text)


@contextmanager
def limited(name: str) -> Iterator[None]:
    """Run a query under the limits that the parent set; in a process that is no child there are none."""
    if _child is None:
        yield
        return
    _child.query = _Query(name, time.monotonic())
    _alarm(_child.limits.seconds + _GRACE)
    try:
        yield
    finally:
        _child.query = None
        _alarm(0)


def _alarm(seconds: float) -> None:
    """Have the system end this process then, should the second thread not get its turn; not on Windows."""
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_REAL, min(seconds, 1e8))


def memory() -> int:
    """Bytes of memory that this process has."""
    import psutil  # takes 30 ms, and most queries are over by then

    return int(psutil.Process().memory_info().rss)
