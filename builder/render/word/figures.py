"""Figures in columns: each is indented from the right by what its number lacks behind the point.

A decimal tab stop would do the same in Word alone: other programs do not obey one in a table cell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from builder.render.marks import bare
from builder.render.word.look import twips
from builder.render.word.tree import W, paragraphs, style_of, words_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docx.document import Document

    from builder.model import Figure

# Characters of the private use area that no text holds: they stand for what the number lacks.
ZERO, POINT = "\ue0f1", "\ue0f2"
LACKING = str.maketrans({"0": ZERO, ".": POINT})
WIDTHS = {ZERO: 0.5, POINT: 0.25}
"""Their widths in sizes of the text, those of Times New Roman."""


def aligned(figure: Figure) -> str:
    """A figure without its unit, as the template prints it until `align_points` indents it."""
    return bare(figure) + figure.slack.translate(LACKING)


def align_points(document: Document) -> None:
    """Bring the decimal points of each column under each other."""
    sizes = _sizes(document)
    for paragraph in paragraphs(document.element.body):
        words = words_of(paragraph)
        lacking = sum(words.count(sign) * width for sign, width in WIDTHS.items())
        if lacking:
            _indent(paragraph, twips(points=lacking * sizes[style_of(paragraph)]))
            _forget(paragraph)


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


def _forget(paragraph: etree._Element) -> None:
    for text in paragraph.iter(f"{W}t"):
        for sign in WIDTHS:
            text.text = (text.text or "").replace(sign, "")
