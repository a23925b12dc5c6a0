"""`python -m builder` and, installed, `briefing`."""

from __future__ import annotations

import gc
import io
import os
import sys
from contextlib import suppress

from builder.interruption import end_at_once, ignore, interrupt, say_interrupted

# A report makes a hundred thousand records, and hardly one of them is garbage that counting misses:
# looking for it as often as Python does takes a twelfth of a build.
SELDOM = (100_000, 20, 20)


def main() -> None:
    """Run the command line. Its parts are imported here, where a signal already ends it well."""
    end_at_once()
    gc.set_threshold(*SELDOM)
    _open_standard_streams()
    # Nothing is printed in the machine's time, and a library that looks for it fails on odd ones.
    os.environ.pop("TZ", None)
    try:
        from builder.cli import run  # noqa: PLC0415
        from builder.cli.commands import load  # noqa: PLC0415

        load(sys.argv[1:])
    except Exception as error:  # noqa: BLE001 -- a part is missing, damaged, or ran under -OO
        sys.exit(_say_damaged(error))

    try:
        interrupt()
        code = run()
        ignore()
    except KeyboardInterrupt:
        ignore()
        code = say_interrupted()
    except ImportError as error:
        code = _say_damaged(error)
    # Python looks through all it holds for garbage on its way out: half a second for nothing.
    gc.freeze()
    sys.exit(code)


def _say_damaged(error: Exception) -> int:
    """Say that a part of the program can't be loaded; gives the exit code."""
    if "--debug" in sys.argv[1:]:
        raise error
    with suppress(OSError):
        print(  # noqa: T201
            f"程序的部件载入不了：{type(error).__name__}: {error}\n"
            "请照 README 重新安装，运行时不要用 python -OO；加 --debug 可看到全部内容。",
            file=sys.stderr,
        )
    return 1


def _open_standard_streams() -> None:
    """Give the program the standard streams that its caller has closed, and any words on them.

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
    # A console or a file in the code page of Chinese Windows has no ☑ and no ≧.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


if __name__ == "__main__":
    main()
