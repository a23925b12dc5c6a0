"""Sheets of the Excel file: typed cells in columns, with nothing left to compute.

A cell without a value is None and stays blank: a word for nothing would be counted, sorted and
filtered as if the report had printed it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

SheetValue = str | int | Decimal | date | None
"""Text, a count, a number with the decimals that its source prints, a day, or nothing."""


class ColumnKind(StrEnum):
    """What the cells of a column hold; each of them holds that or nothing."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """A value that leads to a row of a sheet: 32.86 and 岳21 to their sentence.

    `row` counts the sheet's rows from 0; `tip` is shown beside the pointer.
    """

    value: SheetValue
    sheet: str
    row: int
    tip: str = ""


SheetCell = SheetValue | Linked


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetColumn:
    """A column: its head, its width in characters, what its cells hold, and what `says` so."""

    head: str
    width: int
    kind: ColumnKind = ColumnKind.TEXT
    says: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table of the Excel file: one row a record, its head frozen and filtered.

    `says` tells what the sheet holds. The first `frozen` columns stay in view, the first `printed`
    ones go on paper (all where it is 0). Long words are `wrapped`, or run on under the next cells.
    """

    title: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[SheetCell, ...], ...]
    says: str = ""
    frozen: int = 1
    printed: int = 0
    wrapped: bool = True
