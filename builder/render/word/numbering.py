"""The numbers of headings: Word counts them itself, as the template's heading styles say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from lxml import etree

from builder.language import SOURCE_LANGUAGE, Language
from builder.render.numerals import heading_number, ordinal
from builder.render.word.contents import HeadingStyle
from builder.render.word.names import Style
from builder.render.word.stylebook import StyleBook
from builder.render.word.tree import W

if TYPE_CHECKING:
    from docx.document import Document

LEVELS = (
    (Style.HEADING1, 1),
    (Style.HEADING2, 2),
    (Style.PLAIN_HEADING1, 1),
    (Style.PLAIN_HEADING2, 2),
)
ENTRIES = {1: Style.TOC1, 2: Style.TOC2}


def heading_styles(styles: StyleBook) -> dict[str, HeadingStyle]:
    """The styles of headings by id, for a table of contents."""
    return {
        styles[style]: HeadingStyle(
            level=level,
            entry=styles[ENTRIES[level]],
            numbered=_numbering(styles.get(style)) is not None,
        )
        for style, level in LEVELS
        if styles.get(style) is not None
    }


def heading_numbers(language: Language) -> Mapping[int, Callable[[int], str]]:
    """How the headings of each level are numbered: 一、 and （一）."""
    return {
        1: partial(heading_number, language=language),
        2: partial(ordinal, language=language),
    }


def translate_numbers(document: Document, styles: StyleBook, language: Language) -> None:
    """Let headings be numbered as the language does: 1. and (1) outside Chinese."""
    if language.code == SOURCE_LANGUAGE:
        return
    for style, level in LEVELS[:2]:
        found = _level(document, styles.get(style))
        if found is not None:
            sign = heading_numbers(language)[level](1).replace("1", f"%{level}")
            found.find(f"{W}numFmt").set(f"{W}val", "decimal")
            found.find(f"{W}lvlText").set(f"{W}val", sign)


def _numbering(style: etree._Element | None) -> etree._Element | None:
    """The numbering that a style brings; 0 is none."""
    found = None if style is None else style.find(f"{W}pPr/{W}numPr")
    number = None if found is None else found.find(f"{W}numId")
    return None if number is None or number.get(f"{W}val") == "0" else found


def _level(document: Document, style: etree._Element | None) -> etree._Element | None:
    """The definition of the numbers of a style."""
    numbering = _numbering(style)
    if numbering is None:
        return None
    own = numbering.find(f"{W}ilvl")
    level = "0" if own is None else own.get(f"{W}val")
    defined = document.part.numbering_part.element
    used = numbering.find(f"{W}numId").get(f"{W}val")
    (abstract,) = defined.xpath(f'w:num[@w:numId="{used}"]/w:abstractNumId/@w:val')
    kind = f'w:abstractNum[@w:abstractNumId="{abstract}"]'
    (found,) = defined.xpath(f'{kind}/w:lvl[@w:ilvl="{level}"]')
    return found
