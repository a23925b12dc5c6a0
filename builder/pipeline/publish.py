"""The output folder: written beside, put in place in one step, never half-done.

A build writes into a hidden folder beside the output folder and exchanges the two at the end.
A kill at any moment leaves the old set or the new one whole; what it leaves beside is cleared
by the next build. Files in the output folder that no build wrote are the user's and stay.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MANIFEST = "manifest.json"

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


class OutputError(Exception):
    """The output folder can't be written; the message says why and what to do."""


@contextmanager
def staged_output(output: Path) -> Iterator[Path]:
    """A folder to write the new set into; it becomes `output` when the block ends well.

    When the block raises, `output` stays as it was. Raises `OutputError` if another build
    writes the same folder, or the folder can't be made or the disk is full.
    """
    output = output.absolute()
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        with _lock(output):
            _cleared(output)
            stage = _beside(output, "new")
            stage.mkdir()
            try:
                yield stage
                _put_in_place(stage, output)
            finally:
                _cleared(output)
    except OSError as error:
        if not _concerns(output, error):
            raise
        raise OutputError(_advice(output, error)) from error


@contextmanager
def _lock(output: Path) -> Iterator[None]:
    """Hold the output folder against other builds; the lock goes with the process."""
    path = _beside(output, "lock")
    with path.open("w") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise OutputError(
                f"{output}：另一个构建正在写这个文件夹。请等它结束，或用 --output 换一个文件夹。"
            ) from None
        yield


def _put_in_place(stage: Path, output: Path) -> None:
    """Exchange the finished set with the old one; where that can't be done, step by step."""
    ready = stage.rename(_beside(output, "ready"))
    if not output.exists():
        ready.rename(output)
    elif not _exchanged(ready, output):
        output.rename(_beside(output, "old"))
        ready.rename(output)


def _cleared(output: Path) -> None:
    """Finish or undo what a build left beside the output folder, whenever it was cut off.

    `.new` holds only what a build was writing. `.ready` holds a finished set or, after the
    exchange, the one it replaced; `.old` the replaced one. What no manifest lists is the user's.
    """
    ready, old = _beside(output, "ready"), _beside(output, "old")
    if old.exists() and not output.exists():
        old.rename(output)
    for replaced in (ready, old):
        if replaced.exists():
            _kept_user_files(replaced, output)
            shutil.rmtree(replaced)
    shutil.rmtree(_beside(output, "new"), ignore_errors=True)


def _kept_user_files(replaced: Path, output: Path) -> None:
    """Move what no build wrote from a set that is going away into the output folder."""
    own = _written_by_build(replaced)
    for entry in sorted(replaced.iterdir()):
        if entry.name not in own and not (output / entry.name).exists():
            output.mkdir(exist_ok=True)
            entry.rename(output / entry.name)


def _written_by_build(folder: Path) -> frozenset[str]:
    """Top-level names that the manifest of a set lists; none where there is no manifest."""
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        return frozenset({MANIFEST} | {name.split("/")[0] for name in manifest["outputs"]})
    except (OSError, ValueError, KeyError):
        return frozenset()


def _exchanged(one: Path, other: Path) -> bool:
    """Swap two folders in one step where the system can (Linux's renameat2)."""
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    paths = (os.fsencode(one), os.fsencode(other))
    return bool(renameat2(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE) == 0)


def _beside(output: Path, role: str) -> Path:
    """A hidden path beside the output folder, on the same file system."""
    return output.with_name(f".{output.name}.{role}")


def _concerns(output: Path, error: OSError) -> bool:
    """Whether an error came from writing the set and not from reading something else."""
    full = error.errno in {errno.ENOSPC, errno.EDQUOT}
    return full or str(error.filename or "").startswith(str(output.parent))


def _advice(output: Path, error: OSError) -> str:
    reason = {
        errno.ENOSPC: "磁盘已满。请腾出空间后再试；上一次的输出没有动。",
        errno.EACCES: "没有写入权限。请换一个文件夹（--output）或改权限；上一次的输出没有动。",
        errno.EROFS: "文件系统只读。请换一个文件夹（--output）。",
    }.get(error.errno or 0, f"{error.strerror}。上一次的输出没有动。")
    return f"{output}：{reason}"
