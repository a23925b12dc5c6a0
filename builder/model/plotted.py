"""What a chart draws, as words and numbers that are ready to be placed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A value of a panel: where it stands, what is written beside it, and whether it compares.

    `label` is the printed figure (32.86), `change` what stands behind it (↓3.64%). Without a
    `value` the label alone is written where the axis begins: 原文没有.
    """

    value: Decimal | None
    label: str
    change: str = ""
    hollow: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """An axis of a dot plot: its title with its unit, where it begins and ends.

    `limit` is drawn as a dashed line with its name over the rows that it holds for, which are those
    whose `limited` is set.
    """

    title: str
    start: Decimal
    end: Decimal
    limit: Decimal | None = None
    limit_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DotRow:
    """A row of a dot plot: a bureau, what its values are of, and a dot or none for each panel.

    `band` is set over the row that begins a group: 可直接对比：2024年，未限定范围.
    """

    name: str
    detail: str = ""
    band: str = ""
    dots: tuple[Dot | None, ...]
    limited: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DotPlot:
    """Values by bureau on one axis for each metric."""

    panels: tuple[Panel, ...]
    rows: tuple[DotRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A time on a strip: first and last day, what is written in it, and how it is drawn.

    `solid` ones compare; `planned` ones are a thin dotted line: what the plan is for.
    """

    start: date
    end: date
    label: str = ""
    solid: bool = False
    planned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StripRow:
    """A bureau's times; `remark` stands behind them: 范围不同."""

    name: str
    stretches: tuple[Stretch, ...]
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StripPlot:
    """The times that the reports cover, a row a bureau, on one axis of years."""

    rows: tuple[StripRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class YearPoint:
    """A value of one year; values that compare are joined by a line."""

    year: int
    value: Decimal
    label: str
    joined: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class YearLine:
    """One metric of one bureau over the years."""

    name: str
    points: tuple[YearPoint, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class YearPlot:
    """Small lines over the years, one a metric."""

    lines: tuple[YearLine, ...]


Plot = DotPlot | StripPlot | YearPlot
