"""The output folder: written beside, put in place whole, with what is not ours left alone.

A build writes into a hidden work folder beside the output folder, or inside where nothing can be
written beside (a mounted folder). At the end the new set takes the place of the last one: only
files that the last manifest lists are replaced or removed. One that a person has changed since is
kept under another name. A kill at any moment leaves the old set or the new one, or a mark in the
work folder by which the next build first finishes what was begun.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from filelock import FileLock, Timeout

from builder.pipeline.replacing import (
    Plan,
    exchanged,
    held_files,
    listed,
    planned,
    replace_in_place,
)
from builder.user_error import UserError

SET, BEGUN, SUFFIX = "set", "begun", ".briefing"
LONGEST_NAME = 200


class OutputError(UserError):
    """The output folder can't be written; the message says why and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """Where a build writes its set, and what it finds in the output folder.

    `earlier` are the files of the last set that are still there, with their sums in its manifest;
    `renamed`, known once the set is in place, are a person's files and their new names.
    """

    folder: Path
    earlier: Mapping[str, str]
    renamed: dict[str, str] = field(default_factory=dict)


@contextmanager
def staged_output(output: Path) -> Iterator[Stage]:
    """A folder to write the new set into; it becomes `output` when the block ends well.

    When the block raises, `output` stays as it was. Raises `OutputError` if another build
    writes the same folder, or the folder can't be made or the disk is full.
    """
    with _told(output):
        real = _real(output)
        real.parent.mkdir(parents=True, exist_ok=True)
        home = _home(real)
    with _locked(output, home, real):
        with _told(output):
            renamed = {**_finished(home, real), **_finished(real, real)}
            work = _work_folder(home, real)
        try:
            with _told(output, work):
                (work / SET).mkdir()
                stage = Stage(folder=work / SET, earlier=_earlier(real), renamed=renamed)
                yield stage
            with _told(output):
                renamed.update(_put_in_place(work / SET, real))
        finally:
            shutil.rmtree(work, ignore_errors=True)


def is_same_folder(one: Path, other: Path) -> bool:
    """Whether two paths lead to the same folder, by whatever links."""
    return os.path.realpath(one) == os.path.realpath(other)


def _real(output: Path) -> Path:
    """The folder that is written: links are followed, and stay.

    Raises `OutputError` for what can be no output folder.
    """
    try:
        real = output.resolve()
    except RuntimeError:
        raise OutputError(f"{output}：链接指向自己，找不到文件夹。请用 --output 换一个。") from None
    if real == real.parent:
        raise OutputError(f"{output}：是磁盘的最上层，不能放简报。请用 --output 换一个文件夹。")
    if os.path.lexists(real) and not real.is_dir():
        raise OutputError(f"{output}：已有同名的文件，不是文件夹。请用 --output 换一个名字。")
    if real.is_dir() and not os.access(real, os.W_OK | os.X_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(real))
    return real


def _home(real: Path) -> Path:
    """Where the work folder and the lock are: beside the output folder, or in it."""
    if not real.exists():
        return real.parent
    mounted = os.path.ismount(real) or real.stat().st_dev != real.parent.stat().st_dev
    return real if mounted or not os.access(real.parent, os.W_OK | os.X_OK) else real.parent


def _prefix(real: Path) -> str:
    """How the hidden names of an output folder begin: .output."""
    name = real.name
    if len(os.fsencode(name)) > LONGEST_NAME:
        name = hashlib.sha256(os.fsencode(name)).hexdigest()
    return f".{name}."


@contextmanager
def _locked(output: Path, home: Path, real: Path) -> Iterator[None]:
    """Hold the output folder against other builds; the lock goes with the process."""
    lock = FileLock(home / f"{_prefix(real)}lock", timeout=0)
    place = Path(lock.lock_file)
    if place.is_symlink() or place.is_dir():
        raise OutputError(f"{output}：{place} 不是锁文件，构建要用这个名字。请把它移走。")
    with _told(output):
        try:
            lock.acquire()
        except Timeout:
            raise OutputError(
                f"{output}：另一个构建正在写这个文件夹。请等它结束，或用 --output 换一个文件夹。"
            ) from None
    try:
        yield
    finally:
        # While it is held: who has opened it meanwhile sees that it is gone, and makes a new one.
        with suppress(OSError):
            place.unlink()
        lock.release()


def _earlier(real: Path) -> dict[str, str]:
    """The files of the last set that are still there."""
    # A name of a foreign manifest may be longer than the system takes.
    files = listed(real).files.items()
    return {name: total for name, total in files if os.path.lexists(real / name)}


def _put_in_place(new: Path, real: Path) -> Mapping[str, str]:
    """Make the finished set the output folder; gives the new names of a person's files."""
    if not real.exists():
        new.rename(real)
        return {}
    plan = planned(new, real)
    if not exchanged(new, real, plan):
        if held := held_files(real, plan):
            raise OutputError(
                f"{real}：{'、'.join(held)} 正在别的程序里打开（多半是 Word、WPS 或 Excel），"
                "或设成了只读。请先关闭再运行一次；上一次的输出没有动。"
            )
        # What is moved must lie on the same file system, and that is sure within the folder alone.
        work = _work_folder(real, real)
        try:
            shutil.move(new, work / SET)
            _replace(work, real, plan)
        finally:
            if not (work / BEGUN).exists():
                shutil.rmtree(work, ignore_errors=True)
    return plan.renamed


