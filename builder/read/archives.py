"""Zip archives, as mails bring them: read like a folder, without unpacking, within limits."""

from __future__ import annotations

import errno
import io
import os
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache
from pathlib import Path, PurePosixPath

from builder.config import Limits
from builder.model import Refusal
from builder.read.encodings import COMMON
from builder.read.entries import Entry, chosen, printable_name
from builder.read.refusal import Unreadable

MEGABYTE = 1_000_000
# All files of an archive together may be as large as so many files by themselves.
FILES_WORTH = 20
# The end of an archive says how long its list of files is; a mail's has no more than this.
END, WIDE_END = b"PK\x05\x06", b"PK\x06\x07"
END_BYTES, COMMENT_BYTES = 22, 65_535
LONGEST_LIST = 2 * MEGABYTE
LONGEST_PATH = 1_000
# Office files are such archives too; this part tells them.
OFFICE = "[Content_Types].xml"
UTF8_NAME, LOCKED = 0x800, 0x1
UNIX = 3
# Of two code pages that fit equally well the first is taken.
ENCODINGS = ("utf-8", "gbk", "big5hkscs", "gb18030")
# What Windows lets no name have; texts of reports are kept under their names.
FORBIDDEN = str.maketrans(dict.fromkeys('<>:"|?*', "_"))
# A file of such a name, whatever its suffix, is a device of Windows: nul.txt takes all and holds
# nothing.
DEVICES = re.compile(r"(?<![^/])(?:con|prn|aux|nul|(?:com|lpt)[0-9])(?=[./]|$)", re.IGNORECASE)
DAMAGES = (zipfile.BadZipFile, zlib.error, EOFError, OSError, LookupError, ValueError, RuntimeError)
REPACK = "请解压后把里面的报告放入输入文件夹。"
UNLOCK = "请用密码解压后，把里面的报告放入输入文件夹。"


def archive_entries(archive: Entry, limits: Limits) -> tuple[Entry | Refusal, ...] | None:
    """What a zip archive holds, each file by its path in it; None where it is no such archive.

    An archive that is locked, empty or beyond limits is a refusal.
    """
    if archive.path.is_symlink() or not archive.path.is_file():
        return None
    try:
        members = _members(archive.path, limits)
    except Unreadable as error:
        return (replace(error.refusal, file=printable_name(archive.name)),)
    except (OSError, ValueError, NotImplementedError, zipfile.BadZipFile, struct.error):
        return None
    if any(member.filename == OFFICE for member in members):
        return None
    return _entries(archive, members)


def _entries(archive: Entry, members: Sequence[zipfile.ZipInfo]) -> tuple[Entry | Refusal, ...]:
    places = {
        path: place
        for place, (member, path) in enumerate(zip(members, _paths(members), strict=True))
        if not member.filename.endswith("/")
    }
    kept, file = chosen(places), printable_name(archive.name)
    if not kept:
        return (Unreadable(file, "压缩包里没有文件", "请放入报告文件本身。").refusal,)
    if any(members[places[path]].flag_bits & LOCKED for path in kept):
        return (Unreadable(file, "压缩包加了密码，打不开", UNLOCK).refusal,)
    return tuple(_entry(archive, path, places[path], members[places[path]]) for path in kept)


def member_bytes(archive: Entry, most: int) -> bytes:
    """The bytes of a file in an archive, one more than `most` where there are more."""
    assert archive.member is not None
    try:
        status = archive.path.stat()
        opened = _opened(archive.path, status.st_size, status.st_mtime_ns)
        with opened.open(opened.infolist()[archive.member]) as file:
            return file.read(most + 1)
    except DAMAGES as error:
        # A place before the beginning or beyond the end is no argument that a file takes.
        if isinstance(error, OSError) and error.errno != errno.EINVAL:
            raise
        raise Unreadable(archive.name, "在压缩包里已损坏", REPACK) from None


class _Closed(io.RawIOBase):
    """A file that is open only while it is read, so that it may be moved and deleted meanwhile."""

    def __init__(self, path: Path) -> None:
        self._path, self._at = path, 0

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        start = {os.SEEK_SET: 0, os.SEEK_CUR: self._at}.get(whence)
        start = self._path.stat().st_size if start is None else start
        if start + offset < 0:
            raise OSError(errno.EINVAL, "before the beginning")
        self._at = start + offset
        return self._at

    def read(self, size: int | None = -1) -> bytes:
        with self._path.open("rb") as file:
            file.seek(self._at)
            found = file.read(size)
        self._at += len(found)
        return found


