"""Grids of counts as tables that fit a page, however many reports there are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from builder.language import Language
    from builder.model import Grid


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row of a table: its head and its cells as printed."""

    head: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """A grid as printed: the words in its corner, the column heads, the rows."""

    title: str
    corner: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    note: str


WIDEST = 12
"""More columns than these would be narrower than two characters on a page in landscape."""


def fitted(grid: Grid, language: Language) -> Spread:
    """A grid of themes and reports as a page in landscape can hold it."""
    return spread(grid, (language("主题"), language("单位")), WIDEST)


def spread(grid: Grid, corners: tuple[str, str], widest: int) -> Spread:
    """A grid as it stands, or turned where it has more than `widest` columns.

    `corners` name what the rows are and what the columns are.
    """
    turned = len(grid.columns) > max(widest, len(grid.rows))
    heads, columns = (grid.columns, grid.rows) if turned else (grid.rows, grid.columns)
    shown = _shown(grid)
    texts = tuple(zip(*shown, strict=True)) if turned else shown
    return Spread(
        title=grid.title,
        corner=corners[turned],
        columns=columns,
        lines=tuple(Line(head=head, cells=cells) for head, cells in zip(heads, texts, strict=True)),
        note=grid.note,
    )


def _shown(grid: Grid) -> tuple[tuple[str, ...], ...]:
    """The words of every cell; a count without words speaks for itself."""
    return tuple(
        tuple(
            text or (grid.empty if count is None else str(count))
            for text, count in zip(texts, cells, strict=True)
        )
        for texts, cells in zip(grid.texts, grid.cells, strict=True)
    )
