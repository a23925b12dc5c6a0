"""Rules on measured values: who leads and who is last, limits, what got worse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from builder.model import Qualifier
from builder.model.comparison import (
    Comparison,
    GroupFinding,
    GroupOrder,
    KeyFinding,
    LimitMet,
    LimitMissed,
    MetricComparison,
    MetricGroup,
    MetricValue,
    Place,
    StandardLimit,
    StandardVerdict,
    Worsened,
)
from builder.vocabulary.environment.metrics import metric_of

_LIMIT_MISSED, _WORSE, _LIMIT_MET = 98, 92, 70
_ORDINARY, _EQUAL, _OPEN = 40, 30, 20
_FIRST_OF_ALL = Place(position=1, tied=True)


def comparisons(comparison: Comparison) -> Iterator[KeyFinding]:
    """The order of every comparable group, or that there is none.

    Only a metric's largest group of what is reported has the metric's full weight: a page has other
    things to say than how one metric stood in each of its groups, or in the years before. A group
    with a value that is unsure has no order to speak of.
    """
    for item in comparison.metrics:
        groups = [g for g in item.groups if all(value.fact.is_sure for value in g.values)]
        main = next((g for g in groups if _reported(g.values, comparison) == g.values), None)
        for group in groups:
            weight = metric_of(item.metric).weight
            yield _comparison(item, group, weight if group is main else min(weight, _ORDINARY))


def limits(comparison: Comparison) -> Iterator[KeyFinding]:
    """One finding for each limit: which values are above it, else that none is."""
    for item in comparison.metrics:
        judged: dict[StandardLimit, list[MetricValue]] = {}
        for value in _reported(item.values, comparison):
            applied = value.judgement.applied
            if applied is not None and value.fact.qualifier is Qualifier.EQUAL:
                judged.setdefault(applied, []).append(value)
        for limit, values in judged.items():
            exceeded = [v for v in values if v.judgement.verdict is StandardVerdict.EXCEEDED]
            above = tuple(value for value in exceeded if value.fact.is_sure)
            if above:
                yield LimitMissed(
                    weight=_LIMIT_MISSED,
                    reports=of_reports(above),
                    metric=item.metric,
                    limit=limit,
                    values=above,
                    judged=len(values),
                )
            elif len(values) > 1 and all(value.fact.is_sure for value in values):
                yield LimitMet(
                    weight=_LIMIT_MET,
                    reports=of_reports(values),
                    metric=item.metric,
                    limit=limit,
                    values=tuple(values),
                )


def worsened(comparison: Comparison) -> Iterator[KeyFinding]:
    """What the reports themselves print as worse than before."""
    values = tuple(
        value
        for item in comparison.metrics
        for value in item.values
        if value.fact.is_sure
        and value.fact.change is not None
        and value.fact.change.better is False
    )
    if values:
        yield Worsened(weight=_WORSE, reports=of_reports(values), values=values)


def _reported(values: Iterable[MetricValue], comparison: Comparison) -> tuple[MetricValue, ...]:
    """The values but for those of times before their report's own, which are bases: 2023年为36."""
    begins = {report.line.report: report.line.period for report in comparison.reports}

    def earlier(value: MetricValue) -> bool:
        own, report = value.fact.period, begins.get(value.fact.report)
        return own is not None and report is not None and own.end < report.start

    return tuple(value for value in values if not earlier(value))


def of_reports(values: Sequence[MetricValue]) -> tuple[str, ...]:
    """The reports of values, each once."""
    return tuple(dict.fromkeys(value.fact.report for value in values))


def _comparison(item: MetricComparison, group: MetricGroup, weight: int) -> GroupFinding:
    places = [value.place for value in group.values]
    order = GroupOrder.RANKED
    if None in places:
        order, weight = GroupOrder.OPEN, min(weight, _OPEN)
    elif all(place == _FIRST_OF_ALL for place in places):
        order, weight = GroupOrder.EQUAL, min(weight, _EQUAL)
    inside = of_reports(group.ordered)
    return GroupFinding(
        weight=weight,
        reports=inside,
        metric=item.metric,
        better=item.better,
        order=order,
        group=group,
        left_out=tuple(report for report in of_reports(item.values) if report not in inside),
    )
