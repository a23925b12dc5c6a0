"""Printed lines of PDF pages put together to paragraphs, without heads, feet and page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise
from statistics import median

from builder.read.pagelabels import is_page_label
from builder.read.pdfcolumns import regions
from builder.read.pdfgaps import last_rows, with_rows
from builder.read.pdfglyphs import Line
from builder.read.pdfjoins import with_whole_tables
from builder.read.wrapping import first_word, joined

DIGITS = re.compile(r"\d+")
PAGE_NUMBER = re.compile(
    r"[-—–－·•\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／,，]?\s*(?:共\s*)?\d{1,4}\s*页?)?[-—–－·•\s]*"
)
SENTENCE_END = re.compile(r"[。！？；;!?][”’」』）)]?$")
ITEM = re.compile(
    r"[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、](?!\d)|第[一二三四五六七八九十]+[章节条]|[①-⑳]"
)
# The part of a page's height, at its top and its bottom, in which its furniture stands.
EDGE = 0.15
REPEATED = 0.4
INDENT = 0.8
SIZE_CHANGE = 0.15
# In font sizes: nobody sets a column that is narrower.
MIN_COLUMN_WIDTH = 15
# In points, on a page without Chinese letters.
DEFAULT_SIZE = 12.0
WIDE_GAP = 1.7


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A page's lines in reading order with the margins of its text and its usual measures."""

    lines: tuple[Line, ...]
    left: float
    right: float
    size: float
    pitch: float
    narrow: bool = False


def paragraphs(pages: Sequence[Sequence[Line]]) -> tuple[str, ...]:
    """The paragraphs of a document from the lines of its pages.

    A line goes on in the next one if it reaches the right margin, so far as the next word would
    have let it, and the next one is neither indented nor of another size.
    """
    found: list[list[str]] = []
    before: tuple[Sheet, Line] | None = None
    # Rows first: those of a table stand at the same places of its pages, as heads and feet do.
    parted = regions(list(_without_furniture(list(_with_rows(pages)))))
    whole = with_whole_tables(
        region._replace(lines=tuple(with_rows(region.lines))) if region.narrow else region
        for region in parted
    )
    sheets = [replace(_sheet(region.lines), narrow=region.narrow) for region in whole]
    widths = {
        narrow: median(
            [sheet.right - sheet.left for sheet in sheets if sheet.lines and sheet.narrow == narrow]
            or [0.0]
        )
        for narrow in (False, True)
    }
    for sheet in (_widened(sheet, widths[sheet.narrow]) for sheet in sheets):
        for line in sheet.lines:
            if (
                before is not None
                and _goes_on(*before, sheet, line)
                and not _begins_labels(found[-1][0], line.text)
            ):
                found[-1].append(line.text)
            else:
                found.append([line.text])
            before = (sheet, line)
    return tuple(map(joined, found))


def _with_rows(pages: Iterable[Sequence[Line]]) -> Iterator[list[Line]]:
    """The pages with the rows of tables without rules, which may go on over pages."""
    above: list[Line] = []
    for page in pages:
        lines = with_rows(page, above)
        above = last_rows(lines)
        yield lines


def _sheet(lines: Sequence[Line]) -> Sheet:
    running = [line for line in lines if not line.lone]
    sizes = [line.size for line in running if line.size for _ in line.text]
    size = median(sizes or [DEFAULT_SIZE])
    steps = [a.bottom - b.bottom for a, b in pairwise(running)]
    return Sheet(
        lines=tuple(lines),
        left=min((line.left for line in running), default=0.0),
        right=max((line.right for line in running), default=0.0),
        size=size,
        pitch=median([step for step in steps if step > size / 2] or [size * 1.5]),
    )


def _widened(sheet: Sheet, width: float) -> Sheet:
    """A page as wide as the others: its own lines may all be short."""
    widest = max(width, 0.0 if sheet.narrow else MIN_COLUMN_WIDTH * sheet.size)
    return replace(sheet, right=max(sheet.right, sheet.left + widest))


def _goes_on(sheet: Sheet, line: Line, next_sheet: Sheet, following: Line) -> bool:
    """Whether `following` is of the same paragraph as `line`."""
    if line.lone or following.lone or sheet.narrow != next_sheet.narrow:
        return False
    if _begins_item(line, following):
        return False
    if line.size and following.size and abs(line.size - following.size) > SIZE_CHANGE * sheet.size:
        return False
    indented = following.left - next_sheet.left > INDENT * sheet.size
    if indented and not _is_block(line, following, sheet.size):
        return False
    if sheet is next_sheet and line.bottom - following.bottom > WIDE_GAP * sheet.pitch:
        return False
    return line.right + _first_word_width(following) * sheet.size > sheet.right


def _is_block(line: Line, following: Line, size: float) -> bool:
    """Whether both lines stand in one indented block, and the first does not end there."""
    if is_page_label(line.text) and not is_page_label(following.text):
        return False
    return abs(line.left - following.left) < size / 2 and not SENTENCE_END.search(line.text)


def _begins_item(line: Line, following: Line) -> bool:
    return bool(SENTENCE_END.search(line.text) and ITEM.match(following.text))


def _begins_labels(paragraph: str, line: str) -> bool:
    """Whether the labels of the page begin below a title that fills its line."""
    return is_page_label(line) and not is_page_label(paragraph)


def _first_word_width(line: Line) -> float:
    """How far a line's first unbreakable word reaches, in font sizes, and half a letter more."""
    word = first_word(line.text)
    return sum(0.55 if letter.isascii() else 1.0 for letter in word) + 0.5


def _without_furniture(pages: Sequence[Sequence[Line]]) -> Iterator[list[Line]]:
    """The pages without lines that stand at the same position of many, and without page numbers."""
    edges = _edges(pages)
    positions = Counter(
        position for pair in edges for position in {_position(line) for line in chain(*pair)}
    )
    often = max(2, REPEATED * len(pages))
    repeated = frozenset(position for position, count in positions.items() if count >= often)
    for lines, pair in zip(pages, edges, strict=True):
        furniture = {line for inwards in pair for line in _furniture(inwards, repeated)}
        yield [line for line in lines if line not in furniture]


def _edges(pages: Sequence[Sequence[Line]]) -> list[tuple[list[Line], list[Line]]]:
    """The lines near the bottom and near the top of each page, from its edge inwards."""
    heights = [line.bottom for lines in pages for line in lines] or [0.0]
    low, high = min(heights), max(heights)
    band = EDGE * (high - low)
    upwards = [
        sorted((line for line in lines if not line.lone), key=lambda line: line.bottom)
        for lines in pages
    ]
    return [
        (
            [line for line in lines if line.bottom <= low + band],
            [line for line in reversed(lines) if line.bottom >= high - band],
        )
        for lines in upwards
    ]


def _furniture(inwards: Sequence[Line], repeated: frozenset[tuple[str, int]]) -> Iterator[Line]:
    """The lines at an edge up to the first one of the text, one page number among them."""
    numbered = False
    for line in inwards:
        if _position(line) not in repeated:
            if numbered or not PAGE_NUMBER.fullmatch(line.text):
                return
            numbered = True
        yield line


def _position(line: Line) -> tuple[str, int]:
    """What makes two lines the same furniture: the words without numbers, and the height."""
    return DIGITS.sub("#", "".join(line.text.split())), round(line.bottom)
