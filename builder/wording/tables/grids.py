"""Grids of counts as tables that fit a page, however many reports there are.

Words are never set smaller: a table with many columns is turned, or lies on a page on its side.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from builder.model import Chart, Figure
from builder.model.table import Cell, CellKind, Column, Row, Table
from builder.widths import columns
from builder.wording.tables.spec import figure_lines, line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from builder.language import Language
    from builder.model import Grid


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """A grid to be printed: the words in its corner, the column heads, the rows by their heads.

    Words in a cell are figures without a value.
    """

    title: str
    corner: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Figure, ...]], ...]
    note: str

    @property
    def widths(self) -> tuple[int, ...]:
        """What each column needs of the table's width, its first one included."""
        heads = (self.corner, *self.columns)
        return needs((heads, *((head, *map(bare, cells)) for head, cells in self.rows)))

    @property
    def crowded(self) -> bool:
        """Whether there are so many columns that there is little air between them."""
        return len(self.columns) > CROWDED

    @property
    def wide(self) -> bool:
        """Whether an upright page is too narrow for so many columns."""
        return self.crowded and _room(self) > UPRIGHT


CROWDED = 7
UPRIGHT, LANDSCAPE = 84, 121
"""Half characters of table text on an upright page, and on a page on its side."""
AIR = 0.5
"""Half characters between crowded columns."""
LEAST, MOST = 9, 22
"""Between these, in half characters, a column is as wide as its longest cell."""
WHOLE, BROKEN = 6, 4
"""In crowded columns short words stay whole; longer ones break into lines of two characters."""
FIRST = 8
"""What the heads of crowded rows need; they take two lines."""
UNBREAKABLE = re.compile(r"[!-~]+")


def fitted(counts: Grid | Chart, language: Language, *, heading: str = "") -> Table:
    """A grid of themes and reports, or a chart's data, as a table that a page can hold.

    Crowded columns become rows where that makes the table fit a page into which it did not fit.
    """
    spread = _spread(counts, language)
    if spread.crowded and spread.rows:
        spread = min(spread, turned(spread, language("单位")), key=_strain)
    heads = (spread.corner, *spread.columns)
    return Table(
        caption=spread.title,
        columns=tuple(
            Column(head=head, width=width) for head, width in zip(heads, spread.widths, strict=True)
        ),
        rows=tuple(
            Row(
                cells=(
                    Cell(lines=(line(head),), head=True),
                    *(_cell(figure, language) for figure in cells),
                )
            )
            for head, cells in spread.rows
        ),
        heading=heading,
        note=spread.note,
        crowded=spread.crowded,
        wide=spread.wide,
    )


def _cell(figure: Figure, language: Language) -> Cell:
    """A number under its decimal point, or words in the middle of their column."""
    return Cell(
        lines=tuple(figure_lines(figure, language)),
        kind=CellKind.WORD if figure.value is None else CellKind.NUMBER,
    )


def _spread(table: Grid | Chart, language: Language) -> Spread:
    if isinstance(table, Chart):
        corner, *columns = table.columns
        rows = [(head, cells) for head, *cells in table.rows]
        note = ""
    else:
        corner, columns, note = language("主题"), list(table.columns), table.note
        rows = [(head, list(cells)) for head, cells in zip(table.rows, _shown(table), strict=True)]
    return Spread(
        title=table.title,
        corner=corner,
        columns=tuple(columns),
        rows=tuple((str(head), tuple(map(_figure, cells))) for head, cells in rows),
        note=note,
    )


def _figure(cell: str | Figure) -> Figure:
    return Figure(text=cell) if isinstance(cell, str) else cell


def bare(figure: Figure) -> str:
    """A figure as it stands in a column whose head says the unit: 32.86."""
    return figure.cell or figure.text


def _strain(spread: Spread) -> tuple[bool, bool, float]:
    """How badly a table fits: not upright, not on its side either, and then by how much."""
    room = _room(spread)
    over = max(room - LANDSCAPE, 0)
    return spread.wide, over > 0, over


def _room(spread: Spread) -> float:
    """What a table with crowded columns needs, in half characters."""
    widths = spread.widths
    return sum(widths) + AIR * len(widths)


def needs(rows: Iterable[Sequence[str]]) -> tuple[int, ...]:
    """What each column needs in half characters; the first row are the heads."""
    columns = list(zip(*rows, strict=True))
    if len(columns) > CROWDED + 1:
        first, *others = columns
        return max(FIRST, _longest_piece(first)), *(max(map(_crowded_need, c)) for c in others)
    return tuple(
        min(max(LEAST, _head_need(head), *map(_length, cells)), MOST) for head, *cells in columns
    )


def _head_need(words: str) -> int:
    """A head takes two lines: its own, or those into which a long one breaks."""
    return _length(words) if "\n" in words else _length(words) // 2


def _crowded_need(words: str) -> int:
    length = _length(words)
    return max(length if length <= WHOLE else BROKEN, BROKEN, _longest_piece([words]))


def _longest_piece(texts: Iterable[str]) -> int:
    """The longest run of letters and digits that no line end may cut."""
    return max((len(piece) for text in texts for piece in UNBREAKABLE.findall(text)), default=0)


def _length(words: str) -> int:
    """The room of a text, of its longest line, in half characters."""
    return max(map(columns, words.split("\n")))


def turned(spread: Spread, corner: str) -> Spread:
    """A table with its columns as rows."""
    cells = zip(*(cells for _, cells in spread.rows), strict=True)
    return Spread(
        title=spread.title,
        corner=corner,
        columns=tuple(head for head, _ in spread.rows),
        rows=tuple(zip(spread.columns, cells, strict=True)),
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
