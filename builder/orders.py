"""Orders from a parent process: taken one after the other, and nothing outlives the parent."""

from __future__ import annotations

import os
import pickle
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from queue import SimpleQueue
from typing import Any, BinaryIO

# How long a process may take to put its things away once nobody waits for its answers.
SECONDS_TO_END = 3
_NEVER = object()


def orders(stream: BinaryIO) -> Iterator[Any]:
    """What the parent pickles into `stream`, as it comes.

    Once the parent has ended, however it did, this process ends too, in the midst of its work:
    an order is read by a thread of its own, which sees the end of the stream.
    """
    waiting: SimpleQueue[Any] = SimpleQueue()
    threading.Thread(target=_receive, args=(stream, waiting), daemon=True).start()
    # Not a generator: the thread is to look from now on.
    return iter(waiting.get, _NEVER)


def _receive(stream: BinaryIO, waiting: SimpleQueue[Any]) -> None:
    with suppress(Exception):
        while True:
            waiting.put(pickle.load(stream))  # noqa: S301 -- our parent
    end()


def end() -> None:
    """End this process from any of its threads: with its `finally` blocks if they are quick."""
    # Windows sends no signal to a thread; the process ends there without further ado.
    if hasattr(signal, "pthread_kill"):
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGTERM)
        time.sleep(SECONDS_TO_END)
    os._exit(1)
