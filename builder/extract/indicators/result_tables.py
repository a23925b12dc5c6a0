"""Indicators of tables: metrics in rows or in columns, a cell a value.

What a column holds is told by its head (`text.tables`). A cell is a value where its row or its
head names the metric, and the other one the period or the place. What is asked for is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from builder.extract.indicators.table_changes import with_changes, with_ranks
from builder.extract.indicators.table_values import TableValue, table_values
from builder.model import Indicator, Role
from builder.text.tables import ColumnKind

if TYPE_CHECKING:
    from builder.text.analysis import TextAnalysis
    from builder.text.tables import Cell, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class TableIndicators:
    """The indicators of tables; numbers are named by where they start in the normalised text.

    `used` are those in cells that were read, `targets` those that were but asked for.
    """

    facts: tuple[Indicator, ...]
    used: frozenset[int]
    targets: frozenset[int]


def table_indicators(analysis: TextAnalysis) -> TableIndicators:
    """The indicators of all tables; each quotes its row from the name to its value."""
    facts: list[Indicator] = []
    used: set[int] = set()
    targets: set[int] = set()
    for table in analysis.tables:
        role, headings = analysis.place_of(table.start)
        if role is Role.PLAN:
            continue
        values = with_ranks(table, with_changes(table, table_values(analysis, table)))
        facts += [_indicator(analysis, value, headings) for value in values]
        used.update(
            start
            for value in values
            for cell in value.cells
            for start in analysis.starts_in(cell.start, cell.end)
        )
        targets.update(
            start for cell in _aimed(table) for start in analysis.starts_in(cell.start, cell.end)
        )
    return TableIndicators(
        facts=tuple(facts), used=frozenset(used), targets=frozenset(targets - used)
    )


def _aimed(table: Table) -> Iterator[Cell]:
    for index in table.of_kind(ColumnKind.AIMED):
        yield from (row[index] for row in table.rows)


def _indicator(analysis: TextAnalysis, found: TableValue, headings: tuple[str, ...]) -> Indicator:
    source = analysis.outline.source
    start, end = found.start, found.end
    return Indicator(
        report=source.report,
        start=start,
        end=end,
        quote=source.text[start:end],
        themes=(found.metric.theme,),
        headings=headings,
        rule="indicator.table",
        metric=found.metric.id,
        value=found.value,
        unit=found.unit,
        qualifier=found.qualifier,
        scope=found.scope,
        period=found.period,
        change=found.change,
        rank=found.rank,
    )
