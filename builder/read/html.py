"""Saved web pages: the article with its title and lines of origin, without what is beside it."""

from __future__ import annotations

import re

from lxml import etree

from builder.config import Limits
from builder.model import PageMetadata
from builder.read.encodings import Decoded, decoded
from builder.read.htmlarticle import article
from builder.read.htmlblocks import Block, NestedTooDeep, blocks
from builder.read.htmlmetadata import metadata
from builder.read.pages import Page, hidden_words
from builder.read.refusal import Unreadable

MEDIA_TYPE = "text/html"
HEAD_BYTES = 4096
CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w-]{3,20})""", re.IGNORECASE)
# The encodings that Chinese pages name, and what to read them in: pages that say gb2312 use the
# letters of its successor. Any other name is not believed.
CHARSETS = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "gb18030": "gb18030",
    "gbk": "gb18030",
    "gb2312": "gb18030",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
}


def html_page(file: str, data: bytes, limits: Limits) -> Page:
    """The article of a web page, a paragraph or a row of a table to a line.

    Nothing that the page points to is fetched: no frame, picture, style or script.
    Raises `Unreadable` where the bytes are no text, or hold no words.
    """
    del limits
    return markup_page(file, data, charset=None, url=None)


def markup_page(file: str, data: bytes, *, charset: str | None, url: str | None) -> Page:
    """As `html_page`; `charset` and `url` are what a web archive says of its page."""
    markup = _markup(data, charset or _charset(data))
    if markup is None:
        raise Unreadable(
            file,
            "网页内容不是文字：大量字节无法解码",
            "请在浏览器中打开后另存为网页，或复制正文到 .txt。",
        )
    root = _tree(markup.text)
    about = PageMetadata(url=url) if root is None else metadata(root, markup.text, url)
    found = () if root is None else article(_blocks(file, root), about.title)
    if not found:
        raise Unreadable(
            file,
            "网页里没有正文文字，内容可能由脚本或框架另行载入",
            "请在浏览器中打开，等正文显示后复制到 .txt，或打印成 PDF。",
        )
    return Page(
        text="\n".join(block.text for block in found),
        media_type=MEDIA_TYPE,
        encoding=markup.encoding,
        replaced_bytes=markup.replaced,
        metadata=about,
        remarks=hidden_words(sum(block.hidden for block in found)),
    )


def _blocks(file: str, root: etree._Element) -> tuple[Block, ...]:
    try:
        return blocks(root)
    except NestedTooDeep as error:
        raise Unreadable(
            file,
            "网页标签嵌套超过 {most} 层，不是正常的网页",
            "请在浏览器中打开，复制正文到 .txt。",
            most=error.args[0],
        ) from None


def _markup(data: bytes, charset: str | None) -> Decoded | None:
    """The markup in the encoding that it names if that fits every byte, else in the likeliest."""
    name = CHARSETS.get((charset or "").lower())
    if name is None:
        return decoded(data)
    try:
        text = data.decode(name)
    except UnicodeDecodeError:
        return decoded(data)
    return Decoded(text=text.removeprefix("\ufeff"), encoding=name, replaced=0)


def _charset(data: bytes) -> str | None:
    named = CHARSET.search(data[:HEAD_BYTES])
    return None if named is None else named[1].decode("ascii")


def _tree(text: str) -> etree._Element | None:
    # As bytes, because a page that names an encoding of its own would be read in it.
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=True, remove_pis=True, remove_comments=True
    )
    try:
        return etree.fromstring(text.encode("utf-8", errors="replace"), parser)
    except etree.XMLSyntaxError:
        return None
