"""Figures as they stand in the columns of tables: decimal points under each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from builder.model import Figure, IndicatorRow, IndicatorTable, QuantityGroup, QuantityRow, TallyRow
from builder.wording.words import plain

Row = TypeVar("Row", IndicatorRow, QuantityRow)
_TALLY_FIGURES = ("total", "done", "pending", "printed_rate", "computed_rate")


def indicator_columns(tables: Sequence[IndicatorTable]) -> tuple[IndicatorTable, ...]:
    """The tables with their figures lined up; metrics without a group share one table."""
    alone = _longest(_figures(table for table in tables if not table.groups))
    return tuple(
        _indicators(table, _longest(_figures([table])) if table.groups else alone)
        for table in tables
    )


def tally_columns(rows: Sequence[TallyRow]) -> tuple[TallyRow, ...]:
    """The rows with the figures of each column lined up."""
    for name in _TALLY_FIGURES:
        longest = _longest(getattr(row, name) for row in rows)
        rows = [replace(row, **{name: _lined(getattr(row, name), longest)}) for row in rows]  # type: ignore[arg-type]
    return tuple(rows)


def quantity_columns(groups: Sequence[QuantityGroup]) -> tuple[QuantityGroup, ...]:
    """The groups, which stand in one table, with their figures lined up."""
    longest = _longest(row.figure for group in groups for row in group.rows)
    return tuple(replace(group, rows=_rows(group.rows, longest)) for group in groups)


def _indicators(table: IndicatorTable, longest: str) -> IndicatorTable:
    """One metric's table; values of several units keep theirs, for no head can say them all."""
    units = {figure.unit for figure in _figures([table]) if figure.value is not None}
    one = len(units) <= 1
    return replace(
        table,
        groups=tuple(
            replace(group, rows=_rows(group.rows, longest, bare=one)) for group in table.groups
        ),
        apart=_rows(table.apart, longest, bare=one),
    )


def _figures(tables: Iterable[IndicatorTable]) -> list[Figure]:
    return [
        row.figure
        for table in tables
        for rows in (*(group.rows for group in table.groups), table.apart)
        for row in rows
    ]


def _rows(rows: Iterable[Row], longest: str, *, bare: bool = True) -> tuple[Row, ...]:
    return tuple(replace(row, figure=_lined(row.figure, longest, bare=bare)) for row in rows)


def _longest(figures: Iterable[Figure]) -> str:
    """What stands from the decimal point on in the figure with the most places, as zeros: .00."""
    places = max((len(_fraction(figure)) for figure in figures), default=0)
    return "." + "0" * (places - 1) if places else ""


def _fraction(figure: Figure) -> str:
    """The number from its decimal point on; "" for a whole number and for words."""
    _, point, places = plain(figure.value or Decimal()).partition(".")
    return point + places


def _lined(figure: Figure, longest: str, *, bare: bool = True) -> Figure:
    if figure.value is None or not bare:
        return replace(figure, cell="")
    return replace(figure, slack=longest[len(_fraction(figure)) :])
