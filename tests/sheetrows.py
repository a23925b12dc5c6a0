"""Sheets as tests read them: rows as cells by head, links as the values that they show."""

from __future__ import annotations

from builder.model import Extraction
from builder.model.sheet import Linked, Sheet, SheetCell, SheetValue
from builder.wording.sheets import sheets
from tests.smallreports import compared

Row = dict[str, SheetValue]


def made(*reports: Extraction, code: str = "zh") -> dict[str, Sheet]:
    """The sheets of these reports by title."""
    return {sheet.title: sheet for sheet in sheets(compared(*reports), code)}


def rows(sheet: Sheet) -> list[Row]:
    """The rows of a sheet, each as what it shows by head; blank cells are left out."""
    heads = [column.head for column in sheet.columns]
    return [
        {
            head: shown
            for head, cell in zip(heads, row, strict=True)
            if (shown := value(cell)) is not None
        }
        for row in sheet.rows
    ]


def value(cell: SheetCell) -> SheetValue:
    """What a cell shows."""
    return cell.value if isinstance(cell, Linked) else cell


def picked(sheet: Sheet, *heads: str) -> list[tuple[SheetValue, ...]]:
    """Some columns of a sheet; None is a blank cell."""
    return [tuple(row.get(head) for head in heads) for row in rows(sheet)]
