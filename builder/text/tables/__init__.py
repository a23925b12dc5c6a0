"""Tables of a text as heads, columns and rows: what a column holds is decided by its head."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from builder.text.tables.columns import columns, unit_above
from builder.text.tables.heads import headed
from builder.text.tables.table import Cell, Column, ColumnKind, Table

if TYPE_CHECKING:
    from builder.model import Outline, TextGrid

__all__ = ["Cell", "Column", "ColumnKind", "Table", "tables"]


def tables(outline: Outline) -> tuple[Table, ...]:
    """The tables of a text that have heads, in text order."""
    plain = outline.source.plain
    floors = (0, *(_behind(plain, *both) for both in pairwise(outline.grids)))
    found = (headed(plain, grid, floor) for floor, grid in zip(floors, outline.grids, strict=False))
    return tuple(
        Table(
            columns=columns(one.heads, one.rows),
            rows=one.rows,
            caption=one.caption,
            unit=unit_above(one.caption),
            start=one.start,
            end=one.end,
        )
        for pieces in found
        for one in pieces
    )


def _behind(plain: str, grid: TextGrid, following: TextGrid) -> int:
    """Where the line behind a table begins, or its own rest where the next one stands in it."""
    line = plain.find("\n", grid.end) + 1
    return line if 0 < line <= following.start else grid.end
