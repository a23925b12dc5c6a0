"""Sections: wide parts on pages on their side, the evidence in columns.

A part closes sections with paragraphs that say what kind of section ends there; the page, the
margins and the headers are those of the template's own section in which the part stands.
"""

from __future__ import annotations

import copy
from enum import StrEnum
from itertools import pairwise

from lxml import etree

from builder.render.word.look import twips
from builder.render.word.tree import W, following

KIND = "kind"
WIDE_MARGINS = {"top": 20, "right": 18, "bottom": 16, "left": 18, "header": 12, "footer": 8}
"""In millimetres; the same as in briefing.css."""
GAP = twips(millimetres=7)
BEHIND_TYPE = ("pgSz", "pgMar")
BEHIND_MARGINS = (
    *("paperSrc", "pgBorders", "lnNumType", "pgNumType", "cols", "formProt", "vAlign"),
    *("noEndnote", "titlePg", "textDirection", "bidi", "rtlGutter", "docGrid"),
)
BEHIND_COLUMNS = ("formProt", "vAlign", "noEndnote", "titlePg", "textDirection", "bidi", "docGrid")


class SectionKind(StrEnum):
    """What a section is: as the template has it, on its side, or in two columns."""

    UPRIGHT = "upright"
    WIDE = "wide"
    COLUMNS = "columns"


def complete_sections(body: etree._Element, own: etree._Element) -> None:
    """Give a template without a page, or without margins, those of the program's own."""
    usual = _section(own.find(f"{W}sectPr"))
    if body.find(f"{W}sectPr") is None:
        body.append(etree.Element(f"{W}sectPr"))
    for section in body.iter(f"{W}sectPr"):
        for tag, successors in (("pgSz", ("pgMar", *BEHIND_MARGINS)), ("pgMar", BEHIND_MARGINS)):
            if section.find(f"{W}{tag}") is None:
                made = following(section, tag, successors)
                section.replace(made, copy.deepcopy(usual.find(f"{W}{tag}")))


def section_end(style: str, kind: SectionKind) -> str:
    """The paragraph that ends a section of a kind, until `fill_sections` gives it its page."""
    section = f'<w:sectPr {KIND}="{kind}"/>'
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{section}</w:pPr></w:p>'


def fill_sections(body: etree._Element) -> None:
    """Give every section that a part has made the page of the template."""
    waiting: list[etree._Element] = []
    for child in list(body):
        own = _own(child)
        if own is None:
            continue
        if own.get(KIND) is not None:
            waiting.append(child)
        elif waiting:
            _fill(waiting, child)
            waiting = []


def text_width(place: etree._Element, kind: SectionKind) -> int:
    """The width of the text, in twips, of a section of a kind that is made at a place."""
    cell = next(place.iterancestors(f"{W}tc"), None)
    length = None if cell is None else cell.find(f"{W}tcPr/{W}tcW")
    if length is not None and length.get(f"{W}type") == "dxa":
        return int(length.get(f"{W}w"))
    top = next(each for each in (place, *place.iterancestors()) if _in_body(each))
    page = copy.deepcopy(_section(next(each for each in top.itersiblings() if _has_page(each))))
    if kind is SectionKind.WIDE:
        _turn(page)
    margins = page.find(f"{W}pgMar")
    width = int(page.find(f"{W}pgSz").get(f"{W}w"))
    width -= int(margins.get(f"{W}left")) + int(margins.get(f"{W}right"))
    return (width - GAP) // 2 if kind is SectionKind.COLUMNS else width


def _in_body(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == f"{W}body"


def _has_page(child: etree._Element) -> bool:
    own = _own(child)
    return own is not None and own.get(KIND) is None


def _own(child: etree._Element) -> etree._Element | None:
    """The section properties that a child of the body brings, if any."""
    return child if child.tag == f"{W}sectPr" else child.find(f"{W}pPr/{W}sectPr")


def _section(child: etree._Element) -> etree._Element:
    """The section properties of a child that ends a section."""
    return next(child.iter(f"{W}sectPr"))


def _fill(ends: list[etree._Element], last: etree._Element) -> None:
    """Cut a section of the template at the ends of those that parts have made in it."""
    ends = [end for end in ends if not _drop_empty(end)]
    kinds = [SectionKind(_section(end).attrib.pop(KIND)) for end in ends]
    page = _section(last)
    usual = [copy.deepcopy(child) for child in page]
    pieces = [*map(_section, ends), page]
    if ends and last.tag == f"{W}sectPr" and last.getprevious() is ends[-1]:
        # Nothing stands behind the last part: its section is the last one.
        last.getparent().remove(ends[-1])
        pieces = [*pieces[:-2], page]
    else:
        kinds.append(SectionKind.UPRIGHT)
    for piece, kind in zip(pieces, kinds, strict=True):
        piece[:] = [copy.deepcopy(child) for child in usual]
        if kind is SectionKind.WIDE:
            _turn(piece)
        elif kind is SectionKind.COLUMNS:
            _set_columns(piece)
    for (_, before), (piece, kind) in pairwise(zip(pieces, kinds, strict=True)):
        _go_on(piece, new_page=SectionKind.WIDE in {before, kind})


def _drop_empty(end: etree._Element) -> bool:
    """Whether a section was without content, and is gone."""
    before = end.getprevious()
    empty = before is None or _own(before) is not None
    if empty:
        end.getparent().remove(end)
    return empty


def _go_on(section: etree._Element, *, new_page: bool) -> None:
    """Let a section go on where the one before ends: one first page, one count of pages."""
    for name in ("titlePg", "pgNumType"):
        for element in section.findall(f"{W}{name}"):
            section.remove(element)
    kind = following(section, "type", BEHIND_TYPE)
    kind.set(f"{W}val", "nextPage" if new_page else "continuous")


def _set_columns(section: etree._Element) -> None:
    columns = following(section, "cols", BEHIND_COLUMNS)
    for name, value in (("num", "2"), ("space", str(GAP))):
        columns.set(f"{W}{name}", value)


def _turn(own: etree._Element) -> None:
    """Lay a page on its side, with the narrow margins of pages for many bureaus."""
    size, margins = own.find(f"{W}pgSz"), own.find(f"{W}pgMar")
    width, height = size.get(f"{W}w"), size.get(f"{W}h")
    for name, length in (("w", height), ("h", width), ("orient", "landscape")):
        size.set(f"{W}{name}", length)
    for name, millimetres in WIDE_MARGINS.items():
        margins.set(f"{W}{name}", str(twips(millimetres=millimetres)))
