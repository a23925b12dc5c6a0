"""Tables of any format as lines: `指标 | 目标 | 完成`, a row a line."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from builder.read.wrapping import joined

# A cell's paragraphs, in order.
Cell = Sequence[str]

BAR = " | "
# A longer cell that outweighs all others holds the page and is no cell of data.
MAX_CELL_CHARACTERS = 400
FEWEST_PARAGRAPHS = 3


def table_lines(rows: Sequence[Sequence[Cell]]) -> list[str]:
    """The rows as lines; a table that only lays out the page gives the paragraphs of its cells.

    Cells that a span covers are given empty, so that a column stays in its place. Rows without
    any text are left out, a lone cell stands without bars, and a label with its colon takes its
    value without one.
    """
    filled = [row for row in rows if any(map(is_filled, row))]
    if is_layout(filled):
        return [line for row in filled for cell in row for line in cell if line.strip()]
    return [row_line(cell_texts(row)) for row in filled]


def cell_texts(row: Sequence[Cell]) -> tuple[str, ...]:
    """The cells of a row, each with its paragraphs run on."""
    return tuple(joined("\n".join(cell).split("\n")) for cell in row)


def row_line(cells: Sequence[str]) -> str:
    """A row as a line; a lone cell stands without bars."""
    alone = [cell for cell in cells if cell]
    if len(alone) == 1:
        return alone[0]
    line = cells[0]
    for before, cell in pairwise(cells):
        line += cell if cell and before.endswith((":", "：")) else BAR + cell
    return line.strip()


def is_layout(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether a table only lays out the page: one column, or a cell longer than all the rest.

    So does a single row with several paragraphs in a cell: a short article beside its links.
    """
    if len(rows) == 1 and any(sum(map(bool, cell)) >= FEWEST_PARAGRAPHS for cell in rows[0]):
        return True
    if all(sum(map(is_filled, row)) < 2 for row in rows):  # noqa: PLR2004 -- a lone cell
        return True
    lengths = [len("".join(cell)) for row in rows for cell in row]
    return max(lengths) > MAX_CELL_CHARACTERS and max(lengths) * 2 > sum(lengths)


def is_filled(cell: Cell) -> bool:
    """Whether a cell has any text."""
    return any(line.strip() for line in cell)
