"""By when a row of a table is to be done: the cell under 完成时限, 时间节点."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from builder.model import Outline, TextGrid
from builder.vocabulary.generic.reports import column_words

# 2025年10月, 6月底, 三季度; a whole year, and 长期坚持, are no deadlines.
_TERM = re.compile(
    r"(?:20\d\d年)?(?:\d{1,2}月(?:\d{1,2}日|份|[底末初中]|[上中下]旬)?|[一二三四]季度末?|年底)之?前?"
)


class DueRow(NamedTuple):
    """The stretch of a row, and its deadline as printed."""

    start: int
    end: int
    by: str


def due_rows(outline: Outline) -> tuple[DueRow, ...]:
    """The rows of all tables that tell in a cell of its own by when they are to be done."""
    return tuple(row for grid in outline.grids for row in _rows(outline.source.plain, grid))


def _rows(plain: str, grid: TextGrid) -> Iterator[DueRow]:
    heads = [plain[slice(*cell)].strip() for cell in grid.rows[0]]
    due = next((at for at, head in enumerate(heads) if column_words().due.fullmatch(head)), None)
    if due is None:
        return
    for row, below in pairwise((*grid.rows[1:], ())):
        if len(row) != len(heads):
            continue
        by = "".join(plain[slice(*row[due])].split())
        if _TERM.fullmatch(by):
            yield DueRow(row[0].start, below[0].start if below else grid.end, by)
