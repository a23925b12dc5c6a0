"""`python -m builder` and, installed, `briefing`."""

from __future__ import annotations

import os
import signal
import sys
from typing import NoReturn


class _Interrupted(KeyboardInterrupt):
    """An interruption that Python does not take for an unhandled one.

    A plain `KeyboardInterrupt` that passes through `exec` of a string, as dataclasses do while
    they are imported, makes Python end by the signal although it is caught further up.
    """


def main() -> None:
    """Run the command line. Its parts are imported here, where an interruption is still caught."""
    try:
        # Who started us may have interruptions ignored; then they stay so.
        if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
            signal.signal(signal.SIGINT, _interrupt)
        _open_standard_streams()
        from builder.cli import run  # noqa: PLC0415

        sys.exit(run())
    except KeyboardInterrupt:
        sys.exit("已中断；上一次的输出没有动。")


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


def _interrupt(_number: int, _frame: object) -> NoReturn:
    raise _Interrupted


if __name__ == "__main__":
    main()