def _replace(work: Path, real: Path, plan: Plan) -> None:
    """Put the files in place one by one, with a mark for the next build as long as it lasts."""
    (work / BEGUN).touch()
    try:
        replace_in_place(work / SET, real, plan)
    except OSError as error:
        raise OutputError(
            f"{real}：写到一半停了下来（{error.strerror}：{error.filename}）。"
            "请改好权限、关闭打开着的文件，再运行一次，会接着写完。"
        ) from error
    (work / BEGUN).unlink()


def _work_folder(home: Path, real: Path) -> Path:
    """A hidden folder of its own: .output.k3j9x2ab.briefing."""
    return Path(tempfile.mkdtemp(prefix=_prefix(real), suffix=SUFFIX, dir=home))


def is_left_behind(output: Path) -> bool:
    """Whether a build that was cut off has left what the next one has to finish or put away."""
    real = output.resolve()
    return any(map(_left_behind, (_home(real), real), (real, real)))


def _left_behind(home: Path, real: Path) -> list[Path]:
    """The work folders of builds of an output folder that were cut off, by name."""
    ours = re.compile(re.escape(_prefix(real)) + r"[a-z0-9_]+" + re.escape(SUFFIX))
    found = sorted(home.iterdir()) if home.is_dir() else []
    return [work for work in found if ours.fullmatch(work.name) and not work.is_symlink()]


def _finished(home: Path, real: Path) -> dict[str, str]:
    """Finish or undo what builds left that were cut off; nothing of it can stop this one."""
    renamed: dict[str, str] = {}
    for work in _left_behind(home, real):
        if (work / BEGUN).exists():
            with suppress(OSError):
                plan = planned(work / SET, real)
                replace_in_place(work / SET, real, plan)
                renamed.update(plan.renamed)
        shutil.rmtree(work, ignore_errors=True)
    return renamed


@contextmanager
def _told(output: Path, work: Path | None = None) -> Iterator[None]:
    """Turn errors of writing into `OutputError`; with `work`, only those that concern it."""
    try:
        yield
    except OSError as error:
        full = error.errno in {errno.ENOSPC, errno.EDQUOT}
        if work is not None and not full and not str(error.filename or "").startswith(str(work)):
            raise
        raise OutputError(_advice(output, error)) from error


def _advice(output: Path, error: OSError) -> str:
    untouched = "上一次的输出没有动。"
    reason = {
        errno.ENOSPC: f"磁盘已满。请腾出空间后再试；{untouched}",
        errno.EDQUOT: f"磁盘配额已用完。请腾出空间后再试；{untouched}",
        errno.EACCES: f"没有写入权限，或有文件正被其他程序打开。请换一个文件夹（--output）、"
        f"改权限或关闭文件后再试；{untouched}",
        errno.EPERM: f"没有写入权限。请换一个文件夹（--output）或改权限；{untouched}",
        errno.EROFS: "文件系统只读。请换一个文件夹（--output）。",
        errno.ENAMETOOLONG: "名字太长。请用 --output 换一个短些的。",
        errno.ELOOP: "链接指向自己，找不到文件夹。请用 --output 换一个。",
        errno.ENOTDIR: "上级有一个是文件，不是文件夹。请用 --output 换一个。",
        errno.EEXIST: "上级有一个是文件，不是文件夹。请用 --output 换一个。",
        errno.EINVAL: "系统不接受这个名字。请用 --output 换一个。",
    }.get(error.errno or 0, f"{error.strerror}。{untouched}")
    return f"{output}：{reason}"
