"""Tables of a PDF page: where they stand, and the rows their ruled lines make."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from builder.read.pdfglyphs import Glyph, Line, lines
from builder.read.tables import cell_texts, is_layout, row_line

# In font sizes: a line with less room behind it may go on in the next one.
ROOM = 1.3
# In points: how near a rule closes a row. Two columns at least have so many upright rules.
NEAR = 2
FEWEST_UPRIGHT = 3


class Box(NamedTuple):
    """A rectangle in points from the page's lower left."""

    left: float
    bottom: float
    right: float
    top: float

    def holds(self, glyph: Glyph) -> bool:
        """Whether the middle of a letter is inside."""
        across, up = (glyph.left + glyph.right) / 2, (glyph.bottom + glyph.top) / 2
        return self.left <= across <= self.right and self.bottom <= up <= self.top


# The boxes of a table's cells, row by row; None where a merged cell reaches over.
Grid = tuple[Box, tuple[tuple[Box | None, ...], ...]]


def grids(page: Any) -> tuple[Grid, ...]:  # noqa: ANN401 -- pdfplumber has no types
    """The tables that ruled lines draw on a page of pdfplumber."""
    height = float(page.height)
    x, y = float(page.bbox[0]), float(page.bbox[1])
    return tuple(
        (
            _box(table.bbox, height, x, y),
            tuple(
                tuple(None if cell is None else _box(cell, height, x, y) for cell in row.cells)
                for row in table.rows
            ),
        )
        for table in page.find_tables({"explicit_horizontal_lines": list(_open_ends(page.edges))})
    )


def _open_ends(edges: Sequence[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """Lines that close a row which the page ended in: its upright rules end there, without one."""
    upright = [edge for edge in edges if edge["orientation"] == "v"]
    level = sorted(edge["top"] for edge in edges if edge["orientation"] == "h")
    for end in ("top", "bottom"):
        ends = Counter(round(edge[end]) for edge in upright)
        for height, count in ends.items():
            near = bisect_left(level, height - NEAR)
            if count < FEWEST_UPRIGHT or (near < len(level) and level[near] <= height + NEAR):
                continue
            own = [edge for edge in upright if round(edge[end]) == height]
            left, right = min(edge["x0"] for edge in own), max(edge["x1"] for edge in own)
            place = own[0][end]
            yield {
                "object_type": "rect_edge",
                "orientation": "h",
                "x0": left,
                "x1": right,
                "top": place,
                "bottom": place,
                "width": right - left,
                "height": 0,
            }


def _box(edges: Sequence[float], height: float, x: float, y: float) -> Box:
    """Pdfplumber counts from the upper left, pdfium from the lower left."""
    left, top, right, bottom = edges
    return Box(left - x, height - bottom + y, right - x, height - top + y)


def page_lines(found: Sequence[Glyph], tables: Sequence[Grid]) -> list[Line]:
    """The lines of a page; a table of data stands as its rows where its first letter stood."""
    for box, grid in tables:
        inside = [glyph for glyph in found if box.holds(glyph) and glyph.placed]
        rows = _rows(found, grid)
        if not inside or not rows or is_layout([[[cell.text] for cell in row] for row in rows]):
            continue
        at = found.index(inside[0])
        before = [glyph for glyph in found[:at] if not _in(box, glyph)]
        after = [glyph for glyph in found[at:] if not _in(box, glyph)]
        own = [_row(box, row) for row in rows]
        rest = [grid for grid in tables if grid[0] is not box]
        return [*page_lines(before, rest), *own, *page_lines(after, rest)]
    return list(lines(found))


def _row(box: Box, row: Sequence[_Cell]) -> Line:
    cells = cell_texts([[cell.text] for cell in row])
    return Line(
        text=row_line(cells),
        left=box.left,
        right=box.right,
        bottom=box.bottom,
        size=0.0,
        lone=True,
        cells=cells,
        open=frozenset(column for column, cell in enumerate(row) if cell.is_full),
    )


def _rows(found: Sequence[Glyph], grid: Sequence[Sequence[Box | None]]) -> list[list[_Cell]]:
    rows = [[_cell(found, box) for box in row] for row in grid]
    return [row for row in rows if any(cell.text.strip() for cell in row)]


class _Cell(NamedTuple):
    """The printed lines of a cell; whether the last of them reaches its edge."""

    text: str
    is_full: bool


def _cell(found: Sequence[Glyph], box: Box | None) -> _Cell:
    if box is None:
        return _Cell("", is_full=False)
    inside = [glyph for glyph in found if glyph.letter in "\r\n " or box.holds(glyph)]
    printed = list(lines(inside))
    if not printed:
        return _Cell("", is_full=False)
    padding = max(min(line.left for line in printed) - box.left, 0)
    full = printed[-1].right + padding + ROOM * printed[-1].size > box.right
    return _Cell("\n".join(line.text for line in printed), is_full=full)


def _in(box: Box, glyph: Glyph) -> bool:
    return glyph.placed and box.holds(glyph)
