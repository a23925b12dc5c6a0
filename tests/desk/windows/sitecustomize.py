"""Makes a Python on this machine lack what Windows lacks, in the process and all that it starts.

Put its folder on PYTHONPATH. Modules, functions, signals and `CDLL(None)` are gone for us and for
packages; the standard library keeps what it was built for. A text file opened without an encoding
is GBK, and `\\n` becomes `\\r\\n` where nobody says otherwise, as on a Chinese Windows.
"""

from __future__ import annotations

import asyncio  # noqa: F401 -- it is made for the system that it finds
import builtins
import ctypes
import importlib.abc
import io
import os
import signal
import subprocess
import sys
import sysconfig
import tempfile  # noqa: F401 -- as asyncio
from collections.abc import Callable
from typing import Any

MODULES = frozenset(
    ("fcntl", "resource", "termios", "pwd", "grp", "pty", "tty", "syslog", "readline", "curses")
)
FUNCTIONS = (
    *("chown", "chroot", "fchmod", "fchown", "fork", "forkpty", "getegid", "geteuid", "getgid"),
    *("getgroups", "getpgid", "getpgrp", "getsid", "getuid", "killpg", "lchown", "mkfifo"),
    *("mknod", "nice", "posix_spawn", "posix_spawnp", "pread", "pwrite", "sched_getaffinity"),
    *("setegid", "seteuid", "setgid", "setpgid", "setsid", "setuid", "statvfs", "sysconf"),
    *("uname", "wait"),
)
SIGNALS = frozenset(
    ("SIGABRT", "SIGFPE", "SIGILL", "SIGINT", "SIGSEGV", "SIGTERM", "SIG_DFL", "SIG_IGN")
)
SIGNALLING = (
    "alarm",
    "pause",
    "pthread_kill",
    "pthread_sigmask",
    "setitimer",
    "sigwait",
    "sigpending",
)
STANDARD = sysconfig.get_path("stdlib")
# Locks files by `msvcrt` there, which is not here.
OWN_WAY = "filelock"
KILL = signal.SIGKILL


class Missing(importlib.abc.MetaPathFinder):
    """Finds no module that Windows has not, unless the standard library asks for it."""

    def find_spec(self, name: str, *_: Any) -> None:  # noqa: ANN401
        if name in MODULES and not _standard(_caller()):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


def _caller() -> str:
    """The file that imports, above the machinery of imports."""
    frame = sys._getframe(2)  # noqa: SLF001
    while frame.f_back is not None and "importlib" in frame.f_code.co_filename:
        frame = frame.f_back
    return frame.f_code.co_filename


def _standard(file: str) -> bool:
    return OWN_WAY in file or (file.startswith(STANDARD) and "site-packages" not in file)


class Library(ctypes.CDLL):
    """A shared library by its name; there is no library of the whole process."""

    def __init__(self, name: Any, *arguments: Any, **named: Any) -> None:  # noqa: ANN401
        if name is None:
            raise TypeError("argument 1 must be str, not None")
        super().__init__(name, *arguments, **named)


def _kill(process: subprocess.Popen[Any]) -> None:
    process.send_signal(KILL)


def _opened(plain: Callable[..., Any]) -> Callable[..., Any]:
    """`open` with the defaults of a Chinese Windows."""

    def opened(
        file: Any,  # noqa: ANN401
        mode: str = "r",
        buffering: int = -1,
        encoding: str | None = None,
        errors: str | None = None,
        newline: str | None = None,
        *others: Any,  # noqa: ANN401
        **named: Any,  # noqa: ANN401
    ) -> Any:  # noqa: ANN401
        if "b" not in mode:
            encoding = "gbk" if encoding in (None, "locale") else encoding
            if newline is None and set(mode) & set("wxa+"):
                newline = "\r\n"
        return plain(file, mode, buffering, encoding, errors, newline, *others, **named)

    return opened


for _name in MODULES:
    sys.modules.pop(_name, None)
sys.meta_path.insert(0, Missing())
for _name in FUNCTIONS:
    if hasattr(os, _name):
        delattr(os, _name)
for _name in dir(signal):
    if _name in SIGNALLING or (_name.startswith("SIG") and _name not in SIGNALS):
        delattr(signal, _name)
ctypes.CDLL = Library  # type: ignore[misc]
subprocess.Popen.kill = _kill  # type: ignore[assignment, method-assign]
# Since Python 3.13 it starts most programs by what is gone now.
setattr(subprocess, "_USE_POSIX_SPAWN", False)  # noqa: B010 -- it is named as final
builtins.open = io.open = _opened(open)
