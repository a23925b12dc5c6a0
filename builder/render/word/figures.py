"""Figures in columns: each is indented from the right by what its number lacks behind the point.

A decimal tab stop would do the same in Word alone: other programs do not obey one in a table cell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from builder.render.word.carried import LACKING
from builder.render.word.look import twips
from builder.render.word.tree import W, paragraphs, style_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docx.document import Document

WIDTHS = {"0": 0.5, ".": 0.25}
"""Widths in sizes of the text, those of Times New Roman."""


def align_points(document: Document) -> None:
    """Bring the decimal points of each column under each other."""
    sizes = _sizes(document)
    for paragraph in paragraphs(document.element.body):
        lacks = [text.attrib.pop(LACKING, "") for text in paragraph.iter(f"{W}t")]
        signs = next(filter(None, lacks), "")
        if signs:
            lacking = sum(WIDTHS[sign] for sign in signs)
            _indent(paragraph, twips(points=lacking * sizes[style_of(paragraph)]))


def _sizes(document: Document) -> Mapping[str, float]:
    """The size of text in points by the id of its style; a style without one has its parent's."""
    sizes: dict[str, float] = {}
    for style in document.styles:
        each = style
        while each.font.size is None and each.base_style is not None:
            each = each.base_style
        sizes[style.style_id] = each.font.size.pt if each.font.size is not None else 0
    return sizes


def _indent(paragraph: etree._Element, length: int) -> None:
    properties = paragraph.find(f"{W}pPr")
    indent = properties.find(f"{W}ind")
    if indent is None:
        indent = etree.Element(f"{W}ind")
        properties.find(f"{W}pStyle").addnext(indent)
    indent.set(f"{W}right", str(length))
