"""Names of Word's elements and small questions that several finishing steps ask."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

from lxml import etree

from builder.render.word.markup import DECLARATIONS, NAMESPACES

if TYPE_CHECKING:
    from collections.abc import Iterator

W = f"{{{NAMESPACES['w']}}}"


def elements(markup: str) -> list[etree._Element]:
    """The elements of a piece of markup, without parent."""
    root = etree.fromstring(f"<root {DECLARATIONS}>{markup}</root>")
    children = list(root)
    for child in children:
        root.remove(child)
    return children


def style_of(paragraph: etree._Element) -> str:
    """The id of a paragraph's style; Normal where none is named."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "Normal" if style is None else str(style.get(f"{W}val"))


def words_of(element: etree._Element) -> str:
    """The text that an element prints."""
    return "".join(text.text or "" for text in element.iter(f"{W}t"))


def lines_of(element: etree._Element) -> str:
    """The text of an element with its paragraphs and breaks as line ends."""
    signs = {f"{W}br": "\n", f"{W}p": "\n"}
    parts = (
        part.text or "" if part.tag == f"{W}t" else signs.get(part.tag, "")
        for part in element.iter()
    )
    return "".join(parts).strip("\n")


def paragraphs(body: etree._Element) -> Iterator[etree._Element]:
    """All paragraphs in document order, those in tables too."""
    yield from body.iter(f"{W}p")


def separate_runs(body: etree._Element) -> None:
    """Split runs until each holds one text, break or picture, so that text can be cut freely."""
    for run in list(body.iter(f"{W}r")):
        content = [child for child in run if child.tag != f"{W}rPr"]
        for child in reversed(content[1:]):
            made = etree.Element(f"{W}r")
            properties = run.find(f"{W}rPr")
            if properties is not None:
                made.append(copy.deepcopy(properties))
            made.append(child)
            run.addnext(made)


def properties_of(run: etree._Element) -> etree._Element:
    """A run's properties, made where it has none."""
    properties = run.find(f"{W}rPr")
    if properties is None:
        properties = etree.Element(f"{W}rPr")
        run.insert(0, properties)
    return properties
