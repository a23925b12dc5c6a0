"""Columns that say something of the values beside them: 同比, 排名."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from builder.model import Change, Direction, Rank
from builder.numerals import whole_number
from builder.text.numbers.number import Number, NumberKind
from builder.text.tables import Cell, Column, ColumnKind, Table
from builder.text.tables.cells import figure, named_metrics, signed, unit_of
from builder.vocabulary.environment.metrics import CLASS, Metric
from builder.vocabulary.generic.amounts import area_words, rank_words
from builder.vocabulary.generic.reports import column_words

if TYPE_CHECKING:
    from builder.extract.indicators.table_values import TableValue

# How far a printed change may be from the difference of the values, which are rounded.
ROUNDED = Decimal("0.15")
HUNDRED = 100
DAWN = date.min


class _Beside(NamedTuple):
    """A column that says something of values: the metric it names, and how many there are like it.

    It is `signed` where one of its cells has a sign, so that one without a sign is a rise, and
    speaks of the value `next_to` it where all columns like it stand so: PM2.5|同比|优良率|同比.
    """

    place: int
    column: Column
    metric: Metric | None
    alike: int
    signed: bool
    next_to: bool


def with_changes(table: Table, values: Iterable[TableValue]) -> list[TableValue]:
    """The values, each with the change that its row tells of it."""
    beside = _beside(table, ColumnKind.CHANGE)
    found: list[TableValue] = []
    for row, group in groupby(values, key=attrgetter("row")):
        told = list(group)
        for one in beside:
            at = _latest(told, table, one)
            if at is None or told[at].change is not None:
                continue
            cell = table.rows[row][one.place]
            change = _change(cell, one, told[at], _before(told, told[at]))
            if change is not None:
                told[at] = replace(told[at], change=change, cells=(*told[at].cells, cell))
        found += told
    return found


def with_ranks(table: Table, values: Iterable[TableValue]) -> list[TableValue]:
    """The values, each with its rank, where a column has it; that of a change is none."""
    beside = [
        one
        for one in _beside(table, ColumnKind.RANK)
        if not rank_words().changes.within(one.column.head)
        and not column_words().changes.within(one.column.head)
    ]
    found: list[TableValue] = []
    for row, group in groupby(values, key=attrgetter("row")):
        told = list(group)
        for one in beside:
            at = _latest(told, table, one)
            cell = table.rows[row][one.place]
            place = whole_number(cell.text.removeprefix("第").rstrip("位名"))
            if at is None or not place or told[at].rank is not None:
                continue
            area = area_words().whole.search(one.column.head)
            rank = Rank(position=place, of=None, area=area[0] if area else None, tied=False)
            told[at] = replace(told[at], rank=rank, cells=(*told[at].cells, cell))
        found += told
    return found


def _beside(table: Table, kind: ColumnKind) -> list[_Beside]:
    columns = table.of_kind(kind)
    found: list[_Beside] = []
    next_to = len(columns) > 1 and all(
        index and table.columns[index - 1].kind is ColumnKind.VALUE for index in columns
    )
    for index in columns:
        named = named_metrics(table.columns[index].head)
        has_signs = any(signed(row[index].text)[0] for row in table.rows)
        metric = named[0].metric if named else None
        found.append(_Beside(index, table.columns[index], metric, len(columns), has_signs, next_to))
    return found


def _latest(values: Sequence[TableValue], table: Table, beside: _Beside) -> int | None:
    """Which value of a row a column speaks of: the latest of the metric beside it."""
    metric = beside.metric
    found = [
        index
        for index, value in enumerate(values)
        if (value.column < beside.place if metric is None else value.metric.id == metric.id)
    ]
    if not found:
        return None
    last = values[found[-1]]
    if beside.next_to and metric is None:
        return found[-1] if last.column == beside.place - 1 else None
    metrics = {values[index].metric.id for index in found}
    outer = table.columns[last.column].head.partition(",")[0]
    shared = beside.column.head.partition(",")[0] == outer
    # PM2.5 | 优良率 | 排名 doesn't tell of which of the two the ranks are.
    if metric is None and not shared and beside.alike < len(metrics):
        return None
    alike = [
        index
        for index in found
        if (values[index].metric, values[index].scope) == (last.metric, last.scope)
    ]
    return max(alike, key=lambda index: (_end(values[index]), index))


def _end(value: TableValue) -> date:
    return DAWN if value.period is None else value.period.end


def _before(values: Sequence[TableValue], value: TableValue) -> Decimal | None:
    """The value of the year before, among those of the same row."""
    if value.period is None:
        return None
    earlier = (value.metric, value.scope, value.period.previous_year())
    for one in values:
        if (one.metric, one.scope, one.period) == earlier and isinstance(one.value, Decimal):
            return one.value
    return None


def _change(
    cell: Cell, beside: _Beside, value: TableValue, former: Decimal | None
) -> Change | None:
    """The change that a cell tells of a value, None where it can't be told which way it goes."""
    head = beside.column
    if value.metric.unit == CLASS or cell.is_void or not isinstance(value.value, Decimal):
        return None
    sign, rest = signed(cell.text)
    number = figure(_said(rest)[1])
    amount = number.value if number is not None else None
    if column_words().flat.within(cell.text) or amount == 0:
        return Change(value=None, unit=None, direction=Direction.FLAT, better=None)
    if number is None or not isinstance(amount, Decimal):
        return None
    printed = number if number.kind is NumberKind.AMOUNT else unit_of(head.unit)
    unit = _unit(value, printed) if printed else _reckoned(value, amount, former)
    told = {one for one in (_of_sign(sign), _said(rest)[0], _of_head(value, head.head)) if one}
    if not told and beside.signed:
        told = {Direction.UP}
    reckoned = _direction(value.value, former)
    told |= {reckoned} if reckoned else set()
    if len(told) != 1 or unit is None:
        return None
    (direction,) = told
    better = value.metric.better and (direction is Direction.UP) == (
        value.metric.better == "higher"
    )
    return Change(value=amount, unit=unit, direction=direction, better=better)


