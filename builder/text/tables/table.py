"""The records of tables."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from builder.vocabulary.generic.reports import column_words


class Cell(NamedTuple):
    """A cell where it stands in the source, with its words without blanks.

    One that a cell above it covers stands where that does.
    """

    start: int
    end: int
    text: str

    @property
    def is_void(self) -> bool:
        """Whether it holds nothing: it is empty, or has a dash."""
        return not self.text or column_words().voids.fullmatch(self.text) is not None


class ColumnKind(StrEnum):
    """What the cells of a column hold.

    INDEX: numbers of rows. NAME: what a row is of. UNIT: units. VALUE: figures. CHANGE: changes
    from the year before. RANK: ranks. AIMED: what was asked for. REMARK: what is said of a row.
    """

    INDEX = "index"
    NAME = "name"
    UNIT = "unit"
    VALUE = "value"
    CHANGE = "change"
    RANK = "rank"
    AIMED = "aimed"
    REMARK = "remark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column with the words of its head, those of the heads above it first.

    `head` is without its unit, `unit` as printed.
    """

    kind: ColumnKind
    head: str
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table; each of its rows has as many cells as it has columns.

    `caption` are the words of the lines right above it, without blanks, and `unit` what they say
    that all of it is counted in.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str
    unit: str
    start: int
    end: int

    def of_kind(self, kind: ColumnKind) -> tuple[int, ...]:
        """The columns of a kind, by their index."""
        return tuple(index for index, one in enumerate(self.columns) if one.kind is kind)

    @property
    def is_pairs(self) -> bool:
        """Whether it has but names and what belongs to them."""
        return len(self.columns) == len(("name", "value"))
