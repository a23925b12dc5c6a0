"""Plain text and Markdown in any encoding."""

from __future__ import annotations

from builder.read.encodings import decoded
from builder.read.pages import Page
from builder.read.refusal import Unreadable


def text_page(file: str, data: bytes) -> Page:
    """The text of a plain file, changed in nothing but its encoding and BOM.

    Raises `Unreadable` where the bytes are no text in any encoding used for Chinese.
    """
    found = decoded(data)
    if found is None:
        raise Unreadable(
            file,
            "内容不是文字：大量字节无法解码，应为 UTF-8、UTF-16、GB18030 或 Big5 文本",
            "请用原来的程序另存为 .docx、.pdf 或 UTF-8 的 .txt。",
        )
    return Page(
        text=found.text,
        media_type="text/plain",
        encoding=found.encoding,
        replaced_bytes=found.replaced,
    )
