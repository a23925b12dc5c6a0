"""The briefing as it is printed: parts of blocks, with nothing left to compute.

Every format lays out the same records: a part is headings, paragraphs, tables and pictures in the
order in which they are read. A run is words in one style, and the evidence mark that it prints
stands in the record, so that no format looks for marks in a text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from math import ceil

from builder.model.parts import PartName
from builder.model.plotted import Plot
from builder.model.printed import Run, Runs
from builder.widths import columns as columns_of

SHORT, SHORT_HEIGHT = 6, 115.0
"""A table of so few rows that is no higher than this (in millimetres) is never broken."""
PAIR, PAIR_HEIGHT = 2, 60.0
"""So many rows at each end of a table stand together, if they are no higher than this."""
# A Chinese character, a line and the air of a row in millimetres; of a table, its head and caption.
_CHARACTER, _LINE, _AIR, _HEAD = 3.7, 5.5, 1.9, 19.0


class CellKind(StrEnum):
    """How a cell is set: from the left, from the right, or in the middle."""

    TEXT = "text"
    NUMBER = "number"
    MIDDLE = "middle"


class RowKind(StrEnum):
    """What a row is: data, a band that names the rows below, or the sum of those above."""

    DATA = "data"
    BAND = "band"
    SUM = "sum"


class LineKind(StrEnum):
    """What a line of a cell is: plain words, the title of the row, or words beside the matter."""

    PLAIN = ""
    TITLE = "title"
    QUIET = "quiet"


class ParagraphKind(StrEnum):
    """What a paragraph is: the text of a part, a note in small print, or an item of a list.

    `SOURCES` is the note in the middle under the headline of page 1.
    """

    BODY = "body"
    NOTE = "note"
    SOURCES = "sources"
    ITEM = "item"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A paragraph of a cell."""

    runs: Runs
    kind: LineKind = LineKind.PLAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell of lines, `span` columns wide; `head` where it names its row.

    `share` is a part of one (0 to 1) that is drawn as a bar, e.g. 131/166; the numbers stand in
    other cells. `label` says in words what a cell of signs shows, e.g. 3句，其中可核查1句.
    """

    lines: tuple[Line, ...] = ()
    kind: CellKind = CellKind.TEXT
    head: bool = False
    span: int = 1
    share: Decimal | None = None
    label: str = ""

    @property
    def runs(self) -> Runs:
        """All runs of its lines."""
        return tuple(run for line in self.lines for run in line.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of cells, or of one cell across the table."""

    cells: tuple[Cell, ...]
    kind: RowKind = RowKind.DATA


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: the lines of its head, its width in millimetres of 162, how its cells are set.

    `ruled` columns have a line on their left: groups of columns in a grid.
    """

    head: tuple[str, ...]
    width: float
    kind: CellKind = CellKind.TEXT
    ruled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadGroup:
    """A head over several columns: 潜江市 over 问题 and 承诺; empty over a column of its own."""

    head: str
    span: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading within a part: level 2 is （一）, numbered by every format itself."""

    text: str
    numbered: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Running text."""

    runs: Runs
    kind: ParagraphKind = ParagraphKind.BODY


@dataclass(frozen=True, slots=True, kw_only=True)
class Conclusion:
    """One of the sentences of page 1: a lead of a few words, and one line that bears it out."""

    number: int
    lead: Runs
    detail: Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table under its caption, which every format numbers if it is `numbered` and has one.

    `chart` where the table is a picture (its bars, its signs) and is numbered as one: 图 3. `dense`
    ones are set small, for pages with many bureaus. One that `flows` may break though it is short,
    as the next follows on its heels. `note` stands below.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: str = ""
    numbered: bool = True
    chart: bool = False
    dense: bool = False
    flows: bool = False
    groups: tuple[HeadGroup, ...] = ()
    note: Runs = ()

    @property
    def whole(self) -> bool:
        """Whether it stands on one page whatever that leaves of the page before."""
        short = len(self.rows) <= SHORT and height(self) <= SHORT_HEIGHT
        return short and not self.flows

    @property
    def stretches(self) -> tuple[RowStretch, ...]:
        """The rows in stretches of which some are never broken: the first two, the last two."""
        if self.whole or len(self.rows) < 2 * PAIR:
            return (RowStretch(rows=self.rows, kept=self.whole),)
        first, last = (
            RowStretch(rows=rows, kept=_height(rows, self.columns) <= PAIR_HEIGHT)
            for rows in (self.rows[:PAIR], self.rows[-PAIR:])
        )
        between = self.rows[PAIR:-PAIR]
        return (first, *([RowStretch(rows=between, kept=False)] if between else []), last)


@dataclass(frozen=True, slots=True, kw_only=True)
class RowStretch:
    """Rows of a table that follow each other; `kept` ones stand on one page."""

    rows: tuple[Row, ...]
    kept: bool


def height(table: Table) -> float:
    """About how many millimetres a table takes, with its caption and without its note."""
    return _HEAD + _height(table.rows, table.columns)


def _height(rows: Iterable[Row], columns: tuple[Column, ...]) -> float:
    return sum(_AIR + _LINE * _lines(row, columns) for row in rows)


def _lines(row: Row, columns: tuple[Column, ...]) -> int:
    """The lines of its highest cell; a mark takes half the room of its letters."""
    widths = iter(columns)
    most = 1
    for cell in row.cells:
        width = sum(next(widths).width for _ in range(cell.span)) - 1.2
        most = max(most, sum(_line_count(line, width) for line in cell.lines))
    return most


def _line_count(line: Line, width: float) -> int:
    room = sum(columns_of(run.text) / (4 if run.mark else 2) for run in line.runs)
    return max(1, ceil(room * _CHARACTER / width))


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A chart: what it says, `alt` in words for who can't see it, and what is drawn."""

    id: str
    caption: str
    alt: str
    plot: Plot
    note: Runs = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """The line that says where the parts are: 一览 2　环境质量 3."""

    lead: str
    parts: tuple[tuple[PartName, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A sentence of the evidence: its marks with their anchors, its words, and what to know of it:
    which facts a person set, and which are to be checked.
    """

    places: tuple[tuple[str, str], ...]
    runs: Runs
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryPath:
    """The headings above the entries that follow: 主要工作 › 大气."""

    text: str


Block = Heading | Paragraph | Conclusion | Table | Picture | Contents | Entry | EntryPath


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefingPart:
    """A part of the briefing.

    `title` is its heading (none for page 1), `numbered` says whether 一、 stands before it. A
    `wide` part lies on pages on their side, `columns` is in how many columns it is set, and one
    that `starts_page` begins on a new page.
    """

    name: PartName
    title: str
    blocks: tuple[Block, ...]
    numbered: bool = True
    wide: bool = False
    columns: int = 1
    starts_page: bool = False
    anchor: str = ""

    @property
    def id(self) -> str:
        """What links lead to; several sheets are told apart by their anchors."""
        return self.anchor or self.name.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Handout:
    """A document of its own on one bureau: its sheet and the evidence of what it cites."""

    report: str
    parts: tuple[BriefingPart, ...]


def runs_of(blocks: Iterable[Block]) -> Iterator[Run]:
    """All runs of blocks in the order in which they are read; entries of the evidence have none."""
    for block in blocks:
        match block:
            case Paragraph():
                yield from block.runs
            case Conclusion():
                yield from (*block.lead, *block.detail)
            case Table():
                yield from (run for row in block.rows for cell in row.cells for run in cell.runs)
                yield from block.note
            case Picture():
                yield from block.note
            case Heading() | Contents() | Entry() | EntryPath():
                pass


def pictures_of(parts: Iterable[BriefingPart]) -> Iterator[Picture]:
    """All charts of some parts in their order."""
    return (block for part in parts for block in part.blocks if isinstance(block, Picture))
