"""Sections: wide tables on pages of their own, and no empty page between two of them."""

from __future__ import annotations

import copy
from itertools import pairwise
from typing import TYPE_CHECKING

from builder.render.word.tree import W

if TYPE_CHECKING:
    from lxml import etree


TURNED = "turned"
SIDES = {"top": "left", "right": "top", "bottom": "right", "left": "bottom"}
"""Which margin of the upright page each margin of the page on its side is."""


def turning_point(*, turned: bool) -> str:
    """The paragraph that ends upright pages, or pages on their side, until `fill_sections`."""
    section = f'<w:sectPr {TURNED}="{int(turned)}"/>'
    return f'<w:p><w:pPr><w:pStyle w:val="SectionBreak"/>{section}</w:pPr></w:p>'


def fill_sections(body: etree._Element) -> None:
    """Give every section that a wide table has made the page of the template, turned for it."""
    last = body.find(f"{W}sectPr")
    for own in list(body.iter(f"{W}sectPr")):
        turned = own.attrib.pop(TURNED, None)
        if turned is not None:
            own[:] = [copy.deepcopy(child) for child in last]
            if turned == "1":
                _turn(own)


def number_on(body: etree._Element) -> None:
    """Let only the first section have a first page of its own and begin to count pages."""
    for own in list(body.iter(f"{W}sectPr"))[1:]:
        for name in ("titlePg", "pgNumType"):
            for element in own.findall(f"{W}{name}"):
                own.remove(element)


def _turn(own: etree._Element) -> None:
    """Lay a page on its side; the foot keeps its distance from the text."""
    size, margins = own.find(f"{W}pgSz"), own.find(f"{W}pgMar")
    width, height = size.get(f"{W}w"), size.get(f"{W}h")
    for name, length in (("w", height), ("h", width), ("orient", "landscape")):
        size.set(f"{W}{name}", length)
    upright = {side: int(margins.get(f"{W}{side}")) for side in SIDES}
    for side, same in SIDES.items():
        margins.set(f"{W}{side}", str(upright[same]))
    nearer = upright["bottom"] - upright["right"]
    for name in ("header", "footer"):
        distance = int(margins.get(f"{W}{name}", "0")) - nearer
        margins.set(f"{W}{name}", str(max(distance, 0)))


def join_sections(body: etree._Element) -> None:
    """Drop sections without content, then breaks between sections of the same page.

    Each wide table closes the upright pages before it; where two follow each other, nothing stands
    between them.
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
