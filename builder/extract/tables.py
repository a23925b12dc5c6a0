"""Result tables, 指标 | 年度目标 | 完成值: a row is a fact, its target is none."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from builder.extract.dates import times
from builder.extract.drafts import canonical
from builder.extract.mentions import mentions
from builder.extract.numbers import NumberKind
from builder.extract.scanning import scan
from builder.model import Indicator
from builder.vocabulary.alternation import either
from builder.vocabulary.columns import column_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.extract.numbers import Number
    from builder.extract.reading import Reading
    from builder.vocabulary.metrics import Metric

# Indented lines begin with blanks; only those within a line part its cells.
LINES = re.compile(r"\S[^\n]*")
# What parts cells: without one of these a line has but one.
PARTING = ("  ", "\t", "|")
CELLS = re.compile(r"(?:(?!\s{2}|\t|\s?\|\s?)[^\n])+")
FEWEST_CELLS = 3
BLANKS = re.compile(r"\s")


class Cell(NamedTuple):
    """A cell of a table where it stands in the source."""

    start: int
    end: int
    text: str


class _Columns(NamedTuple):
    aimed: re.Pattern[str]
    former: re.Pattern[str]
    result: re.Pattern[str]


class Table(NamedTuple):
    """A table's rows under its header, and the column of the results."""

    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    column: int

    @property
    def span(self) -> tuple[int, int]:
        """Where the table stands in the source."""
        return self.header[0].start, self.rows[-1][-1].end


def tables(plain: str) -> tuple[Table, ...]:
    """The result tables of a text: a header with a column of targets and one of results."""
    found: list[Table] = []
    if _columns().aimed.search(plain) is None:
        return ()
    header: tuple[Cell, ...] = ()
    rows: list[tuple[Cell, ...]] = []
    column: int | None = None
    for line in LINES.finditer(plain):
        parted = any(sign in line[0] for sign in PARTING)
        cells = _cells(plain, *line.span()) if parted else ()
        if column is not None and len(cells) == len(header):
            rows.append(cells)
            continue
        if column is not None and rows:
            found.append(Table(header, tuple(rows), column))
        header, rows, column = cells, [], _result_column(cells)
    if column is not None and rows:
        found.append(Table(header, tuple(rows), column))
    return tuple(found)


def _cells(plain: str, start: int, end: int) -> tuple[Cell, ...]:
    parts = (match for match in CELLS.finditer(plain, start, end))
    trimmed = ((match, match[0].strip()) for match in parts if match[0].strip())
    return tuple(
        Cell(
            match.start() + match[0].index(text),
            match.start() + match[0].index(text) + len(text),
            text,
        )
        for match, text in trimmed
    )


def _result_column(header: tuple[Cell, ...]) -> int | None:
    """The first column of results beside one of targets, or None where this is no header."""
    words = _columns()
    if len(header) < FEWEST_CELLS or not any(words.aimed.search(cell.text) for cell in header[1:]):
        return None
    results = [
        index
        for index, cell in enumerate(header)
        if index
        and words.result.search(cell.text)
        and not words.aimed.search(cell.text)
        and not words.former.search(cell.text)
    ]
    return results[0] if results else None


def table_indicators(reading: Reading) -> Iterator[Indicator]:
    """An indicator for each row that names a metric; it quotes the row up to its result."""
    for table in reading.tables:
        period = _period(reading, table.header[table.column].text)
        for row in table.rows:
            found = _value(row[0].text, row[table.column].text)
            if found is not None:
                metric, number, unit = found
                yield _indicator(reading, row, table.column, metric, number, unit, period)


def _value(name: str, value: str) -> tuple[Metric, Number, str] | None:
    """The metric that a row names first, with its result and the unit of that."""
    bare = BLANKS.sub("", name)
    named, numbers = mentions(bare, scan(bare)), scan(value)
    if not named or named[0].metric is None or len(numbers) != 1:
        return None
    metric, number = named[0].metric, numbers[0]
    unit = metric.unit if number.kind is NumberKind.BARE else canonical(metric, number)
    if unit is None or not isinstance(number.value, Decimal):
        return None
    return metric, number, unit


def _indicator(
    reading: Reading,
    row: tuple[Cell, ...],
    column: int,
    metric: Metric,
    number: Number,
    unit: str,
    period: str | None,
) -> Indicator:
    source = reading.outline.source
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


def _period(reading: Reading, header: str) -> str | None:
    """The period that a column's header names, else the report's."""
    named = times(BLANKS.sub("", header))
    return reading.calendar.resolved(named[0]) if named else reading.calendar.period


@cache
def _columns() -> _Columns:
    words = column_words()
    return _Columns(
        aimed=re.compile(either(words.aimed)),
        former=re.compile(either(words.former)),
        result=re.compile(rf"{either(words.result)}|\d月"),
    )
