"""The words of a web page as blocks: what stands on lines of its own when it is shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from lxml import etree

from builder.read.htmlseen import Look, is_gone, is_hidden, is_raised
from builder.read.htmlstyles import Sheet, page_sheet
from builder.read.numerals import whole
from builder.read.pages import is_telling
from builder.read.raised import DOWN, UP, settled
from builder.read.tables import is_layout, table_lines
from builder.read.wrapping import heading, numbered
from builder.vocabulary.generic.reports import webpages

DEEPEST = 1000
SHORTEST_PROSE = 15
WIDEST_SPAN = 100
BLANKS = re.compile(r"[ \t\r\n\f]+")
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
    """A line of the page, the element it stands in, and how many of its letters are links.

    `hidden` counts the stretches before it and in it that say something and are not shown.
    """

    text: str
    element: etree._Element
    links: int
    hidden: int = 0


def blocks(root: etree._Element) -> tuple[Block, ...]:
    """All blocks of a page in its order that are shown, a row of a table of data to a block.

    What only a style sheet hides is read where that would be most of the page: a script shows it.
    Raises `NestedTooDeep` beyond 1000 levels, which no page that people read has.
    """
    sheet = page_sheet(root)
    found = tuple(_Walk(root, sheet).blocks())
    if not sheet.hides:
        return found
    unstyled = tuple(_Walk(root, Sheet()).blocks())
    return found if _length(found) * 2 >= _length(unstyled) else unstyled


def _length(found: Sequence[Block]) -> int:
    """How many letters of prose blocks have; menus that unfold are none."""
    texts = (block.text for block in found if block.links * 2 < len(block.text))
    return sum(len(text) for text in texts if len(text) >= SHORTEST_PROSE)


class _Walk:
    """One pass over a page; collects letters until something begins a new line."""

    def __init__(self, root: etree._Element, sheet: Sheet, look: Look | None = None) -> None:
        self._walker = etree.iterwalk(root, events=("start", "end"))
        self._sheet = sheet
        self._looks = [look or Look()]
        self._raised: set[etree._Element] = set()
        self._pieces: list[str] = []
        self._links = self._bold = 0
        self._in_link = 0
        self._number = ""
        self._unseen: etree._Element | None = None
        self.hidden = 0

    def blocks(self) -> Iterator[Block]:
        for event, element in self._walker:
            if event == "start":
                yield from self._start(element)
            else:
                yield from self._end(element)

    def _start(self, element: etree._Element) -> Iterator[Block]:
        if len(self._looks) > DEEPEST:
            raise NestedTooDeep(DEEPEST)
        tag = _tag(element)
        style = self._sheet.style(element) if tag else {}
        self._looks.append(self._looks[-1].inside(element, style))
        self._in_link += tag == "a"
        if tag in _skipped() or not tag or is_gone(element, style):
            self._walker.skip_subtree()
        elif is_hidden(element, style):
            self._walker.skip_subtree()
            self._unseen = element
            self.hidden += is_telling("".join(element.itertext()))
        elif tag == "table" and (rows := self._data(element)):
            self._walker.skip_subtree()
            yield from self._line(element.getparent())
            yield from self._rows(element, rows)
        else:
            yield from self._enter(element, style)

    def _enter(self, element: etree._Element, style: Mapping[str, str]) -> Iterator[Block]:
        tag = _tag(element)
        if tag not in INLINE:
            yield from self._line(element.getparent())
        if tag == "li":
            self._number = _item_number(element)
        if is_raised(element, style):
            self._raised.add(element)
            self._pieces.append(UP)
        self._letters(element.text)

    def _end(self, element: etree._Element) -> Iterator[Block]:
        self._looks.pop()
        tag = _tag(element)
        if element in self._raised:
            self._raised.discard(element)
            self._pieces.append(DOWN)
        if tag not in INLINE and tag not in _skipped() and element is not self._unseen:
            yield from self._line(element)
        if tag == "li":
            self._number = ""
        self._in_link -= tag == "a"
        self._letters(element.tail)

    def _letters(self, text: str | None) -> None:
        if not text:
            return
        if self._looks[-1].hides:
            self.hidden += is_telling(text)
            return
        self._pieces.append(text)
        self._links += len(text.strip()) * (self._in_link > 0)
        self._bold += len("".join(text.split())) * self._looks[-1].bold

    def _line(self, element: etree._Element | None) -> Iterator[Block]:
        """What was collected, if it is more than spaces."""
        text = settled(BLANKS.sub(" ", "".join(self._pieces)).strip())
        if self._bold and self._bold >= len("".join(text.split())):
            text = heading(text)
        links, self._pieces, self._links, self._bold = self._links, [], 0, 0
        if text and element is not None:
            number, self._number = self._number, ""
            yield self._block(numbered(number, text), element, links)

    def _block(self, text: str, element: etree._Element, links: int = 0) -> Block:
        hidden, self.hidden = self.hidden, 0
        return Block(text=text, element=element, links=links, hidden=hidden)

    def _data(self, table: etree._Element) -> list[list[Sequence[str]]]:
        """The cells of a table of data; none where the table only lays out the page."""
        if next(table.iterdescendants("table"), None) is not None:
            return []
        rows = self._grid(table)
        return [] if is_layout(rows) else rows

    def _rows(self, table: etree._Element, rows: list[list[Sequence[str]]]) -> Iterator[Block]:
        for caption in table.iterchildren("caption"):
            for text in self._cell(caption):
                yield self._block(text, caption)
        for text in table_lines(rows):
            yield self._block(text, table)

    def _grid(self, table: etree._Element) -> list[list[Sequence[str]]]:
        """The cells that are shown; a cell that spans leaves empty ones where it reaches."""
        rows: list[list[Sequence[str]]] = []
        covered: dict[int, int] = {}
        for row in self._shown(table.iter("tr")):
            cells: list[Sequence[str]] = []
            look = self._looks[-1].inside(row, self._sheet.style(row))
            for cell in self._shown(row.iterchildren("td", "th")):
                _skip_covered(cells, covered)
                width, height = _span(cell, "colspan"), _span(cell, "rowspan")
                covered |= {len(cells) + column: height - 1 for column in range(width)}
                cells += [self._cell(cell, look), *([] for _ in range(width - 1))]
            _skip_covered(cells, covered)
            rows.append(cells)
        return rows

    def _shown(self, elements: Iterable[etree._Element]) -> Iterator[etree._Element]:
        for element in elements:
            holder = element.getparent()
            near = (element,) if holder is None else (element, holder)
            if any(is_hidden(each, self._sheet.style(each)) for each in near):
                self.hidden += is_telling("".join(element.itertext()))
            else:
                yield element

    def _cell(self, cell: etree._Element, look: Look | None = None) -> list[str]:
        walk = _Walk(cell, self._sheet, look or self._looks[-1])
        found = list(walk.blocks())
        self.hidden += walk.hidden + sum(block.hidden for block in found)
        return [block.text for block in found]


def _skip_covered(cells: list[Sequence[str]], covered: dict[int, int]) -> None:
    """Leave empty cells where a cell of an earlier row reaches down to here."""
    while covered.get(len(cells), 0) > 0:
        covered[len(cells)] -= 1
        cells.append([])


def _span(cell: etree._Element, name: str) -> int:
    return min(max(whole(cell.get(name, "").strip(), 1), 1), WIDEST_SPAN)


def _item_number(item: etree._Element) -> str:
    """The number that a browser writes before an item of an ordered list."""
    holder = item.getparent()
    if holder is None or _tag(holder) != "ol" or "none" in holder.get("style", ""):
        return ""
    before = sum(1 for _ in item.itersiblings("li", preceding=True))
    return f"{whole(item.get('value'), whole(holder.get('start'), 1) + before)}."


def _tag(element: etree._Element) -> str:
    return element.tag if isinstance(element.tag, str) else ""


@cache
def _skipped() -> frozenset[str]:
    return frozenset(webpages().skipped)