@lru_cache(maxsize=2)
def _opened(path: Path, _size: int, _time: int) -> zipfile.ZipFile:
    """An archive with its list of files, which is read once for all of them."""
    return zipfile.ZipFile(_Closed(path))


def _members(path: Path, limits: Limits) -> Sequence[zipfile.ZipInfo]:
    most = FILES_WORTH * limits.file_megabytes
    if path.stat().st_size > most * MEGABYTE or _list_bytes(path) > LONGEST_LIST:
        raise Unreadable(path.name, "压缩包太大，或里面的文件太多", REPACK)
    with zipfile.ZipFile(path) as opened:
        members = opened.infolist()
    if sum(member.file_size for member in members) > most * MEGABYTE:
        raise Unreadable(
            path.name,
            "压缩包解压后超过上限 {most} MB，疑为压缩炸弹",
            "请核对文件来源；确需读取，请解压后把里面的报告放入输入文件夹。",
            most=most,
        )
    return members


def _list_bytes(path: Path) -> int:
    """How long the list of files is, by the end of the archive; it is not read for that."""
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - END_BYTES - COMMENT_BYTES))
        tail = file.read()
    at = tail.rfind(END)
    if at < 0:
        raise zipfile.BadZipFile
    if WIDE_END in tail[:at][-END_BYTES:]:
        return LONGEST_LIST + 1
    (length,) = struct.unpack_from("<L", tail, at + 12)
    return int(length)


def _paths(members: Sequence[zipfile.ZipInfo]) -> list[str]:
    """The members' paths; Windows in China writes them in GBK and does not say so."""
    unsaid = [
        member.orig_filename.encode("cp437")
        for member in members
        if not member.flag_bits & UTF8_NAME
    ]
    encoding = _encoding(b"\n".join(unsaid))
    return _distinct([_path(member, encoding) for member in members])


def _distinct(paths: Sequence[str]) -> list[str]:
    """Paths of which no two are the same, so that none is lost: 甲.txt and 甲（2）.txt."""
    found: dict[str, None] = {}
    for path in map(PurePosixPath, paths):
        number, free = 1, str(path)
        while free in found:
            number += 1
            free = str(path.parent / f"{path.stem}（{number}）{path.suffix}")
        found[free] = None
    return list(found)


def _encoding(names: bytes) -> str:
    """The encoding of names: UTF-8 if they are, else the code page in which they say something.

    A few names are too short a text for the guess that is made for reports.
    """
    found: dict[str, int] = {}
    for encoding in ENCODINGS:
        with suppress(UnicodeDecodeError):
            found[encoding] = sum(letter in COMMON for letter in names.decode(encoding))
    if not found or ENCODINGS[0] in found:
        return ENCODINGS[0]
    return max(found, key=lambda encoding: found[encoding])


def _path(member: zipfile.ZipInfo, encoding: str) -> str:
    name = member.orig_filename
    if not member.flag_bits & UTF8_NAME:
        name = name.encode("cp437").decode(encoding, errors="replace")
    return DEVICES.sub(r"\g<0>_", name.replace("\\", "/").translate(FORBIDDEN))


def _entry(archive: Entry, path: str, place: int, member: zipfile.ZipInfo) -> Entry | Refusal:
    """A member as an entry; one that leads out of the archive or is a link is refused."""
    parts = PurePosixPath(path).parts
    name = f"{archive.name}/{'/'.join(parts)}"
    if not parts or path.startswith("/") or ".." in parts or len(path) > LONGEST_PATH:
        return Unreadable(printable_name(name), "在压缩包里的路径不正常", REPACK).refusal
    kind = stat.S_IFMT(member.external_attr >> 16)
    if member.create_system == UNIX and kind not in {0, stat.S_IFREG}:
        return Unreadable(
            printable_name(name), "在压缩包里不是文件本身，而是链接之类", REPACK
        ).refusal
    return replace(archive, name=name, member=place)
