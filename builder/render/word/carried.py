"""Runs that carry more than their words, from a template's tag to the steps that finish the page.

A tag of Word's template prints text. What a finishing step must know of it besides stands in
attributes of the text's element: the mark of whose evidence it is the place, and what a number
lacks behind its last digit. The steps take them away.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docx.opc.part import XmlPart
from markupsafe import Markup

from builder.render.word.template import printable
from builder.render.word.tree import W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document
    from lxml import etree

MARK, LACKING = "mark", "lacking"


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """Words with the mark of whose evidence they are the place, or with what their number lacks."""

    text: str
    mark: str = ""
    lacking: str = ""

    @property
    def markup(self) -> Markup:
        """The run as a tag prints it, between two texts of the run that it stands in."""
        return Markup(
            '</w:t><w:t xml:space="preserve" mark="{}" lacking="{}">{}</w:t>'
            '<w:t xml:space="preserve">'
        ).format(self.mark, self.lacking, printable(self.text))


def carrying(element: etree._Element) -> Iterator[etree._Element]:
    """The texts of an element that carry something."""
    return (text for text in element.iter(f"{W}t") if MARK in text.attrib)


def forget_elsewhere(document: Document) -> None:
    """Leave only the words in headers, footers and notes, which no step finishes."""
    for part in document.part.package.iter_parts():
        if isinstance(part, XmlPart) and part is not document.part:
            for text in list(carrying(part.element)):
                for name in (MARK, LACKING):
                    del text.attrib[name]


def part_texts(body: etree._Element) -> None:
    """Take away the empty texts before and behind those that carry something."""
    for run in {text.getparent() for text in carrying(body)}:
        for text in run.findall(f"{W}t"):
            if not text.text and MARK not in text.attrib:
                run.remove(text)
