"""Cells of tables: words, numbers and marks in lines."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from builder.language import Language
from builder.model.page import Cell, CellKind, Line, LineKind, Row, RowKind
from builder.model.printed import Run, Runs, RunStyle

NOTHING = "—"
"""What a table prints where it has no figure of a report; a note says so once."""


def nothing_means(language: Language) -> str:
    """What that sign means: a report may yet tell one that is unsure or of another kind."""
    return language("“—”为没有可列入的数。")


def has_nothing(rows: Iterable[Row]) -> bool:
    """Whether a table prints the sign for no figure."""
    return any(run.text == NOTHING for each in rows for made in each.cells for run in made.runs)


def styled(words: str, style: RunStyle) -> Runs:
    """Words in a style; no run where there are no words."""
    return (Run(words, style=style),) if words else ()


def line(words: str | Runs, kind: LineKind = LineKind.PLAIN) -> Line:
    """A line of a cell."""
    return Line(runs=words if isinstance(words, tuple) else (Run(words),), kind=kind)


def cell(*lines: str | Runs | Line, head: bool = False, span: int = 1) -> Cell:
    """A cell set from the left; lines without words fall away."""
    return Cell(lines=_lines(lines), head=head, span=span)


def number(*lines: str | Runs | Line) -> Cell:
    """A cell set from the right."""
    return Cell(lines=_lines(lines), kind=CellKind.NUMBER)


def middle(*lines: str | Runs | Line, label: str = "") -> Cell:
    """A cell set in the middle; `label` says what its signs show."""
    return Cell(lines=_lines(lines), kind=CellKind.MIDDLE, label=label)


def bar(share: Decimal) -> Cell:
    """A cell of a bar: a part of one."""
    return Cell(share=share)


def row(*cells: Cell) -> Row:
    """A row of data."""
    return Row(cells=cells)


def band(words: str | Runs, columns: int) -> Row:
    """A row of one cell that names the rows below it."""
    return Row(cells=(cell(words, head=True, span=columns),), kind=RowKind.BAND)


def _lines(lines: Iterable[str | Runs | Line]) -> tuple[Line, ...]:
    return tuple(each if isinstance(each, Line) else line(each) for each in lines if each)
