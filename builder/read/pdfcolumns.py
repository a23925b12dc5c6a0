"""Pages of a PDF that are set in two columns: where the gutter is, and what is read when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from statistics import median
from typing import NamedTuple

from builder.read.pdfglyphs import Line

# In points: how closely places for a gutter are tried, and on no page at more of them.
STEP, MOST_PLACES = 2, 1000
# Where a gutter is looked for, in parts of the text's width.
EDGE = 0.25
# Headings over both columns are fewer than this part of all pieces of lines.
MOST_CROSSING = 0.2
FEWEST_LINES = 4
# A column of prose: most of its lines reach far, and nobody sets a narrower one (in font sizes).
FILLED, REACH, NARROWEST = 0.5, 0.75, 9
LEAST_LETTERS = 8
# The columns stand beside each other for this part of the shorter one.
BESIDE = 0.5
# In usual font sizes: a heading is larger. In its own: what stands nearer stands beside it.
LARGER, NEAR = 1.1, 1.5
# How far signs hang into the gutter, in font sizes.
HANGING = 0.6


class Gutter(NamedTuple):
    """The empty strip between two columns, in points."""

    left: float
    right: float

    def side(self, line: Line) -> int:
        """0 for the left column, 1 for the right one, -1 for a line over both."""
        hang = max(HANGING * line.size, STEP)
        if line.right <= self.right and line.left < self.left:
            return 0 if line.right <= self.left + hang else -1
        return 1 if line.left >= self.right - hang else -1


class Region(NamedTuple):
    """Lines that are read one after the other; `narrow` ones are a column of two."""

    lines: tuple[Line, ...]
    narrow: bool


def regions(pages: Sequence[Sequence[Line]]) -> Iterator[Region]:
    """The regions of all pages in reading order: a page in one column is one region.

    A page that is not full keeps the gutter of the page before.
    """
    gutter: Gutter | None = None
    for lines in pages:
        gutter = _gutter(lines) or (gutter if gutter and _keeps(lines, gutter) else None)
        if gutter is None:
            yield Region(tuple(lines), narrow=False)
        else:
            yield from _parted(lines, gutter)


def _parted(lines: Sequence[Line], gutter: Gutter) -> Iterator[Region]:
    """Bands from top to bottom, each a line over both columns and the columns under it."""
    pieces = list(chain.from_iterable(_pieces(line, gutter) for line in lines))
    usual = median([piece.size for piece in pieces if piece.size] or [0.0])
    told = [_is_across(line, pieces, gutter, usual) for line in pieces]
    across = [line for line, over in zip(pieces, told, strict=True) if over]
    rest = [line for line, over in zip(pieces, told, strict=True) if not over]
    heights = [float("inf"), *(line.bottom for line in across)]
    for index, top in enumerate(heights):
        if index:
            yield Region((across[index - 1],), narrow=False)
        low = heights[index + 1] if index + 1 < len(heights) else float("-inf")
        for side in (0, 1):
            column = [
                line for line in rest if low < line.bottom <= top and gutter.side(line) == side
            ]
            if column:
                yield Region(tuple(column), narrow=True)


def _pieces(line: Line, gutter: Gutter) -> list[Line]:
    """A line as it is, or in two where a line of each column stands at the same height."""
    sides = [] if line.lone else [gutter.side(part) for part in line.parts]
    if set(sides) != {0, 1}:
        return [line]
    both = [
        [part for part, at in zip(line.parts, sides, strict=True) if at == side] for side in (0, 1)
    ]
    return [
        replace(
            line,
            text=" ".join(part.text for part in column),
            left=min(part.left for part in column),
            right=max(part.right for part in column),
            parts=tuple(column) if len(column) > 1 else (),
        )
        for column in both
    ]


def _is_across(line: Line, pieces: Sequence[Line], gutter: Gutter, usual: float) -> bool:
    """Whether a line stands over both columns: it crosses the gutter, or is a larger heading."""
    side = gutter.side(line)
    if side < 0:
        return True
    if line.size <= LARGER * usual:
        return False
    beside = (piece for piece in pieces if gutter.side(piece) == 1 - side)
    return all(abs(piece.bottom - line.bottom) > NEAR * line.size for piece in beside)


def _gutter(lines: Sequence[Line]) -> Gutter | None:
    """The strip that most lines respect, between two columns of prose."""
    parts = _parts(lines)
    size = median([part.size for part in parts if part.size] or [0.0])
    if len(parts) < 2 * FEWEST_LINES or not size:
        return None
    left, right = min(part.left for part in parts), max(part.right for part in parts)
    room = EDGE * (right - left)
    # A broken file may set letters miles away.
    step = max(STEP, (right - left) / MOST_PLACES)
    places = [left + room + step * at for at in range(int((right - left - 2 * room) / step))]
    crossing = [sum(part.left < place < part.right for part in parts) for place in places]
    if not crossing or min(crossing) > MOST_CROSSING * len(parts):
        return None
    start, end = _widest(crossing, min(crossing))
    gutter = Gutter(places[start], places[end])
    if gutter.right - gutter.left < size - STEP:
        return None
    columns = _columns(parts, gutter)
    told = all(map(_is_prose, columns)) and _are_beside(*columns)
    return gutter if told or _are_written_apart(lines, gutter) else None


def _are_written_apart(lines: Sequence[Line], gutter: Gutter) -> bool:
    """Whether a file has all lines of the left column first, and then begins at the top again.

    So it tells columns of headings and rows, too, in which few lines are full. Both have sentences,
    which columns of a table have not.
    """
    sides = [gutter.side(line) for line in lines]
    if -1 in sides or sorted(sides) != sides or sides.count(1) < FEWEST_LINES:
        return False
    first = sides.index(1)
    columns = list(lines[:first]), list(lines[first:])
    if len(columns[0]) < FEWEST_LINES or columns[1][0].bottom <= columns[0][-1].bottom:
        return False
    told = all(any("。" in line.text for line in column if not line.lone) for column in columns)
    return told and _are_beside(*columns)


def _parts(lines: Sequence[Line]) -> list[Line]:
    return [part for line in lines if not line.lone for part in (line.parts or (line,))]


def _widest(crossing: Sequence[int], fewest: int) -> tuple[int, int]:
    """The first and the last place of the longest run that the fewest lines cross."""
    best = (0, -1)
    start: int | None = None
    for index, count in enumerate([*crossing, fewest + 1]):
        if count > fewest:
            if start is not None and index - 1 - start > best[1] - best[0]:
                best = (start, index - 1)
            start = None
        elif start is None:
            start = index
    return best


def _columns(parts: Sequence[Line], gutter: Gutter) -> tuple[list[Line], list[Line]]:
    sides = [(gutter.side(part), part) for part in parts]
    return [part for side, part in sides if side == 0], [part for side, part in sides if side == 1]


def _is_prose(column: Sequence[Line], fewest: int = FEWEST_LINES) -> bool:
    """Whether lines are a column of prose: cells of a table are shorter, and of all lengths."""
    if len(column) < fewest:
        return False
    width = max(line.right for line in column) - min(line.left for line in column)
    size = median([line.size for line in column])
    reaching = sum(line.right - line.left >= REACH * width for line in column)
    letters = median([len(line.text) for line in column])
    return (
        width >= NARROWEST * size and reaching >= FILLED * len(column) and letters >= LEAST_LETTERS
    )


def _are_beside(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether two columns are about as wide as each other, and stand side by side."""
    widths = sorted(
        max(line.right for line in column) - min(line.left for line in column)
        for column in (left, right)
    )
    spans = [
        (min(line.bottom for line in column), max(line.bottom for line in column))
        for column in (left, right)
    ]
    common = min(span[1] for span in spans) - max(span[0] for span in spans)
    shorter = min(span[1] - span[0] for span in spans)
    return widths[0] >= BESIDE * widths[1] and common >= BESIDE * shorter


def _keeps(lines: Sequence[Line], gutter: Gutter) -> bool:
    """Whether a page that is not full is set as the page before it.

    Where no line crosses the gutter, one column of prose is enough: the last may hold items alone.
    """
    parts = _parts(lines)
    crossing = sum(gutter.side(part) < 0 for part in parts)
    columns = [column for column in _columns(parts, gutter) if column]
    told = [_is_prose(column, fewest=2) for column in columns]
    if not parts or crossing > MOST_CROSSING * len(parts):
        return False
    return all(told) and bool(told) if crossing else any(told)
