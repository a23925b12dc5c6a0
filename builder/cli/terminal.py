"""What goes to the terminal: words that command nothing there, and what if they cannot go."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import nullcontext, suppress

import click

# Pictures of the control characters stand at this offset in Unicode: ␛ for escape.
PICTURES = 0x2400
DELETE, DELETED = 0x7F, 0x2421
# What turns the order of letters, and the second set of control characters.
TURNING = (
    *range(0x80, 0xA0),
    0x061C,
    0x200E,
    0x200F,
    *range(0x202A, 0x202F),
    *range(0x2066, 0x206A),
)
REPLACEMENT = 0xFFFD
KEPT = {0x09, 0x0A}
SHOWN = (
    {code: PICTURES + code for code in range(0x20) if code not in KEPT}
    | {DELETE: DELETED, 0x2028: REPLACEMENT, 0x2029: REPLACEMENT}
    | dict.fromkeys(TURNING, REPLACEMENT)
)


def visible(words: str) -> str:
    """The words, as long as before, with signs in place of what a terminal would obey.

    A report can hold escape sequences: they would colour, move or clear what is on the screen.
    """
    return words.translate(SHOWN).encode("utf-8", "replace").decode("utf-8")


def tell(words: str, *, error: bool = False) -> None:
    """Print words that come from files; what went wrong with standard error itself is let go."""
    with suppress(OSError) if error else nullcontext():
        click.echo(visible(words), err=error)


def lost_output(error: OSError) -> int | None:
    """The exit code where an error is of standard output itself; None where it is another's."""
    # Windows calls a pipe that nobody reads any more an invalid argument.
    unread = sys.platform == "win32" and (error.filename, error.errno) == (None, errno.EINVAL)
    if unread or isinstance(error, BrokenPipeError):
        _let_go()
        return 1
    if error.filename is None and error.errno in {errno.ENOSPC, errno.EIO, errno.EBADF}:
        _let_go()
        tell(f"说明写不到屏幕或所指的文件：{error.strerror}。", error=True)
        return 1
    return None


def flush() -> None:
    """Write what waits to be written, while errors are still caught."""
    sys.stdout.flush()


def _let_go() -> None:
    """Nothing more is written; Python itself would try again on its way out."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
