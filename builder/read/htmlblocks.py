"""The words of a web page as blocks: what stands on lines of its own when it is shown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from lxml import etree

from builder.read.numerals import whole
from builder.read.tables import is_layout, table_lines
from builder.read.wrapping import numbered
from builder.vocabulary.generic.reports import webpages

DEEPEST = 1000
WIDEST_SPAN = 100
BLANKS = re.compile(r"[ \t\r\n\f]+")
HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
INLINE = frozenset(
    (
        *("a", "abbr", "acronym", "b", "basefont", "bdi", "bdo", "big", "cite", "code", "data"),
        *("del", "dfn", "em", "font", "i", "img", "ins", "kbd", "label", "mark", "nobr", "o:p"),
        *("q", "rb", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub"),
        *("sup", "time", "tt", "u", "var", "wbr"),
    )
)


class NestedTooDeep(Exception):  # noqa: N818 -- it says what the page is
    """Elements stand in each other deeper than the number given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A line of the page, the element it stands in, and how many of its letters are links."""

    text: str
    element: etree._Element
    links: int


def blocks(root: etree._Element) -> tuple[Block, ...]:
    """All blocks of a page in its order, a row of a table of data to a block.

    Raises `NestedTooDeep` beyond 1000 levels, which no page that people read has.
    """
    return tuple(_Walk(root).blocks())


class _Walk:
    """One pass over a page; collects letters until something begins a new line."""

    def __init__(self, root: etree._Element) -> None:
        self._walker = etree.iterwalk(root, events=("start", "end"))
        self._pieces: list[str] = []
        self._links = 0
        self._depth = 0
        self._in_link = 0
        self._number = ""

    def blocks(self) -> Iterator[Block]:
        for event, element in self._walker:
            if event == "start":
                yield from self._start(element)
            else:
                yield from self._end(element)

    def _start(self, element: etree._Element) -> Iterator[Block]:
        self._depth += 1
        if self._depth > DEEPEST:
            raise NestedTooDeep(DEEPEST)
        tag = _tag(element)
        if tag in _skipped() or not tag or _is_hidden(element):
            self._walker.skip_subtree()
        elif tag == "table" and (rows := _data(element)):
            self._walker.skip_subtree()
            yield from self._line(element)
            for line in table_lines(rows):
                yield Block(text=line, element=element, links=0)
        else:
            if tag not in INLINE:
                yield from self._line(element.getparent())
            if tag == "li":
                self._number = _item_number(element)
            self._in_link += tag == "a"
            self._letters(element.text)

    def _end(self, element: etree._Element) -> Iterator[Block]:
        self._depth -= 1
        tag = _tag(element)
        if tag not in INLINE and tag not in _skipped():
            yield from self._line(element)
        if tag == "li":
            self._number = ""
        # A skipped element was not entered, but a link always is.
        if tag == "a" and not _is_hidden(element):
            self._in_link -= 1
        self._letters(element.tail)

    def _letters(self, text: str | None) -> None:
        if text:
            self._pieces.append(text)
            self._links += len(text.strip()) * (self._in_link > 0)

    def _line(self, element: etree._Element | None) -> Iterator[Block]:
        """What was collected, if it is more than spaces."""
        text = BLANKS.sub(" ", "".join(self._pieces)).strip()
        links, self._pieces, self._links = self._links, [], 0
        if text and element is not None:
            number, self._number = self._number, ""
            yield Block(text=numbered(number, text), element=element, links=links)


def _grid(table: etree._Element) -> list[list[Sequence[str]]]:
    """The cells of a table of data; a cell that spans leaves empty ones where it reaches."""
    rows: list[list[Sequence[str]]] = []
    covered: dict[int, int] = {}
    for row in table.iter("tr"):
        cells: list[Sequence[str]] = []
        for cell in row.iterchildren("td", "th"):
            _skip_covered(cells, covered)
            width, height = _span(cell, "colspan"), _span(cell, "rowspan")
            covered |= {len(cells) + column: height - 1 for column in range(width)}
            cells += [[block.text for block in blocks(cell)], *([] for _ in range(width - 1))]
        _skip_covered(cells, covered)
        rows.append(cells)
    return rows


def _skip_covered(cells: list[Sequence[str]], covered: dict[int, int]) -> None:
    """Leave empty cells where a cell of an earlier row reaches down to here."""
    while covered.get(len(cells), 0) > 0:
        covered[len(cells)] -= 1
        cells.append([])


def _span(cell: etree._Element, name: str) -> int:
    return min(max(whole(cell.get(name, "").strip(), 1), 1), WIDEST_SPAN)


def _data(table: etree._Element) -> list[list[Sequence[str]]]:
    """The cells of a table of data; none where the table only lays out the page."""
    if next(table.iterdescendants("table"), None) is not None:
        return []
    rows = _grid(table)
    return [] if is_layout(rows) else rows


def _item_number(item: etree._Element) -> str:
    """The number that a browser writes before an item of an ordered list."""
    holder = item.getparent()
    if holder is None or _tag(holder) != "ol" or "none" in holder.get("style", ""):
        return ""
    before = sum(1 for _ in item.itersiblings("li", preceding=True))
    return f"{whole(item.get('value'), whole(holder.get('start'), 1) + before)}."


def _tag(element: etree._Element) -> str:
    return element.tag if isinstance(element.tag, str) else ""


def _is_hidden(element: etree._Element) -> bool:
    return HIDDEN.search(element.get("style", "")) is not None or "hidden" in element.attrib


@cache
def _skipped() -> frozenset[str]:
    return frozenset(webpages().skipped)
