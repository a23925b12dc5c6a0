"""Why a value of a metric stands apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

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


def is_earlier(value: MetricValue, report: Dossier) -> bool:
    """Whether a value is of a time before its report's: the 36 of 由2023年的36降至32."""
    own, period = report.line.period, value.key.period
    return own is not None and period is not None and period.end < own.start


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
        return (Obstacle(reason=_alone(value, values, reports)),)
    model = groups[0]
    return tuple(
        Obstacle(reason=reason, other=model.values[0].fact, key=model.key)
        for reason in _differences(value.key, model.key)
    )


def _own(
    value: MetricValue, values: Sequence[MetricValue], reports: Mapping[str, Dossier]
) -> Iterator[Obstacle]:
    """What keeps a value from any comparison, the gravest first."""
    if is_earlier(value, reports[value.fact.report]):
        yield Obstacle(reason=Reason.EARLIER)
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
    if not value.fact.is_sure:
        yield Obstacle(reason=Reason.UNSURE)
    yield from _doubled(value, values, reports)


def _doubled(
    value: MetricValue, values: Sequence[MetricValue], reports: Mapping[str, Dossier]
) -> Iterator[Obstacle]:
    """What keeps a value from any comparison where its bureau gives another one like it."""
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


def _alone(
    value: MetricValue, values: Sequence[MetricValue], reports: Mapping[str, Dossier]
) -> Reason:
    """Why a value has no partner where no values of its metric compare."""
    own = reports[value.fact.report].identity
    others = [
        other
        for other in values
        if other.fact.value is not None
        and (report := reports[other.fact.report]).identity != own
        and not is_earlier(other, report)
    ]
    if not others:
        return Reason.ONLY_RESULT
    if any(other.key == value.key and not other.fact.is_sure for other in others):
        return Reason.UNSURE_PARTNER
    elsewhere = replace(value.key, of_province=not value.key.of_province)
    if any(other.key == elsewhere for other in others):
        return Reason.OTHER_LEVEL
    return Reason.NO_PARTNER


def _differences(own: Key, other: Key) -> Iterator[Reason]:
    pairs: tuple[tuple[Reason, object, object], ...] = (
        (Reason.OTHER_LEVEL, own.of_province, other.of_province),
        (Reason.OTHER_PERIOD, own.period, other.period),
        (Reason.OTHER_SCOPE, (own.scope, own.but), (other.scope, other.but)),
        (Reason.OTHER_METHOD, own.method, other.method),
        (Reason.OTHER_UNIT, own.unit, other.unit),
    )
    return (reason for reason, one, another in pairs if one != another)
