"""Bars as data, for programs that draw charts themselves."""

from __future__ import annotations

from collections.abc import Iterable

from builder.charts.bars import Bar, State
from builder.model import PlotBar


def plot_bars(bars: Iterable[Bar]) -> tuple[PlotBar, ...]:
    """The bars of a chart without their places on the page."""
    return tuple(_plot_bar(bar) for bar in bars)


def _plot_bar(bar: Bar) -> PlotBar:
    return PlotBar(
        name=" ".join(words for words in (bar.name, bar.detail) if words),
        text=bar.text,
        value=None if bar.state is State.MISSING else bar.value,
        apart=bar.state is State.APART,
        full=bar.full,
        limit=bar.limit,
        limit_name=bar.limit_name,
        head=bar.head,
        remark=bar.remark,
        before=bar.before,
        after=bar.after,
    )
