"""Columns that say something of the values beside them: 同比, 排名."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from builder.model import Change, Direction, Rank
from builder.numerals import whole_number
from builder.text.numbers.number import Number, NumberKind
from builder.text.tables import ColumnKind, Table
from builder.text.tables.cells import figure, named_metrics, signed, unit_of
from builder.vocabulary.environment.metrics import CLASS
from builder.vocabulary.generic.amounts import area_words, rank_words
from builder.vocabulary.generic.reports import column_words

if TYPE_CHECKING:
    from builder.extract.indicators.table_values import TableValue

# How far a printed change may be from the difference of the values, which are rounded.
ROUNDED = Decimal("0.15")
HUNDRED = 100
DAWN = date.min


def with_changes(table: Table, values: Sequence[TableValue]) -> list[TableValue]:
    """The values, each with the change that its row tells of it."""
    found = list(values)
    for column in table.of_kind(ColumnKind.CHANGE):
        for at in _latest(found, table, column):
            cell = table.rows[found[at].row][column]
            change = _change(table, column, found[at], _before(found, found[at]))
            if change is not None and found[at].change is None:
                found[at] = replace(found[at], change=change, cells=(*found[at].cells, cell))
    return found


def with_ranks(table: Table, values: Sequence[TableValue]) -> list[TableValue]:
    """The values, each with its rank, where a column has it; that of a change is none."""
    found = list(values)
    for column in table.of_kind(ColumnKind.RANK):
        head = table.columns[column].head
        if rank_words().changes.within(head) or column_words().changes.within(head):
            continue
        area = area_words().whole.search(head)
        for at in _latest(found, table, column):
            cell = table.rows[found[at].row][column]
            place = whole_number(cell.text.removeprefix("第").rstrip("位名"))
            if place and found[at].rank is None:
                rank = Rank(position=place, of=None, area=area[0] if area else None, tied=False)
                found[at] = replace(found[at], rank=rank, cells=(*found[at].cells, cell))
    return found


def _latest(values: Sequence[TableValue], table: Table, column: int) -> Iterator[int]:
    """The value of each row that a column speaks of: the latest of the metric beside it."""
    named = named_metrics(table.columns[column].head)
    metric = named[0].metric if named else None
    rows: dict[int, list[int]] = {}
    for index, value in enumerate(values):
        of_metric = metric is None or value.metric.id == metric.id
        if of_metric and (value.column < column or metric is not None):
            rows.setdefault(value.row, []).append(index)
    alone = len(table.of_kind(table.columns[column].kind))
    for found in rows.values():
        last = values[found[-1]]
        metrics = {values[index].metric.id for index in found}
        outer = table.columns[last.column].head.partition(",")[0]
        beside = table.columns[column].head.partition(",")[0] == outer
        # PM2.5 | 优良率 | 排名 doesn't tell of which of the two the ranks are.
        if metric is None and not beside and alone < len(metrics):
            continue
        alike = [
            index
            for index in found
            if (values[index].metric, values[index].scope) == (last.metric, last.scope)
        ]
        yield max(alike, key=lambda index: (_end(values[index]), index))


def _end(value: TableValue) -> date:
    return DAWN if value.period is None else value.period.end


def _before(values: Sequence[TableValue], value: TableValue) -> Decimal | None:
    """The value of the year before that stands in the same row."""
    if value.period is None:
        return None
    earlier = value.period.previous_year()
    return next(
        (
            one.value
            for one in values
            if (one.row, one.metric, one.scope, one.period)
            == (value.row, value.metric, value.scope, earlier)
            and isinstance(one.value, Decimal)
        ),
        None,
    )


def _change(table: Table, column: int, value: TableValue, former: Decimal | None) -> Change | None:
    """The change that a cell tells of a value, None where it can't be told which way it goes."""
    cell, head = table.rows[value.row][column], table.columns[column]
    if value.metric.unit == CLASS or cell.is_void or not isinstance(value.value, Decimal):
        return None
    if column_words().flat.within(cell.text):
        return Change(value=None, unit=None, direction=Direction.FLAT, better=None)
    sign, rest = signed(cell.text)
    number = figure(_said(rest)[1])
    if number is None or not isinstance(number.value, Decimal):
        return None
    printed = number if number.kind is NumberKind.AMOUNT else unit_of(head.unit)
    unit = _unit(value, printed) if printed else _reckoned(value, number.value, former)
    if number.value == 0:
        return Change(value=None, unit=None, direction=Direction.FLAT, better=None)
    told = {one for one in (_of_sign(sign), _said(rest)[0], _of_head(value, head.head)) if one}
    if not told and any(signed(row[column].text)[0] for row in table.rows):
        told = {Direction.UP}
    reckoned = _direction(value.value, former)
    told |= {reckoned} if reckoned else set()
    if len(told) != 1 or unit is None:
        return None
    (direction,) = told
    better = value.metric.better and (direction is Direction.UP) == (
        value.metric.better == "higher"
    )
    return Change(value=number.value, unit=unit, direction=direction, better=better)


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
