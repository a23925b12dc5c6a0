"""A file of the input folder as a `Source`."""

from __future__ import annotations

import hashlib
from pathlib import Path

from builder.config import Limits
from builder.model import Source
from builder.read.refusal import Unreadable
from builder.read.sources import source_from_text
from builder.read.text import text_page

MEGABYTE = 1_000_000


def read_source(path: Path, limits: Limits) -> Source:
    """The report in a file, whatever its name says it is; its id is the name without suffix.

    Raises `Unreadable`, and nothing else, where the file holds no readable report.
    """
    data = _content(path, limits)
    page = text_page(path.name, data)
    if not page.text.strip():
        raise Unreadable(
            path.name, "文件是空的，没有任何文字。", "请换成有正文的文件，或把它移出输入文件夹。"
        )
    if len(page.text) > limits.text_characters:
        raise Unreadable(
            path.name,
            f"正文有 {len(page.text)} 个字符，超过上限 {limits.text_characters}。",
            "请拆分文件，或调大 briefing.toml 的 limits.text_characters。",
        )
    return source_from_text(
        path.stem,
        path.name,
        page.text,
        media_type=page.media_type,
        encoding=page.encoding,
        replaced_bytes=page.replaced_bytes,
        sha256=hashlib.sha256(data).hexdigest(),
        metadata=page.metadata,
    )


def _content(path: Path, limits: Limits) -> bytes:
    """The bytes of a file within the size limit."""
    try:
        size = path.stat().st_size
        if size > limits.file_megabytes * MEGABYTE:
            raise Unreadable(
                path.name,
                f"文件有 {size / MEGABYTE:.1f} MB，超过上限 {limits.file_megabytes} MB。",
                "请拆分文件，或调大 briefing.toml 的 limits.file_megabytes。",
            )
        return path.read_bytes()
    except OSError as error:
        raise Unreadable(
            path.name, f"打不开：{error.strerror}。", "请检查文件是否存在、是否有读取权限。"
        ) from None
