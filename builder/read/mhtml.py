"""Web pages saved as one file: the page among its pictures and styles."""

from __future__ import annotations

import email
from dataclasses import replace
from email.message import Message

from builder.config import Limits
from builder.read.html import markup_page
from builder.read.htmlmetadata import ADDRESS
from builder.read.pages import Page
from builder.read.refusal import Unreadable

MEDIA_TYPE = "multipart/related"


def mhtml_page(file: str, data: bytes, limits: Limits) -> Page:
    """The article of the first page of a web archive; its pictures and frames are not read.

    Raises `Unreadable` where the archive holds no page.
    """
    del limits
    message, part = _page_part(file, data)
    content = None if part is None else part.get_payload(decode=True)
    if part is None or not isinstance(content, bytes):
        raise Unreadable(
            file,
            "网页归档（MHTML）里没有网页正文",
            "请在浏览器中打开后重新另存，或复制正文到 .txt。",
        )
    url = _address(message, "Snapshot-Content-Location") or _address(part, "Content-Location")
    page = markup_page(file, content, charset=part.get_content_charset(), url=url)
    return replace(page, media_type=MEDIA_TYPE)


def _page_part(file: str, data: bytes) -> tuple[Message, Message | None]:
    """The archive, and the first page in it."""
    try:
        message = email.message_from_bytes(data)
        pages = (part for part in message.walk() if part.get_content_type() == "text/html")
        return message, next(pages, None)
    except RecursionError:
        raise Unreadable(
            file,
            "网页归档（MHTML）嵌套过深或已损坏",
            "请在浏览器中打开后重新另存，或复制正文到 .txt。",
        ) from None


def _address(part: Message, field: str) -> str | None:
    text = str(part.get(field, "")).strip()
    return text if ADDRESS.fullmatch(text) else None
