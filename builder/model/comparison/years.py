"""One bureau over several years, as data."""

from __future__ import annotations

from dataclasses import dataclass

from builder.model.comparison.metrics import MetricValue


@dataclass(frozen=True, slots=True, kw_only=True)
class YearValue:
    """A metric's value of a year; `joined` where it compares with those of the other years."""

    year: int
    value: MetricValue
    joined: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricYears:
    """A metric over the years, earliest first."""

    metric: str
    values: tuple[YearValue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BureauYears:
    """The reports of one bureau on several years, in the briefing's order, and its metrics."""

    reports: tuple[str, ...]
    metrics: tuple[MetricYears, ...]
