"""`python -m builder` and, installed, `briefing`."""

from __future__ import annotations

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
        from builder.cli import run  # noqa: PLC0415

        sys.exit(run())
    except KeyboardInterrupt:
        sys.exit("已中断；上一次的输出没有动。")


def _interrupt(_number: int, _frame: object) -> NoReturn:
    raise _Interrupted


if __name__ == "__main__":
    main()
