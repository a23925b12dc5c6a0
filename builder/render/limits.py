"""What a template may cost: time and memory, whatever stands in it.

A template may come from anywhere. Its sandbox keeps it from reading and running things, but a loop
in a loop can run for ever, and `{{ "a" * 1000000000 }}` fills the memory.
"""

from __future__ import annotations

import ctypes
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

try:
    import resource
except ImportError:  # Windows has no such limits
    resource = None  # type: ignore[assignment]

MEGABYTE = 1_000_000
STATUS = Path("/proc/self/statm")
# So many steps of a loop are enough for Python to look for an exception from outside.
STEPS = 100


class TooCostly(Exception):  # noqa: N818 -- it says what the template was
    """A template ran longer than it may."""


def limit_memory(megabytes: int) -> None:
    """From now on this process may take so much memory, as far as the system knows limits."""
    if resource is not None and sys.platform.startswith("linux"):
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        wanted = megabytes * MEGABYTE
        if hard != resource.RLIM_INFINITY:
            wanted = min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))


@contextmanager
def limited(seconds: float, megabytes: int) -> Iterator[None]:
    """Raises `TooCostly` in what runs for too long, `MemoryError` where it takes too much.

    Python looks for the exception between two steps of its own: what one step can do is bounded by
    the memory, and by `builder.render.sandbox` where it is arithmetic.
    """
    with _memory(megabytes), _time(seconds):
        yield


@contextmanager
def _memory(megabytes: int) -> Iterator[None]:
    """So much more than the process has taken already."""
    if resource is None or not STATUS.exists():
        yield
        return
    before = resource.getrlimit(resource.RLIMIT_AS)
    taken = int(STATUS.read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    limit_memory(taken // MEGABYTE + megabytes)
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


@contextmanager
def _time(seconds: float) -> Iterator[None]:
    thread = ctypes.c_ulong(threading.get_ident())
    lock, over, sent = threading.Lock(), False, False

    def stop() -> None:
        nonlocal sent
        with lock:
            if not over:
                sent = True
                ctypes.pythonapi.PyThreadState_SetAsyncExc(thread, ctypes.py_object(TooCostly))

    timer = threading.Timer(seconds, stop)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        with lock:
            over = True
        timer.cancel()
        if sent:
            # One that has not come yet would come in what follows. To take it back instead leaves
            # Python 3.11 looking for it at every step, and a program under a profiler never ends.
            with suppress(TooCostly):
                for _ in range(STEPS):
                    pass
