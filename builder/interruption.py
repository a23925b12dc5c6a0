"""Signals that end the program: Ctrl-C, another program's wish, a terminal that closes.

A signal becomes an exception at whatever line of Python runs next. Most lines hand it on; one that
C code has called may lose it (a callback of the garbage collector) or turn it into an error of its
own (a check of values). So what has come is remembered, and asked for where it matters.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

# Ctrl-C is all that Windows has of them.
SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")
# What a shell says of a program that a signal ended is this and the signal's number.
SIGNALLED = 128
Handler = Callable[[int, Any], Any] | signal.Handlers
_received: list[int] = []


class Interrupted(KeyboardInterrupt):
    """An interruption that Python does not take for an unhandled one.

    A plain `KeyboardInterrupt` that passes through `exec` of a string, as dataclasses do while
    they are imported, makes Python end by the signal although it is caught further up.
    """


def end_at_once() -> None:
    """From now on a signal ends the program where it is: for a time when nothing is begun yet.

    Importing runs so much of others' C code that one interruption in two hundred is lost there.
    """
    # Who started us may have signals ignored, as nohup does; then they stay so.
    _listen(_end, (signal.default_int_handler, signal.SIG_DFL))


def interrupt() -> None:
    """From now on a signal raises `Interrupted`, so that what is begun is put away."""
    sys.unraisablehook = _let_go
    _listen(_interrupt, (_end,))


def ignore() -> None:
    """From now on a signal does nothing: all is done, or the program is on its way out."""
    _listen(signal.SIG_IGN, (_end, _interrupt))


def check_interruption() -> None:
    """Raises `Interrupted` where a signal has come that the code it met did not hand on."""
    if _received:
        raise Interrupted(_received[0])


def say_interrupted() -> int:
    """Say on standard error that the program was stopped; gives the exit code."""
    # The terminal may be the one that has been closed.
    with suppress(OSError, ValueError, AttributeError, RuntimeError):
        print("已中断；上一次的输出没有动。", file=sys.stderr, flush=True)  # noqa: T201
    return SIGNALLED + (_received[0] if _received else signal.SIGINT)


def _listen(handler: Handler, instead: tuple[Handler, ...]) -> None:
    for name in SIGNALS:
        number = getattr(signal, name, None)
        if number and signal.getsignal(number) in instead:
            signal.signal(number, handler)


def _end(number: int, _frame: object) -> None:
    _received.append(number)
    os._exit(say_interrupted())


def _interrupt(number: int, _frame: object) -> None:
    _received.append(number)
    raise Interrupted(number)


def _let_go(lost: UnraisableHookArgs) -> None:
    """Say nothing of an interruption that a callback can't hand on; it is asked for later."""
    if not issubclass(lost.exc_type, Interrupted):
        sys.__unraisablehook__(lost)
