"""Indicators in the making."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from builder.extract.indicators.value_patterns import value_patterns
from builder.model import Change, Direction, Qualifier
from builder.text.number_roles import RoledNumber
from builder.text.numbers.number import NumberKind
from builder.text.numbers.units import CONCENTRATIONS

if TYPE_CHECKING:
    from builder.model import Period, Rank
    from builder.text.numbers.number import Number
    from builder.vocabulary.environment.metrics import Metric

# To look up a member of an enumeration takes as long as a search.
_BARE, _CLASS = NumberKind.BARE, NumberKind.CLASS

# Of a concentration, the unit may be cut short: 31微克.
SHORT_UNITS = {"微克": "μg/m³", "毫克": "mg/m³"}


@dataclass(slots=True, kw_only=True)
class Draft:
    """A value found for a metric; its change and rank stand further on in the sentence.

    `start..end` is the stretch to be quoted, `offset` where the value (or change) stands. `label`
    is the value's, None for a water class. `group_start` is where the group of its metric begins.
    `base` marks the earlier value of 由38降至35, `numbers` are the starts of all it holds.
    """

    metric: Metric
    start: int
    end: int
    offset: int
    label: RoledNumber | None
    rule: str
    value: Decimal | str | None
    unit: str
    qualifier: Qualifier = Qualifier.EQUAL
    scope: str | None = None
    period: Period | None = None
    change: Change | None = None
    rank: Rank | None = None
    group_start: int = -1
    base: bool = False
    numbers: list[int] = field(default_factory=list)


def fitting_unit(metric: Metric, number: Number) -> str | None:
    """The unit of a number as a value of the metric, or None where it can't be one."""
    measure = SHORT_UNITS.get(number.measure, number.measure)
    if number.kind is _BARE:  # 劣Ⅴ类比例为0 needs no %.
        return metric.unit if metric.unit != "%" or number.value == 0 else None
    if measure == metric.unit or (metric.unit in CONCENTRATIONS and measure in CONCENTRATIONS):
        return measure
    if metric.percent is not None and measure == "%":
        return "%"
    return None


def fits(metrics: list[Metric], label: RoledNumber, gap: str) -> bool:
    """Whether a number can be a value of one of the metrics; a bare one only right behind."""
    number = label.number
    if number is None or number.upper is not None or number.kind is _CLASS:
        return False
    if number.kind is _BARE and not value_patterns().direct.search(gap):
        return False
    return any(fitting_unit(metric, number) is not None for metric in metrics)


def change_of(metric: Metric, label: RoledNumber) -> Change | None:
    """A label as a change of the metric, or None where its unit or direction doesn't fit."""
    direction = label.direction
    if direction is None and metric.better is not None:
        rises = (metric.better == "higher") is label.better
        direction = Direction.UP if rises else Direction.DOWN
    if direction is None:
        return None
    if label.number is None:
        return Change(value=None, unit=None, direction=direction, better=None, basis=label.basis)
    unit = _change_unit(metric, label.number)
    if unit is None or not isinstance(label.value, Decimal):
        return None
    better = (
        None
        if metric.better is None
        else (direction is Direction.UP) == (metric.better == "higher")
    )
    return Change(
        value=label.value, unit=unit, direction=direction, better=better, basis=label.basis
    )


def with_own_basis(change: Change | None, period: Period | None) -> Change | None:
    """A change whose basis is none where it is the year before the value's, as it mostly is.

    较2023年 in 2024 is year on year, and 较2023年底 is 较上年底; other years lose their 底.
    """
    if change is None or change.basis is None or not change.basis[:4].isdecimal():
        return change
    basis: str | None = change.basis[:4]
    if period is not None and int(change.basis[:4]) == period.end.year - 1:
        basis = "上年底" if change.basis.endswith("底") else None
    return replace(change, basis=basis)


def _change_unit(metric: Metric, number: Number) -> str | None:
    if number.measure == "%":
        return "%"
    if number.measure == "pp":
        return "pp" if metric.unit == "%" else None
    if number.kind is _BARE:
        return "1" if metric.unit == "1" else None
    return metric.unit if SHORT_UNITS.get(number.measure, number.measure) == metric.unit else None
