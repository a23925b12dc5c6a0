"""Entries of a folder that are no files of its own, or have names that do harm."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from tests.badfiles.records import BAD_NAME, NO_FILE, READ, SENTENCE, STRAY, TOO_LARGE, Stray


def _link(folder: Path, target: Path) -> Path:
    link = folder / "link.txt"
    link.symlink_to(target)
    return link


def _outside(folder: Path) -> Path:
    secret = folder.parent / "secret.txt"
    secret.write_text(SENTENCE, encoding="utf-8")
    return secret


def _pipe(folder: Path) -> Path:
    os.mkfifo(folder / "pipe.txt")
    return folder / "pipe.txt"


def _folder(folder: Path) -> Path:
    (folder / "报告.docx").mkdir()
    return folder / "报告.docx"


def _named(name: bytes | str) -> Callable[[Path], Path]:
    def made(folder: Path) -> Path:
        path = folder / os.fsdecode(name)
        path.write_text(SENTENCE, encoding="utf-8")
        return path

    return made


def _sparse(folder: Path) -> Path:
    path = folder / "large.txt"
    with path.open("wb") as file:
        file.truncate(500_000_000)
    return path


STRAYS = (
    Stray(
        name="link-outside",
        what="指向文件夹之外的链接",
        make=lambda folder: _link(folder, _outside(folder)),
        reason=STRAY,
    ),
    Stray(
        name="link-upwards",
        what="经 ../ 指向之外的链接",
        make=lambda folder: _link(folder, Path("..") / _outside(folder).name),
        reason=STRAY,
    ),
    Stray(
        name="link-to-system",
        what="指向系统文件的链接",
        make=lambda folder: _link(folder, Path("/etc/passwd")),
        reason=STRAY,
    ),
    Stray(
        name="link-to-device",
        what="指向无尽设备的链接",
        make=lambda folder: _link(folder, Path("/dev/zero")),
        reason=STRAY,
    ),
    Stray(
        name="dead-link",
        what="断开的链接",
        make=lambda folder: _link(folder, folder / "没有.txt"),
        reason="打不开：没有这个文件",
    ),
    Stray(
        name="link-circle",
        what="指向自己的链接",
        make=lambda folder: _link(folder, folder / "link.txt"),
        reason="打不开：Too many levels of symbolic links",
    ),
    Stray(name="pipe", what="命名管道", make=_pipe, reason=NO_FILE),
    Stray(name="folder", what="名为 .docx 的文件夹", make=_folder, reason=NO_FILE),
    Stray(
        name="missing",
        what="读取前被删除的文件",
        make=lambda folder: folder / "gone.txt",
        reason="打不开：没有这个文件",
    ),
    Stray(
        name="escape-name",
        what="文件名里有终端控制符",
        make=_named("\x1b[31m报告.txt"),
        reason=BAD_NAME,
    ),
    Stray(name="line-name", what="文件名里有换行", make=_named("报\n告.txt"), reason=BAD_NAME),
    Stray(
        name="turned-name",
        what="文件名里有反转阅读方向的字符",
        make=_named("报告\u202etxt.exe"),
        reason=BAD_NAME,
    ),
    Stray(
        name="raw-name",
        what="文件名不是 UTF-8",
        make=_named("报告.txt".encode("gb18030")),
        reason=BAD_NAME,
    ),
    Stray(name="sparse", what="五百兆的空洞文件", make=_sparse, reason=TOO_LARGE),
    Stray(
        name="upward-name", what="文件名含 ..\\..\\", make=_named("..\\..\\报告.txt"), reason=READ
    ),
    Stray(
        name="dash-name", what="文件名像命令行参数", make=_named("-c import os.html"), reason=READ
    ),
    Stray(name="long-name", what="二百字节的文件名", make=_named("报" * 66 + ".txt"), reason=READ),
)
