"""Grids of counts as tables that fit a page, however many reports there are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from builder.model import Chart
from builder.render.marks import MARK

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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

    @property
    def widths(self) -> tuple[int, ...]:
        """What each column needs of the table's width, its first one included."""
        return tuple(max(need, LEAST) for need in _needs(self))

    @property
    def crowded(self) -> bool:
        """Whether there are so many columns that their words are set small."""
        return len(self.columns) > CROWDED

    @property
    def wide(self) -> bool:
        """Whether an upright page is too narrow for so many columns."""
        found = _needs(self)
        return self.crowded and sum(found) + AIR * len(found) > UPRIGHT


LEAST, MOST = 9, 22
"""Between these, in half characters, a column is as wide as its longest cell."""
CROWDED = 8
UPRIGHT, AIR = 108, 2
"""Half characters of small print on an upright page, and those between two columns."""
WIDEST = 12
"""With more columns than these a table is turned, if it has fewer rows."""


def fitted(table: Grid | Chart, language: Language) -> Spread:
    """A grid of themes and reports, or a chart's data, as a page can hold it."""
    if isinstance(table, Chart):
        corner, *columns = table.columns
        lines = tuple(Line(head=head, cells=tuple(cells)) for head, *cells in table.rows)
        note = ""
    else:
        corner, columns, note = language("主题"), list(table.columns), table.note
        lines = tuple(
            Line(head=head, cells=cells)
            for head, cells in zip(table.rows, _shown(table), strict=True)
        )
    spread = Spread(
        title=table.title, corner=corner, columns=tuple(columns), lines=lines, note=note
    )
    crowded = len(columns) > max(WIDEST, len(lines))
    return turned(spread, language("单位")) if crowded else spread


def needs(rows: Iterable[Sequence[str]]) -> tuple[int, ...]:
    """The longest cell of each column in half characters; a head may take two lines."""
    heads, *others = rows
    return tuple(
        min(max([_length(head) // 2, *(_length(cell) for cell in cells)]), MOST)
        for head, *cells in zip(heads, *others, strict=True)
    )


def _needs(spread: Spread) -> tuple[int, ...]:
    heads = (spread.corner, *spread.columns)
    return needs((heads, *((line.head, *line.cells) for line in spread.lines)))


def _length(words: str) -> int:
    """The room of a text without its marks, in half characters."""
    return sum(2 if east_asian_width(sign) in "WFA" else 1 for sign in MARK.sub("", words))


def turned(spread: Spread, corner: str) -> Spread:
    """A table with its columns as rows."""
    cells = zip(*(line.cells for line in spread.lines), strict=True)
    return Spread(
        title=spread.title,
        corner=corner,
        columns=tuple(line.head for line in spread.lines),
        lines=tuple(
            Line(head=head, cells=cells) for head, cells in zip(spread.columns, cells, strict=True)
        ),
        note=spread.note,
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
