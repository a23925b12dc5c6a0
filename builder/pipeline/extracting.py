"""Reports read and extracted, one after the other or by several processes.

The processes are our own and talk through pipes: they hold no lock of the build, need no shared
memory, end with the build however it ends, and one that is killed costs at most its own report.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from types import TracebackType
from typing import Self

import builder
from builder.config import Limits
from builder.model import Extraction, Refusal
from builder.pipeline.worker import extracted_or_refused
from builder.read import Entry

# Below this many files a pool of processes costs more than it saves.
POOL_FROM = 24
# A process may be killed for another's hunger for memory; twice is the report's own.
ATTEMPTS = 2
SECONDS_TO_END = 5


def extracted_reports(
    entries: Iterable[Entry], limits: Limits, jobs: int
) -> tuple[tuple[Extraction, ...], tuple[Refusal, ...]]:
    """Every file read, outlined and extracted in the order given; who can't be read is named."""
    entries = tuple(entries)
    if jobs > 1 and len(entries) >= POOL_FROM:
        with _Pool(min(jobs, len(entries)), limits) as pool:
            results = pool.results(entries)
    else:
        results = [extracted_or_refused(entry, limits) for entry in entries]
    return (
        tuple(result for result in results if isinstance(result, Extraction)),
        tuple(result for result in results if isinstance(result, Refusal)),
    )


class _Pool:
    """So many processes, each with a thread that hands it one report after the other."""

    def __init__(self, jobs: int, limits: Limits) -> None:
        self._limits = limits
        self._threads = ThreadPoolExecutor(jobs)
        self._started: list[_Worker] = []
        self._free: SimpleQueue[_Worker] = SimpleQueue()
        self._closed = False
        for _ in range(jobs):
            self._free.put(self._new())

    def results(self, entries: Sequence[Entry]) -> list[Extraction | Refusal]:
        """What became of each entry, in their order."""
        return list(self._threads.map(self._result, entries))

    def _result(self, entry: Entry) -> Extraction | Refusal:
        worker = self._free.get()
        try:
            for _ in range(ATTEMPTS):
                with suppress(EOFError, OSError, pickle.UnpicklingError):
                    return worker.result(entry, self._limits)
                worker = self._new()
        finally:
            self._free.put(worker)
        return Refusal(
            file=entry.name,
            reason="读取这份报告的进程意外结束，可能是内存不足",
            advice="请关闭其他程序后再试，或拆分文件。",
        )

    def _new(self) -> _Worker:
        if self._closed:
            raise RuntimeError
        self._started.append(worker := _Worker())
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


class _Worker:
    """A process that runs `builder.pipeline.worker`."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "builder.pipeline.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": _search_path(), "PYTHONUTF8": "1"},
            # An interruption reaches the build alone, which then ends this process.
            start_new_session=True,
        )

    def result(self, entry: Entry, limits: Limits) -> Extraction | Refusal:
        """What became of an entry; raises `EOFError` or `OSError` where the process has ended."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        pickle.dump((entry, limits), self._process.stdin)
        self._process.stdin.flush()
        made: Extraction | Refusal = pickle.load(self._process.stdout)  # noqa: S301 -- our child
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


def _search_path() -> str:
    """Where a process finds this very package, whatever folder it starts in."""
    own = str(Path(builder.__file__).parent.parent)
    return os.pathsep.join(filter(None, (own, os.environ.get("PYTHONPATH"))))
