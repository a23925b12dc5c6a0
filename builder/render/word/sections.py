"""Sections: no empty page between two parts that lie on their long side."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from builder.render.word.tree import W

if TYPE_CHECKING:
    from lxml import etree


def join_sections(body: etree._Element) -> None:
    """Drop sections without content, then breaks between sections of the same page.

    The template closes the upright pages before each part in landscape; where two such parts
    follow each other, nothing stands between them.
    """
    _drop_empty(body)
    breaks = [*_breaks(body), body]
    for one, other in pairwise(breaks):
        if _page(one) == _page(other):
            body.remove(one)


def _sections(body: etree._Element) -> dict[etree._Element, etree._Element]:
    """The properties of the section in which each child of the body stands."""
    found: dict[etree._Element, etree._Element] = {}
    waiting: list[etree._Element] = []
    for child in body:
        waiting.append(child)
        if (own := _own(child)) is not None:
            found |= dict.fromkeys(waiting, own)
            waiting = []
    return found


def _own(child: etree._Element) -> etree._Element | None:
    """The section properties that a child of the body brings, if any."""
    return child if child.tag == f"{W}sectPr" else child.find(f"{W}pPr/{W}sectPr")


def _drop_empty(body: etree._Element) -> None:
    for one in _breaks(body):
        following = one.getnext()
        if following is not None and following.tag == f"{W}sectPr":
            # The last section is empty: the one before it becomes the last.
            body.replace(following, one.find(f"{W}pPr/{W}sectPr"))
            body.remove(one)
        elif following is not None and following.find(f"{W}pPr/{W}sectPr") is not None:
            body.remove(following)


def _breaks(body: etree._Element) -> list[etree._Element]:
    return [
        line for line in body.iterchildren(f"{W}p") if line.find(f"{W}pPr/{W}sectPr") is not None
    ]


def _properties(holder: etree._Element) -> etree._Element:
    own = holder.find(f"{W}sectPr")
    return holder.find(f"{W}pPr/{W}sectPr") if own is None else own


def _page(holder: etree._Element) -> tuple[str | None, str | None]:
    size = _properties(holder).find(f"{W}pgSz")
    return size.get(f"{W}w"), size.get(f"{W}h")


def text_widths(body: etree._Element) -> dict[etree._Element, int]:
    """The width between the margins, in twips, for each table of the body."""
    pages = _sections(body)
    return {child: _width(page) for child, page in pages.items() if child.tag == f"{W}tbl"}


def _width(properties: etree._Element) -> int:
    margins = properties.find(f"{W}pgMar")
    page = int(properties.find(f"{W}pgSz").get(f"{W}w"))
    return page - int(margins.get(f"{W}left")) - int(margins.get(f"{W}right"))
