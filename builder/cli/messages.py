"""What the terminal is told when something expected goes wrong."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import NoReturn

from builder.cli.terminal import tell


def fail_to_write(target: Path, error: OSError) -> NoReturn:
    """Say why a file can't be written, and what helps, and leave with exit code 1."""
    if isinstance(error, PermissionError):
        fail(f"{target}：写不了。如果它正在别的程序里打开，请先关闭；否则请用 -o 写到别处。")
    fail(f"{target}：写不了：{error.strerror or error}。")


def trouble_around(error: Exception) -> str | None:
    """What is told of an error of the surroundings, which no part of the program can mend."""
    if not isinstance(error, OSError):
        return None
    if error.errno in {errno.EMFILE, errno.ENFILE}:
        return "打开的文件太多，系统不再允许。请关闭别的程序，或用 ulimit -n 调大上限。"
    if isinstance(error, FileNotFoundError) and error.filename is None and not _has_place():
        return "当前的文件夹已经不在了。请先进入一个存在的文件夹，再运行一次。"
    return None


def _has_place() -> bool:
    try:
        Path.cwd()
    except OSError:
        return False
    return True


def fail(message: str) -> NoReturn:
    """Print the message to standard error and leave with exit code 1."""
    tell(message, error=True)
    raise SystemExit(1)
