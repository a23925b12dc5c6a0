"""Work that several processes do, each piece by one of them.

The processes are our own and talk through pipes: they hold no lock of the build, need no shared
memory, end with the build however it ends, and one that is killed costs at most its own piece.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from types import TracebackType
from typing import Self, TypeVar

import builder
from builder.processes import MOST_JOBS, apart
from builder.vocabulary.loading import own_words

Answer = TypeVar("Answer")
Work = Callable[[], Answer]
"""A piece of work: a function of a module with its arguments (`functools.partial`)."""

# A process may be killed for another's hunger for memory; twice is the work's own.
ATTEMPTS = 2
SECONDS_TO_END = 5


class Pool:
    """So many processes, each with a thread that hands it one piece of work after the other."""

    def __init__(self, jobs: int) -> None:
        jobs = min(jobs, MOST_JOBS)
        self._threads = ThreadPoolExecutor(jobs)
        self._started: list[Worker] = []
        self._free: SimpleQueue[Worker] = SimpleQueue()
        self._closed = False
        for _ in range(jobs):
            self._free.put(self._new())

    def results(self, works: Iterable[Work[Answer]]) -> Iterator[Answer | None]:
        """What became of each piece, in their order; None where its process ended every time.

        Raises what a piece of work raised.
        """
        return self._threads.map(self._result, works)

    def _result(self, work: Work[Answer]) -> Answer | None:
        worker = self._free.get()
        try:
            for _ in range(ATTEMPTS):
                with suppress(EOFError, BrokenPipeError, pickle.UnpicklingError):
                    return worker.result(work)
                worker = self._new()
        finally:
            self._free.put(worker)
        return None

    def _new(self) -> Worker:
        if self._closed:
            raise RuntimeError
        self._started.append(worker := Worker())
        return worker

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._closed = True
        self._threads.shutdown(wait=False, cancel_futures=True)
        # All are told to end before any is waited for.
        for worker in self._started:
            worker.end()
        for worker in self._started:
            worker.wait()
        self._threads.shutdown()
        for worker in self._started:
            worker.close()


class Worker:
    """A process that runs `builder.pipeline.worker`."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "builder.pipeline.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": search_path(), "PYTHONUTF8": "1"},
            # An interruption reaches the build alone, which then ends this process.
            **apart(),
        )

    def result(self, work: Work[Answer]) -> Answer:
        """What came of a piece of work, or its error; `EOFError` where the process has ended."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        pickle.dump((work, own_words()), self._process.stdin)
        self._process.stdin.flush()
        made: Answer | Exception = pickle.load(self._process.stdout)  # noqa: S301 -- our child
        if isinstance(made, Exception):
            raise made
        return made

    def end(self) -> None:
        """Ask the process to end."""
        self._process.terminate()

    def wait(self) -> None:
        """Wait until the process has ended; it is killed where that takes long."""
        try:
            self._process.wait(SECONDS_TO_END)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def close(self) -> None:
        """Close the pipes of a process that has ended."""
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with suppress(OSError):
                    stream.close()


def search_path() -> str:
    """Where a process finds this very package, whatever folder it starts in."""
    own = str(Path(builder.__file__).parent.parent)
    return os.pathsep.join(filter(None, (own, os.environ.get("PYTHONPATH"))))
