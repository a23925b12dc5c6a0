"""Bars as data, for programs that draw charts themselves."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from builder.charts.bars import Bar, State
from builder.model import PlotBar


def plot_bars(bars: Iterable[Bar]) -> tuple[PlotBar, ...]:
    """The bars of a chart without their places on the page."""
    return tuple(_plot_bar(bar) for bar in bars)


def _plot_bar(bar: Bar) -> PlotBar:
    return PlotBar(
        name=" ".join(words for words in (bar.name, bar.detail) if words),
        text=bar.text,
        value=None if bar.state is State.MISSING else _decimal(bar.value),
        apart=bar.state is State.APART,
        full=_decimal(bar.full),
        limit=_decimal(bar.limit),
        limit_name=bar.limit_name,
        head=bar.head,
        remark=bar.remark,
    )


def _decimal(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(str(value))
