"""One bureau over several years: which values of a metric may be joined by a line.

Values compare over years as they do over bureaus: same scope, method and unit, whole years.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from builder.compare.groups import compares
from builder.model.comparison import (
    BureauYears,
    Dossier,
    Key,
    MetricComparison,
    MetricValue,
    MetricYears,
    YearValue,
)

_LEAST = 2
"""A line has two ends."""


def bureau_years(
    dossiers: Sequence[Dossier], metrics: Sequence[MetricComparison]
) -> tuple[BureauYears, ...]:
    """Every bureau of which there are reports on several years, with its metrics over them."""
    found = []
    for identity in dict.fromkeys(dossier.identity for dossier in dossiers):
        own = [dossier for dossier in dossiers if dossier.identity == identity]
        years = {year for dossier in own if (year := _year_of(dossier)) is not None}
        if len(years) < _LEAST:
            continue
        reports = tuple(dossier.line.report for dossier in own)
        over_years = (_metric_years(metric, own) for metric in metrics)
        found.append(
            BureauYears(
                reports=reports,
                metrics=tuple(one for one in over_years if len(one.values) >= _LEAST),
            )
        )
    return tuple(found)


def _metric_years(metric: MetricComparison, own: Sequence[Dossier]) -> MetricYears:
    """A value a year; those of the commonest scope, method and unit are joined."""
    candidates = list(_candidates(metric, own))
    keys = Counter(_timeless(value) for _, value in candidates)
    main = max(keys, key=lambda key: (keys[key], key.scope.whole), default=None)
    values: dict[int, YearValue] = {}
    for year, value in sorted(candidates, key=lambda found: found[0]):
        key = _timeless(value)
        joined = key == main and keys[key] >= _LEAST and compares(metric.metric, value.key)
        if year not in values or (joined and not values[year].joined):
            values[year] = YearValue(year=year, value=value, joined=joined)
    return MetricYears(metric=metric.metric, values=tuple(values[year] for year in sorted(values)))


def _candidates(
    metric: MetricComparison, own: Sequence[Dossier]
) -> Iterator[tuple[int, MetricValue]]:
    """The sure values of whole years, each from the report on its year, where it is the only one
    of its scope.
    """
    for dossier in own:
        year = _year_of(dossier)
        values = [
            value
            for value in metric.values
            if value.fact.report == dossier.line.report
            and value.fact.value is not None
            and value.fact.is_sure
            and value.fact.period is not None
            and value.fact.period.whole_year
            and value.fact.period.end.year == year
        ]
        keys = Counter(value.key for value in values)
        yield from ((year, value) for value in values if year and keys[value.key] == 1)


def _timeless(value: MetricValue) -> Key:
    """What values of several years must have in common: all of their key but the period."""
    return replace(value.key, period=None)


def _year_of(dossier: Dossier) -> int | None:
    """The year that a report is on; None where it covers less or more than one."""
    period = dossier.line.period
    return period.end.year if period is not None and period.whole_year else None
