"""The sheets of the Excel file: the comparison as data, whatever parts the briefing prints.

全部数据 comes first and has every fact; 说明 says how to read it; the others set figures side by
side. What a column holds stands in its `Field`.
"""

from __future__ import annotations

from builder.model.comparison import Comparison
from builder.model.sheet import Sheet
from builder.wording.sheets.book import Book
from builder.wording.sheets.facts import FACTS
from builder.wording.sheets.fields import sheet
from builder.wording.sheets.guide import GUIDE, remarks
from builder.wording.sheets.measured import ALIKE, INDICATORS, INSPECTION, alike
from builder.wording.sheets.planned import COMMITMENTS, FOLLOWUPS, PROBLEMS
from builder.wording.sheets.sources import (
    MATERIALS,
    QUALITY,
    SENTENCES,
    UNREAD,
    found,
    unread,
)
from builder.wording.wording import Wording

__all__ = ["sheets"]


def sheets(comparison: Comparison, code: str) -> tuple[Sheet, ...]:
    """The sheets in a language (zh, en), in their order; a table without rows is left out."""
    book = Book(comparison, Wording(code, comparison.reports))
    promises = (item for plan in comparison.plans for item in (*plan.commitments, *plan.further))
    facts, *others = (
        sheet(FACTS, book.entries, book),
        sheet(INDICATORS, book.standings, book),
        sheet(INSPECTION, comparison.tallies, book),
        sheet(PROBLEMS, comparison.problems, book),
        sheet(COMMITMENTS, promises, book),
        sheet(FOLLOWUPS, comparison.followups, book),
        sheet(ALIKE, alike(comparison.quantities), book),
        sheet(MATERIALS, comparison.reports, book),
        sheet(QUALITY, found(comparison.quality), book),
        sheet(UNREAD, unread(comparison.reports), book),
        sheet(SENTENCES, book.marks, book),
    )
    tables = tuple(table for table in others if table.rows)
    guide = sheet(GUIDE, remarks((facts, *tables), book), book)
    return (facts, guide, *tables)