def _said(text: str) -> tuple[Direction | None, str]:
    """Which way a cell says that a value went, and its figure: 下降8.6%."""
    words = column_words()
    for named, direction in ((words.falls, Direction.DOWN), (words.rises, Direction.UP)):
        if found := named.match(text):
            return direction, text[found.end() :]
    return None, text


def _of_sign(sign: str) -> Direction | None:
    return {"+": Direction.UP, "-": Direction.DOWN}.get(sign)


def _of_head(value: TableValue, head: str) -> Direction | None:
    """Which way all changes of a column go: 降幅, 改善率."""
    words = column_words()
    falls, rises = words.falls.within(head), words.rises.within(head)
    if falls != rises:
        return Direction.DOWN if falls else Direction.UP
    if words.improves.within(head) and value.metric.better is not None:
        return Direction.UP if value.metric.better == "higher" else Direction.DOWN
    return None


def _direction(value: Decimal, former: Decimal | None) -> Direction | None:
    if former is None or former == value:
        return None
    return Direction.UP if value > former else Direction.DOWN


def _unit(value: TableValue, number: Number) -> str | None:
    if number.measure == "%" or (number.measure == "pp" and value.unit == "%"):
        return number.measure
    return value.unit if number.measure == value.unit else None


def _reckoned(value: TableValue, change: Decimal, former: Decimal | None) -> str | None:
    """The unit of a change that is printed without one, by the two values it lies between."""
    if former is None or not isinstance(value.value, Decimal):
        return None
    difference = abs(value.value - former)
    if abs(difference - change) <= ROUNDED:
        return "pp" if value.unit == "%" else value.unit
    share = former and difference / former * HUNDRED
    return "%" if abs(share - change) <= ROUNDED else None
