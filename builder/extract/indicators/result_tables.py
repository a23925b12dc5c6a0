"""Result tables, 指标 | 年度目标 | 完成值: a row is a fact, its target is none."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from builder.extract.indicators.drafts import fitting_unit
from builder.model import Indicator
from builder.text.dates import times
from builder.text.metric_mentions import mentions
from builder.text.numbers.number import NumberKind
from builder.text.numbers.scanner import scan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.model import Period
    from builder.text.analysis import TextAnalysis
    from builder.text.numbers.number import Number
    from builder.text.tables import Cell
    from builder.vocabulary.environment.metrics import Metric

BLANKS = re.compile(r"\s")


def table_indicators(analysis: TextAnalysis) -> Iterator[Indicator]:
    """An indicator for each row that names a metric; it quotes the row up to its result."""
    for table in analysis.tables:
        period = _period(analysis, table.header[table.column].text)
        for row in table.rows:
            found = _value(row[0].text, row[table.column].text)
            if found is not None:
                metric, number, unit = found
                yield _indicator(analysis, row, table.column, metric, number, unit, period)


def _value(name: str, value: str) -> tuple[Metric, Number, str] | None:
    """The metric that a row names first, with its result and the unit of that."""
    name = BLANKS.sub("", name)
    named, numbers = mentions(name, scan(name)), scan(value)
    if not named or named[0].metric is None or len(numbers) != 1:
        return None
    metric, number = named[0].metric, numbers[0]
    unit = metric.unit if number.kind is NumberKind.BARE else fitting_unit(metric, number)
    if unit is None or not isinstance(number.value, Decimal):
        return None
    return metric, number, unit


def _indicator(
    analysis: TextAnalysis,
    row: tuple[Cell, ...],
    column: int,
    metric: Metric,
    number: Number,
    unit: str,
    period: Period | None,
) -> Indicator:
    source = analysis.outline.source
    start, end = row[0].start, row[column].end
    return Indicator(
        report=source.report,
        start=start,
        end=end,
        quote=source.text[start:end],
        themes=(metric.theme,),
        headings=(),
        rule="indicator.table",
        metric=metric.id,
        value=number.value if isinstance(number.value, Decimal) else None,
        unit=unit,
        qualifier=number.qualifier,
        scope=None,
        period=period,
        change=None,
        rank=None,
    )


def _period(analysis: TextAnalysis, header: str) -> Period | None:
    """The period that a column's header names, else the report's."""
    named = times(BLANKS.sub("", header))
    return analysis.calendar.resolved(named[0]) if named else analysis.calendar.period
