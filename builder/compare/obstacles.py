"""Why a value of a metric stands apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from builder.model import FlagType, Indicator
from builder.model.comparison import Dossier, Key, MetricGroup, MetricValue, Obstacle, Reason
from builder.vocabulary.environment.metrics import Compares, metric_of

_MASKED = frozenset({FlagType.PLACEHOLDER.value, FlagType.AMBIGUOUS_PERIOD.value})


def year_is_masked(fact: Indicator, report: Dossier) -> bool:
    """Whether the year of a value is masked: a finding says so in the value's own sentence."""
    text = report.extraction.outline.source.plain
    return any(
        finding.code in _MASKED
        and finding.start is not None
        and finding.start <= fact.start
        and "年" in (finding.quote or "")
        and "。" not in text[finding.start : fact.start]
        for finding in report.extraction.findings
    )


def obstacles(
    value: MetricValue,
    values: Sequence[MetricValue],
    groups: Sequence[MetricGroup],
    reports: Mapping[str, Dossier],
) -> tuple[Obstacle, ...]:
    """Why a value is in no group: what keeps it from any, else how it differs from the largest."""
    own = next(_own(value, values, reports), None)
    if own is not None:
        return (own,)
    if len({reports[other.fact.report].identity for other in values}) == 1:
        return (Obstacle(reason=Reason.ONLY_BUREAU),)
    if not groups:
        return (Obstacle(reason=Reason.NO_PARTNER),)
    model = groups[0]
    return tuple(
        Obstacle(reason=reason, other=model.values[0].fact, key=model.key)
        for reason in _differences(value.key, model.key)
    )


def _own(
    value: MetricValue, values: Sequence[MetricValue], reports: Mapping[str, Dossier]
) -> Iterator[Obstacle]:
    """What keeps a value from any comparison, the gravest first."""
    how = metric_of(value.fact.metric).compares
    if how is Compares.NONE:
        yield Obstacle(reason=Reason.NEVER)
    if how is Compares.BY_NAMED_OBJECT:
        yield Obstacle(reason=Reason.BY_OBJECT)
    if value.fact.value is None:
        yield Obstacle(reason=Reason.NO_VALUE)
    if value.key.period is None:
        yield Obstacle(reason=Reason.MASKED_YEAR if value.year_masked else Reason.NO_PERIOD)
    if value.key.scope.masked:
        yield Obstacle(reason=Reason.MASKED_OBJECT)
    if how is Compares.WHOLE_AREA and not value.key.scope.whole:
        yield Obstacle(reason=Reason.PART_OF_AREA)
    alike = [
        other.fact
        for other in values
        if other.key == value.key and other is not value and other.fact.value is not None
    ]
    report = value.fact.report
    if any(fact.report == report for fact in alike):
        yield Obstacle(reason=Reason.SEVERAL_VALUES)
    for fact in alike:
        if reports[fact.report].identity == reports[report].identity:
            yield Obstacle(reason=Reason.SAME_BUREAU, other=fact)


def _differences(own: Key, other: Key) -> Iterator[Reason]:
    pairs = (
        (Reason.OTHER_PERIOD, own.period, other.period),
        (Reason.OTHER_SCOPE, own.scope, other.scope),
        (Reason.OTHER_METHOD, own.method, other.method),
        (Reason.OTHER_UNIT, own.unit, other.unit),
    )
    return (reason for reason, one, another in pairs if one != another)
