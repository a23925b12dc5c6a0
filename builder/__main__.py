"""`python -m builder` and, installed, `briefing`."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from typing import NoReturn

# Ctrl-C; and where the system has them, the wish of another program, and a terminal that closes.
SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")
# What a shell says of a program that a signal ended is this and the signal's number.
SIGNALLED = 128


class _Interrupted(KeyboardInterrupt):
    """An interruption that Python does not take for an unhandled one; it holds its signal.

    A plain `KeyboardInterrupt` that passes through `exec` of a string, as dataclasses do while
    they are imported, makes Python end by the signal although it is caught further up.
    """


def main() -> None:
    """Run the command line. Its parts are imported here, where an interruption is still caught."""
    try:
        for name in SIGNALS:
            number = getattr(signal, name, None)
            # Who started us may have signals ignored, as nohup does; then they stay so.
            if number and signal.getsignal(number) in (signal.default_int_handler, signal.SIG_DFL):
                signal.signal(number, _interrupt)
        _open_standard_streams()
        from builder.cli import run  # noqa: PLC0415

        sys.exit(run())
    except KeyboardInterrupt as interruption:
        number = interruption.args[0] if interruption.args else signal.SIGINT
        # The terminal may be the one that has been closed.
        with suppress(OSError, ValueError, AttributeError):
            print("已中断；上一次的输出没有动。", file=sys.stderr, flush=True)  # noqa: T201
        sys.exit(SIGNALLED + number)


def _open_standard_streams() -> None:
    """Give the program the standard streams that its caller has closed.

    Else the next file that is opened gets the number of standard error, and whatever is said
    there is written into it.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.set_inheritable(os.open(os.devnull, os.O_RDWR), True)
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            mode = "w" if number else "r"
            setattr(sys, name, open(number, mode, encoding="utf-8", closefd=False))  # noqa: SIM115


def _interrupt(number: int, _frame: object) -> NoReturn:
    raise _Interrupted(number)


if __name__ == "__main__":
    main()
