"""Which rows of a table are its heads, and what stands over each of its columns."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from builder.read.unseen import NOTHING
from builder.text.tables.cells import is_figure
from builder.text.tables.table import Cell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from builder.model import TextGrid

MOST_HEADS = 3
LONGEST_HEAD = 40
BLANKS = re.compile(rf"[\s{NOTHING}]+")
SENTENCE_END = re.compile("[。;!?]")
# So many lines above a table can be its caption, none longer.
CAPTION_LINES = 2
LONGEST_CAPTION = 60

Row = tuple[Cell, ...]


class Headed(NamedTuple):
    """Rows under their heads; of each column the words above it, the outer ones first."""

    heads: tuple[tuple[str, ...], ...]
    rows: tuple[Row, ...]
    caption: str
    start: int
    end: int


def headed(plain: str, grid: TextGrid, floor: int) -> Iterator[Headed]:
    """The tables of lines that stand as one: each begins with rows without figures.

    No caption stands before `floor`, where the table before it ends.
    """
    rows = [
        tuple(Cell(*cell, BLANKS.sub("", plain[slice(*cell)])) for cell in row) for row in grid.rows
    ]
    at = 0
    while at < len(rows):
        count = _heads(rows, at)
        if not count:
            at += 1
            continue
        heads, width = _over_columns(rows[at : at + count], rows[at + count :])
        stop = at + count
        while stop < len(rows) and not _begins(rows, stop, width):
            stop += 1
        body = tuple(row for row in rows[at + count : stop] if len(row) == width)
        if heads and body:
            caption = _caption(plain, floor, grid.start) if at == 0 else ""
            yield Headed(
                heads, _uncovered(body), caption, rows[at][0].start, rows[stop - 1][-1].end
            )
        at = stop


def _heads(rows: Sequence[Row], at: int) -> int:
    """How many rows from `at` on are heads, none where a figure or a sentence stands there."""
    count = 0
    for row in rows[at : at + MOST_HEADS]:
        if not _is_head(row):
            break
        # Below a head without gaps the rows begin.
        if count and all(cell.text for cell in rows[at + count - 1]) and len(row) == len(rows[at]):
            break
        count += 1
    return count if at + count < len(rows) else 0


def _begins(rows: Sequence[Row], at: int, width: int) -> bool:
    """Whether another table begins at a row: it has other columns, or words in all of them."""
    if not _heads(rows, at):
        return False
    return len(rows[at]) != width or all(cell.text for cell in rows[at])


def _is_head(row: Row) -> bool:
    return not any(
        is_figure(cell.text)
        or (cell.is_void and cell.text)
        or len(cell.text) > LONGEST_HEAD
        or SENTENCE_END.search(cell.text)
        for cell in row
    ) and any(cell.text for cell in row)


def _over_columns(
    heads: Sequence[Row], below: Sequence[Row]
) -> tuple[tuple[tuple[str, ...], ...], int]:
    """The words over each column, and how many columns there are."""
    widths = [len(row) for row in heads]
    own = any(len(row) == widths[0] for row in below)
    width = widths[0] if own else len(below[0])
    if widths == [width] * len(heads):
        return _joined([[cell.text for cell in row] for row in heads]), width
    # 县区 PM2.5 优良天数 above 2024年 2023年 2024年 2023年: each head covers equally many.
    if len(heads) == len(("outer", "inner")):
        outer, inner = ([cell.text for cell in row if cell.text] for row in heads)
        covered = len(outer) - 1
        if covered and len(inner) % covered == 0 and len(inner) + 1 == width:
            times = len(inner) // covered
            spread = [outer[0], *(text for text in outer[1:] for _ in range(times))]
            return _joined([spread, ["", *inner]]), width
    return (), width


def _joined(rows: list[list[str]]) -> tuple[tuple[str, ...], ...]:
    """The words of each column from row to row; one that is empty is covered from the left."""
    filled = list(rows)
    for index, (above, under) in enumerate(pairwise(rows)):
        texts = list(above)
        for place in range(1, len(texts)):
            if not texts[place] and under[place]:
                texts[place] = texts[place - 1]
        filled[index] = texts
    columns = zip(*filled, strict=True)
    return tuple(tuple(dict.fromkeys(text for text in column if text)) for column in columns)


def _uncovered(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows with the names that a cell above them covers: the second 东区 of 东区|PM10."""
    found: list[Row] = []
    for row in rows:
        first = row[0]
        if found and not first.text and len(row) > 1 and row[1].text and not is_figure(row[1].text):
            first = found[-1][0]
        found.append((first, *row[1:]))
    return tuple(found)


def _caption(plain: str, floor: int, start: int) -> str:
    """The words of the lines above a table, where they are no sentences.

    Before one that shares its line with text they are the last words of that.
    """
    begin = max(plain.rfind("\n", 0, start) + 1, floor)
    beside = BLANKS.sub("", SENTENCE_END.split(plain[begin:start])[-1]).strip("|│┃")
    if beside:
        return beside if len(beside) <= LONGEST_CAPTION else ""
    found: list[str] = []
    while begin > floor and len(found) < CAPTION_LINES:
        before = plain.rfind("\n", 0, begin - 1) + 1
        line = BLANKS.sub("", plain[before : begin - 1])
        begin = before
        if not line:
            continue
        if len(line) > LONGEST_CAPTION or SENTENCE_END.search(line):
            break
        found.insert(0, line)
    return ",".join(found)
