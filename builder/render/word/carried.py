"""Runs that carry more than their words, from a template's tag to the steps that finish the page.

What a finishing step must know of a text stands in attributes of its element: the mark of whose
evidence it is the place, the mark to whose evidence it leads, that it is a cited figure, and what a
number lacks behind its last digit. The steps take them away.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from docx.opc.part import XmlPart
from markupsafe import Markup

from builder.render.word.template import printable
from builder.render.word.tree import W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document
    from lxml import etree

MARK, LINK, STRONG, LACKING = "mark", "link", "strong", "lacking"
CARRIED = frozenset({MARK, LINK, STRONG, LACKING})


def carried_run(words: str, *, link: str = "", lacking: str = "", quiet: bool = False) -> str:
    """A run of its own: words that lead to a mark's evidence, or lack something behind them."""
    style = '<w:rPr><w:rStyle w:val="Quiet"/></w:rPr>' if quiet else ""
    return f"<w:r>{style}{_text(words, link=link, lacking=lacking)}</w:r>"


def carried_text(words: str, *, mark: str = "", link: str = "", strong: bool = False) -> Markup:
    """A text as a tag prints it, between two texts of the run that the tag stands in."""
    made = _text(words, mark=mark, link=link, strong="1" if strong else "")
    return Markup(f'</w:t>{made}<w:t xml:space="preserve">')  # noqa: S704 -- escaped in `_text`


def _text(words: str, **carried: str) -> str:
    """The element of a text with what it carries."""
    attributes = "".join(f" {name}={quoteattr(what)}" for name, what in carried.items() if what)
    return f'<w:t xml:space="preserve"{attributes}>{escape(printable(words))}</w:t>'


def carrying(element: etree._Element) -> Iterator[etree._Element]:
    """The texts of an element that carry something."""
    return (text for text in element.iter(f"{W}t") if carries(text))


def carries(text: etree._Element) -> bool:
    """Whether a text carries something."""
    return not CARRIED.isdisjoint(text.attrib)


def forget_elsewhere(document: Document) -> None:
    """Leave only the words in headers, footers and notes, which no step finishes."""
    for part in document.part.package.iter_parts():
        if isinstance(part, XmlPart) and part is not document.part:
            for text in list(carrying(part.element)):
                for name in CARRIED:
                    text.attrib.pop(name, None)


def part_texts(body: etree._Element) -> None:
    """Take away the empty texts before and behind those that carry something."""
    for run in {text.getparent() for text in carrying(body)}:
        for text in run.findall(f"{W}t"):
            if not text.text and not carries(text):
                run.remove(text)
