"""Tables of a PDF page without rules: rows whose cells stand in line over wide gaps."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from builder.read.pdfglyphs import Line
from builder.read.tables import row_line
from builder.read.wrapping import joined

FEWEST_ROWS = 3
# Of so many rows one at least has a cell in every column.
MOST_BROKEN = 4
PAIR = 2
LONGEST_CELL = 40
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


def with_rows(lines: Sequence[Line]) -> list[Line]:
    """The lines of a region, those that make a table without rules as its rows.

    A head and at least two rows must agree in the number of their cells and in where they stand.
    """
    found: list[Line] = []
    index = 0
    while index < len(lines):
        rows, used = _table(lines, index)
        found += rows or [lines[index]]
        index += used if rows else 1
    return found


def _table(lines: Sequence[Line], start: int) -> tuple[list[Line], int]:
    """The rows of the table that begins with a line, and how many lines it takes; none for text."""
    head = lines[start]
    if not _may_head(head):
        return [], 0
    columns = [_Column(part.left, part.right) for part in _ordered(head)]
    rows = [[part.text for part in _ordered(head)]]
    whole = 1
    index = start + 1
    while index < len(lines) and (placed := _placed(lines[index], columns)) is not None:
        wider, cells = placed
        if _goes_on(lines[index - 1], lines[index], cells):
            rows[-1] = [joined((above, cell)) for above, cell in zip(rows[-1], cells, strict=True)]
        elif not _is_near(lines[index - 1], lines[index]) or not _may_be_row(cells):
            break
        else:
            rows.append(cells)
            whole += all(cells)
        columns = wider
        index += 1
        if len(rows) > MOST_BROKEN * whole:
            break
    if whole < FEWEST_ROWS or (len(columns) == PAIR and VALUE.fullmatch(rows[0][1])):
        return [], 0
    return [_row(lines[start], cells) for cells in rows], index - start


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
    return replace(line, text=row_line(cells), size=0.0, lone=True, parts=(), cells=tuple(cells))
