"""Names of Word's elements and small questions that several steps ask."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from builder.render.word.markup import DECLARATIONS, NAMESPACES

W = f"{{{NAMESPACES['w']}}}"
# A template may come from anywhere: nothing that it names is loaded.
PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


def elements(markup: str) -> list[etree._Element]:
    """The elements of a piece of markup, without parent."""
    root = etree.fromstring(f"<root {DECLARATIONS}>{markup}</root>")
    children = list(root)
    for child in children:
        root.remove(child)
    return children


def style_of(paragraph: etree._Element) -> str:
    """The id of a paragraph's style; empty where none is named."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else str(style.get(f"{W}val"))


def words_of(element: etree._Element) -> str:
    """The text that an element prints."""
    return "".join(text.text or "" for text in element.iter(f"{W}t"))


def paragraphs(body: etree._Element) -> Iterator[etree._Element]:
    """All paragraphs in document order, those in tables too."""
    yield from body.iter(f"{W}p")


def properties_of(run: etree._Element) -> etree._Element:
    """A run's properties, made where it has none."""
    properties = run.find(f"{W}rPr")
    if properties is None:
        properties = etree.Element(f"{W}rPr")
        run.insert(0, properties)
    return properties


def following(element: etree._Element, tag: str, successors: tuple[str, ...]) -> etree._Element:
    """The child of this tag, made where there is none before those that come after it."""
    found = element.find(f"{W}{tag}")
    if found is None:
        found = etree.Element(f"{W}{tag}")
        later = {f"{W}{name}" for name in successors}
        place = next((i for i, child in enumerate(element) if child.tag in later), len(element))
        element.insert(place, found)
    return found
