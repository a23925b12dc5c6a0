"""Files that are dropped on the page: into the input folder, under their own plain names.

A name never becomes a path: one that is more than a name is refused. A file comes under a hidden
name first, so that a build never reads the half of one.
"""

from __future__ import annotations

import errno
import os
import tempfile
import unicodedata
from pathlib import Path
from types import TracebackType
from typing import Self

from builder.config import Limits
from builder.read.archives import DEVICES, FORBIDDEN
from builder.read.entries import is_junk, printable_name
from builder.review.files import is_corrections, refused_corrections

MOST_FILES = 200
LONGEST_NAME = 250
MEGABYTE = 1_000_000
REMOVED = ".移出"


class Refused(Exception):  # noqa: N818 -- it is an answer, not an error
    """A file is not taken; the message says why and what to do. `status` is that of HTTP."""

    def __init__(self, message: str, status: int = 422) -> None:
        super().__init__(message)
        self.status = status


def checked_name(name: str) -> str:
    """A name that is nothing but a name, on any system. Raises `Refused`."""
    shown = printable_name(name)[:60]
    if not name or name in {".", ".."} or any(sign in name for sign in "/\\\0"):
        raise Refused(f"{shown or '（没有名字）'}：文件名里不能有路径。")
    if name != printable_name(name) or name != name.translate(FORBIDDEN):
        raise Refused(f"{shown}：文件名里有不能用的字符，请改名。")
    if DEVICES.match(name) or name != name.rstrip(" ."):
        raise Refused(f"{shown}：Windows 不能用这个名字，请改名。")
    if len(os.fsencode(name)) > LONGEST_NAME:
        raise Refused(f"{shown}…：文件名太长，请改短（最多约 80 个汉字）。")
    if is_junk(name):
        raise Refused(f"{shown}：是系统或程序留下的文件，不收。")
    if is_corrections(name) or refused_corrections(name) is not None:
        raise Refused(f"{shown}：更正文件请直接放进材料文件夹，不从这里收。")
    return unicodedata.normalize("NFC", name)


def refuse_large(length: str | None, limits: Limits) -> None:
    """Refuse a file by what its sender says of its length, before any of it is read."""
    if length is not None and length.isdecimal() and int(length) > _most(limits):
        raise Refused(f"超过 {limits.file_megabytes} MB。请拆开，或压缩里面的图片。", 413)


class Incoming:
    """A file on its way into the folder: under a hidden name until it is whole."""

    def __init__(self, folder: Path, name: str, limits: Limits, *, replace: bool) -> None:
        """Raise `Refused` where it can't be taken, and `OSError` of the disk."""
        self._target = folder / checked_name(name)
        self._limits = limits
        self._taken = 0
        there = os.path.lexists(self._target)
        if there and not replace:
            raise Refused(f"{name}：已有同名的文件。", 409)
        if self._target.is_dir() and not self._target.is_symlink():
            raise Refused(f"{name}：已有同名的文件夹。", 409)
        if not there and sum(1 for _ in os.scandir(folder)) >= MOST_FILES:
            raise Refused(f"{name}：已有 {MOST_FILES} 份，请另建一个文件夹。", 413)
        number, part = tempfile.mkstemp(prefix=".upload.", dir=folder)
        self._part = Path(part)
        self._file = os.fdopen(number, "wb")

    def __enter__(self) -> Self:
        return self

    def take(self, chunk: bytes) -> None:
        """Take the next bytes. Raises `Refused` once there are too many."""
        self._taken += len(chunk)
        refuse_large(str(self._taken), self._limits)
        self._file.write(chunk)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()
        if kind is None:
            # A link of that name is replaced, not followed.
            self._part.replace(self._target)
        else:
            self._part.unlink(missing_ok=True)


def set_aside(folder: Path, name: str) -> None:
    """Take a file out of the reports, into a hidden folder beside them; nothing is deleted."""
    aside = folder / REMOVED
    if aside.is_symlink():
        raise NotADirectoryError(errno.ENOTDIR, f"{REMOVED} 是链接，不往里放")
    aside.mkdir(exist_ok=True)
    target, number = aside / Path(name).name, 1
    while os.path.lexists(target):
        number += 1
        target = aside / f"{Path(name).stem}（{number}）{Path(name).suffix}"
    (folder / name).rename(target)


def _most(limits: Limits) -> int:
    return limits.file_megabytes * MEGABYTE
