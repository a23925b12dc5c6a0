"""Quantities of tables: 立案查处 | 件 | 50 | 74, and 立案数（件） over the rows of places."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from builder.extract.extracted import Extracted
from builder.model import Quantity, Role
from builder.text.dates import times
from builder.text.numbers.number import Number, NumberKind
from builder.text.tables import Cell, ColumnKind, Table
from builder.text.tables.cells import figure, is_time, named_metrics, unit_of
from builder.text.tables.columns import without_unit
from builder.text.themes import themes
from builder.vocabulary.environment.amounts import no_amounts
from builder.vocabulary.generic.amounts import UnitKind
from builder.vocabulary.generic.reports import column_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.text.analysis import TextAnalysis

MAX_LABEL_CHARACTERS = 30
# What is measured in air or in water, and no metric, was not understood.
OF_AIR = frozenset(("μg/m³", "mg/m³"))


class _Counted(NamedTuple):
    """A cell's figure with the unit as printed, what it counts, and the cells that say it."""

    number: Number
    unit: str
    label: str
    name: Cell
    cell: Cell


def table_quantities(analysis: TextAnalysis, taken: frozenset[int]) -> Extracted[Quantity]:
    """The quantities of tables outside plans; `taken` are the numbers of other facts."""
    found: list[Quantity] = []
    used: set[int] = set()
    for table in analysis.tables:
        role, headings = analysis.place_of(table.start)
        if role in (Role.PLAN, Role.PROBLEMS):
            continue
        for one in (*_in_rows(analysis, table), *_in_columns(table)):
            starts = [*analysis.starts_in(one.cell.start, one.cell.end)]
            if not taken.isdisjoint(starts):
                continue
            found.append(_quantity(analysis, one, headings))
            used.update(starts, analysis.starts_in(one.name.start, one.name.end))
    return Extracted(facts=tuple(found), used=frozenset(used))


def _in_rows(analysis: TextAnalysis, table: Table) -> Iterator[_Counted]:
    """A figure a row, in the one column of what was done: 指标 | 单位 | 目标 | 完成."""
    told = [
        index
        for index in table.of_kind(ColumnKind.VALUE)
        if _is_result(analysis, table.columns[index].head)
    ]
    if len(told) != 1:
        return
    units = table.of_kind(ColumnKind.UNIT)
    for row in table.rows:
        name = _name(table, row)
        if name is None or named_metrics(name.text):
            continue
        label, behind = without_unit(name.text)
        printed = next((row[index].text for index in units if unit_of(row[index].text)), behind)
        counted = _counted(row[told[0]], printed, label, name)
        if counted is not None:
            yield counted


def _in_columns(table: Table) -> Iterator[_Counted]:
    """A figure for each place: 县区 | 立案数(件) | 罚款(万元)."""
    for index in table.of_kind(ColumnKind.VALUE):
        column = table.columns[index]
        words = column_words()
        said = (words.former, words.result, words.classes)
        if not column.unit or named_metrics(column.head) or times(column.head):
            continue
        if any(one.fullmatch(column.head) for one in said) or words.former.within(column.head):
            continue
        for row in table.rows:
            name = _name(table, row)
            if name is None or is_time(name.text) or words.remarks.within(name.text):
                continue
            whole = words.totals.fullmatch(name.text)
            label = column.head if whole else name.text + column.head
            counted = _counted(row[index], column.unit, label, name)
            if counted is not None:
                yield counted


def _is_result(analysis: TextAnalysis, head: str) -> bool:
    """Whether a head says that its column has what was done in the report's own time."""
    words = column_words()
    if words.former.within(head):
        return False
    named = times(head)
    if named:
        calendar = analysis.calendar
        return len(named) == 1 and calendar.resolved(named[0]) == calendar.period
    return words.result.within(head)


def _name(table: Table, row: tuple[Cell, ...]) -> Cell | None:
    """The innermost cell that names a row."""
    names = [row[index] for index in table.of_kind(ColumnKind.NAME) if row[index].text]
    return names[-1] if names else None


def _counted(cell: Cell, printed: str, label: str, name: Cell) -> _Counted | None:
    """A cell's figure, None where it has none, or no unit of an amount."""
    number = None if cell.is_void else figure(cell.text)
    if number is None or name.start >= cell.start or not label:
        return None
    own = number.kind is NumberKind.AMOUNT
    one = number if own else unit_of(printed)
    if one is None or one.measure in OF_AIR or one.unit in no_amounts().order.grades:
        return None
    if one.unit == "分" or one.unit_kind is UnitKind.TIME:
        return None
    return _Counted(number, one.unit, label[-MAX_LABEL_CHARACTERS:], name, cell)


def _quantity(analysis: TextAnalysis, one: _Counted, headings: tuple[str, ...]) -> Quantity:
    source = analysis.outline.source
    start, end = one.name.start, one.cell.end
    assert isinstance(one.number.value, Decimal)
    return Quantity(
        report=source.report,
        start=start,
        end=end,
        quote=source.text[start:end],
        themes=themes(one.label, headings),
        headings=headings,
        rule="quantity.table",
        value=one.number.value,
        unit=one.unit,
        qualifier=one.number.qualifier,
        label=one.label,
    )
