"""Rules on measured values: limits, what got worse or better, how comparable groups stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from builder.key_findings.current import Current, of_reports, one_each
from builder.model import Qualifier
from builder.model.comparison import (
    GroupOrder,
    Improved,
    KeyFinding,
    LimitMet,
    LimitMissed,
    MetricComparison,
    MetricGroup,
    MetricValue,
    StandardLimit,
    StandardVerdict,
    Stated,
    Worsened,
)
from builder.vocabulary.environment.conclusions import conclusion_words
from builder.vocabulary.environment.metrics import Compares, metric_of

_MISSED, _WORSE, _MET, _ORDER, _LISTED, _EQUAL, _BETTER, _STATED = 95, 80, 70, 55, 42, 30, 45, 38
# A place inside the bureau's own weighs less; so does one bureau's limit among many.
_INNER, _ALONE = 8, 25
# Less than the metric that leads, by how much less its own weight is: 100 for PM2.5, 40 for most.
_LEADING, _SHARE = 100, 10


def limits(current: Current) -> Iterator[KeyFinding]:
    """For each metric the values above their limit, else that those that compare are within it."""
    for item in current.comparison.metrics:
        judged = [value for value in current.values(item) if _is_judged(value)]
        above = [v for v in judged if v.judgement.verdict is StandardVerdict.EXCEEDED]
        if above:
            yield from _missed(item, above, judged)
        elif judged:
            yield from _met(item, judged, current)


def changes(current: Current) -> Iterator[KeyFinding]:
    """What the reports themselves print as worse or better than before, metric by metric."""
    told = {item.metric: _changed(item, current) for item in current.comparison.metrics}
    worse = [value for values in told.values() for value in values if not _is_better(value)]
    for metric, values in told.items():
        plain = [v for v in values if _is_plain(v) and current.is_of_most_time(v)]
        found = one_each(value for value in plain if not _is_better(value))
        if found:
            yield Worsened(
                weight=_weight(_WORSE, metric) - _INNER * all(v.key.scope.name for v in found),
                reports=of_reports(found),
                metric=metric,
                values=found,
                others=sum(value.fact.metric != metric for value in worse),
                sole=len(worse) == 1 and not current.speaks_of(conclusion_words().worsening),
            )
        better = one_each(value for value in plain if _is_better(value) and _is_stated(value))
        if better and not any(value.fact.metric == metric for value in worse):
            yield Improved(
                weight=_weight(_BETTER, metric),
                reports=of_reports(better),
                metric=metric,
                values=better,
            )


def group_orders(current: Current) -> Iterator[GroupOrder]:
    """How the largest comparable group of each metric stands."""
    for item in current.comparison.metrics:
        group = next((one for one in item.groups if _is_ordered(one, current)), None)
        if group is not None:
            yield _order(item, group)


def stated(current: Current) -> Iterator[KeyFinding]:
    """The leading values of a bureau that stands alone."""
    if len(current.reports) > 1:
        return
    for item in current.comparison.metrics:
        values = one_each(v for v in current.values(item) if _is_plain(v) and _is_stated(v))
        if values:
            yield Stated(
                weight=_weight(_STATED, item.metric),
                reports=of_reports(values),
                metric=item.metric,
                values=values,
            )


def _missed(
    item: MetricComparison, above: Sequence[MetricValue], judged: Sequence[MetricValue]
) -> Iterator[LimitMissed]:
    sure = one_each(value for value in above if _is_plain(value))
    limit = next((value.judgement.applied for value in sure), None)
    if limit is not None:
        values = tuple(value for value in sure if value.judgement.applied == limit)
        yield LimitMissed(
            weight=_weight(_MISSED, item.metric),
            reports=of_reports(values),
            metric=item.metric,
            values=values,
            limit=limit,
            judged=len(of_reports(judged)),
        )


def _met(
    item: MetricComparison, judged: Sequence[MetricValue], current: Current
) -> Iterator[LimitMet]:
    """The comparable group, where it is held against one limit; else one value a bureau."""
    group = next((g for g in item.groups if g.limit and current.is_whole(g.values)), None)
    values = group.values if group else one_each(judged)
    applied: set[StandardLimit | None] = {value.judgement.applied for value in values}
    limit = applied.pop()
    if limit is None or applied or not all(_is_plain(v) and _is_judged(v) for v in values):
        return
    yield LimitMet(
        weight=_weight(_MET, item.metric) - _ALONE * (len(values) == 1 < len(current.reports)),
        reports=of_reports(values),
        metric=item.metric,
        values=tuple(values),
        limit=limit,
        compared=group is not None,
    )


def _changed(item: MetricComparison, current: Current) -> list[MetricValue]:
    """The values of a metric that are said to be better or worse than before."""
    return [
        value
        for value in current.values(item)
        if value.fact.change is not None and value.fact.change.better is not None
    ]


def _order(item: MetricComparison, group: MetricGroup) -> GroupOrder:
    """The group, with the ends that may be named: nothing that stands apart lies beyond them."""
    values = group.ordered
    inside = [_number(value) for value in values]
    apart = [_number(v) for v in item.values if v not in group.values]
    numbers = [number for number in apart if number is not None]
    sign = 1 if item.better == "lower" else -1
    best, worst = inside[0], inside[-1]
    first = best is not None and all(sign * number > sign * best for number in numbers)
    last = worst is not None and all(sign * number < sign * worst for number in numbers)
    weight = _EQUAL if best == worst else _ORDER if first or last else _LISTED
    return GroupOrder(
        weight=_weight(weight, item.metric),
        reports=of_reports(values),
        metric=item.metric,
        values=values,
        better=item.better,
        group=group,
        first=first,
        last=last,
    )


def _is_ordered(group: MetricGroup, current: Current) -> bool:
    return current.is_whole(group.values) and all(
        value.place is not None and _is_plain(value) and _number(value) is not None
        for value in group.values
    )


def _is_judged(value: MetricValue) -> bool:
    verdicts = {StandardVerdict.MET, StandardVerdict.EXCEEDED}
    return value.judgement.applied is not None and value.judgement.verdict in verdicts


def _is_plain(value: MetricValue) -> bool:
    """Whether a sentence may be led by it: it is sure, without a hedge, and its year is known."""
    fact = value.fact
    return fact.is_sure and fact.qualifier is Qualifier.EQUAL and not value.year_masked


def _is_better(value: MetricValue) -> bool:
    return value.fact.change is not None and value.fact.change.better is True


def _is_stated(value: MetricValue) -> bool:
    """Whether it is a number of the bureau, and not the class of one of many rivers."""
    whole = metric_of(value.fact.metric).compares is not Compares.BY_NAMED_OBJECT
    return whole and value.fact.value is not None


def _number(value: MetricValue) -> Decimal | None:
    return value.fact.value if isinstance(value.fact.value, Decimal) else None


def _weight(weight: int, metric: str) -> int:
    return weight - (_LEADING - metric_of(metric).weight) // _SHARE
