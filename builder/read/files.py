"""A file of the input folder as a `Source`."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path

from builder.config import Limits
from builder.model import Source
from builder.read.archives import member_bytes
from builder.read.confinement import confined_page
from builder.read.entries import Entry, printable_name
from builder.read.kinds import Kind, kind
from builder.read.pages import Page
from builder.read.refusal import Unreadable
from builder.read.sources import source_from_text
from builder.read.text import text_page
from builder.read.unseen import without_unseen

MEGABYTE = 1_000_000
# Kinds that are known and can't be read, and what to do about them.
UNUSABLE = {
    Kind.PICTURE: ("是图片，没有文字", "请先做文字识别（OCR），存为 .docx 或 .txt。"),
    Kind.ARCHIVE: ("是压缩包", "请先解压，再把里面的报告放入输入文件夹。"),
}


def read_source(path: Path, limits: Limits) -> Source:
    """The report in a file, whatever its name says it is; its id is the name without suffix.

    Raises `Unreadable`, and nothing else, where the file holds no readable report.
    """
    return read_entry(Entry.of(path), limits)


def read_entry(entry: Entry, limits: Limits) -> Source:
    """The report in a file of an input folder or of an archive in it, as `read_source`."""
    name = printable_name(entry.name)
    if name != entry.name:
        raise Unreadable(
            name,
            "文件名含有控制字符或无法解码的字节",
            "请改成只含汉字、字母、数字的文件名。",
        )
    data = entry_bytes(entry, limits)
    page = _page(name, data, limits)
    if not without_unseen(page.text).strip():
        raise Unreadable(
            name, "文件是空的，没有任何文字", "请换成有正文的文件，或把它移出输入文件夹。"
        )
    if len(page.text) > limits.text_characters:
        raise Unreadable(
            name,
            "正文有 {count} 个字符，超过上限 {most}",
            "请拆分文件，或调大 briefing.toml 的 limits.text_characters。",
            count=len(page.text),
            most=limits.text_characters,
        )
    return source_from_text(
        entry.report,
        name,
        page.text,
        media_type=page.media_type,
        encoding=page.encoding,
        replaced_bytes=page.replaced_bytes,
        sha256=hashlib.sha256(data).hexdigest(),
        metadata=page.metadata,
        remarks=page.remarks,
    )


def _page(name: str, data: bytes, limits: Limits) -> Page:
    found = kind(data)
    if found in UNUSABLE:
        reason, advice = UNUSABLE[found]
        raise Unreadable(name, reason, advice)
    if found is Kind.TEXT:
        return text_page(name, data)
    return confined_page(name, found, data, limits)


def entry_bytes(entry: Entry, limits: Limits) -> bytes:
    """The bytes of a regular file of its own folder, within the size limit.

    Raises `Unreadable` for anything else.
    """
    most = limits.file_megabytes * MEGABYTE
    try:
        _refuse_strays(entry)
        data = _bytes(entry, most)
    except FileNotFoundError:
        raise Unreadable(
            entry.name, "打不开：没有这个文件", "请检查文件名和路径。", may_pass=True
        ) from None
    except PermissionError:
        raise Unreadable(
            entry.name, "打不开：没有读取权限", "请让文件的主人给予读取权限。", may_pass=True
        ) from None
    except OSError as error:
        raise Unreadable(
            entry.name,
            "打不开：{error}",
            "请检查磁盘，或把文件复制到本机再试。",
            may_pass=True,
            error=error.strerror,
        ) from None
    if len(data) > most:
        raise Unreadable(
            entry.name,
            "文件超过上限 {most} MB",
            "请拆分文件，或调大 briefing.toml 的 limits.file_megabytes。",
            most=limits.file_megabytes,
        )
    return data


def _bytes(entry: Entry, most: int) -> bytes:
    """The bytes of a file, one more than `most` where there are more."""
    if entry.member is not None:
        return member_bytes(entry, most)
    with entry.path.open("rb") as file:
        return file.read(most + 1)


def _refuse_strays(entry: Entry) -> None:
    """Refuse links out of the folder, and pipes and devices, which may never end."""
    path, folder = entry.path, os.path.realpath(entry.root)
    if path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(folder):
        raise Unreadable(
            entry.name,
            "是指向输入文件夹之外的链接，不予读取",
            "请把文件本身复制到输入文件夹。",
        )
    if not stat.S_ISREG(path.stat().st_mode):
        raise Unreadable(entry.name, "不是普通文件，不予读取", "请把它移出输入文件夹。")
