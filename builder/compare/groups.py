"""Which values of a metric may be set side by side: same period, scope, method and unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from builder.compare.exceptions import exception
from builder.compare.obstacles import is_earlier, obstacles, year_is_masked
from builder.compare.order import Valued, places
from builder.compare.scopes import scope
from builder.compare.standards import judgement
from builder.model import Indicator, Level, Period
from builder.model.comparison import (
    Better,
    Dossier,
    Key,
    MetricComparison,
    MetricGroup,
    MetricValue,
    Obstacle,
    Place,
    Reason,
    Verdict,
)
from builder.vocabulary.environment.metrics import Compares, comparability, metric_of
from builder.vocabulary.environment.names import names

Reports = Mapping[str, Dossier]


def metric_comparisons(reports: Sequence[Dossier]) -> tuple[MetricComparison, ...]:
    """Every metric that some report gives, in the order of the table of names."""
    by_id = {report.line.report: report for report in reports}
    values = [value for report in reports for value in _values(report)]
    return tuple(
        _compared(metric, [value for value in values if value.fact.metric == metric], by_id)
        for metric in names().metrics
        if any(value.fact.metric == metric for value in values)
    )


def better_end(metric: str | None) -> Better:
    """Which end of a metric is first; None where it has none."""
    return None if metric is None else metric_of(metric).better


def compares(metric: str, key: Key) -> bool:
    """Whether values of a metric are set side by side where they have this key."""
    match metric_of(metric).compares:
        case Compares.BY_PLACE:
            return True
        case Compares.WHOLE_AREA:
            return key.scope.whole
        case Compares.BY_NAMED_OBJECT | Compares.NONE:
            return False


def _values(report: Dossier) -> list[MetricValue]:
    """A report's values; one that it prints twice is one value with both facts."""
    found: dict[tuple[object, ...], list[Indicator]] = {}
    for fact in report.of(Indicator):
        same = (fact.metric, fact.value, fact.qualifier, fact.scope, fact.period, fact.unit)
        found.setdefault((*same, fact.start) if fact.value is None else same, []).append(fact)
    return [_value(facts, report) for facts in found.values()]


def _value(facts: Sequence[Indicator], report: Dossier) -> MetricValue:
    fact, key = _fullest(facts), _key(facts[0], report)
    return MetricValue(
        fact=fact,
        printings=tuple(facts),
        key=key,
        year_masked=key.period is None and year_is_masked(fact, report),
        judgement=judgement(fact, key.scope),
    )


def _fullest(facts: Sequence[Indicator]) -> Indicator:
    """The printing that says most: with change and rank before one without."""
    return max(facts, key=lambda fact: (fact.change is not None) + (fact.rank is not None))


def _key(fact: Indicator, report: Dossier) -> Key:
    return Key(
        period=fact.period,
        scope=scope(fact.scope, report.homes),
        method=_method(fact.metric, fact.period),
        unit=fact.unit,
        of_province=report.line.level is Level.PROVINCE,
        but=exception(fact, report),
    )


def _method(metric: str, period: Period | None) -> str:
    """The method of counting of the data's year; empty where it never changed."""
    name = metric_of(metric).method
    if period is None or name is None:
        return ""
    rule = comparability().methods[name]
    return rule.after if period.end.year >= rule.since else rule.before


def _compared(metric: str, values: Sequence[MetricValue], reports: Reports) -> MetricComparison:
    better = better_end(metric)
    members = [_members(key, values, reports) for key in dict.fromkeys(v.key for v in values)]
    found = [_group(inside, better) for inside in members if len(inside) > 1]
    groups = tuple(sorted(found, key=lambda group: -len(group.values)))
    facts = {value.fact for group in groups for value in group.values}
    giving = {value.fact.report for value in values}
    return MetricComparison(
        metric=metric,
        better=better,
        groups=groups,
        apart=tuple(
            replace(value, obstacles=obstacles(value, values, groups, reports))
            for value in values
            if value.fact not in facts
        ),
        levels_differ=any(_differ_in_level(group, reports) for group in groups),
        missing=tuple(
            name
            for name, report in reports.items()
            if name not in giving and report.line.owes_indicators
        ),
    )


def _differ_in_level(group: MetricGroup, reports: Reports) -> bool:
    return len({reports[value.fact.report].line.level for value in group.values}) > 1


def _members(key: Key, values: Sequence[MetricValue], reports: Reports) -> list[MetricValue]:
    """The comparable values of a key: of each bureau a sure one of its report's own time, the only
    one of its report.

    Where several reports of a bureau give it, that of the report on its time counts.
    """
    if not compares(values[0].fact.metric, key) or key.period is None or key.scope.masked:
        return []
    valued = [value for value in values if value.key == key and value.fact.value is not None]
    of_reports = [value.fact.report for value in valued]
    bureaus: dict[str, MetricValue] = {}
    for value in valued:
        report = reports[value.fact.report]
        if not value.fact.is_sure or is_earlier(value, report):
            continue
        own_time = report.line.period == value.fact.period
        if of_reports.count(value.fact.report) == 1 and (
            own_time or report.identity not in bureaus
        ):
            bureaus[report.identity] = value
    return list(bureaus.values())


def _group(values: Sequence[MetricValue], better: Better) -> MetricGroup:
    return MetricGroup(
        key=values[0].key,
        limit=values[0].judgement.applied,
        values=tuple(
            _placed(value, place, better)
            for value, place in zip(values, _places(values, better), strict=True)
        ),
    )


def _places(values: Sequence[MetricValue], better: Better) -> Sequence[Place | None]:
    numbers = [
        Valued(value=value.fact.value, qualifier=value.fact.qualifier, unit=value.fact.unit)
        for value in values
        if isinstance(value.fact.value, Decimal)
    ]
    return places(numbers, better) if len(numbers) == len(values) else [None] * len(values)


def _placed(value: MetricValue, place: Place | None, better: Better) -> MetricValue:
    if place is not None:
        return replace(value, verdict=Verdict.COMPARED, place=place)
    reason = Reason.UNORDERED if better is None else Reason.HEDGED
    return replace(value, verdict=Verdict.NOT_JUDGED, obstacles=(Obstacle(reason=reason),))
