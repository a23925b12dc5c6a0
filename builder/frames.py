"""Facts and comparisons as pandas frames, for analysts; pandas is imported by nothing else.

A value that may not stand beside others has no `group`, so no pivot by group sets a figure of a
masked year beside one of a known year.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

import pandas as pd

from builder.fact_table import Cell, Column, by_plural, columns, rows
from builder.model import Extraction
from builder.model.comparison import Comparison, MetricValue, Verdict
from builder.vocabulary.environment.names import names
from builder.wording.obstacles import Obstacles
from builder.wording.wording import Wording

_DTYPES = {str: "string", int: "Int64", bool: "boolean", Decimal: "Float64", date: "datetime64[s]"}
_COMPARED = (
    Column("metric", str),
    Column("name", str),
    Column("report", str),
    Column("bureau", str),
    Column("period", str),
    Column("period_start", date),
    Column("period_end", date),
    Column("scope", str),
    Column("value", str),
    Column("number", Decimal),
    Column("unit", str),
    Column("qualifier", str),
    Column("verdict", str),
    Column("group", str),
    Column("place", int),
    Column("tied", bool),
    Column("reason", str),
    Column("reason_words", str),
    Column("sentence", str),
    Column("start", int),
    Column("end", int),
)


def facts_frame(extractions: Iterable[Extraction], name: str | None = None) -> pd.DataFrame:
    """The facts of a table (`indicators`, `tallies`, …), or of all kinds, one a row.

    `KeyError` where there is no such table.
    """
    kind = None if name is None else by_plural(name)
    return _frame(rows(extractions, kind), columns(kind))


def comparison_frame(comparison: Comparison) -> pd.DataFrame:
    """Every value of a metric, one a row: its group and place, or why it stands apart.

    `group` is one for values that may be set side by side and missing for all others, `sentence`
    is what the report prints; `reason` has codes, `reason_words` says them in Chinese.
    """
    language = Wording("zh", comparison.reports)
    words = Obstacles(language)
    found: list[dict[str, Cell]] = []
    for metric in comparison.metrics:
        for number, group in enumerate(metric.groups, 1):
            label = f"{metric.metric}#{number}"
            found += [_value(one, label, language, words) for one in group.ordered]
        found += [_value(one, None, language, words) for one in metric.apart]
    return _frame(found, _COMPARED)


def empty_frame(shape: Sequence[Column]) -> pd.DataFrame:
    """A frame without rows whose columns have the types of a shape."""
    return _frame((), shape)


def _value(
    value: MetricValue, group: str | None, language: Wording, words: Obstacles
) -> dict[str, Cell]:
    fact, place = value.fact, value.place
    period = fact.period
    return {
        "metric": fact.metric,
        "name": names().metrics[fact.metric],
        "report": fact.report,
        "bureau": language.bureau(fact.report),
        "period": None if period is None else str(period),
        "period_start": None if period is None else period.start,
        "period_end": None if period is None else period.end,
        "scope": fact.scope,
        "value": None if fact.value is None else str(fact.value),
        "number": fact.value if isinstance(fact.value, Decimal) else None,
        "unit": fact.unit,
        "qualifier": fact.qualifier,
        "verdict": value.verdict,
        "group": group if value.verdict is not Verdict.APART else None,
        "place": None if place is None else place.position,
        "tied": None if place is None else place.tied,
        "reason": "；".join(found.reason for found in value.obstacles) or None,
        "reason_words": words.words(value) or None,
        "sentence": fact.quote,
        "start": fact.start,
        "end": fact.end,
    }


def _frame(cells: Iterable[dict[str, Cell]], shape: Sequence[Column]) -> pd.DataFrame:
    """Rows as a frame with a column of its own type for each of the shape."""
    table = list(cells)
    series = {
        column.name: pd.Series(
            [_cell(row.get(column.name)) for row in table], dtype=_DTYPES[column.type]
        )
        for column in shape
    }
    return pd.DataFrame(series)


def _cell(cell: Cell) -> object:
    return float(cell) if isinstance(cell, Decimal) else cell
