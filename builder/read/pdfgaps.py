"""Tables of a PDF page without rules: rows whose cells stand in line over wide gaps."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile
from statistics import median
from typing import NamedTuple

from builder.read.pdfglyphs import Line
from builder.read.tables import row_line
from builder.read.wrapping import joined

FEWEST_ROWS = 3
# Of so many rows one at least has a cell in every column.
MOST_BROKEN = 4
PAIR = 2
LONGEST_CELL = 40
# One column at least has short words or figures; columns of prose have none.
SHORT_CELL = 9
# Lines of running heads, or of feet with the page number, between the rows of two pages.
HEADS = 2
# In font sizes: the least gap between two columns, the most between a row and its next line.
LEAST_GAP = 0.5
NEXT_LINE = 1.9
SENTENCE = re.compile(r"[。！？；]")
HAN = re.compile(r"[\u4e00-\u9fff]")
VALUE = re.compile(r"[≥≤<>＜＞约±+\-—]?\s*\d[\d.,，]*\s*[^\d\s，。,]{0,8}")


class _Column(NamedTuple):
    left: float
    right: float

    def with_part(self, part: Line) -> _Column:
        return _Column(min(self.left, part.left), max(self.right, part.right))


def with_rows(lines: Sequence[Line], above: Sequence[Line] = ()) -> list[Line]:
    """The lines of a page, those that make a table without rules as its rows.

    A head and at least two rows must agree in the number of their cells and in where they stand.
    `above` are the rows that ended the page before: the first lines may go on with them.
    """
    found: list[Line] = []
    index = 0
    if (begun := _Rows.of(above)) is not None:
        first = next((at for at, line in enumerate(lines[: HEADS + 1]) if begun.takes(line)), None)
        index = 0 if first is None else first + 1
        while first is not None and index < len(lines) and begun.takes(lines[index]):
            index += 1
        found += [*lines[:first], *begun.rows] if first is not None else []
    while index < len(lines):
        rows, used = _table(lines, index)
        found += rows or [lines[index]]
        index += used if rows else 1
    return found


def last_rows(lines: Sequence[Line]) -> list[Line]:
    """The rows of a table without rules that ends a page, but for its feet; none without one."""
    backwards = list(reversed(lines))
    feet = sum(1 for _ in takewhile(lambda line: not line.lone, backwards))
    if feet > HEADS:
        return []
    return list(takewhile(lambda line: line.lone and bool(line.parts), backwards[feet:]))


def _table(lines: Sequence[Line], start: int) -> tuple[list[Line], int]:
    """The rows of the table that begins with a line, and how many lines it takes; none for text."""
    head = lines[start]
    if not _may_head(head):
        return [], 0
    parts = _ordered(head)
    columns = [_Column(part.left, part.right) for part in parts]
    table = _Rows(columns, head, [_row(head, [part.text for part in parts])], whole=1)
    index = start + 1
    while index < len(lines) and table.takes(lines[index]):
        index += 1
    return (table.rows, index - start) if table.is_table() else ([], 0)


@dataclass(slots=True)
class _Rows:
    """A table as far as it was read: its columns, its last line, its rows, the whole ones."""

    columns: list[_Column]
    last: Line | None
    rows: list[Line]
    whole: int

    @classmethod
    def of(cls, above: Sequence[Line]) -> _Rows | None:
        """A table that goes on after the rows of the page before."""
        whole = [row for row in above if len(row.parts) == len(row.cells) == len(above[0].cells)]
        if not whole:
            return None
        columns = [
            _Column(min(part.left for part in column), max(part.right for part in column))
            for column in zip(
                *(_ordered(row) for row in whole if len(row.cells) == len(whole[0].cells)),
                strict=True,
            )
        ]
        return cls(columns, None, [], whole=len(whole))

    def takes(self, line: Line) -> bool:
        """Add a line if it is a row, or the rest of the last one; otherwise the table is over."""
        placed = _placed(line, self.columns)
        if placed is None or len(self.rows) > MOST_BROKEN * self.whole:
            return False
        wider, cells = placed
        if self.last is not None and _goes_on(self.last, line, cells):
            self.rows[-1] = _longer(self.rows[-1], cells)
        elif (self.last is None or _is_near(self.last, line)) and _may_be_row(cells):
            self.rows.append(_row(line, cells))
            self.whole += all(cells)
        else:
            return False
        self.columns, self.last = wider, line
        return True

    def is_table(self) -> bool:
        """Whether the rows are a table: enough of them, names in one column, in no list a head."""
        names = (
            median([len(row.cells[column]) for row in self.rows])
            for column in range(len(self.columns))
        )
        headed = len(self.columns) > PAIR or not VALUE.fullmatch(self.rows[0].cells[1])
        return self.whole >= FEWEST_ROWS and headed and min(names) <= SHORT_CELL


def _ordered(line: Line) -> list[Line]:
    return sorted(line.parts or (line,), key=lambda part: part.left)


def _may_head(line: Line) -> bool:
    """Whether a line may be the head of a table: names side by side, and no sentence."""
    names = [part.text for part in line.parts]
    return (
        not line.lone
        and len(names) >= PAIR
        and all(len(name) <= LONGEST_CELL and not SENTENCE.search(name) for name in names)
        and HAN.search(names[-1]) is not None
    )


def _placed(line: Line, columns: Sequence[_Column]) -> tuple[list[_Column], list[str]] | None:
    """The columns with a line's cells, and the cells; None where the line is of no such row."""
    if line.lone:
        return None
    wider, cells = list(columns), [""] * len(columns)
    for part in _ordered(line):
        at = [
            number
            for number, column in enumerate(columns)
            if part.left < column.right and part.right > column.left
        ]
        if len(at) != 1 or cells[at[0]] or len(part.text) > LONGEST_CELL:
            return None
        wider[at[0]] = columns[at[0]].with_part(part)
        cells[at[0]] = part.text
    gap = LEAST_GAP * line.size
    apart = all(a.right + gap <= b.left for a, b in pairwise(wider))
    return (wider, cells) if apart else None


def _goes_on(above: Line, line: Line, cells: Sequence[str]) -> bool:
    """Whether a line only goes on with cells of the row above it, never with the first one."""
    size = max(above.size, line.size)
    return not cells[0] and above.bottom - line.bottom <= NEXT_LINE * size


def _is_near(above: Line, line: Line) -> bool:
    """Whether two lines may be rows of one table: not further apart than a blank line."""
    size = max(above.size, line.size)
    return 0 < above.bottom - line.bottom <= 2 * NEXT_LINE * size


def _may_be_row(cells: Sequence[str]) -> bool:
    """Whether cells are a row; two columns alone must be names and values."""
    if len(cells) == PAIR:
        return bool(cells[0]) and VALUE.fullmatch(cells[1]) is not None
    return sum(map(bool, cells)) >= PAIR


def _row(line: Line, cells: Sequence[str]) -> Line:
    return replace(line, text=row_line(cells), size=0.0, lone=True, cells=tuple(cells))


def _longer(row: Line, cells: Sequence[str]) -> Line:
    """A row whose cells go on in the next line."""
    both = tuple(joined(pair) for pair in zip(row.cells, cells, strict=True))
    return replace(row, text=row_line(both), cells=both)
