"""What of a report's values is the bureau's own: of its area, and of most of its time."""

from __future__ import annotations

from collections import Counter

from builder.model import Indicator, Period
from builder.model.comparison import Dossier, MetricComparison, MetricValue
from builder.wording.stated import valued

_HALF_A_YEAR = 180


def data_period(report: Dossier) -> Period | None:
    """The time of a report's figures: where all of them end earlier than it does, theirs.

    A report on 2024 whose values are all of January to October has the data of these months.
    """
    own = report.line.period
    if own is None:
        return None
    facts = [f for f in report.of(Indicator) if f.is_sure and f.value is not None]
    periods = [f.period for f in facts if f.period is not None and f.period.start >= own.start]
    if any(period.end >= own.end for period in periods):
        return own
    told = Counter(period for period in periods if period.start == own.start)
    return max(told, key=lambda period: (told[period], period.end), default=own)


def own_values(metric: MetricComparison, report: Dossier) -> tuple[MetricValue, ...]:
    """The values of a bureau's own area and time: all of it, its towns, a kind of its sections.

    What is of one district, station or lake by its name, or of one month, says nothing of it.
    """
    return tuple(
        value
        for value in valued(metric, report.line.report)
        if not value.key.scope.name and _is_of_most_time(value, report)
    )


def of_most_time(metric: MetricComparison, report: Dossier) -> list[MetricValue]:
    """Classes of waters, each water once: that of most of the report's time, and of no month."""
    told = [v for v in valued(metric, report.line.report) if _is_of_most_time(v, report)]
    found: dict[str, MetricValue] = {}
    for value in sorted(told, key=_days):
        found[value.fact.scope or ""] = value
    return [value for value in told if value in found.values()]


def _is_of_most_time(value: MetricValue, report: Dossier) -> bool:
    """Whether a value is of half of its report's time, or of half a year of a longer one."""
    return report.line.is_mostly(value.fact.period) or _days(value) >= _HALF_A_YEAR


def _days(value: MetricValue) -> int:
    """How long the time of a value is; of an unknown one nothing is known."""
    period = value.fact.period
    return 0 if period is None else (period.end - period.start).days
