"""Tables and sentences as they are printed: cells, lines and runs, with nothing left to compute.

Every format lays out the same records. A run is words in one style; the evidence mark that it
prints stands in the record, so that no format looks for marks in a text.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from builder.model.printed import Figure, Passage, Runs


class CellKind(StrEnum):
    """How a cell is set: from the left, by its decimal point, or in the middle."""

    TEXT = "text"
    NUMBER = "number"
    WORD = "word"


class RowKind(StrEnum):
    """What a row is: data, one that goes on below, what rows below share, or words instead."""

    DATA = "data"
    UPPER = "upper"
    BAND = "band"
    NONE = "none"


class LineKind(StrEnum):
    """What a line of a cell is, where the format may set it apart: a name, a file's name."""

    PLAIN = ""
    TITLE = "title"
    FILE = "file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A paragraph of a cell.

    `slack` is what its number lacks behind its last digit for the decimal points of its column to
    stand under each other, e.g. ".00" for 94 above 32.86.
    """

    runs: Runs
    slack: str = ""
    kind: LineKind = LineKind.PLAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell of one line or several; `head` where it names its row, `span` columns wide."""

    lines: tuple[Line, ...]
    kind: CellKind = CellKind.TEXT
    head: bool = False
    span: int = 1

    @property
    def text(self) -> str:
        """Its words, a line a paragraph."""
        return "\n".join("".join(run.text for run in line.runs) for line in self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of cells, or of one cell across the table."""

    cells: tuple[Cell, ...]
    kind: RowKind = RowKind.DATA


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its head, a line a paragraph, and its width, in millimetres of 156 or any share."""

    head: str
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table as printed, with what stands above it: a heading, and a sentence that leads to it.

    Without a column it is its heading and sentence alone. Rows of a `tall` one are so high that
    none asks to stay with the next; a `crowded` one has little air between its columns, a `wide`
    one needs a page on its side.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    heading: str = ""
    lead: str = ""
    note: str = ""
    tall: bool = False
    crowded: bool = False
    wide: bool = False


SheetCell = str | int | Figure | Passage | tuple[str, ...]
"""Text, a count, a figure or passage with marks, or marks alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table of the Excel file: one row a record; widths are in characters."""

    title: str
    heads: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[SheetCell, ...], ...]
